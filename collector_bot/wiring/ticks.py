"""What each tick of the schedule does."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Event

from collector_bot.core.errors import CollectorError
from collector_bot.flows import daily, decide, deliver, read_mail, suggest
from collector_bot.flows.desk import Desk, one_sentence
from collector_bot.flows.run_dunning import run_dunning
from collector_bot.mail.imap_settings import MailboxSettings
from collector_bot.mail.inbox import settle_uncertain
from collector_bot.mail.rate import LetterRate
from collector_bot.mail.sender import send_letters
from collector_bot.mail.smtp import SmtpDoor
from collector_bot.schedule import Hours
from collector_bot.wiring.health import Health
from collector_bot.wiring.logs import log

DUNNING = "dunning"


@dataclass(slots=True)
class Ticks:
    """The work of the schedule; each tick is safe to repeat and to interrupt."""

    desk: Desk
    hours: Hours
    mailbox: Callable[[], MailboxSettings]
    door: Callable[[], SmtpDoor]
    archive_address: str
    rate: LetterRate
    deliver_cards: Callable[[], int]
    health: Health
    stop: Event
    matching: threading.Lock = field(default_factory=threading.Lock)

    def named(self, seconds: float) -> dict[str, tuple[Callable[[], None], float]]:
        """Return every tick by name, with its pace in seconds."""
        return {
            "read": (self._guarded("read", self.read), min(seconds, 5)),
            "cards": (self._guarded("cards", self.cards), min(seconds, 2)),
            "letters": (self._guarded("letters", self.letters), seconds),
            "suggest": (self._guarded("suggest", self.suggest), seconds),
            "dunning": (self._guarded("dunning", self.dunning), seconds),
            "daily": (self._guarded("daily", self.daily), seconds),
            "settle": (self._guarded("settle", self.settle), max(seconds, 5)),
        }

    def _guarded(self, name: str, tick: Callable[[], None]) -> Callable[[], None]:
        def run() -> None:
            if self.stop.is_set():
                return
            try:
                tick()
            except Exception as problem:  # noqa: BLE001 - a tick never ends the others
                self.health.trouble(name, one_sentence(problem))
                log("tick.failed", level="error", tick=name, why=one_sentence(problem))
            else:
                self.health.well(name)

        return run

    def read(self) -> None:
        """Read kept mails; one that cannot be read is set aside, the others go on."""
        for mail_id in read_mail.unread_mails(self.desk):
            if self.stop.is_set():
                return
            try:
                outcome = read_mail.read_kept_mail(self.desk, mail_id)
            except Exception as problem:  # noqa: BLE001 - poison mail is kept aside
                read_mail.set_aside(self.desk, mail_id, problem)
                log(
                    "mail.failed",
                    level="error",
                    mail=mail_id,
                    why=type(problem).__name__,
                )
            else:
                log(
                    "mail.read",
                    mail=mail_id,
                    state=outcome.state,
                    findings=outcome.findings,
                    person=outcome.needs_person,
                )

    def cards(self) -> None:
        """Post and rewrite cards."""
        self.deliver_cards()

    def letters(self) -> None:
        """Send letters, within the hours they may leave."""
        local = self.desk.now().astimezone(self.desk.timezone)
        if not self.hours.sending(local):
            return
        left = send_letters(
            self.desk,
            self.door(),
            self.rate,
            archive_address=self.archive_address,
            stop=self.stop.is_set,
        )
        if left:
            log("letters.sent", count=left)

    def suggest(self) -> None:
        """Propose letterings when entries came in."""
        with self.matching:
            mark = daily.unmatched_entries(self.desk)
            if not mark:
                return
            for account_id in suggest.accounts_to_match(self.desk):
                if self.stop.is_set():
                    return
                for new in suggest.suggest_account(self.desk, account_id):
                    if self.desk.policy.auto_letter:
                        decide.letter_by_policy(self.desk, new)
            daily.note_matched(self.desk, mark)

    def dunning(self) -> None:
        """Run the procedure once a business date, after what was paid is matched."""
        local = self.desk.now().astimezone(self.desk.timezone)
        if not self.hours.dunning_due(local) or daily.done_today(self.desk, DUNNING):
            return
        self.suggest()
        outcome = run_dunning(self.desk, by="schedule")
        daily.once_a_day(self.desk, DUNNING)
        log(
            "dunning.ran",
            run=outcome.run_id,
            steps=outcome.steps,
            waiting=outcome.waiting,
            failures=len(outcome.failures),
        )

    def daily(self) -> None:
        """Let things expire; post the digest once."""
        if not daily.done_today(self.desk, "tidy"):
            daily.tidy(self.desk)
            daily.once_a_day(self.desk, "tidy")
        local = self.desk.now().astimezone(self.desk.timezone)
        if self.hours.digest_due(local) and daily.once_a_day(self.desk, "digest"):
            daily.enqueue_digest(self.desk)

    def settle(self) -> None:
        """Free what a lost worker claimed; look for proof of uncertain letters."""
        deliver.recover_claims(self.desk)
        try:
            settle_uncertain(self.desk, self.mailbox())
        except CollectorError as problem:
            log("settle.failed", level="warning", why=str(problem))

    def gauges(self) -> dict[str, dict[tuple[str, ...], float]]:
        """Return what /metrics shows."""
        backlog = deliver.backlog(self.desk)
        read_at = deliver.mailbox_read_at(self.desk)
        age = (self.desk.now() - read_at).total_seconds() if read_at else -1.0
        return {
            "collector_outbox_messages": {
                key: float(count) for key, count in backlog.counts.items()
            },
            "collector_mails": {
                (state,): float(count) for state, count in backlog.mails.items()
            },
            "collector_mailbox_age_seconds": {(): age},
        }
