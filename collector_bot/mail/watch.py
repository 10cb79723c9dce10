"""The loop that keeps one mailbox read, through every failure of the line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from contextlib import AbstractContextManager
from threading import Event

from collector_bot.core.errors import MailboxLoginError
from collector_bot.mail.imap import FetchedMail, Mailbox, MailWithheldError

_SECONDS_MIN = 1.0
_SECONDS_MAX = 300.0
_REFUSALS_MAX = 3
_WITHHELD_MAX = 5
_MAILS_AT_ONCE = 200

Cursor = tuple[int, int]
"""UIDVALIDITY and the highest UID received; (0, 0) before the first mail."""


def backoff(attempt: int, jitter: float) -> float:
    """Return how many seconds to wait before connecting again.

    Doubles with each attempt; the jitter spreads clients that lost the same server.

    Args:
        attempt: failures in a row, 1 or more.
        jitter: a random number, 0 to 1.

    Returns:
        1 to 300 seconds.

    Example:
        >>> [backoff(attempt, 0.5) for attempt in (1, 2, 5, 30)]
        [1.0, 2.0, 16.0, 300.0]
    """
    if attempt < 1 or not 0 <= jitter <= 1:
        raise ValueError("attempt starts at 1, jitter is between 0 and 1")
    seconds = _SECONDS_MAX if attempt > 9 else 2.0 ** (attempt - 1)  # noqa: PLR2004 - 2^9 > 300
    return min(_SECONDS_MAX, max(_SECONDS_MIN, seconds * (0.5 + jitter)))


def watch(
    connect: Callable[[], AbstractContextManager[Mailbox]],
    *,
    cursor: Callable[[], Cursor],
    receive: Callable[[FetchedMail], None],
    stop: Event,
    on_read: Callable[[], None],
    on_trouble: Callable[[Exception], None],
    delay: Callable[[int], float],
) -> None:
    """Hand every mail above the cursor to `receive`, until `stop` is set.

    A mail counts as received when `receive` returns: it has then committed the
    bytes and moved the cursor. When it raises, the mail is fetched again later.
    A lost line is connected anew after a wait; `stop` ends any wait. A mail the
    server withholds five times is received without bytes, so that it does not
    block the ones behind it for ever.

    Args:
        connect: makes a Mailbox, not entered yet.
        cursor: asked before every look; another UIDVALIDITY means from the start.
        receive: keeps one mail.
        stop: set by whoever wants the loop to end.
        on_read: called each time the mailbox was read to its end.
        on_trouble: called with what went wrong, before the wait.
        delay: seconds to wait after so many failures in a row, as `backoff` says.

    Raises:
        MailboxLoginError: the server said no to the sign-in three times in a row.
    """
    withheld: Counter[int] = Counter()
    failures = refusals = 0
    while not stop.is_set():
        try:
            with connect() as mailbox:
                refusals = 0
                while not stop.is_set():
                    _read(mailbox, cursor, receive, stop=stop, withheld=withheld)
                    failures = 0
                    if not stop.is_set():
                        on_read()
                        mailbox.wait(mailbox.settings.poll_seconds, stop)
        except Exception as error:
            if isinstance(error, MailboxLoginError):
                refusals += 1
            if isinstance(error, MailWithheldError):
                withheld[error.uid] += 1
            on_trouble(error)
            if refusals >= _REFUSALS_MAX:
                raise
            failures += 1
            stop.wait(delay(failures))


def _read(
    mailbox: Mailbox,
    cursor: Callable[[], Cursor],
    receive: Callable[[FetchedMail], None],
    *,
    stop: Event,
    withheld: Counter[int],
) -> None:
    """Receive everything above the cursor, or as much as there is before `stop`."""
    refused = [uid for uid, times in withheld.items() if times >= _WITHHELD_MAX]
    while True:
        before = uidvalidity, last_uid = cursor()
        count = 0
        for mail in mailbox.fetch_above(
            uidvalidity, last_uid, limit=_MAILS_AT_ONCE, withheld=refused
        ):
            receive(mail)
            withheld.pop(mail.uid, None)
            count += 1
            if stop.is_set():
                return
        if count == 0:
            return
        if cursor() == before:
            raise ValueError("receiving mail did not move the cursor")
