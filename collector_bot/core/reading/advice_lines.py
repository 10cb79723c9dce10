"""Lines of an advice written as text: each piece with its amount, each deduction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from collector_bot.core.money import Money
from collector_bot.core.reading import lexicon_advice as words
from collector_bot.core.reading.amounts import AmountMention
from collector_bot.core.reading.findings import KnownItem, RemittanceLine
from collector_bot.core.reading.hearing import Heard
from collector_bot.core.reading.text import squeezed
from collector_bot.core.references import Mention

_RECORD_LINES = 5
_LABEL_WORDS = 8


@dataclass(frozen=True, slots=True)
class Pair:
    """A line, and whether the ledger knows its piece."""

    line: RemittanceLine
    known: bool


def listed_pairs(heards: Sequence[Heard]) -> dict[int, list[Pair]]:
    """Return records: a piece on a line, its amount labelled on one below or above.

    By the order of the sentence: the lines it gives, none where it only completes one.
    """
    found: dict[int, list[Pair]] = {}
    heads = [at for at, heard in enumerate(heards) if _is_head(heard)]
    for number, at in enumerate(heads):
        stop = heads[number + 1] if number + 1 < len(heads) else len(heards)
        below = heards[at + 1 : min(stop, at + _RECORD_LINES)]
        alone = len(heads) == 1
        amount = next((h for h in below if _is_amount_line(h, alone=alone)), None)
        if amount is not None:
            _keep(found, heards[at], amount)
    for amount, piece in pairwise(heards):
        if piece.order in found or amount.order in found:
            continue
        if _is_head(piece) and _is_amount_line(amount, alone=len(heads) == 1):
            _keep(found, piece, amount)
    return found


def _keep(found: dict[int, list[Pair]], piece: Heard, amount: Heard) -> None:
    item = piece.pieces[0]
    money = next(a.money for a in amount.amounts if a.sure)
    credit = item.open_minor < 0 < money.minor
    line = RemittanceLine(item.piece, -money if credit else money)
    found[piece.order] = [Pair(line, known=True)]
    found[amount.order] = []


def _is_head(heard: Heard) -> bool:
    """Whether a line only names one piece: “Facture n° F-1041”, “Invoice: 208”."""
    if len(heard.pieces) != 1 or any(a.sure for a in heard.amounts):
        return False
    short = len(heard.folded.split()) <= _LABEL_WORDS and heard.sentence.line_start
    return bool(
        words.PIECE_LINE.match(heard.folded)
        or (short and words.PIECE_HEAD.match(heard.masked))
    )


def _is_amount_line(heard: Heard, *, alone: bool) -> bool:
    if heard.refs or not words.AMOUNT_LINE.match(heard.folded):
        return False
    label = heard.folded.partition(":")[0]
    of_payment = words.PAYS.search(label) or "total" in label
    return sum(a.sure for a in heard.amounts) == 1 and (alone or not of_payment)


def pairs_in(heard: Heard) -> tuple[list[Pair], Money | None]:
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
        return [Pair(RemittanceLine(refs[0].items[0].piece, money), known=True)], money
    if not amounts:
        return [], None
    taken = _taken(heard, refs, amounts)
    pairs = []
    for at, which in taken.items():
        item, money = refs[at].items[0], amounts[which].money
        if item.open_minor < 0 < money.minor:
            money = -money
        pairs.append(Pair(RemittanceLine(item.piece, money), known=True))
    left = [
        a
        for i, a in enumerate(amounts)
        if i not in taken.values() and not words.REMAINS.search(heard.folded[: a.start])
    ]
    if len(refs) == 1 and left and words.DEDUCTED.search(heard.folded):
        paid = _what_was_paid(heard, refs[0], amounts)
        return [Pair(RemittanceLine(refs[0].items[0].piece, paid), known=True)], paid
    rest = [ref for at, ref in enumerate(refs) if at not in taken]
    if pairs:
        pairs += [
            Pair(RemittanceLine(ref.items[0].piece, None), known=True) for ref in rest
        ]
    return pairs, _whole(heard, left) if left and pairs else None


def _taken(
    heard: Heard, refs: Sequence[Mention[KnownItem]], amounts: Sequence[AmountMention]
) -> dict[int, int]:
    """Which amount goes with which piece: before “for”, after it, or right before."""
    taken = _linked_before(heard, refs, amounts)
    if taken:
        return taken
    scarce = len(amounts) < len(refs)
    for at, ref in enumerate(refs):
        stop = refs[at + 1].start if at + 1 < len(refs) else len(heard.folded)
        after = [
            i
            for i, a in enumerate(amounts)
            if ref.end <= a.start < stop
            and not (scarce and words.SO.search(heard.folded[: a.start]))
        ]
        if after:
            taken[at] = after[0]
    if taken and len(taken) < len(refs):
        taken = _amounts_first(refs, amounts) or taken
    return taken or ({} if scarce else _amounts_first(refs, amounts))


def _what_was_paid(
    heard: Heard, ref: Mention[KnownItem], amounts: Sequence[AmountMention]
) -> Money:
    """Of one piece with something taken off: the amount before it, else the last."""
    leading = [amount for amount in amounts if amount.end <= ref.start]
    stated = [a for a in amounts if words.SO.search(heard.folded[: a.start])]
    return (stated or leading or list(amounts))[-1 if not leading else 0].money


def _whole(heard: Heard, left: Sequence[AmountMention]) -> Money:
    """The amount of the payment: after “in all”, else the first left over."""
    stated = [a for a in left if words.SO.search(heard.folded[: a.start])]
    return (stated or left)[0].money


def _linked_before(
    heard: Heard, refs: Sequence[Mention[KnownItem]], amounts: Sequence[AmountMention]
) -> dict[int, int]:
    """“8 000 for A and 2 000 for B”: each piece has “amount for” right before it."""
    taken: dict[int, int] = {}
    for at, ref in enumerate(refs):
        before = [i for i, a in enumerate(amounts) if a.end <= ref.start]
        if not before:
            return {}
        between = heard.folded[amounts[before[-1]].end : ref.start]
        if not words.LINKED.fullmatch(between) or before[-1] in taken.values():
            return {}
        taken[at] = before[-1]
    return taken


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


def _label_pair(heard: Heard) -> list[Pair]:
    """A deduction without a number: its label and a negative amount."""
    amounts = [amount for amount in heard.amounts if amount.sure]
    if len(amounts) != 1 or not heard.sentence.line_start:
        return []
    money = amounts[0].money
    if money.minor > 0 and words.DEDUCTS.match(heard.folded):
        money = -money
    label = heard.sentence.text[: amounts[0].start].strip(" :-–•*\t.(")
    if money.minor >= 0 or not label or len(label.split()) > _LABEL_WORDS:
        return []
    return [Pair(RemittanceLine(squeezed(label), money), known=False)]
