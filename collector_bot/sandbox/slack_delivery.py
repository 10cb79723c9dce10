"""What happens to something sent to the app: its answer, how long it took, or none."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Protocol

ACK_SECONDS = 3.0


class EnvelopeType(StrEnum):
    """The kinds of envelopes an app receives."""

    COMMAND = "slash_commands"
    INTERACTIVE = "interactive"
    EVENT = "events_api"


@dataclass(frozen=True, slots=True)
class Retry:
    """Which repetition of an event this is, and why it is repeated."""

    number: int
    reason: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """How the app answered one interaction.

    `payload` is what came with the acknowledgement, None without any. `latency`
    is in seconds. `errors` are the complaints shown in a modal, by block id.
    `notice` is what Slack itself tells the person when something went wrong.
    """

    payload: Mapping[str, Any] | None = None
    latency: float = 0.0
    timed_out: bool = False
    errors: Mapping[str, str] = field(default_factory=dict)
    notice: str = ""


CommandOutcome = Outcome


class Delivery(Protocol):
    """A way to reach the app."""

    async def send(
        self,
        kind: EnvelopeType,
        payload: dict[str, Any],
        *,
        retry: Retry | None = None,
    ) -> Outcome:
        """Send one payload and wait for its acknowledgement."""
        ...
