"""Files come in: what is counted, what is refused, what is said."""

from __future__ import annotations

LINE = "ACME,invoice,F-1,2020-01-01,2020-02-01,100.00,,EUR,Planches"


def test_customers_are_counted_in_the_configured_language(empty):
    empty("upgrade")
    path = empty.write("clients.csv", "account,name\nACME,Acme\nBOIS,Bois\n")
    said = empty("import", "customers", path)
    assert said.code == 0
    assert said.err == ""
    assert said.out.splitlines()[0] == "clients.csv"
    assert "Nouveaux comptes        2\n" in said.out


def test_the_summary_is_one_object(shell):
    said = shell("import", "entries", shell.write("e.csv", _file(LINE)), "--json")
    assert said.code == 0
    assert said.facts == [
        {
            "file": "e.csv",
            "kind": "entries",
            "dry_run": False,
            "read": 1,
            "added": 1,
            "same": 0,
            "changed": 0,
            "refused": 0,
            "accounts_added": 0,
            "accounts_changed": 0,
            "letterings": 0,
            "opening_left_out": 0,
            "changed_lines": [],
            "changed_accounts": [],
            "faults": [],
            "notes": [],
        }
    ]


def test_a_refused_row_stops_no_other_and_exits_with_1(english):
    bad = "ACME,invoice,F-2,2020-13-45,2020-02-01,100.00,,EUR,"
    said = english.entries(LINE, bad)
    assert said.code == 1
    assert said.err.startswith("entries.csv:3, column date: ")
    assert said.err.count("\n") == 1
    assert [one["piece"] for one in english("items", "ACME", "--json").facts] == ["F-1"]


def test_many_faults_are_capped_with_a_count(english):
    bad = [f"ACME,invoice,F-{n},2020-13-45,,1.00,,EUR," for n in range(60)]
    said = english.entries(*bad)
    assert said.code == 1
    assert len(said.err.splitlines()) == 51
    assert said.err.splitlines()[-1] == "… 10\u00a0more refused rows"


def test_a_changed_line_is_reported_and_not_overwritten(english):
    english.entries(LINE)
    said = english.entries(LINE.replace("100.00", "120.00"))
    assert said.code == 0
    assert "entries.csv:2: F-1 says amount 120" in said.out
    assert "not overwritten" in said.out
    assert english("items", "ACME", "--json").facts[0]["amount"] == "100.00"


CUSTOMER = "account,name,email,terms\nACME,Acme SAS,new@acme.example,45 eom\n"


def test_a_changed_account_is_reported_field_by_field_in_words(english):
    said = english("import", "customers", english.write("new.csv", CUSTOMER))
    assert said.code == 0
    assert said.plain.splitlines()[6:] == [
        "Accounts changed         1",
        "Known already            0",
        "Refused                  0",
        "new.csv:2: ACME, name: Acme Distribution SARL → Acme SAS",
        "new.csv:2: ACME, terms: none → 45 days, end of month",
        "new.csv:2: ACME, dunning address: compta@acme.example → new@acme.example",
    ]


def test_a_changed_account_is_reported_in_french(shell):
    path = shell.write("new.csv", CUSTOMER)
    said = shell("import", "customers", path, "--dry-run")
    assert said.plain.splitlines()[-3:] == [
        "new.csv:2 : ACME, nom : Acme Distribution SARL → Acme SAS",
        "new.csv:2 : ACME, conditions : néant → 45 jours fin de mois",
        "new.csv:2 : ACME, adresse de relance : compta@acme.example → new@acme.example",
    ]
    assert shell("import", "customers", path, "--json").facts[0][
        "changed_accounts"
    ] == [
        {"line": 2, "account": "ACME", "field": field, "was": was, "now": now}
        for field, was, now in (
            ("name", "Acme Distribution SARL", "Acme SAS"),
            ("terms", "", "45 eom"),
            ("dunning_email", "compta@acme.example", "new@acme.example"),
        )
    ]


def test_faults_notes_and_changes_are_in_the_language_of_the_company(shell):
    shell.entries(LINE)
    bad = "ACME,invoice,F-2,2020-13-45,,1.00,,EUR,"
    early = "ACME,invoice,F-3,2020-02-01,2020-01-31,1.00,,EUR,"
    path = shell.write("e.csv", _file(LINE.replace("100.00", "120.00"), bad, early))
    (said,) = shell("import", "entries", path, "--json", "--dry-run").facts
    assert said["changed_lines"] == [
        {"line": 2, "piece": "F-1", "was": "montant 100,00\xa0€",
         "now": "montant 120,00\xa0€"}
    ]  # fmt: skip
    assert said["faults"] == [
        "e.csv:3, colonne date\xa0: «\xa02020-13-45\xa0» n’est pas une date\u202f;"
        " AAAA-MM-JJ ou JJ/MM/AAAA attendu."
    ]
    assert said["notes"] == [
        "e.csv:4, colonne échéance\xa0: échéance au 31/01/2020, avant la date de la"
        " pièce (01/02/2020)\u202f; importée telle quelle."
    ]


def test_a_dry_run_writes_nothing(english):
    path = english.write("e.csv", _file(LINE))
    said = english("import", "entries", path, "--dry-run")
    assert said.code == 0
    assert said.out.splitlines()[0] == "e.csv – checked only, nothing written"
    assert english("items", "ACME", "--json").out == ""


def test_a_file_that_is_not_there_is_one_sentence(shell):
    said = shell("import", "fec", "nowhere.txt")
    assert said.code == 1
    assert said.out == ""
    assert "nowhere.txt" in said.err
    assert said.err.count("\n") == 1


def test_a_fec_brings_its_accounts(shell):
    head = ("JournalCode|JournalLib|EcritureNum|EcritureDate|CompteNum|CompteLib|"
            "CompAuxNum|CompAuxLib|PieceRef|PieceDate|EcritureLib|Debit|Credit|"
            "EcritureLet|DateLet|ValidDate|Montantdevise|Idevise\n")  # fmt: skip
    rows = (
        "VE|Ventes|1|20250103|411000|Clients|CNEUF|Neuf SARL|F-9|20250103|Facture|"
        "120,00|0,00|||20250131||\n"
        "VE|Ventes|1|20250103|706000|Prestations||||20250103|Facture|"
        "0,00|120,00|||20250131||\n"
    )
    name = "000123455FEC20251231.txt"
    said = shell("import", "fec", shell.write(name, head + rows), "--json")
    assert said.code == 0
    assert said.facts[0]["added"] == 1
    assert said.facts[0]["accounts_added"] == 1
    assert shell("balance", "CNEUF", "--json").facts[0]["balance"] == "120.00"


def _file(*lines: str) -> str:
    head = "account,kind,piece,date,due_date,debit,credit,currency,label\n"
    return head + "".join(f"{one}\n" for one in lines)
