"""Which sets of amounts make a total exactly, and how sure their search is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from math import comb

from collector_bot.core.matching.priors import (
    SUBSET_ACCIDENTS_MAX,
    SUBSET_ALL_SIZES_ITEMS_MAX,
    SUBSET_STEPS_MAX,
)

Amounts = tuple[int, ...]

_FOUND_MAX = 16
_PAIR, _TRIPLE, _QUADRUPLE = 2, 3, 4


@dataclass(frozen=True, slots=True)
class SubsetSearch:
    """What a search found.

    Attributes:
        found: sets of two amounts or more, each ascending; equal amounts are
            interchangeable, so each set of amounts occurs once.
        sizes: how many items the sets searched may have.
        overflowed: there are more sets than `found` has.
    """

    found: tuple[Amounts, ...]
    sizes: frozenset[int]
    overflowed: bool = False


def expected_accidents(items: int, size: int, *, total: int, step: int) -> float:
    """Return how many sets of `size` out of `items` hit `total` by accident.

    Args:
        items: how many items there are.
        size: how many items a set has.
        total: minor units, more than zero.
        step: greatest common divisor of all amounts, minor units.
    """
    return comb(items, size) * step / (2 * total)


def search_subsets(amounts: Sequence[int], total: int, *, step: int) -> SubsetSearch:
    """Find the sets of two amounts or more that make `total` exactly.

    Up to 20 items every size is searched; with more, two to four items, as long as
    fewer than two accidental sets are to be expected of a size and its search is
    bounded: beyond, an answer could not be believed.

    Args:
        amounts: minor units, each more than zero; any order.
        total: minor units, more than zero.
        step: greatest common divisor of all amounts, minor units.
    """
    counts = Counter(amount for amount in sorted(amounts) if amount < total)
    items = counts.total()
    if items < _PAIR or total % step:
        return SubsetSearch((), frozenset(range(_PAIR, items + 1)))
    if items <= SUBSET_ALL_SIZES_ITEMS_MAX:
        sizes = frozenset(range(_PAIR, items + 1))
        hits = _of_any_size(counts, total)
    else:
        sizes = frozenset(
            size
            for size, steps in (
                (_PAIR, len(counts)),
                (_TRIPLE, len(counts) ** 2 // 2),
                (_QUADRUPLE, len(counts) ** 2),
            )
            if steps <= SUBSET_STEPS_MAX
            and expected_accidents(items, size, total=total, step=step)
            <= SUBSET_ACCIDENTS_MAX
        )
        hits = _of_sizes(counts, total, sizes)
    found = tuple(islice(hits, _FOUND_MAX + 1))
    return SubsetSearch(found[:_FOUND_MAX], sizes, len(found) > _FOUND_MAX)


def _of_any_size(counts: Counter[int], total: int) -> Iterator[Amounts]:
    """Meet in the middle: both halves' sums, each set of amounts once."""
    low: list[tuple[int, Amounts]] = [(0, ())]
    high: list[tuple[int, Amounts]] = [(0, ())]
    for amount, count in counts.items():
        half = low if len(low) <= len(high) else high
        half += [
            (base + times * amount, (*taken, *[amount] * times))
            for base, taken in half
            for times in range(1, count + 1)
            if base + times * amount <= total
        ]
    by_sum: dict[int, list[Amounts]] = {}
    for base, taken in low:
        by_sum.setdefault(base, []).append(taken)
    for base, taken in high:
        for other in by_sum.get(total - base, ()):
            yield tuple(sorted(taken + other))


def _of_sizes(
    counts: Counter[int], total: int, sizes: frozenset[int]
) -> Iterator[Amounts]:
    if _PAIR in sizes:
        yield from _pairs(counts, total)
    if _TRIPLE in sizes:
        yield from _triples(counts, total)
    if _QUADRUPLE in sizes:
        yield from _quadruples(counts, total)


def _pairs(counts: Counter[int], total: int) -> Iterator[Amounts]:
    for first in counts:
        second = total - first
        if second < first:
            return
        if second in counts and (second > first or counts[first] >= _PAIR):
            yield first, second


def _triples(counts: Counter[int], total: int) -> Iterator[Amounts]:
    values = list(counts)
    for place, first in enumerate(values):
        if 3 * first > total:
            return
        rest = total - first
        for second in values[place:]:
            third = rest - second
            if third < second:
                break
            if third in counts and _enough(counts, (first, second, third)):
                yield first, second, third


def _quadruples(counts: Counter[int], total: int) -> Iterator[Amounts]:
    values = list(counts)
    pairs: dict[int, list[tuple[int, int]]] = {}
    for place, first in enumerate(values):
        for second in values[place:]:
            if first + second >= total:
                break
            pairs.setdefault(first + second, []).append((first, second))
    for low, low_pairs in pairs.items():
        for third, fourth in pairs.get(total - low, ()) if 2 * low <= total else ():
            for first, second in low_pairs:
                amounts = (first, second, third, fourth)
                if second <= third and _enough(counts, amounts):
                    yield amounts


def _enough(counts: Counter[int], amounts: Amounts) -> bool:
    """Whether there are as many items of each amount as the set takes."""
    return all(amounts.count(amount) <= counts[amount] for amount in amounts)
