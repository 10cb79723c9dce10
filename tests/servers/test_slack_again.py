"""The process is killed around a press; the next start does what was taken, once."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import text

from collector_bot.flows.suggest import suggest_account
from collector_bot.flows.take import take
from collector_bot.sandbox.slack_people import CHANNEL
from collector_bot.sandbox.slack_server import render_text
from collector_bot.slack.again import do_again, tell_all
from collector_bot.slack.inbox import delivered
from collector_bot.slack.room import Room
from tests.ledger import CLERK, MANAGER, SALES
from tests.servers.slack_house import slack_house
from tests.simulation.mortal import MortalDatabase
from tests.store.deeds import miscounted

LETTERED = "Lettrage de 120,00\xa0€ passé sous le code AA."
DECIDED = (
    "Déjà approuvée par @credit.manager le 30/11/2026 à 09:00\u202f; rien n’a été "
)


def paid(house):
    """A suggestion, and the card that shows it."""
    account = house.books.account("ACME", "Acme SARL")
    house.books.invoice("ACME", "F-1", 120_00, due_on=date(2026, 11, 1))
    house.books.payment("ACME", "V-1", 120_00, on=date(2026, 11, 20), label="VIR F-1")
    (number,) = suggest_account(house.books.desk, account.id)
    house.deliver()
    return number, house.cards()[-1]


def start_again(house):
    """What `serve` does before anything else acts, and once Slack lets it in."""
    told = do_again(Room(house.books.desk, CHANNEL))
    said = [(one.user, one.sentence) for one in told]
    tell_all(house.client, CHANNEL, told)
    assert told == []
    house.deliver()
    return said


# A press is three commits: taken, decided, settled. Death comes before and after each.
@pytest.mark.parametrize(
    ("die_in", "told"),
    [
        (1, None),
        (2, f"Après un redémarrage\xa0: {LETTERED}"),
        (3, f"Après un redémarrage\xa0: {LETTERED}"),
        (4, f"Après un redémarrage\xa0: {DECIDED}fait deux fois."),
        (5, f"Après un redémarrage\xa0: {DECIDED}fait deux fois."),
        (6, None),
    ],
)
def test_a_kill_at_any_commit_of_a_press_neither_loses_nor_doubles_it(
    tmp_path, die_in, told
):
    database = MortalDatabase(f"sqlite:///{tmp_path}/ledger.db")
    with slack_house(tmp_path, database=database) as house:
        number, card = paid(house)
        database.die_in = die_in
        house.server.call(house.slack.press(MANAGER, card.ts, "suggestion.approve"))
        house.runner.stop()  # whatever was being done has ended, or died
        assert database.die_in == 0

        said = start_again(house)
        assert start_again(house) == []
        if told is None:
            assert said == []
        else:
            assert [user for user, _ in said] == [MANAGER]
            heard = house.slack.ephemerals(MANAGER)
            assert [render_text(one) for one in heard][-1] == told
        if die_in == 1:
            assert house.books.open_of("ACME") == {"F-1": 120_00, "V-1": 120_00}
        else:
            assert house.books.open_of("ACME") == {}
            shown = house.card(f"Lettrage n° {number} approuvé")
            assert shown.ts == card.ts
            assert "[Approuver]" not in render_text(shown)
        assert miscounted(house.books) == []


def typed(house, user, words):
    """Commit a command as it arrives, and do nothing with it."""
    body = {
        "command": "/collector",
        "text": words,
        "trigger_id": f"1.{words}",
        "user_id": user,
    }
    assert take(house.books.desk, delivered(body))


def test_a_typed_decision_is_done_and_another_command_is_left_to_its_person(tmp_path):
    with slack_house(tmp_path, language="en") as house:
        number, _ = paid(house)
        typed(house, MANAGER, f"approve {number}")
        typed(house, CLERK, 'hold "Acme <!channel>"')
        typed(house, SALES, f"reject {number}")
        assert start_again(house) == [
            (MANAGER, "After a restart: Lettered €120.00 under code AA."),
            (
                CLERK,
                "After a restart: `/collector hold Acme &lt;!channel&gt;` was "
                "interrupted; look whether it was done before you repeat it.",
            ),
            (
                SALES,
                "After a restart: This needs the role “manager”, which you do not "
                "have here.",
            ),
        ]
        with house.books.database.reading() as connection:
            assert connection.scalar(text("SELECT count(*) FROM hold")) == 0
