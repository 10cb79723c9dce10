"""Promises to pay: a commitment, a day to compute, and nothing that undoes it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from collector_bot.core.money import Money
from collector_bot.core.reading.amounts import AmountMention
from collector_bot.core.reading.dates import DateMention
from collector_bot.core.reading.findings import KnownItem, Promise
from collector_bot.core.reading.hearing import Clause, Heard
from collector_bot.core.reading.instalments import (
    days_left,
    distinct,
    each_amount,
    monthly_days,
    share_positions,
    shared,
    told_apart,
    windows,
)
from collector_bot.core.reading.pieces import pieces_for
from collector_bot.core.reading.shares import share_of

_NOUN_WORDS_MAX = 16
_BARE_WORDS_MAX = 5
_HEAD = 18
_COORDINATE = re.compile(r"\b(?:and|et|mais|but|puis|then)\b|;")
_FIRST_SENTENCES = 6
_SOON_DAYS = 75
_GUARDS = ("negation", "retold", "other_payer", "waiting")
_OBJECTIONS = ("s_price", "s_quantity", "s_quality", "s_not_received", "s_other")
_LOOSE = frozenset({"month_any", "month_this", "month_next", "week_this", "today"})
_HORIZON = timedelta(days=730)
_WISHES = re.compile(
    r"\b(?:bon(?:ne)? (?:week-end|semaine|fin|journee)|have a (?:nice|good))\b"
)
_BARE_MINOR_MIN = 10_000
_AFTER_PAYMENT = re.compile(
    r"\b(?:virement|reglement|paiement|cheque|versement|acompte|payment|transfer|cheque|wire)"
    r"(?: d'un montant)?(?: de| of| for)?\s+$"
)
_DONE_TODAY = re.compile(r"\b(?:ce matin|this morning|earlier|just now)\b")
_UNIT_PRICE = re.compile(r"\s*(?:/|par |l'|per |a piece|each|ht/|de l')")


@dataclass(frozen=True, slots=True)
class Talk:
    """What the sentences so far have set up.

    Attributes:
        earlier: items named just before.
        intent: "pay", "offer" or "" of the sentence that introduces a list.
        each: the amount said for each of several payments, of a list above.
        promised: what earlier promises of this mail take, by piece, for "the rest".
    """

    earlier: tuple[KnownItem, ...]
    intent: str
    promised: tuple[Promise, ...] = ()
    each: Money | None = None


def promises_in(heard: Heard, talk: Talk) -> list[Promise]:
    """Return the promises one sentence makes, in order."""
    if heard.world.base is None or refuses_commitment(heard):
        return []
    if talk.intent == "offer" and not heard.says("firm") and _elliptic(heard.whole):
        return []
    found: list[Promise] = []
    carried: tuple[KnownItem, ...] = talk.earlier
    committed = talk.intent == "pay"
    corrected = False
    for clause in _joined(heard):
        days = days_left(clause, payment_days(clause))
        swap = corrected and bool(days)
        if days and _conditional(heard, clause):
            continue
        if days and (swap or _commits(clause, committed=committed)):
            found += _instalments(
                clause, days, talk=talk, carried=carried, before=found
            )
            committed = True
        corrected = bool(clause.says("negation") and clause.says("pay_any"))
        if clause.pieces:
            carried = clause.pieces
    found = shared(heard, found)
    if len(found) < 2 and _commits(heard.whole, committed=committed):  # noqa: PLR2004
        found = _monthly(heard, talk) or found
    if talk.each is not None:
        found = [one if one.amount else _of(one, talk.each) for one in found]
    return found


def _of(one: Promise, amount: Money) -> Promise:
    return replace(one, amount=amount, currency=amount.currency)


def _monthly(heard: Heard, talk: Talk) -> list[Promise]:
    """Payments on one day of each month, as many as are said."""
    named = pieces_for(heard.whole, talk.earlier)
    amount = each_amount(heard)
    return [
        Promise(
            evidence=heard.sentence.evidence,
            confidence=0.8,
            rule="promise.monthly",
            on=day,
            amount=amount,
            currency=_currency(amount, named, heard.whole),
            pieces=tuple(item.piece for item in named),
        )
        for day in monthly_days(heard)
    ]


def _joined(heard: Heard) -> list[Clause]:
    """The clauses, a bare day or an anaphoric payment joined to what stands before."""
    joined: list[Clause] = []
    for clause in heard.clauses:
        last = joined[-1] if joined else None
        if last is not None and not payment_days(last) and payment_days(clause):
            bare = not clause.says("will_pay") and not clause.says("pay_any")
            bare = bare and not clause.says("negation") and bool(last.says("will_pay"))
            sure = [amount for amount in last.amounts if amount.sure]
            same = not clause.refs and not any(a.sure for a in clause.amounts)
            same = same and bool(last.says("will_pay")) and bool(sure)
            if (bare or same) and not last.says("negation"):
                joined[-1] = heard.part(last.start, clause.end)
                continue
        joined.append(clause)
    return joined


def refuses_commitment(heard: Heard) -> bool:
    """Whether the whole sentence is a question, an offer or a guess."""
    if heard.sentence.asks or "@" in heard.folded or _WISHES.search(heard.folded):
        return True
    return bool(heard.says("proposal") or heard.says("hypothesis"))


def _conditional(heard: Heard, clause: Clause) -> bool:
    """Whether a condition governs the clause, in its own part or from the head."""
    if heard.says("firm"):
        return False
    for match in heard.lexicon["condition"].finditer(heard.masked):
        if match.start() < _HEAD or not _COORDINATE.search(
            heard.masked, *sorted((match.start(), _middle(clause)))
        ):
            return True
    return False


def _middle(clause: Clause) -> int:
    days = [day.start for day in clause.ahead]
    return days[0] if days else (clause.start + clause.end) // 2


def payment_days(clause: Clause) -> list[DateMention]:
    """Days to come that a payment may fall on."""
    base = clause.heard.world.base
    assert base is not None
    return [
        day
        for day in clause.ahead
        if not day.of_item
        and base <= day.on <= base + _HORIZON
        and not _DONE_TODAY.search(clause.heard.folded[day.start : day.end])
    ]


def _elliptic(clause: Clause) -> bool:
    return not clause.says("will_pay")


def _commits(clause: Clause, *, committed: bool) -> bool:
    """Whether the clause, taken alone, says that payment will happen."""
    if _is_guarded(clause):
        return False
    if clause.says("will_pay"):
        return not _past_only(clause)
    if clause.says("paid"):
        return False
    words = len(clause.folded.split())
    short = words <= _NOUN_WORDS_MAX
    noun = clause.heard.lexicon["noun_only"]
    after_colon = clause.folded.rpartition(": ")[2].strip()
    heads = (clause.folded.lstrip(" -*•:,.>"), after_colon)
    if short and any(noun.match(head) for head in heads if head):
        return True
    if clause.says("c_lack") and clause.says("c_paper"):
        return False
    sure = [amount for amount in clause.amounts if amount.sure]
    marked = bool(sure or clause.refs or share_positions(clause))
    if committed and ((short and marked) or words <= _BARE_WORDS_MAX):
        return True
    return _is_of_payment(clause) or _answers_chase(clause)


def _is_guarded(clause: Clause) -> bool:
    """Whether something denies, retells, or makes it somebody else's payment."""
    if any(clause.says(name) for name in _GUARDS):
        return True
    if clause.says("habit") and not clause.says("monthly_count"):
        return True
    return bool(clause.says("other_topic") and not clause.says("pay_any"))


