"""A customer is chased: step by step, never twice, never for what is held back."""

from dataclasses import replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest

from collector_bot.core.dunning import SkipReason
from collector_bot.core.errors import TemplateError
from collector_bot.core.money import Money
from collector_bot.core.refusals import (
    AlreadyDecidedError,
    ChangedSinceShownError,
    NotAllowedError,
)
from collector_bot.core.wording import typeset
from collector_bot.flows import deliver
from collector_bot.flows.approve_letter import approve_letter, refuse_letter
from collector_bot.flows.close_mail import close_mail
from collector_bot.flows.hold import (
    close_dispute,
    open_dispute,
    place_hold,
    release_hold,
)
from collector_bot.flows.promise import add_promise
from collector_bot.flows.read_mail import read_kept_mail
from collector_bot.flows.run_dunning import run_dunning
from collector_bot.flows.suggest import suggest_account
from collector_bot.store import accounts, dunning
from tests.ledger import CLERK, MANAGER, MONDAY, SALES, Books
from tests.scenarios.post import (
    left_alone,
    letter,
    letters,
    receive,
    run,
    send,
    subjects,
    with_real_mail,
)
from tests.store.deeds import account_id
from tests.store.deeds import letter as settle

TODAY = MONDAY.date()
ACME = "accounts@acme.example"


def late(days):
    return TODAY - timedelta(days=days)


@pytest.fixture
def acme(books):
    books.account("ACME", "Acme SARL", language="en")
    return books


def test_a_customer_is_chased_level_by_level_as_the_days_go_by(acme):
    acme.invoice("ACME", "F-1", 200_00, due_on=TODAY + timedelta(days=5))
    told = {}
    for day in range(70):
        outcome = run(acme)
        for one in letters(acme, "awaiting_approval"):
            approve_letter(acme.desk, one.id, by=MANAGER)
        for one in send(acme):
            told[day] = one.payload["level"]
        assert outcome.failures == ()
        acme.hands.forward(days=1)

    assert told == {
        0: "courtesy", 10: "reminder-1", 20: "reminder-2", 35: "firm", 50: "formal-notice",
    }  # fmt: skip
    assert left_alone(acme, run(acme)) == {"ladder_done": ["F-1"]}


def test_a_letter_asks_for_what_is_owed_less_what_came_in(acme):
    acme.invoice("ACME", "F-1", 200_00, due_on=late(6))
    acme.invoice("ACME", "F-2", 99_50, due_on=late(1))
    acme.invoice("ACME", "F-3", 5_000_00, due_on=TODAY)
    acme.payment("ACME", "V-1", 50_00, on=TODAY)

    assert run(acme).steps == 1
    (sent,) = send(acme)

    assert (sent.recipient, sent.payload["net"]) == (ACME, "249.50")
    assert "€249.50" in sent.text
    assert [piece in sent.text for piece in ("F-1", "F-2", "V-1")] == [True] * 3


def test_nobody_is_chased_while_what_came_in_covers_it(acme):
    acme.invoice("ACME", "F-1", 200_00, due_on=late(6))
    acme.payment("ACME", "V-1", 200_00, on=TODAY)

    outcome = run(acme)

    assert (outcome.steps, left_alone(acme, outcome)) == (
        0,
        {"covered_by_credits": ["F-1"]},
    )


def test_a_promise_holds_its_item_until_it_is_broken(acme):
    acme.invoice("ACME", "F-1", 200_00, due_on=late(10))
    acme.invoice("ACME", "F-2", 80_00, due_on=late(6))
    add_promise(
        acme.desk, "ACME", on=TODAY + timedelta(days=5), by=MANAGER, pieces=["F-1"]
    )

    assert left_alone(acme, run(acme)) == {"promised": ["F-1"]}
    (sent,) = send(acme)
    assert ("F-2" in sent.text, "F-1" in sent.text) == (True, False)

    acme.hands.forward(days=8)  # the promised day and three of grace
    assert left_alone(acme, run(acme)) == {"promised": ["F-1"], "not_yet": ["F-2"]}
    acme.hands.forward(days=1)
    assert run(acme).steps == 1
    (sent,) = send(acme)
    assert "5\N{NO-BREAK SPACE}December\N{NO-BREAK SPACE}2026" in sent.text


