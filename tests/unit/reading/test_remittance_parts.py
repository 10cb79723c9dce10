"""Advices whose parts stand where a table or a sentence would not expect them."""

from __future__ import annotations

import pytest

from tests.unit.reading.test_remittances import shown, table

TOLD = [
    (
        "Transfer",
        "Yesterday's transfer of £5,412.00 covers INV-208.",
        ["INV-208 5412.00 = 5412.00 GBP @ 2026-11-23 # ?"],
        {"sender": "ap@oakhurn.example"},
    ),
    (
        "Remittance advice 00088123",
        "Dear Sirs\n\nWe have instructed our bank to credit your account with GBP 5,312.00 on 26/11/2026 in settlement of:\n\nDocument     Date          Amount GBP\nINV-208      16.09.2026    5,412.00\nDM-100       20.10.2026    -100.00\n",
        ["INV-208 5412.00, DM-100 -100.00 = 5312.00 GBP @ 2026-11-26 # 00088123"],
        {"sender": "ap@oakhurn.example"},
    ),
    (
        "RE: Statement October",
        "Please see remittance below for payment going out today.\n\nINV-208  £5,412.00\nTotal    £5,412.00\n\nOur payment reference OAK/24/11",
        ["INV-208 5412.00 = 5412.00 GBP @ 2026-11-24 # OAK/24/11"],
        {"sender": "ap@oakhurn.example"},
    ),
    (
        "Payment advice",
        "<table><tr><td><b>Payment Advice</b></td></tr></table><table><tr><th>Payment Document</th><th>Date</th><th>Currency</th><th>Amount</th></tr><tr><td>2000012345</td><td>24.11.2026</td><td>GBP</td><td>5,357.88</td></tr></table><table><tr><th>Document</th><th>Your Document</th><th>Date</th><th>Deductions</th><th>Gross Amount</th></tr><tr><td>1900004567</td><td>INV-208</td><td>16.09.2026</td><td>54.12</td><td>5,412.00</td></tr><tr><td>Sum total</td><td></td><td></td><td>54.12</td><td>5,357.88</td></tr></table>",
        ["INV-208 5357.88 = 5357.88 GBP @ 2026-11-24 # 2000012345"],
        {"sender": "ap@oakhurn.example", "kind": "text/html"},
    ),
    (
        "Cheque in post",
        "A cheque for £5,412.00 (no. 004512) went in the post today to clear INV-208.",
        ["INV-208 5412.00 = 5412.00 GBP @ 2026-11-24 # 004512"],
        {"sender": "ap@oakhurn.example"},
    ),
    (
        "Card payment",
        "INV-208 paid by card this afternoon, authorisation 77H21. £5,412.00.",
        ["INV-208 5412.00 = 5412.00 GBP @ 2026-11-24 # ?"],
        {"sender": "ap@oakhurn.example"},
    ),
    (
        "BACS remittance",
        "Payment to: Ateliers Morel SAS\nSort code 20-00-00 Account 12345678\nAmount £5,412.00\nPay date 26-Nov-26\n\nDate       Reference   Value\n16-Sep-26  INV-208     5,412.00",
        ["INV-208 5412.00 = 5412.00 GBP @ 2026-11-26 # ?"],
        {"sender": "ap@oakhurn.example"},
    ),
    (
        "Virement du jour",
        "F-1041 1284€ + F-1043 886,20€ = 2170,20€ virés ce jour",
        ["F-1041 1284.00, F-1043 886.20 = 2170.20 EUR @ 2026-11-24 # ?"],
        {},
    ),
    (
        "Virement",
        "Suite à notre échange, je vous confirme avoir viré ce matin 1 284 € (F-1041) et 886,20 € (F-1043).",
        ["F-1041 1284.00, F-1043 886.20 = ? EUR @ 2026-11-24 # ?"],
        {},
    ),
    (
        "Notre règlement",
        "Par virement de ce jour, nous réglons :\n  - votre facture F-1041, 1 284,00 €\n  - votre facture F-1042, ramenée à 2 400,00 € après litige\nTotal viré : 3 684,00 €",
        ["F-1041 1284.00, F-1042 2400.00 = 3684.00 EUR @ 2026-11-24 # ?"],
        {},
    ),
    (
        "Avis d'opéré",
        "ORDRE DE VIREMENT EXECUTE\nDate d'exécution .... 20/11/2026\nBénéficiaire ........ ATELIERS MOREL\nMontant ............. 1 284,00 EUR\nMotif ............... F-1041\nRéférence ........... ACME20112026",
        ["F-1041 1284.00 = 1284.00 EUR @ 2026-11-20 # ACME20112026"],
        {},
    ),
    (
        "Paiement de vos factures",
        "<p>Bonjour,</p><p>Nous vous informons que votre paiement a été émis.</p><table><tr><td>Date d'émission</td><td>20/11/2026</td></tr><tr><td>Montant</td><td>3 744,50 €</td></tr><tr><td>Numéro de paiement</td><td>PAY-99812</td></tr></table><table><tr><th>Facture</th><th>Date</th><th>Montant TTC</th></tr><tr><td>F-1041</td><td>08/09/2026</td><td>1 284,00</td></tr><tr><td>F-1042</td><td>21/09/2026</td><td>2 460,50</td></tr></table>",
        ["F-1041 1284.00, F-1042 2460.50 = 3744.50 EUR @ 2026-11-20 # PAY-99812"],
        {"kind": "text/html"},
    ),
    (
        "Lettre-chèque",
        "Madame, Monsieur,\nVous trouverez ci-joint notre lettre-chèque n° 0087712 en règlement de :\n\nFA F-1041 08/09 1 284,00\nFA F-1042 21/09 2 460,50\nAV AV-031 15/10 -240,00\nNet : 3 504,50 €",
        ["F-1041 1284.00, F-1042 2460.50, AV-031 -240.00 = 3504.50 EUR @ ? # 0087712"],
        {},
    ),
    (
        "Règlement partiel F-1042",
        "Nous venons de régler 2 000,00 € sur la facture F-1042. Le reste (460,50 €) est bloqué dans l'attente de l'avoir.",
        ["F-1042 2000.00 = 2000.00 EUR @ 2026-11-24 # ?"],
        {},
    ),
    (
        "Virement Acme",
        "Virement de 3 744,50 € ce 24/11 : factures F-1041 et F-1042 soldées.",
        ["F-1041 ?, F-1042 ? = 3744.50 EUR @ 2026-11-24 # ?"],
        {},
    ),
    (
        "Avis de virement",
        "Date : 20/11/2026\nRéf : 2026/4471\n\nNuméro        Libellé                Débit        Crédit\nF-1041        Facture 08/09          1 284,00\nF-1042        Facture 21/09          2 460,50\nAV-031        Avoir 15/10                          240,00\nNet viré                             3 504,50",
        [
            "F-1041 1284.00, F-1042 2460.50, AV-031 -240.00 = 3504.50 EUR @ 2026-11-20 # 2026/4471"
        ],
        {},
    ),
    (
        "Zahlungsinformation",
        "wir haben am 20.11.2026 folgende Posten beglichen:\nF-1041 vom 08.09.2026 EUR 1.284,00\nF-1042 vom 21.09.2026 EUR 2.460,50\nSkonto 2 % EUR -74,89\nÜberweisungsbetrag EUR 3.669,61\nReferenz ZV-2026-19",
        [
            "F-1041 1284.00, F-1042 2460.50, Skonto 2 % -74.89 = 3669.61 EUR @ 2026-11-20 # ZV-2026-19"
        ],
        {},
    ),
    (
        "Pago facturas",
        "Adjuntamos detalle del pago realizado el 20/11/2026:\n\nFactura      Importe\nF-1041       1.284,00\nF-1042       2.460,50\nTotal        3.744,50",
        ["F-1041 1284.00, F-1042 2460.50 = 3744.50 EUR @ 2026-11-20 # ?"],
        {},
    ),
    (
        "Betaling facturen",
        "Beste,\n\nDe volgende facturen zijn op 20-11-2026 betaald onder kenmerk BT-7712:\nF-1041   € 1.284,00\nF-1042   € 2.460,50\nTotaal   € 3.744,50",
        ["F-1041 1284.00, F-1042 2460.50 = 3744.50 EUR @ 2026-11-20 # BT-7712"],
        {},
    ),
    (
        "Pagamento fatture",
        "Vi informiamo di aver effettuato in data odierna il bonifico di € 3.504,50 così composto: fattura F-1041 € 1.284,00, fattura F-1042 € 2.460,50, nota di credito AV-031 € -240,00.",
        [
            "F-1041 1284.00, F-1042 2460.50, AV-031 -240.00 = 3504.50 EUR @ 2026-11-24 # ?"
        ],
        {},
    ),
    (
        "RE: Votre relance du 20 novembre",
        "Bonjour,\nVoici le détail de notre virement du 23/11 :\nF-1041 1 284,00 €\nF-1042 2 460,50 €\nTotal 3 744,50 €\nCordialement",
        ["F-1041 1284.00, F-1042 2460.50 = 3744.50 EUR @ 2026-11-23 # ?"],
        {},
    ),
    (
        "Avis de virement électronique",
        "Emetteur : ACME\nBénéficiaire : ATELIERS MOREL\nDate : 20/11/2026\nMontant : 3 504,50 EUR\nRéférence : VIR2611-07\nDétail : F-1041 1 284,00 / F-1042 2 460,50 / AV-031 -240,00",
        [
            "F-1041 1284.00, F-1042 2460.50, AV-031 -240.00 = 3504.50 EUR @ 2026-11-20 # VIR2611-07"
        ],
        {},
    ),
    (
        "Règlement",
        "Le 20/11 nous vous avons réglé 1 284,00 € (F-1041), le 23/11 886,20 € (F-1043).",
        [
            "F-1041 1284.00 = 1284.00 EUR @ 2026-11-20 # ?",
            "F-1043 886.20 = 886.20 EUR @ 2026-11-23 # ?",
        ],
        {},
    ),
    (
        "Avis de virement",
        "Nous vous prions de trouver ci-dessous le détail de notre virement n°VIR-77 du 20/11/2026 d'un montant de 3.594,50 EUR\n\nNo facture;Date;Montant\nF-1041;08/09/2026;1284,00\nF-1042;21/09/2026;2460,50\nPénalités;;-150,00",
        [
            "F-1041 1284.00, F-1042 2460.50, Pénalités -150.00 = 3594.50 EUR @ 2026-11-20 # VIR-77"
        ],
        {},
    ),
    (
        "Bordereau de règlement",
        "N° bordereau : 2026-118\nDate paiement : 20.11.2026\nFournisseur : 401MOREL\n\nF-1041 .......... 1 284,00\nF-1042 .......... 2 460,50\nRetenue de garantie 5 % ...... -187,23\nNET VIRE ........ 3 557,27",
        [
            "F-1041 1284.00, F-1042 2460.50, Retenue de garantie 5 % -187.23 = 3557.27 EUR @ 2026-11-20 # 2026-118"
        ],
        {},
    ),
    (
        "Remittance",
        "Good afternoon\n\nRemittance for today's BACS run:\n\nOur payment ref: 99120\n\nINV-208 ...... £5,412.00\nShortage claim SC-11 ...... £-120.00\n\nTotal paid ...... £5,292.00",
        [
            "INV-208 5412.00, Shortage claim SC-11 -120.00 = 5292.00 GBP @ 2026-11-24 # 99120"
        ],
        {"sender": "ap@oakhurn.example"},
    ),
    (
        "Payment INV-208",
        "Payment for the above has been sent today, £5,412.00, ref OAK99.",
        ["INV-208 5412.00 = 5412.00 GBP @ 2026-11-24 # OAK99"],
        {"sender": "ap@oakhurn.example"},
    ),
    (
        "Remittance Advice",
        "<div>Payment Reference: <b>10023</b></div><div>Payment Date: <b>20 Nov 2026</b></div><div>Payment Amount: <b>GBP 5,412.00</b></div><table><tr><th>Invoice Number</th><th>Invoice Date</th><th>Invoice Amount</th><th>Amount Withheld</th><th>Amount Paid</th><th>Balance Remaining</th></tr><tr><td>INV-208</td><td>16-Sep-2026</td><td>5,412.00</td><td>0.00</td><td>5,412.00</td><td>0.00</td></tr></table>",
        ["INV-208 5412.00 = 5412.00 GBP @ 2026-11-20 # 10023"],
        {"sender": "ap@oakhurn.example", "kind": "text/html"},
    ),
    (
        "Avis de paiement",
        "<table><tr><th>Facture</th><th>Montant</th></tr><tr><td>F-1041<br>08/09/2026</td><td>1 284,00</td></tr><tr><td>F-1042<br>21/09/2026</td><td>2 460,50</td></tr><tr><td><b>Montant viré le 20/11/2026</b></td><td><b>3 744,50</b></td></tr></table>",
        ["F-1041 1284.00, F-1042 2460.50 = 3744.50 EUR @ 2026-11-20 # ?"],
        {"kind": "text/html"},
    ),
    (
        "Virement",
        "<p>Nous avons viré ce jour 3 744,50 €.</p><table><tr><th>Facture</th><th>Montant</th><th>Statut</th></tr><tr><td>F-1041</td><td>1 284,00</td><td>Payée</td></tr><tr><td>F-1042</td><td>2 460,50</td><td>Payée</td></tr><tr><td>F-1043</td><td>886,20</td><td>En attente</td></tr></table>",
        ["F-1041 1284.00, F-1042 2460.50 = 3744.50 EUR @ 2026-11-24 # ?"],
        {"kind": "text/html"},
    ),
    (
        "Litige",
        "Notre virement du 20/11 de 1 200,00 € tient compte de la réfaction demandée sur F-1041 (1 284,00 €).",
        [],
        {},
    ),
    ("RE: F-1041", "C'est payé depuis vendredi, virement de 1 284,00 €.", [], {}),
    (
        "RE: relance",
        "Nous avons réglé F-1041 (1 284,00 €) et F-1042 (2 460,50 €) le mois dernier, merci de vérifier.",
        [],
        {},
    ),
    (
        "Factures à régler",
        "Liste des factures validées pour le prochain paiement du 30/11 :\nF-1041 1 284,00\nF-1042 2 460,50",
        [],
        {},
    ),
    (
        "Confirmation d'inscription",
        "Votre règlement de 45,00 € pour le salon a bien été enregistré.",
        [],
        {},
    ),
    (
        "Statement query",
        "We cannot match your statement: INV-208 £5,412.00 shows as unpaid but we show it as paid.",
        [],
        {"sender": "ap@oakhurn.example"},
    ),
    (
        "Demande de RIB",
        "Avant d'effectuer le virement de 1 284,00 € pour la F-1041, merci de confirmer votre RIB.",
        [],
        {},
    ),
    (
        "Avoir",
        "Nous attendons l'avoir de 240,00 € sur la F-1042 avant de payer les 2 220,50 €.",
        [],
        {},
    ),
    (
        "Payment proposal",
        "Would you accept £3,000.00 now for INV-208 and the rest in January?",
        [],
        {"sender": "ap@oakhurn.example"},
    ),
]


@pytest.mark.parametrize(("subject", "text", "wanted", "settings"), TOLD)
def test_payments_told(subject, text, wanted, settings):
    said = shown(text, subject=subject, **settings)
    assert [one for one in said if " = " in one] == wanted


def test_a_table_of_several_payments():
    rows = table(
        "Date paiement | N° virement | Facture | Montant",
        "06/11/2026 | V-100 | F-1041 | 1 284,00",
        "20/11/2026 | V-101 | F-1042 | 2 460,50",
        "20/11/2026 | V-101 | AV-031 | -240,00",
    )
    assert shown(rows, subject="Règlements de novembre", kind="text/html") == [
        "F-1041 1284.00 = 1284.00 EUR @ 2026-11-06 # V-100",
        "F-1042 2460.50, AV-031 -240.00 = ? EUR @ 2026-11-20 # V-101",
    ]
