"""Suggestions: one answer in force for a cause, and none twice that was refused."""

from datetime import date, timedelta

import pytest

from collector_bot.core.ledger import AccountId
from collector_bot.core.lettering import allocate
from collector_bot.core.money import Money
from collector_bot.core.suggestion import (
    Candidate,
    DifferenceCause,
    Ground,
    Reason,
    SuggestionState,
)
from collector_bot.store import decisions, suggestions
from collector_bot.store.decisions import Decided
from collector_bot.store.suggestions import Origin
from tests.ledger import MANAGER, MONDAY
from tests.store.deeds import opens

DUE = date(2026, 11, 1)
TODAY = MONDAY.date()


@pytest.fixture
def acme(books):
    books.account("ACME")
    for number in (1, 2, 3):
        books.invoice("ACME", f"F-{number}", 100_00, due_on=DUE)
    books.payment("ACME", "V-1", 100_00, on=TODAY)
    books.payment("ACME", "V-2", 100_00, on=TODAY)
    return books


def answer(books, *pieces, confidence=0.9):
    chosen = [item for item in opens(books, "ACME") if item.piece in pieces]
    return Candidate(
        AccountId(chosen[0].account_id),
        allocate(chosen),
        Money(0, "EUR"),
        DifferenceCause.NONE,
        confidence,
        (Reason(Ground.EXACT_AMOUNT, (("amount", "100.00 EUR"),)),),
    )


def propose(books, *answers, cause="entry:4", days=30):
    origin = Origin(cause, "engine", MONDAY, TODAY + timedelta(days=days))
    with books.database.writing() as connection:
        return suggestions.propose(connection, answers, origin=origin)


def waiting(books, **chosen):
    with books.database.reading() as connection:
        return [
            (one.id, one.rank, [part.piece for part in one.candidate.parts])
            for one in suggestions.waiting(connection, **chosen)
        ]


def move(books, suggestion_id, state):
    with books.database.writing() as connection:
        return suggestions.move(connection, suggestion_id, state)


def states(books, *ids):
    with books.database.reading() as connection:
        return [suggestions.get(connection, one).state.value for one in ids]


def test_what_is_proposed_comes_back_as_it_was_said(acme):
    said = answer(acme, "F-1", "V-1")
    (made,) = propose(acme, said)

    with acme.database.reading() as connection:
        kept = suggestions.get(connection, made)

    assert kept.candidate == said
    assert (kept.state, kept.rank, kept.round) == (SuggestionState.PROPOSED, 1, 1)
    assert kept.digest == suggestions.digest_of(said.parts)
    assert (kept.proposed_at, kept.proposed_by) == (MONDAY, "engine")
    assert kept.expires_on == TODAY + timedelta(days=30)


def test_the_same_answers_again_are_no_new_suggestions(acme):
    answers = [answer(acme, "F-1", "V-1"), answer(acme, "F-2", "V-1")]
    first = propose(acme, *answers)

    assert propose(acme, *answers) == []
    assert [one for one, _, _ in waiting(acme)] == first


def test_the_same_answer_given_twice_at_once_is_one_suggestion(acme):
    made = propose(acme, answer(acme, "F-1", "V-1"), answer(acme, "F-1", "V-1"))

    assert len(made) == 1
    assert waiting(acme) == [(made[0], 1, ["F-1", "V-1"])]


def test_another_answer_to_the_same_cause_makes_the_first_stale(acme):
    (first,) = propose(acme, answer(acme, "F-1", "V-1"))

    (second,) = propose(acme, answer(acme, "F-2", "V-1"))

    assert states(acme, first, second) == ["stale", "proposed"]


def test_an_answer_that_moved_up_keeps_its_number(acme):
    first, second = propose(
        acme, answer(acme, "F-1", "V-1"), answer(acme, "F-2", "V-1")
    )

    assert propose(acme, answer(acme, "F-2", "V-1")) == []

    assert waiting(acme) == [(second, 1, ["F-2", "V-1"])]
    assert states(acme, first) == ["stale"]


