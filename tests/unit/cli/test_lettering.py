"""Suggestions listed, answered, and letterings made and undone by hand."""

from __future__ import annotations

import re

import pytest

INVOICE = "ACME,invoice,F-1,2020-01-01,2020-02-01,1234.56,,EUR,"
OTHER = "ACME,invoice,F-2,2020-01-05,2020-02-05,300.00,,EUR,"
PAYMENT = "ACME,payment,BQ-7,2020-02-03,,,1234.56,EUR,VIR ACME F-1"


@pytest.fixture
def ledger(shell):
    shell.entries(INVOICE, OTHER, PAYMENT)
    return shell


def test_a_suggestion_is_one_object(ledger):
    said = ledger("suggest", "--json")
    assert said.code == 0
    best = said.facts[0]
    grounds = best.pop("grounds")
    confidence = best.pop("confidence")
    assert 0.9 < confidence <= 1
    assert "Le règlement répond à une seule pièce\u00a0: F-1." in grounds
    assert best == {
        "id": 1,
        "account": "ACME",
        "currency": "EUR",
        "bank_ref": "BQ-7",
        "debits": [{"piece": "F-1", "amount": "1234.56"}],
        "credits": [{"piece": "BQ-7", "amount": "1234.56"}],
        "difference": "0.00",
        "cause": "none",
        "correction": [],
        "correction_posted": False,
    }


def test_a_suggestion_with_a_difference_tells_its_correction(shell):
    shell.entries(
        "ACME,invoice,F-1,2026-01-01,2026-02-01,1000.00,,EUR,",
        "ACME,payment,V-1,2026-01-20,,,980.00,EUR,VIR F-1",
    )
    fact = shell("suggest", "--json").facts[0]
    assert (fact["cause"], fact["correction_posted"]) == ("discount", True)
    assert fact["correction"] == [
        {"account": "411", "side": "C", "amount": "20.00",
         "label": "Escompte accordé F-1"},
        {"account": "665", "side": "D", "amount": "16.67",
         "label": "Escompte accordé F-1"},
        {"account": "44571", "side": "D", "amount": "3.33",
         "label": "TVA sur escompte F-1"},
    ]  # fmt: skip
    said = shell("suggest", "--no-refresh").plain
    assert "665 Escompte accordé F-1 : 16,67 € au débit" in said


def test_answers_to_one_payment_follow_each_other_best_first(shell):
    shell.entries(
        "ACME,invoice,F-1,2020-01-01,2020-02-01,50.00,,EUR,",
        "ACME,invoice,F-2,2020-01-02,2020-02-02,50.00,,EUR,",
        "ACME,payment,BQ-1,2020-02-03,,,50.00,EUR,VIREMENT",
    )
    facts = shell("suggest", "--json").facts
    assert len(facts) > 1
    assert {one["bank_ref"] for one in facts} == {"BQ-1"}
    shares = [one["confidence"] for one in facts]
    assert shares == sorted(shares, reverse=True)
    assert facts[0]["debits"] == [{"piece": "F-1", "amount": "50.00"}]


def test_grounds_are_in_the_configured_language(ledger):
    ledger.configure(language="en")
    facts = ledger("suggest", "--json").facts
    assert "The payment answers one item: F-1." in facts[0]["grounds"]


def test_only_listing_looks_for_nothing_new(ledger):
    assert ledger("suggest", "--no-refresh", "--json").out == ""
    assert ledger("suggest", "--no-refresh").out == "Aucune suggestion n’attend.\n"
    ledger("suggest")
    assert len(ledger("suggest", "--no-refresh", "--json").facts) >= 1


def test_what_is_cut_is_said(shell):
    shell.entries(
        "ACME,invoice,F-1,2026-01-01,2026-02-01,10.00,,EUR,",
        "ACME,payment,V-1,2026-02-03,,,10.00,EUR,VIR F-1",
        "BOIS,invoice,G-1,2026-01-01,2026-02-01,20.00,,EUR,",
        "BOIS,payment,V-2,2026-02-03,,,20.00,EUR,VIR G-1",
    )
    whole = shell("suggest", "--json", "--limit", "2")
    assert (len(whole.facts), whole.err) == (2, "")
    cut = shell("suggest", "--no-refresh", "--json", "--limit", "1")
    assert len(cut.facts) == 1
    assert cut.code == 0
    assert cut.refusal == (
        "D’autres lettrages proposés attendent : augmentez --limit, ou nommez un "
        "compte."
    )
    assert "augmentez --limit" in shell("suggest", "--limit", "1").err


def test_suggesting_for_one_account_leaves_the_others(ledger):
    ledger.entries(
        "BOIS,invoice,G-1,2020-01-01,2020-02-01,70.00,,EUR,",
        "BOIS,payment,BQ-8,2020-02-03,,,70.00,EUR,VIR G-1",
    )
    facts = ledger("suggest", "BOIS", "--json").facts
    assert {one["account"] for one in facts} == {"BOIS"}


def test_suggestions_read_as_a_table(ledger):
    said = ledger("suggest").plain
    assert "Acme Distribution SARL (ACME)" in said
    assert "F-1 ↔ BQ-7" in said
    assert "– Le règlement répond à une seule pièce : F-1." in said
    assert "1 234,56 €" in said
    assert "approve N" in said


