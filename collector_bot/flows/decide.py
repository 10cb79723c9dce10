"""A person answers a suggestion: the lettering is posted, once, or it is refused."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from collector_bot.core.corrections import Correction
from collector_bot.core.ledger import SuggestionId
from collector_bot.core.lettering import plan_lettering
from collector_bot.core.matching.across import Share, shares_of
from collector_bot.core.refusals import (
    AlreadyDecidedError,
    ChangedSinceShownError,
    FourEyesError,
    LetteringError,
    LetteringNotOpenError,
    OvertakenError,
    UnknownNumberError,
)
from collector_bot.core.suggestion import SuggestionState
from collector_bot.flows import ask, cards, correct, learn, thank
from collector_bot.flows.desk import Desk, Role
from collector_bot.flows.suggest import pays_for_several, suggest_again
from collector_bot.store import (
    bank,
    corrections,
    decisions,
    disputes,
    items,
    letterings,
    suggestions,
)
from collector_bot.store.decisions import Decided
from collector_bot.store.letterings import Posted, Posting
from collector_bot.store.suggestions import Suggested

_VERDICTS = {
    SuggestionState.APPROVED: ("approved", "approuvée"),
    SuggestionState.REJECTED: ("rejected", "rejetée"),
}


@dataclass(frozen=True, slots=True)
class Approval:
    """What came of an approval: the lettering, or None when the ledger had moved.

    In the second case the suggestion is stale and `fresh` names new ones, if any.
    """

    posted: Posted | None
    fresh: tuple[SuggestionId, ...] = ()


def approve(
    desk: Desk, suggestion_id: SuggestionId, *, by: str, digest: str = ""
) -> Approval:
    """Post the lettering a suggestion proposes.

    Two people at once, a second press and a ledger that moved in between are each
    told so in one sentence; nothing happens twice.

    Args:
        by: who approves; must be a manager, and not who entered it (four eyes).
        digest: of what the person saw; "" when they name the number themselves.

    Raises:
        DeskRefusal: in the cases above.
    """
    desk.roles.require(by, Role.MANAGER)
    with desk.database.writing() as connection:
        suggested = _waiting(desk, connection, suggestion_id, digest=digest)
        if desk.policy.four_eyes and suggested.proposed_by == by:
            raise FourEyesError(by=by)
        return _apply(desk, connection, suggested, by=by, origin="suggestion")


def letter_by_policy(desk: Desk, suggestion_id: SuggestionId) -> Approval | None:
    """Post a suggestion nobody has to approve, as far as the policy says so.

    Only the engine's first answer, without difference and without rivals, at or above
    the policy's confidence; None when a person has to decide.
    """
    policy = desk.policy
    with desk.database.writing() as connection:
        suggested = _waiting(desk, connection, suggestion_id, digest="")
        best = suggested.candidate
        allowed = (
            policy.auto_letter
            and suggested.proposed_by == "engine"
            and suggested.rank == 1
            and best.rivals == 0
            and not pays_for_several(best.reasons)
            and best.difference.minor == 0
            and best.confidence * 10_000 >= policy.auto_letter_confidence_min_bp
            and not letterings.was_undone(
                connection, [part.entry_id for part in best.parts]
            )
        )
        if not allowed:
            return None
        return _apply(desk, connection, suggested, by="policy", origin="policy")


def _apply(
    desk: Desk, connection: Connection, suggested: Suggested, *, by: str, origin: str
) -> Approval:
    """Post what a suggestion proposes, or overtake it when the ledger has moved."""
    now = desk.now()
    parts = suggested.candidate.parts
    try:
        with connection.begin_nested():
            _reopen(desk, connection, suggested, by=by)
            ids = [part.entry_id for part in parts]
            pending = bank.pending_by_ids(connection, ids)
            opens = items.by_ids(connection, ids, lock=True) | pending
            shares = shares_of(parts, opens)
            for share in shares:
                plan_lettering(share.parts, share.items)
    except LetteringError:
        return Approval(None, _overtake(desk, connection, suggested, now=now))
    correction = correct.to_post(desk, connection, suggested)
    suggestions.move(connection, suggested.id, SuggestionState.APPROVED)
    posting = Posting(now, desk.today(), by, origin, suggestion_id=suggested.id)
    *others, own = shares
    for share in others:
        _post_share(desk, connection, share, posting=posting, of_another=True)
    posted = _post_share(desk, connection, own, posting=posting, correction=correction)
    _record(connection, suggested, verdict="approved", by=by, now=now)
    learn.after_decision(connection, suggested, approved=True, at=now)
    _settle_around(connection, suggested, now=now)
    thank.after_lettering(desk, connection, suggested, now=now)
    return Approval(posted)


def _post_share(
    desk: Desk,
    connection: Connection,
    share: Share,
    *,
    posting: Posting,
    correction: Correction | None = None,
    of_another: bool = False,
) -> Posted:
    """Post what waited on the bank, and its lettering in one account, corrected."""
    waiting = {number: one for number, one in share.items.items() if number < 0}
    entries = bank.post_pending(
        connection, waiting, by=posting.by, at=posting.at, of_another=of_another
    )
    opens = share.items | items.by_ids(connection, entries.values())
    parts, opens = correct.with_correction(
        desk,
        connection,
        correction,
        parts=bank.as_entries(share.parts, entries),
        opens=opens,
        posting=posting,
    )
    plan = plan_lettering(parts, opens)
    return letterings.post(connection, plan, items=opens, posting=posting)


def _reopen(
    desk: Desk, connection: Connection, suggested: Suggested, *, by: str
) -> None:
    """Undo the lettering of a payment that came back.

    Raises:
        LetteringNotOpenError: that lettering was undone before.
    """
    group = suggested.candidate.reopens
    if not group:
        return
    if not letterings.is_live(connection, group):
        raise LetteringNotOpenError(suggested.candidate.parts[-1].piece)
    posting = Posting(desk.now(), desk.today(), by, "suggestion")
    corrections.undo(connection, group, posting=posting, language=desk.language)


def reject(
    desk: Desk,
    suggestion_id: SuggestionId,
    *,
    by: str,
    reason: str = "",
    digest: str = "",
) -> None:
    """Refuse a suggestion; the same answer is not proposed again.

    Raises:
        DeskRefusal: not a manager, unknown, or answered before.
    """
    desk.roles.require(by, Role.MANAGER)
    now = desk.now()
    with desk.database.writing() as connection:
        suggested = _waiting(desk, connection, suggestion_id, digest=digest)
        suggestions.move(connection, suggested.id, SuggestionState.REJECTED)
        _record(
            connection, suggested, verdict="rejected", by=by, now=now, reason=reason
        )
        learn.after_decision(connection, suggested, approved=False, at=now)
        suggest_again(desk, connection, suggested, now=now)


def _waiting(
    desk: Desk, connection: Connection, suggestion_id: SuggestionId, *, digest: str
) -> Suggested:
    suggested = suggestions.get(connection, suggestion_id, lock=True)
    if suggested is None:
        raise UnknownNumberError(
            what="suggestion", what_fr="suggestion", number=suggestion_id
        )
    taken = decisions.decision_on(connection, f"suggestion:{suggestion_id}")
    if taken is not None and suggested.state in _VERDICTS:
        verdict, verdict_fr = _VERDICTS[suggested.state]
        raise AlreadyDecidedError(
            verdict=verdict,
            verdict_fr=verdict_fr,
            by=taken.by,
            at=taken.at.astimezone(desk.timezone),
        )
    if suggested.state is not SuggestionState.PROPOSED:
        raise OvertakenError(number=suggestion_id)
    if digest and digest != suggested.digest:
        raise ChangedSinceShownError(subject=f"Suggestion {suggestion_id}")
    return suggested


def _overtake(
    desk: Desk, connection: Connection, suggested: Suggested, *, now: datetime
) -> tuple[SuggestionId, ...]:
    suggestions.move(connection, suggested.id, SuggestionState.STALE)
    cards.show(connection, f"suggestion:{suggested.id}", at=now, turn="stale")
    return suggest_again(desk, connection, suggested, now=now)


def _record(
    connection: Connection,
    suggested: Suggested,
    *,
    verdict: str,
    by: str,
    now: datetime,
    reason: str = "",
) -> None:
    subject = f"suggestion:{suggested.id}"
    decisions.record_decision(
        connection, Decided(subject, verdict, suggested.digest, now, by, reason)
    )
    cards.show(connection, subject, at=now, turn=verdict)


def _settle_around(
    connection: Connection, suggested: Suggested, *, now: datetime
) -> None:
    """Overtake what else wanted the same entries, and close disputes now paid."""
    ask.withdraw(connection, suggested, at=now)
    for rival in suggestions.rivals_of(connection, suggested):
        suggestions.move(connection, rival, SuggestionState.STALE)
        cards.show(connection, f"suggestion:{rival}", at=now, turn="stale")
    disputes.close_settled(connection, at=now)
