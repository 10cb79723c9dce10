"""How one letter leaves, in two phases: offered, then handed over."""

from __future__ import annotations

import base64
import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager

from collector_bot.core.errors import SmtpRefused
from collector_bot.mail.address import domain_of
from collector_bot.mail.connection import (
    lost_words,
    reported,
    tls_context,
    twice,
    xoauth2,
)
from collector_bot.mail.smtp_line import Accepted, SmtpLine, SmtpSettings, lost

__all__ = ["Accepted", "SmtpDoor", "SmtpLine", "SmtpSettings"]

_CONTINUE = 334
_SIGNED_IN = 235


class SmtpDoor:
    """The way to the mail server.

    Example:
        with door.connect() as line:
            line.offer(recipients=[customer, archive])
            # here the outbox commits that the letter is being handed over
            accepted = line.hand_over(raw)
    """

    def __init__(self, settings: SmtpSettings) -> None:
        self._settings = settings

    @contextmanager
    def connect(self) -> Iterator[SmtpLine]:
        """Connect, encrypt and sign in; yield the line and close it afterwards.

        Raises:
            SmtpRefused: transient in every case: no letter is at fault.
        """
        smtp = self._open()
        try:
            line = SmtpLine(smtp, self._settings)
            self._sign_in(smtp, line)
            yield line
            line.say_goodbye()
        finally:
            smtp.close()

    def _open(self) -> smtplib.SMTP:
        """Return a connection, encrypted where the settings say so."""
        try:
            context = tls_context(self._settings.ca_file)
            if self._settings.security == "tls":
                return self._implicit_tls(context)
            return self._plain_or_starttls(context)
        except smtplib.SMTPResponseException as error:
            raise SmtpRefused(
                "transient",
                error.smtp_code,
                twice(reported(error.smtp_error)),
                stage="connect",
            ) from None
        except OSError as error:
            raise SmtpRefused(
                "transient", 0, lost_words(error), stage="connect"
            ) from None

    def _implicit_tls(self, context: ssl.SSLContext) -> smtplib.SMTP:
        settings = self._settings
        return smtplib.SMTP_SSL(
            settings.host,
            settings.port,
            domain_of(settings.from_address),
            timeout=settings.connect_timeout,
            context=context,
        )

    def _plain_or_starttls(self, context: ssl.SSLContext) -> smtplib.SMTP:
        settings = self._settings
        smtp = smtplib.SMTP(
            settings.host,
            settings.port,
            domain_of(settings.from_address),
            timeout=settings.connect_timeout,
        )
        try:
            if settings.security == "starttls":
                smtp.starttls(context=context)
        except BaseException:
            smtp.close()
            raise
        return smtp

    def _sign_in(self, smtp: smtplib.SMTP, line: SmtpLine) -> None:
        """Greet and prove who we are.

        Raises:
            SmtpRefused: transient, because the letter is not at fault.
        """
        try:
            code, reply = smtp.ehlo()
        except OSError as error:
            raise lost(error, stage="connect") from None
        if code // 100 != 2:  # noqa: PLR2004 - RFC 5321, section 4.2.1
            raise SmtpRefused(
                "transient", code, twice(reported(reply)), stage="connect"
            )
        if self._settings.auth != "none":
            self._authenticate(smtp, line)

    def _authenticate(self, smtp: smtplib.SMTP, line: SmtpLine) -> None:
        """Show the secret once, by the one mechanism that fits.

        Source:
            RFC 4954 (AUTH), RFC 4616 (PLAIN, in UTF-8).
        """
        settings = self._settings
        offered = smtp.esmtp_features.get("auth", "").upper().split()
        if settings.auth == "xoauth2":
            answers = ["XOAUTH2 " + _base64(xoauth2(settings.user, settings.secret))]
        elif "PLAIN" in offered or "LOGIN" not in offered:
            answers = ["PLAIN " + _base64(f"\0{settings.user}\0{settings.secret}")]
        else:
            answers = ["LOGIN", _base64(settings.user), _base64(settings.secret)]
        code, reply = line.ask("AUTH " + answers[0], stage="sign_in")
        for answer in answers[1:]:
            if code == _CONTINUE:
                code, reply = line.ask(answer, stage="sign_in")
        if code == _CONTINUE:
            code, reply = line.ask("", stage="sign_in")
        if code != _SIGNED_IN:
            sent = [answer.rpartition(" ")[2] for answer in answers]
            words = reported(reply, settings.secret, *sent)
            raise SmtpRefused("transient", code, twice(words), stage="sign_in")


def _base64(text: str) -> str:
    return base64.b64encode(text.encode()).decode()
