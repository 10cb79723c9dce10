"""Bank lines: kept once, waiting until they are lettered, posted when they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, NewType

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    bindparam,
    func,
    insert,
    select,
    update,
)

from collector_bot.core.bank import BankLine, BankStatement, LineNature, LineState
from collector_bot.core.ledger import AccountId, EntryId, Kind, OpenItem, Side
from collector_bot.core.matching.natures import nature_of
from collector_bot.core.money import Money
from collector_bot.core.suggestion import Part, Reason
from collector_bot.store.entries import EntryImport
from collector_bot.store.entry_lines import NewEntry, hash63
from collector_bot.store.entry_twins import BANK
from collector_bot.store.suggestions import reasons_of, told_reasons
from collector_bot.store.tables import BankLineRow, BankStatementRow, table

_LINE, _STATEMENT = table(BankLineRow), table(BankStatementRow)
_LOOKUP = 5000

BankLineId = NewType("BankLineId", int)


@dataclass(frozen=True, slots=True)
class KeptLines:
    """What became of a statement's lines; `new` are ids in their order."""

    new: tuple[BankLineId, ...]
    same: int
    left_alone: int


@dataclass(frozen=True, slots=True)
class KnownLine:
    """A bank line as it is kept."""

    id: BankLineId
    line: BankLine
    nature: LineNature
    state: LineState
    state_reason: str
    account_id: AccountId | None
    payer_confidence: float
    payer_reasons: tuple[Reason, ...]
    entry_id: EntryId | None


def keep_statement(
    connection: Connection,
    statement: BankStatement,
    *,
    file_name: str,
    at: datetime,
    dry: bool = False,
) -> KeptLines:
    """Keep the movements of a statement that are not known yet.

    The bank's own reference names a movement, in every file of the bank; without one
    its day, amount and words do, and its place among those that are alike.
    """
    keyed = _keyed(statement)
    known: set[int] = set()
    keys = list(keyed)
    for start in range(0, len(keys), _LOOKUP):
        known |= set(
            connection.scalars(
                select(_LINE.c.natural_key).where(
                    _LINE.c.natural_key.in_(keys[start : start + _LOOKUP])
                )
            )
        )
    fresh = {key: line for key, line in keyed.items() if key not in known}
    rows = [_values(key, line) for key, line in fresh.items()]
    left = sum(row["state"] == LineState.LEFT_ALONE.value for row in rows)
    new: tuple[BankLineId, ...] = ()
    if rows and not dry:
        new = _add(connection, statement, rows, file_name=file_name, at=at)
    return KeptLines(
        new or tuple(BankLineId(0) for _ in rows), len(keyed) - len(rows), left
    )


def _add(
    connection: Connection,
    statement: BankStatement,
    rows: list[dict[str, Any]],
    *,
    file_name: str,
    at: datetime,
) -> tuple[BankLineId, ...]:
    made = connection.execute(
        insert(_STATEMENT)
        .values(
            file_name=file_name,
            bank_account=statement.account,
            currency=statement.currency,
            number=statement.number,
            opening_minor=statement.opening.minor if statement.opening else None,
            closing_minor=statement.closing.minor if statement.closing else None,
            imported_at=at,
        )
        .returning(_STATEMENT.c.id)
    ).scalar_one()
    ids = connection.scalars(
        insert(_LINE).returning(_LINE.c.id, sort_by_parameter_order=True),
        [{"statement_id": made, **row} for row in rows],
    )
    return tuple(BankLineId(one) for one in ids)


def _keyed(statement: BankStatement) -> dict[int, BankLine]:
    """Return each movement under its natural key."""
    keyed: dict[int, BankLine] = {}
    for line in statement.lines:
        told = (
            f"{line.bank_ref}|{line.amount.minor}"
            if line.bank_ref
            else f"|{line.booked_on}|{line.amount.minor}|{line.end_to_end}|"
            f"{line.name}|{line.text}"
        )
        natural = f"bank|{statement.account}|{line.amount.currency}|{told}"
        key, turn = hash63(natural), 1
        while key in keyed:
            turn += 1
            key = hash63(f"{natural}|{turn}")
        keyed[key] = line
    return keyed


