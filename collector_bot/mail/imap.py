"""The mailbox customers answer to: read only, above a cursor, never marked."""

from __future__ import annotations

import imaplib
import logging
import re
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from threading import Event
from typing import Any, Self

from imapclient import IMAPClient, SocketTimeout
from imapclient.exceptions import IMAPClientError

from collector_bot.core.errors import MailboxGoneError
from collector_bot.core.wording import Both
from collector_bot.mail.connection import lost_words
from collector_bot.mail.imap_settings import MailboxSettings
from collector_bot.mail.imap_sign_in import connected

__all__ = ["FetchedMail", "MailWithheldError", "Mailbox", "MailboxSettings"]

_WAIT_SLICE_SECONDS = 1.0
_IDLE_SECONDS_MAX = 540.0  # servers drop silent clients after 10 minutes and more
_EARLY_RETURNS_MAX = 2
_SIZES_AT_ONCE = 100
_SEARCHABLE = re.compile(r"[A-Za-z0-9<>@._:|+/=#~-]{1,250}")  # nothing IMAP quotes


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchedMail:
    """One mail as the server keeps it.

    Attributes:
        folder, uidvalidity, uid: its place; never reused by the server.
        size: bytes, as the server says.
        internal_at: when it arrived, in UTC; None when the server gives no date.
        raw: the whole mail; its headers alone when `too_large`; None when the
            server lists the mail but refuses to give it.
        too_large: whether it is larger than `max_bytes`.
    """

    folder: str
    uidvalidity: int
    uid: int
    size: int
    internal_at: datetime | None
    raw: bytes | None = field(repr=False)
    too_large: bool


class MailWithheldError(MailboxGoneError):
    """The server lists a mail, and says no or hangs up when asked for it.

    Args:
        uid: the mail.
        why: the server's words, or what became of the connection.
    """

    def __init__(self, uid: int, why: Both) -> None:
        super().__init__(
            (
                f"mail {uid} was not given, {why[0]}",
                f"le courriel {uid} n’a pas été donné, {why[1]}",
            )
        )
        self.uid = uid


