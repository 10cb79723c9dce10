"""Mails nobody wrote: bounces first, then automatic answers."""

from __future__ import annotations

import re
from datetime import date, timedelta
from email.message import Message

from collector_bot.core.reading import lexicon_machine as words
from collector_bot.core.reading.body import parts_of, text_of
from collector_bot.core.reading.date_moves import Direction, Moment
from collector_bot.core.reading.dates import DateMention, find_dates
from collector_bot.core.reading.envelope import Envelope, header
from collector_bot.core.reading.findings import AutoReply, Bounce
from collector_bot.core.reading.language import language_of
from collector_bot.core.reading.quoting import Parted
from collector_bot.core.reading.spelling import mended
from collector_bot.core.reading.text import fold, squeezed

_ADDRESS = re.compile(
    r"[a-z0-9.!#$%&'*+/=?^_{|}~-]{1,64}@[a-z0-9][a-z0-9.-]{0,250}[a-z0-9]"
)
_LOOKED_AT = 12_000
_REPORT = re.compile(
    r"^(final-recipient|original-recipient|action|status)\s*:\s*(.+)$", re.MULTILINE
)
_OURS = re.compile(r"mailer-daemon|postmaster|^relance|microsoftexchange")
_TICKET = re.compile(r"\[?(?:ticket|case|ref|request|demande|dossier)\b.{0,20}\d")
_NO_REPLY = re.compile(
    r"no-?reply|ne-?pas-?repondre|(?:ne pas|do not|don't|nicht|no|non|niet) (?:y )?"
    r"(?:repondre|reply|antworten|responda|rispondere|beantwoorden)"
)
_OPENING_DAYS = re.compile(
    r"\b(?:monday|lundi|montag|lunes|lunedi|maandag)s?\W+"
    r"(?:to|through|till|au?|bis|al?|t/?m|tot(?: en met)?|[-–])\W+$"
)
_SENTENCE = re.compile(r"[.!?](?:\s|$)|\n\s*\n")


def machine_finding(
    message: Message, envelope: Envelope, *, text: str, parted: Parted
) -> Bounce | AutoReply | None:
    """Return what a machine says, None when a person (or an ERP) wrote.

    Bounces are tested first: they carry automatic-answer headers too.

    Source:
        RFC 3464 (delivery status), RFC 3834 5 (Auto-Submitted).
    """
    return _bounce(message, envelope, text) or _auto_reply(
        message, envelope, text=text, parted=parted
    )


def _bounce(message: Message, envelope: Envelope, text: str) -> Bounce | None:
    report = _report(message)
    if report.get("action") in {"delivered", "relayed", "expanded"}:
        return None
    low = fold(text[:_LOOKED_AT])
    subject = fold(envelope.subject)
    origin = f"{envelope.sender} {fold(envelope.display)}"
    says = words.BOUNCE_BODY.search(low)
    by_report = bool(report.get("final-recipient") and report.get("status"))
    nobody = header(message, "Return-Path").strip() == "<>"
    from_system = bool(words.BOUNCE_SENDER.search(origin)) or nobody
    named = bool(words.BOUNCE_SUBJECT.search(subject))
    failed = header(message, "X-Failed-Recipients")
    if not (by_report or failed or (says and named) or (says and from_system)):
        return None
    if not by_report and not failed and subject.startswith(("re:", "re :")):
        return None
    recipient = _recipient(report, failed.lower(), low, envelope=envelope)
    if not recipient:
        return None
    return Bounce(
        evidence=squeezed(
            text[says.start() : says.start() + 200] if says else envelope.subject
        ),
        confidence=0.97 if by_report else 0.9,
        rule="bounce.report" if by_report else "bounce.text",
        recipient=recipient,
        permanent=_permanent(report, f"{subject}\n{low}"),
    )


def _report(message: Message) -> dict[str, str]:
    found: dict[str, str] = {}
    for part in parts_of(message):
        if part.get_content_type() != "message/delivery-status":
            continue
        payload = part.get_payload()
        blocks = payload if isinstance(payload, list) else []
        texts = [
            "\n".join(f"{key}: {value}" for key, value in block.raw_items())
            for block in blocks
            if isinstance(block, Message)
        ] or [text_of(part)]
        for name, value in _REPORT.findall("\n".join(texts).lower()):
            found.setdefault(name, value.strip())
    return found


def _recipient(
    report: dict[str, str], failed: str, low: str, *, envelope: Envelope
) -> str:
    for text in (
        report.get("final-recipient", ""),
        report.get("original-recipient", ""),
        failed,
    ):
        found = _ADDRESS.search(text.rpartition(";")[2])
        if found:
            return found.group()
    for name in ("final-recipient", "original-recipient"):
        inline = re.search(rf"{name}\s*:\s*(?:rfc822;)?\s*<?({_ADDRESS.pattern})", low)
        if inline:
            return inline.group(1)
    for match in _ADDRESS.finditer(low):
        address = match.group().strip(".'")
        if address != envelope.sender and not _OURS.search(address):
            return address
    return ""


