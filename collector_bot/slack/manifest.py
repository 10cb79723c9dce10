"""The app's manifest, made from the same tables as its listeners."""

from __future__ import annotations

from typing import Any

from collector_bot.slack.app import COMMANDS, SlackSettings

SCOPES = ("chat:write", "commands")
_DESCRIBED = {
    "/balance": ("How an account stands", "name or code"),
    "/overdue": ("Who owes most too late", "[how many]"),
    "/matches": ("Suggested letterings that wait", "[account]"),
    "/promises": ("Promises to pay to watch", ""),
    "/collector": ("Approve, letter, promise, hold … and help", "help"),
}


def manifest(settings: SlackSettings, *, request_url: str = "") -> dict[str, Any]:
    """Return the manifest to create the Slack app from.

    Args:
        request_url: where Slack reaches the app in HTTP mode; unused over sockets.
    """
    over_http = settings.mode == "http"
    address = {"url": request_url} if over_http else {}
    interactivity = {"request_url": request_url} if over_http else {}
    return {
        "display_information": {
            "name": "Collector",
            "description": "Chases, reads answers and suggests letterings.",
        },
        "features": {
            "bot_user": {"display_name": "collector", "always_online": True},
            "slash_commands": [
                {
                    "command": name,
                    "description": _DESCRIBED[name][0],
                    "should_escape": False,
                    **({"usage_hint": hint} if (hint := _DESCRIBED[name][1]) else {}),
                    **address,
                }
                for name in COMMANDS
            ],
        },
        "oauth_config": {"scopes": {"bot": list(SCOPES)}},
        "settings": {
            "interactivity": {"is_enabled": True, **interactivity},
            "socket_mode_enabled": not over_http,
            "org_deploy_enabled": False,
            "token_rotation_enabled": False,
        },
    }
