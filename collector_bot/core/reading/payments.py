"""How a payment is named in an advice: its day, its number, or several at once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from collector_bot.core.money import Money
from collector_bot.core.reading import lexicon_advice as words
from collector_bot.core.reading.amounts import amount_of_cell, find_amounts
from collector_bot.core.reading.date_moves import Direction, Moment
from collector_bot.core.reading.dates import DateMention, find_dates
from collector_bot.core.reading.findings import Remittance, RemittanceLine, Sheet
from collector_bot.core.reading.hearing import Clause, Heard, World
from collector_bot.core.reading.spelling import mended
from collector_bot.core.reading.tables import Settled
from collector_bot.core.reading.text import fold

_ROWS_MAX, _LINES_MAX = 60, 300
_LONG_AGO, _SOON = 200, 60  # days
_DAY = re.compile(r"\d{1,4}[/.-]\d\d?[/.-]\d{1,4}")
_LABELLED = re.compile(
    r"(?P<label>[^:\s](?:(?!\s{3})[^:]){1,44}?)\s?:\s*(?=(?P<value>\S[^:]*))"
)


@dataclass(frozen=True, slots=True)
class Paper:
    """What an advice may be read from.

    Attributes:
        heards: the own sentences.
        tables: own data tables of the HTML body.
        sheets: sheets attached.
        subject: as written.
        said: own words as lines.
    """

    heards: Sequence[Heard]
    tables: Sequence[Sheet]
    sheets: Sequence[Sheet]
    subject: str
    said: str


def payment_day(paper: Paper, world: World) -> date | None:
    """The day of the payment: after its label, else in a sentence that speaks of it."""
    cells = [
        " ".join(cell for cell in row if cell)
        for row in _rows(paper)
        if not world.index.find(fold(" ".join(row)))
    ]
    said = "\n".join(_lines_of(paper, world.language))
    texts = [fold(said), fold(paper.subject), fold("\n\n".join(cells))]
    labelled = _labelled_day(texts, world)
    if labelled is not None:
        return labelled
    for text in texts:
        for sentence in re.split(r"[.!?]\s|\n\n", text):
            if words.PAYS.search(sentence):
                for day in _days(sentence, world):
                    if not _is_of_piece(sentence, day, world):
                        return day.on
    for heard in paper.heards:
        if heard.says("paid") or words.ISSUED.search(heard.folded):
            days = [day for day in heard.behind if not day.of_item]
            if len(days) == 1 and not heard.sentence.asks:
                return days[0].on
    just = any(words.JUST_NOW.search(text) for text in texts[:1])
    return world.base if just else None


def _labelled_day(texts: Sequence[str], world: World) -> date | None:
    """A day right after its label; after a bare “date” unless a piece stands above."""
    for label in (words.DATE_LABEL, words.BARE_DATE):
        for text in texts:
            for day in _days(text, world):
                before = text[max(0, day.start - 45) : day.start]
                labels = list(label.finditer(before))
                if not labels or labels[-1].end() < len(before) - 3:
                    continue
                if label is words.DATE_LABEL or not _in_record(text, day, world):
                    return day.on
    return None


def _rows(paper: Paper) -> list[tuple[str, ...]]:
    """Rows of tables and sheets; a title over its one value is a row, too."""
    found: list[tuple[str, ...]] = []
    for sheet in [*paper.tables, *paper.sheets]:
        rows = [tuple(c.strip(" :") for c in row) for row in sheet.rows[:_ROWS_MAX]]
        found += rows
        if len(rows) == 2 and len(rows[0]) > 2:  # noqa: PLR2004
            found += list(zip(*rows, strict=False))
    return found


def _in_record(text: str, day: DateMention, world: World) -> bool:
    """Whether a piece is named above the day in the same paragraph."""
    above = text[: day.start].rpartition("\n\n")[2]
    return bool(world.index.find(above))


def stated_total(paper: Paper, world: World, settled: Settled) -> Money | None:
    """The total stated: after its word, beside it in a row, or paid in a sentence."""
    currency = settled.currency
    for heard in paper.heards:
        amounts = [a for a in heard.amounts if a.sure and a.money.minor > 0]
        total = words.TOTAL.search(heard.folded)
        after = [a for a in amounts if total and a.start >= total.start()]
        if after and not words.CARRIED.match(heard.folded):
            return Money(after[0].money.minor, currency)
    for row in _rows(paper):
        filled = [cell for cell in row if cell]
        if len(filled) == 2 and words.TOTAL.search(fold(filled[0])):  # noqa: PLR2004
            money = amount_of_cell(filled[1], currency)
            if money is not None and not words.CARRIED.match(fold(filled[0])):
                return Money(money.minor, currency)
    labelled = _labelled_amount(paper, world, settled)
    if labelled is not None:
        return labelled
    for heard in paper.heards:
        amounts = [a for a in heard.amounts if a.sure and a.money.minor > 0]
        if len(amounts) == 1 and words.PAYS.search(heard.folded) and not heard.refs:
            return Money(amounts[0].money.minor, currency)
    return None


def _labelled_amount(paper: Paper, world: World, settled: Settled) -> Money | None:
    """“Amount : 1 284,00”, no line's own; or in a table where no piece is named."""
    currency = settled.currency
    own = {line.amount.minor for line in settled.lines if line.amount}
    for heard in paper.heards:
        label = heard.folded.partition(":")[0].strip(" -*")
        amounts = [a.money.minor for a in heard.amounts if a.sure]
        alone = len(amounts) == 1 and own and amounts[0] not in own
        if alone and words.AMOUNT_LABEL.fullmatch(label):
            return Money(amounts[0], currency)
    for sheet in [*paper.tables, *paper.sheets]:
        if any(world.index.find(fold(" ".join(row))) for row in sheet.rows):
            continue
        for row in sheet.rows[:_ROWS_MAX]:
            filled = [cell.strip(" :") for cell in row if cell.strip(" :")]
            if len(filled) != 2 or not words.AMOUNT_LABEL.fullmatch(fold(filled[0])):  # noqa: PLR2004
                continue
            money = amount_of_cell(filled[1], currency)
            if money is not None:
                return Money(money.minor, currency)
    return None


