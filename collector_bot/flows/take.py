"""What Slack delivered is a committed row before anything is done with it."""

from __future__ import annotations

from collector_bot.flows.desk import Desk
from collector_bot.store import cards
from collector_bot.store.cards import Taken


def take(desk: Desk, one: Taken) -> bool:
    """Commit that Slack delivered something; False when it was delivered before."""
    with desk.database.writing() as connection:
        return cards.take(connection, one, at=desk.now())


def settle_taken(desk: Desk, key: str, *, outcome: str) -> None:
    """Record what came of it."""
    with desk.database.writing() as connection:
        cards.settle(connection, key, outcome=outcome, at=desk.now())


def unfinished(desk: Desk) -> list[Taken]:
    """Return what a stopped process took and left undone, oldest first."""
    with desk.database.reading() as connection:
        return cards.unfinished(connection)
