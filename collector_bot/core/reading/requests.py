"""Requests for documents, and refusals to pay."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from collector_bot.core.reading.findings import (
    DisputeReason,
    Document,
    DocumentRequest,
    KnownItem,
    Refusal,
)
from collector_bot.core.reading.hearing import Heard
from collector_bot.core.reading.objections import phrased, without_papers
from collector_bot.core.reading.pieces import pieces_for

# How far, in characters, a paper may stand before or after the words that ask for it.
_BEFORE, _AFTER = 45, 110
_LACKING = 24
# What an invoice itself may lack.
_OTHER_LACKS = ("n_price", "n_orderref", "w_other")
_CONFIDENCE = {"request": 0.85, "refusal": 0.8}
_CONTRAST = re.compile(r"\b(?:but|however|mais|toutefois|aber|pero|ma|maar)\b")
_PRONOUN = re.compile(r"\b(?:it|this|this one|that|that one)\b")
_AS_YOU_LIKE = re.compile(
    r"\bif you (?:like|want|wish|must)\b"
    r"|\bsi (?:ca|cela) vous (?:chante|amuse|dit|arrange|plait)\b"
    r"|\bsi vous (?:voulez|le voulez|le souhaitez|y tenez)\b"
)


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
    ordered = Document.PURCHASE_ORDER
    if ordered in kinds and _lacks_order(heard):
        kinds.remove(ordered)
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


def _lacks_order(heard: Heard) -> bool:
    """Whether it is the invoice that should carry the order, not a paper to send."""
    if not phrased(heard.whole, DisputeReason.MISSING_PO, heard.masked):
        return False
    send, order = heard.says("c_send"), heard.says("doc_purchase_order")
    if send is None or order is None:
        return True
    paper = heard.lexicon["c_paper"].search(heard.masked, send.end(), order.start())
    return send.end() < order.start() and paper is not None


def _wants_other(heard: Heard, text: str) -> bool:
    """Whether what is said of an invoice refuses it, or wants it otherwise."""
    if heard.says("refusal") or phrased(heard.whole, DisputeReason.PRICE, text):
        return True
    return phrased(heard.whole, DisputeReason.MISSING_PO, heard.masked)


def _asks_copy(heard: Heard, above: str, *, others: bool) -> bool:
    """Whether the sentence wants an invoice: it lacks one, or asks to send one."""
    text = without_papers(heard.whole)
    lexicon = heard.lexicon
    if _wants_other(heard, text):
        return False
    copy = lexicon["copy_request"].search(text)
    goods = lexicon["c_goods"].search(text)
    if copy is not None and others and lexicon["c_paper"].search(copy.group()) is None:
        return False
    unseen = phrased(heard.whole, DisputeReason.NOT_RECEIVED, text) and goods
    if copy is not None and not unseen:
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
        other = any(lexicon[name].search(text) for name in _OTHER_LACKS)
        if lexicon["c_hard_need"].search(text) and _short(heard) and not other:
            return True
        if lack is not None and not heard.says("paid") and not heard.says("contest"):
            return not other
        return send is not None and need is not None and _near(paper, send)
    titled = heard.world.subject and _PRONOUN.search(text)
    about = lexicon["c_paper"].search(above) or titled
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
        if heard.sentence.asks and _short(heard):
            return True
        for start, end in asks:
            lacking = "manqu" in heard.masked[start:end]
            reach = _LACKING if lacking else _AFTER
            if start <= match.end() + _BEFORE and match.start() <= end + reach:
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
        above = heard.before
        promised = above is not None and above.says("will_pay") is not None
        return heard.pieces or (() if promised else tuple(earlier))
    return pieces_for(heard.whole, earlier)


def _request(
    heard: Heard, kinds: Sequence[Document], named: Sequence[KnownItem]
) -> DocumentRequest:
    return DocumentRequest(
        evidence=heard.sentence.evidence,
        confidence=_CONFIDENCE["request"],
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


def _waits(heard: Heard) -> bool:
    """Whether the refusal hangs on a condition in its own part of the sentence."""
    if _AS_YOU_LIKE.search(heard.folded):
        return False
    lexicon = heard.lexicon
    parts = _CONTRAST.split(heard.masked)
    own = [part for part in parts if lexicon["refusal"].search(part)] or parts
    return any(lexicon["condition"].search(part) for part in own)


def refusal_in(heard: Heard, earlier: Sequence[KnownItem]) -> Refusal | None:
    """Return the refusal to pay one sentence states, if it does."""
    if heard.sentence.asks or _waits(heard) or heard.says("refusal") is None:
        return None
    late = any(
        heard.says(name) for name in ("postponed", "not_refusal", "general_rule")
    )
    if late or any(d.on != heard.world.base for d in heard.ahead):
        return None
    named = () if heard.says("penalty") else pieces_for(heard.whole, earlier)
    return Refusal(
        evidence=heard.sentence.evidence,
        confidence=_CONFIDENCE["refusal"],
        rule="refusal.words",
        pieces=tuple(item.piece for item in named),
    )
