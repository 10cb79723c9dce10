"""The machine itself: its database, its check, its manifest, its demonstration."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]


def test_upgrade_makes_the_database_and_may_be_repeated(empty):
    assert empty("upgrade").out == "La base est à la version 0001.\n"
    assert empty("upgrade").code == 0
    empty.configure(language="en")
    assert empty("upgrade").out == "The database is at version 0001.\n"


def test_check_tells_every_part_and_fails_when_one_does(shell):
    said = shell("check", "--json")
    assert said.code == 1
    parts = {one["name"]: one for one in said.facts}
    assert set(parts["config"]) == {"name", "ok", "configured", "sentence", "mend"}
    assert parts["config"]["ok"]
    assert parts["database"]["ok"]
    assert parts["slack"] == {
        "name": "slack",
        "ok": False,
        "configured": False,
        "sentence": "Not configured: the configuration has no [slack].",
        "mend": parts["slack"]["mend"],
    }
    assert "Copy [slack] from config.example.toml" in parts["slack"]["mend"]
    assert "Check the tokens" not in parts["slack"]["mend"]


def test_check_calls_every_missing_section_absent(empty):
    text = empty.config.read_text("utf-8")
    empty.write("collector.toml", text[: text.index("[mailbox]")])
    empty("upgrade")
    said = empty("check")
    for name in ("mailbox", "smtp", "slack"):
        assert (
            f"absent  {name:<10} Not configured: the configuration has no" in said.out
        )


def test_check_reads_as_lines_with_what_to_do(shell):
    said = shell("check")
    assert said.code == 1
    assert "ok      config " in said.out
    assert "absent  slack " in said.out
    assert "→ " in said.out


def test_check_without_a_configuration_names_what_is_missing(empty):
    empty.config.unlink()
    said = empty.bare("check")
    assert said.code == 1
    assert said.out.startswith("FAILED  config     There is no collector.toml here:")


def test_the_manifest_needs_no_configuration(empty):
    empty.config.unlink()
    said = empty.bare("manifest")
    assert said.code == 0
    made = json.loads(said.out)
    assert made["settings"]["socket_mode_enabled"] is True
    commands = [one["command"] for one in made["features"]["slash_commands"]]
    assert "/balance" in commands


def test_over_http_the_manifest_must_know_where_we_are(empty):
    text = empty.config.read_text("utf-8")
    empty.write("collector.toml", text + '\n[slack]\nmode = "http"\nchannel = "C1"\n')
    said = empty("manifest")
    assert said.code == 1
    assert "--request-url" in said.err
    url = "https://collector.morel.example/slack/events"
    made = json.loads(empty("manifest", "--request-url", url).out)
    assert made["settings"]["interactivity"]["request_url"] == url


def test_serve_says_what_the_configuration_lacks(shell):
    said = shell("serve")
    assert said.code == 1
    assert "[slack]" in said.err


def test_the_demonstration_names_the_package_it_lacks():
    script = (
        "import sys\n"
        "sys.modules['aiohttp'] = None\n"
        "from collector_bot.cli import main\n"
        "sys.exit(main(['demo', '--story']))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr == (
        "The demo needs aiohttp, which is not installed: "
        "pip install 'collector-bot[demo]'.\n"
    )
