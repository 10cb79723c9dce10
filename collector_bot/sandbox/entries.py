"""One line of the sample ledger, as the import format writes it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of entries.csv. `amount_minor` is in cents and more than zero.

    `due_on` is absent on payments; `debit` says which column the amount stands in.
    """

    account: str
    kind: str
    piece: str
    dated_on: date
    due_on: date | None
    amount_minor: int
    debit: bool
    currency: str
    label: str

    @property
    def row(self) -> tuple[str, ...]:
        """The cells, in the order of the import format."""
        amount = plain_amount(self.amount_minor)
        return (
            self.account,
            self.kind,
            self.piece,
            self.dated_on.isoformat(),
            self.due_on.isoformat() if self.due_on else "",
            amount if self.debit else "",
            "" if self.debit else amount,
            self.currency,
            self.label,
        )


def plain_amount(minor: int) -> str:
    """Return cents as a number with a decimal point.

    Example:
        >>> plain_amount(481260)
        '4812.60'
    """
    return f"{minor // 100}.{minor % 100:02d}"


def written_amount(minor: int, *, currency: str, language: str) -> str:
    """Return an amount as a customer of that language types it.

    Example:
        >>> written_amount(481260, currency="EUR", language="fr")
        '4 812,60 €'
        >>> written_amount(481260, currency="GBP", language="en")
        '£4,812.60'
    """
    sign = {"EUR": "€", "GBP": "£", "USD": "$"}.get(currency, currency)
    grouped = f"{minor // 100:,}.{minor % 100:02d}"
    if language == "fr":
        return grouped.replace(",", " ").replace(".", ",") + f" {sign}"
    return f"{sign}{grouped}"
