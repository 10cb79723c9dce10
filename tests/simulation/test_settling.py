"""What became of a letter is recorded right even when recording it fails once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from random import Random

import pytest
from sqlalchemy import Connection

from collector_bot.core.errors import DatabaseError
from collector_bot.flows.deliver import recover_claims
from collector_bot.flows.run_dunning import run_dunning
from collector_bot.mail.rate import LetterRate
from collector_bot.mail.sender import send_letters
from collector_bot.store import outbox
from collector_bot.store.database import Database
from tests.ledger import Books, books_in
from tests.simulation.post_office import ARCHIVE, PostOffice, bytes_of


class FlakyDatabase(Database):
    """A database that cannot be reached the next time somebody writes."""

    away: bool = False  # the next time

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        if self.away:
            self.away = False
            raise DatabaseError("The database cannot be opened.")
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
