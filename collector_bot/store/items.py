"""What is open: one account's items, and the sums of all of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Connection, bindparam, select, text

from collector_bot.core.ledger import (
    AccountId,
    AccountSide,
    EntryId,
    Kind,
    OpenItem,
    Side,
)
from collector_bot.core.money import Money
from collector_bot.store.bulk import stream
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


class Aged(NamedTuple):
    """Open amounts of one account and currency by days past due, in minor units.

    `buckets` follows the boundaries asked for; `credits` are all open credits;
    `oldest_day` is the earliest due date as an ordinal, 0 when nothing is due ever.
    """

    account_id: AccountId
    currency: str
    buckets: tuple[int, ...]
    credits: int
    oldest_day: int

    @property
    def oldest_due(self) -> date | None:
        """The earliest due date of what is owed."""
        return day_of(self.oldest_day)


def aged(
    connection: Connection,
    *,
    today: date,
    bounds: Sequence[int],
    side: str = "customer",
    account_id: AccountId | None = None,
) -> Iterator[Aged]:
    """Sum what is open by age, one row an account and currency, in one statement.

    Args:
        today: the day ages are counted at.
        bounds: rising last days past due of each overdue bucket but the open-ended
            last one, as (30, 60, 90); the first bucket is "not due".
        side: "customer" (debits age) or "supplier" (credits age).
        account_id: one account, or None for all.
    """
    statement = _aged_statement(today, bounds, side=side, account_id=account_id)
    width = 2 + len(bounds) + 2
    for rows in stream(connection, statement):
        for row in rows:
            yield Aged(row[0], row[1], row[2:width], row[width], row[width + 1])


def _aged_statement(
    today: date, bounds: Sequence[int], *, side: str, account_id: AccountId | None
) -> str:
    """Return the statement of `aged`; it holds whole numbers and our own words only."""
    day = today.toordinal()
    owed, other = ("D", "C") if side == "customer" else ("C", "D")
    # Each edge is the latest due day of the next bucket: 1 day late, 31, 61, 91.
    edges = [day - 1, *(day - 1 - bound for bound in bounds)]
    limits = [f"due_day > {edges[0]} OR due_day = 0"]
    limits += [
        f"due_day <= {edges[n]} AND due_day > {edges[n + 1]}"
        for n in range(len(edges) - 1)
    ]
    limits.append(f"due_day <= {edges[-1]} AND due_day > 0")
    total = "CAST(coalesce(sum(open_minor) FILTER (WHERE {}), 0) AS bigint)"
    sums = ", ".join(total.format(f"side = '{owed}' AND ({one})") for one in limits)
    chosen = (
        f"account_id = {int(account_id)}"
        if account_id is not None
        else "account_id NOT IN (SELECT id FROM account WHERE side <> "
        f"'{AccountSide(side).value}')"
    )
    oldest = f"min(due_day) FILTER (WHERE side = '{owed}' AND due_day > 0)"
    return (
        f"SELECT account_id, currency, {sums}, "
        f"{total.format(f'side = {other!r}')}, coalesce({oldest}, 0) "
        f"FROM open_item WHERE {chosen} "
        "GROUP BY account_id, currency ORDER BY account_id, currency"
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
