"""Is the ledger what was written, and does it add up?"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from sqlalchemy import Connection

from collector_bot.core.ledger import EntryId
from collector_bot.store import entries, journal, letterings
from collector_bot.store.journal import Head
from collector_bot.store.tampering import Tampered, tampered

TOLD_AT_MOST = 100


@dataclass(frozen=True, slots=True)
class Checked:
    """What is wrong; all empty when nothing is.

    Attributes:
        miscounted: entries whose open amount is not what their letterings leave:
            id, minor units kept, minor units right.
        altered_imports: imports whose entries are not what came in.
        altered_acts: numbers of journal rows that are not what was written.
        tampered: rows that are not what the journal says they are; not looked for
            while the journal itself was altered.
        head: where the journal ends; written down elsewhere, it tells a journal
            somebody wrote anew.
    """

    miscounted: tuple[tuple[EntryId, int, int], ...]
    altered_imports: tuple[str, ...]
    altered_acts: tuple[int, ...]
    tampered: tuple[Tampered, ...]
    head: Head

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong."""
        return not (
            self.miscounted
            or self.altered_imports
            or self.altered_acts
            or self.tampered
        )


def check_ledger(connection: Connection) -> Checked:
    """Recompute what is open, the digests of imports, the journal's chain and seals."""
    altered_acts = tuple(journal.altered(connection))
    rows = iter(()) if altered_acts else tampered(connection)
    return Checked(
        tuple(letterings.miscounted(connection)),
        tuple(entries.altered_batches(connection)),
        altered_acts,
        tuple(islice(rows, TOLD_AT_MOST)),
        journal.head(connection),
    )
