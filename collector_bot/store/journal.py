"""Who did what when: an append-only journal whose rows are chained by hash."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, func, insert, select, update

from collector_bot.store.seals import Key, Sealed, SealKind, seals_of
from collector_bot.store.tables import JournalHeadRow, JournalRow, table
from collector_bot.store.turns import Turn, wait_for

_JOURNAL, _HEAD = table(JournalRow), table(JournalHeadRow)
_TOLD = "acts of this transaction"
_SEALED = "sealed"
_SHORT = 16


@dataclass(frozen=True, slots=True)
class Act:
    """One thing somebody did: `noun.verb`, to what, with its facts (no addresses)."""

    actor: str
    action: str
    subject: str
    facts: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Head:
    """Where the journal ends: how many rows it has, and the hash of the last."""

    count: int
    hash: str

    @property
    def short(self) -> str:
        """What a person writes down: the count and the first 64 bits of the hash."""
        return f"{self.count}:{self.hash[:_SHORT]}"


class _Told(NamedTuple):
    act: Act
    at: datetime
    sealed: Sealed | None


@contextmanager
def telling(connection: Connection) -> Iterator[None]:
    """Chain what is recorded inside at its end, just before the commit.

    The journal's turn is the last thing a transaction waits for: nobody who has it
    waits for anybody else, and seals tell what rows say when all is done.
    """
    told: list[_Told] = []
    known = connection.info
    known[_TOLD] = told
    try:
        yield
        if told:
            _chain(connection, told)
    finally:
        del known[_TOLD]


def record(
    connection: Connection, act: Act, *, at: datetime, sealed: Sealed | None = None
) -> None:
    """Add one row to the chain, in the transaction of what it tells.

    Args:
        sealed: rows this act made what they are; the journal vouches for them.
    """
    connection.info[_TOLD].append(_Told(act, at, sealed))


def record_change(
    connection: Connection,
    kind: SealKind,
    key: Key,
    *,
    action: str,
    by: str,
    at: datetime,
    facts: Mapping[str, Any] | None = None,
) -> None:
    """Add what somebody did to one sealed row, which is what it is told of."""
    act = Act(by, action, f"{kind}:{key}", facts or {})
    record(connection, act, at=at, sealed=Sealed(kind, (key,)))


def _chain(connection: Connection, told: Sequence[_Told]) -> None:
    wait_for(connection, Turn.JOURNAL)
    kept = _kept_head(connection)
    before, previous = (kept.count, kept.hash) if kept else (_last(connection), "")
    rows = []
    for seq, (act, at, sealed) in enumerate(told, start=before + 1):
        facts = dict(act.facts)
        if sealed is not None:
            facts[_SEALED] = seals_of(connection, sealed)
        row = {
            "seq": seq,
            "at": at,
            "actor": act.actor,
            "action": act.action,
            "subject": act.subject,
            "payload": json.dumps(facts, sort_keys=True, ensure_ascii=False),
            "prev_hash": previous,
        }
        previous = row["hash"] = _hash(row)
        rows.append(row)
    connection.execute(insert(_JOURNAL), rows)
    head = {"count": before + len(told), "hash": previous}
    connection.execute(
        update(_HEAD).values(head) if kept else insert(_HEAD).values(id=1, **head)
    )


def _kept_head(connection: Connection) -> Head | None:
    row = connection.execute(select(_HEAD.c["count"], _HEAD.c.hash)).first()
    return Head(*row) if row else None


def _last(connection: Connection) -> int:
    return int(connection.scalar(select(func.max(_JOURNAL.c.seq))) or 0)


def head(connection: Connection) -> Head:
    """Return where the journal ends as its last writer left it."""
    return _kept_head(connection) or Head(0, "")


def hash_at(connection: Connection, count: int) -> str:
    """Return the hash of the journal's row number `count`, "" when it has none."""
    chosen = select(_JOURNAL.c.hash).where(_JOURNAL.c.seq == count)
    return str(connection.scalar(chosen) or "")


def altered(connection: Connection) -> Iterator[int]:
    """Yield the number of every journal row that is not what was written.

    The first one missing at the end, or the first one too many, is among them.
    """
    previous, expected = "", 1
    rows = connection.execute(
        select(_JOURNAL).order_by(_JOURNAL.c.seq).execution_options(yield_per=500)
    )
    for row in rows:
        kept = row._asdict()
        claimed = kept.pop("hash")
        whole = (
            kept["seq"] == expected
            and kept["prev_hash"] == previous
            and claimed == _hash(kept)
        )
        if not whole:
            yield int(kept["seq"])
        previous, expected = claimed, int(kept["seq"]) + 1
    end = head(connection)
    if end.count != expected - 1:
        yield min(end.count + 1, expected)
    elif end.hash != previous:
        yield end.count


def sealed(connection: Connection) -> Iterator[tuple[str, str]]:
    """Yield what the journal says rows are: their subject and digest, oldest first."""
    chosen = select(_JOURNAL.c.payload).where(_tells_seals())
    rows = connection.execute(
        chosen.order_by(_JOURNAL.c.seq).execution_options(yield_per=100)
    )
    for payload in rows.scalars():
        yield from json.loads(payload).get(_SEALED, {}).items()


def sealed_size(connection: Connection) -> int:
    """Return how many characters the rows that tell of seals have together."""
    chosen = select(func.sum(func.length(_JOURNAL.c.payload))).where(_tells_seals())
    return int(connection.scalar(chosen) or 0)


def _tells_seals() -> Any:
    return _JOURNAL.c.payload.contains(f'"{_SEALED}": ')


def _hash(row: Mapping[str, Any]) -> str:
    told = {**row, "at": row["at"].astimezone(UTC).isoformat(timespec="microseconds")}
    text_of = json.dumps(told, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text_of.encode()).hexdigest()
