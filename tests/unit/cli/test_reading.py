"""Kept mails read again, and what a newer reader says differently."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import pytest

from collector_bot.core.ledger import MailId
from collector_bot.store import mails
from collector_bot.store.database import Database

AT = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
PROMISE = """\
From: Compta Acme <compta@acme.example>
To: comptabilite@morel.example
Subject: Re: relance
Date: Tue, 24 Nov 2026 10:00:00 +0100
Message-ID: <%d@acme.example>
Content-Type: text/plain; charset=utf-8

Bonjour,

Nous vous réglerons la facture F-1 de 120,00 € le 30 novembre 2026.

Cordialement
"""
READ = {
    "type": "promise",
    "date": "2026-11-30",
    "amount": "120.00",
    "currency": "EUR",
    "invoices": ["F-1"],
}
EARLIER = {**READ, "date": "2026-11-24", "evidence": "le 30", "confidence": 0.5}


def keep(
    shell: Any, number: int, *findings: Mapping[str, Any], speaker: str = "ACME"
) -> None:
    """Keep one mail that was read then to say this."""
    database = Database(f"sqlite:///{shell.folder}/ledger.db")
    raw = (PROMISE % number).encode()
    with database.writing() as connection:
        mails.keep(
            connection,
            mails.Arrived("INBOX", 1, number, raw, len(raw), False, AT),
            now=AT,
        )
        mails.mark_read(
            connection,
            MailId(number),
            state="read",
            account_id=None,
            needs_person="",
            told={
                "message_id": "",
                "sender": "compta@acme.example",
                "subject": "Re: relance",
                "reading": {
                    "sender_account": speaker,
                    "suspicious": False,
                    "findings": list(findings),
                },
            },
        )
    database.close()


@pytest.fixture
def read(shell):
    """A shell with F-1 open, and two mails: one read as now, one otherwise."""
    shell.entries("ACME,invoice,F-1,2026-10-01,2026-10-31,120.00,,EUR,")
    keep(shell, 1, READ)
    keep(shell, 2, EARLIER)
    return shell


def test_what_is_read_differently_is_one_object_and_the_counts_end_it(read):
    different, counts = read("read", "--again", "--json").facts
    assert (different["id"], different["verdict"]) == (2, "different")
    assert different["then"] == {
        "sender_account": "ACME",
        "suspicious": False,
        "findings": [EARLIER],
    }
    (now,) = different["now"]["findings"]
    assert now == READ | {
        "evidence": "Nous vous réglerons la facture F-1 de 120,00 € le 30 novembre "
        "2026.",
        "confidence": now["confidence"],
        "rule": now["rule"],
    }
    assert now["rule"].startswith("promise.")
    assert counts == {
        "mails": 2,
        "same": 1,
        "better": 0,
        "worse": 0,
        "different": 1,
        "corrected": 0,
        "right": 0,
    }
    assert different["corrected"] is None


def test_it_is_a_table_in_words(read):
    said = read("read", "--again").plain
    assert "24/11/2026" in said
    assert "30/11/2026" in said
    assert said.endswith(
        "2 courriels relus : 1 pareil, 0 mieux, 0 moins bien, 1 autrement.\n"
    )
    read.configure(language="en")
    assert read("read", "--again").plain.endswith(
        "2 mails read again: 1 the same, 0 better, 0 worse, 1 different.\n"
    )


def test_only_the_mails_named_are_read_and_nothing_is_changed(read):
    (counts,) = read("read", "--json", "--again", "1").facts
    assert counts["mails"] == counts["same"] == 1
    before = read("read", "--again", "--json").out
    assert read("read", "--again", "--json").out == before


def test_another_speaker_is_a_difference(read):
    keep(read, 3, READ, speaker="BOIS")
    different, counts = read("read", "--again", "3", "--json").facts
    assert different["verdict"] == "different"
    assert different["then"]["sender_account"] == "BOIS"
    assert different["now"]["sender_account"] == "ACME"
    assert counts["mails"] == 1


def test_a_number_nobody_has_is_refused(read):
    said = read("read", "--again", "7")
    assert said.code == 1
    assert said.refusal == "Il n’y a pas de courriel 7."


@pytest.mark.parametrize("words", [("read",), ("read", "a.eml", "--again")])
def test_files_and_kept_mails_are_not_asked_for_together(english, words):
    said = english.bare(*words)
    assert said.code == 2
    assert "read wants files, or --again for mails that are kept" in said.err


def test_what_people_put_right_says_what_is_better(read):
    words = ("--type", "promise", "--date", "2026-11-30", "--amount", "120", "F-1")
    said = read("correct", "2", *words)
    assert said.plain.startswith("La lecture du courriel 2 est corrigée.")
    better, counts = read("read", "--again", "--json").facts
    assert (better["id"], better["verdict"]) == (2, "better")
    assert better["corrected"][0]["date"] == "2026-11-30"
    assert (counts["better"], counts["corrected"], counts["right"]) == (1, 1, 1)
    assert read("read", "--again").plain.endswith(
        "1 sur 1 corrigés par quelqu’un se lisent ainsi aujourd’hui.\n"
    )
    read("correct", "1", "--nothing")
    (_, counts) = read("read", "--again", "--json").facts
    assert (counts["same"], counts["corrected"], counts["right"]) == (1, 2, 1)


def test_what_people_put_right_is_exported_as_letters(read):
    assert read("examples").out == "Aucune lecture corrigée.\n"
    read("correct", "1", "--nothing")
    read("correct", "2", "--type", "dispute", "--reason", "price", "F-1")
    (none, dispute) = read("examples", "--json").facts
    assert none == {"id": 1, "name": "mail-1", "findings": []}
    assert dispute["findings"][0]["reason"] == "price"
    folder = read.folder / "kept" / "letters"
    assert "données personnelles" in read("examples", "-o", str(folder)).plain
    assert (folder / "mail-1.eml").read_bytes() == (PROMISE % 1).encode()
    assert (folder / "mail-1.eml").stat().st_mode & 0o077 == 0
    written = tomllib.loads((folder / "mail-2.toml").read_text("utf-8"))
    assert written == {
        "file": "mail-2.eml",
        "sender_account": "ACME",
        "suspicious": False,
        "difficulty": "hard",
        "lang": "fr",
        "findings": [{"type": "dispute", "invoices": ["F-1"], "reason": "price"}],
    }
    assert tomllib.loads((folder / "mail-1.toml").read_text("utf-8"))["findings"] == []


def test_a_correction_says_what_or_nothing_and_not_both(english):
    assert english("correct", "1").code == 2
    assert english("correct", "1", "--nothing", "--type", "refusal").code == 2
    assert english("correct", "9", "--nothing").refusal == "There is no mail 9."
