"""Entries, what is open of them, and the letterings that settle them."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import BigInteger, CheckConstraint, Column, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from collector_bot.core.ledger import Kind, Side
from collector_bot.store.tables.columns import long_text, one_of, whole


class ImportBatchRow(SQLModel, table=True):
    """Entries that came in together; `digest` covers their contents in id order."""

    __tablename__ = "import_batch"
    id: int | None = Field(default=None, primary_key=True)
    source: str
    file_name: str
    imported_at: datetime
    entries: int
    first_entry_id: int
    last_entry_id: int
    digest: str


class EntryRow(SQLModel, table=True):
    """One line on an account; never changed.

    `natural_key` and `content_key` are 63-bit hashes: what the line is, and what it
    says. Same line again: nothing; same line saying something else: reported.
    """

    __tablename__ = "entry"
    __table_args__ = (
        one_of("side", Side),
        one_of("kind", Kind),
        CheckConstraint("amount_minor > 0", name="ck_amount_positive"),
        Index("ix_entry_account", "account_id", "dated_day"),
    )
    id: int | None = Field(default=None, primary_key=True)
    account_id: int = Field(foreign_key="account.id")
    side: str
    kind: str
    piece: str
    dated_day: int
    due_day: int
    amount_minor: int = whole()
    currency: str
    label: str
    source: str
    natural_key: int = whole(unique=True)
    content_key: int = whole()


class OpenItemRow(SQLModel, table=True):
    """What is left of an entry; deleted at zero. Scans read this, never history."""

    __tablename__ = "open_item"
    __table_args__ = (
        one_of("side", Side),
        CheckConstraint("open_minor > 0", name="ck_open_positive"),
        Index(
            "ix_open_scan",
            "account_id",
            "currency",
            "side",
            "due_day",
            "entry_id",
            "open_minor",
        ),
        Index("ix_open_piece", "piece_key"),
    )
    entry_id: int = Field(primary_key=True, foreign_key="entry.id")
    account_id: int = Field(foreign_key="account.id")
    currency: str
    side: str
    due_day: int
    open_minor: int = whole()
    piece_key: str


class LetteringGroupRow(SQLModel, table=True):
    """A code on an account: what its letterings have settled so far together.

    The code is shown in lower case while `is_balanced` is false. `source` is "" for
    ours and names the file and year of a code that came with an import.
    """

    __tablename__ = "lettering_group"
    __table_args__ = (UniqueConstraint("account_id", "source", "code"),)
    id: int | None = Field(default=None, primary_key=True)
    account_id: int = Field(foreign_key="account.id")
    currency: str
    code: str
    ordinal: int
    source: str = ""
    is_balanced: bool
    merged_into: int | None = Field(default=None, foreign_key="lettering_group.id")


class LetteringRow(SQLModel, table=True):
    """One act of lettering, or the opposite act that undoes one; append-only."""

    __tablename__ = "lettering"
    __table_args__ = (
        one_of("origin", ("manual", "suggestion", "policy", "imported")),
        UniqueConstraint("suggestion_id", "account_id"),
    )
    id: int | None = Field(default=None, primary_key=True)
    group_id: int = Field(foreign_key="lettering_group.id", index=True)
    account_id: int = Field(foreign_key="account.id", index=True)
    currency: str
    made_at: datetime
    made_on: date
    made_by: str
    origin: str
    suggestion_id: int | None = None
    undoes_id: int | None = Field(default=None, foreign_key="lettering.id", unique=True)
    difference_minor: int = Field(default=0, sa_column=Column(BigInteger))


class LetteringLineRow(SQLModel, table=True):
    """How much of one entry an act of lettering takes (negative when it undoes)."""

    __tablename__ = "lettering_line"
    lettering_id: int = Field(primary_key=True, foreign_key="lettering.id")
    entry_id: int = Field(primary_key=True, foreign_key="entry.id", index=True)
    side: str
    amount_minor: int = whole()


class JournalRow(SQLModel, table=True):
    """Who did what when; each row's hash covers the row before it."""

    __tablename__ = "journal"
    seq: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    at: datetime
    actor: str
    action: str
    subject: str
    payload: str = long_text()
    prev_hash: str
    hash: str


class JournalHeadRow(SQLModel, table=True):
    """Where the journal ends: one row, moved on with each row of the journal."""

    __tablename__ = "journal_head"
    __table_args__ = (CheckConstraint("id = 1", name="ck_one_head"),)
    id: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    count: int
    hash: str
