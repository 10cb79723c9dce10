"""What was paid is not what was owed: the difference is named, corrected, taken back."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import text

from collector_bot.answers.check import check_ledger
from collector_bot.answers.suggested import waiting_answers
from collector_bot.core.corrections import Correction, Limits
from collector_bot.core.ledger import AccountSide, SuggestionId
from collector_bot.flows.decide import approve
from collector_bot.flows.hold import open_dispute
from collector_bot.flows.letter import unletter
from collector_bot.flows.suggest import suggest_account
from collector_bot.store import accounts, corrections
from tests.ledger import CLERK, MANAGER, Books, books_in
from tests.store.deeds import account_id, codes, miscounted

DUE = date(2026, 11, 20)
IN_TIME, LATE = date(2026, 11, 18), date(2026, 11, 28)


def paid(books: Books, owed: int, amount: int, *, on: date = IN_TIME) -> SuggestionId:
    """ACME owes FA-1001 and pays an amount; return what is suggested."""
    books.account("ACME")
    books.invoice("ACME", "FA-1001", owed, due_on=DUE)
    books.payment("ACME", "V-1", amount, on=on, label="VIR FA-1001")
    return suggest_account(books.desk, account_id(books, "ACME"))[0]


def proposed(books: Books, number: SuggestionId) -> Correction | None:
    desk = books.desk
    with books.database.reading() as connection:
        found = waiting_answers(
            connection, chart=desk.chart, limits=desk.limits, limit=20
        )
    return found.corrections.get(number)


def lines(correction: Correction | None) -> list[tuple[str, str, str]]:
    assert correction is not None
    return [
        (line.account, line.side.value, line.amount.decimal)
        for line in correction.lines
    ]


@pytest.mark.parametrize(
    ("owed", "amount", "expected"),
    [
        (1000_00, 999_97, [("411", "C", "0.03"), ("658", "D", "0.03")]),
        (1000_00, 1000_04, [("411", "D", "0.04"), ("758", "C", "0.04")]),
        (1000_00, 987_50, [("411", "C", "12.50"), ("627", "D", "12.50")]),
        (
            1000_00,
            980_00,
            [("411", "C", "20.00"), ("665", "D", "16.67"), ("44571", "D", "3.33")],
        ),
    ],
)
def test_approving_corrects_what_is_entitled_and_balances_the_code(
    books, owed, amount, expected
):
    number = paid(books, owed, amount)
    assert lines(proposed(books, number)) == expected

    approved = approve(books.desk, number, by=MANAGER)

    assert approved.posted is not None
    assert (approved.posted.code, approved.posted.balanced) == ("AA", True)
    assert books.open_of("ACME") == {}
    assert codes(books, "ACME") == {"FA-1001": "AA", "V-1": "AA", f"OD-{number}": "AA"}
    with books.database.reading() as connection:
        kept = corrections.of_suggestion(connection, number)
        assert check_ledger(connection).sound
    assert lines(kept) == expected


def test_undoing_takes_the_correction_back_by_an_opposite_entry(books):
    number = paid(books, 1000_00, 980_00)
    approve(books.desk, number, by=MANAGER)

    undone = unletter(books.desk, "ACME", "AA", by=MANAGER)

    assert {part.piece for part in undone.parts} == {"FA-1001", "V-1"}
    assert books.open_of("ACME") == {"FA-1001": 1000_00, "V-1": 980_00}
    assert codes(books, "ACME") == {f"OD-{number}": "AB", f"OD-{number}-R": "AB"}
    assert miscounted(books) == []
    with books.database.reading() as connection:
        told = connection.execute(
            text(
                "SELECT account, side, amount_minor, label_fr FROM correction_line "
                "WHERE correction_id = 2 ORDER BY number"
            )
        ).all()
        assert check_ledger(connection).sound
    assert [tuple(row) for row in told] == [
        ("411", "D", 20_00, "Annulation : Escompte accordé FA-1001"),
        ("665", "C", 16_67, "Annulation : Escompte accordé FA-1001"),
        ("44571", "C", 3_33, "Annulation : TVA sur escompte FA-1001"),
    ]


def test_undoing_twice_takes_a_correction_back_once(books):
    number = paid(books, 1000_00, 999_97)
    approve(books.desk, number, by=MANAGER)
    unletter(books.desk, "ACME", "AA", by=MANAGER)

    unletter(books.desk, "ACME", "AB", by=MANAGER)

    assert books.open_of("ACME") == {
        "FA-1001": 1000_00,
        "V-1": 999_97,
        f"OD-{number}": 3,
        f"OD-{number}-R": 3,
    }


def test_a_discount_taken_late_is_claimed(books):
    number = paid(books, 5000_00, 4900_00, on=LATE)
    correction = proposed(books, number)
    assert correction is not None
    assert (correction.deed.value, correction.lines) == ("claim", ())

    approve(books.desk, number, by=MANAGER)

    assert books.open_of("ACME") == {"FA-1001": 100_00}
    assert codes(books, "ACME") == {"FA-1001": "aa", "V-1": "aa"}


def test_a_short_payment_stays_open_and_a_contested_one_asks_for_a_credit_note(books):
    number = paid(books, 1000_00, 890_00)
    correction = proposed(books, number)
    assert correction is not None
    assert correction.deed.value == "claim"

    open_dispute(books.desk, "ACME", by=CLERK, pieces=["FA-1001"])

    contested = proposed(books, number)
    assert contested is not None
    assert contested.deed.value == "credit_note"
    assert lines(contested) == [("411", "C", "110.00"), ("4198", "D", "110.00")]
    approve(books.desk, number, by=MANAGER)
    assert books.open_of("ACME") == {"FA-1001": 110_00}


def test_what_is_too_much_stays_open_and_is_proposed_as_an_advance(books):
    number = paid(books, 1000_00, 1100_00)
    assert lines(proposed(books, number)) == [
        ("411", "D", "100.00"),
        ("4191", "C", "100.00"),
    ]

    approve(books.desk, number, by=MANAGER)

    assert books.open_of("ACME") == {"V-1": 100_00}


def test_above_the_limit_nothing_is_posted(database):
    books = books_in(database, limits=Limits(bank_fee_max=10_00))
    number = paid(books, 1000_00, 987_50)
    correction = proposed(books, number)
    assert correction is not None
    assert correction.deed.value == "propose"

    approve(books.desk, number, by=MANAGER)

    assert books.open_of("ACME") == {"FA-1001": 12_50}


def test_a_supplier_paid_three_cents_short_is_a_gain(books):
    books.account("BOIS", side=AccountSide.SUPPLIER)
    books.invoice("BOIS", "G-1", 500_00, due_on=DUE)
    books.payment("BOIS", "P-1", 499_97, on=IN_TIME, label="VIR G-1")
    number = suggest_account(books.desk, account_id(books, "BOIS"))[0]
    assert lines(proposed(books, number)) == [
        ("401", "D", "0.03"),
        ("758", "C", "0.03"),
    ]

    approve(books.desk, number, by=MANAGER)

    assert books.open_of("BOIS") == {}
    with books.database.reading() as connection:
        assert accounts.by_code(connection, "BOIS") is not None


def test_a_correction_is_not_taken_for_a_payment_of_the_same_amount(books):
    books.account("ACME")
    number = paid(books, 1000_00, 980_00)
    books.payment("ACME", "V-9", 20_00, on=books.desk.today())

    approve(books.desk, number, by=MANAGER)

    assert books.open_of("ACME") == {"V-9": 20_00}
