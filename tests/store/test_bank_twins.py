"""One payment, told by the bank and by the accounting system, is one entry."""

from datetime import date

import pytest

from collector_bot.flows.decide import approve
from collector_bot.flows.identify_payers import identify_payers
from collector_bot.flows.import_entries import import_entries
from collector_bot.store import bank
from tests.ledger import MANAGER
from tests.store.test_bank import keep, received, suggested

HEAD = "account,kind,piece,date,due_date,debit,credit,currency,label\n"


@pytest.fixture
def acme(books, tmp_path):
    books.account("ACME", "Acme SARL")
    books.invoice("ACME", "F-2026-0412", 1_284_00, due_on=date(2026, 11, 20))
    books.folder = tmp_path
    return books


class Accounting:
    """The accounting system's export, grown by one line at a time."""

    def __init__(self, books, folder):
        self.books, self.folder, self.lines = books, folder, []

    def exports(self, piece, day, amount, label=""):
        self.lines.append(f"ACME,payment,{piece},{day},,,{amount},EUR,{label}\n")
        return self.again()

    def again(self):
        path = self.folder / "entries.csv"
        path.write_text(HEAD + "".join(self.lines), encoding="utf-8")
        summary = import_entries(self.books.desk, path, by=MANAGER)
        return summary.added, summary.same, summary.from_bank, summary.notes


@pytest.fixture
def accounting(books, tmp_path):
    return Accounting(books, tmp_path)


@pytest.fixture
def posted(books):
    """A payment of the bank that was approved, and so posted."""
    books.account("ACME", "Acme SARL")
    books.invoice("ACME", "F-2026-0412", 1_284_00, due_on=date(2026, 11, 20))
    keep(books, received("1284.00", "F-2026-0412", ref="B-7001"))
    approve(books.desk, suggested(books)[0].id, by=MANAGER)
    assert books.open_of("ACME") == {}
    return books


def test_a_payment_posted_from_the_bank_is_not_doubled(posted, accounting):
    assert accounting.exports("BQ-11", "2026-11-30", "1284.00") == (0, 1, 1, [])
    assert posted.open_of("ACME") == {}
    assert accounting.again() == (0, 1, 0, [])


def test_the_bank_s_reference_tells_it_weeks_later(posted, accounting):
    assert accounting.exports("BQ-11", "2026-12-20", "1284.00", "VIR B-7001") == (
        0, 1, 1, [],
    )  # fmt: skip


def test_the_same_amount_weeks_apart_comes_in_and_is_told(posted, accounting):
    added, same, from_bank, notes = accounting.exports("BQ-11", "2026-12-20", "1284.00")

    assert (added, same, from_bank) == (1, 0, 0)
    (note,) = notes
    assert "le règlement BQ-11 est peut-être B-7001, passé depuis la banque" in note


def test_a_second_payment_of_the_amount_is_another_one(posted, accounting):
    accounting.exports("BQ-11", "2026-11-28", "1284.00")

    assert accounting.exports("BQ-12", "2026-11-28", "1284.00")[:3] == (1, 1, 0)
    assert posted.open_of("ACME") == {"BQ-12": 1_284_00}


def states(books):
    with books.database.reading() as connection:
        return [bank.line_of(connection, number) for number in (1, 2)]


def test_what_the_accounting_system_posted_waits_no_longer_on_the_bank(books):
    books.account("ACME", "Acme SARL")
    books.invoice("ACME", "F-2026-0412", 1_284_00, due_on=date(2026, 11, 20))
    books.payment("ACME", "BQ-3", 1_284_00, on=date(2026, 11, 26))
    keep(
        books,
        received("1284.00", "F-2026-0412", ref="B-1"),
        received("1284.00", "F-2026-0412", ref="B-2", on=date(2026, 11, 30)),
    )

    identify_payers(books.desk)

    first, second = states(books)
    assert (first.state.value, second.state.value) == ("in_ledger", "waiting")


def test_a_reference_is_recognised_whoever_paid(books):
    books.account("ACME", "Acme SARL")
    books.payment("ACME", "B-90001", 50_00, on=date(2026, 11, 10))
    keep(books, received("50.00", "", name="?", ref="B-90001"))

    identify_payers(books.desk)

    with books.database.reading() as connection:
        line = bank.line_of(connection, 1)
    assert (line.state.value, line.account_id) == ("in_ledger", 1)
