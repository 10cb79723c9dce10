"""What became of the letterings suggestions led to: standing, or undone by whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, select

from collector_bot.core.ledger import AccountId, SuggestionId
from collector_bot.store.lettering_groups import LIVE
from collector_bot.store.tables import (
    DecisionRow,
    LetteringGroupRow,
    LetteringRow,
    table,
)

_LETTERING, _GROUP = table(LetteringRow), table(LetteringGroupRow)
_DECISION = table(DecisionRow)


@dataclass(frozen=True, slots=True)
class UndoneBy:
    """Who undid a lettering, and when."""

    by: str
    at: datetime


def standing_groups(
    connection: Connection, suggestion_id: SuggestionId
) -> list[tuple[int, AccountId]]:
    """Return the codes a suggestion's letterings stand under, each with its account."""
    head = func.coalesce(_GROUP.c.merged_into, _GROUP.c.id)
    rows = connection.execute(
        select(head, _LETTERING.c.account_id)
        .join(_GROUP, _GROUP.c.id == _LETTERING.c.group_id)
        .where(_LETTERING.c.suggestion_id == suggestion_id, *LIVE)
        .distinct()
        .order_by(_LETTERING.c.account_id, head)
    )
    return [(row[0], AccountId(row[1])) for row in rows]


def undone_by(connection: Connection, suggestion_id: SuggestionId) -> UndoneBy | None:
    """Return who undid what a suggestion led to; None while it stands."""
    opposite = _LETTERING.alias()
    row = connection.execute(
        select(opposite.c.made_by, opposite.c.made_at)
        .join(_LETTERING, _LETTERING.c.id == opposite.c.undoes_id)
        .where(_LETTERING.c.suggestion_id == suggestion_id)
        .order_by(opposite.c.id.desc())
        .limit(1)
    ).first()
    return UndoneBy(row[0], row[1]) if row else None


def suggestions_under(
    connection: Connection, group_ids: Sequence[int]
) -> list[SuggestionId]:
    """Return the suggestions whose letterings are, or were, under some codes."""
    rows = connection.scalars(
        select(_LETTERING.c.suggestion_id)
        .join(_GROUP, _GROUP.c.id == _LETTERING.c.group_id)
        .where(
            _LETTERING.c.suggestion_id.is_not(None),
            _GROUP.c.id.in_(list(group_ids))
            | _GROUP.c.merged_into.in_(list(group_ids)),
        )
        .distinct()
        .order_by(_LETTERING.c.suggestion_id)
    )
    return [SuggestionId(one) for one in rows]


def approved_between(
    connection: Connection, since: datetime, until: datetime
) -> list[str]:
    """Return the subjects of suggestions approved from one instant up to another."""
    rows = connection.scalars(
        select(_DECISION.c.subject).where(
            _DECISION.c.verdict == "approved",
            _DECISION.c.subject.startswith("suggestion:"),
            _DECISION.c.decided_at >= since,
            _DECISION.c.decided_at < until,
        )
    )
    return [str(one) for one in rows]
