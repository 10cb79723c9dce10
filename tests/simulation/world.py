"""The world outside one process: mail servers, customers who answer, and Slack."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes
from types import TracebackType
from typing import Self

from aiohttp import web

from collector_bot.sandbox.background import SandboxServer
from collector_bot.sandbox.faults import MailFaults
from collector_bot.sandbox.imap_server import TeamImap
from collector_bot.sandbox.slack_people import CHANNEL, MANAGER
from collector_bot.sandbox.slack_server import SandboxSlack
from collector_bot.sandbox.smtp_server import SmtpHandler, serve_smtp

__all__ = ["CHANNEL", "MANAGER", "Letter", "Slack", "World", "answer"]

ADDRESS = "comptabilite@ateliers-morel.example"
ARCHIVE = "comptabilite+archive@ateliers-morel.example"
AUTHSERV = "mx.ateliers-morel.example"
PASSWORD = "rehearsal"
NOON = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)  # a Tuesday, 10:00 in Paris
_SECONDS = 10.0


@dataclass(frozen=True)
class Letter:
    """A letter the server accepted: once for a customer, whoever else got a copy."""

    key: str
    message_id: str
    customer: str
    copied: bool


class World:
    """Real servers on loopback that outlive any process of the product.

    Args:
        answers: what each customer answers to the first letter, by address; text.
    """

    def __init__(self, answers: Mapping[str, str]) -> None:
        self.faults = MailFaults()
        self.letters: list[Letter] = []
        self.mailbox: list[bytes] = []
        self._answers = dict(answers)
        self._imap = TeamImap(user=ADDRESS, password=PASSWORD)
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self.smtp_port = 0

    @property
    def imap_port(self) -> int:
        return self._imap.port

    def __enter__(self) -> Self:
        self._thread.start()
        self._run(self._listen())
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._run(self._close())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(_SECONDS)
        self._loop.close()

    def settle(self) -> None:
        """Wait until the servers have done with every connection a kill left."""
        self._run(self._rest())

    async def _rest(self) -> None:
        mine = asyncio.current_task()
        for _ in range(400):
            busy = [one for one in asyncio.all_tasks() if one is not mine]
            if not busy:
                return
            await asyncio.wait(busy, timeout=0.01)

    async def _listen(self) -> None:
        await self._imap.start()
        handler = SmtpHandler(self._deliver, self.faults)
        self._smtp = await serve_smtp(handler)
        self.smtp_port = self._smtp.sockets[0].getsockname()[1]

    async def _close(self) -> None:
        self._smtp.close()
        await self._imap.stop()
        mine = asyncio.current_task()
        others = [one for one in asyncio.all_tasks() if one is not mine]
        for one in others:
            one.cancel()
        await asyncio.gather(*others, return_exceptions=True)

    async def _deliver(self, recipients: Sequence[str], raw: bytes) -> None:
        """Accept a letter, copy it to the team, and let the customer answer."""
        customers = [one for one in recipients if one != ARCHIVE]
        head = message_from_bytes(raw)
        letter = Letter(
            str(head["X-Collector-Key"]),
            str(head["Message-ID"]),
            customers[0],
            ARCHIVE in recipients,
        )
        self.letters.append(letter)
        if letter.copied:
            await self._arrive(raw)
        said = self._answers.pop(letter.customer, "")
        if said:
            await self._arrive(answer(letter, said))

    async def _arrive(self, raw: bytes) -> None:
        self.mailbox.append(raw)
        await self._imap.append(raw, at=NOON)

    def _run(self, work):
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(_SECONDS)


def answer(letter: Letter, said: str) -> bytes:
    """Return what a customer writes back, as the team's own server hands it on."""
    domain = letter.customer.rpartition("@")[2]
    text = (
        f"Authentication-Results: {AUTHSERV}; dmarc=pass header.from={domain}\n"
        f"From: {letter.customer}\nTo: {ADDRESS}\nSubject: Re: votre relance\n"
        f"Date: Tue, 10 Mar 2026 09:00:00 +0000\n"
        f"Message-ID: <answer-{letter.customer}>\n"
        f"In-Reply-To: {letter.message_id}\n"
        "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n"
        f"{said}\n"
    )
    return text.replace("\n", "\r\n").encode()


class Slack:
    """The sandbox's workspace, shared by every world of a test run."""

    def __init__(self) -> None:
        self.workspace = SandboxSlack(now=NOON.timestamp)
        app = web.Application()
        self.workspace.mount(app)
        self._server = SandboxServer(app)

    def __enter__(self) -> Self:
        self.workspace.base_url = self._server.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.stop()