class Mailbox:
    """A signed-in IMAP connection, opened by `with` and closed without a wait.

    Every method may raise MailboxGoneError; after it only a new Mailbox helps.

    Args:
        settings: the mailbox.
        monotonic: seconds that only grow, to tell a wait from an early return.
    """

    def __init__(
        self,
        settings: MailboxSettings,
        *,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self.settings = settings
        self._monotonic = monotonic
        self._client: IMAPClient | None = None
        self._idle = False
        self.uid_next = 0

    def __enter__(self) -> Self:
        """Connect and sign in.

        Raises:
            MailboxLoginError: the server says no to the secret.
            MailboxGoneError: the server is not there, or not the right one.
        """
        settings = self.settings
        logging.getLogger("imapclient").setLevel(logging.WARNING)  # it logs mails
        self._client = connected(
            settings, SocketTimeout(settings.connect_timeout, settings.read_timeout)
        )
        try:
            self._idle = settings.idle and self._ask("has_capability", "IDLE")
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        if self._client is not None:
            with suppress(OSError, imaplib.IMAP4.error):
                self._client.shutdown()
            self._client = None

    def open(self, folder: str = "") -> int:
        """Select a folder read-only and return its UIDVALIDITY.

        Also sets `uid_next`, the UID the next mail will have (0 when not told).

        Args:
            folder: its name; "" for the one customers' mail arrives in.
        """
        state = self._ask("select_folder", folder or self.settings.folder, True)
        if b"UIDVALIDITY" not in state:
            raise MailboxGoneError(
                (
                    "the server gives the folder no UIDVALIDITY",
                    "le serveur ne donne pas d’UIDVALIDITY au dossier",
                )
            )
        self.uid_next = int(state.get(b"UIDNEXT", 0))
        return int(state[b"UIDVALIDITY"])

    def fetch_above(
        self,
        uidvalidity: int,
        last_uid: int,
        *,
        limit: int,
        withheld: Sequence[int] = (),
    ) -> Iterator[FetchedMail]:
        """Yield the mails that came after a cursor, oldest first.

        The folder is selected again, so a folder that was made anew is noticed:
        with another UIDVALIDITY than the cursor's everything is yielded from its
        first mail on. No flag is changed on the server.

        Args:
            uidvalidity: the cursor's; any number when there is no cursor yet.
            last_uid: the cursor's; mails with a higher UID are yielded.
            limit: how many at most.
            withheld: UIDs to yield without asking for their bytes.

        Raises:
            MailWithheldError: the server will not give one mail.
        """
        current = self.open()
        above = last_uid if current == uidvalidity else 0
        found = self._ask("search", ["UID", f"{above + 1}:*"])
        uids = sorted(uid for uid in map(int, found) if uid > above)[:limit]
        for start in range(0, len(uids), _SIZES_AT_ONCE):
            chunk = uids[start : start + _SIZES_AT_ONCE]
            about = self._ask("fetch", chunk, ["RFC822.SIZE", "INTERNALDATE"])
            for uid in chunk:
                place = current, uid
                if uid in about:
                    mail = self._mail(place, about[uid], withheld=uid in withheld)
                    if mail.raw is not None or self._is_there(uid):
                        yield mail

    def _mail(
        self, place: tuple[int, int], about: dict[bytes, Any], *, withheld: bool
    ) -> FetchedMail:
        """Return one mail whose size and date are known."""
        uidvalidity, uid = place
        size = int(about.get(b"RFC822.SIZE") or 0)
        internal_at = about.get(b"INTERNALDATE")
        too_large = size > self.settings.max_bytes
        section = "BODY.PEEK[HEADER]" if too_large else "BODY.PEEK[]"
        raw = None if withheld else self._bytes_of(uid, section)
        if raw is not None and len(raw) > self.settings.max_bytes:
            too_large = True
            raw = raw[: self.settings.max_bytes].partition(b"\r\n\r\n")[0]
        return FetchedMail(
            folder=self.settings.folder,
            uidvalidity=uidvalidity,
            uid=uid,
            size=size,
            internal_at=internal_at.astimezone(UTC) if internal_at else None,
            raw=raw,
            too_large=too_large,
        )

    def _bytes_of(self, uid: int, section: str) -> bytes | None:
        """Return one section of one mail; None when the answer has none."""
        try:
            answer = self._ask("fetch", [uid], [section])
        except MailboxGoneError as error:
            raise MailWithheldError(uid, error.why) from None
        for name, value in answer.get(uid, {}).items():
            if name.startswith(b"BODY[") and isinstance(value, bytes):
                return value
        return None

    def _is_there(self, uid: int) -> bool:
        """Return whether a mail still exists: people delete from this mailbox too."""
        self._ask("noop")
        return uid in self._ask("fetch", [uid], ["FLAGS"])

    def has_message(self, message_id: str, *, key: str = "") -> bool:
        """Return whether the archive folder holds the copy of a letter.

        Both texts are ours: what a stranger wrote is never searched for. The
        key is asked for too, because some providers rewrite Message-IDs.

        Args:
            message_id: the letter's, brackets included.
            key: its outbox key, or "".

        Raises:
            ValueError: a text holds a character that ids and keys never have.
        """
        self.open(self.settings.archive_folder)
        if self._has_header("Message-ID", message_id):
            return True
        return bool(key) and self._has_header("X-Collector-Key", key)

    def _has_header(self, name: str, value: str) -> bool:
        """Return whether a mail has this header with exactly this value."""
        if not _SEARCHABLE.fullmatch(value):
            raise ValueError("only our own ids and keys are searched for")
        uids = [int(uid) for uid in self._ask("search", ["HEADER", name, value])]
        section = f"BODY.PEEK[HEADER.FIELDS ({name.upper()})]"
        for uid in uids:
            written = self._bytes_of(uid, section) or b""
            if written.partition(b":")[2].strip() == value.encode():
                return True
        return False

    def wait(self, seconds: float, stop: Event | None = None) -> bool:
        """Return True as soon as the server announces something, else False.

        By IDLE where the server has it, else by letting the time pass. The link
        is tried at the end of an IDLE, so one that died in silence is noticed.

        Args:
            seconds: how long at most; an IDLE lasts nine minutes at most.
            stop: ends the wait within a second when set.
        """
        stop = stop or Event()
        if not self._idle:
            stop.wait(seconds)
            return False
        self._ask("idle")
        news = self._listen(min(seconds, _IDLE_SECONDS_MAX), stop)
        _, late = self._ask("idle_done")
        return news or _is_news(late)

    def _listen(self, seconds: float, stop: Event) -> bool:
        """Listen during an IDLE, in slices, so that `stop` is heard.

        An empty answer before its time, twice in a row, is a closed connection:
        the library does not say so and would be asked again without end.
        """
        end = self._monotonic() + seconds
        early = 0
        while not stop.is_set():
            start = self._monotonic()
            slice_seconds = min(_WAIT_SLICE_SECONDS, end - start)
            if slice_seconds <= 0:
                return False
            answer = self._ask("idle_check", slice_seconds)
            if _is_news(answer):
                return True
            full = self._monotonic() - start >= slice_seconds / 2
            early = 0 if answer or full else early + 1
            if early >= _EARLY_RETURNS_MAX:
                raise MailboxGoneError(
                    (
                        "the server closed it while we listened",
                        "le serveur l’a fermée pendant l’écoute",
                    )
                )
        return False

    def _ask(self, command: str, *arguments: object) -> Any:
        """Call one of IMAPClient's commands.

        Raises:
            MailboxGoneError: anything but an answer came, or the answer was no.
        """
        if self._client is None:
            raise ValueError("the mailbox is not connected")
        try:
            return getattr(self._client, command)(*arguments)
        except (OSError, imaplib.IMAP4.error, IMAPClientError) as error:
            raise MailboxGoneError(lost_words(error)) from None


def _is_news(answer: Sequence[tuple[Any, ...]]) -> bool:
    """Return whether IDLE said more than that the server is still there."""
    return any(one and one[0] != b"OK" for one in answer)
