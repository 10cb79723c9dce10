"""Promises to pay: a commitment, a day to compute, and nothing that undoes it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from collector_bot.core.money import Money
from collector_bot.core.reading.amounts import AmountMention
from collector_bot.core.reading.commitment import (
    conditional,
    elliptic,
    how_committed,
    refuses_commitment,
)
from collector_bot.core.reading.dates import DateMention
from collector_bot.core.reading.findings import KnownItem, Promise
from collector_bot.core.reading.hearing import Clause, Heard
from collector_bot.core.reading.instalments import (
    days_left,
    distinct,
    each_amount,
    monthly_days,
    shared,
    told_apart,
    windows,
)
from collector_bot.core.reading.paydays import payment_days, without_days
from collector_bot.core.reading.pieces import pieces_for
from collector_bot.core.reading.shares import share_of
from collector_bot.core.reading.weights import PROMISED, weighed

_DITTO = re.compile(
    r"\b(?:idem|pareil|de meme|meme (?:date|chose)|ditto|same|likewise)\b"
)
_ROUGH = re.compile(r"\.(?:week_|month_(?:any|early|middle|this|next)|half_)")
_ROUGH_DAYS = 7
_ITS_AMOUNT = re.compile(
    r"\b(?:d'un montant de|s'elev\w+ a|pour un montant de|in the amount of"
    r"|amounting to)\b"
)
_BRACKETED = re.compile(r"\s?\([^()]{0,12}\d[\d .,]*[^()\d]{0,8}\)")
_LONG_WORDS = 32
_BARE_MINOR_MIN = 10_000
_AFTER_PAYMENT = re.compile(
    r"\b(?:virement|reglement|paiement|cheque|versement|acompte|payment|transfer|cheque|wire)"
    r"(?: d'un montant)?(?: de| of| for)?\s+$"
)
_UNIT_PRICE = re.compile(
    r"\s*(?:/|par (?!virement|cheque|carte|cb\b|lcr|prelevement|traite|banque|mois|la "
    r"|le |notre|sepa|mail|semaine|echeance|mensualite|versement)|l'"
    r"|per (?!month|instal|week|la\b|le\b|il\b|i\b|gli\b|lo\b|l'|fattur|inv"
    r"|our|your)|a piece|each (?:unit|piece)|ht/|de l')"
)


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
    if talk.intent == "offer" and not heard.says("firm") and elliptic(heard.whole):
        return []
    if talk.promised and heard.pieces and _DITTO.search(heard.folded):
        return [_repeated(talk.promised[-1], heard)]
    found: list[Promise] = []
    carried: tuple[KnownItem, ...] = talk.earlier
    committed = talk.intent == "pay" or heard.says("decided") is not None
    corrected = False
    for clause in _joined(heard):
        days = days_left(clause, payment_days(clause))
        swap = corrected and bool(days)
        if days and conditional(heard, clause):
            continue
        how = how_committed(clause, committed=committed) if days else ""
        how = how or ("corrected" if swap else "")
        if how:
            made = _instalments(clause, days, talk=talk, carried=carried, before=found)
            found += [_believed(one, how, clause) for one in made]
            committed = True
        corrected = bool(clause.says("negation") and clause.says("pay_any"))
        if clause.pieces:
            carried = clause.pieces
    found = shared(heard, _made_precise(found))
    if len(found) < 2 and how_committed(heard.whole, committed=committed):  # noqa: PLR2004
        found = _monthly(heard, talk) or found
    if talk.each is not None:
        found = [one if one.amount else _of(one, talk.each) for one in found]
    return found


def _made_precise(found: list[Promise]) -> list[Promise]:
    """Drop a week or a month when an exact day within it is said right behind."""
    return [
        one
        for one, after in zip_longest(found, found[1:])
        if after is None
        or not _ROUGH.search(one.rule)
        or _ROUGH.search(after.rule)
        or one.pieces != after.pieces
        or one.amount not in {None, after.amount}
        or abs((one.on - after.on).days) > _ROUGH_DAYS
    ]


def _repeated(last: Promise, heard: Heard) -> Promise:
    """The promise of the line above, for the pieces of this one: “F-1042: idem”."""
    pieces = tuple(item.piece for item in heard.pieces)
    return replace(
        last,
        pieces=pieces,
        amount=None,
        evidence=heard.sentence.evidence,
        confidence=PROMISED["repeated"],
        rule="promise.repeated",
    )


def _believed(one: Promise, how: str, clause: Clause) -> Promise:
    """The promise with its confidence: of how it was heard and of what blurs it."""
    doubts = ["unplaced"] if not one.pieces else []
    if len(clause.heard.folded.split()) > _LONG_WORDS:
        doubts.append("long")
    if clause.heard.says("negation") or clause.heard.says("retold"):
        doubts.append("contrast")
    confidence = weighed(PROMISED[how] * one.confidence, doubts)
    return replace(one, confidence=confidence, rule=f"{one.rule}.{how}")


def _doubts(day: DateMention, days: Sequence[DateMention]) -> list[str]:
    found = ["rough"] if day.vague else []
    found += ["open"] if day.open_end else []
    return found + (["several"] if len(days) > 1 else [])


def _of(one: Promise, amount: Money) -> Promise:
    return replace(one, amount=amount, currency=amount.currency)


def _monthly(heard: Heard, talk: Talk) -> list[Promise]:
    """Payments on one day of each month, as many as are said."""
    named = pieces_for(heard.whole, talk.earlier)
    amount = each_amount(heard)
    return [
        Promise(
            evidence=heard.sentence.evidence,
            confidence=PROMISED["monthly"],
            rule="promise.monthly",
            on=day,
            amount=amount,
            currency=_currency(amount, named, heard.whole),
            pieces=tuple(item.piece for item in named),
        )
        for day in monthly_days(heard)
    ]


def _only_a_day(clause: Clause) -> bool:
    """Whether a clause only says when, at the head of its sentence."""
    return bool(payment_days(clause)) and len(without_days(clause).split()) <= 2  # noqa: PLR2004


def _only_names(clause: Clause) -> bool:
    """Whether a clause only names a piece and its amount: “INV-20804 £300 - …”."""
    words = len(clause.folded.split())
    return bool(clause.refs) and bool(clause.amounts) and words <= 4  # noqa: PLR2004


def _joined(heard: Heard) -> list[Clause]:
    """The clauses, a bare day or an anaphoric payment joined to what stands before."""
    joined: list[Clause] = []
    for clause in heard.clauses:
        last = joined[-1] if joined else None
        if last is not None and _only_names(last) and not clause.refs:
            joined[-1] = heard.part(last.start, clause.end)
            continue
        if last is not None and not last.start and _only_a_day(last):
            joined[-1] = heard.part(last.start, clause.end)
            continue
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
        named = _owed(named) or _continued(window, clause, taken)
        amount = _amount(window, named, taken, alone=len(days) == 1)
        if amount is None and len(days) == 1:
            amount = _stated_above(clause.heard, named)
        made.append(
            Promise(
                evidence=clause.heard.sentence.evidence,
                confidence=weighed(1.0, _doubts(day, days)),
                rule=f"promise.{day.rule}",
                on=day.on,
                amount=amount,
                currency=_currency(amount, named, clause),
                pieces=tuple(item.piece for item in named),
            )
        )
    return made


def _stated_above(heard: Heard, named: Sequence[KnownItem]) -> Money | None:
    """The amount the sentence before gives the one piece meant: “your invoice of …”."""
    above = heard.before
    if above is None or heard.refs or above.pieces != tuple(named):
        return None
    amounts = [a.money for a in above.amounts if a.sure]
    if len(named) != 1 or len(amounts) != 1:
        return None
    behind = any(_BRACKETED.match(above.folded, ref.end) for ref in above.refs)
    return amounts[0] if behind or _ITS_AMOUNT.search(above.folded) else None


def _owed(named: tuple[KnownItem, ...]) -> tuple[KnownItem, ...]:
    """The pieces to be paid: a credit named beside them is only deducted."""
    return tuple(item for item in named if item.open_minor > 0) or named


def _continued(
    window: Clause, clause: Clause, taken: Sequence[Promise]
) -> tuple[KnownItem, ...]:
    """The one piece "the rest" is left of: that of the part promised just before."""
    last = taken[-1] if taken else None
    if last is None or last.amount is None or len(last.pieces) != 1:
        return ()
    if not share_of.is_rest(window):
        return ()
    world = clause.heard.world
    known = [item for item in world.items if item.piece == last.pieces[0]]
    partial = len(known) == 1 and last.amount.minor < known[0].open_minor
    return tuple(known) if partial else ()


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
    after = clause.heard.folded[amount.end : amount.end + 24]
    return not _UNIT_PRICE.match(after) and amount.money.minor > 0


def _one_currency(amounts: Sequence[AmountMention]) -> bool:
    return len({amount.money.currency for amount in amounts}) == 1
