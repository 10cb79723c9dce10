"""What the page shows of Slack, and what people do there through it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, tzinfo
from typing import Any

from aiohttp import web

from collector_bot.sandbox.slack_delivery import Outcome
from collector_bot.sandbox.slack_people import (
    BOT_USER_ID,
    CHANNEL,
    CLERK,
    MANAGER,
    PEOPLE,
    SALES,
)
from collector_bot.sandbox.slack_server import Message, View
from collector_bot.sandbox.stage import Stage

Answered = Callable[[web.Request], Awaitable[web.Response]]
_ROLES = {MANAGER: "manager", CLERK: "clerk", SALES: "sales"}


def people() -> list[dict[str, str]]:
    """Return the members of the workspace; the bot has no role."""
    return [
        {"id": one.id, "name": one.name, "role": _ROLES.get(one.id, "")}
        for one in PEOPLE.values()
    ]


def slack_routes(stage: Stage) -> list[web.RouteDef]:
    """Return the addresses of the Slack pane."""
    slack = stage.slack

    async def messages(request: web.Request) -> web.Response:
        user = _user(request.query.get("user", ""))
        channel = _channel(user, request.query.get("where", ""))
        shown: list[Message] = []
        if request.query.get("where") != "home":
            shown = [
                *slack.messages(channel),
                *(one for one in slack.ephemerals(user) if one.channel == channel),
                *_typed(stage, user, channel),
            ]
        shown.sort(key=lambda one: (float(one.thread_ts or one.ts), float(one.ts)))
        zone = stage.clock.now().tzinfo or UTC
        views = slack.open_views(user)
        return web.json_response(
            {
                "messages": [_shown(one, zone) for one in shown],
                "home": _view(slack.home(user)),
                "modal": _view(views[-1] if views else None),
            }
        )

    async def command(request: web.Request) -> web.Response:
        asked = await request.json()
        user = _user(str(asked["user"]))
        channel = _channel(user, str(asked.get("where", "")))
        word, _, text = str(asked["text"]).strip().partition(" ")
        if not word.startswith("/"):
            await slack.say(user, f"{word} {text}".strip(), channel=channel)
            return web.json_response({"notice": ""})
        return _told(await slack.command(user, word, text.strip(), channel=channel))

    async def press(request: web.Request) -> web.Response:
        asked = await request.json()
        user, action = _user(str(asked["user"])), str(asked["action_id"])
        value = asked.get("value")
        if asked.get("view"):
            done = slack.press_view(user, str(asked["view"]), action, value=value)
        else:
            done = slack.press(user, str(asked["ts"]), action, value=value)
        return _told(await done)

    async def submit(request: web.Request) -> web.Response:
        asked = await request.json()
        user, view = _user(str(asked["user"])), str(asked["view"])
        return _told(await slack.submit_view(user, view, dict(asked["values"])))

    async def close(request: web.Request) -> web.Response:
        asked = await request.json()
        user, view = _user(str(asked["user"])), str(asked["view"])
        return _told(await slack.close_view(user, view))

    async def home(request: web.Request) -> web.Response:
        asked = await request.json()
        return _told(await slack.open_home(_user(str(asked["user"]))))

    return [
        web.get("/sandbox/messages", messages),
        web.post("/sandbox/command", command),
        web.post("/sandbox/press", press),
        web.post("/sandbox/submit", submit),
        web.post("/sandbox/close", close),
        web.post("/sandbox/home", home),
    ]


def _user(user: str) -> str:
    if user not in _ROLES:
        raise LookupError("Nobody of that name works here.")
    return user


def _channel(user: str, where: str) -> str:
    return PEOPLE[user].direct_channel if where in {"direct", "home"} else CHANNEL


def _typed(stage: Stage, user: str, channel: str) -> list[Message]:
    """Return the commands this person typed; nobody else sees them."""
    typed = list(stage.slack.workspace.typed)
    return [one for one in typed if one.user == user and one.channel == channel]


def _shown(message: Message, zone: tzinfo) -> dict[str, Any]:
    at = datetime.fromtimestamp(float(message.ts), zone)
    is_reply = message.thread_ts not in {"", message.ts}
    return {
        "channel": message.channel,
        "ts": message.ts,
        "user": message.user,
        "bot": message.user == BOT_USER_ID,
        "text": message.text,
        "blocks": list(message.blocks),
        "edited": message.edited,
        "ephemeral": message.is_ephemeral,
        "thread": is_reply,
        "files": [{"name": str(one.get("name", ""))} for one in message.files],
        "time": f"{at:%d/%m %H:%M}",
    }


def _view(view: View | None) -> dict[str, Any] | None:
    if view is None:
        return None
    return {
        "id": view.id,
        "title": view.title,
        "submit": (view.body.get("submit") or {}).get("text", ""),
        "close": (view.body.get("close") or {}).get("text", ""),
        "blocks": view.blocks,
        "errors": dict(view.errors),
    }


def _told(outcome: Outcome) -> web.Response:
    return web.json_response(
        {
            "notice": outcome.notice,
            "timed_out": outcome.timed_out,
            "errors": dict(outcome.errors),
        }
    )
