"""Letterings that come with the accounting system's entries are kept as they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import (
    BigInteger,
    Connection,
    bindparam,
    delete,
    insert,
    select,
    update,
)

from collector_bot.core.lettering import ordinal_of
from collector_bot.store import journal
from collector_bot.store.bulk import insert_rows, reserve_ids
from collector_bot.store.seals import Sealed, SealKind
from collector_bot.store.tables import (
    LetteringGroupRow,
    LetteringLineRow,
    LetteringRow,
    OpenItemRow,
    table,
)

_GROUP, _LETTERING = table(LetteringGroupRow), table(LetteringRow)
_OPEN = table(OpenItemRow)
_LINE = table(LetteringLineRow)
_UNDONE = (
    select(_LINE.c.entry_id)
    .join(_LETTERING, _LETTERING.c.id == _LINE.c.lettering_id)
    .where(_LETTERING.c.undoes_id.is_not(None))
)
_TOGETHER = 2000
_IN_ONE = 5000
_SERIES_MAX = 4  # a longer code is a word and takes no place in the series

Line = tuple[int, str, int]
"""Entry, its side, and how much of it is taken, in minor units."""


@dataclass(slots=True)
class ImportedLettering:
    """Entries of one account that carry one code in a file."""

    account_id: int
    code: str
    currency: str
    lettered_day: int = 0
    entry_ids: list[int] = field(default_factory=list)


class Origin(NamedTuple):
    """Which file and year the codes are of, who brings them in, and when."""

    source: str
    by: str
    at: datetime


def keep_imported(
    connection: Connection, letterings: Sequence[ImportedLettering], *, origin: Origin
) -> int:
    """Letter what the file says is lettered and is still open; return how many codes.

    A code in lower case is partial: settled as far as the smaller side goes, oldest
    first. Any other code settles its entries whole, as the books have it; where its
    debits and credits differ, the difference is kept with the lettering.
    """
    written = 0
    for start in range(0, len(letterings), _TOGETHER):
        some = letterings[start : start + _TOGETHER]
        opens = _opens(connection, [one for each in some for one in each.entry_ids])
        taken = [(one, _taken(one, opens)) for one in some]
        chosen = [(one, lines) for one, lines in taken if lines]
        if chosen:
            groups = _groups(connection, [one for one, _ in chosen], origin=origin)
            _write(connection, chosen, groups=groups, origin=origin)
            written += len(chosen)
    return written


def _opens(connection: Connection, entry_ids: Sequence[int]) -> dict[int, Line]:
    """Return what is open of these entries, oldest due first.

    What a person took apart is left apart, whatever the file says again.
    """
    found: list[tuple[int, Line]] = []
    for start in range(0, len(entry_ids), _IN_ONE):
        rows = connection.execute(
            select(
                _OPEN.c.due_day, _OPEN.c.entry_id, _OPEN.c.side, _OPEN.c.open_minor
            ).where(
                _OPEN.c.entry_id.in_(entry_ids[start : start + _IN_ONE]),
                _OPEN.c.entry_id.not_in(_UNDONE),
            )
        )
        found += [(row[0], (row[1], row[2], row[3])) for row in rows]
    return {line[0]: line for _, line in sorted(found)}


def _taken(one: ImportedLettering, opens: dict[int, Line]) -> list[Line]:
    """Return how much of which entry a lettering takes."""
    mine = [opens[entry] for entry in dict.fromkeys(one.entry_ids) if entry in opens]
    if not one.code.islower():
        return mine
    total = min(sum(line[2] for line in mine if line[1] == side) for side in "DC")
    left = {"D": total, "C": total}
    taken: list[Line] = []
    for entry_id, side, minor in mine:
        part = min(minor, left[side])
        if part:
            left[side] -= part
            taken.append((entry_id, side, part))
    return taken


def _groups(
    connection: Connection, letterings: Sequence[ImportedLettering], *, origin: Origin
) -> dict[tuple[int, str], int]:
    """Return the group of each account and code, new or known from the same source."""
    accounts = sorted({one.account_id for one in letterings})
    known: dict[tuple[int, str], int] = {}
    for start in range(0, len(accounts), _IN_ONE):
        rows = connection.execute(
            select(_GROUP.c.account_id, _GROUP.c.code, _GROUP.c.id).where(
                _GROUP.c.source == origin.source,
                _GROUP.c.account_id.in_(accounts[start : start + _IN_ONE]),
            )
        )
        known.update(((row[0], row[1]), row[2]) for row in rows)
    wanted = {(one.account_id, one.code.upper()): one for one in letterings}
    fresh = [key for key in wanted if key not in known]
    again = [key for key in wanted if key in known]
    if again:
        connection.execute(
            update(_GROUP)
            .where(_GROUP.c.id == bindparam("group"))
            .values(is_balanced=bindparam("balanced")),
            [
                {"group": known[key], "balanced": not wanted[key].code.islower()}
                for key in again
            ],
        )
    ids = reserve_ids(connection, "lettering_group", len(fresh))
    if fresh:
        connection.execute(
            insert(_GROUP),
            [
                {
                    "id": one,
                    "account_id": key[0],
                    "currency": wanted[key].currency,
                    "code": key[1],
                    "ordinal": _ordinal(key[1]),
                    "source": origin.source,
                    "is_balanced": not wanted[key].code.islower(),
                }
                for one, key in zip(ids, fresh, strict=True)
            ],
        )
    return known | dict(zip(fresh, ids, strict=True))


def _ordinal(code: str) -> int:
    place = ordinal_of(code) if len(code) <= _SERIES_MAX else None
    return place if place is not None else 0


def _write(
    connection: Connection,
    chosen: Sequence[tuple[ImportedLettering, Sequence[Line]]],
    *,
    groups: dict[tuple[int, str], int],
    origin: Origin,
) -> None:
    ids = reserve_ids(connection, "lettering", len(chosen))
    rows, lines = [], []
    for lettering_id, (one, taken) in zip(ids, chosen, strict=True):
        signed = [minor if side == "D" else -minor for _, side, minor in taken]
        day = one.lettered_day
        rows.append(
            {
                "id": lettering_id,
                "group_id": groups[one.account_id, one.code.upper()],
                "account_id": one.account_id,
                "currency": one.currency,
                "made_at": origin.at,
                "made_on": date.fromordinal(day) if day else origin.at.date(),
                "made_by": origin.by,
                "origin": "imported",
                "difference_minor": sum(signed),
            }
        )
        lines += [(lettering_id, *line) for line in taken]
    connection.execute(insert(_LETTERING), rows)
    columns = ("lettering_id", "entry_id", "side", "amount_minor")
    insert_rows(connection, "lettering_line", columns, rows=lines)
    _close(connection, [(line[1], line[3]) for line in lines])
    journal.record(
        connection,
        journal.Act(origin.by, "lettering.imported", f"source:{origin.source}", {}),
        at=origin.at,
        sealed=Sealed(SealKind.IMPORTED, ids),
    )


def _close(connection: Connection, taken: Sequence[tuple[int, int]]) -> None:
    told = [{"entry": entry_id, "taken": minor} for entry_id, minor in taken]
    entry = bindparam("entry", type_=BigInteger)
    minor = bindparam("taken", type_=BigInteger)
    connection.execute(
        delete(_OPEN).where(_OPEN.c.entry_id == entry, _OPEN.c.open_minor == minor),
        told,
    )
    connection.execute(
        update(_OPEN)
        .where(_OPEN.c.entry_id == entry, _OPEN.c.open_minor > minor)
        .values(open_minor=_OPEN.c.open_minor - minor),
        told,
    )
