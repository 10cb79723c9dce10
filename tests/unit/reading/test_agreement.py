"""Two readings of one mail compared, and a person's word that decides."""

from __future__ import annotations

import pytest

from collector_bot.core.reading.agreement import Verdict, agree, verdict

PROMISE = {
    "type": "promise",
    "date": "2026-11-30",
    "amount": "120.00",
    "currency": "EUR",
    "invoices": ["F-1", "F-2"],
    "evidence": "le 30",
    "confidence": 0.86,
}
LATER = {**PROMISE, "date": "2026-12-04"}
DISPUTE = {"type": "dispute", "invoices": ["F-1"], "reason": "price"}


def test_grounds_and_orders_are_no_difference():
    told = {**PROMISE, "invoices": ["F-2", "F-1"], "evidence": "", "rule": "x"}
    assert agree([PROMISE, DISPUTE], [DISPUTE, {**told, "confidence": 0.4}])


def test_what_is_absent_is_null_and_a_claim_without_currency_is_in_euros():
    claim = {"type": "claims_paid", "date": None, "amount": "5.00", "invoices": []}
    assert agree([claim], [{"type": "claims_paid", "amount": "5.00",
                            "currency": "EUR", "invoices": []}])  # fmt: skip
    assert not agree([claim], [{**claim, "currency": "GBP"}])


def test_the_order_of_a_remittance_s_lines_is_a_difference():
    lines = [{"reference": "F-1", "amount": "1.00"}, {"reference": "F-2"}]
    advice = {"type": "remittance", "lines": lines}
    assert not agree([advice], [{**advice, "lines": lines[::-1]}])


def test_one_finding_twice_is_not_once():
    assert not agree([PROMISE, PROMISE], [PROMISE])


@pytest.mark.parametrize(
    ("then", "now", "truth", "expected"),
    [
        ([PROMISE], [PROMISE], None, Verdict.SAME),
        ([PROMISE], [PROMISE], [DISPUTE], Verdict.SAME),
        ([PROMISE], [LATER], None, Verdict.DIFFERENT),
        ([PROMISE], [LATER], [LATER], Verdict.BETTER),
        ([PROMISE], [LATER], [PROMISE], Verdict.WORSE),
        ([PROMISE], [], [], Verdict.BETTER),
        ([], [PROMISE], [], Verdict.WORSE),
        ([PROMISE], [LATER], [DISPUTE], Verdict.DIFFERENT),
        ([PROMISE], [PROMISE, DISPUTE], [LATER, DISPUTE], Verdict.BETTER),
    ],
)
def test_a_person_s_word_decides(then, now, truth, expected):
    assert verdict(then, now, truth=truth) is expected
