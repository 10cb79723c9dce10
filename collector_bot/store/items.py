"""What is open: one account's items, and the sums of all of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, bindparam, select, text

from collector_bot.core.ledger import AccountId, EntryId, Kind, OpenItem, Side
from collector_bot.core.money import Money
from collector_bot.store.tables import EntryRow, OpenItemRow, table

_ENTRY, _OPEN = table(EntryRow), table(OpenItemRow)
_COLUMNS = (
    _ENTRY.c.id,
    _ENTRY.c.account_id,
    _ENTRY.c.side,
    _ENTRY.c.kind,
    _ENTRY.c.piece,
    _ENTRY.c.dated_day,
    _ENTRY.c.due_day,
    _ENTRY.c.amount_minor,
    _ENTRY.c.currency,
    _ENTRY.c.label,
    _OPEN.c.open_minor,
)
_ITEMS = select(*_COLUMNS).join(_OPEN, _OPEN.c.entry_id == _ENTRY.c.id)
_ORDER = (_ENTRY.c.currency, _OPEN.c.due_day, _ENTRY.c.dated_day, _ENTRY.c.id)
_OF_ACCOUNT = _ITEMS.where(_OPEN.c.account_id == bindparam("account_id")).order_by(
    *_ORDER
)


def day_of(ordinal: int) -> date | None:
    """Return the date behind a stored day; None for 0."""
    return date.fromordinal(ordinal) if ordinal else None


def of_account(connection: Connection, account_id: AccountId) -> list[OpenItem]:
    """Return what is open on one account, by currency and due date."""
    rows = connection.execute(_OF_ACCOUNT, {"account_id": account_id})
    return [_item(row) for row in rows]


def by_ids(
    connection: Connection, ids: Iterable[EntryId], *, lock: bool = False
) -> dict[EntryId, OpenItem]:
    """Return the open items among these entries; settled ones are absent.

    With `lock`, PostgreSQL keeps the rows for this transaction (SQLite has one
    writer anyway).
    """
    wanted = sorted(set(ids))
    found: dict[EntryId, OpenItem] = {}
    for start in range(0, len(wanted), 5000):
        statement = _ITEMS.where(_OPEN.c.entry_id.in_(wanted[start : start + 5000]))
        if lock:
            statement = statement.order_by(_OPEN.c.entry_id).with_for_update(of=_OPEN)
        for row in connection.execute(statement):
            found[EntryId(row.id)] = _item(row)
    return found


def entries(connection: Connection, ids: Sequence[EntryId]) -> list[OpenItem]:
    """Return entries whether settled or not, shown with their full amount as open."""
    rows = connection.execute(
        select(*_COLUMNS[:-1], _ENTRY.c.amount_minor.label("open_minor"))
        .where(_ENTRY.c.id.in_(list(ids)))
        .order_by(_ENTRY.c.due_day, _ENTRY.c.id)
    )
    return [_item(row) for row in rows]


def by_piece_keys(connection: Connection, keys: Sequence[str]) -> list[OpenItem]:
    """Return open items of the whole ledger with these reference keys, at most 500."""
    if not keys:
        return []
    rows = connection.execute(
        _ITEMS.where(_OPEN.c.piece_key.in_(list(keys)[:500]))
        .order_by(_ENTRY.c.id)
        .limit(500)
    )
    return [_item(row) for row in rows]


def settled_since(
    connection: Connection, account_id: AccountId, *, since: date, limit: int = 200
) -> list[OpenItem]:
    """Return entries dated since then that are settled, shown with their full amount.

    A customer who says "we paid F-12" may speak of an item that is settled by now.
    """
    rows = connection.execute(
        select(*_COLUMNS[:-1], _ENTRY.c.amount_minor.label("open_minor"))
        .where(
            _ENTRY.c.account_id == account_id,
            _ENTRY.c.dated_day >= since.toordinal(),
            _ENTRY.c.id.not_in(
                select(_OPEN.c.entry_id).where(_OPEN.c.account_id == account_id)
            ),
        )
        .order_by(_ENTRY.c.dated_day.desc())
        .limit(limit)
    )
    return [_item(row) for row in rows]


def accounts_with_both(connection: Connection) -> list[AccountId]:
    """Return accounts with open debits and open credits in one currency."""
    rows = connection.execute(
        text(
            "SELECT DISTINCT c.account_id FROM open_item c WHERE c.side = 'C' "
            "AND EXISTS (SELECT 1 FROM open_item d WHERE d.account_id = c.account_id "
            "AND d.currency = c.currency AND d.side = 'D') ORDER BY c.account_id"
        )
    )
    return [AccountId(row[0]) for row in rows]


def entry_ids_by_piece(
    connection: Connection, account_id: AccountId, pieces: Sequence[str]
) -> dict[str, list[EntryId]]:
    """Return the entries of an account behind each piece number, oldest first."""
    found: dict[str, list[EntryId]] = {}
    rows = connection.execute(
        select(_ENTRY.c.piece, _ENTRY.c.id)
        .where(_ENTRY.c.account_id == account_id, _ENTRY.c.piece.in_(list(pieces)))
        .order_by(_ENTRY.c.id)
    )
    for piece, entry_id in rows:
        found.setdefault(piece, []).append(EntryId(entry_id))
    return found


def last_payment(
    connection: Connection, account_id: AccountId
) -> tuple[date, Money] | None:
    """Return date and amount of the latest payment received, if there ever was one."""
    row = connection.execute(
        select(_ENTRY.c.dated_day, _ENTRY.c.amount_minor, _ENTRY.c.currency)
        .where(
            _ENTRY.c.account_id == account_id,
            _ENTRY.c.kind.in_([Kind.PAYMENT.value, Kind.ADVANCE.value]),
        )
        .order_by(_ENTRY.c.dated_day.desc(), _ENTRY.c.id.desc())
        .limit(1)
    ).first()
    if row is None:
        return None
    return date.fromordinal(row.dated_day), Money(row.amount_minor, row.currency)


@dataclass(frozen=True, slots=True)
class Aged:
    """Open amounts of one account and currency by days past due, in minor units.

    `buckets` follows the boundaries asked for; `credits` are all open credits.
    """

    account_id: AccountId
    currency: str
    buckets: tuple[int, ...]
    credits: int
    oldest_due: date | None


def aged(
    connection: Connection,
    *,
    today: date,
    bounds: Sequence[int],
    side: str = "customer",
    account_id: AccountId | None = None,
) -> Iterable[Aged]:
    """Sum what is open by age, one row an account and currency, in one statement.

    Args:
        today: the day ages are counted at.
        bounds: rising last days past due of each overdue bucket but the open-ended
            last one, as (30, 60, 90); the first bucket is "not due".
        side: "customer" (debits age) or "supplier" (credits age).
        account_id: one account, or None for all.
    """
    day = today.toordinal()
    owed, other = ("D", "C") if side == "customer" else ("C", "D")
    edges = [day, *(day - 1 - bound for bound in bounds)]
    limits = [f"o.due_day >= {edges[0]} OR o.due_day = 0"]
    limits += [
        f"o.due_day < {edges[n]} AND o.due_day > {edges[n + 1]}"
        for n in range(len(edges) - 1)
    ]
    limits.append(f"o.due_day <= {edges[-1]} AND o.due_day > 0")
    sums = ", ".join(
        f"coalesce(sum(o.open_minor) FILTER (WHERE o.side = '{owed}' AND ({limit})), 0)"
        for limit in limits
    )
    one = "WHERE o.account_id = :account_id" if account_id is not None else ""
    statement = text(
        "SELECT g.* FROM ("
        f"SELECT o.account_id, o.currency, {sums}, "
        f"coalesce(sum(o.open_minor) FILTER (WHERE o.side = '{other}'), 0), "
        f"min(o.due_day) FILTER (WHERE o.side = '{owed}' AND o.due_day > 0) "
        f"FROM open_item o {one} GROUP BY o.account_id, o.currency"
        ") AS g JOIN account a ON a.id = g.account_id WHERE a.side = :side "
        "ORDER BY g.account_id, g.currency"
    )
    rows = connection.execution_options(yield_per=5000).execute(
        statement, {"side": side, "account_id": account_id}
    )
    width = len(limits)
    for row in map(tuple, rows):
        yield Aged(
            AccountId(row[0]),
            row[1],
            tuple(int(amount) for amount in row[2 : 2 + width]),
            int(row[2 + width]),
            day_of(row[3 + width] or 0),
        )


def _item(found: Sequence[Any]) -> OpenItem:
    row: tuple[Any, ...] = tuple(found)
    return OpenItem(
        entry_id=EntryId(row[0]),
        account_id=AccountId(row[1]),
        side=Side(row[2]),
        kind=Kind(row[3]),
        piece=row[4],
        dated_on=date.fromordinal(row[5]),
        due_on=day_of(row[6]),
        amount=Money(row[7], row[8]),
        open=Money(row[10], row[8]),
        label=row[9],
    )
