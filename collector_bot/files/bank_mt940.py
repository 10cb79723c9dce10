"""Read MT940 and MT942: the account statements of SWIFT."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from collector_bot.core.bank import BankLine, BankStatement
from collector_bot.core.errors import InputFileError
from collector_bot.core.money import Money, is_currency
from collector_bot.core.wording import Both
from collector_bot.files.bank_lines import lines_in, unfinished
from collector_bot.files.bank_mt940_text import read_86
from collector_bot.files.bank_parts import (
    Draft,
    account_number,
    day_of,
    entry_reference,
    exact_minor,
    reason_of,
    said,
)
from collector_bot.files.table import Progress
from collector_bot.files.text import TextFile

MT940_FIRST: Final = re.compile(
    r"^(?:\{4:\s*)?:20:.*(?:\r\n|\r|\n)(?::[0-9]{2}[A-Z]?:.*(?:\r\n|\r|\n))*?"
    r":(?:25|28C?|60[FM])P?:",
    re.MULTILINE,
)
_TAG = re.compile(r":([0-9]{2}[A-Z]?):(.*)")
_LONGEST = 4_096
_FIELD_LINES_MAX = 60
_MOVED = re.compile(
    r"(?P<value>[0-9]{6})(?P<entry>[0-9]{4})?(?P<mark>R?[CD]|E[CD])(?P<funds>[A-Z])?"
    r"(?P<amount>[0-9]{1,15}(?:,[0-9]{0,5})?)(?P<kind>[A-Z][A-Z0-9]{3})?(?P<rest>.*)"
)
_BALANCE = re.compile(r"([CD])([0-9]{6})([A-Z]{3})([0-9]{1,15}(?:,[0-9]{0,5})?)")
_OWN_CURRENCY = re.compile(r"([A-Z]{2}[0-9]{2}[A-Z0-9]{10,30}?)([A-Z]{3})")
_SIGNS: Final = {"C": 1, "D": -1, "RC": -1, "RD": 1}
# Written in place of our reference: it follows in field 86.
_FOLLOWS: Final = frozenset({"EREF", "PREF", "MARF", "KREF"})


@dataclass(slots=True)
class _Field:
    """A field while its lines are read."""

    tag: str
    line: int
    lines: list[str] = field(default_factory=list)


def read_mt940(
    text: TextFile, *, default_currency: str, progress: Progress | None = None
) -> Iterator[BankStatement | InputFileError]:
    """Yield the statements of a file, and a fault for each refused field.

    Pages of one statement (60M after 62M of the same account) are one statement.
    Movements that are only expected (EC, ED) are left out.

    Raises:
        InputFileError: a statement is not finished.

    Source:
        SWIFT, Standards MT, MT940 Customer Statement and MT942 Interim Transaction
        Report.
    """
    reader = _Mt940Reader(text.path.name, default_currency)
    number, open_field = 0, _Field("", 0)
    for number, line in lines_in(text, longest=_LONGEST, progress=progress):
        inside = line.partition("{4:")[2] if "{4:" in line else line
        match = _TAG.match(inside)
        if match or inside.startswith(("{", "-}")) or inside.strip() == "-":
            yield from reader.take(open_field)
            open_field = (
                _Field(match[1], number, [match[2]]) if match else _Field("", 0)
            )
        elif len(open_field.lines) < _FIELD_LINES_MAX:
            open_field.lines.append(inside)
    yield from reader.take(open_field)
    yield from reader.end(number)


class _Mt940Reader:
    """What is known of a file while its fields go by."""

    def __init__(self, file: str, default_currency: str) -> None:
        self._file, self._default = file, default_currency
        self._draft: Draft | None = None
        self._account = self._number = self._currency = ""
        self._unfinished = self._goes_on = False
        self._moved: _Field | None = None
        self._told: list[str] = []

    def take(self, one: _Field) -> Iterator[BankStatement | InputFileError]:
        """Take one field in; yield what it completes."""
        if one.tag == "86" and self._moved is not None:
            self._told += one.lines
            return
        yield from self._flush()
        first = one.lines[0].strip() if one.lines else ""
        if one.tag == "20":
            yield from self._begin(one.line)
        elif one.tag in {"25", "25P"}:
            match = _OWN_CURRENCY.fullmatch(first.replace(" ", ""))
            self._account = account_number(match[1] if match else first)
        elif one.tag in {"28", "28C"}:
            self._number = said(first)
        elif one.tag == "34F":
            self._currency = first[:3] if is_currency(first[:3]) else ""
        elif one.tag in {"60F", "60M"}:
            yield from self._opening(one, first)
        elif one.tag in {"62F", "62M"}:
            yield from self._closing(one, first)
        elif one.tag == "61":
            self._moved = one

    def end(self, line: int) -> Iterator[BankStatement | InputFileError]:
        """Yield what is left at the end of the file.

        Raises:
            InputFileError: a statement has no closing balance.
        """
        yield from self._flush()
        yield from self._finish(line)

    def _begin(self, line: int) -> Iterator[BankStatement | InputFileError]:
        if self._unfinished:
            raise unfinished(self._file, line, ":62F:")
        if not self._goes_on:
            yield from self._finish(line)
        self._account = self._number = self._currency = ""

    def _finish(self, line: int) -> Iterator[BankStatement]:
        if self._unfinished:
            raise unfinished(self._file, line, ":62F:")
        draft, self._draft = self._draft, None
        self._goes_on = False
        if draft is not None:
            yield from draft.statements(self._default)

    def _opening(
        self, one: _Field, written: str
    ) -> Iterator[BankStatement | InputFileError]:
        money = self._balance(one, written)
        page = (
            one.tag == "60M"
            and self._goes_on
            and self._draft is not None
            and self._draft.account == self._account
        )
        if not page:
            yield from self._finish(one.line)
            self._draft = self._new()
            self._draft.currency = money.currency
            self._draft.opening = money
        self._unfinished, self._goes_on = True, False

    def _closing(
        self, one: _Field, written: str
    ) -> Iterator[BankStatement | InputFileError]:
        if self._draft is None:
            self._draft = self._new()
        self._draft.closing = self._balance(one, written)
        self._unfinished, self._goes_on = False, one.tag == "62M"
        if not self._goes_on:
            yield from self._finish(one.line)

    def _new(self) -> Draft:
        return Draft(
            self._file,
            account=self._account,
            currency=self._currency,
            number=self._number,
        )

    def _balance(self, one: _Field, written: str) -> Money:
        match = _BALANCE.fullmatch(written)
        minor = exact_minor(match[4], match[3]) if match else None
        if match is None or minor is None:
            what = (
                f"“{written[:40]}” in :{one.tag}: is not a balance; expected as in "
                "C261120EUR1234,56",
                f"« {written[:40]} » en :{one.tag}: n’est pas un solde ; attendu comme "
                "C261120EUR1234,56",
            )
            raise self._fault(what, one.line)
        return Money(_SIGNS[match[1]] * minor, match[3])

    def _flush(self) -> Iterator[InputFileError]:
        moved, self._moved = self._moved, None
        told, self._told = self._told, []
        if moved is None:
            return
        if self._draft is None:
            self._draft = self._new()
        line = self._line(moved, told, self._draft)
        if isinstance(line, InputFileError):
            yield line
        elif line is not None:
            self._draft.add(line)

    def _line(
        self, moved: _Field, told: list[str], draft: Draft
    ) -> BankLine | InputFileError | None:
        """Return a movement, its fault, or None for one that is only expected."""
        written = moved.lines[0].strip()
        match = _MOVED.fullmatch(written)
        currency = draft.currency or self._currency or self._default
        minor = exact_minor(match["amount"], currency) if match else None
        value_on = _day(match["value"]) if match else None
        if match is None or minor is None or value_on is None:
            what = (
                f"“{written[:40]}” in :61: is not a movement; expected as in "
                "2611201120C1234,56NTRFREFERENCE",
                f"« {written[:40]} » en :61: n’est pas un mouvement ; attendu comme "
                "2611201120C1234,56NTRFREFERENCE",
            )
            return self._fault(what, moved.line)
        mark = match["mark"]
        if mark not in _SIGNS:
            return None
        amount = Money(_SIGNS[mark] * minor, currency)
        booked_on = _entry_day(match["entry"], value_on)
        ours, _, theirs = match["rest"].partition("//")
        ours = "" if ours.strip() in _FOLLOWS else said(ours)
        told = told or moved.lines[1:]
        found = read_86(told, own=draft.account)
        reason = found.return_reason or reason_of(found.text, amount.minor)
        received = (amount.minor > 0) != bool(reason or mark.startswith("R"))
        party = (found.debtor if received else found.creditor) or found.name
        return BankLine(
            booked_on,
            amount,
            value_on=value_on,
            bank_ref=entry_reference(theirs, booked_on),
            end_to_end=found.end_to_end or ours,
            creditor_reference=found.creditor_reference,
            name=party or found.debtor or found.creditor,
            iban=found.iban,
            text=found.text,
            code=match["kind"] or "",
            is_reversal=mark.startswith("R"),
            return_reason=reason,
            line=moved.line,
        )

    def _fault(self, what: Both, line: int) -> InputFileError:
        return InputFileError(what, file=self._file, line=line)


def _day(written: str) -> date | None:
    return day_of(int(written[:2]), int(written[2:4]), int(written[4:6]))


def _entry_day(written: str | None, value_on: date) -> date:
    """Return the day of entry, given without its year: the one nearest to the value."""
    if not written:
        return value_on
    days = [
        day
        for year in (value_on.year - 1, value_on.year, value_on.year + 1)
        if (day := day_of(year, int(written[:2]), int(written[2:4]))) is not None
    ]
    return min(days, key=lambda day: abs(day - value_on), default=value_on)
