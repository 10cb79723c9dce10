"""The last look at a letter's bytes: only what was meant is in them."""

from __future__ import annotations

import email
import email.policy
import re
from collections import Counter
from collections.abc import Sequence
from email.message import EmailMessage, Message

from collector_bot.core.errors import UnsafeLetterError
from collector_bot.mail.address import address

_ONCE = {
    "message-id",
    "date",
    "from",
    "to",
    "reply-to",
    "subject",
    "auto-submitted",
    "x-auto-response-suppress",
    "x-collector-key",
    "mime-version",
    "content-type",
}
_AT_MOST_ONCE = {"in-reply-to", "references", "content-transfer-encoding"}
_OF_A_PART = {"content-type", "content-transfer-encoding", "content-disposition"}
_HEADER = re.compile(rb"([A-Za-z-]+): \S[ -~]*")
_CONTINUATION = re.compile(rb"[ \t]\S[ -~]*")
_BARE_LINE_END = re.compile(rb"\r(?!\n)|(?<!\r)\n")
_LINE_LENGTH_MAX = 998
_HEADER_OF = "the header", "l’en-tête"
_LETTER = "the letter", "la lettre"
_PART = "a part", "une partie"


def check_letter(raw: bytes, *, to: Sequence[str], sender: str) -> None:
    """Refuse bytes that hold anything but the letter that was meant.

    The header block is read twice, line by line and by Python's parser; both must
    see the same names, each as often as a letter has them, and the recipients and
    the sender must be the envelope's.

    Args:
        raw: the letter as it would leave.
        to: the customer's addresses of the envelope, without the archive.
        sender: the address it is from.

    Raises:
        AddressError: an address of the envelope is not one plain address.
        UnsafeLetterError: the bytes say something else.

    Source:
        RFC 5322, section 2.1.1 (line length) and 3.6 (how often a header stands);
        RFC 5321, section 2.3.8 (no bare CR or LF, which smuggles letters).
    """
    _check_lines(raw)
    names = Counter(_names(raw))
    if set(names) - _ONCE - _AT_MOST_ONCE or _ONCE - set(names):
        strange = sorted((set(names) - _AT_MOST_ONCE) ^ _ONCE)
        raise UnsafeLetterError(
            _HEADER_OF,
            (
                f"has other lines than ours: {strange}",
                f"a d’autres lignes que les nôtres : {strange}",
            ),
        )
    if max(names.values()) > 1:
        raise UnsafeLetterError(
            _HEADER_OF, ("says something twice", "dit deux fois la même chose")
        )
    parsed = email.message_from_bytes(raw, policy=email.policy.default)
    if Counter(name.lower() for name in parsed.keys()) != names:  # noqa: SIM118
        raise UnsafeLetterError(
            _HEADER_OF, ("is read in two ways", "se lit de deux façons")
        )
    _check_people(parsed, "to", [address(one) for one in to])
    _check_people(parsed, "from", [address(sender)])
    for part in parsed.walk():
        _check_part(part, parsed)


def _check_lines(raw: bytes) -> None:
    """Refuse 8-bit letters, bare line ends and lines that are too long."""
    if not raw.isascii():
        raise UnsafeLetterError(_LETTER, ("is not plain ASCII", "n’est pas en ASCII"))
    if _BARE_LINE_END.search(raw):
        raise UnsafeLetterError(
            _LETTER, ("has a bare line end", "a une fin de ligne incomplète")
        )
    if max(len(line) for line in raw.split(b"\r\n")) > _LINE_LENGTH_MAX:
        raise UnsafeLetterError(
            _LETTER, ("has a line that is too long", "a une ligne trop longue")
        )


def _names(raw: bytes) -> list[str]:
    """Return the lower-case header names, read line by line."""
    names = []
    for line in raw.partition(b"\r\n\r\n")[0].split(b"\r\n"):
        header = _HEADER.fullmatch(line)
        if header:
            names.append(header[1].decode().lower())
        elif not names or not _CONTINUATION.fullmatch(line):
            raise UnsafeLetterError(
                _HEADER_OF,
                ("has a line that is none", "a une ligne qui n’en est pas une"),
            )
    return names


def _check_people(parsed: EmailMessage, name: str, expected: list[str]) -> None:
    """Refuse a header that names other people than the envelope."""
    written = [one.addr_spec for one in parsed[name].addresses]
    if written != expected:
        raise UnsafeLetterError(
            (name.title(), name.title()),
            (
                "names other people than the envelope",
                "nomme d’autres personnes que l’enveloppe",
            ),
        )


def _check_part(part: Message, whole: Message) -> None:
    """Refuse a part with headers of its own, or one that did not parse."""
    if part.defects:
        raise UnsafeLetterError(_PART, ("is malformed", "est mal formée"))
    names = {name.lower() for name in part.keys()}  # noqa: SIM118
    if part is not whole and names - _OF_A_PART:
        raise UnsafeLetterError(
            _PART, ("has headers of its own", "a ses propres en-têtes")
        )
