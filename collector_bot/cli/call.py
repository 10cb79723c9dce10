"""One call of the command line: its configuration, its desk, its errors."""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from collector_bot.cli import DONE, INTERRUPTED, REFUSED
from collector_bot.core.errors import CollectorError
from collector_bot.core.system_words import system_words
from collector_bot.core.wording import Both, either

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from collector_bot.config import Config
    from collector_bot.flows.desk import Desk
    from collector_bot.slack.cards.tongue import Tongue


@dataclass(slots=True)
class Call:
    """What was asked for, and the language to answer in: the configuration's first."""

    given: argparse.Namespace
    language: str

    def say(self, english: str, french: str) -> str:
        """Return the one of two wordings that is in this language."""
        return either((english, french), self.language)

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

    def on_number(self, flow: Callable[..., object], told: Both) -> int:
        """Have the shell decide what the verb's number names, and say so.

        Args:
            flow: takes the desk, the number and `by`.
            told: that it is done, with {} for the number.
        """
        from collector_bot.cli.paper import say
        from collector_bot.flows.desk import SHELL

        number = self.given.number
        with self.desk() as desk:
            flow(desk, number, by=SHELL)
        say(self.say(*told).format(number))
        return DONE

    @contextmanager
    def reading(self) -> Iterator[tuple[Desk, Connection, Tongue]]:
        """Open the desk and one reading moment of its database."""
        with self.desk() as desk, desk.database.reading() as connection:
            yield desk, connection, tongue_of(desk)


def tongue_of(desk: Desk) -> Tongue:
    """Return the language of the desk."""
    from collector_bot.slack.room import tongue_of as spoken_at

    return spoken_at(desk)


def run(given: argparse.Namespace, language: str) -> int:
    """Carry one verb out; what is refused is one sentence and exit code 1.

    Args:
        given: what was asked for.
        language: of the shell, spoken until the configuration's is known.
    """
    call = Call(given, language)
    try:
        return _verb(given.run)(call)
    except BrokenPipeError:
        raise
    except KeyboardInterrupt:
        return _complain(call.say("Interrupted.", "Interrompu."), INTERRUPTED)
    except CollectorError as problem:
        return _complain(problem.written(call.language))
    except OSError as problem:
        why = either(system_words(problem), call.language)
        where = f"{problem.filename}{call.say(': ', ' : ')}" if problem.filename else ""
        return _complain(f"{where}{why}.")
    except Exception as problem:
        reason = _of_database(problem)
        if reason is None:
            raise
        refuses = call.say("The database refuses: ", "La base refuse : ")
        return _complain(f"{refuses}{reason}.")


def _verb(name: str) -> Callable[[Call], int]:
    module, _, function = name.partition(".")
    found: Any = importlib.import_module(f"collector_bot.cli.{module}")
    verb: Callable[[Call], int] = getattr(found, function)
    return verb


def _complain(sentence: str, code: int = REFUSED) -> int:
    from collector_bot.cli.paper import complain

    with suppress(BrokenPipeError):
        sys.stdout.flush()
    complain(sentence)
    return code


def _of_database(problem: Exception) -> str | None:
    """Return the driver's words for what it refuses, None for anything else."""
    from sqlalchemy.exc import DBAPIError

    if not isinstance(problem, DBAPIError):
        return None
    return " ".join(str(problem.orig).split())[:200].rstrip(".")
