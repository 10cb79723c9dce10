"""Mails to a customer: their lines, and short ones beside the letters we chase by."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from sqlalchemy import Connection

from collector_bot.core.ledger import AccountId, OpenItem, OutboxId
from collector_bot.flows.desk import Desk, Envelope
from collector_bot.letters import Language, LetterItem
from collector_bot.store import beats, outbox


def line_of(item: OpenItem, language: Language, *, overdue_days: int = 0) -> LetterItem:
    """Return an item as a mail lists it."""
    return LetterItem(
        item.named(language),
        item.dated_on,
        item.due_on,
        item.amount,
        item.open,
        overdue_days,
        item.label,
    )


def enqueue_reply(
    desk: Desk,
    connection: Connection,
    envelope: Envelope,
    *,
    account_id: AccountId,
    waits_by: str = "",
) -> OutboxId:
    """Enqueue a short mail to one address, once for its key.

    Args:
        waits_by: who drafted it, where a manager approves it before it leaves.
    """
    mime, message_id = desk.compose(envelope, beats.letter_key(connection))
    message = outbox.Message(
        key=envelope.key,
        channel="mail",
        kind="reply",
        account_id=account_id,
        subject=envelope.subject,
        recipient=envelope.to[0],
        text=envelope.text,
        mime=mime,
        message_id=message_id,
    )
    if waits_by:
        message = replace(
            message,
            state="awaiting_approval",
            created_by=waits_by,
            digest=hashlib.sha256(mime).hexdigest()[:16],
        )
    return outbox.enqueue(connection, message, at=envelope.at)
