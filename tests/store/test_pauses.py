"""Promises, disputes and holds: recorded once, ended by payment, person or day."""

from datetime import timedelta

import pytest

from collector_bot.core.holds import PromiseState, PromiseStatus, PromiseToPay
from collector_bot.core.money import Money
from collector_bot.store import disputes, promises
from collector_bot.store.disputes import Cause
from tests.ledger import CLERK, MANAGER, MONDAY
from tests.store.deeds import account_id, letter, opens, unletter

TODAY = MONDAY.date()
FRIDAY = TODAY + timedelta(days=4)
GRACE = 3


@pytest.fixture
def acme(books):
    books.account("ACME")
    books.invoice("ACME", "F-1", 100_00, due_on=TODAY - timedelta(days=20))
    books.invoice("ACME", "F-2", 50_00, due_on=TODAY - timedelta(days=10))
    return books


def promise(
    books,
    *pieces,
    on=FRIDAY,
    amount=None,
    cause="mail:1:1",
    state=PromiseState.ACCEPTED,
):
    about = [item for item in opens(books, "ACME") if item.piece in pieces]
    total = Money(sum(item.open.minor for item in about), "EUR")
    told = PromiseToPay(
        id=0,
        account_id=account_id(books, "ACME"),
        promised_on=on,
        made_on=TODAY,
        amount=Money(amount, "EUR") if amount else None,
        baseline=total,
        open_now=total,
        state=state,
        entered_by="mail",
        entry_ids=tuple(item.entry_id for item in about),
        mail_id=1,
    )
    with books.database.writing() as connection:
        return promises.add(
            connection, promise=told, items=about, cause_key=cause, at=MONDAY
        )


def status(books, promise_id, *, days=0):
    with books.database.reading() as connection:
        kept = promises.get(connection, promise_id)
    return kept.status(TODAY + timedelta(days=days), grace_days=GRACE)


def pay(books, minor, *pieces):
    books.payment("ACME", "V-1", minor, on=TODAY)
    return letter(books, "ACME", "V-1", *pieces)


def test_a_promise_is_recorded_once_for_its_cause(acme):
    made = promise(acme, "F-1")

    assert promise(acme, "F-1") is None
    assert promise(acme, "F-1", cause="mail:1:2") == made + 1


def test_a_promise_is_open_until_its_day_and_grace_are_over(acme):
    made = promise(acme, "F-1")

    assert status(acme, made, days=4 + GRACE) is PromiseStatus.OPEN
    assert status(acme, made, days=4 + GRACE + 1) is PromiseStatus.BROKEN


def test_a_promise_is_kept_by_what_is_lettered_and_open_again_when_that_is_undone(acme):
    made = promise(acme, "F-1", "F-2")
    pay(acme, 150_00, "F-1", "F-2")
    assert status(acme, made, days=30) is PromiseStatus.KEPT

    unletter(acme, "ACME", "AA")

    assert status(acme, made) is PromiseStatus.OPEN
    assert status(acme, made, days=30) is PromiseStatus.BROKEN


@pytest.mark.parametrize(
    ("paid", "became"), [(59_99, PromiseStatus.BROKEN), (60_00, PromiseStatus.KEPT)]
)
def test_the_promised_amount_keeps_it_even_when_more_is_open(acme, paid, became):
    made = promise(acme, "F-1", amount=60_00)

    pay(acme, paid, "F-1")

    assert status(acme, made, days=30) is became


def test_more_than_everything_is_kept_by_everything(acme):
    made = promise(acme, "F-1", amount=500_00)

    pay(acme, 100_00, "F-1")

    assert status(acme, made, days=30) is PromiseStatus.KEPT


def test_a_payment_of_other_items_keeps_no_promise(acme):
    made = promise(acme, "F-1")

    pay(acme, 50_00, "F-2")

    assert status(acme, made, days=30) is PromiseStatus.BROKEN


@pytest.mark.parametrize(
    ("first", "then", "allowed"),
    [
        (PromiseState.ACCEPTED, PromiseState.REJECTED, False),
        (PromiseState.ACCEPTED, PromiseState.CANCELLED, True),
        (PromiseState.REJECTED, PromiseState.ACCEPTED, False),
        (PromiseState.REJECTED, PromiseState.CANCELLED, False),
        (PromiseState.CANCELLED, PromiseState.ACCEPTED, False),
    ],
)
def test_a_proposed_promise_is_decided_once_and_cancelled_later(
    acme, first, then, allowed
):
    made = promise(acme, "F-1", state=PromiseState.PROPOSED)

    def decide(state):
        with acme.database.writing() as connection:
            return promises.decide(connection, made, state=state, by=MANAGER, at=MONDAY)

    assert decide(first) is True
    assert decide(then) is allowed


