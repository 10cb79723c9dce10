"""Advices whose parts stand where a table or a sentence would not expect them."""

from __future__ import annotations

import pytest

from tests.unit.reading.test_remittances import shown

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
]


@pytest.mark.parametrize(("subject", "text", "wanted", "settings"), TOLD)
def test_payments_told(subject, text, wanted, settings):
    said = shown(text, subject=subject, **settings)
    assert [one for one in said if " = " in one] == wanted
