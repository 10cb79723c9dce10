"""Say once what is odd on many lines of a file."""

from __future__ import annotations

from collections.abc import Iterator

from collector_bot.core.errors import InputFileNote
from collector_bot.core.wording import Both


class Tally:
    """Counts of what was odd, each with the line it was met on first."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._met: dict[tuple[Both, str], list[int]] = {}

    def add(self, what: Both, line: int, column: str = "") -> None:
        """Count `what` (one of few sentences without full stop) once more."""
        met = self._met.setdefault((what, column), [line, 0])
        met[1] += 1

    def notes(self) -> Iterator[InputFileNote]:
        """Yield one note for each kind of oddity, in the order they were met."""
        for (what, column), (line, count) in self._met.items():
            told = what
            if count > 1:
                told = (
                    f"{what[0]} ({count} lines, this one first)",
                    f"{what[1]} ({count} lignes, celle-ci la première)",
                )
            yield InputFileNote(told, file=self._file, line=line, column=column or None)
