"""Exports to the accounting system, and what each of them held."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from sqlmodel import Field, SQLModel

from collector_bot.core.books import Exported
from collector_bot.store.tables.columns import one_of


class RunState(StrEnum):
    """Where an export stands: claimed, in place, or given up before it was."""

    BEGUN = "begun"
    DONE = "done"
    GIVEN_UP = "given_up"


class ExportRunRow(SQLModel, table=True):
    """One export; `path` is "" when it was printed, `digest` covers its bytes."""

    __tablename__ = "export_run"
    __table_args__ = (one_of("what", Exported), one_of("state", RunState))
    id: int | None = Field(default=None, primary_key=True)
    what: str
    format: str
    state: str
    path: str
    digest: str
    lines: int
    made_at: datetime
    made_on: date
    made_by: str


class ExportItemRow(SQLModel, table=True):
    """A lettering, or an entry posted here, and the export that first held it."""

    __tablename__ = "export_item"
    what: str = Field(primary_key=True)
    subject_id: int = Field(primary_key=True)
    run_id: int = Field(foreign_key="export_run.id", index=True)
