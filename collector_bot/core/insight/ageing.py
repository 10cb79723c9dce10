"""The aged balance: what is open by how long it is past due."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from collector_bot.core.ledger import OpenItem, Side
from collector_bot.core.money import NBSP, Money


class Bucket(StrEnum):
    """How long past due; in the order they are shown."""

    NOT_DUE = "not_due"
    DAYS_1_30 = "1-30"
    DAYS_31_60 = "31-60"
    DAYS_61_90 = "61-90"
    OVER_90 = "over_90"


@dataclass(frozen=True, slots=True)
class Bounds:
    """Whole days past due a bucket holds, both ends included; None is no end."""

    bucket: Bucket
    first: int | None
    last: int | None


# For SQL as well: `first <= days and days <= last`, where days = today - due_on.
BOUNDS: Final = (
    Bounds(Bucket.NOT_DUE, None, 0),
    Bounds(Bucket.DAYS_1_30, 1, 30),
    Bounds(Bucket.DAYS_31_60, 31, 60),
    Bounds(Bucket.DAYS_61_90, 61, 90),
    Bounds(Bucket.OVER_90, 91, None),
)

_NAMES = {
    Bucket.NOT_DUE: ("Non échu", "Not due"),
    Bucket.DAYS_1_30: (f"1 à 30{NBSP}jours", f"1 to 30{NBSP}days"),
    Bucket.DAYS_31_60: (f"31 à 60{NBSP}jours", f"31 to 60{NBSP}days"),
    Bucket.DAYS_61_90: (f"61 à 90{NBSP}jours", f"61 to 90{NBSP}days"),
    Bucket.OVER_90: (f"Plus de 90{NBSP}jours", f"Over 90{NBSP}days"),
}


def bucket_of(days_past_due: int) -> Bucket:
    """Return the bucket of an item so many whole days past due (negative: before).

    Example:
        >>> [bucket_of(days).value for days in (0, 1, 30, 31, 90, 91)]
        ['not_due', '1-30', '1-30', '31-60', '61-90', 'over_90']
    """
    for bounds in BOUNDS:
        if bounds.last is None or days_past_due <= bounds.last:
            return bounds.bucket
    raise AssertionError


def bucket_name(bucket: Bucket, language: str) -> str:
    """Return the heading of a bucket in `language` ("fr", else English)."""
    french, english = _NAMES[bucket]
    return french if language == "fr" else english


@dataclass(frozen=True, slots=True)
class Aged:
    """What is open in one currency.

    Attributes:
        amounts: signed, one a bucket, in the order of `BOUNDS`: what is owed counts
            plus, credits count minus.
        unapplied: the credits inside `not_due` that no lettering has used, negative.
    """

    amounts: tuple[Money, ...]
    unapplied: Money

    @property
    def currency(self) -> str:
        """ISO 4217 code of every amount."""
        return self.unapplied.currency

    @property
    def balance(self) -> Money:
        """All buckets together: the balance of the account."""
        return Money(sum(amount.minor for amount in self.amounts), self.currency)

    @property
    def past_due(self) -> Money:
        """All buckets but the first."""
        late = sum(amount.minor for amount in self.amounts[1:])
        return Money(late, self.currency)

    def of(self, bucket: Bucket) -> Money:
        """Return the amount of one bucket."""
        return self.amounts[list(Bucket).index(bucket)]


def age(
    items: Iterable[OpenItem], *, today: date, owed: Side = Side.DEBIT
) -> tuple[Aged, ...]:
    """Return the aged balance of `items`, one a currency, by currency code.

    An item is aged by its due date; one without a due date is not due. Credits and
    unapplied payments stand in "not due" until a lettering uses them. The sum of all
    buckets is the balance.

    Args:
        items: open items of any accounts, all of one side of the ledger.
        today: the day whose balance is meant; an item due that day is not past due.
        owed: the side that counts plus: debit for customers, credit for suppliers.

    Source:
        Boundaries (30 belongs to 1-30) are the commonest among ledgers, and ours.
    """
    sums: dict[str, list[int]] = {}
    unapplied: dict[str, int] = {}
    order = list(Bucket)
    for item in items:
        row = sums.setdefault(item.open.currency, [0] * len(order))
        if item.side is owed:
            row[order.index(bucket_of(item.overdue_days(today)))] += item.open.minor
        else:
            row[0] -= item.open.minor
            before = unapplied.get(item.open.currency, 0)
            unapplied[item.open.currency] = before - item.open.minor
    return tuple(
        Aged(
            tuple(Money(minor, currency) for minor in row),
            Money(unapplied.get(currency, 0), currency),
        )
        for currency, row in sorted(sums.items())
    )


def total(aged: Sequence[Aged]) -> tuple[Aged, ...]:
    """Add aged balances up, one a currency, by currency code."""
    sums: dict[str, list[int]] = {}
    for one in aged:
        row = sums.setdefault(one.currency, [0] * (len(BOUNDS) + 1))
        for place, amount in enumerate((*one.amounts, one.unapplied)):
            row[place] += amount.minor
    return tuple(
        Aged(
            tuple(Money(minor, currency) for minor in row[:-1]),
            Money(row[-1], currency),
        )
        for currency, row in sorted(sums.items())
    )


def rule_words(language: str) -> str:
    """Return the rule of the buckets as one sentence in `language`."""
    if language == "fr":
        return (
            "Jours de retard après l’échéance (30 compte dans 1 à 30, 60 dans 31 à "
            "60, 90 dans 61 à 90)\u202f; les avoirs et les règlements non affectés "
            "comptent en non échu, et les devises ne s’additionnent pas."
        )
    return (
        "Days past the due date (30 counts in 1 to 30, 60 in 31 to 60, 90 in 61 to "
        "90); credits and unapplied payments count as not due, and currencies are "
        "never added."
    )
