"""What field 86 of MT940 says: subfields ?20, words between slashes, or free text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from collector_bot.files.bank_parts import (
    account_number,
    creditor_reference_in,
    iban_in,
    reason_in,
    said,
    text_of,
)

_CODED = re.compile(r"([0-9]{3})([^\w\s/])(?=[0-9]{2})")
_WORDS: Final = (
    "EREF KREF MREF CRED DEBT COAM OAMT SVWZ ABWA ABWE IBAN BIC PURP ANAM BREF RREF"
).split()
_WORD = re.compile(rf"({'|'.join(_WORDS)})\+")
_KEYS: Final = (
    "TRTP EREF ORDP BENM REMI NAME IBAN BIC MARF CSID RTRN TRCD ISDT CNTP PREF PURP "
    "ULTD ULTC ULTB BUSP KREF MREF SVCL PY CTC OCMT CHGS EXCH IREF ADDR ID NPY NBE LIB "
    "RCN REF IPY IBE LCC RFB NRTX OAMT"
).split()
_SLASHED = re.compile(rf"/({'|'.join(_KEYS)})/")
_CHUNK = 27  # characters of a full subfield: the next one goes on without a space
_LINE = 65  # characters of a full line of field 86
# Codes of business transactions that say a direct debit or a transfer came back.
# Source: Deutsche Kreditwirtschaft, DFÜ-Abkommen, appendix 3, chapter on MT940.
_CAME_BACK: Final = frozenset({"108", "109", "159"})


@dataclass(frozen=True, slots=True)
class Said:
    """What field 86 says of one movement; "" for what it does not.

    `debtor` and `creditor` are said where the field tells them apart, else `name`.
    """

    text: str = ""
    name: str = ""
    iban: str = ""
    end_to_end: str = ""
    creditor_reference: str = ""
    return_reason: str = ""
    debtor: str = ""
    creditor: str = ""


def read_86(lines: list[str], *, own: str) -> Said:
    """Return what the lines of field 86 say; `own` is our account.

    Source:
        SWIFT, MT940 field 86; Deutsche Kreditwirtschaft, DFÜ-Abkommen, appendix 3
        (subfields); the words between slashes are those of Dutch, Belgian and
        French banks.
    """
    glued = "".join(lines)
    if match := _CODED.match(glued):
        return _subfields(match[1], glued[match.end() - 1 :], own=own)
    joined = _joined(lines, full=_LINE)
    if _SLASHED.search(joined):
        return _slashed(joined, own=own)
    return Said(
        text=text_of(joined.split("\n")),
        iban=iban_in(joined, own=own),
        creditor_reference=creditor_reference_in(joined),
    )


def _joined(parts: list[str], *, full: int) -> str:
    """Return parts as one text: what follows a full part goes on in the same word."""
    text = ""
    for at, part in enumerate(parts):
        goes_on = at and len(parts[at - 1]) >= full
        text += part if goes_on or not at else f"\n{part}"
    return text


def _subfields(code: str, body: str, *, own: str) -> Said:
    found: dict[str, str] = {}
    told = re.split(rf"{re.escape(body[0])}([0-9]{{2}})", body)
    for number, value in zip(told[1::2], told[2::2], strict=True):
        found.setdefault(number, value)
    remitted = _joined(
        [found[n] for n in found if "20" <= n <= "29" or "60" <= n <= "63"], full=_CHUNK
    )
    words = _words(remitted)
    text = words.get("SVWZ") or words.get("") or ""
    ultimate = words.get("ABWA") or words.get("ABWE") or ""
    name = found.get("32", "") + found.get("33", "")
    account = account_number(found.get("31", "")) or account_number(
        words.get("IBAN", "")
    )
    all_text = text_of([*text.split("\n"), ultimate, found.get("00", "")])
    reason = ""
    if code in _CAME_BACK:
        reason = reason_in(remitted) or said(found.get("00", "")) or f"GVC {code}"
    return Said(
        text=all_text,
        name=said(name),
        iban=account if account != own else "",
        end_to_end=said(words.get("EREF", "")),
        creditor_reference=creditor_reference_in(text),
        return_reason=reason,
    )


def _words(text: str) -> dict[str, str]:
    """Return EREF, SVWZ … -> what follows; what comes before the first is at ""."""
    found: dict[str, str] = {}
    key, at = "", 0
    for match in _WORD.finditer(text):
        found.setdefault(key, text[at : match.start()].strip())
        key, at = match[1], match.end()
    found.setdefault(key, text[at:].strip())
    return {
        key: value if key in {"", "SVWZ"} else value.replace("\n", "")
        for key, value in found.items()
    }


def _slashed(text: str, *, own: str) -> Said:
    found: dict[str, str] = {}
    told = _SLASHED.split(text)
    for key, value in zip(told[1::2], told[2::2], strict=True):
        found.setdefault(key, value.strip().strip("/").strip())
    counterparty = found.get("CNTP", "").replace("\n", "").split("/")
    names = [*counterparty, "", "", ""]
    account = account_number(found.get("IBAN", "") or counterparty[0])
    remitted = re.sub(r"^(?:USTD|STRD/(?:CUR|ISO)?)/+", "", found.get("REMI", ""))
    parts = [
        remitted or found.get("LCC", ""),
        found.get("LIB", ""),
        found.get("ULTD", ""),
        found.get("TRTP", ""),
        told[0],
    ]
    return Said(
        text=text_of(line for part in parts for line in part.split("\n")),
        name=said(found.get("NAME", "") or names[2]),
        iban=(account if account != own else "") or iban_in(text, own=own),
        end_to_end=said(found.get("EREF", "") or found.get("RCN", "")),
        creditor_reference=creditor_reference_in(remitted),
        return_reason=said(found.get("RTRN", "")),
        debtor=said(found.get("ORDP", "") or found.get("NPY", "")),
        creditor=said(found.get("BENM", "") or found.get("NBE", "")),
    )
