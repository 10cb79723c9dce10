"""Letters as lists show them: without their text and bytes, latest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from collector_bot.core.ledger import AccountId, OutboxId
from collector_bot.store.tables import OutboxRow, table

_OUTBOX = table(OutboxRow)


@dataclass(frozen=True, slots=True)
class ListedLetter:
    """One letter or answer to a customer, and where it stands."""

    id: OutboxId
    kind: str
    state: str
    account_id: AccountId | None
    subject: str
    recipient: str
    created_at: datetime
    sent_at: datetime | None
    proof: str
    reason: str


def latest(
    connection: Connection,
    *,
    states: Sequence[str] = (),
    account_id: AccountId | None = None,
    limit: int,
) -> list[ListedLetter]:
    """Return letters, latest first; only of these states and this account if given."""
    chosen = select(
        _OUTBOX.c.id,
        _OUTBOX.c.kind,
        _OUTBOX.c.state,
        _OUTBOX.c.account_id,
        _OUTBOX.c.subject,
        _OUTBOX.c.recipient,
        _OUTBOX.c.created_at,
        _OUTBOX.c.sent_at,
        _OUTBOX.c.proof,
        _OUTBOX.c.reason,
    ).where(_OUTBOX.c.channel == "mail")
    if states:
        chosen = chosen.where(_OUTBOX.c.state.in_(list(states)))
    if account_id is not None:
        chosen = chosen.where(_OUTBOX.c.account_id == account_id)
    rows = connection.execute(chosen.order_by(_OUTBOX.c.id.desc()).limit(limit))
    return [
        ListedLetter(
            OutboxId(row.id),
            row.kind,
            row.state,
            AccountId(row.account_id) if row.account_id else None,
            row.subject,
            row.recipient,
            row.created_at,
            row.sent_at,
            row.proof,
            row.reason,
        )
        for row in rows
    ]
