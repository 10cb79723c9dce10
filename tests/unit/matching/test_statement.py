"""Who paid, by what it would settle; the lines of a day together."""

from datetime import date, timedelta

import pytest

from collector_bot.core.bank import BankLine
from collector_bot.core.ledger import AccountId, EntryId, Kind, OpenItem, Side
from collector_bot.core.matching.across import shares_of
from collector_bot.core.matching.payers import PayerAccount, PayerItem, Payers
from collector_bot.core.matching.statement import Received, who_paid
from collector_bot.core.money import Money
from collector_bot.core.reading.findings import Remittance, RemittanceLine

TODAY = date(2026, 6, 30)


class Day:
    """Accounts, what they owe, and the lines of a day; amounts in euros."""

    def __init__(self):
        self.accounts, self.items, self.lines, self.advices = [], {}, [], {}

    def account(self, number, name, *ibans, learnt=()):
        self.accounts.append(PayerAccount(AccountId(number), (name,), learnt, ibans))
        self.items[number] = []

    def owes(self, account, piece, amount, currency="EUR"):
        money = Money.of(amount, currency)
        number = 100 * account + len(self.items[account])
        item = OpenItem(
            EntryId(number), AccountId(account), Side.DEBIT, Kind.INVOICE, piece,
            date(2026, 4, 1), date(2026, 5, 1) + timedelta(days=number), money, money,
        )  # fmt: skip
        self.items[account].append(item)
        return item

    def line(self, amount, text="", *, name="", iban="", currency="EUR"):
        money = Money.of(amount, currency)
        line = BankLine(date(2026, 6, 20), money, name=name, iban=iban, text=text)
        number = EntryId(-1 - len(self.lines))
        payment = OpenItem(
            number, AccountId(0), Side.CREDIT, Kind.PAYMENT, f"B{-number}",
            line.booked_on, None, money, money, text,
        )  # fmt: skip
        self.lines.append(Received(line, payment))

    def solved(self):
        items = [
            PayerItem(i.account_id, i.piece, i.open.currency, i.open.minor)
            for group in self.items.values()
            for i in group
        ]
        return who_paid(
            self.lines, Payers(self.accounts, items), lambda a: self.items[a],
            today=TODAY, advices=self.advices,
        )  # fmt: skip

    def payers(self):
        return [one.payment.account_id for one in self.solved()]


@pytest.fixture
def day():
    made = Day()
    made.account(1, "Garage Talbré SARL", "FR7630006000011234567890189")
    made.account(2, "Garage Talbré SARL")
    made.account(3, "Imprimerie Vernois")
    for number in range(4, 30):
        made.account(number, f"Maison {chr(61 + number)}orlac")
    return made


def test_a_mangled_name_with_one_exact_item_is_sure(day):
    day.owes(3, "FA-1001", "612.40")
    day.line("612.40", "VIREMENT DE IMPRIM VERNIOS")

    (one,) = day.solved()

    assert one.payment.account_id == 3
    assert one.payers[0].confidence > 0.95


def test_equal_names_are_told_apart_by_the_amount(day):
    day.owes(1, "FA-1001", "500.00")
    day.owes(2, "FA-1002", "612.40")
    day.line("612.40", name="GARAGE TALBRE")

    (one,) = day.solved()

    assert one.payment.account_id == 2
    assert one.payers[0].confidence > 0.95


def test_equal_names_with_the_amount_in_both_are_in_doubt(day):
    day.owes(1, "FA-1001", "612.40")
    day.owes(2, "FA-1002", "612.40")
    day.line("612.40", name="GARAGE TALBRE")

    (one,) = day.solved()

    assert one.payers[0].confidence <= 0.5


def test_what_a_surer_line_takes_tells_who_paid_the_other(day):
    day.owes(1, "FA-1001", "612.40")
    day.owes(2, "FA-1002", "612.40")
    day.line("612.40", name="GARAGE TALBRE")
    day.line("612.40", "FA-1001", name="GARAGE TALBRE")

    first, second = day.solved()

    assert (first.payment.account_id, second.payment.account_id) == (2, 1)
    assert first.payers[0].confidence > 0.9


def test_a_reference_outweighs_the_name_of_who_pays_for_others(day):
    day.owes(3, "FA-1001", "612.40")
    day.owes(1, "FA-2001", "80.00")
    day.line("612.40", "FACT FA-1001", name="M Alain Loubré")

    assert day.payers() == [3]


def test_a_stranger_is_nobody(day):
    day.owes(3, "FA-1001", "612.40")
    day.line("612.40", name="Société Inconnue")

    assert day.payers() == [0]


def test_an_advice_tells_who_paid_a_line_that_says_nothing(day):
    item = day.owes(3, "FA-1001", "612.40")
    day.owes(4, "FA-1002", "80.00")
    day.line("612.40", "VIREMENT RECU")
    day.advices[AccountId(3)] = [
        Remittance(
            evidence="", confidence=0.95, total=item.open,
            lines=(RemittanceLine("FA-1001", item.open),), payment_on=date(2026, 6, 19),
        )
    ]  # fmt: skip

    assert day.payers() == [3]


def test_a_learnt_name_is_the_accounts(day):
    day.account(40, "Brasserie Orsval", learnt=("PAYPOINT SERVICES",))
    day.owes(40, "FA-1001", "612.40")
    day.line("612.40", name="Paypoint Services")

    assert day.payers() == [40]


def test_another_currency_is_never_answered(day):
    day.owes(3, "FA-1001", "612.40", currency="CHF")
    day.line("612.40", "FA-1001", name="IMPRIMERIE VERNOIS")

    (one,) = day.solved()

    assert one.across is None


def test_one_payment_for_several_accounts_makes_one_lettering_each(day):
    day.owes(1, "FA-1001", "500.00")
    day.owes(3, "FA-1002", "112.40")
    day.line("612.40", "FACT FA-1001 FA-1002", name="Holding Orsval")

    (one,) = day.solved()

    assert one.across is not None
    items = {i.entry_id: i for group in day.items.values() for i in group}
    items[one.payment.entry_id] = one.payment
    shares = shares_of(one.across.parts, items)
    assert [
        {part.piece: part.amount.decimal for part in share.parts} for share in shares
    ] == [
        {"FA-1002": "112.40", "B1": "112.40"},
        {"FA-1001": "500.00", "B1": "500.00"},
    ]
    assert [share.items[EntryId(-1)].open.decimal for share in shares] == [
        "112.40",
        "500.00",
    ]


def test_a_sum_that_is_not_to_the_cent_is_nobodys_group(day):
    day.owes(1, "FA-1001", "500.00")
    day.owes(3, "FA-1002", "112.40")
    day.line("612.41", "FACT FA-1001 FA-1002", name="Holding Orsval")

    assert [one.across for one in day.solved()] == [None]
