"""Reading a mailbox on a real IMAP server."""

import socket
import time
from datetime import UTC
from threading import Event, Thread

import pytest
from imapclient import IMAPClient

from collector_bot.core.errors import MailboxGoneError, MailboxLoginError
from collector_bot.mail.imap import Mailbox
from tests.servers.certificates import Certificates
from tests.servers.dovecot import PASSWORD, Inbox
from tests.servers.proxy import Proxy

pytestmark = pytest.mark.server

LETTER = b"Message-ID: <letter-7@us.test>\r\nX-Collector-Key: letter:7\r\n\r\nx\r\n"
REWRITTEN = (
    b"Message-ID: <relay-1@relay.test>\r\nX-Collector-Key: letter:8\r\n\r\nx\r\n"
)


def fetched(mailbox: Mailbox, uidvalidity: int = 0, last_uid: int = 0) -> list[int]:
    return [mail.uid for mail in mailbox.fetch_above(uidvalidity, last_uid, limit=1000)]


def test_a_mail_comes_whole_with_its_place_and_date_and_stays_unread(inbox: Inbox):
    inbox.deliver("Virement du 12 mars", body="1 234,56 €")
    with Mailbox(inbox.settings()) as mailbox:
        uidvalidity = mailbox.open()
        (mail,) = mailbox.fetch_above(uidvalidity, 0, limit=10)
        assert mailbox.uid_next == 2
    assert (mail.folder, mail.uidvalidity, mail.uid) == ("INBOX", uidvalidity, 1)
    assert mail.raw.endswith("\r\n\r\n1 234,56 €\r\n".encode())
    assert b"Subject: Virement du 12 mars\r\n" in mail.raw
    assert mail.size == len(mail.raw)
    assert mail.internal_at.tzinfo is UTC
    assert not mail.too_large
    with IMAPClient("127.0.0.1", inbox.server.imap_port, ssl=False) as client:
        client.plain_login(inbox.user, PASSWORD)
        client.select_folder("INBOX", readonly=True)
        assert b"\\Seen" not in client.get_flags([1])[1]


def test_only_mails_above_the_cursor_come_and_no_more_than_asked(inbox: Inbox):
    for subject in ("one", "two", "three"):
        inbox.deliver(subject)
    with Mailbox(inbox.settings()) as mailbox:
        here = mailbox.open()
        assert fetched(mailbox, here, 1) == [2, 3]
        assert fetched(mailbox, here, 3) == []
        assert [mail.uid for mail in mailbox.fetch_above(here, 0, limit=2)] == [1, 2]


def test_a_folder_made_anew_is_read_from_its_first_mail(inbox: Inbox):
    inbox.anew("Clients")
    inbox.put("Clients", LETTER, LETTER)
    with Mailbox(inbox.settings(folder="Clients")) as mailbox:
        before = mailbox.open()
        assert fetched(mailbox, before, 2) == []
    inbox.anew("Clients")
    inbox.put("Clients", LETTER)
    with Mailbox(inbox.settings(folder="Clients")) as mailbox:
        (mail,) = mailbox.fetch_above(before, 2, limit=10)
    assert mail.uid == 1
    assert mail.uidvalidity != before


def test_a_mail_that_is_too_large_comes_by_its_headers(inbox: Inbox):
    inbox.deliver("Plans", body="x" * 5000)
    inbox.deliver("petit")
    with Mailbox(inbox.settings(max_bytes=4000)) as mailbox:
        large, small = mailbox.fetch_above(0, 0, limit=10)
    assert large.too_large
    assert large.size > 5000
    assert b"Subject: Plans\r\n" in large.raw
    assert b"xxx" not in large.raw
    assert not small.too_large


def test_a_mail_deleted_while_it_is_read_is_passed_over(inbox: Inbox):
    for subject in ("one", "two", "three"):
        inbox.deliver(subject)
    with Mailbox(inbox.settings()) as mailbox:
        mails = mailbox.fetch_above(0, 0, limit=10)
        assert next(mails).uid == 1
        inbox.files()[1].unlink()
        assert [(mail.uid, mail.raw is None) for mail in mails] == [(3, False)]


def test_a_missing_folder_is_said(inbox: Inbox):
    with (
        Mailbox(inbox.settings(folder="Nulle part")) as mailbox,
        pytest.raises(MailboxGoneError, match="doesn't exist"),
    ):
        mailbox.open()


def test_a_delivered_mail_ends_the_wait(inbox: Inbox):
    with Mailbox(inbox.settings()) as mailbox:
        assert fetched(mailbox) == []
        delivery = Thread(target=inbox.deliver, args=("Bonjour",))
        delivery.start()
        assert mailbox.wait(20) is True
        delivery.join()
        assert fetched(mailbox) == [1]


def test_a_wait_without_news_ends_in_time_and_the_line_still_works(inbox: Inbox):
    with Mailbox(inbox.settings()) as mailbox:
        mailbox.open()
        assert mailbox.wait(0.3) is False
        assert fetched(mailbox) == []


