"""Payments on the bank that a person gives an account, or leaves alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import ColumnElement, Connection, func, select, update

from collector_bot.core.bank import LineNature, LineState
from collector_bot.core.ledger import AccountId, Side
from collector_bot.core.money import Money
from collector_bot.core.suggestion import Ground
from collector_bot.store.bank import BankLineId, KnownLine, line_of
from collector_bot.store.tables import BankLineRow, OpenItemRow, table

_LINE, _OPEN = table(BankLineRow), table(OpenItemRow)


def payer_chosen(known: KnownLine) -> bool:
    """Whether a person said whose payment a line is: only a person changes it."""
    return any(one.ground is Ground.PAYER_CHOSEN for one in known.payer_reasons)


def unallocated(connection: Connection, *, limit: int) -> tuple[list[KnownLine], int]:
    """Return the oldest payments that wait without an account, and how many do."""
    counted = connection.scalar(select(func.count()).where(*_unallocated()))
    ids = connection.scalars(
        select(_LINE.c.id)
        .where(*_unallocated())
        .order_by(_LINE.c.booked_day, _LINE.c.id)
        .limit(limit)
    ).all()
    found = (line_of(connection, BankLineId(one)) for one in ids)
    return [one for one in found if one is not None], int(counted or 0)


def _unallocated() -> tuple[ColumnElement[bool], ...]:
    return (
        _LINE.c.state == LineState.WAITING.value,
        _LINE.c.nature == LineNature.RECEIVED.value,
        _LINE.c.account_id.is_(None),
    )


def owing(
    connection: Connection, amounts: Sequence[Money]
) -> dict[Money, list[AccountId]]:
    """Return the accounts that owe exactly one of these amounts on one item."""
    found: dict[Money, list[AccountId]] = defaultdict(list)
    rows = connection.execute(
        select(_OPEN.c.account_id, _OPEN.c.open_minor, _OPEN.c.currency)
        .where(
            _OPEN.c.side == Side.DEBIT.value,
            _OPEN.c.open_minor.in_({amount.minor for amount in amounts}),
        )
        .distinct()
        .order_by(_OPEN.c.account_id)
    )
    for row in rows:
        amount = Money(row.open_minor, row.currency)
        found[amount].append(AccountId(row.account_id))
    return found


def take_back(connection: Connection, known: KnownLine) -> bool:
    """Have a payment wait for its account again; False when it moved meanwhile."""
    return _move(
        connection, known, state=LineState.WAITING, nature=LineNature.RECEIVED, why=""
    )


def leave(connection: Connection, known: KnownLine, *, why: str) -> bool:
    """Leave a payment alone for a reason; False when it moved meanwhile."""
    return _move(
        connection, known, state=LineState.LEFT_ALONE, nature=known.nature, why=why
    )


def _move(
    connection: Connection,
    known: KnownLine,
    *,
    state: LineState,
    nature: LineNature,
    why: str,
) -> bool:
    """Move a line on by compare-and-set: as it was read, or not at all."""
    moved = connection.execute(
        update(_LINE)
        .where(
            _LINE.c.id == known.id,
            _LINE.c.state == known.state.value,
            _LINE.c.account_id.is_not_distinct_from(known.account_id),
        )
        .values(
            state=state.value,
            nature=nature.value,
            state_reason=why,
            account_id=None,
            payer_bp=0,
            payer_reasons=[],
        )
    )
    return moved.rowcount == 1
