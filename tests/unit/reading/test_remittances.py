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


MORE = [
    (
        "Règlement de vos factures",
        "Madame, Monsieur,\n\nNous vous informons que le règlement de vos factures ci-dessous a été effectué par virement le 20 novembre 2026 :\n\n• F-1041 (08/09/2026) ......... 1 284,00 EUR\n• F-1042 (21/09/2026) ......... 2 460,50 EUR\n\nSoit un total de 3 744,50 EUR.\n\nSincères salutations",
        ["F-1041 1284.00, F-1042 2460.50 = 3744.50 EUR @ 2026-11-20 # ?"],
        {},
    ),
    (
        "Virement SEPA émis",
        "Bonjour,\n\nOrdre de virement exécuté.\nDonneur d'ordre : ACME DISTRIBUTION\nBénéficiaire : ATELIERS MOREL\nMontant : 3 744,50 EUR\nDate d'exécution : 20/11/2026\nLibellé : F-1041 F-1042\nRéférence de bout en bout : ACME-20261120-04",
        ["F-1041 ?, F-1042 ? = 3744.50 EUR @ 2026-11-20 # ACME-20261120-04"],
        {},
    ),
    (
        "Virement",
        "Bonjour,\n\nPour votre bonne imputation : 1 284,00 € pour la F-1041 et 1 000,00 € à valoir sur la F-1042, soit 2 284,00 € virés ce jour.\n\nCdt",
        ["F-1041 1284.00, F-1042 1000.00 = 2284.00 EUR @ 2026-11-24 # ?"],
        {},
    ),
    (
        "Solde facture F-1043",
        "Bonjour, le solde de la facture F-1043 soit 886,20 € vous a été viré ce matin.",
        ["F-1043 886.20 = 886.20 EUR @ 2026-11-24 # ?"],
        {},
    ),
    (
        "Paiement",
        "Nous avons réglé ce jour les factures F-1041 et F-1042 déduction faite de l'avoir AV-031, soit 3 504,50 €.",
        ["F-1041 ?, F-1042 ?, AV-031 ? = 3504.50 EUR @ 2026-11-24 # ?"],
        {},
    ),
    (
        "Avis de virement n° 5512",
        "Date de règlement : 20/11/26\nMode : virement\nRéf. pièce Date pièce Échéance Montant\nF-1041 08/09/26 08/10/26 1 284,00\nF-1042 21/09/26 21/10/26 2 460,50\nMontant réglé 3 744,50",
        ["F-1041 1284.00, F-1042 2460.50 = 3744.50 EUR @ 2026-11-20 # 5512"],
        {},
    ),
    (
        "Avis de crédit",
        "Vous recevrez le 26/11/2026 un virement de 1 284,00 € de notre part, motif F-1041.",
        ["F-1041 1284.00 = 1284.00 EUR @ 2026-11-26 # ?"],
        {},
    ),
    (
        "Paiement partiel",
        "Nous avons viré 2 000,00 € le 20/11 : 1 284,00 € sur F-1041 et le reste, 716,00 €, sur F-1042.",
        ["F-1041 1284.00, F-1042 716.00 = 2000.00 EUR @ 2026-11-20 # ?"],
        {},
    ),
    (
        "Avis de paiement",
        "Bonjour,\nNous avons payé la F-1041 (1 284,00 €) avec une retenue de 5 % de garantie (64,20 €), soit 1 219,80 € virés le 20/11.",
        ["F-1041 1219.80 = 1219.80 EUR @ 2026-11-20 # ?"],
        {},
    ),
    (
        "Règlement",
        "<p>Bonjour,</p><p>Ci-dessous détail de notre virement :</p><table><tr><th>N° document</th><th>Réf. externe</th><th>Date</th><th>Devise</th><th>Montant TTC</th><th>Retenue</th><th>Net à payer</th></tr><tr><td>5100088</td><td>F-1041</td><td>08/09/2026</td><td>EUR</td><td>1 284,00</td><td>64,20</td><td>1 219,80</td></tr><tr><td>5100089</td><td>F-1042</td><td>21/09/2026</td><td>EUR</td><td>2 460,50</td><td>123,02</td><td>2 337,48</td></tr><tr><td></td><td></td><td></td><td>EUR</td><td>3 744,50</td><td>187,22</td><td>3 557,28</td></tr></table><p>Date de virement : 20/11/2026</p>",
        ["F-1041 1219.80, F-1042 2337.48 = 3557.28 EUR @ 2026-11-20 # ?"],
        {"kind": "text/html"},
    ),
    (
        "Avis de virement",
        "<table><tr><td colspan=3>AVIS DE VIREMENT N° 88412</td></tr><tr><td colspan=3>Date : 20/11/2026</td></tr><tr><td>Facture</td><td>Date</td><td>Montant</td></tr><tr><td>F-1041</td><td>08/09/2026</td><td>1 284,00</td></tr><tr><td rowspan=2>F-1042</td><td>21/09/2026</td><td>2 460,50</td></tr><tr><td>Escompte</td><td>-24,61</td></tr><tr><td colspan=2>TOTAL VIRÉ</td><td>3 719,89</td></tr></table>",
        [
            "F-1041 1284.00, F-1042 2460.50, Escompte -24.61 = 3719.89 EUR @ 2026-11-20 # 88412"
        ],
        {"kind": "text/html"},
    ),
    (
        "Avis de virement",
        "<div>Nous avons effectué le virement suivant le 20/11/2026.</div><table><tr><th>Libellé</th><th>Montant</th></tr><tr><td>Facture F-1041 du 08/09/2026</td><td>1 284,00 €</td></tr><tr><td>Facture F-1042 du 21/09/2026</td><td>2 460,50 €</td></tr><tr><td>Avoir AV-031 du 15/10/2026</td><td>- 240,00 €</td></tr><tr><td>Total</td><td>3 504,50 €</td></tr></table>",
        [
            "F-1041 1284.00, F-1042 2460.50, AV-031 -240.00 = 3504.50 EUR @ 2026-11-20 # ?"
        ],
        {"kind": "text/html"},
    ),
    (
        "Avis de virement",
        "<p>Virement 7788 du 20/11/2026</p><table><tr><td>Facture</td><td>F-1041</td><td>F-1042</td><td>Total</td></tr><tr><td>Montant</td><td>1 284,00 €</td><td>2 460,50 €</td><td>3 744,50 €</td></tr></table>",
        ["F-1041 1284.00, F-1042 2460.50 = 3744.50 EUR @ 2026-11-20 # 7788"],
        {"kind": "text/html"},
    ),
    (
        "Payment confirmation",
        "Dear Supplier,\n\nPayment of £5,412.00 was made to your account on 20/11/2026 in respect of the following:\n\n  Invoice No.   Inv. Date    Amount\n  INV-208       16/09/2026   5,412.00\n\nBatch: 44120\n",
        ["INV-208 5412.00 = 5412.00 GBP @ 2026-11-20 # ?"],
        {"sender": "ap@oakhurn.example"},
    ),
    (
        "Remittance advice - cheque 100452",
        "Cheque 100452 dated 20 November 2026 for £5,312.00 encloses payment of INV-208 (£5,412.00) less retention £100.00.",
        ["INV-208 5312.00 = 5312.00 GBP @ 2026-11-20 # 100452"],
        {"sender": "ap@oakhurn.example"},
    ),
    (
        "Payment",
        "Good morning,\n\nPlease note we have processed a BACS payment of £2,000.00 on account of INV-208, value date tomorrow.",
        ["INV-208 2000.00 = 2000.00 GBP @ 2026-11-25 # ?"],
        {"sender": "ap@oakhurn.example"},
    ),
    (
        "EFT Remittance",
        "Vendor: 100233\nEFT Number: 55810\nEFT Date: 20-Nov-2026\nInvoice Number   Gross Amount   Discount   Net Amount\nINV-208   5,412.00   54.12   5,357.88\nCheck Total:  5,357.88",
        ["INV-208 5357.88 = 5357.88 GBP @ 2026-11-20 # 55810"],
        {"sender": "ap@oakhurn.example"},
    ),
    (
        "Payment on its way",
        "Hi there,\n\nJust to let you know INV-208 was paid this morning by Faster Payment (ref OAK-2088), £5,412.00.\n\nThanks",
        ["INV-208 5412.00 = 5412.00 GBP @ 2026-11-24 # OAK-2088"],
        {"sender": "ap@oakhurn.example"},
    ),
    (
        "Wire sent",
        "We wired EUR 6,000.00 today against INV-208. Bank fees of EUR 15.00 are ours.",
        ["INV-208 6000.00 = 6000.00 EUR @ 2026-11-24 # ?"],
        {"sender": "ap@oakhurn.example"},
    ),
    (
        "Your account",
        "Payment run 20 November: INV-208 GBP 5,412.00 included. Remittance ref PR-4412.",
        ["INV-208 5412.00 = 5412.00 GBP @ 2026-11-20 # PR-4412"],
        {"sender": "ap@oakhurn.example"},
    ),
    (
        "Zahlungsavis",
        "Sehr geehrte Damen und Herren,\n\nwir haben heute 3.504,50 EUR überwiesen:\n\nRE F-1041   1.284,00 EUR\nRE F-1042   2.460,50 EUR\nGS AV-031   -240,00 EUR\n\nVerwendungszweck: ZA-2026-881",
        [
            "F-1041 1284.00, F-1042 2460.50, AV-031 -240.00 = 3504.50 EUR @ 2026-11-24 # ZA-2026-881"
        ],
        {},
    ),
    (
        "Überweisung",
        "Guten Tag,\nam 20.11.2026 haben wir die Rechnungen F-1041 über 1.284,00 € und F-1042 über 2.460,50 € abzüglich Gutschrift AV-031 über 240,00 € bezahlt. Überweisungsbetrag: 3.504,50 €.",
        [
            "F-1041 1284.00, F-1042 2460.50, AV-031 -240.00 = 3504.50 EUR @ 2026-11-20 # ?"
        ],
        {},
    ),
    (
        "Transferencia realizada",
        "Buenos días:\nHemos realizado hoy una transferencia de 1.284,00 € correspondiente a la factura F-1041.",
        ["F-1041 1284.00 = 1284.00 EUR @ 2026-11-24 # ?"],
        {},
    ),
    (
        "Pagamento effettuato",
        "Buongiorno,\nvi comunichiamo che in data 20/11/2026 abbiamo disposto bonifico di € 3.744,50 a saldo delle fatture F-1041 (€ 1.284,00) e F-1042 (€ 2.460,50). CRO 12345678901.",
        ["F-1041 1284.00, F-1042 2460.50 = 3744.50 EUR @ 2026-11-20 # 12345678901"],
        {},
    ),
    (
        "Betaling",
        "Goedemiddag,\nVandaag hebben wij € 1.284,00 overgemaakt voor factuur F-1041.",
        ["F-1041 1284.00 = 1284.00 EUR @ 2026-11-24 # ?"],
        {},
    ),
    (
        "Deux virements",
        "Deux virements partis cette semaine :\n- 20/11 : 1 284,00 € pour F-1041 (réf. V-101)\n- 23/11 : 2 460,50 € pour F-1042 (réf. V-102)",
        [
            "F-1041 1284.00 = 1284.00 EUR @ 2026-11-20 # V-101",
            "F-1042 2460.50 = 2460.50 EUR @ 2026-11-23 # V-102",
        ],
        {},
    ),
    (
        "Portail fournisseurs : paiement émis",
        "Un paiement vous a été adressé.\nPaiement n° : P-2026-8812\nMontant : 1 284,00 EUR\nEmis le : 20/11/2026\nFacture(s) : F-1041",
        ["F-1041 1284.00 = 1284.00 EUR @ 2026-11-20 # P-2026-8812"],
        {},
    ),
    (
        "Avis de virement",
        "Virement du 20/11/2026 sur votre compte FR76 3000 4000 0312 3456 7890 143\n\nF-1041          1.284,00\nF-9999            100,00\nTotal           1.384,00",
        ["F-1041 1284.00, F-9999 100.00 = 1384.00 EUR @ 2026-11-20 # ?"],
        {},
    ),
]


