"""The Web API answers the official client as Slack does, errors included."""

import http.client
import json
import urllib.error
import urllib.request
from types import SimpleNamespace
from urllib.parse import urlencode

import aiohttp
import pytest
from aiohttp import web
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.webhook import WebhookClient

from collector_bot.sandbox.background import SandboxServer
from collector_bot.sandbox.slack_people import CHANNEL, CLERK, MANAGER, SALES
from collector_bot.sandbox.slack_server import MessageRate, SandboxSlack, render_text
from collector_bot.sandbox.slack_workspace import ResponseUrl

NOW = 1_772_366_400.0
SECTION = {"type": "section", "text": {"type": "mrkdwn", "text": "*Acme*"}}
MODAL = {
    "type": "modal",
    "title": {"type": "plain_text", "text": "Promise"},
    "blocks": [SECTION],
}
HOME = {"type": "home", "blocks": [SECTION]}


class Clock:
    def __init__(self):
        self.now = NOW

    def __call__(self):
        return self.now


@pytest.fixture
def world():
    clock = Clock()
    slack = SandboxSlack(now=clock)
    app = web.Application()
    slack.mount(app)
    with SandboxServer(app) as server:
        slack.base_url = server.base_url
        client = WebClient(slack.bot_token, base_url=slack.api_url)
        yield SimpleNamespace(slack=slack, server=server, client=client, clock=clock)


def refusal(call, /, **arguments):
    with pytest.raises(SlackApiError) as refused:
        call(**arguments)
    return refused.value.response


def response_url(world, **more):
    async def issue():
        ticket = ResponseUrl(CLERK, CHANNEL, world.clock.now, **more)
        return world.slack.workspace.issue_response_url(ticket)

    return WebhookClient(world.server.call(issue()))


def trigger(world, *, view_id=""):
    async def issue():
        return world.slack.workspace.issue_trigger(CLERK, view_id=view_id)

    return world.server.call(issue())


def test_the_bot_is_told_who_it_is(world):
    answer = world.client.auth_test()
    assert (answer["user_id"], answer["bot_id"]) == ("U0BOT000000", "B0COLLECTOR")
    assert "chat:write" in answer.headers["X-OAuth-Scopes"]


@pytest.mark.parametrize(
    ("token", "method", "error"),
    [
        (None, "auth.test", "not_authed"),
        ("xoxb-other", "auth.test", "invalid_auth"),
        ("xapp-sandbox", "chat.postMessage", "not_allowed_token_type"),
        ("xoxb-sandbox", "apps.connections.open", "not_allowed_token_type"),
        ("xoxb-sandbox", "files.upload", "unknown_method"),
    ],
)
def test_tokens_and_methods_are_checked(world, token, method, error):
    client = WebClient(token, base_url=world.slack.api_url)
    assert refusal(client.api_call, api_method=method)["error"] == error


def test_a_message_is_posted_rewritten_and_deleted(world):
    posted = world.client.chat_postMessage(
        channel=CHANNEL,
        text="Acme",
        blocks=[SECTION],
        metadata={"event_type": "outbox", "event_payload": {"key": "k1"}},
    )
    assert posted["ts"] == "1772366400.000000"
    assert posted["message"]["blocks"][0]["block_id"]

    world.client.chat_update(channel=CHANNEL, ts=posted["ts"], text="done")
    (message,) = world.slack.messages(CHANNEL)
    assert (message.text, message.blocks, message.edited) == ("done", (), True)

    world.client.chat_delete(channel=CHANNEL, ts=posted["ts"])
    assert world.slack.messages(CHANNEL) == []


def test_blocks_alone_keep_the_text(world):
    ts = world.client.chat_postMessage(channel=CHANNEL, text="Acme")["ts"]
    body = {"channel": CHANNEL, "ts": ts, "blocks": [SECTION]}
    world.client.api_call("chat.update", json=body)
    (message,) = world.slack.messages()
    assert message.text == "Acme"
    assert render_text(message) == "Acme"
    assert len(message.blocks) == 1


def test_time_stamps_never_repeat_while_the_clock_stands(world):
    stamps = [
        world.client.chat_postMessage(channel=CHANNEL, text=str(n))["ts"]
        for n in range(3)
    ]
    assert stamps == [
        "1772366400.000000",
        "1772366400.000001",
        "1772366400.000002",
    ]


