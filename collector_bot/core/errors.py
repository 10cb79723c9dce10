"""The refusals a person can cause, each building its one sentence from facts."""

from __future__ import annotations


class CollectorError(Exception):
    """A fair request the world refuses; shown to the person as one sentence.

    Attributes:
        code: stable `noun.verb` code, the same in every language.
    """

    code = "collector.refused"


class MoneyError(CollectorError):
    """A written amount or a currency could not be understood."""

    code = "money.unreadable"


class InputFileError(CollectorError):
    """A file is refused whole, or one of its rows is.

    Args:
        what: what is wrong, as a sentence without its full stop.
        file: base name of the file.
        line: 1-based line, or None when the whole file is meant.
        column: name of the column, or None.
        hint: what to do, as a sentence without its full stop.
    """

    code = "file.refused"

    def __init__(
        self,
        what: str,
        *,
        file: str,
        line: int | None = None,
        column: str | None = None,
        hint: str = "",
    ) -> None:
        where = file if line is None else f"{file}:{line}"
        if column:
            where += f", column {column}"
        super().__init__(f"{where}: {what}." + (f" {hint}." if hint else ""))


class DatabaseError(CollectorError):
    """The database cannot be used as it is."""

    code = "database.unusable"


class SchemaError(DatabaseError):
    """The database's schema is not the one this version works with."""

    code = "database.schema"

    def __init__(self, found: str, expected: str) -> None:
        state = f"is at version {found}" if found else "has no tables yet"
        super().__init__(
            f"The database {state}, this version of Collector needs {expected}: "
            "run “collector-bot upgrade”."
        )


class TemplateError(CollectorError):
    """A letter's template cannot be used as it is written.

    Args:
        what: what is wrong, as a sentence without its full stop.
        file: the template's path under the folder of templates.
        line: 1-based line, or None when the whole file is meant.
        hint: what to do, as a sentence without its full stop.
    """

    code = "template.refused"

    def __init__(
        self, what: str, *, file: str, line: int | None = None, hint: str
    ) -> None:
        where = file if line is None else f"{file}:{line}"
        super().__init__(f"{where}: {what}. {hint}.")
