"""Triggers that refuse to change or remove what is only ever added."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, text

FIRST = (
    "entry",
    "lettering",
    "lettering_line",
    "journal",
    "import_batch",
    "decision",
    "promise_item",
    "dispute_item",
)
CORRECTIONS = ("correction", "correction_line")
EXAMPLES = ("reading_example",)
APPEND_ONLY = FIRST + CORRECTIONS + EXAMPLES

_POSTGRES_FUNCTION = """
CREATE OR REPLACE FUNCTION collector_append_only() RETURNS trigger AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$ LANGUAGE plpgsql
"""


def make_append_only(connection: Connection, tables: Sequence[str]) -> None:
    """Install the triggers; called by the migration that makes these tables."""
    if connection.dialect.name == "postgresql":
        connection.execute(text(_POSTGRES_FUNCTION))
        for table in tables:
            connection.execute(
                text(
                    f"CREATE TRIGGER {table}_append_only "
                    f"BEFORE UPDATE OR DELETE ON {table} "
                    "FOR EACH ROW EXECUTE FUNCTION collector_append_only()"
                )
            )
        return
    for table in tables:
        for verb in ("UPDATE", "DELETE"):
            connection.execute(
                text(
                    f"CREATE TRIGGER {table}_no_{verb.lower()} "
                    f"BEFORE {verb} ON {table} BEGIN "
                    f"SELECT RAISE(ABORT, '{table} is append-only'); END"
                )
            )
