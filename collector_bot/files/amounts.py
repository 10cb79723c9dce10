"""Written amounts: which sign is the decimal mark, and how much is meant."""

from __future__ import annotations

import re
from collections.abc import Iterable

from collector_bot.core.errors import MoneyError
from collector_bot.core.money import exponent

# Fifteen digits of minor units: sums over millions of rows still fit 64 bits.
DIGITS_MAX = 15
_TEXT_MAX = 60
_SPACES = dict.fromkeys(map(ord, "\t\u00a0\u202f\u2009\u2007\u2002\u2003"), " ")
_MINUSES = dict.fromkeys(map(ord, "\u2212\u2010\u2011\u2012\u2013"), "-")
_APOSTROPHES = {ord("\u2019"): "'"}
_ODD = _SPACES | _MINUSES | _APOSTROPHES
_SYMBOLS = {"€": "EUR", "£": "GBP", "$": "USD"}

_SCIENTIFIC = re.compile(
    r"([+-]?)([0-9]{1,15})(?:[.,]([0-9]{1,15}))?[eE]([+-]?[0-9]{1,2})"
)
_BODY = re.compile(r"[0-9 '.,]*[0-9][0-9 '.,]*")
_MONEY_SIGN = re.compile(r"(?P<before>[€£$]|[A-Za-z]{3})? ?(?P<body>[^€£$A-Za-z]*?)"
                         r" ?(?P<after>[€£$]|[A-Za-z]{3})?")  # fmt: skip
_GROUPED = re.compile(r"[0-9]{1,3}(?P<by>[ '.,])[0-9]{3}(?:(?P=by)[0-9]{3})*")
_GROUP = 3


def proven_mark(text: str) -> str:
    """Return the decimal mark (`,` or `.`) that one written amount proves, or "".

    Example:
        >>> [proven_mark(t) for t in ("12,50", "1.234.567", "1,234.56", "1,234", "9")]
        [',', ',', '.', '', '']
    """
    body = text.translate(_ODD).strip(" -+()€£$")
    if len(body) > _TEXT_MAX or not _BODY.fullmatch(body):
        return ""
    marks = [c for c in body if c in ",."]
    if not marks:
        return ""
    last = marks[-1]
    if len(set(marks)) > 1:
        well_formed = _GROUPED.fullmatch(body.partition(last)[0])
        return last if marks.count(last) == 1 and well_formed else ""
    if len(marks) > 1:
        return _other(last) if _GROUPED.fullmatch(body) else ""
    return last if _is_decimal_by_itself(body, last) else ""


def decide_mark(amounts: Iterable[str]) -> tuple[str, bool]:
    """Return the decimal mark a sample of amounts agrees on, and whether two are used.

    The mark is "" when nothing proves one, or when both occur.
    """
    proven = {proven_mark(text) for text in amounts} - {""}
    if len(proven) == 1:
        return proven.pop(), False
    return "", len(proven) > 1


def read_minor(text: str, *, mark: str, currency: str) -> int:
    """Return a written amount in minor units of `currency`; blank is zero.

    Signs stand before or after, or as brackets; thousands are parted by any space, an
    apostrophe, or the mark that is not the decimal one.

    Args:
        text: the cell.
        mark: the file's decimal mark, or "" when not known; then an amount that proves
            its own mark is read and one like 1,234 is refused.
        currency: ISO 4217 code; a sign or code in the cell must agree with it.

    Raises:
        MoneyError: no amount, not certain, more decimals than the currency has, or
            more than 15 digits. Its sentence has no full stop.

    Example:
        >>> read_minor("1 234,5-", mark=",", currency="EUR")
        -123450
        >>> read_minor("1,234", mark=".", currency="EUR")
        123400
    """
    cell = text.translate(_ODD).strip()
    if not cell:
        return 0
    if len(cell) > _TEXT_MAX:
        raise _not_an_amount(text)
    cell, before = _unsigned(cell)
    body, after = _unsigned(_without_currency(cell, text, currency))
    if (before and after) or not _BODY.fullmatch(body):
        raise _not_an_amount(text)
    digits = exponent(currency)
    whole, part = _parted(body, text, mark=mark or _own_mark(body, text, digits))
    part = part.rstrip("0").ljust(digits, "0")
    if len(part) > digits:
        raise _too_many_decimals(text, currency)
    joined = (whole + part).lstrip("0") or "0"
    if len(joined) > DIGITS_MAX:
        raise _too_large(text)
    return -int(joined) if "-" in (before, after) else int(joined)


