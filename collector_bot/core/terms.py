"""Payment terms: how people write them, the due date they give, the legal limit."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from collector_bot.core.calendar import add_months, month_end
from collector_bot.core.errors import TermsError

DAYS_MAX = 365
_LAST_DAY = 31

# Source: art. L441-10 I C. com. (in force since 2019-04-26): 60 days from the date
# of issue, or 45 days end of month when the contract says so.
LEGAL_NET_DAYS = 60
LEGAL_EOM_DAYS = 45
_REFERENCE_YEAR = date(2027, 1, 1), date(2028, 12, 31)  # a common and a leap year


class TermsRule(StrEnum):
    """How the days and the end of a month combine."""

    NET = "net"
    EOM = "eom"
    EOM_SPLIT = "eom split"


@dataclass(frozen=True, slots=True)
class Terms:
    """What was agreed: `days` (0 to 365), a rule, and perhaps a day of the month.

    `day` is 0, or with the rule `eom` the day (1 to 31) of the month after that
    month's end on which payment falls due; a shorter month gives its last day.
    """

    days: int
    rule: TermsRule = TermsRule.NET
    day: int = 0

    def __str__(self) -> str:
        """The one spelling we store; `parse_terms` reads it back."""
        if not self.days and self.rule is TermsRule.NET:
            return "at sight"
        return f"{self.days} {self.rule}" + (f" {self.day}" if self.day else "")

    def written(self, language: str) -> str:
        r"""Return the terms as a letter in `language` ("fr", else English) has them.

        Example:
            >>> Terms(45, TermsRule.EOM).written("fr")
            '45\xa0jours fin de mois'
            >>> Terms(30, TermsRule.EOM, 10).written("en")
            '30\xa0days, end of month, on the 10th'
        """
        if language == "fr":
            return _written_fr(self)
        if self.rule is TermsRule.EOM_SPLIT:
            return f"end of month plus {self.days}\u00a0days"
        if self.rule is TermsRule.EOM:
            tail = f", on the {self.day}{_ordinal(self.day)}" if self.day else ""
            return f"{self.days}\u00a0days, end of month{tail}"
        return f"{self.days}\u00a0days net" if self.days else "on receipt"


@dataclass(frozen=True, slots=True)
class LegalConcern:
    """Terms longer than French law lets two businesses agree; a warning, no refusal.

    `dated_on`, `due_on` and `latest_on` are an example: an invoice date, the due
    date the terms give it, and the latest one the law allows.
    """

    terms: Terms
    dated_on: date
    due_on: date
    latest_on: date

    def written(self, language: str) -> str:
        """Return the warning as one sentence in `language` ("fr", else English)."""
        if language == "fr":
            return (
                f"Le délai «\u00a0{self.terms.written('fr')}\u00a0» dépasse le maximum"
                " légal entre professionnels (60\u00a0jours à compter de la facture, ou"
                " 45\u00a0jours fin de mois\u00a0; art.\u00a0L441-10 C.\u00a0com.)."
            )
        return (
            f"“{self.terms}” is longer than French law allows between businesses"
            " (60 days from the invoice, or 45 days end of month;"
            " art. L441-10 C. com.)."
        )


_AT_SIGHT = re.compile(
    r"0|at sight|on receipt|upon receipt|due (?:up)?on receipt|immediate(?:ly)?|cash"
    r"|(?:paiement |payment )?(?:au )?comptant|a vue"
    r"|a reception(?: de (?:la )?facture)?"
)
_DAYS = r"(?P<days>\d{1,4}) ?(?:d|days?|j|jrs?|jours?)?"
_EOM = r"(?:eom|fdm|fm|fin de mois|fin du mois|(?:to )?(?:the )?end of(?: the)? month)"
_NET = re.compile(
    rf"{_DAYS}(?: ?nets?)?(?: (?:date de facture|date facture|(?:de|from) facture"
    r"|from invoice(?: date)?|invoice date))?"
    r"|net (?P<net_days>\d{1,4})(?: days?)?"
)
_EOM_LAST = re.compile(
    rf"(?:{_DAYS} ?(?:nets? )?)?{_EOM}(?P<split> split)?"
    r"(?: (?:(?:le|on|on the|the) )?(?P<day>\d{1,2})(?:th|st|nd|rd)?)?"
)
_EOM_FIRST = re.compile(rf"{_EOM} ?(?:\+|plus)? ?{_DAYS}")


def parse_terms(text: str) -> Terms:
    """Read payment terms as an English or French business writes them.

    | written                                   | due date                             |
    |-------------------------------------------|--------------------------------------|
    | `30 net`, `30`, `30 jours`, `net 30`      | invoice date + 30 days               |
    | `45 eom`, `45 jours fin de mois`, `45 FDM`| + 45 days, then end of that month    |
    | `45 eom split`, `fin de mois + 45 jours`  | end of the invoice's month, + 45 days|
    | `30 eom 10`, `30 jours fin de mois le 10` | as `30 eom`, then the next 10th      |
    | `at sight`, `0`, `comptant`               | invoice date                         |

    “45 jours fin de mois” has two readings in law; ours is the first unless the
    contract's is written out.

    Raises:
        TermsError: not such terms, more than 365 days, or a day not from 1 to 31.

    Source:
        Both readings: parliamentary answer QE 43862 (13th legislature).

    Example:
        >>> parse_terms("45 jours fin de mois")
        Terms(days=45, rule=<TermsRule.EOM: 'eom'>, day=0)
        >>> str(parse_terms("Comptant"))
        'at sight'
    """
    plain = _plain(text)
    if _AT_SIGHT.fullmatch(plain):
        return Terms(0)
    if match := _NET.fullmatch(plain):
        return _checked(text, days=match["days"] or match["net_days"])
    if match := _EOM_FIRST.fullmatch(plain):
        return _checked(text, days=match["days"], rule=TermsRule.EOM_SPLIT)
    match = _EOM_LAST.fullmatch(plain)
    if match is None or (match["split"] and match["day"]):
        raise TermsError(text)
    rule = TermsRule.EOM_SPLIT if match["split"] else TermsRule.EOM
    return _checked(text, days=match["days"] or "0", rule=rule, day=match["day"])


def due_on(dated_on: date, terms: Terms) -> date:
    """Return the day an invoice dated `dated_on` falls due, business day or not.

    Raises:
        ValueError: the result lies beyond the year 9999.

    Example:
        >>> invoice = date(2026, 1, 15)
        >>> due_on(invoice, parse_terms("45 eom")).isoformat()
        '2026-03-31'
        >>> due_on(invoice, parse_terms("45 eom split")).isoformat()
        '2026-03-17'
        >>> due_on(invoice, parse_terms("30 eom 10")).isoformat()
        '2026-03-10'
    """
    later = timedelta(days=terms.days)
    try:
        if terms.rule is TermsRule.NET:
            return dated_on + later
        if terms.rule is TermsRule.EOM_SPLIT:
            return month_end(dated_on) + later
        last = month_end(dated_on + later)
        if not terms.day:
            return last
        following = add_months(last.replace(day=1), 1)
        return following.replace(day=min(terms.day, month_end(following).day))
    except OverflowError as error:
        msg = f"{dated_on} with {terms} falls due beyond the calendar"
        raise ValueError(msg) from error


@lru_cache(maxsize=1024)
def legal_concern(terms: Terms) -> LegalConcern | None:
    """Return a warning when some invoice date would fall due later than the law has it.

    The latest legal day is the later of 60 days and 45 days end of month, the latter
    in the reading the terms themselves have. Periodic invoices (45 days from issue),
    sector exceptions and other countries are not looked at.

    Source:
        Art. L441-10 I C. com.

    Example:
        >>> legal_concern(parse_terms("60")) is legal_concern(parse_terms("45 eom"))
        True
        >>> legal_concern(parse_terms("90")).latest_on.isoformat()
        '2027-03-02'
    """
    reading = TermsRule.EOM if terms.rule is TermsRule.NET else terms.rule
    end_of_month = Terms(LEGAL_EOM_DAYS, reading)
    day, last = _REFERENCE_YEAR
    while day <= last:
        latest = max(day + timedelta(days=LEGAL_NET_DAYS), due_on(day, end_of_month))
        if (due := due_on(day, terms)) > latest:
            return LegalConcern(terms, day, due, latest)
        day += timedelta(days=1)
    return None


def _plain(text: str) -> str:
    """Return `text` in small letters, without accents, commas or doubled spaces."""
    letters = unicodedata.normalize("NFD", text.casefold())
    plain = "".join(c for c in letters if not unicodedata.combining(c))
    return " ".join(re.sub(r"[,.;:()’']", " ", plain).split())


def _checked(
    text: str, *, days: str, rule: TermsRule = TermsRule.NET, day: str | None = None
) -> Terms:
    """Return the terms once their numbers are within bounds."""
    terms = Terms(int(days), rule, int(day or 0))
    if terms.days > DAYS_MAX or terms.day > _LAST_DAY or (day and not terms.day):
        raise TermsError(text)
    return terms


def _written_fr(terms: Terms) -> str:
    """Return the terms in French."""
    days = f"{terms.days}\u00a0jours"
    if terms.rule is TermsRule.EOM_SPLIT:
        return f"fin de mois plus {days}"
    if terms.rule is TermsRule.EOM:
        tail = f", le {terms.day}" if terms.day else ""
        return f"{days} fin de mois{tail}"
    return f"{days} nets" if terms.days else "comptant"


def _ordinal(day: int) -> str:
    """Return the English ending of a day's number."""
    if day in {11, 12, 13}:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
