"""What payers do: each behaviour adds a bank line with its truth to a day."""

from __future__ import annotations

from datetime import date, timedelta

from lettering_names import stranger
from lettering_texts import Payer, references
from lettering_world import FAMILIES, TODAY, Day, Truth, amount_of

from collector_bot.core.bank import BankLine
from collector_bot.core.ledger import OpenItem
from collector_bot.core.money import Money
from collector_bot.core.reading.findings import Remittance, RemittanceLine

FEES = (500, 1000, 1250, 1500, 1875, 2500)
NOT_OURS = {
    "tax refund": ("DGFIP", "REMBOURSEMENT CREDIT DE TVA 05/2026"),
    "interest": ("", "INTERETS CREDITEURS T2"),
}
STRANGE = {*NOT_OURS, "unknown payer", "on account", "returned", "paid before"}


def total(items: list[OpenItem]) -> int:
    return sum(i.open.minor if i.is_debit else -i.open.minor for i in items)


def behave(day: Day, behaviour: str) -> None:
    """Add one payment of a behaviour; nothing when who was drawn cannot do it."""
    rng = day.rng
    on = TODAY - timedelta(days=rng.randint(0, 4))
    account = rng.choice(day.world.accounts).id
    if rng.random() < 0.03:
        account = day.world.accounts[-1].id
    kind, _, said = behaviour.partition(", ")
    if kind in STRANGE:
        strange(day, kind, account, on=on)
    elif kind in {"parent", "factor"}:
        for_several(day, kind, on)
    else:
        settle(day, (behaviour, kind, said), account, on=on)


def settle(
    day: Day, behaviour: tuple[str, str, str], account: int, *, on: date
) -> None:
    """Add a payment of items of one account."""
    whole, kind, said = behaviour
    owed = day.owed(account, on)
    paid = with_credit(day, kind, chosen(day, kind, owed, on=on), on=on)
    if not paid:
        return
    how = how_said(day, kind, said)
    text, reference, told = references(day.rng, how, paid)
    minor = paid_of(day, kind, total(paid))
    if minor <= 0:
        return
    known = knowable(day, account, kind, paid=paid, told=told)
    payer = day.payer(account)
    if kind == "third party":
        payer = Payer(stranger(day.rng), day.payer(account).iban[::-1])
        known = "yes" if told else "no"
    if kind == "advice":
        announce(day, account, paid, on=on)
        text, reference, told, known = "", "", True, "advised"
    truth = Truth(
        whole, account, {account: frozenset(i.entry_id for i in paid)},
        minor - total(paid), known, told and how != "tail" and kind != "advice",
    )  # fmt: skip
    day.line(payer, (text, reference), paid=(minor, on), truth=truth)
    day.take(account, paid)
    if kind == "paid twice":
        again = Truth(whole, account, {}, 0, "no", truth.payer_known)
        day.line(payer, (text, reference), paid=(minor, on), truth=again)


def with_credit(
    day: Day, kind: str, paid: list[OpenItem], *, on: date
) -> list[OpenItem]:
    """Take the credit note along where that is the behaviour; nothing without one."""
    if kind != "credit" or not paid:
        return paid
    note = day.note(paid[0].account_id)
    if note is None or note.dated_on > on or note.open.minor >= total(paid):
        return []
    return [*paid, note]


def chosen(day: Day, kind: str, owed: list[OpenItem], *, on: date) -> list[OpenItem]:
    rng = day.rng
    if not owed:
        return []
    if kind == "whole balance":
        open_now = [i for i in day.world.items[owed[0].account_id] if i.is_debit]
        return owed if 1 < len(owed) == len(open_now) < 60 else []
    if kind == "all due":
        due = [item for item in owed if item.due_on <= on]
        return due if 1 < len(due) < 60 else []
    if kind == "run":
        return owed[: rng.randint(2, min(8, len(owed)))] if len(owed) > 2 else []
    if kind == "month":
        month = rng.choice(owed).dated_on.month
        found = [item for item in owed if item.dated_on.month == month]
        return found if 1 < len(found) < 40 else []
    if kind == "set":
        return rng.sample(owed, min(len(owed), rng.choice((2, 2, 3))))
    several = rng.choices((1, 2, 3, 4, 6), (60, 18, 10, 7, 5))[0]
    if kind in {"single", "order number", "partial", "paid twice", "over"}:
        several = 1
    start = rng.randrange(len(owed))
    return owed[start : start + several]


def how_said(day: Day, kind: str, said: str) -> str:
    if kind == "reference":
        return said
    if said == "silent" or kind in {
        "single",
        "all due",
        "whole balance",
        "run",
        "month",
    }:
        return "none"
    if kind == "order number":
        return "order"
    if kind in {"discount", "fee", "rounding"}:
        return day.rng.choice(("whole", "whole", "digits", "none"))
    return "whole" if kind != "partial" else day.rng.choice(("whole", "digits"))


