"""Exports: what each held, whether it is in place, and what no export held yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NewType

from sqlalchemy import Connection, delete, insert, select, update

from collector_bot.core.books import Exported
from collector_bot.store import journal
from collector_bot.store.tables import ExportItemRow, ExportRunRow, table
from collector_bot.store.tables.exports import RunState

_RUN, _ITEM = table(ExportRunRow), table(ExportItemRow)
_IN_ONE = 5000

ExportId = NewType("ExportId", int)


@dataclass(frozen=True, slots=True)
class Begun:
    """An export that was claimed and never said to be in place."""

    id: ExportId
    path: str
    digest: str


@dataclass(frozen=True, slots=True)
class Claim:
    """What an export is about to write: where, which bytes, who and when."""

    what: Exported
    format: str
    path: str
    digest: str
    lines: int
    at: datetime
    on: date
    by: str


def begun(connection: Connection, what: Exported) -> list[Begun]:
    """Return exports of a kind that were interrupted, oldest first."""
    rows = connection.execute(
        select(_RUN.c.id, _RUN.c.path, _RUN.c.digest)
        .where(_RUN.c.what == what.value, _RUN.c.state == RunState.BEGUN.value)
        .order_by(_RUN.c.id)
    )
    return [Begun(ExportId(row.id), row.path, row.digest) for row in rows]


def claim(connection: Connection, asked: Claim, subjects: Sequence[int]) -> ExportId:
    """Keep what an export holds before it is written; return its number.

    What an earlier export held stays with that one.
    """
    made = connection.execute(
        insert(_RUN)
        .values(
            what=asked.what.value,
            format=asked.format,
            state=RunState.BEGUN.value,
            path=asked.path,
            digest=asked.digest,
            lines=asked.lines,
            made_at=asked.at,
            made_on=asked.on,
            made_by=asked.by,
        )
        .returning(_RUN.c.id)
    ).scalar_one()
    held = _held(connection, asked.what, subjects)
    rows = [
        {"what": asked.what.value, "subject_id": one, "run_id": made}
        for one in subjects
        if one not in held
    ]
    if rows:
        connection.execute(insert(_ITEM), rows)
    return ExportId(made)


def _held(connection: Connection, what: Exported, subjects: Sequence[int]) -> set[int]:
    found: set[int] = set()
    for start in range(0, len(subjects), _IN_ONE):
        found |= set(
            connection.scalars(
                select(_ITEM.c.subject_id).where(
                    _ITEM.c.what == what.value,
                    _ITEM.c.subject_id.in_(subjects[start : start + _IN_ONE]),
                )
            )
        )
    return found


def settle(connection: Connection, run_id: ExportId, *, by: str, at: datetime) -> bool:
    """Say that an export is in place; False when another gave it up meanwhile."""
    moved = connection.execute(
        update(_RUN)
        .where(_RUN.c.id == run_id, _RUN.c.state == RunState.BEGUN.value)
        .values(state=RunState.DONE.value)
        .returning(_RUN.c.what, _RUN.c.digest, _RUN.c.lines)
    ).first()
    if moved is None:
        return False
    facts = {"what": moved.what, "digest": moved.digest, "lines": moved.lines}
    journal.record(
        connection, journal.Act(by, "export.made", f"export:{run_id}", facts), at=at
    )
    return True


def give_up(connection: Connection, run_id: ExportId) -> None:
    """Release what an interrupted export had claimed: the next one holds it."""
    connection.execute(delete(_ITEM).where(_ITEM.c.run_id == run_id))
    connection.execute(
        update(_RUN)
        .where(_RUN.c.id == run_id, _RUN.c.state == RunState.BEGUN.value)
        .values(state=RunState.GIVEN_UP.value)
    )
