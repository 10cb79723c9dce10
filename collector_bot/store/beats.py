"""When each tick last went well, and facts made once for this ledger."""

from __future__ import annotations

import secrets
from datetime import datetime

from sqlalchemy import Connection, insert, select, text, update

from collector_bot.store.tables import HeartbeatRow, InstallationRow, table

_BEAT, _FACT = table(HeartbeatRow), table(InstallationRow)


def beat(connection: Connection, name: str, *, at: datetime, note: str = "") -> None:
    """Note that something went well now."""
    moved = connection.execute(
        update(_BEAT).where(_BEAT.c.name == name).values(at=at, note=note)
    )
    if moved.rowcount == 0:
        connection.execute(insert(_BEAT).values(name=name, at=at, note=note))


def last(connection: Connection, name: str) -> tuple[datetime, str] | None:
    """Return when something last went well, and its note; None for never."""
    row = connection.execute(select(_BEAT).where(_BEAT.c.name == name)).first()
    return (row.at, row.note) if row else None


def letter_key(connection: Connection) -> bytes:
    """Return the key Message-IDs derive from; made with the first letter."""
    name = "letter-key"
    found = connection.scalar(select(_FACT.c.value).where(_FACT.c.name == name))
    if found is None:
        found = secrets.token_hex(32)
        connection.execute(insert(_FACT).values(name=name, value=found))
    return bytes.fromhex(str(found))


def newest_entry(connection: Connection) -> int:
    """Return the id of the newest entry, 0 for an empty ledger."""
    return int(connection.scalar(text("SELECT max(id) FROM entry")) or 0)


def mail_since(connection: Connection, *, first: datetime) -> datetime:
    """Return from when on mail is acted on; `first` is kept the first time it is asked.

    A mailbox may hold years of answers to letters that were not ours.
    """
    name = "mail-since"
    found = connection.scalar(select(_FACT.c.value).where(_FACT.c.name == name))
    if found is None:
        found = first.isoformat()
        connection.execute(insert(_FACT).values(name=name, value=found))
    return datetime.fromisoformat(str(found))
