"""Document numbers in disguise: structured references, run together, a wrong year."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Final

_STRUCTURED = re.compile(r"RF(?P<check>\d\d)(?P<body>[A-Z0-9]{1,21})")
_MODULUS, _REMAINDER = 97, 1
_YEAR = re.compile(r"20[12]\d")
_BARE_MIN: Final = 5
_GLUED_MAX: Final = 400

# Letters that are written for digits; machines that read paper confuse more.
SLIPS: Final = str.maketrans("OILQ", "0110")
BANK_SLIPS: Final = str.maketrans("OILQSB", "011058")


def structured_body(key: str) -> str:
    """Return the reference inside a structured one, "" when it is none.

    Source:
        ISO 11649: "RF", two check digits by MOD 97-10 of ISO/IEC 7064, and up to 21
        letters and digits.

    Example:
        >>> structured_body("RF18539007547034"), structured_body("RF19539007547034")
        ('539007547034', '')
    """
    match = _STRUCTURED.fullmatch(key)
    if not match:
        return ""
    body = match["body"]
    digits = "".join(str(int(char, 36)) for char in f"{body}RF{match['check']}")
    return body if int(digits) % _MODULUS == _REMAINDER else ""


def bare_digits(key: str) -> str:
    """Return the digits at the end of a key that opens with letters alone.

    "" when they are too few to be a number of their own.

    Example:
        >>> bare_digits("FACT202600123"), bare_digits("F26A123"), bare_digits("INV12")
        ('202600123', '', '')
    """
    digits = key.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    if len(digits) < _BARE_MIN or digits == key or not digits.isdigit():
        return ""
    return digits.lstrip("0")


def without_year(key: str) -> str:
    """Return a key with its year left open, "" when it carries none.

    Example:
        >>> without_year("FA202600123"), without_year("F0041")
        ('FA20##00123', '')
    """
    found = _YEAR.search(key)
    if not found:
        return ""
    return f"{key[: found.start()]}20##{key[found.end() :]}"


def glued_keys(
    text: str, keys: Collection[str], lengths: Sequence[int]
) -> Iterator[tuple[int, int, str]]:
    """Yield where known keys stand in a text that parts no words: start, end, key.

    A key never begins or ends within a longer number, unless that number is nothing
    but keys of one length. The first 400 letters and digits are looked at.

    Args:
        text: as written.
        keys: what may be found, in comparable form.
        lengths: the lengths of `keys`, longest first.
    """
    places = [at for at, char in enumerate(text) if char.isalnum() and char.isascii()]
    places = places[:_GLUED_MAX]
    packed = "".join(text[at] for at in places).upper()
    at = 0
    while at < len(packed):
        for length in lengths:
            key = packed[at : at + length]
            if len(key) == length and key in keys and _parted(packed, at, length):
                yield places[at], places[at + length - 1] + 1, key
                at += length
                break
        else:
            at += 1


def _parted(packed: str, at: int, length: int) -> bool:
    """Whether what stands at a place is a number of its own."""
    start, end = at, at + length
    before = start > 0 and packed[start - 1].isdigit() and packed[start].isdigit()
    after = end < len(packed) and packed[end].isdigit() and packed[end - 1].isdigit()
    if not before and not after:
        return True
    if not packed[start:end].isdigit():
        return False
    while start > 0 and packed[start - 1].isdigit():
        start -= 1
    while end < len(packed) and packed[end].isdigit():
        end += 1
    return (end - start) % length == 0 and (at - start) % length == 0
