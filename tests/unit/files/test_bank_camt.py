"""Bank statements, notifications and reports in camt."""

from __future__ import annotations

from datetime import date

import pytest

from collector_bot.core.bank import BankLine, BankStatement
from collector_bot.core.errors import InputFileError, InputFileNote
from collector_bot.core.money import Money
from collector_bot.files.bank import read_bank

KINDS = {
    "053": ("BkToCstmrStmt", "Stmt"),
    "054": ("BkToCstmrDbtCdtNtfctn", "Ntfctn"),
    "052": ("BkToCstmrAcctRpt", "Rpt"),
}
OURS = "FR7630006000011234567890189"
THEIRS = "DE89370400440532013000"


def camt(inside: str, *, kind: str = "053", version: str = "08", head: str = "") -> str:
    body, report = KINDS[kind]
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n{head}<Document xmlns="urn:iso:std:iso:'
        f'20022:tech:xsd:camt.{kind}.001.{version}">\n<{body}><GrpHdr><MsgId>M1</MsgId>'
        f"</GrpHdr><{report}><Id>REL-0042</Id>\n<Acct><Id><IBAN>{OURS}</IBAN></Id>"
        f"<Ccy>EUR</Ccy></Acct>{inside}</{report}></{body}></Document>"
    )


def balance(code: str, amount: str, sense: str = "CRDT") -> str:
    return (
        f"<Bal><Tp><CdOrPrtry><Cd>{code}</Cd></CdOrPrtry></Tp>"
        f'<Amt Ccy="EUR">{amount}</Amt><CdtDbtInd>{sense}</CdtDbtInd></Bal>'
    )


def entry(
    amount: str,
    inside: str = "",
    *,
    sense: str = "CRDT",
    status: str = "<Cd>BOOK</Cd>",
    code: str = "<Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn>",
    currency: str = "EUR",
    reference: str = "B2026-000077",
    extra: str = "",
) -> str:
    return (
        f'\n<Ntry><Amt Ccy="{currency}">{amount}</Amt><CdtDbtInd>{sense}</CdtDbtInd>{extra}'
        f"<Sts>{status}</Sts><BookgDt><Dt>2026-11-20</Dt></BookgDt><ValDt><Dt>2026-11-21"
        f"</Dt></ValDt><AcctSvcrRef>{reference}</AcctSvcrRef><BkTxCd>{code}</BkTxCd>"
        f"{inside}</Ntry>"
    )


def party(role: str, name: str, iban: str, *, old: bool = False) -> str:
    named = f"<Nm>{name}</Nm>" if old else f"<Pty><Nm>{name}</Nm></Pty>"
    return (
        f"<{role}>{named}</{role}><{role}Acct><Id><IBAN>{iban}</IBAN></Id></{role}Acct>"
    )


def details(*transactions: str) -> str:
    return f"<NtryDtls>{''.join(f'<TxDtls>{one}</TxDtls>' for one in transactions)}</NtryDtls>"


