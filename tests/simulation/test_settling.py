"""What became of a letter is recorded right even when recording it fails once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from random import Random

import pytest
from sqlalchemy import Connection

from collector_bot.core.errors import DatabaseError
from collector_bot.flows.deliver import (
    Crossing,
    claim,
    cross,
    recover_claims,
    uncertain,
)
from collector_bot.flows.run_dunning import run_dunning
from collector_bot.mail.imap_settings import MailboxSettings
from collector_bot.mail.inbox import settle_uncertain
from collector_bot.mail.rate import LetterRate
from collector_bot.mail.sender import send_letters
from collector_bot.store import outbox
from collector_bot.store.database import Database
from tests.ledger import Books, books_in
from tests.simulation.post_office import ARCHIVE, PostOffice, bytes_of
from tests.simulation.world import ADDRESS, PASSWORD, World


class FlakyDatabase(Database):
    """A database that cannot be reached the next time somebody writes."""

    away: bool = False  # the next time

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        if self.away:
            self.away = False
            raise DatabaseError(
                "The database cannot be opened.", "La base ne s’ouvre pas."
            )
        with super().writing() as connection:
            yield connection


@pytest.fixture
def books(sqlite_url: str) -> Iterator[Books]:
    database = FlakyDatabase(sqlite_url)
    kept = books_in(database, compose=bytes_of)
    kept.account("AUBE")
    due_on = kept.desk.today() - timedelta(days=10)
    kept.invoice("AUBE", "FA-1", 120_00, due_on=due_on)
    kept.mailbox_read()
    run_dunning(kept.desk, by="schedule")
    yield kept
    database.close()


def states(books: Books) -> list[str]:
    every = ["pending", "claimed", "handing_over", "uncertain", "sent", "failed"]
    with books.database.reading() as connection:
        found = outbox.listed(connection, every)
    return [one.state for one in found if one.channel == "mail"]


def mailbox_of(world: World) -> MailboxSettings:
    return MailboxSettings(
        address=ADDRESS,
        host="127.0.0.1",
        port=world.imap_port,
        security="none",
        auth="password",
        user=ADDRESS,
        secret=PASSWORD,
    )


def test_an_accepted_letter_never_fails_for_want_of_a_database(books: Books) -> None:
    accepted: list[bytes] = []

    def accept(raw: bytes) -> None:
        accepted.append(raw)
        books.database.away = True

    office = PostOffice(Random(1), accept)  # noqa: S311 - dice
    office.calm = True
    with pytest.raises(DatabaseError):
        send_letters(
            books.desk, office, LetterRate(9), archive_address=ARCHIVE, stop=bool
        )

    assert len(accepted) == 1
    assert states(books) == ["handing_over"]
    recover_claims(books.desk, all_claims=True)
    assert states(books) == ["uncertain"]


def test_codes_that_differ_in_one_accent_or_space_get_a_letter_each(
    books: Books,
) -> None:
    due_on = books.desk.today() - timedelta(days=10)
    for number, code in enumerate(("ÉCLAIR", "ÈCLAIR", "A B", "A_B"), start=1):
        books.account(code, email=f"compta@{number}.example")
        books.invoice(code, f"FB-{number}", 120_00, due_on=due_on)

    run_dunning(books.desk, by="schedule")

    with books.database.reading() as connection:
        letters = outbox.listed(connection, ["pending"])
    keys = {one.key for one in letters if one.channel == "mail"}
    assert len(keys) == 5
    assert all(re.fullmatch(r"[A-Za-z0-9:._-]+", key) for key in keys)


def test_an_uncertain_letter_is_looked_for_whatever_its_account_is_called(
    books: Books,
) -> None:
    books.account("A B", email="compta@ab.example")
    due_on = books.desk.today() - timedelta(days=10)
    books.invoice("A B", "FB-1", 120_00, due_on=due_on)
    run_dunning(books.desk, by="schedule")
    while (message := claim(books.desk, "mail")) is not None:
        assert cross(books.desk, message) is Crossing.GO
        uncertain(books.desk, message, reason="the line was cut")
    books.hands.forward(hours=1)

    with World({}) as world:
        settle_uncertain(books.desk, mailbox_of(world))

    with books.database.reading() as connection:
        cards = [one.key for one in outbox.listed(connection, ["pending"])]
    assert {"card:uncertain:1:first", "card:uncertain:3:first"} <= set(cards)
