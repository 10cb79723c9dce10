"""Plain text made comparable: one kind of space, one kind of quote, no accents."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_SPACES = dict.fromkeys(
    map(
        ord, "\u00a0\u202f\u2007\u2009\u2002\u2003\u2004\u2005\u2006\u2008\u200a\u3000"
    ),
    " ",
)
_DROPPED = dict.fromkeys(
    map(ord, "\u200b\u200c\u200d\ufeff\u2060\u00ad\u200e\u200f\u061c"), None
)
_BIDI = dict.fromkeys(
    [*range(0x202A, 0x202F), *range(0x2066, 0x206A)],
    None,
)
_QUOTES = {
    0x2018: "'",
    0x2019: "'",
    0x201B: "'",
    0x02BC: "'",
    0x00B4: "'",
    0x0060: "'",
    0x2032: "'",
    0x201C: '"',
    0x201D: '"',
    0x201E: '"',
    0x00AB: '"',
    0x00BB: '"',
    0x2010: "-",
    0x2011: "-",
    0x2012: "-",
    0x2212: "-",
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0x2026: "...",
}
_TABLE = {**_SPACES, **_DROPPED, **_BIDI, **_QUOTES}
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\x80-\x9f]")
# Dots that lead the eye to a column.
_LEADERS = re.compile(r"\.{4,}|(?:[ ]\.){3,}|(?<=[ ])\.{2,3}(?=[ ]+[-(€£$]?\d)")
_SINGLE = {"œ": "o", "æ": "a", "ß": "s", "ø": "o", "ł": "l", "đ": "d"}
BIDI_CONTROLS = re.compile("[\u202a-\u202e\u2066-\u2069]")


def normalise(text: str) -> str:
    r"""Return `text` with LF ends, plain spaces and quotes, NFC, no controls.

    Example:
        >>> normalise("De\u00a0: l\u2019équipe\r\n")
        "De : l'équipe\n"
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = text.replace("\u2028", "\n").replace("\u2029", "\n").replace("\t", "  ")
    text = unicodedata.normalize("NFC", text).translate(_TABLE)
    return _LEADERS.sub("  ", _CONTROLS.sub("", text))


@lru_cache(maxsize=4096)
def _folded(char: str) -> str:
    low = char.lower()
    if len(low) != 1:
        return char
    low = _SINGLE.get(low, low)
    base = unicodedata.normalize("NFKD", low)
    base = "".join(c for c in base if not unicodedata.combining(c))
    return base if len(base) == 1 else low


def fold(text: str) -> str:
    """Return `text` lower-cased and without accents, position by position.

    The result always has the length of `text`, so a span found in one is the
    same words in the other.

    Example:
        >>> fold("Réglé à Noël")
        'regle a noel'
    """
    if text.isascii():
        return text.lower()
    return "".join(map(_folded, text))


def squeezed(text: str) -> str:
    """Return `text` on one line with single spaces."""
    return " ".join(text.split())
