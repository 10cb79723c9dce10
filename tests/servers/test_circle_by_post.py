"""The circle over a real post office: chased by Postfix, answered through Dovecot."""

from __future__ import annotations

import smtplib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from email.message import EmailMessage
from email.utils import format_datetime
from threading import Condition, Event, Thread

import pytest

from collector_bot.core.dunning import SkipReason
from collector_bot.flows.desk import Envelope
from collector_bot.flows.read_mail import read_kept_mail, unread_mails
from collector_bot.flows.run_dunning import run_dunning
from collector_bot.mail.compose import Draft, compose, message_id
from collector_bot.mail.inbox import watch_inbox
from collector_bot.mail.rate import LetterRate
from collector_bot.mail.sender import send_letters
from collector_bot.mail.smtp import SmtpDoor, SmtpSettings
from collector_bot.store import mails, outbox, promises
from collector_bot.store.database import Database
from tests.ledger import Books, books_in
from tests.servers.dovecot import Inbox
from tests.servers.postfix import Postfix
from tests.servers.smtp import SmtpServer

pytestmark = pytest.mark.server

CUSTOMER = "compta@acme.example"
SECONDS = 20


def composer(ours: str) -> Callable[[Envelope, bytes], tuple[bytes, str]]:
    """Return what writes letters from our address, as the service does."""

    def write(envelope: Envelope, letter_key: bytes) -> tuple[bytes, str]:
        own_id = message_id(letter_key, envelope.key, "us.test")
        draft = Draft(
            message_id=own_id,
            key=envelope.key,
            written_at=envelope.at,
            from_address=ours,
            from_name="Ateliers Morel – Comptabilité clients",
            reply_to=ours,
            to=envelope.to,
            subject=envelope.subject,
            text=envelope.text,
            html=envelope.html,
            in_reply_to=envelope.in_reply_to,
        )
        return compose(draft), own_id

    return write


class Seen:
    """Counts what the watcher did, so that a test can wait for it."""

    def __init__(self) -> None:
        self._changed = Condition()
        self.times_read = 0

    def read(self) -> None:
        with self._changed:
            self.times_read += 1
            self._changed.notify_all()

    def until(self, done: Callable[[], bool]) -> None:
        with self._changed:
            assert self._changed.wait_for(done, timeout=SECONDS), "nothing came"


@contextmanager
def watching(books: Books, inbox: Inbox) -> Iterator[Seen]:
    seen, stop = Seen(), Event()
    watcher = Thread(
        target=watch_inbox,
        args=(books.desk, inbox.settings),
        kwargs={
            "stop": stop,
            "on_read": seen.read,
            "on_trouble": lambda _: None,
            "delay": lambda _: 0.1,
        },
    )
    watcher.start()
    try:
        yield seen
    finally:
        stop.set()
        watcher.join(timeout=SECONDS)


def states(books: Books) -> dict[str, int]:
    with books.database.reading() as connection:
        return mails.counts(connection)


def answer(postfix: Postfix, ours: str, books: Books, letter: bytes) -> None:
    """Have the customer answer the letter through the real mail server."""
    sent_id = letter.split(b"Message-ID: ")[1].split(b"\r\n")[0].decode()
    reply = EmailMessage()
    reply["From"] = CUSTOMER
    reply["To"] = ours
    reply["Subject"] = "Re: votre rappel"
    reply["Date"] = format_datetime(books.hands.now())
    reply["Message-ID"] = "<answer-1@acme.example>"
    reply["In-Reply-To"] = sent_id
    reply.set_content(
        "Bonjour,\n\nNous réglerons la facture F-2026-0412 le 10 décembre 2026.\n\n"
        "La comptabilité fournisseurs\n"
    )
    with smtplib.SMTP("127.0.0.1", postfix.port, timeout=SECONDS) as line:
        line.send_message(reply)


def test_chased_by_postfix_answered_through_dovecot_and_left_alone(
    inbox: Inbox, postfix: Postfix, smtp: SmtpServer, sqlite_url: str
):
    ours = f"{inbox.user}@us.test"
    archive = f"{inbox.user}+archive@us.test"
    plain = books_in(Database(sqlite_url))
    desk = replace(
        plain.desk,
        compose=composer(ours),
        own_addresses=frozenset({ours, archive}),
    )
    books = Books(desk, plain.hands)
    books.account("ACME", "ACME Industries", email=CUSTOMER)
    books.invoice("ACME", "F-2026-0412", 4_812_60, due_on=date(2026, 11, 20))
    books.invoice("ACME", "F-2026-0427", 1_250_00, due_on=date(2026, 11, 22))

    door = SmtpDoor(
        SmtpSettings(
            host="127.0.0.1",
            port=postfix.port,
            security="none",
            auth="none",
            from_address=ours,
            archive_address=archive,
        )
    )

    with watching(books, inbox) as seen:
        seen.until(lambda: seen.times_read >= 1)
        assert run_dunning(books.desk, by="schedule").steps == 1
        sent = send_letters(
            books.desk,
            door,
            LetterRate(60),
            archive_address=archive,
            stop=lambda: False,
        )
        assert sent == 1
        seen.until(lambda: states(books) == {"ours": 1})
        (letter,) = smtp.letters
        assert letter.recipients == (CUSTOMER,)

        answer(postfix, ours, books, letter.raw)
        seen.until(lambda: states(books) == {"ours": 1, "received": 1})

    for mail_id in unread_mails(books.desk):
        assert read_kept_mail(books.desk, mail_id).needs_person == ""
    with books.database.reading() as connection:
        account = outbox.account_of_message(
            connection,
            [letter.raw.split(b"Message-ID: ")[1].split(b"\r\n")[0].decode()],
        )
        assert account is not None
        (promise,) = promises.of_account(connection, account)
    assert promise.promised_on == date(2026, 12, 10)
    assert promise.baseline.decimal == "4812.60"

    books.hands.forward(days=8)
    outcome = run_dunning(books.desk, by="schedule")
    assert {skip.reason for skip in outcome.skips} == {SkipReason.PROMISED}
    assert outcome.steps == 1  # the invoice nobody promised
    books.database.close()
