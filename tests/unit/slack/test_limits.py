"""Messages stay within what Slack takes, and nothing is left out silently."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collector_bot.sandbox.slack_blocks import block_text_length, check_blocks
from collector_bot.slack.cards.build import (
    actions,
    asking,
    button,
    context,
    header,
    one_line,
    plain,
    preformatted,
    section,
    visible,
)
from collector_bot.slack.cards.limits import fit, length, messages, pieces

LINES = st.text(alphabet=st.sampled_from("abé €\n\u202f&<>*"), min_size=0, max_size=400)


@given(LINES, st.integers(min_value=5, max_value=60))
def test_pieces_lose_nothing_but_breaks_and_spaces(text, most):
    found = pieces(text, most)
    assert all(0 < len(one) <= most for one in found)
    assert "".join("".join(found).split()) == "".join(text.split())


def test_a_line_is_parted_at_a_space_and_a_word_only_when_it_must():
    assert pieces("aaaa bbbb cccc", 9) == ["aaaa bbbb", " cccc"]
    assert pieces("a" * 25, 10) == ["a" * 10, "a" * 10, "a" * 5]


def left(count):
    return context(f"{count} left")


def test_what_fits_is_shown_whole():
    blocks = fit([header("h")], plain("x" * 5000), [context("t")], left=left)
    assert [one["type"] for one in blocks] == [
        "header",
        "section",
        "section",
        "context",
    ]


def test_what_does_not_fit_is_counted():
    text = "\n".join(f"{n:05}" for n in range(5000))
    body = plain(text)
    blocks = fit([header("h")], body, [context("t")], left=left)
    assert check_blocks(list(blocks)) == []
    assert block_text_length(list(blocks)) <= 13_000
    told = blocks[-2]["elements"][0]["text"]
    shown = sum(len(one["text"]["text"]) for one in blocks[1:-2])
    assert told == f"{length(body) - shown} left"


def test_more_blocks_than_slack_takes_are_counted_too():
    blocks = fit([], [section("x")] * 80, [context("t")], left=left)
    assert len(blocks) == 50
    assert blocks[-2]["elements"][0]["text"] == "32 left"


def test_a_long_text_becomes_several_messages_that_lose_nothing():
    blocks = plain("y" * 40_000)
    parted = messages(blocks)
    assert len(parted) == 4
    assert all(check_blocks(one) == [] for one in parted)
    assert [block for one in parted for block in one] == blocks


@pytest.mark.parametrize(
    ("hostile", "seen"),
    [
        ("FR76\u202e1234", "FR761234"),
        ("a\u200bb\u2066c\x00", "abc"),
        ("one\r\ntwo\u2028three", "one\ntwo\nthree"),
        ("1\u202f234,56\xa0€", "1\u202f234,56\xa0€"),
    ],
)
def test_signs_that_deceive_go_and_spaces_of_amounts_stay(hostile, seen):
    assert visible(hostile) == seen
    assert visible(one_line("1\u202f234,56\xa0€")) == "1\u202f234,56\xa0€"


def test_the_longest_of_everything_is_within_slacks_limits():
    long = "w" * 5000
    blocks = [
        header(long),
        section(long),
        context(long),
        actions(
            asking(
                "x.y",
                long,
                "1" * 2000,
                question=(long, long),
                answers=(long, long),
            )
        ),
    ]
    assert check_blocks(blocks) == []


def test_empty_words_are_shown_as_a_dash():
    assert check_blocks([header(""), *plain(""), actions(button("a", "", "1"))]) == []


def test_a_value_slack_would_not_keep_is_a_bug():
    with pytest.raises(ValueError, match="too long"):
        button("x.y", "words", "1" * 2001)


def test_what_is_set_in_columns_counts_and_is_parted_like_any_text():
    table = "F-1      120,00 €\n" * 400
    blocks = preformatted(table)
    assert check_blocks(blocks) == []
    assert len(blocks) > 1
    assert length(blocks) == block_text_length(blocks) > 6000
    assert preformatted("\n \n") == []
