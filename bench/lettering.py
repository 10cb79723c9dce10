"""A day at the bank: who paid and what it settles, judged on invented companies.

Run: python bench/lettering.py [seed …]; three seeds unless said. Everything is invented
here: see the tables of lettering_world.py and lettering_names.py. The shares in
`collector_bot.core.matching.priors` and the weights in `payers` were set on seeds below
100; judge with others.
"""

from __future__ import annotations

import sys
import time

from lettering_engine import answer
from lettering_judge import Judged, by_behaviour, calibration, judge, report
from lettering_rules import answer_by_rules
from lettering_speed import speed
from lettering_subsets import check_subsets
from lettering_world import world_of

SEEDS = (901, 902, 903)


def main() -> None:
    """Print every figure."""
    seeds = [int(one) for one in sys.argv[1:]] or SEEDS
    together: list[Judged] = []
    by_rules: list[Judged] = []
    for seed in seeds:
        world = world_of(seed, customers=300, lines=800, big=5000)
        started = time.process_time()
        found = answer(world)
        spent = time.process_time() - started
        judged = judge(world, found.letterings, found.payers)
        report(judged, f"seed {seed}, {spent:.1f} CPU s")
        together += judged
        plain = answer_by_rules(world)
        by_rules += judge(world, plain.letterings, plain.payers)
    report(together, "all seeds")
    calibration(together)
    by_behaviour(together)
    report(by_rules, "plain rules, all seeds")
    check_subsets()
    speed()


if __name__ == "__main__":
    main()
