"""Seals: digests of what rows say, kept by the journal row that made them say it."""

from __future__ import annotations

import hashlib
import heapq
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from operator import itemgetter, methodcaller
from typing import Any

from sqlalchemy import Column, Connection, Select, bindparam, select

from collector_bot.store.bulk import stream
from collector_bot.store.tables import (
    ContactRow,
    CorrectionLineRow,
    CorrectionRow,
    DecisionRow,
    DisputeItemRow,
    DisputeRow,
    HoldRow,
    ImportBatchRow,
    LetteringGroupRow,
    LetteringLineRow,
    LetteringRow,
    PromiseItemRow,
    PromiseRow,
    ReadingExampleRow,
    table,
)

_CONTACT, _DECISION, _HOLD = table(ContactRow), table(DecisionRow), table(HoldRow)
_DISPUTE, _DISPUTE_ITEM = table(DisputeRow), table(DisputeItemRow)
_PROMISE, _PROMISE_ITEM = table(PromiseRow), table(PromiseItemRow)
_LETTERING, _LINE = table(LetteringRow), table(LetteringLineRow)
_CORRECTION, _CORRECTED = table(CorrectionRow), table(CorrectionLineRow)
_GROUP, _BATCH = table(LetteringGroupRow), table(ImportBatchRow)
_HEX = 32  # 128 bits of SHA-256
_IN_ONE = 5000
_written = json.JSONEncoder(default=methodcaller("isoformat")).encode

Key = int | str


class SealKind(StrEnum):
    """What is sealed: the word before the colon of a subject such as `hold:3`.

    `contacts:12` are all contacts of account 12, `imported:1-2000` the letterings with
    these ids that came with a file; all others are one row and the rows under it.
    """

    CONTACTS = "contacts"
    CORRECTION = "correction"
    DECISION = "decision"
    DISPUTE = "dispute"
    EXAMPLE = "example"
    HOLD = "hold"
    IMPORT = "import"
    IMPORTED = "imported"
    LETTERING = "lettering"
    PROMISE = "promise"


@dataclass(frozen=True, slots=True)
class Sealed:
    """Rows of one kind that an act made what they are; ids of one file in order."""

    kind: SealKind
    keys: Sequence[Key]


def seals_of(connection: Connection, sealed: Sealed) -> dict[str, str]:
    """Return subject and digest of each of these rows as they are now; "" for gone."""
    if sealed.kind is SealKind.IMPORTED:
        first, last = int(sealed.keys[0]), int(sealed.keys[-1])
        return {f"{sealed.kind}:{first}-{last}": imported(connection, first, last)[1]}
    found: dict[Key, str] = {}
    for start in range(0, len(sealed.keys), _IN_ONE):
        some = sealed.keys[start : start + _IN_ONE]
        found.update(contents(connection, sealed.kind, keys=some))
    return {f"{sealed.kind}:{key}": found.get(key, "") for key in sealed.keys}


def contents(
    connection: Connection, kind: SealKind, *, keys: Sequence[Key] | None = None
) -> Iterator[tuple[Key, str]]:
    """Yield key and digest of every row of a kind, or of these, by key."""
    lines = heapq.merge(
        *(_lines(connection, part, keys) for part in _PARTS[kind]), key=itemgetter(0)
    )
    for key, told in groupby(lines, key=itemgetter(0)):
        yield key, _digest("\n".join(sorted(line for _, line in told)))


def imported(connection: Connection, first: int, last: int) -> tuple[int, str]:
    """Return how many letterings of a span of ids came with a file, and their digest.

    They are only ever added, thousands together: one digest is enough for all.
    """
    acts = connection.execute(_IMPORTED, {"first": first, "last": last}).all()
    told = [tuple(row) for row in acts]
    lines = stream(connection, _IMPORTED_LINES.format(first=first, last=last))
    for bunch in lines:
        told += bunch
    return len(acts), _digest(_written(told)) if acts else ""


def _digest(told: str) -> str:
    return hashlib.sha256(told.encode()).hexdigest()[:_HEX]


Part = tuple[str, Column[Any], Select[Any]]
"""The name of a table, the column that says whose a row is, and all its rows."""


def _lines(
    connection: Connection, part: Part, keys: Sequence[Key] | None
) -> Iterator[tuple[Key, str]]:
    """Yield the rows of one table as texts that say each value, in order of keys."""
    name, key, chosen = part
    if keys is not None:
        chosen = chosen.where(key.in_(keys))
    rows = connection.execute(chosen.order_by(key).execution_options(yield_per=_IN_ONE))
    for row in rows:
        yield row[-1], name + _written(tuple(row)[:-1])


_ACTS = select(_LETTERING, _GROUP.c.code, _GROUP.c.source).join(
    _GROUP, _GROUP.c.id == _LETTERING.c.group_id
)
_LINES = select(_LINE).join(_LETTERING, _LETTERING.c.id == _LINE.c.lettering_id)
_IS_IMPORTED = _LETTERING.c.origin == "imported"
_IMPORTED = _ACTS.where(
    _IS_IMPORTED, _LETTERING.c.id.between(bindparam("first"), bindparam("last"))
).order_by(_LETTERING.c.id)
_IMPORTED_LINES = (
    "SELECT l.lettering_id, l.entry_id, l.side, l.amount_minor "
    "FROM lettering_line l JOIN lettering a ON a.id = l.lettering_id "
    "WHERE a.origin = 'imported' AND a.id BETWEEN {first} AND {last} "
    "ORDER BY l.lettering_id, l.entry_id"
)


def _part(key: Column[Any], chosen: Select[Any] | None = None) -> Part:
    """Return a table by the column that says whose its rows are."""
    told = select(key.table) if chosen is None else chosen
    return key.table.name, key, told.add_columns(key)


_PARTS: dict[SealKind, tuple[Part, ...]] = {
    SealKind.CONTACTS: (_part(_CONTACT.c.account_id),),
    SealKind.CORRECTION: (
        _part(_CORRECTION.c.id),
        _part(_CORRECTED.c.correction_id),
    ),
    SealKind.DECISION: (_part(_DECISION.c.subject),),
    SealKind.DISPUTE: (
        _part(_DISPUTE.c.id),
        _part(_DISPUTE_ITEM.c.dispute_id),
    ),
    SealKind.EXAMPLE: (_part(table(ReadingExampleRow).c.id),),
    SealKind.HOLD: (_part(_HOLD.c.id),),
    SealKind.IMPORT: (_part(_BATCH.c.id),),
    SealKind.LETTERING: (
        _part(_LETTERING.c.id, _ACTS.where(~_IS_IMPORTED)),
        _part(_LINE.c.lettering_id, _LINES.where(~_IS_IMPORTED)),
    ),
    SealKind.PROMISE: (
        _part(_PROMISE.c.id),
        _part(_PROMISE_ITEM.c.promise_id),
    ),
}
