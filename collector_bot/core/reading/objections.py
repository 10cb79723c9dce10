"""Disputes with their reason."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from collector_bot.core.reading.discrepancies import counts_differ, prices_differ
from collector_bot.core.reading.duplicates import doubled, dropped
from collector_bot.core.reading.findings import (
    Dispute,
    DisputeReason,
    KnownItem,
)
from collector_bot.core.reading.hearing import Clause, Heard
from collector_bot.core.reading.pieces import pieces_for

# Tried in this order: the more particular reason first.
_REASONS = (
    DisputeReason.DUPLICATE,
    DisputeReason.MISSING_PO,
    DisputeReason.ALREADY_CREDITED,
    DisputeReason.OTHER,
    DisputeReason.PRICE,
    DisputeReason.QUANTITY,
    DisputeReason.QUALITY,
    DisputeReason.NOT_RECEIVED,
    DisputeReason.WRONG_RECIPIENT,
)
# Word classes that together, anywhere in one sentence, give a reason; "!" forbids.
_CLASSES = (
    (DisputeReason.DUPLICATE, ("c_twice", "c_paper", "!c_credit", "!not_duplicate")),
    (DisputeReason.ALREADY_CREDITED, ("c_credit", "c_annuls", "!not_credited")),
    (DisputeReason.WRONG_RECIPIENT, ("c_not_us", "c_liable")),
    (DisputeReason.WRONG_RECIPIENT, ("c_never_ordered",)),
    (
        DisputeReason.QUANTITY,
        ("c_count", "c_goods", "c_deviates_count", "!not_lacking", "!not_quantity"),
    ),
    (DisputeReason.PRICE, ("c_price", "c_deviates", "!not_price")),
    (DisputeReason.QUALITY, ("c_goods", "c_bad", "!not_defect", "!not_quality")),
    (DisputeReason.QUALITY, ("v_defect", "!not_defect", "!not_quality")),
)
# What gives no reason by itself.
_NO_REASON = (
    "doc_proof_of_delivery",
    "doc_purchase_order",
    "doc_statement",
    "payment_terms",
)
Reasoned = tuple[DisputeReason, str]
# How sure a reason is, by what gave it.
_CONFIDENCE = {
    "phrase": 0.85,
    "classes": 0.8,
    "numbers": 0.75,
    "title": 0.7,
    "hint": 0.65,
    "contested": 0.6,
}
_REPLY = re.compile(r"(?:re|aw|sv|rep|antw|r|tr|fw|fwd)\s?:")
_OTHER = DisputeReason.OTHER
_ADDS = re.compile(r"[,;:] (?:et|and|de plus|en outre|also|par ailleurs)\b")
# As many as there should be: “10 recues sur 10”.
_ALL_THERE = re.compile(r"(?<![\d.,])(\d+) (?:\w+ ){0,4}sur (?:les )?\1(?![\d.,])")


@dataclass(frozen=True, slots=True)
class Placed:
    """A sentence and the items named before it."""

    heard: Heard
    earlier: tuple[KnownItem, ...]
    settled: bool = False


def disputes_of(placed: Sequence[Placed], *, paid: bool) -> list[Dispute]:
    """Return what the mail contests, a dispute for each reason and set of pieces.

    A strong cue stands alone; a weak one ("the price") counts only when some
    sentence contests; who contests without any reason has the reason "other".

    Args:
        placed: the sentences; `settled` ones speak of a payment and are passed over.
        paid: the mail advises a payment: only outright contesting counts then.
    """
    pairs = zip(placed, [*placed[1:], None], strict=True)
    placed = [at for at, after in pairs if not _is_past(after)]
    contested = [p for p in placed if _contests(p, paid=paid)]
    found: list[Dispute] = []
    joined: Placed | None = None
    if any(at.settled for at in placed) and not (contested or _any_double(placed)):
        return _merged([one for at in placed for one in _beside(at)])
    if _calls_for_service(placed):
        return found
    for at, following in zip(placed, [*placed[1:], None], strict=True):
        outright = bool(at.heard.says("contest_hard") or at.heard.says("deducts"))
        passed = (at.settled or paid) and not outright and not _doubles(at)
        if at is joined or "@" in at.heard.folded:
            continue
        if passed:
            found += [] if paid else _beside(at)
            continue
        reasons = _reasons(at, contested=bool(contested))
        if not reasons and not _is_silent(at.heard):
            reasons = _counted(at, following)
            joined = following if reasons else None
        found += reasons
    return _merged([*found, *_bare(contested)])


def _is_past(after: Placed | None) -> bool:
    """Whether the sentence after says that what was wrong is put right since."""
    return after is not None and bool(after.heard.says("op_since"))


def _beside(at: Placed) -> list[Dispute]:
    """What the clauses of a sentence contest that do not speak of the payment."""
    found = []
    for clause in at.heard.clauses:
        paying = any(clause.says(name) for name in ("will_pay", "paid", "not_paid"))
        if not clause.pieces or paying or _is_denied(clause):
            continue
        reason = _reason(clause, contested=False)
        if reason is not None and reason[1] in {"phrase", "numbers"}:
            found.append(_dispute(at, clause, reason))
    return found


def _debits(items: Sequence[KnownItem]) -> tuple[KnownItem, ...]:
    return tuple(item for item in items if item.open_minor > 0)


def _any_double(placed: Sequence[Placed]) -> bool:
    return any(_doubles(at) for at in placed)


def _doubles(at: Placed) -> bool:
    """Whether a piece is said to repeat another one, which may well be paid."""
    text = without_papers(at.heard.whole)
    reason = DisputeReason.DUPLICATE
    named = at.heard.refs or at.heard.world.subject
    return bool(named) and _is_strong(at.heard.whole, reason, text, contested=True)


def _calls_for_service(placed: Sequence[Placed]) -> bool:
    """Whether the mail asks for a repair and speaks of no invoice."""
    called = any(at.heard.says("service_call") for at in placed)
    paper = any(at.heard.says(n) for at in placed for n in ("c_paper", "contest_hard"))
    return called and not paper


def _counted(at: Placed, following: Placed | None) -> list[Dispute]:
    """What is billed in one sentence, what came or was agreed in the next."""
    if following is None or _is_silent(following.heard):
        return []
    both = (at.heard.whole, following.heard.whole)
    named = at if at.heard.pieces or not following.heard.pieces else following
    if prices_differ(both):
        return [_dispute(named, named.heard.whole, (DisputeReason.PRICE, "numbers"))]
    if counts_differ(both):
        return [_dispute(named, named.heard.whole, (DisputeReason.QUANTITY, "numbers"))]
    return []


def _bare(contested: Sequence[Placed]) -> list[Dispute]:
    """Contesting without a reason; a subject of one's own may give it."""
    found = []
    for at in contested:
        if at.heard.says("contest_hard") and not _is_silent(at.heard):
            reason = _titled_reason(at.heard) or (DisputeReason.OTHER, "contested")
            found.append(_dispute(at, at.heard.whole, reason))
    return found


