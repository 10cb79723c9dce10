"""Which customers owe most too late?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from collector_bot.store import surveys
from collector_bot.store.surveys import Overdue


@dataclass(frozen=True, slots=True)
class OverdueList:
    """Customers by what they owe too late: most first, each currency by itself."""

    today: date
    rows: tuple[Overdue, ...]


def overdue_customers(connection: Connection, *, today: date, top: int) -> OverdueList:
    """Return the `top` customers of each currency by overdue amount, before credits."""
    return OverdueList(
        today, tuple(surveys.most_overdue(connection, today=today, top=top))
    )
