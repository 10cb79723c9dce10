"""What happened since the last digest, and what waits for somebody today?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

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
        letters_sent: letters of the procedure that left since the last digest.
        letters: those that are not over, by the outbox's word for their state.
        suggestions: how many suggested letterings wait.
        due_today: promises dated today; `broken` and `to_decide` are the others.
        mailbox_read_at: when the mailbox was last read; None for never.
    """

    on: date
    letters_sent: int
    letters: dict[str, int]
    suggestions: int
    due_today: tuple[Promised, ...]
    broken: tuple[Promised, ...]
    to_decide: tuple[Promised, ...]
    disputes: int
    mails: tuple[MailLine, ...]
    mailbox_read_at: datetime | None


def digest_of(
    connection: Connection,
    *,
    on: date,
    since: datetime,
    until: datetime,
    grace_days: int,
) -> Digest:
    """Return the digest of a day.

    Args:
        since: first instant whose letters count as sent since the last digest.
        until: the instant before which they left: now.
    """
    promised = watched_promises(connection, today=on, grace_days=grace_days)
    waiting = suggestions.waiting(connection, best_only=True)
    beat = beats.last(connection, MAILBOX_BEAT)
    return Digest(
        on=on,
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
    )