def titled_amounts(paper: Paper, world: World) -> list[Money]:
    """Amounts the subject gives, written with their currency or cents."""
    title = fold(paper.subject)
    taken = [(ref.start, ref.end) for ref in world.index.find(title)]
    taken += [(day.start, day.end) for day in _days(title, world)]
    found = find_amounts(title, world.currency, taken=taken)
    return [amount.money for amount in found if amount.sure]


def _is_of_piece(text: str, day: DateMention, world: World) -> bool:
    """Whether a day belongs to an invoice: said so, or in a row of columns with it."""
    if words.OF_PIECE.search(text[: day.start]):
        return True
    line = text[: day.start].rpartition("\n")[2]
    columns = re.search(r"\S\s{2,}\S", line.strip())
    return bool(columns and world.index.find(line))


def _days(text: str, world: World) -> tuple[DateMention, ...]:
    """Days of the text; without a year the one gone by, unless one is near ahead."""
    if world.base is None:
        return ()
    taken = [(ref.start, ref.end) for ref in world.index.find(text)]
    found = []
    for direction in (Direction.PAST, Direction.FUTURE):
        moment = Moment(world.base, direction, world.language, world.country)
        found.append(find_dates(text, moment, taken=taken))
    ahead = {day.start: day for day in found[1]}
    return tuple(_nearer(day, ahead.get(day.start), world.base) for day in found[0])


def _nearer(past: DateMention, ahead: DateMention | None, base: date) -> DateMention:
    if ahead is None or (base - past.on).days < _LONG_AGO:
        return past
    return ahead if 0 < (ahead.on - base).days < _SOON else past


