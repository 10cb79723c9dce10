"""What happened since the last digest, and what waits for somebody today?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import Connection

from collector_bot.answers.mails import MailLine, mails_for_person
from collector_bot.answers.promises import Promised, watched_promises
from collector_bot.core.holds import PromiseStatus
from collector_bot.store import beats, disputes, suggestions, surveys

MAILBOX_BEAT = "mailbox"


@dataclass(frozen=True, slots=True)
class Digest:
    """The morning's news.

    Attributes:
        since: the instant from which letters count as sent.
        letters_sent: letters of the procedure that left since then.
        letters: those that are not over, by the outbox's word for their state.
        suggestions: how many suggested letterings wait.
        due_today: promises dated today; `broken` and `to_decide` are the others.
        mailbox_read_at: when the mailbox was last read; None for never.
        mailbox_is_late: whether that is too long ago for letters to leave.
    """

    on: date
    since: datetime
    letters_sent: int
    letters: dict[str, int]
    suggestions: int
    due_today: tuple[Promised, ...]
    broken: tuple[Promised, ...]
    to_decide: tuple[Promised, ...]
    disputes: int
    mails: tuple[MailLine, ...]
    mailbox_read_at: datetime | None
    mailbox_is_late: bool


def digest_of(
    connection: Connection,
    *,
    on: date,
    since: datetime,
    until: datetime,
    grace_days: int,
    fresh_minutes: int,
) -> Digest:
    """Return the digest of a day.

    Args:
        since: first instant whose letters count as sent.
        until: the instant before which they left: now.
        fresh_minutes: within how many minutes the mailbox is to be read.
    """
    promised = watched_promises(connection, today=on, grace_days=grace_days)
    waiting = suggestions.waiting(connection, best_only=True)
    beat = beats.last(connection, MAILBOX_BEAT)
    return Digest(
        on=on,
        since=since,
        letters_sent=surveys.letters_sent(connection, since=since, until=until),
        letters=surveys.letters_waiting(connection),
        suggestions=len(waiting),
        due_today=tuple(
            one
            for one in promised
            if one.status is PromiseStatus.OPEN and one.promise.promised_on == on
        ),
        broken=tuple(one for one in promised if one.status is PromiseStatus.BROKEN),
        to_decide=tuple(
            one for one in promised if one.status is PromiseStatus.PROPOSED
        ),
        disputes=len(disputes.disputes_of(connection)),
        mails=mails_for_person(connection),
        mailbox_read_at=beat[0] if beat else None,
        mailbox_is_late=not beat or until - beat[0] > timedelta(minutes=fresh_minutes),
    )
