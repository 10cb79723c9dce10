"""Laws of matching: what is proposed applies, order is nothing, doubt is said."""

from datetime import date, timedelta
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from collector_bot.core.bank import BankLine
from collector_bot.core.ledger import AccountId, EntryId, Kind, OpenItem, Side
from collector_bot.core.lettering import allocate, plan_lettering
from collector_bot.core.matching.across import shares_of
from collector_bot.core.matching.advice import AdviceWaits
from collector_bot.core.matching.door import (
    answers_for_account,
    suggest_for_account,
    suggest_for_advice,
    suggest_for_payment,
)
from collector_bot.core.matching.payers import PayerAccount, PayerItem, Payers
from collector_bot.core.matching.statement import Received, who_paid
from collector_bot.core.matching.subsets import search_subsets
from collector_bot.core.matching.words import cause_words, ground_words
from collector_bot.core.money import Money
from collector_bot.core.reading.findings import Remittance, RemittanceLine
from collector_bot.core.suggestion import DifferenceCause, Ground

TODAY = date(2026, 6, 30)
AMOUNTS = st.one_of(
    st.integers(1, 30), st.sampled_from([100_00, 200_00, 300_00, 99_99])
)
LABELS = st.sampled_from(
    ["", "VIR FA-2026-1001", "FA-2026-1002 1003", "FACT 1001 a 1004", "ESCOMPTE 2%"]
)


@st.composite
def entries(draw, kinds=tuple(Kind)):
    """Open items of one account and currency; numbers collide on purpose."""
    return [
        OpenItem(
            EntryId(number),
            AccountId(1),
            Side.DEBIT
            if kind is Kind.INVOICE
            else draw(st.sampled_from([*Side, Side.CREDIT])),
            kind,
            f"FA-2026-{1001 + draw(st.integers(0, 6))}",
            day,
            draw(st.sampled_from([None, day + timedelta(days=30)])),
            Money(amount + draw(st.integers(0, 5)), "EUR"),
            Money(amount, "EUR"),
            draw(LABELS),
        )
        for number, kind in enumerate(
            draw(st.lists(st.sampled_from(kinds), max_size=9)), 1
        )
        for amount in [draw(AMOUNTS)]
        for day in [date(2026, 4, 1) + timedelta(days=draw(st.integers(0, 80)))]
    ]


@st.composite
def payments(draw, items):
    """A payment that is often the sum of some of the items."""
    some = draw(st.lists(st.sampled_from(items), unique=True)) if items else []
    minor = sum(item.open.minor for item in some) + draw(
        st.sampled_from([0, 0, 1, -3, 10_00])
    )
    money = Money(max(1, minor), "EUR")
    return OpenItem(
        EntryId(99), AccountId(1), Side.CREDIT, Kind.PAYMENT, "BQ", date(2026, 6, 20),
        None, money, money, draw(LABELS),
    )  # fmt: skip


@st.composite
def advices(draw):
    numbers = draw(st.lists(st.integers(1000, 1008), max_size=4))
    amount = st.one_of(st.none(), st.integers(-300, 300_00))
    lines = tuple(
        RemittanceLine(
            f"FA-2026-{number}", None if minor is None else Money(minor, "EUR")
        )
        for number in numbers
        for minor in [draw(amount)]
    )
    total = draw(st.one_of(st.none(), AMOUNTS))
    return Remittance(
        evidence="", confidence=0.9, lines=lines, total=None if total is None else Money(total, "EUR"),
        payment_on=draw(st.sampled_from([None, date(2026, 6, 20)])),
    )  # fmt: skip


def applies(candidate, items):
    plan = plan_lettering(candidate.parts, {item.entry_id: item for item in items})
    assert plan.account_id == candidate.account_id
    assert 0 < candidate.confidence < 1
    assert all(
        ground_words(reason, language)
        for reason in candidate.reasons
        for language in ("fr", "en")
    )


def honest(candidate):
    said = any(reason.ground is Ground.AMBIGUOUS for reason in candidate.reasons)
    assert said == bool(candidate.rivals)
    assert not said or candidate.confidence <= 0.5


