"""The letters of tests/letters are read as a careful credit controller reads them."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

BENCH = Path(__file__).parents[3] / "bench" / "reading.py"
SPEC = importlib.util.spec_from_file_location("bench_reading", BENCH)
assert SPEC is not None
assert SPEC.loader is not None
scoring = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(scoring)

# Measured; raise them with the reader. A mail is right when every finding is, and none
# is spurious. Rules are written against "tuned" alone.
FLOORS = {"tuned": 0.96, "unseen": 0.85}


@pytest.mark.parametrize("part", FLOORS)
def test_mails_read_exactly(part):
    scored = scoring.score(part)["exact"]["all"]
    assert scored["findings"] / scored["n"] >= FLOORS[part]


def test_no_mail_takes_long():
    seconds, name = scoring.score("tuned")["slowest"]
    assert seconds < 2, name
