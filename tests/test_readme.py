"""What README.md says is true: commands, outputs, keys, files, rooms and words."""

from __future__ import annotations

import argparse
import re
import shlex
import stat
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from collector_bot.cli import main
from collector_bot.cli.grammar import build_parser, parse
from collector_bot.config import KNOWN_VARIABLES, Config, Section, load_config
from collector_bot.files import customers, entries
from collector_bot.letters import Letters
from collector_bot.slack.app import COMMANDS
from collector_bot.slack.manifest import SCOPES
from collector_bot.wiring.metrics import HELP

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
EXAMPLE = (ROOT / "config.example.toml").read_text("utf-8")
# What is off by default stands there as a comment.
UNCOMMENTED = re.sub(r"(?m)^# (?=\[second_opinion\]|\w+ = )", "", EXAMPLE)
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
UNIT = (ROOT / "deploy" / "collector.service").read_text("utf-8")
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PROSE = FENCE.sub("", README)
SPANS = re.findall(r"`([^`\n]+)`", PROSE)
WORDS = (
    "account|entry|open item|lettering|difference|reading|findings|evidence|"
    "remittance advice|promise to pay|dispute|hold|procedure / level / step|skip|plan|"
    "suggestion|grounds|decision|letter|card|outbox|journal|seal|desk"
).split("|")
# Paths of the machine Collector is installed on, of its database, of media types.
ELSEWHERE = re.compile(r"^(?:/|https?:|sqlite:|postgresql|\.venv/|\./collector\.toml$)")


def blocks(language: str) -> list[str]:
    """Return the fenced blocks of one language."""
    return [body for name, body in FENCE.findall(README) if name == language]


def section(title: str) -> str:
    """Return the text under one heading, up to the next of its rank."""
    found = re.search(rf"^(#+) {re.escape(title)}$", README, re.MULTILINE)
    assert found, f"README has no heading {title}"
    rest = README[found.end() :]
    end = re.search(rf"^#{{1,{len(found[1])}}} ", rest, re.MULTILINE)
    return rest[: end.start()] if end else rest


def table(text: str) -> list[list[str]]:
    """Return the rows of the first table of a text, without its heading."""
    first = re.search(r"(?:^\|.*\n)+", text, re.MULTILINE)
    assert first, "there is no table"
    lines = first[0].splitlines()
    return [[cell.strip() for cell in one.strip("|").split(" | ")] for one in lines[2:]]


# Commands


def shell_lines() -> list[str]:
    """Return every line of a shell and every command in running text."""
    lines = [line for body in blocks("sh") for line in body.splitlines()]
    lines += [one.removeprefix("$ ") for body in blocks("console")
              for one in body.splitlines() if one.startswith("$ ")]  # fmt: skip
    return lines + SPANS


def called(program: str) -> list[list[str]]:
    """Return the arguments of every call of a program."""
    found = []
    for line in shell_lines():
        for part in re.split(r"&&|;|\||>", line):
            words = shlex.split(part, comments=True) if program in part else []
            names = [Path(word).name for word in words]
            if program in names:
                found.append(words[names.index(program) + 1 :])
    return found


def verbs() -> dict[str, argparse.ArgumentParser]:
    """Return the real grammar, by verb."""
    parser = build_parser()
    (action,) = (one for one in parser._actions if one.dest == "verb")
    assert isinstance(action.choices, dict)
    return action.choices


@pytest.mark.parametrize("arguments", called("collector-bot"), ids=" ".join)
def test_a_command_shown_is_one_the_shell_takes(arguments):
    if arguments in ([], ["VERB", "--help"]):
        return
    if "--help" in arguments:
        with pytest.raises(SystemExit, match=r"^0$"):
            parse(arguments)
        return
    assert parse(arguments).run


def test_commands_are_found_in_blocks_and_in_running_text():
    arguments = called("collector-bot")
    assert ["manifest"] in arguments
    assert ["import", "entries", "entries.csv", "--dry-run"] in arguments
    assert ["demo", "--language", "en"] in arguments


def test_every_verb_is_named_at_the_shell_and_nothing_else():
    listed = section("At the shell").split("Exit codes")[0]
    named = set(re.findall(r"`([a-z]+)`", listed))
    assert named == set(verbs())


def test_the_json_table_has_the_verbs_that_tell_json():
    told = {row[0].strip("` ") for row in table(section("At the shell"))}
    assert told == {n for n, one in verbs().items() if one.get_default("tells")}


def test_make_targets_exist():
    named = {name for span in SPANS for name in re.findall(r"^make ([a-z-]+)$", span)}
    targets = set(re.findall(r"^([a-z-]+):", MAKEFILE, re.MULTILINE))
    assert {"demo", "test", "check", "bench", "bench-reading", "soak"} <= named
    assert named <= targets


