"""What would a run of the procedure do, told by pieces and names?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from collector_bot.core.dunning import Level, Skip, SkipReason, Step
from collector_bot.core.ledger import EntryId
from collector_bot.core.money import Money
from collector_bot.store import accounts, items

_AT_ONCE = 500  # accounts whose pieces are looked up together


@dataclass(frozen=True, slots=True)
class PlannedStep:
    """One letter a run would write.

    Attributes:
        pieces: all that the letter asks for, those that reach no new level included.
        due: the sum of the pieces; `net` is after open credits.
    """

    code: str
    name: str
    level: Level
    pieces: tuple[str, ...]
    due: Money
    net: Money
    needs_approval: bool


@dataclass(frozen=True, slots=True)
class PlannedSkip:
    """Overdue pieces of one account a run would leave alone, and why."""

    code: str
    name: str
    reason: SkipReason
    pieces: tuple[str, ...]
    overdue: Money


def told_steps(connection: Connection, steps: Sequence[Step]) -> Iterator[PlannedStep]:
    """Yield the letters of a run that was decided, in its order."""
    for start in range(0, len(steps), _AT_ONCE):
        some = steps[start : start + _AT_ONCE]
        asked = {
            id(step): (*(entry for entry, _ in step.items), *step.listed)
            for step in some
        }
        pieces = _pieces(connection, [one for ids in asked.values() for one in ids])
        named = accounts.names(connection, [step.account_id for step in some])
        for step in some:
            yield PlannedStep(
                *named[step.account_id],
                step.level,
                tuple(pieces[one] for one in asked[id(step)]),
                Money(step.due_minor, step.currency),
                Money(step.net_minor, step.currency),
                step.needs_approval,
            )


def told_skips(connection: Connection, skips: Sequence[Skip]) -> Iterator[PlannedSkip]:
    """Yield what a run that was decided leaves alone, in its order."""
    for start in range(0, len(skips), _AT_ONCE):
        some = skips[start : start + _AT_ONCE]
        pieces = _pieces(connection, [one for skip in some for one in skip.entry_ids])
        named = accounts.names(connection, [skip.account_id for skip in some])
        for skip in some:
            yield PlannedSkip(
                *named[skip.account_id],
                skip.reason,
                tuple(pieces[one] for one in skip.entry_ids),
                Money(skip.overdue_minor, skip.currency),
            )


def _pieces(connection: Connection, ids: Sequence[EntryId]) -> dict[EntryId, str]:
    found = items.by_ids(connection, ids)
    return {entry_id: item.title for entry_id, item in found.items()}
