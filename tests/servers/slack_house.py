"""The product's Slack app in the sandbox's Slack, over the real protocols."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from aiohttp import web
from slack_sdk import WebClient

from collector_bot.sandbox.background import SandboxServer
from collector_bot.sandbox.slack_people import CHANNEL
from collector_bot.sandbox.slack_server import Message, SandboxSlack, render_text
from collector_bot.sandbox.slack_views import View
from collector_bot.slack.app import SlackSettings, build_app, web_client
from collector_bot.slack.door import Watch
from collector_bot.slack.run import OverHttp, OverSocket
from collector_bot.slack.sender import deliver_cards
from tests.ledger import Books, new_books

NOW = 1_796_022_000.0
WATCH = Watch(lambda: None, lambda _: None, delay=lambda _: 0.05)


@dataclass(frozen=True, slots=True)
class House:
    """A ledger, its app and the people who use it; acts wait for what they cause."""

    books: Books
    slack: SandboxSlack
    server: SandboxServer
    client: WebClient
    runner: OverSocket | OverHttp

    def until(self, condition: Callable[[], object]) -> None:
        """Wait until people see it."""
        self.server.call(self.slack.until(condition))

    def type(self, user: str, command: str, text: str = "") -> Message:
        """Type a command and return the answer only this person sees."""
        before = len(self.slack.ephemerals(user))
        outcome = self.server.call(self.slack.command(user, command, text))
        assert not outcome.timed_out
        self.until(lambda: len(self.slack.ephemerals(user)) > before)
        return self.slack.ephemerals(user)[-1]

    def says(self, user: str, command: str, text: str = "") -> str:
        """Type a command and return what the person reads."""
        return render_text(self.type(user, command, text))

    def press(self, user: str, ts: str, action_id: str, **chosen: Any) -> str:
        """Press a button and return what only this person reads."""
        before = len(self.slack.ephemerals(user))
        outcome = self.server.call(self.slack.press(user, ts, action_id, **chosen))
        assert not outcome.timed_out
        self.until(lambda: len(self.slack.ephemerals(user)) > before)
        return render_text(self.slack.ephemerals(user)[-1])

    def opens(self, user: str, ts: str, action_id: str, **chosen: Any) -> View:
        """Press a button and return the modal it opens."""
        outcome = self.server.call(self.slack.press(user, ts, action_id, **chosen))
        assert not outcome.timed_out
        self.until(lambda: self.slack.open_views(user))
        return self.slack.open_views(user)[-1]

    def complaints(self, user: str, view: View, **values: Any) -> Mapping[str, str]:
        """Fill in a modal, hand it in, and return what stands under its fields."""
        done = self.server.call(self.slack.submit_view(user, view.id, values))
        assert not done.timed_out
        return done.errors or {}

    def hand_in(self, user: str, view: View, **values: Any) -> str:
        """Fill in a modal, hand it in, and return what only this person reads."""
        before = len(self.slack.ephemerals(user))
        assert self.complaints(user, view, **values) == {}
        self.until(lambda: len(self.slack.ephemerals(user)) > before)
        return render_text(self.slack.ephemerals(user)[-1])

    def deliver(self) -> int:
        """Send the cards that are due."""
        return deliver_cards(self.books.desk, self.client, CHANNEL)

    def cards(self) -> list[Message]:
        """The messages of the team's channel."""
        return self.slack.messages()

    def card(self, words: str) -> Message:
        """The latest card in which these words stand."""
        found = [one for one in self.cards() if words in render_text(one)]
        assert found, f"no card says {words}"
        return found[-1]


@contextmanager
def slack_house(
    folder: Path,
    *,
    mode: str = "socket",
    now: Callable[[], float] = lambda: NOW,
    **desk: Any,
) -> Iterator[House]:
    """Open a workspace, a ledger and the app between them."""
    books = new_books(folder, **desk)
    slack = SandboxSlack(now=now)
    site = web.Application()
    slack.mount(site)
    with SandboxServer(site) as server:
        slack.base_url = server.base_url
        settings = SlackSettings(
            mode="http" if mode == "http" else "socket",
            bot_token=slack.bot_token,
            app_token=slack.app_token,
            signing_secret=slack.signing_secret,
            channel=CHANNEL,
            http_port=0,
            api_url=slack.api_url,
        )
        client = web_client(settings)
        app = build_app(books.desk, settings, client=client)
        runner: OverSocket | OverHttp = (
            OverHttp(app, port=0, watch=WATCH)
            if mode == "http"
            else OverSocket(app, slack.app_token, watch=WATCH)
        )
        runner.start()
        if mode == "socket":
            server.call(slack.until(lambda: slack.connections == 1))
        try:
            yield House(books, slack, server, client, runner)
        finally:
            runner.stop()
    books.database.close()
