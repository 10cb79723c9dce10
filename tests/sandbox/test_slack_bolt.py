"""An unmodified Bolt app lives in the sandbox's Slack over Socket Mode."""

import threading
import time
from types import SimpleNamespace

import pytest
from aiohttp import web
from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk import WebClient
from slack_sdk.http_retry.builtin_handlers import RateLimitErrorRetryHandler

from collector_bot.sandbox.background import SandboxServer
from collector_bot.sandbox.slack_delivery import Retry
from collector_bot.sandbox.slack_people import CHANNEL, CLERK, MANAGER, SALES
from collector_bot.sandbox.slack_server import SandboxSlack

PLAIN = {"type": "plain_text", "text": "Approve"}


def button(value, action_id="suggestion.approve"):
    return {"type": "button", "text": PLAIN, "action_id": action_id, "value": value}


def card(*values):
    return [
        {"type": "section", "text": {"type": "mrkdwn", "text": f"*Card {value}*"}}
        | {"accessory": button(value)}
        for value in values
    ]


HOME_BLOCKS = [
    {"type": "actions", "elements": [button("INV-7", action_id="home.open")]}
]
LEVELS = [
    {
        "type": "actions",
        "block_id": "levels",
        "elements": [
            {
                "type": "static_select",
                "action_id": "level.pick",
                "options": [
                    {"text": PLAIN | {"text": f"Level {n}"}, "value": n} for n in "123"
                ],
            }
        ],
    }
]

PROMISE = {
    "type": "modal",
    "callback_id": "promise.record",
    "title": {"type": "plain_text", "text": "Promise"},
    "submit": {"type": "plain_text", "text": "Record"},
    "private_metadata": "INV-7",
    "notify_on_close": True,
    "blocks": [
        {
            "type": "input",
            "block_id": "amount",
            "label": {"type": "plain_text", "text": "Amount"},
            "element": {"type": "plain_text_input", "action_id": "amount"},
        },
        {
            "type": "input",
            "block_id": "due",
            "optional": True,
            "label": {"type": "plain_text", "text": "Date"},
            "element": {
                "type": "datepicker",
                "action_id": "due",
                "initial_date": "2026-03-20",
            },
        },
        {
            "type": "input",
            "block_id": "customer",
            "optional": True,
            "label": {"type": "plain_text", "text": "Customer"},
            "element": {
                "type": "external_select",
                "action_id": "customer.search",
                "min_query_length": 1,
            },
        },
    ],
}


def build_app(client, heard):
    app = App(client=client)
    hear_commands(app)
    hear_presses(app, heard)
    hear_forms(app, heard)
    return app


def hear_commands(app):
    @app.command("/balance")
    def on_balance(ack, respond, command):
        ack()
        respond(f"*{command['text']}*: 120,00 €")

    @app.command("/card")
    def on_card(ack, say, command):
        ack({"text": "posting", "response_type": "ephemeral"})
        say(text="card", blocks=card(*command["text"].split()))

    @app.command("/private")
    def on_private(ack):
        ack(text="only you", blocks=card("9"))

    @app.command("/long")
    def on_long(ack):
        ack(blocks=card("1") * 51)

    @app.command("/promise")
    def on_promise(ack, command, client):
        ack()
        client.views_open(trigger_id=command["trigger_id"], view=PROMISE)

    @app.command("/patient")
    def on_patient(ack, client):
        ack()
        client.chat_postMessage(channel=CHANNEL, text="at last")

    @app.shortcut("message.log")
    def on_shortcut(ack, shortcut, respond):
        ack()
        respond(f"logged {shortcut['message']['text']}")


def picked(action):
    return {name: action[name] for name in ("type", "selected_option")}


