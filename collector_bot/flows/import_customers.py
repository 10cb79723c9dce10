"""Customers come in from a file: new ones added, known ones completed and changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from sqlalchemy import Connection

from collector_bot.core.errors import InputFileError
from collector_bot.files.customer_rows import Rows, read_accounts
from collector_bot.files.customers import CustomerRow
from collector_bot.flows.desk import Desk
from collector_bot.flows.importing import ImportSummary, side_note
from collector_bot.store import accounts, journal
from collector_bot.store.accounts import Draft
from collector_bot.store.turns import Turn, wait_for

_TOGETHER = 1000


def import_customers(
    desk: Desk,
    path: Path,
    *,
    by: str,
    dry_run: bool = False,
    progress: Callable[[int], None] | None = None,
) -> ImportSummary:
    """Add and complete accounts, in one transaction; the same file again does nothing.

    A refused row stops no other. What the file says of a known account is newer than
    what is known: it is taken, and every field that changed is reported with what it
    was. Blank cells and columns that are not there change nothing. Contacts a file
    names replace those of the same role.

    Raises:
        InputFileError: the file is refused whole; nothing is written.
    """
    summary = ImportSummary(path.name, desk.language, dry_run=dry_run)
    opened = desk.database.reading if dry_run else desk.database.writing
    batch: list[Rows] = []
    with opened() as connection:
        wait_for(connection, Turn.IMPORT)
        for rows in read_accounts(path, progress=progress):
            if isinstance(rows, InputFileError):
                summary.say(rows)
                continue
            batch.append(rows)
            if len(batch) >= _TOGETHER:
                _keep(connection, batch, summary=summary, desk=desk, by=by)
                batch = []
        _keep(connection, batch, summary=summary, desk=desk, by=by)
        summary.read += summary.refused
        if not dry_run:
            facts = {
                "added": summary.accounts_added,
                "changed": summary.accounts_changed,
            }
            act = journal.Act(
                by,
                "customers.imported",
                f"file:{path.name}",
                facts | summary.changes_for_journal(),
            )
            journal.record(connection, act, at=desk.now())
    return summary


def _keep(
    connection: Connection,
    batch: Sequence[Rows],
    *,
    summary: ImportSummary,
    desk: Desk,
    by: str,
) -> None:
    """Keep some accounts, and say what became of them."""
    defaults = {"currency": desk.currency, "language": desk.language}
    rows = [row for together in batch for row in together]
    summary.read += len(rows)
    for row in rows:
        for warning in row.warnings:
            summary.say(warning)
    lines = [row.line for row in rows]
    drafts = [_draft(row, defaults) for row in rows]
    outcomes = accounts.keep(
        connection, drafts, by=by, at=desk.now(), dry=summary.dry_run
    )
    for row, outcome in zip(rows, outcomes, strict=True):
        if outcome.became == "new":
            summary.accounts_added += 1
        elif outcome.changes:
            summary.report_account(row.account, outcome, lines=lines)
        else:
            summary.same += 1
        if outcome.side_is:
            summary.note(side_note(row.account, outcome.side_is), line=row.line)


def _draft(row: CustomerRow, defaults: dict[str, str]) -> Draft:
    return Draft(
        code=row.account,
        name=row.name,
        side=row.side,
        currency=row.currency,
        language=row.language,
        terms=row.terms,
        siren=row.siren,
        vat=row.vat,
        parent_code=row.parent,
        emails=row.emails,
        ibans=row.ibans,
        aliases=row.aliases,
        role=row.role,
        defaults=defaults,
    )
