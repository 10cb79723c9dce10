"""Read OFX: statements in the SGML of version 1 and the XML of version 2."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from io import TextIOWrapper
from typing import Final

from collector_bot.core.bank import BankLine, BankStatement
from collector_bot.core.errors import InputFileError, MoneyError
from collector_bot.core.money import Money, checked_currency, is_currency
from collector_bot.core.wording import Both
from collector_bot.files.bank_lines import unfinished
from collector_bot.files.bank_parts import (
    Draft,
    account_number,
    creditor_reference_in,
    day_of,
    entry_reference,
    exact_minor,
    french_account,
    iban_in,
    reason_of,
    said,
    text_of,
)
from collector_bot.files.table import Progress
from collector_bot.files.text import TextFile

OFX_FIRST: Final = re.compile(
    r"\s*(?:OFXHEADER\s*:|(?:<\?xml[^>]*>\s*)?<\?OFX\b|(?:<\?xml[^>]*>\s*)?<OFX>)",
    re.IGNORECASE,
)
# One reader for both: a document type or an entity of one's own has no meaning to it.
# Each part is bounded, or a file of nothing but < would take hours.
_TOKEN = re.compile(
    r"<!\[CDATA\[(?P<cdata>[^\]]{0,1000})\]\]>(?P<after>[^<]*)"
    r"|<(?P<end>/?)(?P<name>[A-Za-z0-9_.]+)\s*/?>(?P<value>[^<]*)"
    r"|<[^<>]{0,4000}>[^<]*"
)
_PIECE = 1 << 16
_HELD_MAX = 1 << 20
_KEYS_MAX = 60
_TAGS_MAX = 5_000  # between two movements: far more than any has
_STATEMENTS: Final = frozenset({"STMTRS", "CCSTMTRS"})
_FRENCH_LENGTH = 5  # digits of a French bank and of its branch
_DAY = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")


def read_ofx(
    text: TextFile, *, default_currency: str, progress: Progress | None = None
) -> Iterator[BankStatement | InputFileError]:
    """Yield the statements of a file, and a fault for each refused movement.

    The ledger balance is the closing one; no opening balance is ever said.

    Raises:
        InputFileError: there is no statement, one is not finished, or a document type
            is declared.

    Source:
        Financial Data Exchange, Open Financial Exchange 1.0.3 to 2.3.
    """
    reader = _OfxReader(text.path.name, default_currency)
    for line, match in _tokens(text, progress):
        if match["name"]:
            yield from reader.take(
                ("/" if match["end"] else "") + match["name"].upper(),
                match["value"],
                line,
            )
        elif match["cdata"] is not None:
            reader.more(match["cdata"] + match["after"])
        elif match[0].upper().startswith(("<!DOCTYPE", "<!ENTITY")):
            what = (
                "the file declares a document type, which no bank statement does",
                "le fichier déclare un type de document, ce qu’aucun relevé bancaire"
                " ne fait",
            )
            raise InputFileError(what, file=text.path.name, line=line)
    reader.end()


def _tokens(
    text: TextFile, progress: Progress | None
) -> Iterator[tuple[int, re.Match[str]]]:
    """Yield each tag with what follows it, and its 1-based line."""
    held, line, told = "", 1, 0
    with (
        text.path.open("rb") as raw,
        TextIOWrapper(raw, text.encoding, errors="replace") as handle,
    ):
        while piece := handle.read(_PIECE):
            held += piece
            if progress is not None:
                progress(raw.tell() - told)
                told = raw.tell()
            ready = held.rfind("<")
            if len(held) - max(ready, 0) > _HELD_MAX:
                raise _too_long(text.path.name, line)
            if ready > 0:
                yield from _in(held[:ready], line)
                line += held.count("\n", 0, ready)
                held = held[ready:]
        yield from _in(held, line)


def _too_long(file: str, line: int) -> InputFileError:
    what = (
        "a movement or a value is longer than any in a bank statement",
        "un mouvement ou une valeur est plus long que dans un relevé bancaire",
    )
    return InputFileError(what, file=file, line=line)


def _in(held: str, line: int) -> Iterator[tuple[int, re.Match[str]]]:
    at = 0
    for match in _TOKEN.finditer(held):
        line += held.count("\n", at, match.start())
        at = match.start()
        yield line, match


class _OfxReader:
    """What is known of a file while its tags go by."""

    def __init__(self, file: str, default_currency: str) -> None:
        self._file, self._default = file, default_currency
        self._draft: Draft | None = None
        self._inside: list[str] = []
        self._moved: dict[str, str] | None = None
        self._line = self._last_line = self._tags = 0
        self._key = ""
        self._found = False
        self._bank = ("", "")

    def take(
        self, name: str, value: str, line: int
    ) -> Iterator[BankStatement | InputFileError]:
        """Take one tag in; yield what it completes."""
        self._last_line = line
        self._tags += 1
        if self._tags > _TAGS_MAX:
            raise _too_long(self._file, line)
        value = unescape(value).strip()
        if name.startswith("/"):
            yield from self._close(name[1:])
        elif name in _STATEMENTS:
            self._draft, self._found, self._inside = Draft(self._file), True, []
            self._bank = ("", "")
        elif name == "STMTTRN":
            yield from self._flush()
            self._moved, self._line, self._inside, self._tags = {}, line, [], 0
        elif value:
            self._leaf(name, value)
        else:
            self._inside = [*self._inside[-9:], name]
            self._key = name

    def more(self, value: str) -> None:
        """Take in the text of a CDATA section: the value of the tag before it."""
        if self._key and value.strip():
            if self._inside and self._inside[-1] == self._key:
                self._inside.pop()
            self._leaf(self._key, value.strip())

    def end(self) -> None:
        """Be told that the file ends.

        Raises:
            InputFileError: there was no statement, or one is not finished.
        """
        if self._draft is not None:
            raise unfinished(self._file, self._last_line, "</STMTRS>")
        if not self._found:
            what = (
                "there is no statement (STMTRS) in this OFX",
                "il n’y a pas de relevé (STMTRS) dans cet OFX",
            )
            raise InputFileError(what, file=self._file)

    def _leaf(self, name: str, value: str) -> None:
        where = self._inside[-1] if self._inside else ""
        if self._moved is not None:
            key = f"{where}/{name}" if where in {"CURRENCY", "BANKACCTTO"} else name
            if len(self._moved) < _KEYS_MAX:
                self._moved.setdefault(key, value)
        elif self._draft is not None and name == "CURDEF":
            told = value.upper()
            self._draft.currency = told if is_currency(told) else ""
        elif self._draft is not None and name == "ACCTID":
            bank, branch = self._bank
            self._draft.account = self._draft.account or (
                french_account(bank, branch, value)
                if len(bank) == len(branch) == _FRENCH_LENGTH
                else account_number(value)
            )
        elif self._draft is not None and name in {"BANKID", "BRANCHID"}:
            bank, branch = self._bank
            self._bank = (value, branch) if name == "BANKID" else (bank, value)
        elif self._draft is not None and (where, name) == ("LEDGERBAL", "BALAMT"):
            minor = _signed(value, self._currency())
            if minor is None:
                raise self._fault(_no_amount("BALAMT", value), self._last_line)
            self._draft.closing = Money(minor, self._currency())

    def _close(self, name: str) -> Iterator[BankStatement | InputFileError]:
        if name in self._inside:
            self._inside = self._inside[: self._inside.index(name)]
        if name in {"STMTTRN", "BANKTRANLIST", "OFX"} or name in _STATEMENTS:
            yield from self._flush()
        if self._draft is not None and (name in _STATEMENTS or name == "OFX"):
            draft, self._draft = self._draft, None
            yield from draft.statements(self._default)

    def _currency(self) -> str:
        return (self._draft.currency if self._draft else "") or self._default

    def _flush(self) -> Iterator[InputFileError]:
        moved, self._moved = self._moved, None
        if moved is None or self._draft is None:
            return
        line = self._line_of(moved, own=self._draft.account)
        if isinstance(line, InputFileError):
            yield line
        else:
            self._draft.add(line)

    def _line_of(self, moved: dict[str, str], *, own: str) -> BankLine | InputFileError:
        currency = moved.get("CURRENCY/CURSYM", "").upper() or self._currency()
        try:
            checked_currency(currency)
        except MoneyError:
            what = (
                f"CURSYM is “{currency[:20]}”; expected a currency such as EUR",
                f"CURSYM vaut « {currency[:20]} » ; devise attendue, comme EUR",
            )
            return self._fault(what, self._line)
        written = moved.get("TRNAMT", "")
        minor = _signed(written, currency)
        if minor is None:
            return self._fault(_no_amount("TRNAMT", written), self._line)
        day = _DAY.match(posted := moved.get("DTPOSTED", ""))
        booked_on = day_of(int(day[1]), int(day[2]), int(day[3])) if day else None
        if booked_on is None:
            what = (
                f"DTPOSTED is “{posted[:20]}”; expected a day such as 20261120",
                f"DTPOSTED vaut « {posted[:20]} » ; jour attendu, comme 20261120",
            )
            return self._fault(what, self._line)
        valued = _DAY.match(moved.get("DTAVAIL", ""))
        name, memo = moved.get("NAME", ""), moved.get("MEMO", "")
        text = text_of((memo, name, moved.get("CHECKNUM", "")))
        return BankLine(
            booked_on,
            Money(minor, currency),
            value_on=day_of(int(valued[1]), int(valued[2]), int(valued[3]))
            if valued
            else None,
            bank_ref=entry_reference(moved.get("FITID", ""), booked_on),
            end_to_end=said(moved.get("REFNUM", "")),
            creditor_reference=creditor_reference_in(f"{name}\n{memo}"),
            name=said(name),
            iban=account_number(moved.get("BANKACCTTO/ACCTID", ""))
            or iban_in(memo, own=own),
            text=text,
            code=said(moved.get("TRNTYPE", "")),
            return_reason=reason_of(text, minor),
            line=self._line,
        )

    def _fault(self, what: Both, line: int) -> InputFileError:
        return InputFileError(what, file=self._file, line=line)


def _signed(written: str, currency: str) -> int | None:
    minor = exact_minor(written.lstrip("+-"), currency)
    if minor is None or len(written) - len(written.lstrip("+-")) > 1:
        return None
    return -minor if written.startswith("-") else minor


def _no_amount(field: str, written: str) -> Both:
    return (
        f"{field} is “{written[:30]}”; expected an amount such as -1234.56",
        f"{field} vaut « {written[:30]} » ; montant attendu, comme -1234.56",
    )
