"""One payment: which items it settles, how sure, and why."""

from datetime import date
from time import process_time

import pytest

from collector_bot.core.suggestion import DifferenceCause, Ground

EARLY = date(2026, 4, 15)
LATE = date(2026, 6, 15)


# M1, M4, M5, M7, M13, M21: amounts against one or two invoices.
@pytest.mark.parametrize(
    ("invoices", "paid", "expected", "difference", "cause"),
    [
        (["42.00"], "42.00", {"FA-1001": "42.00"}, "0.00", "none"),
        (["100.00", "150.00"], "250.00", {"FA-1001": "100.00", "FA-1002": "150.00"}, "0.00", "none"),
        (["100.00"], "110.00", {"FA-1001": "100.00"}, "10.00", "overpayment"),
        (["1000.00"], "1000.00", {"FA-1001": "1000.00"}, "0.00", "none"),
        (["1000.00"], "1010.00", {"FA-1001": "1000.00"}, "10.00", "overpayment"),
        (["1000.00"], "990.00", {"FA-1001": "990.00"}, "-10.00", "bank_fee"),
        (["45.00", "500.00"], "45.04", {"FA-1001": "45.00"}, "0.04", "rounding"),
        (["50.00"], "49.97", {"FA-1001": "49.97"}, "-0.03", "rounding"),
        (["1150.00"], "1127.00", {"FA-1001": "1127.00"}, "-23.00", "bank_fee"),
        (["2000.00"], "1940.00", {"FA-1001": "1940.00"}, "-60.00", "discount"),
    ],
)  # fmt: skip
def test_by_amount_alone(ledger, taken, invoices, paid, expected, difference, cause):
    for number, amount in enumerate(invoices, 1001):
        ledger.invoice(f"FA-{number}", amount)
    best = ledger.suggest(ledger.payment(paid, on=LATE))[0]
    parts = taken(best)

    assert parts.pop("BQ")
    assert (parts, best.difference.decimal, best.cause.value) == (
        expected,
        difference,
        cause,
    )


# M4, M9, M13 and the named differences; M19: a discount is taken before the due date.
@pytest.mark.parametrize(
    ("label", "paid", "on", "expected", "cause"),
    [
        ("VIR FA-1001", "100.00", LATE, {"FA-1001": "100.00"}, "none"),
        ("VIR FA-1001 FA-1002", "180.00", LATE, {"FA-1001": "100.00", "FA-1002": "80.00"}, "partial"),
        ("VIR FA-1001", "500.00", LATE, {"FA-1001": "100.00"}, "overpayment"),
        ("VIR FA-1003", "1127.00", EARLY, {"FA-1003": "1127.00"}, "discount"),
        ("VIR FA-1003", "1127.00", LATE, {"FA-1003": "1127.00"}, "bank_fee"),
        ("VIR FA-1003 ESCOMPTE", "1127.00", LATE, {"FA-1003": "1127.00"}, "discount"),
        ("VIR FA-1003 FRAIS DEDUITS", "1127.00", EARLY, {"FA-1003": "1127.00"}, "bank_fee"),
        ("VIR FA-1003", "1149.98", LATE, {"FA-1003": "1149.98"}, "rounding"),
        ("VIR FA-1003", "1050.00", LATE, {"FA-1003": "1050.00"}, "short_payment"),
        ("VIR FA-1003", "400.00", LATE, {"FA-1003": "400.00"}, "partial"),
        ("VIR FA-1001 FA-1002 FA-1003", "1250.00", LATE, {"FA-1001": "100.00", "FA-1003": "1150.00"}, "none"),
        ("VIR FA-1001", "1250.00", LATE, {"FA-1001": "100.00", "FA-1003": "1150.00"}, "none"),
        ("VIR FA-1003", "1100.00", LATE, {"FA-1003": "1150.00", "AV-900001": "50.00"}, "none"),
        ("VIR FA-1003 AV-900001", "1100.00", LATE, {"FA-1003": "1150.00", "AV-900001": "50.00"}, "none"),
    ],
)  # fmt: skip
def test_by_reference(ledger, taken, label, paid, on, expected, cause):
    ledger.invoice("FA-1001", "100.00")
    ledger.invoice("FA-1002", "150.00", date(2026, 4, 2))
    ledger.invoice("FA-1003", "1150.00", date(2026, 4, 3))
    ledger.note("AV-900001", "50.00")
    best = ledger.suggest(ledger.payment(paid, label, on))[0]
    parts = taken(best)

    assert parts.pop("BQ")
    assert (parts, best.cause.value) == (expected, cause)


