"""How payers behave: one table of shares, and the bounds of every search."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final


class Rule(StrEnum):
    """A way to explain a payment; `NONE` is every way we do not search."""

    ADVICE = "advice"
    NAMED = "named"
    NAMED_LESS = "named_less"
    NAMED_PLUS = "named_plus"
    NAMED_CREDIT = "named_credit"
    NAMED_ROUNDING = "named_rounding"
    NAMED_DISCOUNT = "named_discount"
    NAMED_FEE = "named_fee"
    NAMED_SHORT = "named_short"
    NAMED_PARTIAL = "named_partial"
    NAMED_OVER = "named_over"
    SINGLE = "single"
    SINGLE_LATER = "single_later"
    SINGLE_CREDIT = "single_credit"
    SINGLE_ROUNDING = "single_rounding"
    SINGLE_DISCOUNT = "single_discount"
    SINGLE_FEE = "single_fee"
    WHOLE = "whole"
    WHOLE_OVER = "whole_over"
    ALL_DUE = "all_due"
    ALL_DUE_BUT = "all_due_but"
    PREFIX = "prefix"
    MONTH = "month"
    RUN = "run"
    SUBSET = "subset"
    NONE = "none"


# Shares of the payments that name no open item, and of those that name one at least;
# set on the simulator of bench/lettering.py with seeds it is not judged by.
UNNAMED: Final[Mapping[Rule, float]] = {
    Rule.SINGLE: 0.45,
    Rule.SINGLE_LATER: 0.01,
    Rule.SINGLE_CREDIT: 0.02,
    Rule.SINGLE_ROUNDING: 0.01,
    Rule.SINGLE_DISCOUNT: 0.02,
    Rule.SINGLE_FEE: 0.02,
    Rule.WHOLE: 0.08,
    Rule.WHOLE_OVER: 0.003,
    Rule.ALL_DUE: 0.06,
    Rule.ALL_DUE_BUT: 0.01,
    Rule.PREFIX: 0.12,
    Rule.MONTH: 0.03,
    Rule.RUN: 0.03,
    Rule.SUBSET: 0.12,
    Rule.NONE: 0.12,
}
NAMED: Final[Mapping[Rule, float]] = {
    Rule.NAMED: 0.75,
    Rule.NAMED_LESS: 0.02,
    Rule.NAMED_PLUS: 0.06,
    Rule.NAMED_CREDIT: 0.03,
    Rule.NAMED_ROUNDING: 0.01,
    Rule.NAMED_DISCOUNT: 0.03,
    Rule.NAMED_FEE: 0.02,
    Rule.NAMED_SHORT: 0.015,
    Rule.NAMED_PARTIAL: 0.06,
    Rule.NAMED_OVER: 0.025,
    Rule.NONE: 0.02,
}
# When items are named, the rules above hold for this share of the payments:
# those that settle the named ones and more, and those that ignore them.
COMPLETES_NAMES: Final = 0.08
IGNORES_NAMES: Final = 0.02

# Who pays less than all it names pays part of it: what we know not weighs so much less.
LESS_THAN_NAMED: Final = 0.1

# When a number is named that is not open here, it is mostly what is paid, again or
# elsewhere: what we know not weighs so much more, what is open here so much less.
NAMES_UNKNOWN: Final = 8
IGNORES_UNKNOWN: Final = 0.06

# An advice whose lines are short of its payment, or are not all known; and how often
# one that was misread makes the amount of a payment all the same.
ADVICE_MISREAD: Final = 0.1
ADVICE_SHORT: Final = 0.8
ADVICE_INCOMPLETE: Final = 0.6
ADVICE_WINDOW_DAYS: Final = 10

# A credit note that names one invoice is that invoice's.
CREDIT_NOTE_NAMES: Final = 0.97

# Who says that a payment is made in advance pays nothing that is open so much oftener.
IN_ADVANCE: Final = 10

# Of several items of one amount the oldest is meant this often; below one half, so
# that a choice nobody can know is never called likely.
OLDEST_TWIN: Final = 0.49
# Credits that exist are taken along by this share of the payers of one item …
CREDITS_TAKEN: Final = 0.15
# … of those who name what they pay, and pay it but for a difference …
CREDITS_TAKEN_BY_NAMED: Final = 0.2
# … and of those who settle all they owe.
CREDITS_TAKEN_BY_WHOLE: Final = 0.7

ROUNDING_MAX_HUNDREDTHS: Final = 5
FEE_MIN_HUNDREDTHS: Final = 100
FEE_MAX_HUNDREDTHS: Final = 30_00
DISCOUNT_PERCENTS: Final = (1, 2, 3)
SHORT_PAYMENT_PERCENT_MAX: Final = 15

LATER_DAYS_ALLOWED: Final = 3
GRAIN_AMOUNTS_MIN: Final = 5
LIKENESS_PAIRS: Final = 25
LIKENESS_USUAL: Final = 0.002
PAID_PAIRS: Final = 3
PAID_USUAL: Final = 0.1
SHORTEST_KEY: Final = 4
RUN_LENGTH_MAX: Final = 40
CREDITS_TRIED_MAX: Final = 10
NAMED_SEARCHED_MAX: Final = 12
SUBSET_ALL_SIZES_ITEMS_MAX: Final = 20
SUBSET_STEPS_MAX: Final = 100_000
SUBSET_ACCIDENTS_MAX: Final = 2.0
ANSWERS_MAX: Final = 3
SHOWN_MIN: Final = 0.02
