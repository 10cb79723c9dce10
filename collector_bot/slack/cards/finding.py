"""A finding in words: what it says, the words it came from, and how sure it is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from collector_bot.core.errors import MoneyError
from collector_bot.core.money import Money
from collector_bot.core.reading.findings import LeftOut
from collector_bot.slack.cards.build import one_line
from collector_bot.slack.cards.tongue import Tongue
from collector_bot.slack.cards.words import (
    dispute_words,
    finding_words,
    left_out_words,
)

_EVIDENCE = 300


def finding_lines(found: Mapping[str, Any], tongue: Tongue) -> str:
    """Return a finding as kept, its exact words and its grounds, a line each."""
    evidence = one_line(str(found.get("evidence", "")), _EVIDENCE)
    lines = [finding_line(found, tongue)]
    if evidence:
        lines.append(tongue.quoted(evidence))
    grounds = _grounds(found, tongue)
    if grounds:
        lines.append(grounds)
    return "\n    ".join(lines)


def left_out_line(one: LeftOut, tongue: Tongue) -> str:
    """Return the name of an attachment that was not read, and why."""
    return f"{one_line(one.name, 80)}{tongue.colon} {left_out_words(one.note, tongue)}"


def _grounds(found: Mapping[str, Any], tongue: Tongue) -> str:
    """Return how sure a finding is and the rule that made it, as far as kept."""
    told = []
    share = found.get("confidence")
    if isinstance(share, int | float):
        sure = tongue("confidence", "confiance")
        told.append(f"{sure} {tongue.percent(share)}")
    rule = one_line(str(found.get("rule", "")), 60)
    if rule:
        told.append(f"{tongue('rule', 'règle')} {rule}")
    return " · ".join(told)


def finding_line(found: Mapping[str, Any], tongue: Tongue) -> str:
    """Return what a finding says, on one line."""
    kind = str(found.get("type", ""))
    told = [finding_words(kind, tongue)]
    if kind == "dispute":
        told.append(dispute_words(str(found.get("reason", "")), tongue))
    told += [
        _amount(found, name, tongue) for name in ("amount", "total") if found.get(name)
    ]
    told += [
        _day(found[name], tongue)
        for name in ("date", "payment_date")
        if found.get(name)
    ]
    pieces = [str(one) for one in found.get("invoices", ())]
    pieces += [
        str(one.get("reference", ""))
        for one in found.get("lines", ())
        if isinstance(one, Mapping)
    ]
    if pieces:
        told.append(", ".join(pieces))
    line = one_line(f"{told[0]}{tongue.colon} {' · '.join(told[1:])}", 400)
    return line if len(told) > 1 else told[0]


def _amount(found: Mapping[str, Any], name: str, tongue: Tongue) -> str:
    text, currency = str(found[name]), str(found.get("currency", ""))
    try:
        return tongue.money(Money.of(text, currency))
    except MoneyError:
        return f"{text} {currency}".strip()


def _day(told: object, tongue: Tongue) -> str:
    try:
        return tongue.day(date.fromisoformat(str(told)))
    except ValueError:
        return str(told)
