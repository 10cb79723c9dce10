"""Statements in MT940, in the styles of several countries."""

from __future__ import annotations

from datetime import date

import pytest

from collector_bot.core.bank import BankLine
from collector_bot.core.errors import InputFileError
from collector_bot.core.money import Money
from collector_bot.files.bank import read_bank


@pytest.fixture
def bank(tmp_path):
    def read(content: str | bytes):
        path = tmp_path / "umsatz.sta"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return list(read_bank(path, layout=None, default_currency="EUR"))

    return read


GERMAN = """:20:STARTUMSE
:25:37040044/0532013000
:28C:00042/001
:60F:C261119EUR1000,00
:61:2611201120CR1284,00NTRFNONREF//B2026000077
:86:166?00GUTSCHR. UEBERWEISUNG?109310?20EREF+VIR-77?21SVWZ+RE 10
41 VOM 02.11.2026 ?22TISCHLEREI KRUG?30COBADEFFXXX?31DE02120300000
000202051?32TISCHLEREI KRUG GMBH UND C?33O. KG?34000
:61:2611201120DR500,00NRTINONREF
:86:109?00SEPA-LS RUECKBELAST.?20SVWZ+RETOURE AM04?32HAFENWERK GMBH
:62F:C261120EUR1784,00
-
"""


@pytest.mark.parametrize("encoding", ["utf-8", "iso8859-15"])
def test_a_german_bank_with_subfields(bank, encoding):
    content = GERMAN.replace("UEBERWEISUNG", "ÜBERWEISUNG").replace("\n", "\r\n")
    (found,) = bank(content.encode(encoding))
    assert (found.account, found.number) == ("37040044/0532013000", "00042/001")
    assert (found.opening, found.closing, found.gap) == (
        Money(100000, "EUR"),
        Money(178400, "EUR"),
        Money(0, "EUR"),
    )
    assert found.lines == (
        BankLine(
            date(2026, 11, 20),
            Money(128400, "EUR"),
            value_on=date(2026, 11, 20),
            bank_ref="B2026000077",
            end_to_end="VIR-77",
            name="TISCHLEREI KRUG GMBH UND CO. KG",
            iban="DE02120300000000202051",
            text="RE 1041 VOM 02.11.2026 TISCHLEREI KRUG\nGUTSCHR. ÜBERWEISUNG",
            code="NTRF",
            line=5,
        ),
        BankLine(
            date(2026, 11, 20),
            Money(-50000, "EUR"),
            value_on=date(2026, 11, 20),
            name="HAFENWERK GMBH",
            text="RETOURE AM04\nSEPA-LS RUECKBELAST.",
            code="NRTI",
            return_reason="AM04",
            line=9,
        ),
    )


def test_a_dutch_bank_with_words_between_slashes(bank):
    (found,) = bank(
        "{1:F01INGBNL2ABXXX0000000000}{2:I940INGBNL2AXXXN}{4:\r\n"
        ":20:P261120000000001\r\n:25:NL69INGB0123456789EUR\r\n:28C:00000\r\n"
        ":60F:C261119EUR662,23\r\n"
        ":61:2611201120C1284,56NTRFEREF//00000000001005\r\n/TRCD/00100/\r\n"
        ":86:/EREF/EV12341REP1231456T1234//CNTP/NL32INGB0000012345/INGBNL2\r\n"
        "A/KADE BOUW BV///REMI/USTD//EV10001REP1000000T1000/\r\n"
        ":61:2611201120D10,00NDDTEREF//00000000001006\r\n"
        ":86:/RTRN/MS03//EREF/20261120-1//CNTP/NL32INGB0000012345/INGBNL2A/DOK BV"
        "///REMI/USTD//20261120/\r\n"
        ":62F:C261120EUR1936,79\r\n:64:C261120EUR1936,79\r\n-}\r\n"
    )
    assert found.account == "NL69INGB0123456789"
    assert [
        (one.name, one.iban, one.end_to_end, one.text, one.return_reason, one.bank_ref)
        for one in found.lines
    ] == [
        ("KADE BOUW BV", "NL32INGB0000012345", "EV12341REP1231456T1234",
         "EV10001REP1000000T1000", "", "00000000001005"),
        ("DOK BV", "NL32INGB0000012345", "20261120-1", "20261120", "MS03",
         "00000000001006"),
    ]  # fmt: skip


def test_a_french_bank_names_both_parties(bank):
    (found,) = bank(
        ":20:1\n:25:FR7630006000011234567890189\n:28C:7\n:60F:C261119EUR0,\n"
        ":61:2611201120C12,50NTRFREF-PAYEUR//123\n"
        ":86:/NPY/MENUISERIE LEFORT/NBE/ATELIERS MOREL/LIB/VIR SEPA/REMI/F-1041\n"
        ":62F:C261120EUR12,50\n"
    )
    (line,) = found.lines
    assert (line.name, line.text, line.end_to_end, line.bank_ref) == (
        "MENUISERIE LEFORT",
        "F-1041\nVIR SEPA",
        "REF-PAYEUR",
        "261120-123",
    )


