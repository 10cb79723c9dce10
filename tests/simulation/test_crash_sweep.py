"""The product is killed at every step of a day, started again, and nothing is doubled.

One life imports a ledger, chases, sends, reads answers, suggests, letters, posts cards
and thanks. It is killed just before its Nth step (a commit, a line to the SMTP server
or its answer, an IMAP command, a call to Slack), lived again a minute later, and once
more three quarters of an hour later. `pytest` takes a sample of the steps, the first
chosen by a seed it prints; with `--hypothesis-profile=soak` it takes every step.

COLLECTOR_TEST_SEED replays a sample, COLLECTOR_TEST_STEP one single step.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from collector_bot.store.database import Database
from tests.simulation.circle import ANSWERS, Place
from tests.simulation.laws import ledger_faults, mail_faults, outbox_faults
from tests.simulation.world import NOON, Slack, World

ROOT = Path(__file__).parents[2]
EVERY = 12
KILLED = -9
AT = {
    "first": NOON,
    "second": NOON + timedelta(minutes=1),
    "third": NOON + timedelta(minutes=45),
}


class Driver:
    """The process lives are forked from."""

    def __init__(self, base: Path) -> None:
        self.base = base
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.simulation.crash_driver", str(base)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert json.loads(self._process.stdout.readline()) == "ready"

    def live(self, place: Place, *, die_at: int = 0) -> tuple[int, list[str]]:
        """Return how a life ended and the names of its steps when it was whole."""
        order = {"place": asdict(place), "die_at": die_at}
        self._process.stdin.write(json.dumps(order) + "\n")
        self._process.stdin.flush()
        ended = json.loads(self._process.stdout.readline())
        return ended["code"], ended["names"]

    def close(self) -> None:
        self._process.stdin.close()
        self._process.stdout.close()
        self._process.wait(10)


@pytest.fixture(scope="module")
def driver(memory: Path) -> Iterator[Driver]:
    made = Driver(memory)
    yield made
    made.close()


@pytest.fixture(scope="module")
def slack() -> Iterator[Slack]:
    with Slack() as workspace:
        yield workspace


class Run:
    """One world, and the lives of the product in it."""

    def __init__(self, driver: Driver, slack: Slack, world: World) -> None:
        self._driver, self._slack, self.world = driver, slack, world
        self._folder = driver.base / "life"
        shutil.rmtree(self._folder, ignore_errors=True)
        self._folder.mkdir()
        shutil.copy(driver.base / "empty.db", self._folder / "collector.db")
        self._posted = len(slack.workspace.messages())

    def live(self, when: str, *, die_at: int = 0) -> tuple[int, list[str]]:
        slack = self._slack.workspace
        place = Place(
            folder=str(self._folder),
            smtp_port=self.world.smtp_port,
            imap_port=self.world.imap_port,
            slack_url=slack.api_url,
            slack_token=slack.bot_token,
            at=AT[when].isoformat(),
        )
        ended = self._driver.live(place, die_at=die_at)
        self.world.settle()
        return ended

    def faults(self) -> list[str]:
        """Return what no moment at rest may show."""
        database = Database(f"sqlite:///{self._folder}/collector.db")
        accepted = [letter.message_id for letter in self.world.letters]
        with database.reading() as connection:
            found = [
                *ledger_faults(connection),
                *outbox_faults(connection, accepted),
                *mail_faults(connection, self.world.mailbox),
            ]
            for key, state in connection.execute(text("SELECT key, state FROM outbox")):
                if state in {"claimed", "handing_over"}:
                    found.append(f"{key} is still {state}")
        database.close()
        return found + self._story_faults()

    def _story_faults(self) -> list[str]:
        """Return what a day without any kill has and this one has not."""
        story = self.story()
        answered = {letter.customer for letter in self.world.letters}
        promised = ["AUBE"] if "compta@aube.example" in answered else []
        wanted = {
            "promised": promised,
            "lettered": ["BOIS 6000", "DUNE 10000"],
            "letters": sorted(
                ["AUBE", "BOIS", "CORK"]
                + (["thanks"] if "compta@bois.example" in answered else [])
            ),
        }
        return [
            f"{name}: {story[name]} instead of {right}"
            for name, right in wanted.items()
            if story[name] != right
        ]

    def story(self) -> dict[str, list[str]]:
        """Return what was promised, lettered and written, in order."""
        questions = {
            "promised": "SELECT a.code FROM promise p JOIN account a ON "
            "a.id = p.account_id WHERE p.state = 'accepted' AND a.code <> 'BOIS' "
            "ORDER BY a.code",  # an advice read before its payment announces it
            "lettered": "SELECT a.code || ' ' || sum(l.amount_minor) "
            "FROM lettering_line l JOIN entry e ON e.id = l.entry_id JOIN account a "
            "ON a.id = e.account_id WHERE l.side = 'D' GROUP BY a.code ORDER BY a.code",
            "letters": "SELECT CASE kind WHEN 'reply' THEN 'thanks' ELSE substr(key, "
            "8, 4) END FROM outbox WHERE channel = 'mail' AND "
            "state IN ('sent', 'uncertain', 'pending') ORDER BY 1",
            "uncertain": "SELECT id FROM outbox WHERE state = 'uncertain' ORDER BY id",
            "asked": "SELECT substr(key, 16, length(key) - 21) FROM outbox WHERE "
            "key LIKE 'card:uncertain:%:first' AND state = 'sent' ORDER BY id",
            "subjects": "SELECT DISTINCT json_extract(payload, '$.subject') "
            "FROM outbox WHERE channel = 'slack' ORDER BY 1",
            "waiting": "SELECT key FROM outbox WHERE state NOT IN "
            "('sent', 'uncertain') UNION ALL "
            "SELECT 'mail:' || id FROM mail WHERE state NOT IN ('read', 'ours')",
        }
        database = Database(f"sqlite:///{self._folder}/collector.db")
        with database.reading() as connection:
            told = {
                name: [str(row[0]) for row in connection.exec_driver_sql(question)]
                for name, question in questions.items()
            }
        database.close()
        return told

    def posted(self) -> list[str]:
        """Return the subject of every message posted to Slack since the world began."""
        messages = self._slack.workspace.messages()[self._posted :]
        keys = [str(one.metadata["event_payload"]["key"]) for one in messages]
        return [key.split(":", 1)[1].rpartition(":")[0] for key in keys]


@pytest.fixture
def run(driver: Driver, slack: Slack) -> Iterator[Run]:
    with World(ANSWERS) as world:
        yield Run(driver, slack, world)


def asked_or_settled(run: Run) -> list[str]:
    """Return which uncertain letters nobody was shown, or which were accepted."""
    story = run.story()
    found = [
        f"letter {number} is uncertain and nobody was asked"
        for number in story["uncertain"]
        if number not in story["asked"]
    ]
    return found + [f"{key} still waits" for key in story["waiting"]]


def test_a_day_without_a_kill_is_whole(run: Run) -> None:
    code, names = run.live("first")

    assert code == 0
    assert run.faults() == []
    assert run.story()["uncertain"] == []
    assert sorted(run.posted()) == run.story()["subjects"]
    assert [letter.copied for letter in run.world.letters] == [True] * 4
    steps = Counter(name.split()[0] for name in names)
    assert steps["commit"] > 50
    assert steps["smtp"] > 40
    assert steps["imap"] > 10
    assert steps["slack"] > 5


def sampled(steps: int, dice: random.Random) -> list[int]:
    """Return every so manieth step, from one the dice choose on."""
    single = os.environ.get("COLLECTOR_TEST_STEP")
    if single:
        return [int(single)]
    return list(range(dice.randint(1, EVERY), steps + 1, EVERY))


def killed_at(run: Run, step: int) -> list[str]:
    """Return what is wrong after a kill before this step and two lives more."""
    code, _ = run.live("first", die_at=step)
    faults = [] if code == KILLED else [f"it ended with {code}"]
    for when in ("second", "third"):
        code, _ = run.live(when)
        faults += [] if code == 0 else [f"the {when} life ended with {code}"]
        faults += run.faults()
    faults += asked_or_settled(run)
    if len(run.posted()) > len(run.story()["subjects"]) + 1:
        faults.append(f"cards were posted too often: {run.posted()}")
    return faults


def test_a_kill_at_any_step_doubles_and_loses_nothing(
    driver: Driver, slack: Slack, *, soak: bool
) -> None:
    seed = os.environ.get("COLLECTOR_TEST_SEED") or f"{os.urandom(4).hex()}"
    with World(ANSWERS) as world:
        _, names = Run(driver, slack, world).live("first")
    every = range(1, len(names) + 1)
    steps = every if soak else sampled(len(names), random.Random(seed))  # noqa: S311 - dice
    faults: list[str] = []
    accepted = 0
    for step in steps:
        with World(ANSWERS) as world:
            found = killed_at(Run(driver, slack, world), step)
            accepted += len(world.letters)
        faults += [f"step {step}, before {names[step - 1]}: {one}" for one in found]
    assert faults == [], f"COLLECTOR_TEST_SEED={seed}"
    assert accepted >= 3 * len(steps)
