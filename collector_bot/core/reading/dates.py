"""Dates as people write them in mails, in French and English, from a base day."""

# ruff: noqa: E501 - a grammar rule reads better unbroken
from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import islice

from collector_bot.core.reading import dates_en, dates_fr, dates_more
from collector_bot.core.reading.date_moves import Days, Moment
from collector_bot.core.reading.date_rules import RESOLVERS
from collector_bot.core.reading.dates_anchored import anchored, counted

_MENTIONS_MAX = 40
_DEADLINE = re.compile(
    r"(?:\bavant(?: le| la| ce| l')?|d'ici(?: a| au| le| la)?|au plus tard(?: le| pour le| d'ici"
    r"(?: au?| le)?)?|jusqu'au|sous|\bby(?: the)?|before(?: the)?|no later than(?: the)?"
    r"|not later than(?: the)?|latest(?: on| by)?|within|until|under|en amont du)\s*$"
)
_OPEN_END = re.compile(
    r"(?:\bapres(?: le)?|a partir d[ue](?: l[ea])?|pas avant(?: le)?|des le|\bafter(?: the)?"
    r"|not before(?: the)?|from(?: the)?|starting(?: on)?|until|jusqu'(?:au?|en))\s*$"
)
_ITEM_DATE = re.compile(
    r"(?:(?:\bdatees?|\bemise?s?|\bemission|etablie?s?|\bechue?s?|\bissued|(?<!run )(?<!payment )(?<!transfer )\bdated"
    r"|\binvoiced|\bdue|\boverdue|(?<!la )(?<!une )(?<!cette )(?<!votre )(?<!notre )\bfacture|\bfacturees?|\brecue?s?|\breceived|\bsent|"
    r"\bcommande|\bordered|\bdelivered|\blivree?s?|\bdaten)"
    r"(?: (?:depuis|du|le|on|since|from|for|au|de|in|en|the|was|were|a|dated))*"
    r"|(?:factur\w*|fact\.?|invoices?|inv\.?|avoirs?|credit notes?|bl|commandes?|bons?"
    r"|devis|relances?|courriers?|e-?mails?|messages?|courriels?|lettres?|letters?"
    r"|reminders?|contrats?|livraisons?|deliver(?:y|ies)|interventions?|situations?"
    r"|releves?|statements?|orders?|appels?|calls?|demandes?|requests?|rappels?|notice"
    r"|echange|conversation|bills?|mise en demeure|rdv|reunion|meeting|chantiers?)"
    r"(?: (?!le\b|pour\b|by\b|au\b|a\b|date\b|sera\b|on\b|for\b)[^\s,.;]+){0,3}? ?"
    r"(?:,? (?:du|de|d'|des|of|from|dated|en date du|datee?s? du|on|for|au mois de"
    r"|du mois de)(?: (?:le|la|the))?)|\ben date du|\becheance(?: au| du| le| :)*"
    r"|due date(?: of| is| was| :)*|\bdepuis(?: le)?|\bsince(?: the)?"
    r"|\bdue (?:by|before|on|at|in)(?: the)?|\bechues? (?:au|avant|fin|le)(?: le)?)\s*$"
)
# A payment just before the day takes it from an invoice further off.
_PAYMENT_NEAR = re.compile(
    r"(?:virements?|paiements?|reglements?|versements?|cheques?|mandatements?|payments?|debits?|decaissements?"
    r"|traites?|effet|lcr|billets? a ordre"
    r"|transfers?|wires?|remittances?|run|batch|campagne|sera|seront|will be|to be|lot"
    r"|zahllauf|prelevements?|mise en paiement|mandats?|regler\w*|paier\w*|payer\w*|vir(?:er\w*|ons)"
    r"|honorer\w*|solder\w*|pay|paid|settled?|cleared|transfer(?:red)?|wired?|remitted)"
    r"(?:,? (?!factur|invoice|command|livrais|order|avoir|echu|relanc|for\b)\S+){0,9},?\s*$"
)


