"""Claims that something is already paid."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from collector_bot.core.money import Money
from collector_bot.core.reading.commitment import pays_ahead, pays_for_us
from collector_bot.core.reading.dates import DateMention
from collector_bot.core.reading.findings import ClaimsPaid, KnownItem
from collector_bot.core.reading.hearing import Clause, Heard
from collector_bot.core.reading.pieces import pieces_for
from collector_bot.core.reading.weights import CLAIMED, weighed

_RECENT_DAYS = 180
_FURTHER_WORDS_MAX = 8
_SINCE = re.compile(
    r"\b(?:pay|pai|regl|sold|vir|acquitt|settl|clear)\w*"
    r",? (?:depuis|since)(?: le| the)? $"
)
_WHEN = re.compile(
    r"des|une fois|lorsque|quand|aussitot|once|when|as soon|after|apres|a reception"
)
_LEFT = re.compile(
    r"\b(?:partie?s?|emise?s?|execute\w*|envoye\w*|left|went|sent|issued|executed)\b"
)
_PAID_ON = re.compile(
    r"(?<![\w-])(?:payee?s?|reglee?s?|viree?s?|versee?s?|soldee?s?|debitee?s?|paid|settled)"
    r" (?:le |du |au |en date du |depuis |on |the )*$"
)
_HAVE = re.compile(r"(?:a|ont|ai|avons|have|has)\b")
_FROM = re.compile(r"\b(?:depuis(?: le)?|en date du|date du|since(?: the)?) $")
_OF_LETTER = re.compile(
    r"\b(?:factur|avoir|relanc|courrier|mail|lettre|rappel|message|command|invoice|letter"
    r"|remind|note|livr|attend|due)\w*(?: [^\s,()]+){0,3} (?:depuis(?: le)?|en date du"
    r"|date du|since(?: the)?) $"
)
# Days whose year is written.
_DATED = frozenset({"iso", "numeric", "numeric_spaced"})
_SURELY_PAST = frozenset({"yesterday", "before_yesterday", "weekday_last", "ago"})


def claims_in(heard: Heard, earlier: Sequence[KnownItem]) -> list[ClaimsPaid]:
    """Return what one sentence says is paid already, each payment once.

    Several payments are told apart when each has its own piece and day.
    """
    if heard.says("retold") and not heard.says("paid"):
        return []
    carried = tuple(earlier)
    found: list[ClaimsPaid] = []
    for clause in heard.clauses:
        further = bool(found) and _continues(clause)
        if (further or _claims(clause)) and (not found or _placed(clause)):
            claim = _claim(clause, carried)
            if claim.pieces or claim.amount or claim.on or clause.says("already"):
                found.append(claim)
        elif found and _claims(clause) and _LEFT.search(clause.folded):
            left = _day(clause)
            found[-1] = replace(found[-1], on=left.on if left else found[-1].on)
        carried = clause.pieces or carried
    return found


def _placed(clause: Clause) -> bool:
    return bool(clause.pieces and _day(clause))


def _continues(clause: Clause) -> bool:
    """Whether a further piece and day share the verb before: “and B on the 16th”."""
    short = len(clause.folded.split()) <= _FURTHER_WORDS_MAX
    return short and not any(clause.says(n) for n in ("will_pay", "negation", "unkept"))


def _claims(clause: Clause) -> bool:
    if clause.says("not_paid") or clause.says("unkept"):
        return False
    if clause.says("paid") is None and not _is_dated_payment(clause):
        return False
    heard = clause.heard
    if clause.says("meeting") or clause.says("habit"):
        return False
    credited = heard.says("s_already_credited")
    if credited and not heard.says("not_credited"):
        return False
    if _waits(clause):
        return False
    if pays_for_us(clause) or clause.says("hypothesis"):
        return False
    if heard.sentence.asks and not re.search(
        r"\b(?:notre|nos|mon|our|my|nous|we)\b", clause.folded
    ):
        return False
    return not _is_ahead(clause)


def _waits(clause: Clause) -> bool:
    """Whether a condition governs the payment; when it was made is none."""
    paid = clause.says("paid")
    return any(
        paid is None
        or not _WHEN.match(found.group())
        or (found.start() < paid.start() and not _HAVE.match(paid.group()))
        for found in clause.heard.lexicon["condition"].finditer(clause.masked)
    )


def _is_dated_payment(clause: Clause) -> bool:
    """“Payment yesterday”, “virement du 12/11”: a payment with a day gone by alone."""
    base = clause.heard.world.base
    word = "pay_noun" if clause.heard.language == "fr" else "pay_any"
    if base is None or clause.says("will_pay") or not clause.says(word):
        return False
    if clause.says("retold") or clause.says("negation") or clause.says("proposal"):
        return False
    if clause.says("unkept"):
        return False
    gone = {day.start for day in clause.ahead if day.on <= base}
    return any(
        day.on <= base
        and not day.of_item
        and not day.deadline
        and (base - day.on).days <= _RECENT_DAYS
        and (day.rule in _SURELY_PAST or (day.start in gone and day.rule != "today"))
        for day in clause.behind
    )


def _is_ahead(clause: Clause) -> bool:
    """Whether the only days said are days to come: a payment set up, not made."""
    base = clause.heard.world.base
    if base is None:
        return False
    ahead = [d for d in clause.ahead if not d.of_item and d.on > base]
    behind = [d for d in clause.behind if not d.of_item and d.on <= base]
    stated = [
        d
        for d in behind
        if d.rule not in {"weekday", "day_only", "day_on"}
        and (base - d.on).days <= _RECENT_DAYS
    ]
    if not ahead or stated:
        return False
    if all(d.on > base or (base - d.on).days > _RECENT_DAYS for d in clause.behind):
        return True
    if clause.says("future"):
        return True
    if clause.says("surely_paid"):
        return False
    first = ahead[0]
    weekdays = {"weekday", "day_only", "day_on", "day_month", "month_day"}
    if first.rule in weekdays and not pays_ahead(clause):
        return False
    return first.rule != "weekday" or pays_ahead(clause)


def _claim(clause: Clause, carried: tuple[KnownItem, ...]) -> ClaimsPaid:
    heard = clause.heard
    whole = heard.whole
    named = pieces_for(clause if clause.pieces or not whole.pieces else whole, carried)
    day = _day(clause) or _day(whole)
    amounts = [a for a in clause.amounts if a.sure and a.money.minor > 0] or [
        a for a in whole.amounts if a.sure and a.money.minor > 0
    ]
    amount = amounts[0].money if len(amounts) == 1 else _total(amounts)
    how = "said" if clause.says("paid") else "dated"
    doubts = ([] if named else ["unplaced"]) + ([] if day else ["undated"])
    return ClaimsPaid(
        evidence=heard.sentence.evidence,
        confidence=weighed(CLAIMED[how], doubts),
        rule=f"claims_paid.{how}",
        on=day.on if day else None,
        amount=amount,
        pieces=tuple(item.piece for item in named),
    )


def _total(amounts: Sequence[object]) -> Money | None:
    found = [a.money for a in amounts if hasattr(a, "money")]
    if not found or len({money.currency for money in found}) != 1:
        return None
    largest = max(found, key=lambda money: money.minor)
    rest = sum(money.minor for money in found) - largest.minor
    return largest if rest == largest.minor or len(found) > 1 else None


def _day(clause: Clause) -> DateMention | None:
    base = clause.heard.world.base
    days = [
        day
        for day in clause.behind
        if base is not None
        and (not day.of_item or _is_since(clause, day))
        and day.on <= base
        and day.first == day.on
        and (day.rule in _DATED or (base - day.on).days <= _RECENT_DAYS)
        and not day.rule.startswith("within")
    ]
    paid = [day for day in days if _PAID_ON.search(clause.heard.folded[: day.start])]
    return (paid or days)[0] if days else None


def _is_since(clause: Clause, day: DateMention) -> bool:
    """Whether a day behind “since” or “dated” is that of the payment after all."""
    before = clause.heard.folded[: day.start]
    if _SINCE.search(before):
        return True
    return bool(_FROM.search(before)) and not _OF_LETTER.search(before)


def merged_claims(claims: Sequence[ClaimsPaid]) -> list[ClaimsPaid]:
    """Join sentences that speak of one payment, each filling what others lack."""
    kept: list[ClaimsPaid] = []
    for claim in claims:
        same = next((at for at, other in enumerate(kept) if _joins(other, claim)), None)
        if same is None:
            kept.append(claim)
            continue
        other = kept[same]
        kept[same] = replace(
            other,
            on=other.on or claim.on,
            amount=other.amount or claim.amount,
            pieces=other.pieces or claim.pieces,
            evidence=f"{other.evidence} {claim.evidence}"
            if claim.evidence not in other.evidence
            else other.evidence,
        )
    return kept


def _joins(one: ClaimsPaid, other: ClaimsPaid) -> bool:
    days = one.on is None or other.on is None or one.on == other.on
    amounts = one.amount is None or other.amount is None or one.amount == other.amount
    pieces = not one.pieces or not other.pieces or one.pieces == other.pieces
    return days and amounts and pieces
