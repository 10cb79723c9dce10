"""What the whole of a mail sounds like: it denies what a rule heard, and finds nothing."""

from dataclasses import replace
from datetime import date

import pytest

from collector_bot.core.reading.findings import (
    BankDetailsChange,
    Document,
    DocumentRequest,
    Promise,
)
from collector_bot.core.reading.senses import believed, features, likelihoods
from tests.unit.reading.mails import read

ASKED = "Bonjour, pourriez-vous m'envoyer une copie de la facture F-1041 ? Merci."
PITCH = (
    "Découvrez nos offres de novembre : tout est payé d'avance, profitez de 20 % de "
    "remise sur votre abonnement. Se désabonner"
)
REQUEST = DocumentRequest(
    evidence="copie", confidence=0.9, documents=(Document.INVOICE_COPY,)
)


def test_a_mail_that_sounds_like_it_keeps_a_finding_and_a_pitch_denies_it():
    assert believed([REQUEST], ASKED, only_words=True) == (REQUEST,)
    assert believed([REQUEST], PITCH, only_words=True) == ()


def test_numbers_are_all_the_same_word():
    assert features("facture F-1041 du 12/11") == features("Facture FA-9 du 3.2.")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Nous avons réglé la facture F-1041 par virement le 12.", "claims_paid"),
        ("Wir bestreiten Rechnung 12: die Menge stimmt nicht.", "dispute"),
        ("Please send us a copy of invoice INV-208.", "document_request"),
        ("Le virement de 300 € partira vendredi 4 décembre.", "promise"),
    ],
)
def test_a_mail_sounds_most_like_what_it_says(text, kind):
    likely = likelihoods(text)
    assert max(likely, key=likely.__getitem__) == kind


def test_kinds_that_are_never_judged_are_believed_as_heard():
    promise = Promise(evidence="", confidence=0.9, on=date(2026, 12, 4))
    assert believed([promise], PITCH, only_words=True) == (promise,)


def test_what_one_of_several_things_sounds_like_by_itself_is_believed():
    promise = Promise(evidence="", confidence=0.9, on=date(2026, 12, 4))
    asked = replace(REQUEST, evidence="envoyez-moi une copie de la facture F-1041")

    assert believed([promise, asked], PITCH, only_words=True) == (promise, asked)
    assert believed([asked], PITCH, only_words=True) == ()


def test_a_warning_of_new_bank_details_is_never_taken_back():
    warning = BankDetailsChange(evidence="IBAN", confidence=0.9)
    assert believed([warning], PITCH, only_words=True) == (warning,)


SEVERAL = """From: compta@acme.example
To: comptabilite@ateliers-morel.example
Date: Tue, 24 Nov 2026 10:00:00 +0000

Hello,
we will pay F-1041 (1,284.00 EUR) on 30 November.
Our bank details have changed, new IBAN FR7630006000011234567890189.
Invoice F-1042 is wrong: the price agreed was lower. Please send a copy of it.
Regards
Jane
"""


def test_a_mail_that_says_four_things_says_them_all():
    kinds = {type(one).__name__ for one in read(SEVERAL.encode()).findings}
    assert kinds == {"Promise", "BankDetailsChange", "Dispute", "DocumentRequest"}
