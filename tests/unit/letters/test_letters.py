"""What letters say, in French and in English."""

from __future__ import annotations

import html
import re
import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from collector_bot.core.errors import TemplateError
from collector_bot.core.money import Money
from collector_bot.letters import Letters

ROOT = Path(__file__).parents[3]
LEVELS = ("courtesy", "reminder_1", "reminder_2", "firm", "formal_notice")


def test_every_level_of_the_example_configuration_has_its_letter(letters):
    config = tomllib.loads((ROOT / "config.example.toml").read_text("utf-8"))

    asked_for = {level["template"] for level in config["dunning"]["levels"]}

    assert asked_for == set(letters.templates) == set(LEVELS)


def test_a_letter_nobody_wrote_is_refused_by_name(letters, facts):
    with pytest.raises(TemplateError, match=r"^dunning/gentle: .* Known: courtesy, f"):
        letters.dunning(facts("gentle"))


def test_every_letter_shows_its_case_its_bank_details_and_how_to_answer(every_letter):
    never = {
        "fr": "Nous ne changeons jamais de coordonnées bancaires par e-mail.",
        "en": "We never change our bank details by e-mail.",
    }
    answer = {"fr": "déjà payé", "en": "already paid? Please tell us the date"}
    for language, letter in every_letter:
        assert letter.subject.endswith(" [ACME-2026-0007]")
        for body in (letter.text, html.unescape(letter.html)):
            said = re.sub(r"\s+", " ", body)
            assert "ACME-2026-0007" in said
            assert "FR76 3000 6000 0112 3456 7890 189" in said
            assert "AGRIFRPP" in said
            assert never[language] in said
            assert answer[language] in said
            assert "+33 4 72 00 00 00" in said
            assert "Acme SARL (CACME)" in said


def test_text_and_html_say_the_same_words(every_letter):
    def words(text: str) -> str:
        return re.sub(r"[\s-]+", "", text).casefold()

    for _, letter in every_letter:
        body = re.sub(r"<[^>]+>", " ", letter.html.partition("<body")[2])
        assert words(html.unescape(body.partition(">")[2])) == words(letter.text)


def test_only_the_firm_letters_quote_the_law(letters, full):
    for template in LEVELS:
        text = letters.dunning(full(template, "fr")).text
        quoted = "D.\u00a0441-5" in text and "40\u00a0€ par" in text
        assert quoted is (template in {"firm", "formal_notice"})


def test_the_formal_notice_summons_and_gives_a_last_day(letters, full):
    flat = letters.dunning(full("formal_notice", "fr")).text.replace("\n", " ")

    assert "MISE EN DEMEURE DE PAYER" in flat
    assert "article\u00a01344 du code civil" in flat
    assert "2\u202f200,00\u00a0€ au plus tard le 5\u00a0décembre\u00a02026" in flat


def test_a_formal_notice_without_a_last_day_gives_eight_days(letters, facts):
    text = letters.dunning(facts("formal_notice")).text

    assert "dans un délai de huit jours" in text.replace("\n", " ")


@pytest.mark.parametrize("template", LEVELS[1:])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_broken_promise_is_mentioned_and_only_then(
    letters, template, language, facts, full
):
    day = {"fr": "20\u00a0novembre\u00a02026", "en": "20\u00a0November\u00a02026"}[
        language
    ]

    assert day in letters.dunning(full(template, language)).text.replace("\n", " ")
    assert day not in letters.dunning(facts(template, language)).text


FIRM = ("reminder_2", "firm", "formal_notice")
DESPITE = re.compile(r"malgré|despite", re.IGNORECASE)


@pytest.mark.parametrize("template", FIRM)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_last_letter_is_not_held_against_what_fell_due_since(
    letters, template, language, facts, item
):
    before = replace(item("F-1"), due_on=date(2026, 11, 1), overdue_days=26)
    since = replace(item("F-2"), due_on=date(2026, 11, 12), overdue_days=15)
    told = letters.dunning(
        facts(template, language, items=(before, since), previous_sent_on=since.due_on)
    )
    words = {"fr": "échue depuis ce message", "en": "fallen due since that message"}
    for body in (told.text, html.unescape(told.html)):
        first, second = re.sub(r"\s+", " ", body).split(words[language])
        assert DESPITE.search(first)
        assert ("F-1" in first, "F-2" in first) == (True, False)
        assert ("F-1" in second, "F-2" in second) == (False, True)