def test_a_promise_that_is_only_proposed_holds_nothing(acme):
    acme.invoice("ACME", "F-1", 200_00, due_on=late(10))
    add_promise(acme.desk, "ACME", on=TODAY + timedelta(days=5), by=CLERK)

    assert run(acme).steps == 1


def test_a_contested_item_is_left_out_until_the_dispute_is_closed(acme):
    acme.invoice("ACME", "F-1", 200_00, due_on=late(10))
    acme.invoice("ACME", "F-2", 80_00, due_on=late(10))
    dispute = open_dispute(acme.desk, "ACME", by=CLERK, pieces=["f-1"])

    assert left_alone(acme, run(acme)) == {"disputed": ["F-1"]}
    (sent,) = send(acme)
    assert sent.payload["net"] == "80.00"

    close_dispute(acme.desk, dispute, by=CLERK)
    acme.hands.forward(days=8)
    assert left_alone(acme, run(acme)) == {}
    (sent,) = send(acme)
    assert (sent.payload["level"], sent.payload["net"]) == ("reminder-2", "280.00")


def test_an_account_and_an_item_are_held_until_their_day(acme):
    acme.account("BIS", language="en")
    acme.invoice("ACME", "F-1", 200_00, due_on=late(10))
    acme.invoice("BIS", "F-2", 200_00, due_on=late(10))
    friday = TODAY + timedelta(days=4)
    whole = place_hold(acme.desk, "ACME", by=CLERK)
    place_hold(acme.desk, "BIS", by=CLERK, piece="F-2", until_on=friday)

    held = {"account_held": ["F-1"], "held": ["F-2"]}
    assert left_alone(acme, run(acme)) == held
    acme.hands.forward(days=4)
    assert left_alone(acme, run(acme)) == held
    acme.hands.forward(days=1)
    assert left_alone(acme, run(acme)) == {"account_held": ["F-1"]}
    assert subjects(send(acme)) == ["reminder-1 to accounts@bis.example"]

    release_hold(acme.desk, whole, by=CLERK)
    run(acme)
    assert subjects(send(acme)) == [f"reminder-1 to {ACME}"]


def test_a_payment_that_seems_to_settle_it_is_asked_about_first(acme):
    acme.invoice("ACME", "F-1", 200_00, due_on=late(10))
    acme.invoice("ACME", "F-2", 500_00, due_on=late(10))
    acme.payment("ACME", "V-1", 200_00, on=TODAY, label="F-1")
    (suggestion,) = suggest_account(acme.desk, account_id(acme, "ACME"))

    assert suggestion == 1
    assert left_alone(acme, run(acme)) == {"match_pending": ["F-1"]}


def test_a_scheduler_that_was_down_sends_one_letter_at_the_level_that_is_next(acme):
    acme.invoice("ACME", "F-1", 200_00, due_on=late(90))

    for _ in range(5):
        run(acme)
        send(acme)

    assert [one.payload["level"] for one in letters(acme, "sent")] == ["reminder-1"]


def test_letters_to_a_customer_keep_their_distance(acme):
    acme.invoice("ACME", "F-1", 200_00, due_on=late(90))
    levels = {}
    for day in range(9):
        outcome = run(acme)
        for one in send(acme):
            levels[day] = one.payload["level"]
        if day not in levels:
            assert left_alone(acme, outcome) == {"too_soon": ["F-1"]}
        acme.hands.forward(days=1)

    assert levels == {0: "reminder-1", 8: "reminder-2"}


