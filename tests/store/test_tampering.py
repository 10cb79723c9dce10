"""Rows changed by SQL, not by the product: each is named, and nothing else is."""

import pytest
from sqlalchemy import text

from collector_bot.answers.check import check_ledger
from collector_bot.flows.decide import approve, reject
from collector_bot.flows.hold import (
    close_dispute,
    open_dispute,
    place_hold,
    release_hold,
)
from collector_bot.flows.letter import letter, unletter
from collector_bot.flows.promise import accept_promise, add_promise
from collector_bot.flows.run_dunning import run_dunning
from collector_bot.flows.suggest import suggest_account
from collector_bot.store import accounts, journal
from collector_bot.store.append_only import APPEND_ONLY
from collector_bot.store.imported_letterings import (
    ImportedLettering,
    Origin,
    keep_imported,
)
from collector_bot.store.tampering import tampered
from tests.ledger import CLERK, MANAGER, MONDAY, SECOND_MANAGER, Books
from tests.store.deeds import account_id, opens

TODAY = MONDAY.date()


@pytest.fixture
def lived(books: Books) -> Books:
    """Books in which everything happened that is sealed, some of it twice."""
    for code in ("ACME", "BETA"):
        books.account(code)
        for number in (1, 2, 3):
            books.invoice(code, f"{code}-{number}", 100_00, due_on=TODAY)
            books.payment(code, f"V-{code}-{number}", 100_00, on=TODAY)
    desk = books.desk
    first = letter(desk, "ACME", ["ACME-1", "V-ACME-1"], by=CLERK)
    second = letter(desk, "ACME", ["ACME-2", "V-ACME-2"], by=CLERK)
    approve(desk, first.suggestion_id, by=MANAGER)
    reject(desk, second.suggestion_id, by=MANAGER, reason="no")
    unletter(desk, "ACME", "AA", by=MANAGER)
    add_promise(desk, "ACME", on=TODAY, by=MANAGER, pieces=["ACME-1"])
    accept_promise(
        desk, add_promise(desk, "ACME", on=TODAY, by=CLERK), by=SECOND_MANAGER
    )
    place_hold(desk, "ACME", by=CLERK)
    release_hold(desk, place_hold(desk, "ACME", by=CLERK, piece="ACME-3"), by=CLERK)
    open_dispute(desk, "ACME", by=CLERK, pieces=["ACME-2"])
    closed = open_dispute(desk, "ACME", by=CLERK, pieces=["ACME-3"])
    close_dispute(desk, closed, by=CLERK)
    _bring_letterings(books)
    return books


def _bring_letterings(books: Books) -> None:
    """Letter BETA's pairs as a file says: two in one import, the third in another."""
    ids = {item.piece: item.entry_id for item in opens(books, "BETA")}
    with books.database.writing() as connection:
        for codes in ((1, 2), (3,)):
            brought = [
                ImportedLettering(
                    account_id(books, "BETA"),
                    f"A{number}",
                    "EUR",
                    entry_ids=[ids[f"BETA-{number}"], ids[f"V-BETA-{number}"]],
                )
                for number in codes
            ]
            keep_imported(connection, brought, origin=Origin("fec:2026", CLERK, MONDAY))


def found(books: Books, *, share: int = 16_000_000) -> list[tuple[str, str]]:
    with books.database.reading() as connection:
        return sorted(
            (one.subject, one.how) for one in tampered(connection, share=share)
        )


def by_sql(books: Books, *statements: str) -> None:
    """Do what somebody who owns the database can do."""
    with books.database.writing() as connection:
        for table in APPEND_ONLY:
            if connection.dialect.name == "postgresql":
                connection.execute(text(f"DROP TRIGGER {table}_append_only ON {table}"))
            else:
                connection.execute(text(f"DROP TRIGGER {table}_no_update"))
                connection.execute(text(f"DROP TRIGGER {table}_no_delete"))
        for statement in statements:
            connection.execute(text(statement))


def test_books_only_the_product_wrote_are_whole(lived):
    assert found(lived) == []
    assert found(lived, share=400) == []
    with lived.database.reading() as connection:
        assert check_ledger(connection).sound


_LETTERING = (
    "INSERT INTO lettering (id, group_id, account_id, currency, made_at, made_on, "
    "made_by, origin, difference_minor) SELECT 99, group_id, account_id, currency, "
    "made_at, made_on, made_by, '{origin}', 0 FROM lettering WHERE id = 1"
)


