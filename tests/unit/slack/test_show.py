"""A subject becomes its card as things stand when the card leaves."""

from __future__ import annotations

from datetime import UTC, date, datetime

from collector_bot.answers.outbox import letters_in
from collector_bot.flows import deliver
from collector_bot.flows.promise import add_promise
from collector_bot.flows.run_dunning import run_dunning
from collector_bot.sandbox.slack_text import render_blocks
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
        "payments:2026-11-30",
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


def morning(books):
    """What the digest of the day says, with plain spaces."""
    card = card_for(books.desk, f"digest:{books.desk.today()}")
    assert card is not None
    told = "\n".join(render_blocks(card.blocks))
    return told.replace("\u00a0", " ").replace("\u202f", " ")


def test_the_morning_counts_what_left_since_the_business_day_before(books):
    books.account("A")
    books.invoice("A", "F-A", 100_00, due_on=date(2026, 11, 1))
    books.hands.at = datetime(2026, 11, 27, 15, 0, tzinfo=UTC)
    books.mailbox_read()
    run_dunning(books.desk, by=MANAGER)
    assert "0 lettre partie depuis le 26/11/2026 à 16:00, 1 prête à partir, 0 à" in (
        morning(books)
    )
    message = deliver.claim(books.desk, "mail")
    assert deliver.cross(books.desk, message) is deliver.Crossing.GO
    deliver.sent(books.desk, message, proof="reply250")

    books.hands.at = datetime(2026, 11, 30, 7, 0, tzinfo=UTC)
    told = morning(books)
    assert "1 lettre partie depuis le 27/11/2026 à 08:00, 0 à approuver" in told
    assert "La boîte n’a pas été lue depuis le 27/11/2026 à 16:00" in told

    books.mailbox_read()
    assert "Boîte lue le 30/11/2026 à 08:00." in morning(books)

    books.hands.at = datetime(2026, 12, 1, 7, 0, tzinfo=UTC)
    assert "0 lettre partie depuis le 30/11/2026 à 08:00" in morning(books)
