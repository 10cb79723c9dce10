"""Suggestions of just the same parts: one that waits, or one refused before."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Connection, func, select

from collector_bot.core.ledger import SuggestionId
from collector_bot.core.suggestion import Candidate
from collector_bot.store.suggestions import digest_of
from collector_bot.store.tables import SuggestionRow, table

_SUGGESTION = table(SuggestionRow)
_REFUSED = _SUGGESTION.c.state == "rejected"
_CHOSEN = (_SUGGESTION.c.state == "proposed") & (_SUGGESTION.c.proposed_by != "engine")


def refused_before(connection: Connection, candidate: Candidate) -> SuggestionId | None:
    """Return the latest suggestion of just these parts that a person refused."""
    return _latest(connection, candidate, _REFUSED)


def chosen_already(connection: Connection, candidate: Candidate) -> SuggestionId | None:
    """Return the suggestion of just these parts that a person made and that waits."""
    return _latest(connection, candidate, _CHOSEN)


def _latest(
    connection: Connection, candidate: Candidate, which: ColumnElement[bool]
) -> SuggestionId | None:
    found = connection.scalar(
        select(func.max(_SUGGESTION.c.id)).where(
            _SUGGESTION.c.account_id == candidate.account_id,
            _SUGGESTION.c.digest == digest_of(candidate.parts),
            which,
        )
    )
    return SuggestionId(found) if found is not None else None
