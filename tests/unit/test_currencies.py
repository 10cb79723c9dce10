"""Which three letters are a currency somebody may owe in."""

from itertools import product
from string import ascii_uppercase

import pytest

from collector_bot.core.errors import MoneyError
from collector_bot.core.money import checked_currency, exponent, is_currency

ALL = ["".join(letters) for letters in product(ascii_uppercase, repeat=3)]


@pytest.mark.parametrize(
    "code",
    ["EUR", "USD", "GBP", "CHF", "JPY", "XOF", "XAF", "XPF", "TND", "MAD", "XCG", "ZWG",
     "HRK", "BGN"],
)  # fmt: skip
def test_currencies_of_today_and_of_the_last_years_are_taken(code):
    assert checked_currency(code) == code


def test_every_currency_of_unusual_decimals_is_one():
    assert all(is_currency(code) for code in ALL if exponent(code) != 2)


@pytest.mark.parametrize("code", ["XYZ", "XTS", "XAU", "FRF", "eur", "EURO", ""])
def test_other_letters_are_refused_in_both_languages(code):
    with pytest.raises(MoneyError) as refused:
        checked_currency(code)
    assert f"“{code}” is not a currency" in str(refused.value)
    assert "n’est pas une devise" in refused.value.written("fr")
