"""Second opinions on mails: kept for people to see, read by nothing that acts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select, update

from collector_bot.core.ledger import MailId
from collector_bot.core.reading.contract import finding_from_json, finding_json
from collector_bot.core.reading.opinion import Opinion
from collector_bot.store.tables import MailRow, OpinionRow, table

_MAIL, _OPINION = table(MailRow), table(OpinionRow)
ATTEMPTS_MAX = 3


def unasked(connection: Connection, *, limit: int) -> list[MailId]:
    """Return mails that wait for a person and have no opinion, the least tried first.

    Those asked about three times in vain are left alone.
    """
    rows = connection.scalars(
        select(_MAIL.c.id)
        .outerjoin(_OPINION, _OPINION.c.mail_id == _MAIL.c.id)
        .where(
            _MAIL.c.state == "read",
            _MAIL.c.needs_person != "",
            _MAIL.c.closed_at.is_(None),
            _OPINION.c.answered_at.is_(None),
            _OPINION.c.attempts.is_(None) | (_OPINION.c.attempts < ATTEMPTS_MAX),
        )
        .order_by(_OPINION.c.attempts.is_not(None), _OPINION.c.attempts, _MAIL.c.id)
        .limit(limit)
    )
    return [MailId(one) for one in rows]


def note_asked(
    connection: Connection,
    mail_id: MailId,
    opinion: Opinion | None,
    *,
    model: str,
    at: datetime,
) -> None:
    """Count one question about a mail, and keep what came of it; None for nothing."""
    told: dict[str, Any] = {"asked_at": at, "model": model[:200]}
    empty: dict[str, Any] = {"findings": [], "doubtful": []}
    if opinion is not None:
        told["answered_at"] = at
        told["findings"] = [finding_json(one) for one in opinion.proposals]
        told["doubtful"] = list(opinion.doubtful)
    moved = connection.execute(
        update(_OPINION)
        .where(_OPINION.c.mail_id == mail_id)
        .values(attempts=_OPINION.c.attempts + 1, **told)
    )
    if not moved.rowcount:
        connection.execute(
            insert(_OPINION).values(mail_id=mail_id, attempts=1, **{**empty, **told})
        )


def of_mails(
    connection: Connection, mail_ids: Sequence[MailId]
) -> dict[MailId, Opinion]:
    """Return the opinions there are on these mails."""
    rows = connection.execute(
        select(_OPINION).where(
            _OPINION.c.mail_id.in_(mail_ids), _OPINION.c.answered_at.is_not(None)
        )
    )
    return {
        MailId(row.mail_id): Opinion(
            tuple(finding_from_json(one) for one in row.findings), tuple(row.doubtful)
        )
        for row in rows
    }
