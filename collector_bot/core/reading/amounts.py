"""Amounts as people write them: every notation of digits, thousands and currencies."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from collector_bot.core.money import Money, exponent

_MENTIONS_MAX = 200
_DIGITS_MAX = 13
_WORDS = {
    "un": 1, "une": 1, "one": 1, "a": 1, "deux": 2, "two": 2, "trois": 3, "three": 3,
    "quatre": 4, "four": 4, "cinq": 5, "five": 5, "six": 6, "sept": 7, "seven": 7,
    "huit": 8, "eight": 8, "neuf": 9, "nine": 9, "dix": 10, "ten": 10, "onze": 11,
    "eleven": 11, "douze": 12, "twelve": 12, "treize": 13, "quatorze": 14,
    "quinze": 15, "fifteen": 15, "seize": 16, "vingt": 20, "twenty": 20, "trente": 30,
    "thirty": 30, "quarante": 40, "forty": 40, "cinquante": 50, "fifty": 50,
    "soixante": 60, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_SCALES = {
    "cent": 100, "cents": 100, "hundred": 100, "mille": 1000, "thousand": 1000,
    "grand": 1000,
}  # fmt: skip
_WORD = "|".join(sorted({*_WORDS, *_SCALES}, key=len, reverse=True))
_IN_WORDS = re.compile(
    rf"(?<!\w)(?P<words>(?:{_WORD})(?:(?:[ -](?:et |and )?)(?:{_WORD})){{0,9}})[ -]"
    r"(?:d')?(?P<sign>euros?|eur|pounds?|dollars?|gbp|usd|€|£)(?!\w)"
)
_SIGNS = {
    "€": "EUR", "eur": "EUR", "euro": "EUR", "euros": "EUR", "£": "GBP", "gbp": "GBP",
    "$": "USD", "us$": "USD", "usd": "USD", "dollars": "USD", "chf": "CHF",
    "fr.": "CHF", "sek": "SEK", "kr": "SEK", "dkk": "DKK", "nok": "NOK", "pln": "PLN",
    "czk": "CZK", "cad": "CAD", "jpy": "JPY", "¥": "JPY", "tnd": "TND", "mad": "MAD",
    "xof": "XOF", "pounds": "GBP", "quid": "GBP", "aud": "AUD",
}  # fmt: skip
_CURRENCY = "|".join(sorted(map(re.escape, _SIGNS), key=len, reverse=True))
_NUMBER = (
    r"\d{1,3}(?:[ ']\d{3})+(?:[.,]\d{1,3})?"
    r"|\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?"
    r"|\d{1,3}(?:,\d{3})+(?:\.\d{1,3})?"
    r"|\d{1,11}(?:[.,]\d{1,3})?"
)
_SCAN = re.compile(
    rf"(?<![\w.,/-])(?P<open>\()?(?P<minus>-(?!\s))?(?:(?P<before>{_CURRENCY})\s?"
    rf"(?P<minus2>-\s?)?)?(?P<number>{_NUMBER})(?P<dash>,-{{1,2}})?"
    rf"(?:\s?(?P<kilo>k|m)(?=\s?(?:{_CURRENCY})|\b(?!\w)))?"
    rf"(?P<after_minus>-(?=[\s)]|$))?"
    rf"(?:\s?(?P<after>{_CURRENCY})(?![a-z])|(?<=\d\d\d)\s?(?P<euro>e|eu|balles)(?![\w']))?"
    rf"(?:(?<=[€£$])(?P<cents>\d\d)(?!\d))?"
    rf"(?P<trailing>\s?-(?=\s*$|\s*\)))?(?P<close>\))?(?![\w/])(?![.,]\d)"
)


@dataclass(frozen=True, slots=True)
class AmountMention:
    """A written amount.

    Attributes:
        start: first position in the text searched.
        end: position after the last.
        money: the amount; in `fallback` currency where none is written.
        sure: a currency, a `k` or two decimals are written; else a bare number.
        currency_written: a currency sign or code stands with it.
    """

    start: int
    end: int
    money: Money
    sure: bool
    currency_written: bool


def find_amounts(
    folded: str, fallback: str, *, taken: Sequence[tuple[int, int]] = ()
) -> tuple[AmountMention, ...]:
    """Find amounts in folded text, left to right.

    Args:
        folded: the text as `text.fold` returns it.
        fallback: currency of amounts written without one.
        taken: spans that are dates or references, never looked into.

    Returns:
        At most 200 mentions, bare whole numbers included (not `sure`).
    """
    found: list[AmountMention] = []
    masked = _masked(folded, taken)
    for match in _SCAN.finditer(masked):
        mention = _mention(match, fallback)
        if mention is not None:
            found.append(mention)
        if len(found) >= _MENTIONS_MAX:
            break
    found += _in_words(masked)
    return tuple(sorted(found, key=lambda mention: mention.start))


def _in_words(text: str) -> list[AmountMention]:
    """Amounts written out: “mille deux cents euros”, “two thousand pounds”."""
    found = []
    for match in _IN_WORDS.finditer(text):
        total, part = 0, 0
        for word in re.split(r"[ -]+", match["words"]):
            scale = _SCALES.get(word)
            if scale == 1000:  # noqa: PLR2004
                total, part = (total + max(part, 1)) * 1000, 0
            elif scale:
                part = max(part, 1) * scale
            else:
                part += _WORDS.get(word, 0)
        sign = match["sign"]
        currency = _SIGNS.get(sign) or _SIGNS[f"{sign}s"]
        minor = (total + part) * 10 ** exponent(currency)
        money = Money(minor, currency)
        if minor >= 100:  # noqa: PLR2004
            found.append(
                AmountMention(
                    start=match.start(),
                    end=match.end(),
                    money=money,
                    sure=True,
                    currency_written=True,
                )
            )
    return found[:_MENTIONS_MAX]


def _masked(folded: str, taken: Sequence[tuple[int, int]]) -> str:
    for start, end in taken:
        folded = folded[:start] + "|" * (end - start) + folded[end:]
    return folded


def _mention(match: re.Match[str], fallback: str) -> AmountMention | None:
    sign = match["before"] or match["after"] or (match["euro"] and "€")
    currency = _SIGNS[sign] if sign else fallback
    number = match["number"] + (f",{match['cents']}" if match["cents"] else "")
    minor = _minor(number, currency, kilo=match["kilo"] or "")
    if minor is None:
        return None
    negative = match["minus"] or match["minus2"] or match["after_minus"]
    bracketed = match["open"] and match["close"] and not sign and _decimals(number)
    start, end = match.span()
    if match["open"] and not bracketed:
        start += 1
    if match["close"] and not bracketed:
        end -= 1
    if negative or bracketed or match["trailing"]:
        minor = -minor
    return AmountMention(
        start=start,
        end=end,
        money=Money(minor, currency),
        sure=bool(sign or match["dash"] or match["kilo"] == "k" or _decimals(number)),
        currency_written=bool(sign),
    )


def _decimals(number: str) -> bool:
    return len(number) > 3 and number[-3] in ".,"  # noqa: PLR2004


def _minor(number: str, currency: str, *, kilo: str = "") -> int | None:
    """Minor units of a written number, or None when it cannot be one.

    The last mark followed by one or two digits parts the decimals; a single mark
    followed by three parts thousands, unless the currency has three decimals.
    """
    text = number.replace(" ", "").replace("'", "")
    whole, part = text, ""
    mark = max(text.rfind("."), text.rfind(","))
    if mark >= 0:
        tail = text[mark + 1 :]
        other = "," if text[mark] == "." else "."
        is_thousands = len(tail) == 3 and (  # noqa: PLR2004
            text.count(text[mark]) > 1 or other not in text
        )
        if is_thousands and exponent(currency) == 3 and text.count(text[mark]) == 1:  # noqa: PLR2004
            is_thousands = text[mark] == " "
        if kilo:
            is_thousands = False
        whole, part = (text, "") if is_thousands else (text[:mark], tail)
    whole = whole.replace(".", "").replace(",", "")
    digits = exponent(currency)
    shift = {"k": 3, "m": 6}.get(kilo, 0)
    if not whole.isdigit() or len(whole) + shift > _DIGITS_MAX:
        return None
    if len(part.rstrip("0")) > digits + shift:
        return None
    scale = digits + shift
    return int(whole + part[:scale].ljust(scale, "0"))


def amount_of_cell(text: str, fallback: str) -> Money | None:
    """Return the amount one table cell holds, None when it is something else.

    Example:
        >>> str(amount_of_cell("8754,60", "EUR")), str(amount_of_cell("(12.50)", "GBP"))
        ('8754.60 EUR', '-12.50 GBP')
        >>> amount_of_cell("01/09/2026", "EUR") is None
        True
    """
    bare = " ".join(text.lower().split())
    mentions = find_amounts(bare, fallback)
    if len(mentions) != 1:
        return None
    mention = mentions[0]
    rest = (bare[: mention.start] + bare[mention.end :]).strip(" .:*()+")
    return mention.money if rest in {"", "ttc", "ht", "cr", "db", "dr", "-"} else None
