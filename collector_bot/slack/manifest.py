"""The app's manifest, made from the same tables as its listeners."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from collector_bot.core.outside import RequestUrlError, RequestUrlMissingError
from collector_bot.slack.app import COMMANDS
from collector_bot.slack.door import SCOPES

_DESCRIBED = {
    "/balance": ("How an account stands", "name or code"),
    "/overdue": ("Who owes most too late", "[how many]"),
    "/matches": ("Suggested letterings that wait", "[account]"),
    "/promises": ("Promises to pay to watch", ""),
    "/collector": ("Approve, letter, promise, hold … and help", "help"),
}


def manifest(mode: str, *, request_url: str = "") -> dict[str, Any]:
    """Return the manifest to create the Slack app from.

    Args:
        mode: "socket" or "http", as configured.
        request_url: where Slack reaches the app over HTTP; who gives one means HTTP.

    Raises:
        RequestUrlError: it is no https:// address.
        RequestUrlMissingError: HTTP mode without one.
    """
    over_http = mode == "http" or bool(request_url)
    if over_http:
        _check(request_url)
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


def _check(request_url: str) -> None:
    if not request_url:
        raise RequestUrlMissingError
    try:
        parts = urlsplit(request_url)
        usable = parts.scheme == "https" and parts.hostname and parts.port != 0
    except ValueError:
        usable = False
    if not usable or not request_url.isprintable() or " " in request_url:
        raise RequestUrlError(url=request_url[:200])
