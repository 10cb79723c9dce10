"""Items meant by what is said of them: their amount, their month, their rank."""

from __future__ import annotations

import re
from collections.abc import Sequence

from collector_bot.core.reading.date_moves import MONTHS
from collector_bot.core.reading.findings import KnownItem
from collector_bot.core.reading.hearing import Clause

_HEAD = r"(?:factures?|pieces?|celles?|invoices?|bills?|ones?|items?)"
_BEFORE_AMOUNT = re.compile(
    rf"\b{_HEAD}(?:,? (?:de|d'un montant de|a|of|for|over|at|pour|totalling))? $"
)
_AFTER_AMOUNT = re.compile(r" (?:invoice|bill|one|item)\b")
_BEFORE_DAY = re.compile(
    rf"\b{_HEAD} (?:(?:datee?s?|emise?s?|dated|issued) )?"
    r"(?:du |of |from |on |dated )?(?:the )?$"
)
_MONTHS = "|".join(sorted(MONTHS, key=len, reverse=True))
_OF_MONTH = re.compile(
    rf"\b(?P<head>{_HEAD}) (?:de |d'|du mois de |from |of |for |dated )"
    rf"(?P<m>{_MONTHS})\b"
    rf"|\b(?P<men>{_MONTHS}) (?P<headen>invoices?|bills?|ones?)\b"
)
_OLDEST = re.compile(
    r"\b(?:la|les|the) (?:plus (?:ancienne|vieille)s?|oldest|earliest)\b"
)
_NEWEST = re.compile(
    r"\b(?:la|les) (?:plus recentes?|derniere (?:facture|en date))\b"
    r"|\bthe (?:most recent|latest|newest|last) (?:invoices?|bills?|one)\b"
)
_NOT_A_PIECE = (
    r"(?! (?:moities?|parties?|echeance|mensualite|tranche|fois|semaine|quinzaine"
    r"|traite|half"
    r"|part(?! (?:le|en|au|ce|demain|lundi|mardi|mercredi|jeudi|vendredi)\b)"
    r"|payment|instal\w+|week|third|quarter|tranche|time|reminder|cheque|transfer"
    r"|of|relance|signature|heure|jour\w*|day|thing|run|in|working|business)\b)"
)
_COUNTS = {
    "2": 2, "3": 3, "4": 4, "5": 5, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5,
    "two": 2, "three": 3, "four": 4, "five": 5,
}  # fmt: skip
_N = "|".join(_COUNTS)
_FIRST_SOME = re.compile(
    rf"\bles ({_N}) premieres\b{_NOT_A_PIECE}|\bthe first ({_N})\b{_NOT_A_PIECE}"
)
_LAST_SOME = re.compile(
    rf"\bles ({_N}) dernieres\b{_NOT_A_PIECE}|\bthe last ({_N})\b{_NOT_A_PIECE}"
)
_OTHERS = re.compile(
    rf"\bles ({_N}) (?:autres|suivantes|restantes)\b|\bles (?:autres|suivantes)\b"
    rf"|\bthe (?:other|remaining) ({_N})\b|\bthe others\b|\bl'autre\b|\bthe other\b"
)
_RANKS: tuple[tuple[re.Pattern[str], int], ...] = (
    (re.compile(rf"\b(?:la premiere|the first|the former)\b{_NOT_A_PIECE}"), 0),
    (
        re.compile(
            rf"\b(?:la (?:seconde|deuxieme|2e)|the second|the latter)\b{_NOT_A_PIECE}"
        ),
        1,
    ),
    (re.compile(rf"\b(?:la (?:troisieme|3e)|the third)\b{_NOT_A_PIECE}"), 2),
)


def described(clause: Clause, earlier: Sequence[KnownItem]) -> tuple[KnownItem, ...]:
    """Return the items a clause without numbers points at; none where not certain.

    Args:
        clause: names no piece itself.
        earlier: items named before, in order, for "the first", "the second".
    """
    rank = ranked(clause, earlier)
    if rank:
        return rank
    debits = [item for item in clause.heard.world.items if item.open_minor > 0]
    return (
        _by_amount(clause, debits)
        or _by_day(clause, debits)
        or _by_month(clause, debits)
        or _by_age(clause, debits)
    )