def test_the_story_lasts_as_long_everywhere():
    assert "plays one story of four weeks" in README
    assert "## Play the story of four weeks" in MAKEFILE
    assert "tell four weeks and end" in verbs()["demo"].format_help()


def test_slack_commands_and_scopes_are_the_real_ones():
    assert [row[0].strip("`") for row in table(section("In Slack"))] == list(COMMANDS)
    scopes = re.search(r"asks for two scopes: `(\S+)` and `(\S+)`", README)
    assert scopes
    assert scopes.groups() == SCOPES


def test_metrics_named_are_served():
    named = set(re.findall(r"`(collector_[a-z_]+)`", PROSE)) - {"collector_bot"}
    assert named == set(HELP)


# Outputs


@dataclass(frozen=True)
class Shown:
    """A command of a console block, and what it is said to print."""

    command: str
    output: str


def consoles() -> Iterator[Shown]:
    for body in blocks("console"):
        for part in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            yield Shown(command, output)


def test_outputs_shown_are_what_is_printed(tmp_path, monkeypatch, capsys):
    for name in KNOWN_VARIABLES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    english = re.sub(r'(?m)^language = "fr"', 'language = "en"', EXAMPLE)
    (tmp_path / "collector.toml").write_text(english, "utf-8")
    for name, body in re.findall(
        r"^`(\w+\.csv)`:\n\n```csv\n(.*?)```$", README, re.MULTILINE | re.DOTALL
    ):
        (tmp_path / name).write_text(body, "utf-8")
    shown = list(consoles())
    assert len(shown) >= 5
    for one in shown:
        program, *arguments = shlex.split(one.command)
        assert program == "collector-bot"
        assert main(arguments) == 0
        printed = re.sub("[\u00a0\u202f]", " ", capsys.readouterr().out)
        assert printed.rstrip() == one.output.rstrip(), one.command


# Configuration


def sections() -> dict[str, type[BaseModel]]:
    """Return every section of the configuration, by its name in the file."""
    found: dict[str, type[BaseModel]] = {}

    def walk(model: type[BaseModel], place: str) -> None:
        for name, field in model.model_fields.items():
            for kind in _models(field.annotation):
                inside = f"{place}.{name}".lstrip(".")
                found[inside] = kind
                walk(kind, inside)

    walk(Config, "")
    return found


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, Section):
        yield annotation
    for argument in get_args(annotation):
        yield from _models(argument)


def example_lines() -> Iterator[tuple[str, str, str]]:
    """Yield section, key and comment of every line of the example that sets a key."""
    place = ""
    for line in UNCOMMENTED.splitlines():
        if head := re.match(r"\[+([\w.]+)\]+", line):
            place = head[1]
        elif setting := re.match(
            r"(\w+) = (?:\"[^\"]*\"|\[[^\]]*\]|[^\s#]+) *(.*)$", line
        ):
            yield place, setting[1], setting[2]


def test_the_example_shows_every_key_and_no_other():
    shown = {(place, key) for place, key, _ in example_lines()}
    there = {
        (place, key)
        for place, model in sections().items()
        for key, field in model.model_fields.items()
        if not list(_models(field.annotation))
    }
    assert shown == there


def test_the_example_loads_and_is_the_default_where_it_does_not_say_otherwise(
    monkeypatch, tmp_path
):
    for name in KNOWN_VARIABLES:
        monkeypatch.delenv(name, raising=False)
    assert load_config(ROOT / "config.example.toml").second_opinion is None
    (tmp_path / "c.toml").write_text(UNCOMMENTED, "utf-8")
    told = load_config(tmp_path / "c.toml")
    assert told.dunning == Config.model_fields["dunning"].default
    compared = 0
    for place, key, comment in example_lines():
        if place == "dunning.levels" or re.search(r"# (?:required|example)", comment):
            continue
        model = sections()[place]
        value = attrgetter(f"{place}.{key}")(told)
        assert value == model.model_fields[key].default, f"{place}.{key}"
        compared += 1
    assert compared > 40


def test_what_the_example_calls_required_is():
    for place, key, comment in example_lines():
        field = sections()[place].model_fields[key]
        if place != "dunning.levels":
            assert field.is_required() == ("# required" in comment), f"{place}.{key}"


def test_keys_named_in_readme_exist():
    known = sections()
    keys = {key for model in known.values() for key in model.model_fields}
    named = 0
    for span in SPANS:
        for place, key in re.findall(r"(?<![\w./-])([a-z]+)\.([a-z_]+)\b(?!\.)", span):
            if place in known and not (ROOT / "collector_bot" / span).exists():
                assert key in known[place].model_fields, span
                named += 1
        if setting := re.match(r"([a-z_]+) = ", span):
            assert setting[1] in keys, span
    assert named > 25


