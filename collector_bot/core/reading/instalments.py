"""Instalments: which of several days stand for payments of their own."""

# ruff: noqa: E501 - a grammar rule reads better unbroken
from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from collector_bot.core.money import Money
from collector_bot.core.reading.date_moves import MONTHS, NUMBERS, month_last
from collector_bot.core.reading.dates import DateMention
from collector_bot.core.reading.described import rank_positions
from collector_bot.core.reading.findings import Promise
from collector_bot.core.reading.hearing import Clause, Heard
from collector_bot.core.reading.shares import share_of

_EACH = re.compile(
    r"\s*(?:ttc )?(?:chacune?|chaque|a chaque|par (?:mois|mensualite|versement|echeance)"
    r"|/ ?mois|each|apiece|per (?:month|instal)|a month|monthly|les? |on |:|fin |au )"
)
_OF_EACH = re.compile(r"[\s,:(]*(?:egale?s? |identiques )?(?:de|of|a|at|:|,)?[\s:(]*")
_LISTED = re.compile(
    r"[\s,;]*(?:(?:et|and|puis|then|&|ainsi que|und|y|e|en)\s+)?(?:(?:enfin|finally)\s+)?"
    r"(?:les?|au|on|the|am|el|il|pour le|by)?\s*"
)
_SPECIFIES = re.compile(
    r"[\s,(:-]*(?:soit|c'est[- ]a[- ]dire|donc|i\.?e\.?|that is|so|namely|precisely)?,?"
    r"\s*(?:le|the|on|au)?\s*"
)
_SPECIFIED_DAYS = 7
_RESPECTIVELY = re.compile(
    r"\b(?:respectively|resp\.?|respectivement|jeweils|bzw\.?|respectivamente|rispettivamente|respectievelijk)(?!\w)"
)
_EQUAL = re.compile(
    r"\b(?:halves|equal(?:ly)?|evenly|thirds|quarters|(?:deux|2) moities|(?:parts?|versements"
    r"|fois|tranches|paiements|virements|mensualites|cheques) (?:egale?s?|egaux|identiques))\b"
)
_INSTEAD = re.compile(
    r"(?:au lieu d[ue]|plutot que|et non(?: pas)?|instead of|rather than|not(?: on)?|statt)"
    r"(?: le| the)?\s*$"
)


def distinct(days: Sequence[DateMention]) -> list[DateMention]:
    """Drop days that repeat or only bound another: the last one said counts."""
    kept: list[DateMention] = []
    for day in days:
        if kept and kept[-1].on == day.on:
            continue
        kept.append(day)
    return kept


def told_apart(clause: Clause, days: list[DateMention]) -> list[DateMention]:
    """Tell instalments from one day said twice.

    Several days are instalments when each has its own amount, piece or part, or when
    they stand in a plain list; else the last one said is meant, but for a day
    "instead of" which payment comes.
    """
    if len(days) < 2:  # noqa: PLR2004
        return days
    days = _specified(clause, days)
    marks = [a.start for a in clause.amounts if a.sure]
    marks += [ref.start for ref in clause.refs]
    marks += [clause.start + at for at in share_positions(clause)]
    marks += [clause.start + at for at in rank_positions(clause)]
    if len(marks) >= len(days):
        return days
    folded = clause.heard.folded
    if all(_LISTED.fullmatch(folded[a.end : b.start]) for a, b in pairwise(days)):
        return days
    kept = [
        day
        for day in days
        if not _INSTEAD.search(folded[max(0, day.start - 24) : day.start])
    ]
    return (kept or days)[-1:]


def _specified(clause: Clause, days: list[DateMention]) -> list[DateMention]:
    """Drop a rough day that an exact one right behind it makes precise."""
    folded = clause.heard.folded
    return [
        day
        for day, after in zip(days, [*days[1:], None], strict=True)
        if after is None
        or not (day.vague or day.rule.startswith(("within", "from_now")))
        or abs((after.on - day.on).days) > _SPECIFIED_DAYS
        or not _SPECIFIES.fullmatch(folded[day.end : after.start])
    ]


