"""Letterings: codes, refusals, allocation oldest first, groups, undo."""

from datetime import date

import pytest

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
    part_of,
    parts_to_restore,
    plan_lettering,
)
from collector_bot.core.money import Money
from collector_bot.core.refusals import (
    LetteringAmountError,
    LetteringError,
    LetteringMixedAccountsError,
    LetteringMixedCurrenciesError,
    LetteringNotOpenError,
    LetteringOneSidedError,
    LetteringOverdrawsError,
    LetteringRepeatedError,
    LetteringUnbalancedError,
)
from collector_bot.core.suggestion import Part


def item(number, minor, *, day=1, account=1, currency="EUR", due=None):
    """Return an open item: a debit when `minor` is positive, else a credit."""
    amount = Money(abs(minor), currency)
    return OpenItem(
        EntryId(number),
        AccountId(account),
        Side.DEBIT if minor > 0 else Side.CREDIT,
        Kind.INVOICE if minor > 0 else Kind.PAYMENT,
        f"N{number}",
        date(2026, 1, day),
        due,
        amount,
        amount,
    )


def by_entry(*items):
    return {one.entry_id: one for one in items}


def taken(parts):
    return {part.piece: part.amount.minor for part in parts}


@pytest.mark.parametrize(
    ("ordinal", "code"),
    [
        (-25, "A"), (0, "Z"), (1, "AA"), (2, "AB"), (26, "AZ"), (27, "BA"),
        (676, "ZZ"), (677, "AAA"), (678, "AAB"), (18252, "ZZZ"), (18253, "AAAA"),
    ],
)  # fmt: skip
def test_a_code_and_its_ordinal(ordinal, code):
    assert code_of(ordinal, balanced=True) == code
    assert code_of(ordinal, balanced=False) == code.lower()
    assert ordinal_of(code) == ordinal_of(code.lower()) == ordinal


@pytest.mark.parametrize("code", ["B7", "", "aB", "AA0", "É", "A A", "LETTRAGE", "*"])
def test_foreign_codes_take_no_place(code):
    assert ordinal_of(code) is None


@pytest.mark.parametrize(
    ("codes", "ordinal"),
    [([], 1), (["Z"], 1), (["AA", "ac", "B7"], 4), (["AAA"], 678), (["PAYPAL"], 1)],
)
def test_the_next_code_follows_the_greatest_in_use(codes, ordinal):
    assert next_ordinal(codes) == ordinal


def test_no_code_below_the_series():
    with pytest.raises(ValueError, match="ordinal -26"):
        code_of(-26, balanced=True)


# M1: 42 / -42; 100 + 150 / -250. M17: more than the payment holds is refused.
@pytest.mark.parametrize(
    ("debits", "credits_"), [([4200], [4200]), ([10000, 15000], [25000])]
)
def test_equal_sides_letter(debits, credits_):
    amounts = [*debits, *(-minor for minor in credits_)]
    items = [item(number, minor) for number, minor in enumerate(amounts)]

    plan = plan_lettering(
        [part_of(one, one.open.minor) for one in items], by_entry(*items)
    )

    assert plan.amount == Money(sum(debits), "EUR")
    assert set(opens_after(plan, by_entry(*items)).values()) == {Money(0, "EUR")}


INVOICE, PAYMENT = item(1, 10_000), item(2, -10_000)
OTHER_ACCOUNT, DOLLARS = item(3, -10_000, account=2), item(4, -10_000, currency="USD")
LEDGER = by_entry(INVOICE, PAYMENT, OTHER_ACCOUNT, DOLLARS)


