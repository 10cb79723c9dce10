"""What customers answer is recorded, within bounds of trust; a person sees the rest."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from collector_bot.core.ledger import MailId
from collector_bot.flows import approve_letter, deliver
from collector_bot.flows.decide import approve
from collector_bot.flows.place_card import remember_card
from collector_bot.flows.read_mail import MailOutcome, read_kept_mail
from collector_bot.flows.receive_mail import receive_mail
from collector_bot.flows.suggest import suggest_account
from collector_bot.store import accounts, disputes, mails, outbox, promises
from collector_bot.store.mails import Arrived
from tests.ledger import MANAGER, Books
from tests.scenarios.post import left_alone, run, send

KNOWN = "accounts@acme.example"
TRUSTED = "mx.ateliers-morel.example"


@pytest.fixture
def acme(books: Books) -> Books:
    books = replace(books, desk=replace(books.desk, trusted_authserv=(TRUSTED,)))
    books.account("ACME", "Acme Industries")
    books.invoice("ACME", "F-1", 300_00, due_on=date(2026, 11, 10))
    books.invoice("ACME", "F-2", 120_00, due_on=date(2026, 11, 12))
    return books


_uid = iter(range(1, 10_000))


def hear(
    books: Books, text: str, *, sender: str = KNOWN, verdict: str = "pass"
) -> MailOutcome:
    """Have a mail arrive and read it."""
    uid = next(_uid)
    raw = (
        f"Authentication-Results: {TRUSTED}; dmarc={verdict} header.from=acme.example\r\n"
        f"From: {sender}\r\nTo: comptabilite@ateliers-morel.example\r\n"
        f"Subject: Votre rappel\r\nMessage-ID: <{uid}@acme.example>\r\n"
        "Date: Mon, 30 Nov 2026 09:00:00 +0100\r\n"
        "Content-Type: text/plain; charset=utf-8\r\n\r\n" + text
    ).encode()
    mail_id = receive_mail(
        books.desk,
        Arrived("INBOX", 1, uid, raw, len(raw), False, books.hands.now()),
    )
    assert mail_id is not None
    return read_kept_mail(books.desk, mail_id)


def cards(books: Books) -> list[str]:
    with books.database.reading() as connection:
        waiting = outbox.listed(connection, ["pending"])
    return [str(one.payload["subject"]) for one in waiting if one.channel == "slack"]


def promised(books: Books) -> list[tuple[str, str, str]]:
    with books.database.reading() as connection:
        account = accounts.by_code(connection, "ACME")
        assert account is not None
        return [
            (one.promised_on.isoformat(), one.baseline.decimal, one.state.value)
            for one in promises.of_account(connection, account.id)
        ]


def test_a_promise_of_a_known_contact_holds_back_what_it_names(acme: Books):
    outcome = hear(acme, "Bonjour, nous réglerons la facture F-1 le 10 décembre 2026.")

    assert outcome.needs_person == ""
    assert promised(acme) == [("2026-12-10", "300.00", "accepted")]
    assert cards(acme) == ["promise:1"]
    assert left_alone(acme, run(acme)) == {"promised": ["F-1"]}


def test_the_same_mail_read_again_records_nothing_twice(acme: Books):
    hear(acme, "Bonjour, nous réglerons la facture F-1 le 10 décembre 2026.")

    again = read_kept_mail(acme.desk, MailId(1))

    assert again.state == "read"
    assert len(promised(acme)) == 1


@pytest.mark.parametrize(
    ("sender", "verdict", "why"),
    [
        ("somebody@elsewhere.example", "pass", "unknown_sender"),
        (KNOWN, "fail", "suspicious"),
    ],
)
def test_a_promise_nobody_vouches_for_waits_for_a_person(
    acme: Books, sender: str, verdict: str, why: str
):
    outcome = hear(
        acme,
        "Bonjour, nous réglerons la facture F-1 le 10 décembre 2026.",
        sender=sender,
        verdict=verdict,
    )

    assert outcome.needs_person == why
    assert [state for _, _, state in promised(acme)] in ([], ["proposed"])
    assert "mail:1" in cards(acme)
    assert "promised" not in left_alone(acme, run(acme))


def test_a_promise_beyond_the_horizon_waits_for_a_manager(acme: Books):
    outcome = hear(acme, "Bonjour, nous réglerons la facture F-1 le 15 mars 2027.")

    assert outcome.needs_person == "too_far"
    assert promised(acme) == [("2027-03-15", "300.00", "proposed")]


def test_a_disputed_item_is_left_out_and_the_rest_is_chased(acme: Books):
    outcome = hear(
        acme,
        "Bonjour, nous contestons la facture F-2 : la marchandise est arrivée cassée.",
    )

    assert outcome.needs_person == "dispute"
    with acme.database.reading() as connection:
        (dispute,) = disputes.disputes_of(connection)
    assert (dispute.reason, dispute.pieces) == ("quality", ("F-2",))


def test_what_is_said_to_be_paid_is_left_alone_for_a_week(acme: Books):
    hear(acme, "Bonjour, la facture F-1 a été réglée par virement le 20 novembre 2026.")

    with acme.database.reading() as connection:
        account = accounts.by_code(connection, "ACME")
        assert account is not None
        (hold,) = disputes.holds_of(connection, account.id, today=date(2026, 11, 30))
    assert (hold.piece, hold.until_on) == ("F-1", date(2026, 12, 7))


def test_mail_from_before_the_first_start_is_kept_and_not_acted_on(acme: Books):
    raw = (
        f"From: {KNOWN}\r\nMessage-ID: <old@acme.example>\r\n\r\n"
        "Nous réglerons la facture F-1 le 10 décembre 2026.\r\n"
    ).encode()
    old = acme.hands.now() - timedelta(days=15)

    mail_id = receive_mail(
        acme.desk, Arrived("INBOX", 1, 900_000, raw, len(raw), False, old)
    )

    assert mail_id is not None
    assert read_kept_mail(acme.desk, mail_id).state == "read"
    assert promised(acme) == []
    assert cards(acme) == []


def test_what_nobody_understands_goes_to_a_person_and_stops_the_chasing(acme: Books):
    outcome = hear(acme, "Bonjour, le stagiaire a mangé le chat du directeur.")

    assert outcome.needs_person == "not_understood"
    assert cards(acme) == ["mail:1"]
    assert left_alone(acme, run(acme)) == {"unread_mail": ["F-1", "F-2"]}
    with acme.database.reading() as connection:
        kept = mails.get(connection, MailId(1))
    assert kept is not None
    assert b"stagiaire" in kept.raw


def test_an_announced_transfer_waits_for_its_payment_and_is_then_suggested(acme: Books):
    outcome = hear(
        acme,
        "Bonjour,\n\nVeuillez trouver le détail de notre virement du 30/11/2026 :\n\n"
        "F-1    300,00 EUR\nF-2    120,00 EUR\nTotal  420,00 EUR\n",
    )

    assert outcome.needs_person == ""
    assert left_alone(acme, run(acme)) == {"promised": ["F-1", "F-2"]}


def test_thanks_answer_in_the_conversation_that_announced_the_payment(acme: Books):
    hear(
        acme,
        "Bonjour,\n\nVeuillez trouver le détail de notre virement du 30/11/2026 :\n\n"
        "F-1    300,00 EUR\nF-2    120,00 EUR\nTotal  420,00 EUR\n",
    )
    acme.payment("ACME", "VIR-1", 420_00, on=date(2026, 11, 30), label="ACME F-1 F-2")
    with acme.database.reading() as connection:
        account = accounts.by_code(connection, "ACME")
    assert account is not None
    (number, *_) = suggest_account(acme.desk, account.id)

    assert approve(acme.desk, number, by=MANAGER).posted is not None

    (thanks,) = send(acme)
    assert (thanks.kind, thanks.subject) == ("reply", "Re: Votre rappel")
    assert "420,00" in thanks.text
    assert "ACME" in thanks.text


def test_the_card_of_an_approved_letter_is_rewritten_once_it_has_left(acme: Books):
    for days in (0, 8, 18):
        acme.hands.at = acme.hands.at.replace(day=1, month=12)
        acme.hands.forward(days=days)
        acme.mailbox_read()
        run(acme)
        send(acme)
    with acme.database.reading() as connection:
        (waiting,) = outbox.listed(connection, ["awaiting_approval"])
    remember_card(acme.desk, f"letter:{waiting.id}", channel="C1", ts="1.1")

    approve_letter.approve_letter(acme.desk, waiting.id, by=MANAGER)
    (left,) = send(acme)

    assert left.id == waiting.id
    with acme.database.reading() as connection:
        keys = [
            one.key
            for one in outbox.listed(connection, ["pending"])
            if one.key.startswith(f"card:letter:{waiting.id}:")
        ]
    assert keys[-1] == f"card:letter:{waiting.id}:sent"
    assert deliver.claim(acme.desk, "mail") is None


def test_an_automatic_answer_is_shown_to_a_person_only_where_it_is_in_doubt(
    acme: Books,
):
    text = "Ceci est un message automatique. Absent jusqu'au 4 décembre 2026."
    assert hear(acme, text).needs_person == ""
    policy = replace(acme.desk.policy, read_confidence_min=0.99)
    strict = replace(acme, desk=replace(acme.desk, policy=policy))
    assert hear(strict, text + " Merci.").needs_person == "low_confidence"


def test_what_was_understood_is_kept_with_its_rule_and_confidence(acme: Books):
    outcome = hear(acme, "Nous réglerons la facture F-1 le 10 décembre 2026.")
    with acme.database.reading() as connection:
        kept = mails.get(connection, outcome.mail_id)
    assert kept is not None
    assert kept.reading is not None
    (finding,) = kept.reading["findings"]
    assert finding["evidence"] == "Nous réglerons la facture F-1 le 10 décembre 2026."
    assert finding["rule"].startswith("promise.")
    assert 0.7 <= finding["confidence"] <= 1
