"""Who paid: a bank line's account by what it carries, names and says."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from rapidfuzz import fuzz

from collector_bot.core.bank import BankLine
from collector_bot.core.ledger import AccountId
from collector_bot.core.references import (
    candidate_keys,
    digits_key,
    reference_key,
    weaker_keys,
)
from collector_bot.core.suggestion import Ground, Reason

# How much likelier a sign makes an account than chance, before it is shared out among
# the accounts that have it: our choice, judged by bench/lettering.py.
IBAN_WEIGHT: Final = 20_000.0
LEARNT_WEIGHT: Final = 5_000.0
FULL_REFERENCE_WEIGHT: Final = 5_000.0
DIGITS_WEIGHT: Final = 300.0
TAIL_WEIGHT: Final = 5.0
NAME_WEIGHT: Final = 3_000.0
NEAR_NAME_WEIGHT: Final = 200.0
AMOUNT_WEIGHT: Final = 30.0
# Nobody we know: its share against one account that nothing speaks for.
NOBODY: Final = 20.0

_SURE_NAME: Final = 96
_NEAR_NAME: Final = 84
_DIGITS_MIN: Final = 5
_COMMON_MAX: Final = 3
_WORD_MIN: Final = 3
_LEGAL: Final = frozenset(
    "SA SAS SASU SARL EURL SCI SNC SCP SELARL GIE SCOP GMBH AG KG OHG UG LTD LIMITED "
    "PLC LLP LLC INC CORP BV NV SRL SPA SL OY AB AS APS SOCIETE STE STÉ ETS "
    "ETABLISSEMENTS ETABL CIE COMPAGNIE COMPANY CO GROUPE GROUP HOLDING THE LE LA LES "
    "DE DU DES ET AND UND M MME MR MRS".split()
)
_NAME_RUNS = re.compile(r"[A-Z0-9]+")


@dataclass(frozen=True, slots=True)
class PayerAccount:
    """An account as a payer may be known by.

    Attributes:
        names: its name and aliases, as written.
        learnt: payer names that a person said are this account's.
        ibans: accounts it paid from, without spaces.
    """

    id: AccountId
    names: tuple[str, ...]
    learnt: tuple[str, ...] = ()
    ibans: tuple[str, ...] = ()


class PayerItem(NamedTuple):
    """What is open of one entry, as far as it tells a payer; minor units."""

    account_id: AccountId
    piece: str
    currency: str
    open_minor: int


@dataclass(frozen=True, slots=True)
class Payer:
    """An account that may have paid, how likely, and why."""

    account_id: AccountId
    confidence: float
    reasons: tuple[Reason, ...]


@dataclass(slots=True)
class _Signs:
    weight: float = 1.0
    reasons: list[Reason] = field(default_factory=list)


def written_words(name: str) -> tuple[str, ...]:
    """Return every word of a name, in capitals, no accents."""
    plain = unicodedata.normalize("NFKD", name.upper())
    bare = "".join(c for c in plain if not unicodedata.combining(c))
    return tuple(_NAME_RUNS.findall(bare))


def name_words(name: str) -> tuple[str, ...]:
    """Return the words that tell a company from others, in capitals, no accents.

    Legal forms and articles are left out, unless nothing else is left.

    Example:
        >>> name_words("Établissements Géraud & Cie SARL")
        ('GERAUD',)
    """
    words = written_words(name)
    return tuple(word for word in words if word not in _LEGAL) or words


class Payers:
    """Accounts and what is open, indexed once for many bank lines.

    Args:
        accounts: who may pay.
        items: what is open of them; others are ignored.
    """

    def __init__(
        self, accounts: Iterable[PayerAccount], items: Iterable[PayerItem]
    ) -> None:
        self._ibans: dict[str, set[AccountId]] = defaultdict(set)
        self._learnt: dict[tuple[str, ...], set[AccountId]] = defaultdict(set)
        self._names: dict[AccountId, list[tuple[str, ...]]] = {}
        self._words: dict[str, set[AccountId]] = defaultdict(set)
        for account in accounts:
            self._add(account)
        self._full: dict[str, set[AccountId]] = defaultdict(set)
        self._digits: dict[str, set[AccountId]] = defaultdict(set)
        self._tails: dict[str, set[AccountId]] = defaultdict(set)
        self._amounts: dict[tuple[str, int], set[AccountId]] = defaultdict(set)
        for item in items:
            if item.account_id in self._names:
                self._add_item(item)

    def _add(self, account: PayerAccount) -> None:
        for iban in account.ibans:
            self._ibans[iban].add(account.id)
        for name in account.learnt:
            self._learnt[written_words(name)].add(account.id)
        named = [name_words(name) for name in account.names]
        self._names[account.id] = [words for words in named if words]
        for words in named:
            for word in words:
                self._words[word].add(account.id)

    def _add_item(self, item: PayerItem) -> None:
        one = item.account_id
        key = reference_key(item.piece)
        if any(char.isdigit() for char in key):
            self._full[key].add(one)
        digits = digits_key(item.piece)
        if len(digits) >= _DIGITS_MIN:
            self._digits[digits].add(one)
        for tail in weaker_keys(item.piece):
            self._tails[tail].add(one)
        self._amounts[(item.currency, item.open_minor)].add(one)

    def of(self, line: BankLine) -> tuple[Payer, ...]:
        """Return who may have paid a line, likeliest first, five at most.

        The confidences add up to one at most: what is missing is nobody we know.
        """
        signs: dict[AccountId, _Signs] = defaultdict(_Signs)
        self._by_iban(line, signs)
        self._by_references(line, signs)
        self._by_name(line, signs)
        if not signs:
            return ()
        amount = (line.amount.currency, abs(line.amount.minor))
        having = self._amounts.get(amount, set())
        for one in signs.keys() & having:
            signs[one].weight *= 1 + AMOUNT_WEIGHT / len(having)
        mass = sum(one.weight for one in signs.values()) + NOBODY
        ranked = sorted(signs.items(), key=lambda pair: (-pair[1].weight, pair[0]))
        return tuple(
            Payer(account, found.weight / mass, tuple(found.reasons))
            for account, found in ranked[:5]
        )

    def _by_iban(self, line: BankLine, signs: dict[AccountId, _Signs]) -> None:
        having = self._ibans.get(line.iban, set()) if line.iban else set()
        _mark(signs, having, IBAN_WEIGHT, reason=Reason(Ground.PAYER_IBAN))

    def _by_references(self, line: BankLine, signs: dict[AccountId, _Signs]) -> None:
        told = f"{line.text}\n{line.creditor_reference}\n{line.end_to_end}"
        met: dict[AccountId, dict[str, float]] = defaultdict(dict)
        for key in candidate_keys(told):
            for index, weight in (
                (self._full, FULL_REFERENCE_WEIGHT),
                (self._digits, DIGITS_WEIGHT),
                (self._tails, TAIL_WEIGHT),
            ):
                having = index.get(
                    key.lstrip("0") if index is self._digits else key, ()
                )
                if not 0 < len(having) <= _COMMON_MAX:
                    continue
                for one in having:
                    before = met[one].get(key, 0.0)
                    met[one][key] = max(before, weight / len(having))
        for one, keys in met.items():
            best = sorted(keys.values(), reverse=True)
            signs[one].weight *= 1 + best[0] * min(len(best), 5)
            pieces = ", ".join(list(keys)[:3])
            signs[one].reasons.append(
                Reason(Ground.PAYER_REFERENCE, (("pieces", pieces),))
            )

    def _by_name(self, line: BankLine, signs: dict[AccountId, _Signs]) -> None:
        words = name_words(line.name or line.text.partition("\n")[0])
        if not words:
            return
        learnt = self._learnt.get(written_words(line.name), set())
        fact = (("name", line.name),)
        _mark(signs, learnt, LEARNT_WEIGHT, reason=Reason(Ground.PAYER_LEARNT, fact))
        scores = self._scores(words)
        for low, high, weight in (
            (_SURE_NAME, 101, NAME_WEIGHT),
            (_NEAR_NAME, _SURE_NAME, NEAR_NAME_WEIGHT),
        ):
            close = {one for one, score in scores.items() if low <= score < high}
            _mark(signs, close, weight, reason=Reason(Ground.PAYER_NAME, fact))

    def _scores(self, words: tuple[str, ...]) -> Mapping[AccountId, float]:
        """Return how much the names of some accounts are like these words, 0..100."""
        shared: Counter[AccountId] = Counter()
        for word in words:
            if len(word) >= _WORD_MIN:
                shared.update(self._words.get(word, ()))
        written = " ".join(words)
        joined = "".join(words)
        scores: dict[AccountId, float] = {}
        for one, _ in shared.most_common(200):
            scores[one] = max(
                max(
                    fuzz.token_sort_ratio(written, " ".join(name)),
                    fuzz.ratio(joined, "".join(name)),
                )
                for name in self._names[one]
            )
        return scores


def _mark(
    signs: dict[AccountId, _Signs],
    having: Iterable[AccountId],
    weight: float,
    *,
    reason: Reason,
) -> None:
    known = list(having)
    for one in known:
        signs[one].weight *= 1 + weight / len(known)
        signs[one].reasons.append(reason)
