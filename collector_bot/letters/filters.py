"""How a letter writes money, days, counts and tables, in French and in English."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, Final

from jinja2 import pass_context
from jinja2.runtime import Context

from collector_bot.core.money import NBSP, Money
from collector_bot.letters.facts import LetterItem

COLUMNS = 76
_GAP = "  "
_UNBROKEN_MAX = 20  # characters of a piece that leave a narrow window to the amounts
MONTHS: Final = {
    "fr": (
        "janvier février mars avril mai juin juillet août septembre octobre "
        "novembre décembre"
    ).split(),
    "en": (
        "January February March April May June July August September October "
        "November December"
    ).split(),
}


def day_in_words(day: date, language: str) -> str:
    r"""Return the day as a sentence has it; a line never ends inside it.

    Example:
        >>> day_in_words(date(2026, 11, 1), "fr")
        '1er\xa0novembre\xa02026'
        >>> day_in_words(date(2026, 11, 22), "en")
        '22\xa0November\xa02026'
    """
    first = language == "fr" and day.day == 1
    month = MONTHS[language][day.month - 1]
    return f"{day.day}{'er' if first else ''}{NBSP}{month}{NBSP}{day.year}"


def day_in_table(day: date | None) -> str:
    """Return the day as a table has it, `22/11/2026`, or a dash when there is none."""
    return f"{day.day:02}/{day.month:02}/{day.year:04}" if day else "–"


def lateness(overdue_days: int) -> str:
    """Return the number of days late, or a dash for what is not late."""
    return str(overdue_days) if overdue_days > 0 else "–"


def wrapping(piece: str) -> str:
    """Return how a cell of HTML may break a number: not at all where it is short.

    A longer one may: else it would push the amounts out of a narrow window.
    """
    return "nowrap" if len(piece) <= _UNBROKEN_MAX else "normal"


def iban_in_groups(iban: str) -> str:
    """Return an IBAN in groups of four, as people read it aloud.

    Source:
        ISO 13616-1, print format.
    """
    bare = iban.replace(" ", "")
    return " ".join(bare[at : at + 4] for at in range(0, len(bare), 4))


def text_table(items: Sequence[LetterItem], titles: dict[str, str], lang: str) -> str:
    """Return a plain-text table exactly `COLUMNS` wide.

    A piece too long for its column stands on a line of its own above its figures:
    a number cut short is one a customer cannot find.

    Args:
        items: one a row.
        titles: field of LetterItem -> title of its column; "piece" is the first.
        lang: "fr" or "en".
    """
    rows = [[_cell(getattr(item, name), lang) for name in titles] for item in items]
    heads = list(titles.values())
    lines = [heads, *rows]
    widths = [max(map(width, column)) for column in zip(*lines, strict=True)]
    rest = sum(widths[1:]) + len(_GAP) * len(widths[1:])
    widths[0] = COLUMNS - rest
    right = [name in {"amount", "open", "overdue_days"} for name in titles]
    pads = list(zip(widths, right, strict=True))
    body = [line for row in rows for line in _lines(row, pads)]
    return "\n".join([*_lines(heads, pads), "-" * COLUMNS, *body, "-" * COLUMNS])


def width(text: str) -> int:
    """Return how many columns a fixed-width font needs for `text`."""
    if text.isascii():
        return len(text)
    wide = sum(unicodedata.east_asian_width(mark) in "WF" for mark in text)
    return len(text) + wide - sum(unicodedata.combining(mark) > 0 for mark in text)


def _cell(value: object, language: str) -> str:
    if isinstance(value, Money):
        return value.written(language)
    if isinstance(value, int):
        return lateness(value)
    return value if isinstance(value, str) else day_in_table(value)  # type: ignore[arg-type]


def _lines(row: list[str], pads: list[tuple[int, bool]]) -> list[str]:
    cells = [_padded(cell, *pad) for cell, pad in zip(row, pads, strict=True)]
    if width(row[0]) <= pads[0][0]:
        return [_GAP.join(cells).rstrip()]
    return [row[0], _GAP.join([" " * pads[0][0], *cells[1:]]).rstrip()]


def _padded(cell: str, columns: int, right: bool) -> str:  # noqa: FBT001
    space = " " * (columns - width(cell))
    return space + cell if right else cell + space


def _language(context: Context) -> str:
    return str(context["language"])


@pass_context
def _money(context: Context, amount: Money) -> str:
    return amount.written(_language(context))


@pass_context
def _day(context: Context, day: date) -> str:
    return day_in_words(day, _language(context))


@pass_context
def _count_of(context: Context, count: int, *words: str) -> str:
    return f"{count}{NBSP}{_plural(context, count, *words)}"


@pass_context
def _plural(context: Context, count: int, *words: str) -> str:
    one, many = words
    alone = count < 2 if _language(context) == "fr" else count == 1  # noqa: PLR2004
    return one if alone else many


@pass_context
def _table(context: Context, items: Sequence[LetterItem], **titles: str) -> str:
    return text_table(items, titles, _language(context))


@pass_context
def _total(context: Context, amount: Money, label: str) -> str:
    written = amount.written(_language(context))
    return f"{label}  {written:>16}".rjust(COLUMNS)


# What a template may write after a bar; nothing else can be called from one.
FILTERS: Final[dict[str, Callable[..., Any]]] = {
    "money": _money,
    "day": _day,
    "short_day": day_in_table,
    "late": lateness,
    "wrapping": wrapping,
    "iban": iban_in_groups,
    "number": len,
    "count_of": _count_of,
    "plural": _plural,
    "table": _table,
    "total": _total,
}
