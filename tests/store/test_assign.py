"""Payments nobody was recognised for: a person says whose they are, or leaves them."""

from __future__ import annotations

from datetime import date

import pytest

from collector_bot.answers.check import check_ledger
from collector_bot.answers.unallocated import unallocated_payments
from collector_bot.core.bank import LineState
from collector_bot.core.refusals import (
    NotAllowedError,
    NotWaitingError,
    PaymentTakenError,
    UnknownNumberError,
)
from collector_bot.flows.assign import assign, leave_alone
from collector_bot.flows.daily import enqueue_digest
from collector_bot.flows.decide import approve
from collector_bot.flows.identify_payers import identify_payers
from collector_bot.store import bank, outbox, suggestions
from collector_bot.store.accounts import by_code
from tests.ledger import CLERK, MANAGER, SALES
from tests.store.test_bank import keep, received, suggested

HOLDING = "FR1420041010050500013M02606"


@pytest.fixture
def paid(books):
    """Two customers and a payment of somebody nobody knows."""
    books.account("ACME", "Acme SARL")
    books.account("ZETA", "Zeta Industries")
    books.invoice("ACME", "F-1", 100_00, due_on=date(2026, 11, 20))
    books.invoice("ZETA", "F-2", 250_00, due_on=date(2026, 11, 20))
    keep(books, received("100.00", "VIR", name="HOLDING DU NORD", iban=HOLDING))
    identify_payers(books.desk)
    return books


def account(books, code):
    with books.database.reading() as connection:
        found = by_code(connection, code)
    assert found is not None
    return found


def line(books, number=1):
    with books.database.reading() as connection:
        found = bank.line_of(connection, bank.BankLineId(number))
    assert found is not None
    return found


def free(books, *, limit=10):
    with books.database.reading() as connection:
        return unallocated_payments(connection, limit=limit)


def cards_due(books):
    with books.database.reading() as connection:
        waiting = outbox.listed(connection, ["pending"])
    return [one.payload["subject"] for one in waiting if one.channel == "slack"]


def test_a_payment_nobody_is_known_for_names_who_owes_that_amount(paid):
    found = free(paid)

    assert found.count == 1
    (one,) = found.rows
    assert [(near.account.code, near.owes) for near in one.near] == [("ACME", True)]


def test_a_payment_given_an_account_is_proposed_and_lettered(paid):
    made = assign(paid.desk, bank.BankLineId(1), account(paid, "ACME").id, by=CLERK)

    assert not made.in_ledger
    (number,) = made.suggested
    assert free(paid).count == 0
    assert line(paid).account_id == account(paid, "ACME").id
    approve(paid.desk, number, by=MANAGER)
    assert paid.open_of("ACME") == {}
    with paid.database.reading() as connection:
        assert check_ledger(connection).sound


def test_the_word_of_a_person_stands_when_payers_are_worked_out_again(paid):
    assign(paid.desk, bank.BankLineId(1), account(paid, "ZETA").id, by=CLERK)
    identify_payers(paid.desk)

    assert line(paid).account_id == account(paid, "ZETA").id
    assert line(paid).payer_confidence == 1.0


def test_the_payer_is_remembered_for_the_next_payment(paid):
    assign(paid.desk, bank.BankLineId(1), account(paid, "ZETA").id, by=CLERK)
    keep(paid, received("7.00", "VIR 2", name="HOLDING DU NORD", iban=HOLDING))
    identify_payers(paid.desk)

    assert line(paid, 2).account_id == account(paid, "ZETA").id


def test_moving_a_payment_overtakes_what_was_proposed_and_forgets_its_payer(paid):
    first = assign(paid.desk, bank.BankLineId(1), account(paid, "ACME").id, by=CLERK)
    assign(paid.desk, bank.BankLineId(1), account(paid, "ZETA").id, by=CLERK)
    keep(paid, received("7.00", "VIR 2", name="HOLDING DU NORD", iban=HOLDING))
    identify_payers(paid.desk)

    with paid.database.reading() as connection:
        old = suggestions.get(connection, first.suggested[0])
    assert old is not None
    assert old.state.value == "stale"
    assert line(paid, 2).account_id == account(paid, "ZETA").id


