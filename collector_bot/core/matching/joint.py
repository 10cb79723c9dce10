"""All payments of one account together: no item is given to two of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from heapq import heappop, heappush

from collector_bot.core.ledger import EntryId, OpenItem
from collector_bot.core.matching.pool import Pool
from collector_bot.core.matching.priors import SHOWN_MIN
from collector_bot.core.suggestion import Candidate, Ground

_BY_NAME = frozenset({Ground.REFERENCE_IN_TEXT, Ground.NAMED_BY_ADVICE})
_TWIN_MIN = 0.2

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
        trust: probability that the payment is this account's at all.
    """

    candidates: tuple[Candidate, ...]
    at_most: float = 1.0
    trust: float = 1.0

    @property
    def candidate(self) -> Candidate:
        """Its best answer."""
        return self.candidates[0]

    @property
    def confidence(self) -> float:
        """A payment is never surer than those it gave way to."""
        return min(self.candidate.confidence * self.trust, self.at_most)

    @property
    def entries(self) -> frozenset[EntryId]:
        """Every entry it would letter."""
        return frozenset(part.entry_id for part in self.candidate.parts)


def share_out(
    pool: Pool,
    payments: Sequence[OpenItem],
    ask: Ask,
    *,
    trust: Mapping[EntryId, float] | None = None,
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
        trust: how likely a payment is this account's, where that is in doubt.
    """
    given: dict[int, Claim] = {}
    claim = _Asking(payments, ask, trust or {})
    first = {place: claim(pool, place) for place in range(len(payments))}
    _serve(pool, payments, first, given=given, claim=claim)
    if given and len(given) < len(payments):
        left = pool.without(_taken(given.values()).keys())
        surest = min(claim.confidence for claim in given.values())
        again = {
            place: claim(left, place, surest)
            for place, before in first.items()
            if before is None
        }
        _serve(pool, payments, again, given=given, claim=claim)
    sure = _without_doubt(pool, payments, given)
    answered = (
        _answered(payments[place], one, sure.get(place))
        for place, one in sorted(given.items())
    )
    return tuple(one for one in answered if one.candidates)


def _answered(payment: OpenItem, claim: Claim, sure: Candidate | None) -> Answered:
    """Return what a claim gives; other answers are never surer than the first."""
    if sure is not None:
        return Answered(payment, (sure,))
    told = (
        replace(
            one,
            confidence=round(min(one.confidence * claim.trust, claim.confidence), 4),
        )
        for one in claim.candidates
    )
    return Answered(payment, tuple(one for one in told if one.confidence >= SHOWN_MIN))


@dataclass(frozen=True, slots=True)
class _Asking:
    """Makes the claims of some payments."""

    payments: Sequence[OpenItem]
    ask: Ask
    trust: Mapping[EntryId, float]

    def __call__(self, pool: Pool, place: int, at_most: float = 1.0) -> Claim | None:
        payment = self.payments[place]
        candidates = self.ask(pool, payment)
        if not candidates:
            return None
        return Claim(candidates, at_most, self.trust.get(payment.entry_id, 1.0))


def _taken(claims: Iterable[Claim]) -> dict[EntryId, float]:
    return {entry: claim.confidence for claim in claims for entry in claim.entries}


def _serve(
    pool: Pool,
    payments: Sequence[OpenItem],
    claims: Mapping[int, Claim | None],
    *,
    given: dict[int, Claim],
    claim: _Asking,
) -> None:
    """Serve `claims`, surest first, beside what is `given` already."""
    queue: list[tuple[float, int, Claim]] = []
    for place, first in claims.items():
        if first:
            heappush(queue, (-first.confidence, place, first))
    taken = _taken(given.values())
    while queue:
        _, place, best = heappop(queue)
        lost = [taken[entry] for entry in best.entries if entry in taken]
        if not lost:
            given[place] = best
            taken |= dict.fromkeys(best.entries, best.confidence)
        elif payments[place].entry_id not in taken:
            left = pool.without(taken.keys())
            other = claim(left, place, min(lost))
            if other:
                heappush(queue, (-other.confidence, place, other))


def _without_doubt(
    pool: Pool, payments: Sequence[OpenItem], given: Mapping[int, Claim]
) -> dict[int, Candidate]:
    """Lift the doubt among items of one amount once all of them are given.

    Which of them a payment meant then changes nothing that anybody can see. Payments
    that name theirs, and those in doubt for other reasons, are left out.
    """
    alike: dict[tuple[int, int], list[int]] = {}
    named = _taken(
        claim for claim in given.values() if _names_its_items(claim.candidate)
    )
    for place, claim in given.items():
        key = _one_for_one(pool, payments[place], claim.candidate)
        if key and claim.entries.isdisjoint(named):
            alike.setdefault(key, []).append(place)
    sure: dict[int, Candidate] = {}
    for (_, owed), places in alike.items():
        left = [i for i in pool.owed_by_amount[owed] if i.entry_id not in named]
        doubtful = min(given[place].candidate.confidence for place in places)
        if 1 < len(places) == len(left) and doubtful >= _TWIN_MIN:
            surest = max(given[place].candidate.confidence for place in places)
            for place in places:
                trusted = round(surest * given[place].trust, 4)
                sure[place] = _unrivalled(given[place].candidate, trusted)
    return sure


def _names_its_items(candidate: Candidate) -> bool:
    return any(reason.ground in _BY_NAME for reason in candidate.reasons)


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
