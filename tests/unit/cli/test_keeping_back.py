"""Promises, holds and disputes, entered at the shell."""

from __future__ import annotations

import pytest


@pytest.fixture
def ledger(english):
    english.entries(
        "ACME,invoice,F-1,2020-01-01,2020-02-01,1234.56,,EUR,",
        "ACME,invoice,F-2,2020-01-05,2020-02-05,300.00,,EUR,",
    )
    return english


def test_a_promise_of_all_that_is_due_is_told_back(ledger):
    said = ledger("promise", "acme", "31/01/2099")
    assert said.code == 0
    assert said.plain.startswith(
        "Promise 1 of Acme Distribution SARL: €1,534.56 by 31 Jan 2099."
    )
    assert "It waits to be accepted. The promised date is far away." in said.plain


def test_a_promise_of_an_amount_for_pieces(ledger):
    said = ledger("promise", "ACME", "2099-01-31", "F-2", "--amount", "120,50")
    assert "€120.50" in said.out
    (fact,) = ledger("promises", "--json").facts
    fact.pop("made_on")
    assert fact == {
        "id": 1,
        "account": "ACME",
        "name": "Acme Distribution SARL",
        "date": "2099-01-31",
        "amount": "120.50",
        "currency": "EUR",
        "open": "300.00",
        "status": "proposed",
        "entered_by": "shell",
        "why_proposed": "too_far",
    }


@pytest.mark.parametrize("amount", ["-5", "many", "0"])
def test_an_amount_that_is_none_is_refused(ledger, amount):
    said = ledger("promise", "ACME", "2099-01-31", f"--amount={amount}")
    assert said.code == 1
    assert said.refusal == (
        f"“{amount}” is not an amount above zero; expected for instance 12.50."
    )


def test_a_promise_is_accepted_or_declined_once(ledger):
    ledger("promise", "ACME", "2099-01-31", "F-1")
    ledger("promise", "ACME", "2099-01-31", "F-2")
    assert ledger("accept", "1").out == "Promise 1 accepted.\n"
    assert ledger("decline", "2").out == "Promise 2 refused.\n"
    assert ledger("accept", "2").code == 1
    assert ledger("accept", "77").err == "There is no promise 77.\n"
    (left,) = ledger("promises", "--json").facts
    assert (left["id"], left["status"]) == (1, "open")


def test_a_promise_is_cancelled_once(ledger):
    ledger("promise", "ACME", "2099-01-31", "F-1", "--amount", "100", "F-2")
    ledger("accept", "1")
    assert ledger("unpromise", "1").out == (
        "Promise 1 cancelled: its items are chased.\n"
    )
    assert ledger("promises", "--json").facts == []
    assert ledger("unpromise", "1").refusal == (
        "Promise 1 is not waiting for an answer: it is cancelled."
    )
    assert ledger("unpromise", "7").refusal == "There is no promise 7."


@pytest.mark.parametrize(
    "words",
    [("promise", "ACME", "2020-01-31"), ("hold", "ACME", "--until", "2020-01-31")],
)
def test_a_past_day_is_refused(ledger, words):
    said = ledger(*words)
    assert (said.code, said.out) == (1, "")
    assert said.refusal == "31 Jan 2020 is past; give today or a later day."


def test_promises_read_as_a_table(ledger):
    assert ledger("promises").out == "No promise is running.\n"
    ledger("promise", "ACME", "2099-01-31", "F-1")
    said = ledger("promises").plain
    assert "31 Jan 2099" in said
    assert "to be accepted" in said


def test_a_hold_is_placed_and_ended(ledger):
    said = ledger("hold", "ACME", "--until", "2099-06-30", "--reason", "new system")
    assert said.plain == (
        "Hold 1: Acme Distribution SARL is not chased until 30 Jun 2099.\n"
    )
    skips = ledger("dun", "--dry-run", "--json").facts
    assert [one["reason"] for one in skips] == ["account_held"]
    assert ledger("unhold", "1").out == "Hold 1 is over.\n"
    assert ledger("unhold", "1").code == 1
    assert ledger("dun", "--dry-run", "--json").facts[0]["kind"] == "step"


def test_a_hold_on_one_piece_leaves_the_other(ledger):
    assert ledger("hold", "ACME", "--piece", "f-1").plain == (
        "Hold 1: f-1 is not chased.\n"
    )
    step, skip = ledger("dun", "--dry-run", "--json").facts
    assert (step["items"], skip["items"]) == (["F-2"], ["F-1"])
    assert skip["reason"] == "held"


def test_a_dispute_is_opened_and_closed(ledger):
    said = ledger("dispute", "ACME", "F-1", "F-2", "--reason", "quality")
    assert said.out == "Dispute 1: F-1, F-2.\n"
    assert ledger("dispute", "ACME", "F-1", "F-2").out == (
        "F-1, F-2: in dispute already.\n"
    )
    facts = ledger("dun", "--dry-run", "--json").facts
    assert {one["reason"] for one in facts} == {"disputed"}
    assert ledger("undispute", "1").out == "Dispute 1 is closed.\n"
    assert ledger("undispute", "1").code == 1


def test_a_piece_that_is_not_open_is_refused(ledger):
    said = ledger("dispute", "ACME", "F-404")
    assert said.code == 1
    assert said.err == "Nothing is open under “F-404” on account ACME.\n"