def test_what_a_card_offered_is_refused_once_somebody_else_answered(paid):
    acme, zeta = account(paid, "ACME"), account(paid, "ZETA")
    one = bank.BankLineId(1)
    first = assign(paid.desk, one, acme.id, by=CLERK, only_free=True)
    again = assign(paid.desk, one, acme.id, by=MANAGER, only_free=True)
    with pytest.raises(PaymentTakenError, match="account ACME by now"):
        assign(paid.desk, one, zeta.id, by=MANAGER, only_free=True)

    assert again.suggested == first.suggested
    assert line(paid).account_id == acme.id


def test_a_payment_is_left_alone_with_its_reason_and_taken_back(paid):
    leave_alone(paid.desk, bank.BankLineId(1), by=CLERK, reason="remboursement")

    assert (line(paid).state, line(paid).state_reason) == (
        LineState.LEFT_ALONE,
        "remboursement",
    )
    assert free(paid).count == 0
    with pytest.raises(NotWaitingError, match="left alone"):
        leave_alone(paid.desk, bank.BankLineId(1), by=CLERK, reason="encore")
    with pytest.raises(NotWaitingError):
        assign(
            paid.desk,
            bank.BankLineId(1),
            account(paid, "ACME").id,
            by=CLERK,
            only_free=True,
        )
    made = assign(paid.desk, bank.BankLineId(1), account(paid, "ACME").id, by=CLERK)
    assert len(made.suggested) == 1
    assert line(paid).state_reason == ""


def test_a_payment_the_ledger_has_is_said_to_be_there(paid):
    paid.payment("ZETA", "V-9", 100_00, on=date(2026, 11, 27))
    made = assign(paid.desk, bank.BankLineId(1), account(paid, "ZETA").id, by=CLERK)

    assert made.in_ledger
    assert line(paid).state is LineState.IN_LEDGER


@pytest.mark.parametrize("number", [2, 99])
def test_what_is_no_payment_received_is_refused(paid, number):
    keep(paid, received("-55.00", "PRLV ELECTRICITE", name="ENERGIE EXAMPLE"))
    with pytest.raises(UnknownNumberError, match=f"no payment on the bank {number}"):
        assign(paid.desk, bank.BankLineId(number), account(paid, "ACME").id, by=CLERK)


def test_a_lettered_payment_stays_where_it_is(paid):
    made = assign(paid.desk, bank.BankLineId(1), account(paid, "ACME").id, by=CLERK)
    approve(paid.desk, made.suggested[0], by=MANAGER)
    for act in (
        lambda: assign(
            paid.desk, bank.BankLineId(1), account(paid, "ZETA").id, by=CLERK
        ),
        lambda: leave_alone(paid.desk, bank.BankLineId(1), by=CLERK, reason="non"),
    ):
        with pytest.raises(NotWaitingError, match="it is lettered"):
            act()


def test_a_viewer_decides_nothing(paid):
    with pytest.raises(NotAllowedError):
        assign(paid.desk, bank.BankLineId(1), account(paid, "ACME").id, by=SALES)
    with pytest.raises(NotAllowedError):
        leave_alone(paid.desk, bank.BankLineId(1), by=SALES, reason="non")


def test_the_morning_brings_their_card_when_there_are_some(paid):
    enqueue_digest(paid.desk)
    assert "payments:2026-11-30" in cards_due(paid)

    assign(paid.desk, bank.BankLineId(1), account(paid, "ACME").id, by=CLERK)
    suggested(paid)
    paid.hands.forward(days=1)
    enqueue_digest(paid.desk)
    assert "payments:2026-12-01" not in cards_due(paid)
