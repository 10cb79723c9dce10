"""What people put right of what was read of mails."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Column
from sqlmodel import Field, SQLModel


class ReadingExampleRow(SQLModel, table=True):
    """One finding as it was read and as a person says it is; append-only.

    `number` counts the findings of the mail from 1 and is 0 for one that was missed;
    `said` is null then, `meant` is null where the mail says nothing of the kind.
    """

    __tablename__ = "reading_example"
    id: int | None = Field(default=None, primary_key=True)
    mail_id: int = Field(foreign_key="mail.id", index=True)
    number: int
    said: Any = Field(default=None, sa_column=Column(JSON(none_as_null=True)))
    meant: Any = Field(default=None, sa_column=Column(JSON(none_as_null=True)))
    made_by: str
    made_at: datetime
