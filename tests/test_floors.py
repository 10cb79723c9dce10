"""What is installed and pinned is new enough to have the fixes we rely on."""

import re
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pytest

from collector_bot.store.database import wal_is_safe

ROOT = Path(__file__).parents[1]
# Source: the advisories named beside each, in the package's own release notes.
FLOORS = {
    "aiohttp": "3.13.3",  # CVE-2025-69223 and seven others of its round
    "aiosmtpd": "1.4.6",  # CVE-2024-34083: commands before STARTTLS
    "jinja2": "3.1.6",  # CVE-2025-27516: the attr filter leaves the sandbox
    "lxml": "6.1.3",  # CVE-2026-49825
    "slack-sdk": "3.47",  # closes the socket threads it opens
    "sqlmodel": "0.0.46",  # refuses naive datetimes
    "urllib3": "2.6.3",  # CVE-2026-21441
}


def numbers(text: str) -> tuple[int, ...]:
    """Return the leading numbers of a version, for comparing."""
    return tuple(int(part) for part in re.findall(r"\d+", text)[:4])


def pinned(name: str, text: str) -> str | None:
    found = re.search(rf"^{re.escape(name)}==([^ ;\\]+)", text, re.MULTILINE)
    return found.group(1) if found else None


@pytest.mark.parametrize("name", FLOORS)
def test_what_is_installed_has_its_fix(name):
    try:
        installed = version(name)
    except PackageNotFoundError:
        return  # nobody needs it here

    assert numbers(installed) >= numbers(FLOORS[name])


@pytest.mark.parametrize("list_name", ["runtime", "demo", "dev"])
def test_what_is_pinned_has_its_fix(list_name):
    text = (ROOT / "requirements" / f"{list_name}.txt").read_text(encoding="utf-8")
    found = {name: pinned(name, text) for name in FLOORS}

    below = {
        name: told
        for name, told in found.items()
        if told and numbers(told) < numbers(FLOORS[name])
    }
    assert below == {}


@pytest.mark.parametrize("list_name", ["runtime", "demo", "dev", "build"])
def test_every_pin_has_its_hashes(list_name):
    text = (ROOT / "requirements" / f"{list_name}.txt").read_text(encoding="utf-8")
    pins = re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)[1:]

    assert pins
    assert [pin.split()[0] for pin in pins if "--hash=sha256:" not in pin] == []


@pytest.mark.parametrize("list_name", ["runtime", "demo", "dev"])
def test_what_is_asked_for_is_pinned(list_name):
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))[
        "project"
    ]
    extras = project["optional-dependencies"]
    asked = [*project["dependencies"]]
    asked += extras["demo"] if list_name != "runtime" else []
    asked += extras["dev"] if list_name == "dev" else []
    text = (ROOT / "requirements" / f"{list_name}.txt").read_text(encoding="utf-8")

    names = {re.match(r"[A-Za-z0-9._-]+", one).group() for one in asked}
    missing = [name for name in names - {"collector-bot"} if not pinned(name, text)]
    assert missing == []


def test_the_sqlite_we_pin_may_write_ahead():
    if sys.platform == "linux" and not _has_wheel():
        return  # the database falls back to a rollback journal by itself
    import pysqlite3

    assert wal_is_safe(pysqlite3.sqlite_version_info)


def _has_wheel() -> bool:
    from importlib.util import find_spec

    return find_spec("pysqlite3") is not None
