"""What is to be sent, where cards stand, and what Slack delivered."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Column, Index, LargeBinary
from sqlmodel import Field, SQLModel

from collector_bot.store.tables.columns import long_text, one_of


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
    text: str = long_text()
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
    """What Slack delivered, committed before anything is done with it.

    `request` says what is to be done, as JSON; "" once it was done.
    """

    __tablename__ = "slack_inbox"
    key: str = Field(primary_key=True)
    kind: str
    user_id: str
    request: str
    received_at: datetime
    done_at: datetime | None = None
    outcome: str = ""
