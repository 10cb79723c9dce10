"""The sandbox from first to last: servers, configuration, books, product, clean end."""

from __future__ import annotations

import fcntl
import json
import socket
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from aiohttp import web

from collector_bot.sandbox.background import SandboxServer
from collector_bot.sandbox.clock import MovableClock
from collector_bot.sandbox.company import Company, sample_company
from collector_bot.sandbox.mailboxes import Mailboxes
from collector_bot.sandbox.page import mount_page
from collector_bot.sandbox.product import Product
from collector_bot.sandbox.settings import SECRETS, Addresses, write_config
from collector_bot.sandbox.slack_server import SandboxSlack
from collector_bot.sandbox.stage import Stage, writers_of

Tell = Callable[[str], None]
_BODY_MAX = 40 * 1024 * 1024
_MORNING = 9


class HomeTakenError(Exception):
    """Another sandbox works in the same folder."""


class PortTakenError(Exception):
    """The port asked for is in use."""


class World:
    """One sandbox in one folder; a context manager that leaves nothing running.

    Args:
        home: folder for the configuration, database and files; made if absent. A
            folder that was used before goes on from there, mailboxes aside.
        port: of the page and of Slack's Web API; 0 for a free one.
        language: of the page and the cards: "fr" or "en".
        command: how the product is started; another one in tests.
    """

    def __init__(
        self,
        home: Path,
        *,
        port: int = 0,
        language: str = "fr",
        command: Sequence[str] = (),
    ) -> None:
        self.home = home
        self._port = port
        self._language = language
        self._command = tuple(command)
        self._exits = ExitStack()
        self._server: SandboxServer | None = None
        self._stage: Stage | None = None

    @property
    def stage(self) -> Stage:
        """What the sandbox holds, once opened."""
        if self._stage is None:
            raise ValueError("The sandbox is not open.")
        return self._stage

    @property
    def server(self) -> SandboxServer:
        """The thread that serves the page and Slack, once opened."""
        if self._server is None:
            raise ValueError("The sandbox is not open.")
        return self._server

    @property
    def url(self) -> str:
        """Address of the page."""
        return self.server.base_url

    def open(self) -> Stage:
        """Start every server of the sandbox and write the configuration.

        Raises:
            HomeTakenError: another sandbox works in the folder.
            PortTakenError: the port is in use.
        """
        try:
            return self._open()
        except BaseException:
            self.close()
            raise

    def begin(self, tell: Tell = lambda _: None) -> None:
        """Prepare the product's database, import the books, start `serve`.

        Args:
            tell: called with one word for each stop: "upgrade", "customers",
                "entries", "serve".

        Raises:
            ProductError: the product refused something or did not start.
        """
        product = self.stage.product
        if product is None:
            raise ValueError("The sandbox is not open.")
        customers, entries = self.stage.company.write(self.home / "books")
        tell("upgrade")
        product.run("upgrade")
        tell("customers")
        product.run("import", "customers", str(customers))
        tell("entries")
        product.run("import", "entries", str(entries))
        tell("serve")
        product.start()

    def close(self) -> None:
        """Stop the product and every server; a second call does nothing."""
        self._exits.close()
        self._stage = None
        self._server = None

    def __enter__(self) -> Self:
        self.open()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _open(self) -> Stage:
        self.home.mkdir(parents=True, exist_ok=True)
        self._exits.enter_context(_lock(self.home / "sandbox.lock"))
        clock, company = self._opening_day()
        mailboxes = Mailboxes(clock, writers=writers_of(company))
        mailboxes.start()
        self._exits.callback(mailboxes.stop)
        slack = SandboxSlack(now=lambda: clock.now().timestamp())
        stage = Stage(self.home, self._language, clock, company, mailboxes, slack)
        app = web.Application(client_max_size=_BODY_MAX)
        slack.mount(app)
        mount_page(app, stage)
        server = SandboxServer(app, port=self._port)
        try:
            slack.base_url = server.start()
        except OSError as error:
            raise PortTakenError(self._port) from error
        self._exits.callback(server.stop)
        self._server, self._stage = server, stage
        stage.product = self._product(stage)
        self._exits.callback(stage.product.stop)
        return stage

    def _opening_day(self) -> tuple[MovableClock, Company]:
        """Return the clock and the books, of today or of the folder's first day."""
        kept = self.home / "opened.json"
        clock = MovableClock(self.home / "clock-offset")
        if not kept.exists():
            clock.start_at(_MORNING)
            day = clock.today().isoformat()
            kept.write_text(json.dumps(day), encoding="utf-8")
        start = date.fromisoformat(json.loads(kept.read_text(encoding="utf-8")))
        return clock, sample_company(start)

    def _product(self, stage: Stage) -> Product:
        config = self.home / "collector.toml"
        health_port = _free_port()
        write_config(
            config,
            team=stage.mailboxes.team,
            addresses=Addresses(
                smtp_port=stage.mailboxes.smtp_port,
                imap_port=stage.mailboxes.imap_port,
                health_port=health_port,
                slack_url=stage.slack.api_url,
            ),
            language=self._language,
            offset_file=stage.clock.path,
        )
        health_url = f"http://127.0.0.1:{health_port}/healthz"
        if self._command:
            return Product(config, SECRETS, health_url, command=self._command)
        return Product(config, SECRETS, health_url)


def _lock(path: Path) -> IO[str]:
    """Hold a folder for this process until the file is closed."""
    file = path.open("w", encoding="ascii")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        file.close()
        raise HomeTakenError(str(path.parent)) from error
    return file


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
