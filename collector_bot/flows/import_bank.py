"""Movements of our bank accounts come in, and wait to be lettered."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from collector_bot.core.bank import BankStatement
from collector_bot.core.errors import InputFileError, InputFileNote
from collector_bot.files.bank import read_bank
from collector_bot.flows.desk import Desk
from collector_bot.flows.importing import ImportSummary
from collector_bot.store import bank, journal
from collector_bot.store.turns import Turn, wait_for


def import_bank(
    desk: Desk,
    path: Path,
    *,
    by: str,
    dry_run: bool = False,
    progress: Callable[[int], None] | None = None,
) -> ImportSummary:
    """Keep the movements of a bank file that are not known yet, in one transaction.

    The same file twice changes nothing, nor does the same movement in another file of
    the bank. Where opening and movements do not make the closing, that is said of the
    statement. What no customer paid is kept and left alone.

    Raises:
        InputFileError: the file is refused whole; nothing is written.
    """
    summary = ImportSummary(path.name, desk.language, dry_run=dry_run)
    found = read_bank(
        path,
        layout=desk.bank_layout,
        default_currency=desk.currency,
        progress=progress,
    )
    opened = desk.database.reading if dry_run else desk.database.writing
    with opened() as connection:
        wait_for(connection, Turn.IMPORT)
        for one in found:
            if isinstance(one, InputFileError):
                summary.say(one)
                continue
            _say_gap(summary, one)
            kept = bank.keep_statement(
                connection, one, file_name=path.name, at=desk.now(), dry=dry_run
            )
            summary.read += len(one.lines)
            summary.added += len(kept.new)
            summary.same += kept.same
            summary.left_alone += kept.left_alone
        summary.read += summary.refused
        if not dry_run:
            act = journal.Act(
                by,
                "bank.imported",
                f"file:{path.name}",
                {"added": summary.added, "left_alone": summary.left_alone},
            )
            journal.record(connection, act, at=desk.now())
    return summary


def _say_gap(summary: ImportSummary, statement: BankStatement) -> None:
    """Say it when a statement does not add up; its movements are kept all the same."""
    gap = statement.gap
    if gap is None or not gap.minor:
        return
    name = statement.number or statement.account or "?"
    summary.say(
        InputFileNote(
            (
                f"statement {name}: opening and movements make {gap.written('en')} "
                "more than the closing balance",
                f"relevé {name} : l’ouverture et les mouvements font "
                f"{gap.written('fr')} de plus que le solde de clôture",
            ),
            file=summary.file_name,
            hint=(
                "Movements are missing or double: ask the bank for the whole statement",
                "Des mouvements manquent ou sont en double : demandez à la banque le "
                "relevé entier",
            ),
        )
    )
