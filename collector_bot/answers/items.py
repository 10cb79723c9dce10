"""What is open on an account, and under which codes is it lettered in part?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from collector_bot.core.ledger import Account, OpenItem
from collector_bot.store import items, letterings


@dataclass(frozen=True, slots=True)
class CodedItem:
    """An open item; `code` is that of its partial letterings, "" without one."""

    item: OpenItem
    code: str


@dataclass(frozen=True, slots=True)
class OpenItems:
    """The open items of one account, by currency and due date."""

    account: Account
    today: date
    rows: tuple[CodedItem, ...]


def open_items(connection: Connection, account: Account, *, today: date) -> OpenItems:
    """Return what is open on an account with the codes it carries."""
    codes = letterings.codes_of(connection, account.id)
    return OpenItems(
        account,
        today,
        tuple(
            CodedItem(item, codes.get(item.entry_id, ""))
            for item in items.of_account(connection, account.id)
        ),
    )
