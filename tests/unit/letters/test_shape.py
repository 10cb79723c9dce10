"""How letters look: columns, sizes, HTML any mail program shows, and no foreign marks."""

from __future__ import annotations

import re

import pytest
from lxml import html as lxml_html

LEVELS = ("courtesy", "reminder_1", "reminder_2", "firm", "formal_notice")


def test_no_line_is_wider_than_76_columns(letters, item, facts):
    wide = (
        item("F" * 70, "9999999999999.99"),
        item("2026/EXPORT/DIVISION-NORD/COMMANDE-4711/F-0000001"),
    )
    for template in LEVELS:
        text = letters.dunning(facts(template, items=wide, account_name="W" * 200)).text
        assert max(map(len, text.splitlines())) <= 76
        assert "2026/EXPORT/DIVISION-NORD/COMMANDE-4711/F-0000001" in text


def test_a_long_number_stands_whole_above_its_figures(letters, item, facts):
    piece = "2026/EXPORT/DIVISION-NORD/COMMANDE-4711/F-0000001"

    lines = letters.dunning(facts(items=(item(piece),))).text.splitlines()

    at = lines.index(piece)
    assert lines[at + 1] == (
        " " * 30 + "23/10/2026  22/11/2026           5  1\u202f234,56\u00a0€"
    )


def test_columns_stand_under_their_titles(letters, full):
    lines = letters.dunning(full("reminder_1", "fr")).text.splitlines()
    start = next(at for at, line in enumerate(lines) if line.startswith("Facture "))

    assert lines[start : start + 5] == [
        "Facture                       Date        Échéance    Retard (j)    Reste dû",
        "-" * 76,
        "F-118                         23/10/2026  22/11/2026           5"
        "  1\u202f234,56\u00a0€",
        "F-119                         23/10/2026  22/11/2026           5"
        "  1\u202f000,00\u00a0€",
        "-" * 76,
    ]


def test_three_hundred_invoices_fit_in_a_mail_that_is_not_clipped(letters, item, facts):
    many = tuple(item(f"F-{number:04}") for number in range(300))

    letter = letters.dunning(facts(items=many))

    assert letter.text.count("\nF-0") == 300
    assert letter.html.count(">F-0") == 300
    assert len(letter.html.encode()) < 102_400


def test_html_fetches_nothing_and_can_be_read_aloud(every_letter):
    for language, letter in every_letter:
        page = lxml_html.document_fromstring(letter.html)
        assert page.get("lang") == language
        assert not re.search(r"https?:|src=|url\(|@import|<script|<img", letter.html)
        for table in page.iter("table"):
            heads = table.findall("tr/th")
            if table.get("role") == "presentation":
                assert heads == []
            else:
                rows = table.findall("tr")
                assert {head.get("scope") for head in heads} == {"col"}
                assert {len(row) for row in rows} == {len(heads)}


def test_a_hostile_name_is_only_text(letters, item, facts):
    name = '<img src=x onerror="a()"> & {{ 7*7 }} {% raw %}'

    letter = letters.dunning(facts(account_name=name, items=(item("<b>F</b>"),)))

    assert name in letter.text
    assert "&lt;img src=x onerror=&#34;a()&#34;&gt; &amp; {{ 7*7 }}" in letter.html
    assert "<img" not in letter.html
    assert "<b>F" not in letter.html


def test_control_characters_are_dropped_and_lines_stay_whole(letters, facts):
    letter = letters.dunning(
        facts(account_name="Ac\x00me\r\nBcc: x@evil.example\u202e\u2028SA\x1b[0m")
    )

    assert "Compte client\u00a0: Acme Bcc: x@evil.example SA[0m (CACME)" in letter.text
    for mark in "\x00\r\u202e\u2028\x1b":
        assert mark not in letter.text + letter.html + letter.subject


@pytest.mark.parametrize(
    "piece",
    [
        "=?utf-8?q?x=0D=0ABcc=3A_evil=40e.example?=",
        "==??utf-8?q?x?=",
        "a\r\nBcc: evil@e.example",
        "P" * 500,
        "=\u200b?utf-8?q?x?=",
    ],
)
def test_a_subject_is_one_short_line_and_never_an_encoded_word(
    letters, piece, item, facts
):
    subject = letters.dunning(facts(items=(item(piece),))).subject

    assert "=?" not in subject
    assert "\n" not in subject
    assert "\r" not in subject
    assert len(subject) <= 200
    assert subject.endswith("[ACME-2026-0007]")


def test_an_account_without_a_name_is_known_by_its_code(letters, facts):
    assert "CACME (CACME)" in letters.dunning(facts(account_name="\u200b")).text
