"""The app runs: over sockets it opens itself, or behind a small signed HTTP server."""

from __future__ import annotations

import json
import logging
import threading
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Protocol

from slack_bolt import App, BoltRequest
from slack_bolt.adapter.socket_mode.internals import run_bolt_app, send_response
from slack_sdk.errors import SlackClientError, SlackClientNotConnectedError
from slack_sdk.socket_mode import SocketModeClient
from slack_sdk.socket_mode.client import BaseSocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest

from collector_bot.slack.app import LISTENERS, SlackSettings

LOOPBACK = "127.0.0.1"
PATH = "/slack/events"
BODY_MAX = 1_000_000  # bytes; Slack sends far less
WATCH_SECONDS = 60.0
FAILURES_MAX = 3  # looks in a row before the app calls itself unhealthy
_IDLE_SECONDS = 10.0

log = logging.getLogger("collector_bot.slack")
Unhealthy = Callable[[str], None]


class Running(Protocol):
    """An app that runs until it is stopped."""

    def start(self) -> None:
        """Begin to receive what Slack delivers."""
        ...

    def stop(self) -> None:
        """Let go of everything; what is being done is finished first."""
        ...

    def problem(self) -> str:
        """Return what is wrong now, "" when nothing is."""
        ...


def running(app: App, settings: SlackSettings, *, on_unhealthy: Unhealthy) -> Running:
    """Return what runs the app in the mode of the settings.

    Args:
        on_unhealthy: called from another thread with what is wrong, each time three
            looks in a row have found it so.
    """
    if settings.mode == "http":
        return OverHttp(app, port=settings.http_port)
    return OverSocket(app, settings.app_token, on_unhealthy=on_unhealthy)


class OverSocket:
    """Socket Mode: one connection the app opens, watched from outside.

    A connection can look open and deliver nothing, and a second app on the same token
    takes half of what is delivered: both are looked for.
    """

    def __init__(
        self,
        app: App,
        app_token: str,
        *,
        on_unhealthy: Unhealthy,
        watch_seconds: float = WATCH_SECONDS,
    ) -> None:
        self._app = app
        self._client = _Client(
            app_token,
            web_client=app.client,
            logger=app.logger,
            concurrency=LISTENERS,
            on_message_listeners=[self._hear],
        )
        self._client.socket_mode_request_listeners.append(self._answer)
        self._on_unhealthy = on_unhealthy
        self._seconds = watch_seconds
        self._stopping = threading.Event()
        self._watch = threading.Thread(
            target=self._look_forever, name="slack-watch", daemon=True
        )
        self._problem = ""
        self.connections = 0

    def start(self) -> None:
        """Connect and begin to watch.

        Raises:
            SlackClientError: Slack refuses the app token, or cannot be reached.
        """
        self._client.connect()
        self._watch.start()

    def stop(self) -> None:
        """Close the connection and end every thread; twice is harmless."""
        if self._stopping.is_set():
            return
        self._stopping.set()
        with self._client.connect_operation_lock:  # one being made is finished first
            self._client.closed = True
            self._client.auto_reconnect_enabled = False
        self._client.close()
        if self._watch.is_alive():
            self._watch.join(timeout=self._seconds + 5)
        self._app.listener_runner.listener_executor.shutdown(wait=True)

    def problem(self) -> str:
        """Return what the last looks found wrong, "" when nothing is."""
        return self._problem

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

    def _look_forever(self) -> None:
        failures = 0
        while not self._stopping.wait(self._seconds):
            self._problem = self._look()
            failures = failures + 1 if self._problem else 0
            if self._problem:
                log.warning("slack.unwell %s", self._problem)
            if failures >= FAILURES_MAX:
                failures = 0
                self._on_unhealthy(self._problem)

    def _look(self) -> str:
        if not self._client.is_connected():
            return "the socket is closed"
        try:
            self._app.client.auth_test()
        except (SlackClientError, OSError) as problem:
            return f"auth.test failed: {type(problem).__name__}"
        return ""


class _Client(SocketModeClient):
    """Slack's own client, which does not connect again once it is closing.

    Without this, a connection Slack closes in the same moment is opened anew and left
    behind (measured with slack-sdk 3.47).
    """

    def issue_new_wss_url(self) -> str:
        if self.closed:
            msg = "the app is stopping"
            raise SlackClientNotConnectedError(msg)
        return super().issue_new_wss_url()


class OverHttp:
    """HTTP mode: a server on loopback; Bolt checks the signature of every request."""

    def __init__(self, app: App, *, port: int) -> None:
        self._app = app
        self._server = _Server((LOOPBACK, port), _handler_for(app))
        self._thread = threading.Thread(
            target=self._server.serve_forever, name="slack-http", daemon=True
        )

    @property
    def port(self) -> int:
        """The port it listens on, also when any free one was asked for."""
        return int(self._server.server_address[1])

    def start(self) -> None:
        """Begin to serve."""
        self._thread.start()

    def stop(self) -> None:
        """Stop serving and close the port."""
        if self._thread.is_alive():
            self._server.shutdown()
            self._thread.join(timeout=_IDLE_SECONDS)
        self._server.server_close()
        self._app.listener_runner.listener_executor.shutdown(wait=True)

    def problem(self) -> str:
        """Return what is wrong, "" when nothing is."""
        return "" if self._thread.is_alive() else "the HTTP server is not running"


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
