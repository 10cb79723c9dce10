"""Accounts by what a person types: exact first, then what contains the words."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, text

from collector_bot.core.ledger import Account, AccountId
from collector_bot.store import accounts
from collector_bot.store.accounts import name_key

_BY_CODE = text("SELECT id FROM account WHERE code = :word OR code = :upper LIMIT 2")
_BY_NAME = text(
    "SELECT id FROM account WHERE name_key = :key UNION "
    "SELECT account_id FROM account_alias WHERE name_key = :key LIMIT 4"
)
# Three scans of an index each, never of the rows.
_CONTAINING = text(
    "SELECT a.id FROM account a WHERE a.id IN ("
    "SELECT n.id FROM account n WHERE n.name_key LIKE :inside UNION "
    "SELECT c.id FROM account c WHERE c.code LIKE :code UNION "
    "SELECT l.account_id FROM account_alias l WHERE l.name_key LIKE :inside) "
    "ORDER BY CASE WHEN a.name_key LIKE :start THEN 0 ELSE 1 END, "
    "length(a.name_key), a.code LIMIT :limit"
)
_MARK = text("SELECT count(*), max(id), sum(length(name_key)) FROM account")
_NAMES = text(
    "SELECT id, name_key FROM account UNION ALL "
    "SELECT account_id, name_key FROM account_alias UNION ALL "
    "SELECT id, upper(code) FROM account"
)


def exact(connection: Connection, words: str) -> Account | None:
    """Return the account with this code, or the one account called just so."""
    word = words.strip()
    found = connection.scalars(_BY_CODE, {"word": word, "upper": word.upper()}).all()
    key = name_key(words)
    if len(found) != 1 and key:
        found = connection.scalars(_BY_NAME, {"key": key}).all()
    if len(found) != 1:
        return None
    return accounts.by_id(connection, AccountId(found[0]))


def containing(connection: Connection, words: str, *, limit: int) -> list[AccountId]:
    """Return accounts whose code, name or other name contains `words`, nearest first.

    Those whose name begins with the words come first, the shortest before longer.
    """
    key = name_key(words)
    if not key:
        return []
    typed = words.strip().upper()
    escaped = "".join(sign for sign in typed if sign not in "%_\\")
    rows = connection.scalars(
        _CONTAINING,
        {
            "inside": f"%{key}%",
            "start": f"{key}%",
            "code": f"%{escaped}%" if escaped else key,
            "limit": limit,
        },
    )
    return [AccountId(one) for one in rows]


def mark(connection: Connection) -> tuple[int, int, int]:
    """Return three numbers that change when accounts come, go or are renamed."""
    row = connection.execute(_MARK).one()
    return int(row[0]), int(row[1] or 0), int(row[2] or 0)


def names(connection: Connection) -> Iterator[tuple[int, str]]:
    """Yield every name, other name and code, with whose it is."""
    rows = connection.execution_options(yield_per=20000).execute(_NAMES)
    for account_id, key in rows:
        yield int(account_id), str(key)
