"""What sentences about paying say: promises and claims with day, amount and pieces."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.reading.mails import findings, mail, read

HERE = Path(__file__).parent
SENDERS = {"fr": "compta@acme.example", "en": "ap@oakhurn.example"}
TITLES = {"fr": "Re: Relance", "en": "Re: Reminder"}
PAYING = {"promise", "claims_paid"}
HELLO = {"fr": "Bonjour,\n\n", "en": "Hello,\n\n"}


def cases() -> list[tuple[str, str, str]]:
    found = []
    for language in ("fr", "en"):
        table = (HERE / f"paying_{language}.txt").read_text(encoding="utf-8")
        for line in table.splitlines():
            what, _, text = line.partition(" | ")
            found.append((language, what.strip(), text))
    return found


def shown(finding: dict) -> str:
    parts = (
        finding["type"],
        finding.get("date"),
        finding.get("amount"),
        ",".join(sorted(finding.get("invoices", ()))),
    )
    return " ".join(part for part in parts if part)


@pytest.mark.parametrize(("language", "what", "text"), cases())
def test_what_a_sentence_on_paying_says(language, what, text):
    said = findings(
        HELLO[language] + text, sender=SENDERS[language], subject=TITLES[language]
    )
    found = sorted(shown(one) for one in said if one["type"] in PAYING)
    assert found == ([] if what == "nothing" else sorted(what.split(" + ")))


def mails() -> list[tuple[str, ...]]:
    table = (HERE / "paying_mails.txt").read_text(encoding="utf-8")
    return [tuple(line.split(" | ")) for line in table.splitlines()]


@pytest.mark.parametrize(("language", "what", "text"), mails())
def test_what_a_mail_on_paying_says(language, what, text):
    test_what_a_sentence_on_paying_says(language, what, text.replace("¶", "\n"))


def days() -> list[tuple[str, ...]]:
    table = (HERE / "paying_days.txt").read_text(encoding="utf-8")
    return [tuple(line.split(" | ")) for line in table.splitlines()]


PAYS = {"fr": "Nous vous réglerons {}.", "en": "We will pay you {}."}


@pytest.mark.parametrize(("language", "day", "words"), days())
def test_the_day_payment_will_come(language, day, words):
    what = day if day == "nothing" else f"promise {day}"
    test_what_a_sentence_on_paying_says(language, what, PAYS[language].format(words))


def pieces() -> list[tuple[str, ...]]:
    table = (HERE / "paying_pieces.txt").read_text(encoding="utf-8")
    return [tuple(line.split(" | ")) for line in table.splitlines()]


@pytest.mark.parametrize(("language", "what", "text"), pieces())
def test_which_pieces_and_amounts_are_promised(language, what, text):
    test_what_a_sentence_on_paying_says(language, what, text)


def abroad() -> list[tuple[str, ...]]:
    table = (HERE / "paying_xx.txt").read_text(encoding="utf-8")
    return [tuple(line.split(" | ")) for line in table.splitlines()]


@pytest.mark.parametrize(("language", "what", "text"), abroad())
def test_what_other_languages_say_on_paying(language, what, text):
    said = findings(text)
    found = sorted(shown(one) for one in said if one["type"] in PAYING)
    assert found == ([] if what == "nothing" else [what]), language


@pytest.mark.parametrize(
    ("text", "confidence"),
    [
        ("Nous réglerons la F-1041 le 15 décembre.", 0.86),
        ("Nous réglerons la F-1041 fin de mois.", 0.86),
        ("Nous réglerons la F-1041 mi-décembre.", 0.76),
        ("Règlement de la F-1041 le 15 décembre.", 0.84),
        ("Nous réglerons le 15 décembre.", 0.82),
        ("Mardi prochain.", 0.61),
        ("Vendredi prochain.", 0.54),
        ("La F-1041 a été payée le 12 novembre.", 0.82),
        ("Virement du 12 novembre pour la F-1041.", 0.72),
    ],
)
def test_how_far_a_finding_is_believed(text, confidence):
    (found,) = read(mail(text)).findings
    assert found.confidence == confidence
