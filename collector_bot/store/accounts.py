"""Accounts: kept, found by code, address or something like their name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, or_, select, update

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

_ACCOUNT, _ALIAS = table(AccountRow), table(AliasRow)
_CONTACT, _IBAN = table(ContactRow), table(IbanRow)
_NOT_ALNUM = re.compile(r"[^A-Z0-9]+")


def name_key(name: str) -> str:
    """Return `name` as names are compared: no accents, capitals, single spaces.

    Example:
        >>> name_key("Société  Générale-Béton")
        'SOCIETE GENERALE BETON'
    """
    plain = unicodedata.normalize("NFKD", name)
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return _NOT_ALNUM.sub(" ", plain.upper()).strip()


@dataclass(frozen=True, slots=True)
class Draft:
    """An account as a file describes it; empty fields leave what is known."""

    code: str
    name: str = ""
    side: AccountSide = AccountSide.CUSTOMER
    currency: str = ""
    language: str = ""
    terms: str = ""
    siren: str = ""
    vat: str = ""
    parent_code: str = ""
    emails: tuple[str, ...] = ()
    ibans: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    role: ContactRole = ContactRole.DUNNING
    defaults: Mapping[str, str] = field(default_factory=dict)


_PLAIN = ("name", "currency", "language", "terms", "siren", "vat", "parent_code")


def keep(connection: Connection, draft: Draft) -> str:
    """Add or complete one account; return "new", "changed" or "same"."""
    known = connection.execute(
        select(_ACCOUNT).where(_ACCOUNT.c.code == draft.code)
    ).first()
    if known is None:
        account_id = _add(connection, draft)
        _add_details(connection, account_id, draft)
        return "new"
    changes = {
        name: getattr(draft, name)
        for name in _PLAIN
        if getattr(draft, name) and getattr(draft, name) != getattr(known, name)
    }
    if "name" in changes:
        changes["name_key"] = name_key(changes["name"])
    if changes:
        connection.execute(
            update(_ACCOUNT).where(_ACCOUNT.c.id == known.id).values(**changes)
        )
    added = _add_details(connection, known.id, draft)
    return "changed" if changes or added else "same"


def keep_all(connection: Connection, drafts: Sequence[Draft]) -> list[str]:
    """Add or complete accounts, in order; new ones go in together.

    Returns:
        "new", "changed" or "same" for each draft.
    """
    known = ids_and_terms(connection, [draft.code for draft in drafts])
    fresh: dict[str, Draft] = {}
    again: list[int] = []
    became = ["new"] * len(drafts)
    for place, draft in enumerate(drafts):
        if draft.code in known or draft.code in fresh:
            again.append(place)
        else:
            fresh[draft.code] = draft
    _add_together(connection, list(fresh.values()))
    for place in again:
        became[place] = keep(connection, drafts[place])
    return became


def _add_together(connection: Connection, drafts: Sequence[Draft]) -> None:
    if not drafts:
        return
    connection.execute(insert(_ACCOUNT), [_values(draft) for draft in drafts])
    ids = ids_and_terms(connection, [draft.code for draft in drafts])
    contacts: list[dict[str, Any]] = []
    ibans: list[dict[str, Any]] = []
    aliases: list[dict[str, Any]] = []
    for draft in drafts:
        one = ids[draft.code][0]
        language = draft.language or draft.defaults.get("language", "")
        contacts += [
            _contact(one, draft, email, position=place, language=language)
            for place, email in enumerate(dict.fromkeys(draft.emails))
        ]
        ibans += [{"account_id": one, "iban": iban} for iban in set(draft.ibans)]
        aliases += [
            {"account_id": one, "name_key": key, "name": alias}
            for key, alias in {name_key(a): a for a in draft.aliases}.items()
        ]
    for rows, values in ((_CONTACT, contacts), (_IBAN, ibans), (_ALIAS, aliases)):
        if values:
            connection.execute(insert(rows), values)


def _values(draft: Draft) -> dict[str, str]:
    values = {name: getattr(draft, name) for name in _PLAIN}
    for name, value in draft.defaults.items():
        values[name] = values[name] or value
    values["name"] = values["name"] or draft.code
    return {
        "code": draft.code,
        "side": draft.side.value,
        "name_key": name_key(values["name"]),
        **values,
    }


def _contact(
    account_id: int, draft: Draft, email: str, *, position: int, language: str
) -> dict[str, Any]:
    return {
        "account_id": account_id,
        "email": email,
        "domain": email.rpartition("@")[2],
        "language": language,
        "role": draft.role.value,
        "position": position,
    }


def _add(connection: Connection, draft: Draft) -> int:
    made = connection.execute(
        insert(_ACCOUNT).values(**_values(draft)).returning(_ACCOUNT.c.id)
    )
    return int(made.scalar_one())


def _add_details(connection: Connection, account_id: int, draft: Draft) -> bool:
    """Replace contacts when the file names any; add IBANs and aliases."""
    language = draft.language or str(
        connection.scalar(
            select(_ACCOUNT.c.language).where(_ACCOUNT.c.id == account_id)
        )
    )
    changed = _replace_contacts(connection, account_id, draft, language=language)
    for rows, column, values in (
        (_IBAN, "iban", {iban: {} for iban in draft.ibans}),
        (_ALIAS, "name_key", {name_key(a): {"name": a} for a in draft.aliases}),
    ):
        have = set(
            connection.scalars(
                select(rows.c[column]).where(rows.c.account_id == account_id)
            )
        )
        new = [
            {"account_id": account_id, column: key, **extra}
            for key, extra in values.items()
            if key not in have
        ]
        if new:
            connection.execute(insert(rows), new)
            changed = True
    return changed


def _replace_contacts(
    connection: Connection, account_id: int, draft: Draft, *, language: str
) -> bool:
    """Replace the contacts of the draft's role by those it names, if it names any."""
    if not draft.emails:
        return False
    rows = connection.execute(
        select(_CONTACT)
        .where(_CONTACT.c.account_id == account_id)
        .order_by(_CONTACT.c.position)
    ).all()
    others = {row.email for row in rows if row.role != draft.role}
    have = [row for row in rows if row.role == draft.role]
    wanted = [one for one in dict.fromkeys(draft.emails) if one not in others]
    if [row.email for row in have] == wanted and all(
        row.language == language for row in have
    ):
        return False
    bounced = {row.email: row.bounced_at for row in have}
    connection.execute(
        delete(_CONTACT).where(
            _CONTACT.c.account_id == account_id, _CONTACT.c.role == draft.role.value
        )
    )
    if wanted:
        connection.execute(
            insert(_CONTACT),
            [
                _contact(account_id, draft, email, position=place, language=language)
                | {"bounced_at": bounced.get(email)}
                for place, email in enumerate(wanted)
            ],
        )
    return True


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


def mark_bounced(connection: Connection, email: str, *, at: Any) -> list[int]:
    """Note that mail to this address comes back; return the accounts it concerns."""
    hit = connection.scalars(
        select(_CONTACT.c.account_id).where(
            _CONTACT.c.email == email, _CONTACT.c.bounced_at.is_(None)
        )
    ).all()
    connection.execute(
        update(_CONTACT).where(_CONTACT.c.email == email).values(bounced_at=at)
    )
    return [int(one) for one in hit]


def _account(connection: Connection, row: Row[Any]) -> Account:
    contacts = connection.execute(
        select(_CONTACT)
        .where(_CONTACT.c.account_id == row.id, _CONTACT.c.bounced_at.is_(None))
        .order_by(_CONTACT.c.position)
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
