"""What a mail server must be before a password is shown to it."""

from __future__ import annotations

import re
import smtplib
import socket
import ssl
from ipaddress import ip_address
from typing import Literal

from collector_bot.core.errors import ClearTextError
from collector_bot.core.system_words import system_words
from collector_bot.core.wording import Both

Security = Literal["tls", "starttls", "none"]
_REPLY_LENGTH_MAX = 300
_REDACTED = "[secret]"


def is_loopback(host: str) -> bool:
    """Return whether `host` can only be this machine.

    Example:
        >>> is_loopback("127.0.0.1"), is_loopback("::1"), is_loopback("localhost")
        (True, True, True)
        >>> is_loopback("imap.example")
        False
    """
    if host.lower() == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def refuse_clear_text(host: str, security: Security) -> None:
    """Refuse a connection without TLS to anything but this machine.

    Raises:
        ClearTextError: `security` is "none" and `host` is not loopback.

    Source:
        RFC 8314, section 3: clear text is obsolete for submission and access.
    """
    if security == "none" and not is_loopback(host):
        raise ClearTextError(host)


def tls_context(ca_file: str) -> ssl.SSLContext:
    """Return a context that verifies the certificate and its name.

    Args:
        ca_file: PEM file of the only authority to believe; "" for the system's.
    """
    return ssl.create_default_context(cafile=ca_file or None)


def xoauth2(user: str, token: str) -> str:
    r"""Return the XOAUTH2 answer, before base64.

    Source:
        Google, "XOAUTH2 mechanism", the initial client response; Microsoft
        documents the same form for Exchange Online.

    Example:
        >>> xoauth2("ar@us.example", "t0ken")
        'user=ar@us.example\x01auth=Bearer t0ken\x01\x01'
    """
    return f"user={user}\x01auth=Bearer {token}\x01\x01"


def lost_words(error: Exception, *secrets: str) -> Both:
    """Return what became of a connection, in both languages and without secrets.

    Example:
        >>> lost_words(ConnectionResetError(104, "reset"))[0]
        'the connection was cut'
    """
    if isinstance(error, ssl.SSLCertVerificationError):
        why = error.verify_message or "?"
        return (
            f"the server’s certificate is not believed ({why})",
            f"le certificat du serveur n’est pas reconnu ({why})",
        )
    if isinstance(error, socket.gaierror):
        return "its name cannot be looked up", "son nom ne se résout pas"
    if isinstance(error, smtplib.SMTPServerDisconnected):
        return "the server hung up", "le serveur a raccroché"
    if (
        isinstance(error, OSError)
        and error.errno
        and not isinstance(error, ssl.SSLError)
    ):
        english, french = system_words(error)
        return reported(english, *secrets), reported(french, *secrets)
    if isinstance(error, TimeoutError):
        return system_words(error)
    return twice(reported(str(error), *secrets))


def twice(words: str) -> Both:
    """Return a server's words for both languages: they are not ours to translate."""
    return words, words


def reported(reply: bytes | str, *secrets: str) -> str:
    r"""Return a server's words as one printable line that carries no secret.

    Args:
        reply: what the server said; any bytes.
        secrets: texts that must not appear, in whatever form they were sent.

    Example:
        >>> reported(b"5.7.8 no:\r\n hunter2", "hunter2")
        '5.7.8 no: [secret]'
    """
    text = reply.decode("utf-8", "replace") if isinstance(reply, bytes) else reply
    for secret in secrets:
        if secret:
            text = text.replace(secret, _REDACTED)
    text = re.sub(r"[\s\x00-\x1f\x7f-\x9f]+", " ", text).strip()
    return text[:_REPLY_LENGTH_MAX]
