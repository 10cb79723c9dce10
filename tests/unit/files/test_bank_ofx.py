"""Statements in OFX, versions 1 and 2."""

from __future__ import annotations

import time
from datetime import date

import pytest

from collector_bot.core.bank import BankLine, BankStatement
from collector_bot.core.errors import InputFileError
from collector_bot.core.money import Money
from collector_bot.files.bank import read_bank


@pytest.fixture
def bank(tmp_path):
    def read(content: str | bytes):
        path = tmp_path / "compte.ofx"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return list(read_bank(path, layout=None, default_currency="EUR"))

    return read


SGML = """OFXHEADER:100
DATA:OFXSGML
VERSION:102
ENCODING:USASCII
CHARSET:1252

<OFX><SIGNONMSGSRSV1><SONRS><STATUS><CODE>0<SEVERITY>INFO</STATUS><DTSERVER>20261121
</SONRS></SIGNONMSGSRSV1><BANKMSGSRSV1><STMTTRNRS><TRNUID>1<STMTRS><CURDEF>EUR
<BANKACCTFROM><BANKID>30006<BRANCHID>00001<ACCTID>12345678901<ACCTTYPE>CHECKING
</BANKACCTFROM><BANKTRANLIST><DTSTART>20261101<DTEND>20261120
<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20261120120000[+1:CET]<TRNAMT>+1284,00
<FITID>B2026000077<NAME>MENUISERIE LEFORT & FILS<MEMO>VIR F-1041 Pièce &amp; co</STMTTRN>
<STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20261120<TRNAMT>-500.00<FITID>7<NAME>REJET PRLV AM04
</STMTTRN></BANKTRANLIST><LEDGERBAL><BALAMT>1784.00<DTASOF>20261120</LEDGERBAL><AVAILBAL>
<BALAMT>9.00<DTASOF>20261120</AVAILBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>
"""
XML = """<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<?OFX OFXHEADER="200" VERSION="211" SECURITY="NONE" OLDFILEUID="NONE" NEWFILEUID="NONE"?>
<OFX><BANKMSGSRSV1><STMTTRNRS><TRNUID>1</TRNUID><STMTRS><CURDEF>EUR</CURDEF>
<BANKACCTFROM><BANKID>30006</BANKID><BRANCHID>00001</BRANCHID><ACCTID>12345678901</ACCTID>
</BANKACCTFROM><BANKTRANLIST>
<STMTTRN><TRNTYPE>CREDIT</TRNTYPE><DTPOSTED>20261120</DTPOSTED><TRNAMT>1284.00</TRNAMT>
<FITID>B2026000077</FITID><NAME>MENUISERIE LEFORT &amp; FILS</NAME><MEMO><![CDATA[VIR F-1041 Pièce & co]]></MEMO></STMTTRN>
<STMTTRN><TRNTYPE>DEBIT</TRNTYPE><DTPOSTED>20261120</DTPOSTED><TRNAMT>-500.00</TRNAMT><FITID>7</FITID>
<NAME>REJET PRLV AM04</NAME><MEMO></MEMO></STMTTRN></BANKTRANLIST>
<LEDGERBAL><BALAMT>1784.00</BALAMT><DTASOF>20261120</DTASOF></LEDGERBAL>
</STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>
"""


def expected(first: int, second: int) -> BankStatement:
    return BankStatement(
        "FR7630006000011234567890189",
        "EUR",
        (
            BankLine(
                date(2026, 11, 20),
                Money(128400, "EUR"),
                bank_ref="B2026000077",
                name="MENUISERIE LEFORT & FILS",
                text="VIR F-1041 Pièce & co\nMENUISERIE LEFORT & FILS",
                code="CREDIT",
                line=first,
            ),
            BankLine(
                date(2026, 11, 20),
                Money(-50000, "EUR"),
                bank_ref="261120-7",
                name="REJET PRLV AM04",
                text="REJET PRLV AM04",
                code="DEBIT",
                return_reason="AM04",
                line=second,
            ),
        ),
        closing=Money(178400, "EUR"),
    )


def test_version_1(bank):
    assert bank(SGML.encode("cp1252")) == [expected(11, 13)]


def test_version_1_on_one_line(bank):
    assert bank(SGML.replace("\n", "\r").encode()) == [expected(11, 13)]
    head, _, body = SGML.partition("\n\n")
    (found,) = bank(f"{head}\n\n{body.replace(chr(10), '')}")
    assert [one.amount.minor for one in found.lines] == [128400, -50000]


def test_version_2(bank):
    assert bank(XML) == [expected(6, 8)]


def test_a_movement_that_cannot_be_read_is_refused_alone(bank):
    one = bank(
        SGML.replace("+1284,00", "1 284,00").replace(
            "<DTPOSTED>20261120<", "<DTPOSTED>20/11<"
        )
    )
    faults = [str(part) for part in one if isinstance(part, InputFileError)]
    assert faults == [
        "compte.ofx:11: TRNAMT is “1 284,00”; expected an amount such as -1234.56.",
        "compte.ofx:13: DTPOSTED is “20/11”; expected a day such as 20261120.",
    ]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (
            SGML[: SGML.index("<LEDGERBAL>")],
            "compte.ofx:14: a statement stops before its closing balance (</STMTRS>): the"
            " file is cut off. Download it again.",
        ),
        (
            XML.replace("<OFX>", '<!DOCTYPE x [<!ENTITY a "b">]><OFX>', 1),
            "compte.ofx:3: the file declares a document type, which no bank statement does.",
        ),
        (
            "OFXHEADER:100\n\n<OFX><SIGNONMSGSRSV1></SIGNONMSGSRSV1></OFX>",
            "compte.ofx: there is no statement (STMTRS) in this OFX.",
        ),
    ],
)
def test_what_makes_no_statement_is_refused_whole(bank, content, told):
    with pytest.raises(InputFileError) as caught:
        bank(content)
    assert str(caught.value) == told


def test_a_card_in_another_currency(bank):
    content = (
        "<OFX><CREDITCARDMSGSRSV1><CCSTMTTRNRS><CCSTMTRS><CURDEF>EUR<CCACCTFROM>"
        "<ACCTID>4970XXXX1234</CCACCTFROM><BANKTRANLIST><STMTTRN><TRNTYPE>CREDIT"
        "<DTPOSTED>20261120<TRNAMT>10.00<FITID>ABCDEFGHIJ1<NAME>HARBOUR<CURRENCY>"
        "<CURRATE>1.1<CURSYM>USD</CURRENCY></STMTTRN></BANKTRANLIST></CCSTMTRS></OFX>"
    )
    euros, dollars = bank(content)
    assert (euros.account, euros.lines) == ("4970XXXX1234", ())
    assert [one.amount for one in dollars.lines] == [Money(1000, "USD")]


@pytest.mark.parametrize("unit", ["<", "<A>", "<![CDATA[", "<A1>b"])
def test_files_of_nothing_but_marks_end_soon(bank, unit):
    began = time.monotonic()
    with pytest.raises(InputFileError):
        bank("<OFX><STMTRS>" + unit * (300_000 // len(unit)))
    assert time.monotonic() - began < 10
