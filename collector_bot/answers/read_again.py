"""What would the reader of today say of a kept mail, against what it said then?"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from collector_bot.core.ledger import MailId
from collector_bot.core.reading import Reading
from collector_bot.core.reading.agreement import Verdict, verdict
from collector_bot.core.reading.contract import finding_json
from collector_bot.core.refusals import UnknownNumberError
from collector_bot.store import examples, mails
from collector_bot.store.mails import KeptMail

ReadKept = Callable[[Connection, KeptMail], Reading]


@dataclass(frozen=True, slots=True)
class Said:
    """What a mail was, or is, read to say; `findings` as the JSON contract has them."""

    sender_account: str | None
    suspicious: bool
    findings: Sequence[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Again:
    """One mail read then and now; `corrected` is what people left, None if nobody."""

    mail_id: MailId
    verdict: Verdict
    then: Said
    now: Said
    corrected: Sequence[Mapping[str, Any]] | None = None


def mails_to_read_again(
    connection: Connection, wanted: Sequence[MailId] = ()
) -> list[MailId]:
    """Return the mails that were read, in order; or of `wanted` those that were.

    Raises:
        UnknownNumberError: there is no such mail.
    """
    for number in wanted:
        if not mails.exists(connection, number):
            raise UnknownNumberError(what="mail", what_fr="courriel", number=number)
    read = mails.read_ids(connection)
    return [one for one in read if not wanted or one in wanted]


def read_again(connection: Connection, mail_id: MailId, read: ReadKept) -> Again:
    """Return how one mail is read now beside how it was; nothing is changed.

    Args:
        connection: of the moment the mail is read in.
        mail_id: of a mail that `mails_to_read_again` named.
        read: the reader of today.
    """
    mail = mails.get(connection, mail_id)
    if mail is None:
        msg = f"mail {mail_id} is gone: mails are kept"
        raise ValueError(msg)
    kept = mail.reading or {}
    then = Said(
        kept.get("sender_account"),
        bool(kept.get("suspicious")),
        list(kept.get("findings", ())),
    )
    reading = read(connection, mail)
    now = Said(
        reading.sender_account,
        reading.suspicious,
        [finding_json(one) for one in reading.findings],
    )
    words = examples.of_mail(connection, mail_id)
    truth = examples.put_right(then.findings, words) if words else None
    found = verdict(then.findings, now.findings, truth=truth)
    beside = (then.sender_account, then.suspicious) == (
        now.sender_account,
        now.suspicious,
    )
    if found is Verdict.SAME and not beside:
        found = Verdict.DIFFERENT
    return Again(mail_id, found, then, now, truth)
