"""What each kind of written date computes, whatever the language."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from collector_bot.core.reading.date_moves import (
    MONTHS,
    NUMBERS,
    STALE_DAYS,
    WEEKDAYS,
    Days,
    Direction,
    Moment,
    ago,
    month_last,
    number_in,
    relative,
    relative_other,
    single,
    working_day,
)


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _year(text: str) -> int:
    return int(text) if len(text) == 4 else 2000 + int(text[-2:])  # noqa: PLR2004


def _month(text: str) -> int:
    return MONTHS[text.rstrip(".")]


def _weekday(text: str) -> int:
    return WEEKDAYS[text.rstrip(".")]


def _yearless(month: int, day: int, moment: Moment) -> date | None:
    """The year meant by a day and a month: the nearest one in the direction.

    Looking ahead, a day gone by for at most `STALE_DAYS` stays this year's (it is
    then no date to come); an older one is next year's.
    """
    base = moment.base
    if moment.direction is Direction.PAST:
        years = (base.year, base.year - 1)
        days = [found for year in years if (found := _valid(year, month, day))]
        return next((found for found in days if found <= base), None) or (
            days[0] if days else None
        )
    for year in (base.year - 1, base.year, base.year + 1):
        found = _valid(year, month, day)
        if found and (base - found).days <= STALE_DAYS:
            return found
    return None


def day_month(match: re.Match[str], moment: Moment) -> Days | None:
    """A day and a month by name, with or without the year."""
    groups = match.groupdict()
    day = int(re.sub(r"\D", "", groups["d"]))
    month = _month(groups["m"])
    if groups.get("y"):
        return single(_valid(_year(groups["y"]), month, day))
    on = _yearless(month, day, moment)
    week = groups.get("w")
    return single(on, vague=bool(week and on and on.weekday() != _weekday(week)))


def iso(match: re.Match[str], _: Moment) -> Days | None:
    """2026-12-15."""
    return single(_valid(int(match["y"]), int(match["m"]), int(match["d"])))


def numeric(match: re.Match[str], moment: Moment) -> Days | None:
    """15/12/2026, 15/12: day first, but for American accounts or where impossible."""
    first, second = int(match["d"]), int(match["m"])
    year = match.groupdict().get("y")
    american = moment.country == "US" and moment.language != "fr"
    swapped = second > 12 or (american and first <= 12)  # noqa: PLR2004
    day, month = (second, first) if swapped else (first, second)
    if not 1 <= month <= 12:  # noqa: PLR2004
        return None
    on = _valid(_year(year), month, day) if year else _yearless(month, day, moment)
    doubt = moment.language == "en" and max(first, second) <= 12 and first != second  # noqa: PLR2004
    return single(on, vague=doubt)


def day_only(match: re.Match[str], moment: Moment) -> Days | None:
    """“le 15”, “the 15th”: the next (or last) such day, today included."""
    groups = match.groupdict()
    day = int(re.sub(r"\D", "", groups.get("d") or groups["db"]))
    which = (match.groupdict().get("which") or "").strip()
    year, month = moment.base.year, moment.base.month
    week = match.groupdict().get("w")
    if which in {"mois prochain", "mois suivant", "next month"}:
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)  # noqa: PLR2004
        return single(_valid(year, month, day))
    step = 1 if moment.direction is Direction.FUTURE else -1
    for _ in range(12):
        found = _valid(year, month, day)
        ahead = found is not None and (found - moment.base).days * step >= 0
        if found and ahead and (not week or found.weekday() == _weekday(week)):
            return single(found)
        month += step
        if not 1 <= month <= 12:  # noqa: PLR2004
            year, month = year + step, 12 if month < 1 else 1
    return None


def weekday(match: re.Match[str], moment: Moment) -> Days | None:
    """A bare weekday: the next one strictly after the base (or the last before)."""
    target = _weekday(match["w"])
    if moment.direction is Direction.PAST:
        back = (moment.base.weekday() - target) % 7 or 7
        return single(moment.base - timedelta(days=back))
    return single(_coming(moment.base, target))


def _coming(base: date, target: int) -> date:
    return base + timedelta(days=(target - base.weekday() - 1) % 7 + 1)


def weekday_this(match: re.Match[str], moment: Moment) -> Days | None:
    """“ce vendredi”: may be today."""
    ahead = (_weekday(match["w"]) - moment.base.weekday()) % 7
    if moment.direction is Direction.PAST:
        ahead = -((moment.base.weekday() - _weekday(match["w"])) % 7)
    return single(moment.base + timedelta(days=ahead))


def weekday_next(match: re.Match[str], moment: Moment) -> Days | None:
    """“vendredi prochain”: that weekday of the next ISO week; doubtful if not next."""
    groups = match.groupdict()
    target = _weekday(groups.get("w") or groups["wb"])
    monday = moment.base - timedelta(days=moment.base.weekday())
    on = monday + timedelta(days=7 + target)
    return single(on, vague=on != _coming(moment.base, target))


def weekday_after(match: re.Match[str], moment: Moment) -> Days | None:
    """“vendredi en huit”, “Monday week”: a week after the coming one (or two)."""
    extra = match.groupdict().get("n") or ""
    weeks = 2 if extra in {"quinze", "15"} else 1
    return single(_coming(moment.base, _weekday(match["w"])) + timedelta(weeks=weeks))


def weekday_last(match: re.Match[str], moment: Moment) -> Days | None:
    """“lundi dernier”: the last one before the base."""
    groups = match.groupdict()
    back = (moment.base.weekday() - _weekday(groups.get("w") or groups["wb"])) % 7 or 7
    return single(moment.base - timedelta(days=back))


def _target_month(match: re.Match[str], moment: Moment) -> tuple[int, int]:
    """Year and month of groups m (and y), or of this or the next month."""
    groups = match.groupdict()
    base = moment.base
    if groups.get("m"):
        month = _month(groups["m"])
        if groups.get("y"):
            return _year(groups["y"]), month
        if moment.direction is Direction.PAST:
            return (base.year if month <= base.month else base.year - 1), month
        return (base.year if month >= base.month else base.year + 1), month
    if groups.get("next"):
        return (base.year + 1, 1) if base.month == 12 else (base.year, base.month + 1)  # noqa: PLR2004
    if groups.get("previous"):
        return (base.year - 1, 12) if base.month == 1 else (base.year, base.month - 1)
    return base.year, base.month


def month_end(match: re.Match[str], moment: Moment) -> Days | None:
    """“fin novembre”, “end of the month”, “EOM”: the last calendar day."""
    return single(month_last(*_target_month(match, moment)))


def _month_span(first: int, last: int) -> Callable[[re.Match[str], Moment], Days]:
    def resolve(match: re.Match[str], moment: Moment) -> Days:
        year, month = _target_month(match, moment)
        end = month_last(year, month)
        on = date(year, month, last) if last else end
        return Days(on, date(year, month, first), vague=True)

    return resolve


def month_early_coming(_: re.Match[str], moment: Moment) -> Days:
    """“début de mois”: the 5th of this month, or of the next one once it is past."""
    year, month = moment.base.year, moment.base.month
    if moment.base.day > 5 and moment.direction is Direction.FUTURE:  # noqa: PLR2004
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)  # noqa: PLR2004
    return Days(date(year, month, 5), date(year, month, 1), vague=True)


def _week_of(base: date, weeks: int, *, first: int, last: int) -> Days:
    monday = base - timedelta(days=base.weekday()) + timedelta(weeks=weeks)
    start = monday + timedelta(days=first)
    return Days(monday + timedelta(days=last), start, vague=first != last)


def _week(weeks: int, first: int, last: int) -> Callable[[re.Match[str], Moment], Days]:
    def resolve(_: re.Match[str], moment: Moment) -> Days:
        return _week_of(moment.base, weeks, first=first, last=last)

    return resolve


def week_number(match: re.Match[str], moment: Moment) -> Days | None:
    """“semaine 49”, “week 49”: Monday to Friday of that ISO week; Friday counts."""
    number = number_in(match["n"])
    if number is None or not 1 <= number <= 53:  # noqa: PLR2004
        return None
    year = moment.base.isocalendar().year
    given = match.groupdict().get("y")
    if given:
        year = _year(given)
    elif number < moment.base.isocalendar().week and moment.direction.value > 0:
        year += 1
    try:
        monday = date.fromisocalendar(year, number, 1)
    except ValueError:
        return None
    return Days(monday + timedelta(days=4), monday, vague=True)


def week_of_day(match: re.Match[str], moment: Moment) -> Days | None:
    """“semaine du 30 novembre”, “w/c 30 November”: Friday of the week of that day."""
    named = match.groupdict().get("m") is not None
    rule = day_month if named else day_only
    if named and match["m"].isdigit():
        rule = numeric
    found = rule(match, moment)
    return None if found is None else _week_of(found.on, 0, first=0, last=4)


def _plus(days: int) -> Callable[[re.Match[str], Moment], Days | None]:
    return lambda _, moment: single(moment.base + timedelta(days=days))


def nth_weekday(match: re.Match[str], moment: Moment) -> Days | None:
    """“premier lundi de décembre”, “last Friday of the month”."""
    year, month = _target_month(match, moment)
    target = _weekday(match["w"])
    rank = NUMBERS.get(match["rank"], 0)
    if rank < 0:
        last = month_last(year, month)
        return single(last - timedelta(days=(last.weekday() - target) % 7))
    first = date(year, month, 1)
    return single(
        first + timedelta(days=(target - first.weekday()) % 7 + 7 * (rank - 1))
    )


def year_end(match: re.Match[str], moment: Moment) -> Days | None:
    """“fin d'année”, “end of the year”, “fin 2026”."""
    said = match.groupdict().get("y")
    return single(date(_year(said) if said else moment.base.year, 12, 31))