def test_a_link_serves_one_connection(world):
    client = WebClient(world.slack.app_token, base_url=world.slack.api_url)
    link = client.apps_connections_open(app_token=world.slack.app_token)["url"]
    assert link.startswith("ws://127.0.0.1:")

    async def connect():
        async with aiohttp.ClientSession() as session:
            async with session.ws_connect(link) as socket:
                hello = await socket.receive_json()
            async with session.get(link.replace("ws", "http", 1)) as again:
                return hello["type"], hello["num_connections"], again.status

    assert world.server.call(connect()) == ("hello", 1, 404)


def test_a_form_may_hold_json(world):
    form = urlencode(
        {
            "token": "xoxb-sandbox",
            "channel": "#recouvrement",
            "text": "Acme",
            "blocks": json.dumps([SECTION]),
        }
    )
    address = world.slack.api_url + "chat.postMessage"
    with urllib.request.urlopen(address, data=form.encode()) as answer:  # noqa: S310
        assert json.load(answer)["ok"] is True
    assert world.slack.messages()[0].blocks[0]["type"] == "section"


def test_fifty_one_blocks_are_refused(world):
    answer = refusal(
        world.client.chat_postMessage,
        channel=CHANNEL,
        text="too many",
        blocks=[SECTION] * 51,
    )
    assert answer["error"] == "invalid_blocks"
    assert answer["response_metadata"]["messages"] == [
        "[ERROR] no more than 50 items allowed [json-pointer:/blocks]"
    ]
    assert world.slack.messages() == []


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"channel": "C0NOWHERE00", "text": "x"}, "channel_not_found"),
        ({"channel": CHANNEL, "text": ""}, "no_text"),
        ({"channel": CHANNEL, "text": "x" * 40_001}, "msg_too_long"),
        ({"channel": CHANNEL, "text": "x", "thread_ts": "1.1"}, "thread_not_found"),
        ({"channel": CHANNEL, "text": "x", "blocks": "{"}, "invalid_blocks_format"),
        ({"channel": CHANNEL, "text": "x", "metadata": {}}, "invalid_metadata_format"),
        (
            {"channel": CHANNEL, "text": "x", "markdown_text": "y"},
            "markdown_text_conflict",
        ),
        (
            {
                "channel": CHANNEL,
                "blocks": [{"type": "markdown", "text": "x" * 7000}] * 2,
            },
            "msg_blocks_too_long",
        ),
        (
            {
                "channel": CHANNEL,
                "blocks": [
                    {"type": "table", "rows": [[{"type": "raw_text", "text": "1"}]]}
                ]
                * 2,
            },
            "invalid_attachments",
        ),
    ],
)
def test_bad_messages_are_refused(world, arguments, error):
    answer = refusal(
        world.client.api_call, api_method="chat.postMessage", json=arguments
    )
    assert answer["error"] == error


def test_only_own_messages_are_rewritten(world):
    said = world.server.call(world.slack.say(CLERK, "hello"))
    change = world.client.chat_update
    answer = refusal(change, channel=CHANNEL, ts=said.ts, text="x")
    assert answer["error"] == "cant_update_message"
    answer = refusal(change, channel=CHANNEL, ts="1.000000", text="x")
    assert answer["error"] == "message_not_found"
    own = world.client.chat_postMessage(channel=CHANNEL, text="x")["ts"]
    answer = refusal(change, channel=CHANNEL, ts=own, text="x" * 4001)
    assert answer["error"] == "msg_too_long"


def test_an_ephemeral_message_is_seen_by_one_person(world):
    world.client.chat_postEphemeral(channel=CHANNEL, user=CLERK, text="for you")
    assert [m.text for m in world.slack.ephemerals(CLERK)] == ["for you"]
    assert world.slack.ephemerals(SALES) == []
    assert world.slack.messages() == []
    assert world.slack.transcript() == [
        "[#recouvrement, only ar.clerk sees] collector: for you"
    ]


def test_people_are_found_by_id_and_address(world):
    found = world.client.users_info(user=MANAGER, include_locale=True)["user"]
    assert (found["name"], found["locale"]) == ("credit.manager", "fr-FR")
    by_mail = world.client.users_lookupByEmail(email="sales@sandbox.example")
    assert by_mail["user"]["id"] == SALES
    answer = refusal(world.client.users_info, user="U0NOBODY000")
    assert answer["error"] == "user_not_found"
    answer = refusal(world.client.users_lookupByEmail, email="nobody@sandbox.example")
    assert answer["error"] == "users_not_found"


def test_lists_come_in_pages(world):
    pages = [page["members"] for page in world.client.users_list(limit=3)]
    assert [len(page) for page in pages] == [3, 1]
    members = world.client.conversations_members(channel=CHANNEL)["members"]
    assert members == [MANAGER, CLERK, SALES, "U0BOT000000"]


