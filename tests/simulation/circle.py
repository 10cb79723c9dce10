"""One life of the product, from its start to rest, with a place to die at every step.

A step is what leaves a trace outside memory: a commit, a line to the SMTP server or
its answer, a command to the IMAP server, a call to Slack. Dying happens just before a
step, so the point after a step is the one before the next.
"""

from __future__ import annotations

import os
import signal
import smtplib
import socket
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from threading import Event
from typing import Any, Self

from slack_sdk import WebClient
from sqlalchemy import event

from collector_bot.config import (
    DEFAULT_LEVELS,
    CompanySection,
    Config,
    DatabaseSection,
    DunningSection,
    MailboxSection,
    RolesSection,
    SmtpSection,
)
from collector_bot.flows import deliver, receive_mail
from collector_bot.flows.approve_letter import approve_letter
from collector_bot.flows.decide import approve
from collector_bot.flows.desk import Desk
from collector_bot.flows.import_customers import import_customers
from collector_bot.flows.import_entries import import_entries
from collector_bot.mail.address import domain_of
from collector_bot.mail.imap import Mailbox
from collector_bot.mail.imap_settings import MailboxSettings
from collector_bot.mail.inbox import keep
from collector_bot.mail.rate import LetterRate
from collector_bot.mail.smtp import SmtpDoor
from collector_bot.mail.smtp_line import SmtpSettings
from collector_bot.mail.watch import watch
from collector_bot.schedule import Hours, time_of
from collector_bot.slack.sender import deliver_cards
from collector_bot.store import outbox, suggestions
from collector_bot.store.database import Database
from collector_bot.wiring.desk import open_desk
from collector_bot.wiring.health import Health
from collector_bot.wiring.ticks import Ticks
from tests.simulation.world import (
    ADDRESS,
    ARCHIVE,
    AUTHSERV,
    CHANNEL,
    MANAGER,
    PASSWORD,
)

CUSTOMERS = """\
account,name,email,language,terms
AUBE,Aube Textiles,compta@aube.example,fr,30 net
BOIS,Bois Clair SARL,compta@bois.example,fr,30 net
CORK,Cork Trading Ltd,ap@cork.example,en,30 net
DUNE,Dune Services,compta@dune.example,fr,30 net
"""
LEDGER = """\
account,kind,piece,date,due_date,debit,credit,currency,label
AUBE,invoice,FA-2026-0101,2026-01-20,2026-02-28,120.00,,EUR,
BOIS,invoice,FA-2026-0102,2026-01-22,2026-03-01,60.00,,EUR,
CORK,invoice,FA-2026-0103,2026-01-25,2026-02-27,5000.00,,EUR,
DUNE,invoice,FA-2026-0104,2026-01-26,2026-03-02,100.00,,EUR,
DUNE,payment,VIR-0104,2026-03-09,,,100.00,EUR,Virement Dune FA-2026-0104
"""
BANK = """\
account,kind,piece,date,due_date,debit,credit,currency,label
BOIS,payment,VIR-0102,2026-03-10,,,60.00,EUR,Virement Bois Clair
"""
ANSWERS = {
    "compta@aube.example": (
        "Bonjour,\n\nNous réglerons la facture FA-2026-0101 le 20/03/2026.\n\n"
        "Cordialement"
    ),
    "compta@bois.example": (
        "Bonjour,\n\nVeuillez trouver le détail de notre virement du 10/03/2026 :\n\n"
        "FA-2026-0102   60,00 EUR\n\nTotal : 60,00 EUR\n\nCordialement"
    ),
}


@dataclass
class Steps:
    """Counts steps and dies just before one of them; 0 never dies."""

    die_at: int = 0
    names: list[str] = field(default_factory=list)

    def take(self, name: str) -> None:
        self.names.append(name)
        if len(self.names) == self.die_at:
            os.kill(os.getpid(), signal.SIGKILL)


class CountedDatabase(Database):
    """A database on a memory disk, every commit of which is a step."""

    def __init__(self, url: str, steps: Steps) -> None:
        super().__init__(url)

        def hurry(raw: Any, _record: Any) -> None:
            raw.execute("PRAGMA synchronous=OFF")

        event.listen(self._engine, "connect", hurry)
        event.listen(self._engine, "commit", lambda _: steps.take("commit"))


class CountedSmtp(smtplib.SMTP):
    """A conversation every line and every answer of which is a step."""

    def __init__(self, settings: SmtpSettings, steps: Steps) -> None:
        self._steps = steps
        super().__init__(
            settings.host,
            settings.port,
            domain_of(settings.from_address),
            timeout=settings.connect_timeout,
        )

    def send(self, said: Any) -> None:
        self._steps.take(f"smtp send {said[:4]!r}")
        super().send(said)

    def getreply(self) -> tuple[int, bytes]:
        self._steps.take("smtp reply")
        return super().getreply()


class CountedDoor(SmtpDoor):
    def __init__(self, settings: SmtpSettings, steps: Steps) -> None:
        super().__init__(settings)
        self._steps = steps

    def _plain_or_starttls(self, context: object) -> smtplib.SMTP:
        return CountedSmtp(self._settings, self._steps)


class CountedMailbox(Mailbox):
    def __init__(self, settings: MailboxSettings, steps: Steps) -> None:
        super().__init__(settings)
        self._steps = steps

    def __enter__(self) -> Self:
        super().__enter__()
        line = self._client.socket()  # small commands do not wait for each other
        line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return self

    def _ask(self, command: str, *arguments: object) -> Any:
        self._steps.take(f"imap {command}")
        return super()._ask(command, *arguments)