@dataclass(frozen=True, slots=True)
class DateMention:
    """Words that mean a day.

    Attributes:
        start: first position in the text searched.
        end: position after the last.
        on: the day meant; of a span of days the one that counts (its end, mostly).
        first: first day of the span.
        vague: the words leave room ("mid-December", 05/12 in English).
        deadline: "before", "by": at the latest.
        open_end: "after", "from": not before.
        of_item: the date of an invoice, a letter or another past thing, not of a payment.
        rule: name of the grammar rule.
    """

    start: int
    end: int
    on: date
    first: date
    vague: bool
    deadline: bool
    open_end: bool
    of_item: bool
    rule: str


@dataclass(frozen=True, slots=True)
class Rule:
    """One grammar rule: where it looks and what it computes."""

    name: str
    pattern: re.Pattern[str]
    resolve: Callable[[re.Match[str], Moment], Days | None]


@lru_cache(maxsize=8)
def _rules(language: str) -> tuple[Rule, ...]:
    """The rules of a language; French and English ones where there are none."""
    tables = {
        "fr": (dates_fr.RULES, dates_fr.NAMES),
        "en": (dates_en.RULES, dates_en.NAMES),
        **dates_more.BY_LANGUAGE,
    }
    chosen = [tables[language]] if language in tables else [tables["fr"], tables["en"]]
    built: list[Rule] = []
    for rules, names in chosen:
        for name, pattern, resolver in rules:
            filled = pattern
            for key, words in names.items():
                filled = filled.replace("{" + key + "}", words)
            compiled = re.compile(rf"(?<!\w)(?:{filled})(?!\w)")
            built.append(Rule(name, compiled, RESOLVERS[resolver]))
    return tuple(built)


def find_dates(
    folded: str,
    moment: Moment,
    *,
    taken: Sequence[tuple[int, int]] = (),
    anchor: date | None = None,
) -> tuple[DateMention, ...]:
    """Find the dates in folded text, left to right, not overlapping.

    Args:
        folded: the text as `text.fold` returns it.
        moment: base day, direction for dates without a year, language, country.
        taken: spans that are something else (references), never looked into.
        anchor: the day said before the text, for "the day after" at its head.

    Returns:
        At most 40 mentions. A day that does not exist (31 November) is none.
    """
    counts = list(islice(anchored(folded), _MENTIONS_MAX))
    used = [*taken, *(match.span() for match in counts)]
    found: list[DateMention] = []
    for rule in _rules(moment.language):
        for match in rule.pattern.finditer(folded):
            start, end = match.span()
            if any(start < stop and begin < end for begin, stop in used):
                continue
            used.append((start, end))
            days = rule.resolve(match, moment)
            if days is not None and len(found) < _MENTIONS_MAX:
                found.append(_mention(folded, (start, end), days, rule=rule.name))
    found.sort(key=lambda mention: mention.start)
    for match in counts:
        start, end = match.span()
        before = [day.on for day in found if day.end <= start]
        said = before[-1] if before else anchor
        if said is None and match["same"] is None:
            said = moment.base
        on = counted(match, said) if said else None
        if on is not None:
            days = Days(on, on)
            made = _mention(folded, (start, end), days, rule="anchored")
            found.insert(len(before), made)
    return tuple(found)


def _mention(
    folded: str, span: tuple[int, int], days: Days, *, rule: str
) -> DateMention:
    start, end = span
    before = folded[max(0, start - 70) : start]
    deadline = bool(_DEADLINE.search(before)) or rule.startswith("within")
    return DateMention(
        start=start,
        end=end,
        on=days.on,
        first=days.first,
        vague=days.vague,
        deadline=deadline,
        open_end=bool(_OPEN_END.search(before)),
        of_item=bool(_ITEM_DATE.search(before)) and not _PAYMENT_NEAR.search(before),
        rule=rule,
    )