def hear_presses(app, heard):
    @app.action("suggestion.approve")
    def on_approve(ack, action, body, client, respond):
        ack()
        heard.append((body["user"]["id"], action["value"]))
        if body["container"]["is_ephemeral"]:
            respond(text="approved", replace_original=True)
            return
        client.chat_update(
            channel=body["channel"]["id"],
            ts=body["message"]["ts"],
            text=f"approved {action['value']}",
            blocks=[],
        )

    @app.event("app_home_opened")
    def on_home(event, client, request, body):
        view = {"type": "home", "blocks": HOME_BLOCKS}
        heard.append((body["event_id"], request.headers.get("x-slack-retry-num")))
        client.views_publish(user_id=event["user"], view=view)

    @app.action("home.open")
    def on_open(ack, action, body, client):
        ack()
        heard.append(action["value"])
        client.views_open(trigger_id=body["trigger_id"], view=PROMISE)

    @app.action("level.pick")
    def on_pick(ack, action, body):
        held = body["state"]["values"]["levels"]["level.pick"]
        heard.append((action["selected_option"]["value"], held == picked(action)))
        ack()

    @app.event("app_mention")
    def on_mention(event, say):
        heard.append(event["text"])
        say("here", thread_ts=event["ts"])


def hear_forms(app, heard):
    @app.view("promise.record")
    def on_record(ack, view):
        held = view["state"]["values"]
        heard.append((view["private_metadata"], held["due"]["due"]["selected_date"]))
        amount = held["amount"]["amount"]["value"]
        if amount == "again":
            ack(response_action="push", view=PROMISE)
        elif amount == "other":
            ack(response_action="update", view=PROMISE | {"title": PLAIN})
        elif amount == "bad":
            ack(response_action="update", view={"type": "modal"})
        elif amount == "enough":
            ack(response_action="clear")
        elif amount.isdigit():
            ack()
        else:
            ack(response_action="errors", errors={"amount": "Not an amount"})

    @app.view_closed("promise.record")
    def on_closed(ack):
        heard.append("closed")
        ack()

    @app.options("customer.search")
    def on_search(ack, payload):
        ack(options=[{"text": PLAIN | {"text": payload["value"]}, "value": "acme"}])


def close(handler, slack, server):
    """Close the handler; its reader waits for a frame, so the server sends some."""
    closing = threading.Thread(target=handler.close)
    closing.start()
    while closing.is_alive():
        server.call(slack.socket.ping())
        closing.join(timeout=0.02)


@pytest.fixture(scope="module")
def house():
    """One server, one workspace and one app for all tests of the module."""
    slack = SandboxSlack(now=lambda: 1_772_366_400.0)
    site = web.Application()
    slack.mount(site)
    with SandboxServer(site) as server:
        slack.base_url = server.base_url
        client = WebClient(slack.bot_token, base_url=slack.api_url)
        client.retry_handlers.append(RateLimitErrorRetryHandler(max_retry_count=1))
        heard = []
        handler = SocketModeHandler(build_app(client, heard), slack.app_token)
        handler.connect()
        server.call(slack.until(lambda: slack.connections == 1))
        yield SimpleNamespace(slack=slack, server=server, heard=heard)
        close(handler, slack, server)


@pytest.fixture
def world(house):
    house.heard.clear()
    slack, server = house.slack, house.server

    def until(condition):
        server.call(slack.until(condition))

    return SimpleNamespace(
        slack=slack, heard=house.heard, call=server.call, until=until, server=server
    )


def last(messages):
    return messages[-1] if messages else None


def posted_card(world, *values):
    before = len(world.slack.messages())
    world.call(world.slack.command(MANAGER, "/card", " ".join(values)))
    world.until(lambda: len(world.slack.messages()) > before)
    return world.slack.messages()[-1]


def opened_form(world):
    before = world.slack.open_views(CLERK)
    world.call(world.slack.command(CLERK, "/promise"))
    world.until(lambda: world.slack.open_views(CLERK) not in [before, ()])
    return world.slack.open_views(CLERK)[-1]


def test_a_command_is_acknowledged_and_answered(world):
    outcome = world.call(world.slack.command(CLERK, "/balance", "Acme"))
    assert (outcome.timed_out, outcome.payload, outcome.notice) == (False, None, "")
    assert outcome.latency < 3.0
    world.until(lambda: last(world.slack.ephemerals(CLERK)))
    assert world.slack.transcript()[-2:] == [
        "[#recouvrement] ar.clerk: /balance Acme",
        "[#recouvrement, only ar.clerk sees] collector: Acme: 120,00 €",
    ]


def test_a_command_nobody_answers_times_out(world):
    world.slack.socket.ack_seconds = 0.2
    try:
        outcome = world.call(world.slack.command(SALES, "/unknown"))
    finally:
        world.slack.socket.ack_seconds = 3.0
    assert outcome.timed_out
    assert outcome.notice == "/unknown failed because the app did not respond."
    assert world.slack.ephemerals(SALES)[-1].text == outcome.notice


