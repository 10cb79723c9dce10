"""How far a finding about paying is believed, by how it was heard."""

from __future__ import annotations

from collections.abc import Iterable

# Share of right findings among those heard this way in letters not yet tuned on.
PROMISED = {
    "said": 0.86,
    "noun": 0.84,
    "monthly": 0.8,
    "listed": 0.8,
    "corrected": 0.76,
    "repeated": 0.74,
    "about": 0.72,
    "bare": 0.64,
}
CLAIMED = {"said": 0.82, "dated": 0.72}
# What each doubt leaves of it.
_DOUBTS = {
    "rough": 0.88,
    "open": 0.86,
    "several": 0.94,
    "contrast": 0.94,
    "long": 0.94,
    "undated": 0.95,
    "unplaced": 0.95,
}


def weighed(start: float, doubts: Iterable[str]) -> float:
    """Return `start` lowered for each of `doubts`, rounded to a hundredth.

    Example:
        >>> weighed(0.86, ("rough",))
        0.76
    """
    for doubt in doubts:
        start *= _DOUBTS[doubt]
    return round(start, 2)
