"""What every import tells, and how rows become entries ready to be kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from sqlalchemy import Connection

from collector_bot.core.entry_words import value_written
from collector_bot.core.errors import InputFileError, InputFileNote, TermsError
from collector_bot.core.field_names import field_name
from collector_bot.core.ledger import AccountSide
from collector_bot.core.terms import Terms, due_on, parse_terms
from collector_bot.core.wording import Both
from collector_bot.flows.desk import Desk
from collector_bot.store import accounts
from collector_bot.store.accounts import Draft, Outcome
from collector_bot.store.entries import Kept
from collector_bot.store.entry_lines import Changed

FAULTS_KEPT = 1000


class ChangedLine(NamedTuple):
    """A known line that says something else now, in the words of the language."""

    line: int
    piece: str
    was: str
    now: str


class ChangedAccount(NamedTuple):
    """A field of a known account that a file changed; `field` as `core.field_names`."""

    line: int
    account: str
    field: str
    was: str
    now: str


@dataclass(slots=True)
class ImportSummary:
    """What one import did, or would do, in sentences of `language`.

    `changed` are lines that are known but say something else now: nothing of them was
    written. `changed_accounts` are fields of known accounts that were. These, `faults`
    and `notes` keep the first thousand; the counts are complete.
    """

    file_name: str
    language: str
    dry_run: bool = False
    read: int = 0
    added: int = 0
    same: int = 0
    changed: list[ChangedLine] = field(default_factory=list)
    changed_count: int = 0
    accounts_added: int = 0
    accounts_changed: int = 0
    changed_accounts: list[ChangedAccount] = field(default_factory=list)
    changed_fields: dict[str, int] = field(default_factory=dict)
    letterings: int = 0
    opening_left_out: int = 0
    left_alone: int = 0
    from_bank: int = 0
    faults: list[str] = field(default_factory=list)
    refused: int = 0
    notes: list[str] = field(default_factory=list)

    def say(self, problem: InputFileError) -> None:
        """Count a refused row, or keep a note that refuses nothing."""
        if isinstance(problem, InputFileNote):
            if len(self.notes) < FAULTS_KEPT:
                self.notes.append(problem.written(self.language))
            return
        self.refused += 1
        if len(self.faults) < FAULTS_KEPT:
            self.faults.append(problem.written(self.language))

    def note(self, what: Both, *, line: int | None = None) -> None:
        """Keep a note about the file; `what` without its full stop."""
        self.say(InputFileNote(what, file=self.file_name, line=line))

    def report_changed(self, changed: tuple[Changed, ...]) -> None:
        """Count lines that say something else now."""
        self.changed_count += len(changed)
        room = max(FAULTS_KEPT - len(self.changed), 0)
        self.changed += [self._line(one) for one in changed[:room]]

    def report_bank(self, kept: Kept) -> None:
        """Note which lines were posted from the bank before, or may have been."""
        self.from_bank += kept.from_bank
        for one in kept.doubtful:
            self.note(
                (
                    f"payment {one.piece or '–'} may be {one.bank_piece}, posted from "
                    "the bank: the same amount on the account within a month. It came "
                    "in; if it is the same one, unletter and reverse one of the two",
                    f"le règlement {one.piece or '–'} est peut-être {one.bank_piece}, "
                    "passé depuis la banque : même montant sur le compte à moins d’un "
                    "mois. Il est importé ; si c’est le même, délettrez et annulez "
                    "l’un des deux",
                ),
                line=one.line,
            )

    def report_account(
        self, account: str, outcome: Outcome, *, lines: Sequence[int]
    ) -> None:
        """Count what a file changed of one known account.

        Args:
            lines: of the drafts the changes have their places among.
        """
        self.accounts_changed += bool(outcome.changes)
        for place, name, was, now in outcome.changes:
            self.changed_fields[name] = self.changed_fields.get(name, 0) + 1
            if len(self.changed_accounts) < FAULTS_KEPT:
                told = ChangedAccount(lines[place], account, name, was, now)
                self.changed_accounts.append(told)

    def changes_for_journal(self) -> dict[str, object]:
        """Return which fields of how many accounts changed, and of which accounts.

        Values are left to the file: the journal carries no personal data.
        """
        named: dict[str, list[str]] = {}
        for one in self.changed_accounts:
            named.setdefault(one.account, []).append(one.field)
        return {"fields": self.changed_fields, "accounts": named} if named else {}

    def _line(self, one: Changed) -> ChangedLine:
        was, now = (
            ", ".join(
                f"{field_name(each.field, self.language)} "
                f"{value_written(each.field, value, self.language)}"
                for each in one.differences
                for value in [each.was if before else each.now]
            )
            for before in (True, False)
        )
        return ChangedLine(one.line, one.piece, was, now)


def side_note(account: str, side_is: AccountSide) -> Both:
    """Return what is said of a known account that a file puts on the other side."""
    if side_is is AccountSide.CUSTOMER:
        return (
            f"account {account} is a customer's here and a supplier's in the file; it"
            " stays a customer's",
            f"le compte {account} est ici celui d’un client, dans le fichier celui d’un"
            " fournisseur ; il reste celui d’un client",
        )
    return (
        f"account {account} is a supplier's here and a customer's in the file; it stays"
        " a supplier's",
        f"le compte {account} est ici celui d’un fournisseur, dans le fichier celui"
        " d’un client ; il reste celui d’un fournisseur",
    )


class AccountBook:
    """Ids and terms of the accounts a file speaks of; unknown ones are added."""

    def __init__(self, desk: Desk, *, by: str, dry_run: bool) -> None:
        self._defaults = {"currency": desk.currency, "language": desk.language}
        self._terms = parse_terms(desk.terms)
        self._by, self._at = by, desk.now()
        self._dry = dry_run
        self._ids: dict[str, int] = {}
        self._due: dict[str, Terms] = {}
        self._fresh: set[str] = set()

    def learn(
        self, connection: Connection, drafts: Sequence[Draft]
    ) -> Iterable[tuple[Draft, Outcome]]:
        """Look accounts up, add those nobody knows, and compare the names given.

        Returns:
            What became of the accounts that were known before the file. The changes
            have their places among `drafts` where all of these have names.
        """
        wanted = [one.code for one in drafts if one.code not in self._ids]
        known = accounts.ids_and_terms(connection, wanted)
        fresh = {code for code in wanted if code not in known}
        asked = [one for one in drafts if one.name or one.code in fresh]
        outcomes = accounts.keep(
            connection, asked, by=self._by, at=self._at, dry=self._dry
        )
        if fresh and not self._dry:
            known |= accounts.ids_and_terms(connection, fresh)
        self._fresh |= fresh
        for code in dict.fromkeys(wanted):
            one, terms = known.get(code, (-len(self._ids) - 1, ""))
            self._ids[code] = one
            self._due[code] = _terms(terms) or self._terms
        return [
            (draft, outcome)
            for draft, outcome in zip(asked, outcomes, strict=True)
            if draft.code not in self._fresh
        ]

    @property
    def added(self) -> int:
        """How many accounts the file added, or would add."""
        return len(self._fresh)

    def id_of(self, code: str) -> int:
        """Return the id of an account that was learnt."""
        return self._ids[code]

    def due_day(self, code: str, dated_day: int) -> int:
        """Return when an invoice of this account falls due, as an ordinal."""
        return _due_day(dated_day, self._due[code])

    @property
    def defaults(self) -> dict[str, str]:
        """What an account gets that its file does not name."""
        return self._defaults


@lru_cache(maxsize=4096)
def _terms(text: str) -> Terms | None:
    if not text:
        return None
    try:
        return parse_terms(text)
    except TermsError:
        return None


@lru_cache(maxsize=65536)
def _due_day(dated_day: int, terms: Terms) -> int:
    return due_on(date.fromordinal(dated_day), terms).toordinal()


@lru_cache(maxsize=65536)
def day_of_text(text: str) -> int:
    """Return the ordinal of an ISO date, 0 for none."""
    return date.fromisoformat(text).toordinal() if text else 0
