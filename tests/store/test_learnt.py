"""What decisions teach: who pays for an account, and how; shown and cleared."""

from datetime import date

import pytest

from collector_bot.core.refusals import NotAllowedError
from collector_bot.flows.decide import approve, reject
from collector_bot.flows.identify_payers import identify_payers
from collector_bot.flows.learn import forget_learnt
from collector_bot.store import bank, learnt
from tests.ledger import CLERK, MANAGER
from tests.store.test_bank import keep, received, suggested

HOLDING = "FR1420041010050500013M02606"


@pytest.fixture
def acme(books):
    account = books.account("ACME", "Acme SARL")
    for number, amount in ((1, 100_00), (2, 250_00), (3, 75_50)):
        books.invoice("ACME", f"F-2026-000{number}", amount, due_on=date(2026, 11, 20))
    return books, account


def lessons(books, account):
    with books.database.reading() as connection:
        return [
            (one.kind.value, one.key, one.approved, one.rejected)
            for one in learnt.lessons_of(connection, account.id)
        ]


def first_payment(books, amount="100.00", text="FACTURE F-2026-0001"):
    keep(books, received(amount, text, name="HOLDING DU NORD", iban=HOLDING))
    return suggested(books)[0]


def payer_of_next(books):
    keep(books, received("1.00", "DIVERS", name="H D N", iban=HOLDING))
    identify_payers(books.desk)
    with books.database.reading() as connection:
        return bank.waiting_lines(connection)[-1]


def test_an_approval_teaches_who_pays_and_how(acme):
    books, account = acme
    approve(books.desk, first_payment(books).id, by=MANAGER)

    assert lessons(books, account) == [
        ("habit", "reference_in_text", 1, 0),
        ("habit", "single_item", 1, 0),
        ("iban", HOLDING, 1, 0),
        ("name", "HOLDING DU NORD", 1, 0),
    ]
    known = payer_of_next(books)
    assert known.account_id == account.id
    assert known.payer_confidence > 0.9


def test_a_rejection_speaks_against_the_way_to_pay_alone(acme):
    books, account = acme
    reject(books.desk, first_payment(books).id, by=MANAGER)

    assert lessons(books, account) == [
        ("habit", "reference_in_text", 0, 1),
        ("habit", "single_item", 0, 1),
    ]
    assert payer_of_next(books).account_id is None


def test_what_was_learnt_is_cleared_by_a_manager_alone(acme):
    books, account = acme
    approve(books.desk, first_payment(books).id, by=MANAGER)

    with pytest.raises(NotAllowedError):
        forget_learnt(books.desk, account, by=CLERK)
    assert forget_learnt(books.desk, account, by=MANAGER) == 4

    assert lessons(books, account) == []
    assert payer_of_next(books).account_id is None
    assert forget_learnt(books.desk, account, by=MANAGER) == 0
