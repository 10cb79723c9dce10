"""Cards are enqueued by what they are about; what they show is read when they leave."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection

from collector_bot.core.ledger import AccountId
from collector_bot.store import outbox

PAYMENTS = "payments"  # the kind of the card of payments without an account, by day


def show(
    connection: Connection,
    subject: str,
    *,
    at: datetime,
    turn: str = "first",
    account_id: AccountId | None = None,
) -> None:
    """Have the card of `suggestion:12`, `letter:7`, `mail:3` … posted or rewritten.

    Args:
        turn: what happened to it; the same happening shows the card once.
    """
    outbox.enqueue(
        connection,
        outbox.Message(
            key=f"card:{subject}:{turn}",
            channel="slack",
            kind="card",
            account_id=account_id,
            payload={"subject": subject},
        ),
        at=at,
    )
