"""Which answers wait for each payment, the best beside its rivals?"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from sqlalchemy import Connection

from collector_bot.core.corrections import Chart, Correction, Limits
from collector_bot.core.ledger import AccountId, SuggestionId
from collector_bot.store import accounts, corrections, suggestions
from collector_bot.store.suggestions import Suggested


@dataclass(frozen=True, slots=True)
class Answered:
    """The suggestions for one cause: the best, and the others that wait beside it."""

    best: Suggested
    others: tuple[Suggested, ...]
    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits, cause by cause, most confident first; `is_cut` when there is more.

    `corrections` has what would correct a difference, by the number of its suggestion.
    """

    answers: tuple[Answered, ...]
    is_cut: bool
    corrections: dict[SuggestionId, Correction]


def waiting_answers(
    connection: Connection,
    *,
    chart: Chart,
    limits: Limits,
    account_id: AccountId | None = None,
    limit: int,
) -> Waiting:
    """Return the suggestions that wait: at most `limit`, those of one cause together.

    A cause of which not every answer is within the limit is left out, unless it is
    the first.
    """
    found = suggestions.waiting(connection, account_id=account_id, limit=limit + 1)
    is_cut = len(found) > limit
    if is_cut:
        parted = found.pop().cause_key
        whole = [one for one in found if one.cause_key != parted]
        found = whole or found
    named = accounts.names(connection, [one.candidate.account_id for one in found])
    told = []
    for _, together in groupby(found, key=lambda one: one.cause_key):
        best, *others = together
        code, name = named[best.candidate.account_id]
        told.append(Answered(best, tuple(others), code, name))
    fixed = corrections.proposed(connection, found, chart=chart, limits=limits)
    return Waiting(tuple(told), is_cut, fixed)
