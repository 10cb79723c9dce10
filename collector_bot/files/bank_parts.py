"""What the readers of bank files share: a statement being read, and its small words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from collector_bot.core.bank import BankLine, BankStatement
from collector_bot.core.errors import InputFileError
from collector_bot.core.identifiers import is_iban
from collector_bot.core.matching.natures import says_returned
from collector_bot.core.money import NARROW_NBSP, Money, exponent, is_currency
from collector_bot.files.amounts import DIGITS_MAX
from collector_bot.files.dates import YEAR_MAX, YEAR_MIN
from collector_bot.files.table import clean

LINES_MAX = 200_000
SHORT_MAX, TEXT_MAX = 140, 4_000
NOTHING_SAID = frozenset({"", "NOTPROVIDED", "NOT PROVIDED", "NONREF", "NOREF", "N/A"})
_PLAIN = re.compile(r"([0-9]{1,15})(?:[.,]([0-9]{0,9}))?", re.ASCII)
_CREDITOR = re.compile(r"\bRF[0-9]{2}(?: ?[A-Z0-9]){1,21}\b")
_IBAN_LIKE = re.compile(r"\b[A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]){11,30}\b")
_NUMBER = re.compile(r"[A-Z0-9][A-Z0-9/-]{3,33}")
_MODULUS = 97
_UNIQUE_MIN = 10  # characters of a reference no other day has: our choice
_RIB_LETTERS: Final = str.maketrans(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "12345678912345678923456789"
)
# Reasons a payment or a direct debit comes back for. Source: ISO 20022 external code
# sets, ExternalReturnReason1Code, those of the SEPA rulebooks.
_REASON = re.compile(
    r"\b(?:AC0[1-9]|AC1[0-9]|AG0[1-9]|AM0[1-9]|AM1[0-9]|BE0[1-9]|CNOR|DNOR|CURR|CUST"
    r"|DUPL|ERIN|FF0[1-9]|FOCR|FR01|MD0[1-9]|MS0[23]|NARR|NOAS|NOOR|RC0[1-9]|RC11"
    r"|RR0[1-9]|SL0[1-9]|SVNR|TM01|UPAY|ARDT|FRAD|TECH|LEGL)\b"
)


@dataclass(slots=True)
class Draft:
    """A statement while it is read; `currency` is the account's, "" while not said."""

    file: str
    account: str = ""
    currency: str = ""
    number: str = ""
    opening: Money | None = None
    closing: Money | None = None
    lines: list[BankLine] = field(default_factory=list)

    def add(self, line: BankLine) -> None:
        """Take one movement in; one of nothing is none.

        Raises:
            InputFileError: there are more than 200 000.
        """
        if len(self.lines) >= LINES_MAX:
            what = (
                f"a statement has more than {LINES_MAX:,} movements",
                f"un relevé a plus de {LINES_MAX:,} mouvements".replace(
                    ",", NARROW_NBSP
                ),
            )
            hint = (
                "Ask the bank for statements of shorter periods",
                "Demandez à la banque des relevés de périodes plus courtes",
            )
            raise InputFileError(what, file=self.file, hint=hint)
        if line.amount.minor:
            self.lines.append(line)

    def statements(self, default_currency: str) -> Iterator[BankStatement]:
        """Yield it, and a statement without balances for each other currency in it."""
        own = self.currency or next(
            (
                money.currency
                for money in (self.opening, self.closing)
                if money is not None
            ),
            self.lines[0].amount.currency if self.lines else default_currency,
        )
        for currency in dict.fromkeys(
            [own, *(one.amount.currency for one in self.lines)]
        ):
            lines = tuple(one for one in self.lines if one.amount.currency == currency)
            main = currency == own
            yield BankStatement(
                self.account,
                currency,
                lines,
                number=self.number,
                opening=self.opening if main else None,
                closing=self.closing if main else None,
            )


def exact_minor(text: str, currency: str) -> int | None:
    """Return digits with an optional decimal mark in minor units; None when not that.

    None as well when there is no such currency. Either mark is the decimal one;
    thousands are not parted, and there is no sign.

    Example:
        >>> exact_minor("12,5", "EUR"), exact_minor("12.505", "EUR")
        (1250, None)
    """
    match = _PLAIN.fullmatch(text)
    if match is None or not is_currency(currency):
        return None
    digits, part = exponent(currency), (match[2] or "").rstrip("0")
    joined = (match[1] + part.ljust(digits, "0")).lstrip("0") or "0"
    if len(part) > digits or len(joined) > DIGITS_MAX:
        return None
    return int(joined)


