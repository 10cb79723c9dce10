"""Groups of letterings: the codes of an account, and partial ones that become one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, func, insert, or_, select, update

from collector_bot.core.ledger import AccountId, EntryId
from collector_bot.core.lettering import Group, Grouping, LetteringPlan, code_of
from collector_bot.store.tables import (
    AccountRow,
    LetteringGroupRow,
    LetteringLineRow,
    LetteringRow,
    table,
)

_ACCOUNT = table(AccountRow)
_GROUP, _LETTERING = table(LetteringGroupRow), table(LetteringRow)
_LINE = table(LetteringLineRow)
_UNDONE = select(_LETTERING.c.undoes_id).where(_LETTERING.c.undoes_id.is_not(None))
LIVE = (_LETTERING.c.undoes_id.is_(None), _LETTERING.c.id.not_in(_UNDONE))


def reserve(connection: Connection, account_id: AccountId) -> None:
    """Have what an account letters to this transaction; read it afterwards.

    On PostgreSQL others wait; always first, so that nobody waits for two of them.
    SQLite has one writer anyway.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(
            select(_ACCOUNT.c.id)
            .where(_ACCOUNT.c.id == account_id)
            .with_for_update(key_share=True)
        )


@dataclass(frozen=True, slots=True)
class PartialGroups:
    """An account's partial groups by place: negative, in the order of their codes.

    The ordinals of codes that came with two files may be the same; places are not.
    """

    groups: tuple[Group, ...]
    rows: tuple[tuple[int, str], ...]

    def row(self, place: int) -> tuple[int, str]:
        """Return id and code of the group at a place."""
        return self.rows[place]


def partial_groups(connection: Connection, plan: LetteringPlan) -> PartialGroups:
    """Return the groups of the plan's account and currency that are not balanced.

    Groups that were merged are one, under the code of the first.
    """
    head = _GROUP.alias("head")
    rows = connection.execute(
        select(head.c.ordinal, head.c.id, head.c.code, _LINE.c.entry_id)
        .select_from(_GROUP)
        .join(head, head.c.id == func.coalesce(_GROUP.c.merged_into, _GROUP.c.id))
        .join(_LETTERING, _LETTERING.c.group_id == _GROUP.c.id)
        .join(_LINE, _LINE.c.lettering_id == _LETTERING.c.id)
        .where(
            _GROUP.c.account_id == plan.account_id,
            _GROUP.c.currency == plan.amount.currency,
            _GROUP.c.is_balanced.is_(False),
            *LIVE,
        )
    )
    entries: dict[tuple[int, int, str], set[EntryId]] = {}
    for ordinal, group_id, code, entry_id in rows:
        entries.setdefault((ordinal, group_id, code), set()).add(EntryId(entry_id))
    ordered = sorted(entries)
    return PartialGroups(
        tuple(
            Group(place, frozenset(entries[known]))
            for place, known in enumerate(ordered, start=-len(ordered))
        ),
        tuple((group_id, code) for _, group_id, code in ordered),
    )


def next_ordinal(connection: Connection, account_id: AccountId) -> int:
    """Return the ordinal of the account's next code of ours; never given before."""
    highest = connection.scalar(
        select(func.max(_GROUP.c.ordinal)).where(_GROUP.c.account_id == account_id)
    )
    return max(highest or 0, 0) + 1


def keep_group(
    connection: Connection,
    plan: LetteringPlan,
    grouping: Grouping,
    *,
    known: PartialGroups,
) -> tuple[int, str]:
    """Write the group a lettering ends in; return its id and its code in capitals."""
    if grouping.ordinal < 0:
        group_id, code = known.row(grouping.ordinal)
        _merge(connection, group_id, [known.row(one)[0] for one in grouping.merged])
        connection.execute(
            update(_GROUP)
            .where(or_(_GROUP.c.id == group_id, _GROUP.c.merged_into == group_id))
            .values(is_balanced=grouping.balanced)
        )
        return group_id, code
    code = code_of(grouping.ordinal, balanced=True)
    made = connection.execute(
        insert(_GROUP)
        .values(
            account_id=plan.account_id,
            currency=plan.amount.currency,
            code=code,
            ordinal=grouping.ordinal,
            source="",
            is_balanced=grouping.balanced,
        )
        .returning(_GROUP.c.id)
    )
    return int(made.scalar_one()), code


def _merge(connection: Connection, group_id: int, merged: Sequence[int]) -> None:
    """Put groups, and those merged into them before, under another."""
    if merged:
        connection.execute(
            update(_GROUP)
            .where(or_(_GROUP.c.id.in_(merged), _GROUP.c.merged_into.in_(merged)))
            .values(merged_into=group_id)
        )
