"""The socket is watched: a second app, a dead token and a closed socket are noticed."""

from __future__ import annotations

import threading

from aiohttp import web

from collector_bot.sandbox.background import SandboxServer
from collector_bot.sandbox.slack_people import CHANNEL
from collector_bot.sandbox.slack_server import SandboxSlack
from collector_bot.slack.app import SlackSettings, build_app
from collector_bot.slack.run import OverSocket
from tests.ledger import new_books
from tests.servers.slack_house import NOW, slack_house


def wait_for(condition):
    """Look again until it holds; the app's threads tell nobody."""
    looking = threading.Event()
    for _ in range(500):
        if condition():
            return
        looking.wait(0.01)
    raise TimeoutError


def test_the_number_of_connections_is_what_slack_says(tmp_path):
    with slack_house(tmp_path) as house:
        wait_for(lambda: house.runner.connections == 1)
        assert house.runner.problem() == ""
        house.server.call(house.slack.disconnect())
        house.until(lambda: house.slack.connections == 1)
        house.runner.stop()
        house.until(lambda: house.slack.connections == 0)
    names = [thread.name for thread in threading.enumerate()]
    assert not [one for one in names if one.startswith("slack-")]


def test_three_bad_looks_in_a_row_are_reported(tmp_path):
    books = new_books(tmp_path)
    slack = SandboxSlack(now=lambda: NOW)
    site = web.Application()
    slack.mount(site)
    reported: list[str] = []
    told = threading.Event()

    def on_unhealthy(problem: str) -> None:
        reported.append(problem)
        told.set()

    with SandboxServer(site) as server:
        slack.base_url = server.base_url
        settings = SlackSettings(
            "socket", "xoxb-revoked", CHANNEL, slack.app_token, api_url=slack.api_url
        )
        app = build_app(books.desk, settings)
        runner = OverSocket(
            app, slack.app_token, on_unhealthy=on_unhealthy, watch_seconds=0.02
        )
        runner.start()
        assert told.wait(10.0)
        runner.stop()
    assert reported[0] == "auth.test failed: SlackApiError"
    books.database.close()