@given(st.data())
def test_what_is_suggested_applies_and_doubt_is_never_confident(data):
    items = data.draw(entries())
    payment = data.draw(payments(items))
    found = suggest_for_payment(payment, items, today=TODAY)

    for candidate in found:
        applies(candidate, [*items, payment])
        honest(candidate)
        assert payment.entry_id in {part.entry_id for part in candidate.parts}
    assert len(found) <= 3
    assert [one.confidence for one in found] == sorted(
        (one.confidence for one in found), reverse=True
    )
    assert sum(one.confidence for one in found) <= 1.001


@given(st.data(), st.randoms())
def test_the_order_of_the_items_changes_nothing(data, random):
    items = data.draw(entries())
    payment = data.draw(payments(items))
    advice = data.draw(advices())
    everything = [*items, payment]
    before = (
        suggest_for_payment(payment, items, today=TODAY),
        suggest_for_account(everything, today=TODAY, advices=[advice]),
        suggest_for_advice(advice, everything, today=TODAY),
    )
    random.shuffle(items)
    random.shuffle(everything)

    assert before == (
        suggest_for_payment(payment, items, today=TODAY),
        suggest_for_account(everything, today=TODAY, advices=[advice]),
        suggest_for_advice(advice, everything, today=TODAY),
    )


@given(entries(), st.lists(advices(), max_size=2))
def test_no_entry_is_in_two_suggestions_of_an_account(items, said):
    found = suggest_for_account(items, today=TODAY, advices=said)
    used = [part.entry_id for candidate in found for part in candidate.parts]

    for candidate in found:
        applies(candidate, items)
        honest(candidate)
    assert len(used) == len(set(used))


@given(entries(), advices())
def test_what_an_advice_gives_applies_or_waits(items, advice):
    answer = suggest_for_advice(advice, items, today=TODAY)

    if isinstance(answer, AdviceWaits):
        assert all(
            0 < line.amount.minor <= line.item.open.minor for line in answer.lines
        )
    else:
        for candidate in answer:
            applies(candidate, items)
            honest(candidate)


@given(st.data())
def test_a_whole_named_payment_is_first(data):
    items = data.draw(entries(kinds=(Kind.INVOICE,)))
    items = list({item.piece: item for item in items}.values())
    if not items:
        return
    some = data.draw(st.lists(st.sampled_from(items), min_size=1, unique=True))
    total = Money(sum(item.open.minor for item in some), "EUR")
    label = "VIR " + " ".join(item.piece for item in some)
    payment = OpenItem(
        EntryId(99), AccountId(1), Side.CREDIT, Kind.PAYMENT, "BQ", TODAY, None, total, total, label
    )  # fmt: skip

    best = suggest_for_payment(payment, items, today=TODAY)[0]

    assert best.parts == allocate([*some, payment])
    assert best.difference == Money(0, "EUR")


@given(st.lists(st.integers(1, 12), max_size=8), st.integers(1, 40))
def test_subsets_are_those_of_a_plain_search(amounts, total):
    plain = {
        tuple(
            sorted(
                amount for place, amount in enumerate(amounts) if chosen >> place & 1
            )
        )
        for chosen in range(1 << len(amounts))
        if chosen.bit_count() > 1
    }
    expected = {subset for subset in plain if sum(subset) == total}

    search = search_subsets(amounts, total, step=1)

    assert len(set(search.found)) == len(search.found)
    assert set(search.found) <= expected
    assert search.overflowed or set(search.found) == expected


@given(st.lists(st.integers(1, 40), min_size=21, max_size=23), st.integers(41, 130))
def test_small_subsets_of_many_items_are_those_of_a_plain_search(amounts, total):
    unit = 10**9
    large = [amount * unit for amount in amounts]
    plain = {
        tuple(sorted(some))
        for size in (2, 3, 4)
        for some in combinations(large, size)
        if sum(some) == total * unit
    }

    search = search_subsets(large, total * unit, step=1)

    assert len(set(search.found)) == len(search.found)
    assert set(search.found) <= plain
    assert search.overflowed or set(search.found) == plain


@given(st.sampled_from(DifferenceCause))
def test_every_cause_has_two_names(cause):
    assert cause_words(cause, "fr")
    assert cause_words(cause, "en") == cause_words(cause, "de")


NAMES = ("Garage Talbré", "Garage Talbré", "Atelier Vernois Lyon", "Atelier Vernois")
WRITTEN = st.sampled_from(
    ["", "GARAGE TALBRE SARL", "ATELIER VERNOIS", "VERNOIS LYO", "INCONNU SA"]
)
SAID = st.sampled_from(
    ["", "FA-2026-1001", "FA-2026-1002 FA-2026-1004", "FACT 1003", "VIR RECU"]
)


