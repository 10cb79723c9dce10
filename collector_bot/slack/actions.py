"""What a press does: one button, one question or one flow, one sentence back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from collector_bot.core.ledger import AccountId
from collector_bot.core.refusals import UnknownNumberError
from collector_bot.flows.desk import Role
from collector_bot.slack import acts, forms, questions
from collector_bot.slack.cards.payments import ASSIGNING
from collector_bot.slack.room import Answer, Room, Shared


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button's value: the number of what it is about, and the digest it showed."""

    number: int
    digest: str = ""


Does = Callable[[Room, str, Pressed], Answer]


@dataclass(frozen=True, slots=True)
class Button:
    """One kind of button.

    Attributes:
        action_id: as in the cards.
        twin: the verb of `/collector` (or the command) that does the same.
        needs: the role without which it is refused at once; flows ask again.
        changes: whether it changes anything, so that its arrival is committed first.
        opens: whether it opens a modal, which does it once it is handed in.
        replaces: whether the answer takes the place of the message it was pressed in.
    """

    action_id: str
    twin: str
    needs: Role
    does: Does
    changes: bool = True
    opens: bool = False
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


def _act(act: Callable[[Room, str, int], Answer]) -> Does:
    """Return what a button does that changes what its number names."""
    return lambda room, user, one: act(room, user, one.number)


def _ask(question: Callable[[Room, int], Answer]) -> Does:
    """Return what a button does that shows what its number names."""
    return lambda room, _user, one: question(room, one.number)


def _approve(room: Room, user: str, one: Pressed) -> Answer:
    return acts.approve_suggestion(room, user, one.number, digest=one.digest)


def _reject(room: Room, user: str, one: Pressed) -> Answer:
    del user
    return forms.reject_form(room, one.number, one.digest)


def _release(room: Room, user: str, one: Pressed) -> Answer:
    return acts.release(room, user, one.number, digest=one.digest)


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
    Button("suggestion.reject", "reject", _M, _reject, changes=False, opens=True),
    Button("suggestion.why", "why", _V, _ask(questions.why), changes=False),
    Button("suggestion.instead", "why", _V, _ask(questions.suggestion), changes=False),
    Button(
        "suggestion.edit",
        "letter",
        _C,
        _ask(forms.lines_form),
        changes=False,
        opens=True,
    ),
    Button("suggestion.ask", "ask", _C, _act(acts.ask)),
    Button("suggestion.undo", "undo", _M, _act(acts.undo)),
    *(Button(name, "assign", _C, _assign) for name in ASSIGNING),
    Button(
        "payment.other",
        "assign",
        _C,
        _ask(forms.assign_form),
        changes=False,
        opens=True,
    ),
    Button(
        "payment.leave", "leave", _C, _ask(forms.leave_form), changes=False, opens=True
    ),
    Button("letter.approve", "release", _M, _release),
    Button("letter.reject", "refuse", _M, _act(acts.refuse)),
    Button("letter.show", "show", _C, _ask(questions.whole_letter), changes=False),
    Button("letter.sent", "sent", _M, _act(partial(acts.resolve, verdict="sent"))),
    Button(
        "letter.resend", "resend", _M, _act(partial(acts.resolve, verdict="resend"))
    ),
    Button("letter.drop", "drop", _M, _act(partial(acts.resolve, verdict="drop"))),
    Button("promise.approve", "accept", _M, _act(acts.accept)),
    Button("promise.reject", "decline", _M, _act(acts.decline)),
    Button("promise.cancel", "unpromise", _M, _act(acts.cancel)),
    Button("mail.done", "done", _C, _act(acts.finish_mail)),
    Button("mail.show", "mail", _C, _ask(questions.whole_mail), changes=False),
    Button(
        "balance.pick",
        "balance",
        _V,
        _ask(questions.balance_by_id),
        changes=False,
        replaces=True,
    ),
    Button("balance.share", "share", _V, _share, changes=False),
)
