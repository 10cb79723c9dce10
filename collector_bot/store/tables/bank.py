"""What the bank told: statements, and the movements that wait to be lettered."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, Column, Index
from sqlmodel import Field, SQLModel

from collector_bot.core.bank import LineNature, LineState
from collector_bot.store.tables.columns import long_text, one_of, whole


class BankStatementRow(SQLModel, table=True):
    """One statement of one of our accounts, as it came in; never changed."""

    __tablename__ = "bank_statement"
    id: int | None = Field(default=None, primary_key=True)
    file_name: str
    bank_account: str
    currency: str
    number: str
    opening_minor: int | None = whole(null=True)
    closing_minor: int | None = whole(null=True)
    imported_at: datetime


class BankLineRow(SQLModel, table=True):
    """One movement on one of our accounts, known by its natural key.

    `account_id` is whose payment it is taken to be, with the probability and why;
    `entry_id` the entry it was posted as, or is known by in the ledger.
    """

    __tablename__ = "bank_line"
    __table_args__ = (
        one_of("nature", LineNature),
        one_of("state", LineState),
        Index("ix_bank_line_waiting", "state", "account_id"),
    )
    id: int | None = Field(default=None, primary_key=True)
    natural_key: int = whole(unique=True)
    statement_id: int = Field(foreign_key="bank_statement.id", index=True)
    booked_day: int
    value_day: int
    amount_minor: int = whole()
    currency: str
    bank_ref: str
    end_to_end: str
    creditor_reference: str
    name: str
    iban: str = Field(index=True)
    text: str = long_text()
    code: str
    return_reason: str
    nature: str
    state: str
    state_reason: str = ""
    account_id: int | None = Field(default=None, foreign_key="account.id")
    payer_bp: int = 0
    payer_reasons: Any = Field(default=None, sa_column=Column(JSON))
    entry_id: int | None = Field(default=None, foreign_key="entry.id", index=True)


class EntryTwinRow(SQLModel, table=True):
    """A line of an import that is an entry posted from the bank before; never changed.

    The keys are those the line would have as an entry of its own.
    """

    __tablename__ = "entry_twin"
    natural_key: int = Field(
        sa_column=Column(BigInteger, primary_key=True, autoincrement=False)
    )
    content_key: int = whole()
    entry_id: int = Field(foreign_key="entry.id", unique=True)
