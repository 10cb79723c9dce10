"""Read CFONB 120: statements of French banks in records of 120 characters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from collector_bot.core.bank import BankLine, BankStatement
from collector_bot.core.errors import InputFileError, MoneyError
from collector_bot.core.money import Money, checked_currency
from collector_bot.core.wording import Both
from collector_bot.files.bank_lines import lines_in, unfinished
from collector_bot.files.bank_parts import (
    Draft,
    creditor_reference_in,
    day_of,
    entry_reference,
    exact_minor,
    french_account,
    iban_in,
    reason_in,
    reason_of,
    said,
    text_of,
)
from collector_bot.files.table import Progress
from collector_bot.files.text import TextFile

CFONB_FIRST: Final = re.compile(
    r"\s*0[147][0-9A-Z]{5}[0-9A-Z ]{4}[0-9A-Z ]{5}[A-Z ]{3}[0-9 ].{70}"
)
_RECORD = 120
_PIECE = _RECORD * 500
# The last character of an amount is its last digit and its sign. French EBCDIC has
# é and è where others have braces, and conversions leave them there.
_LAST: Final = {
    **{c: (str(n), 1) for n, c in enumerate("{ABCDEFGHI")},
    **{c: (str(n), -1) for n, c in enumerate("}JKLMNOPQR")},
    **{str(n): (str(n), 1) for n in range(10)},
    "é": ("0", 1),
    "è": ("0", -1),
}
_DETAILS_MAX = 200
_REFERENCE = 35  # characters of RCN before the purpose
# The text a person reads, in this order; what is not here comes after it.
_TEXTS: Final = ("LCC", "LC2", "LCS", "LIB")
_NO_TEXT: Final = frozenset(
    "NPY NBE NPO NBU IPY IBE RCN REF RUM MMO FEE RET CBE BDB BIC".split()
)


@dataclass(slots=True)
class _Movement:
    """A record 04 and the records 05 that complete it."""

    number: int
    record: str
    details: dict[str, list[str]] = field(default_factory=dict)
    held: int = 0


def read_cfonb(
    text: TextFile, *, default_currency: str, progress: Progress | None = None
) -> Iterator[BankStatement | InputFileError]:
    """Yield the statements of a file, and a fault for each refused record.

    Records stand a line each, or one after the other without line ends; trailing
    blanks may be cut off. The account is given as its IBAN.

    Raises:
        InputFileError: a statement is not finished.

    Source:
        CFONB, Relevé de compte sur support informatique (July 2004), records 01, 04,
        05 and 07; Évolutions du relevé de compte 120 caractères (August 2007).
    """
    reader = _CfonbReader(text.path.name, default_currency)
    number = 0
    for _, piece in lines_in(text, longest=_PIECE, progress=progress):
        for at in range(0, max(len(piece), 1), _RECORD):
            number += 1
            record = piece[at : at + _RECORD]
            if record.strip():
                yield from reader.take(record.ljust(_RECORD), number)
    yield from reader.end(number)


class _CfonbReader:
    """What is known of a file while its records go by."""

    def __init__(self, file: str, default_currency: str) -> None:
        self._file, self._default = file, default_currency
        self._draft: Draft | None = None
        self._opened = False
        self._movement: _Movement | None = None

    def take(
        self, record: str, number: int
    ) -> Iterator[BankStatement | InputFileError]:
        """Take one record in; yield what it completes."""
        kind = record[:2]
        if kind != "05":
            yield from self._flush()
        try:
            if kind == "01":
                yield from self._open(record, number)
            elif kind == "04":
                self._move(record, number)
            elif kind == "05":
                self._complete(record, number)
            elif kind == "07":
                yield from self._close(record, number)
            else:
                raise self._fault(
                    (
                        f"a record begins with “{kind}”; expected 01, 04, 05 or 07",
                        f"un enregistrement commence par « {kind} » ; 01, 04, 05 ou "
                        "07 attendu",
                    ),
                    number,
                )
        except _Refused as refused:
            yield refused.fault

    def end(self, number: int) -> Iterator[BankStatement | InputFileError]:
        """Yield what is left at the end of the file.

        Raises:
            InputFileError: a statement has no closing balance.
        """
        yield from self._flush()
        if self._draft is not None and self._opened:
            raise unfinished(self._file, number, "07")
        if self._draft is not None:
            yield from self._draft.statements(self._default)

    def _open(
        self, record: str, number: int
    ) -> Iterator[BankStatement | InputFileError]:
        if self._draft is not None and self._opened:
            raise unfinished(self._file, number, "07")
        if self._draft is not None:
            yield from self._draft.statements(self._default)
        self._draft, self._opened = self._new(record, number), True
        self._draft.opening = self._money(record, number)

    def _close(
        self, record: str, number: int
    ) -> Iterator[BankStatement | InputFileError]:
        draft = self._draft or self._new(record, number)
        self._same_account(draft, record, number)
        draft.closing = self._money(record, number)
        self._draft, self._opened = None, False
        yield from draft.statements(self._default)

    def _move(self, record: str, number: int) -> None:
        if self._draft is None:
            self._draft = self._new(record, number)
        self._same_account(self._draft, record, number)
        self._movement = _Movement(number, record)

    def _complete(self, record: str, number: int) -> None:
        movement = self._movement
        if movement is None:
            raise self._fault(
                (
                    "a complement (05) follows no movement (04)",
                    "un complément (05) ne suit aucun mouvement (04)",
                ),
                number,
            )
        movement.held += 1
        if movement.held <= _DETAILS_MAX:
            written = record[48:118].rstrip()
            movement.details.setdefault(record[45:48], []).append(written)

    def _flush(self) -> Iterator[InputFileError]:
        movement, self._movement = self._movement, None
        if movement is not None and self._draft is not None:
            try:
                self._draft.add(self._line(movement, self._draft.account))
            except _Refused as refused:
                yield refused.fault

    def _line(self, movement: _Movement, own: str) -> BankLine:
        record, details = movement.record, movement.details
        money = self._money(record, movement.number)
        booked_on = self._day(record[34:40], movement.number, "35-40")
        returned, back = _returned(record, details)
        label, entry = record[48:80].rstrip(), record[81:88].strip()
        text = _text(label, details, record[104:120])
        joined = "\n".join(one for told in details.values() for one in told)
        parties = "\n".join(
            one for kind, told in details.items() for one in told if kind not in _TEXTS
        )
        return BankLine(
            booked_on,
            money,
            value_on=_six_digits(record[42:48]),
            bank_ref=entry_reference(entry if entry.strip("0") else "", booked_on),
            end_to_end=said(details.get("RCN", [""])[0][:_REFERENCE]),
            creditor_reference=creditor_reference_in(f"{joined}\n{label}"),
            name=_name(details, received=(money.minor > 0) != back),
            iban=iban_in(parties, own=own),
            text=text,
            code=record[32:34].strip(),
            return_reason=returned or reason_of(text, money.minor),
            line=movement.number,
        )

    def _new(self, record: str, number: int) -> Draft:
        return Draft(
            self._file,
            account=_account(record),
            currency=self._currency(record, number),
        )

    def _same_account(self, draft: Draft, record: str, number: int) -> None:
        if draft.account != (found := _account(record)):
            raise self._fault(
                (
                    f"the record is of account {found}, the statement of "
                    f"{draft.account}",
                    f"l’enregistrement est du compte {found}, le relevé de "
                    f"{draft.account}",
                ),
                number,
            )

    def _currency(self, record: str, number: int) -> str:
        code = record[16:19].strip()
        try:
            return checked_currency(code) if code else self._default
        except MoneyError as error:
            raise self._fault(
                (
                    f"“{code}” in 17-19 is not a currency; expected for instance EUR",
                    f"« {code} » en 17-19 n’est pas une devise ; attendu par exemple "
                    "EUR",
                ),
                number,
            ) from error

    def _money(self, record: str, number: int) -> Money:
        """Return the amount in 91-104 of a record.

        Raises:
            _Refused: it is none.
        """
        written, currency = record[90:104], self._currency(record, number)
        decimals = int(record[19]) if record[19] in "0123456789" else 2
        last, sign = _LAST.get(written[-1], ("", 0))
        digits = written[:-1].strip().rjust(len(written), "0") + last
        cut = len(digits) - decimals
        minor = exact_minor(
            f"{digits[:cut].lstrip('0') or '0'}.{digits[cut:]}", currency
        )
        if not sign or minor is None:
            raise self._fault(
                (
                    f"“{written}” in 91-104 is not an amount; expected digits and a "
                    "last character from { to I or } to R",
                    f"« {written} » en 91-104 n’est pas un montant ; des chiffres et "
                    "un dernier caractère de { à I ou de } à R attendus",
                ),
                number,
            )
        return Money(sign * minor, currency)

    def _day(self, written: str, number: int, where: str) -> date:
        day = _six_digits(written)
        if day is None:
            raise self._fault(
                (
                    f"“{written}” in {where} is not a date; expected DDMMYY",
                    f"« {written} » en {where} n’est pas une date ; JJMMAA attendu",
                ),
                number,
            )
        return day

    def _fault(self, what: Both, number: int) -> _Refused:
        return _Refused(InputFileError(what, file=self._file, line=number))


class _Refused(Exception):  # noqa: N818 - an outcome of one record
    """A record is refused, and the file goes on."""

    def __init__(self, fault: InputFileError) -> None:
        super().__init__(str(fault))
        self.fault = fault


def _six_digits(written: str) -> date | None:
    if not (written.isascii() and written.isdecimal()):
        return None
    return day_of(int(written[4:6]), int(written[2:4]), int(written[:2]))


def _account(record: str) -> str:
    return french_account(record[2:7], record[11:16], record[21:32])


def _returned(record: str, details: dict[str, list[str]]) -> tuple[str, bool]:
    """Return why a movement came back, and whether it did."""
    told = " ".join(details.get("RET", ()))
    motive = record[40:42].strip("0 ")
    back = bool(told or motive)
    reason = reason_in(told) or said(told)
    return reason or (record[40:42].strip() if motive else ""), back


def _name(details: dict[str, list[str]], *, received: bool) -> str:
    """Return who pays or who is paid; the other one where only that one is said."""
    order = ("NPY", "NPO", "NBE", "NBU") if received else ("NBE", "NBU", "NPY", "NPO")
    return next((said(details[one][0]) for one in order if details.get(one)), "")


def _text(label: str, details: dict[str, list[str]], reference: str) -> str:
    others = [one for one in details if one not in _TEXTS and one not in _NO_TEXT]
    free = "".join(details.get("LCC", ())) + "".join(details.get("LC2", ()))
    return text_of(
        [
            label,
            free,
            *details.get("LCS", ()),
            *details.get("LIB", ()),
            *(one for other in others for one in details[other]),
            *details.get("REF", ()),
            reference,
        ]
    )
