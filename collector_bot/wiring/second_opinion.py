"""The tick that asks for second opinions, where the configuration wants any."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from collector_bot.config import Config
from collector_bot.core.errors import CollectorError
from collector_bot.flows.desk import Desk
from collector_bot.mail.watch import backoff
from collector_bot.wiring.health import Health
from collector_bot.wiring.logs import log

SECOND_OPINION = "second_opinion"
_MIDDLE = 0.5


@dataclass(slots=True)
class AskingTick:
    """Asks a few mails at a time; after a trouble, again 1, 2, 4 … 300 seconds later.

    The trouble is logged once, and shown by the health until it is over.
    """

    desk: Desk
    health: Health
    ask: Callable[[], int]
    failures: int = 0
    again_at: datetime | None = None

    def __call__(self) -> None:
        """Ask, unless it is too early to ask again."""
        if self.again_at and self.desk.now() < self.again_at:
            return
        try:
            kept = self.ask()
        except CollectorError as problem:
            self.failures += 1
            wait = timedelta(seconds=backoff(self.failures, _MIDDLE))
            self.again_at = self.desk.now() + wait
            if self.health.trouble(SECOND_OPINION, str(problem)):
                log("opinion.trouble", level="warning", why=str(problem))
            return
        self.failures, self.again_at = 0, None
        if self.health.well(SECOND_OPINION):
            log("opinion.recovered")
        if kept:
            log("opinion.kept", count=kept)


def asking_tick(
    config: Config, desk: Desk, *, health: Health, stop: Callable[[], bool]
) -> AskingTick | None:
    """Return the tick; None without [second_opinion]: then nothing of it is loaded."""
    if config.second_opinion is None:
        return None
    from collector_bot.opinion.asking import ask_for_opinions
    from collector_bot.opinion.endpoint import OpinionSettings

    def settings() -> OpinionSettings:
        current = config.reread()
        section = current.second_opinion
        if section is None:
            raise current.lacks(SECOND_OPINION)
        return OpinionSettings(
            base_url=section.base_url,
            model=section.model,
            api_key=section.api_key.get_secret_value(),
            timeout_seconds=section.timeout_seconds,
            max_chars=section.max_chars,
        )

    return AskingTick(
        desk, health, lambda: ask_for_opinions(desk, settings(), stop=stop)
    )
