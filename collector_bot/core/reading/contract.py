"""A reading as the JSON others rely on, and its findings back from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, assert_never

from collector_bot.core.money import Money
from collector_bot.core.reading.findings import (
    AutoReply,
    BankDetailsChange,
    Bounce,
    ClaimsPaid,
    ContactChange,
    Dispute,
    DisputeReason,
    Document,
    DocumentRequest,
    Finding,
    Insolvency,
    Promise,
    Reading,
    Refusal,
    Remittance,
    RemittanceLine,
)

Json = dict[str, Any]


def reading_json(reading: Reading, file: str) -> Json:
    """Return the reading of `file` (its base name) as our JSON contract has it.

    Amounts are decimal strings, dates ISO, pieces in the ledger's spelling; a mail
    that says nothing has `findings: []`.
    """
    return {
        "file": file,
        "message_id": reading.message_id,
        "from": reading.sender,
        "date": reading.dated_at.isoformat() if reading.dated_at else None,
        "language": reading.language,
        "sender_account": reading.sender_account,
        "suspicious": reading.suspicious,
        "findings": [_shown(finding) for finding in reading.findings],
    }


def _shown(finding: Finding) -> Json:
    """The finding with the contract's keys alone."""
    body = _body(finding)
    if isinstance(finding, ClaimsPaid):
        body.pop("currency", None)
    confidence = round(finding.confidence, 4)
    return {**body, "evidence": finding.evidence, "confidence": confidence}


def finding_json(finding: Finding) -> Json:
    """Return one finding as stored: the contract's keys, and what rebuilds it."""
    said = {"evidence": finding.evidence, "confidence": round(finding.confidence, 4)}
    rule = {"rule": finding.rule} if finding.rule else {}
    return {**_body(finding), **said, **rule}


def _body(finding: Finding) -> Json:  # noqa: C901 - one case for each finding
    match finding:
        case Promise():
            return {
                "type": "promise",
                "date": finding.on.isoformat(),
                "amount": _amount(finding.amount),
                "currency": finding.currency,
                "invoices": list(finding.pieces),
            }
        case Remittance():
            return {
                "type": "remittance",
                "lines": [
                    {"reference": line.reference, "amount": _amount(line.amount)}
                    for line in finding.lines
                ],
                "total": _amount(finding.total),
                "currency": finding.currency,
                "payment_date": _day(finding.payment_on),
                "payment_reference": finding.payment_reference,
            }
        case ClaimsPaid():
            return {
                "type": "claims_paid",
                "date": _day(finding.on),
                "amount": _amount(finding.amount),
                **_currency(finding.amount),
                "invoices": list(finding.pieces),
            }
        case Dispute():
            reason = finding.reason.value
            return {
                "type": "dispute",
                "invoices": list(finding.pieces),
                "reason": reason,
            }
        case DocumentRequest():
            documents = [document.value for document in finding.documents]
            invoices = list(finding.pieces)
            return {
                "type": "document_request",
                "documents": documents,
                "invoices": invoices,
            }
        case Refusal():
            return {"type": "refusal", "invoices": list(finding.pieces)}
        case Insolvency():
            return {"type": "insolvency"}
        case BankDetailsChange():
            return {"type": "bank_details_change"}
        case ContactChange():
            return {"type": "contact_change", "email": finding.email}
        case AutoReply():
            return {"type": "auto_reply", "return_date": _day(finding.return_on)}
        case Bounce():
            return {
                "type": "bounce",
                "recipient": finding.recipient,
                "permanent": finding.permanent,
            }
        case _:
            assert_never(finding)


def _amount(money: Money | None) -> str | None:
    return money.decimal if money is not None else None


def _currency(money: Money | None) -> Json:
    return {"currency": money.currency} if money is not None else {}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None


def finding_from_json(stored: Mapping[str, Any]) -> Finding:
    """Return the finding a JSON object of ours holds.

    Raises:
        ValueError: it is no such object.
    """
    try:
        build = _BUILDERS[stored["type"]]
        return build(stored, _grounds(stored))
    except (KeyError, TypeError, AttributeError) as error:
        msg = f"not a stored finding: {error}"
        raise ValueError(msg) from error


def _grounds(stored: Mapping[str, Any]) -> Json:
    return {
        "evidence": str(stored["evidence"]),
        "confidence": float(stored["confidence"]),
        "rule": str(stored.get("rule", "")),
    }


def _money(text: str | None, currency: str) -> Money | None:
    return Money.of(text, currency) if text is not None else None


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text is not None else None


def _promise(stored: Mapping[str, Any], grounds: Json) -> Promise:
    return Promise(
        on=date.fromisoformat(stored["date"]),
        amount=_money(stored["amount"], stored["currency"]),
        currency=stored["currency"],
        pieces=tuple(stored["invoices"]),
        **grounds,
    )


def _remittance(stored: Mapping[str, Any], grounds: Json) -> Remittance:
    currency = stored["currency"]
    return Remittance(
        lines=tuple(
            RemittanceLine(line["reference"], _money(line["amount"], currency))
            for line in stored["lines"]
        ),
        total=_money(stored["total"], currency),
        currency=currency,
        payment_on=_date(stored["payment_date"]),
        payment_reference=stored["payment_reference"],
        **grounds,
    )


def _claims_paid(stored: Mapping[str, Any], grounds: Json) -> ClaimsPaid:
    return ClaimsPaid(
        on=_date(stored["date"]),
        amount=_money(stored["amount"], stored.get("currency", "EUR")),
        pieces=tuple(stored["invoices"]),
        **grounds,
    )


_BUILDERS: dict[str, Callable[[Mapping[str, Any], Json], Finding]] = {
    "promise": _promise,
    "remittance": _remittance,
    "claims_paid": _claims_paid,
    "dispute": lambda stored, grounds: Dispute(
        reason=DisputeReason(stored["reason"]),
        pieces=tuple(stored["invoices"]),
        **grounds,
    ),
    "document_request": lambda stored, grounds: DocumentRequest(
        documents=tuple(Document(name) for name in stored["documents"]),
        pieces=tuple(stored["invoices"]),
        **grounds,
    ),
    "refusal": lambda stored, grounds: Refusal(
        pieces=tuple(stored["invoices"]), **grounds
    ),
    "insolvency": lambda _, grounds: Insolvency(**grounds),
    "bank_details_change": lambda _, grounds: BankDetailsChange(**grounds),
    "contact_change": lambda stored, grounds: ContactChange(
        email=stored["email"], **grounds
    ),
    "auto_reply": lambda stored, grounds: AutoReply(
        return_on=_date(stored["return_date"]), **grounds
    ),
    "bounce": lambda stored, grounds: Bounce(
        recipient=stored["recipient"], permanent=bool(stored["permanent"]), **grounds
    ),
}
