"""Judges answers to bank lines against their truth, and prints the tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lettering_world import Truth, World

from collector_bot.core.ledger import AccountId, EntryId
from collector_bot.core.suggestion import Candidate

Answers = Sequence[Candidate]


@dataclass(frozen=True)
class Judged:
    """One line: how sure the first answer was and what of it was right."""

    truth: Truth
    sure: float
    right: bool
    in_three: bool
    payer_right: bool
    difference_right: bool


def groups_of(world: World, candidate: Candidate) -> dict[int, frozenset[int]]:
    owner = {i.entry_id: i.account_id for items in world.items.values() for i in items}
    return _groups(owner, candidate)


def _groups(
    owner: dict[EntryId, AccountId], candidate: Candidate
) -> dict[int, frozenset[int]]:
    found: dict[int, set[int]] = defaultdict(set)
    for part in candidate.parts:
        if part.entry_id > 0:
            found[owner[part.entry_id]].add(part.entry_id)
    return {account: frozenset(entries) for account, entries in found.items()}


def judge(
    world: World, answers: Sequence[Answers], payers: Sequence[int | None]
) -> list[Judged]:
    """Compare the answers to each line with its truth.

    Two payments of one payer, amount and behaviour may be answered in either order.
    """
    owner = {i.entry_id: i.account_id for items in world.items.values() for i in items}
    minor = {i.entry_id: i.open.minor for items in world.items.values() for i in items}
    paid: dict[int, set[int]] = defaultdict(set)
    for _, truth in world.lines:
        for account, entries in truth.groups.items():
            paid[account] |= entries
    alike: dict[object, list[int]] = defaultdict(list)
    for place, (line, truth) in enumerate(world.lines):
        alike[(truth.behaviour, truth.payer, line.amount)].append(place)
    judged: list[Judged] = []
    for place, (line, said) in enumerate(world.lines):
        truth = said
        found = [_groups(owner, one) for one in answers[place]]
        twins = alike[(said.behaviour, said.payer, line.amount)]
        best = answers[place][0] if answers[place] else None
        sure = best.confidence if best else 0.0
        if said.behaviour == "paid twice":
            told = [world.lines[twin][1] for twin in twins]
            wanted = found[0] if found else {}
            truth = next((one for one in told if one.groups == wanted), said)
        same = [_same(one, truth.groups, minor=minor, paid=paid) for one in found[:3]]
        whose = set(truth.groups) or {truth.payer}
        judged.append(
            Judged(
                truth, sure,
                same[:1] == [True], any(same),
                payers[place] in whose,
                best is not None and best.difference.minor == truth.difference,
            )
        )  # fmt: skip
    return judged


def _same(
    one: dict[int, frozenset[int]],
    truth: dict[int, frozenset[int]],
    *,
    minor: dict[int, int],
    paid: dict[int, set[int]],
) -> bool:
    """Whether an answer is the truth, or swaps items of one amount paid that day."""
    if one == truth or not truth or one.keys() != truth.keys():
        return bool(truth) and one == truth
    return all(
        entries <= paid[account]
        and sorted(minor[e] for e in entries)
        == sorted(minor[e] for e in truth[account])
        for account, entries in one.items()
    )


def rate(hits: int, of: int) -> str:
    return f"{hits / of:7.2%} ({hits}/{of})" if of else "      - (0)"


def shares(pairs: Iterable[bool]) -> str:
    told = list(pairs)
    return rate(sum(told), len(told))


def report(judged: Sequence[Judged], title: str) -> None:
    """Print one seed's figures, or several seeds' together."""
    can = [one for one in judged if one.truth.known == "yes"]
    offered = [one for one in judged if one.sure > 0]
    print(f"\n{title}: {len(judged)} lines, {len(can)} identifiable")
    print(
        f"payer right, where it can be known    {shares(o.payer_right for o in judged if o.truth.payer_known)}"
    )
    print(f"group right at first choice           {shares(o.right for o in can)}")
    print(f"group right among three               {shares(o.in_three for o in can)}")
    print(
        f"group and difference at first choice  {shares(o.right and o.difference_right for o in can)}"
    )
    print(f"precision of all first choices        {shares(o.right for o in offered)}")
    for bar in (0.95, 0.99):
        top = [one for one in judged if one.sure >= bar]
        reached = [one for one in can if one.sure >= bar]
        print(
            f"at {bar} and above: precision          {shares(o.right for o in top)}  "
            f"covers {rate(len(reached), len(can))} of the identifiable"
        )
    dark = [one for one in judged if one.truth.known == "no"]
    wrong = [one for one in judged if one.sure >= 0.5 and not one.right]
    print(
        f"nobody could know, called >= 0.5      {shares(o.sure >= 0.5 for o in dark)}"
    )
    print(f"wrong at 0.5 and above                {rate(len(wrong), len(judged))}")
    brier = sum((one.sure - one.right) ** 2 for one in judged) / max(1, len(judged))
    print(f"Brier score, all lines                {brier:.4f}")


def calibration(judged: Sequence[Judged]) -> None:
    bins: dict[float, list[Judged]] = defaultdict(list)
    edges = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99)
    for one in judged:
        if one.sure > 0:
            bins[max(edge for edge in edges if edge <= one.sure)].append(one)
    count = sum(map(len, bins.values()))
    error = 0.0
    print("called from      n   mean called   right")
    for edge in sorted(bins):
        group = bins[edge]
        called = sum(one.sure for one in group) / len(group)
        right = sum(one.right for one in group) / len(group)
        error += abs(called - right) * len(group) / count
        print(f"{edge:11.2f} {len(group):6}   {called:11.3f}   {right:5.3f}")
    print(f"expected calibration error {error:.4f}")


def by_behaviour(judged: Sequence[Judged]) -> None:
    groups: dict[str, list[Judged]] = defaultdict(list)
    for one in judged:
        groups[one.truth.behaviour].append(one)
    print(f"{'behaviour':22}    n  first  payer  >=.95  right there  >=.5 wrong")
    for name, group in sorted(groups.items()):
        count, top = len(group), [one for one in group if one.sure >= 0.95]
        there = (
            f"{sum(o.right for o in top) / len(top):11.1%}" if top else "          -"
        )
        wrong = sum(one.sure >= 0.5 and not one.right for one in group)
        print(
            f"{name:22} {count:4} {sum(o.right for o in group) / count:6.1%} "
            f"{sum(o.payer_right for o in group) / count:6.1%} {len(top) / count:6.1%} "
            f"{there} {wrong:11}"
        )
