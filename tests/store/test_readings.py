"""The reader understands the same from the database as from a ledger in memory."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

from collector_bot.core.ledger import ContactRole
from collector_bot.core.reading import (
    KnownLedger,
    read_mail,
    reading_json,
)
from collector_bot.core.reading.findings import KnownAccount, KnownItem
from collector_bot.files.attachments import sheets_of
from collector_bot.store import accounts
from collector_bot.store.accounts import Draft
from collector_bot.store.entries import EntryImport, NewEntry
from collector_bot.store.readings import StoreKnown
from tests.ledger import CLERK, MONDAY

LETTERS = Path(__file__).parents[1] / "letters"
OURS = frozenset({"comptabilite@ateliers-morel.example"})


def in_memory(ledger: dict) -> KnownLedger:
    known = [
        KnownAccount(
            code=one["code"],
            name=one["name"],
            emails=tuple(email.lower() for email in one.get("emails", [])),
            aliases=tuple(one.get("aliases", [])),
            country="FR",
            language=one.get("language", "fr"),
        )
        for one in ledger["accounts"]
    ]
    items = [
        KnownItem(
            piece=one["piece"],
            account_code=one["account"],
            open_minor=round(float(one["amount"]) * 100),
            currency=one.get("currency", "EUR"),
            dated_on=one["dated_on"],
            due_on=one.get("due_on"),
        )
        for one in ledger["items"]
    ]
    return KnownLedger(known, items)


def keep(database, ledger: dict) -> None:
    with database.writing() as connection:
        drafts = [
            Draft(
                one["code"],
                name=one["name"],
                currency="EUR",
                language=one.get("language", "fr"),
                emails=tuple(email.lower() for email in one.get("emails", [])),
                aliases=tuple(one.get("aliases", [])),
                role=ContactRole.DUNNING,
            )
            for one in ledger["accounts"]
        ]
        accounts.keep(connection, drafts, by=CLERK, at=MONDAY)
        ids = accounts.ids_and_terms(
            connection, [one["code"] for one in ledger["accounts"]]
        )
        new = []
        for line, one in enumerate(ledger["items"], start=1):
            minor = round(float(one["amount"]) * 100)
            due: date | None = one.get("due_on")
            new.append(
                NewEntry(
                    ids[one["account"]][0],
                    "D" if minor > 0 else "C",
                    "invoice" if minor > 0 else "credit_note",
                    one["piece"],
                    one["dated_on"].toordinal(),
                    due.toordinal() if due else 0,
                    abs(minor),
                    one.get("currency", "EUR"),
                    "",
                    f"{line}",
                    line,
                )
            )
        EntryImport(source="test", file_name="ledger.toml", at=MONDAY).keep(
            connection, new
        )


def test_every_letter_reads_alike_from_memory_and_from_the_database(database):
    ledger = tomllib.loads((LETTERS / "ledger.toml").read_text(encoding="utf-8"))
    keep(database, ledger)
    memory = in_memory(ledger)
    differing = {}
    with database.reading() as connection:
        for path in sorted((LETTERS / "tuned").glob("*.eml")):
            raw = path.read_bytes()
            told = [
                reading_json(
                    read_mail(
                        raw,
                        known=known,
                        own_addresses=OURS,
                        trusted_authserv=("mx.ateliers-morel.example",),
                        sheets=sheets_of,
                    ),
                    path.name,
                )
                for known in (
                    memory,
                    StoreKnown(connection, today=date(2026, 11, 24), country="FR"),
                )
            ]
            if told[0] != told[1]:
                differing[path.stem] = told
    assert differing == {}
