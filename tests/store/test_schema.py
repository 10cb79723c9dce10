"""The schema: made from nothing, refused when it is another's, append-only inside."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from collector_bot.core.errors import (
    DatabaseError,
    SchemaError,
    UnknownSchemaError,
)
from collector_bot.flows.decide import approve
from collector_bot.flows.hold import open_dispute
from collector_bot.flows.promise import add_promise
from collector_bot.flows.suggest import suggest_account
from collector_bot.store import examples, journal, mails
from collector_bot.store.append_only import APPEND_ONLY
from collector_bot.store.database import Database, newest_version, wal_is_safe
from collector_bot.store.decisions import Decided, record_decision
from tests.ledger import CLERK, MANAGER, MONDAY, Books
from tests.store.deeds import account_id, letter


@pytest.fixture(params=["sqlite", "postgresql"])
def bare_url(request, tmp_path):
    """The URL of a database without a single table."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/new/ledger.db"
        return
    with request.getfixturevalue("postgres").new_database(empty=True) as url:
        yield url


def test_an_empty_database_gets_its_tables_and_a_second_upgrade_changes_nothing(
    bare_url,
):
    database = Database(bare_url)

    assert database.upgrade() == newest_version()
    assert database.upgrade() == newest_version()

    database.check_schema()
    database.close()


def test_a_database_without_tables_is_refused_in_one_sentence(bare_url):
    database = Database(bare_url)

    with pytest.raises(SchemaError) as refusal:
        database.check_schema()

    assert str(refusal.value) == (
        f"The database has no tables yet, this version of Collector needs "
        f"{newest_version()}: run “collector-bot upgrade”."
    )
    database.close()


def test_a_refused_file_is_not_made(tmp_path):
    database = Database(f"sqlite:///{tmp_path}/ledger.db")

    with pytest.raises(SchemaError):
        database.check_schema()

    assert list(tmp_path.iterdir()) == []


def test_tables_of_another_version_are_refused_in_one_sentence(database):
    with database.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0000'"))

    for door in (database.check_schema, database.upgrade):
        with pytest.raises(UnknownSchemaError) as refusal:
            door()

        assert str(refusal.value) == (
            "The database is at version 0000, which this Collector does not know: "
            "another one made it; install that one, or a later one."
        )


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        (
            "mysql://u:secret@h/n",
            "database.url begins with “mysql”; expected sqlite:///FILE or "
            "postgresql+psycopg://USER:PASSWORD@HOST/NAME.",
        ),
        (
            "ledger.db",
            "database.url is not a database address; expected sqlite:///FILE.",
        ),
    ],
)
def test_an_address_of_no_database_is_refused_without_its_password(url, sentence):
    with pytest.raises(DatabaseError) as refusal:
        Database(url)

    assert str(refusal.value) == sentence


def test_a_file_that_cannot_be_opened_is_said(tmp_path):
    database = Database(f"sqlite:///{tmp_path}/nowhere/ledger.db")

    with pytest.raises(DatabaseError, match="cannot be opened"), database.reading():
        pass


@pytest.mark.parametrize(
    ("version", "safe"),
    [
        ((3, 40, 1), False),
        ((3, 44, 5), False),
        ((3, 44, 6), True),
        ((3, 45, 0), False),
        ((3, 50, 6), False),
        ((3, 50, 7), True),
        ((3, 51, 2), False),
        ((3, 51, 3), True),
        ((3, 53, 4), True),
    ],
)
def test_wal_is_used_only_with_the_fix_for_its_reset(version, safe):
    assert wal_is_safe(version) is safe


def test_the_sqlite_in_use_writes_ahead_and_to_the_disk(sqlite_url):
    database = Database(sqlite_url)

    with database.reading() as connection:
        told = [
            connection.execute(text(f"PRAGMA {name}")).scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        ]

    assert told == ["wal", 2, 1, 30000]
    database.close()


def _fill(books: Books) -> None:
    """Put a row in each table that only grows."""
    books.account("ACME")
    books.invoice("ACME", "F-1", 100_00, due_on=MONDAY.date())
    books.payment("ACME", "V-1", 100_00, on=MONDAY.date())
    letter(books, "ACME", "F-1", "V-1")
    books.invoice("ACME", "F-2", 50_00, due_on=MONDAY.date())
    add_promise(books.desk, "ACME", on=MONDAY.date(), by=MANAGER)
    open_dispute(books.desk, "ACME", by=CLERK, pieces=["F-2"])
    books.invoice("ACME", "F-3", 70_03, due_on=MONDAY.date())
    books.payment("ACME", "V-3", 70_00, on=MONDAY.date(), label="VIR F-3")
    short = suggest_account(books.desk, account_id(books, "ACME"))[0]
    approve(books.desk, short, by=MANAGER)
    with books.database.writing() as connection:
        record_decision(
            connection, Decided("suggestion:9", "approved", "d", MONDAY, MANAGER)
        )
        arrived = mails.Arrived("INBOX", 1, 1, b"x", 1, False, MONDAY)
        mail_id = mails.keep(connection, arrived, now=MONDAY)
        assert mail_id is not None
        examples.add(
            connection, mail_id, number=0, said=None, meant=None, by=CLERK, at=MONDAY
        )
        journal.record(
            connection, journal.Act(MANAGER, "a.b", "c:1", {"x": 1}), at=MONDAY
        )


@pytest.mark.parametrize("verb", ["UPDATE", "DELETE"])
@pytest.mark.parametrize("table", APPEND_ONLY)
def test_what_is_only_added_is_neither_changed_nor_removed(books, table, verb):
    _fill(books)
    with books.database.reading() as connection:
        column = connection.execute(text(f"SELECT * FROM {table}")).keys()._keys[-1]
    change = {
        "UPDATE": f"UPDATE {table} SET {column} = {column}",
        "DELETE": f"DELETE FROM {table}",
    }

    with (
        pytest.raises(DBAPIError, match=f"{table} is append-only"),
        books.database.writing() as connection,
    ):
        connection.execute(text(change[verb]))

    with books.database.reading() as connection:
        assert connection.scalar(text(f"SELECT count(*) FROM {table}")) >= 1


def test_a_transaction_that_fails_leaves_nothing(books):
    books.account("ACME")

    def fail_halfway():
        with books.database.writing() as connection:
            connection.execute(text("DELETE FROM contact"))
            connection.execute(text("DELETE FROM nothing_of_the_kind"))

    with pytest.raises(DBAPIError):
        fail_halfway()

    with books.database.reading() as connection:
        assert connection.scalar(text("SELECT count(*) FROM contact")) == 1


def test_a_reading_transaction_changes_nothing_and_sees_one_moment(books):
    with books.database.reading() as connection:
        before = connection.scalar(text("SELECT count(*) FROM account"))
        books.account("ACME")
        assert connection.scalar(text("SELECT count(*) FROM account")) == before

    with books.database.reading() as connection:
        assert connection.scalar(text("SELECT count(*) FROM account")) == before + 1


def test_one_process_at_a_time_leads(database_url):
    one, other = Database(database_url), Database(database_url)

    with one.leading() as first, other.leading() as second:
        assert (first, second) == (True, False)
    with other.leading() as again:
        assert again is True
    one.close()
    other.close()
