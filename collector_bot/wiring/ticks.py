"""What each tick of the schedule does."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import Event

from collector_bot.core.errors import CollectorError, SmtpRefused
from collector_bot.flows import daily, decide, deliver, read_mail, suggest
from collector_bot.flows.desk import Desk, one_sentence
from collector_bot.flows.identify_payers import identify_payers
from collector_bot.flows.propose_returns import propose_returns
from collector_bot.flows.run_dunning import run_dunning
from collector_bot.mail.imap_settings import MailboxSettings
from collector_bot.mail.inbox import settle_uncertain
from collector_bot.mail.rate import LetterRate
from collector_bot.mail.sender import send_letters
from collector_bot.mail.smtp import SmtpDoor
from collector_bot.mail.watch import backoff
from collector_bot.schedule import Hours
from collector_bot.wiring.health import Health
from collector_bot.wiring.logs import log
from collector_bot.wiring.metrics import Numbers

DUNNING = "dunning"
MAILBOX, SMTP = "mailbox", "smtp"
SIGN_IN_PAUSE_SECONDS = 900.0
_MIDDLE = 0.5
_FOR_GOOD = 500


def pause(attempt: int) -> float:
    """Return how many seconds to wait after so many failures in a row: 1 to 300.

    Example:
        >>> [pause(attempt) for attempt in (1, 2, 3, 9, 10, 50)]
        [1.0, 2.0, 4.0, 256.0, 300.0, 300.0]
    """
    return backoff(attempt, _MIDDLE)


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
    opinions: Callable[[], None] | None = None
    matching: threading.Lock = field(default_factory=threading.Lock)
    knocks: int = 0
    knock_at: datetime | None = None

    def named(self, seconds: float) -> dict[str, tuple[Callable[[], None], float]]:
        """Return every tick by name, with its pace in seconds."""
        named = {
            "read": (self._guarded("read", self.read), min(seconds, 5)),
            "cards": (self._guarded("cards", self.cards), min(seconds, 2)),
            "knock": (self._guarded("knock", self.knock), min(seconds, 5)),
            "letters": (self._guarded("letters", self.letters), seconds),
            "suggest": (self._guarded("suggest", self.suggest), seconds),
            "dunning": (self._guarded("dunning", self.dunning), seconds),
            "daily": (self._guarded("daily", self.daily), seconds),
            "settle": (self._guarded("settle", self.settle), max(seconds, 5)),
        }
        if self.opinions is not None:
            named["opinions"] = (self._guarded("opinions", self.opinions), seconds)
        return named

    def _guarded(self, name: str, tick: Callable[[], None]) -> Callable[[], None]:
        def run() -> None:
            if self.stop.is_set():
                return
            try:
                tick()
            except Exception as problem:  # noqa: BLE001 - a tick never ends the others
                why = one_sentence(problem)
                if self.health.trouble(name, why):
                    log("tick.failed", level="error", tick=name, why=why)
            else:
                if self.health.well(name):
                    log("tick.recovered", tick=name)

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

    def knock(self) -> None:
        """Sign in to the mail server at start, and until it works after it did not.

        Letters wait meanwhile. After a no to the sign-in a quarter of an hour passes:
        trying on would lock the account.
        """
        known = SMTP in self.health.troubles and not self.health.in_trouble(SMTP)
        if known or (self.knock_at and self.desk.now() < self.knock_at):
            return
        try:
            with self.door().connect():
                pass
        except SmtpRefused as refusal:
            self._shut(refusal)
        else:
            self._open()

    def _open(self) -> None:
        self.knocks, self.knock_at = 0, None
        if self.health.well(SMTP):
            log("smtp.recovered")

    def _shut(self, refusal: SmtpRefused) -> None:
        self.knocks += 1
        signed_out = refusal.stage == "sign_in" and refusal.smtp_code >= _FOR_GOOD
        seconds = SIGN_IN_PAUSE_SECONDS if signed_out else pause(self.knocks)
        self.knock_at = self.desk.now() + timedelta(seconds=seconds)
        self.health.trouble(SMTP, str(refusal))
        log("smtp.trouble", level="warning", why=str(refusal), again_in=seconds)

    def letters(self) -> None:
        """Send letters, within the hours they may leave."""
        local = self.desk.now().astimezone(self.desk.timezone)
        if not self.hours.sending(local) or self.health.in_trouble(SMTP):
            return
        left = send_letters(
            self.desk,
            self.door(),
            self.rate,
            archive_address=self.archive_address,
            stop=self.stop.is_set,
            on_shut=self._shut,
        )
        if left:
            log("letters.sent", count=left)

    def suggest(self) -> None:
        """Propose letterings when entries or bank lines came in."""
        with self.matching:
            mark = daily.unmatched_entries(self.desk)
            if not mark:
                return
            identify_payers(self.desk)
            propose_returns(self.desk)
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
        if self.health.in_trouble(MAILBOX):
            return
        try:
            settle_uncertain(self.desk, self.mailbox())
        except CollectorError as problem:
            log("settle.failed", level="warning", why=str(problem))

    def numbers(self) -> Numbers:
        """Return what /metrics shows of what the database holds."""
        backlog = deliver.backlog(self.desk)
        now = self.desk.now()
        ages = {
            "collector_mailbox_age_seconds": backlog.mailbox_read_at,
            "collector_dunning_age_seconds": backlog.dunned_at,
            "collector_import_age_seconds": backlog.imported_at,
        }
        return {
            "collector_outbox_messages": {
                key: float(count) for key, count in backlog.counts.items()
            },
            "collector_mails": {
                (state,): float(count) for state, count in backlog.mails.items()
            },
            **{
                name: {(): (now - at).total_seconds()} if at else {}
                for name, at in ages.items()
            },
        }
