"""Read ledger entries from a delimited file: a fast path, and a patient one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from collector_bot.core.errors import InputFileError, InputFileNote, MoneyError
from collector_bot.core.ledger import Kind, Side
from collector_bot.core.money import checked_currency, exponent
from collector_bot.core.wording import Both
from collector_bot.files.amounts import DIGITS_MAX, decide_mark, proven_mark, read_minor
from collector_bot.files.dates import DateReader, NotADate
from collector_bot.files.kinds import kind_of_word, says_credit_note
from collector_bot.files.table import Batch, Column, Progress, Table, open_table
from collector_bot.files.tally import Tally
from collector_bot.files.wording import (
    ACCOUNT_BLANK,
    BOTH_FILLED,
    DATE_BLANK,
    NO_AMOUNT,
    PIECE_BLANK,
    TWO_MARKS,
    due_before_dated,
    not_a_currency,
    too_long,
)

COLUMNS = (
    Column("account", ("compte", "code", "code client", "compte client", "client",
                       "customer", "compte auxiliaire", "account code"), required=True),
    Column("kind", ("type", "nature", "type de piece")),
    Column("piece", ("n° piece", "n° de piece", "numero de piece", "numero", "facture",
                     "n° facture", "invoice", "invoice number", "document",
                     "reference", "ref piece"), required=True),
    Column("date", ("date piece", "date de piece", "date facture", "date de facture",
                    "invoice date", "document date", "dated on"), required=True),
    Column("due_date", ("echeance", "date echeance", "date d'echeance", "due",
                        "due on")),
    Column("debit", ("montant debit",), required=True),
    Column("credit", ("montant credit",), required=True),
    Column("currency", ("devise", "monnaie")),
    Column("label", ("libelle", "libelle ecriture", "intitule", "description")),
)  # fmt: skip

ACCOUNT_MAX, PIECE_MAX, LABEL_MAX = 64, 100, 500
_ZEROS = frozenset({"", "0", "0.00", "0,00"})
_SHORT_MAX = 64  # characters of account and piece together, for the fast path
_CENTS = 2
# An invoice of less than nothing is a credit note, and the other way round.
_TURNED = {Kind.INVOICE: Kind.CREDIT_NOTE, Kind.CREDIT_NOTE: Kind.INVOICE}


class EntryLine(NamedTuple):
    """One entry as a file has it; `amount_minor` is more than zero.

    `side` is "D" or "C", `kind` a value of `core.ledger.Kind`, dates are ISO text and
    `due_on` is "" when the file gives none; `line` is 1-based.
    """

    account: str
    side: str
    kind: str
    piece: str
    dated_on: str
    due_on: str
    amount_minor: int
    currency: str
    label: str
    line: int


def read_entries(
    path: Path, *, default_currency: str, progress: Progress | None = None
) -> Iterator[list[EntryLine] | InputFileError]:
    """Yield a file's entries in batches, and one `InputFileError` a refused row.

    An `InputFileNote` among them says something about the file and refuses no row.

    - Columns in any order: account, piece, date, debit and credit must be there; kind,
      due_date, currency and label need not. French names do as well.
    - One of debit and credit is filled. A negative debit is a credit, a negative
      credit a debit: the same line turned round.
    - A blank kind is derived as on a customer's account: a debit is an invoice; a
      credit is a payment, or a credit note where piece or label says so; a negative
      debit is a credit note and a negative credit is "other". An invoice given as a
      negative debit is a credit note.
    - Dates are ISO or day first; decimals have a comma or a point, as the file proves.
    - Account and piece may have 64 and 100 characters; a label is cut at 500.

    Args:
        path: a delimited text file.
        default_currency: ISO 4217 code of rows that name none.
        progress: called with the bytes read since the last call.

    Raises:
        InputFileError: the whole file is refused. When its dates turn out to have the
            month first this may come after some batches: write them in one transaction.
    """
    with open_table(path, COLUMNS) as table:
        reader = _EntryReader(table, checked_currency(default_currency))
        yield from reader.notes()
        for batch in table.batches(progress):
            lines, faults = reader.read(batch)
            if lines:
                yield lines
            yield from faults
        yield from reader.last_notes()


class _EntryReader:
    """What is known of one file while its rows are read."""

    def __init__(self, table: Table, default_currency: str) -> None:
        self._table = table
        self._dates = DateReader(table.file)
        self._dates.sample(table.sample("date", "due_date"))
        self._mark, self._mixed = decide_mark(table.sample("debit", "credit"))
        # Cell -> currency; the fast path's are those of two decimals.
        self._currencies = {"": default_currency}
        self._cents: dict[str, str] = {}
        self._currency("", 0)
        # Cell -> kind; "" asks piece and label.
        self._debit_kinds = {"": Kind.INVOICE.value}
        self._credit_kinds = {"": ""}
        self._tally = Tally(table.file)

    def notes(self) -> Iterator[InputFileNote]:
        """Yield what there is to say before the first row."""
        yield from self._table.notes
        if self._mixed:
            yield InputFileNote(TWO_MARKS, file=self._table.file)

    def last_notes(self) -> Iterator[InputFileNote]:
        """Yield what there is to say after the last row."""
        return self._tally.notes()

    def read(self, batch: Batch) -> tuple[list[EntryLine], list[InputFileError]]:
        """Return the entries and the faults of one batch."""
        lines: list[EntryLine] = []
        faults: list[InputFileError] = []
        for line, row in self._quickly(batch, lines):
            try:
                one = self._patiently(row, line)
                lines.append(one)
                if one.due_on and one.due_on < one.dated_on:
                    faults.append(self._due_early(one))
            except InputFileError as fault:
                if fault.line is None:
                    raise
                faults.append(fault)
        return lines, [*faults, *batch.faults]

    def _quickly(
        self, batch: Batch, lines: list[EntryLine]
    ) -> Iterator[tuple[int, list[str]]]:
        """Append the plain rows to `lines`; yield the others, in their turn."""
        pick, width, mark = self._table.pick, self._table.width, self._mark or "none"
        dates, cents, make = self._dates, self._cents, EntryLine._make
        debit_kinds, credit_kinds = self._debit_kinds, self._credit_kinds
        for line, row in zip(batch.lines, batch.rows, strict=True):
            if len(row) == width:
                row.append("")
                account, kind, piece, date, due, debit, credit, currency, label = pick(
                    row
                )
                if credit in _ZEROS:
                    side, amount, kinds = "D", debit, debit_kinds
                else:
                    side, kinds = "C", credit_kinds
                    amount = credit if debit in _ZEROS else ""
                digits = amount[:-3] + amount[-2:]
                words = f"{account}{piece}{label}"
                if (
                    amount[-3:-2] == mark
                    and date in dates
                    and (not due or (due in dates and dates[due] >= dates[date]))
                    and currency in cents
                    and kind in kinds
                    and digits.isdecimal()
                    and digits.isascii()
                    and len(digits) <= DIGITS_MAX
                    and words.isprintable()
                    and len(words) - len(label) <= _SHORT_MAX
                    and len(label) <= LABEL_MAX
                    and (account := account.strip())
                    and (piece := piece.strip())
                    and (minor := int(digits))
                ):
                    lines.append(
                        make((
                            account,
                            side,
                            kinds[kind] or _credit_kind(piece, label),
                            piece,
                            dates[date],
                            dates[due] if due else "",
                            minor,
                            cents[currency],
                            label.strip(),
                            line,
                        ))
                    )  # fmt: skip
                    continue
            if any(row):
                yield line, row

    def _patiently(self, row: list[str], line: int) -> EntryLine:
        """Return the entry of one row.

        Raises:
            InputFileError: the row is refused.
        """
        account, kind, piece, date, due, debit, credit, currency, label = (
            self._table.pick(self._table.fit(row, line))
        )
        self._check_text("account", account, line=line, longest=ACCOUNT_MAX)
        self._check_text("piece", piece, line=line, longest=PIECE_MAX)
        if not account:
            raise self._fault(ACCOUNT_BLANK, line, "account")
        code = self._currency(currency, line)
        minor = self._minor(debit, "debit", line=line, currency=code)
        if minor and self._minor(credit, "credit", line=line, currency=code):
            raise self._fault(BOTH_FILLED, line, "credit")
        column = "debit" if minor else "credit"
        minor = minor or self._minor(credit, "credit", line=line, currency=code)
        if not minor:
            raise self._fault(NO_AMOUNT, line, "debit")
        side = Side.DEBIT if (column == "debit") == (minor > 0) else Side.CREDIT
        found = self._kind(kind, column, line=line, turned=minor < 0)
        if not piece:
            self._tally.add(PIECE_BLANK, line, "piece")
        return EntryLine(
            account,
            side.value,
            found or _credit_kind(piece, label),
            piece,
            self._date(date, "date", line),
            self._date(due, "due_date", line) if due else "",
            abs(minor),
            code,
            label[:LABEL_MAX],
            line,
        )

    def _due_early(self, one: EntryLine) -> InputFileNote:
        return InputFileNote(
            due_before_dated(one.due_on, one.dated_on),
            file=self._table.file,
            line=one.line,
            column="due_date",
        )

    def _kind(self, cell: str, column: str, *, line: int, turned: bool) -> str:
        """Return the kind, or "" when piece and label are to be asked."""
        named = kind_of_word(cell) if cell else None
        if cell and named is None:
            what = (
                f"“{cell[:40]}” is no kind of entry",
                f"« {cell[:40]} » n’est pas une nature d’écriture",
            )
            raise self._fault(what, line, "kind")
        if not turned:
            kinds = self._debit_kinds if column == "debit" else self._credit_kinds
            if named is not None and len(cell) <= PIECE_MAX:
                kinds[cell] = named.value
            return named.value if named else kinds[""]
        if named is None:
            return (Kind.CREDIT_NOTE if column == "debit" else Kind.OTHER).value
        return _TURNED.get(named, named).value

    def _minor(self, cell: str, column: str, *, line: int, currency: str) -> int:
        try:
            minor = read_minor(cell, mark=self._mark, currency=currency)
        except MoneyError as error:
            raise self._fault(error.both, line, column) from error
        if not self._mark and not self._mixed:
            self._mark = proven_mark(cell)
        return minor

    def _date(self, cell: str, column: str, line: int) -> str:
        if not cell:
            raise self._fault(DATE_BLANK, line, column)
        try:
            return self._dates[cell]
        except NotADate as error:
            raise self._fault(error.both, line, column) from error

    def _currency(self, cell: str, line: int) -> str:
        known = self._currencies.get(cell)
        if known is None:
            try:
                known = checked_currency(cell.upper())
            except MoneyError as error:
                raise self._fault(not_a_currency(cell), line, "currency") from error
        self._currencies[cell] = known
        if exponent(known) == _CENTS:
            self._cents[cell] = known
        return known

    def _check_text(self, column: str, cell: str, *, line: int, longest: int) -> None:
        if len(cell) > longest:
            raise self._fault(too_long(len(cell), longest), line, column)

    def _fault(self, what: Both, line: int, column: str) -> InputFileError:
        return InputFileError(what, file=self._table.file, line=line, column=column)


def _credit_kind(piece: str, label: str) -> str:
    """Return what a credit is that no column names: our choice."""
    noted = says_credit_note(piece, label)
    return (Kind.CREDIT_NOTE if noted else Kind.PAYMENT).value
