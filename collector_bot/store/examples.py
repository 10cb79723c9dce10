"""Examples: what was read of a mail, and what a person says it means."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select

from collector_bot.core.ledger import MailId
from collector_bot.store import journal
from collector_bot.store.seals import SealKind
from collector_bot.store.tables import ReadingExampleRow, table

_EXAMPLE = table(ReadingExampleRow)

Told = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Example:
    """One finding as read and as put right.

    Attributes:
        number: of the finding in its mail, from 1; 0 for one that was missed.
        said: as it was read, None where it was missed.
        meant: as a person says it is, None where there is nothing of the kind.
    """

    id: int
    mail_id: MailId
    number: int
    said: Told | None
    meant: Told | None
    made_by: str
    made_at: datetime


def add(
    connection: Connection,
    mail_id: MailId,
    *,
    number: int,
    said: Told | None,
    meant: Told | None,
    by: str,
    at: datetime,
) -> int:
    """Record what a person put right; return the number of the example."""
    made = connection.execute(
        insert(_EXAMPLE)
        .values(
            mail_id=mail_id,
            number=number,
            said=said,
            meant=meant,
            made_by=by,
            made_at=at,
        )
        .returning(_EXAMPLE.c.id)
    )
    example_id = int(made.scalar_one())
    journal.record_change(
        connection,
        SealKind.EXAMPLE,
        example_id,
        action="reading.corrected",
        by=by,
        at=at,
        facts={"mail": mail_id, "finding": number},
    )
    return example_id


def of_mail(connection: Connection, mail_id: MailId) -> list[Example]:
    """Return what people put right of one mail, oldest first."""
    rows = connection.execute(
        select(_EXAMPLE).where(_EXAMPLE.c.mail_id == mail_id).order_by(_EXAMPLE.c.id)
    )
    return [
        Example(
            row.id,
            MailId(row.mail_id),
            row.number,
            row.said,
            row.meant,
            row.made_by,
            row.made_at,
        )
        for row in rows
    ]


def corrected_mails(connection: Connection) -> list[MailId]:
    """Return the mails of which people put something right, oldest first."""
    rows = connection.scalars(
        select(_EXAMPLE.c.mail_id).distinct().order_by(_EXAMPLE.c.mail_id)
    )
    return [MailId(one) for one in rows]


def put_right(findings: Sequence[Told], found: Sequence[Example]) -> list[Told]:
    """Return the findings of a mail as people left them, the last word counting.

    Args:
        findings: as they were read, in order.
        found: the examples of the same mail, oldest first.
    """
    numbered: dict[int, Told | None] = dict(enumerate(findings, start=1))
    missed = []
    for one in found:
        if one.number:
            numbered[one.number] = one.meant
        elif one.meant is not None:
            missed.append(one.meant)
    return [one for one in (*numbered.values(), *missed) if one is not None]
