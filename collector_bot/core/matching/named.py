"""Answers for a payment that names what it pays, exactly or with a difference."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, product
from math import comb, prod

from rapidfuzz.distance import OSA

from collector_bot.core.ledger import OpenItem
from collector_bot.core.lettering import age_key
from collector_bot.core.matching.answers import Answer
from collector_bot.core.matching.case import Case
from collector_bot.core.matching.differences import fee_spread, minor_of, spread
from collector_bot.core.matching.pool import shape_of
from collector_bot.core.matching.priors import (
    CREDITS_TAKEN_BY_NAMED,
    NAMED,
    NAMED_SEARCHED_MAX,
    OLDEST_TWIN,
    ROUNDING_MAX_HUNDREDTHS,
    SHORT_PAYMENT_PERCENT_MAX,
    SHORTEST_KEY,
    Rule,
)
from collector_bot.core.matching.subsets import search_subsets
from collector_bot.core.references import candidate_keys, reference_key
from collector_bot.core.suggestion import DifferenceCause

_READINGS_MAX = 64
_MORE_MAX = 2


@dataclass(frozen=True, slots=True)
class Naming:
    """What a payment names: owed items and credits, each oldest first."""

    owed: tuple[OpenItem, ...] = ()
    credits: tuple[OpenItem, ...] = ()

    @property
    def total(self) -> int:
        """What the named items come to, minor units; may be negative."""
        return _sum(self.owed) - _sum(self.credits)

    @property
    def items(self) -> tuple[OpenItem, ...]:
        """Everything it names."""
        return (*self.owed, *self.credits)


def _sum(items: Sequence[OpenItem]) -> int:
    return sum(item.open.minor for item in items)


def read_names(case: Case) -> list[Naming]:
    """Return every reading of what the payment names; none when it names nothing.

    A number that fits several items gives one reading an item, 64 at most. Numbers
    of fewer than four characters name nothing by themselves. The payment's own piece
    names an item only when it is that item's piece.
    """
    own = reference_key(case.payment.piece)
    sure: dict[int, OpenItem] = {
        item.entry_id: item
        for item in case.pool.by_key.get(own, ())
        if len(own) >= SHORTEST_KEY and case.may_settle(item)
    }
    open_choices: list[list[OpenItem]] = []
    for mention in case.pool.references.find(case.text) if case.text else ():
        items = [item for item in mention.items if case.may_settle(item)]
        written = reference_key(case.text[mention.start : mention.end])
        if not items or (mention.how == "full" and len(written) < SHORTEST_KEY):
            continue
        if mention.ambiguous and len(items) > 1:
            open_choices.append(items)
        else:
            sure.update({item.entry_id: item for item in items})
    namings = (
        _naming(case, [*sure.values(), *chosen])
        for chosen in islice(product(*open_choices), _READINGS_MAX)
    )
    return [naming for naming in dict.fromkeys(namings) if naming.items]


def unknown_names(case: Case) -> tuple[str, ...]:
    """Return the keys that look like the account's numbers but mean nothing open."""
    pool = case.pool
    return tuple(
        key
        for key in candidate_keys(case.text)
        if key not in pool.by_key
        and shape_of(key) in pool.shapes
        and not _means_open(case, key)
    )


def is_slip_of(items: Sequence[OpenItem], keys: Sequence[str]) -> bool:
    """Whether each item's number is one of `keys` but for one slip of the hand."""
    pieces = (reference_key(item.piece) for item in items)
    return all(
        any(OSA.distance(piece, key, score_cutoff=1) <= 1 for key in keys)
        for piece in pieces
    )


def names_taken(case: Case) -> bool:
    """Whether an item of the very amount is named that another payment settles."""
    return any(
        item.open.minor == case.total and item.entry_id not in case.pool.known
        for mention in (case.pool.references.find(case.text) if case.text else ())
        for item in mention.items
    )


def _means_open(case: Case, key: str) -> bool:
    mentions = case.pool.references.find(f"facture {key}")
    return any(case.may_settle(item) for one in mentions for item in one.items)


def _naming(case: Case, items: Sequence[OpenItem]) -> Naming:
    unique = sorted({item.entry_id: item for item in items}.values(), key=age_key)
    return Naming(
        tuple(item for item in unique if item.side is not case.pool.paying),
        tuple(item for item in unique if item.side is case.pool.paying),
    )


def answers_by_name(case: Case, readings: Sequence[Naming]) -> Iterator[Answer]:
    """Yield every answer that starts from what the payment names."""
    share = 1 / max(1, len(readings))
    for naming in readings:
        if not naming.owed:
            continue
        if naming.total == case.total:
            yield _answer(Rule.NAMED, naming, NAMED[Rule.NAMED] * share)
            continue
        yield from _without_some(case, naming, share)
        yield from _with_more(case, naming, share)
        yield from _with_credit(case, naming, share)
        if len(readings) == 1:
            yield from _with_difference(case, naming)


