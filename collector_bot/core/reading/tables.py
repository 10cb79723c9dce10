"""Rows of cells, from HTML tables and attached sheets, to remittance lines."""

# ruff: noqa: E501 - a grammar rule reads better unbroken
from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from collector_bot.core.money import Money
from collector_bot.core.reading import lexicon_advice as words
from collector_bot.core.reading.columns import (
    Columns,
    Row,
    amount_in,
    cell,
    columns_of,
    header_of,
    plain_rows,
    upright,
)
from collector_bot.core.reading.date_moves import Direction, Moment
from collector_bot.core.reading.dates import find_dates
from collector_bot.core.reading.findings import KnownItem, RemittanceLine, Sheet
from collector_bot.core.reading.hearing import World
from collector_bot.core.reading.text import fold

_CODES = re.compile(r"\b(?:eur|gbp|usd|chf)\b")
_LINES_MAX = 6_000
_COLUMNS = re.compile(r"\s{2,}|\s*;\s*|\s+:\s+(?=[-(]?\d)")


@dataclass(frozen=True, slots=True)
class Settled:
    """What a table (or the text) says a payment settles.

    Attributes:
        lines: in the order written.
        total: as written, even when the lines do not add up to it.
        currency: of all amounts.
        known: how many lines name a piece of the ledger.
        paid_on, reference: of the payment, when the table has them.
        header: its header cells, folded, joined.
    """

    lines: tuple[RemittanceLine, ...]
    total: Money | None
    currency: str
    known: int
    paid_on: date | None = None
    reference: str | None = None
    header: str = ""


@dataclass(frozen=True, slots=True)
class _Read:
    """What one row gives: lines, how many of them known, or else a total."""

    lines: tuple[RemittanceLine, ...] = ()
    known: int = 0
    total: Money | None = None


def settled_by(sheet: Sheet, world: World) -> Settled | None:
    """Return the lines of a table that lists pieces with amounts, else None."""
    rows = upright(plain_rows(sheet.rows[:_LINES_MAX]), world)
    header_at, header = header_of(rows)
    body = rows[header_at + 1 :]
    columns = columns_of(rows, body, header, world=world) if body else None
    if columns is None:
        return None
    lines: list[RemittanceLine] = []
    total, known = None, 0
    reference = _column_text(body, header, words.COLUMN_PAYMENT_REFERENCE)
    for row in body:
        if tuple(fold(c).replace("_", " ") for c in row) == header:
            continue
        if _is_payment(row, columns, lines):
            total = -(columns.amount(row) or total or Money(0, columns.currency))
            reference = reference or cell(row, columns.reference) or None
            continue
        read = _row(row, columns, world, open_list=bool(lines) and total is None)
        lines += read.lines
        known += read.known
        total = read.total or total
    if not lines:
        return None
    if total is not None:
        lines = _net(lines, total, body, columns=columns)
    return Settled(
        lines=tuple(lines),
        total=total,
        currency=columns.currency,
        known=known,
        paid_on=_day_in(body, header, world),
        reference=reference,
        header=" ".join(header),
    )


def _net(
    lines: list[RemittanceLine], total: Money, body: Sequence[Row], *, columns: Columns
) -> list[RemittanceLine]:
    """The lines less their deductions, where only so they add up to the total."""
    at = next(
        (
            n
            for n, t in enumerate(columns.header)
            if words.COLUMN_DEDUCTION.fullmatch(t)
        ),
        None,
    )
    written = [line.amount.minor for line in lines if line.amount]
    if at is None or at == columns.paid or sum(written) == total.minor:
        return lines
    off = [
        abs(found.minor) if found else 0
        for row in body
        if columns.amount(row) is not None
        for found in [amount_in(cell(row, at), columns.currency)]
    ][: len(lines)]
    if len(written) != len(off) or sum(written) - sum(off) != total.minor:
        return lines
    return [
        RemittanceLine(line.reference, Money(amount - less, total.currency))
        for line, amount, less in zip(lines, written, off, strict=True)
    ]


def _is_payment(row: Row, columns: Columns, lines: Sequence[RemittanceLine]) -> bool:
    """Whether a row is the payment itself, against the sum of the lines above it."""
    amount = columns.amount(row)
    known = sum(line.amount.minor for line in lines if line.amount)
    if amount is None or not known or amount.minor != -known:
        return False
    return any(words.PAYS.search(fold(text)) for text in row) or any(
        words.PAYMENT_KIND.fullmatch(fold(text)) for text in row
    )