def _answers_chase(clause: Clause) -> bool:
    """Whether a bare day answers a letter that asked when payment will come."""
    world = clause.heard.world
    if not world.answers_chase or clause.heard.says("other_topic"):
        return False
    if clause.says("paid") or clause.heard.order > _FIRST_SENTENCES:
        return False
    heard = clause.heard
    if any(heard.says(name) for name in ("contest", "copy_request", *_OBJECTIONS)):
        return False
    base = world.base
    if not any(
        day.rule not in _LOOSE
        and not day.open_end
        and base
        and (day.on - base).days <= _SOON_DAYS
        for day in payment_days(clause)
    ):
        return False
    return len(clause.heard.folded.split()) <= _NOUN_WORDS_MAX


def _is_of_payment(clause: Clause) -> bool:
    """Whether a clause without a set phrase still is about a payment to come."""
    if clause.says("other_topic") or not clause.says("moves"):
        return False
    if all(day.open_end for day in payment_days(clause)):
        return False
    return bool(clause.says("pay_any") or clause.says("thing"))


def _past_only(clause: Clause) -> bool:
    paid = clause.says("paid")
    will = clause.says("will_pay")
    if clause.says("not_paid"):
        return False
    return bool(
        paid and will and paid.start() <= will.start() and paid.end() >= will.end()
    )


