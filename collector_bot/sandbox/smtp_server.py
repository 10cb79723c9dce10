"""The mail server letters leave through: a real SMTP server that relays nowhere."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from aiosmtpd.smtp import SMTP, Envelope, Session

from collector_bot.sandbox.faults import MailFaults

Deliver = Callable[[Sequence[str], bytes], Awaitable[None]]
_SIZE_MAX = 30 * 1024 * 1024


class SmtpHandler:
    """Answers RCPT and DATA, with the faults that were asked for.

    Args:
        deliver: puts one accepted mail into the recipients' mailboxes.
        faults: what to do wrong.
    """

    def __init__(self, deliver: Deliver, faults: MailFaults) -> None:
        self._deliver = deliver
        self._faults = faults

    async def handle_RCPT(  # noqa: N802, PLR0917 - aiosmtpd names it so
        self,
        server: SMTP,  # noqa: ARG002
        session: Session,  # noqa: ARG002
        envelope: Envelope,
        address: str,
        options: list[str],  # noqa: ARG002
    ) -> str:
        """Accept a recipient, unless a fault says otherwise."""
        refusal = self._faults.recipient_reply(address)
        if refusal:
            return refusal
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 Recipient accepted"

    async def handle_DATA(  # noqa: N802 - aiosmtpd names it so
        self,
        server: SMTP,
        session: Session,  # noqa: ARG002
        envelope: Envelope,
    ) -> str:
        """Deliver a mail; with a fault, cut the line before the reply."""
        content = envelope.original_content or b""
        drop = self._faults.take_drop()
        if drop != "lost":
            await self._deliver(list(envelope.rcpt_tos), content)
        if drop:
            transport: Any = server.transport
            transport.abort()
            await asyncio.Event().wait()  # ends when the lost connection cancels us
        return "250 2.0.0 Delivered"


async def serve_smtp(handler: SmtpHandler) -> asyncio.Server:
    """Listen on a free port of the loopback interface."""
    loop = asyncio.get_running_loop()

    def connected() -> SMTP:
        return SMTP(
            handler,
            loop=loop,
            hostname="mx.sandbox.example",
            ident="sandbox",
            data_size_limit=_SIZE_MAX,
            enable_SMTPUTF8=True,
        )

    return await loop.create_server(connected, host="127.0.0.1", port=0)
