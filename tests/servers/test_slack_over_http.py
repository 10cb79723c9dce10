"""The app over HTTP: what Slack signed is answered, everything else is refused."""

from __future__ import annotations

import http.client
from urllib.parse import urlencode

import pytest

from collector_bot.sandbox.slack_http import post_http, sign_request
from collector_bot.sandbox.slack_people import CHANNEL
from collector_bot.sandbox.slack_server import render_text
from collector_bot.sandbox.slack_workspace import ResponseUrl
from tests.ledger import SALES
from tests.servers.slack_house import slack_house


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    with slack_house(tmp_path_factory.mktemp("http"), mode="http") as opened:
        opened.books.account("ACME", "Acme SARL")
        yield opened


def url(house):
    return f"http://127.0.0.1:{house.runner.port}/slack/events"


def clock(house):
    return lambda: house.books.hands.now().timestamp()


def post(house, body, **headers):
    return house.server.call(post_http(url(house), body, headers=headers))


def test_a_signed_command_is_answered(house):
    house.slack.deliver_over_http(url(house), clock=clock(house))
    assert "Acme SARL (ACME)" in house.says(SALES, "/balance", "acme")


def test_a_press_is_answered(house):
    house.slack.deliver_over_http(url(house), clock=clock(house))
    answer = house.type(SALES, "/balance", "ACME")
    house.server.call(house.slack.press(SALES, answer.ts, "balance.share"))
    house.until(house.cards)
    assert "Acme SARL (ACME)" in render_text(house.cards()[-1])


@pytest.mark.parametrize("late", [-301, 301])
def test_an_old_signature_is_refused(house, late):
    now = clock(house)
    house.slack.deliver_over_http(url(house), clock=lambda: now() + late)
    before = len(house.slack.ephemerals(SALES))
    outcome = house.server.call(house.slack.command(SALES, "/balance", "ACME"))
    assert outcome.timed_out
    told = house.slack.ephemerals(SALES)[before:]
    assert [one.text for one in told] == [
        "/balance failed because the app did not respond."
    ]


def test_a_foreign_signature_is_refused(house):
    body = "command=%2Fbalance&text=ACME&user_id=U0SALES0000"
    stamp = int(clock(house)())
    signed = sign_request(body, stamp, "another secret")
    assert post(house, body, **signed).status == 401
    assert post(house, body).status == 401
    signed = sign_request(body, stamp, house.slack.signing_secret)
    assert post(house, body + "&text=OTHER", **signed).status == 401


def test_an_unsigned_request_never_makes_the_app_call_somebody(house):
    """A timestamp that is no number fails the check itself, not only the signature."""
    before = len(house.slack.ephemerals(SALES))
    space = house.slack.workspace
    address = space.issue_response_url(ResponseUrl(SALES, CHANNEL, space.now()))
    body = urlencode(
        {
            "command": "/balance",
            "text": "ACME",
            "user_id": SALES,
            "response_url": address,
        }
    )
    headers = {"X-Slack-Request-Timestamp": "soon", "X-Slack-Signature": "v0=0"}
    assert post(house, body, **headers).status in {401, 500}
    assert len(house.slack.ephemerals(SALES)) == before


def test_other_addresses_and_sizes_are_refused(house):
    connection = http.client.HTTPConnection("127.0.0.1", house.runner.port, timeout=5)
    connection.request("POST", "/elsewhere", body="x")
    assert connection.getresponse().status == 404
    connection.close()
    connection = http.client.HTTPConnection("127.0.0.1", house.runner.port, timeout=5)
    connection.putrequest("POST", "/slack/events")
    connection.putheader("Content-Length", "2000000")
    connection.endheaders()
    assert connection.getresponse().status == 413
    connection.close()
    connection = http.client.HTTPConnection("127.0.0.1", house.runner.port, timeout=5)
    connection.request("GET", "/slack/events")
    assert connection.getresponse().status == 501
    connection.close()
