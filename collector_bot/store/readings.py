"""The ledger as the reader may know it: accounts and items by what a mail says."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy import Connection

from collector_bot.core.ledger import Account, EntryId, OpenItem
from collector_bot.core.reading.findings import KnownAccount, KnownItem
from collector_bot.core.reading.known import called_so, words_of_name
from collector_bot.store import accounts, items

_SETTLED_DAYS = 180


class StoreKnown:
    """Answers the reader's questions from one reading moment of the ledger."""

    def __init__(self, connection: Connection, *, today: date, country: str) -> None:
        self._connection = connection
        self._today = today
        self._country = country
        self._items: dict[str, list[KnownItem]] = {}
        self._by_entry: dict[EntryId, KnownItem] = {}

    def account_by_email(self, email: str) -> KnownAccount | None:
        """Return the one account with this address; None when none or several."""
        found = accounts.by_email(self._connection, email)
        return self._known(found[0]) if len(found) == 1 else None

    def account_by_code(self, code: str) -> KnownAccount | None:
        """Return the account with this code."""
        found = accounts.by_code(self._connection, code)
        return self._known(found) if found else None

    def accounts_by_domain(self, domain: str) -> Sequence[KnownAccount]:
        """Return the accounts with an address in this domain."""
        return [
            self._known(one) for one in accounts.by_domain(self._connection, domain)
        ]

    def accounts_by_name(self, name: str) -> Sequence[KnownAccount]:
        """Return the accounts whose name stands in `name`, or nearly, best first."""
        words = [word.upper() for word in words_of_name(name).split()]
        found = accounts.sharing_a_word(self._connection, words)
        return called_so(name, [self._known(one) for one in found])

    def items_of(self, account_code: str) -> Sequence[KnownItem]:
        """Return what is open on an account, and what was settled lately."""
        if account_code not in self._items:
            self._items[account_code] = self._load(account_code)
        return self._items[account_code]

    def _load(self, account_code: str) -> list[KnownItem]:
        account = accounts.by_code(self._connection, account_code)
        if account is None:
            return []
        settled = items.settled_since(
            self._connection,
            account.id,
            since=self._today - timedelta(days=_SETTLED_DAYS),
        )
        opens = items.of_account(self._connection, account.id)
        return [self._item(one, account.code) for one in (*opens, *settled)]

    def items_by_keys(self, keys: Sequence[str]) -> Sequence[KnownItem]:
        """Return open items of the whole ledger with these reference keys."""
        found = items.by_piece_keys(self._connection, keys)
        ids = [one.account_id for one in found]
        codes = accounts.names(self._connection, ids)
        return [self._item(one, codes[one.account_id][0]) for one in found]

    def _item(self, item: OpenItem, code: str) -> KnownItem:
        """Return one and the same object for an entry, whichever way it is found."""
        known = self._by_entry.get(item.entry_id)
        if known is None:
            known = self._by_entry[item.entry_id] = KnownItem(
                piece=item.piece,
                account_code=code,
                open_minor=item.open.minor if item.is_debit else -item.open.minor,
                currency=item.open.currency,
                dated_on=item.dated_on,
                due_on=item.due_on,
            )
        return known

    def _known(self, account: Account) -> KnownAccount:
        return KnownAccount(
            code=account.code,
            name=account.name,
            emails=tuple(contact.email for contact in account.contacts),
            aliases=account.aliases,
            country=_country(account, self._country),
            language=account.language,
        )


def _country(account: Account, default: str) -> str:
    prefix = account.vat[:2].upper()
    return {"EL": "GR", "XI": "GB"}.get(prefix, prefix) if prefix.isalpha() else default
