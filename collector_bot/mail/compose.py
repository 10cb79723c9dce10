"""A letter as the bytes that leave: the same facts always give the same bytes."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import re
import textwrap
import unicodedata
from dataclasses import dataclass
from datetime import datetime
from email.header import Header
from email.utils import format_datetime

from collector_bot.core.errors import UnsafeLetterError
from collector_bot.mail.address import address, domain
from collector_bot.mail.guard import check_letter

_FREE_TEXT_MAX = 200
_FILE_NAME_MAX = 100
_REFERENCES_MAX = 10
_LINE_MAX = 76
_THREAD_ID = re.compile(r"<[!-;=?-~]{1,250}>")
_KEY = re.compile(r"[A-Za-z0-9._:|+/=@#~-]{1,200}")
_MEDIA_TYPE = re.compile(r"(?:application|image|text)/[a-z0-9][a-z0-9.+-]{0,80}")
_LINE_BREAKERS = {"Cc", "Zl", "Zp"}
_BIDI = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """One file that goes with a letter; `name` is cleaned before it is written."""

    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Everything one letter is made of.

    Attributes:
        message_id: what `message_id()` gave for `key`, with its brackets.
        key: the outbox key, written to X-Collector-Key; visible ASCII, at most 200.
        written_at: the Date header; aware.
        from_address: the company's address, and the envelope's sender.
        from_name: free text shown beside it.
        reply_to: the mailbox the bot reads.
        to: the customer's addresses, one or more; the archive is not among them.
        subject: free text; control characters become spaces, cut at 200.
        text: the plain body; line ends of any kind.
        html: the same for programs that show HTML; "" for a plain letter.
        in_reply_to: Message-ID answered, or "".
        references: Message-IDs of the thread, oldest first. An id that is not one
            is left out: it comes from a stranger's mail and only serves threading.
        attachments: files, in order.
    """

    message_id: str
    key: str
    written_at: datetime
    from_address: str
    from_name: str
    reply_to: str
    to: tuple[str, ...]
    subject: str
    text: str
    html: str = ""
    in_reply_to: str = ""
    references: tuple[str, ...] = ()
    attachments: tuple[Attachment, ...] = ()


def message_id(secret_key: bytes, key: str, sender_domain: str) -> str:
    """Return the Message-ID of the letter with this outbox key, brackets included.

    The same key gives the same id, so a letter sent again is the same letter, and
    nobody outside can tell the id of a letter in advance.

    Args:
        secret_key: the installation's key; 16 bytes or more.
        key: the outbox key.
        sender_domain: a domain of the company.

    Raises:
        ValueError: `secret_key` is too short.
        AddressError: `sender_domain` is no domain name.

    Example:
        >>> message_id(b"0123456789abcdef", "letter:7", "morel.example")
        '<e9a44be1672e22e1fcdf91cb66a9b6c7@morel.example>'
    """
    if len(secret_key) < 16:  # noqa: PLR2004 - 128 bits
        raise ValueError("secret_key must have 16 bytes or more")
    digest = hmac.new(secret_key, key.encode(), hashlib.sha256).hexdigest()
    return f"<{digest[:32]}@{domain(sender_domain)}>"


def compose(draft: Draft) -> bytes:
    """Return the letter: ASCII, CRLF line ends, nothing but the headers we mean.

    The headers are written here and not by `email.message`, whose releases before
    3.11.10 and 3.12.5 turn an encoded line break into a header of its own
    (CVE-2024-6923), and whose folding turns long thread ids into encoded-words.
    What was written is parsed again and compared with what was meant.

    Raises:
        AddressError: an address is not one plain address.
        UnsafeLetterError: a text would make a header nobody meant.
        ValueError: `written_at` is naive, or `key` or `message_id` is malformed.

    Source:
        RFC 5322 (headers), RFC 2047 (encoded-words), RFC 3834, section 5
        (Auto-Submitted), MS-OXCMAIL (X-Auto-Response-Suppress).
    """
    head = _head(draft)
    body = _body(draft)
    raw = "".join(f"{name}: {value}\r\n" for name, value in head).encode("ascii") + body
    check_letter(raw, to=draft.to, sender=draft.from_address)
    return raw


def _head(draft: Draft) -> list[tuple[str, str]]:
    """Return the headers of the whole letter, in the order they are written."""
    if draft.written_at.tzinfo is None:
        raise ValueError("written_at must be aware")
    if not _KEY.fullmatch(draft.key):
        raise ValueError("key must be 1 to 200 visible ASCII characters")
    if not _is_thread_id(draft.message_id):
        raise ValueError("message_id must be one id in its brackets")
    if not draft.to:
        raise UnsafeLetterError(("To", "To"), ("names nobody", "ne nomme personne"))
    name = _free_text("From", draft.from_name)
    subject = _free_text("Subject", draft.subject)
    if not subject:
        raise UnsafeLetterError(("Subject", "Subject"), ("is empty", "est vide"))
    head = [
        ("Message-ID", draft.message_id),
        ("Date", format_datetime(draft.written_at)),
        ("From", _mailbox(name, address(draft.from_address))),
        ("To", ",\r\n ".join(address(one) for one in draft.to)),
        ("Reply-To", address(draft.reply_to)),
        ("Subject", _unstructured("Subject", subject)),
    ]
    if _is_thread_id(draft.in_reply_to):
        head.append(("In-Reply-To", draft.in_reply_to))
    thread = _thread(draft.references)
    if thread:
        head.append(("References", "\r\n ".join(thread)))
    return [
        *head,
        ("Auto-Submitted", "auto-generated"),
        ("X-Auto-Response-Suppress", "OOF, AutoReply"),
        ("X-Collector-Key", draft.key),
        ("MIME-Version", "1.0"),
    ]


