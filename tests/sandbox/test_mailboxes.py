"""Mail in the sandbox, over real SMTP and IMAP clients."""

import smtplib
from collections.abc import Iterator
from datetime import UTC, datetime
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from imapclient import IMAPClient

from collector_bot.sandbox.answer import Answer, Writer
from collector_bot.sandbox.clock import MovableClock
from collector_bot.sandbox.letter import Attachment, Letter
from collector_bot.sandbox.mailboxes import Mailboxes

TEAM = "comptabilite@ateliers-morel.example"
ARCHIVE = "comptabilite+archive@ateliers-morel.example"
CUSTOMER = "compta@acme-industries.example"
LETTER = (
    b"From: =?utf-8?q?Ateliers_Morel_=E2=80=93_Comptabilit=C3=A9?= <comptabilite@ateliers-morel.example>\r\n"
    b"To: compta@acme-industries.example\r\n"
    b"Subject: =?utf-8?q?Relance_=3A_facture_F-2026-0412?=\r\n"
    b"Message-ID: <k1@ateliers-morel.example>\r\n"
    b"Content-Type: text/plain; charset=utf-8\r\n"
    b"Content-Transfer-Encoding: 8bit\r\n\r\n"
    b"La facture F-2026-0412 de 4\xe2\x80\xaf812,60\xe2\x80\xaf\xe2\x82\xac est \xc3\xa9chue.\r\n.une ligne\r\n"
)


@pytest.fixture
def post(tmp_path: Path) -> Iterator[Mailboxes]:
    clock = MovableClock(
        tmp_path / "offset", now=lambda: datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
    )
    writers = {CUSTOMER: Writer("ACME Industries", CUSTOMER, "fr")}
    mailboxes = Mailboxes(clock, writers=writers)
    mailboxes.start()
    yield mailboxes
    mailboxes.stop()


def submit(post: Mailboxes, *recipients: str, raw: bytes = LETTER) -> None:
    with smtplib.SMTP("127.0.0.1", post.smtp_port, timeout=5) as client:
        client.sendmail(TEAM, list(recipients), raw)


def inbox(post: Mailboxes) -> list[bytes]:
    with IMAPClient("127.0.0.1", port=post.imap_port, ssl=False, timeout=5) as client:
        client.login(TEAM, "rehearsal")
        client.select_folder("INBOX")
        uids = client.search()
        return [client.fetch([uid], ["BODY.PEEK[]"])[uid][b"BODY[]"] for uid in uids]


def received(post: Mailboxes) -> Letter:
    return post.letters(CUSTOMER)[0]


def test_letter_reaches_the_customer_and_the_archive_copy_the_team(post):
    submit(post, CUSTOMER, ARCHIVE)

    letter = received(post)
    assert letter.raw == LETTER
    assert letter.subject == "Relance : facture F-2026-0412"
    assert "4\u202f812,60\u202f€" in letter.text
    assert letter.pieces == ["F-2026-0412"]
    assert letter.received_at.isoformat() == "2026-11-24T09:00:00+01:00"
    assert inbox(post) == [LETTER]


def test_unread_letters_are_counted_until_opened(post):
    submit(post, CUSTOMER)
    assert post.unread(CUSTOMER) == 1

    post.mark_read(received(post).number)

    assert post.unread(CUSTOMER) == 0


def test_reply_lands_in_the_teams_mailbox_as_its_own_server_would_deliver_it(post):
    submit(post, CUSTOMER)
    advice = Attachment(
        "avis.csv", "text/csv", b"facture,montant\nF-2026-0412,4812.60\n"
    )

    post.reply(received(post), Answer("Nous réglons vendredi.", attachments=[advice]))

    raw = inbox(post)[0]
    assert raw.startswith(
        b"Authentication-Results: mx.ateliers-morel.example; dmarc=pass"
        b" header.from=acme-industries.example\r\nFrom: ACME Industries"
    )
    mail = message_from_bytes(raw, policy=policy.default)
    assert mail["To"].addresses[0].addr_spec == TEAM
    assert mail["Subject"] == "Re: Relance : facture F-2026-0412"
    assert mail["In-Reply-To"] == "<k1@ateliers-morel.example>"
    assert mail["References"] == "<k1@ateliers-morel.example>"
    assert mail["Date"] == "Tue, 24 Nov 2026 09:00:00 +0100"
    text = mail.get_body().get_content().replace("\r\n", "\n")
    assert text.startswith(
        "Nous réglons vendredi.\n\nLe 24 nov. 2026 à 09:00, Ateliers Morel"
    )
    assert "> La facture F-2026-0412 de 4\u202f812,60\u202f€ est échue.\n" in text
    files = [(one.get_filename(), one.get_content()) for one in mail.iter_attachments()]
    assert files == [("avis.csv", "facture,montant\nF-2026-0412,4812.60\n")]
    assert [one.outgoing for one in post.letters(CUSTOMER)] == [False, True]


