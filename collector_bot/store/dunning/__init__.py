"""What a run of the procedure reads and writes."""

from collector_bot.store.dunning.due import (
    Known,
    cases,
    known,
    reason_against,
    set_aside,
)
from collector_bot.store.dunning.runs import (
    RunRecord,
    add_run,
    add_skips,
    add_steps,
    last_left_at,
    last_letter_on,
    last_skips,
    stepped_today,
    withdraw,
)

__all__ = [
    "Known",
    "RunRecord",
    "add_run",
    "add_skips",
    "add_steps",
    "cases",
    "known",
    "last_left_at",
    "last_letter_on",
    "last_skips",
    "reason_against",
    "set_aside",
    "stepped_today",
    "withdraw",
]
