"""Invented companies: customers, what they owe, and the day's bank lines with truth."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from lettering_names import companies, stranger
from lettering_texts import Payer, bank_line, references

from collector_bot.core.bank import BankLine
from collector_bot.core.ledger import AccountId, EntryId, Kind, OpenItem, Side
from collector_bot.core.matching.payers import PayerAccount
from collector_bot.core.money import Money
from collector_bot.core.reading.findings import Remittance, RemittanceLine

TODAY = date(2026, 6, 30)
STYLES = (
    "FA-{year}-{n:05d}",
    "F{n:06d}",
    "{year}{n:05d}",
    "VE/{year}/{n:04d}",
    "{n:07d}",
)
FAMILIES = ("services", "industry", "price list", "round")
# Shares of the payments, per mille. What is said goes with what is done.
BEHAVIOURS = {
    "reference, whole": 210, "reference, digits": 70, "reference, tail": 40,
    "reference, joined": 20, "reference, range": 25, "reference, slip": 25,
    "reference, year": 15, "reference, structured": 30, "reference, half": 30,
    "single, silent": 120, "order number": 30, "all due": 50, "whole balance": 35,
    "run": 45, "month": 15, "set, silent": 30, "credit, named": 20,
    "credit, silent": 20, "discount": 25, "fee": 25, "rounding": 15, "partial": 30,
    "partial, silent": 15, "over": 10, "third party": 25, "third party, silent": 10,
    "paid twice": 12, "paid before": 20, "parent": 15, "factor": 8, "advice": 25,
    "unknown payer": 40, "on account": 20, "tax refund": 8, "interest": 5,
    "returned": 10,
}  # fmt: skip


@dataclass(frozen=True)
class Truth:
    """What a line really is.

    `groups` are the entries it settles by account; `known`: "yes" a careful person
    could know, "no" nobody could, "hard" between the two.
    """

    behaviour: str
    payer: int | None
    groups: dict[int, frozenset[int]]
    difference: int
    known: str
    payer_known: bool


@dataclass
class World:
    """A company: accounts, their open items, and the lines with their truth."""

    accounts: list[PayerAccount] = field(default_factory=list)
    items: dict[int, list[OpenItem]] = field(default_factory=dict)
    lines: list[tuple[BankLine, Truth]] = field(default_factory=list)
    advices: dict[int, list[Remittance]] = field(default_factory=dict)
    family: dict[int, str | int] = field(default_factory=dict)


def amount_of(rng: random.Random, family: str | int) -> int:
    """Return an amount of a family; a subscription's is always the same."""
    if isinstance(family, int):
        return family
    if family == "services":
        return max(500, int(rng.lognormvariate(0, 1) * 450_00))
    if family == "industry":
        return max(500, int(rng.lognormvariate(0, 1) * 6_000_00))
    if family == "price list":
        prices = (990, 1490, 2500, 3990, 5900, 7500, 9900, 12000, 14900, 19900, 25000)
        return rng.choice(prices) * rng.randint(1, 5) * 6 // 5
    return rng.randint(1, 60) * 50_00


def item_of(
    number: int,
    account: int,
    kind: Kind,
    *,
    what: tuple[str, date, int],
    terms: int = 30,
) -> OpenItem:
    piece, dated, minor = what
    invoice = kind is Kind.INVOICE
    money = Money(minor, "EUR")
    return OpenItem(
        EntryId(number), AccountId(account), Side.DEBIT if invoice else Side.CREDIT,
        kind, piece, dated, dated + timedelta(days=terms) if invoice else None,
        money, money,
    )  # fmt: skip


