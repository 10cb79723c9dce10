"""What people type to Collector, and what only they read back."""

from __future__ import annotations

from datetime import date

import pytest

from collector_bot.core.ledger import AccountSide
from collector_bot.flows.suggest import suggest_account
from collector_bot.sandbox.slack_text import render_blocks
from collector_bot.slack.app import COMMANDS
from collector_bot.slack.cards.limits import Card
from collector_bot.slack.room import Room
from tests.ledger import CLERK, MANAGER, SALES, new_books


def shown(answer):
    """What a person reads of an answer, with plain spaces."""
    told = (
        "\n".join(render_blocks(answer.blocks)) if isinstance(answer, Card) else answer
    )
    return told.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.fixture
def says(books):
    """Types a command as a clerk of a French team."""
    room = Room(books.desk, "C0TEAM00000")

    def say(text, *, command="/collector", user=CLERK):
        return shown(COMMANDS[command](room, user, text))

    return say


@pytest.fixture
def english(tmp_path_factory):
    """Types a command as a clerk of an English team."""
    books = new_books(tmp_path_factory.mktemp("english"), language="en")
    books.account("ACME")
    room = Room(books.desk, "C0TEAM00000")

    def say(text, *, command="/collector", user=CLERK):
        return shown(COMMANDS[command](room, user, text))

    yield say
    books.database.close()


def test_a_supplier_s_suggestion_names_the_invoices_we_owe(books, says):
    account = books.account("FACIER", "Acier du Nord", side=AccountSide.SUPPLIER)
    books.invoice("FACIER", "A-77", 120_00, due_on=date(2026, 11, 1))
    books.payment("FACIER", "VIR-5", 120_00, on=date(2026, 11, 20), label="VIR A-77")
    suggest_account(books.desk, account.id)
    told = says("", command="/matches")
    assert "Acier du Nord : 120,00 €, A-77" in told
    assert "VIR-5" not in told
