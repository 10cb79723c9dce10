"""Inbound mail and how far each folder has been read."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Column, LargeBinary, UniqueConstraint
from sqlmodel import Field, SQLModel

from collector_bot.store.tables.columns import one_of, whole


class MailRow(SQLModel, table=True):
    """One inbound mail, kept before anything is understood; `raw` is zlib."""

    __tablename__ = "mail"
    __table_args__ = (
        one_of("state", ("received", "read", "quarantined", "too_large", "ours")),
        UniqueConstraint("folder", "uidvalidity", "uid"),
    )
    id: int | None = Field(default=None, primary_key=True)
    folder: str
    uidvalidity: int = whole()
    uid: int = whole()
    sha256: str = Field(unique=True)
    raw: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    size: int
    received_at: datetime
    state: str = Field(index=True)
    attempts: int = 0
    reason: str = ""
    message_id: str = Field(default="", index=True)
    sender: str = Field(default="")
    subject: str = ""
    account_id: int | None = Field(default=None, foreign_key="account.id", index=True)
    reading: Any = Field(default=None, sa_column=Column(JSON))
    needs_person: str = ""
    closed_at: datetime | None = None
    closed_by: str | None = None


class CursorRow(SQLModel, table=True):
    """How far one folder has been read."""

    __tablename__ = "mail_cursor"
    folder: str = Field(primary_key=True)
    uidvalidity: int = whole()
    last_uid: int = whole()
    read_at: datetime
