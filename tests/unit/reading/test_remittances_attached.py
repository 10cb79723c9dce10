"""Advices in files beside the mail: PDF, workbooks and delimited text."""

from __future__ import annotations

from datetime import date
from email.message import EmailMessage

import pytest

from collector_bot.core.reading import reading_json
from collector_bot.files.attachments import sheets_of
from tests.unit.files.attached import pdf, right, xlsx
from tests.unit.reading.mails import read


def shown(subject: str, text: str, name: str, payload: bytes) -> list[str]:
    """Each remittance as `reference amount, … = total @ day # number`."""
    mail = EmailMessage()
    mail["From"] = "compta@acme.example"
    mail["Subject"] = subject
    mail["Date"] = "Tue, 24 Nov 2026 10:00:00 +0100"
    mail.set_content(text)
    mail.add_attachment(
        payload, maintype="application", subtype="octet-stream", filename=name
    )
    said = []
    for found in reading_json(read(mail.as_bytes(), sheets=sheets_of), "x")["findings"]:
        lines = ", ".join(
            f"{line['reference']} {line['amount']}" for line in found["lines"]
        )
        said.append(
            f"{lines} = {found['total']} @ {found['payment_date']}"
            f" # {found['payment_reference']}"
        )
    return said


def test_a_pdf_with_their_numbers_beside_ours():
    page = [
        (40, 800, "ACME DISTRIBUTION SARL"),
        (330, 800, "ATELIERS MOREL SAS"),
        (330, 786, "69002 LYON"),
        (40, 740, "AVIS DE PAIEMENT"),
        (40, 720, "Date de paiement"),
        (160, 720, ": 20/11/2026"),
        (40, 706, "N° de paiement"),
        (160, 706, ": 4500812"),
        (40, 660, "V/Référence"),
        (130, 660, "N/Référence"),
        (220, 660, "Date pièce"),
        (310, 660, "Montant TTC"),
        (400, 660, "Escompte"),
        (490, 660, "Montant payé"),
    ]
    rows = [
        ("F-1041", "5100088", "08/09/2026", "1 300,00", "16,00", "1 284,00"),
        ("F-1042", "5100089", "21/09/2026", "2 460,50", "0,00", "2 460,50"),
        ("AV-031", "5100090", "15/10/2026", "-240,00", "0,00", "-240,00"),
    ]
    for at, (ours, theirs, day, gross, discount, paid) in enumerate(rows):
        level = 644 - 14 * at
        page += [(40, level, ours), (130, level, theirs), (220, level, day)]
        page += [right(365, level, gross), right(440, level, discount)]
        page += [right(550, level, paid)]
    page += [(310, 590, "TOTAL PAYÉ EUR"), right(550, 590, "3 504,50")]
    assert shown("Avis de paiement", "Avis joint.", "avis.pdf", pdf([page])) == [
        "F-1041 1284.00, F-1042 2460.50, AV-031 -240.00 = 3504.50 @ 2026-11-20 # 4500812"
    ]


def test_a_pdf_of_two_pages_with_a_sum_carried_over():
    one = [
        (40, 800, "Remittance advice"),
        (40, 786, "Payment date: 20 November 2026"),
        (40, 772, "Payment reference: EFT-7712"),
        (40, 740, "Invoice"),
        (200, 740, "Invoice date"),
        (380, 740, "Amount paid (EUR)"),
        (40, 726, "F-1041"),
        (200, 726, "08/09/2026"),
        right(460, 726, "1,284.00"),
        (40, 700, "Carried forward"),
        right(460, 700, "1,284.00"),
    ]
    two = [
        (40, 800, "Page 2"),
        (40, 770, "Brought forward"),
        right(460, 770, "1,284.00"),
        (40, 756, "F-1042"),
        (200, 756, "21/09/2026"),
        right(460, 756, "2,460.50"),
        (40, 730, "Total"),
        right(460, 730, "3,744.50"),
    ]
    assert shown("Remittance", "Please see attached.", "r.pdf", pdf([one, two])) == [
        "F-1041 1284.00, F-1042 2460.50 = 3744.50 @ 2026-11-20 # EFT-7712"
    ]


def test_a_pdf_of_running_text():
    page = [
        (40, 800, "MANDAT DE PAIEMENT N° 2026-1187"),
        (40, 766, "Objet : règlement de la facture F-1041 du 08/09/2026"),
        (40, 752, "Montant net à payer : 1 284,00 €"),
        (40, 738, "Date d'émission : 18/11/2026"),
    ]
    said = shown("Mandat de paiement", "Ci-joint le mandat.", "m.pdf", pdf([page]))
    assert said == ["F-1041 1284.00 = 1284.00 @ 2026-11-18 # 2026-1187"]


