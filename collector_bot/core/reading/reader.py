"""One mail's bytes to its reading: the door of this room."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from email.message import Message

from collector_bot.core.reading.announcements import left_company
from collector_bot.core.reading.body import Body, SheetsOf, body_of
from collector_bot.core.reading.envelope import Envelope, envelope_of
from collector_bot.core.reading.findings import (
    BankDetailsChange,
    Bounce,
    Finding,
    KnownItem,
    Reading,
    Sheet,
)
from collector_bot.core.reading.hearing import World
from collector_bot.core.reading.known import Known
from collector_bot.core.reading.language import language_of
from collector_bot.core.reading.machines import machine_finding
from collector_bot.core.reading.markup import (
    coloured_answers,
    tables_in,
    without_marks,
)
from collector_bot.core.reading.quoting import Block, Parted, part
from collector_bot.core.reading.senders import Sender, sender_of
from collector_bot.core.reading.text import fold
from collector_bot.core.reading.understanding import Mail, understand
from collector_bot.core.references import ReferenceIndex, candidate_keys

BYTES_MAX = 26_214_400


def no_sheets(_attached: Sequence[tuple[str, str, bytes]]) -> tuple[Sheet, ...]:
    """Attachments are not opened."""
    return ()


def read_mail(
    raw: bytes,
    *,
    known: Known,
    received_at: datetime | None = None,
    own_addresses: frozenset[str] = frozenset(),
    trusted_authserv: tuple[str, ...] = (),
    sheets: SheetsOf = no_sheets,
) -> Reading:
    """Return what one mail says: who speaks and the findings, each with its evidence.

    Args:
        raw: the mail as delivered; above 25 MB only its headers are read.
        known: the ledger to recognise senders and pieces in.
        received_at: aware; when the server got it, for mails with a wrong Date.
        own_addresses: lower-cased; a mail from one of them is ours and says nothing.
        trusted_authserv: authserv-ids of our own servers, whose results count.
        sheets: opens the attachments, (name, content type, payload) each, into sheets.

    Returns:
        The reading. `problem` is set when the bytes could not be read as a mail.
        Never raises on any bytes.
    """
    try:
        message = _parsed(raw)
        envelope = envelope_of(message, received_at, trusted_authserv)
    except Exception:  # noqa: BLE001 - any bytes may come from outside
        return Reading(problem="not_a_mail")
    try:
        return _read(message, envelope, known, own=own_addresses, sheets=sheets)
    except Exception:  # noqa: BLE001 - a mail is never lost to a bug here
        return Reading(
            message_id=envelope.message_id,
            sender=envelope.sender,
            subject=envelope.subject,
            dated_at=envelope.dated_at,
            in_reply_to=envelope.in_reply_to,
            problem="not_understood",
        )


def _parsed(raw: bytes) -> Message:
    if len(raw) > BYTES_MAX:
        ends = [at for at in (raw.find(b"\r\n\r\n"), raw.find(b"\n\n")) if at >= 0]
        raw = raw[: min([*ends, 100_000])]
    return email.message_from_bytes(raw, policy=email.policy.compat32)


def _read(
    message: Message,
    envelope: Envelope,
    known: Known,
    *,
    own: frozenset[str],
    sheets: SheetsOf,
) -> Reading:
    body = body_of(message, sheets)
    text, parted = _parted(body)
    said = without_marks(parted.said)
    machine = machine_finding(message, envelope, text=body.whole, parted=parted)
    exact = _named(known, f"{envelope.subject}\n{said}", body)
    sender = sender_of(envelope, known, named=exact, lines=_own_lines(text, parted))
    if machine is not None:
        if sender.known_by not in {"address", "domain"}:
            sender = Sender(None, "", sender.suspicions)
        left = left_company(said, sender=envelope.sender)
        if isinstance(machine, Bounce) or left is None:
            return _reading(envelope, sender, (machine,), said=said)
        return _reading(envelope, sender, (machine, left), said=said)
    if envelope.sender in own:
        return _reading(envelope, Sender(None, "", sender.suspicions), (), said=said)
    mail = _mail(envelope, body, parted, known=known, sender=sender, exact=exact)
    reading = _reading(envelope, sender, understand(mail), said=said)
    return replace(reading, left_out=body.left_out)


_IN_COLOUR = re.compile(
    r"\b(?:en (?:bleu|rouge|vert|couleur|gras)|in (?:blue|red|green|colou?r)|ci-dessous"
    r" (?:dans|directement)|in ?line|dans le (?:corps|texte) d[eu])\b"
)


def _parted(body: Body) -> tuple[str, Parted]:
    """The body parted: the HTML one when its own words hold a data table.

    Who says to have answered in colour has his coloured words heard as answers.
    """
    parted = part(body.text)
    if body.html and _IN_COLOUR.search(fold(parted.said)):
        answers = tuple(
            Block(answer, line) for line, answer in coloured_answers(body.html)
        )
        blocks = (*parted.blocks, *answers)
        return body.text, Parted(blocks, parted.quoted, parted.forwarded)
    if body.tables and body.marked is not body.text:
        marked = part(body.marked)
        if tables_in(marked.said, body.tables):
            return body.marked, marked
    return body.text, parted


def _own_lines(text: str, parted: Parted) -> str:
    """The top of the mail with its signature, before anything quoted."""
    first = parted.blocks[0].text if parted.blocks else ""
    if not first:
        return ""
    at = text.find(first.split("\n", 1)[0])
    top = text[max(at, 0) :][:4000]
    cut = part(top, keep_signature=True)
    return cut.said


def _named(known: Known, text: str, body: Body) -> tuple[KnownItem, ...]:
    cells = "\n".join(
        " ".join(row)
        for sheet in (*body.tables, *body.sheets)
        for row in sheet.rows[:400]
    )
    keys = candidate_keys(f"{text}\n{cells}"[:60_000])
    return tuple(known.items_by_keys(keys)) if keys else ()


def _mail(
    envelope: Envelope,
    body: Body,
    parted: Parted,
    *,
    known: Known,
    sender: Sender,
    exact: Sequence[KnownItem],
) -> Mail:
    account = sender.account
    items = tuple(known.items_of(account.code)) if account else ()
    index = ReferenceIndex(items, also=exact)
    said = without_marks(parted.said)
    usual = account.language if account else ""
    language = language_of(said, "") or language_of(envelope.subject, usual)
    currencies = [item.currency for item in items] or [i.currency for i in exact]
    world = World(
        base=envelope.base.date() if envelope.base else None,
        language=language,
        country=account.country if account else "FR",
        currency=max(set(currencies), key=currencies.count) if currencies else "EUR",
        index=index,
        items=items,
        subject=tuple(
            item
            for mention in index.find(fold(envelope.subject))
            if not mention.ambiguous
            for item in mention.items
        ),
        subject_text=fold(envelope.subject),
    )
    return Mail(
        world=world,
        parted=parted,
        tables=body.tables,
        sheets=body.sheets,
        subject=envelope.subject,
        sender=envelope.sender,
        bulk=body.bulk,
        known=account is not None,
    )


def _reading(
    envelope: Envelope, sender: Sender, findings: tuple[Finding, ...], *, said: str
) -> Reading:
    suspicions = list(sender.suspicions)
    money_moves = any(isinstance(finding, BankDetailsChange) for finding in findings)
    if money_moves and sender.known_by not in {"address", "domain"}:
        suspicions.append("unknown address, new bank details")
    return Reading(
        message_id=envelope.message_id,
        sender=envelope.sender,
        subject=envelope.subject,
        dated_at=envelope.dated_at,
        language=language_of(said, "") or language_of(envelope.subject, ""),
        sender_account=sender.account.code if sender.account else None,
        known_by=sender.known_by,
        suspicious=bool(suspicions),
        suspicions=tuple(suspicions),
        authenticated=(envelope.dmarc == "pass") if envelope.dmarc else None,
        in_reply_to=envelope.in_reply_to,
        findings=findings,
        said=said,
    )
