"""The headers of a mail: who, when, what about, and what our own server vouches for."""

# ruff: noqa: E501 - a grammar rule reads better unbroken
from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.header import decode_header
from email.message import Message
from email.utils import parsedate_to_datetime

from collector_bot.core.reading.text import BIDI_CONTROLS, normalise, squeezed

MICROSOFT_365 = "microsoft365"
_HEADER_MAX = 4_000
_CLAMP = timedelta(days=2)
_ADDRESS = r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?"
_ANGLED = re.compile(rf"<\s*({_ADDRESS})\s*>")
_BARE = re.compile(_ADDRESS)
_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"')
_MESSAGE_ID = re.compile(r"<[^<>\s]{1,250}>")
_METHOD = re.compile(r"\b(dmarc|dkim|spf)\s*=\s*([a-z]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Envelope:
    """The headers that count.

    Attributes:
        sender: the one From mailbox, lower-cased; "" when there is none or several.
        display: the name written before it.
        reply_to: lower-cased address or "".
        dmarc: result in our own server's header: "pass", "fail" …; "" without one.
        tricked: bidirectional controls stand in From, Reply-To or Subject.
        base: the moment words like "tomorrow" are counted from; None when unknown.
    """

    message_id: str
    in_reply_to: tuple[str, ...]
    subject: str
    sender: str
    display: str
    reply_to: str
    dated_at: datetime | None
    base: datetime | None
    dmarc: str
    tricked: bool


def header(message: Message, name: str) -> str:
    """Return the first `name` header, decoded and on one line; "" without one."""
    return _decoded(_raw(message, name))


def _raw(message: Message, name: str) -> str:
    for key, value in message.raw_items():
        if str(key).lower() == name.lower():
            return str(value)[:_HEADER_MAX]
    return ""


def headers(message: Message, name: str) -> list[str]:
    """Return every `name` header from the top, decoded."""
    found = [v for k, v in message.raw_items() if str(k).lower() == name.lower()]
    return [_decoded(str(value)[:_HEADER_MAX]) for value in found[:20]]


def _decoded(value: str) -> str:
    flat = " ".join(value.split())
    try:
        pieces = decode_header(flat)
    except Exception:  # noqa: BLE001 - malformed encoded words stay as written
        pieces = [(flat, None)]
    text = ""
    for piece, charset in pieces:
        text += piece if isinstance(piece, str) else decoded_bytes(piece, charset)
    repaired = text.encode("utf-8", "surrogateescape")
    return decoded_bytes(repaired, "utf-8")


def decoded_bytes(payload: bytes, charset: str | None) -> str:
    """Decode with the charset named, else UTF-8, else Windows-1252; never raises."""
    for name in (charset, "utf-8"):
        try:
            if name:
                return payload.decode(name)
        except (LookupError, UnicodeError, ValueError):
            continue
    return payload.decode("cp1252", "replace")


def _mailboxes(value: str) -> list[str]:
    bare = _QUOTED.sub(" ", value)
    angled = _ANGLED.findall(bare)
    if angled:
        return [address.lower() for address in angled]
    return [address.lower() for address in _BARE.findall(bare)]


def sole_mailbox(values: Iterable[str]) -> str:
    """Return the address when the headers hold exactly one mailbox, else ""."""
    found = [address for value in values for address in _mailboxes(value)]
    return found[0] if len(found) == 1 else ""


def envelope_of(
    message: Message, received_at: datetime | None, trusted: tuple[str, ...]
) -> Envelope:
    """Read the headers of `message`; nothing in them makes it raise."""
    froms = headers(message, "From")
    reply_to = headers(message, "Reply-To")
    subject = header(message, "Subject")
    dated_at = _date(header(message, "Date"))
    parents = header(message, "In-Reply-To") + header(message, "References")
    found_id = _MESSAGE_ID.search(header(message, "Message-ID"))
    looked_at = " ".join([*froms, *reply_to, subject])
    return Envelope(
        message_id=found_id.group() if found_id else "",
        in_reply_to=tuple(dict.fromkeys(_MESSAGE_ID.findall(parents)))[:20],
        subject=squeezed(normalise(subject))[:500],
        sender=sole_mailbox(froms),
        display=squeezed(normalise(re.sub(r"<[^>]*>", "", " ".join(froms)))).strip('"'),
        reply_to=sole_mailbox(reply_to),
        dated_at=dated_at,
        base=_base(dated_at, received_at),
        dmarc=_dmarc(headers(message, "Authentication-Results"), trusted),
        tricked=bool(BIDI_CONTROLS.search(looked_at)),
    )


def _date(value: str) -> datetime | None:
    try:
        found = parsedate_to_datetime(value)
    except Exception:  # noqa: BLE001 - the parser raises many kinds on hostile dates
        return None
    if found.tzinfo is None:
        found = found.replace(tzinfo=UTC)
    return found if 1990 <= found.year <= 2200 else None  # noqa: PLR2004


def _base(dated_at: datetime | None, received_at: datetime | None) -> datetime | None:
    """The Date header in the sender's zone, unless arrival contradicts it by days."""
    if dated_at is None or received_at is None:
        return dated_at or received_at
    early, late = received_at - _CLAMP, received_at + _CLAMP
    return dated_at if early <= dated_at <= late else received_at


def _dmarc(results: list[str], trusted: tuple[str, ...]) -> str:
    """The DMARC result of the topmost header, if one of our own servers wrote it.

    Microsoft 365 names no server; trusting `MICROSOFT_365` believes the topmost
    header when it begins with a result instead of a name.

    Source:
        RFC 8601, 2.2 and 5: only results of a trusted authserv-id count.
    """
    if not results or not trusted:
        return ""
    server, _, rest = results[0].partition(";")
    name = server.split()[0].lower() if server.split() else ""
    hosts = {host.lower() for host in trusted}
    if MICROSOFT_365 in hosts and _METHOD.match(server.strip()):
        rest = results[0]
    elif name not in hosts or name == MICROSOFT_365:
        return ""
    bare = re.sub(r"\([^()]*\)", "", rest)
    for method, result in _METHOD.findall(bare):
        if method.lower() == "dmarc":
            return str(result.lower())
    return ""
