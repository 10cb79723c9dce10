"""Answers a customer might send to one letter, ready to edit, in its language."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from collector_bot.sandbox.answer import Writer
from collector_bot.sandbox.entries import Entry, plain_amount, written_amount
from collector_bot.sandbox.letter import Attachment

_PROMISE_DAYS = 10
_MONTHS_FR = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)


@dataclass(frozen=True, slots=True)
class Example:
    """One ready-made answer.

    Attributes:
        kind: "promise", "remittance", "remittance-csv", "dispute" or "absence".
        text: what the reply box is filled with.
        attachments: files that go with it.
        automatic: whether it marks itself as written by a machine.
        pays: invoice numbers the customer's bank pays at the same time.
    """

    kind: str
    text: str
    attachments: tuple[Attachment, ...] = ()
    automatic: bool = False
    pays: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Occasion:
    """What an answer can speak of: who writes, when, and the invoices of the letter.

    `invoices` holds the due ones; it may be empty.
    """

    writer: Writer
    today: date
    invoices: Sequence[Entry]

    @property
    def is_french(self) -> bool:
        """Whether the mailbox's owner writes French."""
        return self.writer.language == "fr"

    def amount(self, minor: int) -> str:
        """An amount in the currency of the invoices."""
        currency = self.invoices[0].currency if self.invoices else "EUR"
        return written_amount(minor, currency=currency, language=self.writer.language)


def examples(occasion: Occasion) -> list[Example]:
    """Return the answers that make sense; those about invoices need one at least."""
    builders: list[Callable[[Occasion], Example]] = []
    if occasion.invoices:
        builders = [promise, remittance, remittance_csv, dispute]
    return [build(occasion) for build in [*builders, absence]]


def promise(occasion: Occasion, *, days: int = _PROMISE_DAYS) -> Example:
    """Promise to pay the oldest invoice in some days."""
    piece = occasion.invoices[0].piece
    on = written_day(occasion.today + timedelta(days=days), occasion.writer.language)
    body = (
        f"Nous vous réglerons la facture {piece} le {on}."
        if occasion.is_french
        else f"We will pay invoice {piece} on {on}."
    )
    return Example("promise", _letter(occasion, body))


def remittance(occasion: Occasion) -> Example:
    """Announce a transfer, invoice by invoice, in the text."""
    lines = [
        f"{one.piece}    {occasion.amount(one.amount_minor)}"
        for one in occasion.invoices
    ]
    body = "\n".join([_announce(occasion), "", *lines])
    return Example("remittance", _letter(occasion, body), pays=_pieces(occasion))


def remittance_csv(occasion: Occasion) -> Example:
    """Announce a transfer whose detail is in a CSV file."""
    if occasion.is_french:
        rows = ["Facture;Date;Montant"]
        name, body = "avis-de-virement.csv", "Le détail est en pièce jointe."
    else:
        rows = ["Invoice,Date,Amount"]
        name, body = "remittance-advice.csv", "The details are attached."
    rows += [_csv_row(one, occasion) for one in occasion.invoices]
    content = ("\r\n".join(rows) + "\r\n").encode("utf-8")
    return Example(
        "remittance-csv",
        _letter(occasion, f"{_announce(occasion)}\n{body}"),
        attachments=(Attachment(name, "text/csv", content),),
        pays=_pieces(occasion),
    )


def dispute(occasion: Occasion) -> Example:
    """Contest the oldest invoice."""
    piece = occasion.invoices[0].piece
    body = (
        f"Nous contestons la facture {piece} : une partie de la marchandise est "
        "arrivée endommagée. Merci de nous adresser un avoir."
        if occasion.is_french
        else f"We dispute invoice {piece}: part of the goods arrived damaged. "
        "Please send us a credit note."
    )
    return Example("dispute", _letter(occasion, body))


def absence(occasion: Occasion) -> Example:
    """Say that nobody is there, as a machine does."""
    on = written_day(occasion.today + timedelta(days=5), occasion.writer.language)
    text = (
        f"Bonjour,\n\nNotre service comptabilité est absent jusqu'au {on}. "
        "Votre message sera lu à notre retour.\n"
        if occasion.is_french
        else f"Hello,\n\nOur accounts team is out of the office until {on}. "
        "Your message will be read when we are back.\n"
    )
    return Example("absence", text, automatic=True)


def written_day(day: date, language: str) -> str:
    """Return a date in full.

    Example:
        >>> written_day(date(2026, 12, 1), "fr"), written_day(date(2026, 12, 1), "en")
        ('1er décembre 2026', '1 December 2026')
    """
    if language == "fr":
        number = "1er" if day.day == 1 else str(day.day)
        return f"{number} {_MONTHS_FR[day.month - 1]} {day.year}"
    return f"{day.day} {day:%B %Y}"


def _announce(occasion: Occasion) -> str:
    total = occasion.amount(sum(one.amount_minor for one in occasion.invoices))
    on = written_day(occasion.today, occasion.writer.language)
    if occasion.is_french:
        return (
            f"Nous vous informons de notre virement du {on}, d'un montant total de "
            f"{total}, en règlement des factures suivantes :"
        )
    return (
        f"Please be advised of our transfer of {on} for a total of {total}, "
        "in payment of the following invoices:"
    )


def _csv_row(entry: Entry, occasion: Occasion) -> str:
    amount = plain_amount(entry.amount_minor)
    if occasion.is_french:
        return f"{entry.piece};{entry.dated_on:%d/%m/%Y};{amount.replace('.', ',')}"
    return f"{entry.piece},{entry.dated_on.isoformat()},{amount}"


def _letter(occasion: Occasion, body: str) -> str:
    if occasion.is_french:
        closing = f"Cordialement,\nService comptabilité – {occasion.writer.name}"
        return f"Bonjour,\n\n{body}\n\n{closing}\n"
    closing = f"Kind regards,\nAccounts payable – {occasion.writer.name}"
    return f"Hello,\n\n{body}\n\n{closing}\n"


def _pieces(occasion: Occasion) -> tuple[str, ...]:
    return tuple(one.piece for one in occasion.invoices)
