"""Names as they are compared."""

from __future__ import annotations

import re
import unicodedata

_NOT_ALNUM = re.compile(r"[^A-Z0-9]+")


def name_key(name: str) -> str:
    """Return `name` as names are compared: no accents, capitals, single spaces.

    Example:
        >>> name_key("Société  Générale-Béton")
        'SOCIETE GENERALE BETON'
    """
    plain = name
    if not name.isascii():
        plain = unicodedata.normalize("NFKD", name)
        plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return _NOT_ALNUM.sub(" ", plain.upper()).strip()
