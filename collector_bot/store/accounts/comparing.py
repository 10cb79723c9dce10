"""What a file says of a known account, compared with what is known of it."""

from __future__ import annotations

from collections.abc import Iterable

from collector_bot.core.ledger import AccountSide, ContactRole
from collector_bot.store.accounts.drafts import (
    PLAIN,
    RANKS,
    FieldChange,
    Outcome,
    Wanted,
)
from collector_bot.store.accounts.knowing import KnownAccount

_FIELDS = {"parent_code": "parent"}

NewContact = tuple[str, str, str, int]
"""Address, role, language and position in its role."""


class Completion:
    """What is wanted of an account that is known, compared with what is known."""

    def __init__(self, wanted: Wanted, known: KnownAccount) -> None:
        self.wanted, self.known = wanted, known
        self.changes: list[FieldChange] = []
        self.plain = {name: getattr(known.row, name) for name in PLAIN}
        self._compare_plain()
        self.aliases = self._new_names()
        self.ibans = self._new_ibans()
        self.contacts = self._all_contacts()
        self.has_new_contacts = self.contacts != [one[:4] for one in known.contacts]
        if self.has_new_contacts:
            self._compare_contacts()

    def outcome(self) -> Outcome:
        """Return what becomes of the account."""
        side = self.wanted.side
        known = AccountSide(self.known.row.side)
        other = known if side and side is not known else None
        became = "changed" if self.changes else "same"
        return Outcome(became, tuple(self.changes), other)

    def _compare_plain(self) -> None:
        behind = self.wanted.draft.stands_behind
        for name, (value, place) in self.wanted.plain.items():
            was = self.plain[name]
            named_already = name == "name" and was != self.known.row.code
            if value == was or (behind and named_already):
                continue
            self.plain[name] = value
            self._note(_FIELDS.get(name, name), [was], [value], place=place)

    def _new_names(self) -> list[tuple[str, str]]:
        """Return key and spelling of the other names that are not known yet."""
        wanted = self.wanted.names_beside(self.plain["name"])
        new = {key: one for key, one in wanted.items() if key not in self.known.aliases}
        if new:
            was = list(self.known.aliases.values())
            now = [*was, *(name for name, _ in new.values())]
            self._note("aliases", was, now, place=next(iter(new.values()))[1])
        return [(key, name) for key, (name, _) in new.items()]

    def _new_ibans(self) -> list[str]:
        """Return the bank accounts that are not known yet."""
        was, wanted = self.known.ibans, self.wanted.ibans
        new = [iban for iban in wanted if iban not in was]
        if new:
            self._note("iban", was, [*was, *new], place=wanted[new[0]])
        return new

    def _all_contacts(self) -> list[NewContact]:
        """Return all contacts as they are afterwards, by role and position.

        Those of a role the file names are replaced; an address known in a firmer role
        that it does not name stays there.
        """
        before, after = self.known.row.language, self.plain["language"]
        wanted = self.wanted
        held = {}
        for email, role, *_ in self.known.contacts:
            firm = ContactRole(role)
            named = wanted.contacts.get(email)
            if named and firm not in wanted.roles and RANKS[firm] < RANKS[named[0]]:
                held[email] = firm
        kept = [
            (email, role, after if language == before else language, position)
            for email, role, language, position, _ in self.known.contacts
            if email in held or (email not in wanted.contacts
                                 and ContactRole(role) not in wanted.roles)
        ]  # fmt: skip
        new = wanted.contacts_in(after, held=held)
        return sorted([*kept, *new], key=lambda one: (one[1], one[3]))

    def _compare_contacts(self) -> None:
        """Note which addresses of which role change, or else their languages."""
        told = False
        for role in RANKS:
            was, now = (
                [one[0] for one in some if one[1] == role]
                for some in (self.known.contacts, self.contacts)
            )
            if was != now:
                place = self.wanted.roles.get(role, self.wanted.place)
                self._note(f"{role}_email", was, now, place=place)
                told = True
        if not told and self.plain["language"] == self.known.row.language:
            was, now = (
                [one[2] for one in some]
                for some in (self.known.contacts, self.contacts)
            )
            if was != now:
                self._note("language", was, now, place=self.wanted.place)

    def _note(
        self, name: str, was: Iterable[str], now: Iterable[str], *, place: int
    ) -> None:
        told = (", ".join(dict.fromkeys(one)) for one in (was, now))
        self.changes.append(FieldChange(place, name, *told))
