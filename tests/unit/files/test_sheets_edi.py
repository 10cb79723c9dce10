"""Remittance messages of EDIFACT and X12."""

from __future__ import annotations

from collector_bot.files.attachments import opened

HEADER = ("Invoice", "Amount paid", "Currency", "Payment date", "Payment reference")
REMADV = (
    b"UNA:+.? 'UNB+UNOC:3+ACME+MOREL+261120:0900+1'UNH+1+REMADV:D:96A:UN'BGM+481+AV77+9'"
    b"DTM+137:20261119:102'DTM+138:20261120:102'RFF+PQ:VIR-77'CUX+2:EUR:11'"
    b"DOC+380+F?+1041'MOA+9:1300.00'MOA+12:1284.00'DTM+137:20260908:102'"
    b"DOC+381+AV-031'MOA+12:240.00'UNS+S'MOA+12:1044.00'UNT+14+1'UNZ+1+1'"
)
X12 = (
    b"ISA*00*          *00*          *ZZ*ACME           *ZZ*MOREL          *261120*0900*U*"
    b"00401*000000001*0*P*>~GS*RA*ACME*MOREL*20261120*0900*1*X*004010~ST*820*0001~"
    b"BPR*C*1044.00*C*ACH*CTX*01*1*DA*2*3*4*01*5*DA*6*20261120~TRN*1*EFT55810~CUR*PR*EUR~"
    b"ENT*1~RMR*IV*F-1041**1284.00*1300.00*16.00~DTM*003*20260908~RMR*CM*AV-031**240.00~"
    b"ADX*-12.50*04~SE*9*0001~GE*1*1~IEA*1*000000001~"
)


def test_a_remadv_gives_its_documents():
    (sheet,) = opened("avis.edi", "application/edifact", REMADV).sheets
    assert sheet.rows == (
        HEADER,
        ("F+1041", "1284.00", "EUR", "2026-11-20", "VIR-77"),
        ("AV-031", "-240.00", "EUR", "2026-11-20", "VIR-77"),
        ("Total", "1044.00", "EUR", "", ""),
    )


def test_an_820_gives_its_documents_and_adjustments():
    (sheet,) = opened("a.820", "application/edi-x12", X12).sheets
    assert sheet.rows == (
        HEADER,
        ("F-1041", "1284.00", "EUR", "2026-11-20", "EFT55810"),
        ("AV-031", "-240.00", "EUR", "2026-11-20", "EFT55810"),
        ("Adjustment 04", "-12.50", "EUR", "2026-11-20", "EFT55810"),
        ("Total", "1044.00", "EUR", "", ""),
    )


def test_another_message_is_no_advice():
    found = opened("a.edi", "application/edifact", REMADV.replace(b"REMADV", b"INVOIC"))
    assert found == ((), "not readable")


def test_four_megabytes_of_segments_are_capped():
    many = REMADV.replace(b"DOC+381", b"DOC+380+X'MOA+12:1.00'" * 150_000 + b"DOC+381")
    (sheet,) = opened("a.edi", "application/edifact", many).sheets
    assert len(sheet.rows) < 20_000
