"""Every card and answer people read in Slack, as it was last looked at by a person.

COLLECTOR_GOLDEN=rewrite in the environment writes the files anew; the diff is then
reviewed like any other change.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from collector_bot.sandbox.slack_blocks import (
    block_text_length,
    check_blocks,
    interactive_elements,
)
from collector_bot.sandbox.slack_text import render_blocks
from collector_bot.slack.cards.account import balance_card, choice
from collector_bot.slack.cards.help import help_card
from collector_bot.slack.cards.letter import letter_card, uncertain_card
from collector_bot.slack.cards.limits import Card
from collector_bot.slack.cards.lists import (
    checked_card,
    letters_card,
    mails_card,
    matches_card,
    overdue_card,
    promises_card,
)
from collector_bot.slack.cards.mail import mail_card
from collector_bot.slack.cards.payments import payments_card
from collector_bot.slack.cards.promise import promise_card
from collector_bot.slack.cards.run import digest_card, run_card
from collector_bot.slack.cards.suggestion import suggestion_card, suggestion_detail
from collector_bot.slack.verbs import VERBS, find_verb
from tests.unit.slack import card_facts as facts

SHELF = Path(__file__).parent / "cards"
SHOWN_MAX = 13_000
CARDS = {
    "suggestion.exact": lambda t: suggestion_card(facts.EXACT, t),
    "suggestion.doubtful": lambda t: suggestion_card(facts.DOUBTFUL, t),
    "suggestion.corrected": lambda t: suggestion_card(facts.CORRECTED, t),
    "suggestion.approved": lambda t: suggestion_card(facts.APPROVED, t),
    "suggestion.undoable": lambda t: suggestion_card(facts.UNDOABLE, t),
    "suggestion.undone": lambda t: suggestion_card(facts.UNDONE, t),
    "suggestion.instead": lambda t: suggestion_card(facts.INSTEAD, t),
    "suggestion.rejected": lambda t: suggestion_card(facts.REJECTED, t),
    "suggestion.stale": lambda t: suggestion_card(facts.STALE, t),
    "suggestion.expired": lambda t: suggestion_card(facts.EXPIRED, t),
    "suggestion.by_hand": lambda t: suggestion_card(facts.BY_HAND, t),
    "suggestion.why": lambda t: Card(tuple(suggestion_detail(facts.DOUBTFUL, t)), "-"),
    "letter.waiting": lambda t: letter_card(facts.WAITING_LETTER, t),
    "letter.long": lambda t: letter_card(facts.LONG_LETTER, t),
    "letter.released": lambda t: letter_card(facts.RELEASED, t),
    "letter.refused": lambda t: letter_card(facts.REFUSED, t),
    "letter.dropped": lambda t: letter_card(facts.DROPPED, t),
    "letter.uncertain": lambda t: uncertain_card(facts.UNCERTAIN, t),
    "letter.resolved": lambda t: uncertain_card(facts.RESOLVED, t),
    "mail.not_understood": lambda t: mail_card(facts.NOT_UNDERSTOOD, t),
    "mail.promise": lambda t: mail_card(facts.PROMISING, t),
    "mail.fraud": lambda t: mail_card(facts.FRAUD, t),
    "mail.done": lambda t: mail_card(facts.DONE, t),
    "promise.proposed": lambda t: promise_card(facts.PROPOSED_PROMISE, t),
    "promise.open": lambda t: promise_card(facts.OPEN_PROMISE, t),
    "promise.broken": lambda t: promise_card(facts.BROKEN_PROMISE, t),
    "run": lambda t: run_card(facts.RUN, t),
    "digest.quiet": lambda t: digest_card(facts.QUIET, t),
    "digest.late": lambda t: digest_card(facts.LATE, t),
    "digest.busy": lambda t: digest_card(facts.BUSY, t),
    "balance": lambda t: balance_card(facts.RICH_BALANCE, t),
    "balance.shared": lambda t: balance_card(
        facts.EMPTY_BALANCE, t, shared_by="U0SALES0000"
    ),
    "balance.choice": lambda t: choice((facts.DUPONT, facts.ACME), "Dupon", t),
    "overdue": lambda t: overdue_card(facts.OVERDUE, t),
    "matches": lambda t: matches_card(facts.MATCHES, t),
    "payments": lambda t: payments_card(facts.UNALLOCATED, t),
    "payments.none": lambda t: payments_card(facts.ALLOCATED, t),
    "promises": lambda t: promises_card(facts.PROMISES, t),
    "letters": lambda t: letters_card(facts.LETTERS, t),
    "mails": lambda t: mails_card(facts.BUSY.mails, t),
    "help": lambda t: help_card([one.word for one in VERBS], t),
    "help.unknown": lambda t: help_card(
        [find_verb("approve").word], t, unknown="<!here> aprouve"
    ),
    "check": lambda t: checked_card(facts.UNSOUND, t),
}


def written(card: Card) -> str:
    """What a person reads of a card, and below it what each button carries."""
    lines = [f"({card.text})", "", *render_blocks(card.blocks)]
    for block in card.blocks:
        lines += [
            f"{one['action_id']} = {one['value']}"
            for one in interactive_elements(block)
        ]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("tongue", [facts.FR, facts.EN], ids=["fr", "en"])
@pytest.mark.parametrize("name", CARDS)
def test_card(name, tongue):
    card = CARDS[name](tongue)
    kept = SHELF / f"{name}.{tongue.language}.txt"
    if os.environ.get("COLLECTOR_GOLDEN") == "rewrite":
        SHELF.mkdir(exist_ok=True)
        kept.write_text(written(card), "utf-8")
    assert written(card) == kept.read_text("utf-8")


@pytest.mark.parametrize("tongue", [facts.FR, facts.EN], ids=["fr", "en"])
@pytest.mark.parametrize("name", CARDS)
def test_slack_takes_it(name, tongue):
    card = CARDS[name](tongue)
    assert check_blocks(list(card.blocks)) == []
    assert block_text_length(list(card.blocks)) <= SHOWN_MAX
    assert 0 < len(card.text) <= 4000


def test_every_card_is_kept():
    names = {path.name.rsplit(".", 2)[0] for path in SHELF.glob("*.txt")}
    assert names == set(CARDS)
