"""What is refused or noted of a file has a French sentence, typeset, with its columns."""

import pytest

from collector_bot.core.errors import InputFileError
from collector_bot.core.field_names import field_name
from collector_bot.files import customers, entries, fec

ENTRIES = "Compte;Pièce;Date;Échéance;Débit;Crédit;Devise;Nature\n"
FEC = "\t".join(column.name for column in fec.COLUMNS[:18]) + "\n"
SALE = "VE\tVentes\t1\t20260105\t411000\tClients\tC1\tBois\tF1\t20260105\tVente\t"


def spaced(text):
    return text.replace("\u202f", " ").replace("\u00a0", " ")


def heard(read, path, content, **more):
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    said = []
    try:
        for item in read(path, **more):
            said += [item] if isinstance(item, InputFileError) else []
            said += getattr(item, "warnings", ())
    except InputFileError as refused:
        said.append(refused)
    for one in said:
        assert one.written("fr") != str(one)
    return [spaced(one.written("fr")) for one in said]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("", "e.csv : le fichier est vide."),
        (";;;\n", "e.csv : il n’y a pas de ligne d’en-tête."),
        (b"PK\x03\x04", "e.csv : le fichier est un classeur ou une archive, pas un"
         " tableau en texte. Enregistrez-le d’abord en CSV."),
        (b"compte;montant\nC1;\0\1", "e.csv:1 : on y trouve des octets nuls, ce n’est donc pas du texte."),
        ("Compte;Date\n", "e.csv : les colonnes manquent : pièce, débit, crédit ; trouvé"
         " Compte, Date ; attendu compte, nature, pièce, date, échéance, débit, crédit,"
         " devise, libellé."),
        ("Compte;Client\n", "e.csv : deux colonnes disent compte : « Compte » et"
         " « Client »."),
        (FEC, "e.csv : les colonnes manquent : compte, pièce, date ; trouvé JournalCode,"
         " JournalLib, EcritureNum, EcritureDate, CompteNum, CompteLib, CompAuxNum,"
         " CompAuxLib, PieceRef, PieceDate, EcritureLib, Debit, Credit, EcritureLet,"
         " DateLet, ValidDate, Montantdevise, Idevise ; attendu compte, nature, pièce,"
         " date, échéance, débit, crédit, devise, libellé. C’est un FEC : importez-le"
         " comme fec."),
        (ENTRIES, "e.csv : il n’y a rien sous l’en-tête."),
        (ENTRIES + "\n;;;\n", "e.csv : il n’y a rien sous l’en-tête."),
        (ENTRIES + "C1;F1;31/02/2026;;5;;;\n", "e.csv:2, colonne date : « 31/02/2026 »"
         " n’est pas une date ; AAAA-MM-JJ ou JJ/MM/AAAA attendu."),
        (ENTRIES + "C1;F1;2026-02-01;;5,0012;;;\n", "e.csv:2, colonne débit : « 5,0012 » a"
         " plus de décimales que EUR, qui en a 2."),
        (ENTRIES + "C1;F1;2026-02-01;;5;;XYZ;\n", "e.csv:2, colonne devise : « XYZ »"
         " n’est pas une devise ; code ISO 4217 attendu, comme EUR."),
        (ENTRIES + "C1;F1;2026-02-01;;5;;;bill\n", "e.csv:2, colonne nature : « bill »"
         " n’est pas une nature d’écriture."),
        (ENTRIES + "C1;F1;2026-02-01;2026-01-31;5;;;\n", "e.csv:2, colonne échéance :"
         " échéance au 31/01/2026, avant la date de la pièce (01/02/2026) ; importée"
         " telle quelle."),
        (ENTRIES + "C1;F1;01/31/2026;;5;;;\n", "e.csv : les dates commencent par le mois"
         " (« 01/31/2026 »), et 03/04 serait mal lu. Écrivez-les AAAA-MM-JJ ou"
         " JJ/MM/AAAA."),
        (ENTRIES + "C1;;2026-02-01;;5;;;\n" * 2, "e.csv:2, colonne pièce : la pièce est"
         " vide ; lettres et listes montrent le libellé, ou « sans numéro » (2 lignes,"
         " celle-ci la première)."),
        (ENTRIES + 'C1;"F1;2026-02-01;;5;;;\n', "e.csv:2 : cette ligne est illisible : un"
         " guillemet droit s’ouvre et ne se ferme pas."),
        (ENTRIES + "C1;F1;2026-02-01;;5;;;;x\n", "e.csv:2 : 9 zones là où l’en-tête en a"
         " 8. Mettez entre guillemets droits une zone qui contient un point-virgule."),
    ],
)  # fmt: skip
def test_entries(tmp_path, content, sentence):
    said = heard(
        entries.read_entries, tmp_path / "e.csv", content, default_currency="EUR"
    )
    assert said == [sentence]


def test_customers(tmp_path):
    text = (
        "Compte;Nom;Courriel;Conditions;N° TVA;Langue\n"
        "C1;;nobody;plus tard;FR32000123455;nl\nC2;Bois;;90 jours;;\n"
    )
    assert heard(customers.read_customers, tmp_path / "c.csv", text) == [
        "c.csv:2, colonne nom : le nom est vide ; celui qui est connu reste, sinon le"
        " compte en tient lieu.",
        "c.csv:2, colonne courriel : « nobody » n’est pas une adresse électronique.",
        "c.csv:2, colonne langue : « nl » n’est pas connu.",
        "c.csv:2, colonne conditions : « plus tard » n’est pas un délai de paiement ;"
        " écrivez par exemple 30 net, 45 fin de mois, fin de mois + 45, 30 fin de mois"
        " le 10 ou comptant.",
        "c.csv:2, colonne N° TVA : « FR32000123455 » n’est pas un numéro de TVA.",
        "c.csv:3, colonne conditions : Le délai « 90 jours nets » dépasse le maximum"
        " légal entre professionnels (60 jours à compter de la facture, ou 45 jours fin"
        " de mois ; art. L441-10 C. com.).",
    ]


def test_a_fec(tmp_path):
    text = (
        FEC
        + SALE + "1 200,00\t\t\t\t20260105\t10,00\tUSD\n"
        + SALE + "soon\t\t\t\t20260105\t\t\n"
    )  # fmt: skip
    assert heard(fec.read_fec, tmp_path / "books.txt", text) == [
        "books.txt : la loi nomme ce fichier SirenFECAAAAMMJJ, comme"
        " 123456789FEC20251231.txt.",
        "books.txt:3, colonne Debit : « soon » n’est pas un montant.",
        "books.txt:2, colonne Debit : un montant a des séparateurs de milliers, que la"
        " loi n’admet pas.",
        "books.txt:2, colonne Idevise : somme due en USD, gardée en USD plutôt qu’en"
        " contre-valeur EUR.",
        "books.txt:2 : le fichier n’est pas équilibré : débits 1 200,00 €, crédits"
        " 0,00 €, écart 1 200,00 € ; d’abord au journal VE, écriture 1.",
    ]


@pytest.mark.parametrize("columns", [customers.COLUMNS, entries.COLUMNS])
def test_a_column_is_read_under_the_french_name_that_is_shown(tmp_path, columns):
    path = tmp_path / "t.csv"
    path.write_text(";".join(field_name(one.name, "fr") for one in columns) + "\nx\n")
    with customers.open_table(path, columns) as table:
        assert all(table.has(one.name) for one in columns)
