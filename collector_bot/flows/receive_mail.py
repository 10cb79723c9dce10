"""A mail is kept, bytes and cursor together, before anybody tries to understand it."""

from __future__ import annotations

from collector_bot.core.ledger import MailId
from collector_bot.flows import cards
from collector_bot.flows.deliver import MAILBOX_BEAT
from collector_bot.flows.desk import Desk
from collector_bot.store import beats, mails
from collector_bot.store.mails import Arrived


def cursor(desk: Desk, folder: str) -> tuple[int, int]:
    """Return UIDVALIDITY and last UID kept of a folder; (0, 0) before the first."""
    with desk.database.reading() as connection:
        return mails.cursor(connection, folder)


def receive_mail(desk: Desk, arrived: Arrived) -> MailId | None:
    """Keep one mail; the same bytes again are nothing new (None)."""
    now = desk.now()
    with desk.database.writing() as connection:
        mail_id = mails.keep(connection, arrived, now=now)
        if mail_id is not None and arrived.too_large:
            cards.show(connection, f"mail:{mail_id}", at=now)
        return mail_id


def mailbox_was_read(desk: Desk) -> None:
    """Note that the mailbox has been read to its end just now."""
    with desk.database.writing() as connection:
        beats.beat(connection, MAILBOX_BEAT, at=desk.now())