@st.composite
def statements(draw):
    """Some accounts' open items and a day's lines, of two currencies."""
    items = [
        OpenItem(
            EntryId(number), AccountId(draw(st.integers(1, 4))), Side.DEBIT,
            Kind.INVOICE, f"FA-2026-{1000 + number}", day, day + timedelta(days=30),
            Money(amount, currency), Money(amount, currency),
        )
        for number in range(1, draw(st.integers(1, 9)) + 1)
        for amount in [draw(AMOUNTS)]
        for currency in [draw(st.sampled_from(["EUR", "EUR", "EUR", "CHF"]))]
        for day in [date(2026, 4, 1) + timedelta(days=draw(st.integers(0, 60)))]
    ]  # fmt: skip
    lines = []
    for place in range(draw(st.integers(1, 5))):
        some = draw(
            st.lists(st.sampled_from(items), min_size=1, max_size=3, unique=True)
        )
        minor = sum(item.open.minor for item in some) + draw(st.sampled_from([0, 0, 1]))
        money = Money(minor, some[0].open.currency)
        text = draw(st.one_of(SAID, st.just(" ".join(item.piece for item in some))))
        line = BankLine(date(2026, 6, 20), money, name=draw(WRITTEN), text=text)
        payment = OpenItem(
            EntryId(-1 - place), AccountId(0), Side.CREDIT, Kind.PAYMENT, f"B{place}",
            line.booked_on, None, money, money, text,
        )  # fmt: skip
        lines.append(Received(line, payment))
    return items, lines


def solve(items, lines):
    accounts = [
        PayerAccount(AccountId(number), (name,)) for number, name in enumerate(NAMES, 1)
    ]
    keys = [
        PayerItem(i.account_id, i.piece, i.open.currency, i.open.minor) for i in items
    ]
    return who_paid(
        lines,
        Payers(accounts, keys),
        lambda account: [item for item in items if item.account_id == account],
        today=TODAY,
    )


def lettered(items, found):
    """Every answer in force: across accounts, then account by account."""
    across = [one.across for one in found if one.across]
    gone = {part.entry_id for one in across for part in one.parts}
    told = list(across)
    for account in range(1, 5):
        mine = [
            one.payment
            for one in found
            if one.payment.account_id == account and not one.across
        ]
        left = [
            item
            for item in items
            if item.account_id == account and item.entry_id not in gone
        ]
        sure = {
            one.payment.entry_id: one.payers[0]
            for one in found
            if one.payment.account_id == account and not one.across
        }
        told += [
            one.candidates[0]
            for one in answers_for_account([*left, *mine], today=TODAY, payers=sure)
        ]
    return told


@given(statements(), st.randoms())
def test_the_order_of_a_statement_changes_nothing(statement, random):
    items, lines = statement
    before = {one.payment.entry_id: one for one in solve(items, lines)}
    random.shuffle(items)
    random.shuffle(lines)

    assert before == {one.payment.entry_id: one for one in solve(items, lines)}


@given(statements())
def test_the_lines_of_a_day_never_share_an_item_and_all_apply(statement):
    items, lines = statement
    found = solve(items, lines)
    known = {item.entry_id: item for item in items}
    known |= {one.payment.entry_id: one.payment for one in found}
    taken = []

    for candidate in lettered(items, found):
        for share in shares_of(candidate.parts, known):
            plan = plan_lettering(share.parts, share.items)
            assert {part.amount.currency for part in plan.parts} == {
                candidate.difference.currency
            }
        taken += [part.entry_id for part in candidate.parts]
    assert len(taken) == len(set(taken))


@given(statements())
def test_who_paid_is_a_probability(statement):
    items, lines = statement

    for one in solve(items, lines):
        assert sum(payer.confidence for payer in one.payers) <= 1.000001
        assert all(0 <= payer.confidence <= 1 for payer in one.payers)


@given(statements())
def test_the_shares_of_several_accounts_make_the_line(statement):
    items, lines = statement
    known = {item.entry_id: item for item in items}

    for one in solve(items, lines):
        if one.across is None:
            continue
        number = one.payment.entry_id
        shares = shares_of(one.across.parts, known | {number: one.payment})
        assert sum(share.items[number].open.minor for share in shares) == (
            one.payment.open.minor
        )
        assert len(shares) > 1