def windows(
    clause: Clause, days: Sequence[DateMention]
) -> list[tuple[Clause, DateMention]]:
    """Cut the clause so that each day stands with what it is said of."""
    if len(days) == 1:
        return [(clause, days[0])]
    if len(clause.refs) == len(days) and _RESPECTIVELY.search(clause.folded):
        parts = (clause.heard.part(ref.start, ref.end) for ref in clause.refs)
        return list(zip(parts, days, strict=True))
    others = [a.start for a in clause.amounts if a.sure] + [
        r.start for r in clause.refs
    ]
    shares = [clause.start + at for at in share_positions(clause)]
    shares += [clause.start + at for at in rank_positions(clause)]
    first_other = min([*others, *shares], default=None)
    leads = first_other is None or first_other > days[0].start
    cuts = [clause.start]
    for one, other in pairwise(days):
        cuts.append(other.start if leads else one.end)
    cuts.append(clause.end)
    spans = list(pairwise(cuts))
    made = []
    for (start, end), day in zip(spans, days, strict=True):
        made.append((clause.heard.part(start, end), day))
    return made


def share_positions(clause: Clause) -> list[int]:
    """Where parts of a whole are named: half, the rest, 30 %."""
    return [match.start() for match in share_of.finditer(clause.folded)]


def days_left(clause: Clause, days: list[DateMention]) -> list[DateMention]:
    """Of a payment put off from one day to another, the later day alone."""
    moved = clause.says("postponed")
    if moved is None or len(days) < 2:  # noqa: PLR2004
        return days
    return [day for day in days if day.start >= clause.start + moved.start()] or days


def shared(heard: Heard, found: list[Promise]) -> list[Promise]:
    """Give each of several instalments the one amount said for each of them.

    An amount that is parted into them ("the 1 920 € in four payments") is none's.
    """
    amounts = [amount.money for amount in heard.amounts if amount.sure]
    if not amounts:
        return _halved(heard, found)
    several = heard.says("several")
    if len(found) < 2 or len(amounts) != 1 or several is None:  # noqa: PLR2004
        return found
    each = each_amount(heard)
    if each is not None:
        return [replace(one, amount=each, currency=each.currency) for one in found]
    return [replace(one, amount=None) for one in found]


def _halved(heard: Heard, found: list[Promise]) -> list[Promise]:
    """Split one named piece into the equal parts it is said to be paid in."""
    pieces = {one.pieces for one in found}
    if len(found) < 2 or len(pieces) != 1 or not _EQUAL.search(heard.folded):  # noqa: PLR2004
        return found
    known = [*heard.pieces, *heard.world.items, *heard.world.subject]
    item = next((i for i in known if (i.piece,) in pieces), None)
    if item is None or any(one.amount is not None for one in found):
        return found
    part, left = divmod(item.open_minor, len(found))
    amounts = [part] * (len(found) - 1) + [part + left]
    return [
        replace(one, amount=Money(minor, item.currency), currency=item.currency)
        for one, minor in zip(found, amounts, strict=True)
    ]


def each_amount(heard: Heard) -> Money | None:
    """The one amount a sentence says for each of several payments, if it does."""
    amounts = [amount for amount in heard.amounts if amount.sure]
    if len(amounts) != 1:
        return None
    amount = amounts[0]
    after = heard.folded[amount.end : amount.end + 24]
    if _EACH.match(after):
        return amount.money
    for match in heard.lexicon["several"].finditer(heard.masked):
        between = heard.folded[match.end() : amount.start]
        if match.end() <= amount.start and _OF_EACH.fullmatch(between):
            return amount.money
    return None


def monthly_days(heard: Heard) -> list[date]:
    """The days of “four payments on the 15th of each month from December”.

    At most 12; empty when the count or the day is not said.
    """
    base = heard.world.base
    every, count = heard.says("monthly"), heard.says("monthly_count")
    if base is None or every is None or count is None:
        return []
    said = next((value for value in every.groupdict().values() if value), None)
    number = count["count"]
    times = int(number) if number.isdigit() else NUMBERS.get(number, 0)
    start = heard.says("monthly_from")
    month = MONTHS[start["month"]] if start else base.month
    year = base.year if month >= base.month else base.year + 1
    days: list[date] = []
    while len(days) < min(times, 12):
        last = month_last(year, month)
        day = last if said is None else last.replace(day=min(int(said), last.day))
        if day >= base:
            days.append(day)
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)  # noqa: PLR2004
    return days
