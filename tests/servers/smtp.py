"""A real SMTP server that refuses, drops and stays silent as it is told."""

from __future__ import annotations

import asyncio
import base64
import ssl
from dataclasses import dataclass
from typing import Any, Self

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword

from tests.servers.certificates import Pair
from tests.servers.ports import free_port

DROP = "drop"
SILENCE = "silence"
TOKEN = "ya29.good-token"
PASSWORD = "clé-secrète 7"


@dataclass(frozen=True)
class Letter:
    """One letter the server took."""

    sender: str
    recipients: tuple[str, ...]
    raw: bytes


class SmtpServer:
    """One server on a free port.

    Attributes:
        letters: what was taken; a letter that was read and then dropped counts.
        greeting, mails, datas: scripted answers to EHLO, MAIL and DATA, next first.
        recipients: scripted answers by address, next first. An answer is a line,
            or DROP, or SILENCE; without one everything is accepted.
        drop_before_go_ahead: close when DATA is asked, before the letter is sent.
        clear_sign_ins: how many AUTH commands came without TLS.
    """

    def __init__(
        self,
        *,
        starttls: Pair | None = None,
        tls: Pair | None = None,
        without: tuple[str, ...] = (),
    ) -> None:
        self.letters: list[Letter] = []
        self.greetings: list[str] = []
        self.mails: list[str] = []
        self.datas: list[str] = []
        self.recipients: dict[str, list[str]] = {}
        self.drop_before_go_ahead = False
        self.clear_sign_ins = 0
        self.host = "127.0.0.1"
        self.port = free_port()
        self._controller = _Controller(
            _Script(self),
            hostname=self.host,
            port=self.port,
            ssl_context=_context(tls) if tls else None,
            tls_context=_context(starttls) if starttls else None,
            require_starttls=False,
            authenticator=self._authenticate,
            auth_require_tls=False,
            auth_exclude_mechanism=without,
            data_size_limit=50_000_000,
        )

    def __enter__(self) -> Self:
        self._controller.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._controller.stop()

    def _authenticate(self, server: Any, session: Any, *rest: Any) -> AuthResult:
        _, _, shown = rest
        if session.ssl is None:
            self.clear_sign_ins += 1
        good = isinstance(shown, LoginPassword) and shown == LoginPassword(
            b"bot@us.test", PASSWORD.encode()
        )
        return AuthResult(success=good, handled=False)


class _Controller(Controller):
    def factory(self) -> SMTP:
        return _Smtp(self.handler, **self.SMTP_kwargs)


class _Smtp(SMTP):
    async def smtp_DATA(self, arg: str) -> None:  # noqa: N802 - aiosmtpd's name
        if self.event_handler.script.drop_before_go_ahead:
            self.transport.abort()
            return
        await super().smtp_DATA(arg)


class _Script:
    def __init__(self, script: SmtpServer) -> None:
        self.script = script

    async def handle_EHLO(self, server, session, envelope, hostname, responses):  # noqa: N802
        session.host_name = hostname
        if self.script.greetings:
            return [await self._play(server, self.script.greetings)]
        return responses

    async def handle_MAIL(self, server, session, envelope, address, options):  # noqa: N802
        if self.script.mails:
            return await self._play(server, self.script.mails)
        envelope.mail_from = address
        return "250 2.1.0 Sender OK"

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802
        if self.script.recipients.get(address):
            return await self._play(server, self.script.recipients[address])
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 Recipient OK"

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        answer = "250 2.0.0 Taken"
        if self.script.datas and not self.script.datas[0][0].isdigit():
            self._take(envelope)
            return await self._play(server, self.script.datas)
        if self.script.datas:
            answer = self.script.datas.pop(0)
        if answer.startswith("250"):
            self._take(envelope)
        return answer

    async def auth_XOAUTH2(self, server, args) -> AuthResult:  # noqa: N802
        shown = base64.b64decode(args[1]).decode()
        if shown == f"user=bot@us.test\x01auth=Bearer {TOKEN}\x01\x01":
            return AuthResult(success=True, auth_data=None)
        await server.challenge_auth(b'{"status":"401","scope":"mail"}')
        return AuthResult(success=False, handled=False)

    def _take(self, envelope) -> None:
        letter = Letter(
            envelope.mail_from, tuple(envelope.rcpt_tos), envelope.original_content
        )
        self.script.letters.append(letter)

    async def _play(self, server, answers: list[str]) -> str:
        """Give the next scripted answer, or none."""
        answer = answers.pop(0)
        if answer == DROP:
            server.transport.abort()
        if answer == SILENCE:
            await self._gone(server)
        return answer if answer[0].isdigit() else "421 4.3.0 Gone"

    async def _gone(self, server) -> None:
        """Wait until the client gives up."""
        while not server.transport.is_closing():  # noqa: ASYNC110 - no event tells
            await asyncio.sleep(0.02)


def _context(pair: Pair) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pair.certificate, pair.key)
    return context
