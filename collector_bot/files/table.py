"""Open a delimited text file as a table: dialect, header and batches of rows."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple, TextIO

from collector_bot.core.errors import InputFileError, InputFileNote
from collector_bot.core.field_names import field_name
from collector_bot.files.text import TextFile, inspect_text, unopened
from collector_bot.files.wording import IS_A_FEC, NO_ROWS, too_wide, unreadable

BATCH_ROWS = 2_000
DELIMITERS = ";,\t|"
_DELIMITER_NAMES = {
    ";": ("a semicolon", "un point-virgule"),
    ",": ("a comma", "une virgule"),
    "\t": ("a tab", "une tabulation"),
    "|": ("a bar", "une barre"),
}
_HEADER_TRIES = 20
_FEC_SIGNS = {"journalcode", "ecriturenum", "comptenum"}
_NAMES_SHOWN = 30
_LINE_BREAK = re.compile(r"\r\n|\r|\n")
_SEP_LINE = re.compile(r'"?sep=(?P<mark>[;,\t|])"?', re.IGNORECASE)

Progress = Callable[[int], None]
"""Called with the bytes read since the last call; the calls add up to the file."""


class Column(NamedTuple):
    """A column we read: our name, other spellings of it, and whether it must be there.

    Spellings are compared without case, accents, spaces and punctuation.
    """

    name: str
    spellings: tuple[str, ...] = ()
    required: bool = False


class Batch(NamedTuple):
    """Some rows and the line each begins on; at most 2 000, blank lines included.

    `faults` are records that could not be parted into cells.
    """

    lines: Sequence[int]
    rows: list[list[str]]
    faults: tuple[InputFileError, ...] = ()


class Table:
    """An open table whose header is understood.

    Attributes:
        file: base name of the file.
        notes: what the header and the encoding gave to say.
        width: cells the header has; `fit` brings a row to it.
        pick: cells of our columns, in our order, from a row that `fit` returned or
            that has `width` cells and one blank one appended; a column the file has
            not gives that blank.
        first: the first batch, to look at before the rows are read.
        delimiter: what parts the cells.
    """

    def __init__(
        self,
        text: TextFile,
        handle: TextIO,
        *,
        columns: Sequence[Column],
        quoted: bool | None,
        delimiters: str,
        search: bool,
    ) -> None:
        self.file = text.path.name
        self.notes: list[InputFileNote] = list(text.notes)
        self._handle = handle
        self._bytes = handle.buffer
        self._told = 0
        line, self._skipped = (
            self._likeliest_line(columns, delimiters) if search else self._header_line()
        )
        self.delimiter, self.header = _best_header(line, columns, delimiters)
        self.width = len(self.header)
        self._columns = columns
        self.pick = self._picker()
        quoted = line.lstrip().startswith('"') if quoted is None else quoted
        self._reader = csv.reader(
            handle,
            delimiter=self.delimiter,
            quoting=csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE,
            strict=True,
        )
        self.first = self._next_batch() or Batch((), [])
        rows, faults = self.first.rows, self.first.faults
        if len(rows) < BATCH_ROWS and not faults and not any(map(any, rows)):
            self.notes.append(InputFileNote(NO_ROWS, file=self.file))

    def has(self, name: str) -> bool:
        """Return whether the file has our column `name`."""
        return name in self._found

    def batches(self, progress: Progress | None = None) -> Iterator[Batch]:
        """Yield all rows, `first` included, in bounded memory."""
        batch: Batch | None = self.first
        while batch is not None:
            yield batch
            if progress is not None:
                at = self._bytes.tell()
                progress(at - self._told)
                self._told = at
            batch = self._next_batch()

    def fit(self, row: list[str], line: int) -> list[str]:
        """Return `row` with `width` + 1 cells, all trimmed, the last one blank.

        Short rows are filled with blanks, as Excel leaves them; blank cells beyond the
        header are dropped.

        Raises:
            InputFileError: cells beyond the header are filled.
        """
        cells = [clean(cell) for cell in row]
        if any(cells[self.width :]):
            mark = _DELIMITER_NAMES[self.delimiter]
            hint = (
                f"Quote cells that hold {mark[0]}",
                f"Mettez entre guillemets droits une zone qui contient {mark[1]}",
            )
            what = too_wide(len(row), self.width)
            raise InputFileError(what, file=self.file, line=line, hint=hint)
        blanks = [""] * (self.width - len(cells))
        return [*cells[: self.width], *blanks, ""]

    def column(self, name: str, rows: Iterable[list[str]]) -> Iterator[str]:
        """Yield our column `name` of some rows, trimmed; blank where a row is short."""
        place = self._found[name]
        for row in rows:
            yield clean(row[place]) if place < len(row) else ""

    def sample(self, *names: str) -> list[str]:
        """Return the filled cells of our columns `names` in the first batch."""
        places = [self._found[name] for name in names if name in self._found]
        return [
            row[place]
            for row in self.first.rows
            for place in places
            if place < len(row) and row[place]
        ]

    def _header_line(self) -> tuple[str, int]:
        """Return the first line that is neither blank nor `sep=`, and its number."""
        for number in range(1, _HEADER_TRIES + 1):
            line = self._handle.readline().strip("\r\n\ufeff")
            if line.strip(" ;,\t|") and not _SEP_LINE.fullmatch(line.strip()):
                return line, number
        none = ("there is no header line", "il n’y a pas de ligne d’en-tête")
        raise InputFileError(none, file=self.file)

    def _likeliest_line(
        self, columns: Sequence[Column], delimiters: str
    ) -> tuple[str, int]:
        """Return which of the first lines shows most of our columns, and its number."""
        ours = _spellings(columns)
        best, most, after = self._header_line(), -1, self._handle.tell()
        line, number = best
        while True:
            _, cells = _best_header(line, columns, delimiters)
            found = len({ours[normal(cell)] for cell in cells if normal(cell) in ours})
            if found > most:
                best, most, after = (line, number), found, self._handle.tell()
            line, number = self._handle.readline(), number + 1
            if not line or number > _HEADER_TRIES:
                self._handle.seek(after)
                return best
            line = line.strip("\r\n")

    def _picker(self) -> Callable[[list[str]], tuple[str, ...]]:
        """Map the header to our columns, and say what is missing or unknown."""
        ours = _spellings(self._columns)
        self._found: dict[str, int] = {}
        unknown = []
        for place, cell in enumerate(self.header):
            name = ours.get(normal(cell))
            if name is None:
                unknown.append(cell)
            elif name in self._found:
                raise self._twice(name, self.header[self._found[name]], cell)
            else:
                self._found[name] = place
        missing = [c.name for c in self._columns if c.required and not self.has(c.name)]
        if missing:
            raise self.missing(missing)
        if named := [cell for cell in unknown if cell]:
            shown = _listed(named)
            what = (
                f"columns nobody reads: {shown}",
                f"des colonnes que personne ne lit : {shown}",
            )
            self.notes.append(InputFileNote(what, file=self.file))
        places = [self._found.get(c.name, self.width) for c in self._columns]
        return itemgetter(*places)

    def missing(self, missing: Sequence[str]) -> InputFileError:
        """Return the refusal of a file without these of our columns."""
        expected = [c.name for c in self._columns]
        found = _listed(self.header)
        verb, fr = "columns are", "les colonnes manquent"
        if len(missing) == 1:
            verb, fr = "column is", "la colonne manque"
        what = (
            f"the {verb} missing: {_listed(missing)}; found {found};"
            f" expected {_listed(expected)}",
            f"{fr} : {_listed_fr(missing)} ; trouvé {found} ;"
            f" attendu {_listed_fr(expected)}",
        )
        hint = IS_A_FEC if set(map(normal, self.header)) >= _FEC_SIGNS else None
        return InputFileError(what, file=self.file, hint=hint)

    def _twice(self, name: str, one: str, other: str) -> InputFileError:
        what = (
            f"two columns are the {name}: “{one}” and “{other}”",
            f"deux colonnes disent {field_name(name, 'fr')} : « {one} » et « {other} »",
        )
        return InputFileError(what, file=self.file)

    def _next_batch(self) -> Batch | None:
        """Read the next rows; a record that is none ends its batch early."""
        before = self._reader.line_num
        rows: list[list[str]] = []
        fault = ""
        try:
            # What was appended before an exception stays appended.
            rows.extend(islice(self._reader, BATCH_ROWS))
        except csv.Error as error:
            fault = str(error)
        start = before + self._skipped + 1
        if self._reader.line_num - before == len(rows):
            if not rows:
                return None
            return Batch(range(start, start + len(rows)), rows)
        lines = _line_numbers(rows, start)
        if not fault:
            return Batch(lines[:-1], rows)
        last = self._reader.line_num + self._skipped
        return Batch(lines[:-1], rows, (self._fault(fault, lines[-1], last),))

    def _fault(self, why: str, line: int, last: int) -> InputFileError:
        """Return what a record the csv module refuses is called."""
        open_ended = "field larger" in why or "unexpected end" in why or last > line
        what = unreadable(line, max(line, last), open_ended=open_ended)
        return InputFileError(what, file=self.file, line=line)


@contextmanager
def open_table(
    path: Path,
    columns: Sequence[Column],
    *,
    quoted: bool | None = True,
    delimiters: str = DELIMITERS,
    search: bool = False,
) -> Iterator[Table]:
    """Open `path` as a table with `columns`, whatever its dialect.

    The delimiter is the one under which the header shows most of our columns. Cells
    may be in double quotes (doubled inside) unless `quoted` is off, where a quote is a
    letter like any other; None asks whether the header is quoted. Any line end does.
    With `search` the header may follow other lines: of the first twenty it is the one
    that shows most of our columns.

    Raises:
        InputFileError: the file is no text, has no header, or lacks a required column.
    """
    text = inspect_text(path)
    try:
        handle = path.open(encoding=text.encoding, errors="replace", newline="")
    except OSError as error:
        raise unopened(path, error) from error
    with handle:
        yield Table(
            text,
            handle,
            columns=columns,
            quoted=quoted,
            delimiters=delimiters,
            search=search,
        )


def clean(cell: str) -> str:
    """Return `cell` trimmed, each run of spaces and control characters one space."""
    if cell.isprintable():
        return cell.strip()
    printable = "".join(
        c if c.isprintable() or c in "\u00a0\u202f" else " " for c in cell
    )
    return re.sub(r"  +", " ", printable).strip()


def normal(name: str) -> str:
    """Return a column's name without case, accents, spaces and punctuation.

    Example:
        >>> normal(" N° de pièce "), normal("DUE_DATE")
        ('ndepiece', 'duedate')
    """
    letters = unicodedata.normalize("NFKD", name.casefold().replace("°", ""))
    return "".join(c for c in letters if c.isalnum())


def _spellings(columns: Iterable[Column]) -> dict[str, str]:
    """Return normal spelling -> our name."""
    return {
        normal(spelling): column.name
        for column in columns
        for spelling in (column.name, *column.spellings)
    }


def _best_header(
    line: str, columns: Sequence[Column], delimiters: str
) -> tuple[str, list[str]]:
    """Return the delimiter that shows most of our columns, and the header's cells."""
    ours = _spellings(columns)
    best, score = (delimiters[0], [clean(line)]), (-1, -1)
    for delimiter in delimiters:
        try:
            cells = next(csv.reader([line], delimiter=delimiter), [])
        except csv.Error:
            continue
        names = [clean(cell) for cell in cells]
        while names and not names[-1]:
            names.pop()
        found = len({ours[normal(n)] for n in names if normal(n) in ours})
        if (found, len(names)) > score:
            best, score = (delimiter, names), (found, len(names))
    return best


def _line_numbers(rows: Iterable[list[str]], start: int) -> list[int]:
    """Return the line each row begins on, then the line after the last row."""
    lines = [start]
    for row in rows:
        breaks = sum(len(_LINE_BREAK.findall(cell)) for cell in row)
        lines.append(lines[-1] + 1 + breaks)
    return lines


def _listed(names: Sequence[str]) -> str:
    """Return names for a sentence, cut where there are too many or too long ones."""
    shown = ", ".join(name[:40] for name in names[:_NAMES_SHOWN] if name)
    return shown + (" …" if len(names) > _NAMES_SHOWN else "")


def _listed_fr(names: Sequence[str]) -> str:
    """Return our names of columns as a French file has them."""
    return _listed([field_name(name, "fr") for name in names])
