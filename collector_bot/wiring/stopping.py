"""Asked to stop: a signal that may come at any instruction, told through a pipe."""

from __future__ import annotations

import os
import select
import signal
from contextlib import suppress
from types import FrameType, TracebackType
from typing import Self

_SIGNALS = (signal.SIGTERM, signal.SIGINT)


class Stopping:
    """Hears SIGTERM and SIGINT while it is entered, in the main thread.

    A handler that sets an Event can wait for ever: it may have interrupted the very
    wait that holds the Event's lock. Writing to a pipe cannot.
    """

    def __init__(self) -> None:
        self.asked = False
        self._before: dict[signal.Signals, object] = {}

    def __enter__(self) -> Self:
        self._heard, self._told = os.pipe()
        os.set_blocking(self._told, False)
        for number in _SIGNALS:
            self._before[number] = signal.signal(number, self._hear)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)  # type: ignore[arg-type]  # as it was given
        os.close(self._heard)
        os.close(self._told)

    def wait(self, seconds: float) -> bool:
        """Return whether a stop was asked for, waiting for it so long at most."""
        if not self.asked:
            select.select([self._heard], [], [], seconds)
        return self.asked

    def _hear(self, _number: int, _frame: FrameType | None) -> None:
        self.asked = True
        with suppress(BlockingIOError):  # it is full of earlier ones
            os.write(self._told, b".")
