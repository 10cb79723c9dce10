"""How things are said in French or English: dates, times, counts, both in pairs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, tzinfo

from collector_bot.core.ledger import WITHOUT_NUMBER
from collector_bot.core.level_titles import level_title
from collector_bot.core.money import NBSP, Money
from collector_bot.core.wording import either

_MONTHS_EN = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


@dataclass(frozen=True, slots=True)
class Tongue:
    """One language of the desk, the time zone of its hours, its names of levels.

    `levels` has the titles of the procedure's levels in this language, by name; one
    that is not there has its usual title.

    Example:
        >>> fr, en = Tongue("fr"), Tongue("en")
        >>> fr("Approve", "Approuver"), en("Approve", "Approuver")
        ('Approuver', 'Approve')
        >>> fr.day(date(2026, 11, 3)), en.day(date(2026, 11, 3))
        ('03/11/2026', '3 Nov 2026')
    """

    language: str
    timezone: tzinfo = UTC
    levels: Mapping[str, str] = field(default_factory=dict)

    def __call__(self, english: str, french: str) -> str:
        """Return the one of two wordings that is in this language."""
        return either((english, french), self.language)

    @property
    def colon(self) -> str:
        """A colon with the space that stands before it in French."""
        return self(":", f"{NBSP}:")

    def day(self, day: date) -> str:
        """Return a date as lists show it."""
        if self.language == "fr":
            return f"{day:%d/%m/%Y}"
        return f"{day.day} {_MONTHS_EN[day.month - 1]} {day.year}"

    def moment(self, at: datetime) -> str:
        """Return an instant as local date and time."""
        local = at.astimezone(self.timezone)
        return f"{self.day_of(at)} {self('at', 'à')} {local:%H:%M}"

    def day_of(self, at: datetime) -> str:
        """Return the local date of an instant."""
        return self.day(at.astimezone(self.timezone).date())

    def money(self, amount: Money) -> str:
        """Return an amount."""
        return amount.written(self.language)

    def piece(self, title: str) -> str:
        """Return what an entry goes by, or that it has no number."""
        return title or self(*WITHOUT_NUMBER)

    def percent(self, share: float) -> str:
        r"""Return a probability in whole per cent, rounded down: never more than known.

        Example:
            >>> Tongue("fr").percent(0.999)
            '99\xa0%'
        """
        return f"{int(share * 100 + 1e-9)}{self('', NBSP)}%"

    def count(self, number: int, english: str, french: str) -> str:
        r"""Return a number with its noun; "item/items" gives singular and plural.

        Example:
            >>> Tongue("en").count(2, "item/items", "pièce/pièces")
            '2\xa0items'
            >>> Tongue("fr").count(0, "item/items", "pièce/pièces")
            '0\xa0pièce'
        """
        one, _, several = self(english, french).partition("/")
        plural = number > 1 if self.language == "fr" else number != 1
        return f"{number}{NBSP}{several if plural else one}"

    def days(self, number: int) -> str:
        """Return a number of days."""
        return self.count(number, "day/days", "jour/jours")

    def level(self, name: str) -> str:
        """Return what people call a level of the procedure."""
        return self.levels.get(name) or level_title(name, self.language)

    def quoted(self, words: str) -> str:
        """Return words between the quotation marks of this language."""
        return self(f"“{words}”", f"«{NBSP}{words}{NBSP}»")
