"""Which letterings are suggested and wait for an answer, and on what grounds?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from collector_bot.core.corrections import Chart, Correction, Limits
from collector_bot.core.ledger import (
    Account,
    AccountId,
    EntryId,
    OpenItem,
    Side,
    SuggestionId,
)
from collector_bot.store import (
    accounts,
    bank,
    corrections,
    decisions,
    items,
    letterings,
    suggestions,
    undoing,
)
from collector_bot.store.decisions import Decided
from collector_bot.store.suggestions import Suggested
from collector_bot.store.undoing import UndoneBy

_ALTERNATIVES_ASKED = 200


@dataclass(frozen=True, slots=True)
class Match:
    """A suggestion with its account's code and name, and the side of what is owed.

    A customer owes debits; what we owe a supplier stands on the credit side.
    """

    suggested: Suggested
    code: str
    name: str
    owed: Side = Side.DEBIT


@dataclass(frozen=True, slots=True)
class MatchDetail:
    """All there is to say about one suggestion.

    Attributes:
        entries: its entries, settled or not, with their full amount.
        left: what is open of each now; settled ones are absent.
        decision: who answered; None when nobody did (or it was overtaken).
        alternatives: other answers to the same cause that wait too, best first.
        undone: who undid it since; `can_undo` while its card may.
        instead: the other answer that was approved, None for none.
        code: the lettering its debits carry now, "" before it is posted.
        correction: of its difference: what would be posted or asked for, or what was
            posted; None where the rest only stays open.
    """

    suggested: Suggested
    account: Account
    entries: dict[EntryId, OpenItem]
    left: dict[EntryId, OpenItem]
    decision: Decided | None
    alternatives: tuple[Suggested, ...]
    code: str
    correction: Correction | None = None
    undone: UndoneBy | None = None
    can_undo: bool = False
    instead: SuggestionId | None = None


def waiting_matches(
    connection: Connection,
    *,
    account_id: AccountId | None = None,
    confidence_min_bp: int = 0,
    limit: int = 1000,
) -> tuple[Match, ...]:
    """Return the best suggestion of each cause that waits, most confident first."""
    found = suggestions.waiting(
        connection,
        account_id=account_id,
        confidence_min_bp=confidence_min_bp,
        best_only=True,
        limit=limit,
    )
    ids = [one.candidate.account_id for one in found]
    named = accounts.names(connection, ids)
    suppliers = accounts.suppliers_among(connection, ids)
    return tuple(
        Match(
            one,
            *named[one.candidate.account_id],
            Side.CREDIT if one.candidate.account_id in suppliers else Side.DEBIT,
        )
        for one in found
    )


def match_detail(
    connection: Connection,
    suggestion_id: SuggestionId,
    *,
    chart: Chart,
    limits: Limits,
    undo_since: datetime | None = None,
) -> MatchDetail | None:
    """Return one suggestion and its surroundings; None without such a number.

    Args:
        undo_since: approvals from then on can be undone on their card; None for none.
    """
    suggested = suggestions.get(connection, suggestion_id)
    if suggested is None:
        return None
    account = accounts.by_id(connection, suggested.candidate.account_id)
    ids = [part.entry_id for part in suggested.candidate.parts]
    entries = {item.entry_id: item for item in items.entries(connection, ids)}
    entries |= bank.items_among(connection, ids)
    others = suggestions.waiting(
        connection, account_id=account.id, limit=_ALTERNATIVES_ASKED
    )
    codes = letterings.codes_of(connection, account.id)
    posted = {codes[one] for one in ids if one in codes}
    approved = suggested.state.value == "approved"
    decision = decisions.decision_on(connection, f"suggestion:{suggestion_id}")
    late = decision is None or undo_since is None or decision.at < undo_since
    stands = bool(undoing.standing_groups(connection, suggestion_id))
    return MatchDetail(
        suggested,
        account,
        entries,
        items.by_ids(connection, ids) | bank.pending_by_ids(connection, ids),
        decision,
        tuple(
            one
            for one in others
            if one.cause_key == suggested.cause_key and one.id != suggested.id
        ),
        ", ".join(sorted(posted)) if approved else "",
        corrections.of_suggestion(connection, suggestion_id)
        if approved
        else corrections.proposed(
            connection, [suggested], chart=chart, limits=limits
        ).get(suggestion_id),
        undone=None if stands else undoing.undone_by(connection, suggestion_id),
        can_undo=approved and stands and not late,
        instead=suggestions.approved_for(connection, suggested.cause_key),
    )
