"""Read camt.053, camt.054 and camt.052: statements, notifications, reports in XML."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from collector_bot.core.bank import BankLine, BankStatement
from collector_bot.core.errors import InputFileError
from collector_bot.core.money import Money, is_currency
from collector_bot.core.wording import Both
from collector_bot.files.bank_camt_leaves import (
    SIGNS,
    Detail,
    Leaves,
    adds_up,
    code_of,
    detail_of,
    first,
    leaves_of,
    own_references,
    told,
)
from collector_bot.files.bank_parts import (
    Draft,
    account_number,
    entry_reference,
    exact_minor,
    iso_day,
    said,
)
from collector_bot.files.safe_xml import (
    CAMT_NAMES,
    BrokenXmlError,
    UnsafeXmlError,
    drop,
    local,
    stream_safely,
)
from collector_bot.files.table import Progress
from collector_bot.files.tally import Tally

_STATEMENTS: Final = frozenset({"Stmt", "Ntfctn", "Rpt"})
_KEPT: Final = frozenset({"Acct", "Bal", "Ntry"})
_NUMBERS: Final = ("LglSeqNb", "ElctrncSeqNb", "Id")
# What an entry may be without its details, a detail, and what stands between entries:
# far more than any has.
_ELEMENTS_MAX, _CHARACTERS_MAX = 5_000, 1_000_000
_DEPTH_MAX, _DETAILS_MAX = 60, 50_000


def read_camt(
    path: Path, *, default_currency: str, progress: Progress | None = None
) -> Iterator[BankStatement | InputFileError]:
    """Yield the statements of a camt message, and a fault for each refused entry.

    An entry with several transactions is given as these when they add up to it, else
    whole with all their texts; one with a single transaction has the entry's amount.
    Entries that are not booked are left out. Balances of an intraday report
    (camt.052) are not taken: it is no whole day.

    Raises:
        InputFileError: the file is no XML, has a document type, or no such message.

    Source:
        ISO 20022: camt.052, camt.053, camt.054, versions .001.02 to .001.13.
    """
    reader = _CamtReader(path.name, default_currency)
    try:
        for event, element in stream_safely(path, progress):
            yield from reader.take(event, element)
    except UnsafeXmlError as error:
        what = (
            "the XML declares a document type, which no bank statement does",
            "le XML déclare un type de document, ce qu’aucun relevé bancaire ne fait",
        )
        raise InputFileError(what, file=path.name) from error
    except BrokenXmlError as error:
        what = (
            "this is broken or unfinished XML",
            "c’est un XML abîmé ou incomplet",
        )
        hint = ("Download it again", "Téléchargez-le à nouveau")
        raise InputFileError(
            what, file=path.name, line=error.line or None, hint=hint
        ) from error
    yield from reader.end()


_NOT_BOOKED: Final = (
    "a movement is not booked yet, so it is left out",
    "un mouvement n’est pas encore comptabilisé, il est laissé de côté",
)


class _CamtReader:
    """What is known of a message while its elements go by."""

    def __init__(self, file: str, default_currency: str) -> None:
        self._file, self._default = file, default_currency
        self._path: list[str] = []
        self._kept = ""  # the element whose children are held: Acct, Bal or Ntry
        self._held = self._characters = 0
        self._draft: Draft | None = None
        self._details: list[Detail] = []
        self._root = ""
        self._entries = 0
        self._found = False
        self._tally = Tally(file)

    def take(
        self, event: str, element: Any
    ) -> Iterator[BankStatement | InputFileError]:
        """Take one event in; yield what it completes."""
        name = local(element)
        if event == "start":
            self._open(name, element)
            return
        self._path.pop()
        if self._kept:
            self._characters += len(element.text or "")
            if self._characters > _CHARACTERS_MAX:
                raise self._too_big(element)
        if name == "TxDtls" and self._kept == "Ntry":
            if len(self._details) >= _DETAILS_MAX:
                raise self._too_big(element)
            self._details.append(detail_of(element))
            drop(element)
            self._held = self._characters = 0
        elif self._in_statement() and self._draft is not None:
            yield from self._part(name, element, self._draft)
        elif name in _STATEMENTS and self._draft is not None and self._in_message():
            yield from self._draft.statements(self._default)
            self._draft = None
        if not self._kept:
            drop(element)

    def end(self) -> Iterator[InputFileError]:
        """Yield what there is to say after the last element.

        Raises:
            InputFileError: there was no statement in it.
        """
        if not self._found:
            what = (
                f"this XML is no bank statement but “{self._root}”; expected camt.053, "
                "camt.054 or camt.052",
                f"ce XML n’est pas un relevé bancaire mais « {self._root} » ; "
                "camt.053, camt.054 ou camt.052 attendu",
            )
            raise InputFileError(what, file=self._file)
        yield from self._tally.notes()

    def _open(self, name: str, element: Any) -> None:
        if not self._path:
            self._root = _shown_root(element)
        self._held += 1
        if len(self._path) > _DEPTH_MAX or self._held > _ELEMENTS_MAX:
            raise self._too_big(element)
        if not self._kept and name in _STATEMENTS and self._in_message():
            self._draft, self._found = Draft(self._file), True
        elif not self._kept and name in _KEPT and self._in_statement():
            self._kept, self._held, self._characters = name, 0, 0
            self._details = []
        self._path.append(name)

    def _in_message(self) -> bool:
        return bool(self._path) and self._path[-1] in CAMT_NAMES

    def _in_statement(self) -> bool:
        return (
            len(self._path) > 1
            and self._path[-1] in _STATEMENTS
            and self._path[-2] in CAMT_NAMES
        )

    def _part(self, name: str, element: Any, draft: Draft) -> Iterator[InputFileError]:
        """Take in what stands directly in a statement."""
        if name == self._kept:
            self._kept = ""
        if name == "Ntry":
            self._entries += 1
            try:
                self._entry(element, draft)
            except InputFileError as fault:
                if fault.line is None:
                    raise
                yield fault
        elif name == "Acct":
            leaves = leaves_of(element)
            draft.account = account_number(first(leaves, "Id/IBAN", "Id/Othr/Id"))
            told_currency = first(leaves, "Ccy")
            draft.currency = told_currency if is_currency(told_currency) else ""
        elif name == "Bal" and "BkToCstmrAcctRpt" not in self._path:
            self._balance(element, draft)
        elif name in _NUMBERS:
            # The order of the schema is Id, ElctrncSeqNb, …, LglSeqNb: the last wins.
            draft.number = said(element.text or "") or draft.number

    def _balance(self, element: Any, draft: Draft) -> None:
        leaves = leaves_of(element)
        kind = first(leaves, "Tp/CdOrPrtry/Cd")
        sign = SIGNS.get(first(leaves, "CdtDbtInd"), 1)
        currency = first(leaves, "Amt@Ccy") or draft.currency or self._default
        minor = exact_minor(first(leaves, "Amt"), currency)
        if minor is None:
            raise self._fault(
                _no_amount("Bal/Amt", first(leaves, "Amt"), currency), element
            )
        money = Money(sign * minor, currency)
        if kind == "OPBD" or (kind in {"PRCD", "ITBD"} and draft.opening is None):
            draft.opening = money
        # An interim balance closes the page that has no other.
        if kind == "CLBD" or (
            kind == "ITBD" and draft.lines and not self._closed(draft)
        ):
            draft.closing = money

    @staticmethod
    def _closed(draft: Draft) -> bool:
        return draft.closing is not None

    def _entry(self, element: Any, draft: Draft) -> None:
        """Add an entry's movements.

        Raises:
            InputFileError: its amount, sense or day cannot be read.
        """
        leaves = leaves_of(element)
        status = first(leaves, "Sts/Cd", "Sts", "Sts/Prtry") or "BOOK"
        if status != "BOOK":
            self._tally.add(_NOT_BOOKED, element.sourceline or 1)
            return
        entry = self._line(element, leaves, draft)
        details = self._details
        if len(details) > 1 and adds_up(entry, details):
            references = own_references(entry, details)
            for reference, detail in zip(references, details, strict=True):
                amount = Money(detail.minor or 0, detail.currency)
                one = told(
                    replace(entry, amount=amount), [detail], leaves, own=draft.account
                )
                draft.add(replace(one, bank_ref=reference, line=len(draft.lines) + 1))
            return
        line = told(entry, details, leaves, own=draft.account)
        if not line.bank_ref and len(details) == 1:
            reference = entry_reference(
                first(details[0].leaves, "Refs/AcctSvcrRef"), entry.booked_on
            )
            line = replace(line, bank_ref=reference)
        draft.add(replace(line, line=len(draft.lines) + 1))

    def _line(self, element: Any, leaves: Leaves, draft: Draft) -> BankLine:
        """Return what the entry itself says: amount, days, code and reference."""
        currency = first(leaves, "Amt@Ccy") or draft.currency or self._default
        minor = exact_minor(first(leaves, "Amt"), currency)
        if minor is None:
            raise self._fault(
                _no_amount("Amt", first(leaves, "Amt"), currency), element
            )
        sense = first(leaves, "CdtDbtInd")
        if sense not in SIGNS:
            raise self._fault(
                (
                    f"CdtDbtInd is “{sense[:20]}”; expected CRDT or DBIT",
                    f"CdtDbtInd vaut « {sense[:20]} » ; CRDT ou DBIT attendu",
                ),
                element,
            )
        value_on = iso_day(first(leaves, "ValDt/Dt", "ValDt/DtTm"))
        written = first(leaves, "BookgDt/Dt", "BookgDt/DtTm")
        booked_on = iso_day(written) if written else value_on
        if booked_on is None:
            raise self._fault(
                (
                    f"BookgDt is “{written[:20]}”; expected a date as 2026-11-20",
                    f"BookgDt vaut « {written[:20]} » ; date attendue, 2026-11-20",
                ),
                element,
            )
        return BankLine(
            booked_on,
            Money(SIGNS[sense] * minor, currency),
            value_on=value_on,
            bank_ref=entry_reference(first(leaves, "AcctSvcrRef"), booked_on),
            code=code_of(leaves),
            is_reversal=first(leaves, "RvslInd").lower() in {"true", "1"},
        )

    def _fault(self, what: Both, element: Any) -> InputFileError:
        where = (
            f"movement {self._entries}: {what[0]}",
            f"mouvement {self._entries} : {what[1]}",
        )
        return InputFileError(where, file=self._file, line=element.sourceline or 1)

    def _too_big(self, element: Any) -> InputFileError:
        what = (
            "an element is larger or deeper than any in a bank statement",
            "un élément est plus gros ou plus profond que dans un relevé bancaire",
        )
        return InputFileError(what, file=self._file, line=element.sourceline)


def _no_amount(field: str, written: str, currency: str) -> Both:
    shown = f"{written[:30]} {currency[:10]}".strip()
    return (
        f"{field} is “{shown}”; expected an amount such as 1234.56 EUR",
        f"{field} vaut « {shown} » ; montant attendu, comme 1234.56 EUR",
    )


def _shown_root(element: Any) -> str:
    space, _, name = str(element.tag).lstrip("{").rpartition("}")
    return (space.rpartition(":")[2] or name)[:60]
