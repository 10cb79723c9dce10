"""Money: whole minor units in one currency, and the two ways people write it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Self

from collector_bot.core.errors import MoneyError

NARROW_NBSP = "\u202f"
NBSP = "\u00a0"

# Digits after the decimal mark where they are not two.
# Source: ISO 4217 list one, amendment 177 (2024); CLF and UYW are fund codes.
_EXPONENTS = {
    **dict.fromkeys(
        "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF".split(),
        0,
    ),
    **dict.fromkeys("BHD IQD JOD KWD LYD OMR TND".split(), 3),
    **dict.fromkeys("CLF UYW".split(), 4),
}
_SYMBOLS = {"EUR": "€", "USD": "$", "GBP": "£", "JPY": "¥", "CHF": "CHF"}
_CURRENCY = re.compile(r"[A-Z]{3}")
_PLAIN = re.compile(r"(-?)(\d+)(?:\.(\d+))?")


def exponent(currency: str) -> int:
    """Return how many digits the minor unit of `currency` has: 0, 2, 3 or 4."""
    return _EXPONENTS.get(currency, 2)


def checked_currency(code: str) -> str:
    """Return `code` when it has the shape of an ISO 4217 code.

    Raises:
        MoneyError: it is not three capital letters.
    """
    if not _CURRENCY.fullmatch(code):
        raise MoneyError(
            f"“{code}” is not a currency; expected three capitals such as EUR.",
            f"« {code} » n’est pas une devise ; écrivez trois capitales, comme EUR.",
        )
    return code


@dataclass(frozen=True, slots=True, order=False)
class Money:
    """An exact amount: `minor` whole minor units (may be negative) of `currency`."""

    minor: int
    currency: str

    @classmethod
    def of(cls, text: str, currency: str) -> Self:
        """Read a plain decimal string with a point, as JSON and our contracts have it.

        Raises:
            MoneyError: not such a number, or more decimals than the currency has.

        Example:
            >>> Money.of("1000.5", "EUR").minor
            100050
        """
        match = _PLAIN.fullmatch(text)
        digits = exponent(checked_currency(currency))
        if match is None:
            raise MoneyError(
                f"“{text}” is not an amount; expected digits and a point, as 12.50.",
                f"« {text} » n’est pas un montant ; écrivez des chiffres et un point, "
                "comme 12.50.",
            )
        sign, whole, part = match.group(1), match.group(2), match.group(3) or ""
        if len(part.rstrip("0")) > digits:
            raise MoneyError(
                f"“{text}” has more decimals than {currency}, which has {digits}.",
                f"« {text} » a plus de décimales que {currency}, qui en a {digits}.",
            )
        minor = int(whole + part[:digits].ljust(digits, "0"))
        return cls(-minor if sign else minor, currency)

    def __add__(self, other: Money) -> Money:
        return Money(self.minor + self._same(other).minor, self.currency)

    def __sub__(self, other: Money) -> Money:
        return Money(self.minor - self._same(other).minor, self.currency)

    def __neg__(self) -> Money:
        return Money(-self.minor, self.currency)

    def __lt__(self, other: Money) -> bool:
        return self.minor < self._same(other).minor

    def __le__(self, other: Money) -> bool:
        return self.minor <= self._same(other).minor

    def _same(self, other: Money) -> Money:
        if other.currency != self.currency:
            msg = f"{self.currency} and {other.currency} are never added or compared"
            raise ValueError(msg)
        return other

    @property
    def decimal(self) -> str:
        """The plain decimal string of our JSON contracts, as `-12.50`.

        Example:
            >>> Money(-5, "EUR").decimal, Money(500, "JPY").decimal
            ('-0.05', '500')
        """
        digits = exponent(self.currency)
        body = str(abs(self.minor)).rjust(digits + 1, "0")
        text = f"{body[:-digits]}.{body[-digits:]}" if digits else body
        return f"-{text}" if self.minor < 0 else text

    def __str__(self) -> str:
        return f"{self.decimal} {self.currency}"

    def written(self, language: str) -> str:
        r"""Return the amount as a reader of `language` ("fr", else English) expects it.

        French groups by narrow no-break spaces and puts the symbol last after a
        no-break space; English groups by commas and puts the symbol first.

        Source:
            Lexique des règles typographiques en usage à l'Imprimerie nationale.

        Example:
            >>> Money(123456, "EUR").written("fr")
            '1\u202f234,56\xa0€'
            >>> Money(-123456, "EUR").written("en"), Money(10, "TND").written("en")
            ('-€1,234.56', 'TND\xa00.010')
        """
        whole, _, part = Money(abs(self.minor), self.currency).decimal.partition(".")
        grouped = f"{int(whole):,}"
        sign = "-" if self.minor < 0 else ""
        symbol = _SYMBOLS.get(self.currency, self.currency)
        if language == "fr":
            number = grouped.replace(",", NARROW_NBSP) + ("," + part if part else "")
            return f"{sign}{number}{NBSP}{symbol}"
        number = grouped + ("." + part if part else "")
        space = NBSP if symbol.isalpha() else ""
        return f"{sign}{symbol}{space}{number}"
