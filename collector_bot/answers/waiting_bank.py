"""Which payments on the bank wait to be lettered, and whose may they be?"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from collector_bot.core.bank import LineNature
from collector_bot.store import accounts, bank
from collector_bot.store.bank import KnownLine


@dataclass(frozen=True, slots=True)
class WaitingLine:
    """A bank line that waits, with code and name of its likely payer, "" for none."""

    known: KnownLine
    code: str
    name: str


def waiting_bank_lines(connection: Connection) -> tuple[WaitingLine, ...]:
    """Return what waits on the bank, oldest first, returns after payments."""
    found = [
        one
        for nature in (LineNature.RECEIVED, LineNature.RETURNED)
        for one in bank.waiting_lines(connection, nature=nature)
    ]
    named = accounts.names(
        connection, [one.account_id for one in found if one.account_id]
    )
    return tuple(
        WaitingLine(one, *named.get(one.account_id or 0, ("", ""))) for one in found
    )
