"""The Web API over HTTP: which method a call means, and how it is answered."""

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from collector_bot.sandbox import slack_web_chat as chat
from collector_bot.sandbox import slack_web_files as files
from collector_bot.sandbox import slack_web_people as people
from collector_bot.sandbox.slack_calls import (
    Call,
    CallError,
    check_token,
    read_arguments,
)
from collector_bot.sandbox.slack_faults import CallFault, Faults, PlannedCallFault
from collector_bot.sandbox.slack_socket import SocketDelivery
from collector_bot.sandbox.slack_views import Views
from collector_bot.sandbox.slack_web_views import view_methods
from collector_bot.sandbox.slack_workspace import Workspace

SCOPES = (
    "commands,chat:write,users:read,users:read.email,im:write,files:write,"
    "groups:read,groups:history,reactions:write"
)
CALLS_KEPT = 1000

_METHODS: dict[str, Callable[[Call], dict[str, Any]]] = {
    "api.test": lambda call: {"args": dict(call.arguments)},
    "auth.test": people.auth_test,
    "chat.postMessage": chat.post_message,
    "chat.postEphemeral": chat.post_ephemeral,
    "chat.update": chat.update,
    "chat.delete": chat.delete,
    "chat.getPermalink": chat.get_permalink,
    "reactions.add": chat.add_reaction,
    "reactions.remove": chat.remove_reaction,
    "users.info": people.users_info,
    "users.list": people.users_list,
    "users.lookupByEmail": people.users_lookup_by_email,
    "conversations.open": people.conversations_open,
    "conversations.info": people.conversations_info,
    "conversations.list": people.conversations_list,
    "conversations.members": people.conversations_members,
    "conversations.history": people.conversations_history,
    "conversations.replies": people.conversations_replies,
    "files.getUploadURLExternal": files.get_upload_url,
    "files.completeUploadExternal": files.complete_upload,
    "files.info": files.files_info,
}


@dataclass(slots=True)
class MessageRate:
    """How fast an app may post to one conversation: so many a second after a burst."""

    per_second: float = 1.0
    burst: int = 20
    elapsed: Callable[[], float] = time.monotonic
    _left: dict[str, tuple[float, float]] = field(default_factory=dict)

    def take(self, channel: str) -> bool:
        """Use up one message; false when the conversation has none left."""
        now = self.elapsed()
        left, since = self._left.get(channel, (float(self.burst), now))
        left = min(float(self.burst), left + (now - since) * self.per_second)
        allowed = left >= 1.0
        self._left[channel] = (left - 1.0 if allowed else left, now)
        return allowed


@dataclass(slots=True)
class WebApi:
    """The methods of one workspace, with the faults asked for."""

    workspace: Workspace
    views: Views
    socket: SocketDelivery
    faults: Faults
    message_rate: MessageRate | None = None
    calls: deque[str] = field(default_factory=lambda: deque(maxlen=CALLS_KEPT))

    async def answer(self, request: web.Request) -> web.Response:
        """Answer one call; a refused one is still a 200, as Slack's are."""
        method = request.match_info["method"]
        self.workspace.base_url = self.workspace.base_url or str(request.url.origin())
        self.calls.append(method)
        planned = self.faults.take_call(method)
        if planned is not None and planned.fault is not CallFault.DROP:
            return _faulty(planned)
        try:
            body = {"ok": True} | await self._carry_out(request, method)
        except _TooFastError:
            return _faulty(PlannedCallFault(CallFault.RATE_LIMITED, method, 1))
        except CallError as error:
            body = error.body()
        if planned is not None and request.transport is not None:
            request.transport.close()
        scopes = {"X-OAuth-Scopes": SCOPES} if method == "auth.test" else {}
        return web.json_response(body, headers=scopes)

    async def respond(self, request: web.Request) -> web.Response:
        """Take what an app posts to a response URL."""
        try:
            sent = await read_arguments(request)
            chat.respond(self.workspace, request.match_info["ticket"], sent)
        except CallError as error:
            gone = error.code in {"used_url", "expired_url", "invalid_url"}
            return web.json_response(error.body(), status=404 if gone else 400)
        return web.Response(text="ok")

    async def _carry_out(self, request: web.Request, method: str) -> dict[str, Any]:
        arguments = await read_arguments(request)
        check_token(request, arguments, method)
        if method == "apps.connections.open":
            link = self.workspace.base_url.replace("http", "ws", 1)
            link += self.socket.issue_ticket()
            return {"url": link}
        known = _METHODS | view_methods(self.views)
        if method not in known:
            raise CallError("unknown_method")
        call = Call(method, arguments, self.workspace)
        rate = self.message_rate if method == "chat.postMessage" else None
        if rate is not None and not rate.take(call.channel().id):
            raise _TooFastError
        return known[method](call)


class _TooFastError(Exception):
    """More messages than a conversation takes."""


def _faulty(planned: PlannedCallFault) -> web.Response:
    if planned.fault is CallFault.SERVER_ERROR:
        return web.Response(status=500, text="Internal Server Error")
    return web.json_response(
        {"ok": False, "error": "ratelimited"},
        status=429,
        headers={"Retry-After": str(planned.retry_after)},
    )
