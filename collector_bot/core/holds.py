"""Promises, disputes and holds: what keeps an item from being chased, and how long."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from collector_bot.core.ledger import AccountId, EntryId, OpenItem
from collector_bot.core.money import Money


class PromiseState(StrEnum):
    """What people decided about a promise."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    CANCELLED = "cancelled"


class PromiseStatus(StrEnum):
    """What became of a promise: computed from letterings and the day, never set."""

    PROPOSED = "proposed"
    OPEN = "open"
    KEPT = "kept"
    BROKEN = "broken"
    REJECTED = "rejected"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class PromiseToPay:
    """A promise as it is recorded.

    Attributes:
        amount: what was promised; None when no amount was said (all of the items).
        baseline: open amount of its items when it was made.
        open_now: open amount of its items today.
        why_proposed: why a person must accept it first; "" when it holds by itself.
    """

    id: int
    account_id: AccountId
    promised_on: date
    made_on: date
    amount: Money | None
    baseline: Money
    open_now: Money
    state: PromiseState
    entered_by: str
    entry_ids: tuple[EntryId, ...]
    mail_id: int | None = None
    why_proposed: str = ""

    @property
    def expected(self) -> Money:
        """What has to be settled for the promise to be kept."""
        if self.amount is None or self.baseline < self.amount:
            return self.baseline
        return self.amount

    def status(self, today: date, *, grace_days: int) -> PromiseStatus:
        """Return kept once the promised amount is settled, broken after the grace.

        Example:
            >>> euro = lambda minor: Money(minor, "EUR")
            >>> def promise(open_now):
            ...     return PromiseToPay(1, AccountId(1), date(2026, 3, 20),
            ...         date(2026, 3, 1), None, euro(120_00), euro(open_now),
            ...         PromiseState.ACCEPTED, "mail", (EntryId(1),))
            >>> str(promise(120_00).status(date(2026, 3, 23), grace_days=3))
            'open'
            >>> str(promise(120_00).status(date(2026, 3, 24), grace_days=3))
            'broken'
            >>> str(promise(0).status(date(2026, 3, 24), grace_days=3))
            'kept'
        """
        if self.state is not PromiseState.ACCEPTED:
            return PromiseStatus(self.state.value)
        if self.expected <= self.baseline - self.open_now:
            return PromiseStatus.KEPT
        last = self.promised_on + timedelta(days=grace_days)
        return PromiseStatus.BROKEN if today > last else PromiseStatus.OPEN


def promised_items(
    items: Sequence[OpenItem],
    *,
    pieces: Sequence[str],
    amount: Money | None,
    on: date,
) -> tuple[OpenItem, ...]:
    """Return which open debits a promise is about.

    Named pieces are what they say. Without any, an amount covers items oldest first
    as far as it goes (the last one may be covered in part); with neither, the promise
    is about everything due by its date. Our choice: a promise suspends no more than
    what it speaks of.

    Args:
        items: open items of the account, oldest due first.
        on: the promised day.
    """
    debits = [item for item in items if item.is_debit and item.due_on]
    if pieces:
        return tuple(item for item in debits if item.title in pieces)
    due = [item for item in debits if item.due_on and item.due_on <= on]
    if amount is None:
        return tuple(due)
    exact = [item for item in due if item.open == amount]
    if len(exact) == 1:
        return (exact[0],)
    chosen: list[OpenItem] = []
    left = amount.minor
    for item in due:
        if left <= 0:
            break
        if item.open.currency == amount.currency:
            chosen.append(item)
            left -= item.open.minor
    return tuple(chosen)
