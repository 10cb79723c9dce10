"""What decisions taught moves the weight of a way to pay, and is said."""

from datetime import date

import pytest

from collector_bot.core.matching.door import answers_for_account
from collector_bot.core.matching.habits import LearntKind, Lesson
from collector_bot.core.matching.words import ground_words
from collector_bot.core.suggestion import Ground

TODAY = date(2026, 6, 30)


@pytest.fixture
def run_of_two(ledger):
    """Two invoices that follow each other, and two others that make the amount too."""
    for number, amount in enumerate(("310.10", "205.40", "90.00", "425.50"), start=1):
        ledger.invoice(f"F-{number}", amount, on=date(2026, 4, number))
    ledger.payment("515.50")

    def answers(habits):
        (answered,) = answers_for_account(ledger.items, today=TODAY, habits=habits)
        return answered.candidates

    return answers


def confidence_of(candidates, *pieces):
    for one in candidates:
        owed = {part.piece for part in one.parts if part.side.value == "D"}
        if owed == set(pieces):
            return one.confidence
    return 0.0


def test_an_approved_habit_lifts_the_answers_that_show_it(run_of_two):
    usual = confidence_of(run_of_two([]), "F-1", "F-2")
    lesson = Lesson(LearntKind.HABIT, "consecutive_run", approved=5)
    learnt = confidence_of(run_of_two([lesson]), "F-1", "F-2")
    other = Lesson(LearntKind.HABIT, "consecutive_run", rejected=5)

    assert confidence_of(run_of_two([other]), "F-1", "F-2") < usual < learnt


def test_a_habit_is_said_with_how_often_it_was_approved(run_of_two):
    lesson = Lesson(LearntKind.HABIT, "consecutive_run", approved=5)
    best = run_of_two([lesson])[0]
    (habit,) = [one for one in best.reasons if one.ground is Ground.HABIT]

    assert ground_words(habit, "en") == (
        "This customer usually pays items that follow each other (approved 5 times)."
    )
    assert ground_words(habit, "fr") == (
        "Ce client règle des pièces qui se suivent d’habitude (5\u00a0fois approuvé)."
    )
