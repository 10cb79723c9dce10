"""Remittance advices: resolved, matched to their payment, or waiting for it."""

from datetime import date

from collector_bot.core.matching.advice import AdviceWaits


def test_an_advice_finds_its_payment(ledger, advice, taken, grounds):
    ledger.invoice("FA-1001", "100.00")
    ledger.invoice("FA-1002", "150.00")
    ledger.note("AV-7001", "20.00")
    ledger.payment("230.00", on=date(2026, 6, 20))
    ledger.payment("99.00", on=date(2026, 6, 20))

    (best,) = ledger.advise(
        advice(
            ("FA 1001", "100.00"), ("1002", None), ("AV-7001", "-20.00"), total="230.00"
        )
    )

    assert taken(best) == {
        "FA-1001": "100.00", "FA-1002": "150.00", "AV-7001": "20.00", "BQ": "230.00",
    }  # fmt: skip
    assert grounds(best)[0] == "named_by_advice"
    assert best.confidence > 0.9


def test_what_an_advice_says_of_each_line_is_what_is_lettered(
    ledger, advice, taken, grounds
):
    ledger.invoice("FA-1001", "1000.00")
    ledger.invoice("FA-1002", "500.00")
    ledger.payment("1400.00", on=date(2026, 6, 20))

    (best,) = ledger.advise(advice(("FA-1001", "900.00"), ("FA-1002", "500.00")))

    assert taken(best) == {"FA-1001": "900.00", "FA-1002": "500.00", "BQ": "1400.00"}
    assert (best.difference.decimal, best.cause.value) == ("-100.00", "short_payment")
    assert grounds(best)[0] == "named_by_advice"
    assert best.confidence > 0.9


def test_an_advice_without_its_payment_waits(ledger, advice):
    ledger.invoice("FA-1001", "100.00")
    ledger.payment("99.00")

    waits = ledger.advise(
        advice(
            ("FA-1001", None), ("FA-9999", "30.00"), total="130.00", on=date(2026, 7, 2)
        )
    )

    assert isinstance(waits, AdviceWaits)
    assert [(line.item.piece, line.amount.decimal) for line in waits.lines] == [
        ("FA-1001", "100.00")
    ]
    assert (waits.unresolved, waits.total.decimal) == (("FA-9999",), "130.00")
    assert waits.payment_on == date(2026, 7, 2)


def test_once_the_payment_is_there_it_is_suggested(ledger, advice, taken):
    ledger.invoice("FA-1001", "100.00")
    ledger.invoice("FA-1002", "100.00")
    said = advice(("FA-1002", "100.00"), on=date(2026, 7, 2))
    assert isinstance(ledger.advise(said), AdviceWaits)

    ledger.payment("100.00", on=date(2026, 7, 2))
    (best,) = ledger.suggest_all(said)

    assert taken(best) == {"FA-1002": "100.00", "BQ": "100.00"}
    assert best.confidence > 0.9


def test_lines_that_name_nothing_open_are_said(ledger, advice, grounds):
    ledger.invoice("FA-1001", "100.00")
    ledger.payment("130.00")

    (best,) = ledger.advise(advice(("FA-1001", "100.00"), ("FA-9999", "30.00")))

    assert dict(best.reasons[0].facts)["unresolved"] == "FA-9999"
    assert (best.difference.decimal, best.cause.value) == ("30.00", "overpayment")
    assert best.confidence < 0.7


def test_two_payments_of_one_total_are_told_apart_by_reference_or_day(ledger, advice):
    ledger.invoice("FA-1001", "100.00")
    ledger.payment("100.00", on=date(2026, 5, 1))
    ledger.payment("100.00", "VIR RX-55", on=date(2026, 6, 20))
    lines = [("FA-1001", "100.00")]

    unsure = ledger.advise(advice(*lines))
    by_day = ledger.advise(advice(*lines, on=date(2026, 5, 2)))
    by_reference = ledger.advise(advice(*lines, reference="RX 55"))

    assert [one.confidence <= 0.5 for one in unsure] == [True, True]
    assert [[part.entry_id for part in one.parts] for one in by_day] == [[1, 2]]
    assert [[part.entry_id for part in one.parts] for one in by_reference] == [[1, 3]]


def test_an_advice_about_nothing_has_no_answer(ledger, advice):
    ledger.invoice("FA-1001", "100.00")

    assert ledger.advise(advice(("XX-1", "5.00"))) == ()
    assert ledger.advise(advice()) == ()
    assert ledger.advise(advice(("FA-1001", "100.00"), currency="USD")) == ()
    assert ledger.advise(advice(("FA-1001", "-100.00"))) == ()


def test_more_than_is_open_is_never_taken(ledger, advice, taken):
    ledger.invoice("FA-1001", "100.00")
    ledger.payment("250.00")

    (best,) = ledger.advise(advice(("FA-1001", "200.00"), ("FA-1001", "50.00")))

    assert taken(best) == {"FA-1001": "100.00", "BQ": "100.00"}
