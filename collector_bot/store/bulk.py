"""Many rows at once, handed to the driver as they are."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from itertools import chain
from typing import Any

from sqlalchemy import Connection, text

# A statement costs more than the values in it: this many halve the time of one a row.
_VALUES_PER_STATEMENT = 200


@contextmanager
def without_collecting() -> Iterator[None]:
    """Keep Python from looking for cycles among a million tuples that have none.

    It would look again and again while they are made: a fifth of the time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def insert_rows(
    connection: Connection,
    name: str,
    columns: Sequence[str],
    *,
    rows: Sequence[tuple[object, ...]],
) -> None:
    """Insert rows by COPY on PostgreSQL and some hundred values a statement on SQLite.

    Values go in as the driver takes them: whole numbers, texts, None, and dates as
    ISO text. Instants belong to statements, which know how each database keeps them.
    """
    raw: Any = connection.connection.driver_connection
    listed = ", ".join(columns)
    if connection.dialect.name == "postgresql":
        with (
            raw.cursor() as cursor,
            cursor.copy(f"COPY {name} ({listed}) FROM STDIN") as copy,
        ):
            for row in rows:
                copy.write_row(row)
        return
    insert = f"INSERT INTO {name} ({listed}) VALUES "
    marks = f"({', '.join('?' * len(columns))})"
    bunch = max(1, _VALUES_PER_STATEMENT // len(columns))
    full = len(rows) - len(rows) % bunch
    raw.executemany(
        insert + ", ".join([marks] * bunch),
        (
            tuple(chain.from_iterable(rows[start : start + bunch]))
            for start in range(0, full, bunch)
        ),
    )
    raw.executemany(insert + marks, rows[full:])


def reserve_ids(connection: Connection, name: str, count: int) -> list[int]:
    """Return ids for `count` new rows of a table, which nobody else will take."""
    if connection.dialect.name == "postgresql":
        rows = connection.scalars(
            text(
                "SELECT nextval(pg_get_serial_sequence(:name, 'id')) "
                "FROM generate_series(1, :count)"
            ),
            {"name": name, "count": count},
        )
        return [int(one) for one in rows]
    last = connection.scalar(text(f"SELECT coalesce(max(id), 0) FROM {name}"))
    return list(range(int(last or 0) + 1, int(last or 0) + 1 + count))


def stream(
    connection: Connection, statement: str, *, bunch: int = 20_000
) -> Iterator[list[Any]]:
    """Yield a statement's rows in bunches of the driver's own tuples.

    A million rows pass through here, and wrapping each costs more than reading it. On
    PostgreSQL they come through a cursor of the server, planned for all of them: its
    default is to plan for the first tenth.

    Args:
        statement: holds whole numbers and our own words only; nothing is bound.
    """
    raw: Any = connection.connection.driver_connection
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("SET LOCAL cursor_tuple_fraction = 1")
        cursor = raw.cursor("stream")
    else:
        cursor = raw.cursor()
    with closing(cursor):
        cursor.execute(statement)
        while rows := cursor.fetchmany(bunch):
            yield rows