def test_a_pressed_button_rewrites_its_card(world):
    message = posted_card(world, "6", "7")
    outcome = world.call(
        world.slack.press(MANAGER, message.ts, "suggestion.approve", value="7")
    )
    assert not outcome.timed_out
    world.until(lambda: world.slack.messages()[-1].edited)
    rewritten = world.slack.messages()[-1]
    assert (rewritten.ts, rewritten.text, rewritten.blocks) == (
        message.ts,
        "approved 7",
        (),
    )
    assert world.heard == [(MANAGER, "7")]


def test_an_ephemeral_card_is_pressed_by_its_reader_alone(world):
    world.call(world.slack.command(CLERK, "/private"))
    message = world.slack.ephemerals(CLERK)[-1]
    with pytest.raises(LookupError):
        world.call(world.slack.press(SALES, message.ts, "suggestion.approve"))
    world.call(world.slack.press(CLERK, message.ts, "suggestion.approve"))
    world.until(lambda: world.slack.ephemerals(CLERK)[-1].text == "approved")
    assert world.slack.ephemerals(CLERK)[-1].ts == message.ts


def test_what_is_not_shown_cannot_be_pressed(world):
    message = posted_card(world, "1")
    with pytest.raises(LookupError, match=r"suggestion\.reject"):
        world.call(world.slack.press(CLERK, message.ts, "suggestion.reject"))
    with pytest.raises(LookupError, match="'2'"):
        world.call(
            world.slack.press(CLERK, message.ts, "suggestion.approve", value="2")
        )
    with pytest.raises(LookupError, match="U0NOBODY000"):
        world.call(world.slack.command("U0NOBODY000", "/balance"))
    assert world.heard == []


def test_a_form_is_refused_by_the_app_then_taken(world):
    form = opened_form(world)
    refused = world.call(world.slack.submit_view(CLERK, form.id, {"amount": "ten"}))
    assert refused.errors == {"amount": "Not an amount"}
    assert world.slack.open_views(CLERK)[-1].errors == {"amount": "Not an amount"}

    taken = world.call(
        world.slack.submit_view(CLERK, form.id, {"amount": "10", "due": "2026-04-01"})
    )
    assert taken.errors == {}
    assert world.slack.open_views(CLERK) == ()
    assert world.heard == [("INV-7", "2026-03-20"), ("INV-7", "2026-04-01")]


def test_an_empty_required_field_never_reaches_the_app(world):
    form = opened_form(world)
    outcome = world.call(world.slack.submit_view(CLERK, form.id))
    assert outcome.errors == {"amount": "Please complete this required field."}
    assert world.heard == []
    with pytest.raises(LookupError, match="colour"):
        world.call(world.slack.submit_view(CLERK, form.id, {"colour": "red"}))


def test_a_form_can_open_another_and_be_closed(world):
    form = opened_form(world)
    world.call(world.slack.submit_view(CLERK, form.id, {"amount": "again"}))
    assert len(world.slack.open_views(CLERK)) == 2
    world.call(world.slack.close_view(CLERK, form.id, clear=True))
    assert world.slack.open_views(CLERK) == ()
    assert world.heard[-1] == "closed"


def test_a_select_asks_the_app_for_its_options(world):
    form = opened_form(world)
    outcome = world.call(
        world.slack.suggest(CLERK, form.id, "customer.search", typed="Ac")
    )
    (option,) = outcome.payload["options"]
    chosen = {"amount": "5", "customer": option}
    assert not world.call(world.slack.submit_view(CLERK, form.id, chosen)).errors


def test_a_shortcut_starts_from_a_message(world):
    said = world.call(world.slack.say(SALES, "paid by cheque"))
    world.call(world.slack.shortcut(SALES, "message.log", message_ts=said.ts))
    world.until(lambda: last(world.slack.ephemerals(SALES)).text.startswith("logged"))
    assert world.slack.ephemerals(SALES)[-1].text == "logged paid by cheque"


def test_the_home_tab_is_filled_and_its_buttons_work(world):
    world.call(world.slack.open_home(SALES))
    world.until(lambda: world.slack.home(SALES))
    home = world.slack.home(SALES)
    world.call(world.slack.press_view(SALES, home.id, "home.open"))
    world.until(lambda: world.slack.open_views(SALES))
    assert world.heard[-1] == "INV-7"
    with pytest.raises(LookupError):
        world.call(world.slack.press_view(CLERK, home.id, "home.open"))


