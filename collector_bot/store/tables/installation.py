"""When ticks went well, and facts made once for this ledger."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Field, SQLModel


class HeartbeatRow(SQLModel, table=True):
    """When each tick last went well, and the dates of daily work already done."""

    __tablename__ = "heartbeat"
    name: str = Field(primary_key=True)
    at: datetime
    note: str = ""


class InstallationRow(SQLModel, table=True):
    """Facts made once for this ledger: the key Message-IDs derive from."""

    __tablename__ = "installation"
    name: str = Field(primary_key=True)
    value: str
