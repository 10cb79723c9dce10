"""An invoice without a number is owed as any other: it goes by its label."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from collector_bot.answers.balance import balance_of
from collector_bot.answers.plan import told_skips
from collector_bot.core.refusals import UnknownPieceError
from collector_bot.flows.desk import SHELL
from collector_bot.flows.hold import open_dispute, place_hold
from collector_bot.flows.import_entries import import_entries
from collector_bot.flows.letter import letter as letter_pieces
from collector_bot.flows.promise import add_promise
from collector_bot.slack.cards.account import balance_card
from collector_bot.slack.cards.tongue import Tongue
from collector_bot.store import accounts
from tests.ledger import MANAGER, Books
from tests.scenarios.post import letters, run

HEAD = "account,kind,piece,date,due_date,debit,credit,currency,label\n"
LABELLED = "ACME,invoice,,2026-10-01,2026-10-31,120.00,,EUR,Frais de port\n"
BARE = "ACME,invoice,,2026-10-02,2026-11-01,80.00,,EUR,\n"


def bring(books: Books, folder: Path, *rows: str, language: str = "fr") -> None:
    books.account("ACME", "Acme SARL", language=language)
    path = folder / "e.csv"
    path.write_text(HEAD + "".join(rows), encoding="utf-8")
    import_entries(books.desk, path, by=SHELL)


def card(books: Books, language: str) -> str:
    with books.database.reading() as connection:
        account = accounts.by_code(connection, "ACME")
        assert account is not None
        stands = balance_of(connection, account, today=books.desk.today(), grace_days=3)
    return str(balance_card(stands, Tongue(language)).blocks)


@pytest.mark.parametrize(
    ("language", "shown", "bare"),
    [
        ("fr", "sans numéro (Frais de port)", "sans numéro (02/10/2026)"),
        ("en", "without number (Frais de port)", "without number (02/10/2026)"),
    ],
)
def test_a_letter_calls_it_by_its_label_or_its_date(
    books: Books, tmp_path: Path, language: str, shown: str, bare: str
):
    bring(books, tmp_path, LABELLED, BARE, language=language)
    run(books)

    (asked,) = letters(books, "pending", "awaiting_approval")

    assert shown in asked.text
    assert bare in asked.text


def test_the_subject_of_a_letter_about_it_alone_reads_well(
    books: Books, tmp_path: Path
):
    bring(books, tmp_path, LABELLED)
    run(books)

    (asked,) = letters(books, "pending", "awaiting_approval")

    assert "facture sans numéro (Frais de port) échue" in asked.subject


def test_cards_and_lists_never_leave_its_place_empty(books: Books, tmp_path: Path):
    bring(books, tmp_path, BARE)
    assert "sans numéro, échue le 01/11/2026" in card(books, "fr")
    assert "without number, due on 1 Nov 2026" in card(books, "en")

    bring(books, tmp_path, LABELLED)
    assert "Frais de port, échue le 31/10/2026" in card(books, "fr")


def test_a_person_names_it_by_its_label(books: Books, tmp_path: Path):
    bring(books, tmp_path, LABELLED, BARE)
    books.payment("ACME", "B-1", 50_00, on=date(2026, 11, 20))

    open_dispute(books.desk, "ACME", by=MANAGER, pieces=["frais de port"])
    place_hold(books.desk, "ACME", by=MANAGER, piece="Frais de port")
    add_promise(
        books.desk,
        "ACME",
        on=date(2026, 12, 10),
        amount=None,
        by=MANAGER,
        pieces=["Frais de port"],
    )
    with books.database.reading() as connection:
        held = list(told_skips(connection, run(books).skips))
    letter_pieces(books.desk, "ACME", ["Frais de port", "B-1"], by=SHELL)

    shown = card(books, "fr")
    assert shown.count("Frais de port") >= 2
    assert ("Frais de port",) in [one.pieces for one in held]
    with pytest.raises(UnknownPieceError):
        open_dispute(books.desk, "ACME", by=MANAGER, pieces=["nothing"])
