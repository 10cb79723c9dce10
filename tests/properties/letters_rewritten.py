"""Letters of the corpus written otherwise: quoted, signed, encoded, wrapped anew."""

from __future__ import annotations

import base64
import email
import html
import quopri
import re
import textwrap
from collections.abc import Callable
from email.message import Message
from pathlib import Path

LETTERS = Path(__file__).parents[1] / "letters"
_FROM = "Somebody <x@elsewhere.example>"


def _marked(text: str) -> str:
    return "".join(f"> {line}\n" for line in text.split("\n"))


QUOTED: dict[str, Callable[[str], str]] = {
    "gmail": lambda t: (
        f"\n\nOn Fri, 20 Nov 2026 at 09:30, {_FROM} wrote:\n\n{_marked(t)}"
    ),
    "gmail fr": lambda t: (
        f"\n\nLe ven. 20 nov. 2026 à 09:30, {_FROM} a écrit :\n\n{_marked(t)}"
    ),
    "gmail es": lambda t: (
        f"\n\nEl vie, 20 nov 2026 a las 9:30, {_FROM} escribió:\n\n{_marked(t)}"
    ),
    "gmail it": lambda t: (
        f"\n\nIl giorno ven 20 nov 2026 alle ore 09:30 {_FROM} ha scritto:\n\n{_marked(t)}"
    ),
    "gmail nl": lambda t: (
        f"\n\nOp vr 20 nov 2026 om 09:30 schreef {_FROM}:\n\n{_marked(t)}"
    ),
    "thunderbird de": lambda t: (
        f"\n\nAm 20.11.2026 um 09:30 schrieb Jemand:\n{_marked(t)}"
    ),
    "apple": lambda t: (
        f"\n\n> On 20 Nov 2026, at 09:30, {_FROM} wrote:\n> \n{_marked(t)}"
    ),
    "yahoo": lambda t: (
        f"\n\n    On Friday, 20 November 2026 at 09:30:12 GMT, {_FROM} wrote:  \n \n {t}"
    ),
    "outlook": lambda t: (
        f"\n\n________________________________\nFrom: {_FROM}\nSent: Friday, November 20,"
        f" 2026 9:30 AM\nTo: AR <y@z.example>\nSubject: Invoice\n\n{t}"
    ),
    "outlook fr": lambda t: (
        f"\n\nDe : {_FROM}\nEnvoyé : vendredi 20 novembre 2026 09:30\nÀ : Compta"
        f" <y@z.example>\nObjet : Facture\n\n{t}"
    ),
    "outlook de": lambda t: (
        f"\n\nVon: {_FROM}\nGesendet: Freitag, 20. November 2026 09:30\nAn: Buchhaltung"
        f"\nBetreff: AW: Rechnung\n\n{t}"
    ),
    "original": lambda t: (
        f"\n\n-----Original Message-----\nFrom: {_FROM}\nSent: 20 November 2026\nTo: AR"
        f"\nSubject: Invoice\n\n{t}"
    ),
    "telephone": lambda t: (
        "\n\n\n-------- Message d'origine --------\nDe : Quelqu'un <x@elsewhere.example>"
        f"\nDate : 20/11/2026 09:30 (GMT+01:00)\nÀ : y@z.example\nObjet : Facture\n\n{t}"
    ),
}
SIGNED = [
    "\n\n-- \nJane Dolby\nAccounts Payable Manager\nTel: +44 20 7946 0123\nwww.x.example",
    "\n\nKind regards,\n\nJane Dolby\nAccounts Payable\n12 Mill Lane, Leeds LS1 4AB",
    "\n\nBien cordialement,\n\nAnne Martin\nComptable\n12 rue des Lilas, 69003 Lyon",
    "\n\nThis e-mail and any attachments are confidential. No payment is made by it.",
    "\n\nCe message et ses pièces jointes sont confidentiels ; merci de les détruire.",
    "\n\nSent from my iPhone",
    "\n\nEnvoyé de mon appareil Android",
    "\n\nPlease consider the environment before printing this e-mail.",
]
ENCODED = [
    (charset, transfer)
    for charset in ("utf-8", "iso-8859-1", "iso-8859-15", "cp1252")
    for transfer in ("base64", "quoted-printable", "8bit")
]


