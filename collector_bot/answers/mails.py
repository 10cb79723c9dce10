"""Which mails does a person have to look at, and what stands in one of them?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from email import message_from_bytes
from typing import Any

from sqlalchemy import Connection

from collector_bot.answers.promises import PromiseDetail, promise_detail
from collector_bot.core.ledger import Account, AccountId, MailId
from collector_bot.core.reading.body import body_of
from collector_bot.core.reading.contract import finding_json
from collector_bot.core.reading.findings import LeftOut
from collector_bot.core.reading.opinion import Opinion
from collector_bot.store import accounts, mails, opinions, promises
from collector_bot.store.mails import KeptMail


@dataclass(frozen=True, slots=True)
class SecondOpinion:
    """What a machine guessed of a mail: shown to people, acted on by nobody.

    Attributes:
        findings: in the shape of a reading's findings; never bounces.
        doubted: types of our own findings that it doubts.
    """

    findings: tuple[Mapping[str, Any], ...]
    doubted: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MailLine:
    """One mail in a list; code and name are "" while nobody knows the sender.

    `left_out` are its attachments that were not read.
    `opinion` is what a machine guessed of it, None when it says nothing.
    """

    id: MailId
    sender: str
    subject: str
    needs_person: str
    received_at: datetime
    code: str
    name: str
    left_out: tuple[LeftOut, ...] = ()
    opinion: SecondOpinion | None = None


@dataclass(frozen=True, slots=True)
class MailDetail:
    """One mail as a person sees it; every text is the sender's and hostile.

    Attributes:
        text: the whole body as text, "" when it cannot be taken apart.
        reading: what was understood, as kept; empty when it was never read.
        promises: promises that came of it.
        left_out: attachments that were not read.
        opinion: what a machine guessed of it, None when it says nothing.
    """

    mail: KeptMail
    account: Account | None
    text: str
    reading: Mapping[str, Any]
    promises: tuple[PromiseDetail, ...]
    left_out: tuple[LeftOut, ...] = ()
    opinion: SecondOpinion | None = None


def mails_for_person(connection: Connection) -> tuple[MailLine, ...]:
    """Return the mails that wait for a person, oldest first."""
    found = mails.for_person(connection)
    ids = [one.account_id for one in found if one.account_id is not None]
    named = accounts.names(connection, ids)
    guessed = _opinions(connection, found)
    return tuple(_line(one, named, opinion=guessed.get(one.id)) for one in found)


def _opinions(
    connection: Connection, found: Sequence[KeptMail]
) -> dict[MailId, SecondOpinion]:
    """Return the second opinions that say something, by mail."""
    kept = opinions.of_mails(connection, [one.id for one in found])
    readings = {one.id: one.reading or {} for one in found}
    told = {number: _told(one, readings[number]) for number, one in kept.items()}
    return {number: one for number, one in told.items() if one.findings or one.doubted}


def _told(opinion: Opinion, reading: Mapping[str, Any]) -> SecondOpinion:
    kinds = [str(one["type"]) for one in reading.get("findings", ())]
    return SecondOpinion(
        tuple(finding_json(one) for one in opinion.proposals),
        tuple(kinds[number - 1] for number in opinion.doubtful if number <= len(kinds)),
    )


def _line(
    mail: KeptMail,
    named: Mapping[int, tuple[str, str]],
    *,
    opinion: SecondOpinion | None,
) -> MailLine:
    code, name = named.get(mail.account_id or 0, ("", ""))
    return MailLine(
        mail.id,
        mail.sender,
        mail.subject,
        mail.needs_person,
        mail.received_at,
        code,
        name,
        _left_out(mail),
        opinion,
    )


def _left_out(mail: KeptMail) -> tuple[LeftOut, ...]:
    kept = (mail.reading or {}).get("left_out", ())
    return tuple(LeftOut(one["name"], one["note"]) for one in kept)


def mail_detail(
    connection: Connection, mail_id: MailId, *, grace_days: int, today: date
) -> MailDetail | None:
    """Return one mail with its text, None when there is no such number."""
    mail = mails.get(connection, mail_id)
    if mail is None:
        return None
    account = (
        accounts.by_id(connection, mail.account_id)
        if mail.account_id is not None
        else None
    )
    return MailDetail(
        mail,
        account,
        body_of(message_from_bytes(mail.raw), _no_sheets).text.strip(),
        mail.reading or {},
        _promises(
            connection, mail.account_id, mail_id, today=today, grace_days=grace_days
        ),
        _left_out(mail),
        _opinions(connection, [mail]).get(mail_id),
    )


def _no_sheets(attached: Sequence[tuple[str, str, bytes]]) -> tuple[()]:
    del attached
    return ()


def _promises(
    connection: Connection,
    account_id: AccountId | None,
    mail_id: MailId,
    *,
    today: date,
    grace_days: int,
) -> tuple[PromiseDetail, ...]:
    if account_id is None:
        return ()
    mine = [
        promise_detail(connection, one.id, today=today, grace_days=grace_days)
        for one in promises.of_account(connection, account_id)
        if one.mail_id == mail_id
    ]
    return tuple(one for one in mine if one is not None)