def _row(row: Row, columns: Columns, world: World, *, open_list: bool) -> _Read:
    amount = columns.amount(row)
    if amount is None and 1 < len(row) < len(columns.header):
        amount = amount_in(row[-1], columns.currency)  # a cell above reaches down
    filled = [c for c in row if c]
    if amount is None and len(filled) == 1 and open_list:
        return _Read(total=amount_in(filled[0], columns.currency))
    text = fold(" ".join(c for c in row if c))
    items = _items(row, columns, world)
    if not items:
        if words.CARRIED.match(text):
            return _Read()
        if words.TOTAL.search(text):
            cells = [amount_in(c, columns.currency) for c in row]
            amounts = [found for found in cells if found is not None]
            return _Read(total=amount or (amounts[-1] if amounts else None))
    if amount is None:
        return _Read()
    amount = Money(amount.minor, columns.currency)
    if items:
        return _named(row, items, amount)
    unnamed = not re.search(r"[^\W\d_]", _CODES.sub("", text))
    if unnamed and open_list and not cell(row, columns.reference):
        return _Read(total=amount)
    if words.PAID_LABEL.fullmatch(text[: text.find(_digits(text))]):
        return _Read(total=amount)
    line_or_none = _unknown(row, columns, amount, text=text, open_list=open_list)
    return _Read((line_or_none,) if line_or_none else ())


def _named(row: Row, items: tuple[KnownItem, ...], amount: Money) -> _Read:
    """The line of a row that names pieces; none of one listed as waiting."""
    if len(items) > 1:
        lines = tuple(RemittanceLine(item.piece, None) for item in items)
        return _Read(lines, len(lines))
    if amount.minor > 0 and any(words.STANDS.search(fold(text)) for text in row):
        return _Read()
    item = items[0]
    credit = item.open_minor < 0 < amount.minor
    return _Read((RemittanceLine(item.piece, -amount if credit else amount),), 1)


def _items(row: Row, columns: Columns, world: World) -> tuple[KnownItem, ...]:
    """The pieces a row names: in its column, else anywhere by their whole number."""
    named = [
        ref
        for ref in world.index.find(fold(cell(row, columns.reference)))
        if not ref.ambiguous
    ]
    if not named:
        anywhere = world.index.find(fold(" | ".join(row)))
        named = [ref for ref in anywhere if ref.how == "full" and not ref.ambiguous][:1]
    return tuple(dict.fromkeys(item for ref in named for item in ref.items))


def _unknown(
    row: Row, columns: Columns, amount: Money, *, text: str, open_list: bool
) -> RemittanceLine | None:
    """A line the ledger does not know: a number, or a label with what it takes off."""
    label = cell(row, columns.reference)
    if not re.search(r"\w", label):
        label = next(
            (
                c
                for c in row
                if re.search(r"[^\W\d]", c)
                and amount_in(c, columns.currency) is None
                and not _is_date(c)
            ),
            "",
        )
    numbered = sum(map(str.isdigit, label)) >= 3  # noqa: PLR2004
    takes_off = words.CREDIT_NOTE.search(text) or words.DEDUCTS.match(fold(label))
    if takes_off and amount.minor > 0:
        amount = -amount
    written = re.search(r"[.,]\d\d\b", cell(row, columns.paid))
    listed = open_list and written and len(label.split()) < 8  # noqa: PLR2004
    if not label or amount.minor == 0:
        return None
    if not (numbered or amount.minor < 0 or listed):
        return None
    return RemittanceLine(label[:120], amount)


def _digits(text: str) -> str:
    found = re.search(r"[-(]?\d", text)
    return found.group() if found else " "


def _is_date(cell: str) -> bool:
    return bool(re.fullmatch(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}", cell.strip()))


def _column_text(
    body: Sequence[Row], header: Row, title: re.Pattern[str]
) -> str | None:
    for at, name in enumerate(header):
        if title.fullmatch(name):
            cells = [cell(row, at) for row in body if cell(row, at)]
            repeated = len(cells) > 1 or "pa" in name or "vir" in name
            if len(set(cells)) == 1 and repeated:
                return cells[0]
    return None


def _day_in(body: Sequence[Row], header: Row, world: World) -> date | None:
    text = _column_text(body, header, words.COLUMN_PAYMENT_DATE)
    if text is None or world.base is None:
        return None
    moment = Moment(world.base, Direction.PAST, world.language, world.country)
    days = find_dates(fold(text), moment)
    return days[0].on if len(days) == 1 else None


def aligned_sheets(said: str) -> tuple[Sheet, ...]:
    """Return runs of lines whose columns are parted by two spaces or bars, as sheets."""
    found: list[Sheet] = []
    rows: list[tuple[str, ...]] = []
    for line in [*said.split("\n"), "", ""]:
        bare = line.strip()
        if bare and not bare.strip("-=_+|. "):
            continue
        cells = _cells(bare)
        if len(cells) > 1:
            rows.append(cells)
        elif rows and bare:
            found.append(Sheet("", tuple(rows)))
            rows = []
    if rows:
        found.append(Sheet("", tuple(rows)))
    return tuple(found)


def _cells(line: str) -> Row:
    """Part a line at its bars, empty cells kept, else at its wide gaps."""
    if line.count("|") > 1 or " | " in line:
        return tuple(part.strip() for part in line.strip("|").split("|"))
    return tuple(part.strip() for part in _COLUMNS.split(line) if part.strip())
