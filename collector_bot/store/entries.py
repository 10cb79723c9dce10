"""Entries come in: set-based, once each, and never overwritten."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, insert, select, text

from collector_bot.core.money import Money
from collector_bot.core.references import reference_key
from collector_bot.store.bulk import insert_rows
from collector_bot.store.tables import EntryRow, ImportBatchRow, table
from collector_bot.store.turns import Turn, wait_for

_ENTRY, _BATCH = table(EntryRow), table(ImportBatchRow)
_LOOKUP = 5000
_ANALYZE_FROM = 10_000


class NewEntry(NamedTuple):
    """An entry ready to be kept. Days are ordinals, 0 for no due date.

    `natural` names the line (which account, which piece, which of several); it never
    changes. Everything else is what the line says.
    """

    account_id: int
    side: str
    kind: str
    piece: str
    dated_day: int
    due_day: int
    amount_minor: int
    currency: str
    label: str
    natural: str
    line: int


class Changed(NamedTuple):
    """A line that is known but says something else now; nothing was overwritten."""

    line: int
    piece: str
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of one batch of lines; `ids` maps the line to its entry."""

    added: int
    same: int
    changed: tuple[Changed, ...]
    ids: dict[int, int]


def hash63(words: str) -> int:
    """Return a 63-bit hash of `words`: a key for a unique integer index."""
    digest = hashlib.blake2b(words.encode(), digest_size=8).digest()
    return int.from_bytes(digest) >> 1


def content_words(entry: NewEntry) -> str:
    """Return what a line says, as one text, in a fixed order."""
    return (
        f"{entry[0]}|{entry[1]}|{entry[2]}|{entry[3]}|{entry[4]}|{entry[5]}|"
        f"{entry[6]}|{entry[7]}|{entry[8]}"
    )


class EntryImport:
    """Brings the lines of one file in, batch by batch.

    Lines of one file that name the same thing twice are told apart by their order.
    """

    def __init__(self, *, source: str, file_name: str, at: datetime) -> None:
        self._source = source
        self._file = file_name
        self._at = at
        self._seen: set[int] = set()
        self._ledger_is_new: bool | None = None
        self._added = 0

    def keep(
        self, connection: Connection, entries: Iterable[NewEntry], *, dry: bool = False
    ) -> Kept:
        """Add what is new of one batch, report what changed, skip what is known."""
        if not dry:
            wait_for(connection, Turn.IMPORT)
        if self._ledger_is_new is None:
            any_entry = connection.execute(select(_ENTRY.c.id).limit(1)).first()
            self._ledger_is_new = any_entry is None
        keyed = self._keyed(entries)
        known = (
            {}
            if self._ledger_is_new
            else _known(connection, [key for key, _, _ in keyed])
        )
        fresh = [one for one in keyed if one[0] not in known]
        changed, same, ids = self._compare(connection, keyed, known)
        if fresh and not dry:
            ids.update(self._add(connection, fresh))
        return Kept(len(fresh), same, changed, ids)

    def finish(self, connection: Connection) -> None:
        """Let the database learn the shape of a ledger that just grew a lot."""
        if self._added >= _ANALYZE_FROM:
            connection.exec_driver_sql("ANALYZE")

    def _keyed(self, entries: Iterable[NewEntry]) -> list[tuple[int, int, NewEntry]]:
        seen, keyed = self._seen, []
        for entry in entries:
            key = hash63(entry.natural)
            turn = 1
            while key in seen:
                turn += 1
                key = hash63(f"{entry.natural}|{turn}")
            seen.add(key)
            keyed.append((key, hash63(content_words(entry)), entry))
        return keyed

    def _compare(
        self,
        connection: Connection,
        keyed: Sequence[tuple[int, int, NewEntry]],
        known: dict[int, tuple[int, int]],
    ) -> tuple[tuple[Changed, ...], int, dict[int, int]]:
        """Find known lines again: each entry is the one line it is, or its twin is.

        A piece's lines may come in another order; then one says what another said.
        """
        changed: list[Changed] = []
        ids: dict[int, int] = {}
        others: list[tuple[int, int, NewEntry]] = []
        for key, content, entry in keyed:
            if key not in known:
                continue
            entry_id, was = known[key]
            if was == content:
                ids[entry.line] = entry_id
            else:
                others.append((entry_id, content, entry))
        taken = set(ids.values()) if others else set()
        for entry_id, content, entry in others:
            twins = _twins(connection, entry, content) - taken
            if twins:
                ids[entry.line] = min(twins)
                taken.add(ids[entry.line])
            else:
                changed.append(_changed(connection, entry_id, entry))
        return tuple(changed), len(ids), ids

    def _add(
        self, connection: Connection, fresh: Sequence[tuple[int, int, NewEntry]]
    ) -> dict[int, int]:
        self._added += len(fresh)
        first = _next_id(connection)
        digest = hashlib.sha256()
        rows, open_rows, ids = [], [], {}
        source = self._source
        for entry_id, (key, content, entry) in enumerate(fresh, start=first):
            digest.update(content.to_bytes(8))
            rows.append((entry_id, *entry[:9], source, key, content))
            open_rows.append(
                (
                    entry_id,
                    entry.account_id,
                    entry.currency,
                    entry.side,
                    entry.due_day,
                    entry.amount_minor,
                    reference_key(entry.piece),
                )
            )
            ids[entry.line] = entry_id
        insert_rows(connection, "entry", _ENTRY_COLUMNS, rows=rows)
        insert_rows(connection, "open_item", _OPEN_COLUMNS, rows=open_rows)
        connection.execute(
            insert(_BATCH).values(
                source=self._source,
                file_name=self._file,
                imported_at=self._at,
                entries=len(rows),
                first_entry_id=first,
                last_entry_id=first + len(rows) - 1,
                digest=digest.hexdigest(),
            )
        )
        return ids


