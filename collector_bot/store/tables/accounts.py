"""Accounts and how they are known: other names, addresses, bank accounts."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Field, SQLModel

from collector_bot.core.ledger import AccountSide
from collector_bot.store.tables.columns import one_of


class AccountRow(SQLModel, table=True):
    """One auxiliary account."""

    __tablename__ = "account"
    __table_args__ = (one_of("side", AccountSide),)
    id: int | None = Field(default=None, primary_key=True)
    code: str = Field(unique=True)
    name: str
    name_key: str = Field(index=True)
    side: str
    currency: str
    language: str
    terms: str = ""
    siren: str = ""
    vat: str = ""
    parent_code: str = ""


class AliasRow(SQLModel, table=True):
    """Another name an account is known by."""

    __tablename__ = "account_alias"
    account_id: int = Field(primary_key=True, foreign_key="account.id")
    name_key: str = Field(primary_key=True)
    name: str


class ContactRow(SQLModel, table=True):
    """An address at a customer; `bounced_at` set when mail to it came back for good."""

    __tablename__ = "contact"
    __table_args__ = (one_of("role", ("dunning", "billing", "other")),)
    account_id: int = Field(primary_key=True, foreign_key="account.id")
    email: str = Field(primary_key=True, index=True)
    domain: str = Field(index=True)
    language: str
    role: str
    position: int
    bounced_at: datetime | None = None


class IbanRow(SQLModel, table=True):
    """A bank account an account pays from."""

    __tablename__ = "account_iban"
    account_id: int = Field(primary_key=True, foreign_key="account.id")
    iban: str = Field(primary_key=True, index=True)
