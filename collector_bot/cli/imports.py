"""`import customers`, `entries`, `fec`, `bank`: what accountants hand over.

`import … --json` prints one object:

    {"file", "kind", "dry_run", "read": rows, "added": entries or bank lines, "same",
     "changed", "refused", "accounts_added", "accounts_changed", "letterings",
     "opening_left_out", "left_alone": lines no customer paid, of `bank` alone,
     "changed_lines": [{"line", "piece", "was", "now"}], at most 1000,
     "changed_accounts": [{"line", "account", "field", "was", "now"}], at most 1000,
     "faults": sentences, at most 1000, "notes": sentences, at most 1000}

A changed line is known and says something else now: it is reported, not overwritten;
its `was` and `now` are words in the company's language, as all sentences are. A changed
account is known and was given something newer: it is reported with what it had, each
field by a name that is the same in every language, its values as they are kept. The
exit code is 1 when a row was refused; the others are in.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Protocol

from collector_bot.cli import DONE, REFUSED
from collector_bot.cli.call import Call, tongue_of
from collector_bot.cli.paper import (
    Progress,
    bar,
    cell,
    complain,
    figures,
    say,
    table,
    tell,
    words,
)
from collector_bot.core.entry_words import value_written
from collector_bot.core.field_names import field_name
from collector_bot.flows.desk import SHELL, Desk
from collector_bot.flows.import_bank import import_bank
from collector_bot.flows.import_customers import import_customers
from collector_bot.flows.import_entries import import_entries
from collector_bot.flows.import_fec import import_fec
from collector_bot.flows.importing import ImportSummary
from collector_bot.slack.cards.tongue import Tongue

LARGE_BYTES = 2_000_000
FAULTS_SHOWN = 50


class Import(Protocol):
    """A flow that takes a file in."""

    def __call__(
        self,
        desk: Desk,
        path: Path,
        *,
        by: str,
        dry_run: bool = False,
        progress: Progress | None = None,
    ) -> ImportSummary:
        """Take the file in, or only check it."""
        ...


_FLOWS: dict[str, Import] = {
    "customers": import_customers,
    "entries": import_entries,
    "fec": import_fec,
    "bank": import_bank,
}


def import_file(call: Call) -> int:
    """Take a file in and say what came of it."""
    given = call.given
    path = Path(given.file)
    size = path.stat().st_size if path.is_file() else 0
    with call.desk() as desk, bar(size if size >= LARGE_BYTES else 0) as progress:
        tongue = tongue_of(desk)
        summary = _FLOWS[given.kind](
            desk, path, by=SHELL, dry_run=given.dry_run, progress=progress
        )
    if given.json:
        tell(summary_json(summary, given.kind))
    else:
        _print(summary, given.kind, tongue)
    _print_faults(summary, tongue)
    return REFUSED if summary.refused else DONE


def summary_json(summary: ImportSummary, kind: str) -> dict[str, Any]:
    """Return what an import did, in the shape this module documents."""
    return {
        "file": summary.file_name,
        "kind": kind,
        "dry_run": summary.dry_run,
        "read": summary.read,
        "added": summary.added,
        "same": summary.same,
        "changed": summary.changed_count,
        "refused": summary.refused,
        "accounts_added": summary.accounts_added,
        "accounts_changed": summary.accounts_changed,
        "letterings": summary.letterings,
        "opening_left_out": summary.opening_left_out,
        **({"left_alone": summary.left_alone} if kind == "bank" else {}),
        "changed_lines": [one._asdict() for one in summary.changed],
        "changed_accounts": [one._asdict() for one in summary.changed_accounts],
        "faults": summary.faults,
        "notes": summary.notes,
    }


def _print(summary: ImportSummary, kind: str, tongue: Tongue) -> None:
    title = cell(summary.file_name)
    if summary.dry_run:
        checked = tongue("checked only, nothing written", "vérifié, rien n’est écrit")
        title += f" – {checked}"
    say(title)
    say()
    rows = [row for row in _counts(summary, kind, tongue) if row[1] or row[2]]
    columns = [
        words(tongue("What", "Quoi")),
        figures(tongue("How many", "Combien")),
    ]
    table(columns, ((name, _number(count, tongue)) for name, count, _ in rows))
    _print_changed(summary, tongue)
    _print_accounts(summary, tongue)
    for note in summary.notes[:FAULTS_SHOWN]:
        say(f"{tongue('Note', 'Remarque')}{tongue.colon} {cell(note, 500)}")
    _rest(len(summary.notes) - FAULTS_SHOWN, tongue)


def _counts(
    summary: ImportSummary, kind: str, tongue: Tongue
) -> Iterator[tuple[str, int, bool]]:
    """Yield what is counted: its name, its number, and whether zero is shown too."""
    of_entries = kind in {"entries", "fec"}
    yield tongue("Rows read", "Lignes lues"), summary.read, True
    if kind == "bank":
        waiting = summary.added - summary.left_alone
        yield tongue("Waiting to be lettered", "En attente de lettrage"), waiting, True
        yield (
            tongue("Nothing of a customer's", "Sans rapport avec un client"),
            summary.left_alone,
            False,
        )
    else:
        yield tongue("New entries", "Nouvelles écritures"), summary.added, of_entries
    yield (
        tongue("New accounts", "Nouveaux comptes"),
        summary.accounts_added,
        kind == "customers",
    )
    yield (
        tongue("Accounts changed", "Comptes modifiés"),
        summary.accounts_changed,
        False,
    )
    yield tongue("Known already", "Déjà connues"), summary.same, True
    yield (
        tongue("Posted from the bank before", "Déjà passées depuis la banque"),
        summary.from_bank,
        False,
    )
    yield tongue("Letterings", "Lettrages"), summary.letterings, False
    yield (
        tongue("Opening lines left out", "Lignes d’à-nouveau écartées"),
        summary.opening_left_out,
        False,
    )
    yield (
        tongue("Changed, not overwritten", "Modifiées, non écrasées"),
        summary.changed_count,
        False,
    )
    yield tongue("Refused", "Refusées"), summary.refused, True


def _number(count: int, tongue: Tongue) -> str:
    return f"{count:,}".replace(",", tongue(",", "\u202f"))


def _print_changed(summary: ImportSummary, tongue: Tongue) -> None:
    for one in summary.changed[:FAULTS_SHOWN]:
        where = f"{cell(summary.file_name)}:{one.line}"
        piece, was, now = cell(one.piece), cell(one.was), cell(one.now)
        say(tongue(
            f"{where}: {piece} says {now}, it was {was}: not overwritten.",
            f"{where} : {piece} dit {now}, c’était {was} : rien n’est écrasé.",
        ))  # fmt: skip
    _rest(summary.changed_count - FAULTS_SHOWN, tongue)


def _print_accounts(summary: ImportSummary, tongue: Tongue) -> None:
    """Print what the file changed of known accounts, each field with what it was."""
    for one in summary.changed_accounts[:FAULTS_SHOWN]:
        where = f"{cell(summary.file_name)}:{one.line}{tongue.colon}"
        was, now = (
            cell(value_written(one.field, value, tongue.language))
            for value in (one.was, one.now)
        )
        named = f"{field_name(one.field, tongue.language)}{tongue.colon}"
        say(f"{where} {cell(one.account)}, {named} {was} → {now}")
    _rest(sum(summary.changed_fields.values()) - FAULTS_SHOWN, tongue)


def _print_faults(summary: ImportSummary, tongue: Tongue) -> None:
    for fault in summary.faults[:FAULTS_SHOWN]:
        complain(cell(fault, 500))
    if summary.refused > FAULTS_SHOWN:
        rest = summary.refused - FAULTS_SHOWN
        more = ("more refused row/more refused rows",
                "autre ligne refusée/autres lignes refusées")  # fmt: skip
        complain(f"… {tongue.count(rest, *more)}")


def _rest(count: int, tongue: Tongue) -> None:
    if count > 0:
        say(f"… {tongue.count(count, 'more/more', 'autre/autres')}")
