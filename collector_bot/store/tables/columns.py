"""How columns are declared, and the Core table behind a row class."""

from __future__ import annotations

from typing import Any

from sqlalchemy import BigInteger, CheckConstraint, Column, Table, Text
from sqlmodel import Field, SQLModel


def one_of(column: str, values: Any) -> CheckConstraint:
    """Return the CHECK that keeps `column` within the given words."""
    words = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({words})", name=f"ck_{column}_word")


def whole(*, null: bool = False, **extra: Any) -> Any:
    """Return a column of whole numbers of 64 bits."""
    return Field(sa_column=Column(BigInteger, nullable=null, **extra))


def long_text(*, null: bool = False) -> Any:
    """Return a column of text of any length, "" when nothing is said."""
    return Field(default=None if null else "", sa_column=Column(Text, nullable=null))


def table(row: type[SQLModel]) -> Table:
    """Return the Core table behind a row class, for set-based statements."""
    return SQLModel.metadata.tables[str(row.__tablename__)]
