"""How old is what is open, over all customers or all suppliers?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from collector_bot.core.insight.ageing import BOUNDS, Aged, total
from collector_bot.core.ledger import AccountId, AccountSide
from collector_bot.core.money import Money
from collector_bot.store import accounts, items

_EDGES = tuple(bounds.last for bounds in BOUNDS[1:] if bounds.last is not None)


@dataclass(frozen=True, slots=True)
class AgedAccount:
    """One account in one currency, by age."""

    account_id: AccountId
    code: str
    name: str
    aged: Aged
    oldest_due: date | None


@dataclass(frozen=True, slots=True)
class AgedLedger:
    """Every account with something open, and the sums of all: one a currency."""

    today: date
    side: AccountSide
    totals: tuple[Aged, ...]
    rows: tuple[AgedAccount, ...]


def aged_ledger(
    connection: Connection,
    *,
    today: date,
    side: AccountSide = AccountSide.CUSTOMER,
) -> AgedLedger:
    """Return the aged balance of all accounts of a side, by account and currency."""
    found = [
        (row.account_id, row.oldest_due, _signed(row))
        for row in items.aged(connection, today=today, bounds=_EDGES, side=side.value)
    ]
    named = accounts.names(connection, [account_id for account_id, _, _ in found])
    rows = tuple(
        AgedAccount(account_id, *named[account_id], aged, oldest)
        for account_id, oldest, aged in found
    )
    return AgedLedger(today, side, total([row.aged for row in rows]), rows)


def _signed(row: items.Aged) -> Aged:
    """Return a row of the store with its credits taken off what is not due."""
    first, *late = row.buckets
    amounts = (first - row.credits, *late)
    return Aged(
        tuple(Money(minor, row.currency) for minor in amounts),
        Money(-row.credits, row.currency),
    )
