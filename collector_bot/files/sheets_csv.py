"""Delimited text as a sheet: the separator by its rows, the bytes as some text."""

from __future__ import annotations

import csv
import io
from itertools import islice

from collector_bot.core.reading.findings import Sheet

ROWS_MAX = 20_000
CELLS_MAX = 60
CELL_MAX = 2_000
_SNIFFED_ROWS = 30
_SEPARATORS = (";", "\t", ",", "|")


def csv_sheets(name: str, payload: bytes) -> tuple[Sheet, ...]:
    """Return the one sheet of a delimited text; none when it has one column."""
    text = text_of(payload)
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
            cells = tuple(cell[:CELL_MAX].strip() for cell in row[:CELLS_MAX])
            if any(cells):
                rows.append(cells)
    except csv.Error:
        return (Sheet(name, tuple(rows)),) if rows else ()
    return (Sheet(name, tuple(rows)),) if rows else ()


def text_of(payload: bytes) -> str:
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
