"""What can be seen in a sandbox by now, and waiting until something is."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable, Collection, Iterable
from typing import Any, TypeVar

from collector_bot.sandbox.letter import PIECE, Letter
from collector_bot.sandbox.slack_blocks import interactive_elements
from collector_bot.sandbox.slack_delivery import Outcome
from collector_bot.sandbox.slack_server import Message, render_text
from collector_bot.sandbox.world import World

Found = TypeVar("Found")
_LOOK_SECONDS = 0.1
_SPACES = re.compile(r"[\s\u00a0\u202f\u2009]+")
_BETWEEN_DIGITS = re.compile(r"(?<=\d)[ ,.'](?=\d)")


class NotSeenError(Exception):
    """Something a step needs did not become visible in time."""


def compact(text: str) -> str:
    """Return a text whose amounts are bare digits, whatever their separators.

    Example:
        >>> compact("4\u202f812,60\u00a0€") == compact("4 812.60 €")
        True
    """
    return _BETWEEN_DIGITS.sub("", _SPACES.sub(" ", text))


class Watcher:
    """Looks at one sandbox from outside, as its people do.

    Args:
        world: an open sandbox.
        seconds: how long to wait for one thing.
    """

    def __init__(self, world: World, *, seconds: float = 60.0) -> None:
        self.world = world
        self.stage = world.stage
        self._seconds = seconds
        self._pause = threading.Event()

    def until(
        self, look: Callable[[], Found | None], *, what: str | Callable[[], str]
    ) -> Found:
        """Return what `look` finds, asking again until it finds something.

        `what` names the thing waited for; a function names it at the end.

        Raises:
            NotSeenError: it found nothing in time, or the product ended meanwhile.
        """

        def name() -> str:
            return what if isinstance(what, str) else what()

        deadline = time.monotonic() + self._seconds
        while True:
            found = look()
            if found:
                return found
            product = self.stage.product
            if product is not None and not product.is_running:
                raise NotSeenError(f"'serve' has ended while waiting for {name()}")
            if time.monotonic() > deadline:
                raise NotSeenError(f"no {name()} within {self._seconds:.0f} seconds")
            self._pause.wait(_LOOK_SECONDS)

    def until_calm(self, *, seconds: float = 3.0) -> None:
        """Return once no mail has arrived and no card has changed for a while."""
        last: object = None
        since = time.monotonic()

        def look() -> bool:
            nonlocal last, since
            now = (len(self.stage.mailboxes.letters()), self.stage.slack.messages())
            if now != last:
                last, since = now, time.monotonic()
            return time.monotonic() - since >= seconds

        self.until(look, what="end of the run")

    def letters(self, account: str, *, after: int = 0) -> list[Letter]:
        """Return the mails an account received since mail number `after`.

        An account that is not in the books received none.
        """
        known = [c for c in self.stage.company.customers if c.firm.code == account]
        return [
            one
            for customer in known
            for address in customer.emails
            for one in self.stage.mailboxes.letters(address)
            if not one.outgoing and one.number > after
        ]

    def received(self, *, after: int = 0) -> list[Letter]:
        """Return every mail any customer received since mail number `after`."""
        return [
            one
            for one in self.stage.mailboxes.letters()
            if one.number > after
            and not one.outgoing
            and self.stage.customer_at(one.mailbox)
        ]

    def last_mail(self) -> int:
        """Return the number of the latest mail."""
        return len(self.stage.mailboxes.letters())

    def cards(
        self, *words: str, action: str = "", besides: Collection[str] = ()
    ) -> list[Message]:
        """Return the channel's messages that hold all words, and a button if asked.

        Those with a time stamp in `besides` are left out.
        """
        return [
            one
            for one in self.stage.slack.messages()
            if one.ts not in besides
            and _holds(render_text(one), words)
            and (not action or pressable(one, action))
        ]

    def whispers(self, user: str, *words: str) -> list[Message]:
        """Return what this person alone sees and that holds all words."""
        seen = self.stage.slack.ephemerals(user)
        return [one for one in seen if _holds(render_text(one), words)]

    def card_at(self, ts: str) -> Message | None:
        """Return the channel's message with this time stamp, as it is now."""
        found = (one for one in self.stage.slack.messages() if one.ts == ts)
        return next(found, None)

    def type_command(self, user: str, command: str, text: str) -> Outcome:
        """Type a slash command in the channel."""
        return self.world.server.call(self.stage.slack.command(user, command, text))

    def press(self, user: str, message: Message, action: str) -> Outcome:
        """Press a button of a message."""
        done = self.stage.slack.press(user, message.ts, action)
        return self.world.server.call(done)

    def account_of(self, message: Message) -> str:
        """Return the account a card is about, by code, invoice or name; or empty."""
        text = render_text(message)
        pieces = set(PIECE.findall(text))
        for one in self.stage.company.customers:
            firm = one.firm
            named = re.search(rf"\b{re.escape(firm.code)}\b", text) or firm.name in text
            owned = pieces & {entry.piece for entry in self.stage.company.of(firm.code)}
            if named or owned:
                return firm.code
        return ""


def pressable(message: Message, action: str) -> dict[str, Any] | None:
    """Return the element of a message with this action id."""
    for block in message.blocks:
        for element in interactive_elements(block):
            if element.get("action_id") == action:
                return dict(element)
    return None


def _holds(text: str, words: Iterable[str]) -> bool:
    seen = compact(text)
    return all(compact(word) in seen for word in words)
