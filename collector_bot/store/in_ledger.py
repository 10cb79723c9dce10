"""Bank lines that the accounting system posted itself, found among the entries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, select, update

from collector_bot.core.bank import LineNature, LineState
from collector_bot.core.ledger import Kind, Side
from collector_bot.core.references import reference_key
from collector_bot.store.bank import KnownLine, waiting_lines
from collector_bot.store.entry_twins import DOUBT_DAYS, OURS, SURE_DAYS
from collector_bot.store.tables import BankLineRow, EntryRow, OpenItemRow, table

_LINE, _ENTRY, _OPEN = table(BankLineRow), table(EntryRow), table(OpenItemRow)
_SHORTEST_REFERENCE = 4
_LOOKUP = 5000
_KINDS = (Kind.PAYMENT.value, Kind.ADVANCE.value, Kind.OTHER.value)


class _Entry(NamedTuple):
    """What an entry says, as far as it tells a bank line."""

    id: int
    account_id: int
    piece: str
    label: str
    dated_day: int
    currency: str
    amount_minor: int


def recognise(connection: Connection) -> int:
    """Take waiting payments that are entries already off the bank; return how many.

    A line is the entry of the same currency and amount on the account it is taken to
    be, at most five days apart; or the one, of any account, that names the bank's
    reference within a month. Each entry is one line, nearest dates first.
    """
    lines = waiting_lines(connection, nature=LineNature.RECEIVED)
    if not lines:
        return 0
    entries = _entries(connection, lines)
    pairs = sorted(
        (*_distance(one, row), one.id, row.id, row.account_id)
        for one in lines
        for row in entries.get(_amount(one), ())
        if _may_be(one, row)
    )
    met: dict[int, tuple[int, int]] = {}
    taken: set[int] = set()
    for _, _, line_id, entry_id, account_id in pairs:
        if line_id not in met and entry_id not in taken:
            met[line_id] = entry_id, account_id
            taken.add(entry_id)
    if met:
        connection.execute(
            update(_LINE)
            .where(_LINE.c.id == bindparam("line"))
            .values(
                state=LineState.IN_LEDGER.value,
                entry_id=bindparam("entry"),
                account_id=bindparam("whose"),
            ),
            [
                {"line": line, "entry": entry, "whose": whose}
                for line, (entry, whose) in met.items()
            ],
        )
    return len(met)


def _amount(one: KnownLine) -> tuple[str, int]:
    return one.line.amount.currency, one.line.amount.minor


def _distance(one: KnownLine, row: _Entry) -> tuple[bool, int]:
    """Return whether the bank's reference is not named, and the days in between."""
    days = abs(row.dated_day - one.line.booked_on.toordinal())
    return not _names(one, row), days


def _names(one: KnownLine, row: _Entry) -> bool:
    said = reference_key(f"{row.piece} {row.label}")
    keys = (reference_key(one.line.bank_ref), reference_key(one.line.end_to_end))
    return any(len(key) >= _SHORTEST_REFERENCE and key in said for key in keys)


def _may_be(one: KnownLine, row: _Entry) -> bool:
    unnamed, days = _distance(one, row)
    if not unnamed:
        return days <= DOUBT_DAYS
    return one.account_id == row.account_id and days <= SURE_DAYS


def _entries(
    connection: Connection, lines: Sequence[KnownLine]
) -> dict[tuple[str, int], list[_Entry]]:
    """Return payments that may be these lines and are no bank line yet, by amount."""
    found: dict[tuple[str, int], list[_Entry]] = defaultdict(list)
    first = min(one.line.booked_on for one in lines).toordinal() - DOUBT_DAYS
    known = select(_LINE.c.entry_id).where(_LINE.c.entry_id.is_not(None))
    columns = [_ENTRY.c[name] for name in _Entry._fields]
    paid = (
        _ENTRY.c.side == Side.CREDIT.value,
        _ENTRY.c.kind.in_(_KINDS),
        _ENTRY.c.source.not_in(OURS),
        _ENTRY.c.dated_day >= first,
        _ENTRY.c.id.not_in(known),
    )
    accounts = sorted({one.account_id for one in lines if one.account_id})
    refs = {one.line.bank_ref for one in lines} | {one.line.end_to_end for one in lines}
    keys = sorted({reference_key(ref) for ref in refs} - {""})
    rows: dict[int, _Entry] = {}
    for start in range(0, len(accounts), _LOOKUP):
        some = _ENTRY.c.account_id.in_(accounts[start : start + _LOOKUP])
        for row in connection.execute(select(*columns).where(some, *paid)):
            rows[row.id] = _Entry._make(row)
    for start in range(0, len(keys), _LOOKUP):
        some = _OPEN.c.piece_key.in_(keys[start : start + _LOOKUP])
        named = select(*columns).join(_OPEN, _OPEN.c.entry_id == _ENTRY.c.id)
        for row in connection.execute(named.where(some, *paid)):
            rows[row.id] = _Entry._make(row)
    for one in rows.values():
        found[(one.currency, one.amount_minor)].append(one)
    return found
