"""Which letters wait, left, failed or are uncertain, and what does one of them say?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from collector_bot.core.ledger import Account, OutboxId
from collector_bot.store import accounts, decisions, outbox
from collector_bot.store.decisions import Decided
from collector_bot.store.outbox import Queued

UNSETTLED = ("awaiting_approval", "uncertain", "failed")


@dataclass(frozen=True, slots=True)
class LetterLine:
    """One letter in a list."""

    message: Queued
    code: str
    name: str


@dataclass(frozen=True, slots=True)
class LetterDetail:
    """One letter as it stands; `decision` is None when nobody had to answer yet."""

    message: Queued
    account: Account | None
    decision: Decided | None


def letters_in(
    connection: Connection, states: Sequence[str] = UNSETTLED
) -> tuple[LetterLine, ...]:
    """Return the letters in these states, oldest first."""
    found = [one for one in outbox.listed(connection, states) if one.channel == "mail"]
    ids = [one.account_id for one in found if one.account_id is not None]
    named = accounts.names(connection, ids)
    return tuple(
        LetterLine(one, *named.get(one.account_id or 0, ("", ""))) for one in found
    )


def letter_detail(connection: Connection, outbox_id: OutboxId) -> LetterDetail | None:
    """Return one letter, None when there is no such number."""
    message = outbox.get(connection, outbox_id)
    if message is None or message.channel != "mail":
        return None
    account = (
        accounts.by_id(connection, message.account_id)
        if message.account_id is not None
        else None
    )
    decision = decisions.decision_on(connection, f"letter:{outbox_id}")
    return LetterDetail(message, account, decision)
