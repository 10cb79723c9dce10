"""Remittance advices: a payment and what it settles, from tables, sheets and text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from collector_bot.core.money import Money
from collector_bot.core.reading import lexicon_advice as words
from collector_bot.core.reading.advice_lines import Pair, listed_pairs, pairs_in
from collector_bot.core.reading.columns import by_payment, plain_rows
from collector_bot.core.reading.findings import Remittance, RemittanceLine, Sheet
from collector_bot.core.reading.hearing import World
from collector_bot.core.reading.payments import (
    Paper,
    payment_day,
    payment_reference,
    several_payments,
    stated_total,
    titled_amounts,
)
from collector_bot.core.reading.payments_said import (
    ahead_only,
    asks_for_one,
    issued,
    just_made,
    settles,
    told_now,
)
from collector_bot.core.reading.tables import Settled, aligned_sheets, settled_by
from collector_bot.core.reading.text import fold, squeezed

_ROWS_MAX = 2_000


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
    named = bool(words.ADVICE.search(words.REFERRED.sub(" ", about)))
    if named and asks_for_one(paper):
        return Advised()
    several = several_payments(paper, world)
    if several:
        return Advised(tuple(several), frozenset(h.order for h in paper.heards))
    listed = _payments_listed(paper, world, about)
    if listed:
        return Advised(tuple(listed), table=True)
    settled = _from_tables(paper, world, about)
    used: set[int] = set()
    table = settled is not None
    if settled is None:
        settled, used = _from_text(paper, world, named=named)
    if settled is None:
        return Advised()
    total = settled.total or stated_total(paper, world, settled)
    if total is None and len(settled.lines) == 1:
        total = settled.lines[0].amount
    paid_on = settled.paid_on or payment_day(paper, world)
    return Advised(
        (
            Remittance(
                evidence=_evidence(paper),
                confidence=0.93 if settled.known == len(settled.lines) else 0.8,
                rule="remittance.table" if table else "remittance.text",
                lines=settled.lines,
                total=total,
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
        if not _is_paid(paper, about, settled.header, name=sheet.name):
            continue
        if best is None or settled.known > best.known:
            best = settled
    return best


def _pays(paper: Paper, header: str, name: str) -> bool:
    """Whether a payment is said: by the mail, its title, the columns or the file."""
    if any(issued(heard) for heard in paper.heards):
        return True
    if any(heard.sentence.asks for heard in paper.heards):
        return False
    title = fold(paper.subject)
    titled = words.PAYS.search(title) and not words.REPLY.match(title)
    written = words.PAYS.search(f"{header} {fold(name).replace('_', ' ')}")
    return bool(titled or written)


def _is_paid(paper: Paper, about: str, header: str, *, name: str) -> bool:
    """Whether a table tells what a payment settles: it is called so, or one is said."""
    if words.ADVICE.search(f"{about}\n{header}\n{fold(name).replace('_', ' ')}"):
        return True
    if words.NOT_ADVICE.search(about) or ahead_only(paper.heards):
        return False
    return _pays(paper, header, name)


def _payments_listed(paper: Paper, world: World, about: str) -> list[Remittance]:
    """A table that lists several payments with their days or numbers."""
    for sheet in [*paper.tables, *paper.sheets, *aligned_sheets(paper.said)]:
        groups = by_payment(plain_rows(sheet.rows[:_ROWS_MAX]), world)
        parts = [settled_by(Sheet(sheet.name, tuple(rows)), world) for rows in groups]
        found = [settled for settled in parts if settled is not None]
        if len(found) < 2 or len(found) != len(parts):  # noqa: PLR2004
            continue
        if not all(settled.paid_on or settled.reference for settled in found):
            continue
        if _is_paid(paper, about, found[0].header, name=sheet.name):
            return [_remittance_of(settled, paper) for settled in found]
    return []


def _remittance_of(settled: Settled, paper: Paper) -> Remittance:
    alone = settled.lines[0].amount if len(settled.lines) == 1 else None
    return Remittance(
        evidence=_evidence(paper),
        confidence=0.8,
        rule="remittance.table_of_payments",
        lines=settled.lines,
        total=settled.total or alone,
        currency=settled.currency,
        payment_on=settled.paid_on,
        payment_reference=settled.reference,
    )


def _from_text(
    paper: Paper, world: World, *, named: bool
) -> tuple[Settled | None, set[int]]:
    pairs: list[Pair] = []
    bare: list[str] = []
    used: set[int] = set()
    total: Money | None = None
    announced = False
    listed = listed_pairs(paper.heards)
    for heard in paper.heards:
        if heard.order in listed:
            used.add(heard.order)
            pairs += listed[heard.order]
            continue
        found, rest = pairs_in(heard)
        whole = len(found) > 1 and rest is not None
        if ahead_only([heard]) and not whole and not (named and found):
            continue
        announced = announced or whole
        pays = words.PAYS.search(heard.folded) or words.SETTLES.search(heard.folded)
        total = total or rest
        if found:
            used.add(heard.order)
            pairs += found
        elif heard.pieces and (named or pays or words.PIECE_LINE.match(heard.folded)):
            used.add(heard.order)
            bare += [item.piece for item in heard.pieces]
    named = named or announced
    if not pairs and not bare and not words.REPLY.match(fold(paper.subject)):
        bare = [item.piece for item in world.subject]
    if not _is_advice(paper, world, pairs, named=named, bare=bool(bare)):
        return None, set()
    lines, total = _lines(paper, world, pairs, bare=bare, total=total)
    if not lines:
        return None, set()
    currency = next(
        (line.amount.currency for line in lines if line.amount), world.currency
    )
    known = sum(pair.known for pair in pairs) + (len(bare) if not pairs else 0)
    return Settled(lines=lines, total=total, currency=currency, known=known), used


def _lines(
    paper: Paper,
    world: World,
    pairs: Sequence[Pair],
    *,
    bare: Sequence[str],
    total: Money | None,
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
    ] or titled_amounts(paper, world)
    single = amounts[0] if len(set(amounts)) == 1 else None
    if len(pieces) == 1 and single is not None:
        return (RemittanceLine(pieces[0], single),), total or single
    return tuple(RemittanceLine(piece, None) for piece in pieces), total or single


def _is_advice(
    paper: Paper, world: World, pairs: Sequence[Pair], *, named: bool, bare: bool
) -> bool:
    """Whether the text announces a payment, rather than answers a chase."""
    title = fold(paper.subject)
    pays = any(words.PAYS.search(heard.folded) for heard in paper.heards)
    if not pays and not words.PAYS.search(title):
        return False
    if named and (pairs or bare):
        return not (ahead_only(paper.heards) and not pairs)
    if ahead_only(paper.heards):
        return False
    if any(h.refs and words.STANDS.search(h.folded) for h in paper.heards):
        return False
    now = told_now(paper)
    if not now and any(h.says("answers_chase") for h in paper.heards):
        return False
    done = any(issued(heard) or settles(heard) for heard in paper.heards)
    informs = any(
        h.says("informs")
        or (words.SETTLES.search(h.folded) and not words.NOT_ISSUED.search(h.folded))
        for h in paper.heards
    )
    if len({pair.line.reference for pair in pairs if pair.known}) > 1:
        return done or informs
    labelled = sum(bool(words.LABELLED.match(h.folded)) for h in paper.heards)
    told = labelled > 2 or informs or now or just_made(paper)  # noqa: PLR2004
    if words.REPLY.match(title) or not (pairs or bare):
        return False
    return told and (done or world.base is None or labelled > 2)  # noqa: PLR2004
