"""What is known of many accounts at once, to be compared with what a file says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, select

from collector_bot.store.tables import (
    AccountRow,
    AliasRow,
    ContactRow,
    IbanRow,
    table,
)

_ACCOUNT, _ALIAS = table(AccountRow), table(AliasRow)
_CONTACT, _IBAN = table(ContactRow), table(IbanRow)

KnownContact = tuple[str, str, str, int, datetime | None]
"""Address, role, language, position in its role, and when mail to it came back."""


@dataclass(slots=True)
class KnownAccount:
    """An account's row with all that hangs on it, contacts by role and position."""

    row: Row[Any]
    contacts: list[KnownContact] = field(default_factory=list)
    ibans: list[str] = field(default_factory=list)
    aliases: dict[str, str] = field(default_factory=dict)  # key -> spelling

    def bounced_at(self, email: str) -> datetime | None:
        """Return when mail to an address came back; None when it did not."""
        return next((one[4] for one in self.contacts if one[0] == email), None)


def known_accounts(
    connection: Connection, codes: Sequence[str]
) -> dict[str, KnownAccount]:
    """Return those of some thousand accounts that exist, by code, in four reads."""
    rows = connection.execute(select(_ACCOUNT).where(_ACCOUNT.c.code.in_(codes))).all()
    if not rows:
        return {}
    known = {row.id: KnownAccount(row) for row in rows}
    ids = list(known)
    for account_id, *contact in connection.execute(
        select(
            _CONTACT.c.account_id,
            _CONTACT.c.email,
            _CONTACT.c.role,
            _CONTACT.c.language,
            _CONTACT.c.position,
            _CONTACT.c.bounced_at,
        )
        .where(_CONTACT.c.account_id.in_(ids))
        .order_by(_CONTACT.c.account_id, _CONTACT.c.role, _CONTACT.c.position)
    ):
        email, role, language, position, bounced_at = contact
        known[account_id].contacts.append((email, role, language, position, bounced_at))
    for account_id, iban in connection.execute(
        select(_IBAN.c.account_id, _IBAN.c.iban)
        .where(_IBAN.c.account_id.in_(ids))
        .order_by(_IBAN.c.iban)
    ):
        known[account_id].ibans.append(iban)
    for account_id, key, name in connection.execute(
        select(_ALIAS.c.account_id, _ALIAS.c.name_key, _ALIAS.c.name)
        .where(_ALIAS.c.account_id.in_(ids))
        .order_by(_ALIAS.c.name)
    ):
        known[account_id].aliases[key] = name
    return {one.row.code: one for one in known.values()}
