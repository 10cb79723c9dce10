"""What is due leaves the outbox: claimed, asked again, handed over, settled.

Each function is one short transaction; whoever talks to the network calls them in
turn, and a crash between two of them is settled by `recover_claims`.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import Connection

from collector_bot.core.ledger import EntryId, OutboxId
from collector_bot.flows import cards
from collector_bot.flows.desk import Desk
from collector_bot.flows.drafting import balance_digest
from collector_bot.flows.dropping import drop
from collector_bot.store import (
    accounts,
    beats,
    dunning,
    items,
    journal,
    mails,
    outbox,
    surveys,
)
from collector_bot.store import cards as card_rows
from collector_bot.store.outbox import Queued

LEASE = timedelta(minutes=15)
FIRST_RETRY = timedelta(minutes=5)
LONGEST_RETRY = timedelta(hours=1)
STALE_PAUSE = timedelta(minutes=1)
UNREAD_PAUSE = timedelta(seconds=5)
GIVE_UP_AFTER = timedelta(days=5)
MAILBOX_BEAT = "mailbox"


class Crossing(StrEnum):
    """What the ledger says just before a letter leaves."""

    GO = "go"
    DROPPED = "dropped"
    LATER = "later"
    LOST = "lost"


def claim(desk: Desk, channel: str) -> Queued | None:
    """Take the next message of a channel ("mail" or "slack"); None when none is due."""
    with desk.database.writing() as connection:
        return outbox.claim(
            connection,
            channel,
            token=secrets.token_hex(8),
            now=desk.now(),
            lease=LEASE,
        )


def cross(desk: Desk, message: Queued) -> Crossing:
    """Ask everything again, and only then commit that the letter is handed over.

    A letter whose balance changed, or whose items were promised, disputed, held or
    matched since, is dropped with its reason and its levels are free again. A mailbox
    not read lately, or a mail not read yet, puts letters off: it may be an answer.
    """
    now = desk.now()
    with desk.database.writing() as connection:
        if not outbox.is_ours(connection, message):
            return Crossing.LOST
        if message.kind == "letter":
            stale = _mailbox_is_stale(desk, connection, now=now)
            if stale or mails.any_received(connection):
                outbox.put_back(
                    connection,
                    message,
                    next_at=now + (STALE_PAUSE if stale else UNREAD_PAUSE),
                    reason="mailbox not read lately" if stale else "mail not read yet",
                )
                return Crossing.LATER
            reason = _reason_to_drop(desk, connection, message)
            if reason:
                drop(connection, message, reason=reason, now=now)
                return Crossing.DROPPED
        if not outbox.hand_over(connection, message, now=now):
            return Crossing.LOST
        return Crossing.GO


def mailbox_is_fresh(desk: Desk) -> bool:
    """Return whether the mailbox was read lately enough for letters to leave."""
    with desk.database.reading() as connection:
        return not _mailbox_is_stale(desk, connection, now=desk.now())


def _mailbox_is_stale(desk: Desk, connection: Connection, *, now: datetime) -> bool:
    beat = beats.last(connection, MAILBOX_BEAT)
    fresh = timedelta(minutes=desk.policy.mailbox_fresh_minutes)
    return beat is None or now - beat[0] > fresh


def _reason_to_drop(desk: Desk, connection: Connection, message: Queued) -> str:
    """Return why the letter must not leave any more, "" when it may."""
    account_id = message.account_id
    if account_id is None:
        return "no_account"
    currency = str(message.payload.get("currency", ""))
    asked = {EntryId(one) for one in message.payload.get("entries", [])}
    if mails.waits_for_person(connection, account_id):
        return "unread_mail"
    reason = dunning.reason_against(
        connection,
        account_id,
        asked=asked,
        today=desk.today(),
        grace_days=desk.policy.promise_grace_days,
    )
    if reason is not None:
        return reason.value
    if _too_soon(desk, connection, message):
        return "too_soon"
    opens = [
        item
        for item in items.of_account(connection, account_id)
        if item.open.currency == currency
    ]
    if balance_digest(opens, asked) != message.balance_digest:
        return "balance_changed"
    return ""


def _too_soon(desk: Desk, connection: Connection, message: Queued) -> bool:
    """Return whether another letter to this customer left within the gap.

    The run kept the gap between the days letters were written on; one that waited for
    an approval or for the mail server may leave right beside the next.
    """
    left_at = dunning.last_left_at(connection, message.id)
    name = message.payload.get("level")
    gaps = [one.gap_days for one in desk.procedure.levels if one.name == name]
    if left_at is None or not gaps:
        return False
    left_on = left_at.astimezone(desk.timezone).date()
    return (desk.today() - left_on).days < gaps[0]


def sent(desk: Desk, message: Queued, *, proof: str, reply: str = "") -> None:
    """Record that a message was accepted."""
    now = desk.now()
    with desk.database.writing() as connection:
        if (
            outbox.settle_sent(
                connection, message.id, now=now, proof=proof, reply=reply
            )
            and message.channel == "mail"
        ):
            _tell(connection, message.id, "letter.sent", now=now, proof=proof)
            _show_again(connection, message.id, turn="sent", now=now)


def _show_again(
    connection: Connection, outbox_id: OutboxId, *, turn: str, now: datetime
) -> None:
    """Have a letter's card rewritten, if it has one: what waited has left."""
    if card_rows.place_of(connection, f"letter:{outbox_id}") is not None:
        cards.show(connection, f"letter:{outbox_id}", at=now, turn=turn)


