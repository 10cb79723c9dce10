"""What a mail sounds like as a whole: a second hearing of what the rules found.

The rules say what each sentence commits to; this says how likely a mail with such words
holds a finding of a kind at all. It never finds anything: it keeps a rule from hearing
in a sentence what the rest of the mail denies. The weights are those of a logistic
regression over words and pairs of words, learnt by `bench/learn_senses.py` from the
letters and sentences of `tests/`; they are data, `senses.json`.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Final

from collector_bot.core.reading.findings import (
    ClaimsPaid,
    ContactChange,
    Dispute,
    DocumentRequest,
    Finding,
    Remittance,
)
from collector_bot.core.reading.text import fold

# Below this a finding of the kind is not believed, set by cross-validation over the
# letters (bench/learn_senses.py). Kinds not named here are believed as heard:
# a promise missed costs more than a person asked, and a warning of changed bank details
# more than anything.
BELIEVED_MIN: Final[Mapping[type, tuple[str, float]]] = {
    ClaimsPaid: ("claims_paid", 0.03),
    Dispute: ("dispute", 0.05),
    DocumentRequest: ("document_request", 0.05),
    ContactChange: ("contact_change", 0.08),
    Remittance: ("remittance", 0.08),
}
# The languages there are enough letters and sentences of.
LEARNT_IN: Final = frozenset({"fr", "en"})
_NUMBER = re.compile(r"[a-z]{0,4}[-/]?\d[\d.,/:-]*")
_WORD = re.compile(r"[a-z0]+")
_WORDS_MAX = 600


def features(text: str) -> frozenset[str]:
    """Return the words and pairs of words of a text; numbers are all the same one.

    Example:
        >>> sorted(features("Payé le 12/11"))
        ['0', 'le', 'le 0', 'paye', 'paye le']
    """
    plain = _NUMBER.sub(" 0 ", fold(text))
    words = _WORD.findall(plain)[:_WORDS_MAX]
    pairs = (" ".join(pair) for pair in pairwise(words))
    return frozenset((*words, *pairs))


def likelihoods(text: str) -> dict[str, float]:
    """Return how likely a mail with these words holds a finding of each kind."""
    return heard(_learnt(), features(text))


def heard(learnt: Learnt, said: frozenset[str]) -> dict[str, float]:
    """Return the same by given weights, from the features of a text."""
    scale = 1 / math.sqrt(len(said)) if said else 0.0
    sums = list(learnt.bias)
    for word in said:
        for place, weight in enumerate(learnt.weights.get(word, ())):
            sums[place] += weight * scale
    return {
        kind: 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
        for kind, total in zip(learnt.kinds, sums, strict=True)
    }


def believed(
    findings: Sequence[Finding], text: str, *, only_words: bool
) -> tuple[Finding, ...]:
    """Return the findings that the words of the whole mail do not deny.

    In a mail that says several things, each stands when its own words sound like it:
    the rest speaks of something else.

    Args:
        findings: what the rules heard.
        text: the sender's own words.
        only_words: whether nothing but words was read: what a table or a sheet says is
            not denied by the words around it.
    """
    if not any(type(one) in BELIEVED_MIN for one in findings):
        return tuple(findings)
    likely = likelihoods(text)
    several = len({type(one) for one in findings}) > 1

    def holds(one: Finding) -> bool:
        kind, least = BELIEVED_MIN.get(type(one), ("", 0.0))
        if isinstance(one, Remittance) and not only_words:
            return True
        if likely.get(kind, 1.0) >= least:
            return True
        return several and likelihoods(one.evidence).get(kind, 1.0) >= least

    return tuple(one for one in findings if holds(one))


@dataclass(frozen=True, slots=True)
class Learnt:
    """The weights as they were learnt: one a kind for each word that tells."""

    kinds: Sequence[str]
    bias: Sequence[float]
    weights: Mapping[str, Sequence[float]]


@cache
def _learnt() -> Learnt:
    text = (
        files("collector_bot.core.reading").joinpath("senses.json").read_text("utf-8")
    )
    return Learnt(**json.loads(text))
