"""Corrections posted here that the accounting system exports back later."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, select

from collector_bot.core.ledger import Kind
from collector_bot.core.references import reference_key
from collector_bot.store.entry_lines import Keyed, NewEntry
from collector_bot.store.entry_twins import (
    CORRECTION,
    DOUBT_DAYS,
    SURE_DAYS,
    Distance,
    Pair,
    nearest_first,
    posted_here,
    take,
)
from collector_bot.store.tables import CorrectionRow, table

_CORRECTION = table(CorrectionRow)


def any_corrected(connection: Connection) -> bool:
    """Return whether any correction was ever posted."""
    found = connection.scalar(select(_CORRECTION.c.id).limit(1))
    return found is not None


def posted_as_corrections(
    connection: Connection, fresh: Sequence[Keyed], *, dry: bool
) -> dict[int, int]:
    """Return the entry of each new line that is a correction posted here, by line.

    The same account, side, currency and amount, and its piece or its label within a
    month; or a sundry entry at most five days apart. Each line is one of them.
    """
    posted = posted_here(connection, fresh, source=CORRECTION)
    pairs = nearest_first(fresh, posted, _distance)
    return take(connection, [pair for pair in pairs if _is_same(pair)], dry=dry)


def _distance(entry: NewEntry, row: Row[Any]) -> Distance:
    """Return whether it is not told by its words, and the days in between."""
    same_piece = reference_key(entry.piece) == reference_key(row.piece)
    same_label = reference_key(entry.label) == reference_key(row.label)
    return not (same_piece or same_label), abs(entry.dated_day - row.dated_day)


def _is_same(pair: Pair) -> bool:
    (untold, days), _, _, _, entry = pair
    if untold:
        return entry.kind == Kind.OTHER.value and days <= SURE_DAYS
    return days <= DOUBT_DAYS
