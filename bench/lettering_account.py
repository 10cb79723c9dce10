"""Invented payers: how often the suggested lettering is right, and how sure it was.

Run: python bench/lettering.py [payments] [first seed]. Everything is invented here;
amounts, habits and texts are those of the tables below. The shares in
`collector_bot.core.matching.priors` were set on seeds below 1000; judge with others.
"""

from __future__ import annotations

import random
import sys
import time
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from collector_bot.core.ledger import AccountId, EntryId, Kind, OpenItem, Side
from collector_bot.core.lettering import plan_lettering
from collector_bot.core.matching.door import suggest_for_payment
from collector_bot.core.money import Money

TODAY = date(2026, 6, 30)
HABITS = {"single": 47, "oldest": 18, "due": 10, "month": 4, "any": 15, "other": 6}
DIFFERENCES = {
    "none": 85,
    "partial": 5,
    "discount": 4,
    "fee": 3,
    "rounding": 2,
    "over": 1,
}
TEXTS = {
    "full": 45,
    "digits": 10,
    "tail": 8,
    "half": 10,
    "typo": 5,
    "order": 5,
    "none": 17,
}
FAMILIES = ("services", "industry", "price list", "round")
STYLES = (
    "FA-{year}-{n:05d}",
    "F{n:06d}",
    "{year}{n:05d}",
    "VE/{year}/{n:04d}",
    "{n:07d}",
)


@dataclass
class Deal:
    """One payment, all that was open, and what it really paid.

    Not knowable: it paid nothing that is open, or says nothing that tells which of
    several items of one amount was picked by chance.
    """

    payment: OpenItem
    items: list[OpenItem]
    truth: frozenset[int]
    family: str
    text: str
    knowable: bool


def pick(rng: random.Random, shares: dict[str, int]) -> str:
    return rng.choices(list(shares), list(shares.values()))[0]


def amount_of(rng: random.Random, family: str) -> int:
    if family == "services":
        return max(500, int(rng.lognormvariate(0, 1) * 450_00))
    if family == "industry":
        return max(500, int(rng.lognormvariate(0, 1) * 6_000_00))
    if family == "price list":
        prices = (990, 1490, 2500, 3990, 5900, 7500, 9900, 12000, 14900, 19900, 25000)
        return rng.choice(prices) * rng.randint(1, 5) * 6 // 5
    return rng.randint(1, 60) * 50_00


