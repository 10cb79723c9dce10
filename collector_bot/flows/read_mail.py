"""A kept mail is read, and what it says is recorded once, as far as it is trusted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection

from collector_bot.core.ledger import Account, MailId
from collector_bot.core.reading import Reading, read_mail, reading_json
from collector_bot.core.reading.contract import finding_json
from collector_bot.core.reading.findings import AutoReply
from collector_bot.flows import cards
from collector_bot.flows.act_on_mail import Acting, act
from collector_bot.flows.desk import Desk, one_sentence
from collector_bot.store import accounts, journal, mails, outbox
from collector_bot.store.mails import KeptMail
from collector_bot.store.readings import StoreKnown


@dataclass(frozen=True, slots=True)
class MailOutcome:
    """What became of a mail; `needs_person` says why somebody has to look, or ""."""

    mail_id: MailId
    state: str
    needs_person: str
    findings: int


def unread_mails(desk: Desk) -> list[MailId]:
    """Return the mails that wait to be read."""
    with desk.database.reading() as connection:
        return mails.unread(connection)


def read_kept_mail(desk: Desk, mail_id: MailId) -> MailOutcome:
    """Read one mail and record promises, disputes, suggestions and what needs a person.

    A sender nobody knows, a failed authentication or a finding below the policy's
    confidence never makes anything happen to the ledger: a person is shown the mail.
    """
    with desk.database.reading() as connection:
        mail = mails.get(connection, mail_id)
        if mail is None or mail.state != "received":
            return MailOutcome(mail_id, mail.state if mail else "unknown", "", 0)
        reading = read_now(desk, connection, mail, today=desk.today())
    now = desk.now()
    with desk.database.writing() as connection:
        current = mails.get(connection, mail_id)
        if current is None or current.state != "received":
            return MailOutcome(mail_id, "read", "", 0)
        account = _account_of(connection, reading)
        why = _act(desk, connection, mail, reading=reading, account=account, now=now)
        _mark(connection, mail, reading, state="read", account=account, why=why)
        if why:
            cards.show(
                connection,
                f"mail:{mail_id}",
                at=now,
                account_id=account.id if account else None,
            )
        return MailOutcome(mail_id, "read", why, len(reading.findings))


def read_now(
    desk: Desk, connection: Connection, mail: KeptMail, *, today: date
) -> Reading:
    """Return what the reader says of a kept mail; nothing comes of it.

    Args:
        desk: whose reader it is.
        connection: to recognise senders and pieces in.
        mail: as kept.
        today: what was settled long before that day is no longer spoken of.
    """
    return read_mail(
        mail.raw,
        known=StoreKnown(connection, today=today, country=desk.country),
        received_at=mail.received_at,
        own_addresses=desk.own_addresses,
        trusted_authserv=desk.trusted_authserv,
        sheets=desk.sheets,
    )


def _account_of(connection: Connection, reading: Reading) -> Account | None:
    """Return the account that speaks, or the one whose letter is answered."""
    if reading.sender_account:
        return accounts.by_code(connection, reading.sender_account)
    case = outbox.account_of_message(connection, reading.in_reply_to)
    return accounts.by_id(connection, case) if case is not None else None


def _act(
    desk: Desk,
    connection: Connection,
    mail: KeptMail,
    *,
    reading: Reading,
    account: Account | None,
    now: datetime,
) -> str:
    """Record what the findings mean; return why a person has to look, or ""."""
    if reading.problem:
        return "unreadable"
    if not reading.findings:
        return "not_understood"
    acting = Acting(
        desk=desk,
        connection=connection,
        mail=mail,
        reading=reading,
        account=account,
        now=now,
    )
    reasons = [
        act(acting, finding, number=number)
        for number, finding in enumerate(reading.findings, start=1)
    ]
    only_machine = all(isinstance(one, AutoReply) for one in reading.findings)
    if account is None and not only_machine:
        return "unknown_sender"
    if reading.suspicious and not only_machine:
        return "suspicious"
    return next((reason for reason in reasons if reason), "")


def _mark(
    connection: Connection,
    mail: KeptMail,
    reading: Reading,
    *,
    state: str,
    account: Account | None,
    why: str,
) -> None:
    told: dict[str, Any] = reading_json(reading, f"mail-{mail.id}.eml")
    told["findings"] = [finding_json(one) for one in reading.findings]
    told["said"] = reading.said
    told["suspicions"] = list(reading.suspicions)
    told["authenticated"] = reading.authenticated
    told["known_by"] = reading.known_by
    told["left_out"] = [
        {"name": one.name, "note": one.note} for one in reading.left_out
    ]
    mails.mark_read(
        connection,
        mail.id,
        state=state,
        account_id=account.id if account else None,
        needs_person=why,
        told={
            "message_id": reading.message_id,
            "sender": reading.sender,
            "subject": reading.subject,
            "reading": told,
        },
    )


def set_aside(desk: Desk, mail_id: MailId, problem: Exception) -> None:
    """Count a mail whose reading failed; the third time a person is shown it."""
    now = desk.now()
    with desk.database.writing() as connection:
        why = one_sentence(problem, desk.language)
        if mails.note_failure(connection, mail_id, reason=why):
            cards.show(connection, f"mail:{mail_id}", at=now)
            journal.record(
                connection,
                journal.Act("collector", "mail.set_aside", f"mail:{mail_id}", {}),
                at=now,
            )