@pytest.mark.parametrize("template", FIRM)
def test_when_all_fell_due_since_the_last_letter_is_not_mentioned(
    letters, template, facts, item
):
    later = replace(item(), due_on=date(2026, 11, 20))
    for items in ((later,), (later, item("F-2"))):
        sent = facts(template, items=items, previous_sent_on=date(2026, 11, 12))
        text = letters.dunning(sent).text
        assert not DESPITE.search(text)
        assert "12\u00a0novembre" not in text


@pytest.mark.parametrize("template", FIRM)
def test_when_all_was_due_before_the_last_letter_covers_all(letters, template, full):
    text = letters.dunning(full(template, "fr")).text.replace("\n", " ")
    assert "24\u00a0novembre\u00a02026" in text
    assert "échues depuis ce message" not in text


def test_credits_are_deducted_in_sight(letters, facts, full):
    text = letters.dunning(full("reminder_1", "fr")).text

    assert re.search(r"Total +2\u202f234,56\u00a0€\n", text)
    assert re.search(r"Règlements et avoirs à déduire +34,56\u00a0€\n", text)
    assert re.search(r"Net à payer +2\u202f200,00\u00a0€\n", text)
    assert "Net à payer" not in letters.dunning(facts()).text


def test_the_statement_of_an_account_that_is_not_late_says_so(letters, eur, facts):
    letter = letters.statement(
        facts("open_items", items=(), due=eur("0"), net=eur("0"))
    )

    assert "Aucune facture n’est échue." in letter.text
    assert "Retard" not in letter.html


@pytest.mark.parametrize(
    ("template", "language", "one", "two"),
    [
        ("reminder_1", "fr", "facture F-118 échue", "2\u00a0factures échues"),
        ("reminder_1", "en", "invoice F-118 is past due", "2\u00a0invoices past due"),
        ("firm", "fr", "Facture F-118 impayée", "2\u00a0factures impayées"),
        ("courtesy", "en", "Invoice F-118 is due on", "2\u00a0invoices due soon"),
    ],
)
def test_one_invoice_is_named_and_several_are_counted(
    letters, template, language, one, two, facts, full
):
    assert one in letters.dunning(facts(template, language)).subject
    assert two in letters.dunning(full(template, language)).subject


def test_a_letter_about_one_invoice_never_speaks_of_several(letters, facts):
    for template in LEVELS:
        lead = letters.dunning(facts(template)).text.partition("-----")[0]
        assert "la facture ci-dessous" in lead
        assert "factures" not in lead


def test_french_letters_keep_french_typography(every_letter):
    for language, letter in every_letter:
        if language != "fr":
            continue
        for text in (letter.subject, letter.text, html.unescape(letter.html)):
            prose = re.sub(r"<style>.*?</style>|<[^>]*>", "", text, flags=re.DOTALL)
            assert not re.search(r"[ ][:;!?»€%]|«[ ]|\d[ ]€", prose)
            assert not re.search(r"\w[:;!?»](?:\s|$)|'|\.\.\.", prose)


def test_english_letters_have_no_french_spaces(every_letter):
    for language, letter in every_letter:
        if language == "en":
            assert not re.search(r"\s[:;!?]", letter.text)
            assert "\u202f" not in letter.text


def test_the_first_of_a_month_is_written_as_the_french_write_it(letters, facts):
    late = letters.dunning(facts(pay_by=date(2026, 12, 1)))

    assert "1er\u00a0décembre\u00a02026" in late.text.replace("\n", " ")


def test_numbers_and_dates_typed_in_a_template_keep_to_one_line(folder, facts):
    template = folder / "dunning" / "reminder_1" / "fr.txt.j2"
    told = "Avoir n° 7, note N° 8 : dès le 22 novembre 2026 ou le 1er mars 2027."
    source = template.read_text("utf-8")
    template.write_text(source.replace("Il s’agit", f"{told} Il s’agit"), "utf-8")
    text = Letters(folder).dunning(facts()).text.replace("\n", " ")
    assert (
        "Avoir n°\u00a07, note N°\u00a08\u00a0: dès le 22\u00a0novembre\u00a02026"
        in text
    )
    assert "1er\u00a0mars\u00a02027" in text


