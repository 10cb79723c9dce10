"""What can be done by typing: one verb, one question or one flow, one sentence back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

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
from collector_bot.slack.cards.build import escaped
from collector_bot.slack.cards.help import help_card
from collector_bot.slack.cards.limits import Card
from collector_bot.slack.cards.lists import checked_card
from collector_bot.slack.cards.vocabulary import Word, folded, word
from collector_bot.slack.cards.words import until_words
from collector_bot.slack.room import Answer, Room, Shared
from collector_bot.slack.typed import (
    account_of,
    amount_in,
    day_of,
    number_of,
    until_in,
)
from collector_bot.store import items

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


def _approve(room: Room, user: str, words: Sequence[str]) -> Answer:
    return acts.approve_suggestion(room, user, _number(room, "approve", words))


def _reject(room: Room, user: str, words: Sequence[str]) -> Answer:
    number = _number(room, "reject", words)
    return acts.reject_suggestion(room, user, number, reason=" ".join(words[1:]))


def _why(room: Room, user: str, words: Sequence[str]) -> Answer:
    del user
    return questions.why(room, _number(room, "why", words))


def _letter(room: Room, user: str, words: Sequence[str]) -> Answer:
    account, *pieces = _at_least(room, "letter", words, count=2)
    code = _code(room, account)
    done = letter(room.desk, code, pieces, by=user)
    tongue = room.tongue
    if done.posted is not None:
        amount, given = tongue.money(done.posted.amount), escaped(done.posted.code)
        return tongue(
            f"Lettered {amount} under code {given}.",
            f"Lettrage de {amount} passé sous le code {given}.",
        )
    if done.suggestion_id is None:
        return tongue("It waits already.", "Ce lettrage attend déjà.")
    return tongue(
        f"Suggestion {done.suggestion_id} waits for somebody else’s approval.",
        f"La suggestion {done.suggestion_id} attend l’approbation d’un autre.",
    )


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


def _release(room: Room, user: str, words: Sequence[str]) -> Answer:
    return acts.release(room, user, _number(room, "release", words))


def _refuse(room: Room, user: str, words: Sequence[str]) -> Answer:
    number = _number(room, "refuse", words)
    return acts.refuse(room, user, number, reason=" ".join(words[1:]))


def _show(room: Room, user: str, words: Sequence[str]) -> Answer:
    del user
    return questions.whole_letter(room, _number(room, "show", words))


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


def _accept(room: Room, user: str, words: Sequence[str]) -> Answer:
    return acts.accept(room, user, _number(room, "accept", words))


def _decline(room: Room, user: str, words: Sequence[str]) -> Answer:
    return acts.decline(room, user, _number(room, "decline", words))


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


def _unhold(room: Room, user: str, words: Sequence[str]) -> Answer:
    number = _number(room, "unhold", words)
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


def _undispute(room: Room, user: str, words: Sequence[str]) -> Answer:
    number = _number(room, "undispute", words)
    close_dispute(room.desk, number, by=user)
    return room.tongue(f"Dispute {number} is closed.", f"Litige {number} clos.")


def _mail(room: Room, user: str, words: Sequence[str]) -> Answer:
    del user
    return questions.whole_mail(room, _number(room, "mail", words))


def _done(room: Room, user: str, words: Sequence[str]) -> Answer:
    return acts.finish_mail(room, user, _number(room, "done", words))


def _sent(room: Room, user: str, words: Sequence[str]) -> Answer:
    return acts.resolve(room, user, _number(room, "sent", words), verdict="sent")


def _resend(room: Room, user: str, words: Sequence[str]) -> Answer:
    return acts.resolve(room, user, _number(room, "resend", words), verdict="resend")


def _drop(room: Room, user: str, words: Sequence[str]) -> Answer:
    return acts.resolve(room, user, _number(room, "drop", words), verdict="drop")


def _share(room: Room, user: str, words: Sequence[str]) -> Answer:
    name = " ".join(_at_least(room, "share", words, count=1))
    with room.desk.database.reading() as connection:
        account = account_of(connection, room, name)
    return Shared(questions.balance_by_id(room, account.id, shared_by=user))


def _check(room: Room, user: str, words: Sequence[str]) -> Answer:
    del user, words
    with room.desk.database.reading() as connection:
        return checked_card(check_ledger(connection), room.tongue)


def _letters(room: Room, user: str, words: Sequence[str]) -> Answer:
    del user, words
    return questions.unsettled_letters(room)


def _mails(room: Room, user: str, words: Sequence[str]) -> Answer:
    del user, words
    return questions.mails_to_look_at(room)


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
        ("approve", _M, True, _approve),
        ("reject", _M, True, _reject),
        ("why", _V, False, _why),
        ("letter", _C, True, _letter),
        ("unletter", _M, True, _unletter),
        ("assign", _C, True, _assign),
        ("leave", _C, True, _leave),
        ("letters", _C, False, _letters),
        ("release", _M, True, _release),
        ("refuse", _M, True, _refuse),
        ("show", _C, False, _show),
        ("promise", _C, True, _promise),
        ("accept", _M, True, _accept),
        ("decline", _M, True, _decline),
        ("hold", _C, True, _hold),
        ("unhold", _C, True, _unhold),
        ("dispute", _C, True, _dispute),
        ("undispute", _C, True, _undispute),
        ("mails", _C, False, _mails),
        ("mail", _C, False, _mail),
        ("done", _C, True, _done),
        ("sent", _M, True, _sent),
        ("resend", _M, True, _resend),
        ("drop", _M, True, _drop),
        ("share", _V, False, _share),
        ("check", _C, False, _check),
    )
)
_SPELT = {
    folded(name): verb for verb in VERBS for name in (verb.word.name, verb.word.french)
}