def test_a_rerun_sends_nothing_new_even_after_the_letter_was_dropped(acme):
    acme.invoice("ACME", "F-1", 200_00, due_on=late(10))
    run(acme)
    acme.invoice("ACME", "F-2", 10_00, due_on=late(10))
    acme.payment("ACME", "V-1", 30_00, on=TODAY)
    assert send(acme) == []

    outcome = run(acme)

    assert (outcome.steps, send(acme)) == (0, [])
    assert left_alone(acme, outcome) == {"too_soon": ["F-1", "F-2"]}
    acme.hands.forward(days=1)
    assert run(acme).steps == 1
    assert [one.payload["level"] for one in send(acme)] == ["reminder-1"]


def test_one_customer_s_broken_address_stops_nobody_else_and_is_reported(acme):
    real = with_real_mail(acme)
    for code, email in (("BAD", "not an address@bad"), ("CODA", "")):
        acme.account(code, language="en", email=email)
    for code in ("ACME", "BAD", "CODA"):
        acme.invoice(code, f"F-{code}", 200_00, due_on=late(10))

    outcome = run(real)

    assert [one.account_code for one in outcome.failures] == ["BAD"]
    assert outcome.failures[0].reason == (
        "'not an address@bad' n’est pas une adresse e-mail utilisable."
    )
    assert left_alone(real, outcome) == {"failed": ["F-BAD"]}
    assert [one.recipient for one in send(real)] == [ACME, "accounts@coda.example"]


class _TornLetters:
    """Letters whose template fails for one customer."""

    def __init__(self, letters, code):
        self._letters, self._code = letters, code

    def dunning(self, facts):
        if facts.account_code == self._code:
            raise TemplateError(
                ("“nmae” is unknown", "« nmae » est inconnu"),
                file="r/en.txt.j2",
                hint=("See it", "Voyez-le"),
            )
        return self._letters.dunning(facts)


def test_one_customer_s_failing_template_is_tried_again_the_same_day(acme):
    acme.account("BIS", language="en")
    for code in ("ACME", "BIS"):
        acme.invoice(code, f"F-{code}", 200_00, due_on=late(10))
    torn = replace(
        acme, desk=replace(acme.desk, letters=_TornLetters(acme.desk.letters, "ACME"))
    )

    outcome = run(torn)

    assert [(one.account_code, one.reason) for one in outcome.failures] == [
        ("ACME", typeset("r/en.txt.j2 : « nmae » est inconnu. Voyez-le."))
    ]
    assert subjects(send(acme)) == ["reminder-1 to accounts@bis.example"]
    assert run(acme).steps == 1
    assert subjects(send(acme)) == [f"reminder-1 to {ACME}"]


def until_firm(books):
    """Go on until a letter waits for an approval; return it."""
    books.invoice("ACME", "F-1", 200_00, due_on=late(5))
    while not letters(books, "awaiting_approval"):
        run(books)
        send(books)
        books.hands.forward(days=1)
    (waiting,) = letters(books, "awaiting_approval")
    assert waiting.payload["level"] == "firm"
    return waiting


def test_a_firm_letter_waits_for_a_manager_and_blocks_another(acme):
    waiting = until_firm(acme)

    acme.hands.forward(days=20)  # far into the days of the next level
    assert left_alone(acme, run(acme)) == {"awaiting_approval": ["F-1"]}
    assert send(acme) == []

    approve_letter(acme.desk, waiting.id, by=MANAGER, digest=waiting.digest)
    (sent,) = send(acme)
    assert (sent.id, sent.mime) == (waiting.id, waiting.mime)
    acme.hands.forward(days=12)
    assert run(acme).waiting == 1