def refused(
    desk: Desk,
    message: Queued,
    *,
    permanent: bool,
    reason: str,
    recipient_unknown: bool = False,
) -> None:
    """Record a refusal: tried again with growing pauses, or failed for good.

    Args:
        recipient_unknown: the customer's address was refused for good; it is not
            written to again until somebody corrects it.
    """
    now = desk.now()
    too_old = now - message.created_at > GIVE_UP_AFTER
    with desk.database.writing() as connection:
        if permanent or too_old:
            ours = outbox.settle_failed(connection, message, reason=reason)
            if ours and message.channel == "mail":
                dunning.withdraw(connection, message.id, reason="failed")
                if recipient_unknown:
                    accounts.mark_bounced(connection, message.recipient, at=now)
                _tell(connection, message.id, "letter.failed", now=now)
                cards.show(connection, f"letter:{message.id}", at=now, turn="failed")
            return
        pause = min(FIRST_RETRY * 2 ** max(0, message.attempts - 1), LONGEST_RETRY)
        if message.channel == "slack":
            pause = min(pause, timedelta(seconds=5) * message.attempts)
        outbox.put_back(connection, message, next_at=now + pause, reason=reason)


def uncertain(desk: Desk, message: Queued, *, reason: str) -> None:
    """Record that nobody answered after the hand-over; proof or a person ends it."""
    now = desk.now()
    with desk.database.writing() as connection:
        if outbox.settle_uncertain(connection, message.id, reason=reason):
            _tell(connection, message.id, "letter.uncertain", now=now)


def recover_claims(desk: Desk, *, all_claims: bool = False) -> tuple[OutboxId, ...]:
    """Settle what a stopped process left claimed; return what became uncertain.

    Args:
        all_claims: at start, when this process is the only one that serves.
    """
    now = desk.now()
    with desk.database.writing() as connection:
        _, lost = outbox.recover(connection, now=now, all_claims=all_claims)
        for outbox_id in lost:
            _tell(connection, outbox_id, "letter.uncertain", now=now)
        return tuple(lost)


def uncertain_letters(desk: Desk) -> list[Queued]:
    """Return letters whose fate is not known yet."""
    with desk.database.reading() as connection:
        return outbox.listed(connection, ["uncertain"])


def prove_sent(desk: Desk, outbox_id: OutboxId) -> None:
    """Record that the archive copy arrived: the letter did leave."""
    now = desk.now()
    with desk.database.writing() as connection:
        if outbox.settle_sent(connection, outbox_id, now=now, proof="archive_copy"):
            _tell(connection, outbox_id, "letter.sent", now=now, proof="archive_copy")
            cards.show(connection, f"uncertain:{outbox_id}", at=now, turn="sent")
            _show_again(connection, outbox_id, turn="sent", now=now)


def ask_a_person(desk: Desk, message: Queued) -> None:
    """Show a person an uncertain letter no archive copy of which came in time."""
    now = desk.now()
    due = (message.handed_over_at or message.created_at) + timedelta(
        minutes=desk.policy.uncertain_minutes
    )
    if now < due:
        return
    with desk.database.writing() as connection:
        cards.show(
            connection,
            f"uncertain:{message.id}",
            at=now,
            account_id=message.account_id,
        )


def _tell(
    connection: Connection,
    outbox_id: OutboxId,
    action: str,
    *,
    now: datetime,
    **facts: str,
) -> None:
    journal.record(
        connection,
        journal.Act("collector", action, f"letter:{outbox_id}", dict(facts)),
        at=now,
    )


@dataclass(frozen=True, slots=True)
class Backlog:
    """How much waits, and when things were last done (None: never)."""

    counts: dict[tuple[str, str], int]
    mails: dict[str, int]
    mailbox_read_at: datetime | None
    dunned_at: datetime | None
    imported_at: datetime | None


def backlog(desk: Desk) -> Backlog:
    """Return what waits in the outbox and the mailbox, and what was done when."""
    with desk.database.reading() as connection:
        beat = beats.last(connection, MAILBOX_BEAT)
        dunned_at, imported_at = surveys.last_done(connection)
        return Backlog(
            counts=outbox.counts(connection),
            mails=mails.counts(connection),
            mailbox_read_at=beat[0] if beat else None,
            dunned_at=dunned_at,
            imported_at=imported_at,
        )
