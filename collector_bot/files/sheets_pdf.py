"""Text of a PDF as rows under columns; run as a child, see `files.child`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from collector_bot.files.child import Refused, Rows, answer

_PAGES_MAX = 50
_CHARS_MAX = 250_000
_CELLS_MAX = 60
# Parts of the height of a line: what parts two words, two cells, two lines.
_WORD_GAP = 0.15
_CELL_GAP = 0.6
_LINE_GAP = 0.5
_TITLE_GAP = 2.2
_SPACES = frozenset(" \t\r\n\x00\u00a0\u202f\ufffe\uffff")


@dataclass(frozen=True, slots=True)
class Word:
    """A run of characters and its box; `y` grows upwards, in points."""

    text: str
    left: float
    right: float
    bottom: float
    top: float

    @property
    def height(self) -> float:
        """How high it stands."""
        return self.top - self.bottom


Line = tuple[Word, ...]


def pdf_sheets(payload: bytes) -> list[tuple[str, Rows]]:
    """Return one sheet: the lines of all pages, cells under the columns of titles.

    At most 50 pages and 250 000 characters; a PDF of pictures gives no sheet.

    Raises:
        Refused: it wants a password.
    """
    rows: Rows = []
    titles: tuple[Line, ...] = ()
    for words in _pages(payload):
        lines = lines_of(words)
        found, titles = rows_of(lines, titles)
        rows += found
    return [("", rows)] if rows else []


def _pages(payload: bytes) -> Iterator[list[Word]]:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(payload)
    except pypdfium2.PdfiumError as problem:
        if "password" in str(problem).lower():
            raise Refused("encrypted") from None
        raise
    left = _CHARS_MAX
    for number in range(min(len(document), _PAGES_MAX)):
        page = document[number]
        text = page.get_textpage()
        count = min(text.count_chars(), left)
        left -= count
        yield list(_words(_chars(text, count)))
        text.close()
        page.close()
        if left <= 0:
            return


def _chars(text: Any, count: int) -> Iterator[Word]:
    from pypdfium2 import raw

    box = raw.FS_RECTF()
    for at in range(count):
        char = chr(raw.FPDFText_GetUnicode(text, at))
        if char in _SPACES:
            yield Word("", 0, 0, 0, 0)
        elif raw.FPDFText_GetLooseCharBox(text, at, box) and box.top > box.bottom:
            yield Word(char, box.left, box.right, box.bottom, box.top)


def _words(chars: Iterator[Word]) -> Iterator[Word]:
    """Join characters that touch on one line."""
    kept: list[Word] = []
    for char in chars:
        if kept and not (char.text and _touches(kept[-1], char)):
            yield _joined(kept)
            kept = []
        if char.text:
            kept.append(char)
    if kept:
        yield _joined(kept)


def _touches(one: Word, other: Word) -> bool:
    high = max(one.height, other.height)
    level = abs(one.bottom - other.bottom) < _LINE_GAP * high
    return level and -high < other.left - one.right < _WORD_GAP * high


def _joined(words: Sequence[Word], between: str = "") -> Word:
    return Word(
        between.join(word.text for word in words),
        words[0].left,
        max(word.right for word in words),
        sorted(word.bottom for word in words)[len(words) // 2],
        max(word.top for word in words),
    )


def lines_of(words: Sequence[Word]) -> list[Line]:
    """Return the lines of a page from the top, each from the left."""
    found: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (-word.bottom, word.left)):
        level = found[-1][0] if found else None
        if level and level.bottom - word.bottom < _LINE_GAP * max(
            level.height, word.height
        ):
            found[-1].append(word)
        else:
            found.append([word])
    return [tuple(sorted(line, key=lambda word: word.left)) for line in found]


def cells_of(line: Line) -> Line:
    """Join the words of a line that stand no further apart than words do."""
    high = max(word.height for word in line)
    groups = [[line[0]]]
    for one, other in pairwise(line):
        if other.left - one.right > _CELL_GAP * high:
            groups.append([])
        groups[-1].append(other)
    return tuple(_joined(group, " ") for group in groups[:_CELLS_MAX])


def rows_of(
    lines: Sequence[Line], titles: tuple[Line, ...]
) -> tuple[Rows, tuple[Line, ...]]:
    """Return the rows of a page, and the titles its last table stands under.

    Args:
        lines: from the top.
        titles: of the table that may go on from the page before; empty without.
    """
    rows: Rows = []
    under = titles[0] if titles else ()
    cells = [cells_of(line) for line in lines]
    for at, line in enumerate(cells):
        if _is_titles(line, cells[at + 1 : at + 3]):
            under = _with_above(line, cells[at - 1] if at else ())
            if under is not line and rows:
                rows.pop()
            rows.append([cell.text for cell in under])
        elif len(line) > 1 and under:
            rows.append(_placed(lines[at], line, under))
        else:
            rows.append([cell.text for cell in line])
    return rows, ((under,) if under else ())


def _is_titles(line: Line, following: Sequence[Line]) -> bool:
    """Whether a line has titles: two cells without numbers, numbers beneath."""
    if len(line) < 2 or any(re.search(r"\d\d", cell.text) for cell in line):  # noqa: PLR2004
        return False
    if any(cell.text.rstrip().endswith(":") for cell in line):
        return False
    return any(
        len(below) > 1
        and len(below) >= len(line) - 3
        and sum(bool(re.search(r"\d", cell.text)) for cell in below) > 1
        for below in following
    )


def _with_above(line: Line, above: Line) -> Line:
    """Join titles written on two lines."""
    near = above and above[0].bottom - line[0].bottom < _TITLE_GAP * line[0].height
    if len(above) < 2 or not near:  # noqa: PLR2004
        return line
    if any(re.search(r"\d", cell.text) for cell in above):
        return line
    joined = list(line)
    for cell in above:
        at = _column(cell, line)
        if not _overlap(cell, line[at]):
            return line
        joined[at] = Word(
            f"{cell.text} {joined[at].text}",
            min(cell.left, joined[at].left),
            max(cell.right, joined[at].right),
            joined[at].bottom,
            joined[at].top,
        )
    return tuple(joined)


def _placed(words: Line, cells: Line, titles: Line) -> list[str]:
    """Put the cells of a line under their titles, word by word where one spans two."""
    row = [""] * len(titles)
    for cell in cells:
        covered = [at for at, title in enumerate(titles) if _overlap(cell, title)]
        parts = [cell]
        if len(covered) > 1:
            parts = [w for w in words if cell.left <= w.left and w.right <= cell.right]
        for part in parts:
            at = _column(part, titles)
            row[at] = f"{row[at]} {part.text}".strip()
    return row


def _overlap(one: Word, other: Word) -> float:
    return max(0.0, min(one.right, other.right) - max(one.left, other.left))


def _column(cell: Word, titles: Line) -> int:
    """The title a cell overlaps most, else the one whose nearest edge is nearest."""
    best = max(range(len(titles)), key=lambda at: _overlap(cell, titles[at]))
    if _overlap(cell, titles[best]):
        return best
    return min(
        range(len(titles)),
        key=lambda at: min(
            abs(cell.left - titles[at].left), abs(cell.right - titles[at].right)
        ),
    )


if __name__ == "__main__":
    answer(pdf_sheets)
