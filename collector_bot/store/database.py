"""One database, its transactions and its schema; the only commit of the product."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, OperationalError

from collector_bot.core.errors import DatabaseError, SchemaError, UnknownSchemaError
from collector_bot.store import journal

MIGRATIONS = Path(__file__).parent / "migrations"
# Source: SQLite release log 3.51.3 (2026-03-13), "WAL-reset bug".
_LEADER_KEY = 7_120_003
WAL_SAFE = ((3, 51, 3), (3, 50, 7), (3, 44, 6))


def wal_is_safe(version: tuple[int, int, int]) -> bool:
    """Return whether this SQLite has the WAL-reset fix, or a backport of it."""
    newest, *backports = WAL_SAFE
    return version >= newest or any(
        version[:2] == fixed[:2] and version >= fixed for fixed in backports
    )


class Database:
    """Transactions over one SQLite file or one PostgreSQL database.

    A reading transaction never blocks. Writing transactions of one process wait for
    one another; on SQLite they begin IMMEDIATE, so nothing is decided on stale rows.

    Raises:
        DatabaseError: the URL is not one of the two kinds.
    """

    def __init__(self, url: str) -> None:
        self.url = _checked(url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        self._lock = threading.RLock()
        self._engine = _engine(self.url, sqlite=self.is_sqlite)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Open the transaction of one flow; committed at the end, or not at all."""
        with self._lock, self._connected() as connection:
            begin = "BEGIN IMMEDIATE" if self.is_sqlite else None
            with self._transaction(connection, begin), journal.telling(connection):
                yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Open a transaction that sees one moment and changes nothing."""
        with self._connected() as connection:
            begin = "BEGIN" if self.is_sqlite else None
            transaction = connection.begin()
            try:
                if begin:
                    connection.exec_driver_sql(begin)
                else:
                    connection.exec_driver_sql(
                        "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ"
                    )
                yield connection
            finally:
                transaction.rollback()

    @contextmanager
    def _connected(self) -> Iterator[Connection]:
        try:
            connection = self._engine.connect()
        except OperationalError as problem:
            shown = self.url.render_as_string(hide_password=True)
            why = " ".join(str(problem.orig).split())[:200].rstrip(".")
            raise DatabaseError(
                f"The database {shown} cannot be opened: {why}.",
                f"La base {shown} ne s’ouvre pas : {why}.",
            ) from None
        with connection:
            yield connection

    @contextmanager
    def _transaction(self, connection: Connection, begin: str | None) -> Iterator[None]:
        transaction = connection.begin()
        try:
            if begin:
                connection.exec_driver_sql(begin)
            yield
        except BaseException:
            transaction.rollback()
            raise
        transaction.commit()

    def upgrade(self) -> str:
        """Bring the schema to this version's and return the version it now has."""
        from alembic import command

        if self.is_sqlite and self.url.database and self.url.database != ":memory:":
            Path(self.url.database).absolute().parent.mkdir(parents=True, exist_ok=True)
        found = self.version()
        if found and not _is_known(found):
            raise UnknownSchemaError(found)
        with self.writing() as connection:
            command.upgrade(_alembic(connection), "head")
        return self.version()

    def version(self) -> str:
        """Return the schema version the database has, "" without tables."""
        with self.reading() as connection:
            if not self._engine.dialect.has_table(connection, "alembic_version"):
                return ""
            found = connection.execute(text("SELECT version_num FROM alembic_version"))
            return str(found.scalar() or "")

    def check_schema(self) -> None:
        """Refuse to work with another version's tables.

        Raises:
            SchemaError: it has none, or older or newer ones.
        """
        expected = newest_version()
        if self.is_sqlite and not self._file_exists():
            raise SchemaError("", expected)
        found = self.version()
        if found and not _is_known(found):
            raise UnknownSchemaError(found)
        if found != expected:
            raise SchemaError(found, expected)

    def _file_exists(self) -> bool:
        name = self.url.database
        return bool(name) and (name == ":memory:" or Path(str(name)).exists())

    @contextmanager
    def leading(self) -> Iterator[bool]:
        """Be the one process that serves this database; yields False when it is not.

        The place is free again at the end; the operating system, or PostgreSQL, frees
        it when the process ends before.
        """
        if self.is_sqlite:
            with _file_lock(Path(f"{self.url.database}.lock")) as got:
                yield got
            return
        with self._connected() as connection:
            connection.detach()  # closed at the end: a pooled one would keep the place
            got = connection.scalar(
                text("SELECT pg_try_advisory_lock(:key)"), {"key": _LEADER_KEY}
            )
            connection.rollback()
            yield bool(got)

    def close(self) -> None:
        """Let go of every connection."""
        self._engine.dispose()


@contextmanager
def _file_lock(path: Path) -> Iterator[bool]:
    import fcntl

    with path.open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            yield False
        else:
            yield True


def _is_known(version: str) -> bool:
    from alembic.script import ScriptDirectory

    scripts = ScriptDirectory(str(MIGRATIONS))
    return any(one.revision == version for one in scripts.walk_revisions())


def newest_version() -> str:
    """Return the schema version this code works with."""
    from alembic.script import ScriptDirectory

    return str(ScriptDirectory(str(MIGRATIONS)).get_current_head())


def _alembic(connection: Connection) -> Any:
    from alembic.config import Config

    settings = Config()
    settings.set_main_option("script_location", str(MIGRATIONS))
    settings.attributes["connection"] = connection
    return settings


def _checked(url: str) -> URL:
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise DatabaseError(
            "database.url is not a database address; expected sqlite:///FILE.",
            "database.url n’est pas l’adresse d’une base ; écrivez sqlite:///FICHIER.",
        ) from None
    if parsed.drivername in {"postgresql", "postgres"}:
        parsed = parsed.set(drivername="postgresql+psycopg")
    if parsed.drivername not in {"sqlite", "postgresql+psycopg"}:
        raise DatabaseError(
            f"database.url begins with “{parsed.drivername}”; expected sqlite:///FILE "
            "or postgresql+psycopg://USER:PASSWORD@HOST/NAME.",
            f"database.url commence par « {parsed.drivername} » ; écrivez "
            "sqlite:///FICHIER ou postgresql+psycopg://QUI:SECRET@MACHINE/NOM.",
        )
    return parsed


def _engine(url: URL, *, sqlite: bool) -> Engine:
    if not sqlite:
        return create_engine(url, pool_pre_ping=True)
    module = _sqlite_module()
    engine = create_engine(url, module=module)
    mode = "WAL" if wal_is_safe(module.sqlite_version_info) else "DELETE"

    def configure(raw: Any, _record: Any) -> None:
        raw.isolation_level = None
        for setting in (
            f"journal_mode={mode}",
            "synchronous=FULL",
            "foreign_keys=ON",
            "busy_timeout=30000",
            "trusted_schema=OFF",
            "cache_size=-65536",
            "temp_store=MEMORY",
        ):
            raw.execute(f"PRAGMA {setting}")

    event.listen(engine, "connect", configure)
    return engine


def _sqlite_module() -> Any:
    if sys.platform == "linux" and not _has_wheel():
        import sqlite3

        return sqlite3
    import pysqlite3

    return pysqlite3


def _has_wheel() -> bool:
    import importlib.util

    return importlib.util.find_spec("pysqlite3") is not None
