"""Inbound mail: kept before it is understood, read, closed by what or whom."""

from __future__ import annotations

import hashlib
import zlib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    func,
    insert,
    select,
    update,
)

from collector_bot.core.ledger import AccountId, MailId
from collector_bot.core.reading.contract import finding_from_json
from collector_bot.core.reading.findings import Remittance
from collector_bot.store.tables import CursorRow, MailRow, table

_MAIL, _CURSOR = table(MailRow), table(CursorRow)
MAX_ATTEMPTS = 3


@dataclass(frozen=True, slots=True)
class Arrived:
    """One mail as the mailbox gave it; `raw` is only its headers when too large."""

    folder: str
    uidvalidity: int
    uid: int
    raw: bytes
    size: int
    too_large: bool
    received_at: datetime


@dataclass(frozen=True, slots=True)
class KeptMail:
    """One mail as it is kept."""

    id: MailId
    raw: bytes
    received_at: datetime
    state: str
    attempts: int
    reason: str
    message_id: str
    sender: str
    subject: str
    account_id: AccountId | None
    reading: Mapping[str, Any] | None
    needs_person: str
    closed_at: datetime | None
    closed_by: str


def cursor(connection: Connection, folder: str) -> tuple[int, int]:
    """Return UIDVALIDITY and last UID read of a folder; (0, 0) before the first."""
    row = connection.execute(
        select(_CURSOR.c.uidvalidity, _CURSOR.c.last_uid).where(
            _CURSOR.c.folder == folder
        )
    ).first()
    return (row.uidvalidity, row.last_uid) if row else (0, 0)


def keep(connection: Connection, mail: Arrived, *, now: datetime) -> MailId | None:
    """Keep the bytes and move the cursor; None when these very bytes are kept."""
    _move_cursor(connection, mail, now=now)
    digest = hashlib.sha256(mail.raw).hexdigest()
    there = connection.scalar(
        select(_MAIL.c.id).where(
            (_MAIL.c.sha256 == digest)
            | (
                (_MAIL.c.folder == mail.folder)
                & (_MAIL.c.uidvalidity == mail.uidvalidity)
                & (_MAIL.c.uid == mail.uid)
            )
        )
    )
    if there is not None:
        return None
    made = connection.execute(
        insert(_MAIL)
        .values(
            folder=mail.folder,
            uidvalidity=mail.uidvalidity,
            uid=mail.uid,
            sha256=digest,
            raw=zlib.compress(mail.raw, 6),
            size=mail.size,
            received_at=mail.received_at,
            state="too_large" if mail.too_large else "received",
            reason="larger than mailbox.max_bytes" if mail.too_large else "",
            needs_person="too_large" if mail.too_large else "",
            attempts=0,
        )
        .returning(_MAIL.c.id)
    )
    return MailId(made.scalar_one())


def _move_cursor(connection: Connection, mail: Arrived, *, now: datetime) -> None:
    uidvalidity, last_uid = cursor(connection, mail.folder)
    values = {
        "uidvalidity": mail.uidvalidity,
        "last_uid": (
            max(last_uid, mail.uid) if uidvalidity == mail.uidvalidity else mail.uid
        ),
        "read_at": now,
    }
    moved = connection.execute(
        update(_CURSOR).where(_CURSOR.c.folder == mail.folder).values(**values)
    )
    if moved.rowcount == 0:
        connection.execute(insert(_CURSOR).values(folder=mail.folder, **values))


def unread(connection: Connection, *, limit: int = 50) -> list[MailId]:
    """Return mails that wait to be read, oldest first."""
    rows = connection.scalars(
        select(_MAIL.c.id)
        .where(_MAIL.c.state == "received")
        .order_by(_MAIL.c.id)
        .limit(limit)
    )
    return [MailId(one) for one in rows]


def get(connection: Connection, mail_id: MailId) -> KeptMail | None:
    """Return one mail with its bytes, None when there is no such number."""
    row = connection.execute(select(_MAIL).where(_MAIL.c.id == mail_id)).first()
    return _kept(row) if row else None


def exists(connection: Connection, mail_id: MailId) -> bool:
    """Return whether there is a mail with this number."""
    found = connection.scalar(select(_MAIL.c.id).where(_MAIL.c.id == mail_id))
    return found is not None


def read_ids(connection: Connection) -> list[MailId]:
    """Return the mails that were read or set aside, oldest first; no history."""
    rows = connection.scalars(
        select(_MAIL.c.id)
        .where(_MAIL.c.state.in_(("read", "quarantined")), _MAIL.c.reason != "history")
        .order_by(_MAIL.c.id)
    )
    return [MailId(one) for one in rows]


def for_person(connection: Connection, *, limit: int = 50) -> list[KeptMail]:
    """Return mails a person has to look at, oldest first."""
    rows = connection.execute(
        select(_MAIL)
        .where(_MAIL.c.needs_person != "", _MAIL.c.closed_at.is_(None))
        .order_by(_MAIL.c.id)
        .limit(limit)
    )
    return [_kept(row) for row in rows]


