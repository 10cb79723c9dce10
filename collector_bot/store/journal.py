"""Who did what when: an append-only journal whose rows are chained by hash."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, insert, select

from collector_bot.store.tables import JournalRow, table
from collector_bot.store.turns import Turn, wait_for

_JOURNAL = table(JournalRow)


@dataclass(frozen=True, slots=True)
class Act:
    """One thing somebody did: `noun.verb`, to what, with its facts (no addresses)."""

    actor: str
    action: str
    subject: str
    facts: Mapping[str, Any]


def record(connection: Connection, act: Act, *, at: datetime) -> None:
    """Add one row to the chain, in the transaction of what it tells."""
    wait_for(connection, Turn.JOURNAL)
    last = connection.execute(
        select(_JOURNAL.c.seq, _JOURNAL.c.hash).order_by(_JOURNAL.c.seq.desc()).limit(1)
    ).first()
    seq, previous = (last.seq + 1, last.hash) if last else (1, "")
    payload = json.dumps(dict(act.facts), sort_keys=True, ensure_ascii=False)
    row = {
        "seq": seq,
        "at": at,
        "actor": act.actor,
        "action": act.action,
        "subject": act.subject,
        "payload": payload,
        "prev_hash": previous,
    }
    connection.execute(insert(_JOURNAL).values(hash=_hash(row), **row))


def altered(connection: Connection) -> Iterator[int]:
    """Yield the number of every journal row that is not what was written."""
    previous, expected = "", 1
    rows = connection.execution_options(yield_per=5000).execute(
        select(_JOURNAL).order_by(_JOURNAL.c.seq)
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


def _hash(row: Mapping[str, Any]) -> str:
    told = {**row, "at": row["at"].astimezone(UTC).isoformat(timespec="microseconds")}
    text_of = json.dumps(told, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text_of.encode()).hexdigest()
