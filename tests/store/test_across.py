"""One bank line for several accounts: proposed once, posted as one lettering each."""

from datetime import date

import pytest

from collector_bot.core.bank import BankLine, BankStatement
from collector_bot.core.matching.words import ground_words
from collector_bot.core.money import Money
from collector_bot.flows.decide import approve, letter_by_policy
from collector_bot.flows.identify_payers import identify_payers
from collector_bot.flows.suggest import accounts_to_match, suggest_account
from collector_bot.store import bank, suggestions
from tests.ledger import MANAGER, MONDAY
from tests.store.deeds import letter, unletter

PAID = date(2026, 11, 27)


@pytest.fixture
def group(books):
    books.account("NORD", "Atelier Vernois Nord")
    books.account("SUD", "Atelier Vernois Sud")
    books.invoice("NORD", "F-2026-0412", 1_284_00, due_on=date(2026, 11, 20))
    books.invoice("SUD", "F-2026-0413", 300_00, due_on=date(2026, 11, 25))
    books.invoice("SUD", "F-2026-0500", 80_00, due_on=date(2026, 11, 28))
    return books


def keep(books, amount, text, *, name="Holding Vernois SA"):
    line = BankLine(
        PAID, Money.of(amount, "EUR"), bank_ref=f"B-{amount}", name=name, text=text
    )
    statement = BankStatement("FR7630006000011234567890189", "EUR", (line,))
    with books.database.writing() as connection:
        bank.keep_statement(connection, statement, file_name="releve.xml", at=MONDAY)


def suggested(books):
    identify_payers(books.desk)
    for account_id in accounts_to_match(books.desk):
        suggest_account(books.desk, account_id)
    with books.database.reading() as connection:
        return suggestions.waiting(connection)


def open_now(books):
    return {code: books.open_of(code) for code in ("NORD", "SUD")}


def test_a_parents_payment_is_one_suggestion_and_one_lettering_an_account(group):
    keep(group, "1584.00", "FACT F-2026-0412 F-2026-0413")

    (one,) = suggested(group)

    assert [(p.piece, str(p.amount)) for p in one.candidate.parts] == [
        ("F-2026-0412", "1284.00 EUR"),
        ("F-2026-0413", "300.00 EUR"),
        ("B-1584.00", "1584.00 EUR"),
    ]
    assert ground_words(one.candidate.reasons[0], "en") == (
        "The payment names F-2026-0412, F-2026-0413, of 2\N{NO-BREAK SPACE}accounts: "
        "one lettering each."
    )

    outcome = approve(group.desk, one.id, by=MANAGER)

    assert outcome.posted is not None
    assert outcome.posted.balanced
    assert open_now(group) == {"NORD": {}, "SUD": {"F-2026-0500": 80_00}}
    assert suggested(group) == []

    unletter(group, "SUD", "AA")

    assert open_now(group) == {
        "NORD": {},
        "SUD": {"F-2026-0413": 300_00, "F-2026-0500": 80_00, "B-1584.00": 300_00},
    }


def test_a_payment_for_several_accounts_is_never_posted_without_a_person(group):
    keep(group, "1584.00", "FACT F-2026-0412 F-2026-0413")
    (one,) = suggested(group)

    assert letter_by_policy(group.desk, one.id) is None


def test_nothing_is_posted_anywhere_once_one_account_has_moved(group):
    keep(group, "1584.00", "FACT F-2026-0412 F-2026-0413")
    (one,) = suggested(group)
    group.payment("SUD", "V-1", 300_00, on=PAID)
    letter(group, "SUD", "F-2026-0413", "V-1")

    assert approve(group.desk, one.id, by=MANAGER).posted is None
    assert open_now(group) == {
        "NORD": {"F-2026-0412": 1_284_00},
        "SUD": {"F-2026-0500": 80_00},
    }


def test_what_is_spoken_for_elsewhere_is_not_proposed_twice(group):
    keep(group, "1584.00", "FACT F-2026-0412 F-2026-0413")
    group.payment("SUD", "V-2", 300_00, on=PAID)

    parts = [part.piece for one in suggested(group) for part in one.candidate.parts]

    assert sorted(parts) == ["B-1584.00", "F-2026-0412", "F-2026-0413"]


def test_equal_names_are_told_apart_by_what_is_open_alone(books):
    for code, piece, amount in (("A", "F-1001", 500_00), ("B", "F-1002", 700_00)):
        books.account(code, "Garage Talbré SARL")
        books.invoice(code, piece, amount, due_on=date(2026, 11, 20))
    keep(books, "700.00", "VIREMENT", name="GARAGE TALBRE")

    (one,) = suggested(books)

    assert [part.piece for part in one.candidate.parts] == ["F-1002", "B-700.00"]
    assert one.candidate.confidence > 0.95


def test_equal_names_and_no_such_amount_stay_silent(books):
    for code, piece, amount in (("A", "F-1001", 500_00), ("B", "F-1002", 700_00)):
        books.account(code, "Garage Talbré SARL")
        books.invoice(code, piece, amount, due_on=date(2026, 11, 20))
    keep(books, "612.40", "VIREMENT", name="GARAGE TALBRE")

    assert [one.candidate.confidence for one in suggested(books)] == []
