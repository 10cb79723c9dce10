"""Remittance advices: a payment and what it settles, from tables, sheets and text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from collector_bot.core.money import Money
from collector_bot.core.reading import lexicon_advice as words
from collector_bot.core.reading.amounts import AmountMention
from collector_bot.core.reading.findings import (
    KnownItem,
    Remittance,
    RemittanceLine,
)
from collector_bot.core.reading.hearing import Heard, World
from collector_bot.core.reading.payments import (
    Paper,
    payment_day,
    payment_reference,
    several_payments,
)
from collector_bot.core.reading.tables import Settled, aligned_sheets, settled_by
from collector_bot.core.reading.text import fold, squeezed
from collector_bot.core.references import Mention


@dataclass(frozen=True, slots=True)
class Advised:
    """The advices found and the sentences they were read from."""

    remittances: tuple[Remittance, ...] = ()
    used: frozenset[int] = frozenset()
    table: bool = False


def remittances_in(paper: Paper, world: World) -> Advised:
    """Return the remittance advices of the mail: mostly none or one.

    A table counts when the mail speaks of a payment; lines of text count when the
    mail calls itself an advice, or gives each of several pieces its amount.
    """
    about = f"{fold(paper.subject)}\n{fold(paper.said)}"
    named = bool(words.ADVICE.search(about))
    several = several_payments(paper, world)
    if several:
        return Advised(tuple(several), frozenset(h.order for h in paper.heards))
    settled = _from_tables(paper, world, about)
    used: set[int] = set()
    table = settled is not None
    if settled is None:
        settled, used = _from_text(paper, world, named=named)
    if settled is None:
        return Advised()
    paid_on = settled.paid_on or payment_day(paper, world)
    return Advised(
        (
            Remittance(
                evidence=_evidence(paper),
                confidence=0.93 if settled.known == len(settled.lines) else 0.8,
                rule="remittance.table" if table else "remittance.text",
                lines=settled.lines,
                total=settled.total or _total_in(paper, settled),
                currency=settled.currency,
                payment_on=paid_on,
                payment_reference=settled.reference or payment_reference(paper, world),
            ),
        ),
        frozenset(used),
        table,
    )


def _evidence(paper: Paper) -> str:
    found = [
        heard.sentence.evidence
        for heard in paper.heards
        if words.PAYS.search(heard.folded) or words.ADVICE.search(heard.folded)
    ]
    return " ".join(found)[:400] or squeezed(paper.said)[:200] or paper.subject


def _from_tables(paper: Paper, world: World, about: str) -> Settled | None:
    best: Settled | None = None
    for sheet in [*paper.tables, *paper.sheets, *aligned_sheets(paper.said)]:
        settled = settled_by(sheet, world)
        if settled is None:
            continue
        context = f"{about}\n{settled.header}\n{fold(sheet.name).replace('_', ' ')}"
        if not words.ADVICE.search(context):
            if not words.PAYS.search(context) or words.NOT_ADVICE.search(about):
                continue
            if _ahead_only(paper.heards):
                continue
        if best is None or settled.known > best.known:
            best = settled
    return best


def _ahead_only(heards: Sequence[Heard]) -> bool:
    """Whether payments to come are all the mail speaks of."""
    paid = any(heard.says("paid") for heard in heards)
    ahead = any(
        heard.says("will_pay") and not words.LABELLED.match(heard.folded)
        for heard in heards
    )
    return ahead and not paid


@dataclass(frozen=True, slots=True)
class _Pair:
    line: RemittanceLine
    known: bool


def _from_text(
    paper: Paper, world: World, *, named: bool
) -> tuple[Settled | None, set[int]]:
    pairs: list[_Pair] = []
    bare: list[str] = []
    used: set[int] = set()
    total: Money | None = None
    announced = False
    listed = _listed_pairs(paper.heards)
    for heard in paper.heards:
        if heard.order in listed:
            used.add(heard.order)
            pairs += listed[heard.order]
            continue
        found, rest = _pairs(heard)
        whole = len(found) > 1 and rest is not None
        if _ahead_only([heard]) and not named and not whole:
            continue
        announced = announced or whole
        pays = words.PAYS.search(heard.folded) or words.SETTLES.search(heard.folded)
        total = total or rest
        if found:
            used.add(heard.order)
            pairs += found
        elif heard.pieces and (pays or named) and not _ahead_only([heard]):
            used.add(heard.order)
            bare += [item.piece for item in heard.pieces]
    named = named or announced
    if not _is_advice(paper, world, pairs, named=named, bare=bool(bare)):
        return None, set()
    lines, total = _lines(paper, pairs, bare, total=total)
    if not lines:
        return None, set()
    currency = next(
        (line.amount.currency for line in lines if line.amount), world.currency
    )
    known = sum(pair.known for pair in pairs) + (len(bare) if not pairs else 0)
    return Settled(lines=lines, total=total, currency=currency, known=known), used


def _listed_pairs(heards: Sequence[Heard]) -> dict[int, list[_Pair]]:
    """“Invoice: …” and “Amount: …” on lines of their own, one after the other."""
    found: dict[int, list[_Pair]] = {}
    for one, other in pairwise(heards):
        for piece, amount in ((one, other), (other, one)):
            if piece.order in found or amount.order in found:
                continue
            labelled = words.PIECE_LINE.match(piece.folded) and words.AMOUNT_LINE.match(
                amount.folded
            )
            sure = [a for a in amount.amounts if a.sure]
            if not (labelled and len(piece.pieces) == 1 and len(sure) == 1):
                continue
            if piece.amounts and any(a.sure for a in piece.amounts):
                continue
            line = RemittanceLine(piece.pieces[0].piece, sure[0].money)
            found[piece.order] = [_Pair(line, known=True)]
            found[amount.order] = []
    return found


def _lines(
    paper: Paper, pairs: Sequence[_Pair], bare: Sequence[str], *, total: Money | None
) -> tuple[tuple[RemittanceLine, ...], Money | None]:
    """The lines; of a payment for one piece its amount is line and total alike."""
    if pairs:
        lines = tuple(dict.fromkeys(pair.line for pair in pairs))
        positive = [line for line in lines if line.amount and line.amount.minor > 0]
        if (
            len(lines) == 1
            and positive
            and not any(words.TOTAL.search(heard.folded) for heard in paper.heards)
        ):
            total = total or lines[0].amount
        return lines, total
    pieces = tuple(dict.fromkeys(bare))
    amounts = [
        amount.money
        for heard in paper.heards
        for amount in heard.amounts
        if amount.sure and amount.money.minor > 0
    ]
    single = amounts[0] if len(set(amounts)) == 1 else None
    if len(pieces) == 1 and single is not None:
        return (RemittanceLine(pieces[0], single),), total or single
    return tuple(RemittanceLine(piece, None) for piece in pieces), total or single


def _is_advice(
    paper: Paper, world: World, pairs: Sequence[_Pair], *, named: bool, bare: bool
) -> bool:
    """Whether the text announces a payment, rather than answers a chase."""
    pays = [h for h in paper.heards if words.PAYS.search(h.folded)]
    pays_title = words.PAYS.search(fold(paper.subject))
    if not pays and not pays_title:
        return False
    if named and (pairs or bare):
        return not (_ahead_only(paper.heards) and not pairs)
    if _ahead_only(paper.heards) or any(h.says("answers_chase") for h in paper.heards):
        return False
    paid = any(
        h.says("paid") or words.SETTLES.search(h.folded) or h.says("informs")
        for h in paper.heards
    )
    if len({pair.line.reference for pair in pairs if pair.known}) > 1:
        return paid
    labelled = [h for h in paper.heards if words.LABELLED.match(h.folded)]
    informs = len(labelled) > 2 or any(h.says("informs") for h in paper.heards)  # noqa: PLR2004
    reply = bool(words.REPLY.match(fold(paper.subject)))
    done = any(h.says("paid") for h in paper.heards) or world.base is None
    return informs and done and not reply and bool(pairs or bare)


def _pairs(heard: Heard) -> tuple[list[_Pair], Money | None]:
    """Pair each piece of a sentence with its amount; what is left over is the total."""
    refs = [ref for ref in heard.refs if not ref.ambiguous and len(ref.items) == 1]
    amounts = [
        amount
        for amount in heard.amounts
        if amount.sure and not words.INSTEAD.search(heard.folded[: amount.start])
    ]
    if not refs:
        return _label_pair(heard), None
    leading = [a for a in amounts if a.end <= refs[0].start]
    if len(refs) == 1 and len(leading) == 1 and heard.says("paid"):
        money = leading[0].money
        return [_Pair(RemittanceLine(refs[0].items[0].piece, money), known=True)], money
    if not amounts:
        return [], None
    taken: dict[int, int] = {}
    for at, ref in enumerate(refs):
        stop = refs[at + 1].start if at + 1 < len(refs) else len(heard.folded)
        after = [i for i, a in enumerate(amounts) if ref.end <= a.start < stop]
        if after:
            taken[at] = after[0]
    if len(taken) < len(refs):
        taken = _amounts_first(refs, amounts) or taken
    pairs = []
    for at, which in taken.items():
        item, money = refs[at].items[0], amounts[which].money
        if item.open_minor < 0 < money.minor:
            money = -money
        pairs.append(_Pair(RemittanceLine(item.piece, money), known=True))
    left = [a for i, a in enumerate(amounts) if i not in taken.values()]
    return pairs, left[0].money if left and pairs else None


def _amounts_first(
    refs: Sequence[Mention[KnownItem]], amounts: Sequence[AmountMention]
) -> dict[int, int]:
    """“8 000 for A and 2 000 for B”: each amount stands before its piece."""
    taken: dict[int, int] = {}
    previous = 0
    for at, ref in enumerate(refs):
        window = [i for i, a in enumerate(amounts) if previous <= a.start < ref.start]
        if not window:
            return {}
        taken[at] = window[-1]
        previous = ref.start
    return taken


def _label_pair(heard: Heard) -> list[_Pair]:
    """A deduction without a number: its label and a negative amount."""
    amounts = [amount for amount in heard.amounts if amount.sure]
    if (
        len(amounts) != 1
        or amounts[0].money.minor >= 0
        or not heard.sentence.line_start
    ):
        return []
    label = heard.sentence.text[: amounts[0].start].strip(" :-–•*\t.")
    if not label or len(label.split()) > 8:  # noqa: PLR2004
        return []
    return [_Pair(RemittanceLine(squeezed(label), amounts[0].money), known=False)]


def _total_in(paper: Paper, settled: Settled) -> Money | None:
    """The total the text states: after the word, or as the amount of the payment."""
    for heard in paper.heards:
        amounts = [a for a in heard.amounts if a.sure and a.money.minor > 0]
        total = words.TOTAL.search(heard.folded)
        after = [a for a in amounts if total and a.start >= total.start()]
        if after:
            return Money(after[0].money.minor, settled.currency)
    for heard in paper.heards:
        amounts = [a for a in heard.amounts if a.sure and a.money.minor > 0]
        if len(amounts) == 1 and words.PAYS.search(heard.folded) and not heard.refs:
            return Money(amounts[0].money.minor, settled.currency)
    return None
