"""What modals do: the form a button opens, and one flow when it is handed in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from collector_bot.answers.editable import Editable, editable_lines
from collector_bot.core.errors import CollectorError
from collector_bot.core.ledger import Side, SuggestionId
from collector_bot.core.refusals import OvertakenError, UnknownNumberError
from collector_bot.core.wording import Both
from collector_bot.flows.desk import Role
from collector_bot.slack import acts
from collector_bot.slack.cards.edit import (
    LINES_MAX,
    amounts_in,
    edit_form,
    field_of,
    totals_words,
)
from collector_bot.slack.cards.modal import Form, choice_field, words_field
from collector_bot.slack.cards.vocabulary import typed
from collector_bot.slack.room import Room
from collector_bot.slack.typed import account_of

REASONS: dict[str, Both] = {
    "account": ("Not this customer", "Pas le bon client"),
    "items": ("Not these items", "Pas les bonnes pièces"),
    "amount": ("The difference is to be settled first", "Écart à traiter d’abord"),
    "advice": ("Wait for the remittance advice", "Attendre l’avis de paiement"),
    "double": ("Paid twice, to be refunded", "Payé deux fois, à rembourser"),
}


@dataclass(frozen=True, slots=True)
class Filled:
    """A modal as it was handed in.

    Attributes:
        values: what was filled in, by field; "" where nothing was.
    """

    number: int
    digest: str = ""
    values: Mapping[str, str] = field(default_factory=dict)

    def of(self, name: str) -> str:
        """Return what was filled in at a field."""
        return self.values.get(name, "").strip()


@dataclass(frozen=True, slots=True)
class Handed:
    """One kind of modal.

    Attributes:
        name: as the view calls back.
        twin: the verb of `/collector` that does the same.
        needs: the role without which it is refused at once; flows ask again.
        complaints: what is wrong with which field, before anything is done.
        does: one flow, and what came of it in words.
    """

    name: str
    twin: str
    needs: Role
    does: Callable[[Room, str, Filled], str]
    complaints: Callable[[Room, Filled], dict[str, str]]


def reject_form(room: Room, number: int, digest: str) -> Form:
    """Return the modal that asks why a suggestion is refused."""
    tongue = room.tongue
    return Form(
        "suggestion.rejected",
        f"{number}:{digest}",
        tongue(f"Reject lettering {number}", f"Rejeter le n° {number}"),
        tongue("Reject", "Rejeter"),
        (
            choice_field(
                "reason",
                tongue("Reason", "Motif"),
                [(name, tongue(*words)) for name, words in REASONS.items()],
                optional=True,
            ),
            words_field(
                "words",
                tongue("In your words", "À votre façon"),
                multiline=True,
                optional=True,
            ),
        ),
        typed(tongue, "reject", number),
    )


def _reject(room: Room, user: str, filled: Filled) -> str:
    reason = filled.of("reason")
    chosen = room.tongue(*REASONS[reason]) if reason in REASONS else ""
    why = " – ".join(one for one in (chosen, filled.of("words")) if one)
    return acts.reject_suggestion(
        room, user, filled.number, reason=why, digest=filled.digest
    )


def lines_form(room: Room, number: int) -> Form:
    """Return the modal in which the lines of a suggestion are chosen anew.

    Raises:
        UnknownNumberError: there is no such suggestion.
    """
    return edit_form(_editable(room, number), room.tongue)


def _editable(room: Room, number: int) -> Editable:
    with room.desk.database.reading() as connection:
        found = editable_lines(connection, SuggestionId(number), limit=LINES_MAX)
    if found is None:
        raise UnknownNumberError(what="suggestion", what_fr="suggestion", number=number)
    if not found.items:
        raise OvertakenError(number=number)
    return found


def _unclear_lines(room: Room, filled: Filled) -> dict[str, str]:
    """Say what is no amount, more than is open, or does not add up."""
    tongue, found = room.tongue, _editable(room, filled.number)
    currency = found.suggested.candidate.difference.currency
    amounts = amounts_in(filled.values, currency)
    wrong = {}
    for item in found.items:
        amount = amounts.get(item.entry_id, item.open)
        if amount is None:
            words = tongue("No amount above zero.", "Pas un montant supérieur à zéro.")
            wrong[field_of(item.entry_id)] = words
        elif amount.minor > item.open.minor:
            most = tongue.money(item.open)
            words = tongue(
                f"No more than {most} is open.", f"Pas plus de {most} ouvert."
            )
            wrong[field_of(item.entry_id)] = words
    if wrong:
        return wrong
    sums = dict.fromkeys(Side, 0)
    for item in found.items:
        amount = amounts.get(item.entry_id)
        sums[item.side] += amount.minor if amount else 0
    if sums[Side.DEBIT] == sums[Side.CREDIT] > 0:
        return {}
    told = totals_words(amounts, found.items, tongue)
    return {field_of(found.items[0].entry_id): told}


def _edit(room: Room, user: str, filled: Filled) -> str:
    found = _editable(room, filled.number)
    currency = found.suggested.candidate.difference.currency
    amounts = {
        entry_id: amount
        for entry_id, amount in amounts_in(filled.values, currency).items()
        if amount is not None
    }
    return acts.propose_lines(room, user, filled.number, amounts=amounts)


def assign_form(room: Room, number: int) -> Form:
    """Return the modal that asks whose payment it is."""
    tongue = room.tongue
    return Form(
        "payment.assigned",
        f"{number}",
        tongue(f"Payment {number}", f"Règlement n° {number}"),
        tongue("Allocate", "Affecter"),
        (
            words_field(
                "account",
                tongue("Account: its code or its name", "Compte : son code ou son nom"),
            ),
        ),
        typed(tongue, "assign", number),
    )


def _unclear_account(room: Room, filled: Filled) -> dict[str, str]:
    with room.desk.database.reading() as connection:
        try:
            account_of(connection, room, filled.of("account"))
        except CollectorError as problem:
            return {"account": problem.written(room.desk.language)}
    return {}


def _assign(room: Room, user: str, filled: Filled) -> str:
    with room.desk.database.reading() as connection:
        account = account_of(connection, room, filled.of("account"))
    return acts.assign_payment(
        room, user, filled.number, account_id=account.id, only_free=True
    )


def leave_form(room: Room, number: int) -> Form:
    """Return the modal that asks why a payment is left alone."""
    tongue = room.tongue
    return Form(
        "payment.left",
        f"{number}",
        tongue(f"Payment {number}", f"Règlement n° {number}"),
        tongue("Leave alone", "Laisser de côté"),
        (
            words_field(
                "words",
                tongue("Why it is no customer’s", "Pourquoi il n’est d’aucun client"),
            ),
        ),
        typed(tongue, "leave", number),
    )


def _leave(room: Room, user: str, filled: Filled) -> str:
    return acts.leave_payment(room, user, filled.number, reason=filled.of("words"))


def _no_words(room: Room, filled: Filled) -> dict[str, str]:
    if filled.of("words"):
        return {}
    return {"words": room.tongue("Give a reason.", "Donnez un motif.")}


def _nothing(room: Room, filled: Filled) -> dict[str, str]:
    del room, filled
    return {}


FORMS: tuple[Handed, ...] = (
    Handed("suggestion.rejected", "reject", Role.MANAGER, _reject, _nothing),
    Handed("suggestion.edited", "letter", Role.CLERK, _edit, _unclear_lines),
    Handed("payment.assigned", "assign", Role.CLERK, _assign, _unclear_account),
    Handed("payment.left", "leave", Role.CLERK, _leave, _no_words),
)


def late(form: Form, room: Room) -> str:
    """Return what to do when a modal could not be opened in time."""
    return room.tongue(
        f"This took too long to open; press again, or type {form.typed}.",
        f"L’ouverture a trop tardé ; cliquez de nouveau, ou écrivez {form.typed}.",
    )
