"""A run of the procedure: shown for any day, and for real."""

from __future__ import annotations

import pytest

INVOICE = "ACME,invoice,F-1,2026-01-15,2026-03-01,1234.56,,EUR,"
SECOND = "ACME,invoice,F-2,2026-01-20,2026-03-05,100.00,,EUR,"
CREDIT = "ACME,credit_note,AV-1,2026-02-01,,,34.56,EUR,"
PAID = "BOIS,invoice,G-1,2026-01-15,2026-03-01,50.00,,EUR,"
COVER = "BOIS,credit_note,AV-2,2026-02-01,,,80.00,EUR,"


@pytest.fixture
def ledger(shell):
    shell.entries(INVOICE, SECOND, CREDIT, PAID, COVER)
    return shell


def test_a_plan_is_one_object_a_letter_and_one_a_skip(ledger):
    said = ledger("dun", "--dry-run", "--as-of", "2026-03-07", "--json")
    assert said.code == 0
    assert said.facts == [
        {
            "kind": "step",
            "account": "ACME",
            "name": "Acme Distribution SARL",
            "currency": "EUR",
            "level": "reminder-1",
            "items": ["F-1", "F-2"],
            "amount": "1334.56",
            "net": "1300.00",
            "needs_approval": False,
        },
        {
            "kind": "skip",
            "account": "BOIS",
            "name": "Scierie des Bois",
            "currency": "EUR",
            "items": ["G-1"],
            "amount": "50.00",
            "reason": "covered_by_credits",
        },
    ]


def test_a_dry_run_writes_nothing(ledger):
    ledger("dun", "--dry-run")
    ledger("dun", "--dry-run", "--as-of", "07/03/2026")
    assert ledger("outbox", "--json").out == ""


def test_a_plan_reads_as_tables_with_every_reason_in_words(ledger):
    said = ledger("dun", "--dry-run", "--as-of", "2026-03-07").plain
    assert said.startswith("Prévision du 07/03/2026 : 1 lettre\n")
    assert "1re relance" in said
    assert "1 334,56 €" in said
    assert "Laissés en paix" in said
    assert "couvert par des avoirs" in said


def test_a_plan_in_english(ledger):
    ledger.configure(language="en")
    said = ledger("dun", "--dry-run", "--as-of", "2026-03-07").plain
    assert said.startswith("Plan for 7 Mar 2026: 1 letter\n")
    assert "€1,334.56" in said
    assert "open credits cover it" in said


def test_a_level_that_needs_approval_says_so(shell):
    shell.write("collector.toml", shell.config.read_text("utf-8") + FIRM)
    shell.entries(INVOICE)
    said = shell("dun", "--dry-run", "--as-of", "2026-03-07")
    assert "(à approuver)" in said.out
    assert "1 lettre, dont 1 à approuver" in said.plain
    facts = shell("dun", "--dry-run", "--as-of", "2026-03-07", "--json").facts
    assert facts[0]["needs_approval"] is True


def test_a_run_writes_letters_once(ledger):
    first = ledger("dun")
    assert first.code == 0
    assert "1 lettre" in first.plain
    again = ledger("dun", "--json")
    (fact,) = again.facts
    assert (fact["kind"], fact["letters"], fact["failures"]) == ("run", 0, [])
    assert len(ledger("outbox", "--json").facts) == 1


def test_a_level_is_called_by_the_title_of_the_configuration(ledger):
    text = ledger.config.read_text("utf-8")
    ledger.write("collector.toml", text + FIRM + 'title = "dernier appel"\n')
    said = ledger("dun", "--dry-run", "--as-of", "2026-03-07").plain
    assert "dernier appel" in said


def test_a_letter_that_cannot_be_made_exits_with_1_and_names_the_customer(ledger):
    text = ledger.config.read_text("utf-8")
    cut = text[: text.index("[smtp]")] + text[text.index("[policy]") :]
    ledger.write("collector.toml", cut)
    said = ledger("dun")
    assert said.code == 1
    assert said.refusal.startswith("ACME : ")
    assert "[smtp]" in said.err


FIRM = """
[[dunning.levels]]
name = "firm"
days = 1
template = "firm"
approval = true
minimum = "1.00"
"""
