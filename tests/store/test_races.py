"""Many people, many processes, one answer: nothing happens twice, nothing is lost."""

import multiprocessing
from dataclasses import replace
from datetime import timedelta
from threading import Barrier, Thread

import pytest
from sqlalchemy import text

from collector_bot.core.refusals import (
    AlreadyDecidedError,
    FourEyesError,
    OvertakenError,
    UnknownPieceError,
)
from collector_bot.flows.approve_letter import approve_letter
from collector_bot.flows.decide import Approval, approve
from collector_bot.flows.letter import letter
from collector_bot.flows.suggest import suggest_account
from collector_bot.flows.take import take
from collector_bot.store import decisions, journal, outbox
from collector_bot.store.cards import Taken
from collector_bot.store.database import Database
from collector_bot.store.outbox import Message
from tests.ledger import CLERK, MANAGER, MONDAY, SECOND_MANAGER
from tests.store.deeds import account_id, miscounted

DUE = MONDAY.date() - timedelta(days=30)


def at_once(count, deed):
    """Do a deed in so many threads at one moment; return what came of each."""
    together, outcomes = Barrier(count), []

    def run(number):
        together.wait()
        try:
            outcomes.append(deed(number))
        except Exception as problem:  # noqa: BLE001 - every outcome is looked at
            outcomes.append(problem)

    threads = [Thread(target=run, args=(number,)) for number in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return outcomes


@pytest.fixture
def acme(books):
    books.account("ACME")
    books.invoice("ACME", "F-1", 100_00, due_on=DUE)
    books.payment("ACME", "V-1", 100_00, on=DUE)
    return books


@pytest.fixture
def desks(acme, database_url):
    """Desks that share no lock: as if each stood in a process of its own."""
    made = [replace(acme.desk, database=Database(database_url)) for _ in range(10)]
    yield made
    for desk in made:
        desk.database.close()


def letterings(books):
    with books.database.reading() as connection:
        return connection.scalar(text("SELECT count(*) FROM lettering"))


def outcomes_of_one(outcomes):
    """Return the one outcome that is no refusal; all others are the same refusal."""
    (won,) = [one for one in outcomes if not isinstance(one, Exception)]
    lost = [one for one in outcomes if isinstance(one, Exception)]
    assert {type(one) for one in lost} == {AlreadyDecidedError}, lost
    return won


def test_twenty_people_approve_one_suggestion_and_one_lettering_is_posted(acme):
    (suggestion,) = suggest_account(acme.desk, account_id(acme, "ACME"))

    outcomes = at_once(20, lambda _: approve(acme.desk, suggestion, by=MANAGER))

    assert outcomes_of_one(outcomes).posted.code == "AA"
    assert letterings(acme) == 1
    assert acme.open_of("ACME") == {}
    assert miscounted(acme) == []


def test_ten_processes_do_no_worse(acme, desks):
    (suggestion,) = suggest_account(acme.desk, account_id(acme, "ACME"))

    outcomes = at_once(
        10, lambda number: approve(desks[number], suggestion, by=MANAGER)
    )

    assert outcomes_of_one(outcomes).posted.code == "AA"
    assert letterings(acme) == 1


def test_who_entered_a_lettering_never_approves_it_even_among_many(acme):
    entered = letter(acme.desk, "ACME", ["F-1", "V-1"], by=MANAGER)
    people = [MANAGER, SECOND_MANAGER]

    outcomes = at_once(
        20, lambda n: approve(acme.desk, entered.suggestion_id, by=people[n % 2])
    )

    refused = [one for one in outcomes if isinstance(one, FourEyesError)]
    assert len([one for one in outcomes if not isinstance(one, Exception)]) == 1
    assert all(isinstance(one, (FourEyesError, AlreadyDecidedError)) for one in outcomes
               if isinstance(one, Exception))  # fmt: skip
    with acme.database.reading() as connection:
        told = decisions.decision_on(connection, f"suggestion:{entered.suggestion_id}")
    assert told.by == SECOND_MANAGER
    assert len(refused) <= 10


def test_two_payments_of_one_invoice_are_not_both_lettered(acme, desks):
    acme.payment("ACME", "V-2", 100_00, on=DUE)
    entered = [
        letter(acme.desk, "ACME", ["F-1", payment], by=CLERK).suggestion_id
        for payment in ("V-1", "V-2")
    ]

    outcomes = at_once(2, lambda n: approve(desks[n], entered[n], by=MANAGER))

    (lost,) = [one for one in outcomes if not isinstance(one, Approval)]
    assert isinstance(lost, OvertakenError), lost
    assert letterings(acme) == 1
    assert list(acme.open_of("ACME").values()) == [100_00]
    assert miscounted(acme) == []


def test_people_who_letter_the_same_pieces_at_once_make_one_lettering(acme, desks):
    policy = replace(acme.desk.policy, four_eyes=False)
    free = [replace(desk, policy=policy) for desk in desks]

    outcomes = at_once(10, lambda n: letter(free[n], "ACME", ["F-1", "V-1"], by=CLERK))

    (won,) = [one for one in outcomes if not isinstance(one, Exception)]
    lost = [one for one in outcomes if isinstance(one, Exception)]
    assert won.code == "AA"
    assert {type(one) for one in lost} == {UnknownPieceError}, lost
    assert letterings(acme) == 1
    assert miscounted(acme) == []


def test_a_letter_is_approved_once(acme):
    with acme.database.writing() as connection:
        waiting = outbox.enqueue(
            connection,
            Message("letter:a", "mail", "letter", state="awaiting_approval", digest="d",
                    account_id=account_id(acme, "ACME")),
            at=MONDAY,
        )  # fmt: skip

    outcomes = at_once(10, lambda _: approve_letter(acme.desk, waiting, by=MANAGER))

    assert outcomes_of_one(outcomes) is None


def test_what_slack_delivers_twice_at_once_is_taken_once(acme):
    taken = at_once(
        10, lambda _: take(acme.desk, Taken("event:Ev01", "event", MANAGER, "{}"))
    )

    assert sorted(taken) == [False] * 9 + [True]


def test_the_journal_stays_one_chain_whoever_writes(database, database_url):
    databases = [Database(database_url) for _ in range(4)]

    def record(number):
        for turn in range(10):
            with databases[number].writing() as connection:
                act = journal.Act(MANAGER, "a.b", f"c:{number}:{turn}", {})
                journal.record(connection, act, at=MONDAY)

    assert at_once(4, record) == [None] * 4
    with database.reading() as connection:
        assert connection.scalar(text("SELECT count(*) FROM journal")) == 40
        assert list(journal.altered(connection)) == []
    for one in databases:
        one.close()


def _enter(url, name, count):
    """Read and then write, again and again, as another process."""
    database = Database(url)
    for number in range(count):
        with database.writing() as connection:
            seen = connection.scalar(text("SELECT coalesce(max(seq), 0) FROM journal"))
            act = journal.Act(name, "a.b", f"seen:{seen}", {"number": number})
            journal.record(connection, act, at=MONDAY)
    database.close()


def test_two_processes_writing_one_file_lose_nothing(sqlite_url):
    context = multiprocessing.get_context("spawn")
    writers = [
        context.Process(target=_enter, args=(sqlite_url, name, 60))
        for name in ("one", "two")
    ]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(60)

    assert [writer.exitcode for writer in writers] == [0, 0]
    database = Database(sqlite_url)
    with database.reading() as connection:
        rows = connection.execute(
            text("SELECT seq, actor, subject FROM journal ORDER BY seq")
        )
        told = [tuple(row) for row in rows]
        assert list(journal.altered(connection)) == []
    database.close()
    assert [seq for seq, _, _ in told] == list(range(1, 121))
    assert sorted(actor for _, actor, _ in told) == ["one"] * 60 + ["two"] * 60
    assert all(subject == f"seen:{seq - 1}" for seq, _, subject in told)
