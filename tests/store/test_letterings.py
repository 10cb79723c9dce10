"""Letterings: codes, partial groups that meet, undo, and open amounts that add up."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from collector_bot.core.lettering import part_of, plan_lettering
from collector_bot.core.money import Money
from collector_bot.store import letterings
from collector_bot.store.database import Database
from collector_bot.store.imported_letterings import (
    ImportedLettering,
    Origin,
    keep_imported,
)
from tests.files import copied
from tests.ledger import MONDAY, books_in
from tests.store.deeds import (
    account_id,
    codes,
    letter,
    miscounted,
    opens,
    posting,
    unletter,
)

DUE = date(2026, 11, 1)


@pytest.fixture
def acme(books):
    books.account("ACME")
    return books


def invoice(books, piece, minor, *, day=1):
    books.invoice("ACME", piece, minor, due_on=DUE.replace(day=day))


def pay(books, piece, minor):
    books.payment("ACME", piece, minor, on=DUE)


def letter_part(books, minor, *pieces):
    """Letter so much of each piece, less than what is open of it."""
    found = [item for item in opens(books, "ACME") if item.piece in pieces]
    parts = [part_of(item, minor) for item in found]
    by_id = {item.entry_id: item for item in found}
    with books.database.writing() as connection:
        return letterings.post(
            connection,
            plan_lettering(parts, by_id),
            items=by_id,
            posting=posting(books),
        )


def test_a_full_lettering_takes_the_next_code_in_capitals(acme):
    invoice(acme, "F-1", 100_00)
    pay(acme, "V-1", 100_00)
    invoice(acme, "F-2", 30_00)
    pay(acme, "V-2", 30_00)

    first = letter(acme, "ACME", "F-1", "V-1")
    second = letter(acme, "ACME", "F-2", "V-2")

    assert (first.code, first.balanced, first.amount) == (
        "AA",
        True,
        Money(100_00, "EUR"),
    )
    assert second.code == "AB"
    assert acme.open_of("ACME") == {}
    assert codes(acme, "ACME") == {"F-1": "AA", "V-1": "AA", "F-2": "AB", "V-2": "AB"}
    assert miscounted(acme) == []


def test_a_partial_lettering_stays_in_small_letters_until_it_balances(acme):
    invoice(acme, "F-1", 100_00)
    pay(acme, "V-1", 40_00)
    pay(acme, "V-2", 60_00)

    assert letter(acme, "ACME", "F-1", "V-1").code == "aa"
    assert acme.open_of("ACME") == {"F-1": 60_00, "V-2": 60_00}
    assert codes(acme, "ACME") == {"F-1": "aa", "V-1": "aa"}

    assert letter(acme, "ACME", "F-1", "V-2").code == "AA"
    assert acme.open_of("ACME") == {}
    assert codes(acme, "ACME") == {"F-1": "AA", "V-1": "AA", "V-2": "AA"}
    assert miscounted(acme) == []


def test_partial_letterings_that_meet_become_one_under_the_first_code(acme):
    invoice(acme, "F-1", 100_00, day=1)
    invoice(acme, "F-2", 100_00, day=2)
    pay(acme, "V-1", 40_00)
    pay(acme, "V-2", 40_00)
    pay(acme, "V-3", 110_00)
    assert letter(acme, "ACME", "F-1", "V-1").code == "aa"
    assert letter(acme, "ACME", "F-2", "V-2").code == "ab"

    assert letter(acme, "ACME", "F-1", "F-2", "V-3").code == "aa"

    assert acme.open_of("ACME") == {"F-2": 10_00}
    assert set(codes(acme, "ACME").values()) == {"aa"}


def test_a_merged_group_is_one_group_afterwards(acme):
    """What is lettered next with an entry of either half belongs to the whole."""
    invoice(acme, "F-1", 100_00, day=1)
    invoice(acme, "F-2", 100_00, day=2)
    for piece, minor in (
        ("V-1", 40_00),
        ("V-2", 40_00),
        ("V-3", 110_00),
        ("V-4", 10_00),
    ):
        pay(acme, piece, minor)
    letter(acme, "ACME", "F-1", "V-1")
    letter(acme, "ACME", "F-2", "V-2")
    letter(acme, "ACME", "F-1", "F-2", "V-3")

    balanced = letter(acme, "ACME", "F-2", "V-4")

    assert (balanced.code, balanced.balanced) == ("AA", True)
    assert set(codes(acme, "ACME").values()) == {"AA"}
    assert unletter(acme, "ACME", "AA").code == "AA"
    assert acme.open_of("ACME") == {
        "F-1": 100_00, "F-2": 100_00,
        "V-1": 40_00, "V-2": 40_00, "V-3": 110_00, "V-4": 10_00,
    }  # fmt: skip
    assert codes(acme, "ACME") == {}
    assert miscounted(acme) == []


def test_groups_merged_one_after_the_other_end_under_one_code(acme):
    for number in (1, 2, 3):
        invoice(acme, f"F-{number}", 100_00, day=number)
        pay(acme, f"V-{number}", 50_00)
    letter(acme, "ACME", "F-1", "V-1")
    letter(acme, "ACME", "F-2", "V-2")
    letter(acme, "ACME", "F-3", "V-3")
    pay(acme, "V-23", 60_00)
    assert letter(acme, "ACME", "F-2", "F-3", "V-23").code == "ab"
    pay(acme, "V-12", 60_00)
    assert letter(acme, "ACME", "F-1", "F-3", "V-12").code == "aa"

    assert set(codes(acme, "ACME").values()) == {"aa"}
    assert acme.open_of("ACME") == {"F-3": 30_00}
    pay(acme, "V-4", 30_00)
    assert letter(acme, "ACME", "F-3", "V-4").code == "AA"
    assert set(codes(acme, "ACME").values()) == {"AA"}
    unletter(acme, "ACME", "AA")
    assert codes(acme, "ACME") == {}
    assert miscounted(acme) == []


def test_an_entry_of_a_merged_group_brings_the_whole_group_along(acme):
    for number in (1, 2):
        invoice(acme, f"F-{number}", 100_00, day=number)
        pay(acme, f"V-{number}", 100_00)
        assert letter_part(acme, 30_00, f"F-{number}", f"V-{number}").code == (
            f"a{'ab'[number - 1]}"
        )
    pay(acme, "V-3", 140_00)
    assert letter(acme, "ACME", "F-1", "F-2", "V-3").code == "aa"
    invoice(acme, "F-3", 70_00)

    assert letter(acme, "ACME", "F-3", "V-2").code == "aa"

    assert set(codes(acme, "ACME").values()) == {"aa"}
    assert acme.open_of("ACME") == {"V-1": 70_00}


def test_undo_restores_what_was_open_and_leaves_both_acts(acme):
    invoice(acme, "F-1", 100_00)
    pay(acme, "V-1", 70_00)
    before = opens(acme, "ACME")
    letter(acme, "ACME", "F-1", "V-1")

    undone = unletter(acme, "ACME", "aa")

    assert undone.code == "aa"
    assert [(part.piece, part.amount.minor) for part in undone.parts] == [
        ("F-1", 70_00),
        ("V-1", 70_00),
    ]
    assert opens(acme, "ACME") == before
    with acme.database.reading() as connection:
        lines = connection.execute(
            text(
                "SELECT amount_minor FROM lettering_line ORDER BY lettering_id, entry_id"
            )
        )
        assert [row[0] for row in lines] == [70_00, 70_00, -70_00, -70_00]


def test_a_code_undone_is_not_given_again(acme):
    invoice(acme, "F-1", 100_00)
    pay(acme, "V-1", 100_00)
    letter(acme, "ACME", "F-1", "V-1")
    unletter(acme, "ACME", "AA")

    assert letter(acme, "ACME", "F-1", "V-1").code == "AB"
    assert codes(acme, "ACME") == {"F-1": "AB", "V-1": "AB"}


def test_nothing_is_undone_twice(acme):
    invoice(acme, "F-1", 100_00)
    pay(acme, "V-1", 100_00)
    letter(acme, "ACME", "F-1", "V-1")
    with acme.database.reading() as connection:
        group = letterings.find_group(connection, account_id(acme, "ACME"), "AA")
    unletter(acme, "ACME", "AA")

    with (
        pytest.raises(ValueError, match="nothing to undo"),
        acme.database.writing() as connection,
    ):
        letterings.undo(connection, group[0], posting=posting(acme))


@pytest.mark.parametrize(
    ("typed", "found"),
    [("aa", "aa"), ("AA", "aa"), ("aA", "aa"), ("ab", None), ("", None)],
)
def test_a_code_is_found_whatever_its_capitals(acme, typed, found):
    invoice(acme, "F-1", 100_00)
    pay(acme, "V-1", 40_00)
    letter(acme, "ACME", "F-1", "V-1")

    with acme.database.reading() as connection:
        group = letterings.find_group(connection, account_id(acme, "ACME"), typed)

    assert (group[1] if group else None) == found


def test_codes_are_of_one_account(acme):
    acme.account("BIS")
    acme.invoice("BIS", "F-1", 5_00, due_on=DUE)
    acme.payment("BIS", "V-1", 5_00, on=DUE)
    invoice(acme, "F-1", 100_00)
    pay(acme, "V-1", 100_00)

    assert letter(acme, "BIS", "F-1", "V-1").code == "AA"
    assert letter(acme, "ACME", "F-1", "V-1").code == "AA"
    assert codes(acme, "BIS") == {"F-1": "AA", "V-1": "AA"}


def bring_letterings(books, *told, source="fec:2026"):
    """Keep the codes of an imported file: (code, pieces)."""
    known = {item.piece: int(item.entry_id) for item in opens(books, "ACME")}
    with books.database.writing() as connection:
        return keep_imported(
            connection,
            [
                ImportedLettering(
                    account_id(books, "ACME"),
                    code,
                    "EUR",
                    lettered_day=DUE.toordinal(),
                    entry_ids=[known[piece] for piece in pieces if piece in known],
                )
                for code, pieces in told
            ],
            origin=Origin(source, "import", MONDAY),
        )


def test_codes_that_came_with_a_file_are_kept_and_ours_go_on_after_them(acme):
    for number in (1, 2):
        invoice(acme, f"F-{number}", 100_00)
        pay(acme, f"V-{number}", 100_00)
    assert bring_letterings(acme, ("AC", ["F-1", "V-1"])) == 1

    assert letter(acme, "ACME", "F-2", "V-2").code == "AD"
    assert codes(acme, "ACME") == {"F-1": "AC", "V-1": "AC", "F-2": "AD", "V-2": "AD"}
    assert bring_letterings(acme, ("AC", ["F-1", "V-1"])) == 0


def test_partial_codes_of_two_files_stay_apart(acme):
    for number in (1, 2):
        invoice(acme, f"F-{number}", 100_00, day=number)
        pay(acme, f"V-{number}", 40_00)
    bring_letterings(acme, ("aa", ["F-1", "V-1"]), source="fec:2025")
    bring_letterings(acme, ("aa", ["F-2", "V-2"]), source="fec:2026")
    pay(acme, "V-3", 60_00)

    posted = letter(acme, "ACME", "F-2", "V-3")

    assert (posted.code, posted.balanced) == ("AA", True)
    assert codes(acme, "ACME") == {
        "F-1": "aa", "V-1": "aa", "F-2": "AA", "V-2": "AA", "V-3": "AA"
    }  # fmt: skip
    assert acme.open_of("ACME") == {"F-1": 60_00}


def test_codes_no_series_gives_stay_apart(acme):
    for number in (1, 2):
        invoice(acme, f"F-{number}", 100_00, day=number)
        pay(acme, f"V-{number}", 40_00)
    bring_letterings(acme, ("paypal", ["F-1", "V-1"]), ("stripe", ["F-2", "V-2"]))
    pay(acme, "V-3", 60_00)

    assert letter(acme, "ACME", "F-2", "V-3").code == "STRIPE"
    assert codes(acme, "ACME")["F-1"] == "paypal"


AMOUNTS = st.sampled_from([20_00, 50_00, 60_00, 100_00])
ACTS = st.lists(
    st.tuples(
        st.sampled_from(["letter", "letter", "part", "part", "undo"]),
        st.sets(st.integers(0, 3), min_size=1, max_size=2),
        st.sets(st.integers(0, 3), min_size=1, max_size=2),
    ),
    max_size=8,
)


@settings(max_examples=40)
@given(
    debits=st.lists(AMOUNTS, min_size=4, max_size=4),
    credits_=st.lists(AMOUNTS, min_size=4, max_size=4),
    acts=ACTS,
)
def test_whatever_is_lettered_and_undone_the_open_amounts_add_up(
    sqlite_template, debits, credits_, acts
):
    with copied(sqlite_template) as url:
        database = Database(url)
        books = books_in(database)
        _prepare(books, debits, credits_)
        total = sum(books.open_of("ACME").values())
        for verb, some_debits, some_credits in acts:
            pieces = [
                *(f"F-{n}" for n in some_debits),
                *(f"V-{n}" for n in some_credits),
            ]
            if verb == "undo":
                _undo_one(books)
            else:
                _letter_if_open(books, pieces, whole=verb == "letter")
            _one_code_a_group(books)
            assert miscounted(books) == []
        while _undo_one(books):
            pass

        assert sum(books.open_of("ACME").values()) == total
        assert codes(books, "ACME") == {}
        assert miscounted(books) == []
        database.close()


def _prepare(books, debits, credits_):
    books.account("ACME")
    for number, minor in enumerate(debits):
        invoice(books, f"F-{number}", minor, day=number + 1)
    for number, minor in enumerate(credits_):
        pay(books, f"V-{number}", minor)


def _letter_if_open(books, pieces, *, whole):
    found = [item for item in opens(books, "ACME") if item.piece in pieces]
    debits = [item for item in found if item.is_debit]
    credits_ = [item for item in found if not item.is_debit]
    if not debits or not credits_:
        return
    if whole:
        letter(books, "ACME", *pieces)
        return
    least = min(debits[0].open.minor, credits_[0].open.minor)
    letter_part(books, (least + 1) // 2, debits[0].piece, credits_[0].piece)


def _undo_one(books):
    live = sorted(set(codes(books, "ACME").values()))
    if live:
        unletter(books, "ACME", live[0])
    return bool(live)


def _one_code_a_group(books):
    """A code in capitals has nothing open among its entries, one in small letters has."""
    left = set(books.open_of("ACME"))
    by_code = {}
    for piece, code in codes(books, "ACME").items():
        by_code.setdefault(code, set()).add(piece)
    for code, pieces in by_code.items():
        assert bool(pieces & left) == code.islower(), (code, pieces, left)
    assert len({code.upper() for code in by_code}) == len(by_code)


def test_a_part_may_be_less_than_what_is_open(acme):
    invoice(acme, "F-1", 100_00)
    pay(acme, "V-1", 100_00)
    ids = [item.entry_id for item in opens(acme, "ACME")]
    letter_part(acme, 30_00, "F-1", "V-1")

    assert acme.open_of("ACME") == {"F-1": 70_00, "V-1": 70_00}
    assert miscounted(acme) == []
    with acme.database.reading() as connection:
        assert letterings.was_undone(connection, ids) is False
    unletter(acme, "ACME", "aa")
    with acme.database.reading() as connection:
        assert letterings.was_undone(connection, ids) is True


def test_a_wrong_open_amount_is_said(acme):
    invoice(acme, "F-1", 100_00)
    with acme.database.writing() as connection:
        connection.execute(text("UPDATE open_item SET open_minor = 99"))

    assert miscounted(acme) == [(1, 99, 100_00)]
