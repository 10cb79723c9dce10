"""Clerks propose, managers decide: again after a refusal, and never for themselves."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import text

from collector_bot.core.refusals import (
    FourEyesError,
    NotAllowedError,
    NotWaitingError,
    PastDayError,
)
from collector_bot.flows.decide import approve, reject
from collector_bot.flows.desk import SHELL
from collector_bot.flows.hold import place_hold
from collector_bot.flows.letter import letter
from collector_bot.flows.promise import (
    accept_promise,
    add_promise,
    cancel_promise,
    reject_promise,
)
from collector_bot.flows.run_dunning import run_dunning
from tests.ledger import CLERK, MANAGER, MONDAY, SECOND_MANAGER, Books, new_books

TODAY = MONDAY.date()
PAIR = ["F-1", "V-1"]


@pytest.fixture
def acme(tmp_path) -> Books:
    books = new_books(tmp_path)
    books.account("ACME")
    books.invoice("ACME", "F-1", 300_00, due_on=TODAY - timedelta(days=20))
    books.payment("ACME", "V-1", 300_00, on=TODAY)
    books.mailbox_read()
    return books


def suggestions(books: Books) -> list[tuple[int, str]]:
    with books.database.reading() as connection:
        rows = connection.execute(text("SELECT id, state FROM suggestion ORDER BY id"))
        return [tuple(row) for row in rows]


def test_pieces_that_wait_already_are_not_proposed_twice(acme):
    first = letter(acme.desk, "ACME", PAIR, by=CLERK)
    again = letter(acme.desk, "ACME", PAIR[::-1], by=MANAGER)

    assert (first.is_new, again.is_new) == (True, False)
    assert again.suggestion_id == first.suggestion_id
    assert (first.refused, again.refused) == (None, None)
    assert suggestions(acme) == [(1, "proposed")]


def test_refused_pieces_may_be_proposed_again_and_it_is_told_who_refused_them(acme):
    reject(
        acme.desk, letter(acme.desk, "ACME", PAIR, by=CLERK).suggestion_id, by=MANAGER
    )
    acme.hands.forward(hours=2)

    again = letter(acme.desk, "ACME", PAIR, by=CLERK)
    assert (again.suggestion_id, again.is_new) == (2, True)
    assert (again.refused.by, again.refused.at) == (MANAGER, MONDAY)
    assert letter(acme.desk, "ACME", PAIR, by=CLERK).is_new is False
    assert suggestions(acme) == [(1, "rejected"), (2, "proposed")]

    reject(acme.desk, again.suggestion_id, by=SECOND_MANAGER)
    third = letter(acme.desk, "ACME", PAIR, by=CLERK)
    assert (third.suggestion_id, third.refused.by) == (3, SECOND_MANAGER)
    assert approve(acme.desk, third.suggestion_id, by=MANAGER).posted.code == "AA"
    assert acme.open_of("ACME") == {}


def test_after_a_refusal_nobody_approves_their_own_either(acme):
    reject(
        acme.desk, letter(acme.desk, "ACME", PAIR, by=CLERK).suggestion_id, by=MANAGER
    )
    again = letter(acme.desk, "ACME", PAIR, by=MANAGER)

    with pytest.raises(FourEyesError):
        approve(acme.desk, again.suggestion_id, by=MANAGER)


def test_a_hold_until_a_past_day_is_refused_and_until_today_is_not(acme):
    with pytest.raises(PastDayError) as refusal:
        place_hold(acme.desk, "ACME", by=CLERK, until_on=TODAY - timedelta(days=1))
    assert str(refusal.value) == "29 Nov 2026 is past; give today or a later day."

    assert place_hold(acme.desk, "ACME", by=CLERK, until_on=TODAY) == 1


def test_a_promise_for_a_past_day_is_refused_for_that_reason(acme):
    with pytest.raises(PastDayError):
        add_promise(acme.desk, "ACME", on=TODAY - timedelta(days=1), by=CLERK)

    assert add_promise(acme.desk, "ACME", on=TODAY, by=CLERK) == 1


def chased(books: Books) -> bool:
    return bool(run_dunning(books.desk, by=MANAGER).steps)


def test_a_promise_that_holds_is_cancelled_by_another_manager_and_its_items_chased(
    books,
):
    books.account("ACME")
    books.invoice("ACME", "F-1", 300_00, due_on=TODAY - timedelta(days=20))
    number = add_promise(books.desk, "ACME", on=TODAY + timedelta(days=5), by=MANAGER)
    assert not chased(books)

    with pytest.raises(NotAllowedError):
        cancel_promise(books.desk, number, by=CLERK)
    with pytest.raises(FourEyesError) as refusal:
        cancel_promise(books.desk, number, by=MANAGER)
    assert str(refusal.value) == (
        "You entered this yourself; with four eyes on, somebody else decides it."
    )
    cancel_promise(books.desk, number, by=SECOND_MANAGER)

    books.hands.forward(days=1)
    assert chased(books)
    with pytest.raises(NotWaitingError, match="it is cancelled"):
        cancel_promise(books.desk, number, by=SHELL)


def test_a_promise_that_waits_is_cancelled_as_well(acme):
    number = add_promise(acme.desk, "ACME", on=TODAY, by=CLERK)
    cancel_promise(acme.desk, number, by=MANAGER)
    with pytest.raises(NotWaitingError, match="it is cancelled"):
        accept_promise(acme.desk, number, by=MANAGER)


def test_what_became_of_a_promise_is_not_cancelled_away(acme):
    number = add_promise(acme.desk, "ACME", on=TODAY, by=MANAGER)
    acme.hands.forward(days=4)

    for decide in (cancel_promise, reject_promise):
        with pytest.raises(NotWaitingError) as refusal:
            decide(acme.desk, number, by=SECOND_MANAGER)
        assert refusal.value.written("fr").replace("\u00a0", " ") == (
            "La promesse 1 n’attend pas de réponse : état « non tenue »."
        )
