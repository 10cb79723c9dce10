"""One conversation with the mail server: a letter is offered, then handed over."""

from __future__ import annotations

import re
import smtplib
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Literal

from collector_bot.core.errors import (
    AddressError,
    SmtpRefused,
    SmtpUncertain,
    UnsafeLetterError,
)
from collector_bot.mail.address import address
from collector_bot.mail.connection import (
    Security,
    lost_words,
    refuse_clear_text,
    reported,
    twice,
)
from collector_bot.mail.guard import check_letter

_GO_AHEAD = 354
_QUIT_SECONDS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class SmtpSettings:
    """The server letters leave through.

    Attributes:
        security: "none" only to this machine.
        auth: "xoauth2" takes an access token as `secret`; "none" needs neither.
        from_address: the company's address, and the envelope's sender.
        archive_address: second recipient of every letter, the proof that it left;
            "" for none.
        ca_file: PEM file of a private certificate authority, or "".
        connect_timeout: seconds for every answer but the last.
        data_timeout: seconds for the answer to the letter itself.

    Raises:
        ClearTextError: without TLS to another machine.
        AddressError: an address is unusable.
    """

    host: str
    port: int
    security: Security
    auth: Literal["password", "xoauth2", "none"]
    user: str = ""
    secret: str = field(default="", repr=False)
    from_address: str
    from_name: str = ""
    archive_address: str = ""
    ca_file: str = ""
    connect_timeout: float = 30
    data_timeout: float = 600  # RFC 5321, section 4.5.3.2.6

    def __post_init__(self) -> None:
        refuse_clear_text(self.host, self.security)
        address(self.from_address)
        if self.archive_address:
            address(self.archive_address)


@dataclass(frozen=True, slots=True)
class Accepted:
    """The server took the letter for every recipient that was offered."""

    code: int
    reply: str


class SmtpLine:
    """One conversation with the mail server, signed in by `SmtpDoor.connect`.

    Several letters may follow each other on it: each is offered, then handed over
    or withdrawn. Once the line is lost, every further letter is refused as transient.
    """

    def __init__(self, smtp: smtplib.SMTP, settings: SmtpSettings) -> None:
        self._smtp = smtp
        self._settings = settings
        self._offered: tuple[str, ...] = ()

    def offer(self, *, recipients: Sequence[str]) -> None:
        """Name the sender and every recipient; nothing of the letter is sent.

        Any error here means that the letter was not sent.

        Args:
            recipients: the customer's addresses and the archive's.

        Raises:
            SmtpRefused: one of them was refused, or the line was lost. A refused
                archive is transient: without it nothing would prove the letter.
            AddressError: an address is not one plain address.
        """
        for one in recipients:
            address(one)
        self._offered = ()
        self._wait_at_most(self._settings.connect_timeout)
        sender = self._settings.from_address
        code, reply = self.ask(f"MAIL FROM:<{sender}>", stage="sender")
        self._expect_taken(code, reply, stage="sender")
        for one in recipients:
            code, reply = self.ask(f"RCPT TO:<{one}>", stage="recipient")
            self._expect_taken(code, reply, stage="recipient", recipient=one)
        self._offered = tuple(recipients)

    def withdraw(self) -> None:
        """Take back what was offered (RSET); nothing was sent, whatever happens."""
        self._offered = ()
        with suppress(OSError):
            self._smtp.rset()

    def hand_over(self, raw: bytes) -> Accepted:
        """Send the letter that was offered.

        Args:
            raw: what `compose` returned.

        Raises:
            SmtpRefused: the server said no, or the line was lost before the
                server asked for the letter: it was certainly not sent.
            SmtpUncertain: no answer came after that: it may have been sent.
        """
        if not self._offered:
            raise ValueError("no letter was offered")
        self._check(raw)
        self._offered = ()
        code, reply = self.ask("DATA", stage="letter")
        if code != _GO_AHEAD:
            raise self._refused(code, reply, stage="letter")
        code, reply = self._send(raw)
        if code // 100 == 2:  # noqa: PLR2004 - RFC 5321, section 4.2.1
            return Accepted(code, reported(reply))
        raise self._refused(code, reply, stage="letter")

    def say_goodbye(self) -> None:
        """End the conversation politely, without waiting long for the answer."""
        with suppress(OSError):
            self._wait_at_most(_QUIT_SECONDS)
            self._smtp.docmd("QUIT")

    def _check(self, raw: bytes) -> None:
        """Refuse a letter that is not for the people it was offered for."""
        archive = self._settings.archive_address
        people = [one for one in self._offered if one != archive]
        try:
            check_letter(raw, to=people, sender=self._settings.from_address)
        except (UnsafeLetterError, AddressError) as error:
            self.withdraw()
            why = str(error), error.written("fr")
            raise SmtpRefused("permanent", 0, why, stage="letter") from None

    def _send(self, raw: bytes) -> tuple[int, bytes]:
        """Send the bytes and the final dot, and return a final answer.

        Source:
            RFC 5321, section 4.5.2 (transparency: a line that starts with a dot).
        """
        dotted = re.sub(rb"(?m)^\.", b"..", raw)
        end = b".\r\n" if dotted.endswith(b"\r\n") else b"\r\n.\r\n"
        try:
            self._wait_at_most(self._settings.data_timeout)
            self._smtp.send(dotted + end)
            code, reply = self._smtp.getreply()
        except OSError as error:
            raise SmtpUncertain(lost_words(error)) from None
        if code // 100 not in {2, 4, 5}:
            raise SmtpUncertain(
                (
                    f"the server answered {code} {reported(reply)}",
                    f"le serveur a répondu {code} {reported(reply)}",
                )
            )
        return code, reply

    def _wait_at_most(self, seconds: float) -> None:
        if self._smtp.sock:
            self._smtp.sock.settimeout(seconds)

    def ask(self, command: str, *, stage: str) -> tuple[int, bytes]:
        """Send one command and return its answer.

        Raises:
            SmtpRefused: transient: there was no answer.
        """
        try:
            return self._smtp.docmd(command)
        except OSError as error:
            raise lost(error, stage=stage) from None

    def _expect_taken(
        self, code: int, reply: bytes, *, stage: str, recipient: str = ""
    ) -> None:
        """Withdraw everything when the sender or one recipient is refused."""
        if code // 100 != 2:  # noqa: PLR2004 - RFC 5321, section 4.2.1
            self.withdraw()
            raise self._refused(code, reply, stage=stage, recipient=recipient)

    def _refused(
        self, code: int, reply: bytes, *, stage: str, recipient: str = ""
    ) -> SmtpRefused:
        """Return what the server's no means for the letter."""
        archive = recipient != "" and recipient == self._settings.archive_address
        permanent = code // 100 == 5 and not archive  # noqa: PLR2004 - idem
        return SmtpRefused(
            "permanent" if permanent else "transient",
            max(code, 0),
            twice(reported(reply, self._settings.secret)),
            stage=stage,
            recipient=recipient,
        )


def lost(error: OSError, *, stage: str) -> SmtpRefused:
    """Return the refusal a lost connection means before a letter is handed over."""
    return SmtpRefused("transient", 0, lost_words(error), stage=stage)
