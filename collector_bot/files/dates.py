"""Written dates: ISO or day first, each spelling read once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from collector_bot.core.errors import InputFileError

YEAR_MIN, YEAR_MAX = 1900, 2099
_PIVOT = 80  # 79 is 2079, 80 is 1980: our choice
_MONTHS = 12
_YEAR_FIRST = re.compile(r"(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})", re.ASCII)
_DAY_FIRST = re.compile(r"(\d{1,2})([-/.]?)(\d{1,2})\2(\d{4})", re.ASCII)
_SHORT_YEAR = re.compile(r"(\d{1,2})([/.])(\d{1,2})\2(\d{2})", re.ASCII)
_COMPACT = re.compile(r"\d{8}", re.ASCII)
_TEXT_MAX = 40
_TIME = re.compile(
    r"(?<=\d)[T ]\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$", re.ASCII
)


class NotADate(ValueError):  # noqa: N818 - an outcome of one cell, never shown as such
    """A cell is no date; `both` is the sentence without its full stop."""

    def __init__(self, text: str) -> None:
        self.both = (
            f"“{text[:30]}” is not a date; expected YYYY-MM-DD or DD/MM/YYYY",
            f"« {text[:30]} » n’est pas une date ; AAAA-MM-JJ ou JJ/MM/AAAA attendu",
        )
        super().__init__(self.both[0])


class DateReader(dict[str, str]):
    """A cell's text -> ISO date, `2026-01-31`; each spelling is worked out once.

    Read are YYYY-MM-DD, YYYYMMDD, DD/MM/YYYY, DDMMYYYY with `-`, `/` or `.`, and
    DD/MM/YY, DD.MM.YY; a time after it is left out. Years go from 1900 to 2099.

    Args:
        file: base name, for the refusal of a file with the month first.
    """

    def __init__(self, file: str) -> None:
        super().__init__()
        self._file = file
        self._day_first = False

    def sample(self, dates: Iterable[str]) -> None:
        """Look at some of a file's dates before the first is read.

        Raises:
            InputFileError: the file's dates have the month first.
        """
        orders = {text: _order(text) for text in dates}
        if "day" in orders.values():
            self._day_first = True
            return
        for text, order in orders.items():
            if order == "month":
                raise self._month_first(text)

    def __missing__(self, text: str) -> str:
        """Work out a spelling not met before.

        Raises:
            NotADate: the cell is none.
            InputFileError: this date has its month first and no earlier one said
                otherwise: dates read before may be wrong, so the file is refused.
        """
        plain = _plain(text)
        order = _order(text)
        if order == "month" and not self._day_first:
            raise self._month_first(text)
        self._day_first = self._day_first or order == "day"
        found = _iso(plain)
        if found is None:
            raise NotADate(text)
        self[text] = found
        return found

    def _month_first(self, text: str) -> InputFileError:
        shown = text.strip()[:30]
        what = (
            f"the dates have the month first (“{shown}”), and then 03/04 is read wrong",
            f"les dates commencent par le mois (« {shown} »), et 03/04 serait mal lu",
        )
        hint = (
            "Write them as YYYY-MM-DD or DD/MM/YYYY",
            "Écrivez-les AAAA-MM-JJ ou JJ/MM/AAAA",
        )
        return InputFileError(what, file=self._file, hint=hint)


def _plain(text: str) -> str:
    """Return a cell without the time of day and what surrounds it."""
    return _TIME.sub("", text.strip()) if len(text) <= _TEXT_MAX else ""


def _order(text: str) -> str:
    """Return `day` or `month` when only that can stand first, else nothing."""
    plain = _plain(text)
    match = _DAY_FIRST.fullmatch(plain) or _SHORT_YEAR.fullmatch(plain)
    if match is None or not match[2]:
        return ""
    first, second = int(match[1]), int(match[3])
    if first > _MONTHS and 1 <= second <= _MONTHS and _iso(plain):
        return "day"
    swapped = match[2].join((match[3], match[1], match[4]))
    if second > _MONTHS and 1 <= first <= _MONTHS and _iso(swapped):
        return "month"
    return ""


def _iso(plain: str) -> str | None:
    """Return the ISO date, or None."""
    if plain.isdecimal() and not _COMPACT.fullmatch(plain):
        return None
    if match := _YEAR_FIRST.fullmatch(plain):
        found = _valid(int(match[1]), int(match[3]), int(match[4]))
        if found or match[2]:
            return found
    if match := _DAY_FIRST.fullmatch(plain):
        return _valid(int(match[4]), int(match[3]), int(match[1]))
    if match := _SHORT_YEAR.fullmatch(plain):
        short = int(match[4])
        century = 1900 if short >= _PIVOT else 2000
        return _valid(century + short, int(match[3]), int(match[1]))
    return None


def _valid(year: int, month: int, day: int) -> str | None:
    if not YEAR_MIN <= year <= YEAR_MAX:
        return None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
