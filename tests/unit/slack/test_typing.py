"""What people type to Collector, and what only they read back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from collector_bot.core.dunning import Procedure
from collector_bot.core.ledger import AccountSide
from collector_bot.core.refusals import UnreadableDateError
from collector_bot.flows.run_dunning import run_dunning
from collector_bot.flows.suggest import suggest_account
from collector_bot.sandbox.slack_text import render_blocks
from collector_bot.slack.app import COMMANDS
from collector_bot.slack.cards.limits import Card
from collector_bot.slack.room import Room
from collector_bot.store import mails
from collector_bot.store.mails import Arrived
from tests.ledger import CLERK, LADDER, MANAGER, SALES, new_books


def shown(answer):
    """What a person reads of an answer, with plain spaces."""
    if isinstance(answer, list):
        return "\n".join(map(shown, answer))
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


@pytest.mark.parametrize(
    "typed", ["30/12/2026", "2026-12-30", "jusqu’au 30/12/2026", "until 2026-12-30"]
)
def test_a_hold_takes_a_date_with_or_without_until(books, says, typed):
    books.account("ACME")
    told = says(f"hold ACME {typed} attente")
    assert (
        told == "Suspension n° 1 : Acme SARL n’est plus relancé, jusqu’au 30/12/2026."
    )
    assert "le compte, jusqu’au 30/12/2026 (attente)" in says(
        "ACME", command="/balance"
    )


@pytest.mark.parametrize("typed", ["F-1 30/12/2026", "30/12/2026 F-1"])
def test_a_hold_of_one_piece_takes_a_date_too(books, says, typed):
    books.account("ACME")
    books.invoice("ACME", "F-1", 120_00, due_on=date(2026, 11, 1))
    told = says(f"suspendre ACME {typed} avoir du 12/11/2026")
    assert told == "Suspension n° 1 : F-1 n’est plus relancé, jusqu’au 30/12/2026."
    balance = says("ACME", command="/balance")
    assert "F-1, jusqu’au 30/12/2026 (avoir du 12/11/2026)" in balance


def test_a_hold_without_a_date_says_that_it_has_no_end(says, books, english):
    books.account("ACME")
    assert says("hold ACME attente") == (
        "Suspension n° 1 : Acme SARL n’est plus relancé, jusqu’à nouvel ordre."
    )
    assert english("hold ACME waiting") == (
        "Hold 1: Acme SARL is not chased, until released."
    )
    assert english("hold ACME 2026-12-30 waiting") == (
        "Hold 2: Acme SARL is not chased, until 30 Dec 2026."
    )


def test_a_hold_until_a_day_that_does_not_exist_is_refused(books, says):
    books.account("ACME")
    with pytest.raises(UnreadableDateError, match="31/11/2026"):
        says("hold ACME 31/11/2026 attente")


def test_help_is_in_the_words_of_the_team_with_what_each_does(says, english):
    french, told = says("aide", user=MANAGER), english("help", user=MANAGER)
    assert "/collector approuver N – passer un lettrage proposé" in french
    assert "/collector approve N – post a suggested lettering" in told
    assert "/collector approve" not in french
    assert "approuver" not in told
    assert "approuver" not in says("aide", user=SALES)
    assert says("") == says("aide") == says("help")


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("aprouver 12", "approuver"),
        ("delettre X", "délettrer"),
        ("lettres2", "lettres"),
    ],
)
def test_an_unknown_word_is_called_unknown_and_the_nearest_one_named(says, typed, near):
    first, *rest = says(typed, user=MANAGER).splitlines()
    assert first == (
        f"Le mot « {typed.split()[0]} » n’existe pas ici. "
        f"Vouliez-vous dire /collector {near} ?"
    )
    assert rest[0] == "Ce que vous pouvez écrire"


def test_a_word_like_no_other_is_unknown_and_nothing_is_suggested(english):
    first = english("xyzzy").splitlines()[0]
    assert first == "There is no word “xyzzy” here."


def test_the_nearest_word_is_one_the_person_may_type(english):
    assert "approve" not in english("aprove 12", user=SALES)


def test_letters_that_need_somebody_are_listed(books, says):
    assert says("lettres") == "Aucune lettre à approuver, incertaine ou en échec."
    books.account("FIRM", "Ferme Charpente")
    books.invoice("FIRM", "F-77", 5000_00, due_on=date(2026, 9, 1))
    strict = replace(LADDER, ceiling_minor=1000_00)
    run_dunning(replace(books.desk, procedure=strict), by=MANAGER)
    told = says("letters")
    assert "• 1 – Ferme Charpente : Rappel : facture F-77 échue" in told
    assert "(à approuver)" in told
    assert "/collector envoyer N" in told


def test_mails_that_wait_for_a_person_are_listed(books, says):
    assert says("mails") == "Aucun courriel n’attend."
    with books.database.writing() as connection:
        mail_id = mails.keep(
            connection,
            Arrived("INBOX", 1, 1, b"\r\n", 2, False, books.hands.at),
            now=books.hands.at,
        )
        mails.mark_read(
            connection,
            mail_id,
            state="read",
            account_id=None,
            needs_person="not_understood",
            told={
                "message_id": "<1@acme.example>",
                "sender": "x@acme.example",
                "subject": "<!channel> Bonjour",
                "reading": {"findings": []},
            },
        )
    told = says("courriels")
    assert "• 1 – x@acme.example, 30/11/2026 : « <!channel> Bonjour »" in told
    assert "/collector traité N" in told


def test_a_level_is_called_by_its_title(books, says):
    books.account("ACME")
    books.invoice("ACME", "F-1", 120_00, due_on=date(2026, 11, 20))
    run_dunning(books.desk, by=MANAGER)
    assert "Dernière lettre : 1re relance, 30/11/2026" in says(
        "ACME", command="/balance"
    )
    firmest, *_ = reversed(LADDER.levels)
    named = replace(firmest, name="reminder-1", title="Rappel cordial")
    own = replace(books.desk, procedure=Procedure((named,)))
    told = COMMANDS["/balance"](Room(own, "C0TEAM00000"), CLERK, "ACME")
    assert "Dernière lettre : Rappel cordial, 30/11/2026" in shown(told)
