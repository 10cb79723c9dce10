"""Read customers' and suppliers' lines from a FEC, the French statutory ledger file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from collector_bot.core.errors import InputFileError, InputFileNote, MoneyError
from collector_bot.core.money import Money, checked_currency, exponent
from collector_bot.core.wording import Both
from collector_bot.files.amounts import (
    DIGITS_MAX,
    decide_mark,
    proven_mark,
    read_minor,
    read_scientific,
)
from collector_bot.files.dates import DateReader, NotADate
from collector_bot.files.fec_notes import name_notes, unbalanced
from collector_bot.files.journal import (
    ACCOUNT_MAX,
    PIECE_MAX,
    TRACKED,
    Cells,
    FecLine,
    JournalEntry,
)
from collector_bot.files.table import Batch, Column, Progress, Table, clean, open_table
from collector_bot.files.tally import Tally
from collector_bot.files.wording import (
    ACCOUNT_BLANK,
    BOTH_TAKEN,
    LAW_ASKS_COMMA,
    LAW_ASKS_TABS,
    LINE_BLANK,
    MAY_NOT_BE_BLANK,
    NO_AMOUNT,
    NOT_THREE_DIGITS,
    NOT_TRACKED,
    ONE_POINT,
    THOUSANDS,
    cut_at,
    too_long,
    too_wide,
)

# Source: art. A47 A-1 VII LPF: 18 columns, six of which may be blank. Montant and Sens
# may stand in for Debit and Credit. The four of cash-basis books are known, not read.
_FILLED = (
    "JournalCode JournalLib EcritureNum EcritureDate CompteNum CompteLib CompAuxNum"
    " CompAuxLib PieceRef PieceDate EcritureLib Debit Credit EcritureLet DateLet"
    " ValidDate Montantdevise Idevise Montant Sens"
).split()
_MAY_BE_BLANK = (
    "CompAuxNum CompAuxLib EcritureLet DateLet Montantdevise Idevise".split()
)
_MAY_LACK = {*_MAY_BE_BLANK, "Debit", "Credit", "Montant", "Sens"}
COLUMNS = (
    *(Column(name, required=name not in _MAY_LACK) for name in _FILLED),
    *map(Column, "DateRglt ModeRglt NatOp IdClient".split()),
)
_DATE, _ACCOUNT, _AUX, _PIECE, _DEBIT, _CREDIT = 3, 4, 6, 8, 11, 12
_SUM, _SENSE = 18, 19
_WANTED = {0: "JournalCode", 2: "EcritureNum", 5: "CompteLib", 10: "EcritureLib"}

_ZEROS = frozenset({"", "0", "0,00", "0.00"})
_DEBITS, _CREDITS = frozenset({"D", "+1", "1"}), frozenset({"C", "-1"})
_CENTS = 2


def read_fec(
    path: Path, *, currency: str = "EUR", progress: Progress | None = None
) -> Iterator[list[FecLine] | InputFileError]:
    """Yield the lines on accounts 411, 416 and 401, and one error a faulty line.

    An `InputFileNote` among them refuses no line: what the official checker would
    refuse and is certain all the same (a decimal point, thousands separators, blank
    texts), a name that is not SirenFECAAAAMMJJ, and at the end debits and credits of
    the whole file that differ, which the official checker does not look at.

    A line's kind comes from the accounts of its journal entry, as long as the lines of
    that one stand together. On opening lines what is owed is an invoice.

    Args:
        path: the file; tab or bar, as the law has it, semicolon or comma.
        currency: ISO 4217 code of the books.
        progress: called with the bytes read since the last call.

    Raises:
        InputFileError: the whole file is refused: empty, no text, or without a column
            that may not be blank.

    Source:
        Art. A47 A-1 LPF; BOI-CF-IOR-60-40-20; DGFiP, Test-Compta-Demat.
    """
    with open_table(path, COLUMNS, quoted=None, delimiters="\t|;,") as table:
        reader = _FecReader(table, checked_currency(currency))
        yield from name_notes(path)
        yield from table.notes
        yield from reader.first_notes()
        for batch in table.batches(progress):
            yield from reader.read(batch)
        yield from reader.finish()


class _FecReader:
    """What is known of one file while its lines are read."""

    def __init__(self, table: Table, currency: str) -> None:
        self._table, self._currency = table, currency
        self._by_sense = not (table.has("Debit") and table.has("Credit"))
        if self._by_sense and not (table.has("Montant") and table.has("Sens")):
            raise table.missing([n for n in ("Debit", "Credit") if not table.has(n)])
        amounts = table.sample("Debit", "Credit", "Montant")
        self._mark = decide_mark(amounts)[0] or ","
        self._padded = any(cell != cell.strip() for row in table.first.rows
                           for cell in row)  # fmt: skip
        self._dates = DateReader(table.file)
        self._dates.sample(table.sample("EcritureDate", "PieceDate"))
        self._tally = Tally(table.file)
        self._lines: list[FecLine] = []
        self._entry = JournalEntry(
            self._lines.append, dates=self._dates, tally=self._tally, currency=currency
        )
        self._debits = self._credits = self._tracked = 0

    def first_notes(self) -> Iterator[InputFileNote]:
        """Yield what there is to say before the first line."""
        file = self._table.file
        if lacking := [name for name in _MAY_BE_BLANK if not self._table.has(name)]:
            shown = ", ".join(lacking)
            what = (
                f"the law asks for these columns as well: {shown}",
                f"la loi veut aussi ces colonnes : {shown}",
            )
            yield InputFileNote(what, file=file)
        if self._mark == ".":
            yield InputFileNote(LAW_ASKS_COMMA, file=file)
        if self._table.delimiter not in "\t|":
            yield InputFileNote(LAW_ASKS_TABS, file=file)

    def read(self, batch: Batch) -> Iterator[list[FecLine] | InputFileError]:
        """Yield the lines and the faults of one batch."""
        faults: list[InputFileError] = []
        for line, row in self._quickly(batch):
            try:
                self._patiently(row, line)
            except InputFileError as fault:
                if fault.line is None:
                    raise
                faults.append(fault)
        yield from self._given_out()
        yield from faults
        yield from batch.faults

    def finish(self) -> Iterator[list[FecLine] | InputFileError]:
        """Yield the last lines, what was odd, and whether the file balances."""
        self._entry.close()
        yield from self._given_out()
        yield from self._tally.notes()
        file, code = self._table.file, self._currency
        if not self._tracked:
            yield InputFileNote(NOT_TRACKED, file=file)
        if self._debits != self._credits:
            debits, credits_ = Money(self._debits, code), Money(self._credits, code)
            yield unbalanced(file, debits, credits_, first=self._entry.first_unbalanced)

    def _given_out(self) -> Iterator[list[FecLine]]:
        if self._lines:
            self._tracked += len(self._lines)
            yield self._lines.copy()
            self._lines.clear()

    def _quickly(self, batch: Batch) -> Iterator[tuple[int, list[str]]]:
        """Take the plain rows in; yield the others, in their turn."""
        pick, width, padded = self._table.pick, self._table.width, self._padded
        dates, add, by_sense = self._dates, self._entry.add, self._by_sense
        mark = self._mark if exponent(self._currency) == _CENTS else "none"
        for line, row in zip(batch.lines, batch.rows, strict=True):
            if padded:
                row[:] = [cell.strip() for cell in row]
            if len(row) == width:
                cells = pick([*row, ""])
                account = cells[_ACCOUNT]
                if by_sense:
                    debit, credit = _sides(cells)
                else:
                    debit, credit = cells[_DEBIT], cells[_CREDIT]
                amount = debit if credit in _ZEROS else credit
                digits = amount[:-3] + amount[-2:]
                if (
                    amount[-3:-2] == mark
                    and (debit in _ZEROS or amount is debit)
                    and cells[_DATE] in dates
                    and digits.isdecimal()
                    and digits.isascii()
                    and len(digits) <= DIGITS_MAX
                    and len(account) > 2  # noqa: PLR2004 - three digits, as TRACKED
                    and account[:3].isdecimal()
                    and cells[0]
                    and cells[2]
                    and cells[5]
                    and cells[10]
                    and len(cells[_AUX]) + len(cells[_PIECE]) <= ACCOUNT_MAX
                    and len(account) <= ACCOUNT_MAX
                    and (minor := int(digits))
                ):
                    if amount is debit:
                        self._debits += minor
                        add(cells, line, dates[cells[_DATE]], minor=minor)
                    else:
                        self._credits += minor
                        add(cells, line, dates[cells[_DATE]], minor=-minor)
                    continue
            yield line, row

    def _patiently(self, row: list[str], line: int) -> None:
        """Take one row in.

        Raises:
            InputFileError: the line is faulty.
        """
        if not any(cell.strip() for cell in row):
            self._tally.add(LINE_BLANK, line)
            return
        while len(row) > self._table.width and not row[-1].strip():
            row.pop()
        if len(row) != self._table.width:
            what = too_wide(len(row), self._table.width)
            raise InputFileError(what, file=self._table.file, line=line)
        cells = self._table.pick([clean(cell) for cell in (*row, "")])
        posted_on = self._posted_on(cells, line)
        debit, credit = self._amounts(cells, line)
        self._check_texts(cells, line)
        self._debits += debit
        self._credits += credit
        self._entry.add(cells, line, posted_on, minor=debit - credit)

    def _posted_on(self, cells: Cells, line: int) -> str:
        try:
            return self._dates[cells[_DATE]]
        except NotADate as error:
            raise self._fault(error.both, line, "EcritureDate") from error

    def _amounts(self, cells: Cells, line: int) -> tuple[int, int]:
        """Return debit and credit in minor units, each with its sign."""
        if self._by_sense:
            if cells[_SENSE].upper() not in _DEBITS | _CREDITS:
                shown = cells[_SENSE][:20]
                what = (
                    f"“{shown}” is neither D nor C, +1 nor -1",
                    f"« {shown} » n’est ni D ni C, ni +1 ni -1",
                )
                raise self._fault(what, line, "Sens")
            texts, names = _sides(cells), ("Montant", "Montant")
        else:
            texts, names = (cells[_DEBIT], cells[_CREDIT]), ("Debit", "Credit")
        debit = self._minor(texts[0], line, names[0])
        credit = self._minor(texts[1], line, names[1])
        if bool(debit) == bool(credit):
            self._tally.add(BOTH_TAKEN if debit else NO_AMOUNT, line)
        return debit, credit

    def _minor(self, text: str, line: int, column: str) -> int:
        """Return one amount, however it is written, as long as it is certain."""
        if text in _ZEROS:
            return 0
        own = proven_mark(text)
        other = "," if self._mark == "." else "."
        mark = own or ("" if other in text else self._mark)
        try:
            minor = read_scientific(text, self._currency)
            if minor is None:
                minor = read_minor(text, mark=mark, currency=self._currency)
        except MoneyError as error:
            raise self._fault(error.both, line, column) from error
        if own == "." != self._mark:
            self._tally.add(ONE_POINT, line, column)
        if mark and re.search(r"\d\D+\d", text.partition(mark)[0]):
            self._tally.add(THOUSANDS, line, column)
        return minor

    def _check_texts(self, cells: Cells, line: int) -> None:
        """Refuse what cannot be an account; count what should be filled and is not."""
        account = cells[_ACCOUNT]
        if not account:
            raise self._fault(ACCOUNT_BLANK, line, "CompteNum")
        if not re.match(r"[0-9]{3}", account):
            self._tally.add(NOT_THREE_DIGITS, line, "CompteNum")
        for place, column in _WANTED.items():
            if not cells[place]:
                self._tally.add(MAY_NOT_BE_BLANK, line, column)
        if account[:3] not in TRACKED:
            return
        code = cells[_AUX] or account
        if len(code) > ACCOUNT_MAX:
            what = too_long(len(code), ACCOUNT_MAX)
            raise self._fault(what, line, "CompAuxNum" if cells[_AUX] else "CompteNum")
        if len(cells[_PIECE]) > PIECE_MAX:
            self._tally.add(cut_at(PIECE_MAX), line, "PieceRef")

    def _fault(self, what: Both, line: int, column: str) -> InputFileError:
        return InputFileError(what, file=self._table.file, line=line, column=column)


def _sides(cells: Cells) -> tuple[str, str]:
    """Return debit and credit where Montant and Sens stand in for them."""
    sense = cells[_SENSE].upper()
    if sense in _DEBITS:
        return cells[_SUM], ""
    return ("", cells[_SUM]) if sense in _CREDITS else ("?", "?")
