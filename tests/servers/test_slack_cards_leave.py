"""Cards leave the outbox: once in the channel, whatever Slack answers on the way."""

from __future__ import annotations

from datetime import date

import pytest

from collector_bot.flows.hold import place_hold
from collector_bot.flows.promise import accept_promise, add_promise
from collector_bot.sandbox.slack_server import render_text
from collector_bot.slack.sender import deliver_cards
from tests.ledger import CLERK, MANAGER
from tests.servers.slack_house import slack_house


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    with slack_house(tmp_path_factory.mktemp("cards"), mode="http") as opened:
        yield opened


def new_promise(house, code):
    house.books.account(code)
    house.books.invoice(code, f"F-{code}", 100_00, due_on=date(2026, 11, 1))
    return add_promise(house.books.desk, code, on=date(2026, 12, 1), by=CLERK)


def showing(house, code):
    return [one for one in house.cards() if f"({code})" in render_text(one)]


def test_a_card_is_posted_once_and_then_rewritten(house):
    number = new_promise(house, "ONCE")
    assert house.deliver() == 1
    assert house.deliver() == 0
    accept_promise(house.books.desk, number, by=MANAGER)
    assert house.deliver() == 1
    (card,) = showing(house, "ONCE")
    assert card.edited
    assert "acceptée par @credit.manager" in render_text(card)
    assert card.metadata["event_payload"] == {"key": f"card:promise:{number}:accepted"}


def test_a_card_waits_out_slacks_rate_limit(house):
    new_promise(house, "SLOW")
    house.slack.faults.rate_limit_next("chat.postMessage", retry_after=0)
    assert house.deliver() == 1
    assert len(showing(house, "SLOW")) == 1


def test_a_card_somebody_deleted_is_posted_again(house):
    number = new_promise(house, "GONE")
    house.deliver()
    (card,) = showing(house, "GONE")
    house.client.chat_delete(channel=card.channel, ts=card.ts)
    accept_promise(house.books.desk, number, by=MANAGER)
    assert house.deliver() == 1
    (again,) = showing(house, "GONE")
    assert again.ts != card.ts


def test_a_channel_the_app_cannot_write_in_is_tried_again_later(house):
    new_promise(house, "LATER")
    assert deliver_cards(house.books.desk, house.client, "C0NOWHERE00") == 0
    assert house.deliver() == 0, "it rests for a few seconds"
    house.books.hands.forward(seconds=10)
    assert house.deliver() == 1
    assert len(showing(house, "LATER")) == 1


def test_a_hold_makes_no_card(house):
    house.books.account("HELD")
    place_hold(house.books.desk, "HELD", by=CLERK)
    assert house.deliver() == 0
