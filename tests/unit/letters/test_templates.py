"""What a template may not do, and how it is refused at start."""

from __future__ import annotations

import shutil

import pytest

from collector_bot.core.errors import TemplateError
from collector_bot.letters import Letters


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("{{ acount_name }}", "the name “acount_name” is unknown. Use one of: account"),
        ("{% if pay_by %}{{ nothing }}{% endif %}", "the name “nothing” is unknown"),
        ("{{ account_name|safe }}", "the filter “safe” is not allowed. Use one of"),
        ("{{ account_name|upper }}", "the filter “upper” is not allowed"),
        ("{{ account_name.upper() }}", "“call” is not allowed in a letter"),
        ("{{ account_name.upper }}", "the name “.upper” is unknown"),
        ("{{ company.__class__ }}", "the name “.__class__” is unknown"),
        ("{{ account_name.piece }}", "'str object' has no attribute 'piece'"),
        ("{{ count * 40 }}", "“mul” is not allowed"),
        ("{{ count + 1 }}", "“add” is not allowed"),
        ("{{ account_name ~ 'x' }}", "“concat” is not allowed"),
        ("{% if count == 1 %}x{% endif %}", "“compare” is not allowed"),
        ("{% set x = 1 %}", "“assign” is not allowed"),
        ("{{ items[0] }}", "“getitem” is not allowed"),
        ("{% macro m() %}{% endmacro %}", "“macro” is not allowed"),
        ("{% include account_name %}", "another template is named by its path"),
        ("{% include 'parts/none.j2' %}", "“parts/none.j2” does not exist"),
        ("{{ net }}", "a Money is printed without a filter such as money or day"),
        ("{{ today }}", "a date is printed without a filter"),
        ("{{ pay_by|day }}", "no attribute 'day'. Ask with “if” first"),
        ("{% for item in items %}", "Encountered unknown tag 'endblock'"),
        ("{{ items|table(colour='x') }}", "has no attribute 'colour'"),
    ],
)
def test_a_template_that_does_more_than_write_stops_the_start(folder, line, complaint):
    file = folder / "dunning" / "firm" / "fr.txt.j2"
    lines = file.read_text("utf-8").splitlines()
    at = next(number for number, text in enumerate(lines) if "block ask" in text)
    file.write_text("\n".join([*lines[: at + 1], line, *lines[at + 1 :]]), "utf-8")

    with pytest.raises(TemplateError) as refusal:
        Letters(folder)

    assert complaint in str(refusal.value)
    assert str(refusal.value).startswith("dunning/firm/fr.txt.j2:")
    assert refusal.value.code == "template.refused"


def test_the_line_that_is_wrong_is_named(folder):
    file = folder / "dunning" / "firm" / "en.html.j2"
    file.write_text("<p>\n{{ reference }}\n{{ acount }}\n", "utf-8")

    with pytest.raises(TemplateError, match=r"^dunning/firm/en\.html\.j2:3: "):
        Letters(folder)


def test_a_shared_part_is_checked_too(folder):
    part = folder / "parts" / "fr.bank.txt.j2"
    part.write_text("IBAN {{ company.ibam }}\n", "utf-8")

    with pytest.raises(TemplateError, match=r"^parts/fr\.bank\.txt\.j2:1: .*“\.ibam”"):
        Letters(folder)


def test_a_letter_without_its_reference_is_refused(folder):
    (folder / "replies" / "thanks" / "fr.txt.j2").write_text("Merci.\n", "utf-8")

    with pytest.raises(TemplateError, match="does not show its reference"):
        Letters(folder)


def test_a_missing_language_is_refused(folder):
    (folder / "dunning" / "firm" / "en.subject.j2").unlink()

    with pytest.raises(TemplateError, match=r"firm/en\.subject\.j2: the file is missi"):
        Letters(folder)


def test_a_company_may_add_a_letter_of_its_own(folder):
    shutil.copytree(folder / "dunning" / "firm", folder / "dunning" / "export")

    assert "export" in Letters(folder).templates
