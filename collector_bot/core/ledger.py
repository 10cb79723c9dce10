"""The ledger's words: accounts, entries and what is left open of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final, NewType

from collector_bot.core.money import Money
from collector_bot.core.wording import Both, either

AccountId = NewType("AccountId", int)
EntryId = NewType("EntryId", int)
MailId = NewType("MailId", int)
OutboxId = NewType("OutboxId", int)
SuggestionId = NewType("SuggestionId", int)
LetteringId = NewType("LetteringId", int)


WITHOUT_NUMBER: Final[Both] = ("without number", "sans numéro")


class AccountSide(StrEnum):
    """Whose account it is: a customer owes us, a supplier is owed."""

    CUSTOMER = "customer"
    SUPPLIER = "supplier"


class Side(StrEnum):
    """The side an entry stands on."""

    DEBIT = "D"
    CREDIT = "C"

    @property
    def other(self) -> Side:
        """The opposite side."""
        return Side.CREDIT if self is Side.DEBIT else Side.DEBIT


class Kind(StrEnum):
    """What an entry is."""

    INVOICE = "invoice"
    CREDIT_NOTE = "credit_note"
    PAYMENT = "payment"
    ADVANCE = "advance"
    OTHER = "other"


class ContactRole(StrEnum):
    """What a contact is written to for."""

    DUNNING = "dunning"
    BILLING = "billing"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody at a customer. `email` is syntactically valid and lower-cased."""

    email: str
    language: str
    role: ContactRole = ContactRole.DUNNING


@dataclass(frozen=True, slots=True)
class Account:
    """One customer's or supplier's auxiliary account, known by its code."""

    id: AccountId
    code: str
    name: str
    side: AccountSide = AccountSide.CUSTOMER
    currency: str = "EUR"
    language: str = "fr"
    terms: str = ""
    siren: str = ""
    vat: str = ""
    parent_code: str = ""
    aliases: tuple[str, ...] = ()
    contacts: tuple[Contact, ...] = ()
    ibans: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OpenItem:
    """What is left of one entry once its letterings are taken off.

    `open` is more than zero and at most `amount`; `side` says which way it counts.
    `due_on` is absent on credits that are simply there to be used.
    """

    entry_id: EntryId
    account_id: AccountId
    side: Side
    kind: Kind
    piece: str
    dated_on: date
    due_on: date | None
    amount: Money
    open: Money
    label: str = ""

    @property
    def title(self) -> str:
        """What it goes by: its piece, or its label without one; may be blank."""
        return self.piece or self.label

    def named(self, language: str) -> str:
        r"""Return what a letter in `language` calls it: its piece where it has one.

        Example:
            >>> fee = OpenItem(EntryId(1), AccountId(1), Side.DEBIT, Kind.INVOICE, "",
            ...                date(2026, 9, 2), None, Money(500, "EUR"),
            ...                Money(500, "EUR"), "Frais")
            >>> fee.named("fr"), fee.named("en")
            ('sans numéro (Frais)', 'without number (Frais)')
        """
        if self.piece:
            return self.piece
        more = self.label or f"{self.dated_on:%d/%m/%Y}"
        return f"{either(WITHOUT_NUMBER, language)} ({more})"

    @property
    def is_debit(self) -> bool:
        """Whether it is owed to us (on a customer's account)."""
        return self.side is Side.DEBIT

    def overdue_days(self, today: date) -> int:
        """Whole days after the due date; negative before it; 0 without one."""
        return (today - self.due_on).days if self.due_on else 0
