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
from collector_bot.slack.cards.build import escaped, header, section, sections
from collector_bot.slack.cards.limits import Card
from collector_bot.slack.cards.lists import checked_card
from collector_bot.slack.cards.tongue import Tongue
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
    """One word of `/collector`.

    Attributes:
        name: in English; `french` is its other spelling.
        usage: what follows it, in English; `usage_fr` in French.
        needs: the role without which it is refused at once; flows ask again.
        changes: whether it changes anything, so that its arrival is committed first.
    """

    name: str
    french: str
    usage: str
    usage_fr: str
    needs: Role
    changes: bool
    does: Does

    def spelt(self, tongue: Tongue) -> str:
        """Return how it is typed."""
        return f"/collector {self.name} {tongue(self.usage, self.usage_fr)}".strip()


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
    told += f" {sum_}, {day}{tongue.colon} {escaped(', '.join(made.pieces[:10]))}."
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
    until_on, rest = until_in(rest)
    with room.desk.database.reading() as connection:
        known = account_of(connection, room, account)
        pieces = {item.piece.upper() for item in items.of_account(connection, known.id)}
    piece = rest.pop(0) if rest and rest[0].upper() in pieces else ""
    number = place_hold(
        room.desk,
        known.code,
        by=user,
        piece=piece,
        until_on=until_on,
        reason=" ".join(rest),
    )
    what = escaped(piece or known.name)
    until = f" ({room.tongue.day(until_on)})" if until_on else ""
    return room.tongue(
        f"Hold {number}: {what} is not chased{until}.",
        f"Suspension {number} : {what} n’est plus relancé{until}.",
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


def _help(room: Room, user: str, words: Sequence[str]) -> Answer:
    """Return what this person can type; what their role does not allow is left out."""
    del words
    role, tongue = room.desk.roles.of(user), room.tongue
    lines = [
        tongue("`/balance WORDS`", "`/balance MOTS`"),
        "`/overdue [N]`",
        tongue("`/matches [ACCOUNT]`", "`/matches [COMPTE]`"),
        "`/promises`",
        *(f"`{verb.spelt(tongue)}`" for verb in VERBS if verb.needs <= role),
    ]
    note = tongue(
        "Dates: 2026-11-30 or 30/11/2026. Put names of several words in quotation "
        "marks.",
        "Dates : 30/11/2026 ou 2026-11-30. Mettez entre guillemets un nom de "
        "plusieurs mots.",
    )
    title = tongue("What you can type", "Ce que vous pouvez écrire")
    return Card((header(title), *sections(lines), section(note)), title)


def _number(room: Room, name: str, words: Sequence[str]) -> int:
    return number_of(words, usage=find_verb(name).spelt(room.tongue))


def _at_least(
    room: Room, name: str, words: Sequence[str], *, count: int
) -> Sequence[str]:
    if len(words) < count:
        raise UnreadableCommandError(usage=find_verb(name).spelt(room.tongue))
    return words


def _code(room: Room, words: str) -> str:
    with room.desk.database.reading() as connection:
        return account_of(connection, room, words).code


def find_verb(name: str) -> Verb:
    """Return the verb with this name in either language; help when there is none."""
    wanted = name.lower()
    for verb in VERBS:
        if wanted in {verb.name, verb.french}:
            return verb
    return _HELP


_V, _C, _M = Role.VIEWER, Role.CLERK, Role.MANAGER
_HELP = Verb("help", "aide", "", "", _V, False, _help)
VERBS: tuple[Verb, ...] = (
    _HELP,
    Verb("approve", "approuver", "N", "N", _M, True, _approve),
    Verb("reject", "rejeter", "N [REASON]", "N [MOTIF]", _M, True, _reject),
    Verb("why", "pourquoi", "N", "N", _V, False, _why),
    Verb("letter", "lettrer", "ACCOUNT PIECE…", "COMPTE PIÈCE…", _C, True, _letter),
    Verb("unletter", "délettrer", "ACCOUNT CODE", "COMPTE CODE", _M, True, _unletter),
    Verb("release", "envoyer", "N", "N", _M, True, _release),
    Verb("refuse", "refuser", "N [REASON]", "N [MOTIF]", _M, True, _refuse),
    Verb("show", "lire", "N", "N", _C, False, _show),
    Verb(
        "promise",
        "promesse",
        "ACCOUNT DATE [AMOUNT] [PIECE…]",
        "COMPTE DATE [MONTANT] [PIÈCE…]",
        _C,
        True,
        _promise,
    ),
    Verb("accept", "accepter", "N", "N", _M, True, _accept),
    Verb("decline", "décliner", "N", "N", _M, True, _decline),
    Verb(
        "hold",
        "suspendre",
        "ACCOUNT [PIECE] [until DATE] [REASON]",
        "COMPTE [PIÈCE] [jusqu’au DATE] [MOTIF]",
        _C,
        True,
        _hold,
    ),
    Verb("unhold", "reprendre", "N", "N", _C, True, _unhold),
    Verb("dispute", "litige", "ACCOUNT PIECE…", "COMPTE PIÈCE…", _C, True, _dispute),
    Verb("undispute", "clore", "N", "N", _C, True, _undispute),
    Verb("mail", "courriel", "N", "N", _C, False, _mail),
    Verb("done", "traité", "N", "N", _C, True, _done),
    Verb("sent", "partie", "N", "N", _M, True, _sent),
    Verb("resend", "renvoyer", "N", "N", _M, True, _resend),
    Verb("drop", "abandonner", "N", "N", _M, True, _drop),
    Verb("share", "montrer", "ACCOUNT", "COMPTE", _V, False, _share),
    Verb("check", "contrôler", "", "", _C, False, _check),
)
