"""One payment for several accounts: a parent, a factor, whoever names them all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from collector_bot.core.ledger import AccountId, EntryId, OpenItem
from collector_bot.core.lettering import part_key, part_of
from collector_bot.core.matching.grounds import pieces
from collector_bot.core.matching.named import Naming
from collector_bot.core.matching.ranking import Ranking
from collector_bot.core.money import Money
from collector_bot.core.suggestion import (
    Candidate,
    DifferenceCause,
    Ground,
    Part,
    Reason,
)

# How often what is named in several accounts is what is paid, when it makes the amount
# to the cent: our choice, judged by bench/lettering.py.
SURE: Final = 0.98
_ACCOUNTS_MIN: Final = 2


def paid_across(
    payment: OpenItem, found: Mapping[AccountId, Ranking]
) -> Candidate | None:
    """Return the letterings of a payment that names items of several accounts.

    All it names, and nothing else, makes its amount; each account alone does not. The
    account of the largest share stands for the whole.
    """
    named = {
        account: ranking.names[0]
        for account, ranking in sorted(found.items())
        if len(ranking.names) == 1 and ranking.names[0].total > 0
    }
    if len(named) < _ACCOUNTS_MIN:
        return None
    total = sum(naming.total for naming in named.values())
    if total != payment.open.minor:
        return None
    largest = max(named, key=lambda account: (named[account].total, -account))
    return Candidate(
        largest,
        tuple(
            sorted(
                [
                    part_of(payment, total),
                    *(
                        part_of(item, item.open.minor)
                        for naming in named.values()
                        for item in naming.items
                    ),
                ],
                key=part_key,
            )
        ),
        Money(0, payment.open.currency),
        DifferenceCause.NONE,
        SURE,
        tuple(_reasons(payment, named)),
    )


def _reasons(payment: OpenItem, named: Mapping[AccountId, Naming]) -> list[Reason]:
    items = [item for naming in named.values() for item in naming.owed]
    several = (("count", str(len(named))), ("pieces", pieces(items)))
    return [
        Reason(Ground.SEVERAL_ACCOUNTS, several),
        Reason(Ground.EXACT_AMOUNT, (("amount", str(payment.open)),)),
    ]


@dataclass(frozen=True, slots=True)
class Share:
    """What a lettering does in one account.

    Attributes:
        parts: its debits and credits, equal in sum.
        items: the open items behind them; a payment for several accounts stands here
            with what it pays in this one.
    """

    parts: tuple[Part, ...]
    items: dict[EntryId, OpenItem]


def shares_of(
    parts: Sequence[Part], items: Mapping[EntryId, OpenItem]
) -> tuple[Share, ...]:
    """Return the letterings that parts of one or several accounts make, one each.

    Only a payment that waits on the bank can be shared: its own account comes last and
    keeps what is left of it.

    Args:
        parts: how much of which entries.
        items: the open items of at least those entries.
    """
    known = [items[part.entry_id] for part in parts if part.entry_id in items]
    waiting = [item for item in known if item.entry_id < 0]
    accounts = {item.account_id for item in known}
    if len(accounts) < _ACCOUNTS_MIN or len(known) < len(parts) or len(waiting) != 1:
        return (Share(tuple(parts), dict(items)),)
    return tuple(_shares(parts, items, waiting[0]))


def _shares(
    parts: Sequence[Part], items: Mapping[EntryId, OpenItem], payment: OpenItem
) -> Iterator[Share]:
    main = payment.account_id
    owner = {part.entry_id: items[part.entry_id].account_id for part in parts}
    others = sorted({account for account in owner.values() if account != main})
    left = payment.open.minor
    for account in (*others, main):
        mine = [p for p in parts if p.entry_id > 0 and owner[p.entry_id] == account]
        paid = sum(
            p.amount.minor if p.side is not payment.side else -p.amount.minor
            for p in mine
        )
        whole = left if account == main else paid
        money = Money(whole, payment.open.currency)
        own = replace(payment, account_id=account, amount=money, open=money)
        known = {p.entry_id: items[p.entry_id] for p in mine} | {own.entry_id: own}
        taken = sorted([*mine, part_of(own, paid)], key=part_key)
        yield Share(tuple(taken), known)
        left -= paid
