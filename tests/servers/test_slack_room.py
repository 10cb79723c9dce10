"""People work in Slack: the app over Socket Mode, in the sandbox's workspace."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import date

import pytest

from collector_bot.core.wording import typeset
from collector_bot.flows.run_dunning import run_dunning
from collector_bot.flows.suggest import suggest_account
from collector_bot.sandbox.slack_server import render_text
from tests.ledger import CLERK, LADDER, MANAGER, SALES
from tests.servers.slack_house import slack_house


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    ladder = replace(LADDER, ceiling_minor=1000_00)
    with slack_house(tmp_path_factory.mktemp("slack"), procedure=ladder) as opened:
        yield opened


def paid(house, code, name):
    """An account with one invoice and its payment, and the suggestion between them."""
    account = house.books.account(code, name)
    house.books.invoice(code, f"F-{code}", 120_00, due_on=date(2026, 11, 1))
    house.books.payment(
        code, f"V-{code}", 120_00, on=date(2026, 11, 20), label=f"VIR F-{code}"
    )
    (number,) = suggest_account(house.books.desk, account.id)
    house.deliver()
    return number, house.card(f"Lettrage proposé n° {number}")


def test_a_balance_is_told_to_who_asks_alone(house):
    house.books.account("SOLO", "Solo Mécanique")
    house.books.invoice("SOLO", "F-1", 1234_56, due_on=date(2026, 11, 1))
    before = len(house.cards())
    told = house.says(SALES, "/balance", "solo")
    assert typeset("Solde : 1\u202f234,56\xa0€") in told
    assert "29\xa0jours" in told
    assert len(house.cards()) == before


def test_a_misspelt_name_gives_three_buttons_and_one_shows_the_balance(house):
    for code, name in (
        ("Q1", "Quévrain Nord"),
        ("Q2", "Quévrain Sud"),
        ("Q3", "Quévrain Est"),
    ):
        house.books.account(code, name)
    answer = house.type(SALES, "/balance", "Qevrain Sudd")
    buttons = [
        element
        for block in answer.blocks
        for element in block.get("elements", ())
        if element.get("action_id") == "balance.pick"
    ]
    assert len(buttons) == 3
    assert buttons[0]["text"]["text"] == "Quévrain Sud (Q2)"
    house.server.call(
        house.slack.press(SALES, answer.ts, "balance.pick", value=buttons[0]["value"])
    )
    house.until(
        lambda: "Rien n’est ouvert" in render_text(house.slack.ephemerals(SALES)[-1])
    )
    assert house.slack.ephemerals(SALES)[-1].ts == answer.ts


def test_a_balance_is_shown_to_the_team_on_request(house):
    house.books.account("SHARE", "Partage Bois")
    answer = house.type(SALES, "/balance", "SHARE")
    before = len(house.cards())
    house.server.call(house.slack.press(SALES, answer.ts, "balance.share"))
    house.until(lambda: len(house.cards()) > before)
    assert "Demandé par @sales" in render_text(house.cards()[-1])
    told = house.says(SALES, "/collector", "montrer Partage Bois")
    assert told == "L’équipe le voit maintenant."
    house.until(lambda: len(house.cards()) == before + 2)


def test_a_viewer_cannot_approve_and_nothing_happens(house):
    number, card = paid(house, "VIEW", "Vue Claire")
    told = house.press(SALES, card.ts, "suggestion.approve")
    assert told == typeset("Il faut le rôle « manager », que vous n’avez pas ici.")
    assert house.books.open_of("VIEW") == {"F-VIEW": 120_00, "V-VIEW": 120_00}
    assert "rôle" in house.says(SALES, "/collector", f"approve {number}")


def test_an_approval_posts_the_lettering_and_rewrites_the_card(house):
    number, card = paid(house, "APPR", "Approuve Bâtiment")
    told = house.press(MANAGER, card.ts, "suggestion.approve")
    assert told == "Lettrage de 120,00\xa0€ passé sous le code AA."
    assert house.books.open_of("APPR") == {}
    house.deliver()
    shown = house.card(f"Lettrage n° {number} approuvé")
    assert shown.ts == card.ts
    assert "Approuvé par @credit.manager le 30/11/2026 à 09:00. Code AA." in (
        render_text(shown)
    )
    assert "[Approuver]" not in render_text(shown)


def test_two_presses_at_once_are_one_lettering_and_a_clear_sentence(house):
    _, card = paid(house, "TWICE", "Deux Fois")

    def press(user):
        house.server.call(house.slack.press(user, card.ts, "suggestion.approve"))

    before = len(house.slack.ephemerals(MANAGER))
    threads = [threading.Thread(target=press, args=(MANAGER,)) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    house.until(lambda: len(house.slack.ephemerals(MANAGER)) == before + 2)
    told = sorted(render_text(one) for one in house.slack.ephemerals(MANAGER)[before:])
    assert told[0].startswith("Déjà approuvée par @credit.manager le 30/11/2026")
    assert told[1] == "Lettrage de 120,00\xa0€ passé sous le code AA."
    assert house.books.open_of("TWICE") == {}


def test_what_slack_delivers_twice_is_done_once(house):
    _, card = paid(house, "AGAIN", "Encore Acier")
    house.slack.faults.duplicate_next_envelope()
    told = house.press(MANAGER, card.ts, "suggestion.approve")
    assert told == "Lettrage de 120,00\xa0€ passé sous le code AA."
    assert house.says(SALES, "/balance", "AGAIN").count("Rien n’est ouvert") == 1
    sentences = [render_text(one) for one in house.slack.ephemerals(MANAGER)]
    assert sentences[-1] == told


def test_a_rejected_suggestion_says_by_whom_and_why(house):
    number, card = paid(house, "REJ", "Rejet Plâtre")
    told = house.says(MANAGER, "/collector", f"rejeter {number} pas le bon client")
    assert told.startswith(f"Suggestion {number} rejetée")
    house.deliver()
    shown = house.card(f"Lettrage n° {number} rejeté")
    assert shown.ts == card.ts
    assert typeset("« pas le bon client »") in render_text(shown)


def test_why_tells_the_grounds(house):
    _, card = paid(house, "WHY", "Pourquoi Pas")
    told = house.press(SALES, card.ts, "suggestion.why")
    assert "F-WHY" in told
    assert "Le montant est exactement 120,00\xa0€." in told


def test_a_clerk_letters_and_another_approves(house):
    house.books.account("HAND", "Main Levée")
    house.books.invoice("HAND", "F-9", 80_00, due_on=date(2026, 11, 1))
    house.books.payment("HAND", "V-9", 80_00, on=date(2026, 11, 2))
    told = house.says(CLERK, "/collector", "letter HAND F-9 V-9")
    assert "attend l’accord d’une autre personne" in told
    house.deliver()
    asked = house.card("Main Levée").ts
    house.hand_in(MANAGER, house.opens(MANAGER, asked, "suggestion.reject"))
    told = house.says(CLERK, "/collector", "letter HAND F-9 V-9")
    assert typeset(told).endswith(
        "attend l’accord d’une autre personne. Exactement cela avait été rejeté par "
        "@credit.manager le 30/11/2026 à 09:00."
    )
    house.deliver()
    card = house.card("Main Levée")
    assert "Écritures choisies par @ar.clerk." in render_text(card)
    house.press(MANAGER, card.ts, "suggestion.approve")
    assert house.books.open_of("HAND") == {}
    undone = house.says(MANAGER, "/collector", "unletter HAND AA")
    assert undone == "Code AA délettré\u202f; 2\xa0écritures à nouveau."
    assert house.books.open_of("HAND") == {"F-9": 80_00, "V-9": 80_00}


def test_a_letter_waits_for_approval_and_leaves_as_shown(house):
    house.books.account("FIRM", "Ferme Charpente")
    house.books.invoice("FIRM", "F-77", 5000_00, due_on=date(2026, 9, 1))
    run_dunning(house.books.desk, by=MANAGER)
    house.deliver()
    assert "à approuver" in render_text(house.card("Relances du 30/11/2026"))
    card = house.card("Ferme Charpente")
    assert "5\u202f000,00\xa0€" in render_text(card)
    assert "FR76 3000 6000 0112 3456 7890 189" in render_text(card)

    whole = house.press(CLERK, card.ts, "letter.show")
    assert "F-77" in whole
    assert "rôle" in house.press(CLERK, card.ts, "letter.approve")
    told = house.press(MANAGER, card.ts, "letter.approve")
    assert "part aux heures d’envoi" in told
    again = house.press(MANAGER, card.ts, "letter.approve")
    assert again.startswith("Déjà approuvée par @credit.manager")
    house.deliver()
    shown = render_text(house.card("Ferme Charpente"))
    assert "Approuvée par @credit.manager le 30/11/2026 à 09:00." in shown
    assert "[Envoyer cette lettre]" not in shown


def test_a_promise_by_command_waits_for_a_manager(house):
    house.books.account("PROM", "Promesse Vitrage")
    house.books.invoice("PROM", "F-3", 300_00, due_on=date(2026, 11, 1))
    told = house.says(CLERK, "/collector", "promesse PROM 15/12/2026 300,00 F-3")
    assert "300,00\xa0€, 15/12/2026" in told
    assert "responsable" in told
    house.deliver()
    card = house.card("Promesse Vitrage")
    accepted = house.press(MANAGER, card.ts, "promise.approve")
    assert "acceptée" in accepted
    house.deliver()
    shown = render_text(house.card("Promesse Vitrage"))
    assert "acceptée par @credit.manager" in shown
    assert "[Annuler]" in shown

    assert "rôle" in house.press(CLERK, card.ts, "promise.cancel")
    number = shown.partition("annuler ")[2].partition("`")[0]
    cancelled = house.press(MANAGER, card.ts, "promise.cancel")
    assert cancelled == typeset(
        f"Promesse {number} annulée : ses pièces sont relancées."
    )
    house.deliver()
    shown = render_text(house.card("Promesse Vitrage"))
    assert "annulée, par @credit.manager" in shown.replace("*", "")
    assert "[Annuler]" not in shown
    assert "annulée" in house.says(MANAGER, "/collector", f"annuler {number}")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("approve", "Commande incomprise\u202f; écrivez /collector approuver N"),
        ("approve 9999", "Il n’y a pas de suggestion 9999."),
        ("promise SOLO demain", "« demain » n’est pas une date"),
        ("letter SOLO X-1 X-2", "Rien n’est ouvert sous « X-1 » au compte SOLO."),
        ("unletter SOLO ZZ", "Aucun lettrage « ZZ » au compte SOLO."),
        ("hold nobodyatall", "Aucun compte ne s’appelle « nobodyatall »"),
        ("release 9999", "Il n’y a pas de lettre 9999."),
        ("done 9999", "Il n’y a pas de courriel 9999."),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence(house, typed, told):
    assert typeset(told) in typeset(house.says(MANAGER, "/collector", typed))


def test_who_has_no_role_is_told_so(house):
    told = house.says(SALES, "/collector", "hold SOLO")
    assert typeset("« clerk »") in typeset(told)


def test_help_leaves_out_what_the_role_does_not_allow(house):
    assert "approuver N" not in house.says(SALES, "/collector", "aide")
    assert "approuver N" in house.says(MANAGER, "/collector", "help")


def test_an_unknown_command_is_answered(house):
    assert "/collector aide" in house.says(SALES, "/balances", "x")


def test_lists_are_told(house):
    house.books.account("LATE", "Retard Fonderie")
    house.books.invoice("LATE", "F-5", 999_999_00, due_on=date(2026, 10, 1))
    assert "1. Retard Fonderie (LATE)" in house.says(SALES, "/overdue", "3")
    assert house.says(SALES, "/matches")
    house.says(CLERK, "/collector", "promesse LATE 15/12/2026")
    assert "Promesses" in house.says(SALES, "/promises")
    assert "Tout est juste" in house.says(MANAGER, "/collector", "check")