def test_a_firm_letter_leaves_only_as_the_text_that_was_shown(acme):
    waiting = until_firm(acme)

    with pytest.raises(ChangedSinceShownError):
        approve_letter(acme.desk, waiting.id, by=MANAGER, digest="of another text")
    with pytest.raises(NotAllowedError):
        approve_letter(acme.desk, waiting.id, by=CLERK)
    assert send(acme) == []

    approve_letter(acme.desk, waiting.id, by=MANAGER)
    with pytest.raises(AlreadyDecidedError):
        approve_letter(acme.desk, waiting.id, by=MANAGER)
    assert len(send(acme)) == 1


def test_a_refused_letter_leaves_the_account_alone_and_its_level_free(acme):
    waiting = until_firm(acme)
    refuse_letter(acme.desk, waiting.id, by=MANAGER, reason="spoke to them")

    for _ in range(15):
        assert left_alone(acme, run(acme)) == {"account_held": ["F-1"]}
        acme.hands.forward(days=1)

    assert run(acme).waiting == 1
    assert [one.payload["level"] for one in letters(acme, "awaiting_approval")] == [
        "firm"
    ]


def test_a_letter_is_dropped_when_it_is_paid_before_it_leaves(acme):
    acme.invoice("ACME", "F-1", 200_00, due_on=late(10))
    run(acme)
    acme.payment("ACME", "V-1", 200_00, on=TODAY)
    settle(acme, "ACME", "F-1", "V-1")

    assert send(acme) == []

    (dropped,) = letters(acme, "cancelled")
    assert dropped.reason == "balance_changed"


@pytest.mark.parametrize(
    ("happens", "reason"),
    [
        (lambda b: add_promise(b.desk, "ACME", on=TODAY, by=MANAGER), "promised"),
        (lambda b: open_dispute(b.desk, "ACME", by=CLERK, pieces=["F-1"]), "disputed"),
        (lambda b: place_hold(b.desk, "ACME", by=CLERK, piece="F-1"), "held"),
        (lambda b: place_hold(b.desk, "ACME", by=CLERK), "account_held"),
    ],
)
def test_a_letter_is_dropped_when_anything_speaks_against_it_since(
    acme, happens, reason
):
    acme.invoice("ACME", "F-1", 200_00, due_on=late(10))
    run(acme)
    happens(acme)

    assert send(acme) == []

    assert [one.reason for one in letters(acme, "cancelled")] == [reason]


def test_a_letter_waits_while_a_mail_is_not_read_and_is_dropped_for_its_answer(acme):
    acme.invoice("ACME", "F-1", 200_00, due_on=late(10))
    run(acme)
    mail = receive(
        acme, ACME, "Invoice F-1 is wrong: we returned the goods, we dispute it."
    )

    assert send(acme) == []
    assert len(letters(acme, "pending")) == 1
    read_kept_mail(acme.desk, mail)
    acme.hands.forward(minutes=10)
    assert send(acme) == []

    assert len(letters(acme, "cancelled")) == 1
    acme.hands.forward(days=1)
    assert left_alone(acme, run(acme)) == {"unread_mail": ["F-1"]}


def test_a_mail_that_needs_a_person_keeps_its_customer_from_being_chased(acme):
    acme.invoice("ACME", "F-1", 200_00, due_on=late(10))
    mail = receive(acme, ACME, "Could you call me about the weather?")
    assert read_kept_mail(acme.desk, mail).needs_person == "not_understood"

    assert left_alone(acme, run(acme)) == {"unread_mail": ["F-1"]}

    close_mail(acme.desk, mail, by=CLERK)
    run(acme)
    assert subjects(send(acme)) == [f"reminder-1 to {ACME}"]


def test_letters_wait_while_the_mailbox_was_not_read_lately(acme):
    acme.invoice("ACME", "F-1", 200_00, due_on=late(10))
    run(acme)

    assert send(acme, mailbox_read=False) == []
    acme.mailbox_read()
    acme.hands.forward(minutes=16)
    assert send(acme, mailbox_read=False) == []
    acme.hands.forward(minutes=5)
    assert len(send(acme)) == 1


