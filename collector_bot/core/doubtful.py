"""What becomes of a debt that may not be paid: proposed to the books, never posted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from collector_bot.core.corrections import Chart, Line, without_vat
from collector_bot.core.ledger import Side
from collector_bot.core.money import Money
from collector_bot.core.wording import Both

_PER_CENT = 100


class Step(StrEnum):
    """One step of the way of a doubtful debt.

    TRANSFER: the debt is doubtful or disputed. IMPAIRMENT: its likely loss is a charge.
    WRITE_OFF: it is finally lost. REVERSAL: the impairment has served.
    """

    TRANSFER = "transfer"
    IMPAIRMENT = "impairment"
    WRITE_OFF = "write_off"
    REVERSAL = "reversal"


@dataclass(frozen=True, slots=True)
class Proposal:
    """The double entry of one step, and where its rule comes from."""

    step: Step
    lines: tuple[Line, ...]
    source: Both


_TITLES: dict[Step, Both] = {
    Step.TRANSFER: ("Doubtful debts", "Clients douteux ou litigieux"),
    Step.IMPAIRMENT: ("Impairment of debts", "Dépréciation des créances"),
    Step.WRITE_OFF: ("Irrecoverable debts", "Créances irrécouvrables"),
    Step.REVERSAL: ("Reversal of impairment", "Reprise de dépréciation"),
}
_SOURCES: dict[Step, Both] = {
    Step.TRANSFER: ("PCG, account 416; VAT included", "PCG, compte 416 ; TVA comprise"),
    Step.IMPAIRMENT: (
        "Code de commerce, art. L123-20; PCG, accounts 491 and 68174; without VAT",
        "Code de commerce, art. L123-20 ; PCG, comptes 491 et 68174 ; hors TVA",
    ),
    Step.WRITE_OFF: (
        "PCG, account 654; CGI, art. 272, 1: the VAT comes back with a duplicate of "
        "the invoice that says so",
        "PCG, compte 654 ; CGI, art. 272, 1 : la TVA se récupère par un duplicata de "
        "la facture qui le dit",
    ),
    Step.REVERSAL: (
        "PCG, accounts 491 and 78174",
        "PCG, comptes 491 et 78174",
    ),
}


def title_of(step: Step) -> Both:
    """Return what a step is called."""
    return _TITLES[step]


def doubtful_path(
    owed: Money, *, loss_percent: int, chart: Chart
) -> tuple[Proposal, ...]:
    """Return the four steps of a debt that may not be paid, each balanced.

    The first two are for now; the others once the loss is final. The VAT has the rate
    of the configuration, because a ledger of open items does not know the invoice's.

    Args:
        owed: what is open, VAT included; more than zero.
        loss_percent: what is likely lost of it, 1 to 100.

    Raises:
        ValueError: an argument is out of its bounds.

    Source:
        Plan comptable général, accounts 416, 491, 654, 68174 and 78174; Code de
        commerce, art. L123-20; CGI, art. 272, 1.
    """
    if owed.minor <= 0 or not 1 <= loss_percent <= _PER_CENT:
        msg = f"{owed} at {loss_percent} % is no doubtful debt"
        raise ValueError(msg)
    net = without_vat(owed, chart.vat_rate_bp)
    lost = replace(net, minor=(2 * net.minor * loss_percent + _PER_CENT) // 200)
    told = [
        (Step.TRANSFER, [(chart.doubtful, owed)], chart.customers, owed),
        (Step.IMPAIRMENT, [(chart.impairment_charge, lost)], chart.impairment, lost),
        (
            Step.WRITE_OFF,
            [(chart.irrecoverable, net), (chart.vat, owed - net)],
            chart.doubtful,
            owed,
        ),
        (
            Step.REVERSAL,
            [(chart.impairment, lost)],
            chart.impairment_reversal,
            lost,
        ),
    ]
    return tuple(
        Proposal(
            step, _lines(step, debits, credit=credit, amount=amount), _SOURCES[step]
        )
        for step, debits, credit, amount in told
        if amount.minor
    )


def _lines(
    step: Step, debits: list[tuple[str, Money]], *, credit: str, amount: Money
) -> tuple[Line, ...]:
    label = _TITLES[step]
    return (
        *(
            Line(account, Side.DEBIT, money, label)
            for account, money in debits
            if money.minor
        ),
        Line(credit, Side.CREDIT, amount, label),
    )
