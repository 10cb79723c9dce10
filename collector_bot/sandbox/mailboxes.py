"""Everybody's mailboxes: what customers receive, and the team's own over IMAP."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from collector_bot.sandbox.answer import Answer, Writer, authenticated, compose
from collector_bot.sandbox.clock import MovableClock
from collector_bot.sandbox.faults import MailFaults
from collector_bot.sandbox.imap_server import TeamImap
from collector_bot.sandbox.letter import Letter
from collector_bot.sandbox.smtp_server import SmtpHandler, serve_smtp

Result = TypeVar("Result")
_START_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class Team:
    """The addresses whose mail goes to the IMAP mailbox, and how to log in there."""

    address: str = "comptabilite@ateliers-morel.example"
    archive: str = "comptabilite+archive@ateliers-morel.example"
    authserv: str = "mx.ateliers-morel.example"
    password: str = "rehearsal"  # noqa: S105 - opens a mailbox in memory, on loopback


class Mailboxes:
    """SMTP in, one mailbox per recipient, IMAP for the team; all on loopback.

    Args:
        clock: dates what arrives.
        writers: who reads which mailbox, by address in lower case.
        team: the team's addresses.
    """

    def __init__(
        self,
        clock: MovableClock,
        *,
        writers: dict[str, Writer] | None = None,
        team: Team | None = None,
    ) -> None:
        self.team = team or Team()
        self.faults = MailFaults()
        self.smtp_port = 0
        self._clock = clock
        self._writers = dict(writers or {})
        self._imap = TeamImap(user=self.team.address, password=self.team.password)
        self._letters: list[Letter] = []
        self._read: set[int] = set()
        self._changed = threading.Condition()
        self._listeners: list[Callable[[], None]] = []
        self._loop = asyncio.new_event_loop()
        self._thread: threading.Thread | None = None

    @property
    def imap_port(self) -> int:
        """Port of the team's IMAP server, once started."""
        return self._imap.port

    def start(self) -> None:
        """Start both servers in a thread of their own and wait until they listen."""
        self._thread = threading.Thread(
            target=self._loop.run_forever, name="sandbox-mail", daemon=True
        )
        self._thread.start()
        self._run(self._listen())

    def stop(self) -> None:
        """Close the servers and every connection; a second call does nothing."""
        if self._thread is None:
            return
        self._run(self._close())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(_START_SECONDS)
        self._loop.close()
        self._thread = None

    def letters(self, address: str = "") -> list[Letter]:
        """Return the mails of one mailbox, or of all, oldest first."""
        with self._changed:
            kept = list(self._letters)
        wanted = address.lower()
        return [mail for mail in kept if not wanted or mail.mailbox == wanted]

    def letter(self, number: int) -> Letter | None:
        """Return one mail by its number."""
        with self._changed:
            return (
                self._letters[number - 1] if 1 <= number <= len(self._letters) else None
            )

    def unread(self, address: str) -> int:
        """Count the mails of a mailbox nobody opened."""
        mails = self.letters(address)
        with self._changed:
            return sum(
                1 for one in mails if not one.outgoing and one.number not in self._read
            )

    def is_read(self, number: int) -> bool:
        """Whether somebody opened this mail."""
        with self._changed:
            return number in self._read

    def mark_read(self, number: int) -> None:
        """Remember that somebody opened this mail."""
        with self._changed:
            if number in self._read:
                return
            self._read.add(number)
        self._tell()

    def writer(self, address: str) -> Writer:
        """Say whose mailbox an address is; French when nobody told."""
        known = self._writers.get(address.lower())
        return known or Writer(address.partition("@")[0], address.lower(), "fr")

    def reply(self, letter: Letter, answer: Answer) -> Letter:
        """Answer a letter from its mailbox and deliver the answer to the team.

        Returns:
            The answer, as it lies among the sent mail of that mailbox.
        """
        writer = self.writer(letter.mailbox)
        now = self._clock.now()
        raw = compose(letter, answer, writer=writer, at=now)
        sent = self._keep(letter.mailbox, raw, outgoing=True)
        stamped = authenticated(raw, authserv=self.team.authserv, sender=writer.address)
        self._run(self._deliver([self.team.address], stamped))
        self.mark_read(letter.number)
        return sent

    def deliver_to_team(self, raw: bytes) -> None:
        """Put any bytes into the team's mailbox, as they are."""
        self._run(self._deliver([self.team.address], raw))

    def wait_for(self, condition: Callable[[], bool], *, seconds: float) -> bool:
        """Wait until `condition` holds, asking again at every mail; False in vain."""
        with self._changed:
            return self._changed.wait_for(condition, timeout=seconds)

    def subscribe(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Call `listener` after every change; returns what ends that."""
        with self._changed:
            self._listeners.append(listener)

        def leave() -> None:
            with self._changed, contextlib.suppress(ValueError):
                self._listeners.remove(listener)

        return leave

    def _keep(self, mailbox: str, raw: bytes, *, outgoing: bool = False) -> Letter:
        at = self._clock.now()
        with self._changed:
            kept = Letter(
                len(self._letters) + 1, mailbox.lower(), raw, at, outgoing=outgoing
            )
            self._letters.append(kept)
        self._tell()
        return kept

    def _tell(self) -> None:
        with self._changed:
            self._changed.notify_all()
            listeners = list(self._listeners)
        for listener in listeners:
            listener()

    async def _deliver(self, recipients: Sequence[str], raw: bytes) -> None:
        for recipient in dict.fromkeys(address.lower() for address in recipients):
            if recipient in {self.team.address, self.team.archive}:
                await self._imap.append(raw, at=self._clock.now())
            self._keep(recipient, raw)

    async def _listen(self) -> None:
        await self._imap.start()
        self._smtp = await serve_smtp(SmtpHandler(self._deliver, self.faults))
        self.smtp_port = self._smtp.sockets[0].getsockname()[1]

    async def _close(self) -> None:
        self._smtp.close()
        await self._imap.stop()
        mine = asyncio.current_task()
        others = [task for task in asyncio.all_tasks() if task is not mine]
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)

    def _run(self, work: Coroutine[Any, Any, Result]) -> Result:
        """Run a coroutine in the mail thread and wait for its result."""
        future = asyncio.run_coroutine_threadsafe(work, self._loop)
        return future.result(_START_SECONDS)
