"""The auth, users and conversations methods of the Web API."""

from typing import Any

from collector_bot.sandbox.slack_calls import Call, CallError
from collector_bot.sandbox.slack_people import (
    BOT_ID,
    BOT_NAME,
    BOT_USER_ID,
    PEOPLE,
    TEAM_DOMAIN,
    TEAM_ID,
    describe_channel,
    describe_person,
)
from collector_bot.sandbox.slack_workspace import Message, describe_message

Answer = dict[str, Any]

PAGE = 100
PAGE_MOST = 1000


def auth_test(call: Call) -> Answer:
    """auth.test."""
    return {
        "url": f"{call.base_url}/",
        "team": TEAM_DOMAIN,
        "user": BOT_NAME,
        "team_id": TEAM_ID,
        "user_id": BOT_USER_ID,
        "bot_id": BOT_ID,
        "is_enterprise_install": False,
    }


def users_info(call: Call) -> Answer:
    """users.info."""
    described = describe_person(call.person())
    if not call.flag("include_locale"):
        del described["locale"]
    return {"user": described}


def users_lookup_by_email(call: Call) -> Answer:
    """users.lookupByEmail."""
    email = call.required("email").casefold()
    found = [person for person in PEOPLE.values() if person.email == email]
    if not found or found[0].is_bot:
        raise CallError("users_not_found")
    return {"user": describe_person(found[0])}


def users_list(call: Call) -> Answer:
    """users.list."""
    members = [describe_person(person) for person in PEOPLE.values()]
    page, cursor = _page(call, members)
    return {"members": page, "response_metadata": {"next_cursor": cursor}}


def conversations_open(call: Call) -> Answer:
    """conversations.open."""
    if call.given("channel"):
        channel = call.channel()
    else:
        users = [user for user in call.required("users").split(",") if user]
        found = call.workspace.find_channel(users[0]) if len(users) == 1 else None
        if found is None or not found.is_direct:
            raise CallError("user_not_found")
        channel = found
    if call.flag("return_im"):
        return {"channel": describe_channel(channel)}
    return {"channel": {"id": channel.id}}


def conversations_info(call: Call) -> Answer:
    """conversations.info."""
    return {"channel": describe_channel(call.channel())}


def conversations_list(call: Call) -> Answer:
    """conversations.list."""
    wanted = call.text("types") or "public_channel,private_channel"
    described = [
        describe_channel(channel)
        for channel in call.workspace.channels.values()
        if ("im" if channel.is_direct else "private_channel") in wanted.split(",")
    ]
    page, cursor = _page(call, described)
    return {"channels": page, "response_metadata": {"next_cursor": cursor}}


def conversations_members(call: Call) -> Answer:
    """conversations.members."""
    page, cursor = _page(call, list(call.channel().members))
    return {"members": page, "response_metadata": {"next_cursor": cursor}}


def conversations_history(call: Call) -> Answer:
    """conversations.history: newest first, replies left out."""
    kept = call.workspace.log.get(call.channel().id, [])
    wanted = [m for m in reversed(kept) if m.thread_ts in {"", m.ts}]
    return _messages(call, [m for m in wanted if _is_between(call, m)])


def conversations_replies(call: Call) -> Answer:
    """conversations.replies: a message and its replies, oldest first."""
    channel = call.channel()
    ts = call.required("ts", "thread_not_found")
    parent = call.workspace.find(channel.id, ts)
    if parent is None:
        raise CallError("thread_not_found")
    kept = call.workspace.log[channel.id]
    replies = [m for m in kept if m.thread_ts == parent.ts and _is_between(call, m)]
    return _messages(call, [parent, *[m for m in replies if m.ts != parent.ts]])


def _is_between(call: Call, message: Message) -> bool:
    oldest, latest = call.text("oldest"), call.text("latest")
    if call.flag("inclusive") and message.ts in {oldest, latest}:
        return True
    after = not oldest or message.ts > oldest
    return after and (not latest or message.ts < latest)


def _messages(call: Call, messages: list[Message]) -> Answer:
    described = [describe_message(message) for message in messages]
    if not call.flag("include_all_metadata"):
        for message in described:
            message.pop("metadata", None)
    page, cursor = _page(call, described)
    return {
        "messages": page,
        "has_more": bool(cursor),
        "response_metadata": {"next_cursor": cursor},
    }


def _page(call: Call, everything: list[Any]) -> tuple[list[Any], str]:
    """One page of a list, and the cursor of the next; empty on the last."""
    limit = call.whole("limit", otherwise=PAGE, most=PAGE_MOST)
    cursor = call.text("cursor") or "from-0"
    start = cursor.removeprefix("from-")
    if not (start.isascii() and start.isdigit()):
        raise CallError("invalid_cursor")
    end = int(start) + limit
    following = f"from-{end}" if end < len(everything) else ""
    return everything[int(start) : end], following
