"""Whose turn it is: what several processes on one PostgreSQL must do one by one.

On SQLite there is one writer anyway. A turn ends with its transaction.
"""

from __future__ import annotations

from enum import IntEnum

from sqlalchemy import Connection, text


class Turn(IntEnum):
    """What is done by one at a time; the numbers are PostgreSQL's advisory keys."""

    JOURNAL = 7_120_001
    IMPORT = 7_120_002
    DUNNING = 7_120_004
    EXPORT = 7_120_005


def wait_for(connection: Connection, turn: Turn) -> None:
    """Wait until nobody else is at it, and keep the turn for this transaction."""
    if connection.dialect.name == "postgresql":
        connection.execute(
            text("SELECT pg_advisory_xact_lock(:key)"), {"key": int(turn)}
        )
