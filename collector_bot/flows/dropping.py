"""Letters that must not leave any more are dropped with their reason."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Connection

from collector_bot.core.ledger import AccountId, EntryId
from collector_bot.flows import cards
from collector_bot.store import dunning, journal, outbox
from collector_bot.store.outbox import Queued


def drop(
    connection: Connection, message: Queued, *, reason: str, now: datetime
) -> None:
    """Cancel a letter that has not left, and free the levels it claimed."""
    if not outbox.cancel(connection, message.id, reason=reason):
        return
    dunning.withdraw(connection, message.id, reason=reason)
    journal.record(
        connection,
        journal.Act(
            "collector", "letter.dropped", f"letter:{message.id}", {"reason": reason}
        ),
        at=now,
    )
    if message.state == "awaiting_approval":
        cards.show(
            connection,
            f"letter:{message.id}",
            at=now,
            turn="dropped",
            account_id=message.account_id,
        )


def drop_about(
    connection: Connection,
    account_id: AccountId,
    *,
    entries: Collection[EntryId] | None,
    reason: str,
    now: datetime,
) -> None:
    """Drop an account's waiting letters about these entries (None: all of them)."""
    for message in outbox.of_account(connection, account_id):
        if message.kind != "letter":
            continue
        if message.state not in {"awaiting_approval", "pending"}:
            continue
        said = {EntryId(one) for one in message.payload.get("entries", [])}
        if entries is None or not said.isdisjoint(entries):
            drop(connection, message, reason=reason, now=now)
