"""What keeps items from being chased: promises, disputes, holds."""

from __future__ import annotations

from datetime import date, datetime

from sqlmodel import Field, SQLModel

from collector_bot.store.tables.columns import one_of, whole


class PromiseRow(SQLModel, table=True):
    """A promise to pay. Kept or broken is computed; `state` is what people decided."""

    __tablename__ = "promise"
    __table_args__ = (
        one_of("state", ("proposed", "accepted", "rejected", "cancelled")),
    )
    id: int | None = Field(default=None, primary_key=True)
    account_id: int = Field(foreign_key="account.id", index=True)
    currency: str
    amount_minor: int | None = whole(null=True)
    promised_on: date
    made_on: date
    state: str
    entered_by: str
    mail_id: int | None = None
    cause_key: str = Field(unique=True)
    why_proposed: str = ""
    baseline_minor: int = whole()
    decided_by: str | None = None
    decided_at: datetime | None = None


class PromiseItemRow(SQLModel, table=True):
    """An entry a promise is about; `open_minor` is what was open when it was made."""

    __tablename__ = "promise_item"
    promise_id: int = Field(primary_key=True, foreign_key="promise.id")
    entry_id: int = Field(primary_key=True, foreign_key="entry.id", index=True)
    open_minor: int = whole()


class DisputeRow(SQLModel, table=True):
    """Items a customer contests; open until a person, or a payment, closes it."""

    __tablename__ = "dispute"
    id: int | None = Field(default=None, primary_key=True)
    account_id: int = Field(foreign_key="account.id", index=True)
    reason: str
    opened_at: datetime
    opened_by: str
    mail_id: int | None = None
    cause_key: str = Field(unique=True)
    closed_at: datetime | None = None
    closed_by: str | None = None


class DisputeItemRow(SQLModel, table=True):
    """An entry in dispute."""

    __tablename__ = "dispute_item"
    dispute_id: int = Field(primary_key=True, foreign_key="dispute.id")
    entry_id: int = Field(primary_key=True, foreign_key="entry.id", index=True)


class HoldRow(SQLModel, table=True):
    """An account (entry_id empty) or an item not to be dunned until a date."""

    __tablename__ = "hold"
    id: int | None = Field(default=None, primary_key=True)
    account_id: int = Field(foreign_key="account.id", index=True)
    entry_id: int | None = Field(default=None, foreign_key="entry.id")
    until_on: date | None = None
    reason: str
    placed_at: datetime
    placed_by: str
    cause_key: str = Field(unique=True)
    released_at: datetime | None = None
    released_by: str | None = None