@pytest.mark.parametrize("idle", [True, False])
def test_stop_ends_the_wait(inbox: Inbox, *, idle: bool):
    stop = Event()
    stop.set()
    with Mailbox(inbox.settings(idle=idle)) as mailbox:
        mailbox.open()
        start = time.monotonic()
        assert mailbox.wait(60, stop) is False
        assert time.monotonic() - start < 2


def test_a_line_cut_while_listening_is_noticed_at_once(inbox: Inbox, proxy: Proxy):
    with Mailbox(inbox.plain(proxy.port)) as mailbox:
        mailbox.open()
        proxy.cut_at = b"+ idling"
        start = time.monotonic()
        with pytest.raises(MailboxGoneError, match="closed it while we listened"):
            mailbox.wait(60)
        assert time.monotonic() - start < 5


def test_a_line_silent_while_listening_is_noticed_at_its_end(
    inbox: Inbox, proxy: Proxy
):
    with Mailbox(inbox.plain(proxy.port, read_timeout=0.5)) as mailbox:
        mailbox.open()
        proxy.silence()
        with pytest.raises(MailboxGoneError):
            mailbox.wait(0.2)


def test_a_line_silent_while_fetching_does_not_hang(inbox: Inbox, proxy: Proxy):
    with Mailbox(inbox.plain(proxy.port, read_timeout=0.5)) as mailbox:
        mailbox.open()
        proxy.silence()
        with pytest.raises(MailboxGoneError, match="no answer came in time"):
            fetched(mailbox)


def test_a_server_that_never_greets_does_not_hang(inbox: Inbox):
    with socket.create_server(("127.0.0.1", 0)) as mute:
        settings = inbox.plain(mute.getsockname()[1], connect_timeout=0.3)
        with (
            pytest.raises(MailboxGoneError, match="no answer came in time"),
            Mailbox(settings),
        ):
            pass


def test_a_line_cut_anywhere_gives_whole_mails_or_an_error(inbox: Inbox, proxy: Proxy):
    inbox.deliver("Avis de virement", body="ligne\r\n" * 150)
    with Mailbox(inbox.plain(proxy.port)) as mailbox:
        (whole,) = mailbox.fetch_above(0, 0, limit=10)

    lost = received = 0
    for cut_after in range(1, 5000, 97):
        proxy.cut_after = cut_after
        try:
            with Mailbox(inbox.plain(proxy.port)) as mailbox:
                (mail,) = mailbox.fetch_above(0, 0, limit=10)
        except MailboxGoneError:
            lost += 1
        else:
            assert mail == whole
            received += 1
    assert lost > 10
    assert received > 10


@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_only_a_certificate_of_the_named_authority_is_believed(
    inbox: Inbox, certificates: Certificates, security: str
):
    port = inbox.server.imaps_port if security == "tls" else inbox.server.imap_port
    encrypted = {"security": security, "port": port}
    with Mailbox(inbox.settings(**encrypted)) as mailbox:
        assert fetched(mailbox) == []

    for ca_file in (str(certificates.stranger), ""):
        settings = inbox.settings(**encrypted, ca_file=ca_file)
        with (
            pytest.raises(MailboxGoneError, match="certificate is not believed"),
            Mailbox(settings),
        ):
            pass


def test_a_token_signs_in_and_a_wrong_one_does_not(inbox: Inbox):
    good = inbox.settings(auth="xoauth2", secret=f"good-{inbox.user}")
    with Mailbox(good) as mailbox:
        assert fetched(mailbox) == []

    bad = inbox.settings(auth="xoauth2", secret="stale-token")
    with pytest.raises(MailboxLoginError) as refused, Mailbox(bad):
        pass
    assert "AUTHENTICATIONFAILED" in str(refused.value)


def test_a_wrong_password_is_told_apart_and_never_repeated(inbox: Inbox):
    settings = inbox.settings(secret="wrong-secret")
    with pytest.raises(MailboxLoginError) as refused, Mailbox(settings):
        pass
    assert str(refused.value).startswith(
        f"The mailbox {inbox.user}@us.test refuses the sign-in: "
    )
    assert "wrong-secret" not in f"{refused.value!r} {refused.value} {settings!r}"


def test_the_archive_copy_is_found_by_its_id_or_its_key(inbox: Inbox):
    inbox.anew("Archive")
    inbox.put("Archive", LETTER, REWRITTEN)
    with Mailbox(inbox.settings(archive_folder="Archive")) as mailbox:
        assert mailbox.has_message("<letter-7@us.test>")
        assert mailbox.has_message("<letter-8@us.test>", key="letter:8")
        assert not mailbox.has_message("<letter-9@us.test>", key="letter:9")
        assert not mailbox.has_message("letter-7@us.test", key="letter")
        assert fetched(mailbox) == []


@pytest.mark.parametrize(
    "hostile",
    [
        "<x>\r\nA1 LOGOUT",
        '<x" ALL>',
        "<x y>",
        "<é>",
        "<x{3}",
        "<x*>",
        "",
        "<" + "x" * 250,
    ],
)
def test_nothing_a_stranger_wrote_is_searched_for(inbox: Inbox, hostile: str):
    with Mailbox(inbox.settings()) as mailbox:
        with pytest.raises(ValueError, match="only our own ids and keys"):
            mailbox.has_message(hostile)
        assert fetched(mailbox) == []
