"""Letterings that come with the accounting system's entries are kept as they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from sqlalchemy import Connection, insert, select, text, update

from collector_bot.core.lettering import ordinal_of
from collector_bot.store.tables import (
    LetteringGroupRow,
    LetteringLineRow,
    LetteringRow,
    OpenItemRow,
    table,
)

_GROUP, _LETTERING = table(LetteringGroupRow), table(LetteringRow)
_LINE, _OPEN = table(LetteringLineRow), table(OpenItemRow)


@dataclass(slots=True)
class ImportedLettering:
    """Entries of one account that carry one code in a file."""

    account_id: int
    code: str
    currency: str
    lettered_day: int = 0
    year: int = 0
    entry_ids: list[int] = field(default_factory=list)


def keep_imported(
    connection: Connection,
    letterings: Sequence[ImportedLettering],
    *,
    source: str,
    by: str,
    at: datetime,
) -> int:
    """Letter what the file says is lettered and is still open; return how many codes.

    A code in lower case is partial: settled as far as the smaller side goes, oldest
    first. Any other code settles its entries whole, as the books have it; where its
    debits and credits differ, the difference is kept with the lettering.
    """
    written = 0
    for one in letterings:
        opens = _opens(connection, one.entry_ids)
        if not opens:
            continue
        partial = one.code.islower()
        lines = _as_far_as_it_goes(opens) if partial else opens
        if not lines:
            continue
        group_id = _group(connection, one, source=source, balanced=not partial)
        _write(connection, one, lines, group_id=group_id, by=by, at=at)
        written += 1
    return written


def _opens(
    connection: Connection, entry_ids: Sequence[int]
) -> list[tuple[int, str, int]]:
    found: list[tuple[int, str, int]] = []
    for start in range(0, len(entry_ids), 5000):
        rows = connection.execute(
            select(_OPEN.c.entry_id, _OPEN.c.side, _OPEN.c.open_minor)
            .where(_OPEN.c.entry_id.in_(entry_ids[start : start + 5000]))
            .order_by(_OPEN.c.due_day, _OPEN.c.entry_id)
        )
        found += [(row[0], row[1], row[2]) for row in rows]
    return found


def _as_far_as_it_goes(
    opens: Sequence[tuple[int, str, int]],
) -> list[tuple[int, str, int]]:
    total = min(
        sum(minor for _, side, minor in opens if side == wanted) for wanted in "DC"
    )
    left = {"D": total, "C": total}
    taken = []
    for entry_id, side, minor in opens:
        part = min(minor, left[side])
        if part:
            left[side] -= part
            taken.append((entry_id, side, part))
    return taken


def _group(
    connection: Connection, one: ImportedLettering, *, source: str, balanced: bool
) -> int:
    code = one.code
    known = connection.scalar(
        select(_GROUP.c.id).where(
            _GROUP.c.account_id == one.account_id,
            _GROUP.c.source == source,
            _GROUP.c.code == code.upper(),
        )
    )
    if known is not None:
        connection.execute(
            update(_GROUP).where(_GROUP.c.id == known).values(is_balanced=balanced)
        )
        return int(known)
    ordinal = ordinal_of(code) if len(code) <= 4 else None  # noqa: PLR2004 - a series
    made = connection.execute(
        insert(_GROUP)
        .values(
            account_id=one.account_id,
            currency=one.currency,
            code=code.upper(),
            ordinal=ordinal if ordinal is not None else 0,
            source=source,
            is_balanced=balanced,
        )
        .returning(_GROUP.c.id)
    )
    return int(made.scalar_one())


def _write(
    connection: Connection,
    one: ImportedLettering,
    lines: Sequence[tuple[int, str, int]],
    *,
    group_id: int,
    by: str,
    at: datetime,
) -> None:
    debit = sum(minor for _, side, minor in lines if side == "D")
    credit = sum(minor for _, side, minor in lines if side == "C")
    made = connection.execute(
        insert(_LETTERING)
        .values(
            group_id=group_id,
            account_id=one.account_id,
            currency=one.currency,
            made_at=at,
            made_on=date.fromordinal(one.lettered_day)
            if one.lettered_day
            else at.date(),
            made_by=by,
            origin="imported",
            difference_minor=debit - credit,
        )
        .returning(_LETTERING.c.id)
    )
    lettering_id = made.scalar_one()
    connection.execute(
        insert(_LINE),
        [
            {
                "lettering_id": lettering_id,
                "entry_id": entry_id,
                "side": side,
                "amount_minor": minor,
            }
            for entry_id, side, minor in lines
        ],
    )
    ids = [{"entry": entry_id, "taken": minor} for entry_id, _, minor in lines]
    connection.execute(
        text("DELETE FROM open_item WHERE entry_id = :entry AND open_minor = :taken"),
        ids,
    )
    connection.execute(
        text(
            "UPDATE open_item SET open_minor = open_minor - :taken "
            "WHERE entry_id = :entry AND open_minor > :taken"
        ),
        ids,
    )
