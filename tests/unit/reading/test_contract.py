"""The JSON contract: exact keys, and every finding back from what is stored."""

from __future__ import annotations

from datetime import date

import pytest

from collector_bot.core.money import Money
from collector_bot.core.reading import finding_from_json, reading_json
from collector_bot.core.reading.contract import finding_json
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
    Insolvency,
    Promise,
    Reading,
    Refusal,
    Remittance,
    RemittanceLine,
)
from tests.unit.reading.mails import mail, read

WHY = {"evidence": "les mots", "confidence": 0.9, "rule": "r"}
DAY = date(2026, 11, 30)

KEYS = {
    "promise": {"date", "amount", "currency", "invoices"},
    "remittance": {"lines", "total", "currency", "payment_date", "payment_reference"},
    "claims_paid": {"date", "amount", "invoices"},
    "dispute": {"invoices", "reason"},
    "document_request": {"documents", "invoices"},
    "refusal": {"invoices"},
    "insolvency": set(),
    "bank_details_change": set(),
    "contact_change": {"email"},
    "auto_reply": {"return_date"},
    "bounce": {"recipient", "permanent"},
}
FINDINGS = [
    Promise(on=DAY, amount=Money(100, "JPY"), currency="JPY", pieces=("F-1",), **WHY),
    Promise(on=DAY, currency="GBP", **WHY),
    Remittance(
        lines=(RemittanceLine("F-1", Money(-5, "EUR")), RemittanceLine("?", None)),
        total=Money(7, "EUR"),
        payment_on=DAY,
        payment_reference="V 1",
        **WHY,
    ),
    ClaimsPaid(on=DAY, amount=Money(5, "USD"), pieces=("F-1", "F-2"), **WHY),
    ClaimsPaid(**WHY),
    Dispute(reason=DisputeReason.MISSING_PO, pieces=("F-1",), **WHY),
    DocumentRequest(documents=(Document.STATEMENT, Document.INVOICE_COPY), **WHY),
    Refusal(pieces=("F-1",), **WHY),
    Insolvency(**WHY),
    BankDetailsChange(**WHY),
    ContactChange(email="a@b.example", **WHY),
    ContactChange(**WHY),
    AutoReply(return_on=DAY, **WHY),
    Bounce(recipient="a@b.example", permanent=False, **WHY),
]


@pytest.mark.parametrize("finding", FINDINGS, ids=lambda f: type(f).__name__)
def test_a_stored_finding_comes_back(finding):
    assert finding_from_json(finding_json(finding)) == finding


@pytest.mark.parametrize("finding", FINDINGS, ids=lambda f: type(f).__name__)
def test_the_keys_of_a_finding(finding):
    (shown,) = reading_json(Reading(findings=(finding,)), "x.eml")["findings"]
    assert set(shown) == {"type", "evidence", "confidence"} | KEYS[shown["type"]]


@pytest.mark.parametrize(
    "stored",
    [{}, {"type": "promise"}, {"type": "other"}, {"type": "refusal", "invoices": None}],
)
def test_what_is_no_stored_finding(stored):
    with pytest.raises(ValueError, match="not a stored finding"):
        finding_from_json(stored)


def test_a_whole_reading():
    shown = reading_json(
        read(mail("Bonjour, le virement de la F-1041 partira vendredi.")), "a.eml"
    )
    assert shown == {
        "file": "a.eml",
        "message_id": "<m1@x.example>",
        "from": "compta@acme.example",
        "date": "2026-11-24T10:00:00+01:00",
        "language": "fr",
        "sender_account": "ACME",
        "suspicious": False,
        "findings": [
            {
                "type": "promise",
                "date": "2026-11-27",
                "amount": None,
                "currency": "EUR",
                "invoices": ["F-1041"],
                "evidence": "Bonjour, le virement de la F-1041 partira vendredi.",
                "confidence": 0.86,
            }
        ],
    }
