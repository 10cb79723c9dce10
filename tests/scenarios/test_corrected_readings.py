"""A person puts right what was read of a mail; what came of it ends, with their name."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from collector_bot.core.money import Money
from collector_bot.core.reading.findings import DisputeReason
from collector_bot.core.reading.meant import Meant, MeantKind
from collector_bot.core.refusals import (
    MeantWithoutDayError,
    NotAllowedError,
    NotWaitingError,
    UnknownNumberError,
    WhichFindingError,
)
from collector_bot.flows.correct_reading import correct_reading
from collector_bot.store import accounts, disputes, examples, journal, promises
from collector_bot.store.tampering import tampered
from tests.ledger import CLERK, MANAGER, SALES, Books
from tests.scenarios.post import left_alone, run
from tests.scenarios.test_answers_by_mail import TRUSTED, hear

PROMISE = "Bonjour, nous réglerons la facture F-1 le 10 décembre 2026."


@pytest.fixture
def acme(books: Books) -> Books:
    books = replace(books, desk=replace(books.desk, trusted_authserv=(TRUSTED,)))
    books.account("ACME", "Acme Industries")
    books.invoice("ACME", "F-1", 300_00, due_on=date(2026, 11, 10))
    books.invoice("ACME", "F-2", 120_00, due_on=date(2026, 11, 12))
    return books


def said(books: Books) -> list[tuple[str, str, str, str]]:
    """Every promise: day, sum, state, and who entered it."""
    with books.database.reading() as connection:
        account = accounts.by_code(connection, "ACME")
        assert account is not None
        return sorted(
            (
                one.promised_on.isoformat(),
                one.expected.decimal,
                one.state.value,
                one.entered_by,
            )
            for one in promises.of_account(connection, account.id)
        )


def test_what_is_no_promise_is_chased_again(acme: Books):
    mail = hear(acme, PROMISE).mail_id
    done = correct_reading(acme.desk, mail, None, by=CLERK)

    assert (done.finding, done.ended, done.why) == (1, ("promise:1",), "")
    assert said(acme) == [("2026-12-10", "300.00", "cancelled", "mail")]
    assert left_alone(acme, run(acme)) == {}
    with acme.database.reading() as connection:
        (kept,) = examples.of_mail(connection, mail)
        sealed = dict(journal.sealed(connection))
    assert kept.said is not None
    assert (kept.said["type"], kept.said["date"]) == ("promise", "2026-12-10")
    assert (kept.meant, kept.made_by) == (None, CLERK)
    assert sealed["example:1"]


def test_a_wrong_day_and_sum_are_put_right_by_a_manager_at_once(acme: Books):
    mail = hear(acme, PROMISE).mail_id
    meant = Meant(
        MeantKind.PROMISE,
        on=date(2026, 12, 4),
        amount=Money(120_00, "EUR"),
        pieces=("f-2",),
    )
    done = correct_reading(acme.desk, mail, meant, by=MANAGER)

    assert done.why == ""
    assert said(acme) == [
        ("2026-12-04", "120.00", "accepted", MANAGER),
        ("2026-12-10", "300.00", "cancelled", "mail"),
    ]
    assert left_alone(acme, run(acme)) == {"promised": ["F-2"]}


def test_a_clerk_s_word_waits_for_a_manager_with_four_eyes(acme: Books):
    four = replace(acme.desk, policy=replace(acme.desk.policy, four_eyes=True))
    mail = hear(acme, PROMISE).mail_id
    meant = Meant(MeantKind.PROMISE, on=date(2026, 12, 4), pieces=("F-1",))
    assert correct_reading(four, mail, meant, by=CLERK).why == "four_eyes"
    assert ("2026-12-04", "300.00", "proposed", CLERK) in said(acme)


def test_a_promise_that_was_a_dispute_and_then_was_not(acme: Books):
    mail = hear(acme, PROMISE).mail_id
    meant = Meant(MeantKind.DISPUTE, pieces=("F-2",), reason=DisputeReason.PRICE)
    correct_reading(acme.desk, mail, meant, by=CLERK)
    with acme.database.reading() as connection:
        (one,) = disputes.disputes_of(connection)
    assert (one.reason, one.pieces, one.opened_by) == ("price", ("F-2",), CLERK)

    again = correct_reading(acme.desk, mail, None, by=CLERK)

    assert again.ended == ("dispute:1",)
    with acme.database.reading() as connection:
        assert disputes.disputes_of(connection) == []
        assert [one.number for one in examples.of_mail(connection, mail)] == [1, 1]
        assert list(tampered(connection)) == []


def test_what_was_missed_is_added_and_said_twice_is_refused(acme: Books):
    mail = hear(acme, "Bonjour, on se rappelle.").mail_id
    meant = Meant(MeantKind.PROMISE, on=date(2026, 12, 4), pieces=("F-1",))
    done = correct_reading(acme.desk, mail, meant, by=MANAGER)
    assert (done.finding, done.ended) == (0, ())
    assert [one[0] for one in said(acme)] == ["2026-12-04"]
    with pytest.raises(NotWaitingError):
        correct_reading(acme.desk, mail, meant, by=MANAGER)


def test_what_is_refused(acme: Books):
    two = hear(
        acme,
        "Nous réglerons la facture F-1 le 10 décembre 2026. "
        "Nous contestons la facture F-2 : le prix est faux.",
    )
    assert two.findings == 2
    with pytest.raises(WhichFindingError, match="2 things were read of mail 1"):
        correct_reading(acme.desk, two.mail_id, None, by=CLERK)
    with pytest.raises(UnknownNumberError):
        correct_reading(acme.desk, two.mail_id, None, by=CLERK, number=3)
    meant = Meant(MeantKind.PROMISE)
    with pytest.raises(MeantWithoutDayError):
        correct_reading(acme.desk, two.mail_id, meant, by=CLERK, number=1)
    with pytest.raises(NotAllowedError):
        correct_reading(acme.desk, two.mail_id, None, by=SALES, number=1)
    assert [one[2] for one in said(acme)] == ["accepted"]
    with acme.database.reading() as connection:
        assert examples.of_mail(connection, two.mail_id) == []
