"""Keeping a mailbox read, while its line and its server misbehave."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from threading import Condition, Event, Thread

import pytest

from collector_bot.core.errors import MailboxGoneError, MailboxLoginError
from collector_bot.mail.imap import (
    FetchedMail,
    Mailbox,
    MailboxSettings,
    MailWithheldError,
)
from collector_bot.mail.watch import Cursor, watch
from tests.servers.dovecot import Inbox
from tests.servers.proxy import Proxy

pytestmark = pytest.mark.server


class Keeper:
    """What the ledger's side does: keeps mails, moves the cursor, sometimes fails."""

    def __init__(self) -> None:
        self.mails: list[FetchedMail] = []
        self.troubles: list[Exception] = []
        self.reads = 0
        self.failures_left = 0
        self.moves = True
        self._position: Cursor = (0, 0)
        self._changed = Condition()

    def cursor(self) -> Cursor:
        return self._position

    def receive(self, mail: FetchedMail) -> None:
        with self._changed:
            if self.failures_left:
                self.failures_left -= 1
                raise OSError("the disk is full")
            self.mails.append(mail)
            if self.moves:
                self._position = (mail.uidvalidity, mail.uid)
            self._changed.notify_all()

    def on_read(self) -> None:
        with self._changed:
            self.reads += 1
            self._changed.notify_all()

    def on_trouble(self, error: Exception) -> None:
        with self._changed:
            self.troubles.append(error)
            self._changed.notify_all()

    def expect(self, what: Callable[[], bool]) -> None:
        with self._changed:
            assert self._changed.wait_for(what, 15), (self.mails, self.troubles)

    @property
    def subjects(self) -> list[str]:
        return [
            mail.raw.partition(b"Subject: ")[2].partition(b"\r\n")[0].decode()
            for mail in self.mails
        ]


@contextmanager
def watching(
    keeper: Keeper, settings: MailboxSettings, delay: float = 0.05
) -> Iterator[Event]:
    stop = Event()
    loop = Thread(
        target=watch,
        args=(partial(Mailbox, settings),),
        kwargs={
            "cursor": keeper.cursor,
            "receive": keeper.receive,
            "stop": stop,
            "on_read": keeper.on_read,
            "on_trouble": keeper.on_trouble,
            "delay": lambda _: delay,
        },
    )
    loop.start()
    try:
        yield stop
    finally:
        stop.set()
        loop.join(10)
    assert not loop.is_alive()


def test_mails_are_received_as_they_arrive_and_stop_ends_the_loop(inbox: Inbox):
    keeper = Keeper()
    inbox.deliver("before")
    with watching(keeper, inbox.settings()) as stop:
        keeper.expect(lambda: keeper.reads > 0)
        inbox.deliver("meanwhile")
        keeper.expect(lambda: len(keeper.mails) == 2)
        keeper.expect(lambda: keeper.reads > 1)
        start = time.monotonic()
        stop.set()
    assert time.monotonic() - start < 3
    assert keeper.subjects == ["before", "meanwhile"]
    assert keeper.troubles == []


def test_a_server_without_idle_is_polled(inbox: Inbox):
    keeper = Keeper()
    with watching(keeper, inbox.settings(idle=False, poll_seconds=0.2)):
        keeper.expect(lambda: keeper.reads > 0)
        inbox.deliver("polled")
        keeper.expect(lambda: len(keeper.mails) == 1)


def test_a_cut_line_is_connected_again_and_nothing_is_lost_or_doubled(
    inbox: Inbox, proxy: Proxy
):
    keeper = Keeper()
    inbox.deliver("one")
    with watching(keeper, inbox.plain(proxy.port)):
        keeper.expect(lambda: keeper.reads > 0)
        proxy.cut()
        inbox.deliver("two")
        keeper.expect(lambda: len(keeper.mails) == 2)
        keeper.expect(lambda: keeper.reads > 1)
        inbox.deliver("three")
        keeper.expect(lambda: len(keeper.mails) == 3)
    assert keeper.subjects == ["one", "two", "three"]
    assert proxy.connections == 2
    assert [type(trouble) for trouble in keeper.troubles] == [MailboxGoneError]


