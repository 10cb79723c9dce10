"""The entries each case of the roster needs, counted from the day the books open."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random

from collector_bot.sandbox.entries import Entry
from collector_bot.sandbox.roster import Case, Firm

ENTRIES = 600
_BANK_FEE_MINOR = 15_00
_LARGE_MINOR = 62_480_00
_TERM_DAYS = 30
_FIRST_NUMBER = 501


@dataclass
class Book:
    """The entries of one account while they are written down.

    Invoices get their final number last, in the order of their dates.
    """

    firm: Firm
    start: date
    random: Random
    entries: list[Entry] = field(default_factory=list)

    def amount(self, low: int = 180, high: int = 6_000) -> int:
        """Draw an amount in cents between two whole amounts."""
        return self.random.randint(low * 100, high * 100)

    def invoice(self, late: int, minor: int, piece: str = "") -> Entry:
        """Write an invoice `late` days overdue (negative: due later, -30 at most)."""
        due_on = self.start - timedelta(days=late)
        dated_on = due_on - timedelta(days=_TERM_DAYS)
        label = "Facture" if self.firm.language == "fr" else "Invoice"
        supplier = self.firm.case is Case.SUPPLIER
        entry = Entry(
            account=self.firm.code,
            kind="invoice",
            piece=piece,
            dated_on=dated_on,
            due_on=due_on,
            amount_minor=minor,
            debit=not supplier,
            currency=self.firm.currency,
            label=f"{label} {self.firm.name}",
        )
        self.entries.append(entry)
        return entry

    def credit(self, kind: str, minor: int, *, days_ago: int) -> None:
        """Write a payment, an advance or a credit note dated some days ago."""
        label = {
            "payment": f"VIR SEPA {self.firm.name.upper()}",
            "advance": f"Acompte {self.firm.name}",
            "credit_note": f"Avoir {self.firm.name}",
        }[kind]
        prefix = {"payment": "BQ", "advance": "AC", "credit_note": "AV"}[kind]
        dated_on = self.start - timedelta(days=days_ago)
        self.entries.append(
            Entry(
                account=self.firm.code,
                kind=kind,
                piece=prefix,
                dated_on=dated_on,
                due_on=None,
                amount_minor=minor,
                debit=self.firm.case is Case.SUPPLIER,
                currency=self.firm.currency,
                label=label,
            )
        )


def build_entries(roster: Sequence[Firm], *, start: date, seed: int) -> list[Entry]:
    """Return 600 entries, oldest first, in which every case of the roster occurs."""
    random = Random(seed)  # noqa: S311 - sample figures, the same every time
    books = [Book(firm, start, random) for firm in roster]
    for book in books:
        _CASES[book.firm.case](book)
    _fill(books, random)
    entries = [entry for book in books for entry in book.entries]
    entries.sort(key=lambda entry: (entry.dated_on, entry.account, entry.amount_minor))
    return _number(entries)


def _fill(books: list[Book], random: Random) -> None:
    """Add invoices that are not due for long, until there are 600 entries."""
    kept = {Case.SMALL, Case.SUPPLIER, Case.STORY}
    calm = [one for one in books if one.firm.case not in kept]
    count = sum(len(book.entries) for book in books)
    for index in range(ENTRIES - count):
        book = calm[index % len(calm)]
        book.invoice(-random.randint(12, 29), book.amount())


def _number(entries: list[Entry]) -> list[Entry]:
    """Give every piece without a number the next one of its kind."""
    counters = {"": _FIRST_NUMBER, "BQ": 101, "AC": 11, "AV": 31}
    numbered = []
    for entry in entries:
        if entry.piece not in counters:
            numbered.append(entry)
            continue
        prefix = entry.piece or "F"
        number = f"{prefix}-{entry.dated_on.year}-{counters[entry.piece]:04d}"
        counters[entry.piece] += 1
        numbered.append(replace(entry, piece=number))
    return numbered


def _story(book: Book) -> None:
    """Two firms whose figures are known: the guided story tells about them."""
    table = {
        "ACME": [(36, 4812_60, 412), (22, 1250_00, 427), (9, 980_40, 431)],
        "HARBOUR": [
            (27, 1840_00, 415),
            (20, 2315_50, 429),
            (13, 2900_00, 433),
            (8, 1255_50, 438),
        ],
    }
    for late, minor, number in table[book.firm.code]:
        issued = book.start - timedelta(days=late + _TERM_DAYS)
        book.invoice(late, minor, f"F-{issued.year}-{number:04d}")


def _late(oldest: int, youngest: int) -> Callable[[Book], None]:
    def write(book: Book) -> None:
        late = book.random.randint(youngest, oldest)
        book.invoice(late, book.amount())
        for _ in range(book.random.randint(1, 3)):
            book.invoice(book.random.randint(youngest, late), book.amount())
        book.invoice(-book.random.randint(10, 29), book.amount())

    return write


def _not_due(book: Book) -> None:
    for days in (12, 17, 23, 29):
        book.invoice(-days, book.amount())


def _courtesy(book: Book) -> None:
    book.invoice(-3, book.amount())
    book.invoice(-25, book.amount())


def _covered(book: Book) -> None:
    dues = [book.invoice(late, book.amount()).amount_minor for late in (28, 12)]
    book.credit("advance", sum(dues) + 500_00, days_ago=6)


def _exact(book: Book) -> None:
    paid = book.invoice(18, book.amount())
    book.invoice(11, book.amount())
    book.credit("payment", paid.amount_minor, days_ago=2)


def _run(book: Book) -> None:
    dues = [book.invoice(late, book.amount()).amount_minor for late in (40, 31, 24)]
    book.invoice(10, book.amount())
    book.credit("payment", sum(dues), days_ago=3)


def _ambiguous(book: Book) -> None:
    minor = book.amount()
    for late in (26, 17):
        book.invoice(late, minor)
    book.invoice(9, book.amount())
    book.credit("payment", minor, days_ago=1)


def _bank_fee(book: Book) -> None:
    paid = book.invoice(21, book.amount(2_000, 5_000))
    book.invoice(7, book.amount())
    book.credit("payment", paid.amount_minor - _BANK_FEE_MINOR, days_ago=2)


def _credit_note(book: Book) -> None:
    contested = book.invoice(25, book.amount(1_000, 4_000))
    book.invoice(14, book.amount())
    book.credit("credit_note", contested.amount_minor // 4, days_ago=15)


def _small(book: Book) -> None:
    book.invoice(33, 3_45)
    book.invoice(16, 1_20)


def _large(book: Book) -> None:
    book.invoice(12, _LARGE_MINOR)
    book.invoice(-20, book.amount())


def _supplier(book: Book) -> None:
    for late in (15, 2, -10, -24):
        book.invoice(late, book.amount())
    book.credit("payment", book.entries[0].amount_minor, days_ago=4)


_CASES: dict[Case, Callable[[Book], None]] = {
    Case.STORY: _story,
    Case.NOT_DUE: _not_due,
    Case.COURTESY: _courtesy,
    Case.FIRST: _late(14, 6),
    Case.SECOND: _late(28, 16),
    Case.FIRM: _late(43, 31),
    Case.FORMAL: _late(80, 46),
    Case.COVERED: _covered,
    Case.EXACT: _exact,
    Case.RUN: _run,
    Case.AMBIGUOUS: _ambiguous,
    Case.BANK_FEE: _bank_fee,
    Case.CREDIT_NOTE: _credit_note,
    Case.SMALL: _small,
    Case.NO_EMAIL: _late(40, 20),
    Case.FOREIGN: _late(35, 10),
    Case.LARGE: _large,
    Case.SUPPLIER: _supplier,
}
