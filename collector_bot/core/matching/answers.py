"""One way to explain a payment, and the parts it would letter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from collector_bot.core.ledger import EntryId, OpenItem
from collector_bot.core.lettering import age_key, part_key, part_of
from collector_bot.core.matching.priors import Rule
from collector_bot.core.suggestion import DifferenceCause, Part

Amount = tuple[OpenItem, int]


@dataclass(frozen=True, slots=True)
class Answer:
    """One way to explain a payment.

    Attributes:
        rule: how it was found.
        owed: the items it settles.
        credits: the credit notes taken along.
        weight: its share of all payments like this one, before normalising.
        elsewhere: the same, for choices of equal amounts that are not shown.
        difference: paid minus owed, minor units.
        cause: why they differ.
        facts: what `words` needs to say why.
        twins: other choices of items with the same amounts, or, by an advice, of
            payments.
        limits: how much of an entry at most, where it is not all that is open.
    """

    rule: Rule
    owed: tuple[OpenItem, ...]
    credits: tuple[OpenItem, ...]
    weight: float
    elsewhere: float = 0.0
    difference: int = 0
    cause: DifferenceCause = DifferenceCause.NONE
    facts: tuple[tuple[str, str], ...] = ()
    twins: int = 0
    limits: tuple[tuple[EntryId, int], ...] = ()

    @property
    def entries(self) -> frozenset[EntryId]:
        """Every entry it touches besides the payment."""
        return frozenset(item.entry_id for item in (*self.owed, *self.credits))

    @property
    def amounts(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Its amounts alone: answers that share them are told apart by age only."""
        return (
            tuple(sorted(item.open.minor for item in self.owed)),
            tuple(sorted(item.open.minor for item in self.credits)),
        )

    @property
    def age(self) -> tuple[object, ...]:
        """Orders answers of equal weight: the oldest items first."""
        return tuple(sorted(age_key(item) for item in (*self.owed, *self.credits)))


def parts_of(payment: OpenItem, answer: Answer) -> tuple[Part, ...]:
    """Return the parts `answer` letters of `payment` and its items, () when none."""
    limits = dict(answer.limits)
    owed, taken = (
        [(item, limits.get(item.entry_id, item.open.minor)) for item in items]
        for items in (answer.owed, answer.credits)
    )
    shared = answer.cause is not DifferenceCause.PARTIAL
    return settle(payment, owed, taken, touch_all=shared)


def settle(
    payment: OpenItem,
    owed: Sequence[Amount],
    taken: Sequence[Amount],
    *,
    touch_all: bool = False,
) -> tuple[Part, ...]:
    """Return parts whose debits equal their credits, () when there are none.

    Credits in `taken` are used whole, the payment as far as it goes. What it does not
    cover stays open on the youngest items of `owed`.

    Args:
        payment: the open payment.
        owed: items and how much of each to settle at most, minor units.
        taken: credits taken along and how much of each, minor units.
        touch_all: leave what is not covered on one item, the youngest large enough,
            so that every other one is settled.
    """
    credit = sum(minor for _, minor in taken)
    total = sum(minor for _, minor in owed)
    paid = min(payment.open.minor, total - credit)
    if paid <= 0:
        return ()
    oldest_first = sorted(owed, key=lambda pair: age_key(pair[0]))
    short = total - credit - paid
    if touch_all:
        bearer = next((one for one in reversed(oldest_first) if one[1] > short), None)
        if bearer:
            oldest_first.remove(bearer)
            oldest_first.append(bearer)
    left = paid + credit
    parts = [part_of(payment, paid), *(part_of(item, minor) for item, minor in taken)]
    for item, minor in oldest_first:
        part = min(minor, left)
        if part:
            left -= part
            parts.append(part_of(item, part))
    return tuple(sorted(parts, key=part_key))
