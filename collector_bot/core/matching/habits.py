"""What decisions taught: who pays for an account, and how its customer pays."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from collector_bot.core.suggestion import Candidate, DifferenceCause, Ground

# Grounds that tell how a customer pays; the others tell of one payment only.
HABITUAL: Final = frozenset(
    {
        Ground.WHOLE_BALANCE,
        Ground.ALL_DUE,
        Ground.CONSECUTIVE_RUN,
        Ground.SMALL_SUBSET,
        Ground.CREDIT_NOTE_TAKEN,
        Ground.SINGLE_ITEM,
        Ground.REFERENCE_IN_TEXT,
    }
)
# A habit moves what a rule weighs by this factor at most, either way: our choice.
FACTOR_MAX: Final = 4.0


class LearntKind(StrEnum):
    """What a lesson is about: a payer's bank account, its name, or a way to pay."""

    IBAN = "iban"
    NAME = "name"
    HABIT = "habit"


@dataclass(frozen=True, slots=True)
class Lesson:
    """What was learnt of one account.

    Attributes:
        key: the IBAN, the payer's name in capitals, or the ground or cause of a habit.
        approved: how many approved suggestions said so.
        rejected: how many rejected ones did.
    """

    kind: LearntKind
    key: str
    approved: int = 0
    rejected: int = 0

    @property
    def holds(self) -> bool:
        """Whether more decisions speak for it than against it."""
        return self.approved > self.rejected

    @property
    def factor(self) -> float:
        """What a rule weighs more, or less, for this account: 0.25 to 4.

        Example:
            >>> Lesson(LearntKind.HABIT, "all_due", approved=5).factor
            4.0
            >>> Lesson(LearntKind.HABIT, "all_due", rejected=1).factor
            0.5
        """
        odds = (1 + self.approved) / (1 + self.rejected)
        return max(1 / FACTOR_MAX, min(FACTOR_MAX, odds))


def habits_of(candidate: Candidate) -> Iterator[str]:
    """Yield the keys of the habits a lettering shows: its grounds and its cause."""
    for ground in dict.fromkeys(reason.ground for reason in candidate.reasons):
        if ground in HABITUAL:
            yield ground.value
    if candidate.cause not in {DifferenceCause.NONE, DifferenceCause.PARTIAL}:
        yield candidate.cause.value
