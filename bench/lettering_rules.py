"""What plain rules do: references, equal amounts, then the oldest; to compare with.

Written from the public description of how open accounting systems suggest matches: a
document number found in the text names the account and the items; else the account
whose name is in the line; there the one item of the amount, else the oldest until the
amount is covered.
"""

from __future__ import annotations

from collections import defaultdict

from lettering_engine import Answered, payment_of
from lettering_names import plain
from lettering_world import World

from collector_bot.core.bank import LineNature
from collector_bot.core.ledger import OpenItem
from collector_bot.core.lettering import part_key, part_of
from collector_bot.core.matching.natures import nature_of
from collector_bot.core.money import Money
from collector_bot.core.suggestion import Candidate, DifferenceCause


def _packed(text: str) -> str:
    return "".join(char for char in plain(text) if char.isalnum())


class Rules:
    """Open items by the digits of their number and by amount; accounts by name."""

    def __init__(self, world: World) -> None:
        self.items = {
            account: sorted(
                (i for i in items if i.is_debit), key=lambda i: (i.due_on, i.entry_id)
            )
            for account, items in world.items.items()
        }
        self.names = [
            (_packed(account.names[0]), account.id)
            for account in sorted(world.accounts, key=lambda a: -len(a.names[0]))
        ]
        self.ibans = {i: a.id for a in world.accounts for i in a.ibans}
        self.keys: dict[str, list[OpenItem]] = defaultdict(list)
        for items in self.items.values():
            for item in items:
                self.keys[_packed(item.piece)].append(item)

    def answer(
        self, name: str, text: str, iban: str
    ) -> tuple[int | None, list[OpenItem]]:
        """Return the account and the items whose number is in the text."""
        packed = _packed(text)
        sizes = {len(key) for key in self.keys}
        found = {
            item.entry_id: item
            for size in sizes
            for at in range(len(packed) - size + 1)
            for item in self.keys.get(packed[at : at + size], ())
        }
        if found:
            account = next(iter(found.values())).account_id
            return account, [i for i in found.values() if i.account_id == account]
        if iban in self.ibans:
            return self.ibans[iban], []
        said = _packed(name or text)
        return next(
            (a for n, a in self.names if n in said or (said and said == n)), None
        ), []


def answer_by_rules(world: World) -> Answered:
    """Return one answer a line, as sure as such systems are: they do not say."""
    rules = Rules(world)
    letterings: list[tuple[Candidate, ...]] = []
    payers: list[int | None] = []
    for place, (line, _) in enumerate(world.lines):
        account, named = None, []
        if nature_of(line)[0] is LineNature.RECEIVED:
            said = f"{line.text} {line.creditor_reference}"
            account, named = rules.answer(line.name, said, line.iban)
        chosen = _chosen(rules, account, named, minor=line.amount.minor)
        payers.append(account)
        letterings.append(_candidate(payment_of(line, place), chosen))
    return Answered(letterings, payers)


def _chosen(
    rules: Rules, account: int | None, named: list[OpenItem], *, minor: int
) -> list[OpenItem]:
    if account is None or minor <= 0 or named:
        return named
    items = rules.items.get(account, [])
    equal = [item for item in items if item.open.minor == minor]
    if equal:
        return equal[:1]
    taken, left = [], minor
    for item in items:
        if left <= 0:
            break
        taken.append(item)
        left -= item.open.minor
    return taken


def _candidate(payment: OpenItem, chosen: list[OpenItem]) -> tuple[Candidate, ...]:
    if not chosen:
        return ()
    owed = sum(item.open.minor for item in chosen)
    left = paid = min(owed, payment.open.minor)
    parts = [part_of(payment, paid)]
    for item in chosen:
        part = min(left, item.open.minor)
        left -= part
        if part:
            parts.append(part_of(item, part))
    gap = Money(payment.open.minor - owed, payment.open.currency)
    cause = DifferenceCause.NONE if not gap.minor else DifferenceCause.PARTIAL
    account = chosen[0].account_id
    parts.sort(key=part_key)
    return (Candidate(account, tuple(parts), gap, cause, 1.0, ()),)
