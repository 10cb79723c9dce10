"""Everything is printed here: lines, tables at 80 columns, JSON objects."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from collector_bot.core.money import Money
from collector_bot.slack.cards.build import one_line

Progress = Callable[[int], None]

WIDTH = 80
ROWS_MAX = 2000
_TEXT_MIN = 10
_SPACE = 2  # between two columns, one where they are too wide
# rich breaks lines at no-break spaces; while it lays out, two private signs stand for
# them: nobody's words reach a table with such a sign, `cell` takes them out.
_GLUED = str.maketrans("\u00a0\u202f", "\ue000\ue001")
_LOOSE = str.maketrans("\ue000\ue001", "\u00a0\u202f")
_NOT_ASCII = re.compile(r"[^\x20-\x7e]")
_NOT_FIGURE = re.compile(r"[^-\d.,\u202f]")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: words wrap; amounts, dates and numbers never break."""

    heading: str
    kind: str = "words"

    @property
    def breaks(self) -> bool:
        """Whether its cells may be broken over lines."""
        return self.kind == "words"


def words(heading: str) -> Column:
    """Return a column of text that wraps."""
    return Column(heading)


def fixed(heading: str) -> Column:
    """Return a column of codes or dates, to the left, never broken."""
    return Column(heading, "fixed")


def figures(heading: str) -> Column:
    """Return a column of amounts or numbers, to the right, never broken."""
    return Column(heading, "figures")


def say(line: str = "") -> None:
    """Print a line; signs that would move a terminal's cursor are left out."""
    sys.stdout.write(_shown(line) + "\n")


def say_wrapped(text: str) -> None:
    """Print a long sentence over lines of at most 80 columns."""
    import textwrap

    for line in textwrap.wrap(text, WIDTH):
        say(line)


def complain(line: str) -> None:
    """Print a line on standard error."""
    sys.stderr.write(_shown(line) + "\n")


def tell(fact: Mapping[str, Any]) -> None:
    """Print one JSON object on one line; odd signs as escapes."""
    text = json.dumps(fact, ensure_ascii=False, separators=(", ", ": "))
    sys.stdout.write(_NOT_ASCII.sub(_seen, text) + "\n")


def _seen(found: re.Match[str]) -> str:
    sign = found.group()
    return sign if sign.isprintable() else json.dumps(sign, ensure_ascii=True)[1:-1]


def _shown(line: str) -> str:
    """Return a line of ours: no control signs, its own no-break spaces kept."""
    if line.isprintable():
        return line
    return "".join(
        sign for sign in line if sign.isprintable() or sign in "\u202f\u00a0"
    )


@contextmanager
def bar(total: int) -> Iterator[Progress | None]:
    """Show a bar on standard error while something long runs.

    Yields what moves it on by so many of `total`; None, and no bar, when nobody looks
    at a terminal or `total` is 0.
    """
    if not total or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, TaskProgressColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task("", total=total)
        yield lambda count: shown.advance(task, count)


def figure(amount: Money, language: str) -> str:
    r"""Return an amount without its currency, for columns that name it above.

    Example:
        >>> figure(Money(-123456, "EUR"), "fr"), figure(Money(123456, "EUR"), "en")
        ('-1\u202f234,56', '1,234.56')
    """
    return _NOT_FIGURE.sub("", amount.written(language))


def table(columns: Sequence[Column], rows: Iterable[Sequence[str]]) -> int:
    """Print a table; return how many rows there were, of which 2000 are printed.

    It is 80 columns wide, wider only when amounts would have to break; before that,
    the space between its columns shrinks. Cells may have several lines; other people's
    words must have been through `cell`.
    """
    shown: list[Sequence[str]] = []
    count = 0
    for row in rows:
        count += 1
        if count <= ROWS_MAX:
            shown.append(row)
    for line in _lines(columns, shown):
        say(line)
    return count


def cell(text: str, most: int = 200) -> str:
    """Return somebody's words for a cell: one line, nothing hidden."""
    return one_line(text, most)


def _lines(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> list[str]:
    """Lay a table out with rich, into lines without trailing spaces."""
    import io

    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    space = _SPACE if _needed(columns, rows, _SPACE) <= WIDTH else 1
    width = max(WIDTH, _needed(columns, rows, space))
    drawn = Table(
        box=box.SIMPLE_HEAD,
        show_edge=False,
        pad_edge=False,
        padding=(0, space - 1, 0, 0),
    )
    for place, column in enumerate(columns):
        drawn.add_column(
            Text(column.heading),
            justify="right" if column.kind == "figures" else "left",
            no_wrap=not column.breaks,
            overflow="fold",
            min_width=None if column.breaks else _widest(place, column, rows),
        )
    for row in rows:
        drawn.add_row(*(Text(one.translate(_GLUED)) for one in row))
    sheet = io.StringIO()
    Console(file=sheet, width=width, color_system=None, force_terminal=False).print(
        drawn
    )
    lines = sheet.getvalue().translate(_LOOSE).rstrip("\n").split("\n")
    return [line.rstrip(" ") for line in lines]


def _needed(
    columns: Sequence[Column], rows: Sequence[Sequence[str]], space: int
) -> int:
    """Return the least width at which nothing that must not break does."""
    return sum(
        (_TEXT_MIN if column.breaks else _widest(place, column, rows)) + space
        for place, column in enumerate(columns)
    )


def _widest(place: int, column: Column, rows: Sequence[Sequence[str]]) -> int:
    from rich.cells import cell_len

    cells = (line for row in rows for line in row[place].split("\n"))
    return max(cell_len(column.heading), *(cell_len(one) for one in cells), 1)
