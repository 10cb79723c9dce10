"""`dun`: one run of the procedure, for real or only shown.

`dun --dry-run --json` prints one object a letter, then one a skip; together they hold
every overdue debit once:

    {"kind": "step", "account", "name", "currency", "level": its name,
     "items": all pieces the letter asks for, "amount": their sum,
     "net": what is asked for after open credits, "needs_approval"}
    {"kind": "skip", "account", "name", "currency", "items", "amount": their sum,
     "reason": "promised", "disputed", "held", "account_held", "match_pending",
               "awaiting_approval", "in_flight", "unread_mail", "too_soon", "not_yet",
               "covered_by_credits", "below_minimum", "no_contact", "ladder_done" or
               "failed"}

`dun --json` prints one object:

    {"kind": "run", "id", "date", "letters", "waiting": of them for approval,
     "skipped_items", "failures": [{"account", "reason"}]}
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from collector_bot.answers.plan import PlannedSkip, PlannedStep, told_skips, told_steps
from collector_bot.answers.run import RunDetail, run_detail
from collector_bot.cli import DONE, REFUSED
from collector_bot.cli.aging import left_out
from collector_bot.cli.call import Call, tongue_of
from collector_bot.cli.paper import (
    ROWS_MAX,
    cell,
    complain,
    figures,
    fixed,
    say,
    table,
    tell,
    words,
)
from collector_bot.flows.desk import SHELL
from collector_bot.flows.run_dunning import RunOutcome, decide_run, run_dunning
from collector_bot.slack.cards.tongue import Tongue
from collector_bot.slack.cards.words import skip_words

_PIECES = 12


def dun(call: Call) -> int:
    """Run the procedure, or show what it would do."""
    return _shown(call) if call.given.dry_run else _run(call)


def _shown(call: Call) -> int:
    with call.reading() as (desk, connection, tongue):
        day = call.given.as_of or desk.today()
        steps, skips = decide_run(desk, connection, today=day)
        letters = told_steps(connection, steps)
        alone = told_skips(connection, skips)
        if call.given.json:
            for step in letters:
                tell(step_json(step))
            for skip in alone:
                tell(skip_json(skip))
            return DONE
        _print_plan(list(letters), list(alone), tongue, day=day)
    return DONE


def step_json(step: PlannedStep) -> dict[str, Any]:
    """Return one letter of a plan, in the shape this module documents."""
    return {
        "kind": "step",
        "account": step.code,
        "name": step.name,
        "currency": step.due.currency,
        "level": step.level.name,
        "items": list(step.pieces),
        "amount": step.due.decimal,
        "net": step.net.decimal,
        "needs_approval": step.needs_approval,
    }


def skip_json(skip: PlannedSkip) -> dict[str, Any]:
    """Return one skip of a plan, in the shape this module documents."""
    return {
        "kind": "skip",
        "account": skip.code,
        "name": skip.name,
        "currency": skip.overdue.currency,
        "items": list(skip.pieces),
        "amount": skip.overdue.decimal,
        "reason": skip.reason.value,
    }


def _print_plan(
    steps: Sequence[PlannedStep],
    skips: Sequence[PlannedSkip],
    tongue: Tongue,
    *,
    day: date,
) -> None:
    words_of_day = tongue("Plan for", "Prévision du")
    say(f"{words_of_day} {tongue.day(day)}{tongue.colon} {_count(steps, tongue)}")
    if steps:
        say()
        _print_steps(steps, tongue)
    if skips:
        say()
        say(tongue("Left alone", "Laissés en paix"))
        say()
        _print_skips(skips, tongue)


def _count(steps: Sequence[PlannedStep], tongue: Tongue) -> str:
    letters = tongue.count(len(steps), "letter/letters", "lettre/lettres")
    waiting = sum(step.needs_approval for step in steps)
    return letters + _to_approve(waiting, tongue)


def _to_approve(waiting: int, tongue: Tongue) -> str:
    if not waiting:
        return ""
    return tongue(f", {waiting} to approve", f", dont {waiting} à approuver")


def _print_steps(steps: Sequence[PlannedStep], tongue: Tongue) -> None:
    columns = [
        words(tongue("Who", "Qui")),
        fixed(tongue("Level", "Niveau")),
        words(tongue("Items", "Pièces")),
        figures(tongue("Amount", "Montant")),
    ]
    approval = tongue("to approve", "à approuver")

    def row(step: PlannedStep) -> Sequence[str]:
        level = cell(tongue.level(step.level.name), 40)
        return (
            _who(step.code, step.name),
            f"{level}\n({approval})" if step.needs_approval else level,
            _named(step.pieces, tongue),
            tongue.money(step.due),
        )

    left_out(table(columns, map(row, steps)) - ROWS_MAX, tongue)


def _print_skips(skips: Sequence[PlannedSkip], tongue: Tongue) -> None:
    columns = [
        words(tongue("Who", "Qui")),
        words(tongue("Why", "Pourquoi")),
        words(tongue("Items", "Pièces")),
        figures(tongue("Overdue", "Échu")),
    ]

    def row(skip: PlannedSkip) -> Sequence[str]:
        return (
            _who(skip.code, skip.name),
            skip_words(skip.reason, tongue),
            _named(skip.pieces, tongue),
            tongue.money(skip.overdue),
        )

    left_out(table(columns, map(row, skips)) - ROWS_MAX, tongue)


def _who(code: str, name: str) -> str:
    return cell(code) if name == code else f"{cell(name, 60)} ({cell(code)})"


def _named(pieces: Sequence[str], tongue: Tongue) -> str:
    more = f" … ({len(pieces)})" if len(pieces) > _PIECES else ""
    shown = (cell(tongue.piece(piece), 60) for piece in pieces[:_PIECES])
    return ", ".join(shown) + more


def _run(call: Call) -> int:
    with call.desk() as desk:
        tongue = tongue_of(desk)
        outcome = run_dunning(desk, by=SHELL)
        with desk.database.reading() as connection:
            detail = run_detail(connection, outcome.run_id or 0)
    if call.given.json:
        tell(run_json(outcome))
    else:
        _print_run(outcome, detail, tongue)
    for one in outcome.failures:
        complain(f"{cell(one.account_code)}{tongue.colon} {cell(one.reason, 500)}")
    return REFUSED if outcome.failures else DONE


def run_json(outcome: RunOutcome) -> dict[str, Any]:
    """Return what a run did, in the shape this module documents."""
    return {
        "kind": "run",
        "id": outcome.run_id,
        "date": outcome.business_on.isoformat(),
        "letters": outcome.steps,
        "waiting": outcome.waiting,
        "skipped_items": sum(len(skip.entry_ids) for skip in outcome.skips),
        "failures": [
            {"account": one.account_code, "reason": one.reason}
            for one in outcome.failures
        ],
    }


def _print_run(outcome: RunOutcome, detail: RunDetail | None, tongue: Tongue) -> None:
    letters = tongue.count(outcome.steps, "letter/letters", "lettre/lettres")
    letters += _to_approve(outcome.waiting, tongue)
    title = tongue("Dunning of", "Relances du")
    say(f"{title} {tongue.day(outcome.business_on)}{tongue.colon} {letters}")
    if detail is None or not detail.run.skips:
        return
    say()
    columns = [
        words(tongue("Left alone", "Laissés en paix")),
        figures(tongue("Customers", "Clients")),
        figures(tongue("Overdue", "Échu")),
    ]
    table(
        columns,
        (
            (
                skip_words(one.reason, tongue),
                str(one.customers),
                tongue.money(one.overdue),
            )
            for one in detail.run.skips
        ),
    )
