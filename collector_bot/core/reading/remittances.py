"""Remittance advices: a payment and what it settles, from tables, sheets and text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from collector_bot.core.money import Money
from collector_bot.core.reading import lexicon_advice as words
from collector_bot.core.reading.date_rules import Direction, Moment
from collector_bot.core.reading.dates import find_dates
from collector_bot.core.reading.findings import Remittance, RemittanceLine, Sheet
from collector_bot.core.reading.hearing import Heard, World
from collector_bot.core.reading.tables import Settled, settled_by
from collector_bot.core.reading.text import fold, squeezed

_NOT_ADVICE = re.compile(
    r"\b(?:contest\w*|litige|disput\w*|ecarts?|discrepanc\w+|releve de (?:compte|factures)"
    r"|statement of account|reconcil\w+|rapproch\w+|impaye\w*|please (?:send|provide)"
    r"|pouvez-vous|pourriez-vous|open items|a regler|outstanding|proforma|devis|quotation"
    r"|bon de commande|purchase order|commande)\b"
)


@dataclass(frozen=True, slots=True)
class Paper:
    """What an advice may be read from.

    Attributes:
        heards: the own sentences.
        tables: own data tables of the HTML body.
        sheets: sheets attached.
        subject: folded.
        said: own words as lines.
    """

    heards: Sequence[Heard]
    tables: Sequence[Sheet]
    sheets: Sequence[Sheet]
    subject: str
    said: str


def remittance_in(paper: Paper, world: World) -> Remittance | None:
    """Return the remittance advice of the mail, None when it is none.

    A table counts when the mail speaks of a payment; lines of text count when the
    mail calls itself an advice, or gives each of several pieces its amount.
    """
    said = fold(paper.said)
    about = f"{paper.subject}\n{said}"
    named = bool(words.ADVICE.search(about))
    settled = _from_tables(paper, world, about)
    if settled is None:
        settled = _from_text(paper, world, named=named)
    if settled is None:
        return None
    text = f"{paper.said}"
    paid_on = settled.paid_on or _payment_day(fold(text), paper.subject, world)
    total = settled.total or _total_in(paper, settled)
    reference = settled.reference or _payment_reference(paper, world)
    return Remittance(
        evidence=_evidence(paper),
        confidence=0.93 if settled.known == len(settled.lines) else 0.8,
        rule="remittance.table" if paper.tables or paper.sheets else "remittance.text",
        lines=settled.lines,
        total=total,
        currency=settled.currency,
        payment_on=paid_on,
        payment_reference=reference,
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
    for sheet in [*paper.tables, *paper.sheets]:
        settled = settled_by(sheet, world)
        if settled is None:
            continue
        context = f"{about}\n{settled.header}\n{fold(sheet.name).replace('_', ' ')}"
        if not words.ADVICE.search(context):
            if not words.PAYS.search(context) or _NOT_ADVICE.search(about):
                continue
        if best is None or settled.known > best.known:
            best = settled
    return best


@dataclass(frozen=True, slots=True)
class _Pair:
    line: RemittanceLine
    known: bool


def _from_text(paper: Paper, world: World, *, named: bool) -> Settled | None:
    pairs: list[_Pair] = []
    total: Money | None = None
    bare: list[str] = []
    for heard in paper.heards:
        found, rest = _pairs(heard)
        pairs += found
        total = total or rest
        if not found and words.PAYS.search(heard.folded):
            bare += [item.piece for item in heard.pieces]
    settles = any(
        words.SETTLES.search(heard.folded) or heard.says("paid") for heard in paper.heards
    )
    several = len({pair.line.reference for pair in pairs}) > 1
    if not named and not (several and settles and not _future_only(paper.heards)):
        return None
    if not pairs and named and bare:
        pairs = [_Pair(RemittanceLine(piece, None), True) for piece in dict.fromkeys(bare)]
    if not pairs or not any(words.PAYS.search(heard.folded) for heard in paper.heards):
        return None
    currency = next(
        (p.line.amount.currency for p in pairs if p.line.amount), world.currency
    )
    return Settled(
        lines=tuple(pair.line for pair in pairs),
        total=total,
        currency=currency,
        known=sum(pair.known for pair in pairs),
    )


def _future_only(heards: Sequence[Heard]) -> bool:
    return any(h.says("will_pay") and not h.says("paid") for h in heards) and not any(
        h.says("paid") for h in heards
    )


def _pairs(heard: Heard) -> tuple[list[_Pair], Money | None]:
    """Pair each piece of a sentence with its amount; what is left over is the total."""
    refs = [ref for ref in heard.refs if not ref.ambiguous and len(ref.items) == 1]
    amounts = [amount for amount in heard.amounts if amount.sure]
    if not refs:
        return _label_pair(heard), None
    if not amounts:
        return [], None
    before = [a for a in amounts if a.end <= refs[0].start]
    after = [a for a in amounts if a.start >= refs[-1].end]
    leading = len(before) == len(amounts) and len(refs) == len(amounts) and len(refs) > 1
    pairs: list[_Pair] = []
    used = []
    for at, ref in enumerate(refs):
        stop = refs[at + 1].start if at + 1 < len(refs) else len(heard.folded)
        if leading or (before and not after and len(refs) == 1 and len(amounts) == 1):
            window = [amounts[at]]
        elif before and len(amounts) == len(refs) and not after:
            window = [amounts[at]]
        else:
            window = [a for a in amounts if ref.end <= a.start < stop]
        item = ref.items[0]
        if not window:
            continue
        money = window[-1].money if heard.sentence.listed is None else window[0].money
        used.append(window[0])
        if item.open_minor < 0 < money.minor:
            money = -money
        pairs.append(_Pair(RemittanceLine(item.piece, money), True))
    left = [a for a in amounts if a not in used]
    total = left[0].money if left and pairs and left[0].start < refs[0].start else None
    return pairs, total


def _label_pair(heard: Heard) -> list[_Pair]:
    """A deduction without a number: its label and a negative amount."""
    amounts = [amount for amount in heard.amounts if amount.sure]
    if len(amounts) != 1 or amounts[0].money.minor >= 0 or not heard.sentence.line_start:
        return []
    label = heard.sentence.text[: amounts[0].start].strip(" :-–•*\t.")
    if not label or len(label.split()) > 8:  # noqa: PLR2004
        return []
    return [_Pair(RemittanceLine(squeezed(label), amounts[0].money), False)]


def _total_in(paper: Paper, settled: Settled) -> Money | None:
    """The total the text states: after the word, or as the amount of the payment."""
    for heard in paper.heards:
        amounts = [a for a in heard.amounts if a.sure and a.money.minor > 0]
        if not amounts:
            continue
        total = words.TOTAL.search(heard.folded)
        if total:
            after = [a for a in amounts if a.start >= total.end()]
            if after:
                return _in(after[0].money, settled.currency)
    for heard in paper.heards:
        amounts = [a for a in heard.amounts if a.sure and a.money.minor > 0]
        if len(amounts) == 1 and not heard.refs and words.PAYS.search(heard.folded):
            return _in(amounts[0].money, settled.currency)
    return None


def _in(money: Money, currency: str) -> Money:
    return Money(money.minor, currency)


def _payment_day(said: str, subject: str, world: World) -> date | None:
    """The day of the payment: after its label, else in a sentence that speaks of it."""
    if world.base is None:
        return None
    moment = Moment(world.base, Direction.PAST, world.language, world.country)
    for text in (said, subject):
        days = find_dates(text, moment)
        for day in days:
            before = text[max(0, day.start - 40) : day.start]
            label = None
            for label in words.DATE_LABEL.finditer(before):
                pass
            if label is not None and label.end() >= len(before) - 3 and not day.of_item:
                return day.on
    for text in (said, subject):
        for sentence in re.split(r"[.!?]\s|\n\n", text):
            if not words.PAYS.search(sentence):
                continue
            for day in find_dates(sentence, moment):
                if not day.of_item:
                    return day.on
    return None


def _payment_reference(paper: Paper, world: World) -> str | None:
    """The number of the payment: what stands after its label, as written."""
    for line in [*paper.said.split("\n"), *_cells(paper)]:
        low = fold(line)
        for label in words.REFERENCE_LABEL.finditer(low):
            value = words.REFERENCE_VALUE.match(low, label.end())
            if value is None:
                continue
            written = line[value.start() : value.end()].rstrip(".-/")
            mention = world.index.find(fold(written))
            if mention or re.fullmatch(r"\d\d?[/.-]\d\d?[/.-]\d{2,4}", written):
                continue
            return written
    return None


def _cells(paper: Paper) -> list[str]:
    return [
        " ".join(cell for cell in row if cell)
        for sheet in [*paper.tables, *paper.sheets]
        for row in sheet.rows[:12]
    ]


def without_duplicates(remittance: Remittance) -> Remittance:
    """Drop a line said twice in the same words (a text and its HTML twin)."""
    kept = dict.fromkeys(remittance.lines)
    return replace(remittance, lines=tuple(kept))
