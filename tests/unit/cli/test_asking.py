"""How accounts stand, as JSON others rely on and as tables people read."""

from __future__ import annotations

from datetime import date

import pytest

OLD = "ACME,invoice,F-1,2020-01-01,2020-02-01,1234.56,,EUR,Planches"
LATER = "ACME,invoice,F-2,2020-01-01,2099-12-31,300.00,,EUR,"
CREDIT = "ACME,credit_note,AV-1,2020-03-01,,,34.56,EUR,"
POUNDS = "HARB,invoice,F-3,2020-01-01,2020-02-01,80.10,,GBP,"


@pytest.fixture
def ledger(shell):
    assert shell.entries(OLD, LATER, CREDIT, POUNDS).code == 0
    return shell


def test_balance_is_one_object_a_currency(ledger):
    (fact,) = ledger("balance", "ACME", "--json").facts
    as_of = date.fromisoformat(fact.pop("as_of"))
    assert as_of > date(2020, 2, 1)
    assert fact == {
        "account": "ACME",
        "name": "Acme Distribution SARL",
        "currency": "EUR",
        "balance": "1500.00",
        "overdue": "1234.56",
        "not_due": "300.00",
        "credits": "34.56",
        "aged": {
            "not_due": "265.44",
            "1-30": "0.00",
            "31-60": "0.00",
            "61-90": "0.00",
            "over_90": "1234.56",
        },
        "oldest_due": "2020-02-01",
        "open_items": 3,
        "last_payment": None,
        "promises": [],
        "disputes": [],
        "holds": [],
    }


def test_two_currencies_are_two_objects(ledger):
    ledger.entries("ACME,invoice,F-9,2020-01-01,2020-02-01,5.00,,GBP,")
    facts = ledger("balance", "ACME", "--json").facts
    assert [(one["currency"], one["balance"]) for one in facts] == [
        ("EUR", "1500.00"),
        ("GBP", "5.00"),
    ]


def test_an_account_with_nothing_open_stands_at_zero(ledger):
    (fact,) = ledger("balance", "BOIS", "--json").facts
    assert (fact["balance"], fact["currency"], fact["open_items"]) == ("0.00", "EUR", 0)
    assert fact["oldest_due"] is None
    assert "Rien n’est ouvert." in ledger("balance", "BOIS").out


def test_balance_reads_as_a_table_in_french(ledger):
    said = ledger("balance", "acme distribution")
    assert said.code == 0
    assert said.plain.startswith("Acme Distribution SARL (ACME) – solde au ")
    assert "Échu                1 234,56\n" in said.plain
    assert "À déduire             -34,56\n" in said.plain
    assert "Solde               1 500,00\n" in said.plain
    assert "Plus ancienne : F-1, 1 234,56 €, échue le 01/02/2020" in said.plain


def test_balance_tells_what_keeps_an_account_from_being_chased(ledger):
    ledger("promise", "ACME", "2099-01-31", "F-1")
    ledger("hold", "ACME", "--piece", "F-2", "--until", "2099-06-30", "--reason", "SAV")
    ledger("dispute", "ACME", "F-1", "--reason", "price")
    said = ledger("balance", "ACME").plain
    assert "Promesse 1 : 1 234,56 €, 31/01/2099" in said
    assert "Suspension 1 : F-2 jusqu’au 30/06/2099 – SAV" in said
    assert "Litige 1 : F-1 – prix" in said
    (fact,) = ledger("balance", "ACME", "--json").facts
    assert fact["promises"] == [
        {
            "id": 1,
            "date": "2099-01-31",
            "amount": "1234.56",
            "currency": "EUR",
            "status": "proposed",
        }
    ]
    assert fact["disputes"] == [{"id": 1, "reason": "price", "pieces": ["F-1"]}]
    assert fact["holds"] == [
        {"id": 1, "piece": "F-2", "until": "2099-06-30", "reason": "SAV"}
    ]


def test_an_unknown_account_is_refused_in_the_configured_language(ledger):
    said = ledger("balance", "zzzzqqqq")
    assert said.code == 1
    assert said.refusal.startswith("Aucun compte ne s’appelle « zzzzqqqq »")


def test_words_that_fit_several_accounts_name_them(ledger):
    ledger("import", "customers",
           ledger.write("more.csv", "account,name\nACM2,Acme Services\n"))  # fmt: skip
    said = ledger("balance", "acm")
    assert said.code == 1
    assert "ACME (Acme Distribution SARL)" in said.err
    assert "ACM2 (Acme Services)" in said.err


