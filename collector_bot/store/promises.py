"""Promises to pay: recorded once per cause, decided by people, judged by letterings."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select, update

from collector_bot.core.holds import PromiseState, PromiseToPay
from collector_bot.core.ledger import AccountId, EntryId, OpenItem
from collector_bot.core.money import Money
from collector_bot.store import journal
from collector_bot.store.seals import SealKind
from collector_bot.store.tables import (
    OpenItemRow,
    PromiseItemRow,
    PromiseRow,
    table,
)

_PROMISE, _ITEM = table(PromiseRow), table(PromiseItemRow)
_OPEN = table(OpenItemRow)


def add(
    connection: Connection,
    *,
    promise: PromiseToPay,
    items: Sequence[OpenItem],
    cause_key: str,
    at: datetime,
) -> int | None:
    """Record a promise about these items; None when this cause is recorded already."""
    there = connection.scalar(
        select(_PROMISE.c.id).where(_PROMISE.c.cause_key == cause_key)
    )
    if there is not None:
        return None
    made = connection.execute(
        insert(_PROMISE)
        .values(
            account_id=promise.account_id,
            currency=promise.baseline.currency,
            amount_minor=promise.amount.minor if promise.amount else None,
            promised_on=promise.promised_on,
            made_on=promise.made_on,
            state=promise.state.value,
            entered_by=promise.entered_by,
            mail_id=promise.mail_id,
            cause_key=cause_key,
            why_proposed=promise.why_proposed,
            baseline_minor=promise.baseline.minor,
        )
        .returning(_PROMISE.c.id)
    )
    promise_id = int(made.scalar_one())
    if items:
        connection.execute(
            insert(_ITEM),
            [
                {
                    "promise_id": promise_id,
                    "entry_id": item.entry_id,
                    "open_minor": item.open.minor,
                }
                for item in items
            ],
        )
    journal.record_change(
        connection,
        SealKind.PROMISE,
        promise_id,
        action="promise.entered",
        by=promise.entered_by,
        at=at,
    )
    return promise_id


def decide(
    connection: Connection,
    promise_id: int,
    *,
    state: PromiseState,
    by: str,
    at: datetime,
) -> bool:
    """Move a promise on by compare-and-set; False when it was decided before."""
    allowed = ["proposed"]
    if state is PromiseState.CANCELLED:
        allowed.append("accepted")
    moved = connection.execute(
        update(_PROMISE)
        .where(_PROMISE.c.id == promise_id, _PROMISE.c.state.in_(allowed))
        .values(state=state.value, decided_by=by, decided_at=at)
    )
    if moved.rowcount:
        journal.record_change(
            connection,
            SealKind.PROMISE,
            promise_id,
            action=f"promise.{state.value}",
            by=by,
            at=at,
        )
    return moved.rowcount == 1


def get(connection: Connection, promise_id: int) -> PromiseToPay | None:
    """Return one promise, None when there is no such number."""
    rows = _with_items(
        connection,
        connection.execute(select(_PROMISE).where(_PROMISE.c.id == promise_id)).all(),
    )
    return rows[0] if rows else None


def caused_by(connection: Connection, key: str) -> list[int]:
    """Return the promises that came of a cause, and wait or were accepted.

    Args:
        key: of the cause, or how the keys of its causes begin, up to a colon.
    """
    cause = _PROMISE.c.cause_key
    rows = connection.scalars(
        select(_PROMISE.c.id)
        .where(
            (cause == key) | cause.startswith(f"{key}:", autoescape=True),
            _PROMISE.c.state.in_(("proposed", "accepted")),
        )
        .order_by(_PROMISE.c.id)
    )
    return list(rows)


def of_account(connection: Connection, account_id: AccountId) -> list[PromiseToPay]:
    """Return the promises of one account, latest date first."""
    return _with_items(
        connection,
        connection.execute(
            select(_PROMISE)
            .where(_PROMISE.c.account_id == account_id)
            .order_by(_PROMISE.c.promised_on.desc(), _PROMISE.c.id.desc())
        ).all(),
    )


def running(connection: Connection, *, since: date) -> list[PromiseToPay]:
    """Return promises to watch: proposed ones, and those due since that day."""
    return _with_items(
        connection,
        connection.execute(
            select(_PROMISE)
            .where(
                (_PROMISE.c.state == "proposed")
                | ((_PROMISE.c.state == "accepted") & (_PROMISE.c.promised_on >= since))
            )
            .order_by(_PROMISE.c.promised_on, _PROMISE.c.id)
        ).all(),
    )


def last_broken(
    connection: Connection, account_id: AccountId, *, today: date, grace_days: int
) -> date | None:
    """Return the date of the latest promise that was not kept, if it is the latest."""
    for promise in of_account(connection, account_id):
        if promise.state is PromiseState.ACCEPTED:
            status = promise.status(today, grace_days=grace_days)
            return promise.promised_on if status.value == "broken" else None
    return None


def _with_items(connection: Connection, rows: Sequence[Row[Any]]) -> list[PromiseToPay]:
    entries: dict[int, list[EntryId]] = {row.id: [] for row in rows}
    opens: dict[int, int] = dict.fromkeys(entries, 0)
    found = connection.execute(
        select(
            _ITEM.c.promise_id,
            _ITEM.c.entry_id,
            func.coalesce(_OPEN.c.open_minor, 0),
        )
        .outerjoin(_OPEN, _OPEN.c.entry_id == _ITEM.c.entry_id)
        .where(_ITEM.c.promise_id.in_(list(entries)))
        .order_by(_ITEM.c.promise_id, _ITEM.c.entry_id)
    )
    for promise_id, entry_id, left in found:
        entries[promise_id].append(EntryId(entry_id))
        opens[promise_id] += left
    return [
        PromiseToPay(
            id=row.id,
            account_id=AccountId(row.account_id),
            promised_on=row.promised_on,
            made_on=row.made_on,
            amount=(
                Money(row.amount_minor, row.currency)
                if row.amount_minor is not None
                else None
            ),
            baseline=Money(row.baseline_minor, row.currency),
            open_now=Money(opens[row.id], row.currency),
            state=PromiseState(row.state),
            entered_by=row.entered_by,
            entry_ids=tuple(entries[row.id]),
            mail_id=row.mail_id,
            why_proposed=row.why_proposed,
        )
        for row in rows
    ]
