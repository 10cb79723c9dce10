"""Remittance messages of electronic data interchange: EDIFACT REMADV and X12 820."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from collector_bot.core.reading.findings import Sheet

_SEGMENTS_MAX = 40_000
_CELL_MAX = 200
_UNA = 9
_ISA = 106
HEADER = ("Invoice", "Amount paid", "Currency", "Payment date", "Payment reference")
_EDIFACT_CREDITS = {"381", "83", "308", "262", "396"}
_EDIFACT_PAID = {"12": 0, "11": 1, "9": 2, "77": 3}
_EDIFACT_DAYS = {"138": 0, "203": 1, "209": 2, "137": 3}
_X12_CREDITS = {"CM", "CR", "CD"}


@dataclass
class _Message:
    """What is gathered while the segments go by."""

    rows: list[list[str]] = field(default_factory=list)
    currency: str = ""
    day: tuple[int, str] = (9, "")
    number: str = ""
    total: tuple[int, str] = (9, "")
    rank: int = 9
    credit: bool = False
    summed: bool = False

    def sheet(self, name: str) -> tuple[Sheet, ...]:
        rows = [row for row in self.rows if row[0]]
        if not rows:
            return ()
        ends = (self.currency, self.day[1], self.number)
        lines = [(row[0][:_CELL_MAX], row[1], *ends) for row in rows]
        if self.total[1]:
            lines.append(("Total", self.total[1], self.currency, "", ""))
        return (Sheet(name, (HEADER, *lines)),)


def edi_sheets(name: str, payload: bytes) -> tuple[Sheet, ...]:
    """Return the lines of a REMADV or an 820 as one sheet; none of other messages.

    Credit notes and adjustments in the payer's favour come out negative.

    Source:
        UN/EDIFACT D.96A REMADV; ASC X12 820 (004010).
    """
    text = payload.decode("latin-1")
    if text.startswith("ISA") and len(text) > _ISA:
        return _x12(name, text)
    return _edifact(name, text)


def is_edi(payload: bytes) -> bool:
    """Return whether the bytes begin as an interchange does."""
    return payload.startswith((b"UNA", b"UNB+", b"ISA"))


def _edifact(name: str, text: str) -> tuple[Sheet, ...]:
    inner, outer, release, end = ":", "+", "?", "'"
    if text.startswith("UNA"):
        inner, outer, release, end = text[3], text[4], text[6], text[8]
        text = text[_UNA:]
    message = _Message()
    wanted = False
    for segment in _cut(text, end, release)[:_SEGMENTS_MAX]:
        parts = _cut(segment.strip(), outer, release)
        fields = [
            [_bare(value, release) for value in _cut(part, inner, release)]
            for part in parts
        ]
        if parts[0] == "UNH":
            wanted = _at(fields, 2, 0) == "REMADV"
        elif wanted:
            _remadv(parts[0], fields, message)
    return message.sheet(name)


def _cut(text: str, mark: str, release: str) -> list[str]:
    """Cut at `mark` where no release character stands before it."""
    if release not in text:
        return text.split(mark)
    sure = f"(?<!{re.escape(release)}){re.escape(mark)}"
    return re.split(sure, text)


def _bare(value: str, release: str) -> str:
    return re.sub(f"{re.escape(release)}(.)", r"\1", value).strip()


def _at(fields: list[list[str]], part: int, at: int) -> str:
    inside = fields[part] if part < len(fields) else []
    return inside[at] if at < len(inside) else ""


def _remadv(tag: str, fields: list[list[str]], message: _Message) -> None:
    first, second, third = (_at(fields, 1, at) for at in range(3))
    if tag == "DOC":
        message.rows.append([_at(fields, 2, 0), ""])
        message.rank, message.credit = 9, first in _EDIFACT_CREDITS
    elif tag == "UNS":
        message.summed = True
    elif tag == "CUX":
        message.currency = message.currency or second
    elif tag == "MOA":
        message.currency = message.currency or third
        _moa(first, second, message)
    elif tag == "DTM" and not message.rows:
        rank = _EDIFACT_DAYS.get(first, 9)
        if rank < message.day[0]:
            message.day = (rank, _day(second))
    elif tag == "RFF" and not message.rows and first in {"PQ", "AEK", "CK", "AVS"}:
        message.number = second or message.number
    elif tag == "BGM":
        message.number = _at(fields, 2, 0)


def _moa(kind: str, amount: str, message: _Message) -> None:
    rank = _EDIFACT_PAID.get(kind, 9)
    amount = amount.replace(",", ".")
    if message.summed or not message.rows:
        if rank < message.total[0]:
            message.total = (rank, amount)
    elif rank < message.rank:
        message.rank = rank
        credit = message.credit and not amount.startswith("-")
        message.rows[-1][1] = f"-{amount}" if credit else amount


def _day(text: str) -> str:
    digits = text[:8]
    return (
        f"{digits[:4]}-{digits[4:6]}-{digits[6:]}" if re.match(r"\d{8}", digits) else ""
    )


def _x12(name: str, text: str) -> tuple[Sheet, ...]:
    outer, end = text[3], text[_ISA - 1]
    message = _Message(currency="USD")
    wanted = False
    for segment in text.split(end)[:_SEGMENTS_MAX]:
        parts = [part.strip() for part in segment.strip().split(outer)]
        parts += [""] * (18 - len(parts))
        if parts[0] == "ST":
            wanted = parts[1] == "820"
        elif wanted:
            _remit(parts, message)
    return message.sheet(name)


def _remit(parts: list[str], message: _Message) -> None:
    tag = parts[0]
    if tag == "BPR":
        message.total = (0, parts[2])
        message.day = (0, _day(parts[16]))
    elif tag == "TRN":
        message.number = message.number or parts[2]
    elif tag == "CUR":
        message.currency = parts[2] or message.currency
    elif tag == "RMR":
        amount = parts[4] or parts[5]
        if parts[1] in _X12_CREDITS and amount and not amount.startswith("-"):
            amount = f"-{amount}"
        message.rows.append([parts[2], amount])
    elif tag == "ADX" and parts[1]:
        message.rows.append([f"Adjustment {parts[2]}".strip(), parts[1]])
