"""What a sender announces about himself: insolvency, bank details, another contact."""

# ruff: noqa: E501 - a grammar rule reads better unbroken
from __future__ import annotations

import re
from collections.abc import Sequence

from collector_bot.core.reading.findings import (
    BankDetailsChange,
    ContactChange,
    Insolvency,
)
from collector_bot.core.reading.hearing import Heard
from collector_bot.core.reading.text import fold, squeezed

# Languages with words enough to tell "write to her" from "send me that".
_FLUENT = {"fr", "en"}
_ADDRESS = re.compile(r"[a-z0-9._%+-]+@[a-z0-9][a-z0-9.-]+[a-z0-9]")


def insolvency_in(heard: Heard) -> Insolvency | None:
    """Return the insolvency one sentence announces, if it does."""
    if heard.says("insolvency") is None or heard.says("not_insolvency"):
        return None
    if heard.sentence.asks:
        return None
    return Insolvency(
        evidence=heard.sentence.evidence, confidence=0.9, rule="insolvency.words"
    )


def bank_change_in(heard: Heard) -> BankDetailsChange | None:
    """Return the change of bank details one sentence announces, if it does."""
    if heard.says("bank_change") is None or heard.says("not_bank_change"):
        return None
    if heard.sentence.asks:
        return None
    return BankDetailsChange(
        evidence=heard.sentence.evidence, confidence=0.85, rule="bank_details.words"
    )


def contact_change(
    heards: Sequence[Heard], sender: str, own: Sequence[str] = ()
) -> ContactChange | None:
    """Return the new contact the mail names, if it does.

    The address is looked for in the sentence and the two after it; the sender's own
    address counts only when no other stands there.
    """
    for at, heard in enumerate(heards):
        if not (heard.says("contact_change") or heard.says("contact_moved")):
            continue
        if heard.says("temporary") or heard.says("bank_change"):
            continue
        if heard.says("not_contact"):
            continue
        near = heards[at : at + 3]
        if any(other.says("temporary") for other in near[1:2]) and not _named(near[:1]):
            continue
        addresses = [a for a in _named(near) if a not in own]
        others = [a for a in addresses if a != sender]
        moved = any(other.says("contact_moved") for other in near)
        directs = any(
            other.says("redirect_to" if other.language in _FLUENT else "redirect")
            for other in near
        )
        if not addresses and not (moved and directs):
            continue
        return ContactChange(
            evidence=heard.sentence.evidence,
            confidence=0.85,
            rule="contact_change.words",
            email=next(iter(others or addresses), None),
        )
    return None


def _named(heards: Sequence[Heard]) -> list[str]:
    return [
        match.group().rstrip(".")
        for heard in heards
        for match in _ADDRESS.finditer(heard.folded)
    ]


_LEFT = re.compile(
    r"\b(?:has left|have left|no longer (?:works?|with|employed)|a quitte|ne (?:fait|travaille)"
    r" plus|n'est plus (?:chez|dans|au)|ne travaille plus|quitte (?:la|l'|notre)"
    r"|nicht mehr (?:im|bei|fur)|ya no trabaja|non lavora piu|niet meer werkzaam)\b"
)


def left_company(said: str, *, sender: str) -> ContactChange | None:
    """Return whom to write to when an automatic answer says its owner has left."""
    low = fold(said)
    if not _LEFT.search(low):
        return None
    addresses = [match.group().rstrip(".") for match in _ADDRESS.finditer(low)]
    others = [address for address in addresses if address != sender]
    if not others:
        return None
    return ContactChange(
        evidence=squeezed(said)[:300],
        confidence=0.85,
        rule="contact_change.left",
        email=others[0],
    )
