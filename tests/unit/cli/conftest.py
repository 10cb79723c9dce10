"""A shell with a ledger of its own: verbs in, exit code and both outputs back."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from collector_bot.cli import main

CONFIG = """\
[company]
name = "Ateliers Morel SAS"
language = "{language}"

[database]
url = "sqlite:///{folder}/ledger.db"

[mailbox]
address = "comptabilite@morel.example"
host = "127.0.0.1"
security = "none"

[smtp]
host = "127.0.0.1"
security = "none"
auth = "none"
from_address = "comptabilite@morel.example"
archive_address = "comptabilite+archive@morel.example"

[policy]
four_eyes = {four_eyes}
"""
CUSTOMERS = """\
account,name,email,currency
ACME,Acme Distribution SARL,compta@acme.example,EUR
BOIS,Scierie des Bois,bois@scierie.example,EUR
HARB,Harbour & Finch Ltd,ap@harbour.example,GBP
"""
HEAD = "account,kind,piece,date,due_date,debit,credit,currency,label\n"


@dataclass(frozen=True)
class Said:
    """What one verb answered."""

    code: int
    out: str
    err: str

    @property
    def facts(self) -> list[dict[str, Any]]:
        """The JSON objects printed, one a line."""
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def plain(self) -> str:
        """What was printed, with ordinary spaces for no-break ones."""
        return spaced(self.out)

    @property
    def complaints(self) -> list[str]:
        """The lines on standard error, with ordinary spaces."""
        return spaced(self.err).splitlines()

    @property
    def refusal(self) -> str:
        """The one sentence on standard error, with ordinary spaces."""
        assert self.err.count("\n") == 1
        return spaced(self.err).rstrip("\n")


def spaced(text: str) -> str:
    """Return text with ordinary spaces for no-break ones."""
    return text.replace("\u202f", " ").replace("\u00a0", " ")


@dataclass
class Shell:
    """Runs verbs against one configuration in one folder."""

    folder: Path
    capsys: pytest.CaptureFixture[str]

    @property
    def config(self) -> Path:
        return self.folder / "collector.toml"

    def write(self, name: str, text: str) -> str:
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return str(path)

    def configure(self, *, language: str = "fr", four_eyes: bool = False) -> None:
        text = CONFIG.format(
            language=language, folder=self.folder, four_eyes=str(four_eyes).lower()
        )
        self.write("collector.toml", text)

    def __call__(self, *words: str) -> Said:
        return self.bare(*words, "--config", str(self.config))

    def bare(self, *words: str) -> Said:
        """Run a verb without naming the configuration."""
        self.capsys.readouterr()
        code = main(list(words))
        heard = self.capsys.readouterr()
        return Said(code, heard.out, heard.err)

    def entries(self, *lines: str) -> Said:
        """Import entries, one a line, in the order of `HEAD`."""
        return self(
            "import",
            "entries",
            self.write("entries.csv", HEAD + "".join(f"{one}\n" for one in lines)),
        )


@pytest.fixture
def empty(tmp_path, capsys, monkeypatch) -> Shell:
    """A configured shell whose database has no tables yet."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    for name in ("COLLECTOR_CONFIG", "COLLECTOR_DATABASE_URL"):
        monkeypatch.delenv(name, raising=False)
    shell = Shell(tmp_path, capsys)
    shell.configure()
    return shell


@pytest.fixture
def shell(empty) -> Shell:
    """A shell with three customers and nothing open."""
    assert empty("upgrade").code == 0
    assert empty("import", "customers", empty.write("c.csv", CUSTOMERS)).code == 0
    return empty


@pytest.fixture
def english(shell) -> Shell:
    """The same, in English."""
    shell.configure(language="en")
    return shell
