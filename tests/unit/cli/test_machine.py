"""The machine itself: its database, its check, its manifest, its demonstration."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from collector_bot.store.database import newest_version
from tests.servers.ports import free_port

ROOT = Path(__file__).parents[3]


def test_upgrade_makes_the_database_and_may_be_repeated(empty):
    newest = newest_version()
    assert empty("upgrade").out == f"La base est à la version {newest}.\n"
    assert empty("upgrade").code == 0
    empty.configure(language="en")
    assert empty("upgrade").out == f"The database is at version {newest}.\n"


def test_the_manifest_needs_no_configuration(empty):
    empty.config.unlink()
    said = empty.bare("manifest")
    assert said.code == 0
    made = json.loads(said.out)
    assert made["settings"]["socket_mode_enabled"] is True
    commands = [one["command"] for one in made["features"]["slash_commands"]]
    assert "/balance" in commands


URL = "https://collector.morel.example/slack/events"


def with_slack(shell, mode, *, more=""):
    text = shell.config.read_text("utf-8")
    slack = f'\n[slack]\nmode = "{mode}"\nchannel = "C1"\n{more}'
    shell.write("collector.toml", text + slack)


def test_over_http_the_manifest_must_know_where_we_are(empty):
    with_slack(empty, "http")
    assert empty("manifest").refusal == (
        "slack.mode vaut « http » : dites où Slack joint cette application, avec "
        "--request-url https://collector.example/slack/events."
    )
    made = json.loads(empty("manifest", "--request-url", URL).out)
    assert made["settings"]["interactivity"]["request_url"] == URL
    assert made["settings"]["socket_mode_enabled"] is False
    assert {one["url"] for one in made["features"]["slash_commands"]} == {URL}


def test_an_address_means_http_whatever_the_configuration_says(empty):
    with_slack(empty, "socket")
    empty.write("en.toml", empty.config.read_text("utf-8").replace('"fr"', '"en"'))
    said = empty.bare("manifest", "--request-url", URL, "--config", "en.toml")
    assert said.code == 0
    assert json.loads(said.out)["settings"]["socket_mode_enabled"] is False
    assert said.err == "slack.mode is “socket”: make it “http” before serving.\n"


def test_without_a_configuration_an_address_means_http(empty):
    empty.config.unlink()
    said = empty.bare("manifest", "--request-url", URL)
    assert json.loads(said.out)["settings"]["interactivity"]["request_url"] == URL
    assert (said.code, said.err) == (0, "")


@pytest.mark.parametrize(
    "url",
    [
        "http://collector.example/slack/events",
        "collector.example",
        "https://",
        "https://collector.example/slack events",
        "https://[::1/slack",
    ],
)
def test_slack_calls_nothing_but_https(empty, url):
    empty.config.unlink()
    said = empty.bare("manifest", "--request-url", url)
    assert (said.code, said.out) == (1, "")
    assert said.err == f"“{url}” is no https:// address; Slack calls no other.\n"


@pytest.mark.parametrize("section", ["slack", "smtp", "mailbox"])
def test_serve_says_what_the_configuration_lacks(shell, section):
    with_slack(shell, "socket")
    text = shell.config.read_text("utf-8")
    begin = text.index(f"[{section}]")
    end = text.find("\n[", begin)
    shell.write("collector.toml", text[:begin] + (text[end:] if end > 0 else ""))
    said = shell("serve")
    assert said.code == 1
    assert said.refusal == (
        f"{shell.config} : il manque [{section}] ; config.example.toml le montre."
    )


def test_serve_names_the_secrets_that_are_not_set(shell):
    with_slack(shell, "http")
    said = shell("serve")
    assert (said.code, said.refusal) == (
        1,
        "À définir : COLLECTOR_IMAP_SECRET, COLLECTOR_SLACK_BOT_TOKEN, "
        "COLLECTOR_SLACK_SIGNING_SECRET ; « collector-bot check » dit à quoi ils servent.",
    )


@pytest.fixture
def secrets(monkeypatch):
    """Every secret is set."""
    for name in ("IMAP_SECRET", "SLACK_BOT_TOKEN", "SLACK_APP_TOKEN"):
        monkeypatch.setenv(f"COLLECTOR_{name}", "x")


NAMED = (
    'bot_token = "${env:COLLECTOR_SLACK_BOT_TOKEN}"\n'
    'app_token = "${env:COLLECTOR_SLACK_APP_TOKEN}"\n'
)


def with_a_secret(shell):
    text = shell.config.read_text("utf-8")
    secret = '[mailbox]\nsecret = "${env:COLLECTOR_IMAP_SECRET}"\n'
    shell.write("collector.toml", text.replace("[mailbox]\n", secret))


@pytest.mark.usefixtures("secrets")
def test_a_taken_health_port_is_named_with_its_key_before_anything_starts(shell):
    with_a_secret(shell)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with_slack(shell, "socket", more=f"{NAMED}\n[server]\nport = {port}\n")
        said = shell("serve")
    assert said.code == 1
    assert said.refusal == (
        f"Le port {port} (server.port) est pris par un autre programme : arrêtez-le, "
        "ou donnez un autre numéro à server.port."
    )


@pytest.mark.usefixtures("secrets")
def test_a_taken_slack_port_is_named_with_its_key(shell):
    with_a_secret(shell)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        more = f'{NAMED}signing_secret = "s"\nhttp_port = {port}\n\n[server]\nport = {free_port()}\n'
        with_slack(shell, "http", more=more)
        shell.write(
            "collector.toml", shell.config.read_text("utf-8").replace('"fr"', '"en"')
        )
        said = shell("serve")
    assert said.code == 1
    assert said.refusal == (
        f"Port {port} (slack.http_port) is taken by another program: stop that one, or "
        "give slack.http_port another number."
    )


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
