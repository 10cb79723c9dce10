"""One payment, what it says, and what it can settle."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from collector_bot.core.ledger import OpenItem
from collector_bot.core.matching.advice import Resolved
from collector_bot.core.matching.differences import cause_of
from collector_bot.core.matching.pool import TAKEN_ALONG, Pool, View
from collector_bot.core.matching.priors import CREDITS_TRIED_MAX
from collector_bot.core.suggestion import DifferenceCause

Taken = tuple[OpenItem, ...]
# Advices that may announce a payment, each with the number of other payments it may
# announce instead.
Announced = tuple[tuple[Resolved, int], ...]


@dataclass(frozen=True, eq=False)
class Case:
    """One payment, what it says, and what it can settle.

    Attributes:
        payment: the open payment.
        pool: the open items of its account.
        text: its label and whatever else is said about it.
        paid_on: the day it was made.
        advices: advices that may announce it, each with the number of other
            payments it may announce instead.
    """

    payment: OpenItem
    pool: Pool
    text: str
    paid_on: date
    advices: Announced = ()

    @property
    def total(self) -> int:
        """What was paid, minor units."""
        return self.payment.open.minor

    @property
    def currency(self) -> str:
        """ISO 4217 code of everything here."""
        return self.payment.open.currency

    @cached_property
    def view(self) -> View:
        """What it can settle without naming it."""
        return self.pool.view(self.paid_on)

    @cached_property
    def credits(self) -> tuple[OpenItem, ...]:
        """Credit notes and advances that may be taken along, the payment excepted."""
        own = self.payment.entry_id
        return tuple(item for item in self.view.credits if item.entry_id != own)

    @cached_property
    def choices_of_credits(self) -> tuple[Taken, ...]:
        """None excepted: all credits together, then single ones."""
        credits_ = self.credits
        if len(credits_) <= 1:
            return (credits_,) if credits_ else ()
        return (credits_, *((item,) for item in credits_[:CREDITS_TRIED_MAX]))

    def may_settle(self, item: OpenItem) -> bool:
        """Whether the payment may settle `item`, or take it along."""
        if item.entry_id not in self.pool.known or item.entry_id == (
            self.payment.entry_id
        ):
            return False
        return item.side is not self.pool.paying or item.kind in TAKEN_ALONG

    def weighted_credits(self, taken_share: float) -> list[tuple[Taken, int, float]]:
        """Return choices of credits, the total to find with each, and their share."""
        choices = self.choices_of_credits
        if not choices:
            return [((), self.total, 1.0)]
        each = taken_share / len(choices)
        return [
            ((), self.total, 1 - taken_share),
            *(
                (taken, self.total + sum(item.open.minor for item in taken), each)
                for taken in choices
            ),
        ]

    def early(self, items: Sequence[OpenItem]) -> bool:
        """Whether each of `items` was paid by its due date."""
        return all(
            item.due_on is not None and self.paid_on <= item.due_on for item in items
        )

    def cause(self, items: Sequence[OpenItem], owed: int) -> DifferenceCause:
        """Name why the payment is not `owed`, the sum of `items`."""
        return cause_of(
            owed,
            self.total,
            currency=self.currency,
            early=self.early(items),
            text=self.text,
        )
