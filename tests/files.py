"""Database files where writing to the disk costs nothing."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_MEMORY = Path("/dev/shm")  # noqa: S108 - only folders of a random name inside

_ROOM = 4_000_000_000  # a hundred small databases and a server


def swift_folder() -> str | None:
    """Return where temporary files are quickest; None for where they usually are."""
    roomy = _MEMORY.is_dir() and shutil.disk_usage(_MEMORY).free > _ROOM
    return str(_MEMORY) if roomy else None


@contextmanager
def copied(template: Path) -> Iterator[str]:
    """Yield the URL of a copy of a SQLite file; gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="collector-", dir=swift_folder()) as folder:
        shutil.copy(template, f"{folder}/ledger.db")
        yield f"sqlite:///{folder}/ledger.db"
