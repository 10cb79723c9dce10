"""Which account is meant by what a person typed?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from rapidfuzz import fuzz, process
from sqlalchemy import Connection

from collector_bot.core.ledger import Account, AccountId
from collector_bot.store import accounts, lookup
from collector_bot.store.accounts import name_key

NEAREST = 3
_WORDS_MAX = 6
_NEAR_WORD = 60  # out of 100: two of five letters may differ
_NEAR_NAME = 55
_WORDS_TRIED = 25
_COMMON = 2000  # a word so many accounts share says nothing about which
_CANDIDATES = 200


@dataclass(slots=True)
class Names:
    """The words of all names, kept between questions and read again when they change.

    A misspelt word is compared with the words there are, not with every name, so an
    answer among 100 000 accounts takes milliseconds.
    """

    _mark: tuple[int, int, int] = (-1, 0, 0)
    _words: dict[str, list[int]] = field(default_factory=dict)
    _spelt: tuple[list[str], list[str]] = field(default_factory=lambda: ([], []))
    _keys: dict[int, list[str]] = field(default_factory=dict)

    def nearest(self, connection: Connection, words: str) -> list[AccountId]:
        """Return the three accounts called most like `words`; fewer when none is."""
        self._refresh(connection)
        key = name_key(words)
        scores: dict[int, float] = {}
        for account_id in self._candidates(key):
            names = self._keys[account_id]
            score = max(fuzz.WRatio(key, name) for name in names)
            if score >= _NEAR_NAME:
                scores[account_id] = score
        ranked = sorted(scores, key=lambda one: (-scores[one], one))
        return [AccountId(one) for one in ranked[:NEAREST]]

    def _refresh(self, connection: Connection) -> None:
        mark = lookup.mark(connection)
        if mark == self._mark:
            return
        words: dict[str, list[int]] = {}
        keys: dict[int, list[str]] = {}
        for account_id, key in lookup.names(connection):
            keys.setdefault(account_id, []).append(key)
            for word in key.split():
                words.setdefault(word, []).append(account_id)
        numbered = [word for word in words if _has_digit(word)]
        letters = [word for word in words if not _has_digit(word)]
        self._words, self._keys, self._mark = words, keys, mark
        self._spelt = (letters, numbered)

    def _candidates(self, key: str) -> Iterable[int]:
        found: dict[int, float] = {}
        for word in key.split()[:_WORDS_MAX]:
            near = process.extract(
                word,
                self._spelt[_has_digit(word)],
                scorer=fuzz.ratio,
                score_cutoff=_NEAR_WORD,
                limit=_WORDS_TRIED,
            )
            for known, score, _ in near:
                sharing = self._words[known]
                if len(sharing) <= _COMMON:
                    for account_id in sharing:
                        found[account_id] = found.get(account_id, 0) + score
        ranked = sorted(found, key=lambda one: (-found[one], one))
        return ranked[:_CANDIDATES]


def _has_digit(word: str) -> bool:
    return not word.isalpha()


def find_account(
    connection: Connection, words: str, *, names: Names | None = None
) -> Account | tuple[Account, ...]:
    """Return the account meant by `words`, or the nearest three to choose from.

    In order: the very code or the very name; the one account whose code or name
    contains the words; else those that contain them; else those spelt alike. Nothing
    is guessed: unless one account alone fits, the person chooses.

    Args:
        words: a code, a name, a part of one, or something misspelt.
        names: kept by who asks often; None reads all names for this question.

    Returns:
        One account, or at most three; none at all when nothing is like it.
    """
    exact = lookup.exact(connection, words)
    if exact is not None:
        return exact
    ids = lookup.containing(connection, words, limit=NEAREST)
    if len(ids) == 1:
        return accounts.by_id(connection, ids[0])
    if not ids:
        ids = (names or Names()).nearest(connection, words)
    return tuple(accounts.by_id(connection, one) for one in ids)
