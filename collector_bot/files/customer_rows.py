"""Several rows of one account in a file of customers, brought together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from collector_bot.core.errors import InputFileError, InputFileNote
from collector_bot.files.customers import COLUMNS, CustomerRow, read_customers
from collector_bot.files.table import Progress, open_table

Rows = list[CustomerRow]

_ONCE = ("name", "terms", "siren", "vat", "side", "currency", "parent")


def read_accounts(
    path: Path, *, progress: Progress | None = None
) -> Iterator[Rows | InputFileError]:
    """Yield the rows of each account together, and one `InputFileError` a refused row.

    The file is read twice, so that only accounts whose rows stand apart are held: first
    to count, then as `read_customers` does. A later row that contradicts an account's
    first one is said; the first counts.

    Raises:
        InputFileError: the whole file is refused.
    """
    left = _repeated(path)
    held: dict[str, Rows] = {}
    for row in read_customers(path, progress=progress):
        if isinstance(row, InputFileError):
            yield row
        elif row.account not in left:
            yield [row]
        else:
            held.setdefault(row.account, []).append(row)
            left[row.account] -= 1
            if not left[row.account]:
                yield from _checked(path, held.pop(row.account))
    for rows in held.values():  # some of whose rows were refused
        yield from _checked(path, rows)


def _repeated(path: Path) -> dict[str, int]:
    """Return how many rows each account has that has several."""
    counts: Counter[str] = Counter()
    with open_table(path, COLUMNS) as table:
        for batch in table.batches():
            counts.update(table.column("account", batch.rows))
    return {account: count for account, count in counts.items() if count > 1}


def _checked(path: Path, rows: Rows) -> Iterator[Rows | InputFileNote]:
    yield from _contradictions(path.name, rows)
    yield rows


def _contradictions(file: str, rows: Sequence[CustomerRow]) -> Iterable[InputFileNote]:
    """Yield what later rows of an account say otherwise than its first one."""
    for name in _ONCE:
        first, *others = [row for row in rows if getattr(row, name)] or rows[:1]
        for row in others:
            if getattr(row, name) != getattr(first, name):
                what = (
                    f"line {first.line} says otherwise of account {row.account}; that"
                    " one counts",
                    f"la ligne {first.line} dit autre chose du compte {row.account} ;"
                    " c’est elle qui compte",
                )
                yield InputFileNote(what, file=file, line=row.line, column=name)
