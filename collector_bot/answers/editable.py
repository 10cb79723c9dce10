"""Which open items of its account may a suggestion be edited to settle?"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from collector_bot.core.ledger import OpenItem, SuggestionId
from collector_bot.store import bank, items, suggestions
from collector_bot.store.suggestions import Suggested


@dataclass(frozen=True, slots=True)
class Editable:
    """What is open beside a suggestion, in its currency.

    Attributes:
        items: those the suggestion takes first, then what is due first.
        left_out: how many more are open on the account.
    """

    suggested: Suggested
    items: tuple[OpenItem, ...]
    left_out: int


def editable_lines(
    connection: Connection, suggestion_id: SuggestionId, *, limit: int
) -> Editable | None:
    """Return the open items a person may choose among; None without such a number."""
    suggested = suggestions.get(connection, suggestion_id)
    if suggested is None:
        return None
    account_id = suggested.candidate.account_id
    opens = [
        *(bank.pending_item(one) for one in bank.waiting_of(connection, account_id)),
        *items.of_account(connection, account_id),
    ]
    currency = suggested.candidate.difference.currency
    found = [item for item in opens if item.open.currency == currency]
    taken = {part.entry_id for part in suggested.candidate.parts}
    found.sort(key=lambda item: item.entry_id not in taken)
    shown = found[: max(limit, len(taken))]
    return Editable(suggested, tuple(shown), len(found) - len(shown))
