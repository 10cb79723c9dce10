"""What decisions taught about accounts: counted, shown and cleared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select, update

from collector_bot.core.ledger import AccountId
from collector_bot.core.matching.habits import LearntKind, Lesson
from collector_bot.store.tables import LearntRow, table

_LEARNT = table(LearntRow)


def learn(
    connection: Connection,
    account_id: AccountId,
    keys: Iterable[tuple[LearntKind, str]],
    *,
    approved: bool,
    at: datetime,
) -> None:
    """Count one decision for or against each thing it says of an account."""
    verdict = _LEARNT.c.approved if approved else _LEARNT.c.rejected
    for kind, key in dict.fromkeys(keys):
        counted = connection.execute(
            update(_LEARNT)
            .where(
                _LEARNT.c.account_id == account_id,
                _LEARNT.c.kind == kind.value,
                _LEARNT.c.key == key,
            )
            .values({verdict: verdict + 1, _LEARNT.c.last_at: at})
        )
        if not counted.rowcount:
            connection.execute(
                insert(_LEARNT).values(
                    account_id=account_id,
                    kind=kind.value,
                    key=key,
                    approved=int(approved),
                    rejected=int(not approved),
                    last_at=at,
                )
            )


def lessons_of(connection: Connection, account_id: AccountId) -> list[Lesson]:
    """Return what was learnt of one account, by kind and key."""
    rows = connection.execute(
        select(_LEARNT)
        .where(_LEARNT.c.account_id == account_id)
        .order_by(_LEARNT.c.kind, _LEARNT.c.key)
    )
    return [
        Lesson(LearntKind(row.kind), row.key, row.approved, row.rejected)
        for row in rows
    ]


def payers_learnt(
    connection: Connection, kind: LearntKind
) -> dict[AccountId, list[str]]:
    """Return the bank accounts or names of payers that hold, by account."""
    rows = connection.execute(
        select(_LEARNT.c.account_id, _LEARNT.c.key).where(
            _LEARNT.c.kind == kind.value, _LEARNT.c.approved > _LEARNT.c.rejected
        )
    )
    found: dict[AccountId, list[str]] = defaultdict(list)
    for account_id, key in rows:
        found[AccountId(account_id)].append(key)
    return found


def forget(connection: Connection, account_id: AccountId) -> int:
    """Clear what was learnt of an account; return how many lessons it were."""
    gone = connection.execute(delete(_LEARNT).where(_LEARNT.c.account_id == account_id))
    return gone.rowcount
