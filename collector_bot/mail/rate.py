"""How fast letters may leave."""

from __future__ import annotations

from collections import deque
from datetime import datetime, timedelta

_WINDOW = timedelta(minutes=1)
_NOTHING = timedelta(0)


class LetterRate:
    """At most so many letters in any sixty seconds.

    A clock set back frees the letters that now lie in the future: they cannot
    hold others back for longer than a minute.

    Args:
        letters_per_minute: one or more.

    Example:
        >>> from datetime import UTC
        >>> rate, noon = LetterRate(1), datetime(2026, 3, 2, 12, tzinfo=UTC)
        >>> rate.record(noon)
        >>> rate.delay(noon + timedelta(seconds=20))
        datetime.timedelta(seconds=40)
    """

    def __init__(self, letters_per_minute: int) -> None:
        if letters_per_minute < 1:
            raise ValueError("letters_per_minute must be one or more")
        self._sent_at: deque[datetime] = deque(maxlen=letters_per_minute)
        self._letters_per_minute = letters_per_minute

    def delay(self, now: datetime) -> timedelta:
        """Return how long the next letter must wait; zero when it may leave."""
        recent = [at for at in self._sent_at if now - _WINDOW < at <= now]
        if len(recent) < self._letters_per_minute:
            return _NOTHING
        return min(recent) + _WINDOW - now

    def record(self, now: datetime) -> None:
        """Count one letter that left, or tried to, at `now`."""
        self._sent_at.append(now)
