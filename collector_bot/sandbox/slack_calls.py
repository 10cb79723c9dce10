"""One call of the Web API: its arguments, its checks and the errors it may end in."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from collector_bot.sandbox.slack_blocks import Surface, check_blocks
from collector_bot.sandbox.slack_people import (
    APP_TOKEN,
    BOT_TOKEN,
    PEOPLE,
    Channel,
    Person,
)
from collector_bot.sandbox.slack_workspace import Workspace

_STRUCTURED = {"blocks", "view", "attachments", "metadata", "files"}
_TRUE = {"1", "true", "True"}


class CallError(Exception):
    """The Web API refuses a call; `code` is what Slack calls it."""

    def __init__(self, code: str, messages: Sequence[str] = ()) -> None:
        super().__init__(code)
        self.code = code
        self.messages = tuple(messages)

    def body(self) -> dict[str, Any]:
        """The answer Slack gives."""
        answer: dict[str, Any] = {"ok": False, "error": self.code}
        if self.messages:
            answer["errors"] = list(self.messages)
            prefixed = [f"[ERROR] {message}" for message in self.messages]
            answer["response_metadata"] = {"messages": prefixed}
        return answer


@dataclass(frozen=True, slots=True)
class Call:
    """One call of one method, its arguments decoded."""

    method: str
    arguments: dict[str, Any]
    workspace: Workspace

    @property
    def base_url(self) -> str:
        """Where the server listens, without a trailing slash."""
        return self.workspace.base_url

    def given(self, name: str) -> bool:
        """Whether an argument was sent with a value."""
        return self.arguments.get(name) is not None

    def text(self, name: str) -> str:
        """An argument as text; empty when it was not sent."""
        value = self.arguments.get(name)
        return "" if value is None else str(value)

    def required(self, name: str, error: str = "") -> str:
        """An argument as text.

        Raises:
            CallError: it was not sent; `error` names what Slack calls this.
        """
        value = self.text(name)
        if not value:
            missing = f"missing required field: {name}"
            raise CallError(error or "invalid_arguments", [missing])
        return value

    def flag(self, name: str) -> bool:
        """An argument as a boolean; false when it was not sent."""
        return self.arguments.get(name) is True or self.text(name) in _TRUE

    def whole(self, name: str, *, otherwise: int, most: int) -> int:
        """An argument as a whole number between 1 and `most`.

        Raises:
            CallError: it is something else.
        """
        value = self.text(name) or str(otherwise)
        if not value.isascii() or not value.isdigit() or int(value) < 1:
            raise CallError("invalid_arguments", [f"invalid number: {name}"])
        return min(int(value), most)

    def channel(self, name: str = "channel") -> Channel:
        """The conversation an argument names.

        Raises:
            CallError: there is none.
        """
        reference = self.required(name, "channel_not_found")
        found = self.workspace.find_channel(reference)
        if found is None:
            raise CallError("channel_not_found")
        return found

    def person(self, name: str = "user", *, error: str = "user_not_found") -> Person:
        """The person an argument names by id.

        Raises:
            CallError: there is none.
        """
        found = PEOPLE.get(self.text(name))
        if found is None:
            raise CallError(error)
        return found

    def blocks(self) -> list[dict[str, Any]]:
        """The blocks of a message, found good.

        Raises:
            CallError: Slack would refuse them.
        """
        return checked_blocks(self.arguments.get("blocks"))


def checked_blocks(blocks: Any) -> list[dict[str, Any]]:
    """The blocks of a message, found good; none at all when nothing was sent.

    Raises:
        CallError: Slack would refuse them.
    """
    if blocks is None or blocks == "":
        return []
    if not isinstance(blocks, list):
        raise CallError("invalid_blocks_format")
    complaints = check_blocks(blocks, surface=Surface.MESSAGE)
    if complaints:
        raise CallError("invalid_blocks", complaints)
    return blocks


async def read_arguments(request: web.Request) -> dict[str, Any]:
    """Decode a body sent as JSON, as a form, or as a form holding JSON.

    Raises:
        CallError: a body announced as JSON is not an object.
    """
    arguments: dict[str, Any] = dict(request.query)
    if request.content_type == "application/json":
        try:
            sent = json.loads(await request.text() or "{}")
        except ValueError as error:
            raise CallError("invalid_json") from error
        if not isinstance(sent, dict):
            raise CallError("json_not_object")
        arguments |= sent
    else:
        arguments |= dict(await request.post())
    for name in _STRUCTURED & arguments.keys():
        arguments[name] = _decoded(arguments[name])
    return arguments


def _decoded(value: Any) -> Any:
    if not isinstance(value, str) or not value.strip():
        return value
    try:
        return json.loads(value)
    except ValueError:
        return value


def check_token(request: web.Request, arguments: dict[str, Any], method: str) -> None:
    """Let the right token pass.

    Raises:
        CallError: none was sent, nobody has it, or it is of the other kind.
    """
    header = request.headers.get("Authorization", "")
    token = header.removeprefix("Bearer ") or str(arguments.get("token") or "")
    if not token:
        raise CallError("not_authed")
    if token not in {BOT_TOKEN, APP_TOKEN}:
        raise CallError("invalid_auth")
    wanted = APP_TOKEN if method == "apps.connections.open" else BOT_TOKEN
    if method != "auth.test" and token != wanted:
        raise CallError("not_allowed_token_type")
