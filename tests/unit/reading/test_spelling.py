"""Typing slips mended, and words left alone."""

from __future__ import annotations

import pytest

from collector_bot.core.reading.spelling import mended, mended_word
from collector_bot.core.reading.text import fold
from tests.unit.reading.mails import findings, mail, read


@pytest.mark.parametrize(
    ("written", "language", "meant"),
    [
        ("paymnet", "en", "payment"),
        ("paymnt", "en", "payment"),
        ("paymment", "en", "payment"),
        ("trasnfer", "en", "transfer"),
        ("recieved", "en", "received"),
        ("invoise", "en", "invoice"),
        ("decembre", "en", "decembre"),
        ("scheduld", "en", "scheduled"),
        ("virment", "fr", "virement"),
        ("reglememt", "fr", "reglement"),
        ("vendrdei", "fr", "vendredi"),
        ("uberwiesung", "de", "uberweisung"),
        ("zahlnug", "de", "zahlung"),
        ("trasferencia", "es", "transferencia"),
        ("bonifcio", "it", "bonifico"),
        ("betalnig", "nl", "betaling"),
        ("premises", "en", "premises"),
        ("content", "en", "content"),
        ("settle", "en", "settle"),
        ("approver", "en", "approver"),
        ("changes", "en", "changes"),
        ("vivement", "fr", "vivement"),
        ("contexte", "fr", "contexte"),
        ("livres", "fr", "livres"),
        ("paymnet", "xx", "paymnet"),
    ],
)
def test_a_slip_of_one_letter_inside_a_long_word_is_mended(written, language, meant):
    assert mended_word(written, language) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Paymnet on Friday", "Payment on Friday"),
        ("see paymnet@acme.example", "see paymnet@acme.example"),
        ("file paymnet_3.pdf", "file paymnet_3.pdf"),
        ("Less: retrospective discuont -85.00", "Less: retrospective discuont -85.00"),
    ],
)
def test_addresses_files_and_labels_stay_as_written(text, meant):
    assert mended(text, fold(text), "en") == meant


def test_evidence_is_what_was_written():
    said = "The trasnfer of INV-208 is sheduled for 4 Decmber."
    (found,) = read(mail(said, sender="ap@oakhurn.example")).findings
    assert found.evidence == said


@pytest.mark.parametrize(
    "text",
    [
        "We will make the paymnt on 4 december.",
        "The trasnfer will be done on 4 december.",
        "Your inovice will be paid on 4 Decemebr.",
        "Remmittance will follow on 4 december.",
        "Payment is schedulled for 4 december.",
    ],
)
def test_a_promise_survives_a_slip(text):
    (found,) = findings(text, sender="ap@oakhurn.example", subject="Re: Reminder")
    assert (found["type"], found["date"]) == ("promise", "2026-12-04")
