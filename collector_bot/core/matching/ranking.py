"""From answers to at most three candidates: probability and rivals."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from collector_bot.core.ledger import EntryId
from collector_bot.core.matching.advice import Resolved, answer_by_advice
from collector_bot.core.matching.amounts import answers_by_amount
from collector_bot.core.matching.answers import Answer
from collector_bot.core.matching.case import Case
from collector_bot.core.matching.differences import says_in_advance, spread
from collector_bot.core.matching.grounds import GROUNDS, Found, candidate_of
from collector_bot.core.matching.habits import Lesson
from collector_bot.core.matching.named import (
    Naming,
    answers_by_name,
    is_slip_of,
    names_taken,
    read_names,
    unknown_names,
)
from collector_bot.core.matching.priors import (
    ANSWERS_MAX,
    COMPLETES_NAMES,
    IGNORES_NAMES,
    IGNORES_UNKNOWN,
    IN_ADVANCE,
    LESS_THAN_NAMED,
    NAMED,
    NAMES_UNKNOWN,
    OLDEST_TWIN,
    SHOWN_MIN,
    UNNAMED,
    Rule,
)
from collector_bot.core.matching.sets import answers_by_subset
from collector_bot.core.suggestion import Candidate, DifferenceCause, Ground

_ONE_ITEM = frozenset(
    {
        Rule.SINGLE,
        Rule.SINGLE_LATER,
        Rule.SINGLE_CREDIT,
        Rule.SINGLE_ROUNDING,
        Rule.SINGLE_DISCOUNT,
        Rule.SINGLE_FEE,
    }
)


@dataclass(frozen=True, slots=True)
class _Ranked:
    """One set of entries, whatever rules found it."""

    best: Answer
    weight: float
    group: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Ranking:
    """What a payment may settle, and how likely its amount was at all.

    Attributes:
        candidates: three at most, best first.
        mass: how often a payment of this account, of these words, has this amount.
        names: every reading of what the payment names; none when it names nothing.
    """

    candidates: tuple[Candidate, ...]
    mass: float
    names: tuple[Naming, ...]


def rank(case: Case) -> Ranking:
    """Return at most three candidates for one payment, best first.

    The confidence of an answer is its share of all payments like this one, among
    every answer found, those not searched, and those of no rule at all. An answer
    with rivals of its own kind is never called likelier than they allow.
    """
    readings = read_names(case)
    announced = [(one, rivals) for one, rivals in case.advices if _whole(case, one)]
    named = [*readings, *(_advised(resolved) for resolved, _ in announced)]
    subsets, unsearched = answers_by_subset(case)
    unknown = unknown_names(case)
    answers = list(answers_by_name(case, readings))
    for resolved, rivals in announced:
        answers += answer_by_advice(case.payment, resolved, rivals=rivals)
    for answer in (*answers_by_amount(case), *subsets):
        scale = _scale(answer, named)
        if unknown and not is_slip_of(answer.owed, unknown):
            scale *= IGNORES_UNKNOWN
        answers.append(answer if scale == 1.0 else _scaled(answer, scale))
    if case.pool.habits:
        answers = [_as_usual(case, answer) for answer in answers]
    ranked = _merged(answers)
    mass = sum(one.weight for one in ranked)
    mass += sum(sorted(answer.elsewhere for answer in answers))
    none = _none(case, unsearched, named=bool(named), unknown=bool(unknown))
    if named and all(one.total > case.total for one in named):
        none *= LESS_THAN_NAMED
    mass += none
    candidates = _candidates(case, _without_twins(ranked), mass)
    return Ranking(candidates, mass, tuple(readings))


def _as_usual(case: Case, answer: Answer) -> Answer:
    """Weigh an answer by what decisions taught of the customer's ways to pay."""
    factor = 1.0
    for lesson in _lessons(case, (answer.rule,), answer):
        factor *= lesson.factor
    return answer if factor == 1.0 else _scaled(answer, factor)


def _lessons(case: Case, rules: Iterable[Rule], answer: Answer) -> list[Lesson]:
    """Return what was learnt of the ways to pay that an answer shows."""
    keys = [GROUNDS[rule].value for rule in rules]
    if answer.credits:
        keys.append(Ground.CREDIT_NOTE_TAKEN.value)
    if answer.cause not in {DifferenceCause.NONE, DifferenceCause.PARTIAL}:
        keys.append(answer.cause.value)
    habits = case.pool.habits
    return [habits[key] for key in dict.fromkeys(keys) if key in habits]