def payment_reference(paper: Paper, world: World) -> str | None:
    """The number of the payment: what stands after its label, as written."""
    cells = [
        " : ".join(cell for cell in row if cell)
        for row in _rows(paper)
        if not world.index.find(fold(" ".join(row)))
    ]
    lines = _lines_of(paper, world.language)
    said = [re.sub(r"(?<=\w)\s{2,}", " : ", line, count=1) for line in lines]
    said += [f"{one} {two}" for one, two in pairwise(lines) if one.endswith(":")]
    for line in [*said, paper.subject, *cells]:
        found = _numbered(line, world) or _reference_in(line, world)
        if found:
            return found
    return None


def _lines_of(paper: Paper, language: str) -> list[str]:
    """Own lines without the space around them, their typing slips mended."""
    lines = [line.strip() for line in paper.said.split("\n")[:_LINES_MAX]]
    return [mended(line, fold(line), language) for line in lines]


def _numbered(line: str, world: World) -> str | None:
    """“EFT number: 55810”: a label that numbers a payment, then its value."""
    for match in _LABELLED.finditer(line):
        label, value = re.split(r"[.;,] |\) ", fold(match["label"]))[-1], match["value"]
        if not words.PAYMENT_NUMBER.fullmatch(label):
            continue
        if words.NOT_PAYMENT_NUMBER.search(label):
            continue
        found = words.REFERENCE_VALUE.match(fold(value))
        if found is None:
            continue
        written = value[found.start("value") : found.end("value")].rstrip(".-/")
        if not _DAY.fullmatch(written) and not world.index.find(fold(written)):
            return written
    return None


def _reference_in(line: str, world: World) -> str | None:
    low = fold(line)
    for label in words.REFERENCE_LABEL.finditer(low):
        value = words.REFERENCE_VALUE.match(low, label.end())
        if value is None:
            continue
        written = line[value.start("value") : value.end("value")].rstrip(".-/")
        if not _DAY.fullmatch(written) and not world.index.find(fold(written)):
            return written
    return None


def several_payments(paper: Paper, world: World) -> list[Remittance]:
    """Two payments, each with its day, amount and piece: in a sentence or a list."""
    for heard in paper.heards:
        days = [d for d in heard.behind if world.base and d.on <= world.base]
        days = [day for day in days if not day.of_item]
        if len(days) < 2 or len(heard.refs) < len(days) or not heard.says("paid"):  # noqa: PLR2004
            continue
        cuts = [days[0].start, *(day.start for day in days[1:]), len(heard.folded)]
        made = []
        for day, start, end in zip(days, cuts, cuts[1:], strict=False):
            part = heard.part(start, end)
            single = _payment_of(part, day, heard)
            if single is None:
                break
            made.append(single)
        if len(made) == len(days):
            return made
    return _listed_payments(paper, world)


def _listed_payments(paper: Paper, world: World) -> list[Remittance]:
    """Lines that each begin with the day of a payment and name what it settles."""
    made = []
    for heard in paper.heards:
        days = [d for d in heard.behind if world.base and d.on <= world.base]
        starts = words.PAYS.match(heard.folded) or (days and days[0].start < 4)  # noqa: PLR2004
        if len(days) != 1 or not starts or days[0].of_item:
            continue
        single = _payment_of(heard.whole, days[0], heard)
        if single is not None:
            made.append(single)
    plural = any(words.SEVERAL.search(heard.folded) for heard in paper.heards)
    titled = words.SEVERAL.search(fold(paper.subject))
    several = len({single.payment_on for single in made}) > 1
    return made if several and (plural or titled) else []


def _payment_of(part: Clause, day: DateMention, heard: Heard) -> Remittance | None:
    amounts = [a.money for a in part.amounts if a.sure]
    if len(amounts) != 1 or len(part.pieces) != 1:
        return None
    return Remittance(
        evidence=heard.sentence.evidence,
        confidence=0.8,
        rule="remittance.several",
        lines=(RemittanceLine(part.pieces[0].piece, amounts[0]),),
        total=amounts[0],
        currency=amounts[0].currency,
        payment_on=day.on,
        payment_reference=_reference_in(
            heard.sentence.text[part.start : part.end], heard.world
        ),
    )
