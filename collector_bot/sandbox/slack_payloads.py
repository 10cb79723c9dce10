"""The payloads Slack sends to an app, built from what the workspace remembers."""

from collections.abc import Mapping
from typing import Any

from collector_bot.sandbox.slack_people import (
    APP_ID,
    BOT_USER_ID,
    TEAM_DOMAIN,
    TEAM_ID,
    Channel,
    display_name,
)
from collector_bot.sandbox.slack_views import View, describe_view
from collector_bot.sandbox.slack_workspace import Message, describe_message

VERIFICATION = "sandbox-verification"

Payload = dict[str, Any]


def slash_command(
    *, user: str, channel: Channel, command: str, text: str, response_url: str
) -> Payload:
    """A slash command; every value is text, as in Slack's form."""
    return {
        "token": VERIFICATION,
        "team_id": TEAM_ID,
        "team_domain": TEAM_DOMAIN,
        "channel_id": channel.id,
        "channel_name": channel.name,
        "user_id": user,
        "user_name": display_name(user),
        "command": command,
        "text": text,
        "api_app_id": APP_ID,
        "is_enterprise_install": "false",
        "response_url": response_url,
    }


def _interaction(kind: str, user: str) -> Payload:
    name = display_name(user)
    return {
        "type": kind,
        "token": VERIFICATION,
        "api_app_id": APP_ID,
        "team": {"id": TEAM_ID, "domain": TEAM_DOMAIN},
        "enterprise": None,
        "is_enterprise_install": False,
        "user": {"id": user, "username": name, "name": name, "team_id": TEAM_ID},
    }


def message_action(
    *,
    user: str,
    channel: Channel,
    message: Message,
    action: Payload,
    state: Mapping[str, Any],
    response_url: str,
) -> Payload:
    """A press on an element of a message (block_actions)."""
    return _interaction("block_actions", user) | {
        "container": {
            "type": "message",
            "message_ts": message.ts,
            "channel_id": channel.id,
            "is_ephemeral": message.is_ephemeral,
        },
        "channel": {"id": channel.id, "name": channel.name},
        "message": describe_message(message),
        "state": {"values": dict(state)},
        "response_url": response_url,
        "actions": [action],
    }


def view_action(
    *, user: str, view: View, action: Payload, state: Mapping[str, Any]
) -> Payload:
    """A press on an element of a modal or home tab (block_actions)."""
    described = describe_view(view, state=state)
    return _interaction("block_actions", user) | {
        "container": {"type": "view", "view_id": view.id},
        "view": described,
        "actions": [action],
    }


def view_submission(*, user: str, view: View, state: Mapping[str, Any]) -> Payload:
    """A modal handed in."""
    return _interaction("view_submission", user) | {
        "view": describe_view(view, state=state),
        "response_urls": [],
    }


def view_closed(*, user: str, view: View, is_cleared: bool) -> Payload:
    """A modal closed without handing it in."""
    return _interaction("view_closed", user) | {
        "view": describe_view(view),
        "is_cleared": is_cleared,
    }


def shortcut(
    *,
    user: str,
    callback_id: str,
    action_ts: str,
    message: Message | None = None,
    channel: Channel | None = None,
    response_url: str = "",
) -> Payload:
    """A shortcut from the menu, or from one message when it is given."""
    kind = "shortcut" if message is None else "message_action"
    payload = _interaction(kind, user) | {
        "callback_id": callback_id,
        "action_ts": action_ts,
    }
    if message is None or channel is None:
        return payload
    return payload | {
        "message": describe_message(message),
        "message_ts": message.ts,
        "channel": {"id": channel.id, "name": channel.name},
        "response_url": response_url,
    }


def suggestion_request(
    *, user: str, view: View, block_id: str, action_id: str, typed: str
) -> Payload:
    """What a select with external options asks the app (block_suggestion)."""
    return _interaction("block_suggestion", user) | {
        "container": {"type": "view", "view_id": view.id},
        "view": describe_view(view),
        "block_id": block_id,
        "action_id": action_id,
        "value": typed,
    }


def event_callback(event: Payload, *, event_id: str, event_time: int) -> Payload:
    """An event of the Events API."""
    return {
        "token": VERIFICATION,
        "team_id": TEAM_ID,
        "api_app_id": APP_ID,
        "event": event,
        "type": "event_callback",
        "event_id": event_id,
        "event_time": event_time,
        "is_ext_shared_channel": False,
        "authorizations": [
            {
                "enterprise_id": None,
                "team_id": TEAM_ID,
                "user_id": BOT_USER_ID,
                "is_bot": True,
                "is_enterprise_install": False,
            }
        ],
    }
