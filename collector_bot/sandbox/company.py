"""The sample company's books: sixty customers, six hundred entries, every case once."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from collector_bot.sandbox.cases import build_entries
from collector_bot.sandbox.entries import Entry
from collector_bot.sandbox.identifiers import french_iban, french_vat, iban, siren
from collector_bot.sandbox.roster import Case, Firm, firms

NAME = "Ateliers Morel SAS"
CUSTOMER_COLUMNS = (
    "account",
    "name",
    "email",
    "language",
    "terms",
    "siren",
    "vat",
    "iban",
    "side",
    "currency",
)
ENTRY_COLUMNS = (
    "account",
    "kind",
    "piece",
    "date",
    "due_date",
    "debit",
    "credit",
    "currency",
    "label",
)
_TERMS = {"fr": "30 jours", "en": "30 days"}  # what every due date below keeps to


@dataclass(frozen=True, slots=True)
class Customer:
    """One line of customers.csv."""

    firm: Firm
    emails: tuple[str, ...]
    terms: str
    siren: str
    vat: str
    iban: str

    @property
    def row(self) -> tuple[str, ...]:
        """The cells, in the order of CUSTOMER_COLUMNS."""
        side = "supplier" if self.firm.case is Case.SUPPLIER else "customer"
        return (
            self.firm.code,
            self.firm.name,
            ";".join(self.emails),
            self.firm.language,
            self.terms,
            self.siren,
            self.vat,
            self.iban,
            side,
            self.firm.currency,
        )


@dataclass(frozen=True, slots=True)
class Company:
    """The sample books of one start date."""

    opened_on: date
    customers: tuple[Customer, ...]
    entries: tuple[Entry, ...]

    def customer(self, code: str) -> Customer:
        """Return one customer by account code."""
        return next(one for one in self.customers if one.firm.code == code)

    def of(self, code: str) -> list[Entry]:
        """Return the entries of one account, in the order of the file."""
        return [entry for entry in self.entries if entry.account == code]

    def invoice(self, piece: str) -> Entry | None:
        """Return the invoice with this number, if these books have it."""
        found = (e for e in self.entries if e.piece == piece and e.kind == "invoice")
        return next(found, None)

    def write(self, folder: Path) -> tuple[Path, Path]:
        """Write customers.csv and entries.csv into `folder`; return both paths."""
        folder.mkdir(parents=True, exist_ok=True)
        customers, entries = folder / "customers.csv", folder / "entries.csv"
        _write(customers, CUSTOMER_COLUMNS, [one.row for one in self.customers])
        write_entries(entries, self.entries)
        return customers, entries


def sample_company(start: date, *, seed: int = 1) -> Company:
    """Return the same books for the same day and seed, always.

    Args:
        start: the day the books are opened; every due date counts from it.
        seed: another one gives other amounts and dates in the same cases.
    """
    roster = firms()
    customers = tuple(_customer(index, firm) for index, firm in enumerate(roster, 1))
    entries = tuple(build_entries(roster, start=start, seed=seed))
    return Company(start, customers, entries)


def write_entries(path: Path, entries: Sequence[Entry]) -> None:
    """Write entries in the import format: comma, ISO dates, decimal point."""
    _write(path, ENTRY_COLUMNS, [entry.row for entry in entries])


def _customer(index: int, firm: Firm) -> Customer:
    number = siren(index) if firm.language == "fr" else ""
    account = (
        french_iban(index) if firm.language == "fr" else iban("GB", f"ZZZZ{index:014d}")
    )
    return Customer(
        firm=firm,
        emails=_emails(index, firm),
        terms=_TERMS[firm.language],
        siren=number,
        vat=french_vat(number) if number else "",
        iban=account,
    )


def _emails(index: int, firm: Firm) -> tuple[str, ...]:
    if not firm.domain:
        return ()
    names = ("compta", "facturation") if firm.language == "fr" else ("accounts", "ap")
    several = index % 9 == 0
    return tuple(
        f"{name}@{firm.domain}.example" for name in (names if several else names[:1])
    )


def _write(path: Path, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)
