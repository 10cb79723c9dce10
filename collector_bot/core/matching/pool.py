"""The open items of one account, prepared once for many payments."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from itertools import accumulate
from math import comb, gcd

from collector_bot.core.ledger import EntryId, Kind, OpenItem, Side
from collector_bot.core.lettering import age_key
from collector_bot.core.matching.habits import Lesson
from collector_bot.core.matching.priors import (
    GRAIN_AMOUNTS_MIN,
    LATER_DAYS_ALLOWED,
    LIKENESS_PAIRS,
    LIKENESS_USUAL,
    PAID_PAIRS,
    PAID_USUAL,
    SHORTEST_KEY,
)
from collector_bot.core.references import ReferenceIndex, reference_key

# Kinds of credit that are taken along with a payment.
TAKEN_ALONG = frozenset({Kind.CREDIT_NOTE, Kind.ADVANCE, Kind.OTHER})


_DIGITS = str.maketrans("123456789", "0" * 9)


def shape_of(key: str) -> str:
    """Return a reference key with each digit written 0.

    Example:
        >>> shape_of("FA202600123")
        'FA000000000'
    """
    return key.translate(_DIGITS)


@dataclass(frozen=True, slots=True)
class Row:
    """Owed items in one order; `sums[n]` is what the first n have open together."""

    items: tuple[OpenItem, ...]
    sums: tuple[int, ...]
    length_of: dict[int, int]

    @classmethod
    def of(cls, items: Iterable[OpenItem]) -> Row:
        """Return the row of `items` in the order given."""
        ordered = tuple(items)
        sums = (0, *accumulate(item.open.minor for item in ordered))
        return cls(ordered, sums, {total: length for length, total in enumerate(sums)})


@dataclass(frozen=True, eq=False)
class View:
    """What one payment can settle: items dated late enough before it.

    Attributes:
        by_due: owed items by due date.
        by_date: owed items by document date; None when that is the same order.
        credits: credit notes and advances that may be taken along, oldest first.
    """

    by_due: Row
    by_date: Row | None
    credits: tuple[OpenItem, ...]
    by_amount: dict[int, list[OpenItem]] = field(default_factory=dict)

    @property
    def owed(self) -> tuple[OpenItem, ...]:
        """The owed items by due date."""
        return self.by_due.items

    @property
    def balance(self) -> int:
        """All owed, without credits; minor units."""
        return self.by_due.sums[-1]

    @cached_property
    def all_amounts(self) -> list[int]:
        """Every open amount owed, by due date, minor units."""
        return [item.open.minor for item in self.owed]

    @cached_property
    def amounts(self) -> list[int]:
        """The different open amounts owed, ascending, minor units."""
        return sorted(self.by_amount)

    @cached_property
    def step(self) -> int:
        """Greatest common divisor of all amounts, minor units, at least 1."""
        amounts = (item.open.minor for item in (*self.owed, *self.credits))
        return gcd(*amounts) or 1

    @property
    def grain(self) -> int:
        """How coarse amounts are here, minor units: the step, once it means something.

        A few amounts have a large divisor by chance.
        """
        return self.step if len(self.by_amount) >= GRAIN_AMOUNTS_MIN else 1

    @cached_property
    def likeness(self) -> float:
        """How often two items have the same amount: price lists and subscriptions.

        A few items tell little: they start from what is usual elsewhere.
        """
        usual = LIKENESS_PAIRS * LIKENESS_USUAL
        return (self._pairs + usual) / (comb(len(self.owed), 2) + LIKENESS_PAIRS)

    @cached_property
    def likeness_of_paid(self) -> float:
        """The same between one that is open and one that is not: a subscription's."""
        usual = PAID_PAIRS * PAID_USUAL
        return (self._pairs + usual) / (comb(len(self.owed), 2) + PAID_PAIRS)

    @cached_property
    def _pairs(self) -> int:
        return sum(comb(len(items), 2) for items in self.by_amount.values())

    @cached_property
    def months(self) -> dict[int, list[tuple[str, tuple[OpenItem, ...]]]]:
        """Calendar months of documents and of due dates, by their sums."""
        months: dict[tuple[bool, int, int], list[OpenItem]] = {}
        for item in self.owed:
            for is_due, day in ((False, item.dated_on), (True, item.due_on)):
                if day:
                    key = (is_due, day.year, day.month)
                    months.setdefault(key, []).append(item)
        sums: dict[int, list[tuple[str, tuple[OpenItem, ...]]]] = {}
        for (_, year, month), items in sorted(months.items()):
            total = sum(item.open.minor for item in items)
            name = f"{year:04d}-{month:02d}"
            sums.setdefault(total, []).append((name, tuple(items)))
        return sums