def test_a_direct_message_reaches_the_person(world):
    opened = world.client.conversations_open(users=MANAGER)["channel"]["id"]
    world.client.chat_postMessage(channel=opened, text="by channel")
    world.client.chat_postMessage(channel=MANAGER, text="by person")
    assert [m.text for m in world.slack.messages(opened)] == ["by channel", "by person"]
    assert world.slack.transcript()[0] == (
        "[direct message with credit.manager] collector: by channel"
    )


def test_history_and_replies_are_read_back(world):
    first = world.client.chat_postMessage(
        channel=CHANNEL,
        text="first",
        metadata={"event_type": "outbox", "event_payload": {"key": "k1"}},
    )["ts"]
    world.client.chat_postMessage(channel=CHANNEL, text="reply", thread_ts=first)
    world.client.chat_postMessage(channel=CHANNEL, text="second")

    history = world.client.conversations_history(
        channel=CHANNEL, include_all_metadata=True
    )["messages"]
    assert [m["text"] for m in history] == ["second", "first"]
    assert history[1]["metadata"]["event_payload"] == {"key": "k1"}
    replies = world.client.conversations_replies(channel=CHANNEL, ts=first)
    assert [m["text"] for m in replies["messages"]] == ["first", "reply"]
    later = world.client.conversations_history(channel=CHANNEL, oldest=first)
    assert [m["text"] for m in later["messages"]] == ["second"]


def test_reactions_and_permalinks(world):
    ts = world.client.chat_postMessage(channel=CHANNEL, text="x")["ts"]
    world.client.reactions_add(channel=CHANNEL, timestamp=ts, name="eyes")
    answer = refusal(
        world.client.reactions_add, channel=CHANNEL, timestamp=ts, name="eyes"
    )
    assert answer["error"] == "already_reacted"
    assert world.slack.messages()[0].reactions == (("eyes", "U0BOT000000"),)
    link = world.client.chat_getPermalink(channel=CHANNEL, message_ts=ts)["permalink"]
    assert link.endswith("/archives/C0COLLECT00/p1772366400000000")


def test_a_file_is_uploaded_in_three_steps(world):
    world.client.files_upload_v2(
        channel=CHANNEL,
        filename="ageing.csv",
        content="customer;open\nAcme;120,00\n",
        title="Ageing",
        initial_comment="Here it is",
    )
    (message,) = world.slack.messages()
    assert render_text(message) == "Here it is\n[file: Ageing]"
    with urllib.request.urlopen(message.files[0]["url_private"]) as answer:  # noqa: S310
        assert answer.read() == b"customer;open\nAcme;120,00\n"
        assert answer.headers["Content-Disposition"].startswith("attachment")


def test_a_file_never_uploaded_is_not_shared(world):
    asked = world.client.files_getUploadURLExternal(filename="a.csv", length=3)
    answer = refusal(
        world.client.files_completeUploadExternal,
        files=[{"id": asked["file_id"], "title": "a"}],
        channel_id=CHANNEL,
    )
    assert answer["error"] == "file_not_found"


def test_a_trigger_opens_one_modal_within_three_seconds(world):
    trigger_id = trigger(world)
    world.client.views_open(trigger_id=trigger_id, view=MODAL)
    assert [view.title for view in world.slack.open_views(CLERK)] == ["Promise"]
    answer = refusal(world.client.views_open, trigger_id=trigger_id, view=MODAL)
    assert answer["error"] == "exchanged_trigger_id"

    late = trigger(world)
    world.clock.now += 3.5
    answer = refusal(world.client.views_open, trigger_id=late, view=MODAL)
    assert answer["error"] == "expired_trigger_id"
    answer = refusal(world.client.views_open, trigger_id="1.2", view=MODAL)
    assert answer["error"] == "invalid_trigger_id"


def test_three_modals_stand_in_front_of_each_other(world):
    first = world.client.views_open(trigger_id=trigger(world), view=MODAL)["view"]
    for _ in range(2):
        pushing = trigger(world, view_id=first["id"])
        pushed = world.client.views_push(trigger_id=pushing, view=MODAL)["view"]
    assert pushed["root_view_id"] == first["id"]
    pushing = trigger(world, view_id=first["id"])
    answer = refusal(world.client.views_push, trigger_id=pushing, view=MODAL)
    assert answer["error"] == "push_limit_reached"


