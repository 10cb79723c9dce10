"""Payments posted from the bank that the accounting system exports later."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection, Row, insert, select

from collector_bot.core.ledger import Kind
from collector_bot.core.references import reference_key
from collector_bot.store.entry_lines import Keyed, NewEntry
from collector_bot.store.tables import BankLineRow, EntryRow, EntryTwinRow, table

_ENTRY, _TWIN, _LINE = table(EntryRow), table(EntryTwinRow), table(BankLineRow)
BANK: Final = "bank"
CORRECTION: Final = "correction"
OURS: Final = (BANK, CORRECTION)  # entries we post; all others come in with a file
_PAID = frozenset({Kind.PAYMENT.value, Kind.ADVANCE.value, Kind.OTHER.value})
# Books and bank date one payment within a few days; a month apart it may be another of
# the same amount: our choice.
SURE_DAYS: Final = 5
DOUBT_DAYS: Final = 31
_SHORTEST_REFERENCE: Final = 4
_LOOKUP: Final = 5000


class NearTwin(NamedTuple):
    """A line that was added though a payment posted from the bank may be the same."""

    line: int
    piece: str
    bank_piece: str


class OnBank(NamedTuple):
    """Lines that were posted from the bank before, by line, and those in doubt."""

    ids: dict[int, int]
    doubtful: tuple[NearTwin, ...]


def any_posted(connection: Connection) -> bool:
    """Return whether any payment was ever posted from the bank."""
    found = connection.scalar(
        select(_LINE.c.id).where(_LINE.c.entry_id.is_not(None)).limit(1)
    )
    return found is not None


def known_twins(
    connection: Connection, keys: Sequence[int]
) -> dict[int, tuple[int, int]]:
    """Return entry and content key of lines known as twins, by natural key."""
    known: dict[int, tuple[int, int]] = {}
    for start in range(0, len(keys), _LOOKUP):
        rows = connection.execute(
            select(_TWIN).where(_TWIN.c.natural_key.in_(keys[start : start + _LOOKUP]))
        )
        known |= {row.natural_key: (row.entry_id, row.content_key) for row in rows}
    return known


def posted_from_bank(
    connection: Connection, fresh: Sequence[Keyed], *, dry: bool
) -> OnBank:
    """Recognise new lines that are payments posted from the bank; each is one of them.

    The same account, side, currency and amount, and the bank's reference named or the
    dates at most five days apart, nearest first. Within a month without a reference it
    is in doubt: the line comes in, and is told.
    """
    paid = [one for one in fresh if one[2].kind in _PAID]
    posted = posted_here(connection, paid, source=BANK)
    pairs = nearest_first(paid, posted, _distance)
    sure = [pair for pair in pairs if not pair[0][0] or pair[0][1] <= SURE_DAYS]
    ids = take(connection, sure, dry=dry)
    doubtful: list[NearTwin] = []
    taken = set(ids.values())
    for (_, days), entry_id, _, _, entry in pairs:
        if entry.line not in ids and entry_id not in taken and days <= DOUBT_DAYS:
            taken.add(entry_id)
            piece = next(r.piece for r in posted[alike(entry)] if r.id == entry_id)
            doubtful.append(NearTwin(entry.line, entry.piece, piece))
    return OnBank(ids, tuple(doubtful))


def _distance(entry: NewEntry, row: Row[Any]) -> Distance:
    """Return whether the bank's reference is not named, and the days in between."""
    key = reference_key(row.piece)
    said = reference_key(f"{entry.piece} {entry.label}")
    named = len(key) >= _SHORTEST_REFERENCE and key in said
    return not named, abs(entry.dated_day - row.dated_day)


Alike = tuple[int, str, str, int]
"""Account, side, currency and amount: what a line and its twin always share."""
Distance = tuple[bool, int]
"""Whether nothing names the twin, and the days in between: nearest first."""
Pair = tuple[Distance, int, int, int, NewEntry]
"""A line that may be an entry: distance, its id, the line's two keys, the line."""


def alike(entry: NewEntry) -> Alike:
    """Return what a line shares with an entry it may be."""
    return entry.account_id, entry.side, entry.currency, entry.amount_minor


def posted_here(
    connection: Connection, fresh: Sequence[Keyed], *, source: str
) -> dict[Alike, list[Row[Any]]]:
    """Return entries of the lines' accounts we posted ourselves, and no twin yet."""
    found: dict[Alike, list[Row[Any]]] = defaultdict(list)
    wanted = sorted({entry.account_id for _, _, entry in fresh})
    for start in range(0, len(wanted), _LOOKUP):
        rows = connection.execute(
            select(_ENTRY).where(
                _ENTRY.c.account_id.in_(wanted[start : start + _LOOKUP]),
                _ENTRY.c.source == source,
                _ENTRY.c.id.not_in(select(_TWIN.c.entry_id)),
            )
        )
        for row in rows:
            key = row.account_id, row.side, row.currency, row.amount_minor
            found[key].append(row)
    return found


def nearest_first(
    fresh: Sequence[Keyed],
    posted: Mapping[Alike, Sequence[Row[Any]]],
    distance: Callable[[NewEntry, Row[Any]], Distance],
) -> list[Pair]:
    """Return every line with every entry it may be, nearest first."""
    return sorted(
        (distance(entry, row), row.id, key, content, entry)
        for key, content, entry in fresh
        for row in posted.get(alike(entry), ())
    )


def take(connection: Connection, pairs: Sequence[Pair], *, dry: bool) -> dict[int, int]:
    """Keep each line as the twin of one entry, in their order; return it by line."""
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
