"""Months and business days."""

from datetime import date

import pytest

from collector_bot.core.calendar import (
    add_business_days,
    add_months,
    is_business_day,
    is_known_country,
    month_end,
    next_business_day,
    previous_business_day,
)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2026, 1, 15), -1, date(2025, 12, 15)),
        (date(2026, 3, 31), -13, date(2025, 2, 28)),
        (date(2026, 5, 5), 0, date(2026, 5, 5)),
    ],
)
def test_add_months(day, months, expected):
    assert add_months(day, months) == expected


def test_month_end():
    assert month_end(date(2026, 12, 1)) == date(2026, 12, 31)
    assert month_end(date(2027, 2, 28)) == date(2027, 2, 28)


@pytest.mark.parametrize(
    ("day", "country", "expected"),
    [
        (date(2026, 7, 13), "FR", True),
        (date(2026, 7, 14), "FR", False),  # Bastille Day
        (date(2026, 7, 14), "DE", True),
        (date(2026, 7, 18), "FR", False),  # a Saturday
        (date(2026, 4, 6), "FR", False),  # Easter Monday
        (date(2026, 5, 14), "FR", False),  # Ascension
        (date(2026, 7, 3), "AE", True),  # a Friday
        (date(2025, 6, 6), "SA", False),  # a Friday, weekend there
        (date(2025, 6, 15), "SA", True),  # a Sunday
    ],
)
def test_business_days_follow_the_country(day, country, expected):
    assert is_business_day(day, country) is expected


def test_next_and_previous_keep_a_business_day_and_leave_a_long_weekend():
    assert next_business_day(date(2026, 4, 2), "FR") == date(2026, 4, 2)
    assert next_business_day(date(2026, 4, 4), "FR") == date(2026, 4, 7)
    assert previous_business_day(date(2026, 4, 6), "FR") == date(2026, 4, 3)
    assert next_business_day(date(2026, 12, 25), "FR") == date(2026, 12, 28)
    assert next_business_day(date(2027, 1, 1), "FR") == date(2027, 1, 4)


def test_business_days_are_counted_from_the_next_one():
    assert add_business_days(date(2026, 4, 3), 1, country="FR") == date(2026, 4, 7)
    assert add_business_days(date(2026, 4, 7), -1, country="FR") == date(2026, 4, 3)
    assert add_business_days(date(2026, 4, 4), 0, country="FR") == date(2026, 4, 4)


def test_an_unknown_country_is_said():
    assert is_known_country("FR")
    assert not is_known_country("ZZ")
    assert not is_known_country("")
    with pytest.raises(ValueError, match="public holidays of “ZZ” are not known"):
        is_business_day(date(2026, 1, 1), "ZZ")
