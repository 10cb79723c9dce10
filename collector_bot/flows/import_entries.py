"""Entries come in from a delimited file, batch by batch."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from collector_bot.core.errors import InputFileError
from collector_bot.core.ledger import Kind, Side
from collector_bot.files.entries import EntryLine, read_entries
from collector_bot.flows.desk import Desk
from collector_bot.flows.import_sources import OtherSource
from collector_bot.flows.importing import AccountBook, ImportSummary, day_of_text
from collector_bot.store.accounts import Draft
from collector_bot.store.entries import EntryImport
from collector_bot.store.entry_lines import NewEntry
from collector_bot.store.turns import Turn, wait_for


def import_entries(
    desk: Desk,
    path: Path,
    *,
    by: str,
    dry_run: bool = False,
    progress: Callable[[int], None] | None = None,
) -> ImportSummary:
    """Add what is new of a file of entries, in one transaction.

    The same file twice changes nothing; a later one adds what is new; a line that
    changed is reported and not overwritten. A line without a piece is known by its
    side, date and amount. A refused row stops no other. Accounts nobody knows are added
    under their code, without a contact.

    Raises:
        InputFileError: the file is refused whole; nothing is written.
    """
    summary = ImportSummary(path.name, desk.language, dry_run=dry_run)
    book = AccountBook(desk, by=by, dry_run=dry_run)
    entries = EntryImport(source="entries", file_name=path.name, at=desk.now())
    lines = read_entries(path, default_currency=desk.currency, progress=progress)
    opened = desk.database.reading if dry_run else desk.database.writing
    with opened() as connection:
        wait_for(connection, Turn.IMPORT)
        other = OtherSource(connection, "entries")
        for batch in lines:
            if isinstance(batch, InputFileError):
                summary.say(batch)
                continue
            summary.read += len(batch)
            codes = dict.fromkeys(line.account for line in batch)
            book.learn(
                connection, [Draft(one, defaults=book.defaults) for one in codes]
            )
            kept = entries.keep(connection, _new_entries(batch, book), dry=dry_run)
            summary.added += kept.added
            summary.same += kept.same
            summary.report_changed(kept.changed)
            summary.report_bank(kept)
            other.watch(connection, kept.accounts)
        other.tell(connection, summary)
        summary.accounts_added = book.added
        summary.read += summary.refused
        if not dry_run:
            entries.finish(connection)
            facts = {"added": summary.added, "changed": summary.changed_count}
            entries.tell(connection, by=by, facts=facts)
    return summary


def _new_entries(batch: Sequence[EntryLine], book: AccountBook) -> list[NewEntry]:
    """Return entries with their account's id and, where not given, their due date."""
    invoice, debit = Kind.INVOICE.value, Side.DEBIT.value
    new: list[NewEntry] = []
    id_of, due_day = book.id_of, book.due_day
    for (
        account,
        side,
        kind,
        piece,
        dated_on,
        due_on,
        amount_minor,
        currency,
        label,
        line,
    ) in batch:
        dated = day_of_text(dated_on)
        if due_on:
            due = day_of_text(due_on)
        elif side == debit or kind == invoice:
            due = due_day(account, dated)
        else:
            due = 0
        new.append(
            NewEntry(
                id_of(account),
                side,
                kind,
                piece,
                dated,
                due,
                amount_minor,
                currency,
                label,
                f"csv|{account}|{kind}|{piece}"
                if piece
                else f"csv|{account}|{kind}||{side}|{dated}|{amount_minor}|{currency}",
                line,
            )
        )
    return new
