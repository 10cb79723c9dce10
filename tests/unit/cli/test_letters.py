"""The outbox, and what a person answers to a letter."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from collector_bot.store import outbox
from collector_bot.store.database import Database

FIRM = """
[[dunning.levels]]
name = "firm"
days = 1
template = "firm"
approval = true
minimum = "1.00"
"""
LATER = datetime(2999, 1, 1, tzinfo=UTC)


@pytest.fixture
def waiting(shell):
    """One firm letter that waits for approval: number 1."""
    shell.write("collector.toml", shell.config.read_text("utf-8") + FIRM)
    shell.entries("ACME,invoice,F-1,2020-01-01,2020-02-01,1234.56,,EUR,")
    assert shell("dun").code == 0
    return shell


@pytest.fixture
def number(waiting) -> str:
    (fact,) = waiting("outbox", "--json").facts
    return str(fact["id"])


def _lose(shell) -> None:
    """Hand the letter over and hear nothing back."""
    database = Database(f"sqlite:///{shell.folder}/ledger.db")
    with database.writing() as connection:
        claimed = outbox.claim(
            connection, "mail", token="t", now=LATER, lease=timedelta(minutes=5)
        )
        assert claimed is not None
        assert outbox.hand_over(connection, claimed, now=LATER)
        assert outbox.settle_uncertain(connection, claimed.id, reason="no answer")
    database.close()


def test_a_letter_is_one_object(waiting):
    (fact,) = waiting("outbox", "--json").facts
    assert isinstance(fact.pop("id"), int)
    assert datetime.fromisoformat(fact.pop("created")).utcoffset() == timedelta(0)
    assert "F-1" in fact.pop("subject")
    assert fact == {
        "kind": "letter",
        "account": "ACME",
        "name": "Acme Distribution SARL",
        "state": "awaiting_approval",
        "to": "compta@acme.example",
        "sent": None,
        "proof": None,
        "reason": None,
    }


def test_letters_are_listed_by_state_and_number(waiting):
    assert waiting("outbox", "--state", "sent").out == "Aucune lettre.\n"
    assert len(waiting("outbox", "--state", "awaiting_approval", "--json").facts) == 1
    assert "à approuver" in waiting("outbox").out
    assert waiting("outbox", "--state", "lost").code == 2


def test_letters_are_listed_latest_first_and_by_account(waiting):
    waiting.entries("BOIS,invoice,G-1,2020-01-01,2020-02-01,99.00,,EUR,")
    waiting("dun")
    facts = waiting("outbox", "--json").facts
    assert [one["account"] for one in facts] == ["BOIS", "ACME"]
    assert [one["account"] for one in waiting("outbox", "acme", "--json").facts] == [
        "ACME"
    ]
    assert waiting("outbox", "--limit", "1", "--json").facts == facts[:1]


def test_a_released_letter_is_about_to_leave(waiting, number):
    said = waiting("release", number)
    assert (said.code, said.out) == (0, f"La lettre {number} va partir.\n")
    assert waiting("outbox", "--json").facts[0]["state"] == "pending"
    assert waiting("release", number).err.startswith(
        "Déjà approuvée par la ligne de commande le "
    )


def test_a_refused_letter_does_not_leave(waiting, number):
    assert waiting("refuse", number, "--reason", "client fidèle").code == 0
    fact = waiting("outbox", "--json").facts[0]
    assert (fact["state"], fact["reason"]) == ("cancelled", "refused by shell")
    (hold,) = waiting("balance", "ACME", "--json").facts[0]["holds"]
    assert hold["reason"] == "client fidèle"


@pytest.mark.parametrize(
    ("verb", "state"),
    [("sent", "sent"), ("resend", "pending"), ("drop", "cancelled")],
)
def test_a_person_says_what_became_of_an_uncertain_letter(waiting, number, verb, state):
    waiting("release", number)
    _lose(waiting)
    assert waiting("outbox", "--json").facts[0]["reason"] == "no answer"
    assert waiting(verb, number).code == 0
    assert waiting("outbox", "--json").facts[0]["state"] == state


@pytest.mark.parametrize("verb", ["sent", "resend", "drop"])
def test_a_letter_that_is_not_uncertain_is_left_alone(waiting, number, verb):
    said = waiting(verb, number)
    assert said.code == 1
    assert "n’attend pas de réponse" in said.err
    assert waiting(verb, "99999").err == "Il n’y a pas de lettre 99999.\n"
