"""What corrects a difference: the double entry to post, or what is to be asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from collector_bot.core.ledger import AccountSide, EntryId, OpenItem, Side
from collector_bot.core.matching.differences import minor_of
from collector_bot.core.money import Money
from collector_bot.core.suggestion import DifferenceCause, Part
from collector_bot.core.wording import Both

_WHOLE_BP = 10_000


@dataclass(frozen=True, slots=True)
class Chart:
    """The company's account numbers and journals; `vat_rate_bp` in basis points.

    Source:
        Plan comptable général (règlement ANC 2014-03), list of accounts.
    """

    customers: str = "411"
    suppliers: str = "401"
    rounding_loss: str = "658"
    rounding_gain: str = "758"
    discount: str = "665"
    vat: str = "44571"
    bank_fee: str = "627"
    rebate: str = "4198"
    advance: str = "4191"
    doubtful: str = "416"
    impairment: str = "491"
    impairment_charge: str = "68174"
    impairment_reversal: str = "78174"
    irrecoverable: str = "654"
    bank: str = "512"
    bank_journal: str = "BQ"
    sundry_journal: str = "OD"
    vat_rate_bp: int = 2000

    def collective(self, side: AccountSide) -> str:
        """Return the account that customers' or suppliers' accounts are part of."""
        return self.suppliers if side is AccountSide.SUPPLIER else self.customers


@dataclass(frozen=True, slots=True)
class Limits:
    """Up to what a difference is corrected with the approval, in hundredths.

    Of the main unit, whatever the currency; 0 corrects nothing by itself.
    """

    rounding_max: int = 1_00
    bank_fee_max: int = 30_00
    discount_max: int = 500_00


class Deed(StrEnum):
    """What a correction asks for.

    POST: posted together with the lettering. PROPOSE: above the limit; a person books
    it in the accounting system. CREDIT_NOTE: to be granted, once agreed. ADVANCE: what
    was paid too much is kept for later. CLAIM: not owed to the customer, the rest stays
    open and is asked for again.
    """

    POST = "post"
    PROPOSE = "propose"
    CREDIT_NOTE = "credit_note"
    ADVANCE = "advance"
    CLAIM = "claim"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a correction; `vat_rate_bp` where VAT has a part in it, else 0."""

    account: str
    side: Side
    amount: Money
    label: Both
    vat_rate_bp: int = 0


@dataclass(frozen=True, slots=True)
class Correction:
    """The double entry for one difference: none of it, or debits equal to credits.

    The first line is on the account of the customer or supplier.
    """

    cause: DifferenceCause
    deed: Deed
    lines: tuple[Line, ...] = ()

    def __post_init__(self) -> None:
        if sum(_signed(line) for line in self.lines):
            msg = f"the correction of {self.cause} does not balance"
            raise ValueError(msg)

    @property
    def is_posted(self) -> bool:
        """Whether approving the lettering posts it."""
        return self.deed is Deed.POST


def _signed(line: Line) -> int:
    return line.amount.minor if line.side is Side.DEBIT else -line.amount.minor


@dataclass(frozen=True, slots=True)
class Gap:
    """One lettering's difference and what decides about it.

    Attributes:
        cause: why it is there.
        difference: paid minus owed, not zero.
        of: whose account it is on.
        in_time: everything owed was paid by its due date.
        is_disputed: some of what is owed is contested.
        piece: what the items short are called, for the labels.
    """

    cause: DifferenceCause
    difference: Money
    of: AccountSide = AccountSide.CUSTOMER
    in_time: bool = False
    is_disputed: bool = False
    piece: str = ""