def test_a_silent_line_is_left_and_the_mail_behind_it_arrives(
    inbox: Inbox, proxy: Proxy
):
    keeper = Keeper()
    impatient = {"poll_seconds": 0.3, "read_timeout": 0.5, "connect_timeout": 0.5}
    with watching(keeper, inbox.plain(proxy.port, **impatient)):
        keeper.expect(lambda: keeper.reads > 0)
        proxy.silence()
        inbox.deliver("behind")
        keeper.expect(lambda: len(keeper.troubles) > 0)
        proxy.speak()
        keeper.expect(lambda: len(keeper.mails) == 1)
    assert keeper.subjects == ["behind"]


def test_a_folder_made_anew_is_read_from_its_start(inbox: Inbox):
    keeper = Keeper()
    inbox.anew("Clients")
    inbox.put("Clients", b"Subject: old\r\n\r\n", b"Subject: old too\r\n\r\n")
    with watching(keeper, inbox.settings(folder="Clients", poll_seconds=0.3)):
        keeper.expect(lambda: len(keeper.mails) == 2)
        inbox.anew("Clients")
        inbox.put("Clients", b"Subject: new\r\n\r\n")
        keeper.expect(lambda: len(keeper.mails) == 3)
    assert keeper.subjects == ["old", "old too", "new"]
    assert keeper.mails[2].uid == 1
    assert keeper.mails[2].uidvalidity != keeper.mails[1].uidvalidity


def test_a_mail_that_could_not_be_kept_is_fetched_again(inbox: Inbox):
    keeper = Keeper()
    keeper.failures_left = 1
    inbox.deliver("one")
    inbox.deliver("two")
    with watching(keeper, inbox.settings()):
        keeper.expect(lambda: len(keeper.mails) == 2)
    assert keeper.subjects == ["one", "two"]
    assert [str(trouble) for trouble in keeper.troubles] == ["the disk is full"]


def test_a_mail_the_server_cannot_give_does_not_block_the_next(inbox: Inbox):
    keeper = Keeper()
    inbox.deliver("unreadable")
    inbox.deliver("next")
    first = inbox.files()[0]
    os.chown(first, os.getuid(), os.getgid())
    first.chmod(0)
    with watching(keeper, inbox.settings()):
        keeper.expect(lambda: len(keeper.mails) == 2)
    assert [mail.uid for mail in keeper.mails] == [1, 2]
    assert keeper.mails[0].raw is None
    assert b"Subject: next\r\n" in keeper.mails[1].raw
    assert [type(trouble) for trouble in keeper.troubles] == [MailWithheldError] * 5


def test_three_refused_sign_ins_end_the_loop(inbox: Inbox):
    keeper = Keeper()
    with pytest.raises(MailboxLoginError):
        watch(
            partial(Mailbox, inbox.settings(secret="wrong")),
            cursor=keeper.cursor,
            receive=keeper.receive,
            stop=Event(),
            on_read=keeper.on_read,
            on_trouble=keeper.on_trouble,
            delay=lambda _: 0.05,
        )
    assert [trouble.code for trouble in keeper.troubles] == ["mailbox.login"] * 3


def test_a_receiver_that_forgets_the_cursor_is_told_and_not_asked_without_end(
    inbox: Inbox,
):
    keeper = Keeper()
    keeper.moves = False
    inbox.deliver("again")
    with watching(keeper, inbox.settings(), delay=30):
        keeper.expect(lambda: len(keeper.troubles) == 1)
    assert str(keeper.troubles[0]) == "receiving mail did not move the cursor"
    assert len(keeper.mails) == 1


def test_stop_ends_the_wait_for_a_server_that_is_not_there(inbox: Inbox):
    keeper = Keeper()
    with watching(keeper, inbox.plain(port=1), delay=60) as stop:
        keeper.expect(lambda: len(keeper.troubles) == 1)
        start = time.monotonic()
        stop.set()
    assert time.monotonic() - start < 1
