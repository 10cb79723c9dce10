"""What tests share: a database of each kind, and books kept in it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from collector_bot.store.database import Database
from tests.files import copied
from tests.ledger import Books, books_in
from tests.missing import missing
from tests.postgres import Postgres, postgres_server

settings.register_profile(
    "house", deadline=None, derandomize=os.environ.get("CI") == "true"
)
settings.register_profile(
    "soak",
    deadline=None,
    max_examples=2000,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("house")


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """One server a session; missing, it is a failure or a skip."""
    with postgres_server() as url:
        if url is None:
            missing("there is no PostgreSQL to start")
        server = Postgres(url)
        yield server
        server.drop_template()


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty ledger in a file, to be copied."""
    path = tmp_path_factory.mktemp("template") / "ledger.db"
    database = Database(f"sqlite:///{path}")
    database.upgrade()
    database.close()
    return path


@pytest.fixture
def sqlite_url(sqlite_template: Path) -> Iterator[str]:
    """The URL of an empty ledger in a file of its own."""
    with copied(sqlite_template) as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> Iterator[str]:
    """The URL of an empty ledger: the test runs once on each kind of database."""
    if request.param == "sqlite":
        yield request.getfixturevalue("sqlite_url")
        return
    server: Postgres = request.getfixturevalue("postgres")
    with server.new_database() as url:
        yield url


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """An empty ledger on each kind of database."""
    opened = Database(database_url)
    yield opened
    opened.close()


@pytest.fixture
def books(database: Database) -> Books:
    """Books kept in an empty ledger, on each kind of database."""
    return books_in(database)