def without_vat(amount: Money, rate_bp: int) -> Money:
    """Return the part of an amount that is not VAT, rounded half up.

    What is left of the amount is the VAT, so that both always make it up.

    Example:
        >>> str(without_vat(Money.of("20.00", "EUR"), 2000))
        '16.67 EUR'
        >>> str(without_vat(Money.of("0.01", "EUR"), 2000))
        '0.01 EUR'
    """
    whole = _WHOLE_BP + rate_bp
    return replace(amount, minor=(2 * amount.minor * _WHOLE_BP + whole) // (2 * whole))


def correction_of(gap: Gap, *, chart: Chart, limits: Limits) -> Correction | None:
    """Return what corrects a difference; None where it is only to be paid.

    A part payment, a payment on account, and any difference with a supplier but a
    rounding have no correction: the rest simply stays open.

    Source:
        Plan comptable général, accounts 658, 758, 665, 627, 4191 and 4198. A discount
        or rebate reduces the VAT collected: CGI, art. 267, II and art. 272, 1.
    """
    if not gap.difference.minor:
        return None
    if gap.of is AccountSide.SUPPLIER and gap.cause is not DifferenceCause.ROUNDING:
        return None
    match gap.cause:
        case DifferenceCause.ROUNDING:
            gain = gap.difference.minor > 0
            account = chart.rounding_gain if gain else chart.rounding_loss
            if gap.of is AccountSide.SUPPLIER:
                account = chart.rounding_loss if gain else chart.rounding_gain
            label = ("Rounding difference", "Écart d’arrondi")
            return _within(
                gap, limits.rounding_max, _one(gap, chart, account, of=label)
            )
        case DifferenceCause.BANK_FEE:
            label = ("Bank fee", "Frais bancaires")
            lines = _one(gap, chart, chart.bank_fee, of=label)
            return _within(gap, limits.bank_fee_max, lines)
        case DifferenceCause.DISCOUNT if gap.in_time:
            return _within(gap, limits.discount_max, _discount(gap, chart))
        case DifferenceCause.OVERPAYMENT:
            label = ("Advance received", "Avance reçue")
            lines = _one(gap, chart, chart.advance, of=label)
            return Correction(gap.cause, Deed.ADVANCE, lines)
        case DifferenceCause.SHORT_PAYMENT if gap.is_disputed:
            label = ("Credit note to issue", "Avoir à établir")
            lines = _one(gap, chart, chart.rebate, of=label)
            return Correction(gap.cause, Deed.CREDIT_NOTE, lines)
        case DifferenceCause.DISCOUNT | DifferenceCause.SHORT_PAYMENT:
            return Correction(gap.cause, Deed.CLAIM)
        case _:
            return None


def _within(gap: Gap, most: int, lines: tuple[Line, ...]) -> Correction:
    amount = abs(gap.difference.minor)
    small = amount <= minor_of(most, gap.difference.currency)
    return Correction(gap.cause, Deed.POST if small else Deed.PROPOSE, lines)


def _own(gap: Gap, chart: Chart, label: Both) -> Line:
    """Return the line on the customer's or supplier's account."""
    amount = replace(gap.difference, minor=abs(gap.difference.minor))
    paid = Side.DEBIT if gap.of is AccountSide.SUPPLIER else Side.CREDIT
    side = paid if gap.difference.minor < 0 else paid.other
    return Line(chart.collective(gap.of), side, amount, _labelled(label, gap))


def _one(gap: Gap, chart: Chart, account: str, *, of: Both) -> tuple[Line, ...]:
    own = _own(gap, chart, of)
    return own, Line(account, own.side.other, own.amount, own.label)


def _discount(gap: Gap, chart: Chart) -> tuple[Line, ...]:
    own = _own(gap, chart, ("Discount granted", "Escompte accordé"))
    net = without_vat(own.amount, chart.vat_rate_bp)
    vat = own.amount - net
    told = _labelled(("VAT on discount", "TVA sur escompte"), gap)
    rate = chart.vat_rate_bp
    lines = [own, Line(chart.discount, own.side.other, net, own.label, rate)]
    if vat.minor:
        lines.append(Line(chart.vat, own.side.other, vat, told, rate))
    return tuple(lines)


def _labelled(label: Both, gap: Gap) -> Both:
    if not gap.piece:
        return label
    return f"{label[0]} {gap.piece}", f"{label[1]} {gap.piece}"


def settled_whole(
    parts: Sequence[Part],
    opens: Mapping[EntryId, OpenItem],
    *,
    side: Side,
    left: Money,
) -> tuple[Part, ...] | None:
    """Return the parts with nothing left open on one side.

    None where what is left open there is not the difference: then a correction of it
    would not settle what it is for.

    Args:
        parts: of a lettering that leaves the difference open.
        opens: what is open of their entries now.
        side: where the difference stays open: what is owed, unless too much was paid.
        left: the difference, more than zero.
    """
    whole, rests = [], 0
    for part in parts:
        if part.side is side and part.entry_id in opens:
            rest = opens[part.entry_id].open - part.amount
            rests += rest.minor
            whole.append(replace(part, amount=part.amount + rest))
        else:
            whole.append(part)
    return tuple(whole) if rests == left.minor else None


def opposite(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines that take a correction back."""
    return tuple(
        replace(
            line,
            side=line.side.other,
            label=(f"Reversal: {line.label[0]}", f"Annulation : {line.label[1]}"),
        )
        for line in lines
    )
