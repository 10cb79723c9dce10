"""The story says what did not happen; what it sees does not depend on wording."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from collector_bot.sandbox.narrator import Narrator
from collector_bot.sandbox.slack_server import Message
from collector_bot.sandbox.story import Story
from collector_bot.sandbox.story_words import WORDS
from collector_bot.sandbox.watcher import NotSeenError, Watcher, compact, pressable
from collector_bot.sandbox.world import World

STUB = [sys.executable, str(Path(__file__).with_name("stub_product.py"))]


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    with World(tmp_path_factory.mktemp("home"), command=STUB) as opened:
        opened.begin()
        yield opened


def test_both_languages_say_the_same_things():
    assert WORDS["fr"].keys() == WORDS["en"].keys()


@pytest.mark.parametrize(
    "written",
    [
        "4\u202f812,60\u00a0€",
        "4 812,60 €",
        "4,812.60 €",
        "4812.60 €",
        "4'812.60\n€",
    ],
)
def test_an_amount_is_recognised_however_it_is_written(written):
    assert compact(written) == "481260 €"


def test_a_story_that_stops_says_where_and_what_was_seen_last(world):
    lines: list[str] = []
    narrator = Narrator(lines.append, language="fr", clock=world.stage.clock)

    assert Story(Watcher(world, seconds=1), narrator).run() is False

    piece = world.stage.company.of("ACME")[0].piece
    assert lines[1].startswith("1. Les livres sont importés (")
    assert (
        "  L’étape « Les livres sont importés » n’a pas abouti : "
        f"'items ACME' lacks {piece}"
    ) in lines
    assert any("Lettrage proposé" in line for line in lines)


def test_a_card_is_found_by_what_it_holds_and_by_its_buttons(world):
    watcher = Watcher(world, seconds=10)
    (card,) = watcher.cards("HARBOUR", "1 840.00", action="suggestion.approve")
    assert watcher.account_of(card) == "HARBOUR"
    assert pressable(card, "suggestion.reject")["value"] == "1"
    assert pressable(card, "letter.approve") is None
    assert watcher.cards("HARBOUR", action="letter.approve") == []


def test_a_card_without_code_is_known_by_its_invoices(world):
    watcher = Watcher(world)
    piece = world.stage.company.of("ACME")[0].piece
    assert watcher.account_of(Message("C", "1.0", "U", f"Relance {piece}")) == "ACME"
    assert watcher.account_of(Message("C", "1.0", "U", "Rien")) == ""


def test_waiting_in_vain_ends_with_what_was_waited_for(world):
    with pytest.raises(NotSeenError, match="no firm letter within 0 seconds"):
        Watcher(world, seconds=0.01).until(lambda: None, what="firm letter")


def test_waiting_ends_at_once_when_the_product_has_ended(tmp_path):
    with World(tmp_path, command=STUB) as world:
        world.begin()
        world.stage.product.stop()
        with pytest.raises(NotSeenError, match="'serve' has ended while waiting"):
            Watcher(world, seconds=60).until(lambda: None, what="letter")
