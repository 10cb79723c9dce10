"""What did one run of the procedure do, and whom did it leave alone?"""

from __future__ import annotations

import json
from dataclasses import dataclass

from sqlalchemy import Connection

from collector_bot.store import surveys
from collector_bot.store.surveys import RunSum


@dataclass(frozen=True, slots=True)
class RunDetail:
    """One run in numbers, with the customers whose letter could not be made."""

    run: RunSum
    failures: tuple[tuple[str, str], ...]


def run_detail(connection: Connection, run_id: int) -> RunDetail | None:
    """Return one run, None when there is no such number."""
    run = surveys.run(connection, run_id)
    if run is None:
        return None
    told = json.loads(surveys.run_record(connection, run_id)).get("failures", [])
    return RunDetail(run, tuple((str(code), str(reason)) for code, reason in told))
