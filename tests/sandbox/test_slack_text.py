"""What a person reads of a message, as plain lines."""

import pytest

from collector_bot.sandbox.slack_text import plain_text, render_text
from collector_bot.sandbox.slack_workspace import Message


@pytest.mark.parametrize(
    ("mrkdwn", "read"),
    [
        ("*Acme* owes _much_", "Acme owes much"),
        ("*_both_*", "both"),
        ("`INV-7` ~INV-8~", "INV-7 INV-8"),
        ("snake_case and 2*3*4", "snake_case and 2*3*4"),
        ("<@U0SALES0000> in <#C0COLLECT00>", "@sales in #recouvrement"),
        ("<!date^1700000000^{date}|14 Nov> <!here>", "14 Nov @here"),
        ("<https://a.example|paper> <https://b.example>", "paper https://b.example"),
        ("A &amp; B &lt;c&gt;", "A & B <c>"),
    ],
)
def test_markup_is_taken_out(mrkdwn, read):
    assert plain_text(mrkdwn) == read


def test_a_card_is_flattened():
    plain = {"type": "plain_text", "text": "Approuver"}
    blocks = (
        {"type": "header", "text": {"type": "plain_text", "text": "Lettrage proposé"}},
        {
            "type": "section",
            "text": {"type": "mrkdwn", "text": "*Acme*\nreçu 120,00 €"},
            "fields": [{"type": "mrkdwn", "text": "*Écart* 0,00 €"}],
            "accessory": {"type": "button", "text": plain},
        },
        {"type": "divider"},
        {
            "type": "table",
            "rows": [
                [
                    {"type": "raw_text", "text": "INV-7"},
                    {"type": "raw_number", "value": 3},
                ],
                [
                    {
                        "type": "rich_text",
                        "elements": [
                            {
                                "type": "rich_text_section",
                                "elements": [{"type": "text", "text": "b"}],
                            }
                        ],
                    }
                ],
            ],
        },
        {
            "type": "context",
            "elements": [
                {"type": "mrkdwn", "text": "one"},
                {"type": "plain_text", "text": "two"},
            ],
        },
        {
            "type": "actions",
            "elements": [
                {"type": "button", "text": plain},
                {"type": "static_select", "placeholder": plain | {"text": "Pick"}},
                {"type": "overflow"},
            ],
        },
    )
    message = Message("C0COLLECT00", "1.000000", "U0BOT000000", "fallback", blocks)
    assert render_text(message).splitlines() == [
        "Lettrage proposé",
        "Acme",
        "reçu 120,00 €",
        "Écart 0,00 €",
        "[Approuver]",
        "--------",
        "INV-7 | 3",
        "b",
        "one · two",
        "[Approuver] [Pick] [...]",
    ]


def test_without_blocks_the_text_and_the_files_are_read():
    message = Message(
        "C0COLLECT00",
        "1.000000",
        "U0BOT000000",
        "*Statement*",
        files=({"title": "acme.csv"},),
        reactions=(("eyes", "U0BOT000000"),),
    )
    assert render_text(message) == "Statement\n[file: acme.csv]\n:eyes:"
