"""Payments for several accounts: what they are proposed to settle, and where."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Row, select

from collector_bot.core.ledger import AccountId, EntryId
from collector_bot.store.tables import (
    EntryRow,
    SuggestionPartRow,
    SuggestionRow,
    table,
)

# What opens the cause of such a suggestion; the number of the bank line follows.
ACROSS = "across:"

_SUGGESTION, _PART = table(SuggestionRow), table(SuggestionPartRow)
_ENTRY = table(EntryRow)


def entries_across(connection: Connection) -> set[EntryId]:
    """Return the entries that payments for several accounts are proposed to settle."""
    rows = connection.scalars(
        select(_PART.c.entry_id)
        .join(_SUGGESTION, _PART.c.suggestion_id == _SUGGESTION.c.id)
        .where(
            _SUGGESTION.c.state == "proposed",
            _SUGGESTION.c.cause_key.startswith(ACROSS),
        )
    )
    return {EntryId(one) for one in rows}


def accounts_of(connection: Connection, row: Row[Any]) -> list[AccountId]:
    """Return the accounts a suggestion letters, in one order for everybody."""
    if not row.cause_key.startswith(ACROSS):
        return [row.account_id]
    others = connection.scalars(
        select(_ENTRY.c.account_id)
        .join(_PART, _PART.c.entry_id == _ENTRY.c.id)
        .where(_PART.c.suggestion_id == row.id)
    )
    return sorted({row.account_id, *others})
