"""The outbox: one message a cause, one holder a message, nothing uncertain again."""

from datetime import timedelta
from threading import Barrier, Thread

import pytest

from collector_bot.store import outbox
from collector_bot.store.database import Database
from collector_bot.store.outbox import Message
from tests.ledger import MONDAY

LEASE = timedelta(minutes=15)
LATER = MONDAY + timedelta(minutes=16)


@pytest.fixture
def post(database):
    """Put letters in the outbox by key; returns their ids."""

    def enqueue(*keys, at=MONDAY, **told):
        with database.writing() as connection:
            return [
                outbox.enqueue(
                    connection,
                    Message(key, **{"channel": "mail", "kind": "letter", **told}),
                    at=at,
                )
                for key in keys
            ]

    return enqueue


def claim(database, *, token="one", now=MONDAY, channel="mail"):  # noqa: S107
    with database.writing() as connection:
        return outbox.claim(connection, channel, token=token, now=now, lease=LEASE)


def run(database, deed, *args, **told):
    with database.writing() as connection:
        return deed(connection, *args, **told)


def state(database, outbox_id):
    with database.reading() as connection:
        return outbox.get(connection, outbox_id).state


def test_the_same_cause_is_the_same_message(database, post):
    (first,) = post("letter:ACME:EUR:2026-11-30", subject="First")
    (again,) = post("letter:ACME:EUR:2026-11-30", subject="Again")

    assert first == again
    with database.reading() as connection:
        assert outbox.get(connection, first).subject == "First"
        assert outbox.counts(connection) == {("mail", "pending"): 1}


def test_messages_are_claimed_oldest_first_and_once(database, post):
    ids = post("a", "b")

    claimed = [claim(database, token=token) for token in ("one", "two", "three")]

    assert [one.id if one else None for one in claimed] == [*ids, None]
    assert [one.claim_token for one in claimed[:2]] == ["one", "two"]
    assert claimed[0].attempts == 1


def test_what_is_not_due_waits_or_is_another_channel_s_is_not_claimed(database, post):
    post("later", at=MONDAY + timedelta(seconds=1))
    post("waits", state="awaiting_approval")
    post("card", channel="slack", kind="card")

    assert claim(database) is None
    assert claim(database, channel="slack").key == "card"


def test_a_claim_whose_lease_is_over_is_free_again(database, post):
    (letter,) = post("a")
    claim(database)

    assert run(database, outbox.recover, now=MONDAY + LEASE) == (0, [])
    assert run(database, outbox.recover, now=LATER) == (1, [])

    again = claim(database, token="two", now=LATER)
    assert (again.id, again.attempts) == (letter, 2)


def test_at_start_every_claim_is_free_again(database, post):
    post("a")
    claim(database)

    assert run(database, outbox.recover, now=MONDAY, all_claims=True) == (1, [])


def test_a_letter_stopped_while_handed_over_is_uncertain_and_never_claimed(
    database, post
):
    (letter,) = post("a")
    assert run(database, outbox.hand_over, claim(database), now=MONDAY)

    freed = run(database, outbox.recover, now=MONDAY, all_claims=True)

    assert freed == (0, [letter])
    assert state(database, letter) == "uncertain"
    for days in range(10):
        assert claim(database, now=MONDAY + timedelta(days=days)) is None


def test_a_card_stopped_while_handed_over_is_sent_again(database, post):
    (card,) = post("card", channel="slack", kind="card")
    run(database, outbox.hand_over, claim(database, channel="slack"), now=MONDAY)

    assert run(database, outbox.recover, now=MONDAY, all_claims=True) == (1, [])
    assert state(database, card) == "pending"


def test_only_the_holder_of_the_claim_hands_over(database, post):
    post("a")
    first = claim(database)
    run(database, outbox.recover, now=LATER)
    second = claim(database, token="two", now=LATER)

    assert run(database, outbox.is_ours, first) is False
    assert run(database, outbox.is_ours, second) is True
    assert run(database, outbox.hand_over, first, now=LATER) is False
    assert run(database, outbox.hand_over, second, now=LATER) is True
    assert run(database, outbox.hand_over, second, now=LATER) is False


