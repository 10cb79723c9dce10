"""What is said now and what is quoted, forwarded, signed or added by machines."""

from __future__ import annotations

import pytest

from collector_bot.core.reading.quoting import part
from collector_bot.core.reading.text import normalise

LETTER = "Bonjour,\nF-1041, échéance 08/10/2026 : 1 284,00 €\nMerci de régler."
QUOTED = "\n".join(f"> {line}" for line in LETTER.split("\n"))
SAID = "Virement vendredi."

CUTS = [
    f"Le lun. 2 nov. 2026 à 09:30, Ateliers <a@b.example> a écrit :\n{QUOTED}",
    f"Le lun. 2 nov. 2026 à 09:30, Ateliers <\na@b.example> a écrit :\n{QUOTED}",
    f"Le 09/11/2026 à 09:30, Ateliers Morel a écrit :\n{QUOTED}",
    f"On Fri, 6 Nov 2026 at 09:30, Ateliers <a@b.example> wrote:\n{QUOTED}",
    f"On Nov 6, 2026, at 09:30, Ateliers <a@b.example>\nwrote:\n{LETTER}",
    f"Am 06.11.2026 um 09:30 schrieb Ateliers <a@b.example>:\n{QUOTED}",
    f"De : Ateliers\nEnvoyé : vendredi 6 novembre 2026 09:30\nÀ : x\nObjet : Relance\n\n{LETTER}",
    f"De\u00a0: Ateliers\nEnvoyé\u00a0: vendredi\nÀ\u00a0: x\nObjet\u00a0: Relance\n\n{LETTER}",
    f"From: Ateliers\nSent: Friday\nTo: x\nSubject: Reminder\n\n{LETTER}",
    f"Von: Ateliers\nGesendet: 06.11.2026\nAn: x\nBetreff: Reminder\n\n{LETTER}",
    f"*De:* Ateliers\n*Date:* vendredi\n*À:* x\n*Objet:* Relance\n\n{LETTER}",
    f"-----Message d'origine-----\nDe : Ateliers\n{LETTER}",
    f"----- Original Message -----\nFrom: Ateliers\n{LETTER}",
    f"---------- Forwarded message ---------\nFrom: Ateliers\n{LETTER}",
    f"-------- Message transféré --------\nSujet : Relance\n{LETTER}",
    f"Début du message réexpédié :\n\nDe: Ateliers\n{LETTER}",
    "-- \nAnne Martin\nComptable",
    "Cordialement,\nAnne Martin\nComptable",
    "Bien à vous\nAnne",
    "Kind regards\nAnne\n+33 4 00 00 00 00",
    "Merci,\nAnne",
    "Envoyé de mon iPhone",
    "Sent from my Android phone",
    "Ce message et toutes les pièces jointes sont confidentiels. Merci de régler avant le 30.",
    "CONFIDENTIALITY NOTICE: this e-mail may contain",
    "Avant d'imprimer, pensez à l'environnement",
]


@pytest.mark.parametrize("rest", CUTS)
def test_the_rest_is_cut(rest):
    said = part(normalise(f"{SAID}\n\n{rest}")).said
    assert said.startswith(SAID)
    assert "1041" not in said
    assert "30" not in said
    assert "Comptable" not in said


def test_an_answer_under_the_quote_is_kept():
    parted = part(
        normalise(f"Le 09/11/2026 à 09:30, Ateliers a écrit :\n{QUOTED}\n\n{SAID}")
    )
    assert parted.said == SAID


def test_answers_between_quoted_lines_know_what_they_answer():
    text = "Le 09/11/2026, Ateliers a écrit :\n> F-1041 : 10 €\n\nPayée.\n\n> F-1042 : 20 €\n\nVendredi."
    blocks = part(normalise(text)).blocks
    assert [(block.text, block.answers) for block in blocks] == [
        ("Payée.", "F-1041 : 10 €"),
        ("Vendredi.", "F-1042 : 20 €"),
    ]


def test_a_postscript_under_the_signature_is_said():
    said = part(
        normalise("Virement fait.\n\nCordialement,\nAnne\n\nPS : la F-1042 vendredi.")
    ).said
    assert "PS : la F-1042 vendredi." in said
    assert "Anne" not in said


def test_thanks_before_more_words_do_not_cut():
    said = part(
        "Merci.\n\nPar ailleurs la facture F-1041 sera payée vendredi prochain sans faute."
    ).said
    assert "F-1041" in said


def test_an_ordinary_sentence_with_le_is_not_a_quote():
    assert part(
        "Le virement partira le 30 novembre à 9 h.\nBonne nouvelle"
    ).said.startswith("Le virement")


def test_a_long_body_is_capped():
    said = part("\n".join(f"ligne {n}" for n in range(5000))).said
    assert said.count("\n") == 299
