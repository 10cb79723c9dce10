"""Disputes with their reason, requests for documents, refusals."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from collector_bot.core.reading.findings import (
    Dispute,
    DisputeReason,
    Document,
    DocumentRequest,
    KnownItem,
    Refusal,
)
from collector_bot.core.reading.hearing import Clause, Heard
from collector_bot.core.reading.pieces import pieces_for

# Tried in this order: the more particular reason first.
_REASONS = (
    DisputeReason.DUPLICATE,
    DisputeReason.WRONG_RECIPIENT,
    DisputeReason.MISSING_PO,
    DisputeReason.ALREADY_CREDITED,
    DisputeReason.NOT_RECEIVED,
    DisputeReason.QUALITY,
    DisputeReason.QUANTITY,
    DisputeReason.PRICE,
)
_PAPER = re.compile(
    r"\b(?:factur\w*|invoices?|copie|copy|duplicata|releve|statement|rib|mail|courrier)\b"
)


def disputes_in(
    heard: Heard, earlier: Sequence[KnownItem], spoken: str, *, contested: bool
) -> list[Dispute]:
    """Return what one sentence contests.

    Args:
        heard: the sentence.
        earlier: items named just before.
        spoken: all own words, folded.
        contested: some sentence of the mail contests outright, so that a bare
            reason here ("10 received, 12 billed") is its reason.
    """
    found: list[Dispute] = []
    carried = tuple(earlier)
    for clause in heard.clauses:
        reason = _reason(clause, contested=contested)
        if reason is not None:
            named = pieces_for(clause, carried, spoken)
            found.append(
                Dispute(
                    evidence=heard.sentence.evidence,
                    confidence=0.8 if reason is not DisputeReason.OTHER else 0.7,
                    rule=f"dispute.{reason.value}",
                    reason=reason,
                    pieces=tuple(item.piece for item in named),
                )
            )
        carried = clause.pieces or carried
    return found


def _reason(clause: Clause, *, contested: bool) -> DisputeReason | None:
    strong = clause.heard.says("dispute_strong")
    for reason in _REASONS:
        if not clause.says(f"d_{reason.value}"):
            continue
        if strong or contested or reason in _REASONS[:3]:
            return reason
    if clause.says("dispute_plain"):
        return DisputeReason.OTHER
    return None


def merged_disputes(disputes: Sequence[Dispute]) -> list[Dispute]:
    """One dispute per reason and set of pieces; "other" only where no reason is said."""
    kept: list[Dispute] = []
    for dispute in disputes:
        same = next(
            (
                at
                for at, other in enumerate(kept)
                if other.reason is dispute.reason
                and (not dispute.pieces or not other.pieces or other.pieces == dispute.pieces)
            ),
            None,
        )
        if same is None:
            kept.append(dispute)
        elif not kept[same].pieces:
            kept[same] = replace(kept[same], pieces=dispute.pieces)
    reasons = [d for d in kept if d.reason is not DisputeReason.OTHER]
    return [
        dispute
        for dispute in kept
        if dispute.reason is not DisputeReason.OTHER
        or not any(
            not dispute.pieces or not other.pieces or set(other.pieces) & set(dispute.pieces)
            for other in reasons
        )
    ]


def request_in(
    heard: Heard, earlier: Sequence[KnownItem], spoken: str
) -> DocumentRequest | None:
    """Return the documents one sentence asks for, if it does."""
    if heard.says("ask") is None:
        return None
    documents = [kind for kind in Document if heard.says(f"doc_{kind.value}")]
    others = [kind for kind in documents if kind is not Document.INVOICE_COPY]
    if others and Document.INVOICE_COPY in documents:
        if not heard.says("doc_invoice_copy_strict"):
            documents = others
    if not documents:
        return None
    named = pieces_for(heard.whole, earlier, spoken)
    return DocumentRequest(
        evidence=heard.sentence.evidence,
        confidence=0.85,
        rule="document_request.words",
        documents=tuple(documents),
        pieces=tuple(item.piece for item in named),
    )


def merged_requests(requests: Sequence[DocumentRequest]) -> list[DocumentRequest]:
    """All requests of one mail as one."""
    if not requests:
        return []
    documents = dict.fromkeys(d for request in requests for d in request.documents)
    pieces = dict.fromkeys(p for request in requests for p in request.pieces)
    return [
        replace(
            requests[0],
            documents=tuple(documents),
            pieces=tuple(pieces),
            evidence=" ".join(dict.fromkeys(r.evidence for r in requests)),
        )
    ]


def refusal_in(
    heard: Heard, earlier: Sequence[KnownItem], spoken: str
) -> Refusal | None:
    """Return the refusal to pay one sentence states, if it does."""
    if heard.sentence.asks or heard.says("condition") or heard.says("refusal") is None:
        return None
    named = pieces_for(heard.whole, earlier, spoken)
    return Refusal(
        evidence=heard.sentence.evidence,
        confidence=0.8,
        rule="refusal.words",
        pieces=tuple(item.piece for item in named),
    )
