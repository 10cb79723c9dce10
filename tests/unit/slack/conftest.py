"""A ledger of its own for every case."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ledger import Books, new_books


@pytest.fixture
def books(tmp_path: Path) -> Iterator[Books]:
    """An empty ledger whose clock stands on Monday, 30 November 2026, 09:00 in Paris."""
    made = new_books(tmp_path)
    yield made
    made.database.close()
