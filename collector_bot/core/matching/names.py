"""How much a payer's name, as a bank writes it, is the name of an account."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import exp, log, sqrt
from typing import Final

from rapidfuzz import fuzz

from collector_bot.core.ledger import AccountId

Words = tuple[str, ...]

# How much likelier a name is its account's than a stranger's, at most.
NAME_WEIGHT: Final = 5_000.0
# … and how much less when the bank gives another name: somebody pays for others.
OTHER_NAME: Final = 0.05
# Names that are whole, nearly so, and so on: likeness from, and its part of the weight.
_QUALITY: Final = (
    (0.97, 1.0),
    (0.9, 0.5),
    (0.8, 0.15),
    (0.7, 0.04),
    (0.6, 0.006),
    (0.5, 0.0006),
    (0.35, 0.0001),
)
# Companies of the world beside those of the ledger, as far as words are rare or common.
_STRANGERS: Final = 200
_COMMON_SHARE: Final = 0.05
_COMMON_MIN: Final = 40
_COMPARED_MAX: Final = 80
_NEAR_RATIO: Final = 82
_PREFIX_MIN: Final = 3
_NEAR_MIN: Final = 5
_EDGE: Final = 3
_CUT_MIN: Final = 12
_NEAR_SHARE: Final = 0.85
_CUT_SHARE: Final = 0.9

_LEGAL: Final = frozenset(
    "SA SAS SASU SARL EURL SCI SNC SCP SELARL GIE SCOP GMBH AG KG OHG UG LTD LIMITED "
    "PLC LLP LLC INC CORP BV NV SRL SPA SL OY AB AS APS SOCIETE STE ETS "
    "ETABLISSEMENTS ETABL CIE COMPAGNIE COMPANY CO GROUPE GROUP GRP HOLDING THE LE LA "
    "LES DE DU DES ET AND UND M MME MLLE MR MRS MONSIEUR MADAME".split()
)
_RUNS = re.compile(r"[A-Z0-9]+")
_INITIALS = re.compile(r"(?<=\b[A-Z])\.(?=[A-Z]\b)")
# What banks write around a name, in texts that hold more than a name.
_BANKING: Final = frozenset(
    "VIR VIRT VIREMENT VIREMENTS SEPA RECU RECUS INST INSTANTANE MOTIF REF REFERENCE "
    "ORDP REMI BGC BGI FPI FACT FACTURE FACTURES REGLEMENT RGT INV INVOICE SVWZ EREF "
    "KREF MREF CDE FROM PAYMENT FASTER NOTPROVIDED DONNEUR ORDRE NPY LIB RCN".split()
)
_DE = re.compile(
    r"(?:\bDE\b|\bFROM\b|/ORDP/|/NPY/|\bBGC\b|\bFPI\b|\bDONNEUR D.?ORDRE\b)\s*:?\s*/?"
)
_END = re.compile(
    r"\n|\bMOTIF\b|/REMI/|/MOTIF\b|/REF\b|\bREF\b[ :]|/RNF/|\bLIB\b|/EREF/"
    r"|SVWZ\+|EREF\+"
)


def written_words(name: str) -> Words:
    """Return every word of a name, in capitals, no accents, initials joined.

    Example:
        >>> written_words("É.D.F. & Cie")
        ('EDF', 'CIE')
    """
    apart = unicodedata.normalize("NFKD", name.upper())
    plain = "".join(char for char in apart if not unicodedata.combining(char))
    return tuple(_RUNS.findall(_INITIALS.sub("", plain)))


@lru_cache(maxsize=20_000)
def name_words(name: str) -> Words:
    """Return the words that tell a company from others, in capitals, no accents.

    Legal forms and articles are left out, unless nothing else is left.

    Example:
        >>> name_words("Établissements Géraud & Cie S.A.R.L.")
        ('GERAUD',)
    """
    words = written_words(name)
    return tuple(word for word in words if word not in _LEGAL) or words


def named_in(text: str) -> str:
    r"""Return the part of a bank's text that may hold the payer's name.

    Example:
        >>> named_in("VIR SEPA RECU DE ATELIER VERNOIS\nMOTIF FA-1")
        'ATELIER VERNOIS'
    """
    opening = _DE.search(text.upper())
    rest = text[opening.end() :] if opening else text
    end = _END.search(rest.upper())
    return (rest[: end.start()] if end else rest).strip()


@dataclass(frozen=True, slots=True)
class Likeness:
    """How a name is an account's: `share` 0..1, and what that makes it likelier by."""

    share: float
    weight: float


