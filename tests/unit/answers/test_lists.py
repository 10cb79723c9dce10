"""Who is overdue, how old everything is, what a run did, and the morning's news."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from collector_bot.answers.ageing import aged_ledger
from collector_bot.answers.check import check_ledger
from collector_bot.answers.digest import digest_of
from collector_bot.answers.items import open_items
from collector_bot.answers.mails import mail_detail, mails_for_person
from collector_bot.answers.outbox import letters_in
from collector_bot.answers.overdue import overdue_customers
from collector_bot.answers.promises import watched_promises
from collector_bot.answers.run import run_detail
from collector_bot.core.dunning import SkipReason
from collector_bot.core.ledger import AccountSide
from collector_bot.flows.decide import approve
from collector_bot.flows.letter import letter
from collector_bot.flows.promise import add_promise
from collector_bot.flows.run_dunning import run_dunning
from collector_bot.store import mails
from collector_bot.store.mails import Arrived
from tests.ledger import CLERK, MANAGER

TODAY = date(2026, 11, 30)
LATE = date(2026, 11, 1)


def three(books):
    for code, amount in (("A", 100_00), ("B", 300_00), ("C", 200_00)):
        books.account(code)
        books.invoice(code, f"F-{code}", amount, due_on=LATE)
    books.invoice("A", "F-GBP", 50_00, due_on=LATE, currency="GBP")
    books.invoice("A", "F-DUE", 999_00, due_on=date(2026, 12, 9))
    books.account("SUP", side=AccountSide.SUPPLIER)
    books.invoice("SUP", "S-1", 900_00, due_on=LATE)


def test_the_most_overdue_of_each_currency_come_first(books):
    three(books)
    with books.database.reading() as connection:
        found = overdue_customers(connection, today=TODAY, top=2).rows
    assert [(one.code, str(one.amount), one.items) for one in found] == [
        ("B", "300.00 EUR", 1),
        ("C", "200.00 EUR", 1),
        ("A", "50.00 GBP", 1),
    ]


def test_the_aged_ledger_adds_up_to_its_accounts(books):
    three(books)
    books.payment("B", "V-1", 40_00, on=TODAY)
    with books.database.reading() as connection:
        found = aged_ledger(connection, today=TODAY)
        owed = aged_ledger(connection, today=TODAY, side=AccountSide.SUPPLIER)
    euros, pounds = found.totals
    assert (euros.balance.minor, euros.past_due.minor) == (1559_00, 600_00)
    assert (pounds.balance.minor, pounds.currency) == (50_00, "GBP")
    assert [one.code for one in found.rows] == ["A", "A", "B", "C"]
    assert found.rows[2].oldest_due == LATE
    assert [one.code for one in owed.rows] == ["SUP"]
    assert owed.totals[0].balance.minor == 900_00


def test_open_items_carry_the_code_of_their_partial_lettering(books):
    account = books.account("ACME")
    books.invoice("ACME", "F-1", 100_00, due_on=LATE)
    books.payment("ACME", "V-1", 60_00, on=TODAY)
    made = letter(books.desk, "ACME", ["F-1", "V-1"], by=CLERK)
    assert made.suggestion_id is not None
    approve(books.desk, made.suggestion_id, by=MANAGER)
    with books.database.reading() as connection:
        (row,) = open_items(connection, account, today=TODAY).rows
    assert (row.item.piece, row.item.open.minor, row.code) == ("F-1", 40_00, "aa")


def test_a_run_is_told_with_its_skips(books):
    three(books)
    add_promise(books.desk, "B", on=date(2026, 12, 10), by=MANAGER)
    outcome = run_dunning(books.desk, by=MANAGER)
    with books.database.reading() as connection:
        found = run_detail(connection, outcome.run_id)
        assert run_detail(connection, 999) is None
    assert found.run.steps == 3
    assert [(one.reason, one.customers) for one in found.run.skips] == [
        (SkipReason.PROMISED, 1)
    ]
    assert [str(amount) for amount in found.run.asked] == ["300.00 EUR", "50.00 GBP"]
    assert found.failures == ()


def test_the_digest_counts_what_waits_and_what_is_broken(books):
    three(books)
    add_promise(books.desk, "A", on=TODAY, by=MANAGER, pieces=["F-A"])
    books.hands.at = datetime(2026, 11, 10, 8, tzinfo=UTC)
    add_promise(books.desk, "B", on=date(2026, 11, 20), by=MANAGER)
    books.hands.at = datetime(2026, 11, 30, 8, tzinfo=UTC)
    books.mailbox_read()
    run_dunning(books.desk, by=MANAGER)
    with books.database.reading() as connection:
        found = digest_of(
            connection,
            on=TODAY,
            since=datetime(2026, 11, 27, tzinfo=UTC),
            until=books.hands.at,
            grace_days=3,
            fresh_minutes=15,
        )
        later = digest_of(
            connection,
            on=TODAY,
            since=found.since,
            until=books.hands.at + timedelta(minutes=16),
            grace_days=3,
            fresh_minutes=15,
        )
        watched = watched_promises(connection, today=TODAY, grace_days=3)
    assert [one.code for one in found.due_today] == ["A"]
    assert [one.code for one in found.broken] == ["B"]
    assert (found.letters_sent, found.letters) == (0, {"pending": 3})
    assert found.mailbox_read_at == books.hands.at
    assert (found.mailbox_is_late, later.mailbox_is_late) == (False, True)
    assert len(watched) == 2


def test_a_mail_for_a_person_is_listed_and_shown_with_its_text(books):
    raw = (
        b"From: x@acme.example\r\nSubject: Hello\r\n"
        b"Content-Type: text/plain; charset=utf-8\r\n\r\nOn se rappelle.\r\n"
    )
    with books.database.writing() as connection:
        mail_id = mails.keep(
            connection,
            Arrived("INBOX", 1, 1, raw, len(raw), False, books.hands.at),
            now=books.hands.at,
        )
        mails.mark_read(
            connection,
            mail_id,
            state="read",
            account_id=None,
            needs_person="not_understood",
            told={
                "message_id": "<1@acme.example>",
                "sender": "x@acme.example",
                "subject": "Hello",
                "reading": {"findings": []},
            },
        )
    with books.database.reading() as connection:
        (line,) = mails_for_person(connection)
        found = mail_detail(connection, mail_id, today=TODAY, grace_days=3)
        assert mail_detail(connection, 99, today=TODAY, grace_days=3) is None
    assert (line.sender, line.needs_person) == ("x@acme.example", "not_understood")
    assert (found.text, found.account, found.promises) == ("On se rappelle.", None, ())


def test_letters_in_a_state_are_listed(books):
    three(books)
    run_dunning(books.desk, by=MANAGER)
    with books.database.reading() as connection:
        assert letters_in(connection) == ()
        waiting = letters_in(connection, ["pending"])
    assert [one.code for one in waiting] == ["A", "A", "B", "C"]


def test_a_ledger_somebody_altered_is_found_out(books):
    three(books)
    with books.database.reading() as connection:
        assert check_ledger(connection).sound
    with books.database.writing() as connection:
        connection.exec_driver_sql(
            "UPDATE open_item SET open_minor = 1 WHERE entry_id = 1"
        )
    with books.database.reading() as connection:
        found = check_ledger(connection)
    assert not found.sound
    assert found.miscounted == ((1, 1, 100_00),)
