"""A machine that answers the chat protocol as a test tells it to, on loopback."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any

MEGABYTE = b" " * 1_000_000


def choice(content: Any, **extra: Any) -> bytes:
    """Return an answer of the protocol whose first choice says `content`."""
    return json.dumps(
        {"choices": [{"message": {"content": content, **extra}}]}
    ).encode()


@dataclass
class Chat:
    """What it answers and what it was asked.

    Attributes:
        status: of every answer.
        body: of every answer, `megabytes` of blanks before it.
        headers: sent beside.
        trickles: say the body one byte at a time, and never its end.
    """

    status: int = 200
    body: bytes = choice('{"findings": []}')
    headers: dict[str, str] = field(default_factory=dict)
    megabytes: int = 0
    trickles: bool = False
    port: int = 0
    asked: list[dict[str, Any]] = field(default_factory=list)
    seen: list[tuple[str, str, str]] = field(default_factory=list)
    over: Event = field(default_factory=Event)

    @property
    def url(self) -> str:
        """Where it is asked."""
        return f"http://127.0.0.1:{self.port}/v1"

    def says(self, *findings: dict[str, Any], **told: Any) -> None:
        """Answer with these findings from now on."""
        self.body = choice(json.dumps({"findings": findings, **told}))


@contextmanager
def chat_server() -> Iterator[Chat]:
    """Listen on a free port of this machine until the block ends."""
    chat = Chat()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(chat))
    server.daemon_threads = True
    chat.port = server.server_address[1]
    thread = Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield chat
    finally:
        chat.over.set()
        server.shutdown()
        thread.join()
        server.server_close()


def _handler(chat: Chat) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            told = self.rfile.read(int(self.headers["Content-Length"]))
            chat.asked.append(json.loads(told))
            sign = self.headers.get("Authorization", "")
            chat.seen.append((self.command, self.path, sign))
            with suppress(OSError):
                self._answer()

        def do_GET(self) -> None:
            chat.seen.append((self.command, self.path, ""))
            self.send_response(200)
            self.end_headers()

        def _answer(self) -> None:
            self.send_response(chat.status)
            for name, told in chat.headers.items():
                self.send_header(name, told)
            self.end_headers()
            for _ in range(chat.megabytes):
                self.wfile.write(MEGABYTE)
            if not chat.trickles:
                self.wfile.write(chat.body)
            while chat.trickles and not chat.over.wait(0.05):
                self.wfile.write(b" ")

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    return Handler
