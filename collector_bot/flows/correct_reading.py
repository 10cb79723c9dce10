"""A person puts right what was read of a mail, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from collector_bot.core.holds import PromiseState
from collector_bot.core.ledger import Account, MailId
from collector_bot.core.reading import Reading
from collector_bot.core.reading.agreement import agree
from collector_bot.core.reading.contract import finding_json
from collector_bot.core.reading.findings import Finding
from collector_bot.core.reading.meant import Meant, finding_of
from collector_bot.core.refusals import (
    NotWaitingError,
    UnknownNumberError,
    WhichFindingError,
)
from collector_bot.flows import cards
from collector_bot.flows.act_on_mail import Acting, act, cause_key
from collector_bot.flows.desk import Desk, Role
from collector_bot.store import accounts, disputes, examples, items, mails, promises
from collector_bot.store.examples import Example
from collector_bot.store.mails import KeptMail

Told = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class PutRight:
    """What came of a correction.

    Attributes:
        example_id: number of the example kept.
        finding: its number in the mail, 0 for one that had been missed.
        ended: what the wrong reading had made and is over now, such as "promise:3".
        why: why a person still has to look at what was put in its place, "" if none.
    """

    example_id: int
    finding: int
    ended: tuple[str, ...]
    why: str


def correct_reading(
    desk: Desk,
    mail_id: MailId,
    meant: Meant | None,
    *,
    by: str,
    number: int | None = None,
) -> PutRight:
    """Keep what a person says a finding is, end what it made, and do what is meant.

    What a remittance advice had suggested stays a suggestion, for people to answer. A
    mail whose sender is in doubt stays in doubt: its promise waits for a manager.

    Args:
        meant: None where the mail says nothing of the kind.
        number: of the finding, from 1; 0 for one that was missed; None for the only
            one, or a missed one where nothing was read.

    Raises:
        DeskRefusal: not a clerk, unknown mail or finding, several and none named, a
            promise without its day, or corrected so before.
    """
    desk.roles.require(by, Role.CLERK)
    now = desk.now()
    with desk.database.writing() as connection:
        mail = mails.get(connection, mail_id)
        if mail is None:
            raise UnknownNumberError(what="mail", what_fr="courriel", number=mail_id)
        found = list((mail.reading or {}).get("findings", ()))
        number = _chosen(found, number, mail_id=mail_id)
        said = found[number - 1] if number else None
        account = _account(connection, mail)
        finding = _finding(connection, account, meant, said=said)
        told = finding_json(finding) if finding is not None else None
        before = examples.of_mail(connection, mail_id)
        if not _is_news(said, told, before, number=number):
            raise NotWaitingError(
                what="This correction", what_fr="Cette correction", state="recorded"
            )
        example_id = examples.add(
            connection,
            mail_id,
            number=number,
            said=said,
            meant=told,
            by=by,
            at=now,
        )
        ended: tuple[str, ...] = ()
        if number:
            ended = _end(connection, cause_key(mail_id, number), by=by, now=now)
        acting = Acting(
            desk=desk,
            connection=connection,
            mail=mail,
            reading=_reading(mail),
            account=account,
            now=now,
            by=by,
            turn=f":{example_id}",
        )
        why = act(acting, finding, number=number) if finding else ""
        if mail.needs_person:
            cards.show(
                connection, f"mail:{mail_id}", at=now, turn=f"corrected:{example_id}"
            )
        return PutRight(example_id, number, ended, why)


def _chosen(found: Sequence[Told], number: int | None, *, mail_id: MailId) -> int:
    """Return the number of the finding meant, 0 where nothing had been read."""
    if number is None:
        if len(found) > 1:
            raise WhichFindingError(number=mail_id, count=len(found))
        return len(found)
    if not 0 <= number <= len(found):
        raise UnknownNumberError(what="finding", what_fr="lecture", number=number)
    return number


def _account(connection: Connection, mail: KeptMail) -> Account | None:
    if mail.account_id is None:
        return None
    return accounts.by_id(connection, mail.account_id)


def _finding(
    connection: Connection,
    account: Account | None,
    meant: Meant | None,
    *,
    said: Told | None,
) -> Finding | None:
    """Return what is meant, its pieces spelt as the ledger spells them."""
    if meant is None:
        return None
    spelt = {}
    if account is not None:
        opens = items.of_account(connection, account.id)
        spelt = {item.title.upper(): item.title for item in opens}
        meant = replace(meant, currency=account.currency)
    pieces = [spelt.get(one.strip().upper(), one.strip()) for one in meant.pieces]
    evidence = str((said or {}).get("evidence", ""))
    return finding_of(replace(meant, pieces=tuple(pieces)), evidence=evidence)


def _is_news(
    said: Told | None,
    told: Told | None,
    before: Sequence[Example],
    *,
    number: int,
) -> bool:
    """Whether a correction says what is not recorded yet."""
    if number:
        last = [one.meant for one in before if one.number == number]
        now = last[-1] if last else said
        return not agree([now] if now else [], [told] if told else [])
    known = [one.meant for one in before if one.meant is not None]
    return told is not None and not any(agree([one], [told]) for one in known)


def _end(
    connection: Connection, key: str, *, by: str, now: datetime
) -> tuple[str, ...]:
    """End what came of a finding: promises, disputes and holds; return which."""
    ended = []
    for one in promises.caused_by(connection, key):
        promises.decide(connection, one, state=PromiseState.CANCELLED, by=by, at=now)
        cards.show(connection, f"promise:{one}", at=now, turn="cancelled")
        ended.append(f"promise:{one}")
    for one in disputes.disputes_caused_by(connection, key):
        disputes.close_dispute(connection, one, by=by, at=now)
        ended.append(f"dispute:{one}")
    for one in disputes.holds_caused_by(connection, key):
        disputes.release_hold(connection, one, by=by, at=now)
        ended.append(f"hold:{one}")
    return tuple(ended)


def _reading(mail: KeptMail) -> Reading:
    """Return who speaks in a mail and whether that is in doubt, as it was read."""
    kept = mail.reading or {}
    return Reading(
        sender_account=kept.get("sender_account"),
        known_by=str(kept.get("known_by", "")),
        suspicious=bool(kept.get("suspicious")),
        authenticated=kept.get("authenticated"),
    )
