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
from collector_bot.flows.importing import AccountBook, ImportSummary, day_of_text
from collector_bot.store import entries as entry_rows
from collector_bot.store import journal
from collector_bot.store.accounts import Draft
from collector_bot.store.entries import EntryImport, NewEntry
from collector_bot.store.imported_letterings import (
    ImportedLettering,
    Origin,
    keep_imported,
)
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
    settled as far as debits and credits go.

    Raises:
        InputFileError: the file is refused whole; nothing is written.
    """
    summary = ImportSummary(path.name, dry_run=dry_run)
    defaults = {"currency": desk.currency, "language": desk.language}
    book = AccountBook(defaults=defaults, terms=desk.terms, dry_run=dry_run)
    entries = EntryImport(source="fec", file_name=path.name, at=desk.now())
    lettered: dict[tuple[str, str], ImportedLettering] = {}
    opened = desk.database.reading if dry_run else desk.database.writing
    with opened() as connection:
        wait_for(connection, Turn.IMPORT)
        summary.note_other_sources(entry_rows.other_sources(connection, "fec"))
        for batch in read_fec(path, currency=desk.currency, progress=progress):
            if isinstance(batch, InputFileError):
                summary.say(batch)
                continue
            summary.read += len(batch)
            _learn(connection, book, batch)
            kept_lines = _without_known_opening(connection, book, batch)
            summary.opening_left_out += len(batch) - len(kept_lines)
            kept = entries.keep(
                connection, [_new_entry(line, book) for line in kept_lines], dry=dry_run
            )
            summary.added += kept.added
            summary.same += kept.same
            summary.report_changed(kept.changed)
            _collect(lettered, kept_lines, ids=kept.ids, book=book)
        summary.accounts_added = book.added
        summary.read += summary.refused
        if dry_run:
            summary.letterings = len(lettered)
            return summary
        entries.finish(connection)
        origin = Origin(f"fec:{_year(path, lettered)}", by, desk.now())
        summary.letterings = keep_imported(
            connection, list(lettered.values()), origin=origin
        )
        journal.record(
            connection,
            journal.Act(
                by,
                "fec.imported",
                f"file:{path.name}",
                {"added": summary.added, "letterings": summary.letterings},
            ),
            at=desk.now(),
        )
    return summary


def _learn(connection: Connection, book: AccountBook, batch: Sequence[FecLine]) -> None:
    drafts: dict[str, Draft] = {}
    for line in batch:
        if line.account not in drafts:
            drafts[line.account] = Draft(
                code=line.account,
                name=line.account_name,
                side=AccountSide(line.side_of_account),
                defaults=book.defaults,
            )
    book.learn(connection, drafts)


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
        book.due_day(line.account, dated) if owes else 0,
        line.amount_minor,
        line.currency,
        line.label,
        f"fec|{line.posted_on[:4]}|{line.journal}|{line.entry_number}|{line.account}",
        line.line,
    )


def _collect(
    lettered: dict[tuple[str, str], ImportedLettering],
    lines: Sequence[FecLine],
    *,
    ids: dict[int, int],
    book: AccountBook,
) -> None:
    for line in lines:
        if not line.lettering:
            continue
        key = (line.account, line.lettering)
        if key not in lettered:
            lettered[key] = ImportedLettering(
                book.id_of(line.account), line.lettering, line.currency
            )
        one = lettered[key]
        entry_id = ids.get(line.line)
        if entry_id is not None:
            one.entry_ids.append(entry_id)
        day = day_of_text(line.lettered_on or line.posted_on)
        one.lettered_day = max(one.lettered_day, day)
        one.year = max(one.year, int(line.posted_on[:4]))


def _year(path: Path, lettered: dict[tuple[str, str], ImportedLettering]) -> str:
    """Return the year the file closes: codes begin anew with each."""
    closing = _CLOSING.search(path.stem)
    if closing:
        return closing.group(1)
    return str(max((one.year for one in lettered.values()), default=0))
