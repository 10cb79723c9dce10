"""What can be done by typing: one verb, one question or one flow, one sentence back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from collector_bot.answers.check import check_ledger
from collector_bot.answers.promises import promise_detail
from collector_bot.core.holds import PromiseStatus
from collector_bot.core.refusals import UnreadableCommandError
from collector_bot.flows.desk import Role
from collector_bot.flows.hold import (
    close_dispute,
    open_dispute,
    place_hold,
    release_hold,
)
from collector_bot.flows.letter import letter, unletter
from collector_bot.flows.promise import add_promise
from collector_bot.slack import acts, questions
from collector_bot.slack.cards.build import escaped, mention
from collector_bot.slack.cards.help import help_card
from collector_bot.slack.cards.limits import Card
from collector_bot.slack.cards.lists import checked_card
from collector_bot.slack.cards.vocabulary import Word, folded, word
from collector_bot.slack.cards.words import until_words, waits_words
from collector_bot.slack.room import Answer, Room, Shared
from collector_bot.slack.typed import (
    account_of,
    amount_in,
    day_of,
    number_of,
    until_in,
)
from collector_bot.store import items
from collector_bot.store.letterings import Posted

Does = Callable[[Room, str, Sequence[str]], Answer]


@dataclass(frozen=True, slots=True)
class Verb:
    """One word of `/collector` and what it does.

    Attributes:
        needs: the role without which it is refused at once; flows ask again.
        changes: whether it changes anything, so that its arrival is committed first.
    """

    word: Word
    needs: Role
    changes: bool
    does: Does

    @property
    def name(self) -> str:
        """Its English word."""
        return self.word.name


def _act(name: str, act: Callable[[Room, str, int], Answer]) -> Does:
    """Return what a verb does that changes what its number names."""

    def does(room: Room, user: str, words: Sequence[str]) -> Answer:
        return act(room, user, _number(room, name, words))

    return does


def _refusal(name: str, refuse: Callable[..., Answer]) -> Does:
    """Return what a verb does that refuses what its number names, for a reason."""

    def does(room: Room, user: str, words: Sequence[str]) -> Answer:
        number = _number(room, name, words)
        return refuse(room, user, number, reason=" ".join(words[1:]))

    return does


def _ask(name: str, question: Callable[[Room, int], Answer]) -> Does:
    """Return what a verb does that shows what its number names."""

    def does(room: Room, _user: str, words: Sequence[str]) -> Answer:
        return question(room, _number(room, name, words))

    return does


def _list(question: Callable[[Room], Answer]) -> Does:
    """Return what a verb does that lists what waits."""
    return lambda room, _user, _words: question(room)


def _letter(room: Room, user: str, words: Sequence[str]) -> Answer:
    account, *pieces = _at_least(room, "letter", words, count=2)
    done = letter(room.desk, _code(room, account), pieces, by=user)
    if isinstance(done, Posted):
        return acts.lettered(done, room.tongue)
    before, number = done.refused, done.suggestion_id
    refused = (mention(before.by), room.tongue.moment(before.at)) if before else None
    return waits_words(number, room.tongue, is_new=done.is_new, refused=refused)


def _assign(room: Room, user: str, words: Sequence[str]) -> Answer:
    number, *named = _at_least(room, "assign", words, count=2)
    line = _number(room, "assign", [number])
    with room.desk.database.reading() as connection:
        account = account_of(connection, room, " ".join(named))
    return acts.assign_payment(room, user, line, account_id=account.id, only_free=False)


def _leave(room: Room, user: str, words: Sequence[str]) -> Answer:
    number, *reason = _at_least(room, "leave", words, count=2)
    line = _number(room, "leave", [number])
    return acts.leave_payment(room, user, line, reason=" ".join(reason))


def _unletter(room: Room, user: str, words: Sequence[str]) -> Answer:
    account, code = _at_least(room, "unletter", words, count=2)[:2]
    undone = unletter(room.desk, _code(room, account), code, by=user)
    items_ = room.tongue.count(len(undone.parts), "entry/entries", "écriture/écritures")
    return room.tongue(
        f"Code {escaped(undone.code)} is undone; {items_} open again.",
        f"Code {escaped(undone.code)} délettré ; {items_} à nouveau.",
    )


def _promise(room: Room, user: str, words: Sequence[str]) -> Answer:
    account, day, *rest = _at_least(room, "promise", words, count=2)
    on = day_of(day)
    with room.desk.database.reading() as connection:
        known = account_of(connection, room, account)
        opens = items.of_account(connection, known.id)
    pieces = {item.piece.upper() for item in opens}
    named = bool(rest) and rest[0].upper() in pieces
    amount = None if named or not rest else amount_in(rest[0], known.currency)
    promise_id = add_promise(
        room.desk,
        known.code,
        on=on,
        by=user,
        amount=amount,
        pieces=rest if amount is None else rest[1:],
    )
    return _promised(room, promise_id)


def _promised(room: Room, promise_id: int) -> str:
    tongue, desk = room.tongue, room.desk
    with desk.database.reading() as connection:
        made = promise_detail(
            connection,
            promise_id,
            today=desk.today(),
            grace_days=desk.policy.promise_grace_days,
        )
    told = tongue(
        f"Promise {promise_id} recorded.", f"Promesse {promise_id} enregistrée."
    )
    if made is None:
        return told
    sum_, day = tongue.money(made.promise.expected), tongue.day(
        made.promise.promised_on
    )  # fmt: skip
    named = escaped(", ".join(map(tongue.piece, made.pieces[:10])))
    told += f" {sum_}, {day}{tongue.colon} {named}."
    if made.status is PromiseStatus.PROPOSED:
        told += tongue(
            " A manager accepts it first.", " Un responsable doit l’accepter."
        )
    return told


def _hold(room: Room, user: str, words: Sequence[str]) -> Answer:
    account, *rest = _at_least(room, "hold", words, count=1)
    with room.desk.database.reading() as connection:
        known = account_of(connection, room, account)
        pieces = {item.piece.upper() for item in items.of_account(connection, known.id)}
    piece = rest.pop(0) if rest and rest[0].upper() in pieces else ""
    until_on, rest = until_in(rest)
    if not piece and rest and rest[0].upper() in pieces:
        piece = rest.pop(0)
    number = place_hold(
        room.desk,
        known.code,
        by=user,
        piece=piece,
        until_on=until_on,
        reason=" ".join(rest),
    )
    tongue = room.tongue
    if number is None:
        return tongue("It is recorded already.", "C’est déjà enregistré.")
    what = escaped(piece or known.name)
    until = until_words(until_on, tongue)
    return tongue(
        f"Hold {number}: {what} is not chased, {until}.",
        f"Suspension n° {number} : {what} n’est plus relancé, {until}.",
    )


def _unhold(room: Room, user: str, number: int) -> Answer:
    release_hold(room.desk, number, by=user)
    return room.tongue(
        f"Hold {number} is released.", f"La suspension {number} est levée."
    )


def _dispute(room: Room, user: str, words: Sequence[str]) -> Answer:
    account, *pieces = _at_least(room, "dispute", words, count=2)
    number = open_dispute(room.desk, _code(room, account), by=user, pieces=pieces)
    if number is None:
        return room.tongue("It is recorded already.", "C’est déjà enregistré.")
    return room.tongue(
        f"Dispute {number} is open; its items are not chased.",
        f"Litige {number} ouvert ; ses pièces ne sont plus relancées.",
    )


def _undispute(room: Room, user: str, number: int) -> Answer:
    close_dispute(room.desk, number, by=user)
    return room.tongue(f"Dispute {number} is closed.", f"Litige {number} clos.")


def _share(room: Room, user: str, words: Sequence[str]) -> Answer:
    name = " ".join(_at_least(room, "share", words, count=1))
    with room.desk.database.reading() as connection:
        account = account_of(connection, room, name)
    return Shared(questions.balance_by_id(room, account.id, shared_by=user))


def _check(room: Room, user: str, words: Sequence[str]) -> Answer:
    del user, words
    with room.desk.database.reading() as connection:
        return checked_card(check_ledger(connection), room.tongue)


def _help(room: Room, user: str, words: Sequence[str]) -> Answer:
    del words
    return show_help(room, user)


def show_help(room: Room, user: str, *, unknown: str = "") -> Card:
    """Return what this person can type; what their role does not allow is left out.

    Args:
        unknown: what they typed that is no verb: said first, with the nearest one.
    """
    role = room.desk.roles.of(user)
    known = [verb.word for verb in VERBS if verb.needs <= role]
    return help_card(known, room.tongue, unknown=unknown)


def _number(room: Room, name: str, words: Sequence[str]) -> int:
    return number_of(words, usage=word(name).spelt(room.tongue))


def _at_least(
    room: Room, name: str, words: Sequence[str], *, count: int
) -> Sequence[str]:
    if len(words) < count:
        raise UnreadableCommandError(usage=word(name).spelt(room.tongue))
    return words


def _code(room: Room, words: str) -> str:
    with room.desk.database.reading() as connection:
        return account_of(connection, room, words).code


def find_verb(name: str) -> Verb | None:
    """Return the verb with this name in either language, with or without accents."""
    return _SPELT.get(folded(name))


_V, _C, _M = Role.VIEWER, Role.CLERK, Role.MANAGER
VERBS: tuple[Verb, ...] = tuple(
    Verb(word(name), needs, changes, does)
    for name, needs, changes, does in (
        ("help", _V, False, _help),
        ("approve", _M, True, _act("approve", acts.approve_suggestion)),
        ("reject", _M, True, _refusal("reject", acts.reject_suggestion)),
        ("why", _V, False, _ask("why", questions.why)),
        ("letter", _C, True, _letter),
        ("ask", _C, True, _act("ask", acts.ask)),
        ("undo", _M, True, _act("undo", acts.undo)),
        ("unletter", _M, True, _unletter),
        ("assign", _C, True, _assign),
        ("leave", _C, True, _leave),
        ("letters", _C, False, _list(questions.unsettled_letters)),
        ("release", _M, True, _act("release", acts.release)),
        ("refuse", _M, True, _refusal("refuse", acts.refuse)),
        ("show", _C, False, _ask("show", questions.whole_letter)),
        ("promise", _C, True, _promise),
        ("accept", _M, True, _act("accept", acts.accept)),
        ("decline", _M, True, _act("decline", acts.decline)),
        ("unpromise", _M, True, _act("unpromise", acts.cancel)),
        ("hold", _C, True, _hold),
        ("unhold", _C, True, _act("unhold", _unhold)),
        ("dispute", _C, True, _dispute),
        ("undispute", _C, True, _act("undispute", _undispute)),
        ("mails", _C, False, _list(questions.mails_to_look_at)),
        ("mail", _C, False, _ask("mail", questions.whole_mail)),
        ("done", _C, True, _act("done", acts.finish_mail)),
        ("sent", _M, True, _act("sent", partial(acts.resolve, verdict="sent"))),
        ("resend", _M, True, _act("resend", partial(acts.resolve, verdict="resend"))),
        ("drop", _M, True, _act("drop", partial(acts.resolve, verdict="drop"))),
        ("share", _V, False, _share),
        ("check", _C, False, _check),
    )
)
_SPELT = {
    folded(name): verb for verb in VERBS for name in (verb.word.name, verb.word.french)
}
