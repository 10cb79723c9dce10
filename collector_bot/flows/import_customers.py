"""Customers come in from a file: new ones added, known ones completed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from collector_bot.core.errors import InputFileError
from collector_bot.files.customers import CustomerRow, read_customers
from collector_bot.flows.desk import Desk
from collector_bot.flows.importing import ImportSummary
from collector_bot.store import accounts, journal
from collector_bot.store.accounts import Draft
from collector_bot.store.turns import Turn, wait_for


def import_customers(
    desk: Desk,
    path: Path,
    *,
    by: str,
    dry_run: bool = False,
    progress: Callable[[int], None] | None = None,
) -> ImportSummary:
    """Add and complete accounts; the same file again changes nothing.

    A refused row stops no other. Contacts named by the file replace those known;
    everything else only completes.

    Raises:
        InputFileError: the file is refused whole; nothing is written.
    """
    summary = ImportSummary(path.name, dry_run=dry_run)
    rows: list[CustomerRow] = []
    for row in read_customers(path, progress=progress):
        if isinstance(row, InputFileError):
            summary.say(row)
        else:
            rows.append(row)
            for warning in row.warnings:
                summary.say(warning)
    summary.read = len(rows) + summary.refused
    defaults = {"currency": desk.currency, "language": desk.language}
    opened = desk.database.reading if dry_run else desk.database.writing
    with opened() as connection:
        wait_for(connection, Turn.IMPORT)
        if dry_run:
            known = accounts.ids_and_terms(connection, [row.account for row in rows])
            summary.accounts_added = len({row.account for row in rows} - known.keys())
            summary.same = len(rows) - summary.accounts_added
            return summary
        became = accounts.keep_all(connection, [_draft(row, defaults) for row in rows])
        summary.accounts_added = became.count("new")
        summary.accounts_changed = became.count("changed")
        summary.same = became.count("same")
        journal.record(
            connection,
            journal.Act(
                by,
                "customers.imported",
                f"file:{path.name}",
                {"added": summary.accounts_added, "changed": summary.accounts_changed},
            ),
            at=desk.now(),
        )
    return summary


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