def test_a_customer_nobody_can_write_to_is_left_alone(acme):
    acme.invoice("ACME", "F-1", 200_00, due_on=late(10))
    with acme.database.writing() as connection:
        accounts.mark_bounced(connection, ACME, at=MONDAY)

    assert left_alone(acme, run(acme)) == {"no_contact": ["F-1"]}


def test_a_refused_recipient_frees_the_level_and_is_not_written_to_again(acme):
    acme.invoice("ACME", "F-1", 200_00, due_on=late(10))
    run(acme)
    acme.mailbox_read()
    message = deliver.claim(acme.desk, "mail")
    deliver.cross(acme.desk, message)
    deliver.refused(
        acme.desk, message, permanent=True, reason="550 unknown", recipient_unknown=True
    )

    assert letter(acme, message.id).state == "failed"
    acme.hands.forward(days=1)
    assert left_alone(acme, run(acme)) == {"no_contact": ["F-1"]}


def test_currencies_are_chased_apart_on_one_day(acme):
    acme.invoice("ACME", "F-1", 200_00, due_on=late(10))
    acme.invoice("ACME", "F-2", 300_00, due_on=late(10), currency="USD")
    acme.payment("ACME", "V-1", 250_00, on=TODAY)

    outcome = run(acme)

    assert left_alone(acme, outcome) == {"covered_by_credits": ["F-1"]}
    (sent,) = send(acme)
    assert Money.of(sent.payload["net"], sent.payload["currency"]) == Money(
        300_00, "USD"
    )


def test_why_nobody_chased_is_kept_with_the_run(acme):
    acme.invoice("ACME", "F-1", 200_00, due_on=late(10))
    acme.invoice("ACME", "F-2", 80_00, due_on=late(3))
    open_dispute(acme.desk, "ACME", by=CLERK, pieces=["F-1"])
    run(acme)

    with acme.database.reading() as connection:
        told = dunning.last_skips(connection, account_id(acme, "ACME"))

    assert told == [
        (TODAY, "EUR", SkipReason.DISPUTED, (1,)),
        (TODAY, "EUR", SkipReason.NOT_YET, (2,)),
    ]


def test_only_the_schedule_and_a_manager_run_the_procedure(acme):
    for stranger in (CLERK, SALES):
        with pytest.raises(NotAllowedError):
            run_dunning(acme.desk, by=stranger)

    assert run_dunning(acme.desk, by=MANAGER).steps == 0


def test_a_payment_set_aside_for_one_invoice_is_not_deducted_from_another(books: Books):
    account = books.account("ZED")
    books.invoice("ZED", "F-102", 1_000_00, due_on=date(2026, 11, 10))
    books.invoice("ZED", "F-103", 2_500_00, due_on=date(2026, 11, 11))
    books.payment("ZED", "B-1", 1_000_00, on=date(2026, 11, 20), label="VIR ZED F-102")
    suggest_account(books.desk, account.id)

    outcome = run(books)

    assert left_alone(books, outcome) == {"match_pending": ["F-102"]}
    (waiting,) = letters(books, "pending")
    assert waiting.payload["net"] == "2500.00"
    assert "2\u202f500,00" in waiting.text
    assert "1\u202f000,00" not in waiting.text


def test_the_distance_of_letters_is_counted_in_local_days(acme):
    acme.desk = replace(acme.desk, timezone=ZoneInfo("Pacific/Auckland"))
    waiting = until_firm(acme)
    acme.hands.forward(days=20, hours=12)  # 20:00 UTC is 9 in the morning there
    approve_letter(acme.desk, waiting.id, by=MANAGER)
    assert len(send(acme)) == 1

    acme.hands.forward(days=11)
    assert left_alone(acme, run(acme)) == {"too_soon": ["F-1"]}
    acme.hands.forward(days=1)
    assert run(acme).waiting == 1