def test_variables_named_are_known_and_every_one_is_named():
    named = set(re.findall(r"\bCOLLECTOR_[A-Z_]*[A-Z]\b", README))
    assert named == KNOWN_VARIABLES
    assert set(re.findall(r"\bCOLLECTOR_[A-Z_]*[A-Z]\b", UNIT)) <= KNOWN_VARIABLES


def test_import_columns_are_the_real_ones():
    rows = {row[0].strip("`"): row[1] for row in table(section("5. Import"))}
    for kind, columns in (
        ("customers", customers.COLUMNS),
        ("entries", entries.COLUMNS),
    ):
        named = re.findall(r"`(\w+)`", rows[kind])
        assert set(named) == {column.name for column in columns}
        required = {column.name for column in columns if column.required}
        assert set(named[: len(required)]) == required


# Files


def test_files_and_folders_named_exist():
    links = re.findall(r"\]\(([^)#\s]+)\)", PROSE)
    paths = [
        span
        for span in SPANS
        if re.fullmatch(r"[\w.-]+(?:/[\w.-]+)*/?", span)
        and ("/" in span or (ROOT / span).exists())
        and not ELSEWHERE.match(span)
    ]
    assert "deploy/collector.service" in paths
    for path in [*links, *paths]:
        inside = ROOT / "collector_bot" / path
        assert (ROOT / path).exists() or inside.exists(), path


def test_requirements_installed_exist():
    lists = re.findall(r"-r (\S+)", "\n".join(blocks("sh")))
    assert lists
    assert all((ROOT / one).is_file() for one in lists)


def test_links_within_readme_lead_to_headings():
    titles = re.findall(r"^#+ (.+)$", PROSE, re.MULTILINE)
    anchors = {re.sub(r"[^\w -]", "", one.lower()).replace(" ", "-") for one in titles}
    wanted = re.findall(r"\]\(#([^)]+)\)", PROSE)
    assert wanted
    assert set(wanted) <= anchors


def test_the_unit_starts_the_service_and_outlasts_its_stop():
    assert "ExecStart=/opt/collector/.venv/bin/collector-bot serve\n" in UNIT
    stop = re.search(r"^TimeoutStopSec=(\d+)$", UNIT, re.MULTILINE)
    assert stop
    assert int(stop[1]) > 10


def test_scripts_of_the_two_commands_can_be_run():
    for name in (".ci/run", ".ci/venv", ".ci/servers"):
        assert (ROOT / name).stat().st_mode & stat.S_IXUSR


def test_every_template_renders():
    assert Letters(ROOT / "templates").templates
    levels = tomllib.loads(EXAMPLE)["dunning"]["levels"]
    used = {level["template"] for level in levels}
    assert used <= set(Letters(ROOT / "templates").templates)


# Rooms and words


def rooms() -> dict[str, str]:
    """Return what the tree of rooms shows: path under the package, and what it is."""
    (tree,) = (body for body in blocks("text") if body.startswith("collector_bot/"))
    found, above = {}, ""
    for line in tree.splitlines()[1:]:
        entry = re.fullmatch(r"(  |    )([\w.]+/?) +(\S.*)", line)
        assert entry, line
        name = entry[2].rstrip("/")
        if entry[1] == "  ":
            above = name
        found[name if entry[1] == "  " else f"{above}/{name}"] = entry[3]
    return found


def packages(folder: Path) -> set[str]:
    """Return the names of the packages inside a folder."""
    return {path.parent.name for path in folder.glob("*/__init__.py")}


def test_the_rooms_are_the_packages_that_exist():
    package = ROOT / "collector_bot"
    modules = {
        one.name for one in package.glob("*.py") if not one.stem.startswith("__")
    }
    shown = rooms()
    top = {name for name in shown if "/" not in name}
    assert top == packages(package) | modules
    inside = {name.removeprefix("core/") for name in shown if name.startswith("core/")}
    assert inside == packages(package / "core")
    assert all((package / name).exists() for name in shown)


def test_the_words_are_all_there():
    said = set(re.findall(r"\*\*([^*]+)\*\*", section("Words")))
    assert said == set(WORDS)


def test_readme_speaks_of_itself_alone():
    foreign = r"\b(issues?|sessions?|assistants?|briefs?|prompts?|TODO|localhost:\d+)\b"
    assert not re.findall(foreign, README, re.IGNORECASE)
    assert max(map(len, PROSE.splitlines())) < 1000
