"""The whole way of a letter: submitted, relayed, delivered, noticed."""

from datetime import UTC, datetime

import pytest

from collector_bot.mail.compose import Draft, compose, message_id
from collector_bot.mail.imap import Mailbox
from collector_bot.mail.smtp import SmtpDoor, SmtpSettings
from tests.servers.dovecot import Inbox
from tests.servers.postfix import Postfix
from tests.servers.smtp import SmtpServer

pytestmark = pytest.mark.server

CUSTOMER = "compta@client.example"
LETTER_ID = message_id(b"an installation's key", "letter:7", "us.test")


def letter(archive: str) -> bytes:
    return compose(
        Draft(
            message_id=LETTER_ID,
            key="letter:7",
            written_at=datetime(2026, 3, 2, 9, 0, tzinfo=UTC),
            from_address="compta@us.test",
            from_name="Ateliers Morel – Comptabilité clients",
            reply_to=archive,
            to=(CUSTOMER,),
            subject="Relance : 1 234,56 € échus",
            text="Bonjour,\n\nMerci de régler.",
        )
    )


def submit(postfix: Postfix, archive: str) -> None:
    settings = SmtpSettings(
        host="127.0.0.1",
        port=postfix.port,
        security="none",
        auth="none",
        from_address="compta@us.test",
        archive_address=archive,
    )
    with SmtpDoor(settings).connect() as line:
        line.offer(recipients=[CUSTOMER, archive])
        assert line.hand_over(letter(archive)).code == 250


def test_a_letter_reaches_its_customer_and_wakes_the_archive(
    inbox: Inbox, postfix: Postfix, smtp: SmtpServer
):
    archive = f"{inbox.user}+archive@us.test"
    with Mailbox(inbox.settings()) as watching, Mailbox(inbox.settings()) as asking:
        assert list(watching.fetch_above(0, 0, limit=10)) == []
        assert not asking.has_message(LETTER_ID, key="letter:7")

        submit(postfix, archive)
        assert watching.wait(10) is True

        (copy,) = watching.fetch_above(0, 0, limit=10)
        assert LETTER_ID.encode() in copy.raw
        assert asking.has_message(LETTER_ID)
    assert [taken.recipients for taken in smtp.letters] == [(CUSTOMER,)]


def test_a_customer_unknown_to_his_server_comes_back_as_a_bounce(
    inbox: Inbox, postfix: Postfix, smtp: SmtpServer
):
    smtp.recipients[CUSTOMER] = ["550 5.1.1 No such user"]
    settings = SmtpSettings(
        host="127.0.0.1",
        port=postfix.port,
        security="none",
        auth="none",
        from_address=f"{inbox.user}@us.test",
    )
    raw = letter(f"{inbox.user}@us.test").replace(
        b"<compta@us.test>", f"<{inbox.user}@us.test>".encode()
    )
    with Mailbox(inbox.settings()) as mailbox:
        assert list(mailbox.fetch_above(0, 0, limit=10)) == []
        with SmtpDoor(settings).connect() as line:
            line.offer(recipients=[CUSTOMER])
            line.hand_over(raw)
        assert mailbox.wait(10) is True
        (bounce,) = mailbox.fetch_above(0, 0, limit=10)

    assert b"Auto-Submitted: auto-replied" in bounce.raw
    assert b"Status: 5.1.1" in bounce.raw
    assert not smtp.letters
