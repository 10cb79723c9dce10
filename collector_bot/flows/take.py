"""What Slack delivered is a committed row before anything is done with it."""

from __future__ import annotations

from collector_bot.flows.desk import Desk
from collector_bot.store import cards


def take(desk: Desk, key: str, *, kind: str, user: str) -> bool:
    """Commit that Slack delivered something; False when it was delivered before."""
    with desk.database.writing() as connection:
        return cards.take(connection, key, kind=kind, user_id=user, at=desk.now())


def settle_taken(desk: Desk, key: str, *, outcome: str) -> None:
    """Record what came of it."""
    with desk.database.writing() as connection:
        cards.settle(connection, key, outcome=outcome, at=desk.now())


def unfinished(desk: Desk) -> int:
    """Return how many presses a stopped process left unfinished; people press again."""
    with desk.database.reading() as connection:
        return cards.unfinished(connection)
