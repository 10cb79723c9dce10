"""Socket Mode: the connections of the app, the envelopes sent and their answers."""

import asyncio
import contextlib
import json
import time
from dataclasses import dataclass, field
from typing import Any

from aiohttp import WSMsgType, web

from collector_bot.sandbox.slack_delivery import (
    ACK_SECONDS,
    EnvelopeType,
    Outcome,
    Retry,
)
from collector_bot.sandbox.slack_faults import EnvelopeFault, Faults
from collector_bot.sandbox.slack_people import APP_ID
from collector_bot.sandbox.slack_workspace import Workspace

PING_SECONDS = 1.0
CLOSE_SECONDS = 1.0
CONNECTIONS = 10


@dataclass(slots=True)
class SocketDelivery:
    """Envelopes over the app's open sockets, each to any one of them in turn."""

    workspace: Workspace
    faults: Faults
    ack_seconds: float = ACK_SECONDS
    ping_seconds: float = PING_SECONDS
    _tickets: set[str] = field(default_factory=set)
    _sockets: list[web.WebSocketResponse] = field(default_factory=list)
    _leaving: list[web.WebSocketResponse] = field(default_factory=list)
    _waiting: dict[str, asyncio.Future[dict[str, Any] | None]] = field(
        default_factory=dict
    )

    @property
    def connections(self) -> int:
        """How many sockets the app holds open."""
        return len(self._sockets)

    def issue_ticket(self) -> str:
        """A path with a ticket good for one connection."""
        ticket = f"ticket-{self.workspace.number('ticket')}"
        self._tickets.add(ticket)
        return f"/link?ticket={ticket}&app_id={APP_ID}"

    async def accept(self, request: web.Request) -> web.StreamResponse:
        """Serve one connection for as long as it lasts."""
        ticket = request.query.get("ticket", "")
        if ticket not in self._tickets or self.connections >= CONNECTIONS:
            return web.Response(status=404, text="link_unusable")
        self._tickets.discard(ticket)
        socket = web.WebSocketResponse(timeout=CLOSE_SECONDS)
        await socket.prepare(request)
        await socket.send_json(
            {
                "type": "hello",
                "num_connections": self.connections + 1,
                "connection_info": {"app_id": APP_ID},
                "debug_info": {"host": "sandbox", "approximate_connection_time": 3600},
            }
        )
        self._sockets.append(socket)
        self.workspace.changed()
        pings = asyncio.create_task(self._ping_forever(socket))
        try:
            await self._close_leaving()
            async for frame in socket:
                if frame.type == WSMsgType.TEXT:
                    self._take_answer(frame.data)
        finally:
            pings.cancel()
            self._forget(socket)
        return socket

    async def _ping_forever(self, socket: web.WebSocketResponse) -> None:
        with contextlib.suppress(ConnectionError):
            while not socket.closed:
                await socket.ping()
                await asyncio.sleep(self.ping_seconds)

    async def _close_leaving(self) -> None:
        for socket in tuple(self._leaving):
            await socket.close()

    def _forget(self, socket: web.WebSocketResponse) -> None:
        for shelf in (self._sockets, self._leaving):
            if socket in shelf:
                shelf.remove(socket)
        self.workspace.changed()

    async def send(
        self,
        kind: EnvelopeType,
        payload: dict[str, Any],
        *,
        retry: Retry | None = None,
    ) -> Outcome:
        """Send one envelope and wait for its acknowledgement."""
        started = time.monotonic()
        fault = self.faults.take_envelope()
        if fault is EnvelopeFault.LOST:
            return Outcome(timed_out=True, latency=self.ack_seconds)
        if not self._sockets:
            return Outcome(timed_out=True)
        answers = [await self._put(kind, payload, retry)]
        if fault is EnvelopeFault.TWICE:
            answers.append(await self._put(kind, payload, retry))
        answered = await self._first_answer(answers)
        latency = time.monotonic() - started
        if not answered:
            return Outcome(timed_out=True, latency=latency)
        return Outcome(payload=answered[0], latency=latency)

    async def disconnect(self, reason: str = "refresh_requested") -> None:
        """Ask the app to connect again, as Slack does every hour or so.

        The sockets open now get no envelope any more; they are closed as soon as
        the app has another one.
        """
        frame = {"type": "disconnect", "reason": reason, "debug_info": {}}
        leaving, self._sockets = self._sockets, []
        self._leaving += leaving
        self.workspace.changed()
        for socket in leaving:
            await socket.send_json(frame)

    async def ping(self) -> None:
        """Send a ping on every socket at once, besides those sent by themselves."""
        for socket in (*self._sockets, *self._leaving):
            with contextlib.suppress(ConnectionError):
                await socket.ping()

    async def cut(self) -> None:
        """Close every socket without a word."""
        for socket in (*self._sockets, *self._leaving):
            await socket.close()

    async def _put(
        self, kind: EnvelopeType, payload: dict[str, Any], retry: Retry | None
    ) -> asyncio.Future[dict[str, Any] | None]:
        envelope_id = f"envelope-{self.workspace.number('envelope')}"
        socket = self._sockets.pop(0)
        self._sockets.append(socket)
        envelope: dict[str, Any] = {
            "envelope_id": envelope_id,
            "type": kind,
            "accepts_response_payload": kind is not EnvelopeType.EVENT,
            "payload": payload,
        }
        if kind is EnvelopeType.EVENT:
            envelope["retry_attempt"] = retry.number if retry else 0
            envelope["retry_reason"] = retry.reason if retry else ""
        answer: asyncio.Future[dict[str, Any] | None] = (
            asyncio.get_running_loop().create_future()
        )
        self._waiting[envelope_id] = answer
        answer.add_done_callback(lambda _: self._waiting.pop(envelope_id, None))
        with contextlib.suppress(ConnectionError):
            await socket.send_json(envelope)
        return answer

    async def _first_answer(
        self, answers: list[asyncio.Future[dict[str, Any] | None]]
    ) -> list[dict[str, Any] | None]:
        await asyncio.wait(
            answers, timeout=self.ack_seconds, return_when=asyncio.FIRST_COMPLETED
        )
        done = [answer.result() for answer in answers if answer.done()]
        if not done:
            for answer in answers:
                answer.cancel()
        return done

    def _take_answer(self, text: str) -> None:
        try:
            answer = json.loads(text)
        except ValueError:
            return
        if not isinstance(answer, dict):
            return
        waiting = self._waiting.get(str(answer.get("envelope_id")))
        if waiting is None or waiting.done():
            return
        payload = answer.get("payload")
        waiting.set_result(payload if isinstance(payload, dict) else None)
