"""Configuration becomes a desk, a Slack app and a scheduler; the clock is read here."""

from collector_bot.wiring.desk import open_desk
from collector_bot.wiring.probe import CheckLine, check
from collector_bot.wiring.serve import serve

__all__ = ["CheckLine", "check", "open_desk", "serve"]
