"""A second opinion on a mail is kept beside its reading, for a person to see."""

from __future__ import annotations

from collector_bot.core.ledger import MailId
from collector_bot.core.reading.opinion import Opinion, Question, asked, opinion_in
from collector_bot.flows import cards
from collector_bot.flows.desk import Desk
from collector_bot.store import accounts, mails, opinions
from collector_bot.store.readings import StoreKnown


def mails_to_ask(desk: Desk, *, limit: int) -> list[MailId]:
    """Return mails that wait for a person and nobody was asked about yet."""
    with desk.database.reading() as connection:
        return opinions.unasked(connection, limit=limit)


def question_about(desk: Desk, mail_id: MailId, *, max_chars: int) -> Question | None:
    """Return what to ask about a mail; None, and never again, when it has no words."""
    with desk.database.reading() as connection:
        mail = mails.get(connection, mail_id)
        if mail is None:
            return None
        reading = mail.reading or {}
        account = (
            accounts.by_id(connection, mail.account_id)
            if mail.account_id is not None
            else None
        )
        known = StoreKnown(connection, today=desk.today(), country=desk.country)
        question = asked(
            str(reading.get("said", "")),
            mail.received_at.astimezone(desk.timezone).date(),
            known.items_of(account.code) if account else (),
            understood=[str(one["type"]) for one in reading.get("findings", ())],
            max_chars=max_chars,
        )
    if question is None:
        with desk.database.writing() as connection:
            opinions.note_asked(connection, mail_id, Opinion(), model="", at=desk.now())
    return question


def keep_opinion(
    desk: Desk, mail_id: MailId, question: Question, *, answer: str, model: str
) -> bool:
    """Keep what of an answer a person may see; False when nothing can be made of it.

    The answer changes nothing else: no promise, no dispute, no hold, no lettering.

    Args:
        answer: whatever the machine said; hostile.
    """
    below = desk.policy.read_confidence_min
    opinion = opinion_in(answer, question, below=below)
    now = desk.now()
    with desk.database.writing() as connection:
        opinions.note_asked(connection, mail_id, opinion, model=model, at=now)
        mail = mails.get(connection, mail_id)
        waits = mail is not None and mail.closed_at is None
        if mail is not None and waits and opinion and opinion != Opinion():
            cards.show(
                connection,
                f"mail:{mail_id}",
                at=now,
                turn="opinion",
                account_id=mail.account_id,
            )
    return opinion is not None


def note_unanswered(desk: Desk, mail_id: MailId, *, model: str) -> None:
    """Count a question about a mail that no answer came to."""
    with desk.database.writing() as connection:
        opinions.note_asked(connection, mail_id, None, model=model, at=desk.now())
