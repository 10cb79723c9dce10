"""Letterings: their codes, what makes one valid, and the group it ends in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from collector_bot.core.ledger import AccountId, EntryId, OpenItem, Side
from collector_bot.core.money import Money
from collector_bot.core.refusals import (
    LetteringAmountError,
    LetteringMixedAccountsError,
    LetteringMixedCurrenciesError,
    LetteringNotOpenError,
    LetteringOneSidedError,
    LetteringOverdrawsError,
    LetteringRepeatedError,
    LetteringUnbalancedError,
)
from collector_bot.core.suggestion import Part

FIRST_ORDINAL = 1

_LETTERS = 26
# Two-letter codes start at "AA" = 1; the one-letter codes of other systems lie below.
_LOWEST_ORDINAL = FIRST_ORDINAL - _LETTERS
_SERIES = re.compile(r"[A-Z]{1,6}|[a-z]{1,6}")
_LONGEST_STEPPED_OVER = 4


def code_of(ordinal: int, *, balanced: bool) -> str:
    """Return the code of the `ordinal`-th lettering of one account.

    The series runs AA … ZZ, then AAA: capitals when balanced, lower case while
    partial. Ordinals -25 to 0 are A to Z, which other systems use and we only keep.

    Raises:
        ValueError: `ordinal` is below -25.

    Source:
        Capitals for balanced and lower case for partial is French usage.

    Example:
        >>> code_of(1, balanced=True), code_of(27, balanced=False)
        ('AA', 'ba')
        >>> code_of(676, balanced=True), code_of(677, balanced=True)
        ('ZZ', 'AAA')
    """
    if ordinal < _LOWEST_ORDINAL:
        msg = f"no code has the ordinal {ordinal}"
        raise ValueError(msg)
    rest, code = ordinal - _LOWEST_ORDINAL + 1, ""
    while rest:
        rest, letter = divmod(rest - 1, _LETTERS)
        code = chr(ord("A") + letter) + code
    return code if balanced else code.lower()


def ordinal_of(code: str) -> int | None:
    """Return the place of `code` in the series, in capitals or in lower case.

    None for a code the series never gives ("B7", "aB", "", seven letters and more):
    it is kept as written and takes no place.

    Example:
        >>> ordinal_of("AA"), ordinal_of("ba"), ordinal_of("A"), ordinal_of("B7")
        (1, 27, -25, None)
    """
    if not _SERIES.fullmatch(code):
        return None
    place = 0
    for letter in code.upper():
        place = place * _LETTERS + ord(letter) - ord("A") + 1
    return place + _LOWEST_ORDINAL - 1


def next_ordinal(codes: Iterable[str]) -> int:
    """Return the ordinal after the greatest of an account's `codes`, at least 1.

    A code of more than four letters is taken for a word and is not stepped over.

    Example:
        >>> next_ordinal([]), next_ordinal(["A", "B7", "ac"]), next_ordinal(["PAYPAL"])
        (1, 4, 1)
    """
    places = [0] + [
        ordinal_of(code) or 0 for code in codes if len(code) <= _LONGEST_STEPPED_OVER
    ]
    return max(places) + 1


@dataclass(frozen=True, slots=True)
class LetteringPlan:
    """A lettering that was checked: `amount` is the sum of either side of `parts`.

    Parts are ordered debits first, then by entry, whatever order they came in.
    """

    account_id: AccountId
    amount: Money
    parts: tuple[Part, ...]


def plan_lettering(
    parts: Sequence[Part], items: Mapping[EntryId, OpenItem]
) -> LetteringPlan:
    """Check a lettering against what is open, and return it in its one order.

    Args:
        parts: how much of which entries; any order.
        items: the open items of (at least) those entries; an entry that is absent
            has nothing left open.

    Raises:
        LetteringRepeatedError: an entry occurs twice.
        LetteringNotOpenError: an entry has nothing left open.
        LetteringMixedAccountsError: more than one account.
        LetteringMixedCurrenciesError: more than one currency.
        LetteringAmountError: a part is zero or less.
        LetteringOverdrawsError: a part is more than what is open.
        LetteringOneSidedError: no debit or no credit.
        LetteringUnbalancedError: debits and credits differ.
        ValueError: a part stands on another side than its entry.
    """
    ordered = sorted(parts, key=part_key)
    seen: set[EntryId] = set()
    for part in ordered:
        if part.entry_id in seen:
            raise LetteringRepeatedError(part.piece)
        seen.add(part.entry_id)
        if part.entry_id not in items:
            raise LetteringNotOpenError(part.piece)
    chosen = [items[part.entry_id] for part in ordered]
    _check_kindred(chosen)
    for part, item in zip(ordered, chosen, strict=True):
        _check_part(part, item)
    currency = chosen[0].open.currency
    debit = sum(part.amount.minor for part in ordered if part.side is Side.DEBIT)
    credit = sum(part.amount.minor for part in ordered if part.side is Side.CREDIT)
    if debit != credit:
        raise LetteringUnbalancedError(
            str(Money(debit, currency)), str(Money(credit, currency))
        )
    return LetteringPlan(chosen[0].account_id, Money(debit, currency), tuple(ordered))


def _check_kindred(chosen: Sequence[OpenItem]) -> None:
    """Refuse items that can never be lettered with each other."""
    if len({item.account_id for item in chosen}) > 1:
        raise LetteringMixedAccountsError(_pieces(chosen))
    currencies = sorted({item.open.currency for item in chosen})
    if len(currencies) > 1:
        raise LetteringMixedCurrenciesError(tuple(currencies))
    if len({item.side for item in chosen}) < len(Side):
        raise LetteringOneSidedError(_pieces(chosen))


def _check_part(part: Part, item: OpenItem) -> None:
    if part.side is not item.side:
        msg = f"entry {part.entry_id} stands on side {item.side}"
        raise ValueError(msg)
    if part.amount.currency != item.open.currency:
        raise LetteringMixedCurrenciesError(
            tuple(sorted((part.amount.currency, item.open.currency)))
        )
    if part.amount.minor <= 0:
        raise LetteringAmountError(part.piece, str(part.amount))
    if item.open < part.amount:
        raise LetteringOverdrawsError(part.piece, str(item.open), str(part.amount))


def part_key(part: Part) -> tuple[bool, EntryId]:
    """Order parts: debits first, then by entry."""
    return part.side is Side.CREDIT, part.entry_id


def _pieces(items: Iterable[OpenItem]) -> tuple[str, ...]:
    return tuple(sorted({item.piece for item in items}))


def due_day(item: OpenItem) -> date:
    """Return the due date, or the document date where there is none."""
    return item.due_on or item.dated_on


def age_key(item: OpenItem) -> tuple[date, date, str, EntryId]:
    """Order items oldest first: due date, document date, piece, entry."""
    return (due_day(item), item.dated_on, item.piece, item.entry_id)


def allocate(chosen: Sequence[OpenItem]) -> tuple[Part, ...]:
    """Return the parts that letter the chosen items as far as they go.

    The smaller side is taken whole, the larger one oldest first until both are
    equal; what is left of it stays open. An item chosen twice counts once.

    Raises:
        LetteringMixedAccountsError: more than one account.
        LetteringMixedCurrenciesError: more than one currency.
        LetteringOneSidedError: no debit or no credit.

    Source:
        Oldest first: Code civil, art. 1342-10.
    """
    items = sorted({item.entry_id: item for item in chosen}.values(), key=age_key)
    _check_kindred(items)
    total = min(
        sum(item.open.minor for item in items if item.side is side) for side in Side
    )
    left = dict.fromkeys(Side, total)
    parts: list[Part] = []
    for item in items:
        taken = min(item.open.minor, left[item.side])
        if taken:
            left[item.side] -= taken
            parts.append(part_of(item, taken))
    return tuple(sorted(parts, key=part_key))


def part_of(item: OpenItem, taken_minor: int) -> Part:
    """Return the part that takes `taken_minor` of `item`."""
    amount = Money(taken_minor, item.open.currency)
    return Part(item.entry_id, item.side, item.title, amount)


@dataclass(frozen=True, slots=True)
class Group:
    """Entries lettered under one code; an entry is in one group at most."""

    ordinal: int
    entries: frozenset[EntryId]


@dataclass(frozen=True, slots=True)
class Grouping:
    """The group a lettering ends in; `merged` are the ordinals it takes over."""

    ordinal: int
    entries: frozenset[EntryId]
    balanced: bool
    merged: tuple[int, ...] = ()

    @property
    def code(self) -> str:
        """The code to write on every entry of the group."""
        return code_of(self.ordinal, balanced=self.balanced)


def group_of(
    plan: LetteringPlan,
    groups: Iterable[Group],
    *,
    items: Mapping[EntryId, OpenItem],
    new_ordinal: int,
) -> Grouping:
    """Decide which group the entries of `plan` belong to once it is applied.

    Partial groups that share an entry with it become one, under their lowest
    ordinal. The group is balanced when nothing is left open of any of its entries.

    Args:
        plan: the checked lettering.
        groups: the account's partial groups; those it does not touch are ignored.
        items: open items before the lettering; absent entries have nothing open.
        new_ordinal: taken when it touches no group.
    """
    touched = {part.entry_id for part in plan.parts}
    met = [group for group in groups if touched & group.entries]
    ordinals = sorted(group.ordinal for group in met) or [new_ordinal]
    entries = frozenset(touched.union(*(group.entries for group in met)))
    opens = {entry: items[entry].open.minor for entry in entries if entry in items}
    for part in plan.parts:
        opens[part.entry_id] -= part.amount.minor
    balanced = not any(opens.values())
    return Grouping(ordinals[0], entries, balanced, tuple(ordinals[1:]))


def opens_after(
    plan: LetteringPlan, items: Mapping[EntryId, OpenItem]
) -> dict[EntryId, Money]:
    """Return what is left open of each entry of `plan` once it is applied."""
    return {
        part.entry_id: items[part.entry_id].open - part.amount for part in plan.parts
    }


def parts_to_restore(letterings: Iterable[Sequence[Part]]) -> tuple[Part, ...]:
    """Return what the opposite of some letterings gives back to each entry.

    A code is undone whole: give all letterings of its group. Each entry occurs
    once; debits and credits are equal again; adding the amounts to what is open
    gives what was open before.
    """
    given: dict[EntryId, Part] = {}
    for parts in letterings:
        for part in parts:
            before = given.get(part.entry_id)
            amount = part.amount + before.amount if before else part.amount
            given[part.entry_id] = Part(part.entry_id, part.side, part.piece, amount)
    return tuple(sorted(given.values(), key=part_key))


def opens_restored(
    restored: Sequence[Part], opens: Mapping[EntryId, Money]
) -> dict[EntryId, Money]:
    """Return what is open of each entry of `restored` once it is given back.

    `opens` has what is open now; an absent entry has nothing open.
    """
    nothing = {part.entry_id: Money(0, part.amount.currency) for part in restored}
    return {
        part.entry_id: opens.get(part.entry_id, nothing[part.entry_id]) + part.amount
        for part in restored
    }
