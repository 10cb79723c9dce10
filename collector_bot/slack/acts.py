"""What a button and its typed twin do alike: one flow, and what came of it in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from collector_bot.core.ledger import AccountId, EntryId, MailId, OutboxId, SuggestionId
from collector_bot.core.money import Money
from collector_bot.flows import letter
from collector_bot.flows.approve_letter import (
    approve_letter,
    refuse_letter,
    resolve_uncertain,
)
from collector_bot.flows.ask import ask_customer
from collector_bot.flows.assign import Assigned, assign, leave_alone
from collector_bot.flows.close_mail import close_mail
from collector_bot.flows.correct_reading import PutRight
from collector_bot.flows.decide import Approval, approve, reject
from collector_bot.flows.promise import accept_promise, cancel_promise, reject_promise
from collector_bot.flows.undo import undo_suggestion
from collector_bot.slack.cards.build import escaped, one_line
from collector_bot.slack.cards.tongue import Tongue
from collector_bot.slack.cards.words import person_words
from collector_bot.slack.room import Room
from collector_bot.store.bank import BankLineId
from collector_bot.store.letterings import Posted


def approve_suggestion(room: Room, user: str, number: int, *, digest: str = "") -> str:
    """Approve a suggestion and say what was posted, or that the ledger had moved."""
    tongue = room.tongue
    made = approve(room.desk, SuggestionId(number), by=user, digest=digest)
    if made.posted is None:
        return _overtaken(made, number, tongue)
    return lettered(made.posted, tongue)


def lettered(posted: Posted, tongue: Tongue) -> str:
    """Return what was lettered, and under which code."""
    amount, code = tongue.money(posted.amount), escaped(posted.code)
    return tongue(
        f"Lettered {amount} under code {code}.",
        f"Lettrage de {amount} passé sous le code {code}.",
    )


def _overtaken(made: Approval, number: int, tongue: Tongue) -> str:
    told = tongue(
        f"Suggestion {number} no longer stands: the ledger has moved since. "
        "Nothing was lettered.",
        f"La suggestion {number} ne tient plus : le compte a bougé depuis. "
        "Rien n’a été lettré.",
    )
    if made.fresh:
        numbers = ", ".join(map(str, made.fresh))
        told += tongue(f" New: {numbers}.", f" Nouvelle : {numbers}.")
    return told


def reject_suggestion(
    room: Room, user: str, number: int, *, reason: str = "", digest: str = ""
) -> str:
    """Reject a suggestion; it is not proposed again by itself."""
    reject(room.desk, SuggestionId(number), by=user, reason=reason, digest=digest)
    return room.tongue(
        f"Suggestion {number} rejected; it will not be proposed again by itself.",
        f"Suggestion {number} rejetée ; elle ne sera plus proposée d’elle-même.",
    )


def propose_lines(
    room: Room, user: str, number: int, *, amounts: Mapping[EntryId, Money]
) -> str:
    """Propose other lines than a suggestion, and say who has to approve them."""
    tongue = room.tongue
    made = letter.propose_lines(room.desk, SuggestionId(number), amounts, by=user)
    return tongue(
        f"Suggestion {made.suggestion_id} waits for approval; {number} stands until "
        "then.",
        f"La suggestion {made.suggestion_id} attend l’accord d’un responsable ; la "
        f"{number} tient d’ici là.",
    )


def ask(room: Room, user: str, number: int) -> str:
    """Draft the question to the customer, and say what it waits for."""
    outbox_id = ask_customer(room.desk, SuggestionId(number), by=user)
    return room.tongue(
        f"Letter {outbox_id} asks the customer; it waits for a manager’s approval.",
        f"La lettre {outbox_id} interroge le client ; elle attend l’accord d’un "
        "responsable.",
    )


def undo(room: Room, user: str, number: int) -> str:
    """Undo what a suggestion led to, and say what is open again."""
    tongue = room.tongue
    undone = undo_suggestion(room.desk, SuggestionId(number), by=user)
    codes = escaped(", ".join(one.code for one in undone))
    count = sum(len(one.parts) for one in undone)
    items = tongue.count(
        count, "entry is open/entries are open", "écriture ouverte/écritures ouvertes"
    )
    return tongue(
        f"Code {codes} is undone; {items} again.",
        f"Code {codes} délettré ; {items} à nouveau.",
    )


def assign_payment(
    room: Room, user: str, number: int, *, account_id: AccountId, only_free: bool
) -> str:
    """Give a payment on the bank to an account and say what is proposed for it."""
    tongue = room.tongue
    made = assign(
        room.desk, BankLineId(number), account_id, by=user, only_free=only_free
    )
    name = escaped(one_line(made.account.name, 80))
    told = tongue(
        f"Payment {number} is of {name} now; its payer is remembered.",
        f"Règlement {number} affecté à {name} ; son payeur est retenu.",
    )
    return f"{told} {outcome_of(made, tongue)}"


def outcome_of(made: Assigned, tongue: Tongue) -> str:
    """Return what is proposed for a payment that was given an account, in words."""
    if made.in_ledger:
        return tongue(
            "The ledger has this payment already.",
            "Ce règlement est déjà en comptabilité.",
        )
    if made.suggested:
        number = made.suggested[0]
        return tongue(
            f"Suggested lettering {number} waits.", f"Lettrage proposé n° {number}."
        )
    return tongue(
        "Nothing open fits it yet: it waits on the account.",
        "Rien d’ouvert n’y répond encore : il attend sur le compte.",
    )


def leave_payment(room: Room, user: str, number: int, *, reason: str) -> str:
    """Leave a payment on the bank alone: no customer's account is concerned."""
    leave_alone(room.desk, BankLineId(number), by=user, reason=reason)
    return room.tongue(
        f"Payment {number} is left alone.", f"Règlement {number} laissé de côté."
    )


