"""A credit note that names its invoice is that invoice's, and is said to be."""

from collector_bot.core.matching.words import ground_words


def test_a_credit_note_that_names_its_invoice_is_sure_and_says_so(ledger, taken):
    ledger.invoice("FA-1001", "100.00")
    ledger.invoice("FA-1002", "80.00")
    ledger.note("AV-7001", "30.00", label="Avoir sur facture FA-1002")

    (best,) = ledger.suggest_all()

    assert taken(best) == {"FA-1002": "30.00", "AV-7001": "30.00"}
    assert best.confidence >= 0.95
    assert [ground_words(one, "fr") for one in best.reasons] == [
        "L’avoir porte sur FA-1002."
    ]


def test_naming_an_invoice_a_second_time_settles_nothing_else(ledger, taken):
    ledger.invoice("FA-1001", "100.00")
    ledger.invoice("FA-1002", "100.00")
    ledger.payment("100.00", "VIR FA-1001", piece="BQ-1")
    ledger.payment("100.00", "VIR FA-1001", piece="BQ-2")

    found = ledger.suggest_all()

    sure = [one for one in found if one.confidence >= 0.5]
    assert [taken(one) for one in sure] == [{"FA-1001": "100.00", "BQ-1": "100.00"}]
