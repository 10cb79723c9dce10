"""How long the day's statement of a large company takes, and how much memory."""

from __future__ import annotations

import resource
import time

from lettering_engine import answer
from lettering_world import World, world_of


def _megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _seconds(world: World) -> float:
    started = time.process_time()
    answer(world)
    return time.process_time() - started


def _with_lines(world: World, count: int) -> World:
    return World(world.accounts, world.items, world.lines[:count], world.advices)


def speed() -> None:
    """Print the cost of 2 500 to 10 000 lines against 5 000 customers."""
    world = world_of(77, customers=5000, lines=10_000, big=5000, depth=2.5)
    count = sum(map(len, world.items.values()))
    print(f"\nSpeed: {len(world.accounts)} customers, {count} open items, one core")
    before = _megabytes()
    for lines in (2500, 5000, 10_000):
        spent = _seconds(_with_lines(world, lines))
        print(
            f"{lines:6} lines {spent:6.1f} CPU s, {spent / lines * 1000:5.2f} ms a line"
        )
    print(
        f"most memory {_megabytes():.0f} MB, of which the invented company {before:.0f}"
    )
    worst()


def worst() -> None:
    """Print the worst single line: all of one customer's 5 000 open items asked."""
    world = world_of(78, customers=50, lines=400, big=5000)
    last = world.accounts[-1].id
    spent = []
    for line in [one for one in world.lines if one[1].payer == last][:12]:
        alone = World(world.accounts, world.items, [line], world.advices)
        spent.append(_seconds(alone) - _seconds(World(world.accounts, world.items)))
    print(
        f"a line of 5000 open items: worst {max(spent, default=0) * 1000:.0f} ms of {len(spent)}"
    )
