"""Sentences people write, each alone in an answer to a chase, and what they say."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.reading.mails import findings

HERE = Path(__file__).parent
SENDERS = {"fr": "inconnu@acme.example", "en": "anybody@oakhurn.example"}
TITLES = {"fr": "Re: Relance", "en": "Re: Reminder"}
HELLO = {"fr": "Bonjour,\n\n", "en": "Hello,\n\n"}


def cases() -> list[tuple[str, str, str]]:
    found = []
    for language in ("fr", "en"):
        lines = (
            (HERE / f"phrases_{language}.txt").read_text(encoding="utf-8").splitlines()
        )
        for line in lines:
            what, _, text = line.partition("| ")
            found.append((language, what.strip(), text))
    return found


@pytest.mark.parametrize(("language", "what", "text"), cases())
def test_what_a_sentence_says(language, what, text):
    said = findings(
        HELLO[language] + text, sender=SENDERS[language], subject=TITLES[language]
    )
    shown = [
        " ".join(
            str(value)
            for value in (
                f["type"],
                f.get("date") or f.get("reason") or ",".join(f.get("documents", ())),
                f.get("amount"),
            )
            if value
        )
        for f in said
    ]
    assert shown == ([] if what == "nothing" else [what])
