"""What a suggestion led to is undone from its card, for some days, by a manager."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from collector_bot.answers.check import check_ledger
from collector_bot.core.refusals import (
    NotAllowedError,
    NotStandingError,
    UndoTooLateError,
    UnknownNumberError,
)
from collector_bot.flows.daily import tidy
from collector_bot.flows.decide import approve, letter_by_policy, reject
from collector_bot.flows.letter import unletter
from collector_bot.flows.suggest import suggest_account
from collector_bot.flows.undo import undo_suggestion
from collector_bot.slack.questions import suggestion
from collector_bot.slack.room import Room
from collector_bot.store import outbox, suggestions
from tests.ledger import CLERK, MANAGER

BOTH = {"F-1": 120_00, "V-1": 120_00}


@pytest.fixture
def paid(books):
    """An account with a paid invoice, and the suggestion between them."""
    account = books.account("ACME")
    books.invoice("ACME", "F-1", 120_00, due_on=date(2026, 11, 1))
    books.payment("ACME", "V-1", 120_00, on=date(2026, 11, 20), label="VIR F-1")
    (number,) = suggest_account(books.desk, account.id)
    return books, account, number


def buttons(books, number):
    card = suggestion(Room(books.desk, "C0TEAM00000"), number)
    rows = [block for block in card.blocks if block["type"] == "actions"]
    return [one["action_id"] for row in rows for one in row["elements"]]


def shown(books):
    with books.database.reading() as connection:
        return [one.key for one in outbox.listed(connection, ["pending"])]


def test_an_approval_is_undone_and_everything_is_open_again(paid):
    books, _, number = paid
    approve(books.desk, number, by=MANAGER)
    assert buttons(books, number) == ["suggestion.undo"]

    (undone,) = undo_suggestion(books.desk, number, by=MANAGER)

    assert undone.code == "AA"
    assert books.open_of("ACME") == BOTH
    assert buttons(books, number) == []
    assert f"card:suggestion:{number}:undone:2026-11-30T08:00:00+00:00" in shown(books)
    with books.database.reading() as connection:
        assert check_ledger(connection).sound


def test_a_second_press_undoes_nothing(paid):
    books, _, number = paid
    approve(books.desk, number, by=MANAGER)
    undo_suggestion(books.desk, number, by=MANAGER)

    with pytest.raises(NotStandingError, match="nothing was undone"):
        undo_suggestion(books.desk, number, by=MANAGER)


def test_what_was_unlettered_by_its_code_is_said_on_the_card(paid):
    books, _, number = paid
    approve(books.desk, number, by=MANAGER)
    unletter(books.desk, "ACME", "AA", by=MANAGER)

    assert any(
        one.startswith(f"card:suggestion:{number}:undone") for one in shown(books)
    )
    with pytest.raises(NotStandingError):
        undo_suggestion(books.desk, number, by=MANAGER)


def test_nothing_approved_is_nothing_to_undo(paid):
    books, _, number = paid
    with pytest.raises(NotStandingError):
        undo_suggestion(books.desk, number, by=MANAGER)
    with pytest.raises(UnknownNumberError):
        undo_suggestion(books.desk, 99, by=MANAGER)


def test_a_clerk_undoes_nothing(paid):
    books, _, number = paid
    approve(books.desk, number, by=MANAGER)
    with pytest.raises(NotAllowedError):
        undo_suggestion(books.desk, number, by=CLERK)


def test_after_the_days_of_the_policy_the_card_closes_and_the_code_is_named(paid):
    books, _, number = paid
    approve(books.desk, number, by=MANAGER)
    books.hands.forward(days=7, seconds=1)

    assert buttons(books, number) == []
    with pytest.raises(UndoTooLateError, match="more than 7 days ago"):
        undo_suggestion(books.desk, number, by=MANAGER)
    tidy(books.desk)
    tidy(books.desk)
    assert shown(books).count(f"card:suggestion:{number}:closed") == 1
    assert books.open_of("ACME") == {}


AUTO = {"auto_letter": True, "auto_letter_confidence_min_bp": 9000}


def alone(books, number, **policy):
    desk = replace(books.desk, policy=replace(books.desk.policy, **policy))
    return letter_by_policy(desk, number)


def confidence(books, number):
    with books.database.reading() as connection:
        found = suggestions.get(connection, number)
    assert found is not None
    return round(found.candidate.confidence * 10_000)


def test_nothing_is_lettered_alone_unless_the_policy_says_so(paid):
    books, _, number = paid
    assert letter_by_policy(books.desk, number) is None
    assert books.open_of("ACME") == BOTH

    made = alone(books, number, **AUTO)
    assert made is not None
    assert made.posted is not None
    assert books.open_of("ACME") == {}


def test_nothing_is_lettered_alone_below_the_confidence_of_the_policy(paid):
    books, _, number = paid
    sure = confidence(books, number)

    above = AUTO | {"auto_letter_confidence_min_bp": sure + 1}
    assert alone(books, number, **above) is None
    at = AUTO | {"auto_letter_confidence_min_bp": sure}
    assert alone(books, number, **at) is not None


def test_what_was_undone_is_not_lettered_alone_again(paid):
    books, account, number = paid
    alone(books, number, **AUTO)
    undo_suggestion(books.desk, number, by=MANAGER)
    again = suggest_account(books.desk, account.id)

    assert [alone(books, one, **AUTO) for one in again] == [None] * len(again)
    assert books.open_of("ACME") == BOTH


def test_what_was_rejected_is_not_proposed_nor_lettered_alone_again(paid):
    books, account, number = paid
    reject(books.desk, number, by=MANAGER)

    assert suggest_account(books.desk, account.id) == []
    assert books.open_of("ACME") == BOTH


@pytest.mark.parametrize(
    ("invoices", "amount"),
    [([120_00], 119_50), ([120_00, 120_00], 120_00)],
    ids=["with a difference", "with a rival"],
)
def test_what_is_not_plain_waits_for_a_person(books, invoices, amount):
    account = books.account("ACME")
    for place, each in enumerate(invoices, start=1):
        books.invoice("ACME", f"F-2026-000{place}", each, due_on=date(2026, 11, 1))
    label = "VIR F-2026-0001" if len(invoices) == 1 else "VIR"
    books.payment("ACME", "V-1", amount, on=date(2026, 11, 20), label=label)
    found = suggest_account(books.desk, account.id)

    assert found
    nothing = AUTO | {"auto_letter_confidence_min_bp": 0}
    assert [alone(books, one, **nothing) for one in found] == [None] * len(found)
    assert books.open_of("ACME")["V-1"] == amount
