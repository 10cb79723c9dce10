"""Deeds the tests of the store do through its doors."""

from __future__ import annotations

from collector_bot.core.ledger import AccountId, OpenItem
from collector_bot.core.lettering import allocate, plan_lettering
from collector_bot.store import accounts, items, letterings
from collector_bot.store.letterings import Posted, Posting, Undone
from tests.ledger import MANAGER, Books


def account_id(books: Books, code: str) -> AccountId:
    """Return the id of an account."""
    with books.database.reading() as connection:
        found = accounts.by_code(connection, code)
    assert found is not None
    return found.id


def opens(books: Books, code: str) -> list[OpenItem]:
    """Return what is open on an account."""
    with books.database.reading() as connection:
        return items.of_account(connection, account_id(books, code))


def posting(books: Books, *, origin: str = "manual") -> Posting:
    """Return who letters, when and why."""
    return Posting(books.hands.now(), books.desk.today(), MANAGER, origin)


def letter(books: Books, code: str, *pieces: str) -> Posted:
    """Letter pieces of an account as far as they go, oldest first."""
    with books.database.writing() as connection:
        found = items.of_account(connection, account_id(books, code))
        chosen = [item for item in found if item.piece in pieces]
        by_id = {item.entry_id: item for item in chosen}
        plan = plan_lettering(allocate(chosen), by_id)
        return letterings.post(connection, plan, items=by_id, posting=posting(books))


def unletter(books: Books, code: str, lettering_code: str) -> Undone:
    """Undo a code of an account."""
    with books.database.writing() as connection:
        group = letterings.find_group(
            connection, account_id(books, code), lettering_code
        )
        assert group is not None, f"{code} has no lettering {lettering_code}"
        return letterings.undo(connection, group[0], posting=posting(books))


def codes(books: Books, code: str) -> dict[str, str]:
    """Return the code each lettered piece of an account carries now."""
    with books.database.reading() as connection:
        found = letterings.codes_of(connection, account_id(books, code))
        named = items.entries(connection, list(found))
    return {item.piece: found[item.entry_id] for item in named}


def miscounted(books: Books) -> list[object]:
    """Return the entries whose open amount is not what the letterings leave."""
    with books.database.reading() as connection:
        return list(letterings.miscounted(connection))
