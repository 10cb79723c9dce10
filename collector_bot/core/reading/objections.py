"""Disputes with their reason, requests for documents, refusals."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from collector_bot.core.reading.discrepancies import counts_differ, prices_differ
from collector_bot.core.reading.findings import (
    Dispute,
    DisputeReason,
    Document,
    DocumentRequest,
    KnownItem,
    Refusal,
)
from collector_bot.core.reading.hearing import Clause, Heard, pieces_in
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
    (DisputeReason.DUPLICATE, ("c_twice", "c_paper", "!c_credit")),
    (DisputeReason.ALREADY_CREDITED, ("c_credit", "c_annuls", "!not_credited")),
    (DisputeReason.WRONG_RECIPIENT, ("c_not_us", "c_liable")),
    (DisputeReason.WRONG_RECIPIENT, ("c_never_ordered",)),
    (DisputeReason.QUANTITY, ("c_count", "c_goods", "c_deviates_count")),
    (DisputeReason.PRICE, ("c_price", "c_deviates")),
    (DisputeReason.QUALITY, ("c_goods", "c_bad", "!not_defect")),
    (DisputeReason.QUALITY, ("v_defect", "!not_defect")),
)
# How far, in characters, a paper may stand before or after the words that ask for it.
_BEFORE, _AFTER = 45, 110
_COMPARED = re.compile(
    r"\b(?:avec|que|de la|of|as|with|and already|deja|au|versus|vs|figur\w+|repren\w+"
    r"|appear\w+|listed|covered by|billed on|facturee? sur|comprise? dans)\b"
)


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
    contested = [p for p in placed if _contests(p, paid=paid)]
    found: list[Dispute] = []
    paying = any(at.settled for at in placed)
    joined: Placed | None = None
    for number, at in enumerate(placed):
        if at is joined:
            continue
        if paying and not contested:
            break
        if at.settled and not at.heard.says("contest_hard"):
            continue
        if paid and not at.heard.says("contest_hard"):
            continue
        if "@" in at.heard.folded:
            continue
        reasons = _reasons(at, contested=bool(contested))
        following = placed[number + 1 : number + 2]
        if not reasons and counts_differ([p.heard for p in (at, *following)]):
            reasons = [_dispute(at.heard.whole, DisputeReason.QUANTITY, at.earlier)]
            joined = following[0] if following else None
        found += reasons
    for at in contested:
        if at.heard.says("contest_hard"):
            found.append(_dispute(at.heard.whole, DisputeReason.OTHER, at.earlier))
    return _merged(found)


def _contests(at: Placed, *, paid: bool) -> bool:
    if _is_denied(at.heard.whole):
        return False
    if paid:
        return bool(at.heard.says("contest_hard"))
    return bool(at.heard.says("contest")) and not at.settled


def _reasons(at: Placed, *, contested: bool) -> list[Dispute]:
    found: list[Dispute] = []
    if _is_thanks(at.heard) or (at.heard.says("refusal") and at.heard.says("penalty")):
        return found
    for clause in _stretches(at.heard):
        if _is_denied(clause):
            continue
        reason = _reason(clause, contested=contested)
        if reason is not None:
            found.append(_dispute(clause, reason, at.earlier))
    return found


def _is_thanks(heard: Heard) -> bool:
    return bool(heard.says("c_thanks")) and not heard.says("contest_hard")


def _is_denied(clause: Clause) -> bool:
    """Whether the words say that nothing is contested, or no longer."""
    return bool(clause.says("op_resolved") or clause.says("op_agreed"))


def _stretches(heard: Heard) -> tuple[Clause, ...]:
    """The sentence whole, unless it names different pieces in different clauses.

    A sentence that also says what is settled is heard clause by clause.
    """
    with_pieces = [clause for clause in heard.clauses if clause.pieces]
    parted = len(with_pieces) > 1 or _is_denied(heard.whole)
    return heard.clauses if parted else (heard.whole,)


def _reason(clause: Clause, *, contested: bool) -> DisputeReason | None:
    text = _without_papers(clause)
    for reason in _REASONS:
        if _is_strong(clause, reason, text, contested=contested):
            return reason
    for reason, classes in _CLASSES:
        if all(_met(clause, name, text) for name in classes):
            return reason
    if prices_differ(clause):
        return DisputeReason.PRICE
    if counts_differ((clause.heard,)):
        return DisputeReason.QUANTITY
    weak = (reason for reason in _REASONS if _met(clause, f"w_{reason.value}", text))
    return next(weak, None) if contested else None


def _is_strong(
    clause: Clause, reason: DisputeReason, text: str, *, contested: bool
) -> bool:
    """Whether a set phrase gives the reason, and nothing beside it excludes it."""
    if reason is DisputeReason.MISSING_PO:
        asked = clause.heard.sentence.asks and not contested
        return not asked and _phrased(clause, reason, clause.masked)
    if not _phrased(clause, reason, text):
        return False
    if reason is DisputeReason.QUALITY:
        return not _met(clause, "not_defect", text)
    classed = _met(clause, f"r_{reason.value}", text)
    if reason is DisputeReason.NOT_RECEIVED and not classed:
        return _met(clause, "c_goods", text) or not _met(clause, "c_paper", text)
    if reason is DisputeReason.ALREADY_CREDITED:
        return not _met(clause, "not_credited", text)
    return True


def _phrased(clause: Clause, reason: DisputeReason, text: str) -> bool:
    """Whether a set phrase or classes of words in order give the reason."""
    return any(_met(clause, f"{kind}_{reason.value}", text) for kind in ("s", "r"))


def _met(clause: Clause, name: str, text: str) -> bool:
    lexicon = clause.heard.lexicon
    if name.startswith("!"):
        return lexicon[name[1:]].search(text) is None
    return lexicon[name].search(text) is not None


def _without_papers(clause: Clause) -> str:
    """The words with delivery notes, purchase orders and the like struck out."""
    text = clause.masked
    for name in ("doc_proof_of_delivery", "doc_purchase_order", "doc_statement"):
        text = clause.heard.lexicon[name].sub(lambda m: "#" * len(m.group()), text)
    return text


def _dispute(
    clause: Clause, reason: DisputeReason, earlier: Sequence[KnownItem]
) -> Dispute:
    named = pieces_for(clause, earlier)
    if reason is DisputeReason.DUPLICATE:
        named = _first_compared(clause) or named
    return Dispute(
        evidence=clause.heard.sentence.evidence,
        confidence=0.6 if reason is DisputeReason.OTHER else 0.8,
        rule=f"dispute.{reason.value}",
        reason=reason,
        pieces=tuple(item.piece for item in named),
    )


def _first_compared(clause: Clause) -> tuple[KnownItem, ...]:
    """Of “A duplicates B” the pieces before the comparison: A."""
    if len(clause.refs) < 2:  # noqa: PLR2004
        return ()
    for at in range(1, len(clause.refs)):
        between = clause.heard.folded[clause.refs[at - 1].end : clause.refs[at].start]
        if _COMPARED.search(between):
            return pieces_in(clause.refs[:at])
    return ()


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


def requests_in(
    heard: Heard, earlier: Sequence[KnownItem], *, above: str = ""
) -> list[DocumentRequest]:
    """Return the documents one sentence asks for; a statement is of no one piece.

    Args:
        heard: the sentence.
        earlier: items named just before.
        above: the folded sentence before it, for "I do not have it".
    """
    if heard.says("c_thanks") or heard.says("not_ask"):
        return []
    if "@" in heard.folded and (
        heard.says("contact_change") or heard.says("contact_moved")
    ):
        return []
    if heard.says("bank_change") and not heard.says("not_bank_change"):
        return []
    kinds: list[Document] = [
        kind
        for kind in Document
        if kind is not Document.INVOICE_COPY and _asked(heard, f"doc_{kind.value}")
    ]
    if _asks_copy(heard, above, others=bool(kinds)):
        kinds.insert(0, Document.INVOICE_COPY)
    made = []
    of_account = [kind for kind in kinds if kind is Document.STATEMENT]
    of_pieces = [kind for kind in kinds if kind is not Document.STATEMENT]
    if of_account:
        made.append(_request(heard, of_account, ()))
    if of_pieces:
        named = _pieces_asked(heard, of_pieces, earlier)
        made.append(_request(heard, of_pieces, named))
    return made


def _asks_copy(heard: Heard, above: str, *, others: bool) -> bool:
    """Whether the sentence wants an invoice: it lacks one, or asks to send one."""
    text = _without_papers(heard.whole)
    lexicon = heard.lexicon
    if heard.says("refusal"):
        return False
    copy = lexicon["copy_request"].search(text)
    goods = lexicon["c_goods"].search(text)
    if copy is not None and others and lexicon["c_paper"].search(copy.group()) is None:
        return False
    if copy is not None and not (lexicon["s_not_received"].search(text) and goods):
        asks = _asking(heard) or lexicon["lacks"].search(text)
        return bool(asks) or heard.sentence.asks
    if others or heard.says("contest_hard"):
        return False
    paper = lexicon["c_paper"].search(text)
    send = lexicon["c_send"].search(text)
    lack = lexicon["c_lack"].search(text)
    need = lexicon["c_need"].search(text)
    again = lexicon["c_again"].search(text)
    if again is not None and need is not None and not goods:
        return True
    if lexicon["c_unclear"].search(text):
        return False
    if paper is not None and not goods:
        if lexicon["c_hard_need"].search(text) and _short(heard):
            return True
        if lack is not None and not heard.says("paid") and not heard.says("contest"):
            return True
        return send is not None and need is not None and _near(paper, send)
    about = lexicon["c_paper"].search(above)
    return bool(
        about and lack and not goods and not heard.says("paid") and _short(heard)
    )


def _near(one: re.Match[str], other: re.Match[str]) -> bool:
    return abs(one.start() - other.start()) <= _BEFORE


def _short(heard: Heard) -> bool:
    return len(heard.folded.split()) <= 9  # noqa: PLR2004


def _asked(heard: Heard, name: str) -> bool:
    """Whether words of list `name` stand near words that ask, or in a question."""
    if heard.lexicon[name].search(heard.masked) is None:
        return False
    asks = _asking(heard)
    for match in heard.lexicon[name].finditer(heard.masked):
        if heard.sentence.asks:
            return True
        for start, end in asks:
            if start <= match.end() + _BEFORE and match.start() <= end + _AFTER:
                return True
    return False


def _asking(heard: Heard) -> list[tuple[int, int]]:
    """Where the sentence has words that ask."""
    return [
        match.span()
        for name in ("ask", "op_ask")
        for match in heard.lexicon[name].finditer(heard.masked)
    ]


def _pieces_asked(
    heard: Heard, kinds: Sequence[Document], earlier: Sequence[KnownItem]
) -> tuple[KnownItem, ...]:
    if list(kinds) == [Document.BANK_DETAILS]:
        return heard.pieces or tuple(earlier)
    return pieces_for(heard.whole, earlier)


def _request(
    heard: Heard, kinds: Sequence[Document], named: Sequence[KnownItem]
) -> DocumentRequest:
    return DocumentRequest(
        evidence=heard.sentence.evidence,
        confidence=0.85,
        rule="document_request.words",
        documents=tuple(kinds),
        pieces=tuple(item.piece for item in named),
    )


def merged_requests(requests: Sequence[DocumentRequest]) -> list[DocumentRequest]:
    """Join requests about the same pieces; a copy asked twice is asked once."""
    kept: list[DocumentRequest] = []
    for request in requests:
        same = next(
            (at for at, other in enumerate(kept) if _joins(other, request)), None
        )
        if same is None:
            kept.append(request)
            continue
        other = kept[same]
        documents = dict.fromkeys((*other.documents, *request.documents))
        pieces = dict.fromkeys((*other.pieces, *request.pieces))
        evidence = " ".join(dict.fromkeys((other.evidence, request.evidence)))
        kept[same] = replace(
            other,
            documents=tuple(documents),
            pieces=tuple(pieces),
            evidence=evidence,
        )
    return kept


def _joins(one: DocumentRequest, other: DocumentRequest) -> bool:
    if one.pieces == other.pieces:
        return True
    statement = {Document.STATEMENT}
    if statement in (set(one.documents), set(other.documents)):
        return False
    return one.documents == other.documents or not one.pieces or not other.pieces


def refusal_in(heard: Heard, earlier: Sequence[KnownItem]) -> Refusal | None:
    """Return the refusal to pay one sentence states, if it does."""
    if heard.sentence.asks or heard.says("condition") or heard.says("refusal") is None:
        return None
    if heard.says("postponed") or any(d.on != heard.world.base for d in heard.ahead):
        return None
    named = () if heard.says("penalty") else pieces_for(heard.whole, earlier)
    return Refusal(
        evidence=heard.sentence.evidence,
        confidence=0.8,
        rule="refusal.words",
        pieces=tuple(item.piece for item in named),
    )
