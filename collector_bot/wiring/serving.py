"""The service: schedule, mailbox watcher, Slack and health, in one process."""

from __future__ import annotations

import os
import random
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from types import FrameType

from collector_bot.config import Config
from collector_bot.core.errors import CollectorError, DatabaseError
from collector_bot.flows import deliver, take
from collector_bot.flows.desk import Desk, one_sentence
from collector_bot.mail.inbox import watch_inbox
from collector_bot.mail.rate import LetterRate
from collector_bot.mail.smtp import SmtpDoor
from collector_bot.mail.watch import backoff
from collector_bot.schedule import Hours, build_scheduler, time_of
from collector_bot.slack.app import build_app, web_client
from collector_bot.slack.run import Running, running
from collector_bot.slack.sender import deliver_cards
from collector_bot.wiring.desk import open_desk
from collector_bot.wiring.health import Health, HealthServer
from collector_bot.wiring.lines import mailbox_settings, slack_settings, smtp_settings
from collector_bot.wiring.logs import log, set_up_logs
from collector_bot.wiring.ticks import Ticks

STOP_SECONDS = 8.0
LOGIN_PAUSE_SECONDS = 900.0


class AlreadyServedError(DatabaseError):
    """Another process serves this database."""

    code = "serve.already"

    def __init__(self) -> None:
        super().__init__(
            "Another Collector serves this database already; stop it first, or give "
            "this one a database of its own.",
            "Un autre Collector sert déjà cette base ; arrêtez-le d’abord, ou donnez à "
            "celui-ci une base à lui.",
        )


class SlackDoorError(CollectorError):
    """Slack refuses the app, or cannot be reached."""

    code = "slack.refused"

    def __init__(self, why: str) -> None:
        super().__init__(
            f"Slack does not let this app in ({why}): check [slack] and its tokens "
            "with “collector-bot check”.",
            f"Slack ne laisse pas entrer cette application ({why}) : vérifiez [slack] "
            "et ses jetons avec « collector-bot check ».",
        )


def serve(config: Config) -> int:
    """Serve until SIGTERM or SIGINT; stop within ten seconds.

    Returns:
        the exit code: 0 after a stop that was asked for.

    Raises:
        CollectorError: something is missing or wrong before the first tick.
    """
    set_up_logs(config.log)
    desk = open_desk(config)
    stop = threading.Event()
    with ExitStack() as stack:
        leads = stack.enter_context(desk.database.leading())
        if not leads:
            raise AlreadyServedError
        stack.enter_context(_signals(stop))
        lost = deliver.recover_claims(desk, all_claims=True)
        log(
            "serve.started",
            uncertain_letters=len(lost),
            unfinished_presses=take.unfinished(desk),
        )
        _run(config, desk, stop)
    log("serve.stopped")
    desk.database.close()
    return 0


def _run(config: Config, desk: Desk, stop: threading.Event) -> None:
    health = Health()
    settings = slack_settings(config)
    slack = running(
        build_app(desk, settings),
        settings,
        on_unhealthy=lambda why: log("slack.unwell", level="error", why=why),
    )
    ticks = _ticks(config, desk, health=health, stop=stop)
    server = HealthServer(
        (config.server.host, config.server.port), health, gauges=ticks.gauges
    )
    scheduler = build_scheduler(
        ticks.named(config.schedule.tick_seconds),
        on_problem=lambda name, why: log(
            "tick.missed", level="warning", tick=name, why=type(why).__name__
        ),
    )
    watcher = threading.Thread(
        target=_watch, args=(ticks, health), name="mailbox", daemon=True
    )
    _start_slack(slack)
    watcher.start()
    scheduler.start()
    server.start()
    log("serve.ready", port=server.port)
    try:
        while not stop.wait(1.0):
            _look_after(slack, watcher, health)
    finally:
        stop.set()
        _stop_all(
            lambda: scheduler.shutdown(wait=True),
            slack.stop,
            server.stop,
            lambda: watcher.join(timeout=5),
        )


def _start_slack(slack: Running) -> None:
    from slack_sdk.errors import SlackClientError

    try:
        slack.start()
    except (SlackClientError, OSError) as problem:
        raise SlackDoorError(type(problem).__name__) from None


def _look_after(slack: Running, watcher: threading.Thread, health: Health) -> None:
    problem = slack.problem()
    if problem:
        health.trouble("slack", problem)
    else:
        health.well("slack")
    if not watcher.is_alive():
        health.trouble("mailbox", "the mailbox watcher ended")


def _stop_all(*stops: Callable[[], object]) -> None:
    """Stop every part at once; a part that hangs does not keep the others."""
    threads = [threading.Thread(target=one, daemon=True) for one in stops]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=STOP_SECONDS)
    if any(thread.is_alive() for thread in threads):
        log("serve.stopped_hard", level="warning")
        os._exit(0)


def _ticks(
    config: Config,
    desk: Desk,
    *,
    health: Health,
    stop: threading.Event,
) -> Ticks:
    schedule = config.schedule
    smtp = smtp_settings(config)
    hours = Hours(
        dun_at=time_of(schedule.dun_at or "00:00"),
        send_from=time_of(schedule.send_from or "00:00"),
        send_until=time_of(schedule.send_until or "23:59"),
        digest_at=time_of(schedule.digest_at) if schedule.digest_at else None,
        working_days_only=schedule.working_days_only,
        country=desk.country,
    )
    slack = slack_settings(config)
    client = web_client(slack)
    return Ticks(
        desk=desk,
        hours=hours,
        mailbox=lambda: mailbox_settings(config.reread()),
        door=lambda: SmtpDoor(smtp_settings(config.reread())),
        archive_address=smtp.archive_address,
        rate=LetterRate(config.smtp.letters_per_minute if config.smtp else 1),
        deliver_cards=lambda: deliver_cards(desk, client, slack.channel),
        health=health,
        stop=stop,
    )


def _watch(ticks: Ticks, health: Health) -> None:
    """Keep the mailbox read; after a refused sign-in, ask again only much later."""

    def trouble(problem: Exception) -> None:
        health.trouble("mailbox", one_sentence(problem))
        log("mailbox.trouble", level="warning", why=one_sentence(problem))

    while not ticks.stop.is_set():
        try:
            watch_inbox(
                ticks.desk,
                ticks.mailbox,
                stop=ticks.stop,
                on_trouble=trouble,
                on_read=lambda: health.well("mailbox"),
                delay=lambda attempt: backoff(attempt, random.random()),  # noqa: S311
            )
        except CollectorError as problem:
            trouble(problem)
            ticks.stop.wait(LOGIN_PAUSE_SECONDS)


@contextmanager
def _signals(stop: threading.Event) -> Iterator[None]:
    def ask_to_stop(_number: int, _frame: FrameType | None) -> None:
        stop.set()

    before = {
        number: signal.signal(number, ask_to_stop)
        for number in (signal.SIGTERM, signal.SIGINT)
    }
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
