"""Structured logs on stderr: ids and outcomes, never addresses, texts or secrets."""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import Iterator, MutableMapping
from contextlib import contextmanager
from typing import Any

import structlog

from collector_bot.config import LogSection

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,4})?\b")
_TOKEN = re.compile(r"\bx(?:ox[a-z]|app)-[\w-]+")


def masked(text: str) -> str:
    """Return `text` without e-mail addresses, IBANs and Slack tokens.

    Example:
        >>> masked("refused for compta@acme.example, IBAN FR7630006000011234567890189")
        'refused for <address>, IBAN <iban>'
    """
    return _IBAN.sub("<iban>", _EMAIL.sub("<address>", _TOKEN.sub("<token>", text)))


def _mask(
    _logger: Any, _method: str, event: MutableMapping[str, Any]
) -> MutableMapping[str, Any]:
    for key, value in event.items():
        if isinstance(value, str):
            event[key] = masked(value)
    return event


class _Handed(logging.Handler):
    """Hands what libraries log to our own log, masked and without their objects."""

    def emit(self, record: logging.LogRecord) -> None:
        structlog.get_logger("library").log(
            record.levelno, "library.said", source=record.name, text=record.getMessage()
        )


@contextmanager
def logging_as(settings: LogSection) -> Iterator[None]:
    """Log as the configuration says while the block runs, and as before after it."""
    root, spoken = logging.getLogger(), structlog.get_config()
    handlers, level = root.handlers, root.level
    _set_up(settings)
    try:
        yield
    finally:
        structlog.configure(**spoken)
        root.handlers = handlers
        root.setLevel(level)


def _set_up(settings: LogSection) -> None:
    level = getattr(logging, settings.level.upper())
    renderer: Any = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if settings.format == "json"
        else structlog.dev.ConsoleRenderer(colors=False)
    )
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            _mask,
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.PrintLoggerFactory(file=sys.stderr),
        cache_logger_on_first_use=False,
    )
    root = logging.getLogger()
    root.handlers = [_Handed()]
    root.setLevel(max(level, logging.WARNING))


def log(event: str, *, level: str = "info", **facts: Any) -> None:
    """Write one line: `noun.verb` and its facts."""
    getattr(structlog.get_logger(), level)(event, **facts)
