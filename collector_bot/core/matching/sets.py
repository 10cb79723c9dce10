"""Answers that are any set of items, found by their amounts alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from math import comb, prod

from collector_bot.core.ledger import OpenItem
from collector_bot.core.lettering import age_key
from collector_bot.core.matching.answers import Answer
from collector_bot.core.matching.case import Case, Taken
from collector_bot.core.matching.priors import (
    CREDITS_TAKEN,
    OLDEST_TWIN,
    SUBSET_ALL_SIZES_ITEMS_MAX,
    UNNAMED,
    Rule,
)
from collector_bot.core.matching.subsets import SubsetSearch, search_subsets


def answers_by_subset(case: Case) -> tuple[list[Answer], float]:
    """Return sets of items that make the amount, and the share not searched."""
    amounts = case.view.all_amounts
    answers: list[Answer] = []
    unsearched = 0.0
    choices = case.weighted_credits(CREDITS_TAKEN)
    if len(amounts) > SUBSET_ALL_SIZES_ITEMS_MAX:
        choices = choices[:2]
    for taken, total, of_subsets in choices:
        search = search_subsets(amounts, total, step=case.view.step)
        share = UNNAMED[Rule.SUBSET] * of_subsets
        if search.overflowed:
            unsearched += share
            continue
        unsearched += share * (1 - sum(_size_share(size) for size in search.sizes))
        answers += _subset_answers(case, search, (taken, share))
    return answers, unsearched


def _size_share(size: int) -> float:
    """Half of all sets have two items, a quarter three, and so on (our choice)."""
    return 0.5 ** (size - 1)


def _subset_answers(
    case: Case, search: SubsetSearch, credits_: tuple[Taken, float]
) -> Iterator[Answer]:
    taken, share = credits_
    by_amount: Mapping[int, list[OpenItem]] = case.view.by_amount
    count = len(case.view.owed)
    for amounts in search.found:
        size = len(amounts)
        wanted = Counter(amounts)
        ways = prod(
            comb(len(by_amount[amount]), times) for amount, times in wanted.items()
        )
        items = sorted(
            (
                item
                for amount, times in wanted.items()
                for item in by_amount[amount][:times]
            ),
            key=age_key,
        )
        total = share * _size_share(size) * ways / comb(count, size)
        oldest = max(1 / ways, OLDEST_TWIN)
        yield Answer(
            Rule.SUBSET,
            tuple(items),
            taken,
            total * oldest,
            elsewhere=total * (1 - oldest),
            twins=ways - 1,
        )
