"""The questions about matching: which open items does this payment settle?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from collector_bot.core.ledger import EntryId, Kind, OpenItem, Side
from collector_bot.core.lettering import age_key
from collector_bot.core.matching.advice import (
    AdviceWaits,
    Resolved,
    payments_of,
    resolve,
)
from collector_bot.core.matching.case import Announced, Case
from collector_bot.core.matching.habits import Lesson
from collector_bot.core.matching.joint import Answered, share_out
from collector_bot.core.matching.payers import Payer
from collector_bot.core.matching.pool import Pool
from collector_bot.core.matching.priors import ANSWERS_MAX, CREDIT_NOTE_NAMES
from collector_bot.core.matching.ranking import rank
from collector_bot.core.money import Money
from collector_bot.core.reading.findings import Remittance
from collector_bot.core.suggestion import Candidate, DifferenceCause, Ground, Reason

# What a credit note by itself is matched on: sums of several items mean nothing then.
_OF_CREDIT_NOTES = frozenset(
    {Ground.REFERENCE_IN_TEXT, Ground.PARTIAL_OF_NAMED, Ground.SINGLE_ITEM}
)


_BY_NAME = frozenset({Ground.REFERENCE_IN_TEXT, Ground.PARTIAL_OF_NAMED})


def suggest_for_payment(
    payment: OpenItem, items: Iterable[OpenItem], *, today: date, text: str = ""
) -> tuple[Candidate, ...]:
    """Return the letterings that may explain one payment, best first, 3 at most.

    Args:
        payment: an open credit of a customer, or an open debit of a supplier.
        items: open items of its account; others are ignored, so is their order.
        today: a payment dated later is seen as made today.
        text: what is said about the payment beside its label.

    Returns:
        Candidates that apply as they are. None when nothing explains the payment:
        it stays on account.
    """
    kindred = (
        item
        for item in items
        if item.account_id == payment.account_id
        and item.open.currency == payment.open.currency
    )
    pool = Pool((*kindred, payment), paying=payment.side)
    return suggest_with(pool, payment, today=today, text=text)


def suggest_with(
    pool: Pool,
    payment: OpenItem,
    *,
    today: date,
    text: str = "",
    announced: Announced = (),
) -> tuple[Candidate, ...]:
    """Return the same from a pool prepared once for many payments of an account.

    `announced` are the advices that may mean this payment, each with the number of
    other payments it may mean instead.
    """
    said = f"{payment.label}\n{text}".strip()
    paid_on = min(payment.dated_on, today)
    found = rank(Case(payment, pool, said, paid_on, announced)).candidates
    if payment.kind is not Kind.CREDIT_NOTE:
        return found
    return tuple(_as_credit_note(one) for one in found if _fits_credit_note(one))


def _fits_credit_note(candidate: Candidate) -> bool:
    grounds = {reason.ground for reason in candidate.reasons}
    named = candidate.cause in {DifferenceCause.NONE, DifferenceCause.PARTIAL}
    return bool(grounds & _OF_CREDIT_NOTES) and named


def _as_credit_note(candidate: Candidate) -> Candidate:
    """Say of a credit note that names its invoice what it is: no payment in part."""
    named = next(
        (one for one in candidate.reasons if one.ground in _BY_NAME),
        None,
    )
    if named is None:
        return candidate
    doubts = [one for one in candidate.reasons if one.ground is Ground.AMBIGUOUS]
    sure = candidate.confidence
    return replace(
        candidate,
        confidence=sure if doubts else max(sure, CREDIT_NOTE_NAMES),
        reasons=(Reason(Ground.CREDIT_NOTE_NAMES, named.facts), *doubts),
    )


def suggest_for_advice(
    advice: Remittance, items: Iterable[OpenItem], *, today: date
) -> tuple[Candidate, ...] | AdviceWaits:
    """Return the letterings of the payment an advice announces, best first.

    Args:
        advice: what the customer says it paid.
        items: open items of the customer's account; any order.
        today: a payment dated later is seen as made today.

    Returns:
        Candidates when the payment is in the ledger, 3 at most; what to wait for
        when it is not; nothing when no line names an open item.
    """
    pool, resolved = _looked_up(advice, items)
    if not resolved.owed or resolved.total <= 0:
        return ()
    payments = payments_of(resolved, _payments(pool))
    if not payments:
        account = resolved.owed[0].item.account_id
        total = Money(resolved.total, advice.currency)
        lines = (*resolved.owed, *resolved.credits)
        return AdviceWaits(
            account, total, lines, resolved.unresolved, advice.payment_on
        )
    announced: Announced = ((resolved, len(payments) - 1),)
    found = [
        candidate
        for payment in payments
        for candidate in suggest_with(pool, payment, today=today, announced=announced)
        if any(one.ground is Ground.NAMED_BY_ADVICE for one in candidate.reasons)
    ]
    found.sort(key=lambda candidate: -candidate.confidence)
    return tuple(found[:ANSWERS_MAX])


def _looked_up(advice: Remittance, items: Iterable[OpenItem]) -> tuple[Pool, Resolved]:
    """Resolve an advice in the account where most of its lines name something."""
    pools = _pools(item for item in items if item.open.currency == advice.currency)
    looked = [(pool, resolve(pool, advice)) for pool in pools]
    empty = Pool((), paying=Side.CREDIT)
    return max(
        looked,
        key=lambda pair: len(pair[1].owed) + len(pair[1].credits),
        default=(empty, resolve(empty, advice)),
    )


def suggest_for_account(
    items: Iterable[OpenItem], *, today: date, advices: Sequence[Remittance] = ()
) -> tuple[Candidate, ...]:
    """Return one lettering a payment at most, no item in two of them, by date.

    Args:
        items: open items of one account; any order. Currencies are never mixed.
        today: a payment dated later is seen as made today.
        advices: what the customer said it paid, and no payment has settled yet.
    """
    answered = answers_for_account(items, today=today, advices=advices)
    return tuple(one.candidates[0] for one in answered)


def answers_for_account(
    items: Iterable[OpenItem],
    *,
    today: date,
    advices: Sequence[Remittance] = (),
    payers: Mapping[EntryId, Payer] | None = None,
    habits: Sequence[Lesson] = (),
) -> tuple[Answered, ...]:
    """Return the same with each payment, and what else fits it.

    The account is prepared once, however many payments there are. A payment in
    `payers` is taken to be this account's: an answer to it is no surer than that, and
    says why. `habits` are what decisions taught of how the customer pays.
    """
    found: list[Answered] = []
    for pool in _pools(items, habits):
        currency = pool.items[0].open.currency
        said = [
            resolve(pool, one)
            for one in sorted(advices, key=repr)
            if one.currency == currency
        ]
        found += _shared(pool, said, today, payers=payers or {})
    return tuple(found)


def _shared(
    pool: Pool,
    advices: Sequence[Resolved],
    today: date,
    *,
    payers: Mapping[EntryId, Payer],
) -> tuple[Answered, ...]:
    payments = _payments(pool)
    announced: dict[int, Announced] = {}
    for resolved in advices:
        meant = payments_of(resolved, payments) if resolved.owed else []
        for item in meant:
            before = announced.get(item.entry_id, ())
            announced[item.entry_id] = (*before, (resolved, len(meant) - 1))
    notes = [
        item
        for item in pool.items
        if item.side is pool.paying and item.kind is Kind.CREDIT_NOTE
    ]

    def ask(left: Pool, payment: OpenItem) -> tuple[Candidate, ...]:
        known = announced.get(payment.entry_id, ())
        return suggest_with(left, payment, today=today, announced=known)

    trust = {number: payer.confidence for number, payer in payers.items()}
    served = tuple(
        _with_payer(one, payers) for one in share_out(pool, payments, ask, trust=trust)
    )
    if not notes:
        return served
    taken = frozenset(
        part.entry_id for one in served for part in one.candidates[0].parts
    )
    left = pool.without(taken)
    return (
        *served,
        *share_out(left, [note for note in notes if note.entry_id not in taken], ask),
    )


def _with_payer(answered: Answered, payers: Mapping[EntryId, Payer]) -> Answered:
    payer = payers.get(answered.payment.entry_id)
    if payer is None:
        return answered
    told = tuple(
        replace(one, reasons=(*payer.reasons, *one.reasons))
        for one in answered.candidates
    )
    return Answered(answered.payment, told)


def _payments(pool: Pool) -> list[OpenItem]:
    """Return the payments of a pool by date."""
    payments = (
        item
        for item in pool.items
        if item.side is pool.paying and item.kind is not Kind.CREDIT_NOTE
    )
    return sorted(payments, key=lambda item: (item.dated_on, age_key(item)))


def _pools(items: Iterable[OpenItem], habits: Sequence[Lesson] = ()) -> list[Pool]:
    """Return one pool an account and currency, in their order."""
    groups: dict[tuple[int, str], list[OpenItem]] = {}
    for item in items:
        key = (item.account_id, item.open.currency)
        groups.setdefault(key, []).append(item)
    return [
        Pool(group, paying=paying_side(group), habits=habits)
        for _, group in sorted(groups.items())
    ]


def paying_side(items: Sequence[OpenItem]) -> Side:
    """Return the side payments stand on: credit, unless invoices are credits.

    An account is a supplier's when its open invoices are mostly credits, or, without
    invoices, when its open payments are mostly debits.
    """
    for kind, side in ((Kind.INVOICE, Side.CREDIT), (Kind.PAYMENT, Side.DEBIT)):
        of_kind = [item.side for item in items if item.kind is kind]
        if of_kind:
            supplier = 2 * of_kind.count(side) > len(of_kind)
            return Side.DEBIT if supplier else Side.CREDIT
    return Side.CREDIT
