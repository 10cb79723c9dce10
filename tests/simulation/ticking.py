"""What happens by itself in a walk: answers arrive, ticks tick, the process dies."""

from __future__ import annotations

import json
from datetime import timedelta

from collector_bot.core.ledger import MailId
from collector_bot.flows import daily, deliver, read_mail, suggest
from collector_bot.flows.close_mail import close_mail
from collector_bot.flows.run_dunning import run_dunning
from collector_bot.mail.imap import FetchedMail
from collector_bot.mail.inbox import keep
from collector_bot.mail.sender import send_letters
from tests.ledger import CLERK
from tests.simulation.oracle import balance
from tests.simulation.post_office import ARCHIVE, Killed
from tests.simulation.walk import Walk


def match(walk: Walk) -> bool:
    for account in suggest.accounts_to_match(walk.desk):
        suggest.suggest_account(walk.desk, account)
    return True


def receive_answer(walk: Walk) -> bool:
    """A customer writes; the mail is kept and not read yet."""
    owed = walk.pick(walk.owed())
    if owed is None:
        return False
    code, piece, minor = owed
    day = walk.today + timedelta(days=walk.dice.randint(1, 9))
    said = walk.dice.choice(
        (
            f"Nous réglerons la facture {piece} le {day:%d/%m/%Y}.",
            f"Nous contestons la facture {piece} : la marchandise est abîmée.",
            f"Veuillez trouver le détail de notre virement :\r\n\r\n"
            f"{piece}   {minor // 100},00 EUR",
            "Bien reçu.",
        )
    )
    raw = (
        f"From: compta@{code.lower()}.example\r\nSubject: Relance\r\n"
        f"Message-ID: <{len(walk.arrived)}@{code.lower()}.example>\r\n"
        "Content-Type: text/plain; charset=utf-8\r\n\r\n"
        f"Bonjour,\r\n\r\n{said}\r\n"
    )
    walk.arrived.append(raw.encode())
    fetch(walk, len(walk.arrived))
    return True


def look_into_mailbox(walk: Walk) -> bool:
    """The mailbox is looked at again, also for mails it gave before."""
    for uid in range(1, len(walk.arrived) + 1):
        fetch(walk, uid)
    walk.books.mailbox_read()
    return True


def fetch(walk: Walk, uid: int) -> None:
    raw = walk.arrived[uid - 1]
    try:
        keep(
            walk.desk,
            FetchedMail(
                folder="INBOX",
                uidvalidity=7,
                uid=uid,
                size=len(raw),
                internal_at=walk.books.hands.at,
                raw=raw,
                too_large=False,
            ),
        )
    except Killed:
        walk.restart()
        fetch(walk, uid)


def read_mails(walk: Walk) -> bool:
    desk = walk.desk
    unread = read_mail.unread_mails(desk)
    for mail in unread:
        if read_mail.read_kept_mail(desk, mail).state != "read":
            walk.faults.append(f"mail {mail} was not read")
    return bool(unread)


def look_for_copies(walk: Walk) -> bool:
    """The archive copy of an uncertain letter is found, or a person is asked."""
    desk = walk.desk
    letters = deliver.uncertain_letters(desk)
    for one in letters:
        if one.message_id in walk.left:
            deliver.prove_sent(desk, one.id)
        else:
            deliver.ask_a_person(desk, one)
    return bool(letters)


def dun(walk: Walk) -> bool:
    suggest_first = walk.dice.random() < 0.7
    if suggest_first:
        match(walk)
    try:
        steps = run_dunning(walk.desk, by="schedule").steps
    finally:
        remember_letters(walk)
    return steps > 0


def remember_letters(walk: Walk) -> None:
    """Note what each new letter says is open, at the moment it is written."""
    for message_id, account, told in walk.rows(
        "SELECT message_id, account_id, payload FROM outbox WHERE kind = 'letter'"
    ):
        if message_id not in walk.shown:
            entries = json.loads(told)["entries"]
            walk.shown[message_id] = balance(walk.rows, account, entries)


def send(walk: Walk) -> bool:
    look_into_mailbox(walk)
    if walk.dice.random() < 0.8:
        read_mails(walk)
        for (number,) in walk.rows(
            "SELECT id FROM mail WHERE needs_person <> '' AND closed_at IS NULL"
        ):
            close_mail(walk.desk, MailId(number), by=CLERK)
            walk.note("close mail")
    walk.books.hands.forward(minutes=walk.dice.choice((1, 30, 90)))
    if walk.dice.random() < 0.9:
        walk.books.mailbox_read()
    left = len(walk.left)
    walk.office.happened.clear()
    try:
        send_letters(
            walk.desk,
            walk.office,
            walk.rate,
            archive_address=ARCHIVE,
            stop=lambda: False,
        )
    finally:
        for what in walk.office.happened:
            walk.note(f"smtp {what}")
    return len(walk.left) > left


def tidy_up(walk: Walk) -> bool:
    daily.tidy(walk.desk)
    deliver.recover_claims(walk.desk)
    return True


def arm(walk: Walk) -> bool:
    """The process will die at one of its next commits."""
    walk.database.die_in = walk.dice.randint(1, 8)
    return True
