"""Which answers wait for each payment, the best beside its rivals?"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from sqlalchemy import Connection

from collector_bot.core.ledger import AccountId
from collector_bot.store import accounts, suggestions
from collector_bot.store.suggestions import Suggested

SUGGESTIONS_MAX = 20_000


@dataclass(frozen=True, slots=True)
class Answered:
    """The suggestions for one cause: the best, and the others that wait beside it."""

    best: Suggested
    others: tuple[Suggested, ...]
    code: str
    name: str


def waiting_answers(
    connection: Connection, *, account_id: AccountId | None = None
) -> tuple[Answered, ...]:
    """Return what waits, cause by cause, most confident first; at most 20 000."""
    found = suggestions.waiting(
        connection, account_id=account_id, limit=SUGGESTIONS_MAX
    )
    named = accounts.names(connection, [one.candidate.account_id for one in found])
    told = []
    for _, together in groupby(found, key=lambda one: one.cause_key):
        best, *others = together
        code, name = named[best.candidate.account_id]
        told.append(Answered(best, tuple(others), code, name))
    return tuple(told)
