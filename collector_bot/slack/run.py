"""The app runs: over sockets it opens itself, or behind a small signed HTTP server."""

from __future__ import annotations

import json
import logging
import threading
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Protocol

from slack_bolt import App, BoltRequest
from slack_bolt.adapter.socket_mode.internals import run_bolt_app, send_response
from slack_sdk.socket_mode import SocketModeClient
from slack_sdk.socket_mode.client import BaseSocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest

from collector_bot.core.outside import port_refusal
from collector_bot.slack.app import LISTENERS, SlackSettings
from collector_bot.slack.door import (
    Door,
    Watch,
    asking,
    connection_address,
    knock,
    slack_answers,
    unreachable,
)

LOOPBACK = "127.0.0.1"
PATH = "/slack/events"
BODY_MAX = 1_000_000  # bytes; Slack sends far less
_IDLE_SECONDS = 10.0
_LOCK_SECONDS = 2.0

log = logging.getLogger("collector_bot.slack")


class Running(Protocol):
    """An app that runs until it is stopped."""

    door: Door

    def start(self) -> None:
        """Begin to receive what Slack delivers, as soon as it can be reached."""
        ...

    def stop(self) -> None:
        """Let go of everything; what is being done is finished first."""
        ...


def running(app: App, settings: SlackSettings, watch: Watch) -> Running:
    """Return what runs the app in the mode of the settings.

    Raises:
        PortTakenError: HTTP mode, and another program listens on its port.
    """
    if settings.mode == "http":
        return OverHttp(app, port=settings.http_port, watch=watch)
    return OverSocket(app, settings.app_token, watch=watch)


class OverSocket:
    """Socket Mode: one connection the app opens, watched from outside.

    A connection can look open and deliver nothing, and a second app on the same token
    takes half of what is delivered: both are looked for. Only `door` connects again:
    Slack's own client would, every five seconds for ever.
    """

    def __init__(self, app: App, app_token: str, *, watch: Watch) -> None:
        self._app = app
        self._asking = asking(app.client)
        self._client = _Client(
            app_token,
            web_client=self._asking,
            logger=app.logger,
            concurrency=LISTENERS,
            auto_reconnect_enabled=False,
            on_message_listeners=[self._hear],
        )
        self._client.socket_mode_request_listeners.append(self._answer)
        self.door = Door(self._enter, self._client.is_connected, watch)
        self._stopped = False
        self.connections = 0

    def start(self) -> None:
        """Connect as soon as Slack can be reached, and stay so."""
        self.door.start()

    def stop(self) -> None:
        """Close the connection and end every thread; twice is harmless."""
        if self._stopped:
            return
        self._stopped = True
        self._client.closed = True
        self.door.stop()
        lock = self._client.connect_operation_lock
        if lock.acquire(timeout=_LOCK_SECONDS):  # one being made is finished first
            lock.release()
        self._client.close()
        self._app.listener_runner.listener_executor.shutdown(wait=True)

    def _enter(self) -> None:
        """Ask Slack who we are, and connect unless we are.

        Raises:
            SlackRefusedError: a token is wrong.
            SlackUnreachableError: there is no answer, or the socket does not open.
        """
        knock(self._asking)
        if self._client.is_connected():
            return
        with slack_answers():
            self._client.connect_to_new_endpoint()
        if not self._client.is_connected():
            raise unreachable("WebSocket")

    def _answer(self, client: BaseSocketModeClient, request: SocketModeRequest) -> None:
        answer = run_bolt_app(self._app, request)
        send_response(client, request, answer, 0.0)  # its start is for debug logs only

    def _hear(self, message: str) -> None:
        """Note how many connections Slack counts; more than ours is somebody else's."""
        if '"hello"' not in message[:200]:
            return
        try:
            told = json.loads(message)
        except ValueError:
            return
        if isinstance(told, dict) and told.get("type") == "hello":
            self.connections = int(told.get("num_connections") or 0)
            log.info("slack.hello connections=%s", self.connections)


class _Client(SocketModeClient):
    """Slack's own client, which does not connect again once it is closing.

    Without this, a connection Slack closes in the same moment is opened anew and left
    behind (measured with slack-sdk 3.47). It never sleeps when Slack asks it to: `door`
    does the waiting, and hears when it is to stop.
    """

    def issue_new_wss_url(self) -> str:
        if self.closed:
            raise unreachable("stop")
        return connection_address(self.web_client, self.app_token)


class OverHttp:
    """HTTP mode: a server on loopback; Bolt checks the signature of every request.

    Raises:
        PortTakenError: another program listens on the port.
    """

    def __init__(self, app: App, *, port: int, watch: Watch) -> None:
        self._app = app
        self._asking = asking(app.client)
        try:
            self._server = _Server((LOOPBACK, port), _handler_for(app))
        except OSError as problem:
            address = LOOPBACK, port
            raise port_refusal(problem, address, key="slack.http_port") from None
        self._thread = threading.Thread(
            target=self._server.serve_forever, name="slack-http", daemon=True
        )
        self.door = Door(self._enter, self._thread.is_alive, watch)

    @property
    def port(self) -> int:
        """The port it listens on, also when any free one was asked for."""
        return int(self._server.server_address[1])

    def start(self) -> None:
        """Begin to serve, and ask Slack whether it knows us."""
        self._thread.start()
        self.door.start()

    def stop(self) -> None:
        """Stop serving and close the port."""
        self.door.stop()
        if self._thread.is_alive():
            self._server.shutdown()
            self._thread.join(timeout=_IDLE_SECONDS)
        self._server.server_close()
        self._app.listener_runner.listener_executor.shutdown(wait=True)

    def _enter(self) -> None:
        knock(self._asking)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 32


def _handler_for(app: App) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        timeout = _IDLE_SECONDS
        server_version = "collector"
        sys_version = ""

        def do_POST(self) -> None:
            body = self._body()
            if body is None:
                return
            answer = app.dispatch(
                BoltRequest(
                    body=body,
                    query="",
                    headers={name: [value] for name, value in self.headers.items()},
                )
            )
            payload = (answer.body or "").encode()
            self.send_response(answer.status)
            for name, values in answer.headers.items():
                if name.lower() != "content-length":
                    self.send_header(name, values[0])
            self.send_header("Content-Length", str(len(payload)))
            self.end_headers()
            self.wfile.write(payload)

        def _body(self) -> str | None:
            if self.path.partition("?")[0] != PATH:
                self.send_error(HTTPStatus.NOT_FOUND)
                return None
            length = self.headers.get("Content-Length", "")
            if not length.isdecimal() or int(length) > BODY_MAX:
                self.send_error(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
                return None
            try:
                return self.rfile.read(int(length)).decode()
            except UnicodeDecodeError:
                self.send_error(HTTPStatus.BAD_REQUEST)
                return None

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's word
            """Say nothing: requests carry what people write."""

    return Handler
