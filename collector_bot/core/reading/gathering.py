"""Sentence by sentence: what each rule hears, merged into findings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from collector_bot.core.money import Money
from collector_bot.core.reading.claims import claims_in, merged_claims
from collector_bot.core.reading.findings import (
    ClaimsPaid,
    Dispute,
    DisputeReason,
    DocumentRequest,
    Finding,
    KnownItem,
    Promise,
    Refusal,
)
from collector_bot.core.reading.hearing import Heard
from collector_bot.core.reading.instalments import each_amount
from collector_bot.core.reading.objections import Placed, disputes_of
from collector_bot.core.reading.promises import Talk, promises_in
from collector_bot.core.reading.requests import (
    merged_requests,
    refusal_in,
    requests_in,
)

_LINE_WORDS_MAX = 9
_TELLS = ("will_pay", "paid", "contest_hard", "copy_request", "negation", "refusal")
_AMOUNT_OF = re.compile(
    r"^\W*(?:(?:the |le |wire |payment |total |pour un |d'un |soit (?:un )?)*"
    r"(?:montant|amount|somme|sum|total|betrag|importe|importo|bedrag|soit)\b)"
)


@dataclass
class _Gathered:
    promises: list[Promise]
    claims: list[ClaimsPaid]
    placed: list[Placed]
    requests: list[DocumentRequest]
    refusals: list[Refusal]


def said_in(heards: Sequence[Heard], *, paid: bool, insolvent: bool) -> list[Finding]:
    """Hear every sentence in order and return what they say, merged.

    Args:
        heards: the sentences.
        paid: the mail advises a payment, which is then no claim.
        insolvent: the mail announces an insolvency.
    """
    gathered = _Gathered([], [], [], [], [])
    earlier: tuple[KnownItem, ...] = ()
    intent = ""
    each: Money | None = None
    for at, heard in enumerate(heards):
        earlier = _context(heard, earlier, heards, at=at)
        if not (earlier or heard.pieces or heard.world.subject):
            earlier = _pointed_at(heards[at + 1 :])
        talk = Talk(earlier, intent, tuple(gathered.promises), each)
        _listen(heard, talk, gathered, above=heards[at - 1].folded if at else "")
        intent = _intent(heard, intent, heards[at + 1 : at + 3])
        if not heard.ahead:
            each = each_amount(heard) if intent == "pay" else None
        if heard.pieces:
            earlier = heard.pieces
    return _settled(gathered, heards, paid=paid, insolvent=insolvent)


def _context(
    heard: Heard, earlier: tuple[KnownItem, ...], heards: Sequence[Heard], *, at: int
) -> tuple[KnownItem, ...]:
    new_block = at == 0 or heards[at - 1].sentence.block != heard.sentence.block
    if not new_block:
        return earlier
    named = heard.world.index.find(heard.answers)
    items = [i for ref in named if not ref.ambiguous for i in ref.items]
    return tuple(dict.fromkeys(items))


def _pointed_at(following: Sequence[Heard]) -> tuple[KnownItem, ...]:
    """The items the next lines do nothing but name: “This is for INV-20841.”."""
    found: list[KnownItem] = []
    for heard in following:
        if not heard.pieces or any(heard.says(name) for name in _TELLS):
            break
        if len(heard.folded.split()) > _LINE_WORDS_MAX or heard.ahead:
            break
        found += heard.pieces
    return tuple(dict.fromkeys(found))


def _listen(heard: Heard, talk: Talk, gathered: _Gathered, *, above: str) -> None:
    refusal = refusal_in(heard, talk.earlier)
    if refusal is not None:
        gathered.refusals.append(refusal)
    claims = claims_in(heard, talk.earlier)
    promises = promises_in(heard, talk)
    if claims and promises and _one_payment(claims[0], promises[0]):
        ahead = heard.says("will_pay") and not heard.says("surely_paid")
        later = ahead and not _past(heard)
        claims = [] if later or _only_set_up(heard) else claims
        promises = [] if claims else promises
    if not promises and gathered.promises:
        _complete(gathered, heard)
    gathered.claims += claims
    gathered.promises += promises
    settled = bool(claims or promises)
    gathered.placed.append(Placed(heard, talk.earlier, settled))
    gathered.requests += requests_in(heard, talk.earlier, above=above)


def _only_set_up(heard: Heard) -> bool:
    """Whether what was done is only to enter or sign a payment that is still to go."""
    said = [paid for part in heard.clauses if (paid := part.says("paid"))]
    return bool(said) and heard.lexicon["set_up"].search(said[0].group()) is not None


def _one_payment(claim: ClaimsPaid, promise: Promise) -> bool:
    """Whether a claim and a promise of one sentence speak of the same payment."""
    several = claim.amount and promise.amount and claim.amount != promise.amount
    return claim.pieces == promise.pieces and not several


def _complete(gathered: _Gathered, heard: Heard) -> None:
    """Give the last promise the amount a following short sentence states."""
    last = gathered.promises[-1]
    amounts = [amount.money for amount in heard.amounts if amount.sure]
    states = _AMOUNT_OF.search(heard.folded)
    if last.amount is None and len(amounts) == 1 and states and not heard.refs:
        amount = amounts[0]
        gathered.promises[-1] = replace(last, amount=amount, currency=amount.currency)


def _past(heard: Heard) -> bool:
    """Whether a day gone by stands with the payment."""
    base = heard.world.base
    return base is not None and any(
        day.on <= base and not day.of_item and (base - day.on).days < 180  # noqa: PLR2004
        for day in heard.behind
        if day.rule not in {"weekday", "day_only", "day_on", "weekday_this"}
    )


def _intent(heard: Heard, before: str, following: Sequence[Heard]) -> str:
    """What lines of a list under this sentence are: instalments, offers or nothing."""
    if heard.says("proposal") or heard.sentence.asks:
        return "offer"
    if heard.says("plan") or heard.says("will_pay"):
        return "pay"
    if heard.sentence.text.endswith(":") and _is_schedule(following):
        return "pay"
    short = len(heard.folded.split()) <= _LINE_WORDS_MAX
    listed = heard.sentence.listed or (heard.sentence.line_start and short)
    return before if listed else ""


def _is_schedule(lines: Sequence[Heard]) -> bool:
    """Whether lines of a list give days to come with amounts."""
    return len(lines) > 1 and all(
        line.ahead and any(amount.sure for amount in line.amounts) and not line.refs
        for line in lines
    )


def _settled(
    gathered: _Gathered, heards: Sequence[Heard], *, paid: bool, insolvent: bool
) -> list[Finding]:
    """Merge what was gathered and drop what another finding already says."""
    disputes = disputes_of(gathered.placed, paid=paid) if gathered.placed else []
    requests = merged_requests(gathered.requests)
    claims = [] if paid else merged_claims(gathered.claims)
    doubled = [d for d in disputes if d.reason is DisputeReason.DUPLICATE]
    claims = [one for one in claims if not any(_of_double(one, d) for d in doubled)]
    promises = _agreed(gathered.promises, heards)
    reasoned = [d for d in disputes if d.reason is not DisputeReason.OTHER]
    disputed = disputes and any(
        heard.says("contest_word") and not heard.says("penalty") for heard in heards
    )
    refusals = [] if reasoned or disputed or insolvent else gathered.refusals[:1]
    if refusals:
        disputes = reasoned
    return [*promises, *claims, *disputes, *requests, *refusals]


def _of_double(claim: ClaimsPaid, dispute: Dispute) -> bool:
    """Whether what is said to be paid is the piece another one repeats."""
    if claim.evidence == dispute.evidence:
        return True
    return not claim.pieces or bool(set(claim.pieces) & set(dispute.pieces))


def _agreed(promises: Sequence[Promise], heards: Sequence[Heard]) -> list[Promise]:
    """Drop promises that wait for our yes, and the same promise said twice."""
    if any(heard.says("asks_yes") for heard in heards):
        return []
    kept: list[Promise] = []
    for promise in promises:
        same = next(
            (
                at
                for at, other in enumerate(kept)
                if other.on == promise.on
                and _joinable(other, promise)
                and (
                    other.amount is None
                    or promise.amount is None
                    or other.amount == promise.amount
                )
            ),
            None,
        )
        if same is None:
            kept.append(promise)
        else:
            other = kept[same]
            kept[same] = replace(
                other,
                amount=other.amount or promise.amount,
                pieces=tuple(dict.fromkeys((*other.pieces, *promise.pieces))),
            )
    return kept


def _joinable(one: Promise, other: Promise) -> bool:
    """Whether two promises for one day are one: same pieces, or no amounts at all."""
    if not one.pieces or not other.pieces or one.pieces == other.pieces:
        return True
    return one.amount is None and other.amount is None
