"""Document numbers in disguise, as payers and machines write them."""

from dataclasses import dataclass

import pytest

from collector_bot.core.reference_forms import glued_keys, structured_body
from collector_bot.core.references import ReferenceIndex


@dataclass(frozen=True)
class Piece:
    piece: str


BOOK = [
    Piece("FA-2026-00123"),
    Piece("FA-2026-00124"),
    Piece("0004711"),
    Piece("0004712"),
    Piece("VE/2025/0900"),
]


def found(text):
    index = ReferenceIndex(BOOK, banking=True)
    return [item.piece for one in index.find(text) for item in one.items]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("FACTFA-2026-00123FA-2026-00124", ["FA-2026-00123", "FA-2026-00124"]),
        ("00047110004712", ["0004711", "0004712"]),
        ("INV202600124", ["FA-2026-00124"]),
        ("RF92FA202600123", ["FA-2026-00123"]),
        ("RF92 FA20 2600 123", ["FA-2026-00123"]),
        ("FA-2O26-OO1Z4", []),
        ("FA-2O26-OOI24", ["FA-2026-00124"]),
        ("FA-2025-00123", ["FA-2026-00123"]),
        ("VE/2026/0900", ["VE/2025/0900"]),
        ("DOSSIER 990004711234", []),
    ],
)
def test_a_number_in_disguise_is_found(text, pieces):
    assert found(text) == pieces


def test_a_structured_reference_proves_itself():
    assert structured_body("RF18539007547034") == "539007547034"
    assert structured_body("RF18539007547035") == ""
    assert structured_body("XF18539007547034") == ""


def test_mails_are_not_read_as_bank_lines():
    index = ReferenceIndex(BOOK)

    assert index.find("la facture FA-2025-00123") == ()


def test_a_key_is_not_found_within_a_longer_number():
    assert list(glued_keys("1234567", {"2345"}, (4,))) == []
