"""What a press does: one button, one question or one flow, one sentence back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from collector_bot.core.ledger import AccountId
from collector_bot.core.refusals import UnknownNumberError
from collector_bot.flows.desk import Role
from collector_bot.slack import acts, questions
from collector_bot.slack.cards.payments import ASSIGNING
from collector_bot.slack.room import Answer, Room, Shared


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button's value: the number of what it is about, and the digest it showed."""

    number: int
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Button:
    """One kind of button.

    Attributes:
        action_id: as in the cards.
        twin: the verb of `/collector` (or the command) that does the same.
        needs: the role without which it is refused at once; flows ask again.
        changes: whether it changes anything, so that its arrival is committed first.
        replaces: whether the answer takes the place of the message it was pressed in.
    """

    action_id: str
    twin: str
    needs: Role
    does: Callable[[Room, str, Pressed], Answer]
    changes: bool = True
    replaces: bool = False


def pressed(value: str) -> Pressed:
    """Return what a button's value says: `12` or `12:digest`.

    Raises:
        UnknownNumberError: it says nothing of the kind; somebody made it up.
    """
    number, _, digest = value.partition(":")
    if not (number.isascii() and number.isdecimal()) or len(number) > 18:  # noqa: PLR2004 - what the database keeps
        raise UnknownNumberError(what="button", what_fr="bouton", number="?")
    return Pressed(int(number), digest)


def _approve(room: Room, user: str, one: Pressed) -> Answer:
    return acts.approve_suggestion(room, user, one.number, digest=one.digest)


def _reject(room: Room, user: str, one: Pressed) -> Answer:
    return acts.reject_suggestion(room, user, one.number, digest=one.digest)


def _why(room: Room, user: str, one: Pressed) -> Answer:
    del user
    return questions.why(room, one.number)


def _release(room: Room, user: str, one: Pressed) -> Answer:
    return acts.release(room, user, one.number, digest=one.digest)


def _refuse(room: Room, user: str, one: Pressed) -> Answer:
    return acts.refuse(room, user, one.number)


def _show(room: Room, user: str, one: Pressed) -> Answer:
    del user
    return questions.whole_letter(room, one.number)


def _sent(room: Room, user: str, one: Pressed) -> Answer:
    return acts.resolve(room, user, one.number, verdict="sent")


def _resend(room: Room, user: str, one: Pressed) -> Answer:
    return acts.resolve(room, user, one.number, verdict="resend")


def _drop(room: Room, user: str, one: Pressed) -> Answer:
    return acts.resolve(room, user, one.number, verdict="drop")


def _accept(room: Room, user: str, one: Pressed) -> Answer:
    return acts.accept(room, user, one.number)


def _decline(room: Room, user: str, one: Pressed) -> Answer:
    return acts.decline(room, user, one.number)


def _done(room: Room, user: str, one: Pressed) -> Answer:
    return acts.finish_mail(room, user, one.number)


def _mail(room: Room, user: str, one: Pressed) -> Answer:
    del user
    return questions.whole_mail(room, one.number)


def _pick(room: Room, user: str, one: Pressed) -> Answer:
    del user
    return questions.balance_by_id(room, one.number)


def _share(room: Room, user: str, one: Pressed) -> Answer:
    return Shared(questions.balance_by_id(room, one.number, shared_by=user))


def _assign(room: Room, user: str, one: Pressed) -> Answer:
    account_id = AccountId(pressed(one.digest).number)
    return acts.assign_payment(
        room, user, one.number, account_id=account_id, only_free=True
    )


_V, _C, _M = Role.VIEWER, Role.CLERK, Role.MANAGER
BUTTONS: tuple[Button, ...] = (
    Button("suggestion.approve", "approve", _M, _approve),
    Button("suggestion.reject", "reject", _M, _reject),
    Button("suggestion.why", "why", _V, _why, changes=False),
    *(Button(name, "assign", _C, _assign) for name in ASSIGNING),
    Button("letter.approve", "release", _M, _release),
    Button("letter.reject", "refuse", _M, _refuse),
    Button("letter.show", "show", _C, _show, changes=False),
    Button("letter.sent", "sent", _M, _sent),
    Button("letter.resend", "resend", _M, _resend),
    Button("letter.drop", "drop", _M, _drop),
    Button("promise.approve", "accept", _M, _accept),
    Button("promise.reject", "decline", _M, _decline),
    Button("mail.done", "done", _C, _done),
    Button("mail.show", "mail", _C, _mail, changes=False),
    Button("balance.pick", "balance", _V, _pick, changes=False, replaces=True),
    Button("balance.share", "share", _V, _share, changes=False),
)
