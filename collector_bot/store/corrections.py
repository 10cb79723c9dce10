"""Corrections of differences: what decides about them, posted and taken back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection, insert, select

from collector_bot.core.corrections import (
    Chart,
    Correction,
    Deed,
    Gap,
    Limits,
    Line,
    correction_of,
    opposite,
    settled_whole,
)
from collector_bot.core.ledger import (
    AccountId,
    AccountSide,
    EntryId,
    Kind,
    OpenItem,
    Side,
    SuggestionId,
)
from collector_bot.core.lettering import part_of, plan_lettering
from collector_bot.core.money import Money
from collector_bot.core.suggestion import DifferenceCause, Part
from collector_bot.core.wording import either
from collector_bot.store import accounts, bank, disputes, items, journal, letterings
from collector_bot.store.entries import EntryImport
from collector_bot.store.entry_lines import NewEntry
from collector_bot.store.entry_twins import CORRECTION
from collector_bot.store.letterings import Posting, Undone
from collector_bot.store.seals import SealKind
from collector_bot.store.suggestions import Suggested
from collector_bot.store.tables import (
    CorrectionLineRow,
    CorrectionRow,
    EntryRow,
    table,
)

_ENTRY = table(EntryRow)
_CORRECTION, _LINE = table(CorrectionRow), table(CorrectionLineRow)


def proposed(
    connection: Connection,
    found: Sequence[Suggested],
    *,
    chart: Chart,
    limits: Limits,
) -> dict[SuggestionId, Correction]:
    """Return what corrects the differences of suggestions that wait.

    Absent are those without a difference, those whose rest only stays open, and those
    whose entries have moved since.
    """
    gaps = _gaps(connection, [one for one in found if one.candidate.difference.minor])
    told = {
        number: correction_of(gap, chart=chart, limits=limits)
        for number, gap in gaps.items()
    }
    return {number: one for number, one in told.items() if one is not None}


def _gaps(
    connection: Connection, found: Sequence[Suggested]
) -> dict[SuggestionId, Gap]:
    ids = [part.entry_id for one in found for part in one.candidate.parts]
    if not ids:
        return {}
    opens = items.by_ids(connection, ids) | bank.pending_by_ids(connection, ids)
    whose = [one.candidate.account_id for one in found]
    suppliers = accounts.suppliers_among(connection, whose)
    contested = disputes.contested(connection, whose)
    gaps: dict[SuggestionId, Gap] = {}
    for one in found:
        is_supplier = one.candidate.account_id in suppliers
        of = AccountSide.SUPPLIER if is_supplier else AccountSide.CUSTOMER
        gap = _gap(one, opens, of=of, contested=contested)
        if gap is not None:
            gaps[one.id] = gap
    return gaps


def _gap(
    one: Suggested,
    opens: Mapping[EntryId, OpenItem],
    *,
    of: AccountSide,
    contested: set[EntryId],
) -> Gap | None:
    candidate = one.candidate
    owed = Side.CREDIT if of is AccountSide.SUPPLIER else Side.DEBIT
    short = candidate.difference.minor < 0
    whole = settled_whole(
        candidate.parts,
        opens,
        side=owed if short else owed.other,
        left=-candidate.difference if short else candidate.difference,
    )
    if whole is None or any(part.entry_id not in opens for part in whole):
        return None
    due = [opens[part.entry_id] for part in whole if part.side is owed]
    paid = [opens[part.entry_id] for part in whole if part.side is not owed]
    money = [item.dated_on for item in paid if item.kind is not Kind.CREDIT_NOTE]
    last = max(money) if money else None
    pieces = [
        part.piece
        for part, was in zip(whole, candidate.parts, strict=True)
        if part != was
    ]
    return Gap(
        candidate.cause,
        candidate.difference,
        of,
        in_time=last is not None
        and all(item.due_on is not None and last <= item.due_on for item in due),
        is_disputed=any(item.entry_id in contested for item in due),
        piece=", ".join(dict.fromkeys(pieces))[:60],
    )


@dataclass(frozen=True, slots=True)
class Origin:
    """What a correction is posted for: a suggestion, or one that it takes back."""

    piece: str
    suggestion_id: int | None = None
    reverses_id: int | None = None

    @property
    def natural(self) -> str:
        """What makes posting it twice posting it once."""
        if self.reverses_id is not None:
            return f"correction-reversal|{self.reverses_id}"
        return f"correction|{self.suggestion_id}"


def post(
    connection: Connection,
    account_id: AccountId,
    correction: Correction,
    *,
    origin: Origin,
    posting: Posting,
    language: str,
) -> OpenItem:
    """Post a correction as an entry of the account; return it, all open.

    The double entry is kept beside it, in the words of both languages.
    """
    own = correction.lines[0]
    entry = NewEntry(
        account_id=account_id,
        side=own.side.value,
        kind=Kind.OTHER.value,
        piece=origin.piece,
        dated_day=posting.on.toordinal(),
        due_day=0,
        amount_minor=own.amount.minor,
        currency=own.amount.currency,
        label=either(own.label, language),
        natural=origin.natural,
        line=0,
    )
    book = EntryImport(source=CORRECTION, file_name="", at=posting.at)
    entry_id = EntryId(book.keep(connection, [entry]).ids[0])
    book.tell(connection, by=posting.by, facts={"piece": origin.piece})
    _keep(connection, entry_id, correction, origin=origin, posting=posting)
    return items.by_ids(connection, [entry_id])[entry_id]


def _keep(
    connection: Connection,
    entry_id: EntryId,
    correction: Correction,
    *,
    origin: Origin,
    posting: Posting,
) -> None:
    made = connection.execute(
        insert(_CORRECTION)
        .values(
            entry_id=entry_id,
            cause=correction.cause.value,
            suggestion_id=origin.suggestion_id,
            reverses_id=origin.reverses_id,
            made_at=posting.at,
            made_on=posting.on,
            made_by=posting.by,
        )
        .returning(_CORRECTION.c.id)
    ).scalar_one()
    connection.execute(
        insert(_LINE),
        [
            {
                "correction_id": made,
                "number": number,
                "account": line.account,
                "side": line.side.value,
                "amount_minor": line.amount.minor,
                "label_en": line.label[0],
                "label_fr": line.label[1],
                "vat_rate_bp": line.vat_rate_bp,
            }
            for number, line in enumerate(correction.lines, start=1)
        ],
    )
    journal.record_change(
        connection,
        SealKind.CORRECTION,
        made,
        action="correction.posted",
        by=posting.by,
        at=posting.at,
        facts={"cause": correction.cause.value},
    )


def of_suggestion(
    connection: Connection, suggestion_id: SuggestionId
) -> Correction | None:
    """Return the correction posted with a suggestion, None without one."""
    row = connection.execute(
        select(_CORRECTION.c.id, _CORRECTION.c.cause, _ENTRY.c.currency)
        .join(_ENTRY, _ENTRY.c.id == _CORRECTION.c.entry_id)
        .where(_CORRECTION.c.suggestion_id == suggestion_id)
    ).first()
    if row is None:
        return None
    lines = _lines_of(connection, row.id, row.currency)
    return Correction(DifferenceCause(row.cause), Deed.POST, lines)


def _lines_of(
    connection: Connection, correction_id: int, currency: str
) -> tuple[Line, ...]:
    rows = connection.execute(
        select(_LINE)
        .where(_LINE.c.correction_id == correction_id)
        .order_by(_LINE.c.number)
    )
    return tuple(
        Line(
            row.account,
            Side(row.side),
            Money(row.amount_minor, currency),
            (row.label_en, row.label_fr),
            row.vat_rate_bp,
        )
        for row in rows
    )


def undo(
    connection: Connection, group_id: int, *, posting: Posting, language: str
) -> Undone:
    """Undo a code, and take back the corrections that were posted for it.

    Each is lettered with the opposite entry that takes it back, so that neither stays
    open.

    Raises:
        ValueError: nothing of the group is live.
    """
    undone = letterings.undo(connection, group_id, posting=posting)
    restored = {part.entry_id for part in undone.parts}
    rows = connection.execute(
        select(_CORRECTION, _ENTRY.c.account_id, _ENTRY.c.piece, _ENTRY.c.currency)
        .join(_ENTRY, _ENTRY.c.id == _CORRECTION.c.entry_id)
        .where(
            _CORRECTION.c.entry_id.in_(restored),
            _CORRECTION.c.reverses_id.is_(None),
            _CORRECTION.c.id.not_in(
                select(_CORRECTION.c.reverses_id).where(
                    _CORRECTION.c.reverses_id.is_not(None)
                )
            ),
        )
        .order_by(_CORRECTION.c.id)
    ).all()
    for row in rows:
        lines = opposite(_lines_of(connection, row.id, row.currency))
        back = post(
            connection,
            AccountId(row.account_id),
            Correction(DifferenceCause(row.cause), Deed.POST, lines),
            origin=Origin(f"{row.piece}-R", reverses_id=row.id),
            posting=posting,
            language=language,
        )
        _settle(connection, EntryId(row.entry_id), back, posting=posting)
    taken_back = {row.entry_id for row in rows}
    left = tuple(part for part in undone.parts if part.entry_id not in taken_back)
    return replace(undone, parts=left)


def _settle(
    connection: Connection, entry_id: EntryId, back: OpenItem, *, posting: Posting
) -> None:
    opens = items.by_ids(connection, [entry_id]) | {back.entry_id: back}
    parts: list[Part] = [part_of(item, item.open.minor) for item in opens.values()]
    plan = plan_lettering(parts, opens)
    letterings.post(connection, plan, items=opens, posting=posting)