def test_a_view_is_updated_unless_it_has_changed_meanwhile(world):
    shown = world.client.views_open(trigger_id=trigger(world), view=MODAL)["view"]
    other = MODAL | {"title": {"type": "plain_text", "text": "Dispute"}}
    world.client.views_update(view_id=shown["id"], hash=shown["hash"], view=other)
    assert world.slack.open_views(CLERK)[0].title == "Dispute"
    answer = refusal(
        world.client.views_update, view_id=shown["id"], hash=shown["hash"], view=MODAL
    )
    assert answer["error"] == "hash_conflict"
    answer = refusal(world.client.views_update, view_id="V9", view=MODAL)
    assert answer["error"] == "not_found"


def test_a_bad_view_is_refused(world):
    bad = MODAL | {"title": {"type": "plain_text", "text": "x" * 25}}
    answer = refusal(world.client.views_open, trigger_id=trigger(world), view=bad)
    assert answer["error"] == "invalid_arguments"
    assert answer["response_metadata"]["messages"] == [
        "[ERROR] must be less than 25 characters [json-pointer:/view/title/text]"
    ]
    answer = refusal(world.client.views_publish, user_id=CLERK, view=MODAL)
    assert answer["error"] == "invalid_arguments"


def test_a_home_tab_is_published(world):
    world.client.views_publish(user_id=MANAGER, view=HOME)
    world.client.views_publish(user_id=MANAGER, view=HOME | {"callback_id": "queue"})
    assert world.slack.home(MANAGER).body["callback_id"] == "queue"
    assert world.slack.home(CLERK) is None


def test_a_response_url_answers_five_times(world):
    webhook = response_url(world)
    for n in range(5):
        assert webhook.send(text=f"answer {n}").status_code == 200
    sixth = webhook.send(text="answer 5")
    assert (sixth.status_code, json.loads(sixth.body)["error"]) == (404, "used_url")
    assert len(world.slack.ephemerals(CLERK)) == 5


def test_a_response_url_lasts_half_an_hour(world):
    webhook = response_url(world)
    world.clock.now += 30 * 60 + 1
    late = webhook.send(text="late")
    assert (late.status_code, json.loads(late.body)["error"]) == (404, "expired_url")


def test_a_response_url_rewrites_and_deletes_its_message(world):
    ts = world.client.chat_postMessage(channel=CHANNEL, text="card")["ts"]
    webhook = response_url(world, message_ts=ts)
    webhook.send(text="approved", replace_original=True)
    assert [m.text for m in world.slack.messages()] == ["approved"]
    webhook.send(text="all see this", response_type="in_channel")
    assert [m.text for m in world.slack.messages()] == ["approved", "all see this"]
    webhook.send(delete_original=True)
    assert [m.text for m in world.slack.messages()] == ["all see this"]


def test_a_response_url_refuses_bad_blocks(world):
    answer = response_url(world).send(text="x", blocks=[SECTION] * 51)
    assert (answer.status_code, json.loads(answer.body)["error"]) == (
        400,
        "invalid_blocks",
    )


def test_posting_too_fast_is_refused_per_conversation(world):
    elapsed = Clock()
    world.slack.message_rate = MessageRate(burst=2, elapsed=elapsed)
    for _ in range(2):
        world.client.chat_postMessage(channel=CHANNEL, text="x")
    answer = refusal(world.client.chat_postMessage, channel=CHANNEL, text="x")
    assert (answer.status_code, answer["error"]) == (429, "ratelimited")
    assert answer.headers["Retry-After"] == "1"
    world.client.chat_postMessage(channel=CLERK, text="elsewhere")
    elapsed.now += 1.0
    world.client.chat_postMessage(channel=CHANNEL, text="x")


def test_an_answer_can_be_lost_after_the_call_was_carried_out(world):
    world.client.retry_handlers.clear()
    world.slack.faults.drop_next_answer("chat.postMessage")
    with pytest.raises(http.client.RemoteDisconnected):
        world.client.chat_postMessage(channel=CHANNEL, text="once")
    assert [m.text for m in world.slack.messages()] == ["once"]


def test_the_default_retry_after_a_lost_answer_posts_twice(world):
    world.slack.faults.drop_next_answer("chat.postMessage")
    world.client.chat_postMessage(channel=CHANNEL, text="twice")
    assert [m.text for m in world.slack.messages()] == ["twice", "twice"]


def test_a_call_can_fail_once(world):
    world.slack.faults.fail_next()
    assert refusal(world.client.auth_test).status_code == 500
    assert world.client.auth_test()["ok"] is True
    assert world.slack.calls == ("auth.test", "auth.test")


def test_changes_are_told_until_one_stops_listening(world):
    heard = []
    stop = world.slack.subscribe(lambda: heard.append(len(world.slack.messages())))
    world.client.chat_postMessage(channel=CHANNEL, text="x")
    stop()
    world.client.chat_postMessage(channel=CHANNEL, text="y")
    assert heard == [1]