def _instalments(
    clause: Clause,
    days: Sequence[DateMention],
    *,
    talk: Talk,
    carried: tuple[KnownItem, ...],
    before: Sequence[Promise],
) -> list[Promise]:
    """Pair each day with the amounts and pieces that belong to it."""
    made: list[Promise] = []
    days = told_apart(clause, distinct(days))
    parts = windows(clause, days)
    if sum(1 for part, _ in parts if part.pieces) == 1:
        carried = clause.pieces
    for window, day in parts:
        named = pieces_for(window, () if window.pieces else carried)
        taken = [*talk.promised, *before, *made]
        amount = _amount(window, named, taken, alone=len(days) == 1)
        made.append(
            Promise(
                evidence=clause.heard.sentence.evidence,
                confidence=0.75 if day.vague or day.open_end else 0.9,
                rule=f"promise.{day.rule}",
                on=day.on,
                amount=amount,
                currency=_currency(amount, named, clause),
                pieces=tuple(item.piece for item in named),
            )
        )
    return made


def _currency(amount: Money | None, named: Sequence[KnownItem], clause: Clause) -> str:
    if amount is not None:
        return amount.currency
    return named[0].currency if named else clause.heard.world.currency


def _amount(
    clause: Clause,
    named: Sequence[KnownItem],
    taken: Sequence[Promise],
    *,
    alone: bool,
) -> Money | None:
    sure = [a for a in clause.amounts if a.sure and _is_paid(clause, a)]
    if not sure:
        return share_of.amount(clause, named, taken) or _bare_amount(clause)
    if len(sure) == 1:
        return sure[0].money
    if alone and len(clause.refs) == len(sure) and _one_currency(sure):
        total = sum(a.money.minor for a in sure)
        return Money(total, sure[0].money.currency)
    return sure[-1].money if not alone else sure[0].money


def _bare_amount(clause: Clause) -> Money | None:
    """A number without a currency right after a payment word: “chèque de 1 302”."""
    found = [
        amount.money
        for amount in clause.amounts
        if amount.money.minor >= _BARE_MINOR_MIN
        and _AFTER_PAYMENT.search(clause.heard.folded[: amount.start])
    ]
    return found[0] if len(found) == 1 else None


def _is_paid(clause: Clause, amount: AmountMention) -> bool:
    after = clause.heard.folded[amount.end : amount.end + 12]
    return not _UNIT_PRICE.match(after) and amount.money.minor > 0


def _one_currency(amounts: Sequence[AmountMention]) -> bool:
    return len({amount.money.currency for amount in amounts}) == 1


def due_day(items: Sequence[KnownItem], base: date) -> date | None:
    """The one due date of `items` still to come, if they share one."""
    days = {item.due_on for item in items}
    day = days.pop() if len(days) == 1 else None
    return day if day is not None and day >= base else None
