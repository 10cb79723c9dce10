"""A person has dealt with a mail: its customer may be chased again."""

from __future__ import annotations

from collector_bot.core.ledger import MailId
from collector_bot.core.refusals import NotWaitingError, UnknownNumberError
from collector_bot.flows import cards
from collector_bot.flows.desk import Desk, Role
from collector_bot.store import journal, mails


def close_mail(desk: Desk, mail_id: MailId, *, by: str) -> None:
    """Record that somebody dealt with a mail.

    Raises:
        DeskRefusal: not a clerk, unknown, or dealt with before.
    """
    desk.roles.require(by, Role.CLERK)
    now = desk.now()
    with desk.database.writing() as connection:
        if mails.get(connection, mail_id) is None:
            raise UnknownNumberError(what="mail", what_fr="courriel", number=mail_id)
        if not mails.close(connection, mail_id, by=by, at=now):
            raise NotWaitingError(
                what=f"Mail {mail_id}", what_fr=f"Le courriel {mail_id}", state="closed"
            )
        journal.record(
            connection, journal.Act(by, "mail.closed", f"mail:{mail_id}", {}), at=now
        )
        cards.show(connection, f"mail:{mail_id}", at=now, turn="closed")
