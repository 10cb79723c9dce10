"""What bank messages say a payment settles."""

from __future__ import annotations

import time

import pytest

from collector_bot.files.attachments import opened

HEADER = ("Invoice", "Amount paid", "Currency", "Payment date", "Payment reference")


def camt(details: str, *, kind: str = "054", amount: str = "1044.00") -> bytes:
    body, report = {
        "054": ("BkToCstmrDbtCdtNtfctn", "Ntfctn"),
        "053": ("BkToCstmrStmt", "Stmt"),
    }[kind]
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns='
        f'"urn:iso:std:iso:20022:tech:xsd:camt.{kind}.001.08"><{body}><{report}><Ntry>'
        f'<Amt Ccy="EUR">{amount}</Amt><CdtDbtInd>DBIT</CdtDbtInd><BookgDt><Dt>2026-11-20'
        f"</Dt></BookgDt><NtryDtls>{details}</NtryDtls></Ntry></{report}></{body}></Document>"
    ).encode()


STRUCTURED = (
    "<TxDtls><Refs><EndToEndId>VIR-77</EndToEndId></Refs><RmtInf>"
    "<Strd><RfrdDocInf><Tp><CdOrPrtry><Cd>CINV</Cd></CdOrPrtry></Tp><Nb>F-1041</Nb>"
    '</RfrdDocInf><RfrdDocAmt><RmtdAmt Ccy="EUR">1284.00</RmtdAmt></RfrdDocAmt></Strd>'
    "<Strd><RfrdDocInf><Tp><CdOrPrtry><Cd>CREN</Cd></CdOrPrtry></Tp><Nb>AV-031</Nb>"
    '</RfrdDocInf><RfrdDocAmt><CdtNoteAmt Ccy="EUR">240.00</CdtNoteAmt></RfrdDocAmt></Strd>'
    "</RmtInf></TxDtls>"
)


@pytest.mark.parametrize("kind", ["054", "053"])
def test_documents_with_their_amounts(kind):
    found = opened("avis.xml", "application/xml", camt(STRUCTURED, kind=kind))
    (sheet,) = found.sheets
    assert sheet.rows == (
        HEADER,
        ("F-1041", "1284.00", "EUR", "2026-11-20", "VIR-77"),
        ("AV-031", "-240.00", "EUR", "2026-11-20", "VIR-77"),
    )


def test_free_text_stands_with_the_amount_of_the_entry():
    free = (
        "<TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs><RmtInf>"
        "<Ustrd>F-1041  F-1042</Ustrd></RmtInf></TxDtls>"
    )
    (sheet,) = opened("avis.xml", "text/xml", camt(free)).sheets
    assert sheet.rows[1] == ("F-1041 F-1042", "1044.00", "EUR", "2026-11-20", "")


@pytest.mark.parametrize(
    "head",
    [
        '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]>',
        '<!DOCTYPE d SYSTEM "http://127.0.0.1:9/x.dtd">',
    ],
)
def test_a_document_type_is_refused(head):
    payload = camt("<TxDtls><RmtInf><Ustrd>&x;</Ustrd></RmtInf></TxDtls>")
    found = opened(
        "a.xml", "text/xml", payload.replace(b"<Document", head.encode() + b"<Document")
    )
    assert (found.sheets, found.note) == ((), "not readable")


def test_a_deep_one_is_refused_in_time():
    deep = "<a>" * 300_000 + "</a>" * 300_000
    begun = time.monotonic()
    found = opened("a.xml", "text/xml", camt(deep))
    assert (found.sheets, found.note) == ((), "not readable")
    assert time.monotonic() - begun < 6  # the budget is 2 s; a busy machine adds to it


def test_other_xml_is_not_opened():
    found = opened("a.xml", "text/xml", b"<rss><channel/></rss>")
    assert found.note == "not known"
