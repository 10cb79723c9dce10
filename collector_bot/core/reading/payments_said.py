"""Whether a mail says that a payment was made: now, before, or only to come."""

from __future__ import annotations

from collections.abc import Sequence

from collector_bot.core.reading import lexicon_advice as words
from collector_bot.core.reading.hearing import Heard
from collector_bot.core.reading.payments import Paper
from collector_bot.core.reading.text import fold

_RECENT = 120


def issued(heard: Heard) -> bool:
    """Whether a clause says that a payment was made or left; a question does not."""
    if heard.sentence.asks:
        return False
    if not words.NOT_ISSUED.search(heard.folded):
        return bool(heard.says("paid") or words.ISSUED.search(heard.folded))
    return any(
        (part.says("paid") or words.ISSUED.search(part.folded))
        and not words.NOT_ISSUED.search(part.folded)
        for part in heard.clauses
    )


def _sent(heard: Heard) -> bool:
    """Whether a payment is sent in the present: “nous vous adressons ce jour”."""
    base = heard.world.base
    if heard.sentence.asks:
        return False
    return any(
        words.ISSUED.search(part.folded)
        and not words.NOT_ISSUED.search(part.folded)
        and not any(base and day.on > base and not day.of_item for day in part.ahead)
        for part in heard.clauses
    )


def ahead_only(heards: Sequence[Heard]) -> bool:
    """Whether payments to come are all the mail speaks of."""
    paid = any(heard.says("paid") or _sent(heard) for heard in heards)
    ahead = any(
        heard.says("will_pay") and not words.LABELLED.match(heard.folded)
        for heard in heards
    )
    return ahead and not paid


def told_now(paper: Paper) -> bool:
    """Whether a payment of today or yesterday is told, with what it comes to."""
    chased = any(words.CHASED.search(heard.folded) for heard in paper.heards)
    amounts = any(a.sure for heard in paper.heards for a in heard.amounts)
    today = any(words.TODAY.search(h.folded) and issued(h) for h in paper.heards)
    return today and amounts and not chased


def settles(heard: Heard) -> bool:
    """Whether a payment of a day gone by is said to cover pieces."""
    base = heard.world.base
    if heard.sentence.asks or words.NOT_ISSUED.search(heard.folded):
        return False
    past = any(
        base and 0 <= (base - day.on).days < _RECENT and not day.of_item
        for day in heard.behind
    )
    return past and bool(words.SETTLES.search(heard.folded))


def just_made(paper: Paper) -> bool:
    """Whether a payment was made just now: “nous venons de virer”."""
    return any(
        words.JUST_NOW.search(heard.folded) and issued(heard) for heard in paper.heards
    )


def asks_for_one(paper: Paper) -> bool:
    """Whether an advice is what the mail asks for, rather than gives."""
    texts = [fold(paper.subject), *(heard.folded for heard in paper.heards)]
    asked = any(
        words.ADVICE.search(text) and words.ASKED_FOR.search(text) for text in texts
    )
    given = any(
        issued(heard) and not words.ASKED_FOR.search(heard.folded)
        for heard in paper.heards
    )
    return asked and not given
