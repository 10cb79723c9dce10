"""One mail as a mail client shows it: bytes kept, headers, text, HTML, attachments."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import getaddresses, parseaddr
from functools import cached_property
from html import unescape

PIECE = re.compile(r"\b[A-Z]{1,4}-\d{4}-\d{3,6}\b")
_TAG = re.compile(r"<(?:style|script)\b.*?</(?:style|script)>|<[^>]*>", re.DOTALL)
_SHOWN_HEADERS = (
    "From",
    "To",
    "Cc",
    "Reply-To",
    "Subject",
    "Date",
    "Message-ID",
    "In-Reply-To",
    "References",
    "Content-Language",
    "Auto-Submitted",
    "Authentication-Results",
)


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file joined to a mail."""

    filename: str
    content_type: str
    content: bytes


@dataclass(frozen=True)
class Letter:
    """One mail in one mailbox.

    Attributes:
        number: counts every mail of the sandbox, from 1.
        mailbox: address of the mailbox it lies in, lower case.
        raw: the bytes exactly as they arrived.
        received_at: the sandbox's time of arrival.
        outgoing: whether the mailbox's owner wrote it.
    """

    number: int
    mailbox: str
    raw: bytes
    received_at: datetime
    outgoing: bool = False

    @cached_property
    def message(self) -> EmailMessage:
        """The mail, parsed."""
        return BytesParser(policy=policy.default).parsebytes(self.raw)

    def header(self, name: str) -> str:
        """Return one header as text, unfolded; empty when absent or unreadable."""
        try:
            return " ".join(str(self.message.get(name, "")).split())
        except (LookupError, ValueError, AttributeError, TypeError):
            return ""

    @property
    def headers(self) -> list[tuple[str, str]]:
        """The headers a reader cares for, in reading order."""
        pairs = ((name, self.header(name)) for name in _SHOWN_HEADERS)
        return [(name, value) for name, value in pairs if value]

    @property
    def subject(self) -> str:
        """Subject, decoded."""
        return self.header("Subject")

    @property
    def message_id(self) -> str:
        """Message-ID with its angle brackets; empty when absent."""
        return self.header("Message-ID")

    @property
    def sender(self) -> str:
        """Address the mail says it comes from, lower case."""
        return parseaddr(self.header("From"))[1].lower()

    @property
    def recipients(self) -> list[str]:
        """Addresses in To and Cc, lower case."""
        values = [self.header("To"), self.header("Cc")]
        return [address.lower() for _, address in getaddresses(values) if address]

    @property
    def text(self) -> str:
        """The text alternative; the HTML without its tags when there is none."""
        return self._body("plain") or _strip(self.html)

    @property
    def html(self) -> str:
        """The HTML alternative; empty when there is none."""
        return self._body("html")

    @property
    def attachments(self) -> list[Attachment]:
        """Files joined to the mail."""
        found = []
        for index, part in enumerate(self.message.iter_attachments(), start=1):
            content = part.get_payload(decode=True)
            found.append(
                Attachment(
                    filename=part.get_filename() or f"part-{index}",
                    content_type=part.get_content_type(),
                    content=content if isinstance(content, bytes) else b"",
                )
            )
        return found

    @property
    def pieces(self) -> list[str]:
        """Invoice numbers named in the text, each once, in reading order."""
        return list(dict.fromkeys(PIECE.findall(self.text)))

    def _body(self, kind: str) -> str:
        part = self.message.get_body(preferencelist=(kind,))
        if part is None:
            return ""
        try:
            return str(part.get_content())
        except (LookupError, UnicodeError, KeyError):
            payload = part.get_payload(decode=True)
            return payload.decode("latin-1") if isinstance(payload, bytes) else ""


def _strip(html: str) -> str:
    """Return HTML as rough text, for display only."""
    lines = (unescape(_TAG.sub(" ", line)).strip() for line in html.splitlines())
    return "\n".join(line for line in lines if line)
