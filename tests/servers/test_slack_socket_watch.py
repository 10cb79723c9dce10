"""The door to Slack is watched: a second app, a dead token, a line that breaks."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from dataclasses import dataclass, field

import pytest
from aiohttp import web

from collector_bot.sandbox.background import SandboxServer
from collector_bot.sandbox.slack_people import CHANNEL
from collector_bot.sandbox.slack_server import SandboxSlack
from collector_bot.slack.app import SlackSettings, build_app
from collector_bot.slack.door import Watch
from collector_bot.slack.run import OverHttp, OverSocket
from tests.ledger import new_books
from tests.servers.ports import free_port, wait_until
from tests.servers.silence import silent_port
from tests.servers.slack_house import NOW, slack_house

URL = "http://127.0.0.1:{port}/api/"


@dataclass
class Heard:
    """What the door told, in order, and the waits it asked for."""

    told: list[str] = field(default_factory=list)
    waits: list[int] = field(default_factory=list)

    def watch(self, *, seconds: float = 60.0) -> Watch:
        def delay(attempt: int) -> float:
            self.waits.append(attempt)
            return 0.02

        return Watch(
            lambda: self.told.append("in"),
            lambda problem: self.told.append(str(problem)),
            delay,
            seconds,
        )


@contextmanager
def workspace():
    """A Slack of our own, and the thread it is served from."""
    slack = SandboxSlack(now=lambda: NOW)
    site = web.Application()
    slack.mount(site)
    with SandboxServer(site) as server:
        slack.base_url = server.base_url
        yield slack, server


@contextmanager
def app_at(folder, url, watch, *, mode="socket", bot="xoxb-sandbox", level="xapp-1"):
    """The product's app, told that Slack is at an address; it has one second a call."""
    books = new_books(folder)
    settings = SlackSettings(
        mode, bot, CHANNEL, app_token=level, signing_secret="s", api_url=url
    )
    app = build_app(books.desk, settings)
    app.client.timeout = 1
    if mode == "http":
        runner = OverHttp(app, port=0, watch=watch)
    else:
        runner = OverSocket(app, level, watch=watch)
    runner.start()
    try:
        yield runner
    finally:
        runner.stop()
        books.database.close()


def test_the_number_of_connections_is_what_slack_says(tmp_path):
    with slack_house(tmp_path) as house:
        wait_until(lambda: house.runner.connections == 1, lambda: "no hello")
        house.server.call(house.slack.disconnect())
        house.until(lambda: house.slack.connections == 1)
        house.runner.stop()
        house.until(lambda: house.slack.connections == 0)
    names = [thread.name for thread in threading.enumerate()]
    assert not [one for one in names if one.startswith("slack-")]


@pytest.mark.parametrize("mode", ["socket", "http"])
def test_a_refused_token_is_a_refusal_that_says_what_to_mend(tmp_path, mode):
    heard = Heard()
    with workspace() as (slack, _):
        with app_at(
            tmp_path, slack.api_url, heard.watch(), mode=mode, bot="xoxb-revoked"
        ) as runner:
            assert runner.door.answered(10)
            refusal = runner.door.refusal
        assert refusal.code == "slack.refused"
        assert str(refusal) == (
            "Slack refuses the bot token (invalid_auth): put the token of the installed "
            "app, xoxb-…, into slack.bot_token."
        )
        assert refusal.written("fr") == (
            "Slack refuse le jeton du bot (invalid_auth)\u00a0: mettez dans slack.bot_token "
            "celui de l’application installée, xoxb-…"
        )


def test_a_refused_app_token_names_the_other_key(tmp_path):
    heard = Heard()
    with (
        workspace() as (slack, _),
        app_at(
            tmp_path,
            slack.api_url,
            heard.watch(),
            bot=slack.bot_token,
            level="xapp-no",
        ) as runner,
    ):
        assert runner.door.answered(10)
        assert str(runner.door.refusal) == (
            "Slack refuses the app-level token (invalid_auth): put one with "
            "connections:write, xapp-…, into slack.app_token."
        )


