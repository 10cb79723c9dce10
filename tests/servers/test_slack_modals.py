"""Modals: what is asked, what is complained of, and what is done once, in Slack."""

from __future__ import annotations

import json
from datetime import date
from itertools import count

import pytest

from collector_bot.core.wording import typeset
from collector_bot.flows.daily import enqueue_digest
from collector_bot.flows.decide import approve
from collector_bot.flows.identify_payers import identify_payers
from collector_bot.flows.suggest import suggest_account
from collector_bot.flows.take import take
from collector_bot.sandbox.slack_people import CHANNEL
from collector_bot.sandbox.slack_server import render_text
from collector_bot.slack.again import do_again
from collector_bot.slack.room import Room
from collector_bot.store.cards import Taken
from tests.ledger import CLERK, MANAGER, SALES, SECOND_MANAGER
from tests.servers.slack_house import NOW, slack_house
from tests.store.test_bank import keep, received


@pytest.fixture
def house(tmp_path):
    with slack_house(tmp_path) as opened:
        yield opened


def paid(house, code="ACME"):
    """A suggestion, and the card that shows it."""
    books = house.books
    account = books.account(code)
    books.invoice(code, f"F-{code}", 120_00, due_on=date(2026, 11, 1))
    books.payment(
        code, f"V-{code}", 120_00, on=date(2026, 11, 20), label=f"VIR F-{code}"
    )
    (number,) = suggest_account(books.desk, account.id)
    house.deliver()
    return number, house.card(f"Lettrage proposé n° {number}")


def free(house):
    """A payment nobody was recognised for, and the card that shows it."""
    books = house.books
    for code, name in (("ACME", "Acme SARL"), ("ZETA", "Zeta Industries")):
        books.account(code, name)
    keep(books, received("100.00", "VIR 1", name="HOLDING DU NORD"))
    identify_payers(books.desk)
    enqueue_digest(books.desk)
    house.deliver()
    return house.card("Règlements à affecter")


def test_a_rejection_is_asked_its_reason_and_the_card_says_it(house):
    number, card = paid(house)
    modal = house.opens(MANAGER, card.ts, "suggestion.reject")
    told = house.hand_in(MANAGER, modal, reason="account", words="C’est <Zeta> & fils")

    assert told == typeset(
        f"Suggestion {number} rejetée ; elle ne sera plus proposée d’elle-même."
    )
    house.deliver()
    assert render_text(house.card(f"Lettrage n° {number} rejeté")).endswith(
        "«\xa0Pas le bon client – C’est <Zeta> & fils\xa0»"
    )
    assert house.slack.open_views(MANAGER) == ()


def test_a_rejection_needs_no_reason(house):
    _, card = paid(house)
    modal = house.opens(MANAGER, card.ts, "suggestion.reject")

    assert "rejetée" in house.hand_in(MANAGER, modal)


def test_a_modal_handed_in_after_somebody_else_answered_changes_nothing(house):
    number, card = paid(house)
    modal = house.opens(MANAGER, card.ts, "suggestion.reject")
    approve(house.books.desk, number, by=SECOND_MANAGER)

    told = house.hand_in(MANAGER, modal, reason="items")

    assert told.startswith("Déjà approuvée par @")
    assert house.books.open_of("ACME") == {}


def test_who_may_not_reject_sees_no_modal(house):
    _, card = paid(house)

    assert "Il faut le rôle" in house.press(CLERK, card.ts, "suggestion.reject")
    assert house.slack.open_views(CLERK) == ()


def test_the_account_of_a_payment_is_typed_and_asked_again_when_unclear(house):
    card = free(house)
    modal = house.opens(CLERK, card.ts, "payment.other")

    assert house.complaints(CLERK, modal, account="Personne") == {
        "account": typeset(
            "Aucun compte ne s’appelle « Personne » ; donnez son code ou une partie du nom."
        )
    }
    told = house.hand_in(CLERK, modal, account="zeta")
    assert told.startswith("Règlement 1 affecté à Zeta Industries")


def test_a_payment_is_left_alone_for_a_reason(house):
    card = free(house)
    modal = house.opens(CLERK, card.ts, "payment.leave")

    assert house.complaints(CLERK, modal, words="   ") == {"words": "Donnez un motif."}
    assert house.hand_in(CLERK, modal, words="remboursement") == (
        "Règlement 1 laissé de côté."
    )


def test_what_is_handed_in_twice_is_done_once(house):
    card = free(house)
    modal = house.opens(CLERK, card.ts, "payment.leave")
    house.slack.faults.duplicate_next_envelope()

    told = house.hand_in(CLERK, modal, words="remboursement")

    assert house.says(SALES, "/matches") == "Rien n’attend."
    assert house.says(CLERK, "/collector", "mails")
    heard = [render_text(one) for one in house.slack.ephemerals(CLERK)]
    assert [one for one in heard if "Règlement 1" in one] == [told]


