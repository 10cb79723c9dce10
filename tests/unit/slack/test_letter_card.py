"""A letter is shown to who decides with its columns under each other."""

from __future__ import annotations

from collector_bot.slack.cards.letter import letter_card, letter_text
from tests.unit.slack import card_facts as facts


def tables(blocks):
    return [
        element["elements"][0]["text"]
        for block in blocks
        if block["type"] == "rich_text"
        for element in block["elements"]
        if element["type"] == "rich_text_preformatted"
    ]


def prose(blocks):
    return "\n".join(
        block["text"]["text"] for block in blocks if block["type"] == "section"
    )


def test_a_table_stands_in_a_fixed_width_font_and_prose_does_not():
    for blocks in (
        letter_card(facts.WAITING_LETTER, facts.FR).blocks,
        letter_text(facts.WAITING_LETTER, facts.FR),
    ):
        (table,) = tables(blocks)
        lines = table.splitlines()
        assert lines[0].startswith("Facture ")
        assert len({len(line) for line in lines}) == 1
        assert "Malgré nos relances" in prose(blocks)
        assert "Le service comptabilité clients" in prose(blocks)
        assert "----" not in prose(blocks)
