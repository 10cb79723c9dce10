"""Payments nobody was recognised for are given their account in Slack."""

from __future__ import annotations

from datetime import date

import pytest

from collector_bot.flows.daily import enqueue_digest
from collector_bot.flows.identify_payers import identify_payers
from collector_bot.sandbox.slack_server import render_text
from tests.ledger import CLERK, MANAGER, SALES
from tests.servers.slack_house import slack_house
from tests.store.test_bank import keep, received


@pytest.fixture
def house(tmp_path):
    with slack_house(tmp_path) as opened:
        books = opened.books
        for code, name in (("ACME", "Acme SARL"), ("BOIS", "Bois Acme")):
            books.account(code, name)
            books.invoice(code, f"F-{code}", 100_00, due_on=date(2026, 11, 20))
        keep(
            books,
            received("100.00", "VIR 1", name="HOLDING DU NORD"),
            received("31.00", "VIR 2", name="XYLO"),
        )
        identify_payers(books.desk)
        enqueue_digest(books.desk)
        opened.deliver()
        yield opened


def test_a_button_gives_a_payment_its_account_and_the_card_loses_it(house):
    card = house.card("Règlements à affecter")
    assert "2\xa0règlements en banque n’ont pas de compte" in render_text(card)

    told = house.press(CLERK, card.ts, "payment.first")
    assert told == (
        "Règlement 1 affecté à Acme SARL ; son payeur est retenu. "
        "Lettrage proposé n° 1."
    ).replace(" ;", "\u202f;")
    house.deliver()
    after = house.card("Règlements à affecter")
    assert after.ts == card.ts
    assert "HOLDING DU NORD" not in render_text(after)
    assert "XYLO" in render_text(after)
    assert "Une personne a dit de qui est ce règlement." in render_text(
        house.card("Lettrage proposé n° 1")
    )


def test_a_second_person_who_presses_another_account_is_told_so(house):
    card = house.card("Règlements à affecter")
    house.press(CLERK, card.ts, "payment.first")

    told = house.press(MANAGER, card.ts, "payment.second")

    assert told.replace("\u202f", " ").startswith(
        "Le règlement 1 est déjà au compte ACME ; rien n’a changé."
    )


def test_who_may_only_look_gives_nothing_an_account(house):
    card = house.card("Règlements à affecter")

    told = house.press(SALES, card.ts, "payment.first")

    assert "Il faut le rôle" in told
    assert "HOLDING" in house.says(SALES, "/matches")


def test_it_is_typed_too_and_leaving_one_alone_needs_a_reason(house):
    assert "affecté à Bois Acme" in house.says(CLERK, "/collector", "affecter 2 BOIS")
    assert "laisser N MOTIF" in house.says(CLERK, "/collector", "laisser 1")
    told = house.says(CLERK, "/collector", "laisser 1 remboursement")
    assert told == "Règlement 1 laissé de côté."
    house.deliver()
    assert house.card("Chaque règlement en banque a son compte.")
