"""Bank statements at the shell: taken in, listed, lettered, and what that taught."""

from __future__ import annotations

import pytest

STATEMENT = """\
Date;Libellé;Débit;Crédit;Nom;IBAN;Référence
27/11/2026;VIR SEPA ACME DISTRIBUTION F-1;;1 234,56;ACME DISTRIBUTION;;R-1
27/11/2026;REMBOURSEMENT CREDIT DE TVA;;812,00;DGFIP;;R-2
28/11/2026;VIR SEPA;;99,00;PARFAITEMENT INCONNU;;R-3
"""


@pytest.fixture
def ledger(shell, tmp_path):
    shell.entries(
        "ACME,invoice,F-1,2026-10-01,2026-11-01,1234.56,,EUR,",
        "ACME,invoice,F-2,2026-10-05,2026-11-05,300.00,,EUR,",
    )
    shell.statement = tmp_path / "releve.csv"
    shell.statement.write_text(STATEMENT, encoding="utf-8")
    return shell


def test_a_statement_comes_in_once(ledger):
    first = ledger("import", "bank", str(ledger.statement), "--json")
    again = ledger("import", "bank", str(ledger.statement), "--json")

    def counts(said):
        one = said.facts[0]
        return one["read"], one["added"], one["same"], one["left_alone"], one["faults"]

    assert counts(first) == (3, 3, 0, 1, [])
    assert counts(again) == (3, 0, 3, 0, [])


def test_a_dry_run_keeps_nothing(ledger):
    ledger("import", "bank", str(ledger.statement), "--dry-run")

    assert ledger("bank", "--json").out == ""


def test_what_waits_is_listed_with_its_likely_payer(ledger):
    ledger("import", "bank", str(ledger.statement))
    ledger("suggest", "--json")

    first, second = ledger("bank", "--json").facts
    assert first.pop("confidence") > 0.9
    assert first == {
        "id": 1,
        "date": "2026-11-27",
        "amount": "1234.56",
        "currency": "EUR",
        "bank_ref": "R-1",
        "name": "ACME DISTRIBUTION",
        "text": "VIR SEPA ACME DISTRIBUTION F-1",
        "account": "ACME",
        "grounds": first["grounds"],
    }
    assert first["grounds"]
    assert (second["account"], second["confidence"], second["grounds"]) == (
        None,
        0.0,
        [],
    )


def test_an_approved_line_is_lettered_and_teaches(ledger):
    ledger("import", "bank", str(ledger.statement))
    (one,) = ledger("suggest", "--json").facts
    assert (one["account"], one["bank_ref"]) == ("ACME", "R-1")
    assert one["debits"] == [{"piece": "F-1", "amount": "1234.56"}]
    assert one["credits"] == [{"piece": "R-1", "amount": "1234.56"}]

    assert ledger("approve", str(one["id"])).plain == "Lettré sous AA : 1 234,56 €.\n"

    assert [item["piece"] for item in ledger("items", "ACME", "--json").facts] == [
        "F-2"
    ]
    lessons = ledger("learnt", "ACME", "--json").facts
    assert {
        "account": "ACME",
        "kind": "name",
        "key": "ACME DISTRIBUTION",
        "words": "est réglé par ACME DISTRIBUTION",
        "approved": 1,
        "rejected": 0,
    } in lessons
    assert ledger("learnt", "ACME", "--clear").code == 0
    assert ledger("learnt", "ACME").out == "Rien n’a encore été appris.\n"


def test_a_statement_that_does_not_add_up_is_said(ledger, tmp_path):
    ledger.configure(language="en")
    camt = tmp_path / "releve.xml"
    camt.write_text(CAMT, encoding="utf-8")

    said = ledger("import", "bank", str(camt), "--json").facts[0]

    assert said["added"] == 1
    assert said["notes"] == [
        "releve.xml: statement 2026-11: opening and movements make €10.00 more than the "
        "closing balance. Movements are missing or double: ask the bank for the whole "
        "statement."
    ]


CAMT = """<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt>
<GrpHdr><MsgId>M</MsgId><CreDtTm>2026-11-27T08:00:00</CreDtTm></GrpHdr>
<Stmt><Id>2026-11</Id><Acct><Id><IBAN>FR7630006000011234567890189</IBAN></Id></Acct>
<Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">100.00</Amt>
<CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-11-26</Dt></Dt></Bal>
<Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">140.00</Amt>
<CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-11-27</Dt></Dt></Bal>
<Ntry><Amt Ccy="EUR">50.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>
<BookgDt><Dt>2026-11-27</Dt></BookgDt><AcctSvcrRef>B-1</AcctSvcrRef>
<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd>
</Ntry></Stmt></BkToCstmrStmt></Document>
"""


def test_a_payment_of_nobody_known_is_given_an_account(ledger):
    ledger("import", "bank", str(ledger.statement))
    ledger("suggest")

    said = ledger("assign", "3", "BOIS")

    assert said.code == 0
    assert said.plain == (
        "Règlement 3 affecté à Scierie des Bois ; son payeur est retenu.\n"
        "Rien d’ouvert n’y répond encore : il attend sur le compte.\n"
    )
    taught = ledger("learnt", "BOIS", "--json").facts
    assert [(one["kind"], one["key"]) for one in taught] == [
        ("name", "PARFAITEMENT INCONNU")
    ]
    second = ledger("bank", "--json").facts[1]
    assert (second["id"], second["account"], second["confidence"]) == (3, "BOIS", 1.0)
    assert second["grounds"] == ["Une personne a dit de qui est ce règlement."]


def test_a_payment_is_left_alone_with_a_reason(ledger):
    ledger("import", "bank", str(ledger.statement))

    said = ledger("assign", "3", "--leave", "remboursement d’un fournisseur")

    assert said.plain == "Règlement 3 laissé de côté.\n"
    assert [one["id"] for one in ledger("bank", "--json").facts] == [1]
    assert ledger("assign", "3", "--leave", "encore").refusal == (
        "Le règlement 3 n’attend pas de réponse : état « laissé de côté »."
    )


@pytest.mark.parametrize("more", [[], ["BOIS", "--leave", "non"]])
def test_an_account_or_a_reason_is_given_not_both(ledger, more):
    ledger("import", "bank", str(ledger.statement))

    said = ledger("assign", "3", *more)

    assert said.refusal == (
        "Commande incomprise ; écrivez assign 3 COMPTE, ou --leave MOTIF"
    )


def test_a_payment_on_the_bank_is_lettered_by_hand_and_posted_with_it(ledger):
    ledger.configure(four_eyes="false")
    ledger("import", "bank", str(ledger.statement))
    ledger("suggest", "--json")
    ledger("assign", "3", "ACME")

    said = ledger("letter", "ACME", "F-2", "R-3")

    assert said.plain == "Lettré sous aa : 99,00 €.\n"
    opens = {
        item["piece"]: item["open"] for item in ledger("items", "ACME", "--json").facts
    }
    assert opens == {"F-1": "1234.56", "F-2": "201.00"}
    assert [one["bank_ref"] for one in ledger("bank", "--json").facts] == ["R-1"]