def release(room: Room, user: str, number: int, *, digest: str = "") -> str:
    """Let a firm letter leave."""
    approve_letter(room.desk, OutboxId(number), by=user, digest=digest)
    return room.tongue(
        f"Letter {number} leaves within sending hours, if nothing changes before.",
        f"La lettre {number} part aux heures d’envoi, si rien ne change avant.",
    )


def refuse(room: Room, user: str, number: int, *, reason: str = "") -> str:
    """Keep a firm letter from leaving."""
    refuse_letter(room.desk, OutboxId(number), by=user, reason=reason)
    return room.tongue(
        f"Letter {number} will not leave; the account is left alone for two weeks.",
        f"La lettre {number} ne partira pas ; le compte est laissé en paix deux "
        "semaines.",
    )


def resolve(
    room: Room, user: str, number: int, *, verdict: Literal["sent", "resend", "drop"]
) -> str:
    """Say what became of an uncertain letter."""
    resolve_uncertain(room.desk, OutboxId(number), by=user, verdict=verdict)
    tongue = room.tongue
    return {
        "sent": tongue(
            f"Letter {number} counts as sent.",
            f"La lettre {number} compte comme partie.",
        ),
        "resend": tongue(
            f"Letter {number} is sent again, the same bytes.",
            f"La lettre {number} est renvoyée à l’identique.",
        ),
        "drop": tongue(
            f"Letter {number} is dropped.", f"La lettre {number} est abandonnée."
        ),
    }[verdict]


def accept(room: Room, user: str, number: int) -> str:
    """Accept a promise that waits."""
    accept_promise(room.desk, number, by=user)
    return room.tongue(
        f"Promise {number} accepted: its items are left alone until then.",
        f"Promesse {number} acceptée : ses pièces ne sont pas relancées d’ici là.",
    )


def decline(room: Room, user: str, number: int) -> str:
    """Decline a promise that waits."""
    reject_promise(room.desk, number, by=user)
    return room.tongue(
        f"Promise {number} declined: its items are chased.",
        f"Promesse {number} déclinée : ses pièces sont relancées.",
    )


def cancel(room: Room, user: str, number: int) -> str:
    """Cancel a promise that waits or holds."""
    cancel_promise(room.desk, number, by=user)
    return room.tongue(
        f"Promise {number} cancelled: its items are chased.",
        f"Promesse {number} annulée : ses pièces sont relancées.",
    )


def corrected(number: int, done: PutRight, tongue: Tongue) -> str:
    """Return what came of a correction: what is over, and what a person looks at."""
    told = tongue(
        f"The reading of mail {number} is put right.",
        f"La lecture du courriel {number} est corrigée.",
    )
    if done.ended:
        over = ", ".join(_ended(one, tongue) for one in done.ended)
        told += tongue(f" Over: {over}.", f" Annulé : {over}.")
    if done.why:
        told += f" {person_words(done.why, tongue)}"
    return told


def _ended(subject: str, tongue: Tongue) -> str:
    kind, _, number = subject.partition(":")
    named = {
        "promise": tongue("promise", "promesse"),
        "dispute": tongue("dispute", "litige"),
        "hold": tongue("hold", "suspension"),
    }
    return f"{named[kind]} {number}"


def finish_mail(room: Room, user: str, number: int) -> str:
    """Record that a mail was dealt with."""
    close_mail(room.desk, MailId(number), by=user)
    return room.tongue(
        f"Mail {number} is dealt with.", f"Le courriel {number} est traité."
    )
