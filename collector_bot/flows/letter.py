"""A person letters chosen pieces, or undoes a lettering."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from collector_bot.core.ledger import Account, EntryId, OpenItem, SuggestionId
from collector_bot.core.lettering import (
    LetteringPlan,
    allocate,
    part_of,
    plan_lettering,
)
from collector_bot.core.money import Money
from collector_bot.core.refusals import (
    OvertakenError,
    UnknownAccountError,
    UnknownCodeError,
    UnknownNumberError,
    UnknownPieceError,
)
from collector_bot.core.suggestion import (
    Candidate,
    DifferenceCause,
    Ground,
    Reason,
    SuggestionState,
)
from collector_bot.flows import cards
from collector_bot.flows.desk import Desk, Role
from collector_bot.flows.suggest import expiry
from collector_bot.flows.undo import show_undone
from collector_bot.store import (
    accounts,
    bank,
    corrections,
    decisions,
    disputes,
    items,
    letterings,
    same_parts,
    suggestions,
)
from collector_bot.store.decisions import Decided
from collector_bot.store.lettering_groups import reserve
from collector_bot.store.letterings import Posted, Posting, Undone
from collector_bot.store.suggestions import Origin


@dataclass(frozen=True, slots=True)
class Waits:
    """What a person chose waits for another person.

    Attributes:
        is_new: False when just this waited already; nothing was proposed twice.
        refused: who refused just this before, None when nobody did.
    """

    suggestion_id: SuggestionId
    is_new: bool
    refused: Decided | None


def letter(
    desk: Desk, account_code: str, pieces: Sequence[str], *, by: str
) -> Posted | Waits:
    """Letter the open items behind these pieces, oldest first as far as they go.

    A payment that waits on the bank for this account is posted with its lettering. With
    four eyes on it becomes a suggestion that somebody else approves, also where
    just this was refused before.

    Raises:
        DeskRefusal: not a clerk, unknown account, or a piece with nothing open.
        LetteringError: the pieces cannot settle each other.
    """
    desk.roles.require(by, Role.CLERK)
    now = desk.now()
    with desk.database.writing() as connection:
        account = known_account(connection, account_code)
        reserve(connection, account.id)
        waiting = bank.waiting_of(connection, account.id)
        on_bank = [bank.pending_item(one) for one in waiting]
        chosen = chosen_items(connection, account, pieces, also=on_bank)
        parts = allocate(chosen)
        opens = {item.entry_id: item for item in chosen}
        plan = plan_lettering(parts, opens)
        if desk.policy.four_eyes:
            return _propose(desk, connection, plan, by=by)
        pending = {number: item for number, item in opens.items() if number < 0}
        entries = bank.post_pending(connection, pending, by=by, at=now)
        posted_as = opens | items.by_ids(connection, entries.values())
        posted = letterings.post(
            connection,
            plan_lettering(bank.as_entries(plan.parts, entries), posted_as),
            items=posted_as,
            posting=Posting(now, desk.today(), by, "manual"),
        )
        for one in suggestions.touching(connection, list(opens)):
            suggestions.move(connection, one, SuggestionState.STALE)
            cards.show(connection, f"suggestion:{one}", at=now, turn="stale")
        disputes.close_settled(connection, at=now)
        return posted


def propose_lines(
    desk: Desk,
    suggestion_id: SuggestionId,
    amounts: Mapping[EntryId, Money],
    *,
    by: str,
) -> Waits:
    """Propose other lines than a suggestion that waits does, on the same account.

    It waits for an approval of its own, by somebody else where four eyes are on; until
    then the first one stands.

    Args:
        amounts: how much of each entry, or of a payment that waits on the bank.

    Raises:
        DeskRefusal: not a clerk, unknown, or no longer as it was shown.
        LetteringError: the lines cannot settle each other.
    """
    desk.roles.require(by, Role.CLERK)
    with desk.database.writing() as connection:
        known = suggestions.get(connection, suggestion_id, lock=True)
        if known is None:
            raise UnknownNumberError(
                what="suggestion", what_fr="suggestion", number=suggestion_id
            )
        opens = items.by_ids(connection, amounts, lock=True)
        opens |= bank.pending_by_ids(connection, amounts)
        waits = known.state is SuggestionState.PROPOSED
        if not waits or not opens.keys() >= amounts.keys():
            raise OvertakenError(number=suggestion_id)
        parts = [part_of(opens[one], taken.minor) for one, taken in amounts.items()]
        plan = plan_lettering(parts, opens)
        if plan.account_id != known.candidate.account_id:
            raise OvertakenError(number=suggestion_id)
        return _propose(desk, connection, plan, by=by)


def _propose(
    desk: Desk, connection: Connection, plan: LetteringPlan, *, by: str
) -> Waits:
    """Propose what a person chose; after a refusal, for a cause that names it."""
    candidate = Candidate(
        plan.account_id,
        plan.parts,
        Money(0, plan.amount.currency),
        DifferenceCause.NONE,
        1.0,
        (Reason(Ground.CHOSEN_BY_PERSON, (("by", by),)),),
    )
    before = same_parts.refused_before(connection, candidate)
    refused = (
        decisions.decision_on(connection, f"suggestion:{before}") if before else None
    )
    waiting = same_parts.chosen_already(connection, candidate)
    if waiting is not None:
        return Waits(waiting, is_new=False, refused=refused)
    cause = "manual:" + ",".join(str(part.entry_id) for part in plan.parts)
    if before is not None:
        cause += f":after:{before}"
    now = desk.now()
    (new,) = suggestions.propose(
        connection, [candidate], origin=Origin(cause, by, now, expiry(desk))
    )
    cards.show(connection, f"suggestion:{new}", at=now, account_id=plan.account_id)
    return Waits(new, is_new=True, refused=refused)


def unletter(desk: Desk, account_code: str, code: str, *, by: str) -> Undone:
    """Undo a lettering by its opposite; its entries are open again.

    A correction posted with it is taken back by an opposite entry.

    Raises:
        DeskRefusal: not a manager, unknown account, or no such code.
    """
    desk.roles.require(by, Role.MANAGER)
    now = desk.now()
    with desk.database.writing() as connection:
        account = known_account(connection, account_code)
        reserve(connection, account.id)
        group = letterings.find_group(connection, account.id, code)
        if group is None:
            raise UnknownCodeError(code=code, account=account.code)
        posting = Posting(now, desk.today(), by, "manual")
        undone = corrections.undo(
            connection, group[0], posting=posting, language=desk.language
        )
        show_undone(connection, [group[0]], at=now)
        return undone


def known_account(connection: Connection, code: str) -> Account:
    """Return the account with this code.

    Raises:
        UnknownAccountError: there is none.
    """
    account = accounts.by_code(connection, code)
    if account is None:
        raise UnknownAccountError(words=code)
    return account


def chosen_items(
    connection: Connection,
    account: Account,
    pieces: Sequence[str],
    *,
    also: Sequence[OpenItem] = (),
) -> list[OpenItem]:
    """Return the open items behind piece numbers, compared without their capitals.

    An item without a number goes by its label; `also` are payments that wait on the
    bank.

    Raises:
        UnknownPieceError: a piece has nothing open on this account.
    """
    opens = [*items.of_account(connection, account.id), *also]
    chosen: list[OpenItem] = []
    for piece in pieces:
        hits = [item for item in opens if item.title.upper() == piece.strip().upper()]
        if not hits:
            raise UnknownPieceError(piece=piece, account=account.code)
        chosen += hits
    return chosen
