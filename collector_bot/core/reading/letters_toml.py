"""A mail's reading as people left it, in the TOML of the corpus of letters."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

Told = Mapping[str, Any]

_DAYS = frozenset({"date", "payment_date", "return_date"})
_GROUNDS = frozenset({"evidence", "confidence", "rule"})
_STRATA = ("fr", "en", "de", "es", "nl", "it")


def letter_toml(name: str, reading: Told, findings: Sequence[Told]) -> str:
    """Return the expected reading of `name`.eml, as tests/letters/README.md has it.

    How difficult it is nobody has said: it is called hard, since it was misread.

    Args:
        name: of the file, without its ending.
        reading: of the mail, as kept.
        findings: as people left them.
    """
    language = str(reading.get("language") or "")
    speaker = reading.get("sender_account")
    lines = [
        f"file = {_text(f'{name}.eml')}",
        *([f"language = {_text(language)}"] if language in _STRATA else []),
        *([f"sender_account = {_text(str(speaker))}"] if speaker else []),
        f"suspicious = {_text(bool(reading.get('suspicious')))}",
        'difficulty = "hard"',
        f"lang = {_text(language if language in _STRATA else 'fr')}",
    ]
    if not findings:
        lines.append("findings = []")
    for finding in findings:
        lines += ["", "[[findings]]", *_finding(finding)]
    return "\n".join(lines) + "\n"


def _finding(finding: Told) -> list[str]:
    left = _GROUNDS
    if finding.get("type") == "claims_paid":
        left |= {"currency"}
    return [
        f"{key} = {value if key in _DAYS else _text(value)}"
        for key, value in finding.items()
        if key not in left and value is not None
    ]


def _text(value: object) -> str:
    """Return a value in TOML; JSON's strings are TOML's but for one sign.

    Example:
        >>> _text([{"reference": "F-1", "amount": None}])
        '[{ reference = "F-1" }]'
    """
    if isinstance(value, Mapping):
        told = ", ".join(
            f"{key} = {_text(one)}" for key, one in value.items() if one is not None
        )
        return f"{{ {told} }}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_text, value))}]"
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
