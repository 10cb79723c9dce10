"""Which letters were written lately, and what became of each?"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection

from collector_bot.answers.outbox import LetterLine, letters_in
from collector_bot.store import accounts, outbox


def latest_letters(
    connection: Connection, *, states: Sequence[str] = (), limit: int
) -> tuple[LetterLine, ...]:
    """Return letters and answers to customers, latest first.

    Args:
        states: only these; none for all.
        limit: at most so many.
    """
    if states:
        return letters_in(connection, states)[::-1][:limit]
    found = outbox.recent(connection, limit=limit)
    ids = [one.account_id for one in found if one.account_id is not None]
    named = accounts.names(connection, ids)
    return tuple(
        LetterLine(one, *named.get(one.account_id or 0, ("", ""))) for one in found
    )
