"""One wording in both languages of the house, and how French is typeset."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

Both = tuple[str, str]  # in English, and the same in French

_BEFORE = re.compile(r" (?=[;!?])")
_AROUND = re.compile(r" (?=[:»])|(?<=«) ")
_NARROW_NBSP = "\u202f"
_NBSP = "\u00a0"
_LIKE = 0.6  # of difflib's ratio: two letters wrong in six still count


@lru_cache(maxsize=1024)
def typeset(french: str) -> str:
    r"""Return French wording with the no-break spaces its punctuation asks for.

    Source:
        Lexique des règles typographiques en usage à l'Imprimerie nationale.

    Example:
        >>> typeset("« Reste : deux ? »")
        '«\xa0Reste\xa0: deux\u202f?\xa0»'
    """
    return _AROUND.sub(_NBSP, _BEFORE.sub(_NARROW_NBSP, french))


def either(both: Both, language: str) -> str:
    r"""Return the French of both wordings, typeset, for "fr"; else the English.

    Example:
        >>> either(("Why?", "Pourquoi ?"), "fr"), either(("Why?", "Pourquoi ?"), "en")
        ('Pourquoi\u202f?', 'Why?')
    """
    return typeset(both[1]) if language == "fr" else both[0]


def nearest(word: str, known: Iterable[str]) -> str:
    """Return which of the known words a misspelt one most likely is, "" for none.

    Example:
        >>> nearest("balanse", ["aging", "balance"]), nearest("fly", ["aging"])
        ('balance', '')
    """
    from difflib import get_close_matches

    found = get_close_matches(word, list(known), n=1, cutoff=_LIKE)
    return found[0] if found else ""
