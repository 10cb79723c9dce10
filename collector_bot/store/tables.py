"""The ledger's tables: SQLModel rows, never handed out of the store.

Conventions: `_on` is a local date, `_at` an aware UTC instant, `_day` a date as its
proleptic ordinal (`date.toordinal()`, 0 for none) where scans compare it, `_minor`
whole minor units. Enums are text with a CHECK. Journal, entries and letterings are
append-only: triggers of the first migration refuse UPDATE and DELETE.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    CheckConstraint,
    Column,
    Index,
    LargeBinary,
    Table,
    Text,
    UniqueConstraint,
)
from sqlmodel import Field, SQLModel

from collector_bot.core.ledger import AccountSide, Kind, Side


def one_of(column: str, values: Any) -> CheckConstraint:
    """Return the CHECK that keeps `column` within the given words."""
    words = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({words})", name=f"ck_{column}_word")


def _big(*, null: bool = False, **extra: Any) -> Any:
    return Field(sa_column=Column(BigInteger, nullable=null, **extra))


def _text(*, null: bool = False) -> Any:
    return Field(default=None if null else "", sa_column=Column(Text, nullable=null))


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
    amount_minor: int = _big()
    currency: str
    label: str
    source: str
    natural_key: int = _big(unique=True)
    content_key: int = _big()


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
    open_minor: int = _big()
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
    __table_args__ = (one_of("origin", ("manual", "suggestion", "policy", "imported")),)
    id: int | None = Field(default=None, primary_key=True)
    group_id: int = Field(foreign_key="lettering_group.id", index=True)
    account_id: int = Field(foreign_key="account.id", index=True)
    currency: str
    made_at: datetime
    made_on: date
    made_by: str
    origin: str
    suggestion_id: int | None = Field(default=None, unique=True)
    undoes_id: int | None = Field(default=None, foreign_key="lettering.id", unique=True)
    difference_minor: int = Field(default=0, sa_column=Column(BigInteger))


class LetteringLineRow(SQLModel, table=True):
    """How much of one entry an act of lettering takes (negative when it undoes)."""

    __tablename__ = "lettering_line"
    lettering_id: int = Field(primary_key=True, foreign_key="lettering.id")
    entry_id: int = Field(primary_key=True, foreign_key="entry.id", index=True)
    side: str
    amount_minor: int = _big()


class JournalRow(SQLModel, table=True):
    """Who did what when; each row's hash covers the row before it."""

    __tablename__ = "journal"
    seq: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    at: datetime
    actor: str
    action: str
    subject: str
    payload: str = _text()
    prev_hash: str
    hash: str


class PromiseRow(SQLModel, table=True):
    """A promise to pay. Kept or broken is computed; `state` is what people decided."""

    __tablename__ = "promise"
    __table_args__ = (
        one_of("state", ("proposed", "accepted", "rejected", "cancelled")),
    )
    id: int | None = Field(default=None, primary_key=True)
    account_id: int = Field(foreign_key="account.id", index=True)
    currency: str
    amount_minor: int | None = _big(null=True)
    promised_on: date
    made_on: date
    state: str
    entered_by: str
    mail_id: int | None = None
    cause_key: str = Field(unique=True)
    why_proposed: str = ""
    baseline_minor: int = _big()
    decided_by: str | None = None
    decided_at: datetime | None = None


class PromiseItemRow(SQLModel, table=True):
    """An entry a promise is about; `open_minor` is what was open when it was made."""

    __tablename__ = "promise_item"
    promise_id: int = Field(primary_key=True, foreign_key="promise.id")
    entry_id: int = Field(primary_key=True, foreign_key="entry.id", index=True)
    open_minor: int = _big()


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
    due_minor: int = _big()
    net_minor: int = _big()
    outbox_id: int | None = Field(default=None, foreign_key="outbox.id", index=True)
    withdrawn_reason: str | None = None