class CountedSlack(WebClient):
    def __init__(self, url: str, token: str, steps: Steps) -> None:
        super().__init__(token, base_url=url)
        self._steps = steps

    def api_call(self, api_method: str, **arguments: Any) -> Any:
        self._steps.take(f"slack {api_method}")
        return super().api_call(api_method, **arguments)


@dataclass(frozen=True)
class Clock:
    at: datetime

    def now(self) -> datetime:
        return self.at


@dataclass(frozen=True)
class Place:
    """Where a life is lived: its files, its servers and its hour."""

    folder: str
    smtp_port: int
    imap_port: int
    slack_url: str
    slack_token: str
    at: str

    @property
    def url(self) -> str:
        return f"sqlite:///{self.folder}/collector.db"


def write_files(folder: Path) -> None:
    """Write what is imported, once a sweep."""
    for name, text in (
        ("customers.csv", CUSTOMERS),
        ("ledger.csv", LEDGER),
        ("bank.csv", BANK),
    ):
        (folder / name).write_text(text, encoding="utf-8")


def config(url: str) -> Config:
    """Return the configuration of every life but for ports."""
    return Config(
        company=CompanySection(name="Ateliers Morel SAS"),
        database=DatabaseSection(url=url),
        mailbox=MailboxSection(
            address=ADDRESS,
            host="127.0.0.1",
            security="none",
            trusted_authserv=(AUTHSERV,),
        ),
        smtp=SmtpSection(
            host="127.0.0.1",
            security="none",
            auth="none",
            from_address=ADDRESS,
            archive_address=ARCHIVE,
        ),
        roles=RolesSection(managers=(MANAGER,)),
        dunning=DunningSection(max_letter_amount="1000.00", levels=DEFAULT_LEVELS),
    )


def prepare(url: str) -> Desk:
    """Return a desk with everything but its database and clock; makes the tables."""
    database = Database(url)
    database.upgrade()
    database.close()
    desk = open_desk(config(url))
    desk.database.close()
    return desk


def live(desk: Desk, place: Place, steps: Steps) -> None:
    """Start as the service does, and go on until there is nothing left to do."""
    desk = replace(
        desk,
        database=CountedDatabase(place.url, steps),
        clock=Clock(datetime.fromisoformat(place.at)),
    )
    one = _Life(desk, place, steps)
    deliver.recover_claims(desk, all_claims=True)
    one.bring_in("customers.csv", "ledger.csv")
    one.work()
    one.bring_in("bank.csv")
    for _ in range(3):
        one.work()
        one.decide()
    desk.database.close()


class _Life:
    def __init__(self, desk: Desk, place: Place, steps: Steps) -> None:
        self._desk, self._place, self._steps = desk, place, steps
        self._mailbox = MailboxSettings(
            address=ADDRESS,
            host="127.0.0.1",
            port=place.imap_port,
            security="none",
            auth="password",
            user=ADDRESS,
            secret=PASSWORD,
            idle=False,
        )
        slack = CountedSlack(place.slack_url, place.slack_token, steps)
        smtp = SmtpSettings(
            host="127.0.0.1",
            port=place.smtp_port,
            security="none",
            auth="none",
            from_address=ADDRESS,
            archive_address=ARCHIVE,
        )
        self._ticks = Ticks(
            desk=desk,
            hours=Hours(
                dun_at=time_of("09:00"),
                send_from=time_of("08:30"),
                send_until=time_of("18:00"),
                digest_at=None,
                working_days_only=True,
                country="FR",
            ),
            mailbox=lambda: self._mailbox,
            door=lambda: CountedDoor(smtp, steps),
            archive_address=ARCHIVE,
            rate=LetterRate(100),
            deliver_cards=lambda: deliver_cards(desk, slack, CHANNEL),
            health=Health(),
            stop=Event(),
        )

    def bring_in(self, *names: str) -> None:
        folder = Path(self._place.folder).parent
        for name in names:
            bring = import_customers if name == "customers.csv" else import_entries
            bring(self._desk, folder / name, by="shell")

    def work(self) -> None:
        """Do what the schedule would: every tick once, the mailbox first."""
        ticks = self._ticks
        self._read_mailbox()
        ticks.read()
        ticks.suggest()
        ticks.dunning()
        ticks.daily()
        ticks.letters()
        ticks.cards()
        ticks.settle()

    def _read_mailbox(self) -> None:
        stop = Event()

        def read() -> None:
            receive_mail.mailbox_was_read(self._desk)
            stop.set()

        def trouble(problem: Exception) -> None:
            raise problem

        watch(
            lambda: CountedMailbox(self._mailbox, self._steps),
            cursor=lambda: receive_mail.cursor(self._desk, "INBOX"),
            receive=lambda mail: keep(self._desk, mail),
            stop=stop,
            on_read=read,
            on_trouble=trouble,
            delay=lambda _: 0.0,
        )

    def decide(self) -> None:
        """Press every button that waits, as the manager."""
        with self._desk.database.reading() as connection:
            proposed = suggestions.waiting(connection, best_only=True)
            letters = outbox.listed(connection, ["awaiting_approval"])
        for one in proposed:
            approve(self._desk, one.id, by=MANAGER, digest=one.digest)
        for letter in letters:
            approve_letter(self._desk, letter.id, by=MANAGER, digest=letter.digest)