def _titled_reason(heard: Heard) -> Reasoned | None:
    title = heard.world.subject_text
    if _REPLY.match(title):
        return None
    for reason in _REASONS:
        for kind in ("s", "r"):
            if heard.lexicon[f"{kind}_{reason.value}"].search(title):
                return reason, "title"
    return None


def _contests(at: Placed, *, paid: bool) -> bool:
    if _is_denied(at.heard.whole) or at.heard.says("not_contest"):
        return False
    if paid:
        return bool(at.heard.says("contest_hard"))
    return bool(at.heard.says("contest")) and not at.settled


def _reasons(at: Placed, *, contested: bool) -> list[Dispute]:
    if _is_silent(at.heard):
        return []
    found: list[Dispute] = []
    for clause in _stretches(at.heard):
        reason = None if _is_denied(clause) else _reason(clause, contested=contested)
        if reason and reason[0] is DisputeReason.WRONG_RECIPIENT and _moved(clause):
            continue
        if reason is not None:
            found.append(_dispute(at, clause, reason))
    if len(found) == 1:
        found += _second(at, found[0])
    return found


def _second(at: Placed, first: Dispute) -> list[Dispute]:
    """Another reason that a later part of the sentence states in full."""
    for added in _ADDS.finditer(at.heard.masked):
        clause = at.heard.part(added.start(), len(at.heard.folded))
        reason = None if _is_denied(clause) else _reason(clause, contested=False)
        other = reason is not None and reason[0] not in {first.reason, _OTHER}
        if reason and other and reason[1] == "phrase":
            return [replace(_dispute(at, clause, reason), pieces=first.pieces)]
    return []


def _moved(clause: Clause) -> bool:
    """Whether a person has moved on, no invoice being spoken of."""
    return bool(clause.says("contact_moved")) and not clause.says("c_paper")


def _is_silent(heard: Heard) -> bool:
    """Whether a sentence thanks, looks forward or refuses a charge: no dispute."""
    thanks = heard.says("c_thanks") and not heard.says("contest_hard")
    unfair = heard.says("penalty") and heard.says("refusal")
    general = heard.says("general_rule")
    return bool(thanks or unfair or general or heard.says("expected"))


def _is_denied(clause: Clause) -> bool:
    """Whether the words say that nothing is contested, or no longer."""
    if _ALL_THERE.search(clause.folded):
        return True
    return bool(clause.says("op_resolved") or clause.says("op_agreed"))


def _stretches(heard: Heard) -> tuple[Clause, ...]:
    """The sentence whole, unless it names different pieces in different clauses.

    A sentence that also says what is settled is heard clause by clause.
    """
    with_pieces = [clause for clause in heard.clauses if clause.pieces]
    parted = len(with_pieces) > 1 or _is_denied(heard.whole)
    return heard.clauses if parted else (heard.whole,)


