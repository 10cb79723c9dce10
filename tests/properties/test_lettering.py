"""Laws of lettering: balance, no overdraft, undo, order, codes."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from collector_bot.core.ledger import AccountId, EntryId, Kind, OpenItem, Side
from collector_bot.core.lettering import (
    Group,
    allocate,
    code_of,
    group_of,
    next_ordinal,
    opens_after,
    opens_restored,
    ordinal_of,
    parts_to_restore,
    plan_lettering,
)
from collector_bot.core.money import Money


@st.composite
def choices(draw):
    """Items of one account and currency, at least one on each side."""
    sides = [
        Side.DEBIT,
        Side.CREDIT,
        *draw(st.lists(st.sampled_from(Side), max_size=8)),
    ]
    return [
        OpenItem(
            EntryId(number),
            AccountId(1),
            side,
            Kind.OTHER,
            f"N{number}",
            date(2026, 1, 1) + timedelta(days=draw(st.integers(0, 5))),
            None,
            Money(amount + draw(st.integers(0, 9)), "EUR"),
            Money(amount, "EUR"),
        )
        for number, side in enumerate(sides)
        for amount in [draw(st.integers(1, 500))]
    ]


def signed(minor_of, items):
    return sum(minor_of(item) * (1 if item.is_debit else -1) for item in items)


@given(choices())
def test_the_balance_is_kept_and_nothing_is_overdrawn(items):
    known = {item.entry_id: item for item in items}
    plan = plan_lettering(allocate(items), known)
    after = opens_after(plan, known)

    assert all(left.minor >= 0 for left in after.values())
    assert signed(lambda item: item.open.minor, items) == signed(
        lambda item: after.get(item.entry_id, item.open).minor, items
    )


@given(choices())
def test_one_side_is_settled_whole_and_the_other_oldest_first(items):
    known = {item.entry_id: item for item in items}
    after = opens_after(plan_lettering(allocate(items), known), known)
    left = [item for item in items if after.get(item.entry_id, item.open).minor]
    partly = [item for item in left if item.entry_id in after]

    assert len({item.side for item in left}) <= 1
    assert len(partly) <= 1
    assert all(one.dated_on <= item.dated_on for one in partly for item in left)


@given(choices())
def test_undo_after_apply_is_identity(items):
    known = {item.entry_id: item for item in items}
    plan = plan_lettering(allocate(items), known)
    restored = opens_restored(parts_to_restore([plan.parts]), opens_after(plan, known))

    assert restored == {entry: known[entry].open for entry in restored}


@given(choices(), st.randoms())
def test_the_order_of_the_input_changes_nothing(items, random):
    known = {item.entry_id: item for item in items}
    parts = list(allocate(items))
    groups = [Group(number, frozenset({EntryId(number)})) for number in range(1, 5)]
    plan = plan_lettering(parts, known)
    grouping = group_of(plan, groups, items=known, new_ordinal=9)
    for some in (items, parts, groups):
        random.shuffle(some)

    assert allocate(items) == plan.parts
    assert plan_lettering(parts, known) == plan
    assert group_of(plan, groups, items=known, new_ordinal=9) == grouping


@given(choices())
def test_a_group_is_balanced_exactly_when_nothing_of_it_is_open(items):
    known = {item.entry_id: item for item in items}
    plan = plan_lettering(allocate(items), known)
    everything = Group(1, frozenset(known))

    grouping = group_of(plan, [everything], items=known, new_ordinal=2)

    assert grouping.balanced == (signed(lambda item: item.open.minor, items) == 0)
    assert grouping.code == ("AA" if grouping.balanced else "aa")


@given(st.integers(-25, 11_000_000), st.booleans())
def test_codes_round_trip_and_grow(ordinal, balanced):
    code, following = (code_of(ordinal + step, balanced=balanced) for step in (0, 1))

    assert ordinal_of(code) == ordinal
    assert (len(code), code) < (len(following), following)


@given(st.lists(st.text(max_size=8)), st.lists(st.integers(1, 400_000)))
def test_the_next_code_is_new(foreign, ordinals):
    used = [*foreign, *(code_of(ordinal, balanced=True) for ordinal in ordinals)]

    assert code_of(next_ordinal(used), balanced=True) not in {
        one.upper() for one in used
    }
