"""`serve` from outside: what cannot be reached stops nothing, SIGTERM stops everything."""

from __future__ import annotations

from contextlib import contextmanager

import pytest
from aiohttp import web

from collector_bot.sandbox.background import SandboxServer
from collector_bot.sandbox.slack_server import SandboxSlack
from tests.servers.ports import free_port, wait_until
from tests.servers.served import served
from tests.servers.silence import silent_port
from tests.servers.slack_house import NOW

pytestmark = pytest.mark.server
NOWHERE = "http://127.0.0.1:{port}/api/"
WORKING = {"read", "cards", "letters", "suggest", "dunning", "daily"}
AT_MOST = 10.0  # seconds from SIGTERM to the end


def stopped_in_time(served) -> bool:
    code, seconds = served.stop()
    assert code == 0, served.log.read_text()
    return seconds < AT_MOST


@contextmanager
def silence(folder):
    """Serve among servers that take every connection and never answer."""
    with (
        silent_port() as slack,
        silent_port() as imap,
        silent_port() as smtp,
        served(folder, slack=NOWHERE.format(port=slack), imap=imap, smtp=smtp) as it,
    ):
        yield it


def test_nothing_reachable_is_degraded_alive_and_stops(tmp_path):
    refused = free_port()
    with served(
        tmp_path, slack=NOWHERE.format(port=refused), imap=free_port(), smtp=free_port()
    ) as it:
        assert it.until("serve.ready")["status"] == "degraded"
        expected = {*WORKING, "mailbox", "smtp", "slack"}
        wait_until(lambda: expected <= set(it.health()["parts"]), it.log.read_text)
        said = it.health()
        assert said["status"] == "degraded"
        assert said["parts"]["slack"] == (
            "Slack is unreachable (the connection is refused); it is tried again by itself."
        )
        assert "refused" in said["parts"]["mailbox"]
        assert "refused" in said["parts"]["smtp"]
        well = [part for part, trouble in said["parts"].items() if not trouble]
        assert set(well) >= WORKING
        assert 'collector_part_up{part="slack"} 0.0' in it.metrics()
        assert stopped_in_time(it)
    troubles = it.events("slack.trouble")
    assert {one["code"] for one in troubles} == {"slack.unreachable"}
    assert len(troubles) < 8  # after 1, 2, 4 … seconds
    assert it.events("serve.stopped")


def test_what_never_answers_keeps_nothing_from_stopping(tmp_path):
    with silence(tmp_path) as it:
        it.until("serve.ready")
        assert stopped_in_time(it)


def test_it_stops_while_slack_has_not_answered_yet(tmp_path):
    with silence(tmp_path) as it:
        it.until("serve.started")
        assert stopped_in_time(it)
    assert it.events("serve.ready") == []


@pytest.fixture
def slack():
    made = SandboxSlack(now=lambda: NOW)
    site = web.Application()
    made.mount(site)
    with SandboxServer(site) as server:
        made.base_url = server.base_url
        made.server = server
        yield made


def test_a_refused_token_ends_it_with_one_sentence(tmp_path, slack):
    with served(
        tmp_path, slack=slack.api_url, imap=free_port(), smtp=free_port(), language="fr"
    ) as it:
        assert it.process.wait(60) == 1
    sentences = [
        line for line in it.log.read_text().splitlines() if not line.startswith("{")
    ]
    assert sentences == [
        "Slack refuse le jeton du bot (invalid_auth)\u00a0: mettez dans "
        "slack.bot_token celui de l’application installée, xoxb-…"
    ]
    assert it.events("serve.ready") == []


def test_slack_that_answers_later_is_entered_and_told(tmp_path):
    port = free_port()
    slack = SandboxSlack(now=lambda: NOW)
    site = web.Application()
    slack.mount(site)
    with served(
        tmp_path,
        slack=NOWHERE.format(port=port),
        imap=free_port(),
        smtp=free_port(),
        COLLECTOR_SLACK_BOT_TOKEN=slack.bot_token,
        COLLECTOR_SLACK_APP_TOKEN=slack.app_token,
    ) as it:
        it.until("serve.ready")
        assert it.health()["parts"]["slack"]
        with SandboxServer(site, port=port) as server:
            slack.base_url = server.base_url
            it.until("slack.in")
            server.call(slack.until(lambda: slack.connections == 1))
            assert it.health()["parts"]["slack"] == ""
            assert stopped_in_time(it)


def test_a_wrong_password_is_shown_and_not_tried_without_end(
    tmp_path, slack, inbox, smtp
):
    smtp.logins = {"compta": "another"}
    with served(
        tmp_path,
        slack=slack.api_url,
        imap=inbox.server.imap_port,
        smtp=smtp.port,
        user=inbox.user,
        smtp_auth="password",
        COLLECTOR_IMAP_SECRET="wrong",
        COLLECTOR_SLACK_BOT_TOKEN=slack.bot_token,
        COLLECTOR_SLACK_APP_TOKEN=slack.app_token,
    ) as it:
        wait_until(lambda: len(it.events("mailbox.trouble")) >= 3, it.log.read_text, 40)
        parts = it.health()["parts"]
        assert f"{inbox.user}" not in parts["mailbox"]
        assert "refuses the sign-in" in parts["mailbox"]
        assert parts["slack"] == ""
        assert stopped_in_time(it)
    assert len(it.events("mailbox.trouble")) == 3
    assert len(it.events("smtp.trouble")) == 1
    assert it.events("smtp.trouble")[0]["again_in"] == 900.0
    assert "wrong" not in it.log.read_text()
