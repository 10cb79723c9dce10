"""What the accounting system is to be told: letterings, and entries posted here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, ScalarSelect, Select, func, or_, select

from collector_bot.core.books import (
    LETTERING_JOURNAL,
    BookLine,
    Exported,
    Lettered,
    Standing,
    own_account,
    title_of,
)
from collector_bot.core.corrections import Chart
from collector_bot.core.ledger import AccountSide, Side
from collector_bot.core.money import Money
from collector_bot.store.entry_twins import BANK, OURS
from collector_bot.store.tables import (
    AccountRow,
    CorrectionLineRow,
    CorrectionRow,
    EntryRow,
    EntryTwinRow,
    ExportItemRow,
    LetteringGroupRow,
    LetteringLineRow,
    LetteringRow,
    table,
)

_ACCOUNT, _ENTRY, _TWIN = table(AccountRow), table(EntryRow), table(EntryTwinRow)
_ITEM = table(ExportItemRow)
_ACT, _TAKEN = table(LetteringRow), table(LetteringLineRow)
_GROUP = table(LetteringGroupRow)
_CORRECTION, _CORRECTED = table(CorrectionRow), table(CorrectionLineRow)
_HEAD = func.coalesce(_GROUP.c.merged_into, _GROUP.c.id)
_UNDONE = select(_ACT.c.undoes_id).where(_ACT.c.undoes_id.is_not(None))
_IN_ONE = 2000


@dataclass(frozen=True, slots=True)
class Subject:
    """One lettering or one entry, and the lines that tell it.

    A lettering that was undone has none: its opposite tells it.
    """

    id: int
    currency: str
    lines: tuple[BookLine, ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which subjects: from a day on, and also those an export held before."""

    since: date | None = None
    again: bool = False


def subjects_of(
    connection: Connection, what: Exported, wanted: Wanted, *, chart: Chart
) -> Iterator[Subject]:
    """Yield what an export is to hold, in the order it was approved.

    Letterings that came with a file, and payments that came with one as well, are the
    accounting system's own already: they are left out.
    """
    if what is Exported.LETTERINGS:
        yield from _letterings(connection, wanted, chart)
    else:
        yield from _entries(connection, wanted, chart)


def _unheld(chosen: Select[Any], what: Exported, subject: Any) -> Select[Any]:
    held = select(_ITEM.c.subject_id).where(_ITEM.c.what == what.value)
    return chosen.where(subject.not_in(held))


def _letterings(
    connection: Connection, wanted: Wanted, chart: Chart
) -> Iterator[Subject]:
    chosen = (
        select(
            _ACT.c.id,
            _ACT.c.currency,
            _ACT.c.made_on,
            _ACT.c.undoes_id,
            _ACT.c.id.in_(_UNDONE).label("is_undone"),
            _HEAD.label("head"),
            _ACCOUNT.c.code,
            _ACCOUNT.c.name,
            _ACCOUNT.c.side,
        )
        .join(_GROUP, _GROUP.c.id == _ACT.c.group_id)
        .join(_ACCOUNT, _ACCOUNT.c.id == _ACT.c.account_id)
        .where(_ACT.c.origin != "imported")
        .order_by(_ACT.c.id)
    )
    if wanted.since:
        chosen = chosen.where(_ACT.c.made_on >= wanted.since)
    if not wanted.again:
        chosen = _unheld(chosen, Exported.LETTERINGS, _ACT.c.id)
    rows = connection.execute(chosen).all()
    for some in _bunches(rows):
        codes = _codes(connection, {row.head for row in some})
        taken = _taken(connection, [row.id for row in some if not row.is_undone])
        for row in some:
            lines = taken.get(row.id, [])
            lettered = codes[row.head]
            if row.undoes_id is not None:
                lettered = Lettered(
                    lettered.code, Standing.UNDONE, row.made_on, row.made_on
                )
            told = tuple(
                _lettered_line(row, one, lettered=lettered, chart=chart)
                for one in lines
            )
            yield Subject(row.id, row.currency, told)