DAY = date(2026, 9, 8)
WORKBOOKS = [
    (
        "Virement du 20/11",
        [
            (
                "Feuil1",
                [
                    ["Tiers", "Pièce", "Date", "Montant"],
                    ["MOREL", "F-1041", DAY, 1284],
                    ["MOREL", "F-1042", DAY, 2460.5],
                    [None, None, "Total", 3744.5],
                ],
            )
        ],
        "F-1041 1284.00, F-1042 2460.50 = 3744.50 @ 2026-11-20 # None",
    ),
    (
        "Règlement",
        [
            (
                "Entête",
                [
                    ["Date de règlement", date(2026, 11, 20)],
                    ["Numéro de virement", "V-8812"],
                    ["Total", 1044],
                ],
            ),
            (
                "Lignes",
                [
                    ["N° facture", "Type", "Montant réglé"],
                    ["F-1041", "FAC", 1284],
                    ["AV-031", "AVO", 240],
                ],
            ),
        ],
        "F-1041 1284.00, AV-031 -240.00 = 1044.00 @ 2026-11-20 # V-8812",
    ),
    (
        "Remittance",
        [
            (
                "S",
                [
                    ["Remittance advice"],
                    [],
                    ["Payment date", "Cur", "Doc no", "Ref", "Gross", "WHT", "Net"],
                    [date(2026, 11, 20), "EUR", 88120, "F-1041", 1284, -64.2, 1219.8],
                    [date(2026, 11, 20), "EUR", 88121, "F-1042", 2460.5, 0, 2460.5],
                    ["", "", "", "Total", 3744.5, -64.2, 3680.3],
                ],
            )
        ],
        "F-1041 1219.80, F-1042 2460.50 = 3680.30 @ 2026-11-20 # None",
    ),
]


@pytest.mark.parametrize(("subject", "sheets", "wanted"), WORKBOOKS)
def test_workbooks(subject, sheets, wanted):
    text = "Bonjour, le détail de notre règlement est joint."
    assert shown(subject, text, "d.xlsx", xlsx(*sheets)) == [wanted]


DELIMITED = [
    (
        "Type;Numéro;Date facture;Débit;Crédit\nFA;F-1041;08/09/2026;;1284,00\n"
        "FA;F-1042;21/09/2026;;2460,50\nAV;AV-031;15/10/2026;240,00;\n"
        "VIR;VIR-7712;20/11/2026;3504,50;\n",
        "F-1041 1284.00, F-1042 2460.50, AV-031 -240.00 = 3504.50 @ None # VIR-7712",
    ),
    (
        "payment_id,payment_date,invoice_number,amount,currency\n"
        "PMT-881,2026-11-20,F-1041,1284.00,EUR\nPMT-881,2026-11-20,F-1042,2460.50,EUR\n",
        "F-1041 1284.00, F-1042 2460.50 = None @ 2026-11-20 # PMT-881",
    ),
]


@pytest.mark.parametrize(("text", "wanted"), DELIMITED)
def test_delimited_text(text, wanted):
    said = shown("Fichier de règlement", "Détail joint.", "p.csv", text.encode())
    assert said == [wanted]


def test_files_that_list_without_paying():
    order = pdf(
        [
            [
                (40, 800, "BON DE COMMANDE 4500"),
                (40, 780, "Article"),
                (200, 780, "Quantité"),
                (300, 780, "Montant"),
                (40, 766, "F-1041"),
                (200, 766, "2"),
                (300, 766, "1 284,00"),
            ]
        ]
    )
    rows = [["Facture", "Date", "Montant"], ["F-1041", DAY, 1284]]
    assert shown("Commande 4500", "Bon de commande joint.", "bc.pdf", order) == []
    assert shown("Relevé", "Que manque-t-il ?", "r.xlsx", xlsx(("S", rows))) == []


def test_what_could_not_be_read_is_named_and_the_layout_is_not():
    mail = EmailMessage()
    mail["From"] = "compta@acme.example"
    mail["Subject"] = "Avis"
    mail["Date"] = "Tue, 24 Nov 2026 10:00:00 +0100"
    mail.set_content("Bonjour, voir l'avis joint.")
    mail.add_attachment(
        pdf([[]]), maintype="application", subtype="pdf", filename="scan.pdf"
    )
    mail.add_attachment(b"GIF8", maintype="image", subtype="gif", filename="avis.gif")
    mail.add_attachment(
        b"GIF8",
        maintype="image",
        subtype="gif",
        filename="logo.gif",
        cid="<logo@acme.example>",
    )
    mail.add_attachment(
        "BEGIN:VCARD", subtype="vcard", filename="paul.vcf", disposition="attachment"
    )
    mail.add_attachment(
        bytes(10_000_001), maintype="application", subtype="zip", filename="tout.zip"
    )
    found = read(mail.as_bytes(), sheets=sheets_of)
    assert [(one.name, one.note) for one in found.left_out] == [
        ("scan.pdf", "not readable"),
        ("avis.gif", "not known"),
        ("tout.zip", "too big"),
    ]
    assert found.problem == ""
