"""`outbox` and the answers to letters: `release`, `refuse`, `sent`, `resend`, `drop`.

`outbox --json` prints one object a letter, latest first:

    {"id", "kind": "letter" or "reply", "account" or null, "name" or null,
     "state": "awaiting_approval", "pending", "claimed", "handing_over", "uncertain",
              "sent", "failed" or "cancelled",
     "subject", "to", "created": instant in UTC, "sent": instant in UTC or null,
     "proof": what proves that it left, or null, "reason": why it did not, or null}
"""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from typing import Any

from collector_bot.answers.letters import WrittenLetter, latest_letters
from collector_bot.cli import DONE
from collector_bot.cli.call import Call
from collector_bot.cli.named import named_account
from collector_bot.cli.paper import cell, figures, fixed, say, table, tell, words
from collector_bot.flows import approve_letter as letters
from collector_bot.slack.cards.tongue import Tongue
from collector_bot.slack.cards.words import letter_words, skip_or_reason


def outbox(call: Call) -> int:
    """Print the letters."""
    with call.reading() as (_, connection, tongue):
        words_given = call.given.account
        account = named_account(connection, words_given) if words_given else None
        found = latest_letters(
            connection,
            states=call.given.state or (),
            account_id=account.id if account else None,
            limit=call.given.limit,
        )
    if call.given.json:
        for line in found:
            tell(letter_json(line))
        return DONE
    if not found:
        say(tongue("There is no such letter.", "Aucune lettre."))
        return DONE
    columns = [
        figures(tongue("No.", "N°")),
        words(tongue("Account", "Compte")),
        words(tongue("Letter", "Lettre")),
        fixed(tongue("Written", "Écrite le")),
        words(tongue("State", "État")),
    ]
    table(columns, (_row(line, tongue) for line in found))
    return DONE


def letter_json(line: WrittenLetter) -> dict[str, Any]:
    """Return one letter, in the shape this module documents."""
    message = line.letter
    return {
        "id": message.id,
        "kind": message.kind,
        "account": line.code or None,
        "name": line.name or None,
        "state": message.state,
        "subject": message.subject,
        "to": message.recipient,
        "created": _instant(message.created_at),
        "sent": _instant(message.sent_at) if message.sent_at else None,
        "proof": message.proof or None,
        "reason": message.reason or None,
    }


def _instant(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="seconds")


def _row(line: WrittenLetter, tongue: Tongue) -> tuple[str, ...]:
    message = line.letter
    state = letter_words(message.state, tongue)
    if message.reason:
        state += f" ({cell(skip_or_reason(message.reason, tongue), 120)})"
    written = message.created_at.astimezone(tongue.timezone).date()
    return (
        str(message.id),
        cell(line.code),
        cell(message.subject),
        tongue.day(written),
        state,
    )


def release(call: Call) -> int:
    """Let a letter leave."""
    told = ("Letter {} is about to leave.", "La lettre {} va partir.")
    return call.on_number(letters.approve_letter, told)


def refuse(call: Call) -> int:
    """Keep a letter from leaving."""
    told = (
        "Letter {} will not leave; the account is left alone for two weeks.",
        "La lettre {} ne partira pas ; le compte est laissé en paix deux semaines.",
    )
    refusing = partial(letters.refuse_letter, reason=call.given.reason)
    return call.on_number(refusing, told)


def sent(call: Call) -> int:
    """Say that an uncertain letter left."""
    told = ("Letter {} counts as sent.", "La lettre {} compte comme envoyée.")
    return call.on_number(partial(letters.resolve_uncertain, verdict="sent"), told)


def resend(call: Call) -> int:
    """Send an uncertain letter again."""
    told = ("Letter {} will be sent again.", "La lettre {} sera envoyée de nouveau.")
    return call.on_number(partial(letters.resolve_uncertain, verdict="resend"), told)


def drop(call: Call) -> int:
    """Give an uncertain letter up."""
    told = ("Letter {} is given up.", "La lettre {} est abandonnée.")
    return call.on_number(partial(letters.resolve_uncertain, verdict="drop"), told)
