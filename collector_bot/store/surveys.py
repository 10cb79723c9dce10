"""Reads over the whole ledger or one run, set-based, for questions people ask."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, Date, Text, bindparam, func, select, text

from collector_bot.core.dunning import SkipReason
from collector_bot.core.ledger import AccountId, OutboxId
from collector_bot.core.money import Money
from collector_bot.store.tables import (
    DunningRunRow,
    ImportBatchRow,
    OutboxRow,
    table,
)

_DUNNING, _BATCH = table(DunningRunRow), table(ImportBatchRow)
_MOST_OVERDUE = text(
    "SELECT * FROM (SELECT g.*, a.code, a.name, row_number() OVER "
    "(PARTITION BY g.currency ORDER BY g.late DESC, g.account_id) AS place FROM ("
    "SELECT account_id, currency, sum(open_minor) AS late, min(due_day) AS oldest, "
    "count(*) AS items FROM open_item WHERE side = 'D' AND due_day > 0 "
    "AND due_day < :day GROUP BY account_id, currency) AS g "
    "JOIN account a ON a.id = g.account_id WHERE a.side = 'customer') AS r "
    "WHERE place <= :top ORDER BY currency, place"
)
_STEP = (
    "SELECT s.outbox_id, s.level_name, s.business_on, s.currency, s.due_minor, "
    "s.withdrawn_reason, o.state FROM step s "
    "LEFT JOIN outbox o ON o.id = s.outbox_id "
)
_LAST_STEP = text(
    _STEP + "WHERE s.account_id = :account_id ORDER BY s.id DESC LIMIT 1"
).columns(business_on=Date)
_STEPS_OF_RUN = text(
    "SELECT o.state, count(*), s.currency, sum(s.net_minor) FROM step s "
    "LEFT JOIN outbox o ON o.id = s.outbox_id "
    "WHERE s.run_id = :run_id GROUP BY o.state, s.currency"
)
_RUN = text(
    "SELECT id, business_on, started_by, steps, skipped_items, failures "
    "FROM dunning_run WHERE id = :run_id"
).columns(business_on=Date)
_SKIPS = text(
    "SELECT reason, currency, count(*), sum(overdue_minor) FROM skip "
    "WHERE run_id = :run_id GROUP BY reason, currency ORDER BY count(*) DESC, reason"
)
_FAILURES = text(
    "SELECT payload FROM journal WHERE subject = :subject AND action = 'dunning.run'"
).columns(payload=Text)
_LETTERS = text(
    "SELECT state, count(*) FROM outbox WHERE channel = 'mail' AND kind = 'letter' "
    "AND state IN ('awaiting_approval', 'pending', 'uncertain', 'failed') "
    "GROUP BY state"
)
_OUTBOX = table(OutboxRow)
_SENT = (
    select(func.count())
    .select_from(_OUTBOX)
    .where(
        _OUTBOX.c.channel == "mail",
        _OUTBOX.c.kind == "letter",
        _OUTBOX.c.state == "sent",
        _OUTBOX.c.sent_at >= bindparam("since"),
        _OUTBOX.c.sent_at < bindparam("until"),
    )
)
_DECIDED_PROMISE = text("SELECT decided_by, decided_at FROM promise WHERE id = :id")


@dataclass(frozen=True, slots=True)
class Overdue:
    """What one customer owes too late in one currency; `amount` is before credits."""

    account_id: AccountId
    code: str
    name: str
    amount: Money
    items: int
    oldest_due: date


@dataclass(frozen=True, slots=True)
class SentStep:
    """One letter of the procedure to one customer, and where it stands.

    `state` is the outbox's word; `withdrawn` says why it was taken back, or "".
    """

    outbox_id: OutboxId | None
    level: str
    on: date
    due: Money
    state: str
    withdrawn: str


@dataclass(frozen=True, slots=True)
class SkipSum:
    """How many customers one run left alone for one reason, in one currency."""

    reason: SkipReason
    customers: int
    overdue: Money


@dataclass(frozen=True, slots=True)
class RunSum:
    """One run of the procedure in numbers; `states` counts its letters by state."""

    run_id: int
    on: date
    started_by: str
    steps: int
    failures: int
    states: dict[str, int]
    asked: tuple[Money, ...]
    skips: tuple[SkipSum, ...]


def most_overdue(connection: Connection, *, today: date, top: int) -> list[Overdue]:
    """Return the customers who owe most too late: `top` a currency, most first."""
    rows = connection.execute(_MOST_OVERDUE, {"day": today.toordinal(), "top": top})
    return [
        Overdue(
            AccountId(row.account_id),
            row.code,
            row.name,
            Money(int(row.late), row.currency),
            row.items,
            date.fromordinal(row.oldest),
        )
        for row in rows
    ]


def last_step(connection: Connection, account_id: AccountId) -> SentStep | None:
    """Return the latest letter of the procedure to a customer, if there was one."""
    row = connection.execute(_LAST_STEP, {"account_id": account_id}).first()
    if row is None:
        return None
    return SentStep(
        OutboxId(row.outbox_id) if row.outbox_id is not None else None,
        row.level_name,
        row.business_on,
        Money(row.due_minor, row.currency),
        row.state or "",
        row.withdrawn_reason or "",
    )


def run(connection: Connection, run_id: int) -> RunSum | None:
    """Return one run in numbers, None when there is no such number."""
    row = connection.execute(_RUN, {"run_id": run_id}).first()
    if row is None:
        return None
    states: dict[str, int] = {}
    asked: dict[str, int] = {}
    for state, count, currency, net in connection.execute(
        _STEPS_OF_RUN, {"run_id": run_id}
    ):
        states[state or ""] = states.get(state or "", 0) + int(count)
        asked[currency] = asked.get(currency, 0) + int(net)
    skips = connection.execute(_SKIPS, {"run_id": run_id})
    return RunSum(
        row.id,
        row.business_on,
        row.started_by,
        row.steps,
        row.failures,
        states,
        tuple(Money(minor, currency) for currency, minor in sorted(asked.items())),
        tuple(
            SkipSum(SkipReason(reason), int(count), Money(int(late), currency))
            for reason, currency, count, late in skips
        ),
    )


def run_record(connection: Connection, run_id: int) -> str:
    """Return the journal's facts of a run as JSON, "{}" when there are none."""
    found = connection.scalar(_FAILURES, {"subject": f"run:{run_id}"})
    return str(found or "{}")


def letters_waiting(connection: Connection) -> dict[str, int]:
    """Return how many letters are not over yet, or failed, by state."""
    return {state: int(count) for state, count in connection.execute(_LETTERS)}


def letters_sent(connection: Connection, *, since: datetime, until: datetime) -> int:
    """Return how many letters left from `since` on and before `until`."""
    return int(connection.scalar(_SENT, {"since": since, "until": until}) or 0)


def who_decided(connection: Connection, promise_id: int) -> str:
    """Return who decided a promise, "" while nobody has."""
    row = connection.execute(_DECIDED_PROMISE, {"id": promise_id}).first()
    return str(row.decided_by or "") if row else ""


def last_done(connection: Connection) -> tuple[datetime | None, datetime | None]:
    """Return when the procedure last ran and when entries last came in; None: never."""
    ran = connection.scalar(select(func.max(_DUNNING.c.started_at)))
    came = connection.scalar(select(func.max(_BATCH.c.imported_at)))
    return ran, came
