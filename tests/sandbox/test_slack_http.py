"""An unmodified Bolt app answers the sandbox's signed HTTP requests."""

import asyncio
import hashlib
import hmac
from types import SimpleNamespace

import pytest
from aiohttp import web
from slack_bolt import App, BoltRequest
from slack_bolt.middleware import RequestVerification
from slack_sdk import WebClient
from slack_sdk.signature import Clock

from collector_bot.sandbox.background import SandboxServer
from collector_bot.sandbox.slack_delivery import Retry
from collector_bot.sandbox.slack_http import post_http, sign_request
from collector_bot.sandbox.slack_people import CHANNEL, CLERK
from collector_bot.sandbox.slack_server import SandboxSlack

NOW = 1_772_366_400.0


def serve(app):
    """An HTTP address that hands every request to the Bolt app."""

    async def receive(request):
        bolt_request = BoltRequest(
            body=await request.text(),
            query=request.query_string,
            headers=dict(request.headers),
        )
        answer = await asyncio.to_thread(app.dispatch, bolt_request)
        headers = {name: values[0] for name, values in answer.headers.items()}
        return web.Response(status=answer.status, text=answer.body, headers=headers)

    site = web.Application()
    site.router.add_post("/slack/events", receive)
    return site


class FixedClock(Clock):
    def now(self):
        return NOW


def build_app(client, secret, heard):
    app = App(client=client, request_verification_enabled=False)
    verification = RequestVerification(secret)
    verification.verifier.clock = FixedClock()
    app.use(verification)

    @app.command("/balance")
    def on_balance(ack, command):
        ack(f"{command['text']}: 120,00 €")

    @app.action("suggestion.approve")
    def on_approve(ack, action):
        heard.append(action["value"])
        ack()

    @app.event("app_home_opened")
    def on_home(event, ack):
        heard.append(event["user"])

    return app


@pytest.fixture
def world():
    slack = SandboxSlack(now=lambda: NOW)
    site = web.Application()
    slack.mount(site)
    with SandboxServer(site) as server:
        slack.base_url = server.base_url
        client = WebClient(slack.bot_token, base_url=slack.api_url)
        heard = []
        app = build_app(client, slack.signing_secret, heard)
        with SandboxServer(serve(app)) as app_server:
            url = f"{app_server.base_url}/slack/events"
            yield SimpleNamespace(
                slack=slack, call=server.call, url=url, heard=heard, client=client
            )


def test_the_signature_is_slacks():
    headers = sign_request(b"a=1&b=2", 1531420618, "s3cret")
    expected = hmac.new(b"s3cret", b"v0:1531420618:a=1&b=2", hashlib.sha256).hexdigest()
    assert headers == {
        "X-Slack-Request-Timestamp": "1531420618",
        "X-Slack-Signature": f"v0={expected}",
    }


def test_a_command_is_answered(world):
    world.slack.deliver_over_http(world.url, clock=lambda: NOW)
    outcome = world.call(world.slack.command(CLERK, "/balance", "Acme"))
    assert not outcome.timed_out
    assert world.slack.ephemerals(CLERK)[-1].text == "Acme: 120,00 €"


def test_a_press_arrives(world):
    world.slack.deliver_over_http(world.url, clock=lambda: NOW)
    button = {
        "type": "button",
        "text": {"type": "plain_text", "text": "Approve"},
        "action_id": "suggestion.approve",
        "value": "7",
    }
    card = world.client.chat_postMessage(
        channel=CHANNEL, text="card", blocks=[{"type": "actions", "elements": [button]}]
    )
    outcome = world.call(world.slack.press(CLERK, card["ts"], "suggestion.approve"))
    assert not outcome.timed_out
    assert world.heard == ["7"]


def test_a_repeated_event_is_accepted(world):
    world.slack.deliver_over_http(world.url, clock=lambda: NOW)
    event = {"type": "app_home_opened", "user": CLERK, "tab": "home"}
    outcome = world.call(
        world.slack.send_event(event, event_id="Ev1", retry=Retry(1, "http_timeout"))
    )
    assert not outcome.timed_out


def test_an_old_signature_is_not_accepted(world):
    world.slack.deliver_over_http(world.url, clock=lambda: NOW - 301)
    outcome = world.call(world.slack.command(CLERK, "/balance", "Acme"))
    assert outcome.timed_out
    assert world.slack.ephemerals(CLERK)[-1].text == (
        "/balance failed because the app did not respond."
    )


def test_a_foreign_signature_is_not_accepted(world):
    headers = sign_request("command=%2Fbalance", int(NOW), "another secret")
    answer = world.call(post_http(world.url, "command=%2Fbalance", headers=headers))
    assert answer.status == 401


def test_an_app_that_is_not_there_times_out(world):
    world.slack.deliver_over_http("http://127.0.0.1:9/slack/events", clock=lambda: NOW)
    assert world.call(world.slack.command(CLERK, "/balance")).timed_out


def test_nothing_leaves_this_machine(world):
    with pytest.raises(ValueError, match="this machine alone"):
        world.call(post_http("https://acme.example/", "", headers={}))
