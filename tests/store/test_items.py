"""Sums of what is open by age, and accounts found by almost their name."""

from datetime import date, timedelta

import pytest

from collector_bot.answers.find import Names
from collector_bot.core.ledger import AccountSide, Kind
from collector_bot.store import accounts, items
from tests.store.deeds import account_id, letter

TODAY = date(2026, 11, 30)
BOUNDS = (30, 60, 90)


def aged(books, *, side="customer", code=None):
    with books.database.reading() as connection:
        one = account_id(books, code) if code else None
        rows = items.aged(
            connection, today=TODAY, bounds=BOUNDS, side=side, account_id=one
        )
        return [
            (row.currency, row.buckets, row.credits, row.oldest_due) for row in rows
        ]


def late(days):
    return TODAY - timedelta(days=days)


@pytest.mark.parametrize(
    ("days", "bucket"),
    [
        (-30, 0), (-1, 0), (0, 0), (1, 1), (29, 1), (30, 1), (31, 2), (59, 2), (60, 2),
        (61, 3), (89, 3), (90, 3), (91, 4), (120, 4), (4000, 4),
    ],
)  # fmt: skip
def test_an_item_falls_into_exactly_one_bucket(books, days, bucket):
    books.account("ACME")
    books.invoice("ACME", "F-1", 100_00, due_on=late(days))

    buckets = [0] * 5
    buckets[bucket] = 100_00
    assert aged(books) == [("EUR", tuple(buckets), 0, late(days))]


def test_every_age_together_is_the_balance(books):
    books.account("ACME")
    for days in range(-2, 130):
        books.invoice("ACME", f"F-{days}", 1_00, due_on=late(days))
    books.payment("ACME", "V-1", 7_00, on=TODAY)

    assert aged(books) == [("EUR", (3_00, 30_00, 30_00, 30_00, 39_00), 7_00, late(129))]


def test_currencies_accounts_and_sides_are_never_added(books):
    books.account("ACME")
    books.account("BIS")
    books.account("FOUR", side=AccountSide.SUPPLIER)
    books.invoice("ACME", "F-1", 10_00, due_on=late(1))
    books.invoice("ACME", "F-2", 20_00, due_on=late(1), currency="USD")
    books.invoice("BIS", "F-3", 30_00, due_on=late(61))
    books.invoice("FOUR", "A-1", 40_00, due_on=late(31))

    assert aged(books) == [
        ("EUR", (0, 10_00, 0, 0, 0), 0, late(1)),
        ("USD", (0, 20_00, 0, 0, 0), 0, late(1)),
        ("EUR", (0, 0, 0, 30_00, 0), 0, late(61)),
    ]
    assert aged(books, side="supplier") == [("EUR", (0, 0, 40_00, 0, 0), 0, late(31))]
    assert aged(books, code="BIS") == [("EUR", (0, 0, 0, 30_00, 0), 0, late(61))]


def test_what_is_lettered_no_longer_ages(books):
    books.account("ACME")
    books.invoice("ACME", "F-1", 100_00, due_on=late(40))
    books.payment("ACME", "V-1", 60_00, on=TODAY)
    letter(books, "ACME", "F-1", "V-1")

    assert aged(books) == [("EUR", (0, 0, 40_00, 0, 0), 0, late(40))]


def test_credits_alone_have_no_age(books):
    books.account("ACME")
    books.payment("ACME", "V-1", 60_00, on=TODAY)

    assert aged(books) == [("EUR", (0, 0, 0, 0, 0), 60_00, None)]


def test_the_last_payment_is_the_latest_by_date(books):
    books.account("ACME")
    books.payment("ACME", "V-2", 60_00, on=TODAY)
    books.payment("ACME", "V-1", 50_00, on=late(3))
    books.credit_note("ACME", "A-1", 5_00, on=TODAY)

    with books.database.reading() as connection:
        on, amount = items.last_payment(connection, account_id(books, "ACME"))

    assert (on, amount.minor) == (TODAY, 60_00)


def test_items_come_oldest_first_with_what_is_left_of_them(books):
    books.account("ACME")
    books.invoice("ACME", "F-2", 30_00, due_on=late(1))
    books.invoice("ACME", "F-1", 50_00, due_on=late(20))
    books.payment("ACME", "V-1", 20_00, on=TODAY)
    letter(books, "ACME", "F-1", "V-1")

    with books.database.reading() as connection:
        found = items.of_account(connection, account_id(books, "ACME"))

    assert [
        (item.piece, item.kind, item.amount.minor, item.open.minor) for item in found
    ] == [
        ("F-1", Kind.INVOICE, 50_00, 30_00),
        ("F-2", Kind.INVOICE, 30_00, 30_00),
    ]


@pytest.fixture
def named(books):
    for code, name in (
        ("DUPONT", "Établissements Dupont & Fils"),
        ("DURAND", "Menuiserie Durand"),
        ("ATLAS", "Atlas Logistique"),
        ("NORD", "Compagnie du Nord"),
    ):
        books.account(code, name)
    return books


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("Dupond", "DUPONT"),
        ("etablissement dupont", "DUPONT"),
        ("menuisserie durant", "DURAND"),
        ("ATLSA", "ATLAS"),
        ("cie du nord", "NORD"),
    ],
)
def test_a_misspelt_name_finds_the_nearest_account(named, typed, first):
    with named.database.reading() as connection:
        nearest = Names().nearest(connection, typed)
        found = accounts.by_id(connection, nearest[0])

    assert found.code == first


@pytest.mark.parametrize("typed", ["", "???", "zzzzqqqq"])
def test_a_word_like_no_name_finds_nothing(named, typed):
    with named.database.reading() as connection:
        assert Names().nearest(connection, typed) == []
