"""A base day and days counted from it: the words of time all rules share."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from collector_bot.core.reading import dates_en, dates_fr, dates_more

MONTHS = {**dates_more.MONTHS, **dates_en.MONTHS, **dates_fr.MONTHS}
WEEKDAYS = {**dates_more.WEEKDAYS, **dates_en.WEEKDAYS, **dates_fr.WEEKDAYS}
NUMBERS = {**dates_more.NUMBERS, **dates_en.NUMBERS, **dates_fr.NUMBERS}
# How far back a day without a year may lie and still be this year's: our choice.
STALE_DAYS = 90
_SPAN_MAX_DAYS = 800


class Direction(Enum):
    """Which way a date without its year, or a bare weekday, is looked for."""

    FUTURE = 1
    PAST = -1


@dataclass(frozen=True, slots=True)
class Moment:
    """When and where the words were written.

    Attributes:
        base: the sender's local day.
        direction: whether payments to come or past ones are spoken of.
        language: "fr" or "en"; "" tries both.
        country: ISO 3166 code whose holidays are no working days; US writes MDY.
    """

    base: date
    direction: Direction = Direction.FUTURE
    language: str = ""
    country: str = "FR"


@dataclass(frozen=True, slots=True)
class Days:
    """A computed day: the one that counts, the first of its span, and doubt."""

    on: date
    first: date
    vague: bool = False


def single(on: date | None, *, vague: bool = False) -> Days | None:
    """A span of one day; None stays None."""
    return None if on is None else Days(on, on, vague)


def number_in(text: str) -> int | None:
    """The number digits or words stand for; None when they stand for none."""
    text = text.strip()
    if text.isdigit():
        return int(text) if len(text) <= 3 else None  # noqa: PLR2004
    return NUMBERS.get(text)


def month_last(year: int, month: int) -> date:
    """The last calendar day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def relative(match: re.Match[str], moment: Moment) -> Days | None:
    """“sous 10 jours”, “within ten working days”, “in two weeks”, “48 h”."""
    number = number_in(match["n"])
    if number is None:
        return None
    return single(
        _moved(moment, number, match["unit"], work=match.groupdict().get("work"))
    )


def relative_other(match: re.Match[str], moment: Moment) -> Days | None:
    """“innerhalb von 10 Tagen”, “en dos semanas”, “binnen 5 werkdagen”."""
    number = number_in(match["n"])
    if number is None:
        return None
    unit = (match["unit"] or "").strip()
    weeks = unit.startswith(("woch", "semana", "settiman", "wek"))
    named = "weeks" if weeks else "days"
    return single(_moved(moment, number, named, work=match.groupdict().get("work")))


def ago(match: re.Match[str], moment: Moment) -> Days | None:
    """“il y a trois jours”, “two weeks ago”."""
    number = number_in(match["n"])
    if number is None:
        return None
    return single(_moved(moment, -number, match["unit"]))


def _moved(
    moment: Moment, number: int, unit: str, *, work: str | None = None
) -> date | None:
    base = moment.base
    if unit.startswith(("h",)):
        return base + timedelta(days=-(-number // 24))
    if unit.startswith(("sem", "week", "wk")):
        return base + timedelta(weeks=number) if abs(number) < 120 else None  # noqa: PLR2004
    if unit.startswith(("mois", "month")):
        if abs(number) > 24:  # noqa: PLR2004
            return None
        index = base.year * 12 + base.month - 1 + number
        year, month = divmod(index, 12)
        return date(year, month + 1, min(base.day, month_last(year, month + 1).day))
    if unit.startswith(("quinz", "fortnight")):
        return base + timedelta(days=14 * number)
    if abs(number) > _SPAN_MAX_DAYS:
        return None
    if work:
        return working_days_after(base, number, moment.country)
    return base + timedelta(days=number)


def working_days_after(base: date, number: int, country: str) -> date:
    """The day `number` working days after `base`, holidays of `country` left out."""
    day = base
    for _ in range(min(number, 60)):
        day = working_day(day + timedelta(days=1), 1, country)
    return day


def working_day(day: date, step: int, country: str) -> date:
    """`day` itself, or the working day next to it in the direction of `step`."""
    import holidays

    try:
        closed = holidays.country_holidays(country or "FR")
    except (NotImplementedError, KeyError):
        closed = holidays.country_holidays("FR")
    while day.weekday() >= 5 or day in closed:  # noqa: PLR2004
        day += timedelta(days=step)
    return day