def test_three_digits_alone_name_nothing(ledger, grounds):
    ledger.invoice("FA-2019-00123", "100.00")
    ledger.invoice("FA-2019-00124", "100.00", date(2026, 4, 2))

    best = ledger.suggest(ledger.payment("100.00", "VIR 124 LOYER"))[0]

    assert "reference_in_text" not in grounds(best)


def test_the_words_about_a_payment_count_like_its_label(ledger, taken):
    ledger.invoice("FA-1001", "100.00")
    ledger.invoice("FA-1002", "100.00", date(2026, 4, 2))

    best = ledger.suggest(ledger.payment("100.00"), text="pour la facture FA-1002")[0]

    assert "FA-1002" in taken(best)
    assert best.confidence > 0.95
    assert best.rivals == 0


def test_the_payments_own_piece_names_an_item_only_when_it_is_the_same(ledger):
    ledger.invoice("FA-2026-0012", "100.00")
    ledger.invoice("FA-2026-0013", "100.00", date(2026, 4, 2))

    same = ledger.suggest(ledger.payment("100.00", piece="FA-2026-0013"))[0]
    alike = ledger.suggest(ledger.payment("100.00", piece="BQ-2026-0013"))[0]

    assert ({part.entry_id for part in same.parts}, same.rivals) == ({2, 3}, 0)
    assert ({part.entry_id for part in alike.parts}, alike.rivals) == ({1, 4}, 1)


@pytest.mark.parametrize(
    ("paid", "pieces", "ground"),
    [
        ("1110.10", ["N-1", "N-2", "N-3", "N-4", "N-5"], Ground.WHOLE_BALANCE),
        ("110.01", ["N-1", "N-2"], Ground.ALL_DUE),
        ("140.03", ["N-1", "N-2", "N-3"], Ground.CONSECUTIVE_RUN),
        ("330.07", ["N-3", "N-4"], Ground.CONSECUTIVE_RUN),
        ("100.02", ["N-1", "N-3"], Ground.SMALL_SUBSET),
    ],
)
def test_structures_of_several_items(ledger, taken, grounds, paid, pieces, ground):
    amounts = [("70.00", 3), ("40.01", 4), ("30.02", 6), ("300.05", 6), ("670.02", 6)]
    for number, (amount, month) in enumerate(amounts, 1):
        ledger.invoice(f"N-{number}", amount, date(2026, month, number))

    best = ledger.suggest(ledger.payment(paid, on=date(2026, 6, 20)))[0]

    assert list(taken(best))[:-1] == pieces
    assert ground.value in grounds(best)
    assert best.confidence > 0.9


def test_a_credit_note_is_taken_along_with_the_whole_balance(ledger, taken, grounds):
    ledger.invoice("FA-1001", "100.00")
    ledger.invoice("FA-1002", "150.00")
    ledger.note("AV-1", "30.00")

    best = ledger.suggest(ledger.payment("220.00"))[0]

    assert taken(best) == {
        "FA-1001": "100.00", "FA-1002": "150.00", "AV-1": "30.00", "BQ": "220.00",
    }  # fmt: skip
    assert "credit_note_taken" in grounds(best)


def test_several_answers_of_one_kind_are_never_likely(ledger, grounds):
    for number, amount in enumerate(["100.00", "200.00", "300.00", "400.00", "1.07"]):
        ledger.invoice(f"N-{number}", amount, date(2026, 6, 1 + (3 * number) % 5))

    found = ledger.suggest(ledger.payment("500.00"))

    assert len(found) >= 2
    assert [found[0].rivals >= 1, found[0].confidence <= 0.5] == [True, True]
    assert "ambiguous" in grounds(found[0])


def test_of_equal_items_the_oldest_is_proposed_and_the_doubt_is_said(
    ledger, taken, grounds
):
    for month in (5, 4, 6):
        ledger.invoice(
            f"ABO-{month}", "99.00", date(2026, month, 1), due=date(2026, 7, month)
        )

    found = ledger.suggest(ledger.payment("99.00"))

    assert [set(taken(one)) - {"BQ"} for one in found] == [
        {"ABO-4"},
        {"ABO-5"},
        {"ABO-6"},
    ]
    assert found[0].confidence < 0.5
    assert found[0].rivals == 2
    assert "ambiguous" in grounds(found[0])


