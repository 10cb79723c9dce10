"""Many short walks through the life of a ledger; after each day everything holds.

`pytest` walks for some seconds from a seed it prints; with `--hypothesis-profile=soak`
it walks thousands of times. COLLECTOR_TEST_WALK replays one walk by its seed.
"""

from __future__ import annotations

import os
import shutil
from collections import Counter
from pathlib import Path

from tests.simulation.deck import ACTS, DECK
from tests.simulation.mortal import MortalDatabase
from tests.simulation.walk import Walk

DAYS = 8
WALKS = 200
SOAK_WALKS = 5000
RARE = (
    "smtp withdrawn",
    "smtp accepted in silence",
    "smtp lost",
    "smtp transient at recipient",
    "refused decision.four_eyes",
    "refused decision.taken",
    "second press refused decision.taken",
)


def seeds(count: int) -> list[str]:
    single = os.environ.get("COLLECTOR_TEST_WALK")
    if single:
        return [single]
    first = os.urandom(4).hex()
    return [f"{first}-{number}" for number in range(count)]


def test_nothing_is_doubled_lost_or_sent_against_a_reason(
    memory: Path, sqlite_template: Path, *, soak: bool
) -> None:
    counts: Counter[str] = Counter()
    walks = seeds(SOAK_WALKS if soak else WALKS)
    database = MortalDatabase(f"sqlite:///{memory}/ledger.db")
    for seed in walks:
        for old in memory.iterdir():
            old.unlink()
        shutil.copy(sqlite_template, memory / "ledger.db")
        walk = Walk(database, DECK, seed=seed, counts=counts)
        walk.run(DAYS)
        told = "\n".join(walk.story)
        assert not walk.faults, f"COLLECTOR_TEST_WALK={seed}: {walk.faults}\n{told}"
    if len(walks) > 1:
        assert [one for one in (*ACTS, *RARE) if not counts[one]] == []
        assert counts["smtp accepted"] > len(walks) / 4
        assert counts["approve"] > len(walks) / 8
        assert counts["killed"] > len(walks) / 8
