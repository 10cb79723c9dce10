"""The acts of a walk, each with how many cards of the deck it has."""

from __future__ import annotations

from tests.simulation import people, ticking
from tests.simulation.walk import Act

ACTS: dict[str, tuple[int, Act]] = {
    "invoice": (4, people.post_invoice),
    "payment": (5, people.post_payment),
    "suggest": (3, ticking.match),
    "approve": (9, people.press_approve),
    "reject": (3, people.press_reject),
    "letter": (3, people.letter_by_hand),
    "unletter": (5, people.undo_lettering),
    "promise": (4, people.take_promise),
    "decide promise": (4, people.decide_promise),
    "dispute": (1, people.contest),
    "close dispute": (4, people.end_dispute),
    "hold": (1, people.keep_back),
    "release hold": (3, people.let_go),
    "mail": (3, ticking.receive_answer),
    "mailbox": (2, ticking.look_into_mailbox),
    "read": (4, ticking.read_mails),
    "close mail": (4, people.deal_with_mail),
    "release letter": (5, people.release_letter),
    "refuse letter": (2, people.turn_letter_down),
    "resolve": (6, people.find_out),
    "copies": (5, ticking.look_for_copies),
    "dun": (10, ticking.dun),
    "send": (12, ticking.send),
    "tidy": (2, ticking.tidy_up),
    "arm": (3, ticking.arm),
}
DECK = [(name, act) for name, (weight, act) in ACTS.items() for _ in range(weight)]
