"""A walk: days of invoices, payments, clicks, letters, refusals and sudden deaths.

Every act goes through the doors people and ticks use. What a letter may not do is asked
of the tables, in the simulator's own words, at the moment the mail server accepts it.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any

from collector_bot.core.dunning import Level, Procedure
from collector_bot.core.errors import CollectorError
from collector_bot.core.refusals import DeskRefusal
from collector_bot.flows import deliver
from collector_bot.flows.desk import Desk
from collector_bot.mail.rate import LetterRate
from tests.ledger import Books, books_in
from tests.simulation.laws import ledger_faults, mail_faults, outbox_faults
from tests.simulation.mortal import MortalDatabase
from tests.simulation.oracle import balance, reasons_against
from tests.simulation.post_office import Killed, PostOffice, bytes_of

AMOUNTS = (20_00, 50_00, 60_00, 100_00)
START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
GAP = timedelta(days=3)
SHORT_LADDER = Procedure(
    (
        Level(1, "reminder-1", 1, "reminder_1", False, 3, 5_00),
        Level(2, "reminder-2", 5, "reminder_2", False, 3, 5_00),
        Level(3, "firm", 9, "firm", True, 4, 5_00),
    ),
    ceiling_minor=90_00,
)


class Walk:
    """One walk; the seed decides everything in it.

    Args:
        database: an empty ledger that has its tables.
        deck: acts by name; one is drawn at a time and put back.
        seed: of the dice.
        counts: how often each act succeeded, added to.
    """

    def __init__(
        self,
        database: MortalDatabase,
        deck: Sequence[tuple[str, Act]],
        *,
        seed: str,
        counts: Counter[str],
    ) -> None:
        self._deck = deck
        self.database = database
        self.dice = Random(seed)  # noqa: S311 - dice that can be thrown again
        self.counts = counts
        self.office = PostOffice(self.dice, self._accepted)
        self.faults: list[str] = []
        self.story: list[str] = []
        self.left: list[str] = []
        self.letter_days: dict[tuple[int, str], date] = {}
        self.shown: dict[str, dict[int, int]] = {}
        self.arrived: list[bytes] = []
        self.pieces = 0
        self._open(START)
        for code in ("AUBE", "BOIS", "CORK")[: self.dice.choice((2, 2, 3))]:
            self.books.account(code, email=f"compta@{code.lower()}.example")
            self.invoice(code)
            self.invoice(code)

    @property
    def today(self) -> date:
        return self.books.desk.today()

    @property
    def desk(self) -> Desk:
        return self.books.desk

    def _open(self, at: datetime) -> None:
        """Start the process: whatever it knew before is gone."""
        self.database.close()
        self.database.die_in = 0
        books = books_in(self.database, compose=bytes_of, procedure=SHORT_LADDER)
        line = getattr(self, "books", books).line
        self.books: Books = replace(books, line=line)
        self.books.hands.at = at
        self.rate = LetterRate(1000)
        deliver.recover_claims(self.books.desk, all_claims=True)

    def restart(self) -> None:
        at = self.books.hands.at
        self.counts["killed"] += 1
        self.story.append("killed")
        self._open(at)

    def run(self, days: int) -> None:
        """Live some days; `faults` says what went wrong, `story` what happened."""
        for _ in range(days):
            self.books.hands.forward(days=self.dice.choice((1, 1, 2, 3, 5)))
            self.story.append(f"-- {self.today}")
            for _ in range(self.dice.randint(2, 6)):
                self._act()
            self._evening()
            if self.faults:
                break
        self.database.close()

    def invoice(self, code: str) -> None:
        """Post an invoice that is late already, or will be within days."""
        self.pieces += 1
        self.books.invoice(
            code,
            f"FA-{self.pieces:04}",
            self.dice.choice(AMOUNTS),
            due_on=self.today - timedelta(days=self.dice.randint(-4, 12)),
        )

    def _act(self) -> None:
        name, act = self.dice.choice(self._deck)
        try:
            done = act(self)
        except Killed:
            self.restart()
        except DeskRefusal as refusal:
            self.note(f"refused {refusal.code}")
        except CollectorError as problem:
            self.faults.append(f"{name}: {problem}")
        else:
            if done:
                self.note(name)

    def note(self, what: str) -> None:
        self.counts[what] += 1
        self.story.append(what)

    def _evening(self) -> None:
        """Ask everything that must hold after a day."""
        self.database.die_in = 0
        with self.database.reading() as connection:
            self.faults += ledger_faults(connection)
            self.faults += outbox_faults(connection, self.left)
            self.faults += mail_faults(connection, self.arrived)
        for account, before, after in self.rows(
            "SELECT a.account_id, a.business_on, min(b.business_on) FROM step a "
            "JOIN step b ON b.account_id = a.account_id AND b.business_on > "
            "a.business_on WHERE a.withdrawn_reason IS NULL AND b.withdrawn_reason "
            "IS NULL GROUP BY a.id HAVING "
            "julianday(min(b.business_on)) - julianday(a.business_on) < 3"
        ):
            self.faults.append(f"account {account} has steps on {before} and {after}")
        for number, by in self.rows(
            "SELECT id, decided_by FROM promise "
            "WHERE state = 'accepted' AND decided_by = entered_by"
        ):
            self.faults.append(f"promise {number} was accepted by its author {by}")

    def _accepted(self, raw: bytes) -> None:
        """Note a letter that leaves now, and whether it may."""
        message_id = raw.partition(b"\r\n")[0].decode().removeprefix("Message-ID: ")
        self.left.append(message_id)
        key, kind, account, told = self.rows(
            "SELECT key, kind, account_id, payload FROM outbox WHERE message_id = ?",
            message_id,
        )[0]
        self.story.append(f"left {key}")
        if kind != "letter":
            self.counts["left thanks"] += 1
            return
        payload = json.loads(told)
        entries = payload["entries"]
        for why in reasons_against(self.rows, account, entries, today=self.today):
            self.faults.append(f"{key} left although {why}")
        if balance(self.rows, account, entries) != self.shown[message_id]:
            self.faults.append(f"{key} left although its balance had changed")
        place = (account, payload["currency"])
        before = self.letter_days.get(place)
        if before is not None and self.today - before < GAP:
            self.faults.append(f"{key} left, and another of {before}")
        self.letter_days[place] = self.today

    def rows(self, question: str, told: Any = ()) -> list[Any]:
        with self.database.reading() as connection:
            if not isinstance(told, (dict, tuple)):
                told = (told,)
            return [
                tuple(row) for row in connection.exec_driver_sql(question, told).all()
            ]

    def pick(self, rows: list[Any]) -> Any:
        return self.dice.choice(rows) if rows else None

    def code(self) -> str:
        return str(self.pick(self.rows("SELECT code FROM account"))[0])

    def owed(self) -> list[Any]:
        return self.rows(
            "SELECT a.code, e.piece, o.open_minor FROM open_item o "
            "JOIN entry e ON e.id = o.entry_id JOIN account a ON a.id = o.account_id WHERE o.side = 'D'"
        )

    def suggestion(self) -> tuple[int, str] | None:
        live = self.rows("SELECT id, digest FROM suggestion WHERE state = 'proposed'")
        if self.dice.random() < 0.2:
            live = self.rows("SELECT id, digest FROM suggestion")
        return self.pick(live)

    def letter_in(self, *states: str) -> Any:
        listed = ", ".join(f"'{state}'" for state in states)
        return self.pick(
            self.rows(
                "SELECT id, digest, message_id FROM outbox WHERE channel = 'mail' "
                f"AND state IN ({listed})"
            )
        )


Act = Callable[[Walk], bool]
