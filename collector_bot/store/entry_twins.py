"""Payments posted from the bank that the accounting system exports later."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
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
    posted = _posted(connection, {one[2].account_id for one in paid}) if paid else {}
    ids: dict[int, int] = {}
    doubtful: list[NearTwin] = []
    taken: set[int] = set()
    if not posted:
        return OnBank({}, ())
    pairs = sorted(
        (_distance(entry, row), row.id, key, content, entry)
        for key, content, entry in paid
        for row in posted.get(_alike(entry), ())
    )
    rows = []
    for (unnamed, days), entry_id, key, content, entry in pairs:
        if entry.line in ids or entry_id in taken:
            continue
        if not unnamed or days <= SURE_DAYS:
            ids[entry.line] = entry_id
            taken.add(entry_id)
            rows.append(
                {"natural_key": key, "content_key": content, "entry_id": entry_id}
            )
    for (_, days), entry_id, _, _, entry in pairs:
        if entry.line not in ids and entry_id not in taken and days <= DOUBT_DAYS:
            taken.add(entry_id)
            piece = next(r.piece for r in posted[_alike(entry)] if r.id == entry_id)
            doubtful.append(NearTwin(entry.line, entry.piece, piece))
    if rows and not dry:
        connection.execute(insert(_TWIN), rows)
    return OnBank(ids, tuple(doubtful))


def _alike(entry: NewEntry) -> tuple[int, str, str, int]:
    return entry.account_id, entry.side, entry.currency, entry.amount_minor


def _distance(entry: NewEntry, row: Row[Any]) -> tuple[bool, int]:
    """Return whether the bank's reference is not named, and the days in between."""
    key = reference_key(row.piece)
    said = reference_key(f"{entry.piece} {entry.label}")
    named = len(key) >= _SHORTEST_REFERENCE and key in said
    return not named, abs(entry.dated_day - row.dated_day)


def _posted(
    connection: Connection, account_ids: set[int]
) -> dict[tuple[int, str, str, int], list[Row[Any]]]:
    """Return entries of these accounts posted from the bank that are no twin yet."""
    found: dict[tuple[int, str, str, int], list[Row[Any]]] = defaultdict(list)
    wanted = sorted(account_ids)
    for start in range(0, len(wanted), _LOOKUP):
        rows = connection.execute(
            select(_ENTRY).where(
                _ENTRY.c.account_id.in_(wanted[start : start + _LOOKUP]),
                _ENTRY.c.source == BANK,
                _ENTRY.c.kind == Kind.PAYMENT.value,
                _ENTRY.c.id.not_in(select(_TWIN.c.entry_id)),
            )
        )
        for row in rows:
            alike = row.account_id, row.side, row.currency, row.amount_minor
            found[alike].append(row)
    return found
