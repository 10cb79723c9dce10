"""Rows of cells, from HTML tables and attached sheets, to remittance lines."""

# ruff: noqa: E501 - a grammar rule reads better unbroken
from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from collector_bot.core.money import Money
from collector_bot.core.reading import lexicon_advice as words
from collector_bot.core.reading.amounts import amount_of_cell
from collector_bot.core.reading.date_moves import Direction, Moment
from collector_bot.core.reading.dates import find_dates
from collector_bot.core.reading.findings import RemittanceLine, Sheet
from collector_bot.core.reading.hearing import World
from collector_bot.core.reading.text import fold, squeezed

_HEADER_ROWS = 20
_LINES_MAX = 2_000
_CURRENCY = re.compile(r"\b(eur|gbp|usd|chf|sek|dkk|nok|pln|czk|cad|jpy)\b|([€£$])")
_COLUMNS = re.compile(r"\s{2,}|\s*[|;]\s*|\s+:\s+(?=[-(]?\d)")
_SIGNS = {"€": "EUR", "£": "GBP", "$": "USD"}


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


def settled_by(sheet: Sheet, world: World) -> Settled | None:
    """Return the lines of a table that lists pieces with amounts, else None."""
    rows = [tuple(squeezed(cell) for cell in row) for row in sheet.rows[:_LINES_MAX]]
    header_at, header = _header(rows)
    body = rows[header_at + 1 :]
    if not body:
        return None
    currency = _currency(rows, header, world)
    at = _reference_column(body, header, world)
    paid = _amount_column(body, header, at, currency=currency)
    if at is None or paid is None:
        return None
    lines: list[RemittanceLine] = []
    total, known = None, 0
    for row in body:
        line, is_known, sum_of = _row(row, at, paid, currency=currency, world=world)
        if line is not None:
            lines.append(line)
            known += is_known
        elif sum_of is not None:
            total = sum_of
    if not lines:
        return None
    return Settled(
        lines=tuple(lines),
        total=total,
        currency=currency,
        known=known,
        paid_on=_day_in(body, header, world),
        reference=_column_text(body, header, words.COLUMN_PAYMENT_REFERENCE),
        header=" ".join(header),
    )


def _header(rows: Sequence[tuple[str, ...]]) -> tuple[int, tuple[str, ...]]:
    for at, row in enumerate(rows[:_HEADER_ROWS]):
        cells = tuple(fold(cell) for cell in row)
        filled = [cell for cell in cells if cell]
        named = sum(1 for cell in filled if _is_title(cell))
        if len(filled) > 1 and named >= 2 and named * 2 >= len(filled):  # noqa: PLR2004
            return at, cells
    return -1, ()


def _is_title(cell: str) -> bool:
    if re.search(r"\d{3}", cell):
        return False
    patterns = (
        words.COLUMN_REFERENCE,
        words.COLUMN_OWN,
        words.COLUMN_PAID,
        words.COLUMN_AMOUNT,
        words.COLUMN_NOT_PAID,
        words.COLUMN_CURRENCY,
        words.COLUMN_PAYMENT_DATE,
    )
    return any(pattern.fullmatch(cell) for pattern in patterns)


def _currency(
    rows: Sequence[tuple[str, ...]], header: tuple[str, ...], world: World
) -> str:
    text = fold(" ".join([*header, *(" ".join(row) for row in rows[:40])]))
    found = [a or _SIGNS[b] for a, b in _CURRENCY.findall(text)]
    if not found:
        return world.currency
    codes = [code.upper() for code in found]
    return max(set(codes), key=codes.count)


def _cell(row: Sequence[str], at: int) -> str:
    return row[at] if at < len(row) else ""


def _reference_column(
    body: Sequence[tuple[str, ...]], header: tuple[str, ...], world: World
) -> int | None:
    width = max(len(row) for row in body)
    known = [
        sum(1 for row in body[:200] if world.index.find(fold(_cell(row, at))))
        for at in range(width)
    ]
    if known and max(known) > 0:
        return known.index(max(known))
    for at, title in enumerate(header):
        if words.COLUMN_REFERENCE.fullmatch(title) and not words.COLUMN_OWN.match(
            title
        ):
            return at
    return None


