"""Whatever customers, banks and files write, a card stays a card and calls nobody."""

from __future__ import annotations

import re
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from collector_bot.sandbox.slack_blocks import block_text_length, check_blocks
from collector_bot.slack.cards.account import balance_card, choice
from collector_bot.slack.cards.letter import letter_card
from collector_bot.slack.cards.limits import Card
from collector_bot.slack.cards.lists import matches_card, overdue_card
from collector_bot.slack.cards.mail import mail_card
from collector_bot.slack.cards.promise import promise_card
from collector_bot.slack.cards.run import run_card
from collector_bot.slack.cards.suggestion import suggestion_card
from tests.unit.slack import card_facts as facts

HOSTILE = st.one_of(
    st.text(max_size=3000),
    st.lists(
        st.sampled_from(
            [
                "<!channel>",
                "<@U0MANAGER00>",
                "<https://evil.example|paid>",
                "&lt;",
                "*",
                "`",
                "\u202e",
                "\x00",
                "\n",
                "```",
                ":warning:",
                "a" * 3000,
            ]
        ),
        max_size=8,
    ).map("".join),
)
# Slack's markup that means something, other than the people we name ourselves.
_ALIVE = re.compile(r"<(?!@U0(?:MANAGER00|CLERK0000)>)")


def cards(words: str) -> list[Card]:
    account = replace(facts.DUPONT, name=words, code=words[:40] or "C")
    entries = {
        key: replace(one, piece=words, label=words)
        for key, one in facts.ENTRIES.items()
    }
    parts = tuple(
        replace(one, piece=words) for one in facts.DOUBTFUL.suggested.candidate.parts
    )
    candidate = replace(facts.DOUBTFUL.suggested.candidate, parts=parts)
    suggested = replace(facts.DOUBTFUL.suggested, candidate=candidate)
    match = replace(
        facts.DOUBTFUL, account=account, entries=entries, suggested=suggested
    )
    promise = replace(facts.PROPOSED_PROMISE, account=account, pieces=(words,) * 30)
    reading = {
        "suspicions": [words],
        "suspicious": True,
        "findings": [
            {"type": words, "evidence": words, "amount": words, "date": words},
            {"type": "dispute", "reason": words, "invoices": [words] * 40},
            {"type": "remittance", "lines": [{"reference": words}], "total": words},
        ],
    }
    mail = replace(facts.FRAUD.mail, sender=words, subject=words, needs_person=words)
    letter = replace(
        facts.WAITING_LETTER,
        account=account,
        message=facts.queued(text=words * 5, subject=words, recipient=words),
    )
    balance = replace(
        facts.RICH_BALANCE,
        account=account,
        holds=tuple(
            replace(one, piece=words, reason=words) for one in facts.RICH_BALANCE.holds
        ),
        disputes=(replace(facts.RICH_BALANCE.disputes[0], pieces=(words,) * 20),),
    )
    return [
        suggestion_card(match, facts.FR),
        promise_card(promise, facts.EN),
        mail_card(
            replace(facts.FRAUD, mail=mail, text=words * 5, reading=reading,
                    account=account, promises=(promise,)),
            facts.FR,
        ),
        letter_card(letter, facts.EN),
        balance_card(balance, facts.FR),
        choice((account, account, account), words, facts.FR),
        run_card(replace(facts.RUN, failures=((words, words),) * 30), facts.FR),
        matches_card((replace(facts.MATCHES[0], name=words),) * 60, facts.EN),
        overdue_card(
            replace(
                facts.OVERDUE,
                rows=(replace(facts.OVERDUE.rows[0], name=words, code=words[:99]),) * 60,
            ),
            facts.FR,
        ),
    ]  # fmt: skip


def markup(piece: object) -> list[str]:
    """Every text Slack would read markup in."""
    if isinstance(piece, dict):
        own = [str(piece["text"])] if piece.get("type") == "mrkdwn" else []
        return own + [one for inner in piece.values() for one in markup(inner)]
    if isinstance(piece, list | tuple):
        return [one for inner in piece for one in markup(inner)]
    return []


@settings(max_examples=30, deadline=None)
@given(HOSTILE)
def test_no_words_break_a_card_or_come_alive(words):
    for card in cards(words):
        blocks = list(card.blocks)
        assert check_blocks(blocks) == []
        assert block_text_length(blocks) <= 13_000
        assert len(card.text) <= 4000
        for text in markup(blocks):
            assert not _ALIVE.search(text), text
