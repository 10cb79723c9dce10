"""The journal: chained, and what was altered in it is named."""

import pytest
from sqlalchemy import text

from collector_bot.store import journal
from collector_bot.store.entries import altered_batches
from tests.ledger import CLERK, MANAGER, MONDAY


def _record(database, count):
    with database.writing() as connection:
        for number in range(1, count + 1):
            act = journal.Act(MANAGER, "letter.sent", f"letter:{number}", {"é": "1 €"})
            journal.record(connection, act, at=MONDAY)


def _altered(database):
    with database.reading() as connection:
        return list(journal.altered(connection))


def _without_trigger(connection, table):
    """Do what somebody who owns the database can do."""
    if connection.dialect.name == "postgresql":
        connection.execute(text(f"DROP TRIGGER {table}_append_only ON {table}"))
        return
    for verb in ("update", "delete"):
        connection.execute(text(f"DROP TRIGGER {table}_no_{verb}"))


def test_a_journal_nobody_touched_is_whole(database):
    _record(database, 5)

    assert _altered(database) == []
    with database.reading() as connection:
        rows = connection.execute(
            text("SELECT seq, prev_hash, hash FROM journal ORDER BY seq")
        )
        links = [tuple(row) for row in rows]
    assert [seq for seq, _, _ in links] == [1, 2, 3, 4, 5]
    assert [before for _, before, _ in links] == [
        "",
        *(own for _, _, own in links[:-1]),
    ]


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (f"UPDATE journal SET actor = '{CLERK}' WHERE seq = 3", [3]),
        ("UPDATE journal SET payload = '{}' WHERE seq = 1", [1]),
        ("UPDATE journal SET at = '2026-11-30 08:00:01+00:00' WHERE seq = 5", [5]),
        ("DELETE FROM journal WHERE seq = 2", [3]),
        ("UPDATE journal SET hash = 'forged' WHERE seq = 2", [2, 3]),
    ],
)
def test_a_row_altered_behind_the_triggers_is_named(database, change, named):
    _record(database, 5)
    with database.writing() as connection:
        _without_trigger(connection, "journal")
        connection.execute(text(change))

    assert _altered(database) == named


def test_entries_altered_behind_the_triggers_name_their_import(books):
    books.account("ACME")
    books.invoice("ACME", "F-1", 100_00, due_on=MONDAY.date())
    books.invoice("ACME", "F-2", 50_00, due_on=MONDAY.date())
    with books.database.reading() as connection:
        assert list(altered_batches(connection)) == []

    with books.database.writing() as connection:
        _without_trigger(connection, "entry")
        connection.execute(
            text("UPDATE entry SET amount_minor = 1 WHERE piece = 'F-2'")
        )

    with books.database.reading() as connection:
        assert list(altered_batches(connection)) == ["import 2 of books.csv"]


def test_an_entry_slipped_in_or_taken_out_names_its_import(books):
    books.account("ACME")
    books.invoice("ACME", "F-1", 100_00, due_on=MONDAY.date())

    with books.database.writing() as connection:
        _without_trigger(connection, "entry")
        connection.execute(text("DELETE FROM open_item"))
        connection.execute(text("DELETE FROM entry"))

    with books.database.reading() as connection:
        assert list(altered_batches(connection)) == ["import 1 of books.csv"]
