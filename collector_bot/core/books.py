"""What goes back to the accounting system: lines of its books, and their letterings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from collector_bot.core.corrections import Chart
from collector_bot.core.ledger import AccountSide, Side
from collector_bot.core.money import Money
from collector_bot.core.wording import Both


class Exported(StrEnum):
    """What an export holds: lettered entries, or entries that were posted here."""

    LETTERINGS = "letterings"
    JOURNAL = "journal"


class DateLet(StrEnum):
    """Which day goes beside a lettering code.

    OPERATION: when it was lettered. LATEST_ENTRY: the latest date of its entries.

    Source:
        Both are found in practice; art. A47 A-1 LPF says "date de lettrage" alone.
    """

    OPERATION = "operation"
    LATEST_ENTRY = "latest_entry"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Layout:
    """How an export is written.

    Attributes:
        datelet: which day goes with a code.
        partial_codes: codes that are not balanced are written too, in lower case.
        separator: of a FEC, a tab or a bar.
    """

    datelet: DateLet = DateLet.OPERATION
    partial_codes: bool = True
    separator: str = "\t"


class Standing(StrEnum):
    """How a lettering stands when it is exported."""

    LETTERED = "lettered"
    PARTIAL = "partial"
    UNDONE = "undone"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Lettered:
    """A code, how it stands, the day it was given and the latest day of its entries."""

    code: str
    standing: Standing
    on: date
    latest_on: date

    def written(self, layout: Layout) -> tuple[str, date | None]:
        """Return the code to write and its day: never a day without a code."""
        is_partial = self.standing is Standing.PARTIAL
        if self.standing is Standing.UNDONE or (
            is_partial and not layout.partial_codes
        ):
            return "", None
        day = {
            DateLet.OPERATION: self.on,
            DateLet.LATEST_ENTRY: self.latest_on,
            DateLet.NONE: None,
        }[layout.datelet]
        return self.code, day


@dataclass(frozen=True, slots=True)
class BookLine:
    """One line of an export.

    Attributes:
        number: of the journal entry it is part of, whose debits and credits are equal.
        journal: code of the journal.
        on: date of the journal entry; `valid_on` the day somebody approved it.
        account: number in the chart, `title` its name.
        auxiliary: code of the customer or supplier, "" on other accounts; with `name`.
        piece: and `piece_on`, its date.
        lettered: the code of the line, None for none.
        vat_rate_bp: of the line, 0 where VAT has no part in it.
    """

    number: str
    journal: str
    on: date
    valid_on: date
    account: str
    title: str
    auxiliary: str
    name: str
    piece: str
    piece_on: date
    label: str
    side: Side
    amount: Money
    lettered: Lettered | None = None
    vat_rate_bp: int = 0


LETTERING_JOURNAL = "LET"
_TITLES: tuple[tuple[str, Both], ...] = (
    ("customers", ("Customers", "Clients")),
    ("suppliers", ("Suppliers", "Fournisseurs")),
    ("rounding_loss", ("Rounding differences", "Écarts de règlement")),
    ("rounding_gain", ("Rounding differences", "Écarts de règlement")),
    ("discount", ("Discounts granted", "Escomptes accordés")),
    ("vat", ("VAT collected", "TVA collectée")),
    ("bank_fee", ("Bank fees", "Services bancaires")),
    ("bank", ("Bank", "Banque")),
)


def title_of(account: str, chart: Chart) -> Both:
    """Return what an account of the chart is called, in both languages."""
    for name, title in _TITLES:
        if getattr(chart, name) == account:
            return title
    return f"Account {account}", f"Compte {account}"


def journal_title(journal: str, chart: Chart) -> Both:
    """Return what a journal is called, in both languages."""
    if journal == LETTERING_JOURNAL:
        return "Letterings", "Lettrages"
    if journal == chart.bank_journal:
        return "Bank", "Banque"
    return "Sundry entries", "Opérations diverses"


def own_account(code: str, side: AccountSide, chart: Chart) -> tuple[str, str]:
    """Return account number and auxiliary code of a customer or supplier.

    A code that is a number of the chart itself stands there, without an auxiliary.

    Example:
        >>> own_account("ACME", AccountSide.CUSTOMER, Chart())
        ('411', 'ACME')
        >>> own_account("411ACME", AccountSide.CUSTOMER, Chart())
        ('411ACME', '')
    """
    collective = chart.collective(side)
    if code.startswith(collective):
        return code, ""
    return collective, code
