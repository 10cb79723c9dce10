"""What would the books write for debts that may not be paid?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from collector_bot.core.corrections import Chart
from collector_bot.core.doubtful import Proposal, doubtful_path
from collector_bot.core.ledger import Account
from collector_bot.core.money import Money
from collector_bot.core.refusals import UnknownPieceError
from collector_bot.store import items


@dataclass(frozen=True, slots=True)
class DoubtfulDebt:
    """What is owed on one account in one currency, and the steps proposed for it."""

    owed: Money
    pieces: tuple[str, ...]
    steps: tuple[Proposal, ...]


def doubtful_debts(
    connection: Connection,
    account: Account,
    *,
    pieces: Sequence[str],
    loss_percent: int,
    chart: Chart,
    today: date,
) -> list[DoubtfulDebt]:
    """Return the way of some open debts, or of all that is overdue, by currency.

    Raises:
        UnknownPieceError: nothing is owed under a piece.
    """
    owed = [one for one in items.of_account(connection, account.id) if one.is_debit]
    wanted = {piece.strip().upper() for piece in pieces}
    for piece in pieces:
        if piece.strip().upper() not in {one.title.upper() for one in owed}:
            raise UnknownPieceError(piece=piece, account=account.code)
    chosen = [
        one
        for one in owed
        if (one.title.upper() in wanted if wanted else one.overdue_days(today) > 0)
    ]
    found = []
    for currency in sorted({one.open.currency for one in chosen}):
        some = [one for one in chosen if one.open.currency == currency]
        total = Money(sum(one.open.minor for one in some), currency)
        steps = doubtful_path(total, loss_percent=loss_percent, chart=chart)
        found.append(DoubtfulDebt(total, tuple(one.title for one in some), steps))
    return found
