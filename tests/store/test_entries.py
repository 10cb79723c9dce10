"""Entries come in: once each, never overwritten, told apart by their order."""

from datetime import date
from threading import Barrier, Thread

import pytest
from sqlalchemy import text

from collector_bot.core.money import Money
from collector_bot.store.database import Database
from collector_bot.store.entries import EntryImport
from collector_bot.store.entry_lines import Changed, Difference, NewEntry
from tests.ledger import MONDAY, books_in
from tests.store.deeds import account_id

DAY = date(2026, 11, 1).toordinal()


def eur(minor):
    return Money(minor, "EUR")


def line(number, piece, amount=100_00, *, account=1, side="D", label="", due=DAY + 30):
    kind = "invoice" if side == "D" else "payment"
    return NewEntry(
        account, side, kind, piece, DAY, due, amount, "EUR", label, f"{account}|{piece}", number
    )  # fmt: skip


def bring(database, *batches, dry=False):
    """Import the batches of one file; return what became of each."""
    importing = EntryImport(source="csv", file_name="entries.csv", at=MONDAY)
    with database.writing() as connection:
        kept = [importing.keep(connection, batch, dry=dry) for batch in batches]
        importing.finish(connection)
    return kept


def entries(database):
    with database.reading() as connection:
        rows = connection.execute(
            text("SELECT piece, amount_minor FROM entry ORDER BY id")
        )
        return [tuple(row) for row in rows]


def open_minors(database):
    with database.reading() as connection:
        return list(
            connection.scalars(
                text("SELECT open_minor FROM open_item ORDER BY entry_id")
            )
        )


@pytest.fixture
def ledger(books):
    books.account("ACME")
    assert account_id(books, "ACME") == 1
    return books.database


def test_the_same_file_twice_changes_nothing(ledger):
    file = [
        line(1, "F-1"),
        line(2, "F-2", 50_00),
        line(3, "V-1", 20_00, side="C", due=0),
    ]

    (first,) = bring(ledger, file)
    (second,) = bring(ledger, file)

    assert (first.added, first.same, first.changed) == (3, 0, ())
    assert (second.added, second.same, second.changed) == (0, 3, ())
    assert second.ids == first.ids == {1: 1, 2: 2, 3: 3}
    assert entries(ledger) == [("F-1", 100_00), ("F-2", 50_00), ("V-1", 20_00)]
    assert open_minors(ledger) == [100_00, 50_00, 20_00]


def test_a_longer_file_adds_only_what_is_new(ledger):
    bring(ledger, [line(1, "F-1"), line(2, "F-2")])

    (kept,) = bring(
        ledger, [line(1, "F-0"), line(2, "F-1"), line(3, "F-2"), line(4, "F-3")]
    )

    assert (kept.added, kept.same, kept.changed) == (2, 2, ())
    assert kept.ids == {1: 3, 2: 1, 3: 2, 4: 4}
    assert [piece for piece, _ in entries(ledger)] == ["F-1", "F-2", "F-0", "F-3"]


def test_a_changed_line_is_reported_and_not_overwritten(ledger):
    bring(ledger, [line(1, "F-1"), line(2, "F-2")])

    (kept,) = bring(ledger, [line(7, "F-1", 99_00, due=0, label="corrected")])

    assert (kept.added, kept.same) == (0, 0)
    assert kept.changed == (
        Changed(
            7,
            "F-1",
            (
                Difference("due_date", date(2026, 12, 1), None),
                Difference("amount", eur(100_00), eur(99_00)),
                Difference("label", "", "corrected"),
            ),
        ),
    )
    assert entries(ledger) == [("F-1", 100_00), ("F-2", 100_00)]
    assert open_minors(ledger) == [100_00, 100_00]


def test_lines_that_name_the_same_thing_are_told_apart_by_their_order(ledger):
    file = [line(1, "F-1", 60_00), line(2, "F-1", 40_00), line(3, "F-1", 40_00)]

    (first,) = bring(ledger, file)
    (again,) = bring(ledger, file)
    (longer,) = bring(ledger, [*file, line(4, "F-1", 40_00)])

    assert (first.added, again.added, longer.added) == (3, 0, 1)
    assert [amount for _, amount in entries(ledger)] == [60_00, 40_00, 40_00, 40_00]


def test_the_same_lines_in_another_order_are_the_same_lines(ledger):
    bring(ledger, [line(1, "F-1", 60_00), line(2, "F-1", 40_00)])

    (kept,) = bring(ledger, [line(1, "F-1", 40_00), line(2, "F-1", 60_00)])

    assert (kept.added, kept.same, kept.changed) == (0, 2, ())
    assert kept.ids == {1: 2, 2: 1}


def test_a_line_that_now_says_what_its_neighbour_says_is_reported(ledger):
    bring(ledger, [line(1, "F-1", 60_00), line(2, "F-1", 40_00)])

    (kept,) = bring(ledger, [line(1, "F-1", 40_00), line(2, "F-1", 40_00)])

    assert (kept.added, kept.same) == (0, 1)
    assert kept.changed == (
        Changed(1, "F-1", (Difference("amount", eur(60_00), eur(40_00)),)),
    )


def test_a_new_line_before_the_others_of_its_piece_is_the_new_one(ledger):
    old = [line(2, "F-1", 60_00), line(3, "F-1", 40_00)]
    bring(ledger, old)

    (kept,) = bring(ledger, [line(1, "F-1", 25_00), *old])
    (again,) = bring(ledger, [line(1, "F-1", 25_00), *old])

    assert (kept.added, kept.same, kept.changed) == (1, 2, ())
    assert [amount for _, amount in entries(ledger)] == [60_00, 40_00, 25_00]
    assert (again.added, again.same, again.changed) == (0, 3, ())


def test_batches_of_one_file_count_together(ledger):
    first, second = bring(ledger, [line(1, "F-1")], [line(2, "F-1"), line(3, "F-2")])

    assert (first.added, second.added) == (1, 2)
    (again,) = bring(ledger, [line(1, "F-1"), line(2, "F-1"), line(3, "F-2")])
    assert (again.added, again.same) == (0, 3)


def test_a_rehearsal_writes_nothing(ledger):
    (kept,) = bring(ledger, [line(1, "F-1")], dry=True)

    assert (kept.added, kept.ids) == (1, {})
    assert entries(ledger) == []


def test_two_imports_of_the_same_file_at_once_keep_it_once(ledger, database_url):
    file = [line(number, f"F-{number}") for number in range(1, 200)]
    together = Barrier(2)
    outcomes = []

    def run():
        own = Database(database_url)
        together.wait()
        outcomes.append(bring(own, file)[0])
        own.close()

    threads = [Thread(target=run) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted((one.added, one.same) for one in outcomes) == [(0, 199), (199, 0)]
    assert len(entries(ledger)) == 199


def test_an_empty_batch_is_nothing(database):
    books_in(database).account("ACME")

    (kept,) = bring(database, [])

    assert (kept.added, kept.same, kept.changed, kept.ids) == (0, 0, (), {})
