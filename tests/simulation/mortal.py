"""A database in which the process may die: before a commit, or right after it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, event

from collector_bot.store.database import Database
from tests.simulation.post_office import Killed


class MortalDatabase(Database):
    """A ledger for one process at a time, in no hurry to reach a disk.

    Attributes:
        die_in: so many commits from now, counted before and after each; 0 for never.
    """

    def __init__(self, url: str) -> None:
        super().__init__(url)
        self.die_in = 0

        def hurry(raw: Any, _record: Any) -> None:
            raw.execute("PRAGMA synchronous=OFF")

        event.listen(self._engine, "connect", hurry)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        with super().writing() as connection:
            yield connection
            self._perhaps_die()
        self._perhaps_die()

    def _perhaps_die(self) -> None:
        if self.die_in:
            self.die_in -= 1
            if not self.die_in:
                raise Killed
