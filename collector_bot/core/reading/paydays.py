"""The days of a sentence a payment may fall on, and those other things fall on."""

from __future__ import annotations

import re
from datetime import timedelta
from functools import lru_cache

from collector_bot.core.reading.dates import DateMention
from collector_bot.core.reading.hearing import Clause

_HORIZON = timedelta(days=730)
_WISHES = re.compile(
    r"\b(?:bon(?:ne)?|excellente?|agreable|(?:have|enjoy) (?:an?|the|your)(?: \w+)?) $"
)
_TODAY_IS = re.compile(
    r"\b(?:on est|nous sommes|today is|it is)(?: deja)?(?: le| the)? $"
)
# A bare weekday said of every week.
_HABITUAL = re.compile(
    r"(?:\b(?:le|les|chaque|tous les|every|each)|\bla plupart des) $"
)
_DONE_TODAY = re.compile(r"\b(?:ce matin|this morning|earlier|just now)\b")
# What was done today is the approval, not the payment.
_ACT_OF_TODAY = re.compile(
    r"\b(?:approved|authori[sz]ed|signed(?: off)?|passed|validated|received|logged"
    r"|registered|entered|valide\w*|signe\w*|recue?s?|enregistree?s?|saisie?s?"
    r"|approuve\w*|comptabilisee?s?)(?: only| just| seulement)? $"
)
_EARLIEST = re.compile(r"[ ,(]*(?:au plus tot|at the earliest|earliest)\b")


def payment_days(clause: Clause) -> list[DateMention]:
    """Days to come that a payment may fall on."""
    base = clause.heard.world.base
    assert base is not None
    told = clause.start + (retold_until(clause) or 0)
    return [
        day
        for day in clause.ahead
        if not day.of_item
        and day.start >= told
        and base <= day.on <= base + _HORIZON
        and not _DONE_TODAY.search(clause.heard.folded[day.start : day.end])
        and not (day.on == base and _ACT_OF_TODAY.search(_before(clause, day)))
        and not _EARLIEST.match(clause.heard.folded, day.end)
        and not _WISHES.search(_before(clause, day))
        and not _TODAY_IS.search(_before(clause, day))
        and not _is_habitual(clause.heard.folded, day)
        and not _of_an_act(clause, day)
    ]


def _before(clause: Clause, day: DateMention) -> str:
    return clause.heard.folded[: day.start]


def _of_an_act(clause: Clause, day: DateMention) -> bool:
    """Whether a day is when something else is done: a check, a signature, a document.

    A day belongs to the act nearest before it; at the head of its clause, to the
    first one after it.
    """
    folded = without_days(clause)
    at = day.start - clause.start
    before, after = folded[:at], folded[at:]
    lexicon = clause.heard.lexicon
    acts = list(lexicon["acts"].finditer(before))
    if acts:
        act = acts[-1]
        if lexicon["act_on_payment"].match(before, act.start()):
            return not any(
                found.start() >= act.end()
                for found in lexicon["will_pay"].finditer(before)
            )
        return not _pays_after(clause, act, before)
    if lexicon["will_pay"].search(before) or lexicon["pay_any"].search(before):
        return False
    first = lexicon["acts"].search(after)
    paid = lexicon["pay_any"].search(after) or lexicon["will_pay"].search(after)
    return first is not None and (paid is None or first.start() < paid.start())


def _pays_after(clause: Clause, act: re.Match[str], before: str) -> bool:
    """Whether what is done is a payment after all: money stands behind the act."""
    money = any(
        act.end() <= a.start - clause.start < len(before) and a.sure
        for a in clause.amounts
    )
    return money or any(
        found.end() > act.end()
        for name in ("will_pay", "pay_any")
        for found in clause.heard.lexicon[name].finditer(before)
    )


def retold_until(clause: Clause) -> int | None:
    """Where an older promise stops being retold: 0 without one, None to the end.

    “The payment planned for the 20th will go on the 30th” promises the 30th.
    """
    told = clause.says("retold")
    if told is None:
        return 0
    lexicon, masked = clause.heard.lexicon, clause.masked
    for moved in lexicon["postponed"].finditer(masked):
        if any(day.start - clause.start >= moved.start() for day in clause.ahead):
            return moved.start()
    for will in lexicon["will_pay"].finditer(masked):
        future = lexicon["future"].search(will.group())
        at = will.start() + (future.start() if future else 0)
        if future and any(
            told.end() <= day.start - clause.start < at for day in clause.ahead
        ):
            return at
    return None


def _is_habitual(folded: str, day: DateMention) -> bool:
    """Whether a weekday is said of every week: “le jeudi”, “on Fridays”."""
    if day.rule != "weekday":
        return False
    plural = day.end - day.start > 1 and folded[day.end - 4 : day.end] == "days"
    return plural or bool(_HABITUAL.search(folded[: day.start]))


@lru_cache(maxsize=256)
def _blanked(masked: str, spans: tuple[tuple[int, int], ...]) -> str:
    for start, end in spans:
        blank = "le ".ljust(end - start, "_")[: end - start]
        masked = masked[:start] + blank + masked[end:]
    return masked


def without_days(clause: Clause) -> str:
    """The words with every piece and day blanked, positions kept."""
    spans = tuple((d.start - clause.start, d.end - clause.start) for d in clause.ahead)
    return _blanked(clause.masked, spans)
