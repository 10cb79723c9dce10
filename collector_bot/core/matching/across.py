"""One payment for several accounts: a parent, a factor, whoever names them all."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from collector_bot.core.ledger import AccountId, OpenItem
from collector_bot.core.lettering import part_key, part_of
from collector_bot.core.matching.grounds import pieces
from collector_bot.core.matching.named import Naming
from collector_bot.core.matching.ranking import Ranking
from collector_bot.core.money import Money
from collector_bot.core.suggestion import Candidate, DifferenceCause, Ground, Reason

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


def _reasons(
    payment: OpenItem, named: Mapping[AccountId, Naming]
) -> list[Reason]:
    items = [item for naming in named.values() for item in naming.owed]
    several = (("count", str(len(named))), ("pieces", pieces(items)))
    return [
        Reason(Ground.SEVERAL_ACCOUNTS, several),
        Reason(Ground.EXACT_AMOUNT, (("amount", str(payment.open)),)),
    ]
