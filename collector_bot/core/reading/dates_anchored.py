"""Days counted from a day just said: the day after, the week after, eight days later."""

# ruff: noqa: E501 - a grammar rule reads better unbroken
from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from collector_bot.core.reading.date_moves import (
    NUMBERS,
    WEEKDAYS,
    month_last,
    number_in,
)

_NUMBER = "|".join(sorted(NUMBERS, key=len, reverse=True))
_WEEKDAY = "|".join(name for name in WEEKDAYS if len(name) > 4)  # noqa: PLR2004
_ANCHORED = re.compile(
    r"(?<!\w)(?:(?P<same>(?:le|du|des le) jour meme|ce jour-la|a cette (?:meme )?date(?:-la)?|a la meme date"
    r"|le meme jour|(?:on )?(?:that|the) same day|on that (?:day|date))"
    r"|(?P<next>(?:le|des le) lendemain(?: (?:matin|meme))?|the (?:following|next) (?:working )?day|the day after(?! tomorrow))"
    r"|(?P<second>(?:le )?surlendemain)"
    r"|(?P<week>(?:la |dans la )?semaine (?:suivante|d'apres|qui suit|d'ensuite)|the (?:following week|week after(?! next)))"
    rf"|(?:le |on the |the )?(?:(?P<w>{_WEEKDAY}) (?:suivant|d'apres|d'ensuite|qui suit)|following (?P<wb>{_WEEKDAY}))"
    r"|(?P<month>(?:le )?mois (?:suivant|d'apres)|the (?:following month|month after))"
    rf"|(?P<n>\d{{1,2}}|{_NUMBER}) (?P<unit>jours?|semaines?|mois|days?|weeks?|months?) (?:plus tard|later|(?:apres|after)"
    r"(?= *(?:$|[.,;:!)]|et |puis |and |then |pour |for ))))(?!\w)"
)


def anchored(folded: str) -> Iterator[re.Match[str]]:
    """Where folded text counts a day from another one."""
    return _ANCHORED.finditer(folded)


def anchored_in(folded: str) -> bool:
    """Whether folded text counts a day from another one."""
    return _ANCHORED.search(folded) is not None


def counted(match: re.Match[str], anchor: date) -> date | None:
    """The day a match of `anchored` means, counted from `anchor`."""
    if match["same"]:
        return anchor
    if match["next"] or match["second"]:
        return anchor + timedelta(days=1 if match["next"] else 2)
    if match["week"]:
        return anchor + timedelta(days=11 - anchor.weekday())
    if match["w"] or match["wb"]:
        target = WEEKDAYS[match["w"] or match["wb"]]
        return anchor + timedelta(days=(target - anchor.weekday() - 1) % 7 + 1)
    if match["month"]:
        return _months_later(anchor, 1)
    number = number_in(match["n"])
    if number is None:
        return None
    if match["unit"].startswith(("mois", "month")):
        return _months_later(anchor, min(number, 24))
    weeks = match["unit"].startswith(("semaine", "week"))
    return anchor + timedelta(days=number * (7 if weeks else 1))


def _months_later(day: date, number: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + number, 12)
    return date(year, month + 1, min(day.day, month_last(year, month + 1).day))