class StepItemRow(SQLModel, table=True):
    """An item a step carries to a level.

    Deleted when the step is withdrawn, so that the level is free again.
    """

    __tablename__ = "step_item"
    entry_id: int = Field(primary_key=True, foreign_key="entry.id")
    level: int = Field(primary_key=True)
    step_id: int = Field(foreign_key="step.id", index=True)


class SkipRow(SQLModel, table=True):
    """Overdue items of one account left alone in a run, with the reason."""

    __tablename__ = "skip"
    run_id: int = Field(primary_key=True, foreign_key="dunning_run.id")
    account_id: int = Field(primary_key=True, foreign_key="account.id", index=True)
    currency: str = Field(primary_key=True)
    reason: str = Field(primary_key=True)
    entry_ids: str
    overdue_minor: int = _big()
    detail: str = ""


class MailRow(SQLModel, table=True):
    """One inbound mail, kept before anything is understood; `raw` is zlib."""

    __tablename__ = "mail"
    __table_args__ = (
        one_of("state", ("received", "read", "quarantined", "too_large", "ours")),
        UniqueConstraint("folder", "uidvalidity", "uid"),
    )
    id: int | None = Field(default=None, primary_key=True)
    folder: str
    uidvalidity: int = _big()
    uid: int = _big()
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
    uidvalidity: int = _big()
    last_uid: int = _big()
    read_at: datetime


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
    difference_minor: int = _big()
    difference_cause: str
    reasons: Any = Field(default=None, sa_column=Column(JSON))
    bank_ref: str | None = None
    mail_id: int | None = None
    digest: str
    proposed_at: datetime
    proposed_by: str
    expires_on: date


class SuggestionPartRow(SQLModel, table=True):
    """How much of one entry a suggestion would take."""

    __tablename__ = "suggestion_part"
    suggestion_id: int = Field(primary_key=True, foreign_key="suggestion.id")
    entry_id: int = Field(primary_key=True, foreign_key="entry.id", index=True)
    side: str
    piece: str
    amount_minor: int = _big()


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


class OutboxRow(SQLModel, table=True):
    """Something to send, committed with its cause; `key` is that cause's own."""

    __tablename__ = "outbox"
    __table_args__ = (
        one_of(
            "state",
            (
                "awaiting_approval",
                "pending",
                "claimed",
                "handing_over",
                "uncertain",
                "sent",
                "failed",
                "cancelled",
            ),
        ),
        one_of("channel", ("mail", "slack")),
        Index("ix_outbox_due", "state", "channel", "next_attempt_at"),
    )
    id: int | None = Field(default=None, primary_key=True)
    key: str = Field(unique=True)
    channel: str
    kind: str
    account_id: int | None = Field(default=None, foreign_key="account.id", index=True)
    state: str
    created_at: datetime
    created_by: str
    subject: str = ""
    recipient: str = ""
    text: str = _text()
    mime: bytes | None = Field(default=None, sa_column=Column(LargeBinary))
    digest: str = ""
    message_id: str | None = Field(default=None, unique=True)
    balance_digest: str = ""
    payload: Any = Field(default=None, sa_column=Column(JSON))
    attempts: int = 0
    next_attempt_at: datetime
    claim_token: str | None = None
    lease_until: datetime | None = None
    handed_over_at: datetime | None = None
    sent_at: datetime | None = None
    reply: str = ""
    proof: str = ""
    reason: str = ""


class SlackCardRow(SQLModel, table=True):
    """Where the card of one business object stands."""

    __tablename__ = "slack_card"
    subject: str = Field(primary_key=True)
    channel: str
    ts: str
    shown_digest: str = ""


class SlackInboxRow(SQLModel, table=True):
    """What Slack delivered, committed before anything is done with it."""

    __tablename__ = "slack_inbox"
    key: str = Field(primary_key=True)
    kind: str
    user_id: str
    received_at: datetime
    done_at: datetime | None = None
    outcome: str = ""


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


def table(row: type[SQLModel]) -> Table:
    """Return the Core table behind a row class, for set-based statements."""
    return SQLModel.metadata.tables[str(row.__tablename__)]
