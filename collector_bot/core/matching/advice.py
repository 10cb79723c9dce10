"""Remittance advices: which items their lines mean, and which payment is theirs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from collector_bot.core.ledger import AccountId, EntryId, OpenItem
from collector_bot.core.matching.answers import Answer
from collector_bot.core.matching.differences import cause_of
from collector_bot.core.matching.pool import TAKEN_ALONG, Pool
from collector_bot.core.matching.priors import (
    ADVICE_INCOMPLETE,
    ADVICE_MISREAD,
    ADVICE_SHORT,
    ADVICE_WINDOW_DAYS,
    NAMED,
    Rule,
)
from collector_bot.core.money import Money
from collector_bot.core.reading.findings import Remittance, RemittanceLine
from collector_bot.core.references import reference_key


@dataclass(frozen=True, slots=True)
class ResolvedLine:
    """What an advice pays of one open item; `amount` is at most what is open."""

    item: OpenItem
    amount: Money


@dataclass(frozen=True, slots=True)
class Resolved:
    """An advice whose lines were looked up in one account.

    Attributes:
        advice: as it was read.
        owed: what it pays, in the order of the advice.
        credits: the credit notes it takes along.
        unresolved: the lines that name nothing open, as written.
        total: what the payment is expected to be, minor units.
    """

    advice: Remittance
    owed: tuple[ResolvedLine, ...]
    credits: tuple[ResolvedLine, ...]
    unresolved: tuple[str, ...]
    total: int

    @property
    def net(self) -> int:
        """What the resolved lines come to, minor units."""
        return _sum(self.owed) - _sum(self.credits)


@dataclass(frozen=True, slots=True)
class AdviceWaits:
    """An advice whose payment is not in the ledger yet.

    Attributes:
        account_id: the account of its lines.
        total: what the payment is expected to be.
        lines: what it pays and takes along, credits included.
        unresolved: the lines that name nothing open, as written.
        payment_on: the day of the payment, if said.
    """

    account_id: AccountId
    total: Money
    lines: tuple[ResolvedLine, ...]
    unresolved: tuple[str, ...]
    payment_on: date | None


def _sum(lines: Iterable[ResolvedLine]) -> int:
    return sum(line.amount.minor for line in lines)


def resolve(pool: Pool, advice: Remittance) -> Resolved:
    """Look the lines of `advice` up among the open items of `pool`.

    A line without an amount pays all that is open of its item; an item named twice
    is paid what both lines say. A line is unresolved when it fits no item, or
    several and its amount does not tell which.
    """
    amounts: dict[EntryId, int] = {}
    unresolved: list[str] = []
    for line in advice.lines:
        items = _items_of(pool, line)
        if not items:
            unresolved.append(line.reference)
        for item in items:
            said = line.amount.minor if line.amount and len(items) == 1 else None
            asked = item.open.minor if said is None else abs(said)
            amounts[item.entry_id] = amounts.get(item.entry_id, 0) + asked
    lines = [
        ResolvedLine(item, Money(min(asked, item.open.minor), item.open.currency))
        for entry, asked in amounts.items()
        for item in [pool.known[entry]]
    ]
    owed = tuple(line for line in lines if line.item.side is not pool.paying)
    credits_ = tuple(line for line in lines if line.item.side is pool.paying)
    total = _expected(advice, _sum(owed) - _sum(credits_))
    return Resolved(advice, owed, credits_, tuple(unresolved), total)


def _expected(advice: Remittance, net: int) -> int:
    if advice.total is not None:
        return advice.total.minor
    said = [line.amount.minor for line in advice.lines if line.amount is not None]
    return sum(said) if said and len(said) == len(advice.lines) else net


def _items_of(pool: Pool, line: RemittanceLine) -> list[OpenItem]:
    """Return the items a line means: one, several for a range, none when unsure."""
    exact = _fitting(pool, line, pool.by_key.get(reference_key(line.reference), ()))
    if len(exact) == 1:
        return exact
    found: dict[EntryId, OpenItem] = {}
    # In an advice a bare number is a document's: say so to the index.
    for mention in pool.references.find(f"facture {line.reference}"):
        items = _fitting(pool, line, mention.items)
        if mention.ambiguous and len(items) > 1:
            items = [item for item in items if _is_all_of(line, item)]
            if len(items) != 1:
                return []
        found.update({item.entry_id: item for item in items})
    items = list(found.values())
    ranged = line.amount is None or abs(line.amount.minor) == sum(
        item.open.minor for item in items
    )
    return items if len(items) == 1 or ranged else []


def _fitting(
    pool: Pool, line: RemittanceLine, items: Iterable[OpenItem]
) -> list[OpenItem]:
    """Keep what a line may mean: with a negative amount, credits alone."""
    negative = line.amount is not None and line.amount.minor < 0
    return [
        item
        for item in items
        if item.entry_id in pool.known
        and (item.kind in TAKEN_ALONG if item.side is pool.paying else not negative)
        and (line.amount is None or line.amount.currency == item.open.currency)
    ]


def _is_all_of(line: RemittanceLine, item: OpenItem) -> bool:
    return line.amount is not None and abs(line.amount.minor) == item.open.minor


def payments_of(resolved: Resolved, payments: Sequence[OpenItem]) -> list[OpenItem]:
    """Return the payments that may be the one the advice announces, nearest first.

    They have its total. One that carries its payment reference is taken alone, else
    one alone within ten days of the day it says, else all of them.
    """
    advice = resolved.advice
    day = advice.payment_on
    fitting = [item for item in payments if item.open.minor == resolved.total]
    fitting.sort(
        key=lambda item: (
            abs((item.dated_on - day).days) if day else 0,
            item.dated_on,
            item.entry_id,
        )
    )
    key = reference_key(advice.payment_reference or "")
    named = [
        item
        for item in fitting
        if key and key in reference_key(f"{item.piece} {item.label}")
    ]
    near = [
        item
        for item in fitting
        if day and abs((item.dated_on - day).days) <= ADVICE_WINDOW_DAYS
    ]
    for choice in (named, near):
        if len(choice) == 1:
            return choice
    return named or near or fitting


def answer_by_advice(
    payment: OpenItem, resolved: Resolved, *, rivals: int
) -> Iterator[Answer]:
    """Yield the answer an advice gives for `payment`, when it gives one.

    Its weight is what all payments with an advice weigh, in the measure in which the
    advice can be believed; `rivals` other payments have the same total.
    """
    owed = tuple(line.item for line in resolved.owed)
    credits_ = tuple(line.item for line in resolved.credits)
    open_net = sum(item.open.minor for item in owed) - sum(
        item.open.minor for item in credits_
    )
    if not owed or open_net <= 0:
        return
    paid = payment.open.minor
    early = all(
        item.due_on is not None and payment.dated_on <= item.due_on for item in owed
    )
    currency = payment.open.currency
    believed = _believed(resolved, paid)
    weight = NAMED[Rule.NAMED] / (rivals + 1)
    lines = (*resolved.owed, *resolved.credits)
    yield Answer(
        Rule.ADVICE,
        owed,
        credits_,
        weight * believed,
        elsewhere=NAMED[Rule.NAMED] - weight * believed,
        difference=paid - open_net,
        cause=cause_of(open_net, paid, currency=currency, early=early),
        facts=(("unresolved", ", ".join(resolved.unresolved)),)
        if resolved.unresolved
        else (),
        twins=rivals,
        limits=tuple((line.item.entry_id, line.amount.minor) for line in lines),
    )


def _believed(resolved: Resolved, paid: int) -> float:
    """Return how far an advice is believed; one that makes the amount is read right."""
    read = resolved.advice.confidence
    if resolved.unresolved:
        return read * ADVICE_INCOMPLETE
    if resolved.net != paid:
        return read * ADVICE_SHORT
    return 1 - (1 - read) * ADVICE_MISREAD
