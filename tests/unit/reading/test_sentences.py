"""One sentence in answer to a chase, and every finding in it with all its fields."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.unit.reading.mails import findings

HERE = Path(__file__).parent


def cases() -> list[tuple[str, str]]:
    """What is said, then the words; `[Subject] ` before them where it matters."""
    table = (HERE / "sentences_fr.txt").read_text(encoding="utf-8")
    found = []
    for line in table.splitlines():
        what, _, text = line.partition(" | ")
        found.append((what.strip(), text))
    return found


def shown(finding: dict[str, Any]) -> str:
    """A finding in one line: its type, then day, amount or reason, then pieces."""
    lists = (sorted(finding.get(key, ())) for key in ("documents", "invoices"))
    lines = (
        f"{line['reference']}={line['amount']}" if line["amount"] else line["reference"]
        for line in finding.get("lines", ())
    )
    parts = (
        finding["type"],
        *(finding.get(key) for key in ("date", "amount", "reason", "email")),
        *(",".join(names) for names in lists),
        *lines,
        *(
            f"{word}={finding[key]}"
            for word, key in (
                ("total", "total"),
                ("on", "payment_date"),
                ("ref", "payment_reference"),
            )
            if finding.get(key)
        ),
    )
    return " ".join(part for part in parts if part)


@pytest.mark.parametrize(("what", "text"), cases())
def test_everything_a_sentence_says(what, text):
    subject = "Re: Relance"
    if text.startswith("["):
        subject, _, text = text[1:].partition("] ")
    said = findings("Bonjour,\n\n" + text.replace("¶", "\n"), subject=subject)
    wanted = [] if what == "nothing" else sorted(what.split(" + "))
    assert sorted(shown(one) for one in said) == wanted
