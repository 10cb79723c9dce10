"""Bank movements in CSV, with and without a layout."""

from __future__ import annotations

from datetime import date

import pytest

from collector_bot.core.bank import BankLine, BankStatement
from collector_bot.core.errors import InputFileError
from collector_bot.core.money import Money
from collector_bot.files.bank import read_bank
from collector_bot.files.bank_csv import CsvLayout, date_pattern


@pytest.fixture
def bank(tmp_path):
    def read(content: str | bytes, layout: CsvLayout | None = None):
        path = tmp_path / "releve.csv"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return list(read_bank(path, layout=layout, default_currency="EUR"))

    return read


def movements(found):
    return [
        (one.booked_on.isoformat(), one.amount.minor, one.text)
        for part in found
        if isinstance(part, BankStatement)
        for one in part.lines
    ]


FRENCH = """Compte courant;00012345678
Solde au 30/11/2026;12 345,67

Date;Date valeur;Libellé;Débit euros;Crédit euros
20/11/2026;21/11/2026;"VIR SEPA MENUISERIE LEFORT
F-1041 RF18539007547034";;1 284,00
23/11/2026;23/11/2026;REJET PRLV ATELIER ROUX AM04;-500,00;
"""


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "cp1252", "iso8859-15", "utf-16"]
)
def test_a_french_bank_with_lines_before_its_header(bank, encoding):
    found = bank(FRENCH.encode(encoding))
    assert found == [
        BankStatement(
            "",
            "EUR",
            (
                BankLine(
                    date(2026, 11, 20),
                    Money(128400, "EUR"),
                    value_on=date(2026, 11, 21),
                    creditor_reference="RF18539007547034",
                    text="VIR SEPA MENUISERIE LEFORT F-1041 RF18539007547034",
                    line=5,
                ),
                BankLine(
                    date(2026, 11, 23),
                    Money(-50000, "EUR"),
                    value_on=date(2026, 11, 23),
                    text="REJET PRLV ATELIER ROUX AM04",
                    return_reason="AM04",
                    line=7,
                ),
            ),
        )
    ]


def test_an_english_bank(bank):
    found = bank(
        "Booking date,Description,Money out,Money in,Counterparty,Currency\n"
        '20/11/2026,"Invoice INV-7, part",,"1,284.00",Harbour Ltd,GBP\n'
        "21/11/2026,Returned direct debit,12.50,,Pier Ltd,GBP\n"
    )
    (statement,) = found
    assert statement.currency == "GBP"
    assert [
        (one.amount.minor, one.name, one.return_reason) for one in statement.lines
    ] == [
        (128400, "Harbour Ltd", ""),
        (-1250, "Pier Ltd", "Returned direct debit"),
    ]


def test_a_german_bank(bank):
    found = bank(
        "Buchungstag;Valutadatum;Buchungstext;Verwendungszweck;"
        "Beguenstigter/Zahlungspflichtiger;Kontonummer/IBAN;Betrag;Waehrung\n"
        "20.11.26;20.11.26;GUTSCHRIFT;RE 1041;Tischlerei Krug GmbH;"
        "DE89 3704 0044 0532 0130 00;1.284,00;EUR\n"
    )
    (line,) = found[0].lines
    assert line == BankLine(
        date(2026, 11, 20),
        Money(128400, "EUR"),
        value_on=date(2026, 11, 20),
        name="Tischlerei Krug GmbH",
        iban="DE89370400440532013000",
        text="RE 1041\nGUTSCHRIFT",
        line=2,
    )


def test_an_amount_without_a_sign_has_its_sense_beside(bank):
    found = bank(
        "Date;Libellé;Montant;Sens\n20/11/2026;A;5,00;C\n20/11/2026;B;3,00;Débit\n"
        "20/11/2026;C;1,00;X\n"
    )
    assert movements(found) == [("2026-11-20", 500, "A"), ("2026-11-20", -300, "B")]
    assert [str(one) for one in found if isinstance(one, InputFileError)] == [
        "releve.csv:4, column sense: “X” is neither debit nor credit; expected D or C."
    ]


def test_a_layout_names_the_columns_and_the_order_of_days(bank):
    layout = CsvLayout(
        date="When",
        amount="Value",
        label="Story",
        date_format="MM/DD/YYYY",
        decimal=".",
    )
    found = bank("When;Date;Value;Story\n03/04/2026;x;1,234.50;F-1\n", layout)
    assert movements(found) == [("2026-03-04", 123450, "F-1")]


def test_a_column_the_layout_names_must_be_there(bank):
    with pytest.raises(
        InputFileError, match="the column is missing: Quand; found Date"
    ):
        bank("Date;Montant\n20/11/2026;5,00\n", CsvLayout(date="Quand"))


def test_a_file_without_amounts_is_refused_whole(bank):
    with pytest.raises(InputFileError, match="the column is missing: amount"):
        bank("Date;Libellé\n20/11/2026;F-1\n")


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (
            "32/11/2026;F;5,00",
            ":3, column date: “32/11/2026” is not a date as expected here.",
        ),
        (";F;5,00", ":3, column date: the date is blank."),
        ("20/11/2026;F;", ":3, column amount: there is no amount."),
        ("20/11/2026;F;cinq", ":3, column amount: “cinq” is not an amount."),
    ],
)
def test_a_row_that_cannot_be_read_is_refused_alone(bank, row, told):
    found = bank(f"Date;Libellé;Montant\n20/11/2026;A;1,00\n{row}\n21/11/2026;B;2,00\n")
    assert [str(one) for one in found if isinstance(one, InputFileError)] == [
        f"releve.csv{told}"
    ]
    assert movements(found) == [("2026-11-20", 100, "A"), ("2026-11-21", 200, "B")]


@pytest.mark.parametrize(
    "written", ["DD/MM", "DD/MM/YYYY/DD", "jj/mm/aaaa", "", "DDxMMxYYYY"]
)
def test_what_is_no_format_of_dates(written):
    assert date_pattern(written) is None
