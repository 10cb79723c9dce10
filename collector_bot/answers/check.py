"""Is the ledger what was written, and does it add up?"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from collector_bot.core.ledger import EntryId
from collector_bot.store import entries, journal, letterings


@dataclass(frozen=True, slots=True)
class Checked:
    """What is wrong; all empty when nothing is.

    Attributes:
        miscounted: entries whose open amount is not what their letterings leave:
            id, minor units kept, minor units right.
        altered_imports: imports whose entries are not what came in.
        altered_acts: numbers of journal rows that are not what was written.
    """

    miscounted: tuple[tuple[EntryId, int, int], ...]
    altered_imports: tuple[str, ...]
    altered_acts: tuple[int, ...]

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong."""
        return not (self.miscounted or self.altered_imports or self.altered_acts)


def check_ledger(connection: Connection) -> Checked:
    """Recompute what is open, every import's digest and the journal's chain."""
    return Checked(
        tuple(letterings.miscounted(connection)),
        tuple(entries.altered_batches(connection)),
        tuple(journal.altered(connection)),
    )
