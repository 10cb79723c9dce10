"""Bank lines: kept once, waiting beside the ledger, posted with their lettering."""

from dataclasses import replace
from datetime import date

import pytest

from collector_bot.answers.check import check_ledger
from collector_bot.core.bank import BankLine, BankStatement
from collector_bot.core.matching.words import ground_words
from collector_bot.core.money import Money
from collector_bot.flows.decide import approve
from collector_bot.flows.identify_payers import identify_payers
from collector_bot.flows.propose_returns import propose_returns
from collector_bot.flows.suggest import accounts_to_match, suggest_account
from collector_bot.store import bank, suggestions
from collector_bot.store.bank import KeptLines
from tests.ledger import MANAGER, MONDAY
from tests.store.deeds import letter, unletter

PAID = date(2026, 11, 27)
OURS = "FR7630006000011234567890189"


def received(amount, text, *, name="ACME SARL", ref="", on=PAID, iban=""):
    return BankLine(
        on, Money.of(amount, "EUR"), bank_ref=ref, name=name, text=text, iban=iban
    )


def keep(books, *lines):
    statement = BankStatement(OURS, "EUR", lines)
    with books.database.writing() as connection:
        return bank.keep_statement(
            connection, statement, file_name="releve.xml", at=MONDAY
        )


def counts(kept: KeptLines):
    return len(kept.new), kept.same, kept.left_alone


def suggested(books):
    identify_payers(books.desk)
    for account_id in accounts_to_match(books.desk):
        suggest_account(books.desk, account_id)
    with books.database.reading() as connection:
        return suggestions.waiting(connection)


@pytest.fixture
def acme(books):
    books.account("ACME", "Acme SARL")
    books.account("ZETA", "Zeta Industries")
    books.invoice("ACME", "F-2026-0412", 1_284_00, due_on=date(2026, 11, 20))
    books.invoice("ACME", "F-2026-0413", 300_00, due_on=date(2026, 11, 25))
    books.invoice("ZETA", "F-2026-0414", 1_284_00, due_on=date(2026, 11, 20))
    return books


def test_the_same_movement_is_kept_once_whatever_file_it_comes_in(books):
    first = received("100.00", "FACTURE 1", ref="B-1")
    again = received("100.00", "VIR FACTURE 1 COMPLET", ref="B-1")

    assert counts(keep(books, first)) == (1, 0, 0)
    assert counts(keep(books, again)) == (0, 1, 0)


def test_movements_without_a_reference_are_told_apart_by_their_place(books):
    twin = received("100.00", "ABONNEMENT")

    assert counts(keep(books, twin, twin)) == (2, 0, 0)
    assert counts(keep(books, twin, twin)) == (0, 2, 0)
    assert counts(keep(books, twin, twin, twin)) == (1, 2, 0)


def test_what_no_customer_paid_is_kept_and_left_alone(books):
    kept = keep(
        books,
        received("812.00", "REMBOURSEMENT CREDIT DE TVA 09/2026", name="DGFIP"),
        received("3.12", "INTERETS CREDITEURS T3", name=""),
        received("-55.00", "PRLV ELECTRICITE", name="ENERGIE EXAMPLE"),
        received("400.00", "DRFIP PAIEMENT MANDAT 118 FACT F-2026-0001", name="DRFIP"),
    )

    assert counts(kept) == (4, 0, 3)


def test_a_payment_on_the_bank_is_no_entry_until_its_lettering_is_approved(acme):
    keep(acme, received("1284.00", "VIR ACME F-2026-0412", ref="B-7"))

    (one,) = suggested(acme)

    assert acme.open_of("ACME") == {"F-2026-0412": 1_284_00, "F-2026-0413": 300_00}
    assert [(p.piece, p.side.value, str(p.amount)) for p in one.candidate.parts] == [
        ("F-2026-0412", "D", "1284.00 EUR"),
        ("B-7", "C", "1284.00 EUR"),
    ]
    assert one.cause_key == "bank:1"
    assert one.candidate.confidence > 0.9

    outcome = approve(acme.desk, one.id, by=MANAGER)

    assert outcome.posted is not None
    assert (outcome.posted.code, outcome.posted.balanced) == ("AA", True)
    assert acme.open_of("ACME") == {"F-2026-0413": 300_00}
    assert suggested(acme) == []
    with acme.database.reading() as connection:
        assert check_ledger(connection).sound


