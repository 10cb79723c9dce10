"""Every letter a customer can receive, as it was last looked at by a person.

COLLECTOR_GOLDEN=rewrite in the environment writes the files anew; the diff is then
reviewed like any other change.
"""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from collector_bot.core.money import Money
from collector_bot.letters import (
    Company,
    Letter,
    LetterFacts,
    LetterItem,
    Letters,
    ReplyFacts,
)

ROOT = Path(__file__).parents[2]
SHELF = Path(__file__).parent / "letters"
MOREL = Company(
    name="Ateliers Morel SAS",
    signature="Le service comptabilité clients",
    signature_en="Accounts receivable",
    phone="+33 4 72 00 00 00",
    iban="FR7630006000011234567890189",
    bic="AGRIFRPP",
    reply_to="comptabilite@ateliers-morel.example",
)


def eur(text: str) -> Money:
    return Money.of(text, "EUR")


def invoice(piece: str, due_on: date, open_: str, late: int) -> LetterItem:
    dated_on = due_on.replace(month=due_on.month - 1)
    return LetterItem(piece, dated_on, due_on, eur(open_), eur(open_), late)


FIRST = invoice("F-2026-0118", date(2026, 10, 13), "12345.60", 45)
SECOND = invoice("F-2026-0131", date(2026, 11, 1), "980.00", 26)
CREDIT = LetterItem(
    "AV-2026-0007", date(2026, 11, 2), None, eur("150.00"), eur("120.00")
)
ALONE = LetterFacts(
    template="",
    language="fr",
    account_code="CDUPONT",
    account_name="Établissements Dupont & Fils",
    today=date(2026, 11, 27),
    items=(FIRST,),
    not_yet_due=(),
    credits=(),
    due=eur("12345.60"),
    credited=eur("0"),
    net=eur("12345.60"),
    company=MOREL,
    reference="CDUPONT-2026-0007",
)
SEVERAL = replace(
    ALONE,
    items=(FIRST, SECOND),
    not_yet_due=(invoice("F-2026-0140", date(2026, 12, 10), "410.00", -13),),
    credits=(CREDIT,),
    due=eur("13325.60"),
    credited=eur("120.00"),
    net=eur("13205.60"),
    previous_sent_on=date(2026, 11, 12),
    broken_promise_on=date(2026, 11, 20),
    pay_by=date(2026, 12, 5),
)
REPLY = ReplyFacts(
    language="fr",
    account_code="CDUPONT",
    account_name="Établissements Dupont & Fils",
    today=date(2026, 11, 27),
    company=MOREL,
    reference="CDUPONT-2026-0007",
    payment=eur("12500.00"),
    payment_on=date(2026, 11, 26),
    settled=(FIRST,),
    left=(SECOND,),
)
DUNNING = ("courtesy", "reminder_1", "reminder_2", "firm", "formal_notice")


@pytest.fixture(scope="module")
def letters() -> Letters:
    return Letters(ROOT / "templates")


def same_as_kept(name: str, letter: Letter) -> None:
    text, html = SHELF / f"{name}.txt", SHELF / f"{name}.html"
    written = f"{letter.subject}\n\n{letter.text}"
    if os.environ.get("COLLECTOR_GOLDEN") == "rewrite":
        SHELF.mkdir(exist_ok=True)
        text.write_text(written, "utf-8")
        html.write_text(letter.html + "\n", "utf-8")
    assert written == text.read_text("utf-8")
    assert letter.html + "\n" == html.read_text("utf-8")


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("template", DUNNING)
@pytest.mark.parametrize(("case", "facts"), [("one", ALONE), ("several", SEVERAL)])
def test_dunning_letter(letters, template, language, case, facts):
    letter = letters.dunning(replace(facts, template=template, language=language))

    same_as_kept(f"{template}.{case}.{language}", letter)


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("template", DUNNING[2:])
def test_dunning_letter_about_what_fell_due_since_the_last_one(
    letters, template, language
):
    third = invoice("F-2026-0135", date(2026, 11, 3), "55.00", 24)
    facts = replace(
        SEVERAL,
        template=template,
        language=language,
        items=(FIRST, SECOND, third),
        due=eur("13380.60"),
        net=eur("13260.60"),
        previous_sent_on=date(2026, 10, 20),
    )

    same_as_kept(f"{template}.since.{language}", letters.dunning(facts))


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("name", ["thanks", "promise_noted", "ask_payment"])
def test_reply(letters, name, language):
    same_as_kept(
        f"{name}.{language}", letters.reply(name, replace(REPLY, language=language))
    )


@pytest.mark.parametrize("language", ["fr", "en"])
def test_statement(letters, language):
    facts = replace(SEVERAL, template="open_items", language=language)

    same_as_kept(f"open_items.{language}", letters.statement(facts))
