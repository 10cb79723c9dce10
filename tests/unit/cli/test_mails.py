"""Mails read from files, and those that wait for a person."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from collector_bot.core.reading.contract import reading_json
from collector_bot.core.reading.findings import Promise
from collector_bot.core.reading.known import NothingKnown
from collector_bot.core.reading.opinion import Opinion
from collector_bot.core.reading.reader import read_mail
from collector_bot.files.attachments import sheets_of
from collector_bot.store import mails, opinions
from collector_bot.store.database import Database

ROOT = Path(__file__).parents[3]
PROMISE = """\
From: Compta Acme <compta@acme.example>
To: comptabilite@morel.example
Subject: Re: relance
Date: Tue, 24 Nov 2026 10:00:00 +0100
Message-ID: <1@acme.example>
Content-Type: text/plain; charset=utf-8

Bonjour,

Nous vous réglerons la facture F-1 de 120,00 € le 30 novembre 2026.

Cordialement
"""


def test_read_prints_the_contract_and_nothing_else(empty):
    empty.config.unlink()
    path = empty.write("promise.eml", PROMISE)
    said = empty.bare("read", path)
    expected = read_mail(PROMISE.encode(), known=NothingKnown(), sheets=sheets_of)
    assert said.code == 0
    assert said.err == ""
    assert said.facts == [reading_json(expected, "promise.eml")]
    (finding,) = said.facts[0]["findings"]
    assert (finding["type"], finding["date"]) == ("promise", "2026-11-30")
    assert said.facts[0]["from"] == "compta@acme.example"
    assert empty.bare("read", "--json", path).out == said.out


def test_a_file_that_cannot_be_opened_stops_no_other(empty):
    path = empty.write("promise.eml", PROMISE)
    said = empty.bare("read", "nowhere.eml", str(empty.folder), path)
    assert said.code == 1
    assert [one["file"] for one in said.facts] == ["promise.eml"]
    assert said.complaints[1:] == [
        "nowhere.eml : ne s’ouvre pas : ce fichier n’existe pas.",
        f"{empty.folder} : ne s’ouvre pas : c’est un dossier, pas un fichier.",
    ]


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (b"", "it is empty, not a mail."),
        (b" \r\n", "it is empty, not a mail."),
        (
            b"0" * 26_214_401,
            "it is no mail, or one of more than 25 MB, which are not read.",
        ),
    ],
)
def test_what_is_no_mail_is_one_sentence(empty, raw, sentence):
    empty.configure(language="en")
    path = empty.folder / "odd.eml"
    path.write_bytes(raw)
    said = empty("read", str(path))
    assert said.code == 1
    assert said.out == ""
    assert said.err.endswith(f"{path}: {sentence}\n")


def test_a_file_without_an_end_is_read_no_further_than_a_mail(empty):
    empty.config.unlink()
    said = empty.bare("read", "/dev/zero")
    assert said.code == 1
    assert said.refusal == (
        "/dev/zero: it is no mail, or one of more than 25 MB, which are not read."
    )


def test_a_mail_too_deep_to_read_is_one_sentence_without_python_s_words(empty):
    empty.config.unlink()
    head = b"".join(
        b'Content-Type: multipart/mixed; boundary="%d"\r\n\r\n--%d\r\n' % (n, n)
        for n in range(5000)
    )
    path = empty.folder / "deep.eml"
    path.write_bytes(b"From: a@acme.example\r\n" + head)
    said = empty.bare("read", str(path))
    assert said.code == 1
    assert said.refusal == (
        f"{path}: it cannot be read as a mail; a person has to look at it."
    )
    assert said.facts[0]["findings"] == []


def test_any_bytes_are_a_mail_that_says_nothing(empty):
    path = empty.folder / "noise.eml"
    path.write_bytes(bytes(range(256)) * 40)
    empty.config.unlink()
    said = empty.bare("read", str(path))
    assert said.code == 0
    assert said.facts[0]["file"] == "noise.eml"
    assert said.facts[0]["findings"] == []


def test_the_ledger_names_the_sender(shell):
    shell.entries("ACME,invoice,F-1,2026-10-01,2026-10-31,120.00,,EUR,")
    path = shell.write("promise.eml", PROMISE)
    (fact,) = shell("read", path).facts
    assert fact["sender_account"] == "ACME"
    assert fact["findings"][0]["invoices"] == ["F-1"]


def test_without_its_tables_the_ledger_is_left_out_and_that_is_said(empty):
    path = empty.write("promise.eml", PROMISE)
    said = empty("read", path)
    assert said.code == 0
    assert said.err.startswith("Lu sans la base. La base n’a pas encore de tables")
    assert said.facts[0]["sender_account"] is None


def test_a_wrong_configuration_is_not_passed_over(empty):
    empty.write("collector.toml", "[company]\nnom = 'Morel'\n")
    said = empty("read", empty.write("promise.eml", PROMISE))
    assert said.code == 1
    assert said.out == ""
    assert "company" in said.err


def test_read_needs_neither_database_nor_slack(empty):
    empty.config.unlink()
    path = empty.write("promise.eml", PROMISE)
    script = (
        "import sys\n"
        "from collector_bot.cli import main\n"
        f"main(['read', {path!r}])\n"
        "heavy = ('sqlalchemy', 'slack_bolt', 'slack_sdk', 'rich', 'alembic')\n"
        "sys.stderr.write(','.join(n for n in heavy if n in sys.modules))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=empty.folder,
        env={"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    assert json.loads(done.stdout)["file"] == "promise.eml"


def test_what_could_not_be_read_of_a_mail_is_told(shell):
    database = Database(f"sqlite:///{shell.folder}/ledger.db")
    at = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
    left_out = [{"name": "avis.pdf", "note": "encrypted"}]
    with database.writing() as connection:
        mail_id = mails.keep(
            connection, mails.Arrived("INBOX", 1, 1, b"x", 1, False, at), now=at
        )
        mails.mark_read(
            connection,
            mail_id,
            state="read",
            account_id=None,
            needs_person="not_understood",
            told={
                "message_id": "",
                "sender": "compta@acme.example",
                "subject": "Avis",
                "reading": {"findings": [], "left_out": left_out},
            },
        )
    database.close()
    (fact,) = shell("mails", "--json").facts
    assert fact["left_out"] == left_out
    shown = " ".join(shell("mails").plain.split())
    assert "avis.pdf" in shown
    assert "mot de passe" in shown


def test_a_mail_for_a_person_is_one_object_until_it_is_dealt_with(shell):
    database = Database(f"sqlite:///{shell.folder}/ledger.db")
    at = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
    with database.writing() as connection:
        mails.keep(
            connection,
            mails.Arrived("INBOX", 1, 1, b"Subject: big\r\n\r\n", 99, True, at),
            now=at,
        )
    database.close()
    (fact,) = shell("mails", "--json").facts
    assert fact == {
        "id": 1,
        "account": None,
        "name": None,
        "sender": "",
        "subject": "",
        "received": "2026-11-24T09:30:00+00:00",
        "reason": "too_large",
        "left_out": [],
        "second_opinion": None,
    }
    assert "Courriel trop volumineux." in shell("mails").plain
    assert shell("done", "1").out == "Courriel 1 traité.\n"
    assert shell("done", "1").code == 1
    assert shell("mails").out == "Aucun courriel n’attend.\n"
    assert shell("done", "5").err == "Il n’y a pas de courriel 5.\n"


def test_a_second_opinion_stands_below_the_list_as_a_guess(shell):
    database = Database(f"sqlite:///{shell.folder}/ledger.db")
    at = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
    guess = Promise(
        on=date(2026, 12, 15), evidence="vers la mi-d\u202eécembre", confidence=0.4
    )
    with database.writing() as connection:
        kept = mails.keep(
            connection,
            mails.Arrived("INBOX", 1, 1, b"Subject: hm\r\n\r\n", 99, True, at),
            now=at,
        )
        assert kept is not None
        opinions.note_asked(
            connection, kept, Opinion((guess,), (1,)), model="small", at=at
        )
    database.close()
    (fact,) = shell("mails", "--json").facts
    assert fact["second_opinion"]["findings"][0]["date"] == "2026-12-15"
    assert fact["second_opinion"]["doubted"] == []
    assert shell("mails").plain.endswith(
        "\n1 – Second avis (supposition d’une machine, sans effet) :\n"
        "  promesse de paiement : 15/12/2026\n"
        "      « vers la mi-décembre »\n"
        "      confiance 40 %\n"
    )
