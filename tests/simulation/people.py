"""What people do in a walk: enter, press, letter, promise, contest, hold, find out."""

from __future__ import annotations

from datetime import timedelta

from collector_bot.core.ledger import MailId, OutboxId, SuggestionId
from collector_bot.core.refusals import DeskRefusal
from collector_bot.flows import hold, promise
from collector_bot.flows.approve_letter import (
    approve_letter,
    refuse_letter,
    resolve_uncertain,
)
from collector_bot.flows.close_mail import close_mail
from collector_bot.flows.decide import approve, reject
from collector_bot.flows.letter import Waits, letter, unletter
from tests.ledger import CLERK, MANAGER, SECOND_MANAGER
from tests.simulation.walk import AMOUNTS, Walk

TOO_FAR = 70  # days; such a promise waits for somebody else
ANOTHER = "0" * 16  # the digest of what nobody was shown
PEOPLE = (MANAGER, MANAGER, SECOND_MANAGER, SECOND_MANAGER, CLERK)


def post_invoice(walk: Walk) -> bool:
    walk.invoice(walk.code())
    return True


def post_payment(walk: Walk) -> bool:
    walk.pieces += 1
    owed = walk.owed()
    code, piece, minor = walk.pick(owed) or (walk.code(), "", 50_00)
    if walk.dice.random() < 0.2:
        minor = walk.dice.choice(AMOUNTS)
    walk.books.payment(
        code, f"VIR-{walk.pieces:04}", minor, on=walk.today, label=f"VIR {piece}"
    )
    return True


def press_approve(walk: Walk) -> bool:
    one = walk.suggestion()
    if one is None:
        return False
    number, digest = one
    shown = walk.dice.choice((digest, digest, digest, "", ANOTHER))
    person = walk.dice.choice(PEOPLE)
    desk = walk.desk
    posted = approve(desk, SuggestionId(number), by=person, digest=shown).posted
    if shown == ANOTHER:
        walk.faults.append(f"suggestion {number} was approved as something else")
    if walk.dice.random() < 0.5:  # a second press, or a second person
        other = walk.dice.choice(PEOPLE)
        try:
            approve(desk, SuggestionId(number), by=other, digest=digest)
        except DeskRefusal as refusal:
            walk.note(f"second press refused {refusal.code}")
        else:
            walk.faults.append(f"suggestion {number} was approved twice")
    return posted is not None


def press_reject(walk: Walk) -> bool:
    one = walk.suggestion()
    if one is None:
        return False
    person = walk.dice.choice(PEOPLE)
    reject(walk.desk, SuggestionId(one[0]), by=person, digest=one[1])
    return True


def letter_by_hand(walk: Walk) -> bool:
    code = walk.code()
    rows = walk.rows(
        "SELECT e.piece, o.side FROM open_item o JOIN entry e ON "
        "e.id = o.entry_id JOIN account a ON a.id = o.account_id WHERE a.code = ?",
        code,
    )
    debits = [piece for piece, side in rows if side == "D"]
    credits_ = [piece for piece, side in rows if side == "C"]
    if not debits or not credits_:
        return False
    pieces = [walk.dice.choice(debits), walk.dice.choice(credits_)]
    made = letter(walk.desk, code, pieces, by=walk.dice.choice(PEOPLE))
    if not isinstance(made, Waits):
        walk.faults.append("a manual lettering needed nobody else")
        return False
    return made.is_new


def undo_lettering(walk: Walk) -> bool:
    found = walk.pick(
        walk.rows(
            "SELECT a.code, g.code FROM lettering l JOIN lettering_group g "
            "ON g.id = l.group_id JOIN account a ON a.id = g.account_id WHERE "
            "l.undoes_id IS NULL AND g.merged_into IS NULL AND l.id NOT IN "
            "(SELECT undoes_id FROM lettering WHERE undoes_id IS NOT NULL)"
        )
    )
    if found is None:
        return False
    unletter(walk.desk, found[0], found[1], by=walk.dice.choice(PEOPLE))
    return True


def take_promise(walk: Walk) -> bool:
    owed = walk.pick(walk.owed())
    if owed is None:
        return False
    promise.add_promise(
        walk.desk,
        owed[0],
        on=walk.today + timedelta(days=walk.dice.choice((0, 2, 4, 6, 8, TOO_FAR))),
        by=walk.dice.choice(PEOPLE),
        pieces=[owed[1]],
    )
    return True


def decide_promise(walk: Walk) -> bool:
    found = walk.pick(walk.rows("SELECT id FROM promise"))
    if found is None:
        return False
    decide = walk.dice.choice(
        (promise.accept_promise, promise.reject_promise, promise.cancel_promise)
    )
    decide(walk.desk, found[0], by=walk.dice.choice(PEOPLE))
    return True


def contest(walk: Walk) -> bool:
    owed = walk.pick(walk.owed())
    if owed is None:
        return False
    desk, by = walk.desk, walk.dice.choice(PEOPLE)
    return hold.open_dispute(desk, owed[0], by=by, pieces=[owed[1]]) is not None


def end_dispute(walk: Walk) -> bool:
    found = walk.pick(walk.rows("SELECT id FROM dispute"))
    if found is None:
        return False
    hold.close_dispute(walk.desk, found[0], by=walk.dice.choice(PEOPLE))
    return True


def keep_back(walk: Walk) -> bool:
    owed = walk.pick(walk.owed())
    if owed is None:
        return False
    until = walk.today + timedelta(days=walk.dice.randint(0, 6))
    placed = hold.place_hold(
        walk.desk,
        owed[0],
        by=walk.dice.choice(PEOPLE),
        piece=walk.dice.choice(("", owed[1])),
        until_on=walk.dice.choice((None, until, until)),
    )
    return placed is not None


def let_go(walk: Walk) -> bool:
    found = walk.pick(walk.rows("SELECT id FROM hold WHERE released_at IS NULL"))
    if found is None:
        return False
    hold.release_hold(walk.desk, found[0], by=walk.dice.choice(PEOPLE))
    return True


def deal_with_mail(walk: Walk) -> bool:
    found = walk.pick(walk.rows("SELECT id FROM mail WHERE needs_person <> ''"))
    if found is None:
        return False
    close_mail(walk.desk, MailId(found[0]), by=walk.dice.choice(PEOPLE))
    return True


def release_letter(walk: Walk) -> bool:
    found = walk.letter_in("awaiting_approval", "sent", "cancelled")
    if found is None:
        return False
    number, digest, _ = found
    by, desk = walk.dice.choice(PEOPLE), walk.desk
    approve_letter(desk, OutboxId(number), by=by, digest=digest)
    return True


def turn_letter_down(walk: Walk) -> bool:
    found = walk.letter_in("awaiting_approval")
    if found is None:
        return False
    by = walk.dice.choice(PEOPLE)
    refuse_letter(walk.desk, OutboxId(found[0]), by=by)
    return True


def find_out(walk: Walk) -> bool:
    """A person finds out what became of an uncertain letter, and says so."""
    found = walk.letter_in("uncertain")
    if found is None:
        return False
    number, _, message_id = found
    arrived = message_id in walk.left
    verdict = "sent" if arrived else walk.dice.choice(("resend", "drop"))
    by = walk.dice.choice(PEOPLE)
    resolve_uncertain(walk.desk, OutboxId(number), by=by, verdict=verdict)
    return True
