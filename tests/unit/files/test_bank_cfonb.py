"""Statements in CFONB 120, as French banks write them."""

from __future__ import annotations

from datetime import date

import pytest

from collector_bot.core.bank import BankLine, BankStatement
from collector_bot.core.errors import InputFileError
from collector_bot.core.money import Money
from collector_bot.files.bank import read_bank

OURS = "FR7630006000011234567890189"


def signed(minor: int) -> str:
    letters = "{ABCDEFGHI" if minor >= 0 else "}JKLMNOPQR"
    digits = str(abs(minor)).rjust(14, "0")
    return digits[:-1] + letters[int(digits[-1])]


def balance(
    kind: str, minor: int, day: str = "201126", number: str = "12345678901"
) -> str:
    return f"{kind}30006    00001EUR2 {number}  {day}".ljust(90) + signed(minor).ljust(
        30
    )


def movement(
    minor: int,
    label: str,
    *,
    code: str = "05",
    motive: str = "  ",
    number: str = "0000007",
    reference: str = "",
    decimals: str = "2",
    currency: str = "EUR",
) -> str:
    return (
        f"0430006B1  00001{currency}{decimals} 12345678901{code}201126{motive}211126"
        f"{label.ljust(32)[:32]} {number.ljust(7)}  {signed(minor)}{reference.ljust(16)}"
    )


def detail(kind: str, text: str) -> str:
    return f"0530006B1  00001EUR2 1234567890105201126     {kind}{text.ljust(70)}  "


@pytest.fixture
def bank(tmp_path):
    def read(content: str | bytes):
        path = tmp_path / "releve.txt"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return list(read_bank(path, layout=None, default_currency="EUR"))

    return read


RECORDS = [
    balance("01", 100000),
    movement(128400, "VIR SEPA MENUISERIE LEFORT", reference="VIR77"),
    detail("NPY", "MENUISERIE LEFORT"),
    detail("IPY", "DE89370400440532013000"),
    detail("RCN", "VIR-77".ljust(35) + "SUPP"),
    detail("LCC", "F-1041 " + "F-1042 ".ljust(63, ".")),
    detail("LC2", "ET F-1043"),
    detail("REF", "ABC 12"),
    movement(-50000, "REJET PRLV", code="08", motive="04", number="0000008"),
    detail("NPY", "ATELIER ROUX"),
    detail("RET", "AM04 PROVISION INSUFFISANTE"),
    balance("07", 178400),
]
EXPECTED = BankStatement(
    OURS,
    "EUR",
    (
        BankLine(
            date(2026, 11, 20),
            Money(128400, "EUR"),
            value_on=date(2026, 11, 21),
            bank_ref="261120-0000007",
            end_to_end="VIR-77",
            name="MENUISERIE LEFORT",
            iban="DE89370400440532013000",
            text="VIR SEPA MENUISERIE LEFORT\nF-1041 F-1042 ........................"
            "................................ET F-1043\nABC 12\nVIR77",
            code="05",
            line=2,
        ),
        BankLine(
            date(2026, 11, 20),
            Money(-50000, "EUR"),
            value_on=date(2026, 11, 21),
            bank_ref="261120-0000008",
            name="ATELIER ROUX",
            text="REJET PRLV",
            code="08",
            return_reason="AM04",
            line=9,
        ),
    ),
    opening=Money(100000, "EUR"),
    closing=Money(178400, "EUR"),
)


@pytest.mark.parametrize(
    "content",
    [
        "\r\n".join(RECORDS) + "\r\n",
        "\n".join(one.rstrip() for one in RECORDS),
        "".join(RECORDS),
    ],
    ids=["lines", "trailing blanks cut off", "no line ends"],
)
def test_a_statement_with_its_complements(bank, content):
    assert bank(content) == [EXPECTED]
    assert EXPECTED.gap == Money(0, "EUR")


def test_two_accounts_in_one_file_and_one_without_movement(bank):
    other = [
        balance("01", -5, number="00000000123"),
        balance("07", -5, number="00000000123"),
    ]
    first, second = bank("\n".join([*RECORDS, "", *other]))
    assert first == EXPECTED
    assert (second.account, second.lines, second.opening, second.closing) == (
        "FR7630006000010000000012374",
        (),
        Money(-5, "EUR"),
        Money(-5, "EUR"),
    )


def test_signs_turned_into_accents_by_a_conversion_from_ebcdic(bank):
    lines = [balance("01", 0), movement(-120, "FRAIS"), balance("07", -120)]
    content = "\n".join(lines).replace("{", "é").replace("}", "è").encode("iso8859-15")
    (found,) = bank(content)
    assert [one.amount.minor for one in found.lines] == [-120]
    assert found.closing == Money(-120, "EUR")


def test_decimals_are_those_of_the_record(bank):
    lines = [
        balance("01", 0),
        movement(1284000, "A", decimals="3"),
        movement(12, "B", decimals="0"),
        balance("07", 0),
    ]
    (found,) = bank("\n".join(lines))
    assert [one.amount.minor for one in found.lines] == [128400, 1200]


def test_a_record_that_cannot_be_read_is_refused_alone(bank):
    bad = movement(500, "B")
    lines = [
        balance("01", 0),
        movement(100, "A"),
        bad[:90] + "000000000012,5" + bad[104:],
        bad.replace("201126", "321126", 1),
        "09" + bad[2:],
        balance("07", 100),
    ]
    found = bank("\n".join(lines))
    assert [str(one) for one in found if isinstance(one, InputFileError)] == [
        "releve.txt:3: “000000000012,5” in 91-104 is not an amount; expected digits and"
        " a last character from { to I or } to R.",
        "releve.txt:4: “321126” in 35-40 is not a date; expected DDMMYY.",
        "releve.txt:5: a record begins with “09”; expected 01, 04, 05 or 07.",
    ]
    assert found[0].written("fr") == (
        "releve.txt:3\u00a0: «\u00a0000000000012,5\u00a0» en 91-104 n’est pas un montant\u202f;"
        " des chiffres et un dernier caractère de { à I ou de } à R attendus."
    )
    assert [one.amount.minor for one in found[-1].lines] == [100]


def test_a_file_that_is_cut_off_is_refused_whole(bank):
    with pytest.raises(InputFileError) as caught:
        bank("\n".join(RECORDS[:-1]))
    assert str(caught.value) == (
        "releve.txt:11: a statement stops before its closing balance (07): the file is"
        " cut off. Download it again."
    )


def test_who_is_paid_is_named_when_money_leaves(bank):
    lines = [
        balance("01", 0),
        movement(-100, "VIR EMIS", code="06"),
        detail("NPY", "ATELIERS MOREL"),
        detail("NBE", "FOURNITURES DU RHONE"),
        balance("07", -100),
    ]
    (found,) = bank("\n".join(lines))
    assert found.lines[0].name == "FOURNITURES DU RHONE"
    assert found.lines[0].return_reason == ""
