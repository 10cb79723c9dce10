"""The one place that reads the clock, with the offset of a rehearsal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path


@dataclass(frozen=True, slots=True)
class SystemClock:
    """The computer's clock; `offset_file` holds seconds to add, for rehearsals."""

    offset_file: Path | None = None

    def now(self) -> datetime:
        """Return the current instant, aware, in UTC."""
        now = datetime.now(UTC)
        if self.offset_file is None:
            return now
        try:
            seconds = int(self.offset_file.read_text(encoding="ascii").strip() or "0")
        except (OSError, ValueError):
            return now
        return now + timedelta(seconds=seconds)
