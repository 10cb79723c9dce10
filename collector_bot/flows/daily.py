"""What the day brings by itself: what expired, what was broken, and the digest."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import Connection

from collector_bot.core.holds import PromiseStatus
from collector_bot.flows import cards
from collector_bot.flows.cards import PAYMENTS
from collector_bot.flows.desk import Desk
from collector_bot.flows.undo import undo_since
from collector_bot.store import (
    allocations,
    bank,
    beats,
    disputes,
    promises,
    suggestions,
    undoing,
)

_WATCHED_DAYS = 45
_CLOSING = timedelta(days=7)  # for which cards lose “Undo”, should a day be missed


def once_a_day(desk: Desk, name: str) -> bool:
    """Return whether daily work `name` is still to be done today, and claim it."""
    today = desk.today().isoformat()
    with desk.database.writing() as connection:
        last = beats.last(connection, name)
        if last is not None and last[1] == today:
            return False
        beats.beat(connection, name, at=desk.now(), note=today)
        return True


def done_today(desk: Desk, name: str) -> bool:
    """Return whether daily work `name` was done on today's business date."""
    with desk.database.reading() as connection:
        last = beats.last(connection, name)
        return last is not None and last[1] == desk.today().isoformat()


def tidy(desk: Desk) -> None:
    """Let old suggestions expire, close paid disputes, tell of broken promises."""
    now, today = desk.now(), desk.today()
    with desk.database.writing() as connection:
        for one in suggestions.expire(connection, today=today):
            cards.show(connection, f"suggestion:{one}", at=now, turn="expired")
        late = undo_since(desk)
        for subject in undoing.approved_between(connection, late - _CLOSING, late):
            cards.show(connection, subject, at=now, turn="closed")
        disputes.close_settled(connection, at=now)
        _show_broken(desk, connection, today=today)


def _show_broken(desk: Desk, connection: Connection, *, today: date) -> None:
    since = today - timedelta(days=_WATCHED_DAYS)
    grace = desk.policy.promise_grace_days
    for promise in promises.running(connection, since=since):
        status = promise.status(today, grace_days=grace)
        if status in {PromiseStatus.BROKEN, PromiseStatus.KEPT}:
            cards.show(
                connection,
                f"promise:{promise.id}",
                at=desk.now(),
                turn=status.value,
                account_id=promise.account_id,
            )


def enqueue_digest(desk: Desk) -> None:
    """Have the digest of today posted, once, and the payments nobody was found for."""
    with desk.database.writing() as connection:
        today = desk.today().isoformat()
        cards.show(connection, f"digest:{today}", at=desk.now())
        _, unallocated = allocations.unallocated(connection, limit=0)
        if unallocated:
            cards.show(connection, f"{PAYMENTS}:{today}", at=desk.now())


def unmatched_entries(desk: Desk) -> str:
    """Return the mark of what came in since the last matching, "" for nothing.

    That is entries and bank lines.
    """
    with desk.database.reading() as connection:
        newest = str(beats.newest_entry(connection))
        line = bank.newest_line(connection)
        newest += f"+{line}" if line else ""
        last = beats.last(connection, "suggest")
        return "" if last is not None and last[1] == newest else newest


def note_matched(desk: Desk, mark: str) -> None:
    """Note that everything up to a mark was matched; a crash before means again."""
    with desk.database.writing() as connection:
        beats.beat(connection, "suggest", at=desk.now(), note=mark)
