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
from collector_bot.store.accounts.spelling import name_key
from collector_bot.store.tables import (
    AccountRow,
    AliasRow,
    ContactRow,
    IbanRow,
    table,
)

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


def like_name(connection: Connection, words: str, *, limit: int = 3) -> list[Account]:
    """Return the accounts whose code or name contains `words`, by code."""
    key = name_key(words)
    if not key:
        return []
    pattern = f"%{key}%"
    alias_of = select(_ALIAS.c.account_id).where(_ALIAS.c.name_key.like(pattern))
    rows = connection.execute(
        select(_ACCOUNT)
        .where(
            or_(
                _ACCOUNT.c.name_key.like(pattern),
                func.upper(_ACCOUNT.c.code).like(pattern.replace(" ", "_")),
                _ACCOUNT.c.id.in_(alias_of),
            )
        )
        .order_by(_ACCOUNT.c.code)
        .limit(limit)
    ).all()
    return [_account(connection, row) for row in rows]


def nearest(connection: Connection, words: str, *, limit: int = 3) -> list[Account]:
    """Return the accounts whose name or code is nearest to a misspelt one."""
    from rapidfuzz import fuzz, process

    key = name_key(words)
    names: dict[tuple[int, int], str] = {}
    rows = connection.execute(
        select(_ACCOUNT.c.id, _ACCOUNT.c.name_key, _ACCOUNT.c.code)
    )
    for account_id, name, code in rows:
        names[account_id, 0] = name
        names[account_id, 1] = code.upper()
    best: dict[int, float] = {}
    for _, score, (account_id, _kind) in process.extract(
        key, names, scorer=fuzz.WRatio, limit=limit * 4, score_cutoff=55
    ):
        best[account_id] = max(best.get(account_id, 0), score)
    ranked = sorted(best, key=lambda one: (-best[one], one))[:limit]
    return [by_id(connection, AccountId(one)) for one in ranked]


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
