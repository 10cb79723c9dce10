"""A manager lets a firm letter go, refuses it, or says what became of a lost one."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Literal

from sqlalchemy import Connection

from collector_bot.core.ledger import OutboxId
from collector_bot.core.refusals import (
    AlreadyDecidedError,
    ChangedSinceShownError,
    NotWaitingError,
    UnknownNumberError,
)
from collector_bot.flows import cards
from collector_bot.flows.desk import Desk, Role
from collector_bot.store import decisions, disputes, dunning, journal, outbox
from collector_bot.store.decisions import Decided
from collector_bot.store.disputes import Cause
from collector_bot.store.outbox import Queued

REFUSED_FOR = timedelta(days=14)


def approve_letter(
    desk: Desk, outbox_id: OutboxId, *, by: str, digest: str = ""
) -> None:
    """Let a letter leave as the text that was shown.

    Args:
        digest: of what the person saw; "" when they name the number themselves.

    Raises:
        DeskRefusal: not a manager, unknown, answered before, or another text.
    """
    desk.roles.require(by, Role.MANAGER)
    now = desk.now()
    with desk.database.writing() as connection:
        message = _waiting(desk, connection, outbox_id)
        shown = digest or message.digest
        if not outbox.release(connection, outbox_id, now=now, digest=shown):
            raise ChangedSinceShownError(subject=f"Letter {outbox_id}")
        _record(connection, message, verdict="approved", by=by, now=now)


def refuse_letter(
    desk: Desk, outbox_id: OutboxId, *, by: str, reason: str = ""
) -> None:
    """Keep a letter from leaving; the account is left alone for two weeks (our choice).

    Raises:
        DeskRefusal: not a manager, unknown, or answered before.
    """
    desk.roles.require(by, Role.MANAGER)
    now = desk.now()
    with desk.database.writing() as connection:
        message = _waiting(desk, connection, outbox_id)
        outbox.cancel(connection, outbox_id, reason=f"refused by {by}")
        dunning.withdraw(connection, outbox_id, reason="refused")
        if message.account_id is not None and message.kind != "reply":
            disputes.place_hold(
                connection,
                message.account_id,
                entry_id=None,
                until_on=desk.today() + REFUSED_FOR,
                reason=reason or "letter refused",
                cause=Cause(by, now, f"refused-letter:{outbox_id}"),
            )
        _record(connection, message, verdict="rejected", by=by, now=now, reason=reason)


def _waiting(desk: Desk, connection: Connection, outbox_id: OutboxId) -> Queued:
    message = outbox.get(connection, outbox_id)
    if message is None or message.channel != "mail":
        raise UnknownNumberError(what="letter", what_fr="lettre", number=outbox_id)
    taken = decisions.decision_on(connection, f"letter:{outbox_id}")
    if taken is not None:
        approved = taken.verdict == "approved"
        raise AlreadyDecidedError(
            verdict=taken.verdict,
            verdict_fr="approuvée" if approved else "refusée",
            by=taken.by,
            at=taken.at.astimezone(desk.timezone),
        )
    if message.state != "awaiting_approval":
        raise NotWaitingError(
            what=f"Letter {outbox_id}",
            what_fr=f"La lettre {outbox_id}",
            state=message.state,
        )
    return message


def _record(
    connection: Connection,
    message: Queued,
    *,
    verdict: str,
    by: str,
    now: datetime,
    reason: str = "",
) -> None:
    subject = f"letter:{message.id}"
    decisions.record_decision(
        connection, Decided(subject, verdict, message.digest, now, by, reason)
    )
    cards.show(connection, subject, at=now, turn=verdict, account_id=message.account_id)


def resolve_uncertain(
    desk: Desk,
    outbox_id: OutboxId,
    *,
    by: str,
    verdict: Literal["sent", "resend", "drop"],
) -> None:
    """Say what became of a letter nobody answered for: only a person can.

    Sent again, it is the same bytes under the same Message-ID.

    Raises:
        DeskRefusal: not a manager, unknown, or not uncertain.
    """
    desk.roles.require(by, Role.MANAGER)
    now = desk.now()
    with desk.database.writing() as connection:
        message = outbox.get(connection, outbox_id)
        if message is None or message.channel != "mail":
            raise UnknownNumberError(what="letter", what_fr="lettre", number=outbox_id)
        if message.state != "uncertain":
            raise NotWaitingError(
                what=f"Letter {outbox_id}",
                what_fr=f"La lettre {outbox_id}",
                state=message.state,
            )
        if verdict == "sent":
            outbox.settle_sent(connection, outbox_id, now=now, proof=f"human:{by}")
        elif verdict == "resend":
            outbox.resend(connection, outbox_id, now=now)
        else:
            outbox.cancel(connection, outbox_id, reason=f"dropped by {by}")
            dunning.withdraw(connection, outbox_id, reason="dropped")
        journal.record(
            connection,
            journal.Act(by, f"letter.resolved_{verdict}", f"letter:{outbox_id}", {}),
            at=now,
        )
        cards.show(
            connection,
            f"uncertain:{outbox_id}",
            at=now,
            turn=f"{verdict}:{message.attempts}",
            account_id=message.account_id,
        )
