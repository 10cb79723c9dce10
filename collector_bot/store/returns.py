"""Payments that came back: the earlier ones of the same amount they may be."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import Connection, or_, select

from collector_bot.core.bank import LineNature, LineState
from collector_bot.core.ledger import AccountId, EntryId, Kind, OpenItem, Side
from collector_bot.core.matching.returns import Earlier, KnownBy
from collector_bot.store import items, letterings
from collector_bot.store.bank import KnownLine, told_by
from collector_bot.store.tables import BankLineRow, EntryRow, table

_LINE, _ENTRY = table(BankLineRow), table(EntryRow)
# A direct debit may come back for 13 months where it was not authorised.
# Source: EPC SDD Core rulebook, refund of unauthorised transactions.
_WITHIN = timedelta(days=396)
_ASKED = 20
_SHORTEST = 4


def earlier_payments(
    connection: Connection, returned: KnownLine, *, account_id: AccountId | None
) -> list[Earlier]:
    """Return payments of the very amount that a return may take back, latest first.

    Those of our bank lines that carry the same reference come first; without one,
    payments of the account it is taken to be.
    """
    named = _by_reference(connection, returned)
    if named:
        return _with_letterings(connection, named, KnownBy.REFERENCE)
    if account_id is None:
        return []
    return _with_letterings(
        connection, _of_account(connection, returned, account_id), KnownBy.PAYER
    )


def _by_reference(connection: Connection, returned: KnownLine) -> list[OpenItem]:
    line = returned.line
    rows = connection.execute(
        select(_LINE.c.entry_id, _LINE.c.bank_ref, _LINE.c.end_to_end)
        .where(
            _LINE.c.amount_minor == -line.amount.minor,
            _LINE.c.currency == line.amount.currency,
            _LINE.c.nature == LineNature.RECEIVED.value,
            _LINE.c.state.in_([LineState.LETTERED.value, LineState.IN_LEDGER.value]),
            _LINE.c.booked_day <= line.booked_on.toordinal(),
            _LINE.c.booked_day >= (line.booked_on - _WITHIN).toordinal(),
            or_(_LINE.c.bank_ref != "", _LINE.c.end_to_end != ""),
        )
        .order_by(_LINE.c.booked_day.desc(), _LINE.c.id.desc())
    )
    told = f"{told_by(line)}\n{line.bank_ref}"
    ids = [
        row.entry_id
        for row in rows
        if any(len(ref) >= _SHORTEST and ref in told for ref in row[1:])
    ]
    return _entries(connection, ids[:_ASKED])


def _of_account(
    connection: Connection, returned: KnownLine, account_id: AccountId
) -> list[OpenItem]:
    line = returned.line
    ids = connection.scalars(
        select(_ENTRY.c.id)
        .where(
            _ENTRY.c.account_id == account_id,
            _ENTRY.c.side == Side.CREDIT.value,
            _ENTRY.c.kind == Kind.PAYMENT.value,
            _ENTRY.c.amount_minor == -line.amount.minor,
            _ENTRY.c.currency == line.amount.currency,
            _ENTRY.c.dated_day <= line.booked_on.toordinal(),
            _ENTRY.c.dated_day >= (line.booked_on - _WITHIN).toordinal(),
        )
        .order_by(_ENTRY.c.dated_day.desc(), _ENTRY.c.id.desc())
        .limit(_ASKED)
    )
    return _entries(connection, list(ids))


def _entries(connection: Connection, ids: Sequence[int]) -> list[OpenItem]:
    found = items.entries(connection, [EntryId(one) for one in ids])
    return sorted(found, key=lambda item: (item.dated_on, item.entry_id), reverse=True)


def _with_letterings(
    connection: Connection, payments: Sequence[OpenItem], how: KnownBy
) -> list[Earlier]:
    found: list[Earlier] = []
    for payment in payments:
        group = letterings.group_with(connection, payment.entry_id)
        found.append(Earlier(payment, how, *(group or (0, ""))))
    return found
