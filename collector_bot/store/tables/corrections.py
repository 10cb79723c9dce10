"""What was posted to correct differences, with the counterpart in the chart."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import CheckConstraint
from sqlmodel import Field, SQLModel

from collector_bot.core.ledger import Side
from collector_bot.core.suggestion import DifferenceCause
from collector_bot.store.tables.columns import one_of, whole


class CorrectionRow(SQLModel, table=True):
    """One double entry that corrects a difference, or takes one back; append-only.

    `entry_id` is its line on the customer's or supplier's account.
    """

    __tablename__ = "correction"
    __table_args__ = (one_of("cause", DifferenceCause),)
    id: int | None = Field(default=None, primary_key=True)
    entry_id: int = Field(foreign_key="entry.id", unique=True)
    cause: str
    suggestion_id: int | None = Field(
        default=None, foreign_key="suggestion.id", unique=True
    )
    reverses_id: int | None = Field(
        default=None, foreign_key="correction.id", unique=True
    )
    made_at: datetime
    made_on: date
    made_by: str


class CorrectionLineRow(SQLModel, table=True):
    """One line of a correction in the chart, the account's own line first."""

    __tablename__ = "correction_line"
    __table_args__ = (
        one_of("side", Side),
        CheckConstraint("amount_minor > 0", name="ck_correction_positive"),
    )
    correction_id: int = Field(primary_key=True, foreign_key="correction.id")
    number: int = Field(primary_key=True)
    account: str
    side: str
    amount_minor: int = whole()
    label_en: str
    label_fr: str
    vat_rate_bp: int
