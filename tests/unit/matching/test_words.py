"""Every ground and cause in French and English."""

import pytest

from collector_bot.core.matching.words import cause_words, ground_words
from collector_bot.core.suggestion import DifferenceCause, Ground, Reason

PIECES = (("count", "2"), ("pieces", "FA-1, FA-2"), ("amount", "1234.50 EUR"))


@pytest.mark.parametrize(
    ("ground", "facts", "french", "english"),
    [
        (Ground.NAMED_BY_ADVICE, PIECES,
         "L’avis de paiement cite FA-1, FA-2.", "The remittance advice names FA-1, FA-2."),
        (Ground.NAMED_BY_ADVICE, (*PIECES, ("unresolved", "X-9")),
         "L’avis de paiement cite FA-1, FA-2, et aussi X-9, où rien n’est ouvert.",
         "The remittance advice names FA-1, FA-2, and also X-9, of which nothing is open."),
        (Ground.REFERENCE_IN_TEXT, PIECES,
         "Le libellé du règlement cite FA-1, FA-2.", "The payment names FA-1, FA-2."),
        (Ground.REFERENCE_IN_TEXT, (*PIECES, ("more", "FA-2")),
         "Le règlement couvre FA-1, FA-2, dont FA-2 qu’il ne cite pas.",
         "The payment covers FA-1, FA-2, of which it does not name FA-2."),
        (Ground.EXACT_AMOUNT, PIECES,
         "Le montant est exactement 1\u202f234,50\xa0€.", "The amount is exactly €1,234.50."),
        (Ground.SINGLE_ITEM, (("pieces", "FA-1"),),
         "Le règlement répond à une seule pièce\xa0: FA-1.",
         "The payment answers one item: FA-1."),
        (Ground.WHOLE_BALANCE, PIECES,
         "Tout le solde est réglé\xa0: 2\xa0pièces.", "The whole balance is paid: 2\xa0items."),
        (Ground.ALL_DUE, (*PIECES, ("until", "2026-03-01")),
         "Le montant solde tout ce qui était échu au 1er\xa0mars 2026.",
         "The amount settles all that was due by 1\xa0March 2026."),
        (Ground.ALL_DUE, (*PIECES, ("until", "2026-08-31"), ("but", "FA-3")),
         "Le montant solde tout ce qui était échu au 31\xa0août 2026, sauf FA-3.",
         "The amount settles all that was due by 31\xa0August 2026, except FA-3."),
        (Ground.CONSECUTIVE_RUN, PIECES,
         "Le montant solde 2\xa0pièces qui se suivent par date\xa0: FA-1, FA-2.",
         "The amount settles 2\xa0items that follow each other by date: FA-1, FA-2."),
        (Ground.CONSECUTIVE_RUN, (*PIECES, ("month", "2026-02")),
         "Le montant solde les pièces de février 2026.",
         "The amount settles the items of February 2026."),
        (Ground.CONSECUTIVE_RUN, (("month", "2026-10"),),
         "Le montant solde les pièces d’octobre 2026.",
         "The amount settles the items of October 2026."),
        (Ground.CONSECUTIVE_RUN, (("month", "2026-04"),),
         "Le montant solde les pièces d’avril 2026.",
         "The amount settles the items of April 2026."),
        (Ground.CONSECUTIVE_RUN, (("month", "2026-08"),),
         "Le montant solde les pièces d’août 2026.",
         "The amount settles the items of August 2026."),
        (Ground.SMALL_SUBSET, PIECES,
         "2\xa0pièces font ensemble le montant\xa0: FA-1, FA-2.",
         "2\xa0items make the amount together: FA-1, FA-2."),
        (Ground.CREDIT_NOTE_TAKEN, (("pieces", "AV-1"),),
         "L’avoir est déduit\xa0: AV-1.", "The credit is taken along: AV-1."),
        (Ground.PARTIAL_OF_NAMED, (("pieces", "FA-1"),),
         "Le règlement ne couvre qu’une partie de FA-1.", "The payment covers only part of FA-1."),
        (Ground.AMBIGUOUS, (("rivals", "1"), ("between", "amounts")),
         "1\xa0autre réponse convient aussi bien.", "1\xa0other answer fits as well."),
        (Ground.AMBIGUOUS, (("rivals", "3"), ("between", "amounts")),
         "3\xa0autres réponses conviennent aussi bien.", "3\xa0other answers fit as well."),
        (Ground.AMBIGUOUS, (("rivals", "2"), ("between", "age")),
         "2\xa0autres choix ont les mêmes montants\xa0: seul l’âge les distingue.",
         "2\xa0other choices have the same amounts: only age tells them apart."),
        (Ground.AMBIGUOUS, (("rivals", "1"), ("between", "payments")),
         "1\xa0autre règlement a le même montant.", "1\xa0other payment has the same amount."),
        (Ground.CHOSEN_BY_PERSON, (("by", "Léa"),), "Écritures choisies par Léa.", "Entries chosen by Léa."),
        (Ground.DIFFERENCE, (("cause", "bank_fee"), ("amount", "-10.00 EUR")),
         "Écart de 10,00\xa0€\xa0: frais bancaires.", "Difference of €10.00: bank fee."),
    ],
)  # fmt: skip
def test_a_reason_in_both_languages(ground, facts, french, english):
    assert ground_words(Reason(ground, facts), "fr") == french
    assert ground_words(Reason(ground, facts), "en") == english


@pytest.mark.parametrize("ground", list(Ground))
@pytest.mark.parametrize(
    "facts", [(), (("amount", "?"), ("until", "soon"), ("month", "x"), ("cause", "y"))]
)
def test_a_missing_or_strange_fact_raises_nothing(ground, facts):
    for language in ("fr", "en", "de"):
        assert ground_words(Reason(ground, facts), language).endswith(".")


@pytest.mark.parametrize(
    ("cause", "french", "english"),
    [
        (DifferenceCause.NONE, "aucun écart", "no difference"),
        (DifferenceCause.ROUNDING, "arrondi", "rounding"),
        (DifferenceCause.BANK_FEE, "frais bancaires", "bank fee"),
        (DifferenceCause.DISCOUNT, "escompte", "discount"),
        (DifferenceCause.SHORT_PAYMENT, "règlement insuffisant", "short payment"),
        (DifferenceCause.OVERPAYMENT, "trop-perçu", "overpayment"),
        (DifferenceCause.PARTIAL, "règlement partiel", "part payment"),
        (DifferenceCause.ON_ACCOUNT, "à valoir sur le compte", "on account"),
    ],
)
def test_a_cause_in_both_languages(cause, french, english):
    assert (cause_words(cause, "fr"), cause_words(cause, "en")) == (french, english)
