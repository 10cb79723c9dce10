"""The sample company: the same books for the same day, and every case in them."""

import csv
from collections import defaultdict
from datetime import date, timedelta
from pathlib import Path

import pytest

from collector_bot.sandbox.company import Company, sample_company
from collector_bot.sandbox.entries import Entry
from collector_bot.sandbox.roster import Case

START = date(2026, 11, 24)


@pytest.fixture(scope="module")
def company() -> Company:
    return sample_company(START)


def firms_of(company: Company, case: Case) -> list[list[Entry]]:
    codes = [one.firm.code for one in company.customers if one.firm.case is case]
    return [company.of(code) for code in codes]


def late(entry: Entry) -> int:
    return (START - entry.due_on).days if entry.due_on else 0


def test_same_day_and_seed_give_the_same_books(company):
    assert sample_company(START) == company
    assert sample_company(START, seed=2) != company
    assert sample_company(START + timedelta(days=1)) != company


def test_there_are_sixty_customers_four_suppliers_and_six_hundred_entries(company):
    sides = [one.row[8] for one in company.customers]
    assert (sides.count("customer"), sides.count("supplier")) == (60, 4)
    assert len(company.entries) == 600
    languages = {one.firm.language for one in company.customers}
    assert languages == {"fr", "en"}


def test_codes_and_pieces_are_unique_and_every_domain_is_a_made_up_one(company):
    codes = [one.firm.code for one in company.customers]
    assert len(set(codes)) == len(codes)
    pieces = [entry.piece for entry in company.entries]
    assert len(set(pieces)) == len(pieces)
    addresses = [mail for one in company.customers for mail in one.emails]
    assert len(set(addresses)) == len(addresses)
    assert all(mail.endswith(".example") for mail in addresses)


def test_acme_has_three_overdue_invoices_of_known_amounts(company):
    overdue = [entry for entry in company.of("ACME") if late(entry) > 0]
    assert [(one.piece, one.amount_minor) for one in overdue] == [
        ("F-2026-0412", 481260),
        ("F-2026-0427", 125000),
        ("F-2026-0431", 98040),
    ]
    assert company.customer("ACME").emails == ("compta@acme-industries.example",)


def test_two_pairs_of_harbours_invoices_have_the_same_sum(company):
    overdue = [entry.amount_minor for entry in company.of("HARBOUR") if late(entry) > 0]
    assert overdue == [184000, 231550, 290000, 125550]
    assert sum(overdue[:2]) == sum(overdue[2:])


@pytest.mark.parametrize(
    ("case", "low", "high"),
    [
        (Case.NOT_DUE, -58, -6),
        (Case.COURTESY, -3, -3),
        (Case.FIRST, 5, 14),
        (Case.SECOND, 15, 29),
        (Case.FIRM, 30, 44),
        (Case.FORMAL, 45, 80),
    ],
)
def test_every_dunning_level_has_accounts(company, case, low, high):
    accounts = firms_of(company, case)
    assert len(accounts) >= 5
    for entries in accounts:
        assert low <= max(late(entry) for entry in entries) <= high


def test_payments_fit_one_invoice_a_run_two_or_miss_by_a_fee(company):
    def paid(entries: list[Entry]) -> int:
        return next(one.amount_minor for one in entries if one.kind == "payment")

    def owed(entries: list[Entry]) -> list[int]:
        dues = sorted(
            (e for e in entries if e.kind == "invoice"), key=lambda e: e.due_on
        )
        return [one.amount_minor for one in dues]

    for entries in firms_of(company, Case.EXACT):
        assert owed(entries).count(paid(entries)) == 1
    for entries in firms_of(company, Case.RUN):
        assert sum(owed(entries)[:3]) == paid(entries)
    for entries in firms_of(company, Case.AMBIGUOUS):
        assert owed(entries).count(paid(entries)) == 2
    for entries in firms_of(company, Case.BANK_FEE):
        assert owed(entries)[0] - paid(entries) == 1500


def test_credits_small_balances_currencies_and_missing_addresses_occur(company):
    for entries in firms_of(company, Case.COVERED):
        overdue = sum(one.amount_minor for one in entries if late(one) > 0)
        assert sum(one.amount_minor for one in entries if not one.debit) > overdue
    for entries in firms_of(company, Case.SMALL):
        assert sum(one.amount_minor for one in entries) == 465
    assert any(one.kind == "credit_note" for one in company.entries)
    assert {one.currency for one in company.entries} == {"EUR", "GBP", "USD"}
    assert sum(1 for one in company.customers if not one.emails) == 2
    assert sum(1 for one in company.customers if len(one.emails) == 2) >= 3
    (large,) = firms_of(company, Case.LARGE)
    assert max(one.amount_minor for one in large) == 6248000


def test_suppliers_are_owed_on_the_credit_side(company):
    for entries in firms_of(company, Case.SUPPLIER):
        assert {(one.kind, one.debit) for one in entries} == {
            ("invoice", False),
            ("payment", True),
        }


def test_files_are_written_in_the_import_format(company, tmp_path: Path):
    customers, entries = company.write(tmp_path)

    with customers.open(encoding="utf-8", newline="") as file:
        first = next(csv.DictReader(file))
    assert first == {
        "account": "ACME",
        "name": "ACME Industries",
        "email": "compta@acme-industries.example",
        "language": "fr",
        "terms": "30 jours",
        "siren": "000000018",
        "vat": "FR66000000018",
        "iban": first["iban"],
        "side": "customer",
        "currency": "EUR",
    }
    with entries.open(encoding="utf-8", newline="") as file:
        rows = {row["piece"]: row for row in csv.DictReader(file)}
    assert rows["F-2026-0412"] == {
        "account": "ACME",
        "kind": "invoice",
        "piece": "F-2026-0412",
        "date": "2026-09-19",
        "due_date": "2026-10-19",
        "debit": "4812.60",
        "credit": "",
        "currency": "EUR",
        "label": "Facture ACME Industries",
    }
    payment = next(row for row in rows.values() if row["kind"] == "payment")
    assert (payment["due_date"], payment["debit"] == "") == (
        "",
        payment["credit"] != "",
    )
    assert ";" not in entries.read_text(encoding="utf-8")


def test_french_ibans_pass_their_checksums(company):
    for one in company.customers:
        moved = one.iban[4:] + one.iban[:4]
        assert int("".join(str(int(sign, 36)) for sign in moved)) % 97 == 1


def test_no_entry_is_dated_after_the_books_open_and_none_is_due_before_its_date(
    company,
):
    by_kind = defaultdict(int)
    for entry in company.entries:
        by_kind[entry.kind] += 1
        assert entry.dated_on <= START
        assert entry.due_on is None or (entry.due_on - entry.dated_on).days == 30
    assert by_kind["invoice"] > 550
