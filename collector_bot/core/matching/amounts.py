"""Answers found by amounts and dates alone, each with its share of the payments."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from collector_bot.core.ledger import OpenItem
from collector_bot.core.lettering import due_day
from collector_bot.core.matching.answers import Answer
from collector_bot.core.matching.case import Case
from collector_bot.core.matching.differences import (
    fee_spread,
    minor_of,
    owed_before_discount,
    spread,
)
from collector_bot.core.matching.pool import Row
from collector_bot.core.matching.priors import (
    ANSWERS_MAX,
    CREDITS_TAKEN,
    CREDITS_TAKEN_BY_WHOLE,
    FEE_MAX_HUNDREDTHS,
    FEE_MIN_HUNDREDTHS,
    OLDEST_TWIN,
    ROUNDING_MAX_HUNDREDTHS,
    RUN_LENGTH_MAX,
    UNNAMED,
    Rule,
)
from collector_bot.core.suggestion import DifferenceCause

_LEAVE_ONE_OUT_MIN = 3
_RUN_LENGTH_MIN = 2


def answers_by_amount(case: Case) -> Iterator[Answer]:
    """Yield every answer of the rules that need no reference, subsets excepted."""
    if not case.view.owed:
        yield from _later(case)
        return
    yield from _singles(case)
    yield from _singles_with_credit(case)
    yield from _singles_nearly(case)
    yield from _wholes(case)
    yield from _all_due(case)
    yield from _prefixes_and_runs(case)
    yield from _months(case)


def _singles(case: Case) -> Iterator[Answer]:
    exact = case.view.by_amount.get(case.total, [])
    if not exact:
        yield from _later(case)
        return
    weight = UNNAMED[Rule.SINGLE] / len(case.view.owed)
    yield from _twins(case, exact, Rule.SINGLE, weight=weight)


def _later(case: Case) -> Iterator[Answer]:
    """Items dated after the payment: it may have been made ahead."""
    exact = case.pool.owed_by_amount.get(case.total, [])
    count = case.pool.owed_count - len(case.view.owed)
    if exact and count:
        weight = UNNAMED[Rule.SINGLE_LATER] / count
        yield from _twins(case, exact, Rule.SINGLE_LATER, weight=weight)


def _twins(
    case: Case, items: Sequence[OpenItem], rule: Rule, *, weight: float
) -> Iterator[Answer]:
    """Yield one answer an item of one amount, the oldest as the likeliest."""
    count, owed = len(items), items[0].open.minor
    oldest = max(1 / count, OLDEST_TWIN)
    other = (1 - oldest) / max(1, count - 1)
    shown = items[:ANSWERS_MAX]
    for place, item in enumerate(shown):
        share = other if place else oldest
        hidden = 0.0 if place else (count - len(shown)) * other
        yield Answer(
            rule,
            (item,),
            (),
            weight * count * share,
            elsewhere=weight * count * hidden,
            difference=case.total - owed,
            cause=case.cause((item,), owed),
            twins=count - 1,
        )


def _singles_with_credit(case: Case) -> Iterator[Answer]:
    choices = case.choices_of_credits
    for taken in choices:
        total = case.total + sum(item.open.minor for item in taken)
        weight = UNNAMED[Rule.SINGLE_CREDIT] / len(case.view.owed) / len(choices)
        for item in case.view.by_amount.get(total, [])[:ANSWERS_MAX]:
            yield Answer(Rule.SINGLE_CREDIT, (item,), taken, weight)


def _singles_nearly(case: Case) -> Iterator[Answer]:
    """One item but for a rounding, a discount or a bank's fee."""
    view, count = case.view, len(case.view.owed)
    rounding = minor_of(ROUNDING_MAX_HUNDREDTHS, case.currency)
    fee_min = minor_of(FEE_MIN_HUNDREDTHS, case.currency)
    fee_max = minor_of(FEE_MAX_HUNDREDTHS, case.currency)
    low = bisect_left(view.amounts, case.total + fee_min)
    high = bisect_right(view.amounts, case.total + fee_max)
    near = {
        *range(case.total - rounding, case.total + rounding + 1),
        *owed_before_discount(case.total),
        *view.amounts[low:high],
    }
    for owed in sorted(near & view.by_amount.keys()):
        items = view.by_amount[owed]
        fee = fee_spread(abs(owed - case.total), case.currency)
        rule, tries = {
            DifferenceCause.ROUNDING: (Rule.SINGLE_ROUNDING, 2 * rounding),
            DifferenceCause.DISCOUNT: (Rule.SINGLE_DISCOUNT, 3),
            DifferenceCause.BANK_FEE: (Rule.SINGLE_FEE, fee),
        }.get(case.cause(items[:1], owed), (Rule.NONE, 1))
        if rule is not Rule.NONE:
            weight = UNNAMED[rule] / count / tries
            yield from _twins(case, items, rule, weight=weight)


