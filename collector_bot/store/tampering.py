"""Rows somebody changed behind the journal: what they say is not what it sealed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal
from zlib import crc32

from sqlalchemy import Connection, func, select

from collector_bot.store import journal
from collector_bot.store.seals import SealKind, contents, imported
from collector_bot.store.tables import LetteringRow, table

_SHARE = 16_000_000  # characters of seals; about 100 MB while they are compared
_LETTERING = table(LetteringRow)
_IMPORTED = select(_LETTERING.c.id).where(_LETTERING.c.origin == "imported")
_ONE_BY_ONE = tuple(kind for kind in SealKind if kind is not SealKind.IMPORTED)


@dataclass(frozen=True, slots=True)
class Tampered:
    """What was changed: `key` of a kind, added, altered or removed by nobody known."""

    kind: SealKind
    key: str
    how: Literal["added", "altered", "removed"]

    @property
    def subject(self) -> str:
        """What it is called in the journal, such as `hold:3`."""
        return f"{self.kind}:{self.key}"


def tampered(connection: Connection, *, share: int = _SHARE) -> Iterator[Tampered]:
    """Yield every sealed row that does not say what the journal sealed last.

    Args:
        share: how many characters of seals are held in memory at once; where there
            are more, the journal is read several times, each time for some rows.
    """
    shares = 1 + journal.sealed_size(connection) // share
    for turn in range(shares):
        sealed = {
            subject: digest
            for subject, digest in journal.sealed(connection)
            if crc32(subject.encode()) % shares == turn
        }
        for kind in _ONE_BY_ONE:
            for key, digest in contents(connection, kind):
                subject = f"{kind}:{key}"
                if crc32(subject.encode()) % shares == turn:
                    was = sealed.pop(subject, "")
                    if was != digest:
                        yield Tampered(kind, str(key), "altered" if was else "added")
        for subject, digest in sealed.items():
            named, _, number = subject.partition(":")
            if digest and named != SealKind.IMPORTED:
                yield Tampered(SealKind(named), number, "removed")
    yield from _imported(connection)


def _imported(connection: Connection) -> Iterator[Tampered]:
    """Yield spans of imported letterings that are not what a file brought in."""
    inside: list[range] = []
    known = 0
    for subject, digest in journal.sealed(connection):
        kind, _, span = subject.partition(":")
        if kind == SealKind.IMPORTED:
            first, _, last = span.partition("-")
            inside.append(range(int(first), int(last) + 1))
            count, now = imported(connection, int(first), int(last))
            known += count
            if now != digest:
                yield Tampered(
                    SealKind.IMPORTED, span, "altered" if count else "removed"
                )
    if connection.scalar(_IMPORTED.with_only_columns(func.count())) != known:
        ids = set(connection.scalars(_IMPORTED))
        for one in sorted(ids.difference(*inside)):
            yield Tampered(SealKind.IMPORTED, str(one), "added")
