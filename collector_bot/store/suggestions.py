"""Suggested letterings: at most one answer in force for each cause, best first."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select, update

from collector_bot.core.ledger import AccountId, EntryId, Side, SuggestionId
from collector_bot.core.money import Money
from collector_bot.core.suggestion import (
    Candidate,
    DifferenceCause,
    Ground,
    Part,
    Reason,
    SuggestionState,
)
from collector_bot.store.across import accounts_of
from collector_bot.store.lettering_groups import reserve
from collector_bot.store.tables import (
    SuggestionPartRow,
    SuggestionRow,
    table,
)

_SUGGESTION, _PART = table(SuggestionRow), table(SuggestionPartRow)
_WORTH_TELLING_BP = 500
_IN_ONE = 5000


@dataclass(frozen=True, slots=True)
class Origin:
    """Why suggestions are made: their cause, who, when and until when they stand."""

    cause_key: str
    proposed_by: str
    at: datetime
    expires_on: date
    mail_id: int | None = None
    bank_ref: str | None = None


@dataclass(frozen=True, slots=True)
class Suggested:
    """A suggestion as it is kept; `rank` 1 is the best answer to its cause."""

    id: SuggestionId
    state: SuggestionState
    candidate: Candidate
    cause_key: str
    rank: int
    round: int
    digest: str
    proposed_at: datetime
    proposed_by: str
    expires_on: date
    mail_id: int | None
    bank_ref: str | None


def digest_of(parts: Sequence[Part]) -> str:
    """Return the digest of exactly what a person sees and answers: the parts."""
    told = sorted(
        (part.entry_id, part.side.value, part.amount.minor, part.amount.currency)
        for part in parts
    )
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()[:16]


def propose(
    connection: Connection, candidates: Sequence[Candidate], *, origin: Origin
) -> list[SuggestionId]:
    """Keep the answers to one cause; those in force that say the same stay as they are.

    Other answers to the same cause that wait become stale. An answer a person
    rejected is not proposed again.
    """
    cause = _SUGGESTION.c.cause_key == origin.cause_key
    rows = connection.execute(
        select(
            _SUGGESTION.c.id,
            _SUGGESTION.c.digest,
            _SUGGESTION.c.state,
            _SUGGESTION.c.round,
            _SUGGESTION.c.rank,
        ).where(cause)
    ).all()
    refused = {row.digest for row in rows if row.state == "rejected"}
    waiting = {row.digest: row for row in rows if row.state == "proposed"}
    rounds = max((row.round for row in rows), default=0)
    kept: list[SuggestionId] = []
    new: list[SuggestionId] = []
    wanted: dict[str, Candidate] = {}
    for candidate in candidates:
        wanted.setdefault(digest_of(candidate.parts), candidate)
    for digest in refused & wanted.keys():
        del wanted[digest]
    for rank, (digest, candidate) in enumerate(wanted.items(), start=1):
        if digest in waiting:
            row = waiting.pop(digest)
            kept.append(SuggestionId(row.id))
            if row.rank != rank:
                connection.execute(
                    update(_SUGGESTION)
                    .where(_SUGGESTION.c.id == row.id)
                    .values(rank=rank)
                )
            continue
        new.append(
            _add(connection, candidate, origin=origin, place=(rounds + 1, rank, digest))
        )
    for row in waiting.values():
        move(connection, SuggestionId(row.id), SuggestionState.STALE)
    return new


def refresh(
    connection: Connection, candidates: Sequence[Candidate], *, origin: Origin
) -> list[SuggestionId]:
    """Give waiting answers to a cause their newest grounds; return which say more now.

    A mail that announces a payment, or a changed confidence, is worth telling; the
    answer itself stays the same, so what people saw of it still holds.
    """
    told: list[SuggestionId] = []
    by_digest = {digest_of(one.parts): one for one in candidates}
    rows = connection.execute(
        select(
            _SUGGESTION.c.id,
            _SUGGESTION.c.digest,
            _SUGGESTION.c.mail_id,
            _SUGGESTION.c.confidence_bp,
        ).where(
            _SUGGESTION.c.cause_key == origin.cause_key,
            _SUGGESTION.c.state == "proposed",
            _SUGGESTION.c.digest.in_(list(by_digest)),
        )
    ).all()
    for row in rows:
        candidate = by_digest[row.digest]
        mail_id = row.mail_id or origin.mail_id
        confidence = round(candidate.confidence * 10_000)
        connection.execute(
            update(_SUGGESTION)
            .where(_SUGGESTION.c.id == row.id)
            .values(
                mail_id=mail_id,
                confidence_bp=confidence,
                rivals=candidate.rivals,
                reasons=told_reasons(candidate.reasons),
            )
        )
        moved = abs(confidence - row.confidence_bp) >= _WORTH_TELLING_BP
        if mail_id != row.mail_id or moved:
            told.append(SuggestionId(row.id))
    return told


def reasons_of(told: Sequence[Any]) -> tuple[Reason, ...]:
    """Return reasons from the plain lists they are kept as."""
    return tuple(
        Reason(Ground(ground), tuple((str(name), str(value)) for name, value in facts))
        for ground, facts in told
    )


def told_reasons(reasons: Sequence[Reason]) -> list[list[Any]]:
    """Return reasons as the plain lists they are kept as."""
    return [
        [reason.ground.value, [list(fact) for fact in reason.facts]]
        for reason in reasons
    ]


def _add(
    connection: Connection,
    candidate: Candidate,
    *,
    origin: Origin,
    place: tuple[int, int, str],
) -> SuggestionId:
    turn, rank, digest = place
    made = connection.execute(
        insert(_SUGGESTION)
        .values(
            account_id=candidate.account_id,
            currency=candidate.difference.currency,
            cause_key=origin.cause_key,
            round=turn,
            rank=rank,
            state="proposed",
            confidence_bp=round(candidate.confidence * 10_000),
            rivals=candidate.rivals,
            difference_minor=candidate.difference.minor,
            difference_cause=candidate.cause.value,
            reasons=told_reasons(candidate.reasons),
            reopens_group_id=candidate.reopens or None,
            bank_ref=origin.bank_ref,
            mail_id=origin.mail_id,
            digest=digest,
            proposed_at=origin.at,
            proposed_by=origin.proposed_by,
            expires_on=origin.expires_on,
        )
        .returning(_SUGGESTION.c.id)
    )
    suggestion_id = SuggestionId(made.scalar_one())
    connection.execute(
        insert(_PART),
        [
            {
                "suggestion_id": suggestion_id,
                "entry_id": part.entry_id,
                "side": part.side.value,
                "piece": part.piece,
                "amount_minor": part.amount.minor,
            }
            for part in candidate.parts
        ],
    )
    return suggestion_id


def move(
    connection: Connection, suggestion_id: SuggestionId, state: SuggestionState
) -> bool:
    """Move a proposed suggestion on by compare-and-set; False when it was decided."""
    moved = connection.execute(
        update(_SUGGESTION)
        .where(_SUGGESTION.c.id == suggestion_id, _SUGGESTION.c.state == "proposed")
        .values(state=state.value)
    )
    return moved.rowcount == 1


def rivals_of(connection: Connection, suggested: Suggested) -> list[SuggestionId]:
    """Return waiting suggestions that another decision overtakes.

    Those are the other answers to the same cause and all that take the same entries.
    """
    entries = [part.entry_id for part in suggested.candidate.parts]
    rows = connection.scalars(
        select(_SUGGESTION.c.id)
        .join(_PART, _PART.c.suggestion_id == _SUGGESTION.c.id)
        .where(
            _SUGGESTION.c.state == "proposed",
            _SUGGESTION.c.id != suggested.id,
            (_SUGGESTION.c.cause_key == suggested.cause_key)
            | _PART.c.entry_id.in_(entries),
        )
        .distinct()
    )
    return [SuggestionId(one) for one in rows]


def touching(
    connection: Connection, entry_ids: Sequence[EntryId]
) -> list[SuggestionId]:
    """Return waiting suggestions that take any of these entries."""
    rows = connection.scalars(
        select(_SUGGESTION.c.id)
        .join(_PART, _PART.c.suggestion_id == _SUGGESTION.c.id)
        .where(_SUGGESTION.c.state == "proposed", _PART.c.entry_id.in_(list(entry_ids)))
        .distinct()
    )
    return [SuggestionId(one) for one in rows]


def waiting_for(connection: Connection, cause_key: str) -> list[SuggestionId]:
    """Return the answers to one cause that wait for a person."""
    rows = connection.scalars(
        select(_SUGGESTION.c.id)
        .where(_SUGGESTION.c.cause_key == cause_key, _SUGGESTION.c.state == "proposed")
        .order_by(_SUGGESTION.c.rank)
    )
    return [SuggestionId(one) for one in rows]


def approved_for(connection: Connection, cause_key: str) -> SuggestionId | None:
    """Return the answer to a cause that was approved last; None for none."""
    found = connection.scalar(
        select(func.max(_SUGGESTION.c.id)).where(
            _SUGGESTION.c.cause_key == cause_key, _SUGGESTION.c.state == "approved"
        )
    )
    return None if found is None else SuggestionId(found)


def expire(connection: Connection, *, today: date) -> list[SuggestionId]:
    """Let suggestions nobody answered in time expire; return which."""
    rows = connection.scalars(
        update(_SUGGESTION)
        .where(_SUGGESTION.c.state == "proposed", _SUGGESTION.c.expires_on < today)
        .values(state="expired")
        .returning(_SUGGESTION.c.id)
    )
    return [SuggestionId(one) for one in rows.all()]


def get(
    connection: Connection, suggestion_id: SuggestionId, *, lock: bool = False
) -> Suggested | None:
    """Return one suggestion, None when there is no such number.

    With `lock`, its accounts' letterings are this transaction's to decide.
    """
    chosen = select(_SUGGESTION).where(_SUGGESTION.c.id == suggestion_id)
    row = connection.execute(chosen).first()
    if row and lock:
        for account_id in accounts_of(connection, row):
            reserve(connection, account_id)
        row = connection.execute(chosen).one()
    return _suggested(connection, [row])[0] if row else None


def waiting(
    connection: Connection,
    *,
    account_id: AccountId | None = None,
    confidence_min_bp: int = 0,
    best_only: bool = False,
    limit: int = 1000,
) -> list[Suggested]:
    """Return proposed suggestions: by confidence of the cause's best, then by rank."""
    chosen = select(_SUGGESTION).where(
        _SUGGESTION.c.state == "proposed",
        _SUGGESTION.c.confidence_bp >= confidence_min_bp,
    )
    if account_id is not None:
        chosen = chosen.where(_SUGGESTION.c.account_id == account_id)
    if best_only:
        chosen = chosen.where(_SUGGESTION.c.rank == 1)
    best = func.max(_SUGGESTION.c.confidence_bp).over(
        partition_by=_SUGGESTION.c.cause_key
    )
    rows = connection.execute(
        chosen.order_by(best.desc(), _SUGGESTION.c.cause_key, _SUGGESTION.c.rank).limit(
            limit
        )
    ).all()
    return _suggested(connection, rows)


