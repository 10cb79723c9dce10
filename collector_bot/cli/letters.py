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
from typing import Any, Literal

from collector_bot.answers.letters import WrittenLetter, latest_letters
from collector_bot.cli import DONE
from collector_bot.cli.call import Call, tongue_of
from collector_bot.cli.named import named_account
from collector_bot.cli.paper import cell, figures, fixed, say, table, tell, words
from collector_bot.core.ledger import OutboxId
from collector_bot.flows import approve_letter as letters
from collector_bot.flows.desk import SHELL
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
    number = call.given.number
    with call.desk() as desk:
        tongue = tongue_of(desk)
        letters.approve_letter(desk, OutboxId(number), by=SHELL)
    say(tongue(f"Letter {number} is about to leave.", f"La lettre {number} va partir."))
    return DONE


def refuse(call: Call) -> int:
    """Keep a letter from leaving."""
    number = call.given.number
    with call.desk() as desk:
        tongue = tongue_of(desk)
        letters.refuse_letter(
            desk, OutboxId(number), by=SHELL, reason=call.given.reason
        )
    say(tongue(
        f"Letter {number} will not leave; the account is left alone for two weeks.",
        f"La lettre {number} ne partira pas ; le compte est laissé en paix deux "
        "semaines.",
    ))  # fmt: skip
    return DONE


def sent(call: Call) -> int:
    """Say that an uncertain letter left."""
    said = ("Letter {} counts as sent.", "La lettre {} compte comme envoyée.")
    return _resolve(call, "sent", said)


def resend(call: Call) -> int:
    """Send an uncertain letter again."""
    said = ("Letter {} will be sent again.", "La lettre {} sera envoyée de nouveau.")
    return _resolve(call, "resend", said)


def drop(call: Call) -> int:
    """Give an uncertain letter up."""
    said = ("Letter {} is given up.", "La lettre {} est abandonnée.")
    return _resolve(call, "drop", said)


def _resolve(
    call: Call, verdict: Literal["sent", "resend", "drop"], said: tuple[str, str]
) -> int:
    number = call.given.number
    with call.desk() as desk:
        tongue = tongue_of(desk)
        letters.resolve_uncertain(desk, OutboxId(number), by=SHELL, verdict=verdict)
    say(tongue(*said).format(number))
    return DONE
