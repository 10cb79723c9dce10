"""What a run of the procedure writes: itself, its steps and its skips."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import (
    Connection,
    delete,
    func,
    insert,
    select,
    tuple_,
    update,
)

from collector_bot.core.dunning import Skip, SkipReason, Step
from collector_bot.core.ledger import AccountId, EntryId, OutboxId
from collector_bot.store.bulk import insert_rows, reserve_ids, without_collecting
from collector_bot.store.tables import (
    DunningRunRow,
    OutboxRow,
    SkipRow,
    StepItemRow,
    StepRow,
    table,
)

_RUN, _STEP = table(DunningRunRow), table(StepRow)
_STEP_ITEM, _SKIP = table(StepItemRow), table(SkipRow)
_OUTBOX = table(OutboxRow)


@dataclass(frozen=True, slots=True)
class RunRecord:
    """What is written of a run beside its steps and skips."""

    business_on: date
    started_at: datetime
    started_by: str
    steps: int
    skipped_items: int
    failures: int


def add_run(connection: Connection, record: RunRecord) -> int:
    """Write the run and return its id."""
    made = connection.execute(
        insert(_RUN)
        .values(
            business_on=record.business_on,
            started_at=record.started_at,
            started_by=record.started_by,
            steps=record.steps,
            skipped_items=record.skipped_items,
            failures=record.failures,
        )
        .returning(_RUN.c.id)
    )
    return int(made.scalar_one())


_STEP_COLUMNS = (
    "id",
    "run_id",
    "account_id",
    "currency",
    "business_on",
    "level",
    "level_name",
    "due_minor",
    "net_minor",
    "outbox_id",
)
_ITEM_COLUMNS = ("entry_id", "level", "step_id")


def add_steps(
    connection: Connection,
    run_id: int,
    *,
    business_on: date,
    steps: Sequence[tuple[Step, OutboxId | None]],
) -> None:
    """Write steps with the outbox row each causes, and claim their items' levels."""
    if not steps:
        return
    ids = reserve_ids(connection, "step", len(steps))
    day = business_on.isoformat()
    rows: list[tuple[object, ...]] = []
    items: list[tuple[int, int, int]] = []
    with without_collecting():
        for step_id, (step, outbox_id) in zip(ids, steps, strict=True):
            rows.append(
                (
                    step_id,
                    run_id,
                    step.account_id,
                    step.currency,
                    day,
                    step.level.number,
                    step.level.name,
                    step.due_minor,
                    step.net_minor,
                    outbox_id,
                )
            )
            items += [(entry_id, level, step_id) for entry_id, level in step.items]
        insert_rows(connection, "step", _STEP_COLUMNS, rows=rows)
        insert_rows(connection, "step_item", _ITEM_COLUMNS, rows=items)


def add_skips(connection: Connection, run_id: int, skips: Sequence[Skip]) -> None:
    """Write why overdue items were left alone."""
    if not skips:
        return
    insert_rows(
        connection,
        "skip",
        (
            "run_id",
            "account_id",
            "currency",
            "reason",
            "entry_ids",
            "overdue_minor",
            "detail",
        ),
        rows=[
            (
                run_id,
                skip.account_id,
                skip.currency,
                skip.reason.value,
                json.dumps(skip.entry_ids),
                skip.overdue_minor,
                "",
            )
            for skip in skips
        ],
    )


def withdraw(connection: Connection, outbox_id: OutboxId, *, reason: str) -> None:
    """Free the levels a letter claimed: it will not leave."""
    payload = connection.scalar(
        select(_OUTBOX.c.payload).where(_OUTBOX.c.id == outbox_id)
    )
    connection.execute(
        delete(_STEP_ITEM).where(
            _STEP_ITEM.c.entry_id.in_((payload or {}).get("entries", [])),
            _STEP_ITEM.c.step_id.in_(
                select(_STEP.c.id).where(_STEP.c.outbox_id == outbox_id)
            ),
        )
    )
    connection.execute(
        update(_STEP)
        .where(_STEP.c.outbox_id == outbox_id)
        .values(withdrawn_reason=reason)
    )


def last_left_at(connection: Connection, outbox_id: OutboxId) -> datetime | None:
    """Return when another letter to this letter's customer left, or may have.

    Letters in another currency are other letters.
    """
    mine = select(_STEP.c.account_id, _STEP.c.currency).where(
        _STEP.c.outbox_id == outbox_id
    )
    left = func.coalesce(_OUTBOX.c.sent_at, _OUTBOX.c.handed_over_at)
    found = connection.scalar(
        select(left)
        .join(_STEP, _STEP.c.outbox_id == _OUTBOX.c.id)
        .where(
            tuple_(_STEP.c.account_id, _STEP.c.currency).in_(mine),
            _OUTBOX.c.id != outbox_id,
            _OUTBOX.c.state.in_(["handing_over", "uncertain", "sent"]),
        )
        .order_by(left.desc())
        .limit(1)
    )
    return found if isinstance(found, datetime) else None


def last_letter_on(
    connection: Connection, account_id: AccountId, currency: str
) -> date | None:
    """Return the day of the last letter to a customer that was not withdrawn."""
    found = connection.scalar(
        select(func.max(_STEP.c.business_on)).where(
            _STEP.c.account_id == account_id,
            _STEP.c.currency == currency,
            _STEP.c.withdrawn_reason.is_(None),
        )
    )
    return found if isinstance(found, date) else None


def stepped_today(connection: Connection, business_on: date) -> set[tuple[int, str]]:
    """Return who has a step of this business date already, withdrawn ones included."""
    rows = connection.execute(
        select(_STEP.c.account_id, _STEP.c.currency).where(
            _STEP.c.business_on == business_on
        )
    )
    return {(account_id, currency) for account_id, currency in rows}


def last_skips(
    connection: Connection, account_id: AccountId
) -> list[tuple[date, str, SkipReason, tuple[EntryId, ...]]]:
    """Return why the last run left items of this account alone."""
    run = (
        select(_SKIP.c.run_id)
        .where(_SKIP.c.account_id == account_id)
        .order_by(_SKIP.c.run_id.desc())
        .limit(1)
        .scalar_subquery()
    )
    rows = connection.execute(
        select(_RUN.c.business_on, _SKIP.c.currency, _SKIP.c.reason, _SKIP.c.entry_ids)
        .join(_RUN, _RUN.c.id == _SKIP.c.run_id)
        .where(_SKIP.c.account_id == account_id, _SKIP.c.run_id == run)
        .order_by(_SKIP.c.currency, _SKIP.c.reason)
    )
    return [
        (on, currency, SkipReason(reason), tuple(map(EntryId, json.loads(ids))))
        for on, currency, reason, ids in rows
    ]