def _answer(rule: Rule, naming: Naming, weight: float) -> Answer:
    return Answer(rule, naming.owed, naming.credits, weight)


def _without_some(case: Case, naming: Naming, share: float) -> Iterator[Answer]:
    """Some of the named items alone make the amount: the others were noise."""
    count = len(naming.owed)
    if not 1 < count <= NAMED_SEARCHED_MAX:
        return
    total = case.total + _sum(naming.credits)
    weight = NAMED[Rule.NAMED_LESS] * share / 2**count
    amounts = [item.open.minor for item in naming.owed]
    found = [(total,)] if total in amounts else []
    for wanted in (*found, *search_subsets(amounts, total, step=1).found):
        left, kept = list(wanted), []
        for item in naming.owed:
            if item.open.minor in left:
                left.remove(item.open.minor)
                kept.append(item)
        yield Answer(Rule.NAMED_LESS, tuple(kept), naming.credits, weight)


def _with_more(case: Case, naming: Naming, share: float) -> Iterator[Answer]:
    """One or two items more make the amount: the text was cut, or forgot them."""
    missing = case.total - naming.total
    if missing <= 0:
        return
    named = {item.entry_id for item in naming.owed}
    by_amount: dict[int, list[OpenItem]] = {}
    for item in case.view.owed:
        if item.entry_id not in named:
            by_amount.setdefault(item.open.minor, []).append(item)
    amounts = [amount for amount, items in by_amount.items() for _ in items]
    pairs = search_subsets(amounts, missing, step=case.view.step).found
    for wanted in ((missing,), *pairs):
        if len(wanted) <= _MORE_MAX and all(one in by_amount for one in wanted):
            weight = (
                NAMED[Rule.NAMED_PLUS] * share / 2 / comb(len(amounts), len(wanted))
            )
            yield _plus(naming, wanted, by_amount, weight=weight)


def _plus(
    naming: Naming,
    wanted: Sequence[int],
    by_amount: Mapping[int, list[OpenItem]],
    *,
    weight: float,
) -> Answer:
    """Add the oldest items of the wanted amounts; others may have been meant."""
    counts = Counter(wanted)
    ways = prod(comb(len(by_amount[one]), times) for one, times in counts.items())
    more = [item for one, times in counts.items() for item in by_amount[one][:times]]
    oldest = max(1 / ways, OLDEST_TWIN)
    return Answer(
        Rule.NAMED_PLUS,
        tuple(sorted((*naming.owed, *more), key=age_key)),
        naming.credits,
        weight * ways * oldest,
        elsewhere=weight * ways * (1 - oldest),
        facts=(("more", ", ".join(item.piece for item in more)),),
        twins=ways - 1,
    )


def _with_credit(case: Case, naming: Naming, share: float) -> Iterator[Answer]:
    """Credit notes that are not named are taken along."""
    choices = case.choices_of_credits
    for taken in choices:
        if naming.total - _sum(taken) == case.total and not set(taken) & set(
            naming.credits
        ):
            weight = NAMED[Rule.NAMED_CREDIT] * share / len(choices)
            credits_ = (*naming.credits, *taken)
            yield Answer(Rule.NAMED_CREDIT, naming.owed, credits_, weight)


def _with_difference(case: Case, naming: Naming) -> Iterator[Answer]:
    """What is named is paid but for a difference that has a name.

    Credits may be taken along too: their amounts tell nothing then.
    """
    paid = case.total
    for taken, _, share in case.weighted_credits(CREDITS_TAKEN_BY_NAMED):
        owed = naming.total - _sum(taken)
        if owed <= 0 or set(taken) & set(naming.credits):
            continue
        cause = case.cause(naming.owed, owed)
        if cause is DifferenceCause.NONE:
            continue
        rule, tries = _tolerance(cause, owed, paid, currency=case.currency)
        yield Answer(
            rule,
            naming.owed,
            (*naming.credits, *taken),
            NAMED[rule] * share / tries,
            difference=paid - owed,
            cause=cause,
        )


def _tolerance(
    cause: DifferenceCause, owed: int, paid: int, *, currency: str
) -> tuple[Rule, int]:
    """Return the rule for a difference, and how many amounts would fit it too."""
    short = abs(owed - paid)
    if cause is DifferenceCause.ROUNDING:
        return Rule.NAMED_ROUNDING, 2 * minor_of(ROUNDING_MAX_HUNDREDTHS, currency)
    if cause is DifferenceCause.DISCOUNT:
        return Rule.NAMED_DISCOUNT, 3
    if cause is DifferenceCause.BANK_FEE:
        return Rule.NAMED_FEE, fee_spread(short, currency)
    if cause is DifferenceCause.OVERPAYMENT:
        return Rule.NAMED_OVER, spread(paid, paid, currency)
    if cause is DifferenceCause.SHORT_PAYMENT:
        most = owed * SHORT_PAYMENT_PERCENT_MAX // 100
        return Rule.NAMED_SHORT, spread(short, most, currency)
    return Rule.NAMED_PARTIAL, spread(paid, owed, currency)