def _suggested(connection: Connection, rows: Sequence[Row[Any]]) -> list[Suggested]:
    parts: dict[int, list[Part]] = {row.id: [] for row in rows}
    currencies = {row.id: row.currency for row in rows}
    ids = list(parts)
    for start in range(0, len(ids), _IN_ONE):
        found = connection.execute(
            select(_PART)
            .where(_PART.c.suggestion_id.in_(ids[start : start + _IN_ONE]))
            .order_by(_PART.c.suggestion_id, _PART.c.side.desc(), _PART.c.entry_id)
        )
        for one in found:
            amount = Money(one.amount_minor, currencies[one.suggestion_id])
            parts[one.suggestion_id].append(
                Part(EntryId(one.entry_id), Side(one.side), one.piece, amount)
            )
    return [
        Suggested(
            id=SuggestionId(row.id),
            state=SuggestionState(row.state),
            candidate=Candidate(
                account_id=AccountId(row.account_id),
                parts=tuple(parts[row.id]),
                difference=Money(row.difference_minor, row.currency),
                cause=DifferenceCause(row.difference_cause),
                confidence=row.confidence_bp / 10_000,
                reasons=reasons_of(row.reasons),
                rivals=row.rivals,
                reopens=row.reopens_group_id or 0,
            ),
            cause_key=row.cause_key,
            rank=row.rank,
            round=row.round,
            digest=row.digest,
            proposed_at=row.proposed_at,
            proposed_by=row.proposed_by,
            expires_on=row.expires_on,
            mail_id=row.mail_id,
            bank_ref=row.bank_ref,
        )
        for row in rows
    ]
