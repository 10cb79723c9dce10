"""Letterings proposed, and who decided what."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, Column, UniqueConstraint
from sqlmodel import Field, SQLModel

from collector_bot.store.tables.columns import one_of, whole


class SuggestionRow(SQLModel, table=True):
    """A lettering proposed; at most one proposed for one cause at a time."""

    __tablename__ = "suggestion"
    __table_args__ = (
        one_of("state", ("proposed", "approved", "rejected", "stale", "expired")),
        UniqueConstraint("cause_key", "digest", "round"),
    )
    id: int | None = Field(default=None, primary_key=True)
    account_id: int = Field(foreign_key="account.id", index=True)
    currency: str
    cause_key: str = Field(index=True)
    round: int = 1
    rank: int = 1
    state: str = Field(index=True)
    confidence_bp: int
    rivals: int = 0
    difference_minor: int = whole()
    difference_cause: str
    reasons: Any = Field(default=None, sa_column=Column(JSON))
    reopens_group_id: int | None = Field(default=None, foreign_key="lettering_group.id")
    bank_ref: str | None = None
    mail_id: int | None = None
    digest: str
    proposed_at: datetime
    proposed_by: str
    expires_on: date


class SuggestionPartRow(SQLModel, table=True):
    """How much of one entry a suggestion would take.

    A bank line that is not posted yet stands here by its own number, below zero.
    """

    __tablename__ = "suggestion_part"
    suggestion_id: int = Field(primary_key=True, foreign_key="suggestion.id")
    entry_id: int = Field(primary_key=True, index=True)
    side: str
    piece: str
    amount_minor: int = whole()


class DecisionRow(SQLModel, table=True):
    """Who answered, when, and the digest of exactly what they saw."""

    __tablename__ = "decision"
    __table_args__ = (UniqueConstraint("subject"),)
    id: int | None = Field(default=None, primary_key=True)
    subject: str
    verdict: str
    digest: str
    decided_at: datetime
    decided_by: str
    reason: str = ""
