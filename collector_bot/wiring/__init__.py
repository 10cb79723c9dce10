"""Configuration becomes a desk, a Slack app and a scheduler; the clock is read here.

Each door imports what it needs when it is opened: importing a file must not load Slack.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collector_bot.config import Config
    from collector_bot.flows.desk import Desk
    from collector_bot.store.journal import Head
    from collector_bot.wiring.probe import CheckLine


def open_desk(config: Config) -> Desk:
    """Return the desk everything works at; see `wiring.desk`."""
    from collector_bot.wiring import desk

    return desk.open_desk(config)


def serve(config: Config) -> int:
    """Serve until asked to stop; see `wiring.serving`."""
    from collector_bot.wiring.serving import serve as serve_until_stopped

    return serve_until_stopped(config)


def check(
    path: Path | None, language: str, *, noted: Head | None = None
) -> Iterator[CheckLine]:
    """Try every part for real; see `wiring.probe`."""
    from collector_bot.wiring import probe

    return probe.check(path, language, noted=noted)