@pytest.fixture
def bank(tmp_path):
    def read(content: str | bytes, name: str = "releve.xml"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return list(read_bank(path, layout=None, default_currency="EUR"))

    return read


def refusal(bank, content) -> InputFileError:
    with pytest.raises(InputFileError) as caught:
        bank(content)
    assert not isinstance(caught.value, InputFileNote)
    return caught.value


TRANSFER = (
    "<Refs><EndToEndId>VIR-77</EndToEndId></Refs><RltdPties>"
    + party("Dbtr", "Menuiserie Lefort", THEIRS)
    + "</RltdPties><RmtInf><Ustrd>F-1041</Ustrd><Ustrd>F-1042 Menuiserie</Ustrd></RmtInf>"
)


@pytest.mark.parametrize(
    ("version", "transfer", "status"),
    [
        ("08", TRANSFER, "<Cd>BOOK</Cd>"),
        ("02", TRANSFER.replace("<Pty>", "").replace("</Pty>", ""), "BOOK"),
    ],
)
def test_a_statement_with_one_transfer(bank, version, transfer, status):
    inside = (
        balance("OPBD", "1000.00")
        + balance("CLBD", "2284.00")
        + entry("1284.00", details(transfer), status=status)
    )
    assert bank(camt(inside, version=version)) == [
        BankStatement(
            OURS,
            "EUR",
            (
                BankLine(
                    date(2026, 11, 20),
                    Money(128400, "EUR"),
                    value_on=date(2026, 11, 21),
                    bank_ref="B2026-000077",
                    end_to_end="VIR-77",
                    name="Menuiserie Lefort",
                    iban=THEIRS,
                    text="F-1041\nF-1042 Menuiserie",
                    code="PMNT-RCDT-ESCT",
                    line=1,
                ),
            ),
            number="REL-0042",
            opening=Money(100000, "EUR"),
            closing=Money(228400, "EUR"),
        )
    ]


def test_a_batch_is_given_as_its_movements_when_they_add_up(bank):
    inside = entry(
        "300.00",
        details(
            '<Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs><Amt Ccy="EUR">100.00</Amt>'
            "<RmtInf><Ustrd>F-1</Ustrd></RmtInf>",
            '<AmtDtls><TxAmt><Amt Ccy="EUR">200.00</Amt></TxAmt></AmtDtls>'
            "<RmtInf><Strd><CdtrRefInf><Ref>RF18539007547034</Ref></CdtrRefInf></Strd></RmtInf>",
        ),
    )
    (found,) = bank(camt(inside, kind="054"))
    assert [
        (one.amount.minor, one.bank_ref, one.text, one.creditor_reference, one.line)
        for one in found.lines
    ] == [
        (10000, "B2026-000077/1", "F-1", "", 1),
        (20000, "B2026-000077/2", "", "RF18539007547034", 2),
    ]
    assert found.opening is None
    assert found.lines[0].end_to_end == ""


@pytest.mark.parametrize(
    "second",
    [
        '<Amt Ccy="EUR">150.00</Amt>',
        '<Amt Ccy="USD">200.00</Amt>',
        "",
        '<Amt Ccy="EUR">200.00</Amt><CdtDbtInd>DBIT</CdtDbtInd>',
    ],
)
def test_a_batch_that_does_not_add_up_stays_one_movement_with_all_texts(bank, second):
    inside = entry(
        "300.00",
        details(
            '<Amt Ccy="EUR">100.00</Amt><RmtInf><Ustrd>F-1</Ustrd></RmtInf>',
            f"{second}<RmtInf><Ustrd>F-2</Ustrd></RmtInf>",
        ),
    )
    (found,) = bank(camt(inside))
    assert [(one.amount.minor, one.text) for one in found.lines] == [
        (30000, "F-1\nF-2")
    ]


def test_one_transaction_in_another_currency_has_the_entrys_amount(bank):
    (found,) = bank(camt(entry("8.85", details('<Amt Ccy="SEK">100.00</Amt>'))))
    assert found.lines[0].amount == Money(885, "EUR")


def test_a_direct_debit_that_came_back_names_the_customer_and_the_reason(bank):
    returned = (
        "<RltdPties>"
        + party("Dbtr", "Atelier Roux", THEIRS)
        + party("Cdtr", "Ateliers Morel", OURS)
        + "</RltdPties><RtrInf><Rsn><Cd>AM04</Cd></Rsn></RtrInf>"
    )
    inside = entry("500.00", details(returned), sense="DBIT") + entry(
        "10.00", sense="DBIT", extra="<RvslInd>true</RvslInd>"
    )
    (found,) = bank(camt(inside))
    assert [
        (one.amount.minor, one.name, one.iban, one.return_reason, one.is_reversal)
        for one in found.lines
    ] == [
        (-50000, "Atelier Roux", THEIRS, "AM04", False),
        (-1000, "", "", "", True),
    ]


def test_what_is_not_booked_yet_is_left_out_and_said(bank):
    pending = entry("5.00", status="<Cd>PDNG</Cd>")
    found, note = bank(camt(entry("1.00") + pending))
    assert [one.amount.minor for one in found.lines] == [100]
    assert str(note) == "releve.xml:6: a movement is not booked yet, so it is left out."
    assert isinstance(note, InputFileNote)


def test_an_entry_that_cannot_be_read_is_refused_alone(bank):
    found = bank(
        camt(
            entry("1.00") + entry("1,0O") + entry("2.00", sense="PLUS") + entry("3.00")
        )
    )
    assert [str(one) for one in found[:2]] == [
        "releve.xml:6: movement 2: Amt is “1,0O EUR”; expected an amount such as 1234.56 EUR.",
        "releve.xml:7: movement 3: CdtDbtInd is “PLUS”; expected CRDT or DBIT.",
    ]
    assert found[0].written("fr") == (
        "releve.xml:6\u00a0: mouvement 2\u00a0: Amt vaut «\u00a01,0O EUR\u00a0»\u202f;"
        " montant attendu, comme 1234.56 EUR."
    )
    assert [one.amount.minor for one in found[2].lines] == [100, 300]


def test_an_intraday_report_has_no_balances(bank):
    inside = balance("OPBD", "1.00") + balance("ITBD", "2.00") + entry("9.00")
    (found,) = bank(camt(inside, kind="052"))
    assert (found.opening, found.closing) == (None, None)
    assert [one.amount.minor for one in found.lines] == [900]


def test_a_movement_in_another_currency_is_a_statement_of_its_own(bank):
    inside = balance("OPBD", "1.00") + entry("9.00") + entry("7.00", currency="USD")
    euros, dollars = bank(camt(inside))
    assert (euros.currency, len(euros.lines), euros.opening) == (
        "EUR",
        1,
        Money(100, "EUR"),
    )
    assert (dollars.currency, len(dollars.lines), dollars.opening) == ("USD", 1, None)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (
            camt(
                entry("1.00"),
                head='<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]>\n',
            ),
            "releve.xml: the XML declares a document type, which no bank statement does.",
        ),
        (
            camt(entry("1.00"))[:-30],
            "releve.xml:5: this is broken or unfinished XML. Download it again.",
        ),
        (
            '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.03"><A/></Document>',
            "releve.xml: this XML is no bank statement but “pain.001.001.03”; expected"
            " camt.053, camt.054 or camt.052.",
        ),
    ],
)
def test_what_is_no_statement_is_refused_whole(bank, content, told):
    assert str(refusal(bank, content)) == told


