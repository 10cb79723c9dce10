"""Health and metrics as monitoring reads them, over a real socket."""

from __future__ import annotations

import json
import urllib.error
import urllib.request

import pytest

from collector_bot.core.outside import PortTakenError, PortUnusableError
from collector_bot.wiring.health import Health, HealthServer
from collector_bot.wiring.metrics import HELP, metrics_text

NUMBERS = {
    "collector_outbox_messages": {("mail", "uncertain"): 1.0, ("slack", "sent"): 40.0},
    "collector_mails": {("received",): 2.0},
    "collector_mailbox_age_seconds": {(): 12.5},
    "collector_dunning_age_seconds": {},
}


@pytest.fixture
def health():
    return Health()


@pytest.fixture
def ask(health):
    server = HealthServer(("127.0.0.1", 0), health, numbers=lambda: NUMBERS)
    server.start()

    def get(path):
        url = f"http://127.0.0.1:{server.port}{path}"
        try:
            with urllib.request.urlopen(url, timeout=5) as answer:
                return answer.status, answer.headers, answer.read().decode()
        except urllib.error.HTTPError as refused:
            with refused:
                return refused.code, refused.headers, refused.read().decode()

    yield get
    server.stop()


def status(ask):
    code, _, body = ask("/healthz")
    return code, json.loads(body)


def test_a_part_in_trouble_degrades_and_keeps_it_alive(health, ask):
    health.well("mailbox")
    assert status(ask) == (200, {"status": "ok", "parts": {"mailbox": ""}})
    health.trouble("slack", "Slack is unreachable (Connection refused).")
    assert status(ask) == (
        200,
        {
            "status": "degraded",
            "parts": {
                "mailbox": "",
                "slack": "Slack is unreachable (Connection refused).",
            },
        },
    )
    health.well("slack")
    assert status(ask)[1]["status"] == "ok"
    health.ended = "schedule"
    assert status(ask)[0] == 503


def test_health_names_no_person_and_no_secret(health, ask):
    health.trouble("mailbox", "compta@acme.example refuses xoxb-1-secret.")
    assert status(ask)[1]["parts"] == {"mailbox": "<address> refuses <token>."}


def test_only_news_is_news(health):
    assert health.trouble("smtp", "no") is True
    assert health.trouble("smtp", "no") is False
    assert health.trouble("smtp", "other") is True
    assert health.well("smtp") is True
    assert health.well("smtp") is False


def test_metrics_are_prometheus_text(health, ask):
    health.well("read")
    health.trouble("slack", "unreachable")
    health.trouble("slack", "unreachable")
    code, headers, text = ask("/metrics")
    assert code == 200
    assert headers["Content-Type"] == "text/plain; version=0.0.4; charset=utf-8"
    assert text == (
        "# HELP collector_up 1 while nothing is wrong.\n"
        "# TYPE collector_up gauge\n"
        "collector_up 0.0\n"
        "# HELP collector_part_up 1 while a part works, by part.\n"
        "# TYPE collector_part_up gauge\n"
        'collector_part_up{part="read"} 1.0\n'
        'collector_part_up{part="slack"} 0.0\n'
        "# HELP collector_part_failures_total Failures of each part since start.\n"
        "# TYPE collector_part_failures_total counter\n"
        'collector_part_failures_total{part="slack"} 2.0\n'
        "# HELP collector_outbox_messages Messages in the outbox by channel and state.\n"
        "# TYPE collector_outbox_messages gauge\n"
        'collector_outbox_messages{channel="mail",state="uncertain"} 1.0\n'
        'collector_outbox_messages{channel="slack",state="sent"} 40.0\n'
        "# HELP collector_mails Inbound mails by state.\n"
        "# TYPE collector_mails gauge\n"
        'collector_mails{state="received"} 2.0\n'
        "# HELP collector_mailbox_age_seconds "
        "Seconds since the mailbox was read to its end.\n"
        "# TYPE collector_mailbox_age_seconds gauge\n"
        "collector_mailbox_age_seconds 12.5\n"
        "# HELP collector_dunning_age_seconds "
        "Seconds since the last run of the procedure.\n"
        "# TYPE collector_dunning_age_seconds gauge\n"
    )


def test_every_metric_has_its_help():
    everything = {name: {} for name in HELP}
    told = metrics_text(everything).decode()
    assert [line.split()[2] for line in told.splitlines()[::2]] == list(HELP)


def test_anything_else_is_not_found(ask):
    assert ask("/")[0] == 404


def test_a_port_that_cannot_be_had_is_said_with_its_key(health):
    first = HealthServer(("127.0.0.1", 0), health, numbers=dict)
    with pytest.raises(PortTakenError) as taken:
        HealthServer(("127.0.0.1", first.port), health, numbers=dict)
    first.stop()
    assert str(taken.value) == (
        f"Port {first.port} (server.port) is taken by another program: stop that one, "
        "or give server.port another number."
    )
    with pytest.raises(PortUnusableError) as unusable:
        HealthServer(("192.0.2.1", 8088), health, numbers=dict)
    assert str(unusable.value) == (
        "Nothing can listen on 192.0.2.1, port 8088 (server.port): "
        "this machine has no such address."
    )
