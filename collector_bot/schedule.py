"""The clock's part: ticks that ask the database what is due, and nothing else."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from collector_bot.core.calendar import is_business_day


@dataclass(frozen=True, slots=True)
class Hours:
    """When daily work and sending happen, in the company's local time.

    `digest_at` is None when no digest is wanted.
    """

    dun_at: time
    send_from: time
    send_until: time
    digest_at: time | None
    working_days_only: bool
    country: str

    def works_on(self, day: date) -> bool:
        """Return whether letters are made and sent on this day."""
        return not self.working_days_only or is_business_day(day, self.country)

    def sending(self, local: datetime) -> bool:
        """Return whether letters may leave at this local moment."""
        in_hours = self.send_from <= local.time() <= self.send_until
        return in_hours and self.works_on(local.date())

    def dunning_due(self, local: datetime) -> bool:
        """Return whether the daily run may take place by now."""
        return local.time() >= self.dun_at and self.works_on(local.date())

    def digest_due(self, local: datetime) -> bool:
        """Return whether the daily digest may be posted by now."""
        if self.digest_at is None:
            return False
        return local.time() >= self.digest_at and self.works_on(local.date())


def time_of(text: str) -> time:
    """Return a time of the configuration, as `09:00`."""
    return time.fromisoformat(text)


def build_scheduler(
    ticks: Mapping[str, tuple[Callable[[], None], float]],
    *,
    on_problem: Callable[[str, BaseException | None], None],
) -> Any:
    """Return a scheduler that calls each tick every so many seconds, one at a time.

    Memory only, UTC, intervals: restarts, downtime and clock changes cost nothing,
    because what is due is a question to the database.

    Args:
        ticks: by name, what to call and every how many seconds.
        on_problem: called with the tick's name when it raised or was overtaken.
    """
    from apscheduler.events import EVENT_JOB_ERROR, EVENT_JOB_MISSED
    from apscheduler.executors.pool import ThreadPoolExecutor
    from apscheduler.jobstores.memory import MemoryJobStore
    from apscheduler.schedulers.background import BackgroundScheduler

    quiet = logging.getLogger("collector_bot.schedule")
    quiet.setLevel(logging.ERROR)  # a tick still at work is no news each second
    scheduler = BackgroundScheduler(
        logger=quiet,
        jobstores={"default": MemoryJobStore()},
        executors={"default": ThreadPoolExecutor(max(len(ticks), 1))},
        timezone="UTC",
        job_defaults={
            "coalesce": True,
            "max_instances": 1,
            "misfire_grace_time": None,
        },
    )
    for name, (tick, seconds) in ticks.items():
        scheduler.add_job(tick, "interval", seconds=seconds, id=name)
    scheduler.add_listener(
        lambda event: on_problem(event.job_id, getattr(event, "exception", None)),
        EVENT_JOB_ERROR | EVENT_JOB_MISSED,
    )
    return scheduler
