"""Amounts in every notation, and what is none."""

from __future__ import annotations

import pytest

from collector_bot.core.reading.amounts import amount_of_cell, find_amounts
from collector_bot.core.reading.text import fold, normalise

SURE = [
    ("1 234,56 €", "1234.56 EUR"),
    ("1\u202f234,56\u00a0€", "1234.56 EUR"),
    ("€1,234.56", "1234.56 EUR"),
    ("EUR 1.234,56", "1234.56 EUR"),
    ("9.840,00 EUR", "9840.00 EUR"),
    ("1200€", "1200.00 EUR"),
    ("1 200 euros", "1200.00 EUR"),
    ("1200€50", "1200.50 EUR"),
    ("12k€", "12000.00 EUR"),
    ("12 K€", "12000.00 EUR"),
    ("1,2 k€", "1200.00 EUR"),
    ("£450", "450.00 GBP"),
    ("£2k", "2000.00 GBP"),
    ("$3,000", "3000.00 USD"),
    ("CHF 1'200.50", "1200.50 CHF"),
    ("USD 18,350.00", "18350.00 USD"),
    ("-120,00", "-120.00 EUR"),
    ("−541,20 €", "-541.20 EUR"),
    ("(120,00)", "-120.00 EUR"),
    ("120,00-", "-120.00 EUR"),
    ("-€541.20", "-541.20 EUR"),
    ("EUR 500,-", "500.00 EUR"),
    ("1284.00", "1284.00 EUR"),
    ("1 234 567,89", "1234567.89 EUR"),
    ("TND 1.250", "1.250 TND"),
    ("1.200 €", "1200.00 EUR"),
    ("mille euros", "1000.00 EUR"),
    ("mille deux cents euros", "1200.00 EUR"),
    ("two thousand pounds", "2000.00 GBP"),
    ("five hundred euros", "500.00 EUR"),
    ("- 1 500 € le matin", "1500.00 EUR"),
]


@pytest.mark.parametrize(("text", "amount"), SURE)
def test_an_amount(text, amount):
    found = [m for m in find_amounts(fold(normalise(text)), "EUR") if m.sure]
    assert [str(m.money) for m in found] == [amount]


def test_a_number_before_an_amount_is_not_glued_to_it():
    found = find_amounts("1042 1 200,00", "EUR")
    assert [str(m.money) for m in found if m.sure] == ["1200.00 EUR"]


@pytest.mark.parametrize(
    "text", ["12", "1042", "12 %", "le 15", "30/11/2026", "26/1067"]
)
def test_a_bare_number_is_not_sure(text):
    assert [m for m in find_amounts(text, "EUR") if m.sure] == []


@pytest.mark.parametrize(
    ("cell", "amount"),
    [
        ("8754,60", "8754.60 EUR"),
        ("5.064,00", "5064.00 EUR"),
        ("506,40-", "-506.40 EUR"),
        ("1 284,00 €", "1284.00 EUR"),
        ("01/09/2026", None),
        ("FA2600105", None),
        ("", None),
        ("12 et 13", None),
    ],
)
def test_a_cell(cell, amount):
    found = amount_of_cell(cell, "EUR")
    assert (str(found) if found else None) == amount
