"""The desk: what every flow needs, and who may do what at it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import IntEnum
from typing import Protocol
from zoneinfo import ZoneInfo

from collector_bot.core.books import Layout
from collector_bot.core.corrections import Chart, Limits
from collector_bot.core.dunning import Procedure
from collector_bot.core.errors import CollectorError
from collector_bot.core.reading.body import SheetsOf
from collector_bot.core.reading.findings import Sheet
from collector_bot.core.refusals import NotAllowedError, PastDayError
from collector_bot.core.wording import either
from collector_bot.files.bank_csv import CsvLayout
from collector_bot.letters import Company, Letters
from collector_bot.store.database import Database

SHELL = "shell"  # who works at the command line of the server


class Role(IntEnum):
    """What a person may do; each includes the one before."""

    NOBODY = 0
    VIEWER = 1
    CLERK = 2
    MANAGER = 3

    @property
    def word(self) -> str:
        """The word of the configuration."""
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Roles:
    """Slack user ids by role; "*" among viewers lets everybody ask."""

    managers: frozenset[str] = frozenset()
    clerks: frozenset[str] = frozenset()
    viewers: frozenset[str] = frozenset()

    def of(self, user: str) -> Role:
        """Return the role of a user; the server's shell is a manager."""
        if user in self.managers or user == SHELL:
            return Role.MANAGER
        if user in self.clerks:
            return Role.CLERK
        if user in self.viewers or "*" in self.viewers:
            return Role.VIEWER
        return Role.NOBODY

    def require(self, user: str, needed: Role) -> None:
        """Refuse who does not have the role now.

        Raises:
            NotAllowedError: always in one sentence that names the role needed.
        """
        if self.of(user) < needed:
            raise NotAllowedError(user=user, needed=needed.word)


@dataclass(frozen=True, slots=True)
class Policy:
    """What the company lets Collector do; confidences in basis points (0..10000)."""

    four_eyes: bool = True
    promise_grace_days: int = 3
    promise_max_days: int = 60
    suggestion_expiry_days: int = 30
    undo_days: int = 7
    show_confidence_min_bp: int = 3000
    read_confidence_min: float = 0.70
    auto_letter: bool = False
    auto_letter_confidence_min_bp: int = 9900
    mailbox_fresh_minutes: int = 15
    uncertain_minutes: int = 30
    formal_notice_days: int = 8
    history_days: int = 14


class Clock(Protocol):
    """Where flows ask for the time; the wiring has the only real one."""

    def now(self) -> datetime:
        """Return the current instant, aware, in UTC."""
        ...


@dataclass(frozen=True, slots=True)
class Envelope:
    """What a letter's bytes are made from."""

    key: str
    to: tuple[str, ...]
    subject: str
    text: str
    html: str
    in_reply_to: str
    at: datetime


class Compose(Protocol):
    """Turns an envelope into bytes and its Message-ID; given by the wiring."""

    def __call__(self, envelope: Envelope, letter_key: bytes) -> tuple[bytes, str]:
        """Return the bytes and the Message-ID with its brackets.

        Raises:
            CollectorError: an address or a text would make an unsafe letter.
        """
        ...


def _no_sheets(attached: Sequence[tuple[str, str, bytes]]) -> tuple[Sheet, ...]:
    del attached
    return ()


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything a flow works with; nothing in it is global."""

    database: Database
    procedure: Procedure
    letters: Letters
    clock: Clock
    compose: Compose
    company: Company
    timezone: ZoneInfo
    language: str = "fr"
    currency: str = "EUR"
    country: str = "FR"
    terms: str = "30 net"
    policy: Policy = field(default_factory=Policy)
    roles: Roles = field(default_factory=Roles)
    own_addresses: frozenset[str] = frozenset()
    trusted_authserv: tuple[str, ...] = ()
    sheets: SheetsOf = _no_sheets
    bank_layout: CsvLayout | None = None
    chart: Chart = field(default_factory=Chart)
    limits: Limits = field(default_factory=Limits)
    export_layout: Layout = field(default_factory=Layout)

    def now(self) -> datetime:
        """Return the current instant, aware, in UTC."""
        return self.clock.now()

    def today(self) -> date:
        """Return today's local date: the business date."""
        return self.clock.now().astimezone(self.timezone).date()

    def require_to_come(self, day: date) -> None:
        """Refuse a day that is over.

        Raises:
            PastDayError: it is before today.
        """
        if day < self.today():
            raise PastDayError(on=day)


def one_sentence(problem: Exception, language: str = "en") -> str:
    """Return what a person may read of a problem; never a secret, never a trace.

    Args:
        problem: what went wrong.
        language: "fr" or "en", of whoever reads it; logs are in English.
    """
    if isinstance(problem, CollectorError):
        return problem.written(language)
    kind = type(problem).__name__
    both = f"unexpected problem ({kind})", f"problème inattendu ({kind})"
    return either(both, language)