def test_aging_is_one_object_an_account_and_currency(ledger):
    facts = ledger("aging", "--json").facts
    assert [(one["account"], one["currency"]) for one in facts] == [
        ("ACME", "EUR"),
        ("HARB", "GBP"),
    ]
    first = facts[0]
    first.pop("as_of")
    assert first == {
        "account": "ACME",
        "name": "Acme Distribution SARL",
        "currency": "EUR",
        "rule": "days_past_due",
        "aged": {
            "not_due": "265.44",
            "1-30": "0.00",
            "31-60": "0.00",
            "61-90": "0.00",
            "over_90": "1234.56",
        },
        "credits": "34.56",
        "overdue": "1234.56",
        "balance": "1500.00",
        "oldest_due": "2020-02-01",
    }


def test_aging_of_one_account_says_the_same_of_it(ledger):
    alone = ledger("aging", "ACME", "--json").facts
    assert alone == ledger("aging", "--json").facts[:1]


def test_aging_of_suppliers_leaves_customers_out(ledger):
    path = ledger.write("s.csv", "account,name,side\nF01,Fournitures Durand,supplier\n")
    ledger("import", "customers", path)
    ledger.entries("F01,invoice,FF-1,2020-01-01,2020-02-01,,70.00,EUR,")
    facts = ledger("aging", "--suppliers", "--json").facts
    assert [(one["account"], one["balance"]) for one in facts] == [("F01", "70.00")]


def test_aging_reads_as_a_table_with_its_total_and_its_rule(ledger):
    said = ledger("aging")
    assert "Total" in said.out
    assert "1 500,00" in said.plain
    assert "30 compte dans 1 à 30" in said.plain
    assert max(map(len, said.out.splitlines())) <= 80


def test_aging_never_cuts_an_amount(ledger):
    ledger.entries(*(
        f"BOIS,invoice,G-{day},2020-01-01,{day},987654321.09,,EUR,"
        for day in ("2020-02-01", "2099-01-01")
    ))  # fmt: skip
    assert ledger("aging").plain.count("987 654 321,09") == 2


def test_items_are_one_object_each(ledger):
    facts = {one["piece"]: one for one in ledger("items", "ACME", "--json").facts}
    late = facts["F-1"].pop("days_late")
    assert late > 2000
    assert facts["F-1"] == {
        "account": "ACME",
        "piece": "F-1",
        "kind": "invoice",
        "side": "D",
        "date": "2020-01-01",
        "due_date": "2020-02-01",
        "amount": "1234.56",
        "open": "1234.56",
        "currency": "EUR",
        "code": None,
    }
    assert facts["AV-1"]["side"] == "C"
    assert facts["AV-1"]["due_date"] is None
    assert facts["F-2"]["days_late"] == 0


def test_an_item_lettered_in_part_shows_its_code_and_what_is_left(ledger):
    assert ledger("letter", "ACME", "F-1", "AV-1").code == 0
    facts = {one["piece"]: one for one in ledger("items", "ACME", "--json").facts}
    assert facts["F-1"]["open"] == "1200.00"
    assert facts["F-1"]["code"] == "aa"
    assert "AV-1" not in facts


def test_items_read_as_a_table(ledger):
    said = ledger("items", "ACME").plain
    assert "F-1    facture  01/01/2020  01/02/2020 " in said
    assert "-34,56 €" in said


def test_overdue_names_who_owes_most(ledger):
    ledger.entries("BOIS,invoice,G-1,2020-01-01,2020-01-31,9999.00,,EUR,")
    facts = ledger("overdue", "--json").facts
    assert [(one["account"], one["overdue"]) for one in facts] == [
        ("BOIS", "9999.00"),
        ("ACME", "1234.56"),
        ("HARB", "80.10"),
    ]
    assert facts[0]["oldest_due"] == "2020-01-31"
    assert facts[0]["items"] == 1
    assert len(ledger("overdue", "--top", "1", "--json").facts) == 2
    assert "9 999,00 €" in ledger("overdue").plain


def test_other_people_s_words_cannot_move_the_cursor(ledger):
    name = "Evil\x1b[2J\u202eknil"
    ledger("import", "customers",
           ledger.write("evil.csv", f"account,name\nEVIL,{name}\n"))  # fmt: skip
    ledger.entries("EVIL,invoice,F-\u20669,2020-01-01,2020-02-01,5.00,,EUR,")
    for words in (("balance", "EVIL"), ("items", "EVIL"), ("aging",), ("overdue",)):
        said = ledger(*words).out
        assert not {"\x1b", "\u202e", "\u2066"} & set(said)
