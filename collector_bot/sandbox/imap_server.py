"""The team's mailbox as a real IMAP server in memory, on this machine only."""

from __future__ import annotations

import asyncio
from argparse import Namespace
from datetime import datetime
from typing import Any

from proxyprotocol.reader import ProxyProtocolReader
from pymap.backend.dict import Config, Login
from pymap.imap import IMAPServer
from pymap.parsing.message import AppendMessage
from pymap.user import Passwords, UserMetadata
from pysasl.hashing import BuiltinHash

_FOLDER = "INBOX"
_HASH_ROUNDS = 1_000  # a rehearsal's password; the default costs 0.3 s a login


class WholeResponses:
    """A stream writer that sends each response in one piece.

    A client that reads without waiting, as one in IDLE does, takes half a line for a
    broken one; the server alone writes its responses word by word.
    """

    def __init__(self, writer: asyncio.StreamWriter) -> None:
        self._writer = writer
        self._held = bytearray()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._writer, name)

    def write(self, piece: bytes) -> None:
        """Keep a piece until the response is complete."""
        self._held += piece

    async def drain(self) -> None:
        """Send what is kept, at once."""
        self._send()
        await self._writer.drain()

    def close(self) -> None:
        """Send what is kept, then close."""
        self._send()
        self._writer.close()

    def _send(self) -> None:
        if self._held:
            self._writer.write(bytes(self._held))
            self._held.clear()


class TeamImap:
    """One IMAP account with IDLE, MOVE and UIDPLUS, whose mail is lost at the end.

    Every method runs in the event loop that starts it.
    """

    def __init__(self, *, user: str, password: str) -> None:
        self._user = user
        self._password = password
        self._server: asyncio.Server | None = None
        self._login: Login | None = None
        self.port = 0

    async def start(self) -> None:
        """Listen on a free port of the loopback interface; sets `port`."""
        config = Config(
            Namespace(passlib_cfg=None, proxy_protocol=None),
            host="127.0.0.1",
            port=0,
            tls_enabled=False,
            hash_context=BuiltinHash(rounds=_HASH_ROUNDS),
            demo_data=False,
            demo_user=self._user,
            demo_password=self._password,
        )
        config.apply_context()
        self._login = Login(config)
        hashed = await Passwords(config).hash_password(self._password)
        await self._login.demo_user_identity.set(
            UserMetadata(config, self._user, password=hashed)
        )
        proxied = ProxyProtocolReader(config.proxy_protocol)
        talk: Any = proxied.get_callback(IMAPServer(self._login, config))
        self._server = await asyncio.start_server(
            lambda reader, writer: talk(reader, WholeResponses(writer)),
            host="127.0.0.1",
            port=0,
        )
        self.port = self._server.sockets[0].getsockname()[1]

    async def append(self, raw: bytes, *, at: datetime) -> None:
        """Put one mail into INBOX; clients in IDLE are told at once.

        Args:
            raw: the bytes, kept as they are.
            at: becomes INTERNALDATE.
        """
        if self._login is None:
            raise ValueError("The mailbox is not started.")
        async with self._login.demo_user_identity.new_session() as session:
            await session.append_messages(_FOLDER, [AppendMessage(raw, at)])

    async def stop(self) -> None:
        """Stop listening; open connections end with their tasks."""
        if self._server is not None:
            self._server.close()
            self._server = None
