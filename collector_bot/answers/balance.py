"""How does an account stand, and what is known that explains it?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from collector_bot.answers.find import Names, find_account
from collector_bot.core.dunning import SkipReason
from collector_bot.core.holds import PromiseState, PromiseStatus, PromiseToPay
from collector_bot.core.insight.ageing import Aged, age
from collector_bot.core.ledger import Account, AccountSide, OpenItem, Side
from collector_bot.core.money import Money
from collector_bot.store import disputes, dunning, items, promises, surveys
from collector_bot.store.disputes import OpenDispute, PlacedHold
from collector_bot.store.surveys import SentStep

__all__ = ["Balance", "InCurrency", "LeftAlone", "Names", "balance_of", "find_account"]

_PROMISES_SHOWN = 5


@dataclass(frozen=True, slots=True)
class InCurrency:
    """What is open in one currency.

    Attributes:
        aged: signed amounts by age; credits stand in "not due" and count minus.
        not_due: what is owed and not due yet, before credits.
        credits: open payments and credit notes not used yet, as a positive amount.
        oldest: the item past due for longest; None when nothing is.
        count: how many items are open.
    """

    aged: Aged
    not_due: Money
    credits: Money
    oldest: OpenItem | None
    count: int


@dataclass(frozen=True, slots=True)
class LeftAlone:
    """Why the last run that left items of the account alone did so."""

    on: date
    currency: str
    reason: SkipReason
    pieces: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Balance:
    """One account as it stands on a day.

    Attributes:
        in_currencies: one a currency that has something open; none when all is settled.
        promises: with what became of each, latest date first, five at most.
        last_letter: the latest letter of the procedure, sent or not.
        last_payment: date and amount of the latest payment that came in.
        left_alone: why the last run that skipped items of it did.
    """

    account: Account
    today: date
    in_currencies: tuple[InCurrency, ...]
    promises: tuple[tuple[PromiseToPay, PromiseStatus], ...]
    disputes: tuple[OpenDispute, ...]
    holds: tuple[PlacedHold, ...]
    last_letter: SentStep | None
    last_payment: tuple[date, Money] | None
    left_alone: tuple[LeftAlone, ...]


def balance_of(
    connection: Connection, account: Account, *, today: date, grace_days: int
) -> Balance:
    """Return how a customer's or a supplier's account stands.

    Args:
        grace_days: days after its date a promise is not called broken yet.
    """
    opens = items.of_account(connection, account.id)
    return Balance(
        account,
        today,
        _in_currencies(account, opens, today),
        _promises(connection, account, today=today, grace_days=grace_days),
        tuple(disputes.disputes_of(connection, account.id)),
        tuple(disputes.holds_of(connection, account.id, today=today)),
        surveys.last_step(connection, account.id),
        items.last_payment(connection, account.id),
        _left_alone(connection, account, opens),
    )


def _in_currencies(
    account: Account, opens: list[OpenItem], today: date
) -> tuple[InCurrency, ...]:
    owed = Side.DEBIT if account.side is AccountSide.CUSTOMER else Side.CREDIT
    found = []
    for aged in age(opens, today=today, owed=owed):
        mine = [item for item in opens if item.open.currency == aged.currency]
        late = [
            item for item in mine if item.side is owed and item.overdue_days(today) > 0
        ]
        oldest = max(late, key=lambda item: item.overdue_days(today), default=None)
        found.append(
            InCurrency(
                aged,
                aged.amounts[0] - aged.unapplied,
                -aged.unapplied,
                oldest,
                len(mine),
            )
        )
    return tuple(found)


def _promises(
    connection: Connection, account: Account, *, today: date, grace_days: int
) -> tuple[tuple[PromiseToPay, PromiseStatus], ...]:
    told = [
        (promise, promise.status(today, grace_days=grace_days))
        for promise in promises.of_account(connection, account.id)
        if promise.state in {PromiseState.PROPOSED, PromiseState.ACCEPTED}
    ]
    return tuple(told[:_PROMISES_SHOWN])


def _left_alone(
    connection: Connection, account: Account, opens: list[OpenItem]
) -> tuple[LeftAlone, ...]:
    """Return the skips of items that are still open; settled ones explain nothing."""
    pieces = {item.entry_id: item.title for item in opens}
    told = []
    for on, currency, reason, ids in dunning.last_skips(connection, account.id):
        still = tuple(pieces[one] for one in ids if one in pieces)
        if still:
            told.append(LeftAlone(on, currency, reason, still))
    return tuple(told)
