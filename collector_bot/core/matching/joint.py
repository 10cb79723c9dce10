"""All payments of one account together: no item is given to two of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from heapq import heappop, heappush

from collector_bot.core.ledger import EntryId, OpenItem
from collector_bot.core.matching.pool import Pool
from collector_bot.core.suggestion import Candidate, Ground

Ask = Callable[[Pool, OpenItem], tuple[Candidate, ...]]


@dataclass(frozen=True, slots=True)
class Answered:
    """One payment and its candidates, at most three.

    The first shares no item with the first of any other payment; the others are what
    else fits the payment, and may.
    """

    payment: OpenItem
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """What one payment asks for.

    Attributes:
        candidates: its answers among the items that were left, best first.
        at_most: confidence of the surer payments it gave way to.
    """

    candidates: tuple[Candidate, ...]
    at_most: float = 1.0

    @property
    def candidate(self) -> Candidate:
        """Its best answer."""
        return self.candidates[0]

    @property
    def confidence(self) -> float:
        """A payment is never surer than those it gave way to."""
        return min(self.candidate.confidence, self.at_most)

    @property
    def entries(self) -> frozenset[EntryId]:
        """Every entry it would letter."""
        return frozenset(part.entry_id for part in self.candidate.parts)


def share_out(
    pool: Pool, payments: Sequence[OpenItem], ask: Ask
) -> tuple[Answered, ...]:
    """Return the answered payments, no item in the best answer of two of them.

    The surest payment is served first (the earlier of two equal ones); one that
    comes too late asks again among what is left, as do, at last, those that had no
    answer. Payments of one amount that use up all items of one amount are no longer
    in doubt among these.

    Args:
        pool: the open items of the account.
        payments: its payments, in the order of the answer.
        ask: gives the candidates of one payment in a pool, best first.
    """
    given: dict[int, Claim] = {}
    first = {place: _claim(ask(pool, item)) for place, item in enumerate(payments)}
    _serve(pool, payments, first, given=given, ask=ask)
    if given:
        left = pool.without(_taken(given.values()).keys())
        surest = min(claim.confidence for claim in given.values())
        again = {
            place: _claim(ask(left, payments[place]), surest)
            for place, claim in first.items()
            if claim is None
        }
        _serve(pool, payments, again, given=given, ask=ask)
    sure = _without_doubt(pool, payments, given)
    return tuple(
        _answered(payments[place], claim, sure.get(place))
        for place, claim in sorted(given.items())
    )


def _answered(payment: OpenItem, claim: Claim, sure: Candidate | None) -> Answered:
    """Return what a claim gives; other answers are never surer than the first."""
    if sure is not None:
        return Answered(payment, (sure,))
    return Answered(
        payment,
        tuple(
            replace(one, confidence=min(one.confidence, claim.confidence))
            for one in claim.candidates
        ),
    )


def _claim(candidates: tuple[Candidate, ...], at_most: float = 1.0) -> Claim | None:
    return Claim(candidates, at_most) if candidates else None


def _taken(claims: Iterable[Claim]) -> dict[EntryId, float]:
    return {entry: claim.confidence for claim in claims for entry in claim.entries}


def _serve(
    pool: Pool,
    payments: Sequence[OpenItem],
    claims: Mapping[int, Claim | None],
    *,
    given: dict[int, Claim],
    ask: Ask,
) -> None:
    """Serve `claims`, surest first, beside what is `given` already."""
    queue: list[tuple[float, int, Claim]] = []
    for place, claim in claims.items():
        if claim:
            heappush(queue, (-claim.confidence, place, claim))
    taken = _taken(given.values())
    while queue:
        _, place, claim = heappop(queue)
        lost = [taken[entry] for entry in claim.entries if entry in taken]
        if not lost:
            given[place] = claim
            taken |= dict.fromkeys(claim.entries, claim.confidence)
        elif payments[place].entry_id not in taken:
            left = pool.without(taken.keys())
            other = _claim(ask(left, payments[place]), min(lost))
            if other:
                heappush(queue, (-other.confidence, place, other))


def _without_doubt(
    pool: Pool, payments: Sequence[OpenItem], given: Mapping[int, Claim]
) -> dict[int, Candidate]:
    """Lift the doubt among items of one amount once all of them are given.

    Which of them a payment meant then changes nothing that anybody can see.
    """
    alike: dict[tuple[int, int], list[int]] = {}
    for place, claim in given.items():
        key = _one_for_one(pool, payments[place], claim.candidate)
        if key:
            alike.setdefault(key, []).append(place)
    sure: dict[int, Candidate] = {}
    for (_, owed), places in alike.items():
        if 1 < len(places) == len(pool.owed_by_amount[owed]):
            surest = max(given[place].candidate.confidence for place in places)
            for place in places:
                sure[place] = _unrivalled(given[place].candidate, surest)
    return sure


def _one_for_one(
    pool: Pool, payment: OpenItem, candidate: Candidate
) -> tuple[int, int] | None:
    """Return the open amounts of a payment and of the one item it settles."""
    owed = [part for part in candidate.parts if part.entry_id != payment.entry_id]
    if len(owed) != 1:
        return None
    return payment.open.minor, pool.known[owed[0].entry_id].open.minor


def _unrivalled(candidate: Candidate, confidence: float) -> Candidate:
    reasons = tuple(
        reason for reason in candidate.reasons if reason.ground is not Ground.AMBIGUOUS
    )
    return replace(candidate, confidence=confidence, reasons=reasons, rivals=0)