def _values(key: int, line: BankLine) -> dict[str, Any]:
    nature, why = nature_of(line)
    ours = nature in {LineNature.RECEIVED, LineNature.RETURNED}
    return {
        "natural_key": key,
        "booked_day": line.booked_on.toordinal(),
        "value_day": line.value_on.toordinal() if line.value_on else 0,
        "amount_minor": line.amount.minor,
        "currency": line.amount.currency,
        "bank_ref": line.bank_ref,
        "end_to_end": line.end_to_end,
        "creditor_reference": line.creditor_reference,
        "name": line.name,
        "iban": line.iban,
        "text": line.text,
        "code": line.code,
        "return_reason": line.return_reason,
        "nature": nature.value,
        "state": (LineState.WAITING if ours else LineState.LEFT_ALONE).value,
        "state_reason": why,
    }


def waiting_lines(
    connection: Connection, *, nature: LineNature = LineNature.RECEIVED
) -> list[KnownLine]:
    """Return the lines of a nature that wait to be lettered, oldest first."""
    rows = connection.execute(
        select(_LINE)
        .where(_LINE.c.state == LineState.WAITING.value, _LINE.c.nature == nature.value)
        .order_by(_LINE.c.booked_day, _LINE.c.id)
    )
    return [_known(row) for row in rows]


def newest_line(connection: Connection) -> int:
    """Return the number of the newest bank line, 0 when there is none."""
    return int(connection.scalar(select(func.max(_LINE.c.id))) or 0)


def line_of(connection: Connection, line_id: BankLineId) -> KnownLine | None:
    """Return one bank line; None without such a number."""
    row = connection.execute(select(_LINE).where(_LINE.c.id == line_id)).first()
    return _known(row) if row else None


def _known(row: Row[Any]) -> KnownLine:
    return KnownLine(
        id=BankLineId(row.id),
        line=BankLine(
            booked_on=date.fromordinal(row.booked_day),
            amount=Money(row.amount_minor, row.currency),
            value_on=date.fromordinal(row.value_day) if row.value_day else None,
            bank_ref=row.bank_ref,
            end_to_end=row.end_to_end,
            creditor_reference=row.creditor_reference,
            name=row.name,
            iban=row.iban,
            text=row.text,
            code=row.code,
            return_reason=row.return_reason,
        ),
        nature=LineNature(row.nature),
        state=LineState(row.state),
        state_reason=row.state_reason,
        account_id=None if row.account_id is None else AccountId(row.account_id),
        payer_confidence=row.payer_bp / 10_000,
        payer_reasons=reasons_of(row.payer_reasons or []),
        entry_id=None if row.entry_id is None else EntryId(row.entry_id),
    )


def line_of_number(connection: Connection, number: EntryId) -> KnownLine | None:
    """Return the bank line behind a number below zero; None for entries."""
    return line_of(connection, BankLineId(-number)) if number < 0 else None


@dataclass(frozen=True, slots=True)
class Payer:
    """Whose payment a line is taken to be."""

    line_id: BankLineId
    account_id: AccountId | None
    confidence: float
    reasons: tuple[Reason, ...]


def set_payers(connection: Connection, payers: Sequence[Payer]) -> None:
    """Write whose payment each waiting line is taken to be."""
    if not payers:
        return
    connection.execute(
        update(_LINE)
        .where(
            _LINE.c.id == bindparam("line"),
            _LINE.c.state == LineState.WAITING.value,
        )
        .values(
            account_id=bindparam("whose"),
            payer_bp=bindparam("sure"),
            payer_reasons=bindparam("why"),
        ),
        [
            {
                "line": one.line_id,
                "whose": one.account_id,
                "sure": round(one.confidence * 10_000),
                "why": told_reasons(one.reasons),
            }
            for one in payers
        ],
    )


def pending_number(line_id: BankLineId) -> EntryId:
    """Return the number below zero a line has among entries until it is posted."""
    return EntryId(-line_id)


def waiting_of(connection: Connection, account_id: AccountId) -> list[KnownLine]:
    """Return the payments of an account that wait on the bank, oldest first."""
    rows = connection.execute(
        select(_LINE)
        .where(
            _LINE.c.state == LineState.WAITING.value,
            _LINE.c.nature == LineNature.RECEIVED.value,
            _LINE.c.account_id == account_id,
        )
        .order_by(_LINE.c.booked_day, _LINE.c.id)
    )
    return [_known(row) for row in rows]


