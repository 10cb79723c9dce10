"""Who is chased for what, at which level: the field's scenarios and every skip."""

from datetime import date, timedelta

import pytest

from collector_bot.core.dunning import (
    Case,
    Level,
    Procedure,
    Skip,
    SkipReason,
    decide,
    plan,
)
from collector_bot.core.ledger import AccountId, EntryId
from tests.ledger import LADDER

DUE = date(2026, 3, 2)


def ladder(*days, gap=1, minimum=0, ceiling=None, approval=()):
    return Procedure(
        tuple(
            Level(n, f"L{n}", day, f"l{n}", n in approval, gap, minimum)
            for n, day in enumerate(days, start=1)
        ),
        ceiling,
    )


TRYTON = ladder(5, 20, 40)


def case(*debits, due=DUE, **told):
    """Return a customer's case; a debit is (entry, minor) or (entry, minor, days later)."""
    items = sorted(
        (due.toordinal() + (one[2] if len(one) > 2 else 0), EntryId(one[0]), one[1])
        for one in debits
    )
    last = told.pop("last_letter_on", None)
    return Case(
        AccountId(7), "EUR", items, last_letter_day=last.toordinal() if last else 0, **told
    )  # fmt: skip


def after(days):
    return DUE + timedelta(days=days)


def chased(found):
    """Return level, items with their level, and items only listed."""
    step = found.step
    return step and (step.level.number, dict(step.items), step.listed)


def left_alone(found):
    return [(skip.reason, skip.entry_ids, skip.overdue_minor) for skip in found.skips]


@pytest.mark.parametrize(
    ("days", "reached", "level"),
    [
        (4, 0, None), (5, 0, 1), (19, 0, 1), (30, 0, 1), (60, 0, 1),  # no level is jumped
        (19, 1, None), (20, 1, 2), (39, 2, None), (40, 2, 3), (400, 3, None),
    ],
)  # fmt: skip
def test_levels_come_at_their_days_one_after_the_other(days, reached, level):
    known = {EntryId(1): reached} if reached else {}

    found = decide(case((1, 100_00), reached=known), TRYTON, after(days))

    assert (found.step.level.number if found.step else None) == level


def test_what_is_paid_is_gone():
    assert list(plan([case()], TRYTON, after(50))) == []


def test_a_level_at_zero_days_is_due_with_the_invoice_and_then_it_is_done():
    final = ladder(0)

    assert chased(decide(case((1, 100_00)), final, after(0))) == (1, {1: 1}, ())
    assert chased(decide(case((1, 100_00)), final, after(1))) == (1, {1: 1}, ())
    done = decide(case((1, 100_00), reached={EntryId(1): 1}), final, after(2))
    assert left_alone(done) == [(SkipReason.LADDER_DONE, (1,), 100_00)]


@pytest.mark.parametrize(
    ("credits_", "net", "reason"),
    [
        (0, 100_00, None),
        (50_00, 50_00, None),
        (99_99, 1, None),
        (100_00, None, SkipReason.COVERED_BY_CREDITS),
        (250_00, None, SkipReason.COVERED_BY_CREDITS),
    ],
)
def test_money_that_came_in_is_taken_off_before_anybody_is_chased(
    credits_, net, reason
):
    found = decide(case((1, 100_00), credits_minor=credits_), TRYTON, after(5))

    if reason:
        assert (found.step, left_alone(found)) == (None, [(reason, (1,), 100_00)])
    else:
        assert (found.step.due_minor, found.step.net_minor) == (100_00, net)


@pytest.mark.parametrize(
    ("minor", "chases"), [(4_99, False), (5_00, True), (5_01, True)]
)
def test_a_trifle_is_not_chased(minor, chases):
    found = decide(case((1, minor)), ladder(5, minimum=5_00), after(5))

    assert bool(found.step) is chases
    if not chases:
        assert left_alone(found) == [(SkipReason.BELOW_MINIMUM, (1,), minor)]


def test_what_is_small_alone_is_chased_together():
    found = decide(case((1, 3_00), (2, 3_00)), ladder(5, minimum=5_00), after(5))

    assert chased(found) == (1, {1: 1, 2: 1}, ())


def test_only_what_is_overdue_of_terms_in_parts_is_chased():
    found = decide(case((1, 50_00), (2, 50_00, 30)), TRYTON, after(15))

    assert chased(found) == (1, {1: 1}, ())
    assert (found.step.due_minor, found.skips) == (50_00, ())


def test_the_firmest_level_sets_the_tone_and_the_rest_is_listed():
    known = {EntryId(1): 1, EntryId(2): 2}
    items = case((1, 10_00), (2, 20_00), (3, 30_00, 14), (4, 40_00, 18), reached=known)

    found = decide(items, TRYTON, after(20))

    assert chased(found) == (2, {1: 2, 3: 1}, (2, 4))
    assert (found.step.due_minor, found.step.net_minor) == (100_00, 100_00)


def test_a_scheduler_that_was_down_sends_the_level_that_is_next_and_no_second_one():
    """Due on day 5, back on day 8, run five times that day."""
    first = decide(case((1, 100_00)), TRYTON, after(8))
    assert chased(first) == (1, {1: 1}, ())

    again = case((1, 100_00), reached={EntryId(1): 1}, last_letter_on=after(8))
    for _ in range(4):
        assert left_alone(decide(again, TRYTON, after(8))) == [
            (SkipReason.NOT_YET, (1,), 100_00)
        ]


