"""Attachments of a mail opened as sheets of text cells, or why they are not."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from collector_bot.core.reading.findings import Sheet
from collector_bot.files.child import Opened, in_child
from collector_bot.files.sheets_csv import csv_sheets
from collector_bot.files.sheets_edi import edi_sheets, is_edi

BYTES_MAX = 10_000_000
SECONDS = 2.0
_CSV_NAMES = (".csv", ".txt", ".tsv")
_CSV_KINDS = frozenset(
    {
        "text/csv",
        "text/tab-separated-values",
        "text/comma-separated-values",
        "application/csv",
        "text/plain",
        "application/vnd.ms-excel",
    }
)
_OTHER_MAGIC = (
    b"PK\x03\x04",
    b"\xd0\xcf\x11\xe0",
    b"%PDF",
    b"\x1f\x8b",
    b"MZ",
    b"{\\rtf",
)
# An encrypted workbook of today is a compound file ([MS-OFFCRYPTO] 2.3.4), not a ZIP.
_LOCKED_NAMES = (".xlsx", ".xlsm")
_COMPOUND = b"\xd0\xcf\x11\xe0"
_EDI_NAMES = (".edi", ".edifact", ".remadv", ".x12", ".820", ".txt", ".dat")
_XML_HEAD = 2_000

Attached = tuple[str, str, bytes]


def sheets_of(attached: Sequence[Attached]) -> tuple[Sheet, ...]:
    """Return the sheets of a mail's attachments; those not read without rows.

    Args:
        attached: (name, content type, payload) as the mail gives them, hostile. Name
            and first bytes must agree on what it is. The smallest is opened first:
            all share two seconds.

    Returns:
        Sheets in the attachments' order, of at most 20 000 rows of 60 cells of
        2 000 characters each; an attachment that was not read is one sheet without
        rows, whose note says why.
    """
    until = time.monotonic() + SECONDS
    found: dict[int, tuple[Sheet, ...]] = {}
    for at in sorted(range(len(attached)), key=lambda at: len(attached[at][2])):
        left = until - time.monotonic()
        name = attached[at][0]
        come = opened(*attached[at], seconds=left)
        found[at] = come.sheets or (Sheet(name, (), come.note),)
    return tuple(sheet for at in sorted(found) for sheet in found[at])


def opened(
    name: str, content_type: str, payload: bytes, *, seconds: float = SECONDS
) -> Opened:
    """Return the sheets of one attachment, or a note why there are none.

    Args:
        name: file name as the mail gives it, hostile.
        content_type: as the mail gives it, hostile.
        payload: the bytes; above 10 MB the attachment is not opened.
        seconds: what is left to spend; PDF, XLSX and XML are read by a child.
    """
    if not payload or len(payload) > BYTES_MAX:
        return Opened((), "too big" if payload else "not known")
    for wanted, opener in _OPENERS:
        if wanted(name.lower(), content_type.lower(), payload):
            sheets = opener(name, payload)
            return Opened(sheets, "" if sheets else "not readable")
    if name.lower().endswith(_LOCKED_NAMES) and payload.startswith(_COMPOUND):
        return Opened((), "encrypted")
    for wanted, module in _PARSERS:
        if wanted(name.lower(), content_type.lower(), payload):
            found = in_child(module, payload, seconds=seconds)
            named = (
                Sheet(f"{name} {sheet.name}".strip(), sheet.rows)
                for sheet in found.sheets
            )
            return Opened(tuple(named), found.note)
    return Opened((), "not known")


def _is_delimited(name: str, content_type: str, payload: bytes) -> bool:
    if payload.startswith(_OTHER_MAGIC) or is_edi(payload):
        return False
    if name.endswith((".csv", ".tsv")):
        return True
    return content_type in _CSV_KINDS and (not name or name.endswith(_CSV_NAMES))


def _is_edi(name: str, content_type: str, payload: bytes) -> bool:
    told = "edi" in content_type or name.endswith(_EDI_NAMES)
    return told and is_edi(payload)


def _is_xlsx(name: str, _type: str, payload: bytes) -> bool:
    return name.endswith(".xlsx") and payload.startswith(b"PK\x03\x04")


def _is_pdf(name: str, content_type: str, payload: bytes) -> bool:
    told = name.endswith(".pdf") or (not name and content_type == "application/pdf")
    return told and payload.startswith(b"%PDF-")


def _is_camt(name: str, content_type: str, payload: bytes) -> bool:
    told = name.endswith((".xml", ".camt", ".054", ".053")) or "xml" in content_type
    head = payload[:_XML_HEAD].lstrip(b"\xef\xbb\xbf \r\n\t")
    return told and head.startswith(b"<") and b"camt.05" in head


_Wanted = Callable[[str, str, bytes], bool]

# Tried in order; the first that recognises the attachment opens it.
_OPENERS: tuple[tuple[_Wanted, Callable[[str, bytes], tuple[Sheet, ...]]], ...] = (
    (_is_delimited, csv_sheets),
    (_is_edi, edi_sheets),
)
_PARSERS: tuple[tuple[_Wanted, str], ...] = (
    (_is_xlsx, "collector_bot.files.sheets_xlsx"),
    (_is_pdf, "collector_bot.files.sheets_pdf"),
    (_is_camt, "collector_bot.files.sheets_camt"),
)
