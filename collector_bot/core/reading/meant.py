"""What a person says a mail means, as a finding."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from collector_bot.core.money import Money
from collector_bot.core.reading.findings import (
    AutoReply,
    BankDetailsChange,
    ClaimsPaid,
    ContactChange,
    Dispute,
    DisputeReason,
    Document,
    DocumentRequest,
    Finding,
    Insolvency,
    Promise,
    Refusal,
    Remittance,
    RemittanceLine,
)
from collector_bot.core.refusals import MeantWithoutDayError

BY_PERSON = "person"  # the rule of a finding a person made


class MeantKind(StrEnum):
    """What a finding can be put right to; the contract's words, without bounces."""

    PROMISE = "promise"
    REMITTANCE = "remittance"
    CLAIMS_PAID = "claims_paid"
    DISPUTE = "dispute"
    REFUSAL = "refusal"
    DOCUMENT_REQUEST = "document_request"
    CONTACT_CHANGE = "contact_change"
    BANK_DETAILS_CHANGE = "bank_details_change"
    INSOLVENCY = "insolvency"
    AUTO_REPLY = "auto_reply"


@dataclass(frozen=True, slots=True)
class Meant:
    """What a person says a mail means; what a kind has no place for is left out.

    Attributes:
        on: of a promise (then it is needed), a payment, or a return.
        amount: of a promise or a payment; None for not said.
        pieces: in the ledger's spelling.
        currency: of a promise or an advice without an amount.
    """

    kind: MeantKind
    on: date | None = None
    amount: Money | None = None
    pieces: Sequence[str] = ()
    reason: DisputeReason = DisputeReason.OTHER
    currency: str = "EUR"


_Build = Callable[[Meant, str], Finding]


def finding_of(meant: Meant, *, evidence: str) -> Finding:
    """Return a person's word as a finding nobody doubts.

    Args:
        meant: what they say.
        evidence: the words of the mail it is about, "" where they are not known.

    Raises:
        MeantWithoutDayError: a promise without its day.
    """
    return _BUILDERS[meant.kind](meant, evidence)


def _promise(meant: Meant, evidence: str) -> Finding:
    if meant.on is None:
        raise MeantWithoutDayError
    return Promise(
        on=meant.on,
        amount=meant.amount,
        currency=meant.amount.currency if meant.amount else meant.currency,
        pieces=tuple(meant.pieces),
        evidence=evidence,
        confidence=1.0,
        rule=BY_PERSON,
    )


def _remittance(meant: Meant, evidence: str) -> Finding:
    """Of one piece the line's amount is the total; of several it is not known."""
    alone = meant.amount if len(meant.pieces) == 1 else None
    return Remittance(
        lines=tuple(RemittanceLine(piece, alone) for piece in meant.pieces),
        total=meant.amount,
        currency=meant.amount.currency if meant.amount else meant.currency,
        payment_on=meant.on,
        evidence=evidence,
        confidence=1.0,
        rule=BY_PERSON,
    )


def _claims_paid(meant: Meant, evidence: str) -> Finding:
    return ClaimsPaid(
        on=meant.on,
        amount=meant.amount,
        pieces=tuple(meant.pieces),
        evidence=evidence,
        confidence=1.0,
        rule=BY_PERSON,
    )


def _dispute(meant: Meant, evidence: str) -> Finding:
    return Dispute(
        reason=meant.reason,
        pieces=tuple(meant.pieces),
        evidence=evidence,
        confidence=1.0,
        rule=BY_PERSON,
    )


def _refusal(meant: Meant, evidence: str) -> Finding:
    return Refusal(
        pieces=tuple(meant.pieces), evidence=evidence, confidence=1.0, rule=BY_PERSON
    )


def _document_request(meant: Meant, evidence: str) -> Finding:
    return DocumentRequest(
        documents=(Document.INVOICE_COPY,),
        pieces=tuple(meant.pieces),
        evidence=evidence,
        confidence=1.0,
        rule=BY_PERSON,
    )


def _auto_reply(meant: Meant, evidence: str) -> Finding:
    return AutoReply(
        return_on=meant.on, evidence=evidence, confidence=1.0, rule=BY_PERSON
    )


def _bare(kind: type[ContactChange | BankDetailsChange | Insolvency]) -> _Build:
    return lambda _, evidence: kind(evidence=evidence, confidence=1.0, rule=BY_PERSON)


_BUILDERS: dict[MeantKind, _Build] = {
    MeantKind.PROMISE: _promise,
    MeantKind.REMITTANCE: _remittance,
    MeantKind.CLAIMS_PAID: _claims_paid,
    MeantKind.DISPUTE: _dispute,
    MeantKind.REFUSAL: _refusal,
    MeantKind.DOCUMENT_REQUEST: _document_request,
    MeantKind.CONTACT_CHANGE: _bare(ContactChange),
    MeantKind.BANK_DETAILS_CHANGE: _bare(BankDetailsChange),
    MeantKind.INSOLVENCY: _bare(Insolvency),
    MeantKind.AUTO_REPLY: _auto_reply,
}
