"""Disputes and holds: open until a person, a payment or a date ends them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, exists, func, insert, or_, select, update

from collector_bot.core.ledger import AccountId, EntryId
from collector_bot.store import journal
from collector_bot.store.seals import SealKind
from collector_bot.store.tables import (
    DisputeItemRow,
    DisputeRow,
    EntryRow,
    HoldRow,
    OpenItemRow,
    table,
)

_DISPUTE, _ITEM, _HOLD = table(DisputeRow), table(DisputeItemRow), table(HoldRow)
_ENTRY, _OPEN = table(EntryRow), table(OpenItemRow)
_BY_PAYMENT = "payment"
_TITLE = func.coalesce(func.nullif(_ENTRY.c.piece, ""), _ENTRY.c.label)


@dataclass(frozen=True, slots=True)
class OpenDispute:
    """What a customer contests, and since when."""

    id: int
    account_id: AccountId
    reason: str
    opened_at: datetime
    opened_by: str
    pieces: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlacedHold:
    """An account or item not to be dunned until a date (None: until released).

    `piece` is what the item goes by; `entry_id` is None where the account is held.
    """

    id: int
    account_id: AccountId
    piece: str
    until_on: date | None
    reason: str
    placed_by: str
    entry_id: EntryId | None = None


@dataclass(frozen=True, slots=True)
class Cause:
    """Who does it, when, and the key that makes doing it twice doing it once."""

    by: str
    at: datetime
    key: str
    mail_id: int | None = None


def open_dispute(
    connection: Connection,
    account_id: AccountId,
    *,
    reason: str,
    entry_ids: Sequence[EntryId],
    cause: Cause,
) -> int | None:
    """Record a dispute; None when this cause is recorded already."""
    there = connection.scalar(
        select(_DISPUTE.c.id).where(_DISPUTE.c.cause_key == cause.key)
    )
    if there is not None:
        return None
    made = connection.execute(
        insert(_DISPUTE)
        .values(
            account_id=account_id,
            reason=reason,
            opened_at=cause.at,
            opened_by=cause.by,
            mail_id=cause.mail_id,
            cause_key=cause.key,
        )
        .returning(_DISPUTE.c.id)
    )
    dispute_id = int(made.scalar_one())
    if entry_ids:
        connection.execute(
            insert(_ITEM),
            [
                {"dispute_id": dispute_id, "entry_id": entry}
                for entry in dict.fromkeys(entry_ids)
            ],
        )
    journal.record_change(
        connection,
        SealKind.DISPUTE,
        dispute_id,
        action="dispute.opened",
        by=cause.by,
        at=cause.at,
    )
    return dispute_id


def close_dispute(
    connection: Connection, dispute_id: int, *, by: str, at: datetime
) -> bool:
    """Close a dispute; False when it is closed or unknown."""
    moved = connection.execute(
        update(_DISPUTE)
        .where(_DISPUTE.c.id == dispute_id, _DISPUTE.c.closed_at.is_(None))
        .values(closed_at=at, closed_by=by)
    )
    if moved.rowcount:
        journal.record_change(
            connection,
            SealKind.DISPUTE,
            dispute_id,
            action="dispute.closed",
            by=by,
            at=at,
        )
    return moved.rowcount == 1


def disputes_caused_by(connection: Connection, key: str) -> list[int]:
    """Return the open disputes that came of a cause, as `promises.caused_by`."""
    cause = _DISPUTE.c.cause_key
    rows = connection.scalars(
        select(_DISPUTE.c.id)
        .where(
            (cause == key) | cause.startswith(f"{key}:", autoescape=True),
            _DISPUTE.c.closed_at.is_(None),
        )
        .order_by(_DISPUTE.c.id)
    )
    return list(rows)


def holds_caused_by(connection: Connection, key: str) -> list[int]:
    """Return the holds that came of a cause and are not released."""
    cause = _HOLD.c.cause_key
    rows = connection.scalars(
        select(_HOLD.c.id)
        .where(
            (cause == key) | cause.startswith(f"{key}:", autoescape=True),
            _HOLD.c.released_at.is_(None),
        )
        .order_by(_HOLD.c.id)
    )
    return list(rows)


def was_disputed(connection: Connection, dispute_id: int) -> bool:
    """Return whether there is, or was, a dispute of this number."""
    asked = select(exists().where(_DISPUTE.c.id == dispute_id))
    return bool(connection.scalar(asked))


def close_settled(connection: Connection, *, at: datetime) -> int:
    """Close disputes whose items have all been settled by payment since."""
    still_open = exists().where(
        _ITEM.c.dispute_id == _DISPUTE.c.id, _OPEN.c.entry_id == _ITEM.c.entry_id
    )
    has_items = exists().where(_ITEM.c.dispute_id == _DISPUTE.c.id)
    closed = connection.scalars(
        update(_DISPUTE)
        .where(_DISPUTE.c.closed_at.is_(None), has_items, ~still_open)
        .values(closed_at=at, closed_by=_BY_PAYMENT)
        .returning(_DISPUTE.c.id)
    ).all()
    for one in closed:
        journal.record_change(
            connection,
            SealKind.DISPUTE,
            one,
            action="dispute.closed",
            by=_BY_PAYMENT,
            at=at,
        )
    return len(closed)


def contested(connection: Connection, account_ids: Sequence[AccountId]) -> set[EntryId]:
    """Return the entries of these accounts that are in an open dispute."""
    rows = connection.scalars(
        select(_ITEM.c.entry_id)
        .join(_DISPUTE, _DISPUTE.c.id == _ITEM.c.dispute_id)
        .where(
            _DISPUTE.c.account_id.in_(sorted(set(account_ids))),
            _DISPUTE.c.closed_at.is_(None),
        )
    )
    return {EntryId(one) for one in rows}


def disputes_of(
    connection: Connection, account_id: AccountId | None = None
) -> list[OpenDispute]:
    """Return open disputes, of one account or all, oldest first."""
    chosen = select(_DISPUTE).where(_DISPUTE.c.closed_at.is_(None))
    if account_id is not None:
        chosen = chosen.where(_DISPUTE.c.account_id == account_id)
    found = []
    for row in connection.execute(chosen.order_by(_DISPUTE.c.id)).all():
        pieces = connection.scalars(
            select(_TITLE)
            .join(_ITEM, _ITEM.c.entry_id == _ENTRY.c.id)
            .where(_ITEM.c.dispute_id == row.id)
            .order_by(_ENTRY.c.id)
        )
        found.append(
            OpenDispute(
                row.id,
                AccountId(row.account_id),
                row.reason,
                row.opened_at,
                row.opened_by,
                tuple(pieces),
            )
        )
    return found


def place_hold(
    connection: Connection,
    account_id: AccountId,
    *,
    entry_id: EntryId | None,
    until_on: date | None,
    reason: str,
    cause: Cause,
) -> int | None:
    """Keep an account or one item from being dunned; None when already done."""
    there = connection.scalar(select(_HOLD.c.id).where(_HOLD.c.cause_key == cause.key))
    if there is not None:
        return None
    made = connection.execute(
        insert(_HOLD)
        .values(
            account_id=account_id,
            entry_id=entry_id,
            until_on=until_on,
            reason=reason,
            placed_at=cause.at,
            placed_by=cause.by,
            cause_key=cause.key,
        )
        .returning(_HOLD.c.id)
    )
    hold_id = int(made.scalar_one())
    journal.record_change(
        connection,
        SealKind.HOLD,
        hold_id,
        action="hold.placed",
        by=cause.by,
        at=cause.at,
    )
    return hold_id


def release_hold(
    connection: Connection, hold_id: int, *, by: str, at: datetime
) -> bool:
    """Release a hold; False when it is released or unknown."""
    moved = connection.execute(
        update(_HOLD)
        .where(_HOLD.c.id == hold_id, _HOLD.c.released_at.is_(None))
        .values(released_at=at, released_by=by)
    )
    if moved.rowcount:
        journal.record_change(
            connection, SealKind.HOLD, hold_id, action="hold.released", by=by, at=at
        )
    return moved.rowcount == 1


def was_held(connection: Connection, hold_id: int) -> bool:
    """Return whether there is, or was, a hold of this number."""
    return bool(connection.scalar(select(exists().where(_HOLD.c.id == hold_id))))


def holds_of(
    connection: Connection, account_id: AccountId, *, today: date
) -> list[PlacedHold]:
    """Return the holds in force on an account today."""
    rows = connection.execute(
        select(_HOLD, _TITLE.label("title"))
        .outerjoin(_ENTRY, _ENTRY.c.id == _HOLD.c.entry_id)
        .where(
            _HOLD.c.account_id == account_id,
            _HOLD.c.released_at.is_(None),
            or_(_HOLD.c.until_on.is_(None), _HOLD.c.until_on >= today),
        )
        .order_by(_HOLD.c.id)
    )
    return [
        PlacedHold(
            row.id,
            AccountId(row.account_id),
            row.title or "",
            row.until_on,
            row.reason,
            row.placed_by,
            EntryId(row.entry_id) if row.entry_id else None,
        )
        for row in rows
    ]
