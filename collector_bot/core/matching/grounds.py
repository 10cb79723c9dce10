"""The candidate made of one answer: its parts, and why it is proposed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from collector_bot.core.ledger import OpenItem
from collector_bot.core.matching.answers import Answer, parts_of
from collector_bot.core.matching.habits import Lesson
from collector_bot.core.matching.priors import Rule
from collector_bot.core.money import Money
from collector_bot.core.suggestion import Candidate, DifferenceCause, Ground, Reason

GROUNDS = {
    Rule.ADVICE: Ground.NAMED_BY_ADVICE,
    Rule.NAMED: Ground.REFERENCE_IN_TEXT,
    Rule.NAMED_LESS: Ground.REFERENCE_IN_TEXT,
    Rule.NAMED_PLUS: Ground.REFERENCE_IN_TEXT,
    Rule.NAMED_CREDIT: Ground.REFERENCE_IN_TEXT,
    Rule.NAMED_ROUNDING: Ground.REFERENCE_IN_TEXT,
    Rule.NAMED_DISCOUNT: Ground.REFERENCE_IN_TEXT,
    Rule.NAMED_FEE: Ground.REFERENCE_IN_TEXT,
    Rule.NAMED_SHORT: Ground.REFERENCE_IN_TEXT,
    Rule.NAMED_PARTIAL: Ground.PARTIAL_OF_NAMED,
    Rule.NAMED_OVER: Ground.REFERENCE_IN_TEXT,
    Rule.SINGLE: Ground.SINGLE_ITEM,
    Rule.SINGLE_LATER: Ground.SINGLE_ITEM,
    Rule.SINGLE_CREDIT: Ground.SINGLE_ITEM,
    Rule.SINGLE_ROUNDING: Ground.SINGLE_ITEM,
    Rule.SINGLE_DISCOUNT: Ground.SINGLE_ITEM,
    Rule.SINGLE_FEE: Ground.SINGLE_ITEM,
    Rule.WHOLE: Ground.WHOLE_BALANCE,
    Rule.WHOLE_OVER: Ground.WHOLE_BALANCE,
    Rule.ALL_DUE: Ground.ALL_DUE,
    Rule.ALL_DUE_BUT: Ground.ALL_DUE,
    Rule.PREFIX: Ground.CONSECUTIVE_RUN,
    Rule.MONTH: Ground.CONSECUTIVE_RUN,
    Rule.RUN: Ground.CONSECUTIVE_RUN,
    Rule.SUBSET: Ground.SMALL_SUBSET,
}
_PIECES_MAX = 12
# Grounds that say nothing new about one item.
_OF_SEVERAL = frozenset({Ground.CONSECUTIVE_RUN, Ground.SMALL_SUBSET})


@dataclass(frozen=True, slots=True)
class Found:
    """An answer with what its search found.

    Attributes:
        answer: what to letter and why.
        rules: every rule that gives it, strongest first.
        facts: what the rules say about it.
        rivals: other answers of its kind.
        confidence: probability, 0..1.
        habits: what decisions taught that speaks for it.
    """

    answer: Answer
    rules: tuple[Rule, ...]
    facts: tuple[tuple[str, str], ...] = ()
    rivals: int = 0
    confidence: float = 0.0
    habits: tuple[Lesson, ...] = ()


def candidate_of(payment: OpenItem, found: Found) -> Candidate | None:
    """Return the candidate for `payment`, None when nothing of it can be lettered."""
    answer = found.answer
    parts = parts_of(payment, answer)
    if not parts:
        return None
    return Candidate(
        payment.account_id,
        parts,
        Money(answer.difference, payment.open.currency),
        answer.cause,
        found.confidence,
        tuple(reasons(payment, found)),
        found.rivals,
    )


def reasons(payment: OpenItem, found: Found) -> Iterator[Reason]:
    """Yield why: the rules' grounds, then the amount, the credits and the doubts."""
    answer = found.answer
    shared = (
        ("count", str(len(answer.owed))),
        ("pieces", pieces(answer.owed)),
        ("amount", str(payment.open)),
        *found.facts,
    )
    for ground in dict.fromkeys(GROUNDS[rule] for rule in found.rules):
        if len(answer.owed) > 1 or ground not in _OF_SEVERAL:
            yield Reason(ground, shared)
    if answer.cause is DifferenceCause.NONE:
        yield Reason(Ground.EXACT_AMOUNT, (("amount", str(payment.open)),))
    if answer.credits:
        yield Reason(Ground.CREDIT_NOTE_TAKEN, (("pieces", pieces(answer.credits)),))
    if answer.cause is not DifferenceCause.NONE:
        amount = Money(answer.difference, payment.open.currency)
        facts = (("cause", answer.cause.value), ("amount", str(amount)))
        yield Reason(Ground.DIFFERENCE, facts)
    for lesson in found.habits:
        told = (("habit", lesson.key), ("count", str(lesson.approved)))
        yield Reason(Ground.HABIT, told)
    if found.rivals:
        kind = "age" if answer.twins else "amounts"
        if answer.twins and answer.rule is Rule.ADVICE:
            kind = "payments"
        yield Reason(
            Ground.AMBIGUOUS, (("rivals", str(found.rivals)), ("between", kind))
        )


def pieces(items: Sequence[OpenItem]) -> str:
    """Return the first twelve pieces, and a mark when there are more."""
    named = ", ".join(item.title or "–" for item in items[:_PIECES_MAX])
    return named + (" …" if len(items) > _PIECES_MAX else "")
