"""Which items a clause is about: named, meant by "all of them", or by the context."""

# ruff: noqa: E501 - a grammar rule reads better unbroken
from __future__ import annotations

import re
from collections.abc import Sequence

from collector_bot.core.reading.date_moves import MONTHS
from collector_bot.core.reading.described import described, ranked
from collector_bot.core.reading.findings import KnownItem
from collector_bot.core.reading.hearing import Clause, World

_REST = re.compile(
    r"\b(?:(?<!avec )les autres|l'autre|le reste|the (?:rest|others?|remaining(?! (?:\d|half|balance|amount|sum|part|third)))|les? suivante?s?"
    r"|autres factures|other invoices?|remaining invoices?|le solde (?:du compte|des autres))\b"
)
_ALL = re.compile(
    r"\b(?:(?:toutes?|tous) (?:les |vos |nos |ces )?(?:\w+ )?(?:factures|pieces|echeances)"
    r"|l'ensemble des (?:\w+ )?factures|(?:la )?totalite des (?:\w+ )?factures"
    r"|(?:all|every) (?:of )?(?:the |your |our |these |those )?(?:\w+ )?invoices?"
    r"|all (?:of )?(?:the |your )?(?:outstanding|open|overdue|september|october|august"
    r"|november|july)\b|all (?:of )?(?:september|october|august|november|july)(?:'s)?"
    r"|(?:les|vos) factures (?:echues|de|d')|the (?:september|october|august|november|july)"
    r" invoices|(?:invoices|everything) (?:from|dated|of|for) (?:september|october|august"
    r"|november|july)|tout(?:e)?s? sauf|toutes celles|all (?:but|except))"
)
_BOTH = re.compile(
    r"\b(?:les deux|toutes les deux|both|the two|ces deux|vos deux|les 2|the 2)\b"
)
_EXCEPT = re.compile(
    r"\b(?:sauf|hormis|excepte|a l'exception de|hors|except(?: for)?|but not|other than|apart from|excluding|all but|with the exception of|save for|bar|barring|not including|ausser|excepto|salvo|tranne|behalve)\b"
)
_EVERYTHING = re.compile(r"\b(?:tout|everything|l'ensemble|the lot)\b")
_MONTH = re.compile(
    r"\b(?:de |d'|du mois de |from |of |dated |in |for |all |the )("
    + "|".join(MONTHS)
    + r")\b"
)


def pieces_for(clause: Clause, earlier: Sequence[KnownItem]) -> tuple[KnownItem, ...]:
    """Return the items `clause` is about.

    Args:
        clause: the words.
        earlier: items named just before: in the sentence, the line answered, the
            sentences above.
        spoken: all own words, folded; the subject's pieces count only when these
            speak of an invoice at all.
    """
    world = clause.heard.world
    text = clause.folded
    group = _group(text, world, but=bool(_EXCEPT.search(clause.heard.folded)))
    if group is not None:
        left_out = _except(clause)
        return tuple(item for item in group if id(item) not in left_out)
    if clause.pieces:
        return ranked(clause, clause.pieces) or clause.pieces
    meant = described(clause, earlier)
    if meant:
        return meant
    if _REST.search(text):
        return ()
    if earlier:
        return tuple(earlier)
    if _BOTH.search(text) and len(_debits(world)) == 2:  # noqa: PLR2004
        return _debits(world)
    return world.subject


def _debits(world: World) -> tuple[KnownItem, ...]:
    return tuple(item for item in world.items if item.open_minor > 0)


def _except(clause: Clause) -> set[int]:
    heard = clause.heard
    match = _EXCEPT.search(heard.folded)
    if match is None:
        return set()
    at = match.end() - 2
    return {id(item) for ref in heard.refs if ref.start >= at for item in ref.items}


def _group(text: str, world: World, *, but: bool) -> tuple[KnownItem, ...] | None:
    """Items meant by "all invoices (of September, overdue, but 1042)"; else None."""
    if not world.items:
        return None
    found = _debits(world)
    if not _ALL.search(text):
        return found if _EVERYTHING.search(text) and but else None
    month = _MONTH.search(text)
    if month:
        number = MONTHS[month.group(1)]
        return tuple(item for item in found if item.dated_on.month == number)
    return found if but else None