def test_approving_letters_what_was_suggested(ledger):
    ledger("suggest")
    said = ledger("approve", "1")
    assert said.code == 0
    assert said.plain == "Lettré sous AA : 1 234,56 €.\n"
    assert [one["piece"] for one in ledger("items", "ACME", "--json").facts] == ["F-2"]


def test_a_second_answer_is_refused_with_who_gave_the_first(ledger):
    ledger("suggest")
    ledger("approve", "1")
    said = ledger("reject", "1")
    assert said.code == 1
    assert said.err.startswith("Déjà approuvée par la ligne de commande le ")


def test_an_answer_the_ledger_overtook_exits_with_1(ledger):
    ledger("suggest")
    ledger("letter", "ACME", "F-1", "BQ-7")
    said = ledger("approve", "1")
    assert said.code == 1
    assert said.refusal == "La suggestion 1 ne tient plus : le compte a bougé depuis."


def test_an_answer_that_no_longer_fits_letters_nothing(shell):
    shell("import", "fec", shell.write(FEC, _fec("")))
    shell("suggest")
    shell("import", "fec", shell.write(FEC, _fec("A")))
    said = shell("approve", "1")
    assert said.code == 1
    assert said.refusal == (
        "La suggestion 1 ne correspond plus à ce qui est ouvert : rien n’a été lettré."
    )
    assert said.out == ""


def test_a_rejected_answer_is_not_suggested_again(ledger):
    ledger("suggest")
    said = ledger("reject", "1", "--reason", "autre facture")
    assert (said.code, said.out) == (0, "Suggestion 1 rejetée.\n")
    again = ledger("suggest", "--json").facts
    assert all(
        one["debits"] != [{"piece": "F-1", "amount": "1234.56"}] for one in again
    )


def test_there_is_no_such_suggestion(ledger):
    said = ledger("approve", "99")
    assert (said.code, said.err) == (1, "Il n’y a pas de suggestion 99.\n")


def test_pieces_are_lettered_and_opened_again(ledger):
    said = ledger("letter", "ACME", "f-1", "BQ-7")
    assert said.plain == "Lettré sous AA : 1 234,56 €.\n"
    undone = ledger("unletter", "ACME", "aa")
    assert undone.code == 0
    assert undone.plain.startswith("Lettrage AA annulé ; de nouveau ouvert : ")
    pieces = {one["piece"] for one in ledger("items", "ACME", "--json").facts}
    assert pieces == {"F-1", "F-2", "BQ-7"}


def test_with_four_eyes_somebody_else_approves(ledger):
    ledger.configure(four_eyes=True)
    said = ledger("letter", "ACME", "F-1", "BQ-7")
    assert said.out == "La suggestion 1 attend l’accord d’une autre personne.\n"
    assert ledger("suggest", "--no-refresh", "--json").facts[0]["grounds"] == [
        "Écritures choisies par shell."
    ]
    assert ledger("approve", "1").code == 1


def test_refused_pieces_are_proposed_again_with_who_refused_them(ledger):
    ledger.configure(four_eyes=True)
    ledger("letter", "ACME", "F-1", "BQ-7")
    assert ledger("letter", "ACME", "F-1", "BQ-7").plain == (
        "La suggestion 1 propose déjà exactement cela et attend ; rien n’a été proposé "
        "deux fois.\n"
    )
    ledger("reject", "1")
    said = ledger("letter", "ACME", "F-1", "BQ-7")
    assert said.code == 0
    assert re.fullmatch(
        r"La suggestion 2 attend l’accord d’une autre personne\. Exactement cela avait "
        r"été rejeté par la ligne de commande le \d\d/\d\d/\d{4} à \d\d:\d\d\.\n",
        said.plain,
    )


def test_approve_tells_who_the_shell_is(ledger):
    said = " ".join(ledger.bare("approve", "--help").out.split())
    assert (
        "Whoever works at this shell is one manager, called “shell”: with four eyes, "
        "what was proposed here is approved by another person, in Slack." in said
    )


def test_pieces_that_cannot_settle_each_other_are_refused(ledger):
    said = ledger("letter", "ACME", "F-1", "F-2")
    assert said.code == 1
    assert said.err.count("\n") == 1
    assert ledger("unletter", "ACME", "ZZ").refusal == (
        "Aucun lettrage « ZZ » au compte ACME."
    )


FEC = "000123455FEC20251231.txt"
HEAD = (
    "JournalCode|JournalLib|EcritureNum|EcritureDate|CompteNum|CompteLib|CompAuxNum|"
    "CompAuxLib|PieceRef|PieceDate|EcritureLib|Debit|Credit|EcritureLet|DateLet|"
    "ValidDate|Montantdevise|Idevise\n"
)


def _fec(code: str) -> str:
    """Return a FEC with one invoice and its payment, lettered under `code` or not."""
    day = "20250220" if code else ""
    tail = f"{code}|{day}|20250331||\n"
    client = "411000|Clients|CNEUF|Neuf SARL"
    return (
        HEAD
        + f"VE|Ventes|1|20250103|{client}|F-9|20250103|Facture|120,00|0,00|{tail}"
        + "VE|Ventes|1|20250103|706000|Ventes|||F-9|20250103|Facture|"
        "0,00|120,00|||20250331||\n"
        + f"BQ|Banque|2|20250220|{client}|BQ-9|20250220|Virement|0,00|120,00|{tail}"
        + "BQ|Banque|2|20250220|512000|Banque|||BQ-9|20250220|Virement|"
        "120,00|0,00|||20250331||\n"
    )
