"""Another's subset search beside ours, on small cases: the same sets or not."""

from __future__ import annotations

import random
from importlib import import_module
from importlib.util import find_spec

from collector_bot.core.matching.subsets import search_subsets


def check_subsets(cases: int = 300) -> None:
    """Compare with the package `dpss` where it is installed; say when it is not."""
    if find_spec("dpss") is None:
        print("\nSubsets: the package dpss is not installed, nothing compared")
        return
    find_subset = import_module("dpss").find_subset
    rng, same = random.Random(4), 0
    for _ in range(cases):
        amounts = [rng.randint(1, 400) for _ in range(rng.randint(4, 9))]
        total = sum(rng.sample(amounts, rng.randint(2, 3)))
        theirs = find_subset(amounts, total, len(amounts))
        ours = search_subsets(amounts, total, step=1)
        other = {tuple(sorted(one)) for one in theirs if len(one) > 1}
        same += other == set(ours.found) or ours.overflowed
    print(f"\nSubsets: {same} of {cases} small cases agree with dpss")
