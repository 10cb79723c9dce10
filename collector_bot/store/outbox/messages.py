"""Messages to send: put in the outbox once for each cause, and found there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select

from collector_bot.core.ledger import AccountId, OutboxId
from collector_bot.store.tables import OutboxRow, table

_OUTBOX = table(OutboxRow)
OPEN_STATES = ("awaiting_approval", "pending", "claimed", "handing_over", "uncertain")


@dataclass(frozen=True, slots=True)
class Message:
    """Something to send. `key` says why: the same cause again is the same message."""

    key: str
    channel: str
    kind: str
    state: str = "pending"
    created_by: str = "collector"
    account_id: AccountId | None = None
    subject: str = ""
    recipient: str = ""
    text: str = ""
    mime: bytes | None = None
    digest: str = ""
    message_id: str | None = None
    balance_digest: str = ""
    payload: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Queued:
    """A message as it stands in the outbox."""

    id: OutboxId
    key: str
    channel: str
    kind: str
    state: str
    account_id: AccountId | None
    subject: str
    recipient: str
    text: str
    mime: bytes | None
    digest: str
    message_id: str | None
    balance_digest: str
    payload: Mapping[str, Any]
    attempts: int
    claim_token: str | None
    created_at: datetime
    created_by: str
    handed_over_at: datetime | None
    sent_at: datetime | None
    proof: str
    reason: str


def enqueue(connection: Connection, message: Message, *, at: datetime) -> OutboxId:
    """Put a message in the outbox; the same key again returns the one that is there."""
    there = connection.scalar(select(_OUTBOX.c.id).where(_OUTBOX.c.key == message.key))
    if there is not None:
        return OutboxId(there)
    made = connection.execute(
        insert(_OUTBOX)
        .values(
            key=message.key,
            channel=message.channel,
            kind=message.kind,
            state=message.state,
            created_at=at,
            created_by=message.created_by,
            account_id=message.account_id,
            subject=message.subject,
            recipient=message.recipient,
            text=message.text,
            mime=message.mime,
            digest=message.digest,
            message_id=message.message_id,
            balance_digest=message.balance_digest,
            payload=dict(message.payload or {}),
            next_attempt_at=at,
            attempts=0,
            reply="",
            proof="",
            reason="",
        )
        .returning(_OUTBOX.c.id)
    )
    return OutboxId(made.scalar_one())


def get(connection: Connection, outbox_id: OutboxId) -> Queued | None:
    """Return one message, None when there is no such number."""
    row = connection.execute(select(_OUTBOX).where(_OUTBOX.c.id == outbox_id)).first()
    return _queued(row) if row else None


def awaiting(connection: Connection, key: str) -> OutboxId | None:
    """Return the message under a key that waits for approval; None for none."""
    found = connection.scalar(
        select(_OUTBOX.c.id).where(
            _OUTBOX.c.key == key, _OUTBOX.c.state == "awaiting_approval"
        )
    )
    return None if found is None else OutboxId(found)


def listed(
    connection: Connection, states: Sequence[str], *, limit: int = 200
) -> list[Queued]:
    """Return messages in these states, oldest first."""
    rows = connection.execute(
        select(_OUTBOX)
        .where(_OUTBOX.c.state.in_(list(states)))
        .order_by(_OUTBOX.c.id)
        .limit(limit)
    )
    return [_queued(row) for row in rows]


def of_account(connection: Connection, account_id: AccountId) -> list[Queued]:
    """Return the letters of one customer, newest first."""
    rows = connection.execute(
        select(_OUTBOX)
        .where(_OUTBOX.c.account_id == account_id, _OUTBOX.c.channel == "mail")
        .order_by(_OUTBOX.c.id.desc())
        .limit(100)
    )
    return [_queued(row) for row in rows]


def counts(connection: Connection) -> dict[tuple[str, str], int]:
    """Return how many messages there are by channel and state."""
    rows = connection.execute(
        select(_OUTBOX.c.channel, _OUTBOX.c.state, func.count()).group_by(
            _OUTBOX.c.channel, _OUTBOX.c.state
        )
    )
    return {(channel, state): count for channel, state, count in rows}


def last_message_id(connection: Connection, account_id: AccountId) -> str | None:
    """Return the Message-ID of the latest letter of this customer that left."""
    found = connection.scalar(
        select(_OUTBOX.c.message_id)
        .where(
            _OUTBOX.c.account_id == account_id,
            _OUTBOX.c.channel == "mail",
            _OUTBOX.c.state.in_(["sent", "uncertain"]),
        )
        .order_by(_OUTBOX.c.id.desc())
        .limit(1)
    )
    return str(found) if found else None


def account_of_message(connection: Connection, ids: Sequence[str]) -> AccountId | None:
    """Return whose letter one of these Message-IDs is, None when none is ours."""
    if not ids:
        return None
    found = connection.scalar(
        select(_OUTBOX.c.account_id)
        .where(_OUTBOX.c.message_id.in_(list(ids)[:50]))
        .order_by(_OUTBOX.c.id.desc())
        .limit(1)
    )
    return AccountId(found) if found is not None else None


def _queued(row: Row[Any]) -> Queued:
    return Queued(
        id=OutboxId(row.id),
        key=row.key,
        channel=row.channel,
        kind=row.kind,
        state=row.state,
        account_id=AccountId(row.account_id) if row.account_id else None,
        subject=row.subject,
        recipient=row.recipient,
        text=row.text,
        mime=row.mime,
        digest=row.digest,
        message_id=row.message_id,
        balance_digest=row.balance_digest,
        payload=row.payload or {},
        attempts=row.attempts,
        claim_token=row.claim_token,
        created_at=row.created_at,
        created_by=row.created_by,
        handed_over_at=row.handed_over_at,
        sent_at=row.sent_at,
        proof=row.proof,
        reason=row.reason,
    )
