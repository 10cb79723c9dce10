"""Lines of entries: what they are, what they say, and which known ones they are."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, select

from collector_bot.core.money import Money
from collector_bot.store.tables import EntryRow, table

_ENTRY = table(EntryRow)
# What a line says, in the order of `NewEntry`.
_SAID = ("account", "entry_side", "kind", "piece", "date", "due_date", "amount",
         "currency", "label")  # fmt: skip


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


class Difference(NamedTuple):
    """One field of a known line that says something else now.

    `field` is a key of `core.field_names`; values are texts, an amount, or a day (None
    for no due date).
    """

    field: str
    was: str | Money | date | None
    now: str | Money | date | None


class Changed(NamedTuple):
    """A line that is known but says something else now; nothing was overwritten."""

    line: int
    piece: str
    differences: tuple[Difference, ...]


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


Keyed = tuple[int, int, NewEntry]
"""The keys of what a line is and of what it says, and the line."""


class Differing(NamedTuple):
    """A known line that says something else: its entry, and what it says now."""

    entry_id: int
    content: int
    entry: NewEntry


def found_again(
    connection: Connection,
    keyed: Sequence[Keyed],
    known: dict[int, tuple[int, int]],
) -> tuple[dict[int, int], list[Differing]]:
    """Find known lines again: each entry is the one line it is, or its twin is.

    A piece's lines may come in another order; then one says what another said.

    Returns:
        The entry of each line found, and the lines that say something else now.
    """
    ids: dict[int, int] = {}
    unlike: list[Differing] = []
    for key, content, entry in keyed:
        if key not in known:
            continue
        entry_id, was = known[key]
        if was == content:
            ids[entry.line] = entry_id
        else:
            unlike.append(Differing(entry_id, content, entry))
    taken = set(ids.values()) if unlike else set()
    others: list[Differing] = []
    for one in unlike:
        twins = _twins(connection, one.entry, one.content) - taken
        if twins:
            ids[one.entry.line] = min(twins)
            taken.add(ids[one.entry.line])
        else:
            others.append(one)
    return ids, others


def told_apart(
    connection: Connection,
    fresh: Sequence[Keyed],
    others: Sequence[Differing],
    *,
    ids: dict[int, int],
) -> tuple[list[Keyed], list[Differing]]:
    """Find the new line among those of one piece where it is not the last of them.

    Lines of one piece are told apart by their order, so that one put before the others
    looks as if each said something else and the last were new. The last then says what
    a known one said: it is that one, added to `ids`, and the other takes its place.
    """
    if not others:
        return list(fresh), list(others)
    left: dict[str, list[Differing]] = {}
    for one in others:
        left.setdefault(one.entry.natural, []).append(one)
    really: list[Keyed] = []
    for key, content, entry in fresh:
        waiting = left.get(entry.natural)
        twins: set[int] = set()
        if waiting:
            twins = _twins(connection, entry, content) - set(ids.values())
        if waiting and twins:
            ids[entry.line] = min(twins)
            moved = waiting.pop(0)
            really.append((key, moved.content, moved.entry))
        else:
            really.append((key, content, entry))
    return really, [one for some in left.values() for one in some]


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


def changed_line(connection: Connection, entry_id: int, entry: NewEntry) -> Changed:
    """Return what a line says otherwise than its entry."""
    row = connection.execute(select(_ENTRY).where(_ENTRY.c.id == entry_id)).one()
    was = as_kept(row)
    return Changed(
        entry.line,
        entry.piece,
        tuple(
            Difference(name, _told(name, before, was), _told(name, after, entry))
            for name, before, after in zip(_SAID, was[:9], entry[:9], strict=True)
            if before != after
        ),
    )


def as_kept(row: Row[Any]) -> NewEntry:
    """Return what an entry said when it came in; its key and line are not kept."""
    said = tuple(row)[1:10]
    return NewEntry._make((*said, "", 0))


def _told(name: str, value: object, entry: NewEntry) -> str | Money | date | None:
    """Return a value of an entry as a person may read it."""
    if name in {"date", "due_date"} and isinstance(value, int):
        return date.fromordinal(value) if value else None
    if name == "amount" and isinstance(value, int):
        return Money(value, entry.currency)
    return str(value)
