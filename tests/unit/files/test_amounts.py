"""Written amounts, and what a file proves about its decimal mark."""

import pytest

from collector_bot.core.errors import MoneyError
from collector_bot.files.amounts import decide_mark, proven_mark, read_minor


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("12,50", ","),
        ("12.50", "."),
        ("1 234,5", ","),
        ("1234,567", ","),
        ("0,500", ","),
        (",50", ","),
        ("1.234,56", ","),
        ("1,234.56", "."),
        ("1.234.567", ","),
        ("1,234,567", "."),
        ("1 234,567", ","),
        ("-12,50", ","),
        ("12,50-", ","),
        ("(12.50)", "."),
        ("12,50 €", ","),
        ("1,234", ""),
        ("1.234", ""),
        ("1234", ""),
        ("1,23,4", ""),
        ("1,2.3,4", ""),
        ("1,2.3", ""),
        ("", ""),
        ("abc", ""),
        ("9" * 100_000 + "!", ""),
    ],
)
@pytest.mark.timeout(5)
def test_what_one_amount_proves(text, mark):
    assert proven_mark(text) == mark


def test_a_sample_decides_unless_it_contradicts_itself():
    assert decide_mark(["1,234", "10", "12,50"]) == (",", False)
    assert decide_mark(["1,234", "1,234.00"]) == (".", False)
    assert decide_mark(["1,234", "10"]) == ("", False)
    assert decide_mark(["12,50", "12.50"]) == ("", True)


@pytest.mark.parametrize(
    ("text", "mark", "currency", "minor"),
    [
        ("", ",", "EUR", 0),
        ("  ", ",", "EUR", 0),
        ("12", ",", "EUR", 1200),
        ("12,5", ",", "EUR", 1250),
        ("12,", ",", "EUR", 1200),
        (",5", ",", "EUR", 50),
        ("12,500", ",", "EUR", 1250),
        ("1,234", ".", "EUR", 123400),
        ("1.234", ",", "EUR", 123400),
        ("1.234.567,89", ",", "EUR", 123456789),
        ("1 234,56", ",", "EUR", 123456),
        ("1\u00a0234,56", ",", "EUR", 123456),
        ("1\u202f234\u202f567,8", ",", "EUR", 123456780),
        ("1'234.50", ".", "CHF", 123450),
        ("1’234.50", ".", "CHF", 123450),
        ("-12,50", ",", "EUR", -1250),
        ("\u221212,50", ",", "EUR", -1250),
        ("12,50-", ",", "EUR", -1250),
        ("+12,50", ",", "EUR", 1250),
        ("(12,50)", ",", "EUR", -1250),
        ("- 12,50", ",", "EUR", -1250),
        ("12,50 €", ",", "EUR", 1250),
        ("€12.50", ".", "EUR", 1250),
        ("-€12.50", ".", "EUR", -1250),
        ("12.50 eur", ".", "EUR", 1250),
        ("1,234", ",", "TND", 1234),
        ("500", "", "JPY", 500),
        ("1,234", "", "JPY", 1234),
        ("12,50", "", "EUR", 1250),
        ("1,234.50", "", "EUR", 123450),
        ("999999999999999", "", "JPY", 999999999999999),
    ],
)
def test_amounts(text, mark, currency, minor):
    assert read_minor(text, mark=mark, currency=currency) == minor


@pytest.mark.parametrize(
    ("text", "mark", "currency", "why"),
    [
        ("1,234", "", "EUR", "may mean thousands or decimals"),
        ("1.234", "", "TND", "may mean thousands or decimals"),
        ("1,234", ",", "EUR", "has more decimals than EUR, which has 2"),
        ("0.5", ".", "JPY", "has more decimals than JPY, which has 0"),
        ("12.50", ",", "EUR", "is not an amount with “,” for decimals"),
        ("1,23,4", ".", "EUR", "is not an amount with “.” for decimals"),
        ("1 23,45", ",", "EUR", "is not an amount with “,” for decimals"),
        ("12 USD", ",", "EUR", "is not an amount in EUR"),
        ("$12", ",", "EUR", "is not an amount in EUR"),
        ("abc", ",", "EUR", "is not an amount"),
        ("--12", ",", "EUR", "is not an amount"),
        ("1_000", ",", "EUR", "is not an amount"),
        ("１２", ",", "EUR", "is not an amount"),
        ("1e5", ",", "EUR", "is not an amount"),
        (".", ",", "EUR", "is not an amount"),
        ("99999999999999,99", ",", "EUR", "is too large for an amount"),
        ("9" * 100_000 + "!", ",", "EUR", "is not an amount"),
    ],
)
@pytest.mark.timeout(5)
def test_what_is_no_amount_is_said(text, mark, currency, why):
    with pytest.raises(MoneyError) as caught:
        read_minor(text, mark=mark, currency=currency)
    assert why in str(caught.value)
    assert len(str(caught.value)) < 150