_ENTRY_COLUMNS = (
    "id",
    "account_id",
    "side",
    "kind",
    "piece",
    "dated_day",
    "due_day",
    "amount_minor",
    "currency",
    "label",
    "source",
    "natural_key",
    "content_key",
)
_OPEN_COLUMNS = (
    "entry_id",
    "account_id",
    "currency",
    "side",
    "due_day",
    "open_minor",
    "piece_key",
)


def _next_id(connection: Connection) -> int:
    """Return the next entry id; the ids of one import are contiguous."""
    last = connection.scalar(text("SELECT coalesce(max(id), 0) FROM entry"))
    return int(last or 0) + 1


def _known(connection: Connection, keys: Sequence[int]) -> dict[int, tuple[int, int]]:
    known: dict[int, tuple[int, int]] = {}
    for start in range(0, len(keys), _LOOKUP):
        rows = connection.execute(
            select(_ENTRY.c.natural_key, _ENTRY.c.id, _ENTRY.c.content_key).where(
                _ENTRY.c.natural_key.in_(keys[start : start + _LOOKUP])
            )
        )
        known.update((key, (entry_id, content)) for key, entry_id, content in rows)
    return known


def _twins(connection: Connection, entry: NewEntry, content: int) -> set[int]:
    """Return the other lines of the same piece that say just this."""
    found = connection.scalars(
        select(_ENTRY.c.id).where(
            _ENTRY.c.account_id == entry.account_id,
            _ENTRY.c.piece == entry.piece,
            _ENTRY.c.content_key == content,
        )
    )
    return set(found)


def _changed(connection: Connection, entry_id: int, entry: NewEntry) -> Changed:
    row = connection.execute(select(_ENTRY).where(_ENTRY.c.id == entry_id)).one()
    was = _as_kept(row)
    names = ("account", "side", "kind", "piece", "date", "due date", "amount",
             "currency", "label")  # fmt: skip
    differing = [
        (name, before, after)
        for name, before, after in zip(names, was[:9], entry[:9], strict=True)
        if before != after
    ]
    return Changed(
        entry.line,
        entry.piece,
        ", ".join(f"{name} {_shown(name, one, was)}" for name, one, _ in differing),
        ", ".join(f"{name} {_shown(name, one, entry)}" for name, _, one in differing),
    )


def _as_kept(row: Row[Any]) -> NewEntry:
    said = tuple(row)[1:10]
    return NewEntry._make((*said, "", 0))


def _shown(name: str, value: object, entry: NewEntry) -> str:
    if name.endswith("date") and isinstance(value, int):
        return date.fromordinal(value).isoformat() if value else "none"
    if name == "amount" and isinstance(value, int):
        return str(Money(value, entry.currency))
    return str(value)


def with_entries_before(
    connection: Connection, account_ids: Iterable[int], *, day: int
) -> set[int]:
    """Return which of these accounts have entries dated before a day (an ordinal)."""
    rows = connection.scalars(
        select(_ENTRY.c.account_id)
        .where(_ENTRY.c.account_id.in_(list(account_ids)), _ENTRY.c.dated_day < day)
        .distinct()
    )
    return set(rows)


def other_sources(connection: Connection, source: str) -> list[str]:
    """Return the other kinds of files the ledger's entries came from."""
    rows = connection.scalars(
        select(_BATCH.c.source).where(_BATCH.c.source != source).distinct()
    )
    return sorted(rows)


def altered_batches(connection: Connection) -> Iterator[str]:
    """Yield a sentence for every import whose entries are not what came in."""
    for batch in connection.execute(select(_BATCH).order_by(_BATCH.c.id)).all():
        digest = hashlib.sha256()
        rows = connection.execute(
            select(_ENTRY)
            .where(
                _ENTRY.c.id.between(batch.first_entry_id, batch.last_entry_id),
            )
            .order_by(_ENTRY.c.id)
        )
        wrong = 0
        for row in rows:
            content = hash63(content_words(_as_kept(row)))
            wrong += content != row.content_key
            digest.update(content.to_bytes(8))
        if wrong or digest.hexdigest() != batch.digest:
            yield f"import {batch.id} of {batch.file_name}"
