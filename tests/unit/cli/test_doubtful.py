"""`doubtful`: proposals in double entry, and nothing posted."""


def test_what_is_overdue_is_followed_to_its_loss(shell):
    shell.entries("BOIS,invoice,G-1,2020-01-01,2020-02-01,1200.00,,EUR,")
    facts = shell("doubtful", "BOIS", "--loss", "50", "--json").facts
    assert [one["step"] for one in facts] == [
        "transfer", "impairment", "write_off", "reversal",
    ]  # fmt: skip
    assert facts[1] == {
        "account": "BOIS",
        "currency": "EUR",
        "owed": "1200.00",
        "pieces": ["G-1"],
        "step": "impairment",
        "lines": [
            {"account": "68174", "side": "D", "amount": "500.00",
             "label": "Dépréciation des créances"},
            {"account": "491", "side": "C", "amount": "500.00",
             "label": "Dépréciation des créances"},
        ],
        "source": "Code de commerce, art. L123-20\u202f; PCG, comptes 491 et "
        "68174\u202f; hors TVA",
    }  # fmt: skip
    said = shell("doubtful", "BOIS").plain
    assert "Proposé à la comptabilité ; rien n’est passé ici." in said
    assert "  654 Créances irrécouvrables : 1 000,00 € au débit" in said
    assert [one["open"] for one in shell("items", "BOIS", "--json").facts] == [
        "1200.00"
    ]


def test_a_piece_that_is_not_owed_is_refused(shell):
    said = shell("doubtful", "BOIS", "X-9")
    assert said.code == 1
    assert said.refusal == "Rien n’est ouvert sous « X-9 » au compte BOIS."


def test_nothing_overdue_and_a_wrong_share(shell):
    assert shell("doubtful", "BOIS").out == "Rien n’est échu.\n"
    wrong = shell("doubtful", "BOIS", "--loss", "101")
    assert wrong.code == 2
    assert "101" in wrong.err