def _lettered_line(
    act: Row[Any], one: Row[Any], *, lettered: Lettered, chart: Chart
) -> BookLine:
    account, auxiliary = own_account(act.code, AccountSide(act.side), chart)
    return BookLine(
        number=f"{LETTERING_JOURNAL}{act.id}",
        journal=LETTERING_JOURNAL,
        on=act.made_on,
        valid_on=act.made_on,
        account=account,
        title=title_of(account, chart)[1] if auxiliary else act.name,
        auxiliary=auxiliary,
        name=act.name,
        piece=one.piece,
        piece_on=date.fromordinal(one.dated_day),
        label=one.label,
        side=Side(one.side),
        amount=Money(abs(one.amount_minor), act.currency),
        lettered=lettered,
    )


def _taken(connection: Connection, ids: Sequence[int]) -> dict[int, list[Row[Any]]]:
    found: dict[int, list[Row[Any]]] = {}
    rows = connection.execute(
        select(_TAKEN, _ENTRY.c.piece, _ENTRY.c.dated_day, _ENTRY.c.label)
        .join(_ENTRY, _ENTRY.c.id == _TAKEN.c.entry_id)
        .where(_TAKEN.c.lettering_id.in_(ids))
        .order_by(_TAKEN.c.lettering_id, _TAKEN.c.side.desc(), _TAKEN.c.entry_id)
    )
    for row in rows:
        found.setdefault(row.lettering_id, []).append(row)
    return found


def _codes(connection: Connection, heads: Iterable[int]) -> dict[int, Lettered]:
    """Return how each group stands now; one with nothing live is undone."""
    wanted = sorted(set(heads))
    rows = connection.execute(
        select(_GROUP.c.id, _GROUP.c.code, _GROUP.c.is_balanced).where(
            _GROUP.c.id.in_(wanted)
        )
    )
    known = {row.id: row for row in rows}
    family = select(_GROUP.c.id).where(
        or_(_GROUP.c.id.in_(wanted), _GROUP.c.merged_into.in_(wanted))
    )
    acts = connection.execute(
        select(
            _ACT.c.id,
            _ACT.c.undoes_id,
            _ACT.c.made_on,
            _HEAD.label("head"),
            func.max(_ENTRY.c.dated_day).label("latest"),
        )
        .join(_GROUP, _GROUP.c.id == _ACT.c.group_id)
        .join(_TAKEN, _TAKEN.c.lettering_id == _ACT.c.id)
        .join(_ENTRY, _ENTRY.c.id == _TAKEN.c.entry_id)
        .where(_ACT.c.group_id.in_(family))
        .group_by(_ACT.c.id, _ACT.c.undoes_id, _ACT.c.made_on, _HEAD)
    ).all()
    found = {
        head: Lettered(row.code, Standing.UNDONE, date.min, date.min)
        for head, row in known.items()
    }
    live: dict[int, list[Row[Any]]] = {}
    for act in _live(acts):
        live.setdefault(act.head, []).append(act)
    for head, some in live.items():
        row = known[head]
        found[head] = Lettered(
            row.code if row.is_balanced else row.code.lower(),
            Standing.LETTERED if row.is_balanced else Standing.PARTIAL,
            max(act.made_on for act in some),
            date.fromordinal(max(act.latest for act in some)),
        )
    return found


def _live(acts: Sequence[Any]) -> Iterator[Any]:
    """Return the acts among some that stand: neither opposites nor undone.

    An opposite takes the entries and the group of what it undoes, so both are here;
    asking the database the same for a few acts at a time would look at all of them.
    """
    undone = {act.undoes_id for act in acts}
    return (act for act in acts if act.undoes_id is None and act.id not in undone)


def _entries(connection: Connection, wanted: Wanted, chart: Chart) -> Iterator[Subject]:
    chosen = (
        select(
            _ENTRY,
            _ACCOUNT.c.code,
            _ACCOUNT.c.name,
            _ACCOUNT.c.side.label("of"),
            _posted_on().label("posted_on"),
            _CORRECTION.c.id.label("correction_id"),
        )
        .join(_ACCOUNT, _ACCOUNT.c.id == _ENTRY.c.account_id)
        .outerjoin(_CORRECTION, _CORRECTION.c.entry_id == _ENTRY.c.id)
        .where(
            _ENTRY.c.source.in_(OURS),
            _ENTRY.c.id.not_in(select(_TWIN.c.entry_id)),
        )
        .order_by(_ENTRY.c.id)
    )
    if wanted.since:
        chosen = chosen.where(_ENTRY.c.dated_day >= wanted.since.toordinal())
    if not wanted.again:
        chosen = _unheld(chosen, Exported.JOURNAL, _ENTRY.c.id)
    rows = connection.execute(chosen).all()
    for some in _bunches(rows):
        codes = _codes_of(connection, [row.id for row in some])
        corrected = _corrected(connection, [row.correction_id for row in some])
        for row in some:
            against = corrected.get(row.correction_id, [])
            told = _entry_lines(row, against, lettered=codes.get(row.id), chart=chart)
            yield Subject(row.id, row.currency, tuple(told))