def test_an_invoice_number_wraps_in_html_only_where_it_is_long(letters, item, facts):
    short, long = item("F-2026-0118"), item("F-" + "2026" * 12)
    html_of = letters.dunning(facts(items=(short, long))).html
    assert f'<td style="white-space:nowrap">{short.piece}</td>' in html_of
    assert f'<td style="white-space:normal">{long.piece}</td>' in html_of


def test_amounts_have_the_decimals_of_their_currency(letters, item, facts):
    yen = Money(123456, "JPY")
    letter = letters.dunning(
        facts(
            language="en",
            items=(replace(item(), amount=yen, open=yen),),
            due=yen,
            credited=Money(0, "JPY"),
            net=yen,
        )
    )

    assert "¥123,456 " in letter.text.replace("\n", " ")
    assert letter.subject == (
        "Reminder: invoice F-118 is past due – ¥123,456 [ACME-2026-0007]"
    )


def test_thanks_name_the_one_invoice_a_payment_settled(letters, item, reply):
    letter = letters.reply("thanks", reply(settled=(item(),)))

    assert letter.subject == (
        "Merci de votre règlement de 1\u202f234,56\u00a0€ [ACME-2026-0007]"
    )
    assert "Il solde votre facture F-118." in letter.text


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        ("Avis de virement", "Re: Avis de virement"),
        ("Re: Rappel : F-118 [CACME-20261130]", "Re: Rappel : F-118 [CACME-20261130]"),
        ("RE : Re: TR: AW: Rappel", "Re: TR: AW: Rappel"),
        ("Re[2]: rappel", "Re: rappel"),
        ("Remise du 3", "Re: Remise du 3"),
        ("  Merci\r\nBcc: evil@e.example  ", "Re: Merci Bcc: evil@e.example"),
        ("=?utf-8?q?x=0D=0ABcc=3A_evil=40e.example?=", "Re: =utf-8?q?x=0D=0ABcc=3A_evil=40e.example?="),
        ("=\u200b?x", "Re: =x"),
    ],
)  # fmt: skip
def test_an_answer_carries_the_subject_it_answers(letters, reply, theirs, ours):
    letter = letters.reply("thanks", reply(), answering=theirs)

    assert letter.subject == ours
    assert "ACME-2026-0007" in letter.text
    assert "ACME-2026-0007" in letter.html


@pytest.mark.parametrize("theirs", ["", " \n", "Re:", "RE : re: "])
def test_an_answer_to_a_mail_without_a_subject_has_its_own(letters, reply, theirs):
    letter = letters.reply("thanks", reply(), answering=theirs)

    assert letter.subject.startswith("Merci de votre règlement")


def test_a_long_subject_is_cut(letters, reply):
    subject = letters.reply("thanks", reply(), answering="x" * 900).subject

    assert len(subject) == 200
    assert subject.endswith("x…")


def test_thanks_list_what_is_settled_and_what_is_left(letters, item, reply):
    letter = letters.reply(
        "thanks",
        reply(settled=(item("F-1"), item("F-2")), left=(item("F-3", "50.00"),)),
    )

    settled, left = letter.text.split("Il reste à régler")
    assert "Il solde 2\u00a0factures\u00a0:" in settled
    assert "F-1 " in settled
    assert "F-2 " in settled
    assert re.search(r"F-3 .* 50,00\u00a0€", left)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            "fr",
            "Nous avons bien noté votre règlement de 1\u202f234,56\u00a0€ prévu le "
            "26\u00a0novembre\u00a02026 et nous vous en remercions.",
        ),
        (
            "en",
            "We have noted that we can expect your payment of €1,234.56 on "
            "26\u00a0November\u00a02026; thank you.",
        ),
    ],
)
def test_a_promise_is_confirmed_in_one_sentence(letters, language, sentence, reply):
    text = letters.reply("promise_noted", reply(language=language)).text

    assert sentence in text.replace("\n", " ")