def ledger(
    rng: random.Random, *, customers: int, big: int, depth: float = 1.6
) -> World:
    """Return customers and what is open, numbered through the whole company."""
    world, style = World(), rng.choice(STYLES)
    drafts: list[tuple[date, int, int, int]] = []
    for account, name in enumerate(companies(rng, customers), 1):
        iban = f"FR76{rng.randrange(10**23):023d}"
        known = (iban,) if rng.random() < 0.5 else ()
        world.accounts.append(PayerAccount(AccountId(account), (name,), (), known))
        family: str | int = rng.choice(FAMILIES)
        terms, monthly = rng.choice((30, 45, 60)), rng.choice((2990, 4900, 9900, 14900))
        family = monthly if rng.random() < 0.15 else family
        world.family[account] = family
        count = (
            big
            if account == customers
            else min(150, max(1, int(rng.lognormvariate(depth, 1.0))))
        )
        for _ in range(count):
            dated = TODAY - timedelta(days=rng.randint(1, 140))
            drafts.append((dated, account, amount_of(rng, family), terms))
    drafts.sort()
    number, entry = rng.randint(1, 3000), 0
    for dated, account, minor, terms in drafts:
        number, entry = number + rng.choice((1, 1, 1, 2, 3)), entry + 1
        piece = style.format(year=dated.year, n=number)
        item = item_of(
            entry, account, Kind.INVOICE, what=(piece, dated, minor), terms=terms
        )
        world.items.setdefault(account, []).append(item)
    for account, items in world.items.items():
        if rng.random() < 0.2:
            entry, model = entry + 1, rng.choice(items)
            what = (f"AV{entry:05d}", min(model.dated_on + timedelta(days=5), TODAY),
                    max(100, model.open.minor // rng.choice((2, 4, 5, 10))))  # fmt: skip
            items.append(item_of(entry, account, Kind.CREDIT_NOTE, what=what))
    return world


class Day:
    """Adds the lines of one day's statement to a world; items are paid once."""

    def __init__(self, rng: random.Random, world: World) -> None:
        self.rng, self.world = rng, world
        self.names = Counter(account.names[0] for account in world.accounts)
        self.free = {
            account: [item for item in items if item.is_debit]
            for account, items in world.items.items()
        }
        self.pieces = {i.piece for items in world.items.values() for i in items}

    def payer(self, account: int) -> Payer:
        """Return what the bank knows of an account's customer."""
        one = self.world.accounts[account - 1]
        made = f"FR76{self.rng.randrange(10**23):023d}"
        return Payer(one.names[0], one.ibans[0] if one.ibans else made)

    def owed(self, account: int, day: date) -> list[OpenItem]:
        """Return what is owed and not paid, by due date."""
        found = [item for item in self.free[account] if item.dated_on <= day]
        return sorted(found, key=lambda item: (item.due_on, item.entry_id))

    def note(self, account: int) -> OpenItem | None:
        """Return the account's credit note, if it has one."""
        notes = (item for item in self.world.items[account] if not item.is_debit)
        return next(notes, None)

    def twins(self, account: int, paid: list[OpenItem]) -> bool:
        """Whether another open item has the amount of one that is paid."""
        amounts, mine = {item.open.minor for item in paid}, {i.entry_id for i in paid}
        return any(
            item.open.minor in amounts and item.entry_id not in mine
            for item in self.world.items[account]
            if item.is_debit
        )

    def settled(self, truth: Truth) -> Truth:
        """Say what is known at last.

        Items of one amount that are all paid that day leave nothing to know; one that
        stays leaves a doubt nobody can lift.
        """
        if truth.known != "twins":
            return truth
        account = next(iter(truth.groups))
        paid = [
            i for i in self.world.items[account] if i.entry_id in truth.groups[account]
        ]
        amounts = {item.open.minor for item in paid}
        left = any(item.open.minor in amounts for item in self.free[account])
        known = (
            "no"
            if left
            else "yes"
            if truth.payer_known or self.named(account)
            else "hard"
        )
        return replace(truth, known=known)

    def named(self, account: int) -> bool:
        """Whether no other account has the name."""
        return self.names[self.world.accounts[account - 1].names[0]] == 1

    def take(self, account: int, paid: list[OpenItem]) -> None:
        """Settle items: nobody pays them again."""
        gone = {item.entry_id for item in paid}
        self.free[account] = [i for i in self.free[account] if i.entry_id not in gone]

    def closed(self, account: int) -> OpenItem:
        """An invoice that is no longer open, numbered like the others."""
        model = next(item for item in self.world.items[account] if item.is_debit)
        while True:
            piece = model.piece[:-3] + f"{self.rng.randint(0, 999):03d}"
            if piece not in self.pieces:
                minor = amount_of(self.rng, self.world.family[account])
                return item_of(
                    0, account, Kind.INVOICE, what=(piece, model.dated_on, minor)
                )

    def line(
        self,
        payer: Payer,
        said: tuple[str, str],
        *,
        paid: tuple[int, date],
        truth: Truth,
    ) -> None:
        """Write a line down; what its bank left out may make it hard to know."""
        made, style, lost = bank_line(self.rng, payer, said, paid=paid)
        known, payer_known = truth.known, truth.payer_known
        named = style != "bare" and self.names[payer.name] == 1
        carried = bool(made.iban) and any(
            made.iban in account.ibans for account in self.world.accounts
        )
        payer_known = truth.payer is not None and (
            named or carried or (payer_known and not lost)
        )
        if known == "advised":
            known, payer_known = "yes", True
        elif known == "yes" and (lost or not payer_known):
            known = "hard"
        if (
            made.text
            and style == "bare"
            and not payer_known
            and known == "hard"
            and not said[0]
        ):
            known = "no"
        final = Truth(
            truth.behaviour,
            truth.payer,
            truth.groups,
            truth.difference,
            known,
            payer_known,
        )
        self.world.lines.append((made, final))


def world_of(
    seed: int, *, customers: int, lines: int, big: int, depth: float = 1.6
) -> World:
    from lettering_behaviours import behave

    rng = random.Random(seed)
    world = ledger(rng, customers=customers, big=big, depth=depth)
    day = Day(rng, world)
    while len(world.lines) < lines:
        behave(day, rng.choices(list(BEHAVIOURS), list(BEHAVIOURS.values()))[0])
    world.lines = [(line, day.settled(truth)) for line, truth in world.lines]
    rng.shuffle(world.lines)
    return world


__all__ = [
    "BEHAVIOURS",
    "TODAY",
    "Day",
    "Remittance",
    "RemittanceLine",
    "Truth",
    "World",
    "references",
    "stranger",
    "world_of",
]
