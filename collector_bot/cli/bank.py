"""`bank`, `assign`, `learnt`: payments that wait on the bank, whose they are.

`bank --json` prints one object a line that waits to be lettered, oldest first:

    {"id", "date", "amount": below zero for a return, "currency", "bank_ref": the
     bank's or else the payer's, or null,
     "name": of the payer as the bank writes it, "text",
     "account": code of who likely paid, or null, "confidence": 0 to 1,
     "grounds": plain sentences}

`learnt ACCOUNT --json` prints one object a lesson:

    {"account", "kind": "iban", "name" or "habit", "key", "words", "approved",
     "rejected"}
"""

from __future__ import annotations

from typing import Any

from collector_bot.answers.waiting_bank import WaitingLine, waiting_bank_lines
from collector_bot.cli import DONE
from collector_bot.cli.call import Call, tongue_of
from collector_bot.cli.named import account_at
from collector_bot.cli.paper import cell, figures, fixed, say, table, tell, words
from collector_bot.core.matching.habits import LearntKind, Lesson
from collector_bot.core.matching.words import ground_words, habit_words
from collector_bot.core.refusals import UnreadableCommandError
from collector_bot.flows import assign as flow
from collector_bot.flows.desk import SHELL
from collector_bot.flows.learn import forget_learnt
from collector_bot.slack.acts import outcome_of
from collector_bot.slack.cards.tongue import Tongue
from collector_bot.store.bank import BankLineId
from collector_bot.store.learnt import lessons_of


def listed(call: Call) -> int:
    """Print the bank lines that wait."""
    with call.reading() as (_, connection, tongue):
        found = waiting_bank_lines(connection)
    if call.given.json:
        for one in found:
            tell(line_json(one, language=call.language))
        return DONE
    if not found:
        say(tongue("Nothing waits on the bank.", "Rien n’attend en banque."))
        return DONE
    columns = [
        figures(tongue("No.", "N°")),
        fixed(tongue("Date", "Date")),
        words(tongue("Payment", "Règlement")),
        figures(tongue("Amount", "Montant")),
        words(tongue("Likely account", "Compte probable")),
    ]
    table(columns, (_row(one, tongue) for one in found))
    return DONE


def _row(one: WaitingLine, tongue: Tongue) -> tuple[str, ...]:
    line = one.known.line
    told = " ".join(f"{line.name} {line.text}".split())
    sure = tongue.percent(one.known.payer_confidence)
    return (
        str(one.known.id),
        tongue.day(line.booked_on),
        cell(told, 120),
        tongue.money(line.amount),
        f"{cell(one.name, 60)} ({cell(one.code, 40)}), {sure}" if one.code else "?",
    )


def line_json(one: WaitingLine, *, language: str) -> dict[str, Any]:
    """Return one bank line, in the shape this module documents."""
    known = one.known
    return {
        "id": known.id,
        "date": known.line.booked_on.isoformat(),
        "amount": known.line.amount.decimal,
        "currency": known.line.amount.currency,
        "bank_ref": known.line.bank_ref or known.line.end_to_end or None,
        "name": known.line.name,
        "text": known.line.text,
        "account": one.code or None,
        "confidence": round(known.payer_confidence, 4),
        "grounds": [ground_words(reason, language) for reason in known.payer_reasons],
    }


def assign(call: Call) -> int:
    """Give a payment on the bank to an account, or leave it alone."""
    given = call.given
    line_id = BankLineId(given.number)
    with call.desk() as desk:
        tongue = tongue_of(desk)
        if bool(given.account) == bool(given.leave):
            raise UnreadableCommandError(
                usage=tongue(
                    f"assign {given.number} ACCOUNT, or --leave REASON",
                    f"assign {given.number} COMPTE, ou --leave MOTIF",
                )
            )
        if given.leave:
            flow.leave_alone(desk, line_id, by=SHELL, reason=given.leave)
            say(tongue(f"Payment {line_id} is left alone.",
                       f"Règlement {line_id} laissé de côté."))  # fmt: skip
            return DONE
        account = account_at(desk, given.account)
        made = flow.assign(desk, line_id, account.id, by=SHELL)
    name = cell(account.name, 80)
    say(tongue(
        f"Payment {line_id} is of {name} now; its payer is remembered.",
        f"Règlement {line_id} affecté à {name} ; son payeur est retenu.",
    ))  # fmt: skip
    say(outcome_of(made, tongue))
    return DONE


def learnt(call: Call) -> int:
    """Print what was learnt of an account, or forget it."""
    with call.desk() as desk:
        tongue = tongue_of(desk)
        account = account_at(desk, call.given.account)
        if call.given.clear:
            gone = forget_learnt(desk, account, by=SHELL)
            say(tongue(f"{gone} lessons forgotten.", f"Leçons oubliées : {gone}."))
            return DONE
        with desk.database.reading() as connection:
            lessons = lessons_of(connection, account.id)
    if call.given.json:
        for lesson in lessons:
            tell(lesson_json(lesson, account.code, language=call.language))
        return DONE
    if not lessons:
        say(tongue("Nothing was learnt yet.", "Rien n’a encore été appris."))
        return DONE
    columns = [
        words(tongue("What", "Quoi")),
        figures(tongue("For", "Pour")),
        figures(tongue("Against", "Contre")),
    ]
    table(
        columns,
        (
            (_lesson(lesson, call.language), str(lesson.approved), str(lesson.rejected))
            for lesson in lessons
        ),
    )
    return DONE


def lesson_json(lesson: Lesson, code: str, *, language: str) -> dict[str, Any]:
    """Return one lesson, in the shape this module documents."""
    return {
        "account": code,
        "kind": lesson.kind.value,
        "key": lesson.key,
        "words": _lesson(lesson, language),
        "approved": lesson.approved,
        "rejected": lesson.rejected,
    }


def _lesson(lesson: Lesson, language: str) -> str:
    french = language == "fr"
    if lesson.kind is LearntKind.HABIT:
        return habit_words(lesson.key, language)
    if lesson.kind is LearntKind.IBAN:
        return f"paie depuis {lesson.key}" if french else f"pays from {lesson.key}"
    name = cell(lesson.key, 60)
    return f"est réglé par {name}" if french else f"is paid by {name}"
