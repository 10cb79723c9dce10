"""What every import tells, and how rows become entries ready to be kept."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from sqlalchemy import Connection

from collector_bot.core.errors import InputFileError, InputFileNote, TermsError
from collector_bot.core.terms import Terms, due_on, parse_terms
from collector_bot.store import accounts
from collector_bot.store.accounts import Draft
from collector_bot.store.entries import Changed

FAULTS_KEPT = 1000


@dataclass(slots=True)
class ImportSummary:
    """What one import did, or would do.

    `changed` are lines that are known but say something else now: nothing of them was
    written. `faults` and `notes` keep the first thousand; the counts are complete.
    """

    file_name: str
    dry_run: bool = False
    read: int = 0
    added: int = 0
    same: int = 0
    changed: list[Changed] = field(default_factory=list)
    changed_count: int = 0
    accounts_added: int = 0
    accounts_changed: int = 0
    letterings: int = 0
    opening_left_out: int = 0
    left_alone: int = 0
    faults: list[str] = field(default_factory=list)
    refused: int = 0
    notes: list[str] = field(default_factory=list)

    def say(self, problem: InputFileError) -> None:
        """Count a refused row, or keep a note that refuses nothing."""
        if isinstance(problem, InputFileNote):
            if len(self.notes) < FAULTS_KEPT:
                self.notes.append(str(problem))
            return
        self.refused += 1
        if len(self.faults) < FAULTS_KEPT:
            self.faults.append(str(problem))

    def note_other_sources(self, others: list[str]) -> None:
        """Warn when the ledger was fed from another kind of file: lines may double."""
        for other in others:
            known = "a FEC" if other == "fec" else "files of entries"
            self.notes.append(
                f"{self.file_name}: this ledger already has entries from {known}; the "
                "same lines from another kind of file are other lines to it and count "
                "twice. Keep to one kind of file a ledger."
            )

    def report_changed(self, changed: tuple[Changed, ...]) -> None:
        """Count lines that say something else now."""
        self.changed_count += len(changed)
        room = FAULTS_KEPT - len(self.changed)
        self.changed += changed[: max(room, 0)]


class AccountBook:
    """Ids and terms of the accounts a file speaks of; unknown ones are added."""

    def __init__(self, *, defaults: dict[str, str], terms: str, dry_run: bool) -> None:
        self._defaults = defaults
        self._terms = parse_terms(terms)
        self._dry = dry_run
        self._ids: dict[str, int] = {}
        self._due: dict[str, Terms] = {}
        self.added = 0

    def learn(self, connection: Connection, drafts: dict[str, Draft]) -> None:
        """Look accounts up, and add those nobody knows."""
        wanted = [code for code in drafts if code not in self._ids]
        if not wanted:
            return
        known = accounts.ids_and_terms(connection, wanted)
        fresh = dict.fromkeys(code for code in wanted if code not in known)
        if fresh and not self._dry:
            accounts.keep_all(connection, [drafts[code] for code in fresh])
            known |= accounts.ids_and_terms(connection, fresh)
        for code in wanted:
            self.added += code in fresh
            one, terms = known.get(code, (-self.added, ""))
            self._ids[code] = one
            self._due[code] = _terms(terms) or self._terms

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