@pytest.mark.parametrize(("subject", "text", "wanted", "settings"), MORE)
def test_payments_told_in_other_ways(subject, text, wanted, settings):
    assert shown(text, subject=subject, **settings) == wanted


STILL_MORE = [
    (
        "Règlement septembre",
        "Bonjour\nComme convenu, voici le détail de ce que nous venons de régler par virement (3 744,50 €) :\nF-1041 → 1 284,00 €\nF-1042 → 2 460,50 €\nBonne journée",
        ["F-1041 1284.00, F-1042 2460.50 = 3744.50 EUR @ 2026-11-24 # ?"],
        {},
    ),
    (
        "F-1041 / F-1042",
        "Bonjour, virement de 3 744,50 € effectué aujourd'hui pour les deux factures en objet.",
        ["F-1041 ?, F-1042 ? = 3744.50 EUR @ 2026-11-24 # ?"],
        {},
    ),
    (
        "Virement du 23 novembre",
        "Madame,\nNotre banque a exécuté hier notre ordre de virement de 1 284,00 euros à votre profit. Il correspond à la facture F-1041.\nSalutations",
        ["F-1041 1284.00 = 1284.00 EUR @ 2026-11-23 # ?"],
        {},
    ),
    (
        "Votre règlement",
        "Nous avons le plaisir de vous informer de la mise en paiement ce jour de la somme de 3 744,50 EUR correspondant aux pièces suivantes :\nPièce F-1041 - échéance 08/10/2026 - 1 284,00 EUR\nPièce F-1042 - échéance 21/10/2026 - 2 460,50 EUR",
        ["F-1041 1284.00, F-1042 2460.50 = 3744.50 EUR @ 2026-11-24 # ?"],
        {},
    ),
    (
        "Chèque envoyé",
        "Chèque BNP n° 0004512 de 3 504,50 € posté le 20/11. Il règle F-1041 et F-1042, avoir AV-031 déduit.",
        ["F-1041 ?, F-1042 ?, AV-031 ? = 3504.50 EUR @ 2026-11-20 # 0004512"],
        {},
    ),
    (
        "Compensation",
        "Nous avons compensé l'avoir AV-031 (240,00 €) avec la facture F-1041 (1 284,00 €) et vous avons viré la différence, 1 044,00 €, le 20 novembre.",
        ["AV-031 -240.00, F-1041 1284.00 = 1044.00 EUR @ 2026-11-20 # ?"],
        {},
    ),
    (
        "Détail paiement",
        "F-1041 : 1 284,00\nF-1042 : 2 460,50\navoir AV-031 : 240,00\nescompte 1 % : -35,04\nviré le 20/11 : 3 469,46",
        [
            "F-1041 1284.00, F-1042 2460.50, AV-031 -240.00, escompte 1 % -35.04 = 3469.46 EUR @ 2026-11-20 # ?"
        ],
        {},
    ),
    (
        "Avis de virement",
        "Montant viré : 3 744,50 €\nValeur : 26/11/2026\n\nDétail\n------\n08/09/2026  F-1041  1 284,00\n21/09/2026  F-1042  2 460,50",
        ["F-1041 1284.00, F-1042 2460.50 = 3744.50 EUR @ 2026-11-26 # ?"],
        {},
    ),
    (
        "Avis de virement",
        "<p>Nous avons viré ce jour la somme de 3 744,50 EUR en paiement des factures :</p><ul><li>F-1041 : 1 284,00 EUR</li><li>F-1042 : 2 460,50 EUR</li></ul>",
        ["F-1041 1284.00, F-1042 2460.50 = 3744.50 EUR @ 2026-11-24 # ?"],
        {"kind": "text/html"},
    ),
    (
        "Paiement SEPA",
        "Ordre n° 2026-8812 remis à la banque le 23/11/2026, exécution le 25/11/2026. Factures F-1041 (1 284,00 €), F-1043 (886,20 €). Total 2 170,20 €.",
        ["F-1041 1284.00, F-1043 886.20 = 2170.20 EUR @ 2026-11-25 # 2026-8812"],
        {},
    ),
    (
        "Remittance Advice",
        "Payee: Ateliers Morel\nPayment method: BACS\nPayment date: 24/11/2026\n\nYour ref      Our ref     Amount\nINV-208       AP10023     5,412.00\nCharge for late delivery  AP10024  -250.00\n\nTotal payment                5,162.00",
        [
            "INV-208 5412.00, Charge for late delivery -250.00 = 5162.00 GBP @ 2026-11-24 # ?"
        ],
        {"sender": "ap@oakhurn.example"},
    ),
    (
        "INV-208 paid",
        "Hello, INV-208 has been paid today (£5,412.00, bank ref 8812-OAK).",
        ["INV-208 5412.00 = 5412.00 GBP @ 2026-11-24 # 8812-OAK"],
        {"sender": "ap@oakhurn.example"},
    ),
    (
        "Payment notification",
        "This is to confirm that we have initiated a payment in your favour.\n\nAmount: GBP 5,412.00\nValue date: 25 November 2026\nPayment details: INV-208\nTransaction ID: 5F88-21AB",
        ["INV-208 5412.00 = 5412.00 GBP @ 2026-11-25 # 5F88-21AB"],
        {"sender": "ap@oakhurn.example"},
    ),
    (
        "Remittance",
        "Please find below remittance details for payment made on 20/11/2026.\n\nInvoice      Amount\nINV-208      £5,412.00\n\nKind regards\nTel 01234 567 890",
        ["INV-208 5412.00 = 5412.00 GBP @ 2026-11-20 # ?"],
        {"sender": "ap@oakhurn.example"},
    ),
    (
        "Zahlung",
        "Sehr geehrte Damen und Herren, die Rechnung F-1041 über 1.284,00 EUR wurde heute per Überweisung beglichen.",
        ["F-1041 1284.00 = 1284.00 EUR @ 2026-11-24 # ?"],
        {},
    ),
    (
        "Aviso de transferencia",
        "Estimados señores:\nLes informamos de que con fecha 20/11/2026 hemos ordenado una transferencia por importe de 3.744,50 € en pago de las facturas F-1041 (1.284,00 €) y F-1042 (2.460,50 €).",
        ["F-1041 1284.00, F-1042 2460.50 = 3744.50 EUR @ 2026-11-20 # ?"],
        {},
    ),
    (
        "Avviso di bonifico",
        "Data valuta: 20/11/2026\nImporto bonifico: 1.284,00 EUR\nCausale: saldo fattura F-1041\nCRO: 8812345",
        ["F-1041 1284.00 = 1284.00 EUR @ 2026-11-20 # 8812345"],
        {},
    ),
    (
        "Betaalbericht",
        "Geachte heer,\nWij hebben op 20 november € 3.744,50 overgemaakt:\nF-1041: € 1.284,00\nF-1042: € 2.460,50",
        ["F-1041 1284.00, F-1042 2460.50 = 3744.50 EUR @ 2026-11-20 # ?"],
        {},
    ),
]
NO_ADVICE = [
    ("RE: Rappel F-1041", "Bonjour, le virement de 1 284,00 € a été fait hier.", {}),
    (
        "F-1041",
        "Merci de nous transmettre un duplicata de la F-1041 de 1 284,00 € afin que nous puissions la payer.",
        {},
    ),
    (
        "Facture F-1041",
        "Nous n'avons pas viré la F-1041 (1 284,00 €) car elle est en litige.",
        {},
    ),
    (
        "Situation",
        "La F-1041 (1 284,00 €) est bloquée, la F-1042 (2 460,50 €) est validée et sera payée le 30.",
        {},
    ),
    (
        "Point compte",
        "F-1041 1 284,00 € : payée le 20/11\nF-1042 2 460,50 € : à payer le 15/12\nF-1043 886,20 € : litige",
        {},
    ),
    (
        "Your invoices",
        "We have the following invoices on our ledger, all approved for payment on 30 November:\nINV-208 5,412.00",
        {"sender": "ap@oakhurn.example"},
    ),
    (
        "Remboursement",
        "Vous nous devez un remboursement de 240,00 € (avoir AV-031), merci de procéder au virement.",
        {},
    ),
    (
        "Virement",
        "Pouvez-vous nous confirmer la réception de notre virement de 1 284,00 € ?",
        {},
    ),
    (
        "Double paiement",
        "Nous avons payé deux fois la F-1041 (1 284,00 €), merci de nous rembourser.",
        {},
    ),
    (
        "Remittance advice needed",
        "Please send the remittance advice for your payment of £5,412.00 against INV-208.",
        {"sender": "ap@oakhurn.example"},
    ),
]


@pytest.mark.parametrize(("subject", "text", "wanted", "settings"), STILL_MORE)
def test_payments_told_in_yet_other_ways(subject, text, wanted, settings):
    assert shown(text, subject=subject, **settings) == wanted


@pytest.mark.parametrize(("subject", "text", "settings"), NO_ADVICE)
def test_what_settles_nothing(subject, text, settings):
    said = shown(text, subject=subject, **settings)
    assert not [one for one in said if " = " in one]
