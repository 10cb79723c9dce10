"""Entries come in: set-based, once each, and never overwritten."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select, text

from collector_bot.core.references import reference_key
from collector_bot.store import journal
from collector_bot.store.bulk import insert_rows
from collector_bot.store.correction_twins import any_corrected, posted_as_corrections
from collector_bot.store.entry_lines import (
    Changed,
    Keyed,
    NewEntry,
    as_kept,
    changed_line,
    content_words,
    found_again,
    hash63,
    told_apart,
)
from collector_bot.store.entry_twins import (
    OURS,
    NearTwin,
    OnBank,
    any_posted,
    known_twins,
    posted_from_bank,
)
from collector_bot.store.seals import Sealed, SealKind
from collector_bot.store.tables import EntryRow, ImportBatchRow, table
from collector_bot.store.turns import Turn, wait_for

_ENTRY, _BATCH = table(EntryRow), table(ImportBatchRow)
_LOOKUP = 5000
_ANALYZE_FROM = 10_000


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of one batch of lines; `ids` maps the line to its entry.

    `accounts` are those that lines were added to, or would be. `from_bank` of the
    `same` were posted from the bank before; `doubtful` were added, and may have been.
    """

    added: int
    same: int
    changed: tuple[Changed, ...]
    ids: dict[int, int]
    accounts: frozenset[int]
    from_bank: int = 0
    doubtful: tuple[NearTwin, ...] = ()


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
        self._looks_on_bank: bool | None = None
        self._looks_at_corrections: bool | None = None
        self._added = 0
        self._batches: list[int] = []

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
        ids, others = found_again(connection, keyed, known)
        fresh, others = told_apart(connection, fresh, others, ids=ids)
        changed = tuple(
            changed_line(connection, one.entry_id, one.entry) for one in others
        )
        corrected = self._corrections(connection, fresh, dry=dry)
        fresh = [one for one in fresh if one[2].line not in corrected]
        ids |= corrected
        on_bank = self._on_bank(connection, fresh, dry=dry)
        fresh = [one for one in fresh if one[2].line not in on_bank.ids]
        ids |= on_bank.ids
        same = len(ids)
        if fresh and not dry:
            ids.update(self._add(connection, fresh))
        accounts = frozenset(entry.account_id for _, _, entry in fresh)
        return Kept(
            len(fresh),
            same,
            changed,
            ids,
            accounts,
            len(on_bank.ids),
            on_bank.doubtful,
        )

    def _on_bank(
        self, connection: Connection, fresh: Sequence[Keyed], *, dry: bool
    ) -> OnBank:
        """Recognise what was posted from the bank before, where anything was."""
        if self._looks_on_bank is None:
            self._looks_on_bank = self._source not in OURS and any_posted(connection)
        if not self._looks_on_bank:
            return OnBank({}, ())
        return posted_from_bank(connection, fresh, dry=dry)

    def _corrections(
        self, connection: Connection, fresh: Sequence[Keyed], *, dry: bool
    ) -> dict[int, int]:
        """Recognise corrections that were posted here, where any were."""
        if self._looks_at_corrections is None:
            theirs = self._source not in OURS
            self._looks_at_corrections = theirs and any_corrected(connection)
        if not self._looks_at_corrections:
            return {}
        return posted_as_corrections(connection, fresh, dry=dry)

    def tell(
        self, connection: Connection, *, by: str, facts: Mapping[str, object]
    ) -> None:
        """Tell the journal who brought the file in, and what came of it."""
        journal.record(
            connection,
            journal.Act(by, f"{self._source}.imported", f"file:{self._file}", facts),
            at=self._at,
            sealed=Sealed(SealKind.IMPORT, self._batches),
        )

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

    def _add(self, connection: Connection, fresh: Sequence[Keyed]) -> dict[int, int]:
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
        made = connection.execute(
            insert(_BATCH)
            .values(
                source=self._source,
                file_name=self._file,
                imported_at=self._at,
                entries=len(rows),
                first_entry_id=first,
                last_entry_id=first + len(rows) - 1,
                digest=digest.hexdigest(),
            )
            .returning(_BATCH.c.id)
        )
        self._batches.append(int(made.scalar_one()))
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
    return known | known_twins(connection, [key for key in keys if key not in known])


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


def with_entries_from(
    connection: Connection, account_ids: Iterable[int], *, source: str
) -> set[int]:
    """Return which of these accounts have entries of one kind of file."""
    rows = connection.scalars(
        select(_ENTRY.c.account_id)
        .where(_ENTRY.c.account_id.in_(list(account_ids)), _ENTRY.c.source == source)
        .distinct()
    )
    return set(rows)


def sources(connection: Connection) -> set[str]:
    """Return the kinds of files the ledger's entries came from."""
    return set(connection.scalars(select(_BATCH.c.source).distinct()))


def altered_batches(connection: Connection) -> Iterator[str]:
    """Yield words for every import whose entries are not what came in.

    Entries no import brought in are named together, last.
    """
    told = 0
    for batch in connection.execute(select(_BATCH).order_by(_BATCH.c.id)).all():
        digest = hashlib.sha256()
        rows = connection.execute(
            select(_ENTRY)
            .where(
                _ENTRY.c.id.between(batch.first_entry_id, batch.last_entry_id),
            )
            .order_by(_ENTRY.c.id)
        )
        wrong = seen = 0
        for row in rows:
            seen += 1
            content = hash63(content_words(as_kept(row)))
            wrong += content != row.content_key
            digest.update(content.to_bytes(8))
        if wrong or digest.hexdigest() != batch.digest:
            yield f"import {batch.id} of {batch.file_name}"
        told += seen
    stray = int(connection.scalar(text("SELECT count(*) FROM entry")) or 0) - told
    if stray > 0:
        yield f"entries of no import ({stray})"
