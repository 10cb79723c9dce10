"""The refusal of a configuration, in the language it asks for."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from collector_bot.core.errors import CollectorError
from collector_bot.core.wording import Both


class ConfigError(CollectorError):
    """The configuration is refused, by the name of its file and key.

    Attributes:
        language: the one its file names, which it is written in; "" while unknown.
    """

    code = "config.refused"
    language = ""

    def written(self, language: str) -> str:
        """Return the sentence in the file's language, in `language` without one."""
        return super().written(self.language or language)


def refused(path: Path | None, line: int | None, both: Both) -> ConfigError:
    """Return the refusal that says where: file and line, as far as they are known."""
    if path is None:
        return ConfigError(f"{both[0]}.", f"{both[1]}.")
    where = f"{path}:{line}" if line else str(path)
    return ConfigError(f"{where}: {both[0]}.", f"{where} : {both[1]}.")


def line_of(key: str, lines: Mapping[str, int]) -> int | None:
    """Return the line of a key, else of the section it should stand in, or None.

    Example:
        >>> line_of("mailbox.port", {"mailbox": 4}), line_of("smtp", {"mailbox": 4})
        (4, None)
    """
    while key not in lines:
        key = key.rpartition("." if key.rfind(".") > key.rfind("[") else "[")[0]
        if not key:
            return None
    return lines[key]
