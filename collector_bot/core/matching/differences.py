"""Why what was paid is not what was owed, and how many amounts would fit too."""

from __future__ import annotations

import re

from collector_bot.core.matching.priors import (
    DISCOUNT_PERCENTS,
    FEE_MAX_HUNDREDTHS,
    FEE_MIN_HUNDREDTHS,
    ROUNDING_MAX_HUNDREDTHS,
    SHORT_PAYMENT_PERCENT_MAX,
)
from collector_bot.core.money import exponent
from collector_bot.core.suggestion import DifferenceCause

_PERCENT = 100
_FEE_WORD = re.compile(r"\b(frais|fees?|charges?|commission)\b", re.IGNORECASE)
_DISCOUNT_WORD = re.compile(r"\b(escomptes?|discount|skonto)\b", re.IGNORECASE)

_ADVANCE_WORD = re.compile(
    r"\b(acomptes?|avances?|arrhes|deposits?|prepayments?|in advance|anzahlung\w*"
    r"|vorauszahlung\w*)\b",
    re.IGNORECASE,
)


def says_in_advance(text: str) -> bool:
    """Return whether a payment says that it is made before anything is owed.

    Example:
        >>> says_in_advance("ACOMPTE CHANTIER"), says_in_advance("FACTURE 12")
        (True, False)
    """
    return bool(_ADVANCE_WORD.search(text))


def minor_of(hundredths: int, currency: str) -> int:
    """Return hundredths of the main unit in minor units, rounded down.

    Example:
        >>> minor_of(30_00, "EUR"), minor_of(30_00, "JPY"), minor_of(5, "TND")
        (3000, 30, 50)
    """
    scale: int = 10 ** exponent(currency)
    return hundredths * scale // 100


def discount_percent(owed: int, paid: int) -> int | None:
    """Return 1, 2 or 3 when `paid` is `owed` less that discount, rounded either way.

    Example:
        >>> discount_percent(115_000, 112_700), discount_percent(115_000, 112_702)
        (2, None)
    """
    for percent in DISCOUNT_PERCENTS:
        if abs(paid * _PERCENT - owed * (_PERCENT - percent)) < _PERCENT:
            return percent
    return None


def owed_before_discount(paid: int) -> list[int]:
    """Return the amounts that a discount of 1, 2 or 3 % brings to `paid`."""
    found: list[int] = []
    for percent in DISCOUNT_PERCENTS:
        kept = 100 - percent
        lowest, highest = -(-(paid * 100 - 99) // kept), (paid * 100 + 99) // kept
        found += range(lowest, highest + 1)
    return found


def cause_of(
    owed: int, paid: int, *, currency: str, early: bool, text: str = ""
) -> DifferenceCause:
    """Name why `paid` is not `owed` (minor units, both more than zero).

    A discount of 1, 2 or 3 % is one when it is paid by the due date, when it is more
    than a bank takes, or when the text says so: 990 of 1 000 paid late is a bank fee
    (our choice).

    Args:
        owed: what is settled, minor units.
        paid: what was paid, minor units.
        currency: ISO 4217 code of both.
        early: every item was paid by its due date.
        text: what the payment says.
    """
    short = owed - paid
    fee_max = minor_of(FEE_MAX_HUNDREDTHS, currency)
    small = short * 100 <= owed * SHORT_PAYMENT_PERCENT_MAX
    if short == 0:
        return DifferenceCause.NONE
    if abs(short) <= minor_of(ROUNDING_MAX_HUNDREDTHS, currency):
        return DifferenceCause.ROUNDING
    if short < 0:
        return DifferenceCause.OVERPAYMENT
    if discount_percent(owed, paid) and _is_discount(
        early=early, more_than_fee=short > fee_max, text=text
    ):
        return DifferenceCause.DISCOUNT
    if small and minor_of(FEE_MIN_HUNDREDTHS, currency) <= short <= fee_max:
        return DifferenceCause.BANK_FEE
    return DifferenceCause.SHORT_PAYMENT if small else DifferenceCause.PARTIAL


def _is_discount(*, early: bool, more_than_fee: bool, text: str) -> bool:
    if _DISCOUNT_WORD.search(text):
        return True
    return more_than_fee or (early and not _FEE_WORD.search(text))


def spread(amount: int, highest: int, currency: str) -> int:
    """Return how many amounts up to `highest` a person would as soon have paid.

    Round amounts are paid more often: hundreds, tens, whole units and all others are
    taken to be a quarter of the payments each (our choice).

    Args:
        amount: the amount that was paid, minor units.
        highest: the most it could have been, minor units.
        currency: ISO 4217 code.

    Example:
        >>> spread(400_00, 1000_00, "EUR"), spread(412_37, 1000_00, "EUR")
        (40, 400000)
    """
    for units in (100_00, 10_00, 1_00):
        level = minor_of(units, currency)
        if amount % level == 0:
            return max(1, 4 * highest // level)
    return max(1, 4 * highest)


def fee_spread(amount: int, currency: str) -> int:
    """Return how many fees a bank would as soon have taken.

    Fives, whole units, quarters and all others are a quarter of the fees each (our
    choice).

    Args:
        amount: what the bank took, minor units.
        currency: ISO 4217 code.

    Example:
        >>> [fee_spread(fee, "EUR") for fee in (15_00, 12_00, 18_75, 13_37)]
        [24, 120, 480, 12000]
    """
    highest = minor_of(FEE_MAX_HUNDREDTHS, currency)
    for hundredths in (5_00, 1_00, 25):
        level = minor_of(hundredths, currency)
        if level and amount % level == 0:
            return max(1, 4 * highest // level)
    return max(1, 4 * highest)
