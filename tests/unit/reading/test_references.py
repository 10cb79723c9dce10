"""Invoice numbers as hurried people write them."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from collector_bot.core.references import (
    ReferenceIndex,
    candidate_keys,
    reference_key,
    weaker_keys,
)


@dataclass(frozen=True)
class Item:
    piece: str


OWN = [
    Item(p)
    for p in (
        "F-2026-0412",
        "F-2026-0437",
        "F-2026-0455",
        "FA2600123",
        "26/1067",
        "AV-2026-031",
    )
]
FOREIGN = [Item("INV-20829"), Item("F-2026-0440")]

FOUND = [
    ("F-2026-0412", ["F-2026-0412"]),
    ("f 2026 0412", ["F-2026-0412"]),
    ("F2026-0412", ["F-2026-0412"]),
    ("2026-0412", ["F-2026-0412"]),
    ("facture n°0412", ["F-2026-0412"]),
    ("la 412 et la 437", ["F-2026-0412", "F-2026-0437"]),
    ("les factures 0412, 0437 et 455", ["F-2026-0412", "F-2026-0437", "F-2026-0455"]),
    ("F-2026-0412/0437", ["F-2026-0412", "F-2026-0437"]),
    ("F-2026-0412 à 0455", ["F-2026-0412", "F-2026-0437", "F-2026-0455"]),
    ("from F-2026-0412 to F-2026-0455", ["F-2026-0412", "F-2026-0437", "F-2026-0455"]),
    ("FA26OO123", ["FA2600123"]),
    ("F-2O26-O412", ["F-2026-0412"]),
    ("facture 2600123 de 3 172,80", ["FA2600123"]),
    ("26/1067", ["26/1067"]),
    ("INV-20829 8118.00", ["INV-20829"]),
    ("invoice 20829", ["INV-20829"]),
    ("le 26/10", []),
    ("412 €", []),
    ("412 personnes", []),
    ("la 440", []),
    ("le 15/11/2026", []),
]


@pytest.mark.parametrize(("text", "pieces"), FOUND)
def test_what_a_text_names(text, pieces):
    index = ReferenceIndex(OWN, FOREIGN)
    assert [
        item.piece for mention in index.find(text) for item in mention.items
    ] == pieces


def test_last_digits_that_fit_two_pieces_stay_ambiguous():
    index = ReferenceIndex([Item("F-2026-0412"), Item("G-2025-0412")])
    (mention,) = index.find("la facture 0412")
    assert mention.ambiguous
    assert {item.piece for item in mention.items} == {"F-2026-0412", "G-2025-0412"}


def test_keys():
    assert reference_key("fa 26/001-é") == "FA26001E"
    assert weaker_keys("F-2026-0412") == ("20260412", "0412")
    assert "F20260412" in candidate_keys("réglé : f-2026-0412, merci")