def iso_day(text: str) -> date | None:
    """Return the day an ISO date or date and time names; None when it names none.

    Example:
        >>> iso_day("2026-11-20T08:15:00+01:00"), iso_day("20/11/2026")
        (datetime.date(2026, 11, 20), None)
    """
    try:
        day = date.fromisoformat(text[:10])
    except ValueError:
        return None
    return day if YEAR_MIN <= day.year <= YEAR_MAX else None


def day_of(year: int, month: int, day: int) -> date | None:
    """Return a day from its numbers, a year of two digits in 1980 to 2079."""
    if year < 100:  # noqa: PLR2004 - two digits
        year += 1900 if year >= 80 else 2000  # noqa: PLR2004 - as `files.dates`
    try:
        return date(year, month, day)
    except ValueError:
        return None


def said(text: str) -> str:
    """Return a reference trimmed and cut, "" for the words that mean none."""
    kept = clean(text)[:SHORT_MAX]
    return "" if kept.upper() in NOTHING_SAID else kept


def entry_reference(text: str, booked_on: date) -> str:
    """Return a bank's reference of a movement; a short one may begin anew each day.

    Example:
        >>> entry_reference("0000017", date(2026, 11, 20))
        '261120-0000017'
    """
    kept = said(text)
    return f"{booked_on:%y%m%d}-{kept}" if kept and len(kept) < _UNIQUE_MIN else kept


def account_number(text: str) -> str:
    """Return an IBAN or a bank's own number without spaces, in capitals; else ""."""
    kept = "".join(text.split()).upper()
    return kept if _NUMBER.fullmatch(kept) else ""


def iban_in(text: str, *, own: str = "") -> str:
    """Return the first IBAN a text holds that proves itself and is not `own`.

    Example:
        >>> iban_in("VIR FR76 3000 6000 0112 3456 7890 189 F-1041")
        'FR7630006000011234567890189'
    """
    return _proven(_IBAN_LIKE, text, lambda kept: kept != own and is_iban(kept))


def creditor_reference_in(text: str) -> str:
    """Return the first ISO 11649 reference a text holds that proves itself, else "".

    Source:
        ISO 11649 and ISO/IEC 7064 (MOD 97-10).

    Example:
        >>> creditor_reference_in("pour RF18 5390 0754 7034 merci")
        'RF18539007547034'
    """
    return _proven(_CREDITOR, text, _is_creditor_reference)


def french_account(bank: str, branch: str, number: str) -> str:
    """Return the IBAN of a French account, or its numbers where they make none.

    Of an account of Monaco, whose bank codes are French, it is no IBAN but still one
    number for one account: our choice.

    Source:
        RIB key: 97 - (89 bank + 15 branch + 3 account) mod 97; ISO 13616-1.

    Example:
        >>> french_account("30006", "00001", "12345678901")
        'FR7630006000011234567890189'
    """
    joined = bank + branch + number
    plain = joined.translate(_RIB_LETTERS)
    if not re.fullmatch(r"[0-9]{21}", plain, re.ASCII):
        return account_number(joined)
    key = _MODULUS - int(plain + "00") % _MODULUS
    turned = "".join(str(int(c, 36)) for c in f"{joined}{key:02d}FR00")
    return f"FR{98 - int(turned) % _MODULUS:02d}{joined}{key:02d}"


def _proven(shape: re.Pattern[str], text: str, proof: Callable[[str], bool]) -> str:
    """Return what has the shape and the proof; words after it are taken off."""
    for match in shape.finditer(text.upper()):
        groups = match[0].split(" ")
        while groups:
            kept = "".join(groups)
            if proof(kept):
                return kept
            groups.pop()
    return ""


def _is_creditor_reference(text: str) -> bool:
    turned = text[4:] + text[:4]
    digits = "".join(str(int(c, 36)) for c in turned)
    return len(text) > len("RF18") and int(digits) % _MODULUS == 1


def reason_in(text: str) -> str:
    """Return the first ISO 20022 return reason code a text holds, else ""."""
    match = _REASON.search(text)
    return match[0] if match else ""


def reason_of(text: str, minor: int) -> str:
    """Return why a debit came back when its words say that it did, else "".

    It is an ISO 20022 reason code the words hold, else their first line.
    """
    if minor >= 0 or not says_returned(text):
        return ""
    return reason_in(text) or text.partition("\n")[0][:SHORT_MAX]


def text_of(parts: Iterable[str]) -> str:
    """Return what is written, a line for each part, without repeated ones, cut."""
    lines = dict.fromkeys(clean(part) for part in parts)
    return "\n".join(line for line in lines if line)[:TEXT_MAX]
