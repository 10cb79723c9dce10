"""What a machine guessed of mails: beside them, where nothing that acts looks."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Column
from sqlmodel import Field, SQLModel


class OpinionRow(SQLModel, table=True):
    """One mail's second opinion, or how often it was asked for in vain."""

    __tablename__ = "opinion"
    mail_id: int = Field(primary_key=True, foreign_key="mail.id")
    attempts: int = 0
    model: str = ""
    asked_at: datetime
    answered_at: datetime | None = None
    findings: Any = Field(default=None, sa_column=Column(JSON, nullable=False))
    doubtful: Any = Field(default=None, sa_column=Column(JSON, nullable=False))
