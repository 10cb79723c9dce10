"""Accounts by code, address, or something like their name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Row, func, or_, select

from collector_bot.core.ledger import (
    Account,
    AccountId,
    AccountSide,
    Contact,
    ContactRole,
)
from collector_bot.store.tables import (
    AccountRow,
    AliasRow,
    ContactRow,
    IbanRow,
    table,
)

_WORD_MIN, _WORDS_MAX = 4, 8
_ACCOUNT, _ALIAS = table(AccountRow), table(AliasRow)
_CONTACT, _IBAN = table(ContactRow), table(IbanRow)
_BY_ROLE = [_CONTACT.c.role != one for one in ("dunning", "billing")]


def ids_and_terms(
    connection: Connection, codes: Iterable[str]
) -> dict[str, tuple[int, str]]:
    """Return id and terms of each account among `codes` that exists."""
    wanted = list(codes)
    found: dict[str, tuple[int, str]] = {}
    for start in range(0, len(wanted), 5000):
        rows = connection.execute(
            select(_ACCOUNT.c.code, _ACCOUNT.c.id, _ACCOUNT.c.terms).where(
                _ACCOUNT.c.code.in_(wanted[start : start + 5000])
            )
        )
        found.update((code, (one, terms)) for code, one, terms in rows)
    return found


def by_code(connection: Connection, code: str) -> Account | None:
    """Return one account with its contacts, aliases and IBANs; None if unknown."""
    row = connection.execute(
        select(_ACCOUNT).where(func.upper(_ACCOUNT.c.code) == code.strip().upper())
    ).first()
    return _account(connection, row) if row else None


def by_id(connection: Connection, account_id: AccountId) -> Account:
    """Return the account with this id.

    Raises:
        ValueError: there is none; ids come from the store, so that is a bug.
    """
    row = connection.execute(
        select(_ACCOUNT).where(_ACCOUNT.c.id == account_id)
    ).first()
    if row is None:
        msg = f"no account has id {account_id}"
        raise ValueError(msg)
    return _account(connection, row)


def by_email(connection: Connection, email: str) -> list[Account]:
    """Return the accounts that have this very address."""
    rows = connection.execute(
        select(_ACCOUNT)
        .join(_CONTACT, _CONTACT.c.account_id == _ACCOUNT.c.id)
        .where(_CONTACT.c.email == email)
        .order_by(_ACCOUNT.c.code)
    ).all()
    return [_account(connection, row) for row in rows]


def by_domain(connection: Connection, domain: str) -> list[Account]:
    """Return the accounts with an address in this domain, at most 50."""
    rows = connection.execute(
        select(_ACCOUNT)
        .where(
            _ACCOUNT.c.id.in_(
                select(_CONTACT.c.account_id).where(_CONTACT.c.domain == domain)
            )
        )
        .order_by(_ACCOUNT.c.code)
        .limit(50)
    ).all()
    return [_account(connection, row) for row in rows]


def sharing_a_word(
    connection: Connection, words: Sequence[str], *, limit: int = 200
) -> list[Account]:
    """Return accounts with a name or alias that has one of these words, by code.

    Args:
        words: as `name_key` writes them; short ones are in too many names.
    """
    patterns = [f"%{word}%" for word in words if len(word) >= _WORD_MIN][:_WORDS_MAX]
    if not patterns:
        return []
    alias_of = select(_ALIAS.c.account_id).where(
        or_(*(_ALIAS.c.name_key.like(pattern) for pattern in patterns))
    )
    rows = connection.execute(
        select(_ACCOUNT)
        .where(
            or_(
                *(_ACCOUNT.c.name_key.like(pattern) for pattern in patterns),
                _ACCOUNT.c.id.in_(alias_of),
            )
        )
        .order_by(_ACCOUNT.c.code)
        .limit(limit)
    ).all()
    return [_account(connection, row) for row in rows]


def names(connection: Connection, ids: Sequence[int]) -> dict[int, tuple[str, str]]:
    """Return code and name of each account, for lists."""
    found: dict[int, tuple[str, str]] = {}
    for start in range(0, len(ids), 5000):
        rows = connection.execute(
            select(_ACCOUNT.c.id, _ACCOUNT.c.code, _ACCOUNT.c.name).where(
                _ACCOUNT.c.id.in_(ids[start : start + 5000])
            )
        )
        found.update((row.id, (row.code, row.name)) for row in rows)
    return found


def suppliers_among(connection: Connection, ids: Sequence[int]) -> set[int]:
    """Return those of some accounts that are suppliers'."""
    found: set[int] = set()
    for start in range(0, len(ids), 5000):
        found.update(
            connection.scalars(
                select(_ACCOUNT.c.id).where(
                    _ACCOUNT.c.id.in_(ids[start : start + 5000]),
                    _ACCOUNT.c.side == AccountSide.SUPPLIER.value,
                )
            )
        )
    return found


def _account(connection: Connection, row: Row[Any]) -> Account:
    contacts = connection.execute(
        select(_CONTACT)
        .where(_CONTACT.c.account_id == row.id, _CONTACT.c.bounced_at.is_(None))
        .order_by(*_BY_ROLE, _CONTACT.c.position)
    )
    aliases = connection.scalars(
        select(_ALIAS.c.name)
        .where(_ALIAS.c.account_id == row.id)
        .order_by(_ALIAS.c.name)
    )
    ibans = connection.scalars(
        select(_IBAN.c.iban).where(_IBAN.c.account_id == row.id).order_by(_IBAN.c.iban)
    )
    return Account(
        id=AccountId(row.id),
        code=row.code,
        name=row.name,
        side=AccountSide(row.side),
        currency=row.currency,
        language=row.language,
        terms=row.terms,
        siren=row.siren,
        vat=row.vat,
        parent_code=row.parent_code,
        aliases=tuple(aliases),
        contacts=tuple(
            Contact(one.email, one.language, ContactRole(one.role)) for one in contacts
        ),
        ibans=tuple(ibans),
    )
