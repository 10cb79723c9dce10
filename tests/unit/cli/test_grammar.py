"""How the command line is used, and what it says when it is used wrongly."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from collector_bot.cli.grammar import parse
from collector_bot.store.database import newest_version

ROOT = Path(__file__).parents[3]
HEAVY = ("sqlalchemy", "sqlmodel", "slack_bolt", "slack_sdk", "pydantic", "rich",
         "jinja2", "lxml", "rapidfuzz", "alembic")  # fmt: skip


def python(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *words], cwd=ROOT, capture_output=True, text=True, check=False
    )


def test_help_names_every_verb_and_needs_nothing(empty):
    said = empty.bare("--help")
    assert said.code == 0
    assert said.err == ""
    for verb in ("upgrade", "import", "dun", "balance", "aging", "items", "suggest",
                 "approve", "reject", "letter", "unletter", "bank", "learnt", "release", "refuse", "sent",
                 "resend", "drop", "promise", "accept", "decline", "unpromise", "hold", "unhold",
                 "dispute", "undispute", "done", "promises", "mails", "overdue",
                 "outbox", "read", "check", "serve", "manifest", "demo"):  # fmt: skip
        assert f"\n    {verb} " in said.out


def test_help_loads_nothing_heavy():
    script = (
        "import json, sys\n"
        "from collector_bot.cli import main\n"
        "code = main(['--help'])\n"
        f"found = [name for name in {HEAVY!r} if name in sys.modules]\n"
        "sys.stderr.write(json.dumps([code, found]))\n"
    )
    done = python("-c", script)
    assert json.loads(done.stderr) == [0, []]


def test_version_is_the_package_s():
    done = python("-m", "collector_bot", "--version")
    assert done.returncode == 0
    assert done.stdout == "collector-bot 0.1.0\n"


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("fly",),
        ("approve", "twelve"),
        ("approve", "0"),
        ("promise", "ACME", "soon"),
        ("hold", "ACME", "--until", "2026-02-30"),
        ("dispute", "ACME", "F-1", "--reason", "weather"),
        ("import", "everything", "file.csv"),
        ("dun", "--as-of", "2026-03-01"),
        ("--json", "approve", "12"),
        ("demo", "--port", "70000"),
        ("demo", "--port", "-1"),
        ("suggest", "--limit", "0"),
    ],
)
def test_wrong_use_exits_with_2_and_says_why(empty, words):
    said = empty.bare(*words)
    assert said.code == 2
    assert said.out == ""
    assert "usage: collector-bot" in said.err


def test_port_0_asks_for_a_free_one():
    assert parse(["demo", "--port", "0"]).port == 0


def test_as_of_is_refused_without_dry_run_in_words(empty):
    said = empty.bare("dun", "--as-of", "2026-03-01")
    assert "--as-of goes with --dry-run only" in said.err


def test_config_and_json_stand_before_or_after_the_verb(shell):
    config = str(shell.config)
    before = shell.bare("--config", config, "--json", "balance", "ACME")
    after = shell.bare("balance", "ACME", "--json", "--config", config)
    assert before.code == after.code == 0
    assert before.facts == after.facts
    assert before.facts[0]["account"] == "ACME"


def test_collector_toml_of_this_folder_is_found(shell):
    assert shell.bare("balance", "ACME").code == 0


def test_no_configuration_is_one_sentence(empty):
    empty.config.unlink()
    said = empty.bare("balance", "ACME")
    assert said.code == 1
    assert said.out == ""
    assert said.err.startswith("There is no collector.toml here:")
    assert said.err.count("\n") == 1


def test_a_database_without_tables_is_one_sentence(empty):
    said = empty("balance", "ACME")
    assert said.code == 1
    assert said.refusal == (
        "La base n’a pas encore de tables, cette version de Collector demande la "
        f"{newest_version()} : lancez « collector-bot upgrade »."
    )


def test_a_real_process_ends_with_the_same_codes(shell):
    asked = ("-m", "collector_bot", "balance", "--config", str(shell.config))
    assert python(*asked, "ACME").returncode == 0
    unknown = python(*asked, "NOBODY-9")
    assert unknown.returncode == 1
    assert unknown.stdout == ""
    assert unknown.stderr.count("\n") == 1
    assert python(*asked).returncode == 2


def test_a_reader_that_goes_away_is_no_trouble(shell):
    shell.entries(*(
        f"ACME,invoice,F-{n},2020-01-01,2020-02-01,10.00,,EUR," for n in range(3000)
    ))  # fmt: skip
    asked = [sys.executable, "-m", "collector_bot", "items", "ACME", "--json",
             "--config", str(shell.config)]  # fmt: skip
    with subprocess.Popen(
        asked, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == ""
        assert process.wait() == 141


def test_what_the_database_refuses_is_one_sentence(shell):
    (shell.folder / "ledger.db").write_bytes(b"not a database, " * 400)
    said = shell("balance", "ACME")
    assert said.code == 1
    assert "not a database" in said.err
    assert said.err.count("\n") == 1


EXAMPLES = (
    ("check", "--head", "12:0123456789abcdef", "--json"),
    ("import", "--dry-run", "entries", "file.csv", "--json"),
    ("aging", "ACME", "--suppliers", "--json"),
    ("outbox", "ACME", "--state", "sent", "--limit", "3"),
    ("refuse", "12", "--reason", "spoke to them", "--config", "x.toml"),
    ("suggest", "ACME", "--no-refresh", "--limit", "3", "--json"),
    ("reject", "12", "--reason", "no"),
    ("letter", "ACME", "F-1", "V-1", "--config", "x.toml"),
    ("unletter", "ACME", "AA", "--config", "x.toml"),
    ("promise", "ACME", "2026-12-01", "F-1", "F-2", "--amount", "100", "--currency", "EUR"),
    ("hold", "ACME", "--piece", "F-1", "--until", "2026-12-01", "--reason", "no"),
    ("dispute", "ACME", "F-1", "F-2", "--reason", "price"),
    ("learnt", "ACME", "--clear", "--json"),
    ("read", "a.eml", "b.eml", "--json"),
)  # fmt: skip
VALUED = {"--head", "--state", "--limit", "--reason", "--config", "--amount",
          "--currency", "--piece", "--until"}  # fmt: skip


def orders(words):
    """Yield the words of a verb with each option at each place among the others."""
    verb, *rest = words
    options, others = [], []
    while rest:
        word = rest.pop(0)
        if word in VALUED:
            options.append([word, rest.pop(0)])
        elif word.startswith("--"):
            options.append([word])
        else:
            others.append(word)
    for moved in options:
        still = [word for one in options if one is not moved for word in one]
        for place in range(len(others) + 1):
            yield [verb, *still, *others[:place], *moved, *others[place:]]
            yield [verb, *others[:place], *moved, *others[place:], *still]


@pytest.mark.parametrize("words", EXAMPLES, ids=lambda words: words[0])
def test_options_stand_anywhere_among_the_words_of_every_verb(words):
    meant = parse(words)
    for order in orders(words):
        assert parse(order) == meant, order


@pytest.mark.parametrize(
    ("words", "pieces", "amount"),
    [
        (("--amount=100", "F-1"), ["F-1"], "100"),
        (("--am", "100", "F-1", "F-2"), ["F-1", "F-2"], "100"),
        (("--amount", "-5", "F-1"), ["F-1"], "-5"),
        (("F-1", "--amount", "7", "--", "-F-2"), ["F-1", "-F-2"], "7"),
    ],
)
def test_options_may_be_shortened_and_pieces_may_begin_with_a_dash(
    words, pieces, amount
):
    given = parse(["promise", "ACME", "2026-12-01", *words])
    assert (given.pieces, given.amount) == (pieces, amount)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("F-1", "--amount"), "--amount needs a value."),
        (("--amount", "--currency", "EUR", "F-1"), "--amount needs a value."),
        (("--weather", "F-1"), "--weather is not understood"),
    ],
)
def test_an_option_without_its_value_takes_no_other_word(capsys, words, sentence):
    with pytest.raises(SystemExit):
        parse(["promise", "ACME", "2026-12-01", *words])
    assert sentence in capsys.readouterr().err
