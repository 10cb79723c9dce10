"""Which letters were written lately, and what became of each?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from collector_bot.core.ledger import AccountId
from collector_bot.store import accounts, letter_list
from collector_bot.store.letter_list import ListedLetter


@dataclass(frozen=True, slots=True)
class WrittenLetter:
    """One letter with the code and name of its account; "" when it has none."""

    letter: ListedLetter
    code: str
    name: str


def latest_letters(
    connection: Connection,
    *,
    states: Sequence[str] = (),
    account_id: AccountId | None = None,
    limit: int,
) -> tuple[WrittenLetter, ...]:
    """Return letters and answers to customers, latest first.

    Args:
        states: only these; none for all.
        account_id: only of this account; None for all.
        limit: at most so many.
    """
    found = letter_list.latest(
        connection, states=states, account_id=account_id, limit=limit
    )
    ids = [one.account_id for one in found if one.account_id is not None]
    named = accounts.names(connection, ids)
    return tuple(
        WrittenLetter(one, *named.get(one.account_id or 0, ("", ""))) for one in found
    )
