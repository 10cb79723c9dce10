"""What decisions taught about an account, to be shown and cleared."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Field, SQLModel

from collector_bot.core.matching.habits import LearntKind
from collector_bot.store.tables.columns import one_of


class LearntRow(SQLModel, table=True):
    """How often decisions said something of an account, or denied it."""

    __tablename__ = "learnt"
    __table_args__ = (one_of("kind", LearntKind),)
    account_id: int = Field(primary_key=True, foreign_key="account.id")
    kind: str = Field(primary_key=True)
    key: str = Field(primary_key=True)
    approved: int = 0
    rejected: int = 0
    last_at: datetime