def open_items(rng: random.Random, family: str) -> list[OpenItem]:
    count = min(400, max(1, int(rng.lognormvariate(2.3, 1.0))))
    style, number = rng.choice(STYLES), rng.randint(1, 9000)
    terms = rng.choice((30, 45, 60))
    days = sorted(rng.randint(1, 150) for _ in range(count))[::-1]
    items = []
    for place, back in enumerate(days):
        number += rng.randint(1, 9)
        dated = TODAY - timedelta(days=back)
        piece = style.format(year=dated.year, n=number)
        items.append(
            entry(
                place + 1,
                Kind.INVOICE,
                (piece, dated, amount_of(rng, family)),
                terms=terms,
            )
        )
    if rng.random() < 0.25:
        invoice = rng.choice(items)
        dated = min(invoice.dated_on + timedelta(days=5), TODAY)
        minor = max(100, invoice.open.minor // rng.choice((2, 4, 5, 10)))
        items.append(
            entry(9000, Kind.CREDIT_NOTE, (f"AV{number}", dated, minor), terms=None)
        )
    return items


def entry(
    number: int, kind: Kind, what: tuple[str, date, int], *, terms: int | None
) -> OpenItem:
    piece, dated, minor = what
    side = Side.DEBIT if kind is Kind.INVOICE else Side.CREDIT
    due = dated + timedelta(days=terms) if terms else None
    money = Money(minor, "EUR")
    return OpenItem(
        EntryId(number), AccountId(1), side, kind, piece, dated, due, money, money
    )


def chosen(
    rng: random.Random, habit: str, items: list[OpenItem], *, day: date
) -> list[OpenItem]:
    owed = sorted(
        (i for i in items if i.is_debit and i.dated_on <= day), key=lambda i: i.due_on
    )
    if not owed:
        return []
    if habit == "single":
        weights = [3 if item.due_on <= day else 1 for item in owed]
        return rng.choices(owed, weights)
    if habit == "oldest":
        return owed[: rng.randint(1, min(8, len(owed)))]
    if habit == "due":
        return [item for item in owed if item.due_on <= day] or owed[:1]
    if habit == "month":
        month = rng.choice(owed).dated_on.month
        return [item for item in owed if item.dated_on.month == month]
    return rng.sample(owed, min(len(owed), rng.choice((2, 2, 2, 3, 3, 4, 5))))


def paid_of(rng: random.Random, owed: int, *, items: int) -> int:
    difference = pick(rng, DIFFERENCES)
    if difference == "partial" and items == 1:
        level = rng.choice((1, 100, 1000, 10_000))
        return max(1, int(owed * rng.uniform(0.2, 0.8)) // level * level)
    if difference == "discount":
        return owed - owed * rng.choice((1, 2, 2, 3)) // 100
    if difference == "fee":
        return owed - min(owed // 10, rng.choice((500, 1000, 1250, 1500, 1875, 2500)))
    if difference == "rounding":
        return owed + rng.randint(-5, 5)
    return owed + rng.choice((100, 1000, 1234)) if difference == "over" else owed


def said_of(rng: random.Random, text: str, paid: list[OpenItem]) -> str:
    pieces = [item.piece for item in paid]
    if text == "half":
        pieces = pieces[: (len(pieces) + 1) // 2]
    if text == "digits":
        pieces = ["".join(c for c in piece if c.isdigit()) for piece in pieces]
    if text == "tail":
        pieces = ["FACT " + piece[-4:] for piece in pieces]
    if text == "typo":
        pieces = [piece[:-2] + piece[-1] + piece[-2] for piece in pieces]
    if text == "order":
        pieces = [f"CDE {rng.randint(10_000, 99_999)}"]
    return "" if text == "none" else ("VIR SEPA " + " ".join(pieces))[:140]


def closed(rng: random.Random, items: list[OpenItem]) -> OpenItem:
    """An invoice that is no longer open, numbered like the others."""
    open_pieces = {item.piece for item in items}
    model = next(item for item in items if item.is_debit)
    while True:
        piece = model.piece[:-3] + f"{rng.randint(0, 999):03d}"
        if piece not in open_pieces:
            return entry(8000, Kind.INVOICE, (piece, model.dated_on, 100), terms=30)


def deal(seed: int) -> Deal:
    rng = random.Random(seed)
    family = rng.choice(FAMILIES)
    items = open_items(rng, family)
    day = TODAY - timedelta(days=rng.randint(0, 40))
    habit, text = pick(rng, HABITS), pick(rng, TEXTS)
    paid = [] if habit == "other" else chosen(rng, habit, items, day=day)
    note = next((item for item in items if not item.is_debit), None)
    owed = sum(item.open.minor for item in paid)
    takes = (
        note and note.dated_on <= day and note.open.minor < owed and rng.random() < 0.4
    )
    truth = [*paid, note] if note and takes else paid
    owed -= note.open.minor if note and takes else 0
    minor = paid_of(rng, owed, items=len(paid)) if paid else amount_of(rng, family)
    label = said_of(rng, text, paid or [closed(rng, items)])
    payment = entry(99_999, Kind.PAYMENT, ("BQ-1", day, max(1, minor)), terms=None)
    payment = OpenItem(*(getattr(payment, f) for f in OpenItem.__slots__[:-1]), label)
    chosen_amounts = {item.open.minor for item in paid}
    twins = any(
        i.open.minor in chosen_amounts and i not in paid for i in items if i.is_debit
    )
    told = text in {"digits", "tail"} and len(label) < 140
    told = told or all(item.piece in label for item in paid)
    chance = not paid or (twins and habit in {"single", "any"} and not told)
    entries = frozenset(item.entry_id for item in truth)
    return Deal(payment, items, entries, family, text, not chance)


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 3000
    first = int(sys.argv[2]) if len(sys.argv) > 2 else 100_000
    print(f"{count} payments, seeds {first} to {first + count - 1}")
    answers: list[tuple[Deal, float, bool]] = []
    started = time.perf_counter()
    for seed in range(first, first + count):
        one = deal(seed)
        found = suggest_for_payment(one.payment, one.items, today=TODAY)
        known = {item.entry_id: item for item in (*one.items, one.payment)}
        for candidate in found:
            plan_lettering(candidate.parts, known)
        best = found[0] if found else None
        mine = {part.entry_id for part in best.parts} - {99_999} if best else set()
        answers.append(
            (one, best.confidence if best else 0.0, bool(mine) and mine == one.truth)
        )
    spent = (time.perf_counter() - started) / count * 1000
    report(answers)
    print(f"{spent:.2f} ms a payment, simulation included")


def report(answers: list[tuple[Deal, float, bool]]) -> None:
    total = len(answers)
    offered = [(sure, right) for _, sure, right in answers if sure > 0]
    top = [(sure, right) for sure, right in offered if sure >= 0.95]
    print(
        f"first choice right   {share(offered)}  offered for {len(offered) / total:.1%}"
    )
    print(f"at 0.95 and above    {share(top)}  covers {len(top) / total:.1%}")
    dark = [sure for one, sure, _ in answers if not one.knowable]
    print(
        f"not knowable         {len(dark)}, of which called >= 0.5: "
        f"{sum(sure >= 0.5 for sure in dark) / max(1, len(dark)):.1%}"
    )
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for sure, right in offered:
        bins[min(9, int(sure * 10))].append((sure, right))
    error = 0.0
    print("called      n   mean called   right")
    for place in sorted(bins):
        group = bins[place]
        called = sum(sure for sure, _ in group) / len(group)
        right = sum(hit for _, hit in group) / len(group)
        error += abs(called - right) * len(group) / len(offered)
        print(
            f"{place / 10:.1f}-{place / 10 + 0.1:.1f} {len(group):6}   {called:11.3f}   {right:5.3f}"
        )
    print(f"expected calibration error {error:.3f}")
    for what in ("family", "text"):
        groups: dict[str, list[tuple[float, bool]]] = defaultdict(list)
        for one, sure, right in answers:
            groups[getattr(one, what)].append((sure, right))
        for name, group in sorted(groups.items()):
            sure_ones = [pair for pair in group if pair[0] >= 0.95]
            print(
                f"{name:12} right {share(group)}   at 0.95: {share(sure_ones)} "
                f"covers {len(sure_ones) / len(group):.1%}"
            )


def share(group: list[tuple[float, bool]]) -> str:
    hits = sum(right for _, right in group)
    return f"{hits / max(1, len(group)):.4f} ({hits}/{len(group)})"


if __name__ == "__main__":
    main()
