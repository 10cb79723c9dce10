"""Sentences and short mails that contest, ask, refuse, announce or say nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from collector_bot.core.reading.lexicon import BY_LANGUAGE
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
    assert _shown(said) == ([] if what == "nothing" else [what])


def mails() -> list[tuple[str, str, str]]:
    text = (HERE / "objections_mails.txt").read_text(encoding="utf-8")
    found = []
    for mail in text.split("=== ")[1:]:
        what, _, said = mail.partition("\n")
        language = "en" if said.startswith(("Hello", "Hi")) else "fr"
        found.append((language, what, said))
    return found


@pytest.mark.parametrize(("language", "what", "text"), mails())
def test_what_a_mail_says(language, what, text):
    said = findings(text.replace("\n", "\n\n", 1), sender=SENDERS[language])
    assert _shown(said) == ([] if what == "nothing" else [what])


def _shown(said: list[dict[str, Any]]) -> list[str]:
    return [
        f"{f['type']} {f.get('reason') or ','.join(f.get('documents', ()))}".strip()
        for f in said
    ]


@pytest.mark.parametrize("lexicon", BY_LANGUAGE.values(), ids=BY_LANGUAGE)
def test_every_list_is_a_pattern_that_matches_no_empty_words(lexicon):
    for name in lexicon:
        assert lexicon[name].search("") is None, name