def test_only_the_latest_promise_says_that_one_was_broken(acme):
    promise(acme, "F-1", on=TODAY - timedelta(days=10))
    code = account_id(acme, "ACME")

    def last_broken():
        with acme.database.reading() as connection:
            return promises.last_broken(connection, code, today=TODAY, grace_days=GRACE)

    assert last_broken() == TODAY - timedelta(days=10)
    promise(acme, "F-2", on=FRIDAY, cause="mail:2:1")
    assert last_broken() is None


def test_promises_to_watch_are_the_proposed_and_the_recent(acme):
    old = promise(acme, "F-1", on=TODAY - timedelta(days=60))
    asked = promise(
        acme,
        "F-1",
        on=TODAY - timedelta(days=90),
        cause="2",
        state=PromiseState.PROPOSED,
    )
    recent = promise(acme, "F-2", on=TODAY - timedelta(days=1), cause="3")

    with acme.database.reading() as connection:
        found = promises.running(connection, since=TODAY - timedelta(days=45))
        all_of_it = promises.of_account(connection, account_id(acme, "ACME"))

    assert [one.id for one in found] == [asked, recent]
    assert [one.id for one in all_of_it] == [recent, old, asked]


def contest(books, *pieces, cause="mail:1:1"):
    about = [item.entry_id for item in opens(books, "ACME") if item.piece in pieces]
    with books.database.writing() as connection:
        return disputes.open_dispute(
            connection,
            account_id(books, "ACME"),
            reason="quantity",
            entry_ids=about,
            cause=Cause("mail", MONDAY, cause, mail_id=1),
        )


def open_disputes(books):
    with books.database.reading() as connection:
        return [(one.id, one.pieces) for one in disputes.disputes_of(connection)]


def close_settled(books):
    with books.database.writing() as connection:
        return disputes.close_settled(connection, at=MONDAY)


def test_a_dispute_is_recorded_once_and_closed_once(acme):
    made = contest(acme, "F-1", "F-2")
    assert contest(acme, "F-1") is None
    assert open_disputes(acme) == [(made, ("F-1", "F-2"))]

    def close():
        with acme.database.writing() as connection:
            return disputes.close_dispute(connection, made, by=CLERK, at=MONDAY)

    assert (close(), close()) == (True, False)
    assert open_disputes(acme) == []


def test_a_dispute_ends_when_all_it_is_about_is_paid(acme):
    made = contest(acme, "F-1", "F-2")
    pay(acme, 100_00, "F-1")
    assert close_settled(acme) == 0

    acme.payment("ACME", "V-2", 50_00, on=TODAY)
    letter(acme, "ACME", "V-2", "F-2")

    assert close_settled(acme) == 1
    assert close_settled(acme) == 0
    assert open_disputes(acme) == []
    assert made == 1


def test_a_dispute_about_no_piece_waits_for_a_person(acme):
    contest(acme)

    assert close_settled(acme) == 0
    assert open_disputes(acme) == [(1, ())]


def hold(books, piece="", *, until=None, cause="desk:1"):
    entry = next(
        (one.entry_id for one in opens(books, "ACME") if one.piece == piece), None
    )
    with books.database.writing() as connection:
        return disputes.place_hold(
            connection,
            account_id(books, "ACME"),
            entry_id=entry,
            until_on=until,
            reason="asked for time",
            cause=Cause(CLERK, MONDAY, cause),
        )


def holds(books, *, days=0):
    with books.database.reading() as connection:
        found = disputes.holds_of(
            connection, account_id(books, "ACME"), today=TODAY + timedelta(days=days)
        )
    return [(one.id, one.piece, one.until_on) for one in found]


def test_a_hold_ends_the_day_after_its_last(acme):
    made = hold(acme, "F-1", until=FRIDAY)

    assert hold(acme, "F-1", until=FRIDAY) is None
    assert holds(acme, days=4) == [(made, "F-1", FRIDAY)]
    assert holds(acme, days=5) == []


def test_a_hold_without_a_day_lasts_until_it_is_released(acme):
    made = hold(acme)
    assert holds(acme, days=4000) == [(made, "", None)]

    def release():
        with acme.database.writing() as connection:
            return disputes.release_hold(connection, made, by=CLERK, at=MONDAY)

    assert (release(), release()) == (True, False)
    assert holds(acme) == []
