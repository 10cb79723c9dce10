"""Which columns of a table name pieces, amounts, currencies and the payment."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from collector_bot.core.money import Money
from collector_bot.core.reading import lexicon_advice as words
from collector_bot.core.reading.amounts import amount_of_cell
from collector_bot.core.reading.hearing import World
from collector_bot.core.reading.text import fold, squeezed

_HEADER_ROWS = 60
_LOOKED_AT = 200
_LYING_ROWS = 8
_CURRENCY = re.compile(r"\b(eur|gbp|usd|chf|sek|dkk|nok|pln|czk|cad|jpy)\b|([€£$])")
_SIGNS = {"€": "EUR", "£": "GBP", "$": "USD"}
_SPACED_SIGN = re.compile(r"^([-+(−–])\s+(?=[\d€£$])")

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """Where things stand in the rows of a table.

    Attributes:
        header: titles, folded; empty without.
        reference, paid: columns of the piece and of what was paid on it.
        against: the other column when debits and credits stand apart, else None.
        currency: of all amounts.
    """

    header: Row
    reference: int
    paid: int
    against: int | None
    currency: str

    def amount(self, row: Row) -> Money | None:
        """Return what the row says was paid, negative where it stands against."""
        found = amount_in(cell(row, self.paid), self.currency)
        if self.against is None:
            return found
        other = amount_in(cell(row, self.against), self.currency)
        if other is None or other.minor == 0:
            return found
        return found if found is not None and found.minor else -other


def cell(row: Sequence[str], at: int) -> str:
    """Return the cell at `at`, "" beyond the row."""
    return row[at] if at < len(row) else ""


def plain_rows(rows: Sequence[Row]) -> list[Row]:
    """Return rows with single spaces, signs against their figures."""
    return [tuple(_SPACED_SIGN.sub(r"\1", squeezed(c)) for c in row) for row in rows]


def upright(rows: list[Row], world: World) -> list[Row]:
    """Return the rows; columns made rows when the pieces stand side by side."""
    if not 1 < len(rows) < _LYING_ROWS:
        return rows
    named = [
        sum(1 for text in row if text and world.index.find(fold(text))) for row in rows
    ]
    if max(named) < 2 or sum(1 for count in named if count) > 1:  # noqa: PLR2004
        return rows
    width = max(map(len, rows))
    return [tuple(cell(row, at) for row in rows) for at in range(width)]


def by_payment(rows: list[Row], world: World) -> list[list[Row]]:
    """Return the rows of each payment under the titles, when a table lists several.

    A column titled as the payment's number or day tells them apart; empty when there
    is none or all rows are of one payment.
    """
    at, header = header_of(rows)
    body = [row for row in rows[at + 1 :] if world.index.find(fold(" ".join(row)))]
    for title in (words.COLUMN_PAYMENT_REFERENCE, words.COLUMN_PAYMENT_DATE):
        column = _titled(header, title)
        if column is None or not words.OF_PAYMENT.search(header[column]):
            continue
        groups: dict[str, list[Row]] = {}
        for row in body:
            groups.setdefault(cell(row, column), []).append(row)
        if len(groups) > 1 and "" not in groups:
            return [[rows[at], *group] for group in groups.values()]
    return []


def amount_in(text: str, currency: str) -> Money | None:
    """Return the amount a cell holds, None when it is something else."""
    return amount_of_cell(text, currency)


def columns_of(
    rows: Sequence[Row], body: Sequence[Row], header: Row, *, world: World
) -> Columns | None:
    """Return the columns of a table, None when no piece or no amount has one."""
    currency = _currency(rows, header, world)
    reference = _reference_column(body, header, world)
    if reference is None:
        return None
    apart = _apart(body, header, reference, currency=currency, world=world)
    if apart is not None:
        return Columns(header, reference, apart[0], apart[1], currency)
    paid = _amount_column(body, header, reference, currency=currency)
    if paid is None:
        return None
    return Columns(header, reference, paid, None, currency)


def _apart(
    body: Sequence[Row],
    header: Row,
    reference: int,
    *,
    currency: str,
    world: World,
) -> tuple[int, int] | None:
    """Debits and credits in columns of their own: that of the invoices comes first."""
    debit = _titled(header, words.COLUMN_DEBIT)
    credit = _titled(header, words.COLUMN_CREDIT)
    if debit is None or credit is None:
        return None
    counts = dict.fromkeys((debit, credit), 0)
    for row in body[:_LOOKED_AT]:
        named = world.index.find(fold(cell(row, reference)))
        credited = any(item.open_minor < 0 for ref in named for item in ref.items)
        for at in counts:
            found = amount_in(cell(row, at), currency)
            if found is not None and found.minor:
                counts[at] += -1 if credited else 1
    first = max((credit, debit), key=lambda at: counts[at])
    return first, debit if first == credit else credit


def _titled(header: Row, title: re.Pattern[str]) -> int | None:
    return next((at for at, name in enumerate(header) if title.fullmatch(name)), None)


def header_of(rows: Sequence[Row]) -> tuple[int, Row]:
    """Return the number of the row of titles and its folded cells; -1 without."""
    for at, row in enumerate(rows[:_HEADER_ROWS]):
        cells = tuple(fold(text).replace("_", " ") for text in row)
        filled = [cell for cell in cells if cell]
        named = sum(1 for cell in filled if _is_title(cell))
        plain = not any(re.search(r"\d", cell) for cell in filled)
        enough = named * 2 >= len(filled) or plain
        if len(filled) > 1 and named >= 2 and enough:  # noqa: PLR2004
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
        words.COLUMN_PAYMENT_REFERENCE,
        words.COLUMN_DEBIT,
        words.COLUMN_CREDIT,
    )
    return any(pattern.fullmatch(cell) for pattern in patterns)


def _currency(rows: Sequence[Row], header: Row, world: World) -> str:
    text = fold(" ".join([*header, *(" ".join(row) for row in rows[:40])]))
    found = [a or _SIGNS[b] for a, b in _CURRENCY.findall(text)]
    if not found:
        return world.currency
    codes = [code.upper() for code in found]
    return max(set(codes), key=codes.count)


def _reference_column(body: Sequence[Row], header: Row, world: World) -> int | None:
    width = max(len(row) for row in body)
    known = [
        sum(1 for row in body[:_LOOKED_AT] if world.index.find(fold(cell(row, at))))
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
    body: Sequence[Row],
    header: Row,
    reference_at: int | None,
    *,
    currency: str,
) -> int | None:
    width = max(len(row) for row in body)
    counts = {
        at: sum(1 for row in body[:_LOOKED_AT] if _is_amount(cell(row, at), currency))
        for at in range(width)
        if at != reference_at
    }
    usable = [at for at, count in counts.items() if count]
    ranked: list[tuple[int, int]] = []
    for at in usable:
        title = cell(header, at)
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


def _is_amount(text: str, currency: str) -> bool:
    return amount_in(text, currency) is not None
