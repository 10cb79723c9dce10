"""An import that is stopped half-way has not begun; run again, it is done once."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text

from collector_bot.flows.desk import SHELL
from collector_bot.flows.import_customers import import_customers
from collector_bot.flows.import_entries import import_entries
from collector_bot.flows.import_fec import import_fec
from collector_bot.store.database import Database
from tests.ledger import Books, books_in
from tests.scenarios.test_importing import FEC_HEAD, HEAD, sale

ROWS = 5_000
TABLES = ("account", "contact", "entry", "open_item", "lettering", "import_batch",
          "journal")  # fmt: skip

FLOWS = {
    "customers": import_customers,
    "entries": import_entries,
    "fec": import_fec,
}


def write(folder: Path, kind: str) -> Path:
    if kind == "fec":
        path = folder / "552100554FEC20251231.txt"
        sales = (sale(n, "20250110", f"F-{n}", "120,00") for n in range(ROWS // 2))
        path.write_text(FEC_HEAD + "".join(sales), encoding="utf-8")
        return path
    path = folder / f"{kind}.csv"
    head, row = HEAD, "C{0},invoice,F-{0},2026-10-01,2026-10-31,120.00,,EUR,x\n"
    if kind == "customers":
        head, row = "account,name,email\n", "C{0},Client {0},a{0}@client.example\n"
    path.write_text(
        head + "".join(row.format(n) for n in range(ROWS)), encoding="utf-8"
    )
    return path


def counted(database: Database) -> dict[str, int]:
    with database.reading() as connection:
        return {
            name: int(connection.scalar(text(f"SELECT count(*) FROM {name}")) or 0)
            for name in TABLES
        }


def interrupting(calls: int) -> Callable[[int], None]:
    """Return a progress during which somebody presses Ctrl-C at the given call."""
    left = iter(range(calls, -1, -1))

    def progress(count: int) -> None:
        assert count >= 0
        if not next(left):
            raise KeyboardInterrupt

    return progress


@pytest.mark.parametrize("kind", FLOWS)
@pytest.mark.parametrize("calls", [0, 1])
def test_ctrl_c_leaves_nothing_and_the_next_run_brings_all(
    books: Books, tmp_path: Path, kind: str, calls: int
):
    path = write(tmp_path, kind)
    before = counted(books.database)

    with pytest.raises(KeyboardInterrupt):
        FLOWS[kind](books.desk, path, by=SHELL, progress=interrupting(calls))

    assert counted(books.database) == before
    done = FLOWS[kind](books.desk, path, by=SHELL)
    again = FLOWS[kind](books.desk, path, by=SHELL)
    assert done.refused == 0
    assert max(done.added, done.accounts_added) >= ROWS // 2
    assert (again.added, again.accounts_added, again.accounts_changed) == (0, 0, 0)


KILLED = """
import os, signal, sys
from pathlib import Path
from collector_bot.store.database import Database
from tests.ledger import books_in
from tests.scenarios.test_interrupted_import import FLOWS

url, kind, path = sys.argv[1:]
def progress(count):
    os.kill(os.getpid(), signal.SIGKILL)
FLOWS[kind](books_in(Database(url)).desk, Path(path), by="shell", progress=progress)
"""


@pytest.mark.parametrize("kind", FLOWS)
def test_a_killed_process_leaves_nothing_and_the_next_run_brings_all(
    sqlite_url: str, tmp_path: Path, kind: str
):
    path = write(tmp_path, kind)
    database = Database(sqlite_url)
    before = counted(database)

    killed = subprocess.run(
        [sys.executable, "-c", KILLED, sqlite_url, kind, str(path)],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        check=False,
    )

    assert killed.returncode == -signal.SIGKILL, killed.stderr
    assert counted(database) == before
    done = FLOWS[kind](books_in(database).desk, path, by=SHELL)
    assert max(done.added, done.accounts_added) >= ROWS // 2
    database.close()
