"""Corrections posted here that the accounting system exports back later."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import Connection, Row, insert, select

from collector_bot.core.ledger import Kind
from collector_bot.core.references import reference_key
from collector_bot.store.entry_lines import Keyed, NewEntry
from collector_bot.store.entry_twins import CORRECTION, DOUBT_DAYS, SURE_DAYS
from collector_bot.store.tables import CorrectionRow, EntryRow, EntryTwinRow, table

_ENTRY, _TWIN, _CORRECTION = table(EntryRow), table(EntryTwinRow), table(CorrectionRow)
_LOOKUP: Final = 5000


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
    known = _known(connection, {entry.account_id for _, _, entry in fresh})
    pairs = sorted(
        (_distance(entry, row), row.id, key, content, entry)
        for key, content, entry in fresh
        for row in known.get(_alike(entry), ())
        if _is_same(entry, row)
    )
    ids: dict[int, int] = {}
    taken: set[int] = set()
    rows = []
    for _, entry_id, key, content, entry in pairs:
        if entry.line in ids or entry_id in taken:
            continue
        ids[entry.line] = entry_id
        taken.add(entry_id)
        rows.append({"natural_key": key, "content_key": content, "entry_id": entry_id})
    if rows and not dry:
        connection.execute(insert(_TWIN), rows)
    return ids


def _alike(entry: NewEntry) -> tuple[int, str, str, int]:
    return entry.account_id, entry.side, entry.currency, entry.amount_minor


def _distance(entry: NewEntry, row: Row[Any]) -> tuple[bool, int]:
    """Return whether it is not told by its words, and the days in between."""
    same_piece = reference_key(entry.piece) == reference_key(row.piece)
    same_label = reference_key(entry.label) == reference_key(row.label)
    return not (same_piece or same_label), abs(entry.dated_day - row.dated_day)


def _is_same(entry: NewEntry, row: Row[Any]) -> bool:
    untold, days = _distance(entry, row)
    if untold:
        return entry.kind == Kind.OTHER.value and days <= SURE_DAYS
    return days <= DOUBT_DAYS


def _known(
    connection: Connection, account_ids: set[int]
) -> dict[tuple[int, str, str, int], list[Row[Any]]]:
    """Return the corrections of these accounts that are no twin yet."""
    found: dict[tuple[int, str, str, int], list[Row[Any]]] = {}
    wanted = sorted(account_ids)
    for start in range(0, len(wanted), _LOOKUP):
        rows = connection.execute(
            select(_ENTRY).where(
                _ENTRY.c.account_id.in_(wanted[start : start + _LOOKUP]),
                _ENTRY.c.source == CORRECTION,
                _ENTRY.c.id.not_in(select(_TWIN.c.entry_id)),
            )
        )
        for row in rows:
            alike = row.account_id, row.side, row.currency, row.amount_minor
            found.setdefault(alike, []).append(row)
    return found