def test_laughs_by_the_billion_are_refused(bank):
    laughs = '<!ENTITY a "ha">' + "".join(
        f'<!ENTITY {name} "{f"&{before};" * 10}">'
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    content = camt("<AddtlNtryInf>&i;</AddtlNtryInf>", head=f"<!DOCTYPE d [{laughs}]>")
    assert "document type" in str(refusal(bank, content))


def test_deep_nesting_and_huge_entries_are_refused(bank):
    deep = camt("<Ntry>" + "<a>" * 100 + "</a>" * 100 + "</Ntry>")
    assert "larger or deeper" in str(refusal(bank, deep))
    for wide in ("<Ntry>" + "<a/>" * 6_000 + "</Ntry>", "<a/>" * 6_000):
        assert "larger or deeper" in str(refusal(bank, camt(wide)))


def test_a_statement_of_many_entries_is_read(bank):
    (found,) = bank(camt(entry("1.00") * 6_000))
    assert len(found.lines) == 6_000
    assert found.lines[-1].line == 6_000


def test_an_amount_in_no_currency_is_refused(bank):
    fault, found = bank(camt(entry("1.00") + entry("2.00", currency="ZZZ")))
    assert str(fault) == (
        "releve.xml:6: movement 2: Amt is “2.00 ZZZ”; expected an amount such as"
        " 1234.56 EUR."
    )
    assert [one.amount.minor for one in found.lines] == [100]