def _wholes(case: Case) -> Iterator[Answer]:
    view = case.view
    for taken, total, share in case.weighted_credits(CREDITS_TAKEN_BY_WHOLE):
        if total == view.balance:
            yield Answer(Rule.WHOLE, view.owed, taken, UNNAMED[Rule.WHOLE] * share)
    over = case.total - view.balance
    if over > minor_of(ROUNDING_MAX_HUNDREDTHS, case.currency):
        weight = UNNAMED[Rule.WHOLE_OVER] / spread(over, over, case.currency)
        yield Answer(
            Rule.WHOLE_OVER,
            view.owed,
            (),
            weight,
            difference=over,
            cause=DifferenceCause.OVERPAYMENT,
        )


def _due_rows(case: Case) -> list[tuple[date, int]]:
    """Return the days payers choose, each with how many items were due by it."""
    day, row = case.paid_on, case.view.by_due
    month_start = day.replace(day=1)
    ends = (
        day,
        day + min(timedelta(days=3), date.max - day),
        month_start - min(timedelta(days=1), month_start - date.min),
        _month_end(day),
    )
    lengths = {bisect_right(row.items, end, key=due_day): end for end in reversed(ends)}
    return [(end, length) for length, end in sorted(lengths.items()) if length]


def _month_end(day: date) -> date:
    if (day.year, day.month) == (date.max.year, date.max.month):
        return date.max
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def _all_due(case: Case) -> Iterator[Answer]:
    rows, row = _due_rows(case), case.view.by_due
    choices = case.weighted_credits(CREDITS_TAKEN_BY_WHOLE)
    for end, length in rows:
        owed = row.sums[length]
        facts = (("until", end.isoformat()),)
        weight = UNNAMED[Rule.ALL_DUE] / len(rows)
        for taken, total, share in choices:
            if total == owed:
                items = row.items[:length]
                yield Answer(Rule.ALL_DUE, items, taken, weight * share, facts=facts)
        missing = owed - case.total
        if missing <= 0 or length < _LEAVE_ONE_OUT_MIN:
            continue
        weight = UNNAMED[Rule.ALL_DUE_BUT] / len(rows) / length
        for left in reversed(case.view.by_amount.get(missing, [])):
            if due_day(left) <= end:
                kept = tuple(item for item in row.items[:length] if item is not left)
                but = (*facts, ("but", left.piece))
                yield Answer(Rule.ALL_DUE_BUT, kept, (), weight, facts=but)
                break


def _prefixes_and_runs(case: Case) -> Iterator[Answer]:
    view = case.view
    rows = [view.by_due, *([view.by_date] if view.by_date else [])]
    choices = case.weighted_credits(CREDITS_TAKEN)
    for row in rows:
        count = len(row.items)
        weight = UNNAMED[Rule.PREFIX] / len(rows) / count
        for taken, total, share in choices:
            length = row.length_of.get(total)
            if length:
                items = row.items[:length]
                yield Answer(Rule.PREFIX, items, taken, weight * share)
        weight = UNNAMED[Rule.RUN] / len(rows) / (count * min(count, RUN_LENGTH_MAX))
        for taken, total, share in choices[:2]:
            for start, end in _runs(row, total):
                yield Answer(Rule.RUN, row.items[start:end], taken, weight * share)


def _runs(row: Row, total: int) -> list[tuple[int, int]]:
    """Return where runs of 2 to 40 items, the first item excepted, make `total`."""
    length_of, sums = row.length_of, row.sums
    return [
        (start, length_of[base + total])
        for start, base in enumerate(sums)
        if start
        and base + total in length_of
        and _RUN_LENGTH_MIN <= length_of[base + total] - start <= RUN_LENGTH_MAX
    ]


def _months(case: Case) -> Iterator[Answer]:
    months = case.view.months
    count = sum(len(found) for found in months.values())
    for month, items in months.get(case.total, []):
        weight = UNNAMED[Rule.MONTH] / count
        yield Answer(Rule.MONTH, items, (), weight, facts=(("month", month),))
