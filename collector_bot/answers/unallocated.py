"""Which payments on the bank has nobody been recognised for, and who may it be?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from collector_bot.answers.find import NEAREST, Names
from collector_bot.core.ledger import Account, AccountId, AccountSide
from collector_bot.store import accounts, allocations
from collector_bot.store.bank import KnownLine


@dataclass(frozen=True, slots=True)
class Near:
    """An account that may have paid; `owes` when it owes this very amount."""

    account: Account
    owes: bool


@dataclass(frozen=True, slots=True)
class UnallocatedPayment:
    """A payment nobody was recognised for, and at most three that may have paid."""

    known: KnownLine
    near: tuple[Near, ...]


@dataclass(frozen=True, slots=True)
class Unallocated:
    """The oldest payments without an account; `count` is of all of them."""

    rows: tuple[UnallocatedPayment, ...]
    count: int


def unallocated_payments(
    connection: Connection, *, limit: int, names: Names | None = None
) -> Unallocated:
    """Return the oldest payments that wait for a person to say whose they are.

    Args:
        names: kept by who asks often; None reads all names for this question.
    """
    found, count = allocations.unallocated(connection, limit=limit)
    owing = allocations.owing(connection, [one.line.amount for one in found])
    known = names or Names()
    rows = []
    for one in found:
        owes = owing.get(one.line.amount, [])
        few = owes if len(owes) <= NEAREST else []
        called = known.nearest(connection, one.line.name) if one.line.name else []
        rows.append(UnallocatedPayment(one, _near(connection, few, called)))
    return Unallocated(tuple(rows), count)


def _near(
    connection: Connection, owes: Sequence[AccountId], called: Sequence[AccountId]
) -> tuple[Near, ...]:
    """Return who owes this very amount on one item, then who is called so."""
    ids = list(dict.fromkeys([*owes, *called]))
    near = [Near(accounts.by_id(connection, one), one in owes) for one in ids]
    customers = [one for one in near if one.account.side is AccountSide.CUSTOMER]
    return tuple(customers[:NEAREST])