def _posted_on() -> ScalarSelect[Any]:
    """Return the day an entry posted here was first lettered: it is posted for that."""
    return (
        select(func.min(_ACT.c.made_on))
        .join(_TAKEN, _TAKEN.c.lettering_id == _ACT.c.id)
        .where(_TAKEN.c.entry_id == _ENTRY.c.id)
        .scalar_subquery()
    )


def _entry_lines(
    row: Row[Any],
    against: Sequence[Row[Any]],
    *,
    lettered: Lettered | None,
    chart: Chart,
) -> Iterator[BookLine]:
    """Yield the double entry of one posted entry, the account's own line first."""
    of_bank = row.source == BANK
    journal = chart.bank_journal if of_bank else chart.sundry_journal
    on = date.fromordinal(row.dated_day)
    account, auxiliary = own_account(row.code, AccountSide(row.of), chart)
    own = BookLine(
        number=f"{journal}{row.id}",
        journal=journal,
        on=on,
        valid_on=row.posted_on,
        account=account,
        title=title_of(account, chart)[1] if auxiliary else row.name,
        auxiliary=auxiliary,
        name=row.name,
        piece=row.piece,
        piece_on=on,
        label=against[0].label_fr if against else row.label,
        side=Side(row.side),
        amount=Money(row.amount_minor, row.currency),
        lettered=lettered,
    )
    yield own
    if of_bank:
        yield _against(own, chart, chart.bank, side=own.side.other)
    for line in against:
        yield _against(
            own,
            chart,
            line.account,
            side=Side(line.side),
            amount=Money(line.amount_minor, row.currency),
            label=line.label_fr,
            vat_rate_bp=line.vat_rate_bp,
        )


def _against(
    own: BookLine,
    chart: Chart,
    account: str,
    *,
    side: Side,
    amount: Money | None = None,
    label: str = "",
    vat_rate_bp: int = 0,
) -> BookLine:
    """Return another line of the journal entry that a line begins."""
    return BookLine(
        number=own.number,
        journal=own.journal,
        on=own.on,
        valid_on=own.valid_on,
        account=account,
        title=title_of(account, chart)[1],
        auxiliary="",
        name="",
        piece=own.piece,
        piece_on=own.piece_on,
        label=label or own.label,
        side=side,
        amount=amount or own.amount,
        vat_rate_bp=vat_rate_bp,
    )


def _codes_of(connection: Connection, ids: Sequence[int]) -> dict[int, Lettered]:
    """Return the code each of these entries carries now."""
    acts = connection.execute(
        select(_TAKEN.c.entry_id, _ACT.c.id, _ACT.c.undoes_id, _HEAD.label("head"))
        .join(_ACT, _ACT.c.id == _TAKEN.c.lettering_id)
        .join(_GROUP, _GROUP.c.id == _ACT.c.group_id)
        .where(_TAKEN.c.entry_id.in_(ids))
    ).all()
    rows = list(_live(acts))
    codes = _codes(connection, {row.head for row in rows})
    return {row.entry_id: codes[row.head] for row in rows}


def _corrected(
    connection: Connection, ids: Sequence[int | None]
) -> dict[int, list[Row[Any]]]:
    """Return the lines of corrections but the account's own, by correction."""
    found: dict[int, list[Row[Any]]] = {}
    rows = connection.execute(
        select(_CORRECTED)
        .where(
            _CORRECTED.c.correction_id.in_([one for one in ids if one is not None]),
            _CORRECTED.c.number > 1,
        )
        .order_by(_CORRECTED.c.correction_id, _CORRECTED.c.number)
    )
    for row in rows:
        found.setdefault(row.correction_id, []).append(row)
    return found


def _bunches(rows: Sequence[Row[Any]]) -> Iterator[Sequence[Row[Any]]]:
    for start in range(0, len(rows), _IN_ONE):
        yield rows[start : start + _IN_ONE]
