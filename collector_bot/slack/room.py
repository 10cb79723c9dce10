"""What every listener works with: the desk, its tongue, and the team's channel."""

from __future__ import annotations

from dataclasses import dataclass, field

from collector_bot.answers.find import Names
from collector_bot.flows.desk import Desk
from collector_bot.slack.cards.limits import Card
from collector_bot.slack.cards.modal import Form
from collector_bot.slack.cards.tongue import Tongue


@dataclass(frozen=True, slots=True)
class Shared:
    """A card the team's channel is shown, because somebody asked for it."""

    card: Card


# A sentence, a card, several in their order, a card for everybody, or a modal.
Answer = str | Card | list[Card] | Shared | Form


@dataclass(frozen=True, slots=True)
class Room:
    """One app's surroundings; `channel` is where cards are posted."""

    desk: Desk
    channel: str
    names: Names = field(default_factory=Names)

    @property
    def tongue(self) -> Tongue:
        """The language and local time of everything that is shown."""
        return tongue_of(self.desk)


def tongue_of(desk: Desk) -> Tongue:
    """Return how a desk says things to its team."""
    levels = {one.name: one.titled(desk.language) for one in desk.procedure.levels}
    return Tongue(desk.language, desk.timezone, levels)
