"""Decisions: who answered what, once, and the digest of exactly what they saw."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select

from collector_bot.store import journal
from collector_bot.store.seals import Sealed, SealKind
from collector_bot.store.tables import DecisionRow, table

_DECISION = table(DecisionRow)


@dataclass(frozen=True, slots=True)
class Decided:
    """Who answered what, and the digest of what they saw."""

    subject: str
    verdict: str
    digest: str
    at: datetime
    by: str
    reason: str = ""


def decision_on(connection: Connection, subject: str) -> Decided | None:
    """Return the decision on `suggestion:12`, `letter:7` …; None when there is none."""
    row = connection.execute(
        select(_DECISION).where(_DECISION.c.subject == subject)
    ).first()
    if row is None:
        return None
    return Decided(
        row.subject, row.verdict, row.digest, row.decided_at, row.decided_by, row.reason
    )


def record_decision(connection: Connection, decided: Decided) -> None:
    """Write who answered, also into the journal; a subject is answered once."""
    connection.execute(
        insert(_DECISION).values(
            subject=decided.subject,
            verdict=decided.verdict,
            digest=decided.digest,
            decided_at=decided.at,
            decided_by=decided.by,
            reason=decided.reason,
        )
    )
    kind = decided.subject.partition(":")[0]
    act = journal.Act(
        decided.by,
        f"{kind}.{decided.verdict}",
        decided.subject,
        {"digest": decided.digest},
    )
    sealed = Sealed(SealKind.DECISION, (decided.subject,))
    journal.record(connection, act, at=decided.at, sealed=sealed)
