"""What people call the levels of the procedure."""

from __future__ import annotations

import pytest

from collector_bot.config import DEFAULT_LEVELS
from collector_bot.core.dunning import Level

TITLES = {
    "courtesy": ("note de courtoisie", "courtesy note"),
    "reminder-1": ("1re relance", "first reminder"),
    "reminder-2": ("2e relance", "second reminder"),
    "firm": ("relance ferme", "firm reminder"),
    "formal-notice": ("mise en demeure", "formal notice"),
}


def level(name, **titles):
    return Level(1, name, 5, "firm", False, 7, 0, **titles)


@pytest.mark.parametrize("name", TITLES)
def test_a_level_of_the_usual_ladder_has_a_title_in_both_languages(name):
    one = level(name)
    assert (one.titled("fr"), one.titled("en")) == TITLES[name]


def test_every_level_collector_comes_with_has_one():
    assert [one.name for one in DEFAULT_LEVELS] == list(TITLES)


def test_a_title_of_the_company_s_own_comes_first():
    own = level("firm", title="dernier rappel", title_en="last call")
    assert (own.titled("fr"), own.titled("en")) == ("dernier rappel", "last call")
    french = level("firm", title="dernier rappel")
    assert french.titled("en") == "firm reminder"


def test_a_level_of_another_name_goes_by_what_there_is():
    assert level("last-call").titled("fr") == "last-call"
    assert level("last-call", title="dernier appel").titled("en") == "dernier appel"
