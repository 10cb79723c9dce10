"""Everything one sandbox holds, and what people outside Slack can do in it."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from collector_bot.sandbox.answer import Answer, Writer
from collector_bot.sandbox.clock import MovableClock
from collector_bot.sandbox.company import Company, Customer, write_entries
from collector_bot.sandbox.entries import Entry
from collector_bot.sandbox.examples import Example, Occasion, examples
from collector_bot.sandbox.letter import Letter
from collector_bot.sandbox.mailboxes import Mailboxes
from collector_bot.sandbox.product import Product
from collector_bot.sandbox.slack_server import SandboxSlack


def writers_of(company: Company) -> dict[str, Writer]:
    """Return who reads which mailbox, by address."""
    return {
        address: Writer(one.firm.name, address, one.firm.language)
        for one in company.customers
        for address in one.emails
    }


@dataclass
class Stage:
    """The company, its calendar, the mailboxes, Slack and the product.

    Attributes:
        home: folder of everything written during the rehearsal.
        language: of the page and the cards: "fr" or "en".
    """

    home: Path
    language: str
    clock: MovableClock
    company: Company
    mailboxes: Mailboxes
    slack: SandboxSlack
    product: Product | None = None
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _listeners: list[Callable[[], None]] = field(default_factory=list)

    def advance(self, days: int) -> date:
        """Move the calendar forward; return the new day."""
        today = self.clock.advance(days=days)
        self.changed()
        return today

    def changed(self) -> None:
        """Tell who subscribed that something besides Slack and mail changed."""
        for listener in list(self._listeners):
            listener()

    def subscribe(self, listener: Callable[[], None]) -> None:
        """Call `listener` after every move of the calendar, and each `changed`."""
        self._listeners.append(listener)

    def customer_at(self, address: str) -> Customer | None:
        """Return the customer whose mailbox an address is."""
        wanted = address.lower()
        found = (one for one in self.company.customers if wanted in one.emails)
        return next(found, None)

    def due_invoices(self, letter: Letter) -> list[Entry]:
        """Return the letter's invoices that are due and that nobody paid yet."""
        today, paid = self.clock.today(), set(self.paid())
        named = (self.company.invoice(piece) for piece in letter.pieces)
        due = [
            one
            for one in named
            if one is not None
            and one.due_on is not None
            and one.due_on <= today
            and one.piece not in paid
        ]
        return sorted(due, key=lambda one: (one.due_on or today, one.piece))

    def occasion(self, letter: Letter) -> Occasion:
        """Return what an answer to this letter can speak of."""
        return Occasion(
            writer=self.mailboxes.writer(letter.mailbox),
            today=self.clock.today(),
            invoices=self.due_invoices(letter),
        )

    def examples(self, letter: Letter) -> list[Example]:
        """Return ready-made answers; none to a mail the owner wrote."""
        return [] if letter.outgoing else examples(self.occasion(letter))

    def reply(self, letter: Letter, answer: Answer, *, pays: Sequence[str]) -> Letter:
        """Answer a letter, and let the customer's bank pay some invoices after it."""
        sent = self.mailboxes.reply(letter, answer)
        if pays:
            self.pay(pays)
        return sent

    def paid(self) -> list[str]:
        """Invoices a customer's bank paid since the books were opened."""
        ledger = self.home / "paid.json"
        if not ledger.exists():
            return []
        return [str(piece) for piece in json.loads(ledger.read_text(encoding="utf-8"))]

    def pay(self, pieces: Sequence[str]) -> Entry | None:
        """Book one transfer for some invoices of one customer, as the bank shows it.

        The bank's line names the payer and the total, not the invoices. Invoices
        that were paid before are left out; with none left nothing happens.

        Returns:
            The payment, or None when there was nothing to pay.

        Raises:
            ProductError: the product refused the import.
        """
        with self._lock:
            before = self.paid()
            found = (self.company.invoice(one) for one in pieces if one not in before)
            invoices = [one for one in found if one is not None]
            if not invoices:
                return None
            folder = self.home / "payments"
            folder.mkdir(exist_ok=True)
            number = len(list(folder.glob("*.csv"))) + 1
            payment = self._payment(invoices, number)
            path = folder / f"payment-{number:03d}.csv"
            write_entries(path, [payment])
            if self.product is not None:
                self.product.run("import", "entries", str(path))
            done = json.dumps([*before, *(one.piece for one in invoices)])
            (self.home / "paid.json").write_text(done, encoding="utf-8")
        return payment

    def _payment(self, invoices: Sequence[Entry], number: int) -> Entry:
        today = self.clock.today()
        account = invoices[0].account
        name = self.company.customer(account).firm.name
        return Entry(
            account=account,
            kind="payment",
            piece=f"BQ-{today.year}-{900 + number:04d}",
            dated_on=today,
            due_on=None,
            amount_minor=sum(one.amount_minor for one in invoices),
            debit=False,
            currency=invoices[0].currency,
            label=f"VIR SEPA {name.upper()}",
        )