def _is_thread_id(text: str) -> bool:
    return bool(_THREAD_ID.fullmatch(text)) and "=?" not in text


def _thread(references: tuple[str, ...]) -> list[str]:
    """Return the ids to write: the first of the thread and the latest ones."""
    known = [one for one in references if _is_thread_id(one)]
    if len(known) <= _REFERENCES_MAX:
        return known
    return [known[0], *known[1 - _REFERENCES_MAX :]]


def _free_text(where: str, text: str) -> str:
    """Return text on one line, without control and direction characters.

    Raises:
        UnsafeLetterError: it holds "=?", which readers take for an encoded-word.
    """
    visible = text.translate(_BIDI).encode("utf-8", "replace").decode()
    spaced = (
        " " if unicodedata.category(char) in _LINE_BREAKERS else char
        for char in visible
    )
    line = re.sub(" +", " ", "".join(spaced)).strip()[:_FREE_TEXT_MAX].rstrip()
    if "=?" in line:
        raise UnsafeLetterError(
            (where, where),
            (
                "contains “=?”, the start of an encoded-word",
                "contient « =? », le début d’un mot codé",
            ),
        )
    return line


def _unstructured(name: str, text: str) -> str:
    """Return a free text folded, in encoded-words where it is not ASCII."""
    if text.isascii():
        return "\r\n ".join(
            textwrap.wrap(
                text,
                _LINE_MAX - len(name),
                break_long_words=False,
                break_on_hyphens=False,
            )
        )
    header = Header(text, "utf-8", maxlinelen=_LINE_MAX, header_name=name)
    return header.encode(linesep="\r\n")


def _mailbox(name: str, mail_address: str) -> str:
    """Return a display name and its address."""
    if not name:
        return mail_address
    if name.isascii():
        quoted = name.replace("\\", r"\\").replace('"', r"\"")
        return f'"{quoted}"\r\n <{mail_address}>'
    return f"{_unstructured('From', name)}\r\n <{mail_address}>"


def _body(draft: Draft) -> bytes:
    """Return the Content- headers of the whole, the empty line and the parts."""
    seed = f"{draft.message_id}\n{draft.key}".encode()
    body = _text_part("plain", draft.text)
    if draft.html:
        body = _multipart("alternative", [body, _text_part("html", draft.html)], seed)
    if draft.attachments:
        files = [_file_part(one) for one in draft.attachments]
        body = _multipart("mixed", [body, *files], seed)
    return body


def _multipart(subtype: str, parts: list[bytes], seed: bytes) -> bytes:
    """Return parts under one boundary; "=_" cannot occur in an encoded part."""
    digest = hashlib.sha256(subtype.encode() + b"\n" + seed).hexdigest()[:32]
    boundary = f"=_{digest}".encode()
    head = b'Content-Type: multipart/%s;\r\n boundary="%s"\r\n\r\n'
    pieces = [head % (subtype.encode(), boundary)]
    pieces += [b"--%s\r\n%s\r\n" % (boundary, part) for part in parts]
    return b"".join([*pieces, b"--%s--\r\n" % boundary])


def _text_part(subtype: str, text: str) -> bytes:
    """Return one text, UTF-8, quoted-printable."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n") + "\n"
    encoded = binascii.b2a_qp(lines.encode("utf-8", "replace"), istext=True)
    return (
        f"Content-Type: text/{subtype}; charset=utf-8\r\n"
        "Content-Transfer-Encoding: quoted-printable\r\n\r\n"
    ).encode() + encoded.replace(b"\n", b"\r\n")


def _file_part(attachment: Attachment) -> bytes:
    """Return one file, base64.

    Source:
        RFC 2183 (the file name), RFC 2231 (one that is not ASCII).
    """
    if not _MEDIA_TYPE.fullmatch(attachment.media_type):
        raise UnsafeLetterError(
            ("an attachment", "une pièce jointe"),
            ("has no plain media type", "n’a pas de type simple"),
        )
    name = re.sub(r"[^\w .,()-]", "_", _free_text("file name", attachment.name))
    name = name[:_FILE_NAME_MAX].strip(" .") or "file"
    filename = f'filename="{name}"'
    if not name.isascii():
        quoted = "".join(
            char if char.isascii() and char.isalnum() else _percent(char)
            for char in name
        )
        filename = f"filename*=utf-8''{quoted}"
    return (
        f"Content-Type: {attachment.media_type}\r\n"
        f"Content-Disposition: attachment;\r\n {filename}\r\n"
        "Content-Transfer-Encoding: base64\r\n\r\n"
    ).encode("ascii") + base64.encodebytes(attachment.content).replace(b"\n", b"\r\n")


def _percent(char: str) -> str:
    return "".join(f"%{byte:02X}" for byte in char.encode())
