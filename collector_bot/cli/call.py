"""One call of the command line: its configuration, its desk, its errors."""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from collector_bot.cli import INTERRUPTED, REFUSED
from collector_bot.core.errors import CollectorError

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from collector_bot.config import Config
    from collector_bot.flows.desk import Desk
    from collector_bot.slack.cards.tongue import Tongue


@dataclass(slots=True)
class Call:
    """What was asked for, and the language to answer in once it is known."""

    given: argparse.Namespace
    language: str = "en"

    def config(self) -> Config:
        """Return the configuration, checked.

        Raises:
            ConfigError: there is none, or it is wrong.
        """
        from collector_bot.config import find_config, load_config

        config = load_config(find_config(self.given.config))
        self.language = config.company.language
        return config

    @contextmanager
    def desk(self) -> Iterator[Desk]:
        """Open the desk, and close its database at the end."""
        from collector_bot.wiring.desk import open_desk

        desk = open_desk(self.config())
        try:
            yield desk
        finally:
            desk.database.close()

    @contextmanager
    def reading(self) -> Iterator[tuple[Desk, Connection, Tongue]]:
        """Open the desk and one reading moment of its database."""
        with self.desk() as desk, desk.database.reading() as connection:
            yield desk, connection, tongue_of(desk)


def tongue_of(desk: Desk) -> Tongue:
    """Return the language of the desk."""
    from collector_bot.slack.room import tongue_of as spoken_at

    return spoken_at(desk)


def run(given: argparse.Namespace) -> int:
    """Carry one verb out; what is refused is one sentence and exit code 1."""
    call = Call(given)
    _write_utf8()
    try:
        return _verb(given.run)(call)
    except BrokenPipeError:
        raise
    except KeyboardInterrupt:
        stopped = "Interrompu." if call.language == "fr" else "Interrupted."
        return _complain(stopped, INTERRUPTED)
    except CollectorError as problem:
        return _complain(problem.written(call.language))
    except OSError as problem:
        where = f"{problem.filename}: " if problem.filename else ""
        return _complain(f"{where}{problem.strerror or type(problem).__name__}.")
    except Exception as problem:
        sentence = _of_database(problem)
        if sentence is None:
            raise
        return _complain(sentence)


def _verb(name: str) -> Callable[[Call], int]:
    module, _, function = name.partition(".")
    found: Any = importlib.import_module(f"collector_bot.cli.{module}")
    verb: Callable[[Call], int] = getattr(found, function)
    return verb


def _write_utf8() -> None:
    """Print UTF-8 whatever the locale; what has no UTF-8 prints as an escape."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            with suppress(OSError, ValueError):
                reconfigure(encoding="utf-8", errors="backslashreplace")


def _complain(sentence: str, code: int = REFUSED) -> int:
    from collector_bot.cli.paper import complain

    with suppress(BrokenPipeError):
        sys.stdout.flush()
    complain(sentence)
    return code


def _of_database(problem: Exception) -> str | None:
    """Return a sentence for what the database refuses, None for anything else."""
    from sqlalchemy.exc import DBAPIError

    if not isinstance(problem, DBAPIError):
        return None
    reason = " ".join(str(problem.orig).split())[:200].rstrip(".")
    return f"The database refuses: {reason}."
