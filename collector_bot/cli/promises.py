"""`promises`, `promise`, `accept`, `decline`, `unpromise`: what customers will pay.

`promises --json` prints one object a promise that waits, runs or was broken in the
last thirty days, by date:

    {"id", "account", "name", "date", "amount": what has to be settled, "currency",
     "open": what is open now of its pieces,
     "status": "proposed", "open", "broken", "rejected" or "cancelled",
     "made_on", "entered_by", "why_proposed": why somebody must accept it, or null}
"""

from __future__ import annotations

from typing import Any

from collector_bot.answers.promises import (
    Promised,
    PromiseDetail,
    promise_detail,
    watched_promises,
)
from collector_bot.cli import DONE
from collector_bot.cli.call import Call, tongue_of
from collector_bot.cli.named import account_at, named_amount
from collector_bot.cli.paper import cell, figures, fixed, say, table, tell, words
from collector_bot.flows import promise as promising
from collector_bot.flows.desk import SHELL
from collector_bot.slack.cards.tongue import Tongue
from collector_bot.slack.cards.words import person_words, promise_words


def listed(call: Call) -> int:
    """Print the promises to watch."""
    with call.reading() as (desk, connection, tongue):
        found = watched_promises(
            connection, today=desk.today(), grace_days=desk.policy.promise_grace_days
        )
    if call.given.json:
        for one in found:
            tell(promise_json(one))
        return DONE
    if not found:
        say(tongue("No promise is running.", "Aucune promesse en cours."))
        return DONE
    columns = [
        figures(tongue("No.", "N°")),
        words(tongue("Account", "Compte")),
        fixed(tongue("For", "Pour le")),
        figures(tongue("Amount", "Montant")),
        words(tongue("State", "État")),
    ]
    table(
        columns,
        (
            (
                str(one.promise.id),
                f"{cell(one.name)} ({cell(one.code)})",
                tongue.day(one.promise.promised_on),
                tongue.money(one.promise.expected),
                promise_words(one.status, tongue),
            )
            for one in found
        ),
    )
    return DONE


def promise_json(one: Promised) -> dict[str, Any]:
    """Return one promise, in the shape this module documents."""
    promise = one.promise
    return {
        "id": promise.id,
        "account": one.code,
        "name": one.name,
        "date": promise.promised_on.isoformat(),
        "amount": promise.expected.decimal,
        "currency": promise.expected.currency,
        "open": promise.open_now.decimal,
        "status": one.status.value,
        "made_on": promise.made_on.isoformat(),
        "entered_by": promise.entered_by,
        "why_proposed": promise.why_proposed or None,
    }


def promise(call: Call) -> int:
    """Record a promise."""
    given = call.given
    with call.desk() as desk:
        tongue = tongue_of(desk)
        account = account_at(desk, given.account)
        currency = given.currency or account.currency
        number = promising.add_promise(
            desk,
            account.code,
            on=given.on,
            by=SHELL,
            amount=named_amount(given.amount, currency) if given.amount else None,
            pieces=given.pieces,
        )
        with desk.database.reading() as connection:
            made = promise_detail(
                connection,
                number,
                today=desk.today(),
                grace_days=desk.policy.promise_grace_days,
            )
    if made is not None:
        say(_made(made, tongue))
    return DONE


def _made(made: PromiseDetail, tongue: Tongue) -> str:
    found = made.promise
    name = cell(made.account.name)
    line = tongue(
        f"Promise {found.id} of {name}: "
        f"{tongue.money(found.expected)} by {tongue.day(found.promised_on)}.",
        f"Promesse {found.id} de {name} : "
        f"{tongue.money(found.expected)} le {tongue.day(found.promised_on)}.",
    )
    if found.why_proposed:
        waits = tongue("It waits to be accepted", "Elle attend d’être acceptée")
        line += f" {waits}. {person_words(found.why_proposed, tongue)}"
    return line


def accept(call: Call) -> int:
    """Accept a promise."""
    told = ("Promise {} accepted.", "Promesse {} acceptée.")
    return call.on_number(promising.accept_promise, told)


def decline(call: Call) -> int:
    """Refuse a promise."""
    told = ("Promise {} refused.", "Promesse {} refusée.")
    return call.on_number(promising.reject_promise, told)


def unpromise(call: Call) -> int:
    """Cancel a promise."""
    told = (
        "Promise {} cancelled: its items are chased.",
        "Promesse {} annulée : ses pièces sont relancées.",
    )
    return call.on_number(promising.cancel_promise, told)
