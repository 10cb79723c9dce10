"""Months and business days, by the public holidays of a country."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

_ONE_DAY = timedelta(days=1)
_MONTHS_IN_YEAR = 12


def month_end(day: date) -> date:
    """Return the last day of the month of `day`.

    Example:
        >>> month_end(date(2028, 2, 3)).isoformat()
        '2028-02-29'
    """
    return day.replace(day=monthrange(day.year, day.month)[1])


def add_months(day: date, months: int) -> date:
    """Return the same day of the month, `months` later (earlier when negative).

    A day the target month lacks becomes its last day: our choice, as banks have it.

    Raises:
        ValueError: the result lies outside the years 1 to 9999.

    Example:
        >>> add_months(date(2026, 1, 31), 1).isoformat()
        '2026-02-28'
        >>> add_months(date(2026, 1, 15), -2).isoformat()
        '2025-11-15'
    """
    years, month = divmod(day.month - 1 + months, _MONTHS_IN_YEAR)
    first = date(day.year + years, month + 1, 1)
    return first.replace(day=min(day.day, month_end(first).day))


def is_business_day(day: date, country: str) -> bool:
    """Return whether `day` is neither weekend nor public holiday in `country`.

    Args:
        day: a local day.
        country: ISO 3166-1 alpha-2 code, as `FR`.

    Raises:
        ValueError: the public holidays of `country` are not known.

    Example:
        >>> is_business_day(date(2026, 7, 14), "FR")
        False
    """
    free, weekend = _closed(country, day.year)
    return day.weekday() not in weekend and day not in free


def next_business_day(day: date, country: str) -> date:
    """Return `day` itself when it is a business day, else the first one after it.

    Raises:
        ValueError: the public holidays of `country` are not known.

    Example:
        >>> next_business_day(date(2026, 5, 1), "FR").isoformat()
        '2026-05-04'
    """
    while not is_business_day(day, country):
        day += _ONE_DAY
    return day


def previous_business_day(day: date, country: str) -> date:
    """Return `day` itself when it is a business day, else the last one before it.

    Raises:
        ValueError: the public holidays of `country` are not known.

    Example:
        >>> previous_business_day(date(2026, 5, 3), "FR").isoformat()
        '2026-04-30'
    """
    while not is_business_day(day, country):
        day -= _ONE_DAY
    return day


def add_business_days(day: date, count: int, *, country: str) -> date:
    """Return the `count`-th business day after `day` (before it when negative).

    Zero gives `day` unchanged, business day or not.

    Raises:
        ValueError: the public holidays of `country` are not known.

    Example:
        >>> add_business_days(date(2026, 4, 30), 2, country="FR").isoformat()
        '2026-05-05'
    """
    step = _ONE_DAY if count > 0 else -_ONE_DAY
    for _ in range(abs(count)):
        day += step
        while not is_business_day(day, country):
            day += step
    return day


def is_known_country(country: str) -> bool:
    """Return whether the public holidays of `country` (as `FR`) are known."""
    try:
        _closed(country, 2000)
    except ValueError:
        return False
    return True


@lru_cache(maxsize=256)
def _closed(country: str, year: int) -> tuple[frozenset[date], frozenset[int]]:
    """Return the public holidays of one year and the weekend's days (Monday 0).

    Source:
        The `holidays` package, category public, nation-wide ones only.
    """
    import holidays

    try:
        found = holidays.country_holidays(country, years=year)
    except (NotImplementedError, KeyError, TypeError, AttributeError) as error:
        msg = f"the public holidays of “{country}” are not known"
        raise ValueError(msg) from error
    return frozenset(found), frozenset(found.weekend)