@pytest.mark.parametrize(
    ("statements", "named"),
    [
        pytest.param(*case, id=case[0][0][:60])
        for case in (
            (["UPDATE contact SET email = 'thief@acme.test' WHERE account_id = 1"],
             [("contacts:1", "altered")]),
            (["UPDATE contact SET bounced_at = '2026-11-30 08:00:00+00:00' "
              "WHERE account_id = 2"], [("contacts:2", "altered")]),
            (["INSERT INTO contact (account_id, email, domain, language, role, position)"
              " VALUES (1, 'a@acme.test', 'acme.test', 'fr', 'billing', 9)"],
             [("contacts:1", "altered")]),
            (["DELETE FROM contact WHERE account_id = 1"],
             [("contacts:1", "removed")]),
            (["UPDATE promise SET promised_on = '2027-11-30' WHERE id = 1"],
             [("promise:1", "altered")]),
            (["UPDATE promise SET state = 'cancelled' WHERE id = 2"],
             [("promise:2", "altered")]),
            (["DELETE FROM promise_item WHERE promise_id = 1"],
             [("promise:1", "altered")]),
            (["DELETE FROM promise_item WHERE promise_id = 2",
              "DELETE FROM promise WHERE id = 2"], [("promise:2", "removed")]),
            (["INSERT INTO promise (id, account_id, currency, promised_on, made_on, "
              "state, entered_by, cause_key, why_proposed, baseline_minor) SELECT 9, "
              "account_id, currency, promised_on, made_on, state, entered_by, 'x', '', "
              "1 FROM promise WHERE id = 1"], [("promise:9", "added")]),
            (["UPDATE dispute SET closed_at = NULL, closed_by = NULL WHERE id = 2"],
             [("dispute:2", "altered")]),
            (["UPDATE dispute_item SET entry_id = 1 WHERE dispute_id = 1"],
             [("dispute:1", "altered")]),
            (["DELETE FROM dispute_item WHERE dispute_id = 1",
              "DELETE FROM dispute WHERE id = 1"], [("dispute:1", "removed")]),
            (["INSERT INTO dispute (id, account_id, reason, opened_at, opened_by, "
              "cause_key) SELECT 9, account_id, reason, opened_at, opened_by, 'x' "
              "FROM dispute WHERE id = 1"], [("dispute:9", "added")]),
            (["UPDATE hold SET until_on = '2020-01-01' WHERE id = 1"],
             [("hold:1", "altered")]),
            (["UPDATE hold SET released_at = NULL WHERE id = 2"],
             [("hold:2", "altered")]),
            (["DELETE FROM hold WHERE id = 1"], [("hold:1", "removed")]),
            (["INSERT INTO hold (id, account_id, reason, placed_at, placed_by, "
              "cause_key) SELECT 9, account_id, reason, placed_at, placed_by, 'x' "
              "FROM hold WHERE id = 1"], [("hold:9", "added")]),
            (["UPDATE decision SET verdict = 'approved' "
              "WHERE subject = 'suggestion:2'"],
             [("decision:suggestion:2", "altered")]),
            (["UPDATE decision SET decided_by = 'U0MANAGER02' "
              "WHERE subject = 'suggestion:1'"],
             [("decision:suggestion:1", "altered")]),
            (["DELETE FROM decision WHERE subject = 'suggestion:1'"],
             [("decision:suggestion:1", "removed")]),
            (["INSERT INTO decision (id, subject, verdict, digest, decided_at, "
              "decided_by, reason) SELECT 9, 'letter:7', verdict, digest, decided_at, "
              "decided_by, '' FROM decision WHERE subject = 'suggestion:1'"],
             [("decision:letter:7", "added")]),
            (["UPDATE lettering SET made_by = 'U0MANAGER02' WHERE id = 1"],
             [("lettering:1", "altered")]),
            (["UPDATE lettering SET origin = 'imported' WHERE id = 1"],
             [("imported:1", "added"), ("lettering:1", "removed")]),
            (["UPDATE lettering_line SET amount_minor = 1 WHERE lettering_id = 2 "
              "AND entry_id = 1"], [("lettering:2", "altered")]),
            (["UPDATE lettering_group SET code = 'ZZ' WHERE code = 'AA'"],
             [("lettering:1", "altered"), ("lettering:2", "altered")]),
            (["DELETE FROM lettering_line WHERE lettering_id = 2",
              "DELETE FROM lettering WHERE id = 2"], [("lettering:2", "removed")]),
            ([_LETTERING.format(origin="manual")], [("lettering:99", "added")]),
            ([_LETTERING.format(origin="imported")], [("imported:99", "added")]),
            (["UPDATE lettering_line SET amount_minor = 1 WHERE lettering_id = 4"],
             [("imported:3-4", "altered")]),
            (["DELETE FROM lettering_line WHERE lettering_id = 5",
              "DELETE FROM lettering WHERE id = 5"], [("imported:5-5", "removed")]),
            (["UPDATE import_batch SET file_name = 'other.csv' WHERE id = 3"],
             [("import:3", "altered")]),
            (["DELETE FROM import_batch WHERE id = 3"], [("import:3", "removed")]),
            (["INSERT INTO import_batch (id, source, file_name, imported_at, entries, "
              "first_entry_id, last_entry_id, digest) SELECT 99, source, file_name, "
              "imported_at, 0, 99, 98, digest FROM import_batch WHERE id = 1"],
             [("import:99", "added")]),
        )
    ],
)  # fmt: skip
@pytest.mark.parametrize("share", [16_000_000, 400], ids=["at once", "in shares"])
def test_what_sql_did_is_named_and_nothing_else(lived, statements, named, share):
    by_sql(lived, *statements)

    assert found(lived, share=share) == named


