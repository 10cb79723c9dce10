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
# Source: ISO 4217 list one, amendment 179 (2025), without metals and test codes; then
# those list three withdrew since 2015, in which somebody may still owe.
_CURRENCIES = frozenset(
    """AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BOV BRL BSD
    BTN BWP BYN BZD CAD CDF CHE CHF CHW CLF CLP CNY COP COU CRC CUP CVE CZK DJF DKK DOP
    DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS
    INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL
    LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR
    NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP
    SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD USN
    UYI UYU UYW UZS VED VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG
    ANG BGN BYR CUC HRK MRO SLL STD VEF ZWL""".split()
)
_SYMBOLS = {"EUR": "€", "USD": "$", "GBP": "£", "JPY": "¥", "CHF": "CHF"}
_PLAIN = re.compile(r"(-?)(\d+)(?:\.(\d+))?")


def exponent(currency: str) -> int:
    """Return how many digits the minor unit of `currency` has: 0, 2, 3 or 4."""
    return _EXPONENTS.get(currency, 2)


def is_currency(code: str) -> bool:
    """Return whether `code` is the ISO 4217 code of a currency people owe in."""
    return code in _CURRENCIES


def checked_currency(code: str) -> str:
    """Return `code` when it is the ISO 4217 code of a currency.

    Raises:
        MoneyError: it is none.
    """
    if code not in _CURRENCIES:
        raise MoneyError(
            f"“{code[:40]}” is not a currency; expected an ISO 4217 code such as EUR.",
            f"« {code[:40]} » n’est pas une devise ; code ISO 4217 attendu, comme EUR.",
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
