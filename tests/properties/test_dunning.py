"""Laws of the procedure, whatever the ledger and however often it runs."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from collector_bot.core.dunning import Case, Level, Procedure, SkipReason, decide
from collector_bot.core.ledger import AccountId, EntryId

START = date(2026, 3, 2)
BLOCKS = [
    SkipReason.PROMISED,
    SkipReason.DISPUTED,
    SkipReason.HELD,
    SkipReason.IN_FLIGHT,
]


@st.composite
def procedures(draw):
    days = sorted(draw(st.sets(st.integers(-10, 60), min_size=1, max_size=5)))
    return Procedure(
        tuple(
            Level(
                number,
                f"L{number}",
                day,
                "t",
                draw(st.booleans()),
                draw(st.integers(1, 10)),
                draw(st.sampled_from([0, 5_00, 100_00])),
            )
            for number, day in enumerate(days, start=1)
        ),
        draw(st.none() | st.just(100_00)),
    )


@st.composite
def ledgers(draw):
    """Draw a customer: debits by entry, what blocks them, credits, history."""
    count = draw(st.integers(0, 6))
    entries = [EntryId(number) for number in range(1, count + 1)]
    return {
        "due": {one: START.toordinal() + draw(st.integers(-70, 20)) for one in entries},
        "minor": {one: draw(st.sampled_from([1, 4_99, 50_00, 300_00])) for one in entries},
        "blocked": {one: draw(st.sampled_from(BLOCKS)) for one in entries if draw(st.integers(0, 3)) == 0},
        "credits": draw(st.sampled_from([0, 0, 4_99, 100_00, 10_000_00])),
        "block": draw(st.sampled_from([None, None, None, SkipReason.UNREAD_MAIL])),
        "reached": {one: draw(st.integers(1, 3)) for one in entries if draw(st.booleans())},
        "last": draw(st.integers(0, 20)),
    }  # fmt: skip


def case_of(ledger, procedure, today, *, reached, last):
    """Return the case as the store would yield it on a day."""
    until = today.toordinal() + procedure.lead_days
    debits = sorted(
        (due, one, ledger["minor"][one])
        for one, due in ledger["due"].items()
        if due <= until
    )
    return Case(
        AccountId(1), "EUR", debits, ledger["credits"], last, ledger["block"],
        ledger["blocked"], reached,
    )  # fmt: skip


def within(procedure, reached):
    top = len(procedure.levels)
    return {entry: min(level, top) for entry, level in reached.items()}


@given(procedure=procedures(), ledger=ledgers(), later=st.integers(0, 90))
def test_every_overdue_debit_is_chased_or_left_alone_exactly_once(
    procedure, ledger, later
):
    today = START + timedelta(days=later)
    reached = within(procedure, ledger["reached"])

    found = decide(
        case_of(ledger, procedure, today, reached=reached, last=0), procedure, today
    )

    told = [one for skip in found.skips for one in skip.entry_ids]
    asked = []
    if found.step:
        asked = [*(one for one, _ in found.step.items), *found.step.listed]
    overdue = sorted(
        one for one, due in ledger["due"].items() if due < today.toordinal()
    )
    assert sorted(told) == sorted(set(told) & set(overdue))
    chases = [one for one in asked if one in overdue]
    if found.step is None or chases:
        assert sorted([*told, *asked]) == overdue
    for skip in found.skips:
        assert skip.overdue_minor == sum(ledger["minor"][one] for one in skip.entry_ids)
    if found.step:
        assert found.step.due_minor == sum(ledger["minor"][one] for one in asked)
        assert found.step.net_minor == found.step.due_minor - ledger["credits"] > 0


@given(procedure=procedures(), ledger=ledgers(), later=st.integers(0, 90))
def test_nobody_is_chased_for_what_is_held_back(procedure, ledger, later):
    today = START + timedelta(days=later)

    found = decide(
        case_of(ledger, procedure, today, reached={}, last=0), procedure, today
    )

    if found.step:
        assert ledger["block"] is None
        asked = {*(one for one, _ in found.step.items), *found.step.listed}
        assert asked.isdisjoint(ledger["blocked"])


@given(procedure=procedures(), ledger=ledgers(), later=st.integers(-20, 90))
def test_a_note_before_the_due_date_never_speaks_of_what_is_overdue(
    procedure, ledger, later
):
    today = START + timedelta(days=later)

    found = decide(
        case_of(ledger, procedure, today, reached={}, last=0), procedure, today
    )

    if found.step and found.step.level.days < 0:
        asked = {*(one for one, _ in found.step.items), *found.step.listed}
        assert all(ledger["due"][one] >= today.toordinal() for one in asked)
        late = {one for one, due in ledger["due"].items() if due < today.toordinal()}
        assert late <= set(ledger["blocked"])


@given(
    procedure=procedures(),
    ledger=ledgers(),
    pauses=st.lists(st.integers(0, 12), max_size=25),
)
def test_run_after_run_no_level_is_jumped_and_letters_keep_their_distance(
    procedure, ledger, pauses
):
    """Runs on any days, some twice a day, some weeks late."""
    reached, last, day = {}, 0, START
    for pause in pauses:
        day += timedelta(days=pause)
        found = decide(
            case_of(ledger, procedure, day, reached=reached, last=last), procedure, day
        )
        if not found.step:
            continue
        step = found.step
        assert not last or day.toordinal() - last >= step.level.gap_days
        for one, level in step.items:
            assert level == _next_rung(procedure, reached.get(one, 0), ledger, one, day)
            assert (
                procedure.levels[level - 1].days <= day.toordinal() - ledger["due"][one]
            )
            reached[one] = level
        assert step.level.number == max(level for _, level in step.items)
        last = day.toordinal()
        again = decide(
            case_of(ledger, procedure, day, reached=reached, last=last), procedure, day
        )
        assert again.step is None


def _next_rung(procedure, reached, ledger, entry, day):
    """Return the rung after the one reached; those before the due date may be missed."""
    late = day.toordinal() > ledger["due"][entry]
    rungs = [
        level.number
        for level in procedure.levels[reached:]
        if not (late and level.days < 0)
    ]
    return rungs[0]
