"""A mail is kept, bytes and cursor together, before anybody tries to understand it."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from sqlalchemy import Connection

from collector_bot.core.ledger import MailId
from collector_bot.flows import cards
from collector_bot.flows.deliver import MAILBOX_BEAT
from collector_bot.flows.desk import Desk
from collector_bot.store import beats, mails, outbox
from collector_bot.store.mails import Arrived

_HEAD_BYTES = 65_536
_MESSAGE_ID = re.compile(
    rb"^message-id:\s*(<[!-;=?-~]{1,250}>)\s*$", re.IGNORECASE | re.MULTILINE
)


def cursor(desk: Desk, folder: str) -> tuple[int, int]:
    """Return UIDVALIDITY and last UID kept of a folder; (0, 0) before the first."""
    with desk.database.reading() as connection:
        return mails.cursor(connection, folder)


def receive_mail(desk: Desk, arrived: Arrived) -> MailId | None:
    """Keep one mail; the same bytes again are nothing new (None).

    The archive copy of a letter is known by its Message-ID: it proves that the letter
    left, and nobody has to read it. Mail from before the first start, less a few days,
    is kept and not acted on: it answers letters that were not ours.
    """
    now = desk.now()
    with desk.database.writing() as connection:
        mail_id = mails.keep(connection, arrived, now=now)
        if mail_id is None:
            return None
        message_id = _message_id(arrived.raw)
        if outbox.proves(connection, message_id, now=now):
            mails.mark_ours(connection, mail_id, message_id=message_id)
        elif arrived.received_at < _since(desk, connection, now=now):
            mails.mark_history(connection, mail_id)
        elif arrived.too_large:
            cards.show(connection, f"mail:{mail_id}", at=now)
        return mail_id


def _since(desk: Desk, connection: Connection, *, now: datetime) -> datetime:
    history = timedelta(days=desk.policy.history_days)
    return beats.mail_since(connection, first=now - history)


def _message_id(raw: bytes) -> str:
    """Return the Message-ID of a mail's own headers, "" without a plain one."""
    head = raw[:_HEAD_BYTES].replace(b"\r\n", b"\n").split(b"\n\n", 1)[0]
    found = _MESSAGE_ID.findall(head)
    return found[0].decode("ascii") if len(found) == 1 else ""


def mailbox_was_read(desk: Desk) -> None:
    """Note that the mailbox has been read to its end just now."""
    with desk.database.writing() as connection:
        beats.beat(connection, MAILBOX_BEAT, at=desk.now())