def test_a_row_set_back_to_what_it_was_before_is_altered(lived):
    desk = lived.desk
    with lived.database.reading() as connection:
        before = connection.execute(text("SELECT * FROM hold WHERE id = 1")).one()
    assert before.released_at is None
    release_hold(desk, 1, by=CLERK)
    assert found(lived) == []

    by_sql(lived, "UPDATE hold SET released_at = NULL, released_by = NULL")

    assert ("hold:1", "altered") in found(lived)


def test_what_a_letter_and_a_bounce_change_is_sealed_as_well(books):
    books.account("ACME")
    books.invoice("ACME", "F-1", 1000_00, due_on=TODAY)
    run_dunning(books.desk, by=MANAGER)
    books.hands.forward(days=40)
    with books.database.writing() as connection:
        accounts.mark_bounced(connection, "accounts@acme.example", at=MONDAY)
        accounts.keep(
            connection,
            [accounts.Draft("ACME", emails=("new@acme.example",))],
            by=CLERK,
            at=MONDAY,
        )

    assert found(books) == []


def test_an_entry_slipped_in_beside_the_imports_is_named(lived):
    by_sql(
        lived,
        "INSERT INTO entry SELECT 999, account_id, side, kind, 'X', dated_day, due_day,"
        " amount_minor, currency, label, source, 999, content_key FROM entry "
        "WHERE id = 1",
        "INSERT INTO open_item SELECT 999, account_id, currency, side, due_day, 100, "
        "'x' FROM open_item WHERE entry_id = 1",
    )

    with lived.database.reading() as connection:
        told = check_ledger(connection)
    assert told.altered_imports == ("entries of no import (1)",)
    assert not told.sound


def test_rows_are_not_compared_with_a_journal_that_was_altered(lived):
    by_sql(
        lived,
        "UPDATE journal SET payload = 'no json: \"sealed\": ' WHERE seq = 1",
        "UPDATE hold SET reason = 'x'",
    )

    with lived.database.reading() as connection:
        told = check_ledger(connection)
    assert (told.altered_acts, told.tampered) == ((1,), ())


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (["DELETE FROM journal WHERE seq > {count} - 2"], [-1]),
        (["DELETE FROM journal"], [1]),
        (["DELETE FROM journal_head"], [1]),
        (["UPDATE journal_head SET count = count - 1"], [0]),
        (["UPDATE journal_head SET hash = 'forged'"], [0]),
    ],
)
def test_rows_cut_off_the_journal_are_missed(lived, change, named):
    with lived.database.reading() as connection:
        count = journal.head(connection).count

    by_sql(lived, *(one.format(count=count) for one in change))

    with lived.database.reading() as connection:
        missed = list(journal.altered(connection))
    assert missed == [one if one > 0 else count + one for one in named]


def test_rows_cut_off_stay_missed_when_others_follow(lived):
    with lived.database.reading() as connection:
        count = journal.head(connection).count
    by_sql(lived, f"DELETE FROM journal WHERE seq = {count}")

    place_hold(lived.desk, "BETA", by=CLERK)

    with lived.database.reading() as connection:
        assert list(journal.altered(connection)) == [count + 1]


def test_a_journal_rewritten_whole_is_told_by_the_head_somebody_noted(books):
    for _ in range(3):
        place_hold(books.desk, books.account("ACME").code, by=CLERK)
    with books.database.reading() as connection:
        noted = journal.head(connection)
    by_sql(books, "DELETE FROM journal", "DELETE FROM journal_head", "DELETE FROM hold")
    with books.database.writing() as connection:
        for number in range(noted.count):
            act = journal.Act(CLERK, "a.b", f"c:{number}", {})
            journal.record(connection, act, at=MONDAY)

    with books.database.reading() as connection:
        assert list(journal.altered(connection)) == []
        assert journal.hash_at(connection, noted.count) != noted.hash


def test_a_transaction_that_fails_tells_the_journal_nothing(books):
    books.account("ACME")
    with books.database.reading() as connection:
        before = journal.head(connection)

    def fail_halfway():
        with books.database.writing() as connection:
            act = journal.Act(CLERK, "a.b", "c:1", {})
            journal.record(connection, act, at=MONDAY)
            connection.execute(text("DELETE FROM nothing_of_the_kind"))

    with pytest.raises(Exception, match="nothing_of_the_kind"):
        fail_halfway()

    with books.database.writing():
        pass
    with books.database.reading() as connection:
        assert journal.head(connection) == before


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE correction_line SET account = '512' WHERE number = 2",
        "UPDATE correction SET made_by = 'U0NOBODY000'",
    ],
)
def test_a_correction_that_was_changed_is_named(books, statement):
    books.account("ACME")
    books.invoice("ACME", "FA-1001", 1000_00, due_on=TODAY)
    books.payment("ACME", "V-1", 980_00, on=TODAY, label="VIR FA-1001")
    number = suggest_account(books.desk, account_id(books, "ACME"))[0]
    approve(books.desk, number, by=MANAGER)
    assert found(books) == []

    by_sql(books, statement)

    assert found(books) == [("correction:1", "altered")]
