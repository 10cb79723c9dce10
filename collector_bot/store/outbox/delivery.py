"""The way of a message out: claimed, handed over, settled, each by compare-and-set."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Connection, Update, and_, or_, select, true, update

from collector_bot.core.ledger import OutboxId
from collector_bot.store.outbox.messages import Queued, get
from collector_bot.store.tables import OutboxRow, table

_OUTBOX = table(OutboxRow)


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


def is_ours(connection: Connection, message: Queued) -> bool:
    """Return whether a claim still holds; it does until this transaction ends."""
    held = select(_OUTBOX.c.id).where(
        _OUTBOX.c.id == message.id,
        _OUTBOX.c.state == "claimed",
        _OUTBOX.c.claim_token == message.claim_token,
    )
    if connection.dialect.name == "postgresql":
        held = held.with_for_update()
    return connection.scalar(held) is not None


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
    connection: Connection, message: Queued, *, reason: str, reply: str = ""
) -> bool:
    """Record a refusal that is final; False when the claim is no longer ours."""
    return _moved(
        connection,
        _mine(message, "claimed", "handing_over").values(
            state="failed", reason=reason[:500], reply=reply[:500]
        ),
    )


def put_back(
    connection: Connection, message: Queued, *, next_at: datetime, reason: str
) -> bool:
    """Try again later: the message provably did not leave.

    False when the claim is no longer ours: whoever has it now decides.
    """
    return _moved(
        connection,
        _mine(message, "claimed", "handing_over").values(
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


def _mine(message: Queued, *states: str) -> Update:
    return update(_OUTBOX).where(
        _OUTBOX.c.id == message.id,
        _OUTBOX.c.state.in_(states),
        _OUTBOX.c.claim_token == message.claim_token,
    )


def _moved(connection: Connection, statement: Update) -> bool:
    return connection.execute(statement).rowcount == 1
