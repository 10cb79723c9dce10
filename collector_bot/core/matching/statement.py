"""The lines of a statement solved together: who paid each, by what it would settle."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from heapq import heapify, heappop, heappush
from typing import Final

from collector_bot.core.bank import BankLine
from collector_bot.core.ledger import AccountId, EntryId, OpenItem, Side
from collector_bot.core.matching.across import paid_across
from collector_bot.core.matching.advice import payments_of, resolve
from collector_bot.core.matching.case import Announced, Case
from collector_bot.core.matching.differences import spread
from collector_bot.core.matching.names import OTHER_NAME
from collector_bot.core.matching.payers import (
    NOBODY,
    Payer,
    Payers,
    Signs,
    has_name,
)
from collector_bot.core.matching.pool import Pool
from collector_bot.core.matching.priors import ADVICE_WINDOW_DAYS, UNNAMED, Rule
from collector_bot.core.matching.ranking import Ranking, rank
from collector_bot.core.reading.findings import Remittance
from collector_bot.core.suggestion import Candidate

# Amounts a stranger pays are as common as ours by this share.
_LIKE_OURS: Final = 0.3
_POOLS_KEPT: Final = 64
# An answer less likely than this takes nothing away from other lines.
_TAKEN_MIN: Final = 0.5

Ledger = Callable[[AccountId], Iterable[OpenItem]]


@dataclass(frozen=True, slots=True)
class Received:
    """A bank line, and the open payment it will be, of no account yet."""

    line: BankLine
    payment: OpenItem


@dataclass(frozen=True, slots=True)
class Identified:
    """Who may have paid a line.

    Attributes:
        payment: the payment, of the likeliest account; of none when nobody is likely.
        payers: accounts that may have paid, likeliest first; their confidences add up
            to one at most: what is missing is nobody we know.
        across: the letterings it makes in several accounts, when that is the likeliest.
    """

    payment: OpenItem
    payers: tuple[Payer, ...]
    across: Candidate | None = None


@dataclass(slots=True)
class _Line:
    """A line while its payer is looked for."""

    received: Received
    signs: dict[AccountId, Signs]
    nobody: float
    found: dict[AccountId, Ranking] = field(default_factory=dict)
    at_most: float = 1.0

    def shares(self) -> dict[AccountId, float]:
        """Return how likely each account is, by its signs and what it would settle."""
        weights = {
            one: signs.weight * self.found[one].mass
            for one, signs in self.signs.items()
            if one in self.found
        }
        mass = sum(weights[one] for one in sorted(weights)) + self.nobody
        return {one: weight / mass for one, weight in weights.items()}

    def best(self) -> float:
        """Return how sure its best answer is."""
        shares = self.shares()
        sure = (
            share * self.found[one].candidates[0].confidence
            for one, share in shares.items()
            if self.found[one].candidates
        )
        return min(max(sure, default=0.0), self.at_most)

    def best_account(self) -> AccountId | None:
        """Return the account of its best answer, None without any."""
        sure = {
            one: share * self.found[one].candidates[0].confidence
            for one, share in self.shares().items()
            if self.found[one].candidates
        }
        return max(sure, key=lambda one: (sure[one], -one), default=None)

    def wanted(self, account: AccountId) -> frozenset[EntryId]:
        """Return the entries its best answer in an account takes."""
        found = self.found[account].candidates
        parts = found[0].parts if found else ()
        own = self.received.payment.entry_id
        return frozenset(part.entry_id for part in parts if part.entry_id != own)


def who_paid(
    lines: Sequence[Received],
    known: Payers,
    ledger: Ledger,
    *,
    today: date,
    advices: Mapping[AccountId, Sequence[Remittance]] | None = None,
) -> tuple[Identified, ...]:
    """Return who may have paid each line, in the order of `lines`.

    An account is the likelier the better its open items explain the amount; what a
    surer line takes is gone for the others. Order changes nothing.

    Args:
        lines: what was received.
        known: accounts, and the keys of all that is open.
        ledger: gives the open items of an account.
        today: a payment dated later is seen as made today.
        advices: what customers said they paid, and no payment has settled yet.
    """
    return _Statement(lines, known, ledger, today=today, advices=advices or {}).solved()


class _Statement:
    def __init__(
        self,
        lines: Sequence[Received],
        known: Payers,
        ledger: Ledger,
        *,
        today: date,
        advices: Mapping[AccountId, Sequence[Remittance]],
    ) -> None:
        self._ledger, self._today = ledger, today
        self._advices = advices
        self._taken: dict[AccountId, dict[EntryId, float]] = defaultdict(dict)
        self._gone: set[EntryId] = set()
        self._moved: set[AccountId] = set()
        self._pools: dict[AccountId, Pool] = {}
        self._order = [one.payment.entry_id for one in lines]
        advised = _advised(advices)
        self._lines = {
            one.payment.entry_id: _Line(
                one, known.signs(one.line, advised=advised(one)), _nobody(one, known)
            )
            for one in sorted(lines, key=_line_key)
        }

    def solved(self) -> tuple[Identified, ...]:
        self._ask_all()
        self._across = {
            number: paid_across(line.received.payment, line.found)
            for number, line in self._lines.items()
        }
        self._share_out()
        return tuple(self._identified(number) for number in self._order)

    def _ask_all(self) -> None:
        """Rank every line in every account it may be of, one account after another."""
        asking: dict[AccountId, list[EntryId]] = defaultdict(list)
        for number, line in self._lines.items():
            for account in line.signs:
                asking[account].append(number)
        for account in sorted(asking):
            pool = self._pool(account)
            announced = self._announced(account, pool, asking[account])
            for number in asking[account]:
                self._rank(number, account, pool, announced=announced.get(number, ()))

    def _pool(self, account: AccountId) -> Pool:
        """Return what is open of an account and not taken."""
        if account not in self._pools:
            taken = self._taken[account]
            items = [i for i in self._ledger(account) if i.entry_id not in taken]
            while len(self._pools) >= _POOLS_KEPT:
                del self._pools[next(iter(self._pools))]
            self._pools[account] = Pool(items, paying=Side.CREDIT)
        elif account in self._moved:
            taken = self._taken[account]
            self._pools[account] = self._pools[account].without(taken.keys())
        self._moved.discard(account)
        return self._pools[account]

    def _announced(
        self, account: AccountId, pool: Pool, numbers: Sequence[EntryId]
    ) -> dict[EntryId, Announced]:
        """Return the advices that may mean lines of an account."""
        payments = [self._lines[number].received.payment for number in numbers]
        found: dict[EntryId, Announced] = {}
        for advice in sorted(self._advices.get(account, ()), key=repr):
            resolved = resolve(pool, advice)
            meant = payments_of(resolved, payments) if resolved.owed else []
            for item in meant:
                before = found.get(item.entry_id, ())
                found[item.entry_id] = (*before, (resolved, len(meant) - 1))
        return found

    def _rank(
        self,
        number: EntryId,
        account: AccountId,
        pool: Pool,
        *,
        announced: Announced = (),
    ) -> None:
        line = self._lines[number]
        payment = replace(line.received.payment, account_id=account)
        if any(i.open.currency != payment.open.currency for i in pool.items):
            items = (i for i in pool.items if i.open.currency == payment.open.currency)
            pool = Pool(items, paying=Side.CREDIT)
        paid_on = min(payment.dated_on, self._today)
        line.found[account] = rank(
            Case(payment, pool, payment.label, paid_on, announced)
        )

    def _share_out(self) -> None:
        """Serve the surest line first; others ask again for what it took."""
        queue = [
            (-self._sure(number), place, number)
            for place, number in enumerate(self._lines)
        ]
        heapify(queue)
        while queue:
            _, place, number = heappop(queue)
            if self._asked_again(number):
                heappush(queue, (-self._sure(number), place, number))
                continue
            self._take(number)

    def _sure(self, number: EntryId) -> float:
        across = self._across[number]
        return across.confidence if across else self._lines[number].best()

    def _asked_again(self, number: EntryId) -> bool:
        """Rank a line anew where its best answers were taken; whether any was."""
        line, across = self._lines[number], self._across[number]
        if across:
            lost = any(part.entry_id in self._gone for part in across.parts)
            if lost:
                self._across[number] = None
            return lost
        asked = False
        for account in line.found:
            taken = self._taken[account]
            sure = [taken[one] for one in line.wanted(account) if one in taken]
            if sure:
                asked = True
                line.at_most = min(line.at_most, *sure)
                self._rank(number, account, self._pool(account))
        return asked

    def _take(self, number: EntryId) -> None:
        """Give a line what its best answer takes."""
        line, sure = self._lines[number], self._sure(number)
        across = self._across[number]
        if across:
            wanted = {part.entry_id for part in across.parts}
            for account, ranking in line.found.items():
                named = {item.entry_id for one in ranking.names for item in one.items}
                self._remove(account, sorted(named & wanted), sure)
            return
        best = line.best_account()
        if best is not None and sure >= _TAKEN_MIN:
            self._remove(best, line.wanted(best), sure)

    def _remove(
        self, account: AccountId, entries: Iterable[EntryId], sure: float
    ) -> None:
        gone = dict.fromkeys(entries, sure)
        self._taken[account] |= gone
        self._gone |= gone.keys()
        if gone:
            self._moved.add(account)

    def _identified(self, number: EntryId) -> Identified:
        line = self._lines[number]
        shares = line.shares()
        ranked = sorted(shares, key=lambda one: (-shares[one], one))
        payers = tuple(
            Payer(one, shares[one], tuple(line.signs[one].reasons)) for one in ranked
        )
        payment = line.received.payment
        across = self._across[number]
        if across:
            payment = replace(payment, account_id=across.account_id)
        elif payers and payers[0].confidence > 1 - sum(shares.values()):
            payment = replace(payment, account_id=payers[0].account_id)
        return Identified(payment, payers, across)


def _line_key(one: Received) -> tuple[date, EntryId]:
    return one.payment.dated_on, EntryId(-one.payment.entry_id)


def _nobody(one: Received, known: Payers) -> float:
    """Return the weight of whoever else pays this very amount.

    That is a stranger, or an account that nothing in the line speaks for.
    """
    total = one.payment.open.minor
    rare = 1 / spread(total, 2 * total, one.payment.open.currency)
    common = known.commonness(one.line)
    unseen = UNNAMED[Rule.SINGLE] * common * known.count
    if has_name(one.line):
        unseen *= OTHER_NAME
    return NOBODY * max(rare, _LIKE_OURS * common) + unseen


def _advised(
    advices: Mapping[AccountId, Sequence[Remittance]],
) -> Callable[[Received], list[AccountId]]:
    """Return who announced a payment of an amount for about a day."""
    by_total: dict[tuple[str, int], list[tuple[AccountId, date | None]]] = defaultdict(
        list
    )
    for account, said in advices.items():
        for advice in said:
            lines = [line.amount for line in advice.lines]
            total = (
                advice.total.minor
                if advice.total
                else sum(one.minor for one in lines if one)
            )
            by_total[(advice.currency, total)].append((account, advice.payment_on))
    window = timedelta(days=ADVICE_WINDOW_DAYS)

    def ask(one: Received) -> list[AccountId]:
        amount = one.payment.open
        return [
            account
            for account, day in by_total.get((amount.currency, amount.minor), ())
            if day is None or abs(one.payment.dated_on - day) <= window
        ]

    return ask