def test_what_is_chosen_in_a_select_arrives(world):
    client = WebClient(world.slack.bot_token, base_url=world.slack.api_url)
    ts = client.chat_postMessage(channel=CHANNEL, text="pick", blocks=LEVELS)["ts"]
    world.call(world.slack.press(MANAGER, ts, "level.pick", value="2"))
    assert world.heard == [("2", True)]
    with pytest.raises(LookupError, match="no option '9'"):
        world.call(world.slack.press(MANAGER, ts, "level.pick", value="9"))


def test_a_mention_is_heard_once_the_app_subscribed(world):
    world.call(world.slack.say(CLERK, "<@U0BOT000000> quiet"))
    world.slack.subscribed_events.add("app_mention")
    said = world.call(world.slack.say(CLERK, "<@U0BOT000000> hello"))
    world.until(lambda: world.slack.messages()[-1].text == "here")
    assert world.heard == ["<@U0BOT000000> hello"]
    assert world.slack.messages()[-1].thread_ts == said.ts
    assert world.slack.transcript()[-1] == "[#recouvrement, in thread] collector: here"


def test_an_answer_slack_refuses_is_said_to_the_person(world):
    outcome = world.call(world.slack.command(CLERK, "/long"))
    assert outcome.notice == "/long failed with the error “invalid_blocks”."


def test_a_form_can_be_replaced_or_all_be_closed(world):
    form = opened_form(world)
    world.call(world.slack.submit_view(CLERK, form.id, {"amount": "other"}))
    assert world.slack.open_views(CLERK)[0].title == "Approve"
    outcome = world.call(world.slack.submit_view(CLERK, form.id, {"amount": "bad"}))
    assert outcome.notice == "We had some trouble connecting. Try again?"
    world.call(world.slack.submit_view(CLERK, form.id, {"amount": "enough"}))
    assert world.slack.open_views(CLERK) == ()


def test_an_event_can_be_repeated(world):
    event = {"type": "app_home_opened", "user": CLERK, "tab": "home"}
    again = Retry(1, "http_timeout")
    world.call(world.slack.send_event(event, event_id="Ev1"))
    world.call(world.slack.send_event(event, event_id="Ev1", retry=again))
    world.until(lambda: len(world.heard) == 2)
    assert sorted(world.heard) == [("Ev1", ["0"]), ("Ev1", ["1"])]


def test_an_envelope_can_come_twice_or_never(world):
    message = posted_card(world, "8")
    world.slack.faults.duplicate_next_envelope()
    world.call(world.slack.press(MANAGER, message.ts, "suggestion.approve"))
    world.until(lambda: world.heard == [(MANAGER, "8")] * 2)

    world.slack.faults.lose_next_envelope()
    outcome = world.call(world.slack.command(CLERK, "/balance", "Acme"))
    assert outcome.timed_out


def test_the_app_connects_again_when_told_to(world):
    asked_before = world.slack.calls.count("apps.connections.open")
    world.call(world.slack.disconnect())
    assert world.slack.connections == 0
    world.until(lambda: world.slack.connections == 1)
    assert world.slack.calls.count("apps.connections.open") == asked_before + 1
    outcome = world.call(world.slack.command(CLERK, "/balance", "Acme"))
    assert not outcome.timed_out


def test_a_rate_limited_post_arrives_after_a_while(world):
    world.slack.faults.rate_limit_next("chat.postMessage", retry_after=0)
    started = time.monotonic()
    world.call(world.slack.command(MANAGER, "/patient"))
    world.until(lambda: world.slack.messages()[-1].text == "at last")
    assert time.monotonic() - started < 5.0
    assert world.slack.calls[-2:] == ("chat.postMessage", "chat.postMessage")


def test_without_a_socket_a_command_fails_at_once():
    slack = SandboxSlack(now=lambda: 1_772_366_400.0)
    site = web.Application()
    slack.mount(site)
    with SandboxServer(site) as server:
        outcome = server.call(slack.command(CLERK, "/balance"))
    assert outcome.timed_out
    assert outcome.latency == 0.0