def test_what_a_payment_leaves_over_is_open_on_the_account_afterwards(acme):
    keep(acme, received("1300.00", "F-2026-0412", ref="B-8"))

    (one, *_) = suggested(acme)
    approve(acme.desk, one.id, by=MANAGER)

    assert acme.open_of("ACME") == {"F-2026-0413": 300_00, "B-8": 16_00}


def test_a_line_whose_item_was_settled_meanwhile_is_not_posted(acme):
    keep(acme, received("1284.00", "F-2026-0412", ref="B-9"))
    (one,) = suggested(acme)
    acme.payment("ACME", "V-1", 1_284_00, on=PAID)
    letter(acme, "ACME", "F-2026-0412", "V-1")

    outcome = approve(acme.desk, one.id, by=MANAGER)

    assert outcome.posted is None
    assert acme.open_of("ACME") == {"F-2026-0413": 300_00}
    with acme.database.reading() as connection:
        (line,) = bank.waiting_lines(connection)
    assert (line.state.value, line.entry_id) == ("waiting", None)


def test_a_payment_nobody_known_can_have_made_waits_for_a_person(acme):
    keep(acme, received("77.10", "MERCI", name="PARFAITEMENT INCONNU"))

    assert suggested(acme) == []
    with acme.database.reading() as connection:
        (line,) = bank.waiting_lines(connection)
    assert (line.account_id, line.payer_confidence) == (None, 0.0)


def lettered(books, *, ref):
    keep(books, received("1284.00", f"SDD {ref} F-2026-0412", ref=ref, on=PAID))
    (one, *_) = suggested(books)
    approve(books.desk, one.id, by=MANAGER)


def test_a_direct_debit_that_comes_back_reopens_what_it_had_settled(acme):
    lettered(acme, ref="SDD-2026-77")
    back = replace(
        received("-1284.00", "REJET PRLV SDD-2026-77", on=date(2026, 11, 30)),
        return_reason="AC04",
    )
    keep(acme, back)

    (new,) = propose_returns(acme.desk)

    assert acme.open_of("ACME") == {"F-2026-0413": 300_00}
    with acme.database.reading() as connection:
        one = suggestions.get(connection, new)
    assert one is not None
    assert [ground_words(reason, "en") for reason in one.candidate.reasons] == [
        "The bank takes payment SDD-2026-77 back (AC04); lettering AA is undone.",
        "The amount is exactly €1,284.00.",
    ]
    assert one.candidate.confidence == 0.98

    outcome = approve(acme.desk, new, by=MANAGER)

    assert outcome.posted is not None
    assert outcome.posted.code == "AB"
    assert acme.open_of("ACME") == {"F-2026-0412": 1_284_00, "F-2026-0413": 300_00}
    assert propose_returns(acme.desk) == []


def test_a_return_is_overtaken_when_somebody_unlettered_first(acme):
    lettered(acme, ref="SDD-2026-77")
    keep(
        acme,
        replace(
            received("-1284.00", "REJET SDD-2026-77"), return_reason="MD01", line=2
        ),
    )
    (new,) = propose_returns(acme.desk)
    unletter(acme, "ACME", "AA")

    outcome = approve(acme.desk, new, by=MANAGER)

    assert outcome.posted is None
    assert acme.open_of("ACME") == {
        "F-2026-0412": 1_284_00,
        "F-2026-0413": 300_00,
        "SDD-2026-77": 1_284_00,
    }

    (again,) = propose_returns(acme.desk)
    assert approve(acme.desk, again, by=MANAGER).posted is not None
    assert acme.open_of("ACME") == {"F-2026-0412": 1_284_00, "F-2026-0413": 300_00}