class Names:
    """The names of accounts, indexed once for many bank lines."""

    def __init__(self) -> None:
        self._named: dict[AccountId, list[Words]] = {}
        self._having: dict[str, list[AccountId]] = defaultdict(list)
        self._joined: dict[str, list[AccountId]] = defaultdict(list)
        self._edges: dict[str, set[str]] = defaultdict(set)
        self._rarities: dict[Words, float] = {}
        self._near: dict[str, tuple[tuple[str, float], ...]] = {}

    def __len__(self) -> int:
        return len(self._named)

    def __contains__(self, account: AccountId) -> bool:
        return account in self._named

    def add(self, account: AccountId, names: Collection[str]) -> None:
        """Let an account be known by `names`."""
        self._rarities.clear()
        known = list(dict.fromkeys(words for words in map(name_words, names) if words))
        self._named[account] = known
        for words in known:
            self._joined["".join(words)].append(account)
            for word in dict.fromkeys(words):
                if account not in self._having[word][-1:]:
                    self._having[word].append(account)
                self._edges[word[:_EDGE]].add(word)
                self._edges["…" + word[-_EDGE:]].add(word)

    def like(self, name: str, *, whole: bool) -> dict[AccountId, Likeness]:
        """Return the accounts whose name is like `name`, and how much.

        Args:
            name: as the bank writes it.
            whole: it is a name and nothing else; otherwise a text that may hold one.
        """
        words = name_words(name)
        if not whole:
            words = tuple(word for word in words if word not in _BANKING)
        if not words:
            return {}
        met = self._met(words)
        return {
            account: found
            for account in self._compared(words, met)
            if (found := self._likeness(account, words, met, whole=whole))
        }

    def _met(self, words: Words) -> dict[str, tuple[tuple[str, float], ...]]:
        """Return for each written word the known words it may be, with a share."""
        return {word: self._known_words(word) for word in words}

    def _known_words(self, word: str) -> tuple[tuple[str, float], ...]:
        if word not in self._near:
            if len(self._near) > 50_000:  # noqa: PLR2004 - bounds memory
                self._near.clear()
            self._near[word] = tuple(self._search(word))
        return self._near[word]

    def _search(self, word: str) -> Iterator[tuple[str, float]]:
        if word in self._having:
            yield word, 1.0
            if len(word) < _NEAR_MIN:
                return
        if len(word) < _PREFIX_MIN or word.isdigit():
            return
        near = {
            *self._edges.get(word[:_EDGE], ()),
            *self._edges.get("…" + word[-_EDGE:], ()),
        }
        cut = [known for known in sorted(near - {word}) if known.startswith(word)]
        among = self._rarity(*cut, word) if cut else 0.0
        for known in sorted(near - {word}):
            if known.startswith(word):
                yield known, _CUT_SHARE * min(1.0, among / self._rarity(known))
            elif word.startswith(known) and len(known) >= _NEAR_MIN:
                yield known, _CUT_SHARE
            elif (
                min(len(word), len(known)) >= _NEAR_MIN
                and fuzz.ratio(word, known) >= _NEAR_RATIO
            ):
                yield known, _NEAR_SHARE

    def _compared(
        self, words: Words, met: dict[str, tuple[tuple[str, float], ...]]
    ) -> list[AccountId]:
        """Return accounts that share a telling word, those that share most first."""
        shared: dict[AccountId, float] = defaultdict(float)
        for account in self._joined.get("".join(words), ()):
            shared[account] += 100.0
        common = max(_COMMON_MIN, int(len(self) * _COMMON_SHARE))
        rare_first = sorted(
            {known for found in met.values() for known, _ in found},
            key=lambda known: (len(self._having[known]), known),
        )
        for known in rare_first:
            having = self._having[known]
            if len(having) > common and shared:
                for account in shared.keys() & set(having):
                    shared[account] += self._rarity(known)
            elif len(having) <= 4 * common:
                for account in having:
                    shared[account] += self._rarity(known)
        ranked = sorted(shared, key=lambda account: (-shared[account], account))
        return ranked[:_COMPARED_MAX]

    def _rarity(self, *words: str) -> float:
        """Return how telling it is to have one of some words, as a logarithm."""
        found = self._rarities.get(words)
        if found is None:
            having = sum(len(self._having.get(word, ())) for word in words)
            found = log((len(self) + _STRANGERS) / (having + 0.5))
            if all(word in self._having for word in words):
                self._rarities[words] = found
        return found

    def _likeness(
        self,
        account: AccountId,
        words: Words,
        met: dict[str, tuple[tuple[str, float], ...]],
        *,
        whole: bool,
    ) -> Likeness | None:
        best: Likeness | None = None
        for name in self._named[account]:
            found = self._compare(name, words, met, whole=whole)
            if found and (best is None or found.weight > best.weight):
                best = found
        return best

    def _compare(
        self,
        name: Words,
        words: Words,
        met: dict[str, tuple[tuple[str, float], ...]],
        *,
        whole: bool,
    ) -> Likeness | None:
        joined, written = "".join(name), "".join(words)
        rarity = {word: self._rarity(word) for word in name}
        if joined == written:
            told = sum(rarity.values())
            return Likeness(1.0, min(NAME_WEIGHT, 2 * exp(told)))
        mine, theirs, left = 0.0, 0.0, dict.fromkeys(name)
        for word in words:
            share, known = max(
                ((share, known) for known, share in met[word] if known in left),
                default=(0.0, ""),
            )
            if share:
                del left[known]
                mine += share * rarity[known]
                theirs += share * rarity[known]
        share = self._share(mine, theirs, (name, words), whole=whole)
        if whole and len(written) >= _CUT_MIN and joined.startswith(written):
            share = max(share, _CUT_SHARE)
        part = next((part for least, part in _QUALITY if share >= least), 0.0)
        if not part:
            return None
        return Likeness(share, OTHER_NAME + part * min(NAME_WEIGHT, exp(mine)))

    def _share(
        self, mine: float, theirs: float, both: tuple[Words, Words], *, whole: bool
    ) -> float:
        name, words = both
        all_mine = sum(map(self._rarity, name))
        told = sum(
            max(
                (self._rarity(known) for known, _ in self._near.get(word, ())),
                default=self._rarity(word) if whole else 0.0,
            )
            for word in words
        )
        if not all_mine or not told:
            return 0.0
        return sqrt(mine / all_mine * min(1.0, theirs / told))


def opens_name(text: str) -> bool:
    """Whether a bank's text says that a payer's name follows.

    Example:
        >>> opens_name("VIR SEPA RECU DE ACME"), opens_name("VIREMENT RECU FA-1")
        (True, False)
    """
    return bool(_DE.search(text.upper()))
