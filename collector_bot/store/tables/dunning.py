"""Runs of the procedure, their steps and their skips."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from collector_bot.store.tables.columns import whole


class DunningRunRow(SQLModel, table=True):
    """One run of the procedure on one business date."""

    __tablename__ = "dunning_run"
    id: int | None = Field(default=None, primary_key=True)
    business_on: date = Field(index=True)
    started_at: datetime
    started_by: str
    steps: int
    skipped_items: int
    failures: int


class StepRow(SQLModel, table=True):
    """One letter to one customer in one run."""

    __tablename__ = "step"
    __table_args__ = (UniqueConstraint("account_id", "currency", "business_on"),)
    id: int | None = Field(default=None, primary_key=True)
    run_id: int = Field(foreign_key="dunning_run.id")
    account_id: int = Field(foreign_key="account.id")
    currency: str
    business_on: date
    level: int
    level_name: str
    due_minor: int = whole()
    net_minor: int = whole()
    outbox_id: int | None = Field(default=None, foreign_key="outbox.id", index=True)
    withdrawn_reason: str | None = None


class StepItemRow(SQLModel, table=True):
    """An item a step carries to a level.

    Deleted when the step is withdrawn, so that the level is free again.
    """

    __tablename__ = "step_item"
    __table_args__ = ({"sqlite_with_rowid": False},)
    entry_id: int = Field(primary_key=True)
    level: int = Field(primary_key=True)
    step_id: int


class SkipRow(SQLModel, table=True):
    """Overdue items of one account left alone in a run, with the reason."""

    __tablename__ = "skip"
    run_id: int = Field(primary_key=True, foreign_key="dunning_run.id")
    account_id: int = Field(primary_key=True, foreign_key="account.id", index=True)
    currency: str = Field(primary_key=True)
    reason: str = Field(primary_key=True)
    entry_ids: str
    overdue_minor: int = whole()
    detail: str = ""