def test_english_mailbox_quotes_in_english_and_an_absence_note_says_it_is_one(tmp_path):
    clock = MovableClock(
        tmp_path / "offset", now=lambda: datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
    )
    writers = {CUSTOMER: Writer("ACME Industries", CUSTOMER, "en")}
    post = Mailboxes(clock, writers=writers)
    post.start()
    submit(post, CUSTOMER)
    post.reply(received(post), Answer("Will pay on Friday.", html="<p>Will pay</p>"))
    post.reply(received(post), Answer("I am away.", automatic=True))
    first, second = (
        message_from_bytes(raw, policy=policy.default) for raw in inbox(post)
    )
    post.stop()

    assert (
        "On Tue, 24 Nov 2026 at 09:00, Ateliers Morel"
        in first.get_body(("plain",)).get_content()
    )
    assert (
        first.get_body(("html",))
        .get_content()
        .startswith("<p>Will pay</p><blockquote>")
    )
    assert second["Auto-Submitted"] == "auto-replied"
    assert second["Subject"].startswith("Automatic reply : Relance")


def test_a_client_in_idle_is_told_at_once(post):
    with IMAPClient("127.0.0.1", port=post.imap_port, ssl=False, timeout=5) as client:
        client.login(TEAM, "rehearsal")
        client.select_folder("INBOX")
        client.idle()
        submit(post, ARCHIVE)
        told = client.idle_check(timeout=5)
        client.idle_done()
    assert (1, b"EXISTS") in told


def test_a_wrong_password_is_refused(post):
    client = IMAPClient("127.0.0.1", port=post.imap_port, ssl=False, timeout=5)
    with pytest.raises(Exception, match=r"AUTHENTICATIONFAILED|Invalid"):
        client.login(TEAM, "wrong")
    client.shutdown()


def test_a_refused_recipient_gets_nothing_until_the_fault_is_cleared(post):
    post.faults.refuse(CUSTOMER)
    with pytest.raises(smtplib.SMTPRecipientsRefused) as refused:
        submit(post, CUSTOMER)
    assert refused.value.recipients[CUSTOMER][0] == 550

    post.faults.clear()
    submit(post, CUSTOMER)
    assert len(post.letters(CUSTOMER)) == 1


def test_a_deferred_recipient_is_accepted_at_the_second_try(post):
    post.faults.defer_once(CUSTOMER)
    with pytest.raises(smtplib.SMTPRecipientsRefused) as refused:
        submit(post, CUSTOMER)
    assert refused.value.recipients[CUSTOMER][0] == 451

    submit(post, CUSTOMER)
    assert len(post.letters(CUSTOMER)) == 1


@pytest.mark.parametrize(("accepted", "kept"), [(False, 0), (True, 1)])
def test_a_cut_in_data_leaves_the_client_without_an_answer(post, accepted, kept):
    post.faults.drop_next(accepted=accepted)

    with pytest.raises((smtplib.SMTPServerDisconnected, ConnectionResetError)):
        submit(post, CUSTOMER, ARCHIVE)

    assert len(post.letters(CUSTOMER)) == kept
    assert len(inbox(post)) == kept


def test_waiting_ends_when_the_mail_is_there_and_gives_up_in_vain(post):
    submit(post, CUSTOMER)
    assert post.wait_for(lambda: len(post.letters(CUSTOMER)) == 1, seconds=5)
    assert not post.wait_for(lambda: len(post.letters(CUSTOMER)) == 2, seconds=0.01)


def test_what_listens_is_told_of_changes_until_it_leaves(post):
    told: list[int] = []
    leave = post.subscribe(lambda: told.append(len(post.letters())))
    submit(post, CUSTOMER)
    leave()
    submit(post, CUSTOMER)
    assert told == [1]


def test_hostile_bytes_are_shown_without_an_error(post):
    submit(
        post,
        CUSTOMER,
        raw=b"Subject: =?x-none?q?=FF?=\r\nContent-Type: text/html; charset=x-unknown\r\n\r\n<script>1</script><b>ok</b>\xff\r\n",
    )
    letter = received(post)
    assert "ok" in letter.text
    assert "script" not in letter.text
