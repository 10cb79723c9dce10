"""Which promises to pay are waiting, due or broken?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Connection

from collector_bot.core.holds import PromiseStatus, PromiseToPay
from collector_bot.core.ledger import Account
from collector_bot.store import accounts, items, promises, surveys

BROKEN_FOR_DAYS = 30  # older broken promises are history: our choice


@dataclass(frozen=True, slots=True)
class Promised:
    """A promise, what became of it, and whose it is."""

    promise: PromiseToPay
    status: PromiseStatus
    code: str
    name: str


@dataclass(frozen=True, slots=True)
class PromiseDetail:
    """One promise with its account, its pieces and who decided it ("" while nobody)."""

    promise: PromiseToPay
    status: PromiseStatus
    account: Account
    pieces: tuple[str, ...]
    decided_by: str


def watched_promises(
    connection: Connection, *, today: date, grace_days: int
) -> tuple[Promised, ...]:
    """Return promises that wait, are open or were broken lately, by date."""
    since = today - timedelta(days=BROKEN_FOR_DAYS)
    found = promises.running(connection, since=since)
    named = accounts.names(connection, [one.account_id for one in found])
    told = [
        Promised(one, one.status(today, grace_days=grace_days), *named[one.account_id])
        for one in found
    ]
    return tuple(one for one in told if one.status is not PromiseStatus.KEPT)


def promise_detail(
    connection: Connection, promise_id: int, *, today: date, grace_days: int
) -> PromiseDetail | None:
    """Return one promise, None when there is no such number."""
    promise = promises.get(connection, promise_id)
    if promise is None:
        return None
    entries = items.entries(connection, promise.entry_ids)
    return PromiseDetail(
        promise,
        promise.status(today, grace_days=grace_days),
        accounts.by_id(connection, promise.account_id),
        tuple(item.title for item in entries),
        surveys.who_decided(connection, promise_id),
    )