def test_a_rejected_answer_is_not_proposed_again(acme):
    first, second = propose(
        acme, answer(acme, "F-1", "V-1"), answer(acme, "F-2", "V-1")
    )
    move(acme, first, SuggestionState.REJECTED)

    assert propose(acme, answer(acme, "F-1", "V-1"), answer(acme, "F-2", "V-1")) == []

    assert waiting(acme) == [(second, 1, ["F-2", "V-1"])]


def test_a_rejected_answer_may_be_right_for_another_cause(acme):
    (first,) = propose(acme, answer(acme, "F-1", "V-1"))
    move(acme, first, SuggestionState.REJECTED)

    assert len(propose(acme, answer(acme, "F-1", "V-1"), cause="manual:1,4")) == 1


def test_a_stale_answer_may_become_right_again_under_a_new_number(acme):
    (first,) = propose(acme, answer(acme, "F-1", "V-1"))
    propose(acme, answer(acme, "F-2", "V-1"))

    (again,) = propose(acme, answer(acme, "F-1", "V-1"))

    assert again != first
    assert waiting(acme) == [(again, 1, ["F-1", "V-1"])]


def test_a_suggestion_is_decided_once(acme):
    (made,) = propose(acme, answer(acme, "F-1", "V-1"))

    assert move(acme, made, SuggestionState.APPROVED) is True
    assert move(acme, made, SuggestionState.REJECTED) is False
    assert states(acme, made) == ["approved"]


def test_a_decision_overtakes_what_else_wants_the_same_entries(acme):
    (made,) = propose(acme, answer(acme, "F-1", "V-1"))
    (rival,) = propose(acme, answer(acme, "F-1", "V-2"), cause="entry:5")
    (apart,) = propose(acme, answer(acme, "F-3", "V-2"), cause="manual:3,5")

    with acme.database.reading() as connection:
        suggested = suggestions.get(connection, made)
        rivals = suggestions.rivals_of(connection, suggested)
        touching = suggestions.touching(
            connection, [part.entry_id for part in suggested.candidate.parts]
        )

    assert rivals == [rival]
    assert sorted(touching) == [made, rival]
    assert apart not in touching


def test_nobody_s_answer_expires_the_day_after_its_last(acme):
    (made,) = propose(acme, answer(acme, "F-1", "V-1"), days=30)

    def expire(days):
        with acme.database.writing() as connection:
            return suggestions.expire(connection, today=TODAY + timedelta(days=days))

    assert expire(30) == []
    assert expire(31) == [made]
    assert expire(32) == []
    assert states(acme, made) == ["expired"]


def test_the_surest_come_first_and_the_unsure_may_be_left_out(acme):
    (unsure,) = propose(acme, answer(acme, "F-1", "V-1", confidence=0.29))
    sure, second = propose(
        acme,
        answer(acme, "F-2", "V-2", confidence=0.95),
        answer(acme, "F-3", "V-2", confidence=0.20),
        cause="entry:5",
    )

    assert [one for one, _, _ in waiting(acme)] == [sure, second, unsure]
    assert [one for one, _, _ in waiting(acme, confidence_min_bp=3000)] == [sure]
    assert [one for one, _, _ in waiting(acme, best_only=True)] == [sure, unsure]
    assert waiting(acme, account_id=AccountId(2)) == []


def test_a_decision_is_kept_with_what_was_seen(acme):
    decided = Decided("suggestion:1", "rejected", "abc", MONDAY, MANAGER, "wrong")
    with acme.database.writing() as connection:
        assert decisions.decision_on(connection, "suggestion:1") is None
        decisions.record_decision(connection, decided)

    with acme.database.reading() as connection:
        assert decisions.decision_on(connection, "suggestion:1") == decided