def read_scientific(text: str, currency: str) -> int | None:
    """Return an amount in scientific notation in minor units; None when it is not.

    Either mark is the decimal one.

    Raises:
        MoneyError: more decimals than the currency has, or more than 15 digits.

    Example:
        >>> read_scientific("1,5E3", "EUR"), read_scientific("1500", "EUR")
        (150000, None)
    """
    match = _SCIENTIFIC.fullmatch(text)
    if match is None:
        return None
    part = match[3] or ""
    shift = int(match[4]) + exponent(currency) - len(part)
    digits = match[2] + part
    kept = digits.rstrip("0") if shift < 0 else digits
    shift += len(digits) - len(kept)
    if shift < 0 and kept:
        raise _too_many_decimals(text, currency)
    joined = (kept + "0" * shift).lstrip("0") or "0"
    if len(joined) > DIGITS_MAX:
        raise _too_large(text)
    return -int(joined) if match[1] == "-" else int(joined)


def _other(mark: str) -> str:
    return "." if mark == "," else ","


def _is_decimal_by_itself(body: str, mark: str) -> bool:
    """Whether the one `mark` in `body` cannot part thousands."""
    whole, _, part = body.partition(mark)
    return not (
        len(part) == _GROUP and whole.isdecimal() and len(whole) <= _GROUP
    ) or whole.startswith("0")


def _without_currency(cell: str, text: str, currency: str) -> str:
    """Return `cell` without the currency it repeats; another one is refused."""
    match = _MONEY_SIGN.fullmatch(cell)
    if match is None or not match["body"]:
        raise _not_an_amount(text)
    for sign in (match["before"], match["after"]):
        if sign and _SYMBOLS.get(sign, sign.upper()) != currency:
            said = (
                f"“{text[:40]}” is not an amount in {currency}",
                f"« {text[:40]} » n’est pas un montant en {currency}",
            )
            raise MoneyError(*said)
    return match["body"]


def _unsigned(body: str) -> tuple[str, str]:
    """Return `body` without its sign, and that sign: brackets are a minus."""
    if body.startswith("(") and body.endswith(")"):
        return body[1:-1].strip(), "-"
    if body[:1] in {"-", "+"}:
        return body[1:].strip(), body[0]
    if body[-1:] in {"-", "+"}:
        return body[:-1].strip(), body[-1]
    return body, ""


def _own_mark(body: str, text: str, digits: int) -> str:
    """Return the decimal mark an amount proves in a file that proves none."""
    if "," not in body and "." not in body:
        return "."
    if mark := proven_mark(body):
        return mark
    if digits == 0 and (match := _GROUPED.fullmatch(body)):
        return _other(match["by"])
    said = (
        f"“{text[:40]}” may mean thousands or decimals, and nothing in the file tells",
        f"« {text[:40]} » peut se lire en milliers ou en décimales, et rien dans le"
        " fichier ne tranche",
    )
    raise MoneyError(*said)


def _parted(body: str, text: str, *, mark: str) -> tuple[str, str]:
    """Return the digits before and after the decimal mark; groups must be of three."""
    whole, found, part = body.partition(mark)
    grouped = _GROUPED.fullmatch(whole)
    plain = not whole or whole.isdecimal()
    if not (plain or grouped) or (found and part and not part.isdecimal()):
        said = (
            f"“{text[:40]}” is not an amount with “{mark}” for decimals",
            f"« {text[:40]} » n’est pas un montant à décimales après « {mark} »",
        )
        raise MoneyError(*said)
    return "".join(c for c in whole if c.isdecimal()), part


def _not_an_amount(text: str) -> MoneyError:
    said = (f"“{text[:40]}” is not an amount", f"« {text[:40]} » n’est pas un montant")
    return MoneyError(*said)


def _too_many_decimals(text: str, currency: str) -> MoneyError:
    digits = exponent(currency)
    said = (
        f"“{text[:40]}” has more decimals than {currency}, which has {digits}",
        f"« {text[:40]} » a plus de décimales que {currency}, qui en a {digits}",
    )
    return MoneyError(*said)


def _too_large(text: str) -> MoneyError:
    said = (
        f"“{text[:40]}” is too large for an amount",
        f"« {text[:40]} » est trop grand pour un montant",
    )
    return MoneyError(*said)
