"""Connecting to an IMAP server and proving who we are."""

from __future__ import annotations

import imaplib
import re

from imapclient import IMAPClient, SocketTimeout
from imapclient.exceptions import IMAPClientError, LoginError

from collector_bot.core.errors import MailboxGoneError, MailboxLoginError
from collector_bot.mail.connection import (
    lost_words,
    reported,
    tls_context,
    twice,
    xoauth2,
)
from collector_bot.mail.imap_settings import MailboxSettings

# RFC 5530: the server, not the secret, is at fault
_PASSING_NO = re.compile(r"\[(?:UNAVAILABLE|INUSE|LIMIT|SERVERBUG)\]", re.IGNORECASE)


def connected(settings: MailboxSettings, timeout: SocketTimeout) -> IMAPClient:
    """Return a connection that is encrypted and signed in.

    Raises:
        MailboxLoginError: the server says no to the secret.
        MailboxGoneError: the server is not there, or not the right one.
    """
    client = None
    try:
        client = _opened(settings, timeout)
        _sign_in(client, settings)
    except LoginError as error:
        _close(client)
        raise _meaning(error, settings) from None
    except (OSError, imaplib.IMAP4.error, IMAPClientError) as error:
        _close(client)
        raise MailboxGoneError(lost_words(error, settings.secret)) from None
    except BaseException:
        _close(client)
        raise
    client.normalise_times = False
    return client


def _opened(settings: MailboxSettings, timeout: SocketTimeout) -> IMAPClient:
    """Return a connection, encrypted where the settings say so."""
    context = tls_context(settings.ca_file)
    client = IMAPClient(
        settings.host,
        settings.port,
        ssl=settings.security == "tls",
        ssl_context=context,
        timeout=timeout,
    )
    if settings.security == "starttls":
        try:
            client.starttls(context)
        except BaseException:
            _close(client)
            raise
    return client


def _sign_in(client: IMAPClient, settings: MailboxSettings) -> None:
    """Show the secret once; AUTHENTICATE carries any character, LOGIN only ASCII."""
    if settings.auth == "xoauth2":
        answers = iter([xoauth2(settings.user, settings.secret)])
        client.sasl_login("XOAUTH2", lambda _: next(answers, ""))
    elif client.has_capability("AUTH=PLAIN") or not settings.secret.isascii():
        client.plain_login(settings.user, settings.secret)
    else:
        client.login(settings.user, settings.secret)


def _meaning(
    error: LoginError, settings: MailboxSettings
) -> MailboxLoginError | MailboxGoneError:
    """Tell a no of the server from a connection lost while signing in.

    IMAPClient reports both as LoginError; only the cause underneath differs.
    """
    words = reported(str(error), settings.secret)
    cause = error.__context__
    if isinstance(cause, (imaplib.IMAP4.abort, OSError)) or _PASSING_NO.search(words):
        return MailboxGoneError(twice(words))
    return MailboxLoginError(settings.address, words)


def _close(client: IMAPClient | None) -> None:
    if client is not None:
        try:
            client.shutdown()
        except (OSError, imaplib.IMAP4.error):
            return
