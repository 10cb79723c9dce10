"""Accounts as files describe them, several rows of one account taken together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple

from collector_bot.core.ledger import AccountSide, ContactRole
from collector_bot.store.accounts.spelling import name_key

PLAIN = ("name", "currency", "language", "terms", "siren", "vat", "parent_code")
# The firmest role an address has is the one it is kept in.
RANKS = {role: rank for rank, role in enumerate(ContactRole)}


@dataclass(frozen=True, slots=True)
class Draft:
    """An account as a file describes it; empty fields leave what is known.

    `emails` are contacts of `role`. A name that `stands_behind` is only another name of
    an account that has one. `side` is None where the file does not say.
    """

    code: str
    name: str = ""
    side: AccountSide | None = None
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
    stands_behind: bool = False
    defaults: Mapping[str, str] = field(default_factory=dict)


class FieldChange(NamedTuple):
    """What a draft changes of a known account; texts, "" for nothing.

    `place` is the draft's place in what was given; `field` a key of `core.field_names`.
    """

    place: int
    field: str
    was: str
    now: str


class Outcome(NamedTuple):
    """What became of an account: "new", "changed" or "same".

    `side_is` is the side of a known account where the file says the other one: a side
    is never changed.
    """

    became: str
    changes: tuple[FieldChange, ...] = ()
    side_is: AccountSide | None = None


class Wanted:
    """What all drafts of one account say together."""

    def __init__(self, draft: Draft, place: int) -> None:
        self.draft, self.place = draft, place
        self.plain: dict[str, tuple[str, int]] = {}
        self.side: AccountSide | None = None
        # Address -> its role, the language its draft names, and where.
        self.contacts: dict[str, tuple[ContactRole, str, int]] = {}
        self.roles: dict[ContactRole, int] = {}
        self.ibans: dict[str, int] = {}
        self.aliases: dict[str, tuple[str, int]] = {}
        self.other_names: dict[str, tuple[str, int]] = {}

    def add(self, draft: Draft, place: int) -> None:
        """Take one more draft of the account in."""
        for name in PLAIN:
            value = getattr(draft, name)
            if value and name not in self.plain:
                self.plain[name] = value, place
        self.side = self.side or draft.side
        if draft.emails:
            self.roles.setdefault(draft.role, place)
        for email in draft.emails:
            known = self.contacts.get(email)
            if known is None or RANKS[draft.role] < RANKS[known[0]]:
                self.contacts.pop(email, None)
                self.contacts[email] = draft.role, draft.language, place
        for iban in draft.ibans:
            self.ibans.setdefault(iban, place)
        for alias in draft.aliases:
            self.aliases.setdefault(name_key(alias), (alias, place))
        if draft.stands_behind and draft.name:
            self.other_names.setdefault(name_key(draft.name), (draft.name, place))

    def contacts_in(
        self, language: str, *, held: Mapping[str, ContactRole] = MappingProxyType({})
    ) -> list[tuple[str, str, str, int]]:
        """Return address, role, language and position in its role of each contact.

        Args:
            language: of contacts whose draft names none.
            held: addresses left out here, being kept in a firmer role.
        """
        places = dict.fromkeys(RANKS, 0)
        found = []
        for email, (role, own, _) in self.contacts.items():
            if email not in held:
                found.append((email, role.value, own or language, places[role]))
                places[role] += 1
        return found

    def names_beside(self, name: str) -> dict[str, tuple[str, int]]:
        """Return the other names of an account called `name`, by key, and where."""
        if not self.other_names:
            return self.aliases
        own = {name_key(name), name_key(self.draft.code)}
        behind = {key: one for key, one in self.other_names.items() if key not in own}
        return self.aliases | behind

    def values(self) -> dict[str, str]:
        """Return the columns of a new account."""
        values = dict.fromkeys(PLAIN, "") | dict(self.draft.defaults)
        values |= {name: value for name, (value, _) in self.plain.items()}
        values["name"] = values["name"] or self.draft.code
        side = self.side or AccountSide.CUSTOMER
        key = name_key(values["name"])
        return {"code": self.draft.code, "side": side.value, "name_key": key, **values}
