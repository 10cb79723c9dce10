"""Which open items a payment settles: evidence, candidates, ranked suggestions."""

from collector_bot.core.matching.advice import AdviceWaits, ResolvedLine
from collector_bot.core.matching.door import (
    answers_for_account,
    suggest_for_account,
    suggest_for_advice,
    suggest_for_payment,
)
from collector_bot.core.matching.joint import Answered
from collector_bot.core.matching.words import cause_words, ground_words

__all__ = [
    "AdviceWaits",
    "Answered",
    "ResolvedLine",
    "answers_for_account",
    "cause_words",
    "ground_words",
    "suggest_for_account",
    "suggest_for_advice",
    "suggest_for_payment",
]
