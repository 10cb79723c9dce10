"""The command line in the language of its shell, and then of its configuration."""

from __future__ import annotations

import re

import pytest

from collector_bot.cli.grammar import build_parser, parse
from collector_bot.cli.parsing import Parser

ENGLISH_WORDS = re.compile(
    r"\b(?:usage:|the|of|show|help|options:|positional|arguments|default|and)\b"
)


def verbs(parser: Parser) -> dict[str, Parser]:
    """Return the parser of every verb, by name."""
    (found,) = (one.choices for one in parser._actions if one.dest == "verb")
    return dict(found)


@pytest.mark.parametrize(
    ("variables", "begins"),
    [
        ({"LANG": "fr_FR.UTF-8"}, "usage : "),
        ({"LC_MESSAGES": "fr_CA", "LANG": "en_US.UTF-8"}, "usage : "),
        ({"LC_ALL": "C.UTF-8", "LC_MESSAGES": "fr_FR", "LANG": "fr_FR"}, "usage: "),
        ({"LC_ALL": "", "LANG": "fr"}, "usage : "),
        ({"LANG": "en_GB.UTF-8"}, "usage: "),
        ({}, "usage: "),
    ],
)
def test_help_is_in_the_language_of_the_shell(empty, monkeypatch, variables, begins):
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    said = empty.bare("--help")
    assert said.code == 0
    assert said.plain.startswith(begins)