def month_week(match: re.Match[str], moment: Moment) -> Days | None:
    """“première semaine de décembre”: Friday of the week of its first working day.

    Of the last week, the last Friday of the month.
    """
    year, month = _target_month(match, moment)
    rank = NUMBERS.get(match["rank"], 0)
    if rank < 0:
        last = month_last(year, month)
        friday = last - timedelta(days=(last.weekday() - 4) % 7)
        return Days(friday, friday - timedelta(days=4), vague=True)
    first = date(year, month, 1)
    first += timedelta(days=max(0, 7 - first.weekday()) if first.weekday() > 4 else 0)  # noqa: PLR2004
    return _week_of(first, rank - 1, first=0, last=4)


def month_edge(match: re.Match[str], moment: Moment) -> Days | None:
    """“premier jour ouvré de décembre”, “the last working day of the month”."""
    year, month = _target_month(match, moment)
    last = NUMBERS.get(match["rank"], 0) < 0
    on = month_last(year, month) if last else date(year, month, 1)
    if match["work"]:
        on = working_day(on, -1 if last else 1, moment.country)
    return single(on)


def month_first(match: re.Match[str], moment: Moment) -> Days | None:
    """“le premier du mois prochain”; without "next", the next first to come."""
    year, month = moment.base.year, moment.base.month
    ahead = moment.direction is Direction.FUTURE and moment.base.day > 1
    if match["next"] or ahead:
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)  # noqa: PLR2004
    return single(date(year, month, 1))


