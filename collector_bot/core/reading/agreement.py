"""How far two readings of one mail agree, and which of them a person bears out."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Any

Told = Mapping[str, Any]

_GROUNDS = frozenset({"evidence", "confidence", "rule"})
_UNORDERED = frozenset({"invoices", "documents"})


class Verdict(StrEnum):
    """What reading a mail again comes to, against how it was read before."""

    SAME = "same"
    BETTER = "better"
    WORSE = "worse"
    DIFFERENT = "different"


def facts_of(finding: Told) -> str:
    """Return what a finding says as one text: its grounds and orders aside.

    Two findings say the same when their texts are the same: absent keys are null, a
    claim's currency counts only beside an amount, and neither the order of invoices
    nor that of documents carries meaning.

    Args:
        finding: as `core.reading.contract` writes one.
    """
    said = {
        key: sorted(value) if key in _UNORDERED else value
        for key, value in finding.items()
        if key not in _GROUNDS and value is not None
    }
    if said.get("type") == "claims_paid" and "amount" in said:
        said.setdefault("currency", "EUR")
    return json.dumps(said, sort_keys=True, ensure_ascii=False)


def agree(one: Iterable[Told], other: Iterable[Told]) -> bool:
    """Return whether two readings say the same, in whatever order.

    Example:
        >>> paid = {"type": "refusal", "invoices": ["F-1", "F-2"], "confidence": 0.8}
        >>> agree([paid], [{"type": "refusal", "invoices": ["F-2", "F-1"]}])
        True
    """
    return _counted(one) == _counted(other)


def verdict(
    then: Sequence[Told], now: Sequence[Told], *, truth: Sequence[Told] | None = None
) -> Verdict:
    """Return what reading again comes to.

    Args:
        then: the findings as they were kept.
        now: the findings of today.
        truth: what a person says the mail says; None where nobody put it right.

    Returns:
        Better or worse where a person's word decides it: by the findings that are
        lacking and those too many, counted together. Different where it does not.

    Example:
        >>> due = {"type": "promise", "date": "2026-11-30", "invoices": []}
        >>> str(verdict([], [due])), str(verdict([], [due], truth=[due]))
        ('different', 'better')
    """
    if agree(then, now):
        return Verdict.SAME
    if truth is None:
        return Verdict.DIFFERENT
    before, after = _apart(then, truth), _apart(now, truth)
    if before == after:
        return Verdict.DIFFERENT
    return Verdict.BETTER if after < before else Verdict.WORSE


def _counted(findings: Iterable[Told]) -> Counter[str]:
    return Counter(facts_of(one) for one in findings)


def _apart(findings: Sequence[Told], truth: Sequence[Told]) -> int:
    """Return how many findings are lacking or too many."""
    said, meant = _counted(findings), _counted(truth)
    return ((said - meant) + (meant - said)).total()
