"""Which addresses a letter may be sent to, in which spelling."""

from __future__ import annotations

import re

from collector_bot.core.errors import AddressError

_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_DOMAIN = re.compile(rf"(?=.{{1,253}}\Z)(?:{_LABEL}\.)+(?=[A-Za-z]){_LABEL}")
_LOCAL = re.compile(rf"(?=.{{1,64}}\Z){_ATOM}(?:\.{_ATOM})*")
_ADDRESS_LENGTH_MAX = 254


def address(text: str) -> str:
    """Return `text` when it is one plain address, nothing around it.

    Accepted are an ASCII dot-atom and a domain name of at least two labels: no
    display name, quoted local part, comment, address literal or encoded-word. A
    domain with accents is written in its `xn--` form.

    Raises:
        AddressError: it is anything else.

    Source:
        RFC 5321, sections 4.1.2 and 4.5.3.1; narrower by our choice.

    Example:
        >>> address("compta@client.example")
        'compta@client.example'
    """
    local, _, domain = text.rpartition("@")
    if (
        len(text) > _ADDRESS_LENGTH_MAX
        or "=?" in text
        or not _LOCAL.fullmatch(local)
        or not _DOMAIN.fullmatch(domain)
    ):
        raise AddressError(text)
    return text


def domain_of(text: str) -> str:
    """Return the lower-case domain of a valid address.

    Raises:
        AddressError: it is no valid address.
    """
    return address(text).rpartition("@")[2].lower()


def domain(text: str) -> str:
    """Return `text` when it is a domain name of at least two labels.

    Raises:
        AddressError: it is anything else.
    """
    if not _DOMAIN.fullmatch(text):
        raise AddressError(text)
    return text