def day_word(match: re.Match[str], moment: Moment) -> Days | None:
    """“le quinze décembre”, “the fifteenth of December”."""
    day, month = NUMBERS.get(match["dw"], 0), _month(match["m"])
    if match["y"]:
        return single(_valid(_year(match["y"]), month, day))
    return single(_yearless(month, day, moment))


RESOLVERS: dict[str, Callable[[re.Match[str], Moment], Days | None]] = {
    "none": lambda _, __: None,
    "iso": iso,
    "numeric": numeric,
    "day_month": day_month,
    "day_only": day_only,
    "weekday": weekday,
    "weekday_this": weekday_this,
    "weekday_next": weekday_next,
    "weekday_after": weekday_after,
    "weekday_last": weekday_last,
    "month_end": month_end,
    "month_early": _month_span(1, 5),
    "month_early_coming": month_early_coming,
    "month_middle": _month_span(10, 15),
    "month_any": _month_span(1, 0),
    "half_first": _month_span(1, 15),
    "half_second": _month_span(16, 0),
    "week_this": _week(0, 0, 4),
    "week_next": _week(1, 0, 4),
    "week_next_early": _week(1, 0, 0),
    "week_next_middle": _week(1, 2, 2),
    "week_end_this": _week(0, 4, 4),
    "week_end_next": _week(1, 4, 4),
    "week_last": _week(-1, 0, 4),
    "week_number": week_number,
    "week_of_day": week_of_day,
    "relative": relative,
    "relative_de": relative_other,
    "relative_es": relative_other,
    "ago": ago,
    "today": _plus(0),
    "tomorrow": _plus(1),
    "after_tomorrow": _plus(2),
    "yesterday": _plus(-1),
    "before_yesterday": _plus(-2),
    "in_8": _plus(8),
    "in_15": _plus(15),
    "in_14": _plus(14),
    "nth_weekday": nth_weekday,
    "year_end": year_end,
    "month_week": month_week,
    "month_edge": month_edge,
    "month_first": month_first,
    "day_word": day_word,
    "week_after_next": _week(2, 4, 4),
}
