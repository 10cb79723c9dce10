"""How an account stands, and what explains it."""

from datetime import date

import pytest

from collector_bot.answers.balance import Names, balance_of, find_account
from collector_bot.core.dunning import SkipReason
from collector_bot.core.ledger import Account, AccountSide
from collector_bot.flows.hold import open_dispute, place_hold
from collector_bot.flows.promise import add_promise
from collector_bot.flows.run_dunning import run_dunning
from tests.ledger import CLERK, MANAGER

TODAY = date(2026, 11, 30)


def ask(books, words):
    with books.database.reading() as connection:
        return find_account(connection, words)


def balance(books, code):
    with books.database.reading() as connection:
        account = find_account(connection, code)
        return balance_of(connection, account, today=TODAY, grace_days=3)


@pytest.fixture
def people(books):
    books.account("C001", "Béton Général SAS", aliases=["BG Matériaux"])
    books.account("C002", "Bétonnière Lyonnaise")
    books.account("C003", "Transports Quévrain")
    books.account("C004", "Transports du Lac")
    books.account("F001", "Acier Nord", side=AccountSide.SUPPLIER)
    return books


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("C001", "C001"),
        ("c003", "C003"),
        ("béton général sas", "C001"),
        ("Bg materiaux", "C001"),
        ("quevrain", "C003"),
        ("F001", "F001"),
    ],
)
def test_one_account_is_meant(people, words, code):
    found = ask(people, words)
    assert isinstance(found, Account)
    assert found.code == code


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("Transprots Quévrin", "C003"),
        ("Betonniere Lyonaise", "C002"),
        ("Acire Nord", "F001"),
    ],
)
def test_a_misspelt_name_is_never_guessed_but_its_nearest_comes_first(
    people, words, first
):
    found = ask(people, words)
    assert isinstance(found, tuple)
    assert found[0].code == first
    assert len(found) <= 3


def test_several_that_contain_the_words_are_offered(people):
    assert [one.code for one in ask(people, "transports")] == ["C004", "C003"]


def test_nothing_is_like_it(people):
    assert ask(people, "zzzzzzzz") == ()
    assert ask(people, "%") == ()


def test_a_name_that_comes_later_is_found_too(people):
    names = Names()
    with people.database.reading() as connection:
        assert find_account(connection, "Ouatelier Dupond", names=names) == ()
    people.account("C009", "Atelier Dupont")
    with people.database.reading() as connection:
        found = find_account(connection, "Ateleir Dupond", names=names)
    assert [one.code for one in found] == ["C009"]


def test_amounts_by_age_with_credits_and_the_oldest(books):
    books.account("ACME")
    books.invoice("ACME", "F-1", 100_00, due_on=date(2026, 12, 15))
    books.invoice("ACME", "F-2", 200_00, due_on=date(2026, 11, 20))
    books.invoice("ACME", "F-3", 300_00, due_on=date(2026, 8, 1))
    books.payment("ACME", "VIR-1", 50_00, on=date(2026, 11, 25))
    (told,) = balance(books, "ACME").in_currencies
    assert [amount.minor for amount in told.aged.amounts] == [
        50_00, 200_00, 0, 0, 300_00,
    ]  # fmt: skip
    assert (told.aged.balance.minor, told.aged.past_due.minor) == (550_00, 500_00)
    assert (told.not_due.minor, told.credits.minor) == (100_00, 50_00)
    assert (told.oldest.piece, told.count) == ("F-3", 4)


def test_currencies_are_told_apart(books):
    books.account("ACME")
    books.invoice("ACME", "F-1", 100_00, due_on=date(2026, 11, 1))
    books.invoice("ACME", "F-2", 70_00, due_on=date(2026, 12, 1), currency="GBP")
    told = balance(books, "ACME").in_currencies
    assert [str(one.aged.balance) for one in told] == ["100.00 EUR", "70.00 GBP"]
    assert told[1].oldest is None


def test_what_we_owe_a_supplier_counts_plus(books):
    books.account("ACIER", side=AccountSide.SUPPLIER)
    books.invoice("ACIER", "A-1", 400_00, due_on=date(2026, 11, 10))
    (told,) = balance(books, "ACIER").in_currencies
    assert (told.aged.balance.minor, told.aged.past_due.minor) == (400_00, 400_00)


def test_promise_dispute_hold_payment_and_why_nobody_chased(books):
    books.account("ACME")
    for number in (1, 2, 3):
        books.invoice("ACME", f"F-{number}", 100_00, due_on=date(2026, 11, 1))
    books.payment("ACME", "VIR-1", 10_00, on=date(2026, 11, 12))
    add_promise(books.desk, "ACME", on=date(2026, 12, 10), by=MANAGER, pieces=["F-1"])
    open_dispute(books.desk, "ACME", by=CLERK, pieces=["F-2"])
    place_hold(books.desk, "ACME", by=CLERK, piece="F-3", reason="avoir attendu")
    run_dunning(books.desk, by=MANAGER)

    told = balance(books, "ACME")
    assert [(one.promised_on, status.value) for one, status in told.promises] == [
        (date(2026, 12, 10), "open")
    ]
    assert [one.pieces for one in told.disputes] == [("F-2",)]
    assert [(one.piece, one.reason) for one in told.holds] == [("F-3", "avoir attendu")]
    assert told.last_letter is None
    assert [str(part) for part in told.last_payment] == ["2026-11-12", "10.00 EUR"]
    assert {(one.reason, one.pieces) for one in told.left_alone} == {
        (SkipReason.PROMISED, ("F-1",)),
        (SkipReason.DISPUTED, ("F-2",)),
        (SkipReason.HELD, ("F-3",)),
    }


def test_the_last_letter_is_told_with_its_level_and_state(books):
    books.account("ACME")
    books.invoice("ACME", "F-1", 100_00, due_on=date(2026, 11, 20))
    run_dunning(books.desk, by=MANAGER)
    letter = balance(books, "ACME").last_letter
    assert (letter.level, letter.on, letter.state) == (
        "reminder-1",
        TODAY,
        "pending",
    )
