"""A subject becomes its card as things stand when the card leaves."""

from __future__ import annotations

from datetime import date

from collector_bot.answers.outbox import letters_in
from collector_bot.flows.promise import add_promise
from collector_bot.flows.run_dunning import run_dunning
from collector_bot.slack.show import card_for
from tests.ledger import MANAGER

TODAY = date(2026, 11, 30)


def test_every_subject_has_a_card_and_made_up_ones_have_none(books):
    books.account("A")
    books.invoice("A", "F-A", 100_00, due_on=date(2026, 11, 1))
    books.invoice("A", "F-B", 100_00, due_on=date(2026, 11, 1))
    promise = add_promise(books.desk, "A", on=TODAY, by=MANAGER, pieces=["F-A"])
    run = run_dunning(books.desk, by=MANAGER).run_id
    with books.database.reading() as connection:
        outbox_id = letters_in(connection, ["pending"])[0].message.id
    for subject in (
        f"promise:{promise}",
        f"run:{run}",
        f"letter:{outbox_id}",
        f"uncertain:{outbox_id}",
        "digest:2026-11-30",
    ):
        assert card_for(books.desk, subject) is not None, subject
    for subject in (
        "",
        "promise:999",
        "promise:x",
        "promise:-1",
        "letter:",
        "suggestion:999",
        "mail:999",
        "run:999",
        "uncertain:999",
        "digest:soon",
        "nothing:1",
    ):
        assert card_for(books.desk, subject) is None, subject
