"""Promises to pay: a commitment, a day to compute, and nothing that undoes it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from collector_bot.core.money import Money
from collector_bot.core.reading.amounts import AmountMention
from collector_bot.core.reading.dates import DateMention
from collector_bot.core.reading.findings import KnownItem, Promise
from collector_bot.core.reading.hearing import Clause, Heard
from collector_bot.core.reading.pieces import pieces_for
from collector_bot.core.reading.shares import share_of

_NOUN_WORDS_MAX = 16
_HEAD = 18
_COORDINATE = re.compile(r"\b(?:and|et|mais|but|puis|then)\b|;")
_FIRST_SENTENCES = 6
_SOON_DAYS = 75
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
        promised: what earlier promises of this mail take, by piece, for "the rest".
    """

    earlier: tuple[KnownItem, ...]
    intent: str
    promised: tuple[Promise, ...] = ()


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
        days = _days_left(clause, payment_days(clause))
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
    return found


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


def _days_left(clause: Clause, days: list[DateMention]) -> list[DateMention]:
    """Of a payment put off from one day to another, the later day alone."""
    moved = clause.says("postponed")
    if moved is None or len(days) < 2:  # noqa: PLR2004
        return days
    return [day for day in days if day.start >= clause.start + moved.start()] or days


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
    for guard in ("negation", "retold", "other_payer", "habit", "waiting"):
        if clause.says(guard):
            return False
    if clause.says("other_topic") and not clause.says("pay_any"):
        return False
    if clause.says("will_pay"):
        return not _past_only(clause)
    noun = clause.heard.lexicon["noun_only"].match(clause.folded.lstrip(" -*•:,.>"))
    short = len(clause.folded.split()) <= _NOUN_WORDS_MAX
    if noun and short and not clause.says("paid"):
        return True
    after_colon = clause.folded.rpartition(": ")[2].strip()
    if after_colon and clause.heard.lexicon["noun_only"].match(after_colon) and short:
        return not clause.says("paid")
    if clause.says("c_lack") and clause.says("c_paper"):
        return False
    if _is_of_payment(clause):
        return not clause.says("paid") or bool(clause.says("will_pay"))
    sure = [amount for amount in clause.amounts if amount.sure]
    if committed and short and (sure or clause.refs or share_positions(clause)):
        return True
    return _answers_chase(clause)


def _answers_chase(clause: Clause) -> bool:
    """Whether a bare day answers a letter that asked when payment will come."""
    world = clause.heard.world
    if not world.answers_chase or clause.heard.says("other_topic"):
        return False
    if clause.says("paid") or clause.heard.order > _FIRST_SENTENCES:
        return False
    if clause.heard.says("contest") or clause.heard.says("copy_request"):
        return False
    base = world.base
    if not any(
        day.rule not in _LOOSE and base and (day.on - base).days <= _SOON_DAYS
        for day in payment_days(clause)
    ):
        return False
    return len(clause.heard.folded.split()) <= _NOUN_WORDS_MAX


def _is_of_payment(clause: Clause) -> bool:
    """Whether a clause without a set phrase still is about a payment to come."""
    if clause.says("other_topic") or not clause.says("moves"):
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
    days = _distinct(days)
    for window, day in _windows(clause, days):
        named = pieces_for(window, carried if not window.pieces else ())
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


def _distinct(days: Sequence[DateMention]) -> list[DateMention]:
    """Drop days that repeat or only bound another: the last one said counts."""
    kept: list[DateMention] = []
    for day in days:
        if kept and kept[-1].on == day.on:
            continue
        kept.append(day)
    return kept


def _windows(
    clause: Clause, days: Sequence[DateMention]
) -> list[tuple[Clause, DateMention]]:
    """Cut the clause so that each day stands with what it is said of."""
    if len(days) == 1:
        return [(clause, days[0])]
    others = [a.start for a in clause.amounts if a.sure] + [
        r.start for r in clause.refs
    ]
    shares = [clause.start + at for at in share_positions(clause)]
    first_other = min([*others, *shares], default=None)
    leads = first_other is None or first_other > days[0].start
    cuts = [clause.start]
    for one, other in pairwise(days):
        cuts.append(other.start if leads else one.end)
    cuts.append(clause.end)
    spans = list(pairwise(cuts))
    made = []
    for (start, end), day in zip(spans, days, strict=True):
        made.append((clause.heard.part(start, end), day))
    return made


def share_positions(clause: Clause) -> list[int]:
    """Where parts of a whole are named: half, the rest, 30 %."""
    return [match.start() for match in share_of.finditer(clause.folded)]


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