def test_an_english_bank_with_free_text_over_the_turn_of_the_year(bank):
    (found,) = bank(
        ":20:1\n:25:20201512345678\n:28C:1/1\n:60F:D261230GBP5,00\n"
        ":61:2612310102C1284,00NCHK123456\n"
        ":86:HARBOUR LTD\nINV-7 AND RF18 5390 0754 7034\n"
        ":61:2701020102D3,00NMSC\n:86:UNPAID CHEQUE PIER LTD\n"
        ":61:2701020102RD4,00NMSC\n"
        ":62F:C270102GBP1280,00\n"
    )
    assert [
        (
            one.booked_on.isoformat(),
            one.amount,
            one.text,
            one.creditor_reference,
            one.return_reason,
            one.is_reversal,
        )
        for one in found.lines
    ] == [
        ("2027-01-02", Money(128400, "GBP"), "HARBOUR LTD\nINV-7 AND RF18 5390 0754 7034",
         "RF18539007547034", "", False),
        ("2027-01-02", Money(-300, "GBP"), "UNPAID CHEQUE PIER LTD", "",
         "UNPAID CHEQUE PIER LTD", False),
        ("2027-01-02", Money(400, "GBP"), "", "", "", True),
    ]  # fmt: skip
    assert found.opening == Money(-500, "GBP")
    assert found.gap == Money(0, "GBP")


def test_pages_are_one_statement_and_statements_are_apart(bank):
    def page(opening, closing, first, last):
        return (
            f":20:A\n:25:12345\n:28C:1/1\n:60{first}:C261120EUR{opening},00\n"
            f":61:2611201120C1,00NTRFNONREF\n:86:X\n:62{last}:C261120EUR{closing},00\n-\n"
        )

    both, third = bank(
        page(0, 1, "F", "M") + page(1, 2, "M", "F") + page(2, 3, "F", "F")
    )
    assert (both.opening, both.closing, len(both.lines)) == (
        Money(0, "EUR"),
        Money(200, "EUR"),
        2,
    )
    assert (third.opening, third.closing, len(third.lines)) == (
        Money(200, "EUR"),
        Money(300, "EUR"),
        1,
    )


def test_an_interim_report_has_no_balances_and_what_is_expected_is_left_out(bank):
    (found,) = bank(
        ":20:A\n:25:12345\n:28C:1\n:34F:GBP0,\n:13D:2611201200+0000\n"
        ":61:2611201120C1,00NTRFNONREF\n:86:X\n:61:2611201120EC9,00NTRFNONREF\n:86:Y\n-\n"
    )
    assert (found.currency, found.opening, found.closing) == ("GBP", None, None)
    assert [one.text for one in found.lines] == ["X"]


def test_a_movement_that_cannot_be_read_is_refused_alone(bank):
    fault, found = bank(
        ":20:A\n:25:12345\n:28C:1\n:60F:C261120EUR0,00\n:61:26112O1120C1,00NTRFNONREF\n"
        ":86:X\n:61:2611201120C2,00NTRFNONREF\n:62F:C261120EUR3,00\n"
    )
    assert str(fault) == (
        "umsatz.sta:5: “26112O1120C1,00NTRFNONREF” in :61: is not a movement; expected as"
        " in 2611201120C1234,56NTRFREFERENCE."
    )
    assert fault.written("fr") == (
        "umsatz.sta:5\u00a0: «\u00a026112O1120C1,00NTRFNONREF\u00a0» en\u00a0:61: n’est pas un"
        " mouvement\u202f; attendu comme 2611201120C1234,56NTRFREFERENCE."
    )
    assert [one.amount.minor for one in found.lines] == [200]
    assert found.gap == Money(-100, "EUR")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (
            GERMAN[: GERMAN.index(":62F:")],
            "umsatz.sta:10: a statement stops before its closing balance (:62F:): the"
            " file is cut off. Download it again.",
        ),
        (
            GERMAN.replace("C261119EUR1000,00", "C261119EUR1.000,00"),
            "umsatz.sta:4: “C261119EUR1.000,00” in :60F: is not a balance; expected as in"
            " C261120EUR1234,56.",
        ),
    ],
)
def test_what_makes_no_statement_is_refused_whole(bank, content, told):
    with pytest.raises(InputFileError) as caught:
        bank(content)
    assert str(caught.value) == told


def test_reversals_turn_the_sign_and_a_reference_proves_itself(bank):
    (found,) = bank(
        ":20:1\n:25:12345\n:28C:1\n:60F:C261119EUR10,00\n"
        ":61:2611201120RC4,00NTRFNONREF\n:86:RF19 5390 0754 7034\n"
        ":61:2611201120RD3,00NTRFNONREF\n:86:X\n"
        ":62F:C261120EUR9,00\n"
    )
    assert [
        (one.amount.minor, one.is_reversal, one.creditor_reference)
        for one in found.lines
    ] == [(-400, True, ""), (300, True, "")]
    assert found.gap == Money(0, "EUR")
