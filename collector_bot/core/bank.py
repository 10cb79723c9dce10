"""What a bank says happened on our account: statements and their lines."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from collector_bot.core.money import Money


class LineNature(StrEnum):
    """What a bank line is to us, as far as the bank or its text says."""

    RECEIVED = "received"
    RETURNED = "returned"
    OUTGOING = "outgoing"
    NOT_A_CUSTOMER = "not_a_customer"


class LineState(StrEnum):
    """Where a bank line stands.

    `waiting` until it is lettered; `in_ledger` when the accounting system had posted
    it itself; `left_alone` when no customer's account is concerned.
    """

    WAITING = "waiting"
    LETTERED = "lettered"
    IN_LEDGER = "in_ledger"
    LEFT_ALONE = "left_alone"


@dataclass(frozen=True, slots=True)
class BankLine:
    """One movement on one of our bank accounts.

    A collective entry is given as its single movements where the bank names them.

    Attributes:
        booked_on: the day the bank booked it.
        value_on: its value date, None when not said.
        amount: more than zero when we received it, less when it left.
        bank_ref: the bank's own reference of this movement, "" when it has none;
            the same movement has the same one in every file of the bank.
        end_to_end: the payer's own reference, "" when not said ("NOTPROVIDED" is not).
        creditor_reference: a structured reference (ISO 11649, "RF…"), "" without.
        name: the other party as written, "" when not said.
        iban: the other party's account, "" when not said.
        text: all that is written for us to read, lines joined by a line feed.
        code: how the bank classifies it: its ISO 20022 code "PMNT-RCDT-ESCT", the
            two digits of CFONB 120, the four letters of MT940; "" without.
        is_reversal: the bank takes back a movement booked before.
        return_reason: why a payment or a direct debit came back (ISO 20022 external
            reason code such as "AC04", or the bank's words), "" when it did not.
        line: where it stands in its file, 1-based (the line, or the n-th movement).
    """

    booked_on: date
    amount: Money
    value_on: date | None = None
    bank_ref: str = ""
    end_to_end: str = ""
    creditor_reference: str = ""
    name: str = ""
    iban: str = ""
    text: str = ""
    code: str = ""
    is_reversal: bool = False
    return_reason: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class BankStatement:
    """The movements of one of our accounts that one statement holds.

    Attributes:
        account: IBAN, or the bank's own number, without spaces; "" when not said.
        currency: ISO 4217 code of the account.
        number: the bank's number of the statement, "" without.
        opening: what was there before, None when not said (camt.054, CSV).
        closing: what is there after, None when not said.
        lines: its movements, in their order.
    """

    account: str
    currency: str
    lines: tuple[BankLine, ...]
    number: str = ""
    opening: Money | None = None
    closing: Money | None = None

    @property
    def gap(self) -> Money | None:
        """Opening plus movements minus closing: zero in a whole statement.

        None when the bank does not say one of the two.
        """
        if self.opening is None or self.closing is None:
            return None
        moved = sum(line.amount.minor for line in self.lines)
        return Money(self.opening.minor + moved - self.closing.minor, self.currency)
