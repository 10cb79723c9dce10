"""The parts of a mail: its text, its tables, and the sheets attached to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from email.message import Message

from collector_bot.core.reading.envelope import decoded_bytes
from collector_bot.core.reading.findings import LeftOut, Sheet
from collector_bot.core.reading.lexicon_machine import BULK_LINE
from collector_bot.core.reading.markup import HTML_MAX, rendered
from collector_bot.core.reading.text import fold, normalise

Attached = tuple[str, str, bytes]
"""Name, content type and bytes of an attachment, as the mail gives them."""

SheetsOf = Callable[[Sequence[Attached]], tuple[Sheet, ...]]
_SILENT_KINDS = frozenset(
    {
        "application/ms-tnef",
        "application/pgp-keys",
        "application/pgp-signature",
        "application/pkcs7-signature",
        "application/x-pkcs7-signature",
        "text/calendar",
        "text/rfc822-headers",
        "text/vcard",
        "text/x-vcard",
    }
)
_PARTS_MAX = 60
_ATTACHMENTS_MAX = 20
_ATTACHMENT_MAX = 10_000_000
_TEXT_MAX = 400_000
_DEPTH_MAX = 10


@dataclass(frozen=True, slots=True)
class Body:
    """What a mail consists of.

    Attributes:
        text: the body, normalised; rendered from HTML when there is no plain text.
        marked: text rendered from HTML with marks where its tables stood; "" without.
        tables: the data tables of the HTML body.
        sheets: sheets of the attachments.
        whole: every text of the mail, for machines' mails.
        html: the HTML body as sent, for answers in colour.
        left_out: attachments that were not read, and why.
        bulk: it is sent to many (a list header, a line to unsubscribe).
    """

    text: str
    marked: str
    tables: tuple[Sheet, ...]
    sheets: tuple[Sheet, ...]
    whole: str
    bulk: bool = False
    html: str = ""
    left_out: tuple[LeftOut, ...] = ()


def parts_of(message: Message) -> Iterator[Message]:
    """Yield the leaves of a mail in order, not those of mails inside it."""
    stack = [(message, 0)]
    count = 0
    while stack and count < _PARTS_MAX:
        part, depth = stack.pop()
        count += 1
        payload = part.get_payload()
        nested = part.get_content_maintype() == "multipart"
        if nested and isinstance(payload, list):
            if depth < _DEPTH_MAX:
                inner = [entry for entry in payload if isinstance(entry, Message)]
                stack += [(entry, depth + 1) for entry in reversed(inner[:_PARTS_MAX])]
            continue
        yield part


def text_of(part: Message, limit: int = _TEXT_MAX) -> str:
    """Return the text of a leaf, decoded somehow; "" when it has none."""
    try:
        payload = part.get_payload(decode=True)
        charset = part.get_content_charset()
    except Exception:  # noqa: BLE001 - broken encodings raise many kinds
        return ""
    if not isinstance(payload, bytes):
        return ""
    return decoded_bytes(payload[: 4 * limit], charset)[:limit]


def _unflowed(part: Message, text: str) -> str:
    """Join the soft line breaks of a text that declares them.

    Source:
        RFC 3676 4.1, 4.2 (a line flows when it ends in a space and is no "-- ").
    """
    try:
        flows = str(part.get_param("format", "")).lower() == "flowed"
        spaces = str(part.get_param("delsp", "no")).lower() != "yes"
    except Exception:  # noqa: BLE001 - malformed parameters raise many kinds
        return text
    if not flows:
        return text
    made: list[str] = []
    depth_above = -1
    for line in text.replace("\r\n", "\n").split("\n"):
        depth = len(line) - len(line.lstrip(">"))
        words = line[depth:].removeprefix(" ")
        flowing = words.endswith(" ") and words != "-- " and bool(words.strip())
        if depth == depth_above:
            made[-1] += words if spaces else words.removeprefix(" ")
        else:
            made.append(f"{'>' * depth}{' ' if depth else ''}{words}")
        if flowing and not spaces:
            made[-1] = made[-1][:-1]
        depth_above = depth if flowing else -1
    return "\n".join(made)


def body_of(message: Message, sheets: SheetsOf) -> Body:
    """Take a mail apart; a part that cannot be read is as if it were not there."""
    plain: list[str] = []
    markup: list[str] = []
    attached: list[Attached] = []
    silent: set[str] = set()
    for part in parts_of(message):
        kind = part.get_content_type()
        name = _name(part)
        if kind in {"text/plain", "text/html"} and not _is_file(part, name):
            text = text_of(part, 2_000_000 if kind == "text/html" else _TEXT_MAX)
            text = _unflowed(part, text)
            (markup if kind == "text/html" else plain).append(text)
        elif kind != "message/rfc822" and len(attached) < _ATTACHMENTS_MAX:
            attached.append((name, kind, _payload(part)))
            if _says_nothing(part, kind):
                silent.add(name)
    text = normalise("\n".join(plain))
    marked, tables = rendered("\n".join(markup)) if markup else ("", ())
    if not text.strip():
        text = marked
    whole = text + "\n" + marked if marked is not text else text
    listed = any(str(key).lower() == "list-unsubscribe" for key in message)
    bulk = listed or bool(BULK_LINE.search(fold(whole[-3000:])))
    html = "\n".join(markup)[:HTML_MAX]
    found = _sheets(attached, sheets)
    read = tuple(sheet for sheet in found if not sheet.note)
    left = tuple(
        LeftOut(sheet.name, sheet.note)
        for sheet in (*found, *_too_big(attached))
        if sheet.note and sheet.name and sheet.name not in silent
    )
    return Body(text, marked, tables, read, whole, bulk, html, left)


def _says_nothing(part: Message, kind: str) -> bool:
    """Whether a part is a picture of the layout, a signature, a card or a report."""
    if kind.startswith("image/"):
        laid_out = part.get("Content-ID") is not None
        return laid_out or part.get_content_disposition() != "attachment"
    return kind.startswith("message/") or kind in _SILENT_KINDS


def _too_big(attached: Sequence[Attached]) -> Iterator[Sheet]:
    """Yield the attachments whose bytes were not even taken, with the note of it."""
    for name, _, payload in attached:
        if not payload:
            yield Sheet(name, (), "too big")


def _name(part: Message) -> str:
    try:
        return (part.get_filename() or "")[:200]
    except Exception:  # noqa: BLE001 - malformed parameters raise many kinds
        return ""


def _is_file(part: Message, name: str) -> bool:
    if part.get_content_disposition() == "attachment":
        return True
    return bool(name) and not name.lower().endswith((".txt", ".htm", ".html"))


def _payload(part: Message) -> bytes:
    """The bytes of an attachment; none when they cannot be had or are too many."""
    raw = part.get_payload()
    if not isinstance(raw, str) or len(raw) > _ATTACHMENT_MAX * 4 // 3:
        return b""
    try:
        payload = part.get_payload(decode=True)
    except Exception:  # noqa: BLE001 - broken encodings raise many kinds
        return b""
    fits = isinstance(payload, bytes) and len(payload) <= _ATTACHMENT_MAX
    return payload if fits and isinstance(payload, bytes) else b""


def _sheets(attached: Sequence[Attached], sheets: SheetsOf) -> tuple[Sheet, ...]:
    given = [one for one in attached if one[2]]
    if not given:
        return ()
    try:
        return tuple(sheets(given))
    except Exception:  # noqa: BLE001 - a hostile attachment must not lose the mail
        return ()