@pytest.mark.parametrize(
    ("parts", "error", "sentence"),
    [
        ([], LetteringOneSidedError, "A lettering needs at least one debit and one credit."),
        ([part_of(INVOICE, 1)], LetteringOneSidedError,
         "A lettering needs at least one debit and one credit; given: N1."),
        ([part_of(INVOICE, 100), part_of(INVOICE, 100), part_of(PAYMENT, 200)],
         LetteringRepeatedError, "N1 is named twice in this lettering."),
        ([part_of(INVOICE, 10_001), part_of(PAYMENT, 10_001)], LetteringOverdrawsError,
         "N1 has 100.00 EUR left open, less than 100.01 EUR."),
        ([part_of(INVOICE, 0), part_of(PAYMENT, 0)], LetteringAmountError,
         "0.00 EUR of N1 cannot be lettered: not more than zero."),
        ([part_of(INVOICE, -5), part_of(PAYMENT, -5)], LetteringAmountError,
         "-0.05 EUR of N1 cannot be lettered: not more than zero."),
        ([part_of(INVOICE, 10_000), part_of(PAYMENT, 9_999)], LetteringUnbalancedError,
         "The debits are 100.00 EUR and the credits 99.99 EUR."),
        ([part_of(INVOICE, 10_000), part_of(OTHER_ACCOUNT, 10_000)],
         LetteringMixedAccountsError,
         "These entries are not all of one account: N1, N3."),
        ([part_of(INVOICE, 10_000), part_of(DOLLARS, 10_000)],
         LetteringMixedCurrenciesError, "A lettering is in one currency, not in EUR and USD."),
        ([part_of(INVOICE, 1), Part(EntryId(9), Side.CREDIT, "N9", Money(1, "EUR"))],
         LetteringNotOpenError, "N9 has nothing left open."),
        ([part_of(INVOICE, 1), Part(EntryId(2), Side.CREDIT, "N2", Money(1, "USD"))],
         LetteringMixedCurrenciesError, "A lettering is in one currency, not in EUR and USD."),
    ],
)  # fmt: skip
def test_what_cannot_be_lettered_is_said_in_one_sentence(parts, error, sentence):
    with pytest.raises(LetteringError) as caught:
        plan_lettering(parts, LEDGER)

    assert type(caught.value) is error
    assert str(caught.value) == caught.value.written("en") == sentence
    assert caught.value.written("fr") not in {sentence, ""}
    assert caught.value.code.startswith("lettering.")


@pytest.mark.parametrize(
    ("error", "french"),
    [
        (LetteringRepeatedError("A"), "A est cité deux fois dans ce lettrage."),
        (LetteringNotOpenError("A"), "A n’a plus rien d’ouvert."),
        (LetteringMixedAccountsError(("A", "B")),
         "Ces écritures ne sont pas toutes du même compte\xa0: A, B."),
        (LetteringMixedCurrenciesError(("EUR", "USD")),
         "Un lettrage se fait dans une seule devise, pas en EUR et USD."),
        (LetteringOneSidedError(("A",)),
         "Il faut au moins un débit et un crédit pour lettrer\u202f; donné\xa0: A."),
        (LetteringAmountError("A", "0.00 EUR"),
         "0.00 EUR de A ne se lettre pas\xa0: il faut plus que zéro."),
        (LetteringOverdrawsError("A", "1.00 EUR", "2.00 EUR"),
         "A n’a plus que 1.00 EUR d’ouvert, moins que 2.00 EUR."),
        (LetteringUnbalancedError("1.00 EUR", "2.00 EUR"),
         "Les débits font 1.00 EUR et les crédits 2.00 EUR."),
    ],
)  # fmt: skip
def test_a_refusal_in_french(error, french):
    assert error.written("fr") == french


