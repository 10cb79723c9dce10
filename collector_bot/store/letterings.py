"""Letterings: posted, undone by their opposite, and what they leave open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    Connection,
    ScalarSelect,
    bindparam,
    delete,
    func,
    insert,
    select,
    text,
    update,
)

from collector_bot.core.ledger import AccountId, EntryId, LetteringId, OpenItem, Side
from collector_bot.core.lettering import (
    LetteringPlan,
    group_of,
    opens_after,
    parts_to_restore,
)
from collector_bot.core.money import Money
from collector_bot.core.references import reference_key
from collector_bot.core.suggestion import Part
from collector_bot.store import items as open_items
from collector_bot.store import journal
from collector_bot.store.journal import Act
from collector_bot.store.lettering_groups import (
    LIVE,
    keep_group,
    next_ordinal,
    partial_groups,
)
from collector_bot.store.seals import Sealed, SealKind
from collector_bot.store.tables import (
    EntryRow,
    LetteringGroupRow,
    LetteringLineRow,
    LetteringRow,
    OpenItemRow,
    table,
)

_ENTRY, _OPEN = table(EntryRow), table(OpenItemRow)
_GROUP, _LETTERING = table(LetteringGroupRow), table(LetteringRow)
_LINE = table(LetteringLineRow)


@dataclass(frozen=True, slots=True)
class Posting:
    """Who letters, when and why."""

    at: datetime
    on: date
    by: str
    origin: str
    suggestion_id: int | None = None


@dataclass(frozen=True, slots=True)
class Posted:
    """A lettering that stands, and the code its entries now carry."""

    id: LetteringId
    code: str
    balanced: bool
    amount: Money


def post(
    connection: Connection,
    plan: LetteringPlan,
    *,
    items: Mapping[EntryId, OpenItem],
    posting: Posting,
) -> Posted:
    """Write a checked lettering: its lines, its group, and what is left open.

    Args:
        items: open items of the plan's entries, read in this transaction.
    """
    known = partial_groups(connection, plan)
    others = {entry for group in known.groups for entry in group.entries} - items.keys()
    everything = {**open_items.by_ids(connection, others), **items}
    grouping = group_of(
        plan,
        known.groups,
        items=everything,
        new_ordinal=next_ordinal(connection, plan.account_id),
    )
    group_id, code = keep_group(connection, plan, grouping, known=known)
    made = _add(connection, plan, group_id=group_id, posting=posting)
    _add_lines(connection, made, plan.parts, sign=1)
    _set_open(connection, opens_after(plan, items))
    shown = code if grouping.balanced else code.lower()
    journal.record_change(
        connection,
        SealKind.LETTERING,
        made,
        action="lettering.posted",
        by=posting.by,
        at=posting.at,
        facts={"code": shown},
    )
    return Posted(made, shown, grouping.balanced, plan.amount)


def _add(
    connection: Connection,
    plan: LetteringPlan,
    *,
    group_id: int,
    posting: Posting,
    undoes_id: int | None = None,
) -> LetteringId:
    made = connection.execute(
        insert(_LETTERING)
        .values(
            group_id=group_id,
            account_id=plan.account_id,
            currency=plan.amount.currency,
            made_at=posting.at,
            made_on=posting.on,
            made_by=posting.by,
            origin=posting.origin,
            suggestion_id=posting.suggestion_id,
            undoes_id=undoes_id,
            difference_minor=0,
        )
        .returning(_LETTERING.c.id)
    )
    return LetteringId(made.scalar_one())


def _add_lines(
    connection: Connection, made: LetteringId, parts: Sequence[Part], *, sign: int
) -> None:
    connection.execute(
        insert(_LINE),
        [
            {
                "lettering_id": made,
                "entry_id": part.entry_id,
                "side": part.side.value,
                "amount_minor": sign * part.amount.minor,
            }
            for part in parts
        ],
    )


def _set_open(connection: Connection, opens: Mapping[EntryId, Money]) -> None:
    """Write what is left: gone at zero, smaller where it was there."""
    gone = [entry for entry, left in opens.items() if left.minor == 0]
    if gone:
        connection.execute(delete(_OPEN).where(_OPEN.c.entry_id.in_(gone)))
    left_over = [
        {"entry": entry, "left": left.minor}
        for entry, left in opens.items()
        if left.minor
    ]
    if left_over:
        connection.execute(
            update(_OPEN)
            .where(_OPEN.c.entry_id == bindparam("entry"))
            .values(open_minor=bindparam("left")),
            left_over,
        )


@dataclass(frozen=True, slots=True)
class Undone:
    """A code that was undone: its entries are open again by `parts`."""

    code: str
    parts: tuple[Part, ...]


def find_group(
    connection: Connection, account_id: AccountId, code: str
) -> tuple[int, str] | None:
    """Return id and shown code of a live group; its capitals do not matter."""
    rows = connection.execute(
        select(_GROUP.c.id, _GROUP.c.code, _GROUP.c.is_balanced)
        .where(
            _GROUP.c.account_id == account_id,
            func.upper(_GROUP.c.code) == code.upper(),
            _GROUP.c.merged_into.is_(None),
        )
        .order_by(_GROUP.c.id.desc())
    ).all()
    for row in rows:
        if _live_of(connection, row.id):
            return row.id, row.code if row.is_balanced else row.code.lower()
    return None


def is_live(connection: Connection, group_id: int) -> bool:
    """Return whether a group still stands: something of it is not undone."""
    return bool(_live_of(connection, group_id))


def group_with(connection: Connection, entry_id: EntryId) -> tuple[int, str] | None:
    """Return id and shown code of the live group an entry is in; None for none."""
    row = connection.execute(
        select(_GROUP.c.id, _GROUP.c.merged_into, _GROUP.c.is_balanced, _head_code())
        .join(_LETTERING, _LETTERING.c.group_id == _GROUP.c.id)
        .join(_LINE, _LINE.c.lettering_id == _LETTERING.c.id)
        .where(_LINE.c.entry_id == entry_id, *LIVE)
        .limit(1)
    ).first()
    if row is None:
        return None
    code = row[3] if row.is_balanced else row[3].lower()
    return row.merged_into or row.id, code


def undo(connection: Connection, group_id: int, *, posting: Posting) -> Undone:
    """Undo all letterings of a code by their opposites.

    Raises:
        ValueError: nothing of the group is live; ask `find_group` first.
    """
    live = _live_of(connection, group_id)
    if not live:
        msg = f"lettering group {group_id} has nothing to undo"
        raise ValueError(msg)
    given, opposites = [], []
    for lettering_id, account_id, currency, own_group in live:
        parts = _parts_of(connection, lettering_id, currency)
        plan = LetteringPlan(
            AccountId(account_id),
            Money(sum(p.amount.minor for p in parts if p.side is Side.DEBIT), currency),
            parts,
        )
        made = _add(
            connection,
            plan,
            group_id=own_group,
            posting=posting,
            undoes_id=lettering_id,
        )
        _add_lines(connection, made, parts, sign=-1)
        given.append(parts)
        opposites.append(made)
    restored = parts_to_restore(given)
    _give_back(connection, restored)
    row = connection.execute(
        select(_GROUP.c.code, _GROUP.c.is_balanced).where(_GROUP.c.id == group_id)
    ).one()
    connection.execute(
        update(_GROUP)
        .where((_GROUP.c.id == group_id) | (_GROUP.c.merged_into == group_id))
        .values(is_balanced=False)
    )
    code = row.code if row.is_balanced else row.code.lower()
    journal.record(
        connection,
        Act(posting.by, "lettering.undone", f"group:{group_id}", {"code": code}),
        at=posting.at,
        sealed=Sealed(SealKind.LETTERING, opposites),
    )
    return Undone(code, restored)


def _live_of(
    connection: Connection, group_id: int
) -> Sequence[tuple[int, int, str, int]]:
    family = select(_GROUP.c.id).where(
        (_GROUP.c.id == group_id) | (_GROUP.c.merged_into == group_id)
    )
    rows = connection.execute(
        select(
            _LETTERING.c.id,
            _LETTERING.c.account_id,
            _LETTERING.c.currency,
            _LETTERING.c.group_id,
        )
        .where(_LETTERING.c.group_id.in_(family), *LIVE)
        .order_by(_LETTERING.c.id)
    )
    return [(row[0], row[1], row[2], row[3]) for row in rows]


def _parts_of(
    connection: Connection, lettering_id: int, currency: str
) -> tuple[Part, ...]:
    rows = connection.execute(
        select(
            _LINE.c.entry_id,
            _LINE.c.side,
            func.coalesce(func.nullif(_ENTRY.c.piece, ""), _ENTRY.c.label),
            _LINE.c.amount_minor,
        )
        .join(_ENTRY, _ENTRY.c.id == _LINE.c.entry_id)
        .where(_LINE.c.lettering_id == lettering_id)
        .order_by(_LINE.c.entry_id)
    )
    return tuple(
        Part(EntryId(entry), Side(side), piece, Money(minor, currency))
        for entry, side, piece, minor in rows
    )


def _give_back(connection: Connection, parts: Sequence[Part]) -> None:
    """Add to what is open; entries that were settled come back."""
    ids = [part.entry_id for part in parts]
    there = set(
        connection.scalars(select(_OPEN.c.entry_id).where(_OPEN.c.entry_id.in_(ids)))
    )
    for part in parts:
        if part.entry_id in there:
            connection.execute(
                update(_OPEN)
                .where(_OPEN.c.entry_id == part.entry_id)
                .values(open_minor=_OPEN.c.open_minor + part.amount.minor)
            )
    missing = [part for part in parts if part.entry_id not in there]
    if not missing:
        return
    rows = connection.execute(
        select(_ENTRY).where(_ENTRY.c.id.in_([part.entry_id for part in missing]))
    )
    amounts = {part.entry_id: part.amount.minor for part in missing}
    connection.execute(
        insert(_OPEN),
        [
            {
                "entry_id": row.id,
                "account_id": row.account_id,
                "currency": row.currency,
                "side": row.side,
                "due_day": row.due_day,
                "open_minor": amounts[EntryId(row.id)],
                "piece_key": reference_key(row.piece),
            }
            for row in rows
        ],
    )


def was_undone(connection: Connection, entry_ids: Sequence[EntryId]) -> bool:
    """Return whether a lettering of any of these entries was ever undone."""
    found = connection.scalar(
        select(_LINE.c.entry_id)
        .join(_LETTERING, _LETTERING.c.id == _LINE.c.lettering_id)
        .where(
            _LINE.c.entry_id.in_(list(entry_ids)), _LETTERING.c.undoes_id.is_not(None)
        )
        .limit(1)
    )
    return found is not None


def codes_of(connection: Connection, account_id: AccountId) -> dict[EntryId, str]:
    """Return the code each lettered entry of an account carries now."""
    head = _head_code()
    rows = connection.execute(
        select(_LINE.c.entry_id, head, _GROUP.c.is_balanced)
        .join(_LETTERING, _LETTERING.c.id == _LINE.c.lettering_id)
        .join(_GROUP, _GROUP.c.id == _LETTERING.c.group_id)
        .where(_LETTERING.c.account_id == account_id, *LIVE)
    )
    return {
        EntryId(entry): code if balanced else code.lower()
        for entry, code, balanced in rows
    }


def _head_code() -> ScalarSelect[Any]:
    """Return the code of the group, or of the one it was merged into."""
    head = _GROUP.alias("head")
    return (
        select(head.c.code)
        .where(head.c.id == func.coalesce(_GROUP.c.merged_into, _GROUP.c.id))
        .scalar_subquery()
    )


def miscounted(connection: Connection) -> list[tuple[EntryId, int, int]]:
    """Return entries whose open amount is wrong: id, what is kept, what is right."""
    rows = connection.execute(
        text(
            "SELECT e.id, coalesce(o.open_minor, 0) AS kept, "
            "e.amount_minor - coalesce(l.taken, 0) AS right_one FROM entry e "
            "LEFT JOIN open_item o ON o.entry_id = e.id "
            "LEFT JOIN (SELECT entry_id, sum(amount_minor) AS taken "
            "FROM lettering_line GROUP BY entry_id) l ON l.entry_id = e.id "
            "WHERE coalesce(o.open_minor, 0) <> e.amount_minor - coalesce(l.taken, 0) "
            "LIMIT 100"
        )
    )
    return [(EntryId(row[0]), int(row[1]), int(row[2])) for row in rows]
