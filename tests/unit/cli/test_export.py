"""`export`: a file, or the standard output; what is told around it."""

import hashlib


def settled(shell):
    shell.entries(
        "ACME,invoice,F-1,2026-01-01,2026-02-01,1000.00,,EUR,",
        "ACME,payment,V-1,2026-01-20,,,980.00,EUR,VIR F-1",
        "HARB,invoice,G-1,2026-01-01,2026-02-01,50.00,,GBP,",
        "HARB,payment,V-2,2026-01-20,,,50.00,GBP,VIR G-1",
    )
    for fact in shell("suggest", "--json").facts:
        if fact["currency"] == "GBP" or fact["cause"] == "discount":
            shell("approve", str(fact["id"]))
    return shell


def test_letterings_are_printed_as_csv(shell):
    said = settled(shell)("export", "letterings")
    rows = [line.split(";") for line in said.out.removeprefix("\ufeff").splitlines()]
    assert rows[0][:4] == ["écriture", "journal", "date", "compte"]
    told = {(row[4], row[6], row[9], row[10], row[11], row[13]) for row in rows[1:]}
    assert told == {
        ("ACME", "F-1", "1000,00", "", "EUR", "lettré"),
        ("ACME", "V-1", "", "980,00", "EUR", "lettré"),
        ("ACME", "OD-1", "", "20,00", "EUR", "lettré"),
        ("HARB", "G-1", "50,00", "", "GBP", "lettré"),
        ("HARB", "V-2", "", "50,00", "GBP", "lettré"),
    }
    again = shell("export", "letterings")
    assert (again.code, again.out) == (0, "")
    assert again.refusal == "Rien de nouveau à exporter."


def test_a_file_is_told_as_one_object(shell, tmp_path):
    out = tmp_path / "let.txt"
    said = settled(shell)(
        "export", "letterings", "--format", "fec", "-o", str(out), "--json"
    )
    assert said.facts == [
        {
            "id": 1,
            "what": "letterings",
            "format": "fec",
            "file": str(out),
            "subjects": 1,
            "lines": 3,
            "digest": hashlib.sha256(out.read_bytes()).hexdigest(),
            "left_out": 1,
            "finished": [],
        }
    ]
    assert said.refusal == (
        "1 en d’autres devises laissés de côté : un FEC est dans la devise des livres ; "
        "exportez-les en CSV."
    )
    assert [one.name for one in tmp_path.glob(".let*")] == []
    later = shell("export", "letterings")
    assert {line.split(";")[4] for line in later.out.splitlines()[1:]} == {"HARB"}


def test_a_file_that_is_there_is_refused(shell, tmp_path):
    out = tmp_path / "let.csv"
    out.write_text("x", encoding="utf-8")
    said = settled(shell)("export", "letterings", "-o", str(out))
    assert said.code == 1
    assert said.refusal == (
        f"{out} existe déjà : nommez un autre fichier, pour ne perdre aucun export."
    )
    done = shell("export", "letterings", "-o", str(tmp_path / "b.csv"))
    assert done.plain == f"Export 1 : 5 lignes dans {tmp_path / 'b.csv'}.\n"


def test_only_from_a_day_on(shell):
    said = settled(shell)("export", "letterings", "--since", "2999-01-01")
    assert said.refusal == "Rien de nouveau à exporter."


def test_json_wants_a_file(shell):
    said = shell("export", "letterings", "--json")
    assert said.code == 2
    assert "wants -o" in said.err or "veut -o" in said.err