def test_a_modal_that_opens_too_late_says_how_to_go_on(tmp_path):
    hours = count()
    with slack_house(tmp_path, now=lambda: NOW + 60 * next(hours)) as house:
        number, card = paid(house)
        told = house.press(MANAGER, card.ts, "suggestion.reject")

    assert told == typeset(
        "L’ouverture a trop tardé ; cliquez de nouveau, ou écrivez "
        f"/collector rejeter {number}."
    )


def test_what_was_handed_in_before_a_restart_is_done_after_it(house):
    number, _ = paid(house)
    request = {
        "form": "suggestion.rejected",
        "number": number,
        "digest": "",
        "values": {"reason": "items", "words": ""},
    }
    take(house.books.desk, Taken("form:V1", "form", MANAGER, json.dumps(request)))

    (told,) = do_again(Room(house.books.desk, CHANNEL))

    assert told.sentence == typeset(
        f"Après un redémarrage : Suggestion {number} rejetée ; elle ne sera plus proposée d’elle-même."
    )
    assert do_again(Room(house.books.desk, CHANNEL)) == []


def test_another_answer_is_looked_at_and_approved_instead(house):
    books = house.books
    account = books.account("DEUX")
    for piece in ("F-1", "F-2"):
        books.invoice("DEUX", piece, 120_00, due_on=date(2026, 11, 1))
    books.payment("DEUX", "V-1", 120_00, on=date(2026, 11, 20), label="VIR")
    first, second, *_ = suggest_account(books.desk, account.id)
    house.deliver()
    card = house.card(f"Lettrage proposé n° {first}")

    house.press(MANAGER, card.ts, "suggestion.instead", value=str(second))
    other = house.slack.ephemerals(MANAGER)[-1]
    assert f"Lettrage proposé n° {second}" in render_text(other)
    told = house.press(MANAGER, other.ts, "suggestion.approve")

    assert told == "Lettrage de 120,00\xa0€ passé sous le code AA."
    house.deliver()
    assert f"Le n° {second} a été approuvé à la place." in render_text(
        house.card(f"Lettrage n° {first} dépassé")
    )
    shown = house.card(f"Lettrage n° {second} approuvé")
    told = house.press(MANAGER, shown.ts, "suggestion.undo")
    assert told == typeset("Code AA délettré ; 2\xa0écritures ouvertes à nouveau.")
    assert books.open_of("DEUX") == {"F-1": 120_00, "F-2": 120_00, "V-1": 120_00}


def test_lines_are_edited_proposed_and_approved_by_somebody_else(house):
    number, card = paid(house)
    books = house.books
    item = books.invoice("ACME", "F-2", 80_00, due_on=date(2026, 11, 10))
    modal = house.opens(CLERK, card.ts, "suggestion.edit")
    bill = next(
        one["block_id"]
        for one in modal.blocks
        if one["type"] == "input" and "F-ACME" in one["label"]["text"]
    )
    other = f"entry:{item.entry_id}"

    assert list(house.complaints(CLERK, modal, **{other: "90"}).values()) == [
        "Pas plus de 80,00\xa0€ ouvert."
    ]
    assert list(house.complaints(CLERK, modal, **{other: "x"}).values()) == [
        "Pas un montant supérieur à zéro."
    ]
    (gap,) = house.complaints(CLERK, modal, **{other: "30,00"}).values()
    assert gap == typeset("Débits 150,00\xa0€, crédits 120,00\xa0€ : écart 30,00\xa0€.")
    told = house.hand_in(CLERK, modal, **{other: "30,00", bill: "90,00"})
    assert told == typeset(
        f"La suggestion {number + 1} attend l’accord d’un responsable ; la {number} "
        "tient d’ici là."
    )
    house.deliver()
    mine = house.card(f"Lettrage proposé n° {number + 1}")
    house.press(MANAGER, mine.ts, "suggestion.approve")
    assert books.open_of("ACME") == {"F-ACME": 30_00, "F-2": 50_00}


def test_of_many_items_the_modal_shows_what_it_can_and_counts_the_rest(house):
    _, card = paid(house)
    for place in range(120):
        house.books.invoice(
            "ACME", f"P-{place}", 10_00 + place, due_on=date(2026, 12, 1)
        )
    modal = house.opens(CLERK, card.ts, "suggestion.edit")

    assert len(modal.blocks) == 92
    told = modal.blocks[-1]["elements"][0]["text"]
    assert told.startswith("32\xa0autres pièces ouvertes ne sont pas montrées")
