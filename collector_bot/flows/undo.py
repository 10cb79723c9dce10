"""A manager undoes what a suggestion led to, from its card, for some days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import Connection

from collector_bot.core.ledger import SuggestionId
from collector_bot.core.refusals import (
    NotStandingError,
    UndoTooLateError,
    UnknownNumberError,
)
from collector_bot.core.suggestion import SuggestionState
from collector_bot.flows import cards
from collector_bot.flows.desk import Desk, Role
from collector_bot.store import corrections, decisions, suggestions, undoing
from collector_bot.store.letterings import Posting, Undone


def undo_suggestion(
    desk: Desk, suggestion_id: SuggestionId, *, by: str
) -> tuple[Undone, ...]:
    """Undo the codes a suggestion was lettered under, with all that is under them.

    Raises:
        DeskRefusal: not a manager, unknown, not approved, undone before, or approved
            longer ago than the policy says.
    """
    desk.roles.require(by, Role.MANAGER)
    now = desk.now()
    with desk.database.writing() as connection:
        suggested = suggestions.get(connection, suggestion_id, lock=True)
        if suggested is None:
            raise UnknownNumberError(
                what="suggestion", what_fr="suggestion", number=suggestion_id
            )
        decision = decisions.decision_on(connection, f"suggestion:{suggestion_id}")
        groups = undoing.standing_groups(connection, suggestion_id)
        approved = suggested.state is SuggestionState.APPROVED
        if not approved or not groups or decision is None:
            raise NotStandingError(number=suggestion_id)
        if decision.at < undo_since(desk):
            raise UndoTooLateError(number=suggestion_id, days=desk.policy.undo_days)
        posting = Posting(now, desk.today(), by, "suggestion")
        undone = tuple(
            corrections.undo(
                connection, group_id, posting=posting, language=desk.language
            )
            for group_id, _ in groups
        )
        show_undone(connection, [group_id for group_id, _ in groups], at=now)
        return undone


def undo_since(desk: Desk) -> datetime:
    """Return the instant from which approvals can be undone on their card."""
    return desk.now() - timedelta(days=desk.policy.undo_days)


def show_undone(
    connection: Connection, group_ids: Sequence[int], *, at: datetime
) -> None:
    """Have the cards of suggestions rewritten whose codes were undone."""
    for one in undoing.suggestions_under(connection, group_ids):
        turn = f"undone:{at.isoformat()}"
        cards.show(connection, f"suggestion:{one}", at=at, turn=turn)