def _amount_column(
    body: Sequence[tuple[str, ...]],
    header: tuple[str, ...],
    reference_at: int | None,
    *,
    currency: str,
) -> int | None:
    width = max(len(row) for row in body)
    counts = {
        at: sum(1 for row in body[:200] if _is_amount(_cell(row, at), currency))
        for at in range(width)
        if at != reference_at
    }
    usable = [at for at, count in counts.items() if count]
    ranked: list[tuple[int, int]] = []
    for at in usable:
        title = _cell(header, at)
        not_paid = bool(words.COLUMN_NOT_PAID.fullmatch(title)) if title else False
        if title and words.COLUMN_PAID.fullmatch(title) and not not_paid:
            ranked.append((3, at))
        elif title and words.COLUMN_AMOUNT.fullmatch(title) and not not_paid:
            ranked.append((2, at))
        elif not title:
            ranked.append((1, at))
        elif not not_paid and counts[at] * 2 >= len(body):
            ranked.append((0, at))
    return max(ranked)[1] if ranked else None


def _is_amount(cell: str, currency: str) -> bool:
    return amount_of_cell(cell, currency) is not None


def _row(
    row: tuple[str, ...], at: int, paid: int, *, currency: str, world: World
) -> tuple[RemittanceLine | None, int, Money | None]:
    """Return the line, whether its piece is known, or else the total it states."""
    amount = amount_of_cell(_cell(row, paid), currency)
    text = fold(" ".join(cell for cell in row if cell))
    mentions = world.index.find(fold(_cell(row, at)))
    if not mentions and words.TOTAL.search(text):
        cells = [amount_of_cell(cell, currency) for cell in row]
        amounts = [found for found in cells if found is not None]
        return None, 0, amount or (amounts[-1] if amounts else None)
    if amount is None:
        return None, 0, None
    amount = Money(amount.minor, currency)
    if mentions and not mentions[0].ambiguous:
        item = mentions[0].items[0]
        if item.open_minor < 0 < amount.minor:
            amount = -amount
        return RemittanceLine(item.piece, amount), 1, None
    if not mentions and words.PAID_LABEL.fullmatch(text[: text.find(_digits(text))]):
        return None, 0, amount
    label = _cell(row, at) or next(
        (c for c in row if c and not _is_amount(c, currency) and not _is_date(c)), ""
    )
    numbered = sum(map(str.isdigit, label)) >= 3  # noqa: PLR2004
    if not label or amount.minor == 0 or not (numbered or amount.minor < 0):
        return None, 0, None
    return RemittanceLine(label[:120], amount), 0, None


def _digits(text: str) -> str:
    found = re.search(r"[-(]?\d", text)
    return found.group() if found else " "


def _is_date(cell: str) -> bool:
    return bool(re.fullmatch(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}", cell.strip()))


def _column_text(
    body: Sequence[tuple[str, ...]], header: tuple[str, ...], title: re.Pattern[str]
) -> str | None:
    for at, name in enumerate(header):
        if title.fullmatch(name):
            cells = [_cell(row, at) for row in body if _cell(row, at)]
            repeated = len(cells) > 1 or "pa" in name or "vir" in name
            if len(set(cells)) == 1 and repeated:
                return cells[0]
    return None


def _day_in(
    body: Sequence[tuple[str, ...]], header: tuple[str, ...], world: World
) -> date | None:
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
        cells = tuple(cell.strip() for cell in _COLUMNS.split(bare) if cell.strip())
        if len(cells) > 1:
            rows.append(cells)
        elif rows and bare:
            found.append(Sheet("", tuple(rows)))
            rows = []
    if rows:
        found.append(Sheet("", tuple(rows)))
    return tuple(found)
