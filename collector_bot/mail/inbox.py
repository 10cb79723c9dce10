"""What the mailbox gives becomes kept mail; uncertain letters are looked up in it."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event

from collector_bot.flows import deliver, receive_mail
from collector_bot.flows.desk import Desk
from collector_bot.mail.imap import FetchedMail, Mailbox
from collector_bot.mail.imap_settings import MailboxSettings
from collector_bot.mail.watch import watch
from collector_bot.store.mails import Arrived


def watch_inbox(
    desk: Desk,
    settings: Callable[[], MailboxSettings],
    *,
    stop: Event,
    on_read: Callable[[], None],
    on_trouble: Callable[[Exception], None],
    delay: Callable[[int], float],
) -> None:
    """Keep every mail of the mailbox until `stop` is set.

    Args:
        settings: asked for each connection anew, since access tokens expire.

    Raises:
        MailboxLoginError: the server said no to the sign-in three times in a row.
    """
    folder = settings().folder

    def read() -> None:
        receive_mail.mailbox_was_read(desk)
        on_read()

    watch(
        lambda: Mailbox(settings()),
        cursor=lambda: receive_mail.cursor(desk, folder),
        receive=lambda mail: keep(desk, mail),
        stop=stop,
        on_read=read,
        on_trouble=on_trouble,
        delay=delay,
    )


def keep(desk: Desk, mail: FetchedMail) -> None:
    """Commit one mail; one the server will not give is kept by its place alone."""
    withheld = mail.raw is None
    receive_mail.receive_mail(
        desk,
        Arrived(
            folder=mail.folder,
            uidvalidity=mail.uidvalidity,
            uid=mail.uid,
            raw=_place(mail) if mail.raw is None else mail.raw,
            size=mail.size,
            too_large=mail.too_large or withheld,
            received_at=mail.internal_at or desk.now(),
        ),
    )


def _place(mail: FetchedMail) -> bytes:
    text = (
        f"X-Collector-Withheld: {mail.folder} {mail.uidvalidity} {mail.uid}\r\n\r\n"
        "The server lists this mail and does not give it.\r\n"
    )
    return text.encode("ascii", "replace")


def settle_uncertain(desk: Desk, settings: MailboxSettings) -> None:
    """Look for the archive copy of every uncertain letter, or have a person asked."""
    waiting = deliver.uncertain_letters(desk)
    if not waiting:
        return
    with Mailbox(settings) as mailbox:
        mailbox.open(settings.archive_folder)
        for message in waiting:
            found = message.message_id and mailbox.has_message(
                message.message_id, key=message.key
            )
            if found:
                deliver.prove_sent(desk, message.id)
            else:
                deliver.ask_a_person(desk, message)
