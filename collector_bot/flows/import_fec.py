"""Customers' and suppliers' entries come in from the French legal file (FEC)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path

from sqlalchemy import Connection

from collector_bot.core.errors import InputFileError
from collector_bot.core.ledger import AccountSide, Kind, Side
from collector_bot.files.fec import read_fec
from collector_bot.files.journal import FecLine
from collector_bot.flows.desk import Desk
from collector_bot.flows.import_codes import ImportedCodes
from collector_bot.flows.import_sources import OtherSource
from collector_bot.flows.importing import (
    AccountBook,
    ImportSummary,
    day_of_text,
    side_note,
)
from collector_bot.store import entries as entry_rows
from collector_bot.store.accounts import Draft
from collector_bot.store.entries import EntryImport
from collector_bot.store.entry_lines import NewEntry
from collector_bot.store.imported_letterings import Origin
from collector_bot.store.turns import Turn, wait_for

_CLOSING = re.compile(r"FEC(\d{4})\d{4}", re.IGNORECASE)


def import_fec(
    desk: Desk,
    path: Path,
    *,
    by: str,
    dry_run: bool = False,
    progress: Callable[[int], None] | None = None,
) -> ImportSummary:
    """Add what is new of a FEC, with the letterings it has, in one transaction.

    Opening lines are left out on accounts whose earlier year is in the ledger: they
    only repeat it. A group lettered in capitals counts as settled as the books have
    it, also where its other half is in another year's file; a lower-case one is
    settled as far as debits and credits go. A line owed in another currency is kept in
    that one.

    Raises:
        InputFileError: the file is refused whole; nothing is written.
    """
    summary = ImportSummary(path.name, desk.language, dry_run=dry_run)
    book = AccountBook(desk, by=by, dry_run=dry_run)
    entries = EntryImport(source="fec", file_name=path.name, at=desk.now())
    names = _Names(book, summary)
    lettered = ImportedCodes(book, summary)
    opened = desk.database.reading if dry_run else desk.database.writing
    with opened() as connection:
        wait_for(connection, Turn.IMPORT)
        other = OtherSource(connection, "fec")
        for batch in read_fec(path, currency=desk.currency, progress=progress):
            if isinstance(batch, InputFileError):
                summary.say(batch)
                continue
            summary.read += len(batch)
            names.learn(connection, batch)
            kept_lines = _without_known_opening(connection, book, batch)
            summary.opening_left_out += len(batch) - len(kept_lines)
            kept = entries.keep(
                connection, [_new_entry(line, book) for line in kept_lines], dry=dry_run
            )
            summary.added += kept.added
            summary.same += kept.same
            summary.report_changed(kept.changed)
            summary.report_bank(kept)
            other.watch(connection, kept.accounts)
            lettered.collect(kept_lines, ids=kept.ids)
        other.tell(connection, summary)
        lettered.note_mixed()
        summary.accounts_added = book.added
        summary.read += summary.refused
        if dry_run:
            summary.letterings = lettered.count
            return summary
        entries.finish(connection)
        origin = Origin(f"fec:{_year(path, lettered)}", by, desk.now())
        summary.letterings = lettered.keep(
            connection, origin=origin, books=desk.currency
        )
        facts: dict[str, object] = {
            "added": summary.added,
            "letterings": summary.letterings,
        }
        facts |= summary.changes_for_journal()
        entries.tell(connection, by=by, facts=facts)
    return summary


class _Names:
    """The names a FEC gives accounts: those of new ones, other names of known ones.

    A file of customers says what a customer is called; what the books call them is one
    more name they are known by.
    """

    def __init__(self, book: AccountBook, summary: ImportSummary) -> None:
        self._book, self._summary = book, summary
        self._met: set[tuple[str, str, str]] = set()

    def learn(self, connection: Connection, batch: Sequence[FecLine]) -> None:
        """Add accounts nobody knows, and report what is new of the others."""
        drafts: list[Draft] = []
        lines: list[int] = []
        for line in batch:
            met = line.account, line.account_name, line.side_of_account
            if met in self._met:
                continue
            self._met.add(met)
            lines.append(line.line)
            drafts.append(
                Draft(
                    code=line.account,
                    name=line.account_name,
                    side=AccountSide(line.side_of_account),
                    stands_behind=True,
                    defaults=self._book.defaults,
                )
            )
        for draft, outcome in self._book.learn(connection, drafts):
            self._summary.report_account(draft.code, outcome, lines=lines)
            if outcome.side_is:
                self._summary.note(side_note(draft.code, outcome.side_is))


def _without_known_opening(
    connection: Connection, book: AccountBook, batch: Sequence[FecLine]
) -> list[FecLine]:
    opening = {book.id_of(line.account) for line in batch if line.is_opening}
    if not opening:
        return list(batch)
    first = min(day_of_text(line.posted_on) for line in batch if line.is_opening)
    known = entry_rows.with_entries_before(connection, opening, day=first)
    return [
        line
        for line in batch
        if not (line.is_opening and book.id_of(line.account) in known)
    ]


def _new_entry(line: FecLine, book: AccountBook) -> NewEntry:
    dated = day_of_text(line.dated_on)
    owes = line.side == Side.DEBIT or line.kind == Kind.INVOICE
    return NewEntry(
        book.id_of(line.account),
        line.side,
        line.kind,
        line.piece,
        dated,
        book.due_day(line.account, dated) if owes and not line.is_exchange else 0,
        line.amount_minor,
        line.currency,
        line.label,
        f"fec|{line.posted_on[:4]}|{line.journal}|{line.entry_number}|{line.account}",
        line.line,
    )


def _year(path: Path, lettered: ImportedCodes) -> str:
    """Return the year the file closes: codes begin anew with each."""
    closing = _CLOSING.search(path.stem)
    return closing.group(1) if closing else str(lettered.last_year)
