"""All payments of one account: no item given twice, whatever the order."""

from datetime import date

from collector_bot.core.ledger import Side
from collector_bot.core.matching.door import paying_side


def test_three_payments_after_a_fee_clear_three_invoices(ledger, taken):
    # M21: 3 x 990 after a fee of 10 each: 3 000 cleared, 30 of bank fees
    for day in (1, 2, 3):
        ledger.invoice(f"FA-100{day}", "1000.00", date(2026, 4, day))
        ledger.payment("990.00", on=date(2026, 6, day), piece=f"BQ-{day}")

    found = ledger.suggest_all()

    assert [taken(one) for one in found] == [
        {f"FA-100{day}": "990.00", f"BQ-{day}": "990.00"} for day in (1, 2, 3)
    ]
    assert {(one.cause.value, one.difference.decimal) for one in found} == {
        ("bank_fee", "-10.00")
    }


def test_equal_payments_share_equal_invoices_without_doubt(ledger, taken):
    for day in (1, 2, 3, 4, 5):
        ledger.invoice(f"ABO-{day}", "99.00", date(2026, 4, day))
        ledger.payment("99.00", on=date(2026, 6, day), piece=f"BQ-{day}")

    found = ledger.suggest_all()

    assert [taken(one) for one in found] == [
        {f"ABO-{day}": "99.00", f"BQ-{day}": "99.00"} for day in (1, 2, 3, 4, 5)
    ]
    assert all(one.confidence > 0.9 and one.rivals == 0 for one in found)


def test_too_few_payments_leave_the_doubt(ledger):
    for day in (1, 2, 3):
        ledger.invoice(
            f"ABO-{day}", "99.00", date(2026, 6, day), due=date(2026, 8, day)
        )
    for day in (11, 12):
        ledger.payment("99.00", on=date(2026, 6, day))

    assert [one.confidence < 0.5 for one in ledger.suggest_all()] == [True, True]


def test_the_named_item_goes_to_who_names_it(ledger, taken):
    ledger.invoice("FA-1001", "100.00", date(2026, 4, 1))
    ledger.invoice("FA-1002", "100.00", date(2026, 4, 2))
    ledger.payment("100.00", on=date(2026, 6, 1), piece="BQ-1")
    ledger.payment("100.00", "VIR FA-1001", on=date(2026, 6, 2), piece="BQ-2")

    assert [taken(one) for one in ledger.suggest_all()] == [
        {"FA-1002": "100.00", "BQ-1": "100.00"},
        {"FA-1001": "100.00", "BQ-2": "100.00"},
    ]


def test_a_credit_note_settles_the_invoice_it_names(ledger, taken):
    ledger.invoice("FA-1001", "100.00")
    ledger.invoice("FA-1002", "80.00")
    ledger.note("AV-7001", "30.00", label="Avoir sur facture FA-1002")

    (best,) = ledger.suggest_all()

    assert taken(best) == {"FA-1002": "30.00", "AV-7001": "30.00"}


def test_a_credit_note_is_used_once(ledger, taken):
    ledger.invoice("FA-1001", "100.00")
    ledger.note("AV-7001", "30.00")
    ledger.payment("70.00", "FA-1001")

    (best,) = ledger.suggest_all()

    assert taken(best) == {"FA-1001": "100.00", "AV-7001": "30.00", "BQ": "70.00"}


def test_the_order_of_the_items_changes_nothing(ledger):
    for day in range(1, 9):
        ledger.invoice(f"FA-100{day}", f"{100 + day % 3}.00", date(2026, 4, day))
        ledger.payment(f"{100 + day % 4}.00", on=date(2026, 6, day))
    found = ledger.suggest_all()

    ledger.items = ledger.items[::-1]

    assert ledger.suggest_all() == found


def test_nothing_to_suggest(ledger, advice):
    assert ledger.suggest_all() == ()
    ledger.invoice("FA-1001", "100.00")
    assert ledger.suggest_all(advice(("FA-1001", "100.00"))) == ()


def test_whose_account_it_is(ledger, supplier):
    assert paying_side([]) is Side.CREDIT
    for account, side in ((ledger, Side.CREDIT), (supplier, Side.DEBIT)):
        payment = account.payment("10.00")
        assert paying_side([payment]) is side
        assert paying_side([payment, account.invoice("N-1", "10.00")]) is side


def test_a_supplier_is_paid_the_same_way(supplier, taken):
    supplier.invoice("FRS-1001", "100.00")
    supplier.payment("100.00")

    (best,) = supplier.suggest_all()

    assert taken(best) == {"BQ": "100.00", "FRS-1001": "100.00"}
