"""A mail server in memory that refuses, hangs up and dies as the dice say."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from random import Random

from collector_bot.core.errors import SmtpRefused, SmtpUncertain
from collector_bot.flows.desk import Envelope
from collector_bot.mail.smtp_line import Accepted

ARCHIVE = "comptabilite+archive@ateliers-morel.example"


class Killed(BaseException):
    """The process ends here; what was not committed is gone."""


def bytes_of(envelope: Envelope, letter_key: bytes) -> tuple[bytes, str]:
    """Return a letter that carries nothing but who it is, as tests need it."""
    message_id = f"<{envelope.key}@morel.example>"
    raw = f"Message-ID: {message_id}\r\nTo: {envelope.to[0]}\r\n\r\n{envelope.text}"
    return raw.encode(), message_id


class PostOffice:
    """What every letter meets: a door, a line, and a decision the dice take.

    Args:
        dice: decide what goes wrong.
        on_accept: called with the bytes of a letter at the moment it is accepted.
    """

    def __init__(self, dice: Random, on_accept: Callable[[bytes], None]) -> None:
        self._dice = dice
        self._on_accept = on_accept
        self.calm = False
        self.happened: list[str] = []

    @contextmanager
    def connect(self) -> Iterator[PostOffice]:
        if self._chance(4):
            raise self._no("transient", 421, stage="connect")
        yield self

    def offer(self, *, recipients: Sequence[str]) -> None:
        self._customer = recipients[0]
        if self._chance(6):
            raise self._no("transient", 451, stage="recipient", to=recipients[0])
        if self._chance(1):
            raise self._no("permanent", 550, stage="recipient", to=recipients[0])
        if self._chance(2):
            raise self._no("transient", 451, stage="recipient", to=recipients[-1])

    def withdraw(self) -> None:
        self.happened.append("withdrawn")

    def hand_over(self, raw: bytes) -> Accepted:
        if self._chance(5):
            raise self._no("transient", 451, stage="letter")
        if self._chance(2):
            raise self._no("permanent", 554, stage="letter")
        if self._chance(4):
            self.happened.append("killed before the dot")
            raise Killed
        if self._chance(14):
            self.happened.append("lost")
            raise SmtpUncertain(("the line was cut", "la ligne est coupée"))
        self._on_accept(raw)
        if self._chance(14):
            self.happened.append("accepted in silence")
            raise SmtpUncertain(("the line was cut", "la ligne est coupée"))
        if self._chance(4):
            self.happened.append("killed after the dot")
            raise Killed
        self.happened.append("accepted")
        return Accepted(250, "2.0.0 taken")

    def _chance(self, percent: int) -> bool:
        return not self.calm and self._dice.random() * 100 < percent

    def _no(self, kind: str, code: int, *, stage: str, to: str = "") -> SmtpRefused:
        self.happened.append(f"{kind} at {stage}")
        return SmtpRefused(kind, code, ("no", "non"), stage=stage, recipient=to)
