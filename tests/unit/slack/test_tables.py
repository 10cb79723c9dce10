"""Buttons, verbs, commands and the manifest say the same thing."""

from __future__ import annotations

import pytest

from collector_bot.core.refusals import (
    UnknownNumberError,
    UnreadableCommandError,
    UnreadableDateError,
)
from collector_bot.sandbox.slack_blocks import interactive_elements
from collector_bot.slack.actions import BUTTONS, Pressed, pressed
from collector_bot.slack.app import COMMANDS, SlackSettings
from collector_bot.slack.cards.vocabulary import folded
from collector_bot.slack.inbox import delivered
from collector_bot.slack.manifest import manifest
from collector_bot.slack.typed import number_of, until_in, words_of
from collector_bot.slack.verbs import VERBS, find_verb
from tests.golden.test_cards import CARDS
from tests.unit.slack.card_facts import FR


def test_every_button_of_a_card_has_a_listener_and_every_listener_a_card():
    shown = {
        element["action_id"]
        for card in CARDS.values()
        for block in card(FR).blocks
        for element in interactive_elements(block)
    }
    assert shown == {one.action_id for one in BUTTONS}


def test_every_button_can_be_typed_too():
    verbs = {verb.name: verb for verb in VERBS}
    for one in BUTTONS:
        if one.twin != "balance":
            assert verbs[one.twin].needs == one.needs, one.action_id
            assert verbs[one.twin].changes == (one.changes or one.opens), one.action_id


def test_every_verb_has_two_names_of_its_own():
    words = [verb.word for verb in VERBS]
    names = [folded(name) for one in words for name in {one.name, one.french}]
    assert len(names) == len(set(names))
    assert find_verb("APPROUVER") is find_verb("approve")
    assert find_verb("delettrer") is find_verb("délettrer") is find_verb("unletter")
    assert find_verb("nonsense") is None


@pytest.mark.parametrize("url", ["", "https://morel.example/slack/events"])
def test_the_manifest_names_every_command_and_nothing_else(url):
    made = manifest("socket", request_url=url)
    commands = made["features"]["slash_commands"]
    assert {one["command"] for one in commands} == set(COMMANDS)
    assert made["settings"]["interactivity"]["is_enabled"] is True
    assert made["oauth_config"]["scopes"]["bot"] == ["chat:write", "commands"]
    over_http = url != ""
    assert made["settings"]["socket_mode_enabled"] is not over_http
    assert all(("url" in one) is over_http for one in commands)


def test_secrets_are_not_shown():
    shown = repr(
        SlackSettings(
            "http", "xoxb-1", "C0TEAM00000", app_token="xapp-1", signing_secret="s3cret"
        )
    )
    assert "http" in shown
    assert not any(secret in shown for secret in ("xoxb", "xapp", "s3cret"))


@pytest.mark.parametrize(
    ("value", "meant"),
    [("12", Pressed(12)), ("12:0123abcd", Pressed(12, "0123abcd"))],
)
def test_a_button_says_a_number_and_what_it_showed(value, meant):
    assert pressed(value) == meant


@pytest.mark.parametrize("value", ["", "x", "-1", "1.5", "١٢", "9" * 30, ":a"])
def test_a_made_up_button_is_refused(value):
    with pytest.raises(UnknownNumberError):
        pressed(value)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", []),
        ("approve 12", ["approve", "12"]),
        ("hold « Acme SARL » jusqu'au 30/11/2026", ["hold", "Acme SARL", "jusqu'au", "30/11/2026"]),
        ("promise “Acme SARL” 2026-11-30 F-1", ["promise", "Acme SARL", "2026-11-30", "F-1"]),
        ('letter "Acme', ["letter", '"Acme']),
    ],
)  # fmt: skip
def test_words_between_quotation_marks_stay_together(text, words):
    assert words_of(text) == words


@pytest.mark.parametrize("word", ["12", "#12", "n°12", "N° 12", "No.12"])
def test_numbers_are_taken_as_people_write_them(word):
    assert number_of([word], usage="") == 12


@pytest.mark.parametrize("words", [[], ["x"], ["12x"], ["-3"]])
def test_what_is_no_number_is_answered_with_the_usage(words):
    with pytest.raises(UnreadableCommandError, match="/collector approve N"):
        number_of(words, usage="/collector approve N")


@pytest.mark.parametrize("until", ["until", "UNTIL", "jusqu'au", "jusqu’au", "jusqu'à"])
def test_a_hold_says_until_when_in_both_languages(until):
    day, rest = until_in(["F-1", until, "30/11/2026", "avoir", "attendu"])
    assert (str(day), rest) == ("2026-11-30", ["F-1", "avoir", "attendu"])


@pytest.mark.parametrize("word", ["31/11/2026", "11/30/2026", "2026-13-01", "demain"])
def test_a_day_that_does_not_exist_is_refused(word):
    with pytest.raises(UnreadableDateError):
        until_in(["until", word])


def command(text, trigger_id="1.a"):
    return {
        "command": "/collector",
        "text": text,
        "user_id": "U0CLERK0000",
        "trigger_id": trigger_id,
    }


def press(action_id, action_ts="1.0"):
    return {
        "type": "block_actions",
        "user": {"id": "U0MANAGER00"},
        "container": {"message_ts": "9.9"},
        "actions": [{"action_id": action_id, "action_ts": action_ts}],
    }


def test_what_changes_something_is_written_down_under_its_own_key():
    assert delivered(command("approve 12")).key == "command:1.a"
    assert delivered(command("approuver 12", "2.b")).key == "command:2.b"
    one = delivered(press("suggestion.approve"))
    assert one.key == "press:1.0:U0MANAGER00:9.9:suggestion.approve"
    assert delivered(press("suggestion.approve", "2.0")).key != one.key


@pytest.mark.parametrize(
    "body",
    [
        {"command": "/balance", "text": "acme"},
        command("help"),
        command("why 12"),
        command(""),
        press("suggestion.why"),
        press("balance.pick"),
        {"type": "event_callback"},
        {"type": "block_actions"},
    ],
)
def test_questions_are_not_written_down(body):
    assert delivered(body) is None
