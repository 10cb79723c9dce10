"""Cards leave the outbox: posted once, then rewritten where they stand."""

from __future__ import annotations

import logging
from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from collector_bot.flows.deliver import claim, refused, sent
from collector_bot.flows.desk import Desk
from collector_bot.flows.place_card import remember_card
from collector_bot.slack.app import post
from collector_bot.slack.cards.build import escaped
from collector_bot.slack.cards.limits import Card
from collector_bot.slack.show import card_for
from collector_bot.store import cards
from collector_bot.store.outbox import Queued

# What sending the same card again cannot mend; a revoked token or a channel the app
# was taken out of can be mended by people, so those are tried again.
_FINAL = frozenset(
    {
        "invalid_blocks",
        "invalid_blocks_format",
        "msg_too_long",
        "msg_blocks_too_long",
        "no_text",
        "invalid_arguments",
    }
)
_GONE = frozenset({"message_not_found", "cant_update_message", "edit_window_closed"})

log = logging.getLogger("collector_bot.slack")


def deliver_cards(desk: Desk, client: WebClient, channel: str) -> int:
    """Send every card that is due; return how many Slack took.

    The first refusal that may pass ends the round: what follows would meet it too.
    """
    taken = 0
    while (message := claim(desk, "slack")) is not None:
        card = card_for(desk, str(message.payload.get("subject", "")))
        if card is None:
            refused(desk, message, permanent=True, reason="unknown subject")
            continue
        try:
            ts = _show(desk, client, message, card=card, channel=channel)
        except SlackApiError as problem:
            error = str(problem.response.get("error", "unknown_error"))
            final = error in _FINAL
            log.warning("slack.card_refused subject=%s error=%s", _of(message), error)
            refused(desk, message, permanent=final, reason=error)
            if not final:
                return taken
        except OSError as problem:
            log.warning("slack.unreachable %s", type(problem).__name__)
            refused(desk, message, permanent=False, reason=type(problem).__name__)
            return taken
        else:
            sent(desk, message, proof=f"slack:{ts}")
            taken += 1
    return taken


def _of(message: Queued) -> str:
    return str(message.payload.get("subject", ""))


def _show(
    desk: Desk, client: WebClient, message: Queued, *, card: Card, channel: str
) -> str:
    """Rewrite the card where it stands, or post it and keep where."""
    subject = _of(message)
    with desk.database.reading() as connection:
        place = cards.place_of(connection, subject)
    extra = {
        "metadata": {
            "event_type": "collector_card",
            "event_payload": {"key": message.key},
        }
    }
    if place is not None:
        try:
            return _rewrite(client, card, channel=place.channel, ts=place.ts, **extra)
        except SlackApiError as problem:
            if problem.response.get("error") not in _GONE:
                raise
    ts = post(client, channel, card, **extra)
    remember_card(desk, subject, channel=channel, ts=ts)
    return ts


def _rewrite(
    client: WebClient, card: Card, *, channel: str, ts: str, **extra: Any
) -> str:
    client.chat_update(
        channel=channel,
        ts=ts,
        text=escaped(card.text),
        blocks=list(card.blocks),
        **extra,
    )
    return ts