def paid_of(day: Day, kind: str, owed: int) -> int:
    rng = day.rng
    if kind == "partial":
        level = rng.choice((1, 100, 1000, 10_000))
        return int(owed * rng.uniform(0.2, 0.8)) // level * level
    if kind == "discount":
        return owed - owed * rng.choice((1, 2, 2, 3)) // 100
    if kind == "fee":
        return owed - min(owed // 10, rng.choice(FEES))
    if kind == "rounding":
        return owed + rng.choice((-5, -3, -2, -1, 1, 2, 4))
    return owed + rng.choice((100, 1000, 1234)) if kind == "over" else owed


def knowable(
    day: Day, account: int, kind: str, *, paid: list[OpenItem], told: bool
) -> str:
    """Say whether a careful person who knows the payer could know the items."""
    if told:
        return "yes"
    count = len(day.world.items[account])
    if kind == "partial":
        return "yes" if count == 1 else "no"
    if kind not in {"all due", "whole balance", "run", "month"} and day.twins(
        account, paid
    ):
        return "twins"
    if kind in {"set", "credit", "reference"} and count > 12:
        return "hard"
    if kind == "fee" and count > 12:
        return "hard"
    return "yes"


def announce(day: Day, account: int, paid: list[OpenItem], *, on: date) -> None:
    lines = tuple(
        RemittanceLine(i.piece, i.open if i.is_debit else -i.open) for i in paid
    )
    advice = Remittance(
        evidence="", confidence=0.95, lines=lines, total=Money(total(paid), "EUR"),
        payment_on=on - timedelta(days=day.rng.randint(0, 2)),
    )  # fmt: skip
    day.world.advices.setdefault(account, []).append(advice)


def strange(day: Day, kind: str, account: int, *, on: date) -> None:
    """Lines that settle nothing open: not a customer's, unknown, ahead, paid, back."""
    rng = day.rng
    minor = amount_of(rng, rng.choice(FAMILIES))
    payer, text = day.payer(account), ""
    if kind == "unknown payer":
        name = stranger(rng)
        if any(name == one.names[0] for one in day.world.accounts):
            return
        payer = Payer(name, f"DE89{rng.randrange(10**18):018d}")
        text = rng.choice(("", "MERCI", f"CDE {rng.randint(1000, 99999)}", "ACOMPTE"))
    elif kind == "on account":
        text = rng.choice(("ACOMPTE", "AVANCE SUR COMMANDE", ""))
    elif kind == "paid before":
        gone = day.closed(account)
        text, minor = "FACT " + gone.piece, gone.open.minor
    if kind in {*NOT_OURS, "returned"}:
        name, text = NOT_OURS.get(kind, (payer.name, "REJET PRLV SEPA"))
        back = kind == "returned"
        money = Money(-minor if back else minor, "EUR")
        line = BankLine(
            on, money, name=name, text=text, return_reason="AC04" if back else ""
        )
        day.world.lines.append(
            (line, Truth(kind, None, {}, 0, "no", payer_known=False))
        )
        return
    whose = None if kind == "unknown payer" else account
    truth = Truth(kind, whose, {}, 0, "no", payer_known=False)
    day.line(payer, (text, ""), paid=(minor, on), truth=truth)


def for_several(day: Day, kind: str, on: date) -> None:
    """One line pays for two to four accounts and names what it pays."""
    rng = day.rng
    accounts = [
        one.id for one in rng.sample(day.world.accounts[:-1], rng.randint(2, 4))
    ]
    groups: dict[int, list[OpenItem]] = {}
    for account in accounts:
        owed = day.owed(account, on)
        if owed:
            groups[account] = rng.sample(owed, min(len(owed), rng.randint(1, 2)))
    if len(groups) < 2:
        return
    paid = [item for items in groups.values() for item in items]
    text, reference, _ = references(rng, rng.choice(("whole", "whole", "digits")), paid)
    payer = day.payer(accounts[0])
    if kind == "factor":
        payer = Payer(f"{rng.choice(('Affacturo', 'Eurofacto'))} Factoring SA", "")
    truth = Truth(
        kind, accounts[0] if kind == "parent" else None,
        {account: frozenset(i.entry_id for i in items) for account, items in groups.items()},
        0, "yes", payer_known=False,
    )  # fmt: skip
    before = len(day.world.lines)
    day.line(payer, (text, reference), paid=(total(paid), on), truth=truth)
    line, kept = day.world.lines[before]
    whole = all(item.piece[-4:] in line.text for item in paid)
    final = Truth(kind, kept.payer, kept.groups, 0, "yes" if whole else "hard", whole)
    day.world.lines[before] = (line, final)
    for account, items in groups.items():
        day.take(account, items)