def advices_of(
    connection: Connection, account_id: AccountId, *, since: date
) -> list[tuple[MailId, Remittance]]:
    """Return the remittance advices a customer sent since that day, latest first."""
    rows = connection.execute(
        select(_MAIL.c.id, _MAIL.c.reading)
        .where(_MAIL.c.account_id == account_id, *_read_since(since))
        .order_by(_MAIL.c.id.desc())
        .limit(100)
    )
    return [
        (MailId(mail_id), advice)
        for mail_id, reading in rows
        for advice in _advices(reading)
    ]


def all_advices(
    connection: Connection, *, since: date
) -> dict[AccountId, list[Remittance]]:
    """Return the remittance advices of all customers since that day."""
    rows = connection.execute(
        select(_MAIL.c.account_id, _MAIL.c.reading)
        .where(_MAIL.c.account_id.is_not(None), *_read_since(since))
        .order_by(_MAIL.c.id.desc())
    )
    found: dict[AccountId, list[Remittance]] = defaultdict(list)
    for account_id, reading in rows:
        for advice in _advices(reading):
            found[AccountId(account_id)].append(advice)
    return found


def _read_since(since: date) -> tuple[ColumnElement[bool], ...]:
    day = datetime.combine(since, time(), UTC)
    return (_MAIL.c.state == "read", _MAIL.c.received_at >= day)


def _advices(reading: Mapping[str, Any] | None) -> Iterator[Remittance]:
    for told in (reading or {}).get("findings", []):
        if told.get("type") == "remittance":
            finding = finding_from_json(told)
            if isinstance(finding, Remittance):
                yield finding


def any_received(connection: Connection) -> bool:
    """Return whether a mail is kept that has not been read yet."""
    found = connection.scalar(
        select(_MAIL.c.id).where(_MAIL.c.state == "received").limit(1)
    )
    return found is not None


def waits_for_person(connection: Connection, account_id: AccountId) -> bool:
    """Return whether a mail of this customer waits for a person."""
    found = connection.scalar(
        select(_MAIL.c.id)
        .where(
            _MAIL.c.account_id == account_id,
            _MAIL.c.closed_at.is_(None),
            _MAIL.c.needs_person != "",
        )
        .limit(1)
    )
    return found is not None


def mark_history(connection: Connection, mail_id: MailId) -> None:
    """Record that a mail came before Collector did: kept, and not acted on."""
    connection.execute(
        update(_MAIL)
        .where(_MAIL.c.id == mail_id)
        .values(state="read", reason="history", needs_person="")
    )


def mark_ours(connection: Connection, mail_id: MailId, *, message_id: str) -> None:
    """Record that a mail is the archive copy of a letter: nobody has to read it."""
    connection.execute(
        update(_MAIL)
        .where(_MAIL.c.id == mail_id)
        .values(state="ours", message_id=message_id[:250])
    )


def mark_read(
    connection: Connection,
    mail_id: MailId,
    *,
    state: str,
    account_id: AccountId | None,
    needs_person: str,
    told: Mapping[str, Any],
) -> None:
    """Record what was understood; `told` has message_id, sender, subject, reading."""
    connection.execute(
        update(_MAIL)
        .where(_MAIL.c.id == mail_id)
        .values(
            state=state,
            account_id=account_id,
            needs_person=needs_person,
            message_id=str(told["message_id"])[:250],
            sender=str(told["sender"])[:320],
            subject=str(told["subject"])[:500],
            reading=told["reading"],
        )
    )


def note_failure(connection: Connection, mail_id: MailId, *, reason: str) -> bool:
    """Count a failed attempt; True when the mail is now set aside for a person."""
    attempts = connection.scalar(
        update(_MAIL)
        .where(_MAIL.c.id == mail_id)
        .values(attempts=_MAIL.c.attempts + 1, reason=reason[:500])
        .returning(_MAIL.c.attempts)
    )
    if (attempts or 0) < MAX_ATTEMPTS:
        return False
    connection.execute(
        update(_MAIL)
        .where(_MAIL.c.id == mail_id)
        .values(state="quarantined", needs_person="quarantined")
    )
    return True


def close(connection: Connection, mail_id: MailId, *, by: str, at: datetime) -> bool:
    """Record that a person dealt with a mail; False when somebody did before."""
    moved = connection.execute(
        update(_MAIL)
        .where(
            _MAIL.c.id == mail_id,
            _MAIL.c.needs_person != "",
            _MAIL.c.closed_at.is_(None),
        )
        .values(closed_at=at, closed_by=by)
    )
    return moved.rowcount == 1


def counts(connection: Connection) -> dict[str, int]:
    """Return how many mails there are by state."""
    rows = connection.execute(
        select(_MAIL.c.state, func.count()).group_by(_MAIL.c.state)
    )
    return {str(row[0]): int(row[1]) for row in rows}


def _kept(row: Row[Any]) -> KeptMail:
    return KeptMail(
        id=MailId(row.id),
        raw=zlib.decompress(row.raw),
        received_at=row.received_at,
        state=row.state,
        attempts=row.attempts,
        reason=row.reason,
        message_id=row.message_id,
        sender=row.sender,
        subject=row.subject,
        account_id=AccountId(row.account_id) if row.account_id else None,
        reading=row.reading,
        needs_person=row.needs_person,
        closed_at=row.closed_at,
        closed_by=row.closed_by or "",
    )
