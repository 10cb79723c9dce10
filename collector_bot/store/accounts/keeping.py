"""Accounts as files describe them: added, completed, never emptied."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from collector_bot.core.ledger import (
    AccountSide,
    ContactRole,
)
from collector_bot.store.accounts.finding import ids_and_terms
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
_PLAIN = ("name", "currency", "language", "terms", "siren", "vat", "parent_code")


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
