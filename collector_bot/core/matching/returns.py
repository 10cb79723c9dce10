"""Payments the bank takes back: which one it was, and the lettering that undoes it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from collector_bot.core.ledger import OpenItem
from collector_bot.core.lettering import part_of
from collector_bot.core.money import Money
from collector_bot.core.suggestion import Candidate, DifferenceCause, Ground, Reason


class KnownBy(StrEnum):
    """How a payment that came back was found again, surest first."""

    REFERENCE = "reference"
    PAYER = "payer"


# How often the payment found so is the one that came back: our choice.
_SURE: Final = {KnownBy.REFERENCE: 0.98, KnownBy.PAYER: 0.85}
_SEVERAL: Final = 0.49


@dataclass(frozen=True, slots=True)
class Earlier:
    """A payment that may have come back.

    Attributes:
        payment: its entry with its whole amount, settled or not.
        known_by: how it was found.
        group: the number of the lettering that holds it, 0 when it is open.
        code: that lettering's code as shown, "" without.
    """

    payment: OpenItem
    known_by: KnownBy
    group: int = 0
    code: str = ""


def answers_to_return(
    returned: OpenItem, earlier: Sequence[Earlier], *, reason: str
) -> tuple[Candidate, ...]:
    """Return the letterings of a return with the payment it takes back, best first.

    What the payment had settled is open again once the lettering that holds it is
    undone; the return and the payment then settle each other.

    Args:
        returned: the bank's line, a debit of the account.
        earlier: payments of the same amount, latest first.
        reason: why it came back, in the bank's words, or "".
    """
    best = min((one.known_by for one in earlier), default=None, key=list(KnownBy).index)
    chosen = [one for one in earlier if one.known_by is best]
    if best is None:
        return ()
    sure = _SURE[best] if len(chosen) == 1 else min(_SEVERAL, 1 / len(chosen))
    return tuple(
        Candidate(
            one.payment.account_id,
            (
                part_of(returned, returned.open.minor),
                part_of(one.payment, returned.open.minor),
            ),
            Money(0, returned.open.currency),
            DifferenceCause.NONE,
            sure,
            _reasons(one, reason=reason, others=len(chosen) - 1),
            rivals=len(chosen) - 1,
            reopens=one.group,
        )
        for one in chosen[:3]
    )


def _reasons(one: Earlier, *, reason: str, others: int) -> tuple[Reason, ...]:
    facts = (("pieces", one.payment.piece), ("reason", reason), ("code", one.code))
    told = [
        Reason(Ground.RETURNED, facts),
        Reason(Ground.EXACT_AMOUNT, (("amount", str(one.payment.amount)),)),
    ]
    if others:
        rivals = (("rivals", str(others)), ("between", "payments"))
        told.append(Reason(Ground.AMBIGUOUS, rivals))
    return tuple(told)