def test_who_lost_the_claim_cannot_take_the_letter_from_who_has_it(database, post):
    (letter,) = post("a")
    first = claim(database)
    run(database, outbox.recover, now=LATER)
    second = claim(database, token="two", now=LATER)
    run(database, outbox.hand_over, second, now=LATER)

    assert run(database, outbox.put_back, first, next_at=LATER, reason="late") is False
    assert run(database, outbox.settle_failed, first, reason="late") is False
    assert state(database, letter) == "handing_over"


def test_a_refusal_that_may_pass_waits_until_its_time(database, post):
    (letter,) = post("a")
    soon = MONDAY + timedelta(minutes=5)

    run(database, outbox.put_back, claim(database), next_at=soon, reason="451 busy")

    assert claim(database, now=soon - timedelta(seconds=1)) is None
    again = claim(database, token="two", now=soon)
    assert (again.id, again.attempts, again.reason) == (letter, 2, "451 busy")


def test_a_letter_leaves_once(database, post):
    (letter,) = post("a")
    claimed = claim(database)
    run(database, outbox.hand_over, claimed, now=MONDAY)

    assert run(database, outbox.settle_sent, letter, now=MONDAY, proof="reply250")

    assert not run(database, outbox.settle_sent, letter, now=MONDAY, proof="again")
    assert not run(database, outbox.put_back, claimed, next_at=MONDAY, reason="late")
    assert not run(database, outbox.cancel, letter, reason="late")
    with database.reading() as connection:
        sent = outbox.get(connection, letter)
    assert (sent.state, sent.proof, sent.sent_at) == ("sent", "reply250", MONDAY)


def test_a_letter_handed_over_is_not_dropped(database, post):
    (letter,) = post("a")
    run(database, outbox.hand_over, claim(database), now=MONDAY)

    assert run(database, outbox.cancel, letter, reason="paid") is False
    assert state(database, letter) == "handing_over"


@pytest.mark.parametrize("verdict", ["resend", "cancel", "copy"])
def test_an_uncertain_letter_ends_by_a_person_or_by_its_copy(database, post, verdict):
    (letter,) = post("a", message_id="<a@morel.example>")
    run(database, outbox.hand_over, claim(database), now=MONDAY)
    assert run(database, outbox.settle_uncertain, letter, reason="no answer")

    if verdict == "resend":
        assert run(database, outbox.resend, letter, now=LATER)
        assert claim(database, token="two", now=LATER).id == letter
    elif verdict == "cancel":
        assert run(database, outbox.cancel, letter, reason="dropped by a person")
        assert state(database, letter) == "cancelled"
    else:
        assert run(database, outbox.proves, "<a@morel.example>", now=LATER)
        assert state(database, letter) == "sent"


def test_a_stranger_s_mail_proves_nothing(database, post):
    post("a", message_id="<a@morel.example>")

    assert run(database, outbox.proves, "<b@morel.example>", now=MONDAY) is False
    assert run(database, outbox.proves, "", now=MONDAY) is False


def test_a_letter_is_released_as_the_text_that_was_shown(database, post):
    (letter,) = post("a", state="awaiting_approval", digest="shown")

    assert not run(database, outbox.release, letter, now=MONDAY, digest="another")
    assert state(database, letter) == "awaiting_approval"
    assert run(database, outbox.release, letter, now=MONDAY, digest="shown")
    assert not run(database, outbox.release, letter, now=MONDAY, digest="shown")
    assert state(database, letter) == "pending"


def test_two_claimers_never_hold_the_same_letter(database, database_url, post):
    ids = post(*(f"letter-{number}" for number in range(40)))
    together = Barrier(4)
    held = {}

    def take(name):
        own = Database(database_url)
        mine = held.setdefault(name, [])
        together.wait()
        while (message := claim(own, token=name)) is not None:
            mine.append(message.id)
        own.close()

    threads = [Thread(target=take, args=(f"claimer-{n}",)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(one for some in held.values() for one in some) == ids