def _scaled(answer: Answer, scale: float) -> Answer:
    weight, elsewhere = answer.weight * scale, answer.elsewhere * scale
    return replace(answer, weight=weight, elsewhere=elsewhere)


def _whole(case: Case, resolved: Resolved) -> bool:
    """Whether all an advice names may still be settled by this payment."""
    lines = (*resolved.owed, *resolved.credits)
    return all(case.may_settle(line.item) for line in lines)


def _advised(resolved: Resolved) -> Naming:
    return Naming(
        tuple(line.item for line in resolved.owed),
        tuple(line.item for line in resolved.credits),
    )


def _scale(answer: Answer, readings: Sequence[Naming]) -> float:
    """Return what an answer by amount is worth beside what the payment names."""
    if not readings:
        return 1.0
    entries = answer.entries
    completes = any(
        all(item.entry_id in entries for item in naming.items) for naming in readings
    )
    return COMPLETES_NAMES if completes else IGNORES_NAMES


def _none(case: Case, unsearched: float, *, named: bool, unknown: bool) -> float:
    """Weight of the explanations that were not searched, and of those of no rule.

    They make the amount by accident: the likelier, the coarser, rounder or commoner
    the amounts are here. What names an item that is paid by another pays it again.
    """
    if names_taken(case):
        return NAMED[Rule.NAMED]
    view, total, common = case.view, case.total, 0.0
    accident = min(1.0, (1 if total % view.grain else view.grain) / (2 * total))
    if total in view.by_amount:
        common = view.likeness_of_paid if unknown else view.likeness
    likely = max(accident, 1 / spread(total, 2 * total, case.currency), common)
    if unknown:
        likely *= NAMES_UNKNOWN
    if not named and says_in_advance(case.text):
        likely *= IN_ADVANCE
    if named:
        return NAMED[Rule.NONE] * likely + unsearched * accident * IGNORES_NAMES
    return UNNAMED[Rule.NONE] * likely + unsearched * accident


def _merged(answers: Iterable[Answer]) -> list[_Ranked]:
    """Return each set of entries once, heaviest first, older first among equals."""
    by_entries: dict[frozenset[EntryId], list[Answer]] = {}
    for answer in answers:
        by_entries.setdefault(answer.entries, []).append(answer)
    ranked = []
    for group in by_entries.values():
        group.sort(key=lambda answer: (-answer.weight, answer.rule))
        weight = sum(answer.weight for answer in group)
        ranked.append(_Ranked(group[0], weight, tuple(group)))
    ranked.sort(key=lambda one: -one.weight)
    return [
        one
        for _, alike in groupby(ranked, key=lambda one: one.weight)
        for one in _oldest_first(list(alike))
    ]


def _oldest_first(alike: list[_Ranked]) -> list[_Ranked]:
    return sorted(alike, key=lambda one: one.best.age) if alike[1:] else alike


def _without_twins(ranked: Iterable[_Ranked]) -> list[_Ranked]:
    """Keep one of several sets with the same amounts; it remembers the others."""
    kept: list[_Ranked] = []
    place: dict[object, int] = {}
    for one in ranked:
        amounts = one.best.amounts
        if one.best.rule in _ONE_ITEM or amounts not in place:
            place.setdefault(amounts, len(kept))
            kept.append(one)
            continue
        before = kept[place[amounts]]
        if before.best.rule is one.best.rule:
            best = replace(before.best, twins=before.best.twins + 1)
            kept[place[amounts]] = replace(before, best=best)
    return kept


def _candidates(
    case: Case, ranked: Sequence[_Ranked], mass: float
) -> tuple[Candidate, ...]:
    kinds: dict[Rule, set[object]] = {}
    for one in ranked:
        kinds.setdefault(one.best.rule, set()).add(one.best.amounts)
    found: list[Candidate] = []
    for one in ranked[:ANSWERS_MAX]:
        others = len(kinds[one.best.rule]) - 1
        likely = min(one.weight / mass, 1 / (others + 1))
        if one.best.twins:
            likely = min(likely, OLDEST_TWIN)
        rules = tuple(dict.fromkeys(answer.rule for answer in one.group))
        facts = Found(
            one.best,
            rules,
            tuple(dict.fromkeys(fact for each in one.group for fact in each.facts)),
            rivals=others + one.best.twins,
            confidence=min(round(likely, 4), 0.9999),
            habits=tuple(
                lesson for lesson in _lessons(case, rules, one.best) if lesson.holds
            ),
        )
        candidate = candidate_of(case.payment, facts)
        if candidate and likely >= SHOWN_MIN:
            found.append(candidate)
    return tuple(found)