def _reason(clause: Clause, *, contested: bool) -> Reasoned | None:
    text = without_papers(clause)
    for reason in _REASONS:
        if _is_strong(clause, reason, text, contested=contested):
            return reason, "phrase"
    for reason, classes in _CLASSES:
        if all(_met(clause, name, text) for name in classes):
            return reason, "classes"
    if prices_differ((clause,)):
        return DisputeReason.PRICE, "numbers"
    counted = not _met(clause, "not_quantity", clause.masked)
    if counted and counts_differ((clause.heard.whole,)):
        return DisputeReason.QUANTITY, "numbers"
    hinted = _hinted(clause, text) if contested else None
    return (hinted, "hint") if hinted else None


def _hinted(clause: Clause, text: str) -> DisputeReason | None:
    """The reason a weak cue gives where some sentence contests."""
    lacks = _met(clause, "copy_request", text) and not _met(clause, "c_goods", text)
    for reason in _REASONS:
        if _met(clause, f"not_{reason.value}", text):
            continue
        if reason is DisputeReason.NOT_RECEIVED and lacks:
            continue
        if _met(clause, f"w_{reason.value}", text):
            return reason
    return None


def _is_strong(
    clause: Clause, reason: DisputeReason, text: str, *, contested: bool
) -> bool:
    """Whether a set phrase gives the reason, and nothing beside it excludes it."""
    if reason is DisputeReason.MISSING_PO:
        asked = clause.heard.sentence.asks and not contested
        wanted = clause.says("v_send") and not clause.says("c_paper")
        wanted = wanted or clause.says("not_missing_po") is not None
        return not (asked or wanted) and phrased(clause, reason, clause.masked)
    if not phrased(clause, reason, text) or _met(
        clause, f"not_{reason.value}", clause.masked
    ):
        return False
    if reason is DisputeReason.QUALITY:
        return not _met(clause, "not_defect", text)
    if reason is DisputeReason.DUPLICATE:
        return not _met(clause, "not_duplicate", text)
    goods = _met(clause, "c_goods", text)
    unseen = reason is DisputeReason.NOT_RECEIVED and not goods
    if unseen and _met(clause, "n_money", text):
        return False
    copy = _met(clause, "copy_request", text)
    classed = not copy and _met(clause, f"r_{reason.value}", text)
    if reason is DisputeReason.NOT_RECEIVED and not classed:
        return goods or not _met(clause, "c_paper", text)
    if reason is DisputeReason.ALREADY_CREDITED:
        return not _met(clause, "not_credited", text)
    return True


def phrased(clause: Clause, reason: DisputeReason, text: str) -> bool:
    """Whether a set phrase or classes of words in order give the reason."""
    return any(_met(clause, f"{kind}_{reason.value}", text) for kind in ("s", "r"))


def _met(clause: Clause, name: str, text: str) -> bool:
    lexicon = clause.heard.lexicon
    if name.startswith("!"):
        return lexicon[name[1:]].search(text) is None
    return lexicon[name].search(text) is not None


def without_papers(clause: Clause) -> str:
    """The words with delivery notes, purchase orders and the like struck out."""
    text = clause.masked
    for name in _NO_REASON:
        text = clause.heard.lexicon[name].sub(lambda m: "#" * len(m.group()), text)
    return text


def _dispute(at: Placed, clause: Clause, reasoned: Reasoned) -> Dispute:
    reason, how = reasoned
    named = pieces_for(clause, at.earlier)
    if reason is DisputeReason.ALREADY_CREDITED:
        around = (*at.earlier, *clause.heard.world.subject)
        named = _debits(named) or _debits(around) or named
    if reason is DisputeReason.DUPLICATE:
        named = dropped(at.heard) or doubled(clause, at.earlier) or named
    if reason is DisputeReason.ALREADY_CREDITED:
        named = tuple(item for item in named if item.open_minor > 0) or named
    return Dispute(
        evidence=clause.heard.sentence.evidence,
        confidence=_CONFIDENCE[how],
        rule=f"dispute.{reason.value}",
        reason=reason,
        pieces=tuple(item.piece for item in named),
    )


def _merged(disputes: Sequence[Dispute]) -> list[Dispute]:
    kept: list[Dispute] = []
    for dispute in disputes:
        same = next(
            (
                at
                for at, other in enumerate(kept)
                if _overlap(other, dispute)
                and (
                    other.reason is dispute.reason
                    or dispute.reason is DisputeReason.OTHER
                )
            ),
            None,
        )
        if same is None:
            kept.append(dispute)
        elif not kept[same].pieces:
            kept[same] = replace(kept[same], pieces=dispute.pieces)
    return kept


def _overlap(one: Dispute, other: Dispute) -> bool:
    if not one.pieces or not other.pieces:
        return True
    return bool(set(one.pieces) & set(other.pieces))
