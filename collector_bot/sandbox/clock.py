"""The sandbox's calendar: real time plus an offset in a file, only ever forward."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

_DAY_SECONDS = 86_400


def machine_now() -> datetime:
    """Return the machine's own time, as an aware UTC instant."""
    return datetime.now(UTC)  # noqa: TID251 - the sandbox's clock starts from here


class MovableClock:
    """A clock whose offset, in whole seconds, lives in a file others may read.

    The file is rewritten in one rename, so a reader never sees half a number.

    Args:
        path: the file that holds the offset; created with 0 when it is absent.
        timezone: name of the zone whose calendar days count.
        now: gives the machine's time; another one in tests.
    """

    def __init__(
        self,
        path: Path,
        *,
        timezone: str = "Europe/Paris",
        now: Callable[[], datetime] = machine_now,
    ) -> None:
        self.path = path
        self._zone = ZoneInfo(timezone)
        self._machine_now = now
        if not path.exists():
            self._write(0)

    @property
    def offset_seconds(self) -> int:
        """Seconds the sandbox is ahead of the machine; may be negative."""
        return int(self.path.read_text(encoding="ascii"))

    def now(self) -> datetime:
        """The sandbox's time, in the zone of its company."""
        moved = self._machine_now() + timedelta(seconds=self.offset_seconds)
        return moved.astimezone(self._zone)

    def today(self) -> date:
        """The sandbox's local calendar day."""
        return self.now().date()

    def advance(self, *, days: int) -> date:
        """Move forward by whole local days, keeping the wall time; return the new day.

        Raises:
            ValueError: `days` is less than one; this clock never goes back.
        """
        if days < 1:
            raise ValueError("The clock only moves forward, by one day or more.")
        before = self.now()
        target = before.replace(tzinfo=None) + timedelta(days=days)
        self._move_to(target, before=before)
        return self.today()

    def start_at(self, hour: int) -> None:
        """Set the wall time of today to `hour` o'clock (0-23), before anybody reads it.

        A rehearsal that starts in the morning does not meet midnight on its way.
        """
        before = self.now()
        self._move_to(datetime.combine(before.date(), time(hour)), before=before)

    def _move_to(self, wall: datetime, *, before: datetime) -> None:
        """Change the offset so that the local wall time becomes `wall`."""
        target = wall.replace(tzinfo=self._zone)
        gap = target.astimezone(UTC) - before.astimezone(UTC)
        seconds = gap.days * _DAY_SECONDS + gap.seconds
        self._write(self.offset_seconds + seconds)

    def _write(self, seconds: int) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=self.path.parent, prefix=".offset")
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(f"{seconds}\n")
        Path(name).replace(self.path)