def _view(
    owed: Sequence[OpenItem],
    by_date: Sequence[OpenItem],
    credits_: Sequence[OpenItem],
) -> View:
    """Prepare the same owed items by due date and by document date."""
    same = all(one is other for one, other in zip(owed, by_date, strict=True))
    by_amount: dict[int, list[OpenItem]] = {}
    for item in owed:
        by_amount.setdefault(item.open.minor, []).append(item)
    return View(
        Row.of(owed), None if same else Row.of(by_date), tuple(credits_), by_amount
    )


class Pool:
    """The open items of one account and currency, prepared once.

    Args:
        items: open items of one account and currency; any order; repeats count once.
        paying: the side payments stand on: credit on a customer's account.
        habits: what decisions taught of how its customer pays.
    """

    def __init__(
        self,
        items: Iterable[OpenItem],
        *,
        paying: Side,
        habits: Sequence[Lesson] = (),
    ) -> None:
        self.habits = {lesson.key: lesson for lesson in habits}
        unique = {item.entry_id: item for item in items}.values()
        self.items = tuple(sorted(unique, key=age_key))
        self.paying = paying
        self._owed = [item for item in self.items if item.side is not paying]
        self._credits = [
            item
            for item in self.items
            if item.side is paying and item.kind in TAKEN_ALONG
        ]
        self._by_date = sorted(self._owed, key=lambda item: item.dated_on)
        self._before: Pool | None = None
        self._last_view: tuple[tuple[int, int], View] | None = None

    @property
    def owed_count(self) -> int:
        """How many items are owed, whatever their date."""
        return len(self._owed)

    @cached_property
    def references(self) -> ReferenceIndex[OpenItem]:
        """The index of the items' references, built when first asked for.

        What was taken is still found, so that naming it again is noticed.
        """
        if self._before:
            return self._before.references
        return ReferenceIndex(self.items, banking=True)

    @cached_property
    def by_key(self) -> dict[str, list[OpenItem]]:
        """Every item by the comparable form of its piece."""
        keys: dict[str, list[OpenItem]] = {}
        for item in self.items:
            keys.setdefault(reference_key(item.piece), []).append(item)
        return keys

    @cached_property
    def shapes(self) -> frozenset[str]:
        """What document numbers look like here: keys with each digit written 0.

        The digits of a key alone count too, when there are five or more.
        """
        if self._before:
            return self._before.shapes
        digits = ("".join(filter(str.isdigit, key)) for key in self.by_key)
        return frozenset(
            shape_of(key)
            for key in (
                *self.by_key,
                *(key for key in digits if len(key) > SHORTEST_KEY),
            )
            if len(key) >= SHORTEST_KEY
        )

    @cached_property
    def known(self) -> dict[EntryId, OpenItem]:
        """Every item by its entry."""
        return {item.entry_id: item for item in self.items}

    @cached_property
    def owed_by_amount(self) -> dict[int, list[OpenItem]]:
        """Every owed item by its open amount, oldest first."""
        amounts: dict[int, list[OpenItem]] = {}
        for item in self._owed:
            amounts.setdefault(item.open.minor, []).append(item)
        return amounts

    def view(self, day: date) -> View:
        """Return what a payment of `day` can settle without naming it.

        Only the last view is kept: ask by day, in order, for many payments.
        """
        until = day + min(timedelta(days=LATER_DAYS_ALLOWED), date.max - day)
        count = bisect_right(self._by_date, until, key=lambda item: item.dated_on)
        credits_ = [item for item in self._credits if item.dated_on <= until]
        key = (count, len(credits_))
        if self._last_view is None or self._last_view[0] != key:
            owed = [item for item in self._owed if item.dated_on <= until]
            self._last_view = (key, _view(owed, self._by_date[:count], credits_))
        return self._last_view[1]

    def without(self, entries: Collection[EntryId]) -> Pool:
        """Return the pool that is left when `entries` are taken."""
        left = Pool(
            (item for item in self.items if item.entry_id not in entries),
            paying=self.paying,
            habits=tuple(self.habits.values()),
        )
        left._before = self._before or self
        return left
