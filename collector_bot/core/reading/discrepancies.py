"""Numbers that do not agree: counts billed and received, prices billed and agreed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from collector_bot.core.reading.hearing import Clause

_WORDS = {
    "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8,
    "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "quinze": 15, "vingt": 20,
    "trente": 30, "two": 2, "three": 3, "four": 4, "five": 5, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20,
    "thirty": 30, "zwei": 2, "drei": 3, "vier": 4, "funf": 5, "acht": 8, "zehn": 10,
}  # fmt: skip
_COUNT = re.compile(
    r"(?<![\w.,/€£$#-])(\d{1,3}(?:[ ]\d{3})|\d{1,5}(?:[.,]\d{1,2})?|"
    + "|".join(_WORDS)
    + r")(?![\w%/-]|[.,]\d| ?(?:%|€|£|\$|eur\b|euros?\b|gbp\b|chf\b|usd\b))"
)
# A number after these counts nothing: "situation n° 3", "line 4", "chapter 11".
_ORDINAL = re.compile(
    r"(?:\b(?:n|no|nr|numero|number|num|ligne|line|lot|situation|page|article|poste|item"
    r"|relance|reminder|rappel|chapter|semaine|week|rue|avenue|tel|tranche|phase"
    r"|commande|order|po|bc|bdc|bl|devis|avoir)s?|[°#])[ .:]*$"
)
_NUMBERED = re.compile(r"\b(?:facture|invoice|bill)s?[ .:]*$")
_SHARE = re.compile(
    r"(?<![\w.,])(\d{1,3}(?:[.,]\d{1,2})?) ?(?:%|pour cent|per ?cent\b)"
)
# A number before these is a length of time or a share.
_TIME = re.compile(
    r"\s*(?:\)|(?:er|eme|th|st|nd|rd)\b|(?:ans?|mois|semaines?|minutes?|months?|weeks?"
    r"|years?|h|fois|times|mm|cm|bars?|volts?|v|kw|degres|degrees|inch\w*)\b)"
)


def counts_differ(clauses: Sequence[Clause]) -> bool:
    """Whether what is billed and what came are two different counts.

    Args:
        clauses: one sentence, or two that follow each other, each with a count.
    """
    each = [_counts(clause) for clause in clauses]
    if not all(each):
        return False
    counts = {count for found in each for count in found}
    return len(counts) > 1 and _say(clauses, "v_billed") and _say(clauses, "v_observed")


def prices_differ(clauses: Sequence[Clause]) -> bool:
    """Whether a price billed and a price agreed are two different amounts or shares.

    Args:
        clauses: one sentence, or two that follow each other, each with an amount.
    """
    amounts = [amount for clause in clauses for amount in clause.amounts]
    sure = {amount.money.minor for amount in amounts if amount.sure}
    bare = {amount.money.minor for amount in amounts if not amount.sure}
    money = sure | {b for b in bare if any(s < 2 * b < 4 * s for s in sure)}
    shares = {m.group(1) for c in clauses for m in _SHARE.finditer(c.masked)}
    each = all(clause.amounts or _SHARE.search(clause.masked) for clause in clauses)
    if not each or max(len(money), len(shares)) < 2:  # noqa: PLR2004
        return False
    agreed = _say(clauses, "n_agreed") or _say(clauses, "n_price")
    billed = _say(clauses, "v_bill") or _say(clauses, "c_deviates")
    return (
        agreed and billed and not (_say(clauses, "paid") or _say(clauses, "will_pay"))
    )


def _say(clauses: Sequence[Clause], name: str) -> bool:
    return any(clause.says(name) for clause in clauses)


def _counts(clause: Clause) -> set[Decimal]:
    text = clause.masked
    taken = [(day.start, day.end) for day in (*clause.ahead, *clause.behind)]
    taken += [(a.start, a.end) for a in clause.amounts if a.sure]
    found = set()
    for match in _COUNT.finditer(text):
        at = match.start() + clause.start
        if any(start <= at < end for start, end in taken):
            continue
        if _ORDINAL.search(text[max(0, match.start() - 16) : match.start()]):
            continue
        numbered = _NUMBERED.search(text[: match.start()])
        if numbered and len(match.group(1)) > 2:  # noqa: PLR2004
            continue
        if _TIME.match(text, match.end()):
            continue
        found.add(_value(match.group(1)))
    return found


def _value(written: str) -> Decimal:
    if written in _WORDS:
        return Decimal(_WORDS[written])
    return Decimal(written.replace(" ", "").replace(",", "."))
