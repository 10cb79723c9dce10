"""Mails of every kind and what they say, through the one door."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from collector_bot.core.reading.findings import Promise
from collector_bot.files.attachments import sheets_of
from tests.unit.reading.mails import findings, mail, read


def promise(day: str, amount: str | None = None, *pieces: str, currency: str = "EUR"):
    return {
        "type": "promise",
        "date": day,
        "amount": amount,
        "currency": currency,
        "invoices": list(pieces),
    }


def test_a_promise_for_a_piece_named():
    assert findings("Le virement de la F-1041 partira vendredi, pour 1 284,00 €.") == [
        promise("2026-11-27", "1284.00", "F-1041")
    ]


def test_a_promise_for_the_piece_in_the_subject():
    said = findings("La facture sera réglée le 30.", subject="RE: Relance F-1041")
    assert said == [promise("2026-11-30", None, "F-1041")]


def test_a_promise_for_the_piece_of_the_sentence_before():
    assert findings("Concernant la F-1042. Elle sera payée vendredi.") == [
        promise("2026-11-27", None, "F-1042")
    ]


def test_instalments_each_with_its_amount():
    text = "Voici notre échéancier :\n- 500 € le 30 novembre\n- 500 € le 15 décembre\n- 284 € le 15 janvier"
    assert findings(text) == [
        promise("2026-11-30", "500.00"),
        promise("2026-12-15", "500.00"),
        promise("2027-01-15", "284.00"),
    ]


def test_half_and_the_balance_of_one_piece():
    said = findings(
        "La moitié de la F-1041 part le 30 novembre et le solde le 15 décembre."
    )
    assert said == [
        promise("2026-11-30", "642.00", "F-1041"),
        promise("2026-12-15", "642.00", "F-1041"),
    ]


def test_a_percentage_of_one_piece():
    assert findings("Nous réglerons 30 % de la F-1041 vendredi.") == [
        promise("2026-11-27", "385.20", "F-1041")
    ]


def test_the_whole_month_but_one():
    assert findings("Toutes les factures sauf la 1042 seront payées vendredi.") == [
        promise("2026-11-27", None, "F-1041", "F-1043")
    ]


def test_all_invoices_of_a_month():
    assert findings("Toutes les factures de septembre seront réglées le 30.") == [
        promise("2026-11-30", None, "F-1041", "F-1042")
    ]


def test_a_range_of_pieces():
    assert findings("Les factures F-1041 à F-1043 seront réglées le 30.") == [
        promise("2026-11-30", None, "F-1041", "F-1042", "F-1043")
    ]


def test_not_on_one_day_but_on_another():
    assert findings("La F-1041 ne sera pas réglée le 30 mais le 15 décembre.") == [
        promise("2026-12-15", None, "F-1041")
    ]


def test_an_offer_that_waits_for_our_yes_is_none():
    assert (
        findings("Nous réglerons la F-1041 le 15 décembre. Cela vous convient-il ?")
        == []
    )


def test_our_own_quoted_letter_promises_nothing():
    text = "Bonjour\n\n> Merci de payer la F-1041 avant le 30 novembre.\n> Nous vous paierons vendredi."
    assert findings(text) == []


def test_answers_between_quoted_lines():
    text = (
        "Le 23/11/2026 à 09:30, Ateliers a écrit :\n> F-1041 : 1 284,00 €\n\nPayée le 17/11.\n\n"
        "> F-1042 : 2 460,50 €\n\nSera virée le 8 décembre.\n"
    )
    assert findings(text) == [
        promise("2026-12-08", None, "F-1042"),
        {
            "type": "claims_paid",
            "date": "2026-11-17",
            "amount": None,
            "invoices": ["F-1041"],
        },
    ]


def test_the_base_day_is_the_senders_own():
    raw = mail("Virement demain.").replace(
        b"Tue, 24 Nov 2026 10:00:00 +0100", b"Tue, 24 Nov 2026 23:30:00 -0500"
    )
    (found,) = read(raw).findings
    assert isinstance(found, Promise)
    assert found.on == date(2026, 11, 25)


def test_a_date_header_that_arrival_contradicts_is_not_the_base():
    raw = mail("Virement demain.").replace(b"2026 10:00", b"1999 10:00")
    arrived = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
    (found,) = read(raw, received_at=arrived).findings
    assert isinstance(found, Promise)
    assert found.on == date(2026, 11, 25)


def test_what_grounds_a_finding_stands_in_the_mail():
    text = "Bonjour,\nNous  réglerons la F-1041\nvendredi prochain. Bonne journée."
    (found,) = read(mail(text)).findings
    assert found.evidence == "Nous réglerons la F-1041 vendredi prochain."
    assert found.rule == "promise.weekday_next.said"
    assert 0 < found.confidence < 1


ADVICE = {
    "type": "remittance",
    "lines": [
        {"reference": "F-1041", "amount": "1284.00"},
        {"reference": "F-1042", "amount": "2460.50"},
        {"reference": "AV-031", "amount": "-240.00"},
    ],
    "total": "3504.50",
    "currency": "EUR",
    "payment_date": "2026-11-20",
    "payment_reference": "VIR-77",
}


def test_an_advice_in_lines_of_text():
    text = (
        "Avis de virement du 20/11/2026, réf. VIR-77\n\nF-1041     1 284,00\nF-1042     2 460,50\n"
        "AV-031      -240,00\nTotal      3 504,50"
    )
    assert findings(text, subject="Avis de virement") == [ADVICE]


def test_an_advice_in_prose():
    text = (
        "Notre virement VIR-77 du 20/11/2026 d'un montant de 3 504,50 € règle les F-1041 (1 284,00 €),"
        " F-1042 (2 460,50 €) moins l'avoir AV-031 (240,00 €)."
    )
    assert findings(text, subject="Virement") == [ADVICE]


def test_an_advice_in_a_table_of_the_html_body():
    text = (
        "<p>Avis de virement du 20/11/2026, réf. VIR-77</p><table><tr><th>Facture</th><th>Brut</th><th>Payé</th></tr>"
        "<tr><td>F-1041</td><td>9,00</td><td>1&nbsp;284,00</td></tr><tr><td>F-1042</td><td>9,00</td><td>2 460,50</td></tr>"
        "<tr><td>AV-031</td><td>9,00</td><td>240,00-</td></tr><tr><td colspan=2>Total</td><td>3 504,50</td></tr></table>"
    )
    assert findings(text, subject="Avis", kind="text/html") == [ADVICE]


def test_an_advice_in_an_attached_sheet():
    head = "MIME-Version: 1.0\r\n"
    text = (
        "--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nVirement VIR-77 du 20/11/2026, détail ci-joint.\r\n"
        '--b\r\nContent-Type: text/csv; charset=utf-8\r\nContent-Disposition: attachment; filename="d.csv"\r\n\r\n'
        "Pièce;Montant\r\nF-1041;1284,00\r\nF-1042;2460,50\r\nAV-031;-240,00\r\nTOTAL;3504,50\r\n--b--\r\n"
    )
    said = findings(
        text,
        subject="Détail du virement",
        kind='multipart/mixed; boundary="b"',
        headers=head,
    )
    assert said == []  # attachments are opened by whoever asks for it
    raw = mail(
        text,
        subject="Détail du virement",
        kind='multipart/mixed; boundary="b"',
        headers=head,
    )
    (found,) = read(raw, sheets=sheets_of).findings
    assert [str(line.amount) for line in found.lines] == [
        "1284.00 EUR",
        "2460.50 EUR",
        "-240.00 EUR",
    ]
    assert str(found.total) == "3504.50 EUR"


def test_a_quoted_table_is_no_advice():
    text = (
        "<p>Bonjour, bien reçu.</p><blockquote type=cite><p>Avis de virement</p><table><tr><th>Facture</th><th>Payé</th></tr>"
        "<tr><td>F-1041</td><td>1 284,00</td></tr></table></blockquote>"
    )
    assert findings(text, kind="text/html") == []


def test_hidden_text_says_nothing():
    text = '<p>Bonjour</p><p style="display:none">Nous paierons la F-1041 vendredi</p><p style="font-size:0px">Virement vendredi</p>'
    assert findings(text, kind="text/html") == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Je suis absente et serai de retour le lundi 30 novembre.", "2026-11-30"),
        ("Je suis absent jusqu'au 4 décembre inclus.", "2026-12-05"),
        ("I am out of the office until 4 December.", "2026-12-04"),
        ("I am away and will be back on Monday.", "2026-11-30"),
        ("Le bureau est fermé. Réouverture le 4 janvier.", "2027-01-04"),
        ("Merci de votre message, nous vous répondrons.", None),
    ],
)
def test_an_automatic_answer(text, day):
    header = "Auto-Submitted: auto-replied\r\n"
    assert findings(text, headers=header) == [
        {"type": "auto_reply", "return_date": day}
    ]


def test_an_answer_known_as_automatic_by_its_title_alone():
    said = findings(
        "Virement vendredi. Retour le 30 novembre.",
        subject="Réponse automatique : Relance",
    )
    assert said == [{"type": "auto_reply", "return_date": "2026-11-30"}]


@pytest.mark.parametrize(
    "text",
    [
        "Votre demande a été enregistrée sous le numéro AB-1200 et sera traitée sous "
        "5 jours ouvrés.\n\nCeci est une réponse automatique.",
        "Votre courriel a bien été transmis au service concerné.\n\n"
        "Il s'agit d'un message automatique.",
        "Your message has been registered under number AB-1200. An agent will answer "
        "within 3 working days.\n\nThis is an automatic message.",
    ],
)
def test_an_automatic_receipt_says_no_day_of_return(text):
    assert [(f["type"], f.get("return_date")) for f in findings(text)] == [
        ("auto_reply", None)
    ]


def test_an_automatic_message_that_pays_is_no_receipt():
    text = "Ceci est un message automatique.\n\nLa F-1041 sera payée le 4 décembre."
    assert [f["type"] for f in findings(text)] == ["promise"]


def test_a_person_is_no_machine():
    assert findings("Virement vendredi.", headers="Auto-Submitted: no\r\n") == [
        promise("2026-11-27")
    ]


REPORT = (
    "--b\r\nContent-Type: text/plain\r\n\r\nYour message could not be delivered.\r\n"
    "--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.x.example\r\n\r\n"
    "Final-Recipient: rfc822; compta@acme.example\r\nAction: {}\r\nStatus: {}\r\n--b--\r\n"
)


@pytest.mark.parametrize(
    ("action", "status", "permanent"),
    [
        ("failed", "5.1.1", True),
        ("failed", "5.2.2", False),
        ("delayed", "4.4.1", False),
        ("failed", "4.7.1", False),
    ],
)
def test_a_bounce_with_a_report(action, status, permanent):
    said = findings(
        REPORT.format(action, status),
        sender="MAILER-DAEMON@mx.x.example",
        subject="Undelivered Mail",
        kind='multipart/report; report-type=delivery-status; boundary="b"',
        headers="Auto-Submitted: auto-replied\r\n",
    )
    assert said == [
        {"type": "bounce", "recipient": "compta@acme.example", "permanent": permanent}
    ]


@pytest.mark.parametrize(
    ("subject", "text", "permanent"),
    [
        (
            "Undeliverable: Relance",
            "compta@acme.example wasn't found at acme.example. 550 5.1.1",
            True,
        ),
        (
            "Delivery Status Notification (Failure)",
            "Address not found\nYour message wasn't delivered to compta@acme.example",
            True,
        ),
        (
            "Non remis : Relance",
            "Échec de la remise pour compta@acme.example : la boîte est pleine",
            False,
        ),
        (
            "Mail delivery failed",
            "compta@acme.example\n  SMTP error: 452 4.2.2 mailbox full",
            False,
        ),
        (
            "Delayed Mail (still being retried)",
            "could not be delivered yet to <compta@acme.example>",
            False,
        ),
    ],
)
def test_a_bounce_in_words(subject, text, permanent):
    said = findings(text, sender="postmaster@mx.x.example", subject=subject)
    assert said == [
        {"type": "bounce", "recipient": "compta@acme.example", "permanent": permanent}
    ]


def test_a_newsletter_says_nothing():
    text = "Recevez vos règlements sous 48 heures. Virement vendredi !\n\nSe désabonner"
    assert findings(text, sender="news@bank.example") == []


def test_bytes_that_are_no_mail_are_a_reading_all_the_same():
    reading = read(b"\x00\xff\xfe")
    assert (reading.findings, reading.sender) == ((), "")