def status(code: int, body: str = "no", headers=None):
    async def answer(_: web.Request) -> web.Response:
        return web.Response(status=code, text=body, headers=headers)

    site = web.Application()
    site.router.add_route("*", "/api/{method}", answer)
    return SandboxServer(site)


def test_a_missing_scope_is_named(tmp_path):
    heard = Heard()
    answer = '{"ok": true, "team": "T", "user": "u"}'
    with status(200, answer, {"X-OAuth-Scopes": "commands,users:read"}) as server:
        url = f"{server.base_url}/api/"
        with app_at(tmp_path, url, heard.watch(), mode="http") as runner:
            assert runner.door.answered(10)
            assert str(runner.door.refusal) == (
                "The Slack app lacks chat:write: update it from “collector-bot manifest” "
                "and install it to the workspace again."
            )


def told_unreachable(folder, url):
    heard = Heard()
    with app_at(folder, url, heard.watch(), bot="xoxb-1") as runner:
        wait_until(lambda: len(heard.waits) >= 3, lambda: f"{heard}", seconds=30)
        assert runner.door.refusal is None
        assert not runner.door.is_in
    assert heard.waits[:3] == [1, 2, 3]
    return heard.told[0]


def test_a_refused_connection_is_unreachable_and_tried_again(tmp_path):
    assert told_unreachable(tmp_path, URL.format(port=free_port())) == (
        "Slack is unreachable (the connection is refused); it is tried again by itself."
    )


def test_an_unknown_name_is_unreachable(tmp_path):
    told = told_unreachable(tmp_path, "http://slack.invalid/api/")
    assert told.startswith("Slack is unreachable (")


@pytest.mark.parametrize("code", [500, 502, 503])
def test_a_server_error_is_unreachable(tmp_path, code):
    with status(code, "<html>down</html>") as server:
        assert told_unreachable(tmp_path, f"{server.base_url}/api/") == (
            f"Slack is unreachable (HTTP {code}); it is tried again by itself."
        )


def test_a_server_that_never_answers_is_unreachable(tmp_path):
    with silent_port() as port:
        assert told_unreachable(tmp_path, URL.format(port=port)) == (
            "Slack is unreachable (no answer came in time); it is tried again by itself."
        )


def test_slack_that_comes_up_later_is_entered(tmp_path):
    heard = Heard()
    port = free_port()
    url = URL.format(port=port)
    slack = SandboxSlack(now=lambda: NOW)
    site = web.Application()
    slack.mount(site)
    with app_at(
        tmp_path, url, heard.watch(), bot=slack.bot_token, level=slack.app_token
    ) as runner:
        wait_until(lambda: len(heard.told) >= 2, lambda: f"{heard}")
        with SandboxServer(site, port=port) as server:
            slack.base_url = server.base_url
            wait_until(lambda: runner.door.is_in, lambda: f"{heard}")
            server.call(slack.until(lambda: slack.connections == 1))
            assert heard.told[-1] == "in"
            runner.stop()


def test_a_line_that_breaks_is_connected_again(tmp_path):
    heard = Heard()
    with (
        workspace() as (slack, server),
        app_at(
            tmp_path,
            slack.api_url,
            heard.watch(),
            bot=slack.bot_token,
            level=slack.app_token,
        ) as runner,
    ):
        wait_until(lambda: heard.told == ["in"], lambda: f"{heard}")
        runner._client.disconnect()
        wait_until(lambda: heard.told == ["in", "in"], lambda: f"{heard}")
        server.call(slack.until(lambda: slack.connections == 1))


def test_a_token_revoked_while_it_serves_is_trouble_and_no_end(tmp_path):
    heard = Heard()
    with (
        workspace() as (slack, _),
        app_at(
            tmp_path,
            slack.api_url,
            heard.watch(seconds=0.02),
            bot=slack.bot_token,
            level=slack.app_token,
        ) as runner,
    ):
        wait_until(lambda: "in" in heard.told, lambda: f"{heard}")
        runner._asking.token = "xoxb-revoked"
        wait_until(lambda: len(heard.told[-1]) > 2, lambda: f"{heard}")
        assert "invalid_auth" in heard.told[-1]
        assert runner.door.refusal is None
