"""The way out and the way in of a story: letters that leave, mails that come."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

from collector_bot.core.ledger import MailId, OutboxId
from collector_bot.flows import deliver
from collector_bot.flows.desk import Envelope
from collector_bot.flows.receive_mail import mailbox_was_read, receive_mail
from collector_bot.flows.run_dunning import RunOutcome, run_dunning
from collector_bot.mail.compose import Draft, compose, message_id
from collector_bot.store import items, outbox
from collector_bot.store.mails import Arrived
from collector_bot.store.outbox import Queued
from tests.ledger import MOREL, Books

_uids = count(1)


def real_mail(envelope: Envelope, letter_key: bytes) -> tuple[bytes, str]:
    """Return a letter as the product's own mail room makes it."""
    own = message_id(letter_key, envelope.key, "ateliers-morel.example")
    draft = Draft(
        message_id=own,
        key=envelope.key,
        written_at=envelope.at,
        from_address=MOREL.reply_to,
        from_name=MOREL.name,
        reply_to=MOREL.reply_to,
        to=envelope.to,
        subject=envelope.subject,
        text=envelope.text,
        html=envelope.html,
        in_reply_to=envelope.in_reply_to,
    )
    return compose(draft), own


def with_real_mail(books: Books) -> Books:
    """Return the books with letters made by the product's own mail room."""
    return replace(books, desk=replace(books.desk, compose=real_mail))


def run(books: Books) -> RunOutcome:
    """Run the procedure as the schedule does."""
    return run_dunning(books.desk, by="schedule")


def left_alone(books: Books, outcome: RunOutcome) -> dict[str, list[str]]:
    """Return the pieces each reason left alone."""
    told: dict[str, list[str]] = {}
    with books.database.reading() as connection:
        for skip in outcome.skips:
            found = items.entries(connection, list(skip.entry_ids))
            told.setdefault(skip.reason.value, []).extend(one.piece for one in found)
    return {reason: sorted(pieces) for reason, pieces in told.items()}


def send(books: Books, *, mailbox_read: bool = True) -> list[Queued]:
    """Let everything due leave, over a mail server that takes all; return what left."""
    if mailbox_read:
        mailbox_was_read(books.desk)
    left = []
    while (message := deliver.claim(books.desk, "mail")) is not None:
        if deliver.cross(books.desk, message) is deliver.Crossing.GO:
            deliver.sent(books.desk, message, proof="reply250")
            left.append(message)
    return left


def subjects(letters: list[Queued]) -> list[str]:
    """Return level and customer of each letter."""
    return [f"{one.payload['level']} to {one.recipient}" for one in letters]


def letter(books: Books, outbox_id: OutboxId) -> Queued:
    """Return a letter as it stands."""
    with books.database.reading() as connection:
        found = outbox.get(connection, outbox_id)
    assert found is not None
    return found


def letters(books: Books, *states: str) -> list[Queued]:
    """Return the letters in these states, oldest first."""
    with books.database.reading() as connection:
        found = outbox.listed(connection, states)
    return [one for one in found if one.channel == "mail"]


def receive(books: Books, sender: str, text: str, *, subject: str = "Hello") -> MailId:
    """Have a mail arrive in the mailbox; it is not read yet."""
    now = books.hands.now()
    raw = (
        f"From: {sender}\r\nTo: {MOREL.reply_to}\r\nSubject: {subject}\r\n"
        f"Message-ID: <{next(_uids)}@there.example>\r\n"
        f"Date: {now:%a, %d %b %Y %H:%M:%S} +0000\r\n"
        f"Content-Type: text/plain; charset=utf-8\r\n\r\n{text}\r\n"
    ).encode()
    arrived = Arrived("INBOX", 1, next(_uids), raw, len(raw), False, now)
    kept = receive_mail(books.desk, arrived)
    assert kept is not None
    return kept
