"""Sheets of an XLSX workbook; run as a child, see `files.child`."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from datetime import date, datetime, timedelta
from datetime import time as clock_time
from decimal import Decimal
from typing import Any

from collector_bot.files.child import Refused, Rows, answer

_SHEETS_MAX = 12
_ROWS_MAX = 20_000
_CELLS_MAX = 60
_CELL_MAX = 2_000
_MEMBERS_MAX = 200
_UNPACKED_MAX = 50_000_000
_RATIO_MAX = 100
_SMALL = 2_000_000
_EMPTY_MAX = 200
_DECIMALS = re.compile(r"0[.,]0")
_LOCALE = re.compile(r"\[\$([^\]-]*)(?:-[^\]]*)?\]")
_UNIT = re.compile(r"€|£|\$|\b(?:EUR|GBP|USD|CHF|SEK|DKK|NOK|PLN|CZK)\b")


def xlsx_sheets(payload: bytes) -> list[tuple[str, Rows]]:
    """Return (name, rows) of the visible sheets, values as text.

    Dates are ISO; numbers have a decimal point, two decimals and their unit where the
    cell is shown so. At most 12 sheets of 20 000 rows of 60 cells; after 200 empty
    rows the rest of a sheet is not read.

    Raises:
        Refused: it unpacks to too much.
    """
    _check(payload)
    from openpyxl import load_workbook

    warnings.simplefilter("ignore")
    book = load_workbook(io.BytesIO(payload), read_only=True, data_only=True)
    found: list[tuple[str, Rows]] = []
    for sheet in book.worksheets[:_SHEETS_MAX]:
        if sheet.sheet_state != "visible":
            continue
        sheet.reset_dimensions()
        rows = _rows(sheet)
        if rows:
            found.append((str(sheet.title)[:200], rows))
    return found


def _check(payload: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(payload)) as packed:
        members = packed.infolist()
    unpacked = sum(member.file_size for member in members)
    swollen = unpacked > _SMALL and unpacked > _RATIO_MAX * len(payload)
    if len(members) > _MEMBERS_MAX or unpacked > _UNPACKED_MAX or swollen:
        msg = "unpacks to too much"
        raise Refused(msg)


def _rows(sheet: Any) -> Rows:
    rows: Rows = []
    empty = 0
    for cells in sheet.iter_rows(max_row=_ROWS_MAX, max_col=_CELLS_MAX):
        row = [_text(cell) for cell in cells]
        while row and not row[-1]:
            row.pop()
        empty = 0 if row else empty + 1
        if empty > _EMPTY_MAX:
            break
        if row:
            rows.append(row)
    return rows


def _text(cell: Any) -> str:
    value = cell.value
    if value is None or isinstance(value, bool | clock_time | timedelta):
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int | float):
        return _number(value, str(cell.number_format or ""))
    return " ".join(str(value)[:_CELL_MAX].split())


def _number(value: float, shown: str) -> str:
    """Write a number as its cell shows it: cents, percent and unit.

    Example:
        >>> _number(15600, '#,##0.00 "€"'), _number(2600110, "General")
        ('15600.00 €', '2600110')
        >>> _number(1284.5049999, "General"), _number(0.2, "0%")
        ('1284.50500', '20.00 %')
    """
    shown = _LOCALE.sub(r" \1 ", shown)
    if "%" in shown:
        return f"{value * 100:.2f} %"
    unit = _UNIT.search(shown)
    exact = Decimal(repr(value))
    if unit or _DECIMALS.search(shown):
        text = f"{round(exact, 2):.2f}"
    elif exact == exact.to_integral_value():
        text = f"{exact:.0f}"
    elif abs(exact - round(exact, 2)) < Decimal("0.00001"):
        text = f"{round(exact, 2):.2f}"
    else:
        text = f"{round(exact, 5):.5f}"
    return f"{text} {unit.group()}" if unit else text


if __name__ == "__main__":
    answer(xlsx_sheets)
