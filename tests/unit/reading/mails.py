"""A small ledger and mails to read in the tests of this folder."""

from __future__ import annotations

from datetime import date
from typing import Any

from collector_bot.core.reading import KnownLedger, read_mail, reading_json
from collector_bot.core.reading.findings import KnownAccount, KnownItem, Reading

OURS = frozenset({"comptabilite@ateliers-morel.example"})
TRUSTED = ("mx.ateliers-morel.example",)
PASSED = "mx.ateliers-morel.example; dmarc=pass header.from=x"

LEDGER = KnownLedger(
    [
        KnownAccount(
            "ACME", "Acme Distribution SARL", ("compta@acme.example",), ("Acme",)
        ),
        KnownAccount(
            "OAK",
            "Oakhurn Process Ltd",
            ("ap@oakhurn.example",),
            country="GB",
            language="en",
        ),
        KnownAccount(
            "BRK",
            "Brackenfell Ltd",
            ("ap@brackenfell.example",),
            country="GB",
            language="en",
        ),
        KnownAccount("GAR", "Garage Mornais", ("garage@gmail.com",)),
        KnownAccount("TW1", "Jumeaux Nord", ("nord@jumeaux.example",)),
        KnownAccount("TW2", "Jumeaux Sud", ("sud@jumeaux.example",)),
    ],
    [
        KnownItem("F-1041", "ACME", 128400, "EUR", date(2026, 9, 8), date(2026, 10, 8)),
        KnownItem(
            "F-1042", "ACME", 246050, "EUR", date(2026, 9, 21), date(2026, 10, 21)
        ),
        KnownItem("F-1043", "ACME", 88620, "EUR", date(2026, 10, 5), date(2026, 11, 4)),
        KnownItem("AV-031", "ACME", -24000, "EUR", date(2026, 10, 15), None),
        KnownItem(
            "INV-208", "OAK", 541200, "GBP", date(2026, 9, 16), date(2026, 10, 31)
        ),
        KnownItem("INV-20301", "BRK", 120000, "GBP", date(2026, 9, 2), None),
        KnownItem("INV-20302", "BRK", 345000, "GBP", date(2026, 9, 15), None),
        KnownItem("INV-20317", "BRK", 89050, "GBP", date(2026, 10, 6), None),
        KnownItem("INV-20318", "BRK", 200000, "GBP", date(2026, 10, 20), None),
        KnownItem("CN-118", "BRK", -15000, "GBP", date(2026, 10, 22), None),
        KnownItem("G-77", "GAR", 38640, "EUR", date(2026, 9, 1), date(2026, 10, 1)),
    ],
)


def mail(
    text: str,
    *,
    sender: str = "compta@acme.example",
    subject: str = "Re: Relance",
    kind: str = "text/plain",
    headers: str = "",
) -> bytes:
    """A mail of Tuesday 24 November 2026."""
    return (
        f"From: Somebody <{sender}>\r\nSubject: {subject}\r\n"
        f"Date: Tue, 24 Nov 2026 10:00:00 +0100\r\nMessage-ID: <m1@x.example>\r\n{headers}"
        f"Content-Type: {kind}; charset=utf-8\r\n\r\n{text}\r\n"
    ).encode()


def read(raw: bytes, **settings: Any) -> Reading:
    """The reading of `raw` against the ledger above."""
    asked = {
        "known": LEDGER,
        "own_addresses": OURS,
        "trusted_authserv": TRUSTED,
        **settings,
    }
    return read_mail(raw, **asked)


def findings(text: str, **settings: Any) -> list[dict[str, Any]]:
    """The findings as JSON without what grounds them."""
    shown = reading_json(read(mail(text, **settings)), "x.eml")["findings"]
    return [
        {k: v for k, v in f.items() if k not in {"evidence", "confidence"}}
        for f in shown
    ]
