"""Accounts are added, completed, never emptied; and it is said what changed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, update

from collector_bot.store import journal
from collector_bot.store.accounts.comparing import Completion, NewContact
from collector_bot.store.accounts.drafts import PLAIN, Draft, Outcome, Wanted
from collector_bot.store.accounts.finding import ids_and_terms
from collector_bot.store.accounts.knowing import known_accounts
from collector_bot.store.accounts.spelling import name_key
from collector_bot.store.seals import Sealed, SealKind
from collector_bot.store.tables import (
    AccountRow,
    AliasRow,
    ContactRow,
    IbanRow,
    table,
)

_ACCOUNT, _ALIAS = table(AccountRow), table(AliasRow)
_CONTACT, _IBAN = table(ContactRow), table(IbanRow)
_TOGETHER = 1000
_UPDATE = (
    update(_ACCOUNT)
    .where(_ACCOUNT.c.id == bindparam("account"))
    .values({name: bindparam(name) for name in (*PLAIN, "name_key")})
)


def keep(
    connection: Connection,
    drafts: Sequence[Draft],
    *,
    by: str,
    at: datetime,
    dry: bool = False,
) -> list[Outcome]:
    """Add or complete accounts, many at a time; a dry run only says what it would do.

    Drafts of one code are one account: of each field the first that fills it counts,
    their contacts, IBANs and other names add up. Contacts a file names replace those
    known in the same role; everything else only completes or, where it differs,
    changes what is known.

    Returns:
        One outcome for each draft; an account's stands with its first draft.
    """
    wanted: dict[str, Wanted] = {}
    for place, draft in enumerate(drafts):
        if draft.code not in wanted:
            wanted[draft.code] = Wanted(draft, place)
        wanted[draft.code].add(draft, place)
    outcomes = [Outcome("same")] * len(drafts)
    everybody = list(wanted.values())
    for start in range(0, len(everybody), _TOGETHER):
        some = everybody[start : start + _TOGETHER]
        known = known_accounts(connection, [one.draft.code for one in some])
        fresh = [one for one in some if one.draft.code not in known]
        completions = [
            Completion(one, known[one.draft.code])
            for one in some
            if one.draft.code in known
        ]
        if not dry:
            touched = _add_together(connection, fresh)
            touched += _write(connection, [one for one in completions if one.changes])
            if touched:
                _tell(connection, touched, by=by, at=at)
        for one in fresh:
            outcomes[one.place] = Outcome("new")
        for each in completions:
            outcomes[each.wanted.place] = each.outcome()
    return outcomes


def _tell(
    connection: Connection, account_ids: Sequence[int], *, by: str, at: datetime
) -> None:
    facts = {"accounts": len(account_ids)}
    act = journal.Act(by, "contacts.kept", "accounts", facts)
    sealed = Sealed(SealKind.CONTACTS, account_ids)
    journal.record(connection, act, at=at, sealed=sealed)


def _add_together(connection: Connection, fresh: Sequence[Wanted]) -> list[int]:
    """Add new accounts; return those that have contacts."""
    if not fresh:
        return []
    new = [one.values() for one in fresh]
    connection.execute(insert(_ACCOUNT), new)
    ids = ids_and_terms(connection, [one.draft.code for one in fresh])
    contacts: list[dict[str, Any]] = []
    ibans: list[dict[str, Any]] = []
    aliases: list[dict[str, Any]] = []
    for one, values in zip(fresh, new, strict=True):
        account_id = ids[one.draft.code][0]
        contacts += [
            _contact(account_id, contact)
            for contact in one.contacts_in(values["language"])
        ]
        ibans += [{"account_id": account_id, "iban": iban} for iban in one.ibans]
        aliases += [
            {"account_id": account_id, "name_key": key, "name": name}
            for key, (name, _) in one.names_beside(values["name"]).items()
        ]
    _insert(connection, contacts=contacts, ibans=ibans, aliases=aliases)
    return list({contact["account_id"]: None for contact in contacts})


def _write(connection: Connection, completions: Sequence[Completion]) -> list[int]:
    """Write what changes, each kind of row in one go; return who has new contacts."""
    if not completions:
        return []
    connection.execute(
        _UPDATE,
        [
            {"account": one.known.row.id, "name_key": name_key(one.plain["name"])}
            | one.plain
            for one in completions
        ],
    )
    moved = [one for one in completions if one.has_new_contacts]
    if moved:
        connection.execute(
            delete(_CONTACT).where(
                _CONTACT.c.account_id.in_([one.known.row.id for one in moved])
            )
        )
    contacts = [
        _contact(one.known.row.id, contact, bounced_at=one.known.bounced_at(contact[0]))
        for one in moved
        for contact in one.contacts
    ]
    ibans = [
        {"account_id": one.known.row.id, "iban": iban}
        for one in completions
        for iban in one.ibans
    ]
    aliases = [
        {"account_id": one.known.row.id, "name_key": key, "name": name}
        for one in completions
        for key, name in one.aliases
    ]
    _insert(connection, contacts=contacts, ibans=ibans, aliases=aliases)
    return [one.known.row.id for one in moved]


def _insert(
    connection: Connection,
    *,
    contacts: Sequence[dict[str, Any]],
    ibans: Sequence[dict[str, Any]],
    aliases: Sequence[dict[str, Any]],
) -> None:
    for rows, values in ((_CONTACT, contacts), (_IBAN, ibans), (_ALIAS, aliases)):
        if values:
            connection.execute(insert(rows), values)


def _contact(
    account_id: int, contact: NewContact, *, bounced_at: Any = None
) -> dict[str, Any]:
    email, role, language, position = contact
    return {
        "account_id": account_id,
        "email": email,
        "domain": email.rpartition("@")[2],
        "language": language,
        "role": role,
        "position": position,
        "bounced_at": bounced_at,
    }


def mark_bounced(connection: Connection, email: str, *, at: datetime) -> list[int]:
    """Note that mail to this address comes back; return the accounts it concerns."""
    hit = connection.scalars(
        update(_CONTACT)
        .where(_CONTACT.c.email == email, _CONTACT.c.bounced_at.is_(None))
        .values(bounced_at=at)
        .returning(_CONTACT.c.account_id)
    ).all()
    for account_id in hit:
        journal.record_change(
            connection,
            SealKind.CONTACTS,
            account_id,
            action="contact.bounced",
            by="collector",
            at=at,
        )
    return [int(one) for one in hit]
