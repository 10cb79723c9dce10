"""Customers come in again: what changed is taken, and said field by field."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sqlalchemy import text

from collector_bot.core.ledger import Account, AccountSide, ContactRole
from collector_bot.flows.desk import SHELL
from collector_bot.flows.import_customers import import_customers
from collector_bot.flows.import_fec import import_fec
from collector_bot.flows.importing import ImportSummary
from collector_bot.store import accounts
from tests.ledger import Books
from tests.scenarios.test_importing import FEC_HEAD, sale, spaced

HEAD = "account;name;email;language;terms;siren;vat;iban;currency;aliases;parent;role\n"
IBAN, OTHER_IBAN = "FR7630006000011234567890189", "DE89370400440532013000"
ACME = f"ACME;Acme;a@acme.example;fr;30 net;732829320;;{IBAN};EUR;;;\n"


def bring(
    books: Books, folder: Path, content: str, *, dry_run: bool = False
) -> ImportSummary:
    path = folder / "c.csv"
    path.write_text(content, encoding="utf-8")
    return import_customers(books.desk, path, by=SHELL, dry_run=dry_run)


def told(said: ImportSummary) -> list[tuple[str, str, str]]:
    return [(one.field, one.was, one.now) for one in said.changed_accounts]


def known(books: Books, code: str = "ACME") -> Account:
    with books.database.reading() as connection:
        found = accounts.by_code(connection, code)
    assert found is not None
    return found


def journal(books: Books) -> dict[str, object]:
    with books.database.reading() as connection:
        last = connection.scalar(
            text("SELECT payload FROM journal ORDER BY seq DESC LIMIT 1")
        )
    return json.loads(str(last))


CHANGED = (
    "ACME;Acme SAS;b@acme.example;en;45 eom;000123455;FR31000123455;"
    f"{OTHER_IBAN};USD;Acmé Groupe;HOLDING;\n"
)
ALL_FIELDS = [
    ("name", "Acme", "Acme SAS"),
    ("currency", "EUR", "USD"),
    ("language", "fr", "en"),
    ("terms", "30 net", "45 eom"),
    ("siren", "732829320", "000123455"),
    ("vat", "", "FR31000123455"),
    ("parent", "", "HOLDING"),
    ("aliases", "", "Acmé Groupe"),
    ("iban", IBAN, f"{IBAN}, {OTHER_IBAN}"),
    ("dunning_email", "a@acme.example", "b@acme.example"),
]


def test_every_field_that_changed_is_said_once_with_what_it_was(
    books: Books, tmp_path: Path
):
    bring(books, tmp_path, HEAD + ACME)

    would = bring(books, tmp_path, HEAD + CHANGED, dry_run=True)
    before = known(books)
    said = bring(books, tmp_path, HEAD + CHANGED)
    again = bring(books, tmp_path, HEAD + CHANGED)

    assert before.name == "Acme"
    assert told(would) == told(said) == ALL_FIELDS
    assert {(one.line, one.account) for one in said.changed_accounts} == {(2, "ACME")}
    assert (said.accounts_changed, said.same) == (1, 0)
    after = known(books)
    assert (after.name, after.terms, after.language) == ("Acme SAS", "45 eom", "en")
    assert [(one.email, one.language) for one in after.contacts] == [
        ("b@acme.example", "en")
    ]
    assert (told(again), again.accounts_changed, again.same) == ([], 0, 1)


def test_the_journal_names_fields_and_accounts_but_no_values(
    books: Books, tmp_path: Path
):
    bring(books, tmp_path, HEAD + ACME)
    bring(books, tmp_path, HEAD + ACME.replace("30 net", "45 eom"))

    assert journal(books) == {
        "added": 0,
        "changed": 1,
        "fields": {"terms": 1},
        "accounts": {"ACME": ["terms"]},
    }


@pytest.mark.parametrize("later", [
    HEAD + "ACME;;;;;;;;;;;\n",
    "account;name\nACME;Acme\n",
    HEAD + "ACME;;nobody;xx;someday;1;1;1;;;ACME;\n",
])  # fmt: skip
def test_blank_cells_columns_not_there_and_wrong_fields_erase_nothing(
    books: Books, tmp_path: Path, later: str
):
    bring(books, tmp_path, HEAD + ACME)
    before = known(books)

    said = bring(books, tmp_path, later)

    assert told(said) == []
    assert known(books) == before


def test_an_address_no_longer_named_is_said_to_go(books: Books, tmp_path: Path):
    two = ACME.replace("a@acme.example", '"a@acme.example;b@acme.example"')
    bring(books, tmp_path, HEAD + two)

    said = bring(books, tmp_path, HEAD + ACME)

    assert told(said) == [
        ("dunning_email", "a@acme.example, b@acme.example", "a@acme.example")
    ]


def test_a_language_that_changes_changes_the_letters_of_addresses_not_named(
    books: Books, tmp_path: Path
):
    bring(books, tmp_path, HEAD + ACME)

    said = bring(books, tmp_path, "account;name;language\nACME;Acme;en\n")

    assert told(said) == [("language", "fr", "en")]
    assert [one.language for one in known(books).contacts] == ["en"]


ROLES = (
    HEAD
    + "ACME;Acme;b@acme.example;;;;;;;;;facturation\n"
    + "BOIS;Bois;x@bois.example;;;;;;;;;\n"
    + "ACME;Acme;a@acme.example;;;;;;;;;relance\n"
    + "ACME;Acme;c@acme.example;;;;;;;;;relance\n"
)


def test_rows_of_one_account_that_stand_apart_are_one_account(
    books: Books, tmp_path: Path
):
    first = bring(books, tmp_path, ROLES)
    again = bring(books, tmp_path, ROLES)

    assert (first.read, first.accounts_added, first.accounts_changed) == (4, 2, 0)
    assert (told(first), told(again)) == ([], [])
    assert (again.read, again.same) == (4, 4)
    assert [(one.email, one.role) for one in known(books).contacts] == [
        ("a@acme.example", ContactRole.DUNNING),
        ("c@acme.example", ContactRole.DUNNING),
        ("b@acme.example", ContactRole.BILLING),
    ]


def test_the_first_row_of_an_account_counts_where_a_later_one_contradicts_it(
    books: Books, tmp_path: Path
):
    content = "account;name;terms\nACME;Acme;30 net\nACME;Acme SAS;30 net\n"

    first = bring(books, tmp_path, content)
    again = bring(books, tmp_path, content)

    assert known(books).name == "Acme"
    assert told(again) == []
    assert (
        spaced(first.notes)
        == spaced(again.notes)
        == [
            "c.csv:3, colonne nom : la ligne 2 dit autre chose du compte ACME ; c’est elle"
            " qui compte."
        ]
    )


def test_an_address_known_for_dunning_stays_so_when_a_file_names_it_for_invoices(
    books: Books, tmp_path: Path
):
    bring(books, tmp_path, HEAD + ACME)

    said = bring(books, tmp_path, HEAD + ACME.replace(";\n", ";facturation\n"))

    assert told(said) == []
    assert [one.role for one in known(books).contacts] == [ContactRole.DUNNING]


def test_a_side_is_never_changed_and_that_is_said(books: Books, tmp_path: Path):
    bring(books, tmp_path, "account;name;type\nACME;Acme;fournisseur\n")

    silent = bring(books, tmp_path, "account;name\nACME;Acme\n")
    said = bring(books, tmp_path, "account;name;type\nACME;Acme;client\n")

    assert silent.notes == []
    assert spaced(said.notes) == [
        "c.csv:2 : le compte ACME est ici celui d’un fournisseur, dans le fichier celui"
        " d’un client ; il reste celui d’un fournisseur."
    ]
    assert known(books).side is AccountSide.SUPPLIER


def test_a_name_a_fec_gives_is_one_more_name_said_once(books: Books, tmp_path: Path):
    bring(books, tmp_path, "account;name\nACME;Acme\n")
    path = tmp_path / "552100554FEC20251231.txt"
    path.write_text(FEC_HEAD + sale(1, "20250110", "F-1", "120,00"), encoding="utf-8")

    would = import_fec(books.desk, path, by=SHELL, dry_run=True)
    said = import_fec(books.desk, path, by=SHELL)
    again = import_fec(books.desk, path, by=SHELL)

    assert told(would) == told(said) == [("aliases", "", "ACME Industries")]
    assert (said.accounts_changed, told(again)) == (1, [])
    assert (known(books).name, known(books).aliases) == ("Acme", ("ACME Industries",))


def test_a_fec_names_an_account_that_only_had_its_code(books: Books, tmp_path: Path):
    bring(books, tmp_path, "account;name\nACME;\n")
    path = tmp_path / "552100554FEC20251231.txt"
    path.write_text(FEC_HEAD + sale(1, "20250110", "F-1", "120,00"), encoding="utf-8")

    said = import_fec(books.desk, path, by=SHELL)

    assert told(said) == [("name", "ACME", "ACME Industries")]


def test_a_thousand_changes_are_named_and_all_are_counted(books: Books, tmp_path: Path):
    rows = "C{0:04};Client {0};{1}\n"
    head = "account;name;terms\n"
    first = head + "".join(rows.format(n, "30 net") for n in range(1200))
    later = head + "".join(rows.format(n, "45 eom") for n in range(1200))

    bring(books, tmp_path, first)
    said = bring(books, tmp_path, later)

    assert (said.accounts_changed, len(said.changed_accounts)) == (1200, 1000)
    assert said.changed_fields == {"terms": 1200}
