"""What bank messages (camt) say a payment settles; run as a child of `files.child`."""

from __future__ import annotations

from typing import Any

from collector_bot.files.child import Rows, answer
from collector_bot.files.safe_xml import (
    CAMT_NAMES,
    TEXT_MAX,
    parse_safely,
    text_at,
    under,
)

_ENTRIES_MAX = 5_000
_LINES_MAX = 20_000
HEADER = ["Invoice", "Amount paid", "Currency", "Payment date", "Payment reference"]
_CREDITS = {"CREN", "CNFA"}


def camt_sheets(payload: bytes) -> list[tuple[str, Rows]]:
    """Return one sheet: a line for each document the entries name.

    A document type of credit note makes its amount negative. An entry without
    structured documents gives its free text and its amount.

    Raises:
        ValueError: there is a document type declaration, or no such message.
    """
    root = parse_safely(payload)
    message = next((node for name in CAMT_NAMES for node in under(root, name)), None)
    if message is None:
        msg = "no camt message"
        raise ValueError(msg)
    rows: Rows = []
    for entry in under(message, ".//Ntry")[:_ENTRIES_MAX]:
        rows += _entry(entry)
    return [("camt remittance information", [HEADER, *rows[:_LINES_MAX]])]


def _entry(entry: Any) -> Rows:
    day = text_at(entry, "BookgDt/Dt", "BookgDt/DtTm", "ValDt/Dt", "ValDt/DtTm")[:10]
    details = under(entry, "NtryDtls/TxDtls")
    rows: Rows = []
    for detail in details or [entry]:
        alone = entry if len(details) <= 1 else detail
        number = text_at(
            detail, "Refs/EndToEndId", "Refs/InstrId", "Refs/AcctSvcrRef", "NtryRef"
        )
        number = "" if number == "NOTPROVIDED" else number
        paid = under(alone, "Amt") or under(detail, "AmtDtls/TxAmt/Amt")
        documents = [
            row
            for structured in under(detail, "RmtInf/Strd")
            for row in _documents(structured, day, number)
        ]
        free = " ".join(
            " ".join((node.text or "").split())
            for node in under(detail, "RmtInf/Ustrd")
        )
        if not documents and free and paid:
            money, currency = _money(paid[0])
            documents = [[free[:TEXT_MAX], money, currency, day, number]]
        rows += documents
    return rows


def _documents(structured: Any, day: str, number: str) -> Rows:
    amounts = under(structured, "RfrdDocAmt")
    rows: Rows = []
    for at, document in enumerate(under(structured, "RfrdDocInf")):
        reference = text_at(document, "Nb")
        kind = text_at(document, "Tp/CdOrPrtry/Cd", "CdOrPrtry/Cd")
        credit = kind in _CREDITS
        money, currency = ("", "")
        for name in ("RmtdAmt", "CdtNoteAmt", "DuePyblAmt"):
            inside = under(amounts[at], name) if at < len(amounts) else []
            if inside:
                money, currency = _money(inside[0])
                credit = credit or name == "CdtNoteAmt"
                break
        if reference:
            money = f"-{money.lstrip('-')}" if credit and money else money
            rows.append([reference, money, currency, day, number])
    return rows


def _money(node: Any) -> tuple[str, str]:
    return (node.text or "").strip()[:40], (node.get("Ccy") or "")[:3]


if __name__ == "__main__":
    answer(camt_sheets)