def test_other_accounts_and_currencies_are_never_matched(ledger):
    ledger.invoice("FA-1001", "100.00", account=2)
    ledger.currency = "USD"
    ledger.invoice("FA-1002", "100.00")
    ledger.currency = "EUR"

    assert ledger.suggest(ledger.payment("100.00", "FA-1001 FA-1002")) == ()


@pytest.mark.parametrize("paid", ["77.77", "0.01", "99999999999.99"])
def test_a_payment_nothing_explains_stays_on_account(ledger, paid):
    for number, amount in enumerate(["100.00", "250.10", "333.30", "1800.00"]):
        ledger.invoice(f"N-{number}", amount)

    found = ledger.suggest(ledger.payment(paid))

    assert all(one.confidence < 0.5 for one in found)


def test_an_empty_account_has_no_answer(ledger):
    assert ledger.suggest(ledger.payment("100.00", "FA-1001")) == ()


def test_a_supplier_is_the_mirror(supplier, taken):
    supplier.invoice("FRS-1001", "100.00")
    supplier.invoice("FRS-1002", "150.00")

    best = supplier.suggest(supplier.payment("150.00"))[0]

    assert taken(best) == {"BQ": "150.00", "FRS-1002": "150.00"}
    assert best.cause is DifferenceCause.NONE


def test_whole_units_without_decimals(yen, taken):
    yen.invoice("JP-1001", "10000")
    yen.invoice("JP-1002", "25000")

    best = yen.suggest(yen.payment("35000"))[0]

    assert taken(best) == {"JP-1001": "10000", "JP-1002": "25000", "BQ": "35000"}


def test_a_partly_used_item_counts_with_what_is_open(ledger, taken):
    ledger.invoice("FA-1001", "600.00")
    ledger.invoice("FA-1002", "77.00")

    best = ledger.suggest(ledger.payment("600.00", "solde FA-1001"))[0]

    assert taken(best) == {"FA-1001": "600.00", "BQ": "600.00"}


@pytest.mark.parametrize(("count", "seconds"), [(50, 0.25), (5000, 3)])
def test_speed_stays_within_bounds(ledger, count, seconds):
    # measured: 1 ms and 70 ms of CPU; the bounds catch another order of growth
    for number in range(count):
        day = date(2026, 1 + number % 5, 1 + number % 28)
        ledger.invoice(
            f"FA-2026-{number:05d}",
            f"{100 + number * 7 % 9973}.{number % 100:02d}",
            day,
        )
    payment = ledger.payment("1234.56", "VIR FA-2026-00003 FA-2026-00007")

    started = process_time()
    ledger.suggest(payment)

    assert process_time() - started < seconds


def test_a_number_that_is_not_open_casts_doubt_on_the_amount(ledger):
    for number in range(1001, 1010):
        ledger.invoice(f"FA-{number}", f"{50 * (number % 4 + 1)}.00")
    ledger.invoice("FA-1010", "350.00")

    plain = ledger.suggest(ledger.payment("350.00", "VIR SEPA"))[0]
    closed = ledger.suggest(ledger.payment("350.00", "VIR SEPA FA-0907"))[0]

    assert plain.parts[0].piece == closed.parts[0].piece == "FA-1010"
    assert closed.confidence < plain.confidence / 2


def test_a_small_difference_over_several_items_stays_on_one_of_them(ledger, taken):
    ledger.invoice("FA-1001", "1000.00", date(2026, 4, 1))
    ledger.invoice("FA-1002", "800.00", date(2026, 4, 2))
    ledger.invoice("FA-1003", "12.00", date(2026, 4, 3))

    best = ledger.suggest(ledger.payment("1787.00", "FA-1001 FA-1002 FA-1003"))[0]

    assert taken(best) == {
        "FA-1001": "1000.00", "FA-1002": "775.00", "FA-1003": "12.00", "BQ": "1787.00",
    }  # fmt: skip
    assert (best.cause.value, best.difference.decimal) == ("bank_fee", "-25.00")


def test_a_missing_item_with_a_twin_is_in_doubt(ledger, taken, grounds):
    for number, amount in enumerate(["100.00", "33.00", "33.00", "71.00"], 1001):
        ledger.invoice(f"FA-{number}", amount, date(2026, 4, number - 1000))

    best = ledger.suggest(ledger.payment("133.00", "VIR FA-1001"))[0]

    assert taken(best) == {"FA-1001": "100.00", "FA-1002": "33.00", "BQ": "133.00"}
    assert (best.rivals, best.confidence < 0.5) == (1, True)
    assert "ambiguous" in grounds(best)