def test_every_page_of_help_is_whole_in_french(monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    english, french = build_parser("en"), build_parser("fr")
    assert verbs(english).keys() == verbs(french).keys()
    for name, page in [("", french), *verbs(french).items()]:
        told = page.format_help()
        assert told.startswith("usage\u00a0: collector-bot")
        assert not ENGLISH_WORDS.findall(re.sub(r"--[a-z-]+", "", told)), name
        assert not re.search(r"[ a-zé»](?:[;!?]| [:;!?»])", told), name
        assert max(map(len, told.splitlines())) <= 80, name


def test_every_page_of_help_is_whole_in_english(monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    for name, page in verbs(build_parser("en")).items():
        told = page.format_help()
        assert not re.search(r"[àâçéèêîôûœ«»]", told), name
        assert max(map(len, told.splitlines())) <= 80, name


def test_both_languages_ask_for_the_same_arguments():
    words = ["dun", "--dry-run", "--as-of", "30/11/2026"]
    assert vars(parse(words, "fr")) == vars(parse(words, "en"))


WRONG = [
    ((), "missing: VERB.", "il manque VERBE."),
    (
        ("balanse", "ACME"),
        "“balanse” is no verb (did you mean balance?); “collector-bot --help” lists "
        "them.",
        "« balanse » n’est pas un verbe (vouliez-vous dire balance ?) ; « collector-bot "
        "--help » les donne.",
    ),
    (
        ("fly",),
        "“fly” is no verb; “collector-bot --help” lists them.",
        "« fly » n’est pas un verbe ; « collector-bot --help » les donne.",
    ),
    (
        ("letter", "ACME"),
        "missing: PIECE.",
        "il manque PIÈCE.",
    ),
    (
        ("balance", "ACME", "--jsn"),
        "--jsn is not understood; “collector-bot VERB --help” tells what is.",
        "--jsn n’est pas compris ; « collector-bot VERBE --help » dit ce qui l’est.",
    ),
    (
        ("read",),
        "read wants files, or --again for mails that are kept.",
        "read veut des fichiers, ou --again pour les courriels gardés.",
    ),
    (
        ("outbox", "--state"),
        "--state needs a value.",
        "--state demande une valeur.",
    ),
    (
        ("balance", "ACME", "--json=yes"),
        "--json takes no value.",
        "--json ne prend pas de valeur.",
    ),
    (
        ("outbox", "--state", "snt"),
        "--state: “snt” is unknown (did you mean sent?); expected awaiting_approval, "
        "pending, claimed, handing_over, uncertain, sent, failed, cancelled.",
        "--state : « snt » est inconnu (vouliez-vous dire sent ?) ; il faut "
        "awaiting_approval, pending, claimed, handing_over, uncertain, sent, failed, "
        "cancelled.",
    ),
    (
        ("demo", "--language", "de"),
        "--language: “de” is unknown; expected fr, en.",
        "--language : « de » est inconnu ; il faut fr, en.",
    ),
    (
        ("approve", "twelve"),
        "N: “twelve” is not a number such as 12.",
        "N : « twelve » n’est pas un numéro comme 12.",
    ),
    (
        ("promise", "ACME", "soon"),
        "DATE: “soon” is not a date; write 2026-11-30 or 30/11/2026.",
        "DATE : « soon » n’est pas une date ; écrivez 30/11/2026 ou 2026-11-30.",
    ),
    (
        ("demo", "--port", "70000"),
        "--port: “70000” is not a port; expected 1 to 65535, or 0 for a free one.",
        "--port : « 70000 » n’est pas un port ; il faut 1 à 65535, ou 0 pour un port "
        "libre.",
    ),
    (
        ("approve", "1", "--json"),
        "--json is not understood; “collector-bot VERB --help” tells what is.",
        "--json n’est pas compris ; « collector-bot VERBE --help » dit ce qui l’est.",
    ),
    (
        ("--json", "approve", "1"),
        "approve has nothing to say as JSON.",
        "approve n’a rien à dire en JSON.",
    ),
]


@pytest.mark.parametrize(("words", "english", "french"), WRONG)
def test_wrong_use_is_told_in_both_languages(
    empty, monkeypatch, words, english, french
):
    for language, sentence in (("en_GB.UTF-8", english), ("fr_FR.UTF-8", french)):
        monkeypatch.setenv("LC_ALL", language)
        said = empty.bare(*words)
        assert (said.code, said.out) == (2, "")
        assert (
            re.sub(r"^collector-bot[ a-z]*?\s?: ", "", said.complaints[-1]) == sentence
        )


def test_the_configuration_s_language_wins_over_the_shell_s(empty, monkeypatch):
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    empty.configure(language="en")
    assert empty("balance", "ACME").err.startswith("The database has no tables yet")
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    empty.configure(language="fr")
    assert empty("balance", "ACME").err.startswith("La base n’a pas encore de tables")


def test_without_a_configuration_the_shell_s_language_is_spoken(empty, monkeypatch):
    empty.config.unlink()
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    assert empty.bare("balance", "ACME").refusal == (
        "Il n’y a pas de collector.toml ici : copiez config.example.toml, ou nommez un "
        "fichier par --config ou COLLECTOR_CONFIG."
    )


def test_a_wrong_configuration_is_told_in_the_language_it_names(empty, monkeypatch):
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    empty.write("collector.toml", '[company]\nlanguage = "fr"\nnam = "Morel"\n')
    assert empty("balance", "ACME").refusal == (
        f"{empty.config}:3 : la clé company.nam est inconnue (vouliez-vous dire name ?) "
        "; config.example.toml explique chaque clé (et 1 de plus ensuite)."
    )


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        (
            'timezone = "Mars"',
            "company.timezone : « Mars » n’est pas un fuseau horaire ; écrivez par "
            "exemple Europe/Paris.",
        ),
        (
            'terms = "bientôt"',
            "company.terms : « bientôt » n’est pas un délai de paiement ; écrivez par "
            "exemple 30 net, 45 fin de mois, fin de mois + 45, 30 fin de mois le 10 ou "
            "comptant.",
        ),
    ],
)
def test_a_value_no_desk_can_work_with_is_told_by_its_line(shell, wrong, sentence):
    text = shell.config.read_text("utf-8")
    shell.write("collector.toml", text.replace("[company]\n", f"[company]\n{wrong}\n"))
    assert shell("balance", "ACME").refusal == f"{shell.config}:2 : {sentence}"


def test_a_template_no_level_can_use_is_told_by_its_line(shell):
    level = '\n[[dunning.levels]]\nname = "a"\ndays = 5\ntemplate = "loud"\n'
    text = shell.config.read_text("utf-8")
    shell.write("collector.toml", text + level)
    line = len((text + level).splitlines())
    assert shell("balance", "ACME").refusal == (
        f"{shell.config}:{line} : dunning.levels[1].template : le modèle « loud » "
        "n’existe pas ; il y a courtesy, firm, formal_notice, reminder_1, reminder_2."
    )
