"""Sentences that contest, ask, refuse, announce or say nothing, each alone in a mail."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.reading.mails import findings

HERE = Path(__file__).parent
SENDERS = {"fr": "inconnu@acme.example", "en": "anybody@oakhurn.example"}


def cases() -> list[tuple[str, str, str]]:
    found = []
    for language in ("fr", "en", "xx"):
        text = (HERE / f"objections_{language}.txt").read_text(encoding="utf-8")
        for line in text.splitlines():
            what, _, said = line.partition("| ")
            found.append((language, what.strip(), said))
    return found


@pytest.mark.parametrize(("language", "what", "text"), cases())
def test_what_a_sentence_says(language, what, text):
    said = findings(text, sender=SENDERS.get(language, SENDERS["fr"]))
    shown = [
        " ".join([f["type"], f.get("reason") or ",".join(f.get("documents", ()))])
        for f in said
    ]
    assert [entry.strip() for entry in shown] == ([] if what == "nothing" else [what])
