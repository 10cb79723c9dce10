"""The customer is asked what a payment settles; nothing leaves without approval."""

from __future__ import annotations

from datetime import date

import pytest

from collector_bot.core.refusals import NotAllowedError, OvertakenError
from collector_bot.flows.approve_letter import approve_letter
from collector_bot.flows.ask import ask_customer
from collector_bot.flows.decide import approve
from collector_bot.flows.suggest import suggest_account
from collector_bot.slack.show import card_for
from collector_bot.store import outbox
from tests.ledger import CLERK, MANAGER, SALES


@pytest.fixture
def paid(books):
    """An account with a paid invoice, and the suggestion between them."""
    account = books.account("ACME")
    books.invoice("ACME", "F-1", 120_00, due_on=date(2026, 11, 1))
    books.payment("ACME", "V-1", 120_00, on=date(2026, 11, 20), label="VIR F-1")
    (number,) = suggest_account(books.desk, account.id)
    return books, number


def message(books, outbox_id):
    with books.database.reading() as connection:
        found = outbox.get(connection, outbox_id)
    assert found is not None
    return found


def test_the_question_waits_for_a_manager_and_is_asked_once(paid):
    books, number = paid
    letter = ask_customer(books.desk, number, by=CLERK)

    one = message(books, letter)
    assert one.state == "awaiting_approval"
    assert one.recipient == "accounts@acme.example"
    subject = one.subject.replace("\xa0", " ").replace("\u202f", " ")
    assert subject.startswith("Votre règlement de 120,00 € : quelles factures ?")
    assert "20 novembre 2026" in one.text.replace("\xa0", " ")
    assert "F-1" in one.text
    assert card_for(books.desk, f"letter:{letter}") is not None
    assert ask_customer(books.desk, number, by=CLERK) == letter

    approve_letter(books.desk, letter, by=MANAGER, digest=one.digest)
    assert message(books, letter).state == "pending"


def test_a_question_nobody_approved_is_dropped_once_the_payment_is_lettered(paid):
    books, number = paid
    letter = ask_customer(books.desk, number, by=CLERK)
    approve(books.desk, number, by=MANAGER)

    assert message(books, letter).state == "cancelled"
    with pytest.raises(OvertakenError):
        ask_customer(books.desk, number, by=CLERK)


def test_a_viewer_asks_nobody(paid):
    books, number = paid
    with pytest.raises(NotAllowedError):
        ask_customer(books.desk, number, by=SALES)
