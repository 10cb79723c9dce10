"""What a customer's mail client writes when somebody answers a letter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email import policy
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime, make_msgid, parseaddr
from html import escape

from collector_bot.sandbox.letter import Attachment, Letter

_MONTHS_FR = (
    "janv.",
    "févr.",
    "mars",
    "avr.",
    "mai",
    "juin",
    "juil.",
    "août",
    "sept.",
    "oct.",
    "nov.",
    "déc.",
)
_AUTOMATIC = {"fr": "Réponse automatique", "en": "Automatic reply"}


@dataclass(frozen=True, slots=True)
class Answer:
    """What somebody types: text, perhaps HTML and files.

    `automatic` marks an out-of-office note as RFC 3834, section 5, asks.
    """

    text: str
    html: str = ""
    attachments: Sequence[Attachment] = ()
    automatic: bool = False


@dataclass(frozen=True, slots=True)
class Writer:
    """Who answers: the name and address of a customer's mailbox, and its language."""

    name: str
    address: str
    language: str


def compose(letter: Letter, answer: Answer, *, writer: Writer, at: datetime) -> bytes:
    """Return the bytes of a reply to `letter`, the original quoted under it.

    Args:
        letter: the mail being answered.
        answer: what was typed.
        writer: whose mailbox it is written from.
        at: the sandbox's time.

    Source:
        RFC 5322, section 3.6.4 (In-Reply-To, References).
    """
    message = EmailMessage(policy=policy.SMTP)
    domain = writer.address.rpartition("@")[2]
    message["From"] = Address(writer.name, addr_spec=writer.address)
    message["To"] = letter.header("Reply-To") or letter.header("From")
    message["Subject"] = _subject(letter, answer, writer.language)
    message["Date"] = format_datetime(at)
    message["Message-ID"] = make_msgid(domain=domain)
    if letter.message_id:
        message["In-Reply-To"] = letter.message_id
        earlier = letter.header("References")
        message["References"] = f"{earlier} {letter.message_id}".strip()
    if answer.automatic:
        message["Auto-Submitted"] = "auto-replied"
    _fill(message, answer, quote="" if answer.automatic else _quote(letter, writer))
    for file in answer.attachments:
        main, _, sub = file.content_type.partition("/")
        message.add_attachment(
            file.content,
            maintype=main,
            subtype=sub or "octet-stream",
            filename=file.filename,
        )
    return message.as_bytes()


def authenticated(raw: bytes, *, authserv: str, sender: str) -> bytes:
    """Put the receiving server's verdict on top of a mail, as the team's own MX would.

    Source:
        RFC 8601, section 2.2 (Authentication-Results).
    """
    domain = sender.rpartition("@")[2]
    line = f"Authentication-Results: {authserv}; dmarc=pass header.from={domain}\r\n"
    return line.encode("ascii") + raw


def _subject(letter: Letter, answer: Answer, language: str) -> str:
    if answer.automatic:
        return f"{_AUTOMATIC[language]} : {letter.subject}"
    already = letter.subject.lower().startswith("re:")
    return letter.subject if already else f"Re: {letter.subject}"


def _fill(message: EmailMessage, answer: Answer, *, quote: str) -> None:
    """Write the text, and the HTML beside it when there is one."""
    text = answer.text.rstrip() + "\n"
    message.set_content(f"{text}\n{quote}" if quote else text)
    if answer.html:
        quoted = f"<blockquote><pre>{escape(quote)}</pre></blockquote>" if quote else ""
        message.add_alternative(f"{answer.html}{quoted}", subtype="html")


def _quote(letter: Letter, writer: Writer) -> str:
    """Return the original under the line a mail client puts above it."""
    name, address = parseaddr(letter.header("From"))
    day = letter.received_at
    if writer.language == "fr":
        month = _MONTHS_FR[day.month - 1]
        when = f"{day.day} {month} {day.year} à {day:%H:%M}"
        intro = f"Le {when}, {name} <{address}> a écrit :"
    else:
        intro = f"On {day:%a, %d %b %Y at %H:%M}, {name} <{address}> wrote:"
    lines = (f"> {line}".rstrip() for line in letter.text.splitlines())
    return "\n".join([intro, *lines, ""])
