"""Where cards stand in Slack, and what Slack delivered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, insert, select, update

from collector_bot.store.tables import SlackCardRow, SlackInboxRow, table

_CARD, _INBOX = table(SlackCardRow), table(SlackInboxRow)


@dataclass(frozen=True, slots=True)
class CardPlace:
    """Channel and timestamp of the one message that shows a business object."""

    channel: str
    ts: str


def place_of(connection: Connection, subject: str) -> CardPlace | None:
    """Return where the card of `suggestion:12`, `letter:7` … stands, if posted."""
    row = connection.execute(select(_CARD).where(_CARD.c.subject == subject)).first()
    return CardPlace(row.channel, row.ts) if row else None


def latest_subject(connection: Connection, kind: str) -> str | None:
    """Return the latest subject of a kind a card was posted of; None for none yet."""
    subject = connection.scalar(
        select(func.max(_CARD.c.subject)).where(_CARD.c.subject.startswith(f"{kind}:"))
    )
    return None if subject is None else str(subject)


def remember(connection: Connection, subject: str, place: CardPlace) -> None:
    """Keep where a card was posted."""
    moved = connection.execute(
        update(_CARD)
        .where(_CARD.c.subject == subject)
        .values(channel=place.channel, ts=place.ts)
    )
    if moved.rowcount == 0:
        connection.execute(
            insert(_CARD).values(
                subject=subject, channel=place.channel, ts=place.ts, shown_digest=""
            )
        )


@dataclass(frozen=True, slots=True)
class Taken:
    """One thing Slack delivered: who wants what; the same key again is it again.

    Attributes:
        request: what is to be done, as JSON; given back until it was done.
    """

    key: str
    kind: str
    user_id: str
    request: str


def take(connection: Connection, one: Taken, *, at: datetime) -> bool:
    """Commit that Slack delivered something; False when it was delivered before."""
    there = connection.scalar(select(_INBOX.c.key).where(_INBOX.c.key == one.key))
    if there is not None:
        return False
    connection.execute(
        insert(_INBOX).values(
            key=one.key,
            kind=one.kind,
            user_id=one.user_id,
            request=one.request,
            received_at=at,
            outcome="",
        )
    )
    return True


def settle(connection: Connection, key: str, *, outcome: str, at: datetime) -> None:
    """Record what came of something Slack delivered; what was wanted is forgotten."""
    connection.execute(
        update(_INBOX)
        .where(_INBOX.c.key == key)
        .values(done_at=at, outcome=outcome[:200], request="")
    )


def unfinished(connection: Connection) -> list[Taken]:
    """Return what was taken and never done, oldest first: a process stopped."""
    rows = connection.execute(
        select(_INBOX.c.key, _INBOX.c.kind, _INBOX.c.user_id, _INBOX.c.request)
        .where(_INBOX.c.done_at.is_(None))
        .order_by(_INBOX.c.received_at, _INBOX.c.key)
    )
    return [Taken(*row) for row in rows]