@pytest.mark.parametrize(
    ("days", "goes"), [(19, False), (20, False), (25, False), (26, True)]
)
def test_two_letters_keep_their_distance(days, goes):
    late = case((1, 100_00), reached={EntryId(1): 1}, last_letter_on=after(19))

    found = decide(late, ladder(5, 20, gap=7), after(days))

    assert bool(found.step) is goes
    if not goes:
        expected = SkipReason.NOT_YET if days < 20 else SkipReason.TOO_SOON
        assert left_alone(found) == [(expected, (1,), 100_00)]


@pytest.mark.parametrize(
    "reason",
    [
        SkipReason.PROMISED, SkipReason.DISPUTED, SkipReason.HELD,
        SkipReason.MATCH_PENDING, SkipReason.AWAITING_APPROVAL, SkipReason.IN_FLIGHT,
    ],
)  # fmt: skip
def test_an_item_that_is_held_back_is_left_out_with_its_reason(reason):
    found = decide(
        case((1, 100_00), (2, 50_00), blocked={EntryId(1): reason}), TRYTON, after(5)
    )

    assert chased(found) == (1, {2: 1}, ())
    assert found.step.due_minor == 50_00
    assert left_alone(found) == [(reason, (1,), 100_00)]


@pytest.mark.parametrize(
    "reason",
    [SkipReason.ACCOUNT_HELD, SkipReason.UNREAD_MAIL, SkipReason.NO_CONTACT],
)
def test_an_account_that_is_held_back_is_left_alone_whole(reason):
    found = decide(
        case((1, 100_00), (2, 50_00, 30), block=reason, blocked={EntryId(1): SkipReason.HELD}),
        TRYTON,
        after(15),
    )  # fmt: skip

    assert found.step is None
    assert left_alone(found) == [(reason, (1,), 100_00)]


def test_several_reasons_are_told_apart():
    blocked = {EntryId(1): SkipReason.PROMISED, EntryId(2): SkipReason.DISPUTED}
    known = {EntryId(3): 3}

    found = decide(
        case((1, 1_00), (2, 2_00), (3, 4_00), (4, 8_00, 36), blocked=blocked, reached=known),
        TRYTON,
        after(40),
    )  # fmt: skip

    assert found.step is None
    assert sorted(left_alone(found)) == [
        (SkipReason.DISPUTED, (2,), 2_00),
        (SkipReason.LADDER_DONE, (3,), 4_00),
        (SkipReason.NOT_YET, (4,), 8_00),
        (SkipReason.PROMISED, (1,), 1_00),
    ]


@pytest.mark.parametrize("days", [-30, -6])
def test_what_is_not_due_for_long_is_neither_chased_nor_left_alone(days):
    assert list(plan([case((1, 100_00))], LADDER, after(days))) == []


@pytest.mark.parametrize("days", [-5, -1])
def test_a_courtesy_note_comes_before_the_due_date(days):
    found = decide(case((1, 100_00)), LADDER, after(days))

    assert (found.step.level.name, found.step.items) == ("courtesy", ((1, 1),))
    assert found.skips == ()


@pytest.mark.parametrize("days", [1, 4])
def test_no_courtesy_note_comes_after_the_due_date(days):
    found = decide(case((1, 100_00)), LADDER, after(days))

    assert left_alone(found) == [(SkipReason.NOT_YET, (1,), 100_00)]


def test_the_ladder_of_what_had_no_courtesy_note_begins_after_it():
    assert decide(case((1, 100_00)), LADDER, after(40)).step.level.name == "reminder-1"


def test_no_courtesy_note_comes_while_something_is_chased():
    found = decide(case((1, 100_00), (2, 500_00, 16)), LADDER, after(12))

    assert chased(found) == (2, {1: 2}, ())
    assert found.step.due_minor == 100_00


def test_a_courtesy_note_comes_once():
    told = case((1, 100_00), reached={EntryId(1): 1}, last_letter_on=after(-5))

    assert decide(told, LADDER, after(-1)) == (None, ())


@pytest.mark.parametrize(
    ("minor", "credits_", "approval"),
    [(100_00, 0, False), (100_01, 0, True), (100_01, 1, False)],
)
def test_a_large_letter_needs_an_approval(minor, credits_, approval):
    found = decide(
        case((1, minor), credits_minor=credits_), ladder(5, ceiling=100_00), after(5)
    )

    assert found.step.needs_approval is approval


def test_a_firm_level_needs_an_approval_whatever_the_amount():
    known = {EntryId(1): 1}
    firm = ladder(5, 20, approval=(2,))

    assert decide(case((1, 1_00)), firm, after(5)).step.needs_approval is False
    assert decide(case((1, 1_00), reached=known), firm, after(20)).step.needs_approval


@pytest.mark.parametrize("days", [(), (5, 5), (20, 5)])
def test_a_ladder_that_does_not_rise_is_refused(days):
    with pytest.raises(ValueError, match="rising days"):
        ladder(*days)


def test_a_plan_says_nothing_of_whom_it_does_not_concern():
    cases = [
        case((1, 100_00)),
        case((2, 100_00, 90)),
        case((3, 100_00), block=SkipReason.HELD),
    ]

    found = list(plan(cases, TRYTON, after(5)))

    assert [chased(one) for one in found] == [(1, {1: 1}, ()), None]
    assert found[1].skips == (Skip(7, "EUR", SkipReason.HELD, (3,), 100_00),)
