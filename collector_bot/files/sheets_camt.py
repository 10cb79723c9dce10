"""What bank messages (camt) say a payment settles; run as a child of `files.child`."""

from __future__ import annotations

from typing import Any

from collector_bot.files.child import Rows, answer

_DEPTH_MAX = 60
_ENTRIES_MAX = 5_000
_LINES_MAX = 20_000
_CELL_MAX = 300
HEADER = ["Invoice", "Amount paid", "Currency", "Payment date", "Payment reference"]
_CREDITS = {"CREN", "CNFA"}
_NAMES = ("BkToCstmrStmt", "BkToCstmrDbtCdtNtfctn", "BkToCstmrAcctRpt")


def camt_sheets(payload: bytes) -> list[tuple[str, Rows]]:
    """Return one sheet: a line for each document the entries name.

    A document type of credit note makes its amount negative. An entry without
    structured documents gives its free text and its amount.

    Raises:
        ValueError: there is a document type declaration, or no such message.
    """
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    root: Any = etree.fromstring(payload, parser)
    if root.getroottree().docinfo.doctype:
        msg = "a document type declaration"
        raise ValueError(msg)
    message = next((node for name in _NAMES for node in _under(root, name)), None)
    if message is None:
        msg = "no camt message"
        raise ValueError(msg)
    rows: Rows = []
    for entry in _under(message, ".//Ntry")[:_ENTRIES_MAX]:
        rows += _entry(entry)
    return [("camt remittance information", [HEADER, *rows[:_LINES_MAX]])]


def _under(node: Any, path: str) -> list[Any]:
    """Find by local names: `A/B`, or `.//B` at any depth."""
    deep = path.startswith(".//")
    nodes = [node]
    for name in path.removeprefix(".//").split("/"):
        nodes = [
            child
            for one in nodes
            for child in (one.iter(f"{{*}}{name}") if deep else one.iterchildren())
            if isinstance(child.tag, str) and child.tag.rpartition("}")[2] == name
        ]
    return nodes


def _text(node: Any, *paths: str) -> str:
    """Return the text of the first path that has one, on one line."""
    for path in paths:
        for found in _under(node, path):
            text = " ".join((found.text or "").split())[:_CELL_MAX]
            if text:
                return text
    return ""


def _entry(entry: Any) -> Rows:
    day = _text(entry, "BookgDt/Dt", "BookgDt/DtTm", "ValDt/Dt", "ValDt/DtTm")[:10]
    details = _under(entry, "NtryDtls/TxDtls")
    rows: Rows = []
    for detail in details or [entry]:
        alone = entry if len(details) <= 1 else detail
        number = _text(
            detail, "Refs/EndToEndId", "Refs/InstrId", "Refs/AcctSvcrRef", "NtryRef"
        )
        number = "" if number == "NOTPROVIDED" else number
        paid = _under(alone, "Amt") or _under(detail, "AmtDtls/TxAmt/Amt")
        documents = [
            row
            for structured in _under(detail, "RmtInf/Strd")
            for row in _documents(structured, day, number)
        ]
        free = " ".join(
            " ".join((node.text or "").split())
            for node in _under(detail, "RmtInf/Ustrd")
        )
        if not documents and free and paid:
            money, currency = _money(paid[0])
            documents = [[free[:_CELL_MAX], money, currency, day, number]]
        rows += documents
    return rows


def _documents(structured: Any, day: str, number: str) -> Rows:
    amounts = _under(structured, "RfrdDocAmt")
    rows: Rows = []
    for at, document in enumerate(_under(structured, "RfrdDocInf")):
        reference = _text(document, "Nb")
        kind = _text(document, "Tp/CdOrPrtry/Cd", "CdOrPrtry/Cd")
        credit = kind in _CREDITS
        money, currency = ("", "")
        for name in ("RmtdAmt", "CdtNoteAmt", "DuePyblAmt"):
            inside = _under(amounts[at], name) if at < len(amounts) else []
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
