"""Attachments of a mail opened as sheets of text cells; what cannot be is left out."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from itertools import islice

from collector_bot.core.reading.findings import Sheet

BYTES_MAX = 10_000_000
ROWS_MAX = 20_000
CELLS_MAX = 60
_CELL_MAX = 2_000
_SNIFFED_ROWS = 30
_SEPARATORS = (";", "\t", ",", "|")
_CSV_NAMES = (".csv", ".txt", ".tsv")
_CSV_KINDS = frozenset(
    {
        "text/csv",
        "text/tab-separated-values",
        "text/comma-separated-values",
        "application/csv",
        "text/plain",
        "application/vnd.ms-excel",
    }
)
_OTHER_MAGIC = (
    b"PK\x03\x04",
    b"\xd0\xcf\x11\xe0",
    b"%PDF",
    b"\x1f\x8b",
    b"MZ",
    b"{\\rtf",
)

Opener = Callable[[str, bytes], tuple[Sheet, ...]]


def sheets_of(name: str, content_type: str, payload: bytes) -> tuple[Sheet, ...]:
    """Return the sheets of one attachment; none when its format is not known.

    Args:
        name: file name as the mail gives it, hostile.
        content_type: as the mail gives it, hostile: the name and the first bytes
            decide with it.
        payload: the bytes; above 10 MB the attachment is not opened.

    Returns:
        Sheets of at most 20 000 rows of 60 cells of 2 000 characters each.
    """
    if not payload or len(payload) > BYTES_MAX:
        return ()
    for wanted, opener in _OPENERS:
        if wanted(name.lower(), content_type.lower(), payload):
            return opener(name, payload)
    return ()


def _is_delimited(name: str, content_type: str, payload: bytes) -> bool:
    if payload.startswith(_OTHER_MAGIC):
        return False
    if name.endswith((".csv", ".tsv")):
        return True
    return content_type in _CSV_KINDS and (not name or name.endswith(_CSV_NAMES))


def _delimited(name: str, payload: bytes) -> tuple[Sheet, ...]:
    """Read a delimited text: separator by the first rows, bytes as some text."""
    text = _text(payload)
    lines = text.splitlines()
    if lines and lines[0].strip().lower().startswith("sep="):
        text = text.split("\n", 1)[1] if "\n" in text else ""
    separator = _separator(lines)
    if separator is None:
        return ()
    reader = csv.reader(io.StringIO(text), delimiter=separator)
    rows: list[tuple[str, ...]] = []
    try:
        for row in islice(reader, ROWS_MAX):
            cells = tuple(cell[:_CELL_MAX].strip() for cell in row[:CELLS_MAX])
            if any(cells):
                rows.append(cells)
    except csv.Error:
        return (Sheet(name, tuple(rows)),) if rows else ()
    return (Sheet(name, tuple(rows)),) if rows else ()


def _text(payload: bytes) -> str:
    """Decode by byte order mark, else UTF-8, else Windows-1252."""
    if payload.startswith((b"\xff\xfe", b"\xfe\xff")):
        return payload.decode("utf-16", "replace")
    try:
        return payload.decode("utf-8-sig")
    except UnicodeDecodeError:
        return payload.decode("cp1252", "replace")


def _separator(lines: list[str]) -> str | None:
    """Return what parts most rows into the same number of cells, two or more."""
    sample = [line for line in lines[: _SNIFFED_ROWS + 20] if line.strip()]
    best: tuple[int, int, str] | None = None
    for rank, separator in enumerate(_SEPARATORS):
        widths = [line.count(separator) for line in sample]
        usual = max(set(widths), key=widths.count) if widths else 0
        agreeing = sum(1 for width in widths if width == usual and width > 0)
        if not agreeing and any(widths):
            agreeing = sum(1 for width in widths if width)
        score = (agreeing, -rank, separator)
        if agreeing and (best is None or score > best):
            best = score
    return best[2] if best else None


# Tried in order; the first that recognises the attachment opens it.
_OPENERS: tuple[tuple[Callable[[str, str, bytes], bool], Opener], ...] = (
    (_is_delimited, _delimited),
)