def _permanent(report: dict[str, str], text: str) -> bool:
    status = re.search(r"([245])\.(\d+)\.(\d+)", report.get("status", ""))
    if report.get("action") == "delayed":
        return False
    if status:
        if status.group() == "5.2.2" or status.group(1) == "4":
            return False
        return not (
            status.group() in {"5.0.0", "5.2.0"} and words.NOT_PERMANENT.search(text)
        )
    if words.NOT_PERMANENT.search(text):
        strong = re.search(r"5\.1\.\d|user unknown|no such user|does not exist", text)
        return bool(strong)
    return True


def _auto_reply(
    message: Message, envelope: Envelope, *, text: str, parted: Parted
) -> AutoReply | None:
    submitted = header(message, "Auto-Submitted").lower().partition(";")[0].strip()
    subject = fold(envelope.subject)
    said = parted.said or text[:4000]
    low = fold(said[:4000])
    away = words.AWAY.search(low)
    flagged = (
        submitted.startswith("auto-replied")
        or bool(header(message, "X-Autoreply") or header(message, "X-Autorespond"))
        or "auto_reply" in header(message, "Precedence").lower()
        or (header(message, "X-Auto-Response-Suppress").lower() == "all" and bool(away))
    )
    titled = bool(
        words.AUTO_SUBJECT.match(re.sub(r"^(?:re|tr|fw|fwd|aw) ?: ?", "", subject))
    )
    generated = submitted == "auto-generated" and bool(away)
    numbered = _TICKET.search(f"{subject}\n{low}")
    receipt = words.RECEIPT.search(low)
    bodied = bool(words.AUTO_BODY.search(low) and (away or numbered or receipt))
    if submitted not in {"", "no"} or _NO_REPLY.search(f"{envelope.sender}\n{low}"):
        bodied = bodied or bool(numbered and receipt)
    if not (flagged or titled or generated or bodied):
        return None
    found = _return_day(low, envelope)
    evidence = _around(said, away.start() if away else 0)
    return AutoReply(
        evidence=evidence or envelope.subject,
        confidence=0.95 if flagged else 0.85,
        rule="auto_reply.header" if flagged else "auto_reply.words",
        return_on=found,
    )


def _around(said: str, at: int) -> str:
    start = max((m.end() for m in _SENTENCE.finditer(said, 0, at)), default=0)
    end = _SENTENCE.search(said, at)
    return squeezed(said[start : end.start() if end else start + 300])[:300]


def _return_day(low: str, envelope: Envelope) -> date | None:
    """The day back: as said, else the end of the absence (or the day after it)."""
    if envelope.base is None:
        return None
    language = language_of(low) or language_of(fold(envelope.subject)) or "fr"
    flat = re.sub(r"(?<!\n)\n(?!\n)", " ", low)
    flat = mended(flat, flat, language)
    moment = Moment(envelope.base.date(), Direction.FUTURE, language)
    days = [
        day
        for day in find_dates(flat, moment)
        if day.on >= moment.base and not _is_of_service(flat, day)
    ]
    for day in days:
        before = _before(flat, day, 70)
        if words.RETURN.search(before) and not words.UNTIL.search(_bare(before)):
            return day.on
    for day in days:
        spanned = day.rule.startswith("between")
        if spanned or words.UNTIL.search(_bare(_before(flat, day, 30))):
            return day.on + timedelta(days=1 if _whole(flat, day) else 0)
    for day in days:
        if words.RETURN.search(flat[max(0, day.start - 60) : day.end + 40]):
            return day.on
    return None


def _is_of_service(flat: str, day: DateMention) -> bool:
    """Whether a day is when an answer will come, or ends a week's opening days."""
    if day.rule.startswith(("within", "relative")):
        return True
    if _OPENING_DAYS.search(flat[max(0, day.start - 30) : day.start]):
        return True
    before = _before(flat, day, 120)
    answers = list(words.ANSWERS.finditer(before))
    return bool(answers) and not words.RETURN.search(before, answers[-1].end())


def _before(flat: str, day: DateMention, size: int) -> str:
    """The words before a day, in its own sentence."""
    return (
        re.split(r"[.!?]\s|\n\n", flat[max(0, day.start - size) : day.start])[-1] + " "
    )


def _bare(before: str) -> str:
    return re.sub(r"\b(?:le|the)\s*$", "", before.rstrip())


def _whole(flat: str, day: DateMention) -> bool:
    near = flat[max(0, day.start - 26) : day.end + 14]
    return bool(words.INCLUDED.search(near))
