"""What the sandbox's Slack remembers: messages, files, tickets and who listens."""

import asyncio
import copy
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from collector_bot.sandbox.slack_blocks import interactive_elements
from collector_bot.sandbox.slack_people import (
    BOT_ID,
    BOT_USER_ID,
    PEOPLE,
    Channel,
    channels,
)

TRIGGER_SECONDS = 3.0
RESPONSE_URL_SECONDS = 30 * 60.0
RESPONSE_URL_USES = 5

Blocks = tuple[dict[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Message:
    """One message of a conversation; `seen_by` names the reader of an ephemeral one."""

    channel: str
    ts: str
    user: str
    text: str
    blocks: Blocks = ()
    thread_ts: str = ""
    edited: bool = False
    seen_by: str = ""
    metadata: dict[str, Any] | None = None
    attachments: Blocks = ()
    files: tuple[dict[str, Any], ...] = ()
    reactions: tuple[tuple[str, str], ...] = ()  # (emoji name, user)

    @property
    def is_ephemeral(self) -> bool:
        """Whether one person alone sees it."""
        return bool(self.seen_by)


@dataclass(slots=True)
class UploadedFile:
    """One file on its way to a conversation, or shared in one."""

    id: str
    name: str
    length: int  # bytes announced
    title: str = ""
    content: bytes | None = None
    shared_in: tuple[str, ...] = ()


@dataclass(slots=True)
class Trigger:
    """The right to open one modal, given with each interaction."""

    user: str
    issued_at: float
    view_id: str = ""  # the modal the interaction took place in
    is_used: bool = False


@dataclass(slots=True)
class ResponseUrl:
    """The right to answer an interaction a few times."""

    user: str
    channel: str
    issued_at: float
    message_ts: str = ""  # the message the interaction took place in
    thread_ts: str = ""
    uses: int = 0


@dataclass(slots=True)
class Workspace:
    """The state of one Slack workspace; owned by the loop of its server."""

    now: Callable[[], float]
    base_url: str = ""
    channels: dict[str, Channel] = field(default_factory=channels)
    log: dict[str, list[Message]] = field(default_factory=dict)
    whispers: list[Message] = field(default_factory=list)
    typed: list[Message] = field(default_factory=list)
    files: dict[str, UploadedFile] = field(default_factory=dict)
    triggers: dict[str, Trigger] = field(default_factory=dict)
    response_urls: dict[str, ResponseUrl] = field(default_factory=dict)
    _counters: dict[str, int] = field(default_factory=dict)
    _last_micros: int = 0
    _listeners: list[Callable[[], None]] = field(default_factory=list)

    def number(self, kind: str) -> int:
        """The next number of a kind, from 1."""
        self._counters[kind] = self._counters.get(kind, 0) + 1
        return self._counters[kind]

    def next_id(self, prefix: str) -> str:
        """A fresh id of Slack's shape, such as F0000000001."""
        return f"{prefix}{self.number(prefix):010d}"

    def next_ts(self) -> str:
        """A time stamp of the sandbox's clock, later than every one before it."""
        micros = max(round(self.now() * 1_000_000), self._last_micros + 1)
        self._last_micros = micros
        return f"{micros // 1_000_000}.{micros % 1_000_000:06d}"

    def find_channel(self, reference: str) -> Channel | None:
        """The conversation meant by an id, a name, or a person's id."""
        if reference in self.channels:
            return self.channels[reference]
        person = PEOPLE.get(reference)
        if person is not None and not person.is_bot:
            return self.channels[person.direct_channel]
        wanted = reference.removeprefix("#")
        named = [c for c in self.channels.values() if c.name == wanted]
        return named[0] if named and not named[0].is_direct else None

    def find(self, channel: str, ts: str) -> Message | None:
        """The message of a conversation with this time stamp."""
        found = [m for m in self.log.get(channel, ()) if m.ts == ts]
        return found[0] if found else None

    def find_whisper(self, ts: str) -> Message | None:
        """The ephemeral message with this time stamp."""
        found = [m for m in self.whispers if m.ts == ts]
        return found[0] if found else None

    def add(self, message: Message) -> Message:
        """Keep a new message and tell who listens."""
        if message.is_ephemeral:
            self.whispers.append(message)
        else:
            self.log.setdefault(message.channel, []).append(message)
        self.changed()
        return message

    def rewrite(self, message: Message, **changes: Any) -> Message:
        """Replace a kept message by a changed one and tell who listens."""
        changed = replace(message, **changes)
        shelf = self._shelf(message)
        shelf[shelf.index(message)] = changed
        self.changed()
        return changed

    def remove(self, message: Message) -> None:
        """Forget a message and tell who listens."""
        self._shelf(message).remove(message)
        self.changed()

    def _shelf(self, message: Message) -> list[Message]:
        return self.whispers if message.is_ephemeral else self.log[message.channel]

    def with_ids(self, blocks: Any) -> Blocks:
        """A copy of the blocks in which each block and element has its id."""
        copied: list[dict[str, Any]] = copy.deepcopy(list(blocks or ()))
        for block in copied:
            if not block.get("block_id"):
                block["block_id"] = f"b{self.number('block')}"
            for element in interactive_elements(block):
                if not element.get("action_id"):
                    element["action_id"] = f"a{self.number('action')}"
        return tuple(copied)

    def issue_trigger(self, user: str, *, view_id: str = "") -> str:
        """A trigger id good for one modal within three seconds."""
        trigger_id = f"{self.number('trigger')}.sandbox"
        self.triggers[trigger_id] = Trigger(user, self.now(), view_id)
        return trigger_id

    def issue_response_url(self, url: ResponseUrl) -> str:
        """The address under which an interaction can be answered."""
        ticket = str(self.number("response"))
        self.response_urls[ticket] = url
        return f"{self.base_url}/response/{ticket}"

    def subscribe(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Call `listener` after every change; returns what ends it."""
        self._listeners.append(listener)

        def unsubscribe() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return unsubscribe

    def changed(self) -> None:
        """Tell who listens that something a person can see has changed."""
        for listener in tuple(self._listeners):
            listener()

    async def until(
        self, condition: Callable[[], object], *, within: float = 5.0
    ) -> None:
        """Wait until a condition holds, looking again after every change.

        Raises:
            TimeoutError: it did not come to hold within `within` seconds.
        """
        woken = asyncio.Event()
        unsubscribe = self.subscribe(woken.set)
        try:
            async with asyncio.timeout(within):
                while not condition():
                    woken.clear()
                    await woken.wait()
        finally:
            unsubscribe()


def describe_message(message: Message) -> dict[str, Any]:
    """The message object of the Web API and of interaction payloads."""
    described: dict[str, Any] = {
        "type": "message",
        "ts": message.ts,
        "user": message.user,
        "text": message.text,
    }
    if message.user == BOT_USER_ID:
        described |= {"bot_id": BOT_ID}
    optional: dict[str, Any] = {
        "blocks": list(message.blocks),
        "attachments": list(message.attachments),
        "files": list(message.files),
        "metadata": message.metadata,
        "thread_ts": message.thread_ts,
        "reactions": _describe_reactions(message),
    }
    described |= {name: value for name, value in optional.items() if value}
    if message.edited and not message.blocks:
        described["edited"] = {"user": message.user, "ts": message.ts}
    return described


def _describe_reactions(message: Message) -> list[dict[str, Any]]:
    names = dict.fromkeys(name for name, _ in message.reactions)
    by_name = {
        name: [user for given, user in message.reactions if given == name]
        for name in names
    }
    return [
        {"name": name, "users": users, "count": len(users)}
        for name, users in by_name.items()
    ]
