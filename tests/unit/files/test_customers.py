"""Customers and suppliers from a delimited file."""

import pytest

from collector_bot.core.errors import InputFileError, InputFileNote
from collector_bot.core.ledger import AccountSide, ContactRole
from collector_bot.files.customers import CustomerRow, read_customers

HEADER = "account,name,email,language,terms,siren,vat,iban\n"
WITH_ALL = HEADER.strip() + ",side,currency,aliases,parent,role\n"


@pytest.fixture
def customers(tmp_path):
    def read(text, encoding="utf-8"):
        path = tmp_path / "c.csv"
        path.write_text(text, encoding=encoding)
        return list(read_customers(path))

    return read


def warnings(row):
    assert all(isinstance(warning, InputFileNote) for warning in row.warnings)
    return [str(warning) for warning in row.warnings]


def test_a_plain_row(customers):
    text = HEADER + (
        "C1,Bois Clair SARL,Compta@Bois-Clair.example,fr,45 jours fin de mois,"
        "000 123 455,FR 31 000123455,FR76 3000 6000 0112 3456 7890 189\n"
    )
    assert customers(text) == [
        CustomerRow(
            account="C1",
            name="Bois Clair SARL",
            line=2,
            emails=("compta@bois-clair.example",),
            language="fr",
            terms="45 eom",
            siren="000123455",
            vat="FR31000123455",
            ibans=("FR7630006000011234567890189",),
            side=None,
            currency="",
            aliases=(),
            parent="",
            role=ContactRole.DUNNING,
            warnings=(),
        )
    ]


def test_a_french_file_with_every_column(customers):
    text = (
        "Rôle;Maison mère;Alias;Devise;Type;IBAN;N° TVA;N° SIRET;Conditions de paiement;"
        "Langue;Courriel;Raison sociale;Code client\r\n"
        "Facturation;C9;Bois Clair|BC;eur;Fournisseur;FR7630006000011234567890189;;"
        "00012345500074;comptant;Français;a@b.example;Œuvre d’été;F1\r\n"
    )
    assert customers(text, "cp1252") == [
        CustomerRow(
            account="F1",
            name="Œuvre d’été",
            line=2,
            emails=("a@b.example",),
            language="fr",
            terms="at sight",
            siren="000123455",
            ibans=("FR7630006000011234567890189",),
            side=AccountSide.SUPPLIER,
            currency="EUR",
            aliases=("Bois Clair", "BC"),
            parent="C9",
            role=ContactRole.BILLING,
        )
    ]


def test_account_and_name_are_enough(customers):
    assert customers("account;name\nC1;Acme\n") == [CustomerRow("C1", "Acme", 2)]


@pytest.mark.parametrize("delimiter", [",", ";"])
def test_several_addresses_and_ibans_stand_in_one_cell(customers, delimiter):
    text = (
        "account,name,email,iban\n"
        'C1,Acme,"a@x.example; B@x.example;a@x.example ;",'
        '"DE89370400440532013000;FR7630006000011234567890189"\n'
    ).replace(",", delimiter)
    (row,) = customers(text)
    assert row.emails == ("a@x.example", "b@x.example")
    assert row.ibans == ("DE89370400440532013000", "FR7630006000011234567890189")
    assert row.warnings == ()


def test_a_wrong_field_is_left_out_of_the_row_and_said(customers):
    text = WITH_ALL + (
        'C1,,"a@x.example;nobody",nl,someday,000123456,FR32000123455,'
        '"FR7630006000011234567890188;DE89370400440532013000",,,,C1,boss\n'
    )
    (row,) = customers(text)
    assert row == CustomerRow(
        account="C1",
        name="",
        line=2,
        emails=("a@x.example",),
        ibans=("DE89370400440532013000",),
        warnings=row.warnings,
    )
    assert warnings(row) == [
        "c.csv:2, column name: the name is blank; a known one stays, else the account"
        " stands in.",
        "c.csv:2, column email: “nobody” is not an e-mail address.",
        "c.csv:2, column language: “nl” is not known.",
        "c.csv:2, column terms: “someday” are no payment terms; expected for instance"
        " 30 net, 45 eom, 45 eom split, 30 eom 10 or at sight.",
        "c.csv:2, column siren: “000123456” is not a SIREN.",
        "c.csv:2, column vat: “FR32000123455” is not a VAT number.",
        "c.csv:2, column iban: “FR7630006000011234567890188” is not an IBAN.",
        "c.csv:2, column parent: “C1” cannot be the parent.",
        "c.csv:2, column role: “boss” is not known.",
    ]


def test_terms_longer_than_the_law_are_kept_with_a_warning(customers):
    (row,) = customers("account,name,terms\nC1,Acme,90 jours\n")
    assert row.terms == "90 net"
    assert warnings(row) == [
        "c.csv:2, column terms: “90 net” is longer than French law allows between"
        " businesses (60 days from the invoice, or 45 days end of month;"
        " art. L441-10 C. com.)."
    ]


def test_rows_that_cannot_be_an_account_are_refused_and_the_others_kept(customers):
    text = "account;name;side;currency\n;Acme\nC1;Acme;both\nC2;a;client;;d\n" + (
        "C" * 65 + ";x\nC7;Seven;;XYZ\nC8;Eight;;euro\nC9;Nine;;eur\n"
    )
    found = customers(text)
    assert [str(item) for item in found[:6]] == [
        "c.csv:2, column account: the account is blank.",
        "c.csv:3, column side: “both” is neither customer nor supplier.",
        "c.csv:4: 5 cells where the header has 4. Quote cells that hold a semicolon.",
        "c.csv:5, column account: 65 characters, more than 64.",
        "c.csv:6, column currency: “XYZ” is not a currency; expected an ISO 4217 code"
        " such as EUR.",
        "c.csv:7, column currency: “euro” is not a currency; expected an ISO 4217 code"
        " such as EUR.",
    ]
    assert found[6] == CustomerRow("C9", "Nine", 8, currency="EUR")


def test_an_account_may_come_twice_with_contacts_of_another_role(customers):
    text = "account,name,email,role\nC1,A,a@x.example,relance\nC1,A,b@x.example,other\n"
    assert [(row.emails, row.role) for row in customers(text)] == [
        (("a@x.example",), ContactRole.DUNNING),
        (("b@x.example",), ContactRole.OTHER),
    ]


def test_unknown_columns_are_said_once_and_missing_ones_refuse(customers):
    found = customers("account,name,colour\nC1,A,red\nC2,B,blue\n")
    assert str(found[0]) == "c.csv: columns nobody reads: colour."
    assert isinstance(found[0], InputFileNote)
    assert len(found) == 3
    with pytest.raises(InputFileError, match="the column is missing: name; found"):
        customers("account,email\nC1,a@x.example\n")


def test_a_cell_with_very_many_parts_is_cut(customers):
    many = ";".join(f"a{n}@x.example" for n in range(60))
    (row,) = customers(f'account,name,email\nC1,A,"{many}"\n')
    assert len(row.emails) == 50
    assert warnings(row) == ["c.csv:2, column email: only the first 50 of 60 are kept."]


def test_progress_adds_up(tmp_path):
    path = tmp_path / "c.csv"
    path.write_text("account,name\n" + "C1,Acme\n" * 3_000)
    seen = []
    assert len(list(read_customers(path, progress=seen.append))) == 3_000
    assert sum(seen) == path.stat().st_size