def _leaf(message: Message) -> Message | None:
    """The one text part of a mail without HTML; None for others."""
    leaves = [part for part in message.walk() if not part.is_multipart()]
    kinds = [part.get_content_type() for part in leaves]
    if "text/html" in kinds or message.get_content_type() == "multipart/report":
        return None
    own = [
        part
        for part in leaves
        if part.get_content_type() == "text/plain" and not part.get_filename()
    ]
    return own[0] if len(own) == 1 else None


def letters() -> list[tuple[str, bytes, str]]:
    """Name, bytes and text of every letter of the corpus that is plain text."""
    found = []
    for path in sorted(LETTERS.glob("*/*.eml")):
        raw = path.read_bytes()
        leaf = _leaf(email.message_from_bytes(raw))
        if leaf is None:
            continue
        payload = leaf.get_payload(decode=True)
        assert isinstance(payload, bytes)
        text = payload.decode(leaf.get_content_charset() or "utf-8", "replace")
        if "\ufffd" not in text and len(text.split()) > 1:
            found.append((path.stem, raw, text.replace("\r\n", "\n")))
    return found


def rewritten(
    raw: bytes,
    text: str,
    *,
    charset: str = "utf-8",
    transfer: str = "base64",
    kind: str = "text/plain",
) -> bytes:
    """The mail `raw` with another text."""
    message = email.message_from_bytes(raw)
    leaf = _leaf(message)
    assert leaf is not None
    del leaf["Content-Type"], leaf["Content-Transfer-Encoding"]
    leaf["Content-Type"] = f"{kind}; charset={charset}"
    leaf["Content-Transfer-Encoding"] = transfer
    payload = text.encode(charset)
    if transfer == "base64":
        leaf.set_payload(base64.encodebytes(payload).decode())
    elif transfer == "quoted-printable":
        leaf.set_payload(quopri.encodestring(payload).decode())
    else:
        leaf.set_payload(payload.decode("ascii", "surrogateescape"))
    return message.as_bytes()


def marked_up(raw: bytes, text: str) -> bytes:
    """The mail as HTML alone, paragraph by paragraph."""
    paragraphs = [html.escape(part, quote=False) for part in text.split("\n\n")]
    body = "".join(f"<p>{part.replace(chr(10), '<br>')}</p>" for part in paragraphs)
    return rewritten(raw, f"<html><body>{body}</body></html>", kind="text/html")


def _wrapped(text: str, width: int, soft: str) -> str:
    made = []
    for line in text.split("\n"):
        if line.startswith(">") or len(line) <= width or "  " in line.strip():
            made.append(line)
            continue
        parts = textwrap.wrap(
            line, width, break_long_words=False, break_on_hyphens=False
        )
        made += [part + soft for part in parts[:-1]] + parts[-1:]
    return "\n".join(made)


def flowed(raw: bytes, text: str) -> bytes:
    """The mail with soft line breaks at 66 columns (RFC 3676)."""
    return rewritten(raw, _wrapped(text, 66, " "), kind="text/plain; format=flowed")


def wrapped(raw: bytes, text: str) -> bytes:
    """The mail with hard line breaks at 72 columns."""
    return rewritten(raw, _wrapped(text, 72, ""))


def typeset(raw: bytes, text: str) -> bytes:
    """The mail with curly quotes and narrow spaces within amounts."""
    text = re.sub(r"(?<=\d) (?=\d{3}\b)|(?<=\d) (?=€)", "\u202f", text)
    return rewritten(raw, text.replace("'", "\u2019"))


def bare_lines(raw: bytes, text: str) -> bytes:
    """The mail with LF alone at the ends of its lines."""
    return rewritten(raw, text).replace(b"\r\n", b"\n")
