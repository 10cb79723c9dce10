"""The customers and entries that bench/ledger.py measures on, as files to import."""

from __future__ import annotations

import csv
import random
from datetime import date, timedelta
from typing import Any

TODAY = date(2026, 11, 24)
SEED = 20261124


def generate(*told: Any) -> None:
    """Write customers and entries: 92 % invoices, 5 % credit notes, 3 % payments."""
    file, customers, items, count = told
    draw = random.Random(SEED)
    weights = [draw.lognormvariate(0, 1) for _ in range(count)]
    with customers.open("w", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(
            ["account", "name", "email", "language", "terms", "siren", "vat", "iban"]
        )
        for number in range(count):
            writer.writerow(
                [f"C{number:06}", f"Client {number:06} SARL", f"ap{number}@c{number}.example",
                 "fr" if number % 3 else "en", "30 net", "", "", ""]
            )  # fmt: skip
    owners = sorted(draw.choices(range(count), weights, k=items))
    with file.open("w", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(
            [
                "account",
                "kind",
                "piece",
                "date",
                "due_date",
                "debit",
                "credit",
                "currency",
                "label",
            ]
        )
        for number, owner in enumerate(owners):
            dated = TODAY - timedelta(days=draw.randrange(300))
            amount = max(100, round(draw.lognormvariate(6.1, 1.0) * 100))
            written = f"{amount // 100}.{amount % 100:02}"
            share = draw.random()
            kind = (
                "invoice"
                if share < 0.92
                else "credit_note"
                if share < 0.97
                else "payment"
            )
            due = dated + timedelta(days=30)
            debit, credit = (written, "") if kind == "invoice" else ("", written)
            writer.writerow(
                [f"C{owner:06}", kind, f"F{number:07}", dated.isoformat(),
                 due.isoformat() if kind == "invoice" else "", debit, credit, "EUR", "Facture"]
            )  # fmt: skip
