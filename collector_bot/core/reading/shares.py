"""Amounts said as a part: half, 30 %, the balance: computed where that is certain."""

# ruff: noqa: E501 - a grammar rule reads better unbroken
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from collector_bot.core.money import Money
from collector_bot.core.reading.findings import KnownItem, Promise
from collector_bot.core.reading.hearing import Clause

_PERCENT = re.compile(
    r"(?<![\d,.])(\d{1,3})(?:[,.](\d))? ?(?:%|pour ?cents?|per ?cent)"
)
_PARTS: tuple[tuple[str, int, int], ...] = (
    (r"(?:la |une |l'autre )?moiti[e]|half", 1, 2),
    (
        r"(?:un |le premier |premier |le second |le deuxieme |deuxieme |le dernier |dernier |a |one |the first |the second |second |the last |first |last )tiers?\b|(?:a|one|the first|the last|the second) third",
        1,
        3,
    ),
    (r"(?:les )?deux tiers|two thirds", 2, 3),
    (r"(?:un|le premier|le dernier) quart|a quarter|one quarter", 1, 4),
    (r"(?:les )?trois quarts|three quarters", 3, 4),
)
_REST = re.compile(
    r"\b(?:le (?:solde|reste|reliquat|restant|complement)|the (?:balance|rest|remainder|remaining)"
    r"|l'autre moitie|(?:the )?(?:other|second|remaining) half|balance|solde|reste"
    r"|la seconde moitie|la deuxieme moitie|der rest|restbetrag)\b"
)


class _Shares:
    """Finds parts in words and works out what they come to."""

    def __init__(self) -> None:
        names = "|".join(pattern for pattern, _, _ in _PARTS)
        self._any = re.compile(rf"{_PERCENT.pattern}|\b(?:{names})\b|{_REST.pattern}")

    def finditer(self, folded: str) -> Iterator[re.Match[str]]:
        """Every part named in folded text."""
        return self._any.finditer(folded)

    def is_rest(self, clause: Clause) -> bool:
        """Whether `clause` names what is left of one payment, not of the pieces."""
        return _REST.search(clause.folded) is not None

    def amount(
        self, clause: Clause, named: Sequence[KnownItem], taken: Sequence[Promise]
    ) -> Money | None:
        """What the part named in `clause` comes to; None when that is not certain.

        Only a part of one named piece is computed; "the balance" is what earlier
        promises of the same mail leave of it.
        """
        if len(named) != 1 or named[0].open_minor <= 0:
            return None
        item = named[0]
        rest = _REST.search(clause.folded)
        if rest:
            return _left(item, taken)
        percent = _PERCENT.search(clause.folded)
        if percent:
            tenths = int(percent[1]) * 10 + int(percent[2] or 0)
            return _part(item, tenths, 1000) if 0 < tenths < 1000 else None  # noqa: PLR2004
        for pattern, above, below in _PARTS:
            if re.search(rf"\b(?:{pattern})\b", clause.folded):
                return _part(item, above, below)
        return None


def _part(item: KnownItem, above: int, below: int) -> Money:
    """The part rounded half up to the minor unit."""
    minor = (2 * item.open_minor * above + below) // (2 * below)
    return Money(minor, item.currency)


def _left(item: KnownItem, taken: Sequence[Promise]) -> Money | None:
    """What earlier promises leave; unknown when none of them has an amount."""
    same = [promise for promise in taken if promise.pieces in {(item.piece,), ()}]
    amounts = [promise.amount for promise in same]
    if not amounts or any(a is None or a.currency != item.currency for a in amounts):
        return None
    left = item.open_minor - sum(a.minor for a in amounts if a is not None)
    return Money(left, item.currency) if left > 0 else None


share_of = _Shares()
