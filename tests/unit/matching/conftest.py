"""A small ledger of one account to match in."""

from datetime import date, timedelta

import pytest

from collector_bot.core.ledger import AccountId, EntryId, Kind, OpenItem, Side
from collector_bot.core.matching.door import (
    suggest_for_account,
    suggest_for_advice,
    suggest_for_payment,
)
from collector_bot.core.money import Money
from collector_bot.core.reading.findings import Remittance, RemittanceLine

TODAY = date(2026, 6, 30)


class Ledger:
    """Open items of one account; amounts are plain decimals of `currency`."""

    def __init__(self, *, owed=Side.DEBIT, currency="EUR"):
        self.items = []
        self.owed = owed
        self.currency = currency

    def _add(self, side, kind, piece, amount, *, on, due=None, label="", account=1):
        money = Money.of(amount, self.currency)
        item = OpenItem(
            EntryId(len(self.items) + 1), AccountId(account), side, kind, piece,
            on, due, money, money, label,
        )  # fmt: skip
        self.items.append(item)
        return item

    def invoice(self, piece, amount, on=date(2026, 4, 1), *, due=None, account=1):
        due = due or on + timedelta(days=30)
        return self._add(
            self.owed, Kind.INVOICE, piece, amount, on=on, due=due, account=account
        )

    def note(self, piece, amount, on=date(2026, 4, 10), label=""):
        return self._add(
            self.owed.other, Kind.CREDIT_NOTE, piece, amount, on=on, label=label
        )

    def payment(self, amount, label="", on=date(2026, 6, 15), *, piece="BQ"):
        return self._add(
            self.owed.other, Kind.PAYMENT, piece, amount, on=on, label=label
        )

    def suggest(self, payment, text=""):
        return suggest_for_payment(payment, self.items, today=TODAY, text=text)

    def suggest_all(self, *advices):
        return suggest_for_account(self.items, today=TODAY, advices=advices)

    def advise(self, advice):
        return suggest_for_advice(advice, self.items, today=TODAY)


@pytest.fixture
def ledger():
    return Ledger()


@pytest.fixture
def supplier():
    return Ledger(owed=Side.CREDIT)


@pytest.fixture
def yen():
    return Ledger(currency="JPY")


@pytest.fixture
def advice():
    """Make a remittance advice: lines are (reference, amount or None)."""

    def make(*lines, total=None, on=None, reference=None, currency="EUR", sure=0.95):
        def money(text):
            return None if text is None else Money.of(text, currency)

        return Remittance(
            evidence="", confidence=sure,
            lines=tuple(RemittanceLine(piece, money(amount)) for piece, amount in lines),
            total=money(total), currency=currency, payment_on=on,
            payment_reference=reference,
        )  # fmt: skip

    return make


@pytest.fixture
def taken():
    """Show a candidate's parts as {piece: amount}."""

    def show(candidate):
        return {part.piece: part.amount.decimal for part in candidate.parts}

    return show


@pytest.fixture
def grounds():
    def show(candidate):
        return [reason.ground.value for reason in candidate.reasons]

    return show
