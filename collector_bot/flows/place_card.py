"""Where a card was posted is kept, so that it is rewritten and not posted again."""

from __future__ import annotations

from collector_bot.flows.desk import Desk
from collector_bot.store import cards
from collector_bot.store.cards import CardPlace


def remember_card(desk: Desk, subject: str, *, channel: str, ts: str) -> None:
    """Keep channel and timestamp of the message that shows a subject."""
    with desk.database.writing() as connection:
        cards.remember(connection, subject, CardPlace(channel, ts))
