"""Advices in every dress, and what only looks like one."""

# ruff: noqa: RUF100
from __future__ import annotations

import pytest

from tests.unit.reading.mails import findings

OAK = "ap@oakhurn.example"


def shown(text: str, **settings: str) -> list[str]:
    """Each remittance as `reference amount, … = total currency @ day # number`."""
    said = []
    for finding in findings(text, **settings):
        if finding["type"] != "remittance":
            said.append(finding["type"])
            continue
        lines = ", ".join(
            f"{line['reference']} {line['amount'] or '?'}" for line in finding["lines"]
        )
        said.append(
            f"{lines} = {finding['total'] or '?'} {finding['currency']}"
            f" @ {finding['payment_date'] or '?'} # {finding['payment_reference'] or '?'}"
        )
    return said


def table(*rows: str, head: bool = True) -> str:
    """An HTML table; cells parted by bars."""
    out = []
    for at, row in enumerate(rows):
        tag = "th" if head and at == 0 else "td"
        cells = "".join(f"<{tag}>{cell.strip()}</{tag}>" for cell in row.split("|"))
        out.append(f"<tr>{cells}</tr>")
    return f"<table>{''.join(out)}</table>"


PROSE = [
    (
        "Virement",
        "Bonjour, je vous informe que nous avons viré ce jour 3 744,50 € en règlement de vos factures F-1041 et F-1042.",
        "F-1041 ?, F-1042 ? = 3744.50 EUR @ 2026-11-24 # ?",
    ),
    (
        "Règlement F-1041",
        "Bonjour,\nPour information, un virement de 1 284,00 € est parti hier pour la facture F-1041.\nCordialement",
        "F-1041 1284.00 = 1284.00 EUR @ 2026-11-23 # ?",
    ),
    (
        "Avis de règlement",
        "Notre virement du 20/11 règle les factures F-1041, F-1042 et F-1043.",
        "F-1041 ?, F-1042 ?, F-1043 ? = ? EUR @ 2026-11-20 # ?",
    ),
    (
        "Chèque",
        "Nous vous adressons ce jour par courrier le chèque n° 7740215 de 1 284,00 € en règlement de la facture F-1041.",
        "F-1041 1284.00 = 1284.00 EUR @ 2026-11-24 # 7740215",
    ),
    (
        "Virement émis",
        "Bonjour,\nLe virement de 3 504,50 € exécuté le 20/11/2026 (référence VIR-77) se décompose ainsi : F-1041 pour 1 284,00 €, F-1042 pour 2 460,50 €, avoir AV-031 déduit pour 240,00 €.",
        "F-1041 1284.00, F-1042 2460.50, AV-031 -240.00 = 3504.50 EUR @ 2026-11-20 # VIR-77",
    ),
    (
        "Paiement du 20/11",
        "Paiement de 2 220,50 € du 20/11/2026 correspondant à la F-1042 de 2 460,50 € diminuée de l'avoir AV-031 de 240,00 €.",
        "F-1042 2460.50, AV-031 -240.00 = 2220.50 EUR @ 2026-11-20 # ?",
    ),
    (
        "Acompte F-1041",
        "Bonjour, nous venons de vous virer un acompte de 500 € sur la facture F-1041.",
        "F-1041 500.00 = 500.00 EUR @ 2026-11-24 # ?",
    ),
    (
        "Avis de virement F-1041 1 284,00 EUR du 20/11/2026",
        "Voir objet.",
        "F-1041 1284.00 = 1284.00 EUR @ 2026-11-20 # ?",
    ),
    (
        "Confirmation de virement",
        "Votre client ACME vous a émis un virement.\nMontant : 1 284,00 EUR\nDate d'exécution : 20/11/2026\nMotif : F-1041\nRéférence de l'opération : 2611200077",
        "F-1041 1284.00 = 1284.00 EUR @ 2026-11-20 # 2611200077",
    ),
]
PROSE_EN = [
    (
        "Payment",
        "Hi, we've just sent £5,412.00 by bank transfer for INV-208.",
        "INV-208 5412.00 = 5412.00 GBP @ 2026-11-24 # ?",
    ),
    (
        "Payment released",
        "A payment of 5,412.00 GBP for INV-208 was released on Friday 20 November under reference CHAPS 7712.",
        "INV-208 5412.00 = 5412.00 GBP @ 2026-11-20 # CHAPS 7712",
    ),
    (
        "Remittance",
        "Please be advised that we have paid you as follows:\nInvoice INV-208 £5,412.00\nLess settlement discount (£54.12)\nNet payment £5,357.88\nPayment date 20 November 2026",
        "INV-208 5412.00, Less settlement discount -54.12 = 5357.88 GBP @ 2026-11-20 # ?",
    ),
    (
        "BACS notification",
        "Amount paid: GBP 5,412.00\nPayment date: 20 Nov 2026\nYour invoice: INV-208\nOur reference: 40088123",
        "INV-208 5412.00 = 5412.00 GBP @ 2026-11-20 # 40088123",
    ),
]
LISTS = [
    (
        "Avis de virement",
        "Virement du 20/11/2026\n\n- F-1041 – 1 284,00 €\n- F-1042 – 2 460,50 €\n- Pénalité de retard de livraison – -150,00 €\n\nSoit 3 594,50 €",
        "F-1041 1284.00, F-1042 2460.50, Pénalité de retard de livraison -150.00 = 3594.50 EUR @ 2026-11-20 # ?",
    ),
    (
        "Détail de règlement",
        "Montant du virement : 3 744,50 €\nDate : 20/11/2026\nRéférence : VIR-77\n\nFactures réglées :\nF-1041 du 08/09/2026 : 1 284,00 €\nF-1042 du 21/09/2026 : 2 460,50 €",
        "F-1041 1284.00, F-1042 2460.50 = 3744.50 EUR @ 2026-11-20 # VIR-77",
    ),
    (
        "Avis de paiement",
        "Notre paiement VIR-77 du 20/11/2026 :\n1 284,00 € F-1041\n2 460,50 € F-1042\n-240,00 € AV-031\nTotal 3 504,50 €",
        "F-1041 1284.00, F-1042 2460.50, AV-031 -240.00 = 3504.50 EUR @ 2026-11-20 # VIR-77",
    ),
    (
        "Avis de virement",
        "Date de valeur : 20/11/2026\n\nN/Réf       V/Réf      Date         Montant\nPI/88120    F-1041     08/09/2026   1 284,00\nPI/88391    F-1042     21/09/2026   2 460,50\n                       Total        3 744,50 EUR",
        "F-1041 1284.00, F-1042 2460.50 = 3744.50 EUR @ 2026-11-20 # ?",
    ),
    (
        "Avis de virement",
        "Virement du 20/11/2026\nFacture | Brut | Escompte | Net\n--------+------+----------+----\nF-1041 | 1 300,00 | 16,00 | 1 284,00\nF-1042 | 2 460,50 |  | 2 460,50\nTotal | | | 3 744,50",
        "F-1041 1284.00, F-1042 2460.50 = 3744.50 EUR @ 2026-11-20 # ?",
    ),
    (
        "Règlement fournisseur",
        "Veuillez trouver le détail de notre virement du 20/11/2026 :\n\nFacture n° F-1041\nDate : 08/09/2026\nMontant : 1 284,00 €\n\nFacture n° F-1042\nDate : 21/09/2026\nMontant : 2 460,50 €\n\nMontant total : 3 744,50 €",
        "F-1041 1284.00, F-1042 2460.50 = 3744.50 EUR @ 2026-11-20 # ?",
    ),
    (
        "Avis de virement",
        "Virement du 20/11/2026, 3 570,50 € :\nF-1041 1 284,00\nF-1042 2 460,50\nRFA T3 -174,00",
        "F-1041 1284.00, F-1042 2460.50, RFA T3 -174.00 = 3570.50 EUR @ 2026-11-20 # ?",
    ),
]
TABLES = [
    (
        "Avis de virement",
        "<p>Acme Distribution</p>"
        + table("Fournisseur | Ateliers Morel", "Code | 401MOREL", head=False)
        + table(
            "Date de règlement | 20/11/2026",
            "N° de virement | VIR-77",
            "Montant réglé | 3 744,50 €",
            head=False,
        )
        + table(
            "Votre facture | Notre n° | Montant",
            "F-1041 | 88120 | 1 284,00",
            "F-1042 | 88391 | 2 460,50",
        ),
        "F-1041 1284.00, F-1042 2460.50 = 3744.50 EUR @ 2026-11-20 # VIR-77",
    ),
    (
        "Avis de virement",
        "<p>Virement du 20/11/2026</p>"
        + table(
            "Pièce | Montant facture | Avoir déduit | Escompte | Montant payé",
            "F-1041 | 1 300,00 | 0,00 | 16,00 | 1 284,00",
            "F-1042 | 2 460,50 | 0,00 | 0,00 | 2 460,50",
            "Total règlement |  |  |  | 3 744,50",
        ),
        "F-1041 1284.00, F-1042 2460.50 = 3744.50 EUR @ 2026-11-20 # ?",
    ),
    (
        "Avis de virement",
        "<p>Virement du 20/11/2026</p>"
        + table(
            "Pièce | Libellé | Débit | Crédit",
            "F-1041 | Facture |  | 1 284,00",
            "F-1042 | Facture |  | 2 460,50",
            "AV-031 | Avoir | 240,00 | ",
            "Net |  |  | 3 504,50",
        ),
        "F-1041 1284.00, F-1042 2460.50, AV-031 -240.00 = 3504.50 EUR @ 2026-11-20 # ?",
    ),
    (
        "Zahlungsavis",
        "<p>Zahlungsdatum: 20.11.2026</p>"
        + table(
            "Rechnungsnr. | Rechnungsdatum | Betrag | Skonto | Zahlbetrag",
            "F-1041 | 08.09.2026 | 1.300,00 | 16,00 | 1.284,00",
            "AV-031 | 15.10.2026 | -240,00 | 0,00 | -240,00",
            "Übertrag | | | | 1.044,00",
            "F-1042 | 21.09.2026 | 2.460,50 | 0,00 | 2.460,50",
            "Gesamtbetrag | | | | 3.504,50",
        ),
        "F-1041 1284.00, AV-031 -240.00, F-1042 2460.50 = 3504.50 EUR @ 2026-11-20 # ?",
    ),
    (
        "Aviso de pago",
        "<p>Fecha de pago: 20/11/2026. Referencia de pago: TR-5512</p>"
        + table(
            "Nº factura | Fecha | Importe pagado",
            "F-1041 | 08/09/2026 | 1.284,00",
            "F-1042 | 21/09/2026 | 2.460,50",
            "Total | | 3.744,50",
        ),
        "F-1041 1284.00, F-1042 2460.50 = 3744.50 EUR @ 2026-11-20 # TR-5512",
    ),
    (
        "Avviso di pagamento",
        "<p>Bonifico del 20/11/2026, rif. BON-881</p>"
        + table(
            "Fattura | Data | Importo | Pagato",
            "F-1041 | 08/09/2026 | 1.284,00 | 1.284,00",
            "AV-031 | 15/10/2026 | -240,00 | -240,00",
            "Totale | | | 1.044,00",
        ),
        "F-1041 1284.00, AV-031 -240.00 = 1044.00 EUR @ 2026-11-20 # BON-881",
    ),
    (
        "Betalingsspecificatie",
        "<p>Betaaldatum: 20-11-2026</p>"
        + table(
            "Factuurnummer | Factuurdatum | Bedrag | Korting | Betaald",
            "F-1041 | 08-09-2026 | 1.300,00 | 16,00 | 1.284,00",
            "F-1042 | 21-09-2026 | 2.460,50 | 0,00 | 2.460,50",
            "Totaal betaald | | | | 3.744,50",
        ),
        "F-1041 1284.00, F-1042 2460.50 = 3744.50 EUR @ 2026-11-20 # ?",
    ),
    (
        "Règlement",
        "<p>Nous avons procédé le 20/11/2026 au virement suivant :</p>"
        + table(
            "Réf. | Nature | Montant",
            "F-1041 | Facture | 1 284,00 €",
            "AV-031 | Avoir | 240,00 €",
            "— | Frais bancaires | -12,50 €",
            "Net versé | | 1 031,50 €",
        ),
        "F-1041 1284.00, AV-031 -240.00, Frais bancaires -12.50 = 1031.50 EUR @ 2026-11-20 # ?",
    ),
    (
        "Remittance advice",
        table(
            "Payment date | Payment no | Invoice | Amount paid | Cur",
            "20/11/2026 | 7710 | F-1041 | 1,284.00 | EUR",
            "20/11/2026 | 7710 | F-1042 | 2,460.50 | EUR",
        ),
        "F-1041 1284.00, F-1042 2460.50 = ? EUR @ 2026-11-20 # 7710",
    ),
]
NOTHING = [
    (
        "Relevé de compte",
        "Voici notre relevé :\nF-1041     1 284,00\nF-1042     2 460,50\nTotal      3 744,50",
    ),
    (
        "Statement",
        "Our statement of your account:\nF-1041   1,284.00\nF-1042   2,460.50\nBalance   3,744.50",
    ),
    (
        "Confirmation de commande",
        "Commande 4500812\nArticle A1   2   1 284,00\nArticle B2   1   2 460,50\nTotal   3 744,50",
    ),
    (
        "Factures en notre possession",
        "Voici les factures que nous avons reçues de vous :\nF-1041 : 1 284,00 €\nF-1042 : 2 460,50 €\nManque-t-il quelque chose ?",
    ),
    (
        "Vos factures",
        "Les factures suivantes sont enregistrées et en attente de validation :\nF-1041   1 284,00\nF-1042   2 460,50",
    ),
    (
        "Re: Relance",
        "Bonjour\n\nbien reçu.\n\n> Avis de virement\n> F-1041   1 284,00\n> F-1042   2 460,50",
    ),
    (
        "Payment terms",
        "Could you please confirm the amounts to pay?\nF-1041   1,284.00\nF-1042   2,460.50",
    ),
    (
        "Invoice 88120",
        "Please find our invoice 88120 for 900.00 EUR attached, payable within 30 days.",
    ),
]


@pytest.mark.parametrize(("subject", "text", "wanted"), PROSE + LISTS)
def test_words_and_lists_in_french(subject, text, wanted):
    assert shown(text, subject=subject) == [wanted]


@pytest.mark.parametrize(("subject", "text", "wanted"), PROSE_EN)
def test_words_and_lists_in_english(subject, text, wanted):
    assert shown(text, subject=subject, sender=OAK) == [wanted]


@pytest.mark.parametrize(("subject", "text", "wanted"), TABLES)
def test_tables(subject, text, wanted):
    assert shown(text, subject=subject, kind="text/html") == [wanted]


@pytest.mark.parametrize(("subject", "text"), NOTHING)
def test_what_is_no_advice(subject, text):
    assert not [said for said in shown(text, subject=subject) if " = " in said]