def rank_positions(clause: Clause) -> list[int]:
    """Where pieces are meant by their rank among those named: "the first (two)"."""
    words = [rank for rank, _ in _RANKS] + [_FIRST_SOME, _LAST_SOME, _OTHERS]
    return [m.start() for rank in words for m in rank.finditer(clause.folded)]


def ranked(clause: Clause, earlier: Sequence[KnownItem]) -> tuple[KnownItem, ...]:
    """Return the one of `earlier` that "the first", "the second" stands for."""
    some = _several_ranked(clause, earlier)
    if some:
        return some
    at = [rank for words, rank in _RANKS if words.search(clause.folded)]
    if len(earlier) < 2 or len(at) != 1 or at[0] >= len(earlier):  # noqa: PLR2004
        return ()
    return (earlier[at[0]],)


def _several_ranked(
    clause: Clause, earlier: Sequence[KnownItem]
) -> tuple[KnownItem, ...]:
    """Return those meant by "the first two", or by "the others" beside a rank."""
    first, last = _FIRST_SOME.search(clause.folded), _LAST_SOME.search(clause.folded)
    for found, head in ((first, True), (last, False)):
        count = _COUNTS.get(next(filter(None, found.groups())), 0) if found else 0
        if 0 < count < len(earlier):
            return tuple(earlier[:count] if head else earlier[-count:])
    others = _OTHERS.search(clause.folded)
    if others is None or first or last:
        return ()
    whole = clause.heard.folded
    taken = {rank for words, rank in _RANKS if words.search(whole)}
    some = _FIRST_SOME.search(whole)
    if some:
        taken |= set(range(_COUNTS.get(next(filter(None, some.groups())), 0)))
    left = tuple(item for at, item in enumerate(earlier) if at not in taken)
    said = _COUNTS.get(next(filter(None, others.groups()), ""), len(left))
    return left if taken and len(left) == said else ()


def _one(found: Sequence[KnownItem]) -> tuple[KnownItem, ...]:
    return tuple(found) if len(found) == 1 else ()


def _by_amount(clause: Clause, debits: Sequence[KnownItem]) -> tuple[KnownItem, ...]:
    folded = clause.heard.folded
    for amount in clause.amounts:
        before = _BEFORE_AMOUNT.search(folded[: amount.start])
        if amount.sure and (before or _AFTER_AMOUNT.match(folded, amount.end)):
            money = amount.money
            return _one(
                [
                    item
                    for item in debits
                    if (item.open_minor, item.currency) == (money.minor, money.currency)
                ]
            )
    return ()


def _by_day(clause: Clause, debits: Sequence[KnownItem]) -> tuple[KnownItem, ...]:
    folded = clause.heard.folded
    for day in clause.behind:
        if day.rule.startswith("day_month") or day.rule in {
            "numeric",
            "month_day",
            "iso",
        }:
            start = day.start + (3 if folded.startswith("le ", day.start) else 0)
            if _BEFORE_DAY.search(folded[:start]):
                return _one([item for item in debits if item.dated_on == day.on])
    return ()


def _by_month(clause: Clause, debits: Sequence[KnownItem]) -> tuple[KnownItem, ...]:
    match = _OF_MONTH.search(clause.folded)
    if match is None:
        return ()
    number = MONTHS[match["m"] or match["men"]]
    found = [item for item in debits if item.dated_on.month == number]
    several = (match["head"] or match["headen"]).endswith("s")
    return tuple(found) if several else _one(found)


def _by_age(clause: Clause, debits: Sequence[KnownItem]) -> tuple[KnownItem, ...]:
    days = [item.dated_on for item in debits]
    if not days:
        return ()
    if _OLDEST.search(clause.folded):
        return _one([item for item in debits if item.dated_on == min(days)])
    if _NEWEST.search(clause.folded):
        return _one([item for item in debits if item.dated_on == max(days)])
    return ()
