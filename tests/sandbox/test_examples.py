"""Ready-made answers, in the customer's language."""

from dataclasses import replace
from datetime import date

import pytest

from collector_bot.sandbox.answer import Writer
from collector_bot.sandbox.entries import Entry
from collector_bot.sandbox.examples import Example, Occasion, examples


def invoice(piece: str, minor: int) -> Entry:
    return Entry(
        account="HARBOUR",
        kind="invoice",
        piece=piece,
        dated_on=date(2026, 9, 28),
        due_on=date(2026, 10, 28),
        amount_minor=minor,
        debit=True,
        currency="EUR",
        label="Invoice",
    )


ENGLISH = Occasion(
    writer=Writer(
        "Harbour & Finch Trading Ltd", "accounts@harbour-finch.example", "en"
    ),
    today=date(2026, 11, 24),
    invoices=[invoice("F-2026-0415", 184000), invoice("F-2026-0429", 231550)],
)
FRENCH = replace(ENGLISH, writer=Writer("ACME", "compta@acme-industries.example", "fr"))


def by_kind(occasion: Occasion) -> dict[str, Example]:
    return {one.kind: one for one in examples(occasion)}


@pytest.mark.parametrize(
    ("occasion", "kind", "sentence"),
    [
        (
            FRENCH,
            "promise",
            "Nous vous réglerons la facture F-2026-0415 le 4 décembre 2026.",
        ),
        (ENGLISH, "promise", "We will pay invoice F-2026-0415 on 4 December 2026."),
        (
            FRENCH,
            "remittance",
            "notre virement du 24 novembre 2026, d'un montant total de 4 155,50 €",
        ),
        (
            ENGLISH,
            "remittance",
            "our transfer of 24 November 2026 for a total of €4,155.50",
        ),
        (FRENCH, "dispute", "Nous contestons la facture F-2026-0415 : une partie"),
        (ENGLISH, "dispute", "We dispute invoice F-2026-0415: part of the goods"),
        (FRENCH, "absence", "est absent jusqu'au 29 novembre 2026."),
        (ENGLISH, "absence", "out of the office until 29 November 2026."),
    ],
)
def test_each_answer_is_written_in_the_language_of_the_mailbox(
    occasion, kind, sentence
):
    assert sentence in by_kind(occasion)[kind].text


def test_a_remittance_advice_lists_every_invoice_in_the_text():
    assert (
        "F-2026-0415    €1,840.00\nF-2026-0429    €2,315.50\n"
        in by_kind(ENGLISH)["remittance"].text
    )


def test_a_remittance_advice_comes_as_a_file_too():
    english, french = (
        by_kind(one)["remittance-csv"].attachments[0] for one in (ENGLISH, FRENCH)
    )
    assert (english.filename, english.content) == (
        "remittance-advice.csv",
        b"Invoice,Date,Amount\r\nF-2026-0415,2026-09-28,1840.00\r\nF-2026-0429,2026-09-28,2315.50\r\n",
    )
    assert (french.filename, french.content) == (
        "avis-de-virement.csv",
        b"Facture;Date;Montant\r\nF-2026-0415;28/09/2026;1840,00\r\nF-2026-0429;28/09/2026;2315,50\r\n",
    )


def test_without_invoices_only_the_absence_note_is_left():
    assert list(by_kind(replace(FRENCH, invoices=[]))) == ["absence"]
