"""Where simulations keep their ledgers, and how long they go on."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

MEMORY = Path("/dev/shm")  # noqa: S108 - mkdtemp makes a folder of our own in it


@pytest.fixture(scope="session")
def soak(pytestconfig: pytest.Config) -> bool:
    """Whether everything is tried, and not a sample."""
    return pytestconfig.getoption("--hypothesis-profile") == "soak"


@pytest.fixture(scope="module")
def memory() -> Iterator[Path]:
    """A folder on a memory disk where there is one."""
    made = Path(tempfile.mkdtemp(dir=MEMORY if MEMORY.is_dir() else None))
    yield made
    shutil.rmtree(made)