def pending_by_ids(
    connection: Connection, ids: Iterable[EntryId]
) -> dict[EntryId, OpenItem]:
    """Return the waiting payments among numbers below zero; others are absent."""
    return _items(connection, ids, _LINE.c.state == LineState.WAITING.value)


def items_among(
    connection: Connection, ids: Iterable[EntryId]
) -> dict[EntryId, OpenItem]:
    """Return bank lines among numbers below zero as items, posted by now or not."""
    return _items(connection, ids)


def _items(
    connection: Connection, ids: Iterable[EntryId], *which: ColumnElement[bool]
) -> dict[EntryId, OpenItem]:
    wanted = sorted(-one for one in ids if one < 0)
    if not wanted:
        return {}
    rows = connection.execute(select(_LINE).where(_LINE.c.id.in_(wanted), *which))
    found = (pending_item(_known(row)) for row in rows)
    return {item.entry_id: item for item in found}


def pending_item(known: KnownLine) -> OpenItem:
    """Return a waiting line as the open payment it will be, numbered below zero."""
    line = known.line
    return OpenItem(
        entry_id=pending_number(known.id),
        account_id=known.account_id or AccountId(0),
        side=Side.CREDIT if line.amount.minor > 0 else Side.DEBIT,
        kind=Kind.PAYMENT,
        piece=piece_of(known),
        dated_on=line.booked_on,
        due_on=None,
        amount=Money(abs(line.amount.minor), line.amount.currency),
        open=Money(abs(line.amount.minor), line.amount.currency),
        label=told_by(line),
    )


def piece_of(known: KnownLine) -> str:
    """Return what the ledger calls a line: the bank's reference or the payer's."""
    line = known.line
    return line.bank_ref or line.end_to_end or f"BQ{known.id}"


def told_by(line: BankLine) -> str:
    """Return all a line says about what it pays, on one line a field."""
    said = (line.text, line.creditor_reference, line.end_to_end)
    return "\n".join(dict.fromkeys(one for one in said if one))


def accounts_waiting(connection: Connection) -> list[AccountId]:
    """Return the accounts that payments on the bank wait for."""
    rows = connection.scalars(
        select(_LINE.c.account_id)
        .where(
            _LINE.c.state == LineState.WAITING.value,
            _LINE.c.account_id.is_not(None),
        )
        .distinct()
        .order_by(_LINE.c.account_id)
    )
    return [AccountId(one) for one in rows]


def as_entries(parts: Iterable[Part], posted: Mapping[EntryId, EntryId]) -> list[Part]:
    """Return parts of a lettering with the entries waiting payments were posted as."""
    return [
        replace(part, entry_id=posted.get(part.entry_id, part.entry_id))
        for part in parts
    ]


def post_pending(
    connection: Connection,
    items: Mapping[EntryId, OpenItem],
    *,
    by: str,
    at: datetime,
    of_another: bool = False,
) -> dict[EntryId, EntryId]:
    """Post waiting payments as entries; return their entry by the number they had.

    Args:
        items: the waiting payments among the open items of a lettering; others are
            left as they are. Each becomes one entry of its account.
        of_another: it is the share of an account the line is not of; it waits on.
    """
    waiting = [item for number, item in items.items() if number < 0]
    if not waiting:
        return {}
    book = EntryImport(source=BANK, file_name="", at=at)
    entries = [_as_entry(item, of_another=of_another) for item in waiting]
    kept = book.keep(connection, entries)
    posted = {item.entry_id: EntryId(kept.ids[-item.entry_id]) for item in waiting}
    if not of_another:
        connection.execute(
            update(_LINE)
            .where(_LINE.c.id == bindparam("line"))
            .values(state=LineState.LETTERED.value, entry_id=bindparam("entry")),
            [{"line": -number, "entry": entry} for number, entry in posted.items()],
        )
    book.tell(connection, by=by, facts={"lines": [-number for number in posted]})
    return posted


def _as_entry(item: OpenItem, *, of_another: bool) -> NewEntry:
    share = f"|{item.account_id}" if of_another else ""
    return NewEntry(
        account_id=item.account_id,
        side=item.side.value,
        kind=item.kind.value,
        piece=item.piece,
        dated_day=item.dated_on.toordinal(),
        due_day=0,
        amount_minor=item.amount.minor,
        currency=item.amount.currency,
        label=item.label.replace("\n", " "),
        natural=f"bank-line|{-item.entry_id}{share}",
        line=-item.entry_id,
    )