def test_a_part_on_the_wrong_side_is_a_bug():
    wrong = Part(EntryId(1), Side.CREDIT, "N1", Money(1, "EUR"))
    with pytest.raises(ValueError, match="entry 1"):
        plan_lettering([wrong, part_of(PAYMENT, 1)], LEDGER)


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        # M4: a statement line of 180 on 100 and 150: the first paid, 70 left
        ([item(1, 10_000, day=1), item(2, 15_000, day=2), item(3, -18_000, day=9)],
         {"N1": 10_000, "N2": 8_000, "N3": 18_000}),
        # M4: the credit note of 50 taken in the same lettering
        ([item(1, 10_000, day=1), item(2, 15_000, day=2), item(3, -18_000, day=9),
          item(4, -5_000, day=8)],
         {"N1": 10_000, "N2": 13_000, "N3": 18_000, "N4": 5_000}),
        # M5: 110 on 100: 10 stays as the customer's credit
        ([item(1, 10_000), item(2, -11_000)], {"N1": 10_000, "N2": 10_000}),
        # M13: 500 on 50: 450 stays; the rest on a later invoice of 500: 50 stays open
        ([item(1, 5_000), item(2, -50_000)], {"N1": 5_000, "N2": 5_000}),
        ([item(1, 50_000, day=20), item(2, -45_000)], {"N1": 45_000, "N2": 45_000}),
        # the due date says who is older
        ([item(1, 100, day=1, due=date(2026, 3, 1)), item(2, 100, day=5), item(3, -100)],
         {"N2": 100, "N3": 100}),
        # the same choice twice is one choice
        ([item(1, 100), item(1, 100), item(3, -150)], {"N1": 100, "N3": 100}),
    ],
)  # fmt: skip
def test_chosen_items_are_allocated_oldest_first(items, expected):
    parts = allocate(items)

    assert taken(parts) == expected
    assert plan_lettering(parts, by_entry(*items))


@pytest.mark.parametrize(
    ("items", "error"),
    [
        ([], LetteringOneSidedError),
        ([item(1, 100), item(2, 100)], LetteringOneSidedError),
        ([item(1, 100), item(2, -100, account=2)], LetteringMixedAccountsError),
        ([item(1, 100), item(2, -100, currency="USD")], LetteringMixedCurrenciesError),
    ],
)
def test_a_choice_that_settles_nothing_is_refused(items, error):
    with pytest.raises(error):
        allocate(items)


def planned(*items):
    return plan_lettering(allocate(items), by_entry(*items))


def test_a_partial_lettering_has_a_small_code_until_nothing_is_open():
    invoice, first, second = item(1, 100_000), item(2, -60_000), item(3, -40_000)
    plan = planned(invoice, first)

    partial = group_of(plan, [], items=by_entry(invoice, first, second), new_ordinal=1)
    assert (partial.code, partial.balanced) == ("aa", False)

    rest = item(1, 40_000)
    group = group_of(
        planned(rest, second),
        [Group(1, partial.entries), Group(7, frozenset({EntryId(99)}))],
        items=by_entry(rest, second),
        new_ordinal=2,
    )
    assert (group.code, group.balanced, group.merged) == ("AA", True, ())
    assert group.entries == {1, 2, 3}


def test_a_lettering_joins_the_partial_groups_it_meets_under_the_lowest_code():
    rest, payment = item(1, 40_000), item(8, -40_000)
    other_rest = item(5, 3_000)
    groups = [
        Group(4, frozenset({EntryId(8), EntryId(5)})),
        Group(2, frozenset({EntryId(1)})),
    ]

    group = group_of(
        planned(rest, payment),
        groups,
        items=by_entry(rest, payment, other_rest),
        new_ordinal=9,
    )

    assert (group.code, group.merged, group.entries) == ("ab", (4,), {1, 5, 8})


def test_undo_gives_back_what_every_lettering_of_the_code_took():
    invoice, first, second = item(1, 100_000), item(2, -60_000), item(3, -40_000)
    parts = [planned(invoice, first).parts, planned(item(1, 40_000), second).parts]

    restored = parts_to_restore(parts)

    assert taken(restored) == {"N1": 100_000, "N2": 60_000, "N3": 40_000}
    assert opens_restored(restored, {EntryId(1): Money(500, "EUR")}) == {
        1: Money(100_500, "EUR"),
        2: Money(60_000, "EUR"),
        3: Money(40_000, "EUR"),
    }
