"""What is to be sent: committed with its cause, claimed, handed over, settled.

awaiting_approval -> pending -> claimed -> handing_over -> sent
claimed -> pending (lease over, or a refusal that may pass); -> failed (final)
handing_over -> uncertain (no answer) -> sent (proof) | pending | cancelled (person)
any state before handing_over -> cancelled (reason)
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    Connection,
    Row,
    Update,
    and_,
    func,
    insert,
    or_,
    select,
    true,
    update,
)

from collector_bot.core.ledger import AccountId, OutboxId
from collector_bot.store.tables import OutboxRow, StepRow, table

_OUTBOX, _STEP = table(OutboxRow), table(StepRow)
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


def recent(connection: Connection, *, limit: int = 50) -> list[Queued]:
    """Return the latest letters whatever their state, newest first."""
    rows = connection.execute(
        select(_OUTBOX)
        .where(_OUTBOX.c.channel == "mail")
        .order_by(_OUTBOX.c.id.desc())
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


def claim(
    connection: Connection, channel: str, *, token: str, now: datetime, lease: timedelta
) -> Queued | None:
    """Take the oldest message that is due; nobody else gets it while the lease runs."""
    due = (
        select(_OUTBOX.c.id)
        .where(
            _OUTBOX.c.channel == channel,
            _OUTBOX.c.state == "pending",
            _OUTBOX.c.next_attempt_at <= now,
        )
        .order_by(_OUTBOX.c.next_attempt_at, _OUTBOX.c.id)
        .limit(1)
    )
    if connection.dialect.name == "postgresql":
        due = due.with_for_update(skip_locked=True)
    found = connection.scalar(due)
    if found is None:
        return None
    connection.execute(
        update(_OUTBOX)
        .where(_OUTBOX.c.id == found)
        .values(
            state="claimed",
            claim_token=token,
            lease_until=now + lease,
            attempts=_OUTBOX.c.attempts + 1,
        )
    )
    return get(connection, OutboxId(found))


def hand_over(connection: Connection, message: Queued, *, now: datetime) -> bool:
    """Cross the point of no return; False when the claim is no longer ours."""
    return _moved(
        connection,
        _mine(message, "claimed").values(
            state="handing_over",
            handed_over_at=now,
            lease_until=now + timedelta(minutes=20),
        ),
    )


def settle_sent(
    connection: Connection,
    outbox_id: OutboxId,
    *,
    now: datetime,
    proof: str,
    reply: str = "",
) -> bool:
    """Record that the message was accepted, with what proves it."""
    return _moved(
        connection,
        update(_OUTBOX)
        .where(
            _OUTBOX.c.id == outbox_id,
            _OUTBOX.c.state.in_(["claimed", "handing_over", "uncertain"]),
        )
        .values(state="sent", sent_at=now, proof=proof, reply=reply[:500], reason=""),
    )


def settle_uncertain(
    connection: Connection, outbox_id: OutboxId, *, reason: str
) -> bool:
    """Record that nobody answered after the hand-over; never sent again by itself."""
    return _moved(
        connection,
        update(_OUTBOX)
        .where(_OUTBOX.c.id == outbox_id, _OUTBOX.c.state == "handing_over")
        .values(state="uncertain", reason=reason[:500]),
    )


def settle_failed(
    connection: Connection, outbox_id: OutboxId, *, reason: str, reply: str = ""
) -> bool:
    """Record a refusal that is final."""
    return _moved(
        connection,
        update(_OUTBOX)
        .where(
            _OUTBOX.c.id == outbox_id, _OUTBOX.c.state.in_(["claimed", "handing_over"])
        )
        .values(state="failed", reason=reason[:500], reply=reply[:500]),
    )


def put_back(
    connection: Connection, outbox_id: OutboxId, *, next_at: datetime, reason: str
) -> bool:
    """Try again later: the message provably did not leave."""
    return _moved(
        connection,
        update(_OUTBOX)
        .where(
            _OUTBOX.c.id == outbox_id, _OUTBOX.c.state.in_(["claimed", "handing_over"])
        )
        .values(
            state="pending",
            next_attempt_at=next_at,
            claim_token=None,
            lease_until=None,
            handed_over_at=None,
            reason=reason[:500],
        ),
    )


def cancel(connection: Connection, outbox_id: OutboxId, *, reason: str) -> bool:
    """Drop a message that has not left (an uncertain one only by a person)."""
    return _moved(
        connection,
        update(_OUTBOX)
        .where(
            _OUTBOX.c.id == outbox_id,
            _OUTBOX.c.state.in_(
                ["awaiting_approval", "pending", "claimed", "uncertain"]
            ),
        )
        .values(state="cancelled", reason=reason[:500]),
    )


def release(
    connection: Connection, outbox_id: OutboxId, *, now: datetime, digest: str
) -> bool:
    """Let an approved letter go, if it is still the text that was shown."""
    return _moved(
        connection,
        update(_OUTBOX)
        .where(
            _OUTBOX.c.id == outbox_id,
            _OUTBOX.c.state == "awaiting_approval",
            _OUTBOX.c.digest == digest,
        )
        .values(state="pending", next_attempt_at=now),
    )


def resend(connection: Connection, outbox_id: OutboxId, *, now: datetime) -> bool:
    """Send an uncertain letter again, same bytes, same Message-ID: a person said so."""
    return _moved(
        connection,
        update(_OUTBOX)
        .where(_OUTBOX.c.id == outbox_id, _OUTBOX.c.state == "uncertain")
        .values(
            state="pending",
            next_attempt_at=now,
            claim_token=None,
            lease_until=None,
            handed_over_at=None,
        ),
    )


def recover(
    connection: Connection, *, now: datetime, all_claims: bool = False
) -> tuple[int, list[OutboxId]]:
    """Free claims whose lease is over; those handed over become uncertain.

    Args:
        all_claims: whether running leases are over too: the only process that could
            have claimed them is gone.

    Returns:
        how many went back to pending, and the ids that became uncertain. Slack
        messages go back to pending either way: a repeated card is harmless.
    """
    over = true() if all_claims else _OUTBOX.c.lease_until < now
    freed = connection.execute(
        update(_OUTBOX)
        .where(
            over,
            or_(
                _OUTBOX.c.state == "claimed",
                and_(_OUTBOX.c.state == "handing_over", _OUTBOX.c.channel == "slack"),
            ),
        )
        .values(state="pending", claim_token=None, lease_until=None)
    )
    lost = connection.scalars(
        update(_OUTBOX)
        .where(over, _OUTBOX.c.state == "handing_over", _OUTBOX.c.channel == "mail")
        .values(state="uncertain", reason="stopped while handing over")
        .returning(_OUTBOX.c.id)
    ).all()
    return freed.rowcount, [OutboxId(one) for one in lost]


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


def proves(connection: Connection, message_id: str, *, now: datetime) -> bool:
    """Return whether a mail that arrived is the copy of a letter of ours.

    The copy came in the same SMTP transaction as the customer's, so an uncertain
    letter is sent when its copy is here.
    """
    if not message_id:
        return False
    found = connection.scalar(
        select(_OUTBOX.c.id).where(_OUTBOX.c.message_id == message_id)
    )
    if found is None:
        return False
    connection.execute(
        update(_OUTBOX)
        .where(_OUTBOX.c.id == found, _OUTBOX.c.state == "uncertain")
        .values(state="sent", sent_at=now, proof="archive_copy", reason="")
    )
    return True


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


def _mine(message: Queued, state: str) -> Update:
    return update(_OUTBOX).where(
        _OUTBOX.c.id == message.id,
        _OUTBOX.c.state == state,
        _OUTBOX.c.claim_token == message.claim_token,
    )


def _moved(connection: Connection, statement: Update) -> bool:
    return connection.execute(statement).rowcount == 1


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
