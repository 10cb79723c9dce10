"""The service: schedule, mailbox watcher, Slack and health, in one process."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Any

from collector_bot.config import Config
from collector_bot.core.errors import CollectorError, DatabaseError, MailboxLoginError
from collector_bot.core.outside import SecretsUnsetError
from collector_bot.core.refusals import DeskRefusal
from collector_bot.flows import deliver
from collector_bot.flows.desk import Desk, one_sentence
from collector_bot.mail.inbox import watch_inbox
from collector_bot.mail.rate import LetterRate
from collector_bot.mail.smtp import SmtpDoor
from collector_bot.schedule import Hours, build_scheduler, time_of
from collector_bot.slack.again import Told, do_again, tell_all
from collector_bot.slack.app import build_app, web_client
from collector_bot.slack.door import Watch, unreachable
from collector_bot.slack.room import Room
from collector_bot.slack.run import Running, running
from collector_bot.slack.sender import deliver_cards
from collector_bot.wiring.desk import open_desk
from collector_bot.wiring.health import Health, HealthServer
from collector_bot.wiring.lines import (
    mailbox_settings,
    slack_settings,
    smtp_settings,
)
from collector_bot.wiring.logs import log, logging_as
from collector_bot.wiring.metrics import Numbers
from collector_bot.wiring.second_opinion import asking_tick
from collector_bot.wiring.stopping import Stopping
from collector_bot.wiring.ticks import MAILBOX, SIGN_IN_PAUSE_SECONDS, Ticks, pause

STOP_SECONDS = 8.0
FIRST_ANSWER_SECONDS = 5.0
SLACK = "slack"


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


def serve(config: Config) -> int:
    """Serve until SIGTERM or SIGINT; stop within ten seconds.

    What cannot be reached at start is tried again while everything else goes on.

    Returns:
        the exit code: 0 after a stop that was asked for.

    Raises:
        CollectorError: something is missing or wrong before the first tick, or Slack
            refuses an app it never let in.
    """
    for needed in (mailbox_settings, smtp_settings, slack_settings):
        needed(config)
    unset = config.unset_secrets()
    if unset:
        raise SecretsUnsetError(named=", ".join(one.variable for one in unset))
    with ExitStack() as stack:
        stack.enter_context(logging_as(config.log))
        desk = open_desk(config)
        stack.callback(desk.database.close)
        if not stack.enter_context(desk.database.leading()):
            raise AlreadyServedError
        service = _made(config, desk)
        stack.callback(service.health_server.stop)
        stopping = stack.enter_context(Stopping())
        lost = deliver.recover_claims(desk, all_claims=True)
        service.told.extend(do_again(service.room))
        log(
            "serve.started",
            uncertain_letters=len(lost),
            done_again=len(service.told),
        )
        _run(service, stopping)
        log("serve.stopped")
    return 0


@dataclass(frozen=True, slots=True)
class _Service:
    """The parts of the service, made and not started; every port is ours by now.

    `told` is what people are told once Slack lets the app in.
    """

    ticks: Ticks
    slack: Running
    health_server: HealthServer
    scheduler: Any
    watcher: threading.Thread
    room: Room
    told: list[Told]


def _made(config: Config, desk: Desk) -> _Service:
    health = Health()
    settings = slack_settings(config)

    def numbers() -> Numbers:
        return ticks.numbers()

    address = config.server.host, config.server.port
    server = HealthServer(address, health, numbers=numbers)
    client, channel = web_client(settings), settings.channel
    told: list[Told] = []
    watch = _slack_watch(health, on_in=lambda: tell_all(client, channel, told))
    try:
        slack = running(build_app(desk, settings), settings, watch)
    except CollectorError:
        server.stop()
        raise

    def cards() -> int:
        return deliver_cards(desk, client, channel) if slack.door.is_in else 0

    ticks = _ticks(config, desk, health=health, deliver_cards=cards)
    scheduler = build_scheduler(
        ticks.named(config.schedule.tick_seconds),
        on_problem=lambda name, why: log(
            "tick.missed", level="warning", tick=name, why=type(why).__name__
        ),
    )
    watcher = threading.Thread(target=_watch, args=(ticks,), name=MAILBOX, daemon=True)
    return _Service(ticks, slack, server, scheduler, watcher, Room(desk, channel), told)


def _slack_watch(health: Health, *, on_in: Callable[[], None]) -> Watch:
    def well() -> None:
        known = SLACK in health.troubles
        if health.well(SLACK) or not known:
            log("slack.in")
        on_in()

    def on_trouble(problem: DeskRefusal) -> None:
        health.trouble(SLACK, str(problem))
        log("slack.trouble", level="warning", code=problem.code, why=str(problem))

    return Watch(well, on_trouble, delay=pause)


def _run(service: _Service, stopping: Stopping) -> None:
    """Start every part, look after them until a stop is asked for, and stop them.

    Raises:
        SlackRefusedError: Slack refuses the app and never let it in.
    """
    slack, health = service.slack, service.ticks.health
    slack.start()
    stops: list[Callable[[], object]] = [slack.stop]
    refusal: CollectorError | None = None
    try:
        _await_slack(service, stopping)
        if not slack.door.refusal and not stopping.asked:
            stops += _started(service)
            log("serve.ready", port=service.health_server.port, status=health.status)
        while not slack.door.refusal and not stopping.wait(1.0):
            _look_after(service)
        refusal = slack.door.refusal
    finally:
        service.ticks.stop.set()
        hangs = not _stop_all(stops)
    if hangs:
        _end_hard(refusal)
    if refusal is not None and not stopping.asked:
        raise refusal


def _await_slack(service: _Service, stopping: Stopping) -> None:
    """Give Slack a moment to answer: a wrong token is said before anything is done."""
    end = time.monotonic() + FIRST_ANSWER_SECONDS
    while time.monotonic() < end and not stopping.wait(0.0):
        if service.slack.door.answered(0.05):
            return
    late = unreachable("no answer yet", "pas encore de réponse")
    service.ticks.health.trouble(SLACK, str(late))


def _started(service: _Service) -> Sequence[Callable[[], object]]:
    service.watcher.start()
    service.scheduler.start()
    service.health_server.start()
    return (
        lambda: service.scheduler.shutdown(wait=True),
        service.health_server.stop,
        lambda: service.watcher.join(timeout=STOP_SECONDS),
    )


def _look_after(service: _Service) -> None:
    ended = not service.watcher.is_alive() or not service.scheduler.running
    if ended and not service.ticks.health.ended:
        service.ticks.health.ended = "schedule or mailbox"
        log("serve.part_ended", level="error")


def _stop_all(stops: Sequence[Callable[[], object]]) -> bool:
    """Stop every part at once; return False when one hangs for 8 seconds."""
    end = time.monotonic() + STOP_SECONDS
    threads = [threading.Thread(target=one, daemon=True) for one in stops]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=max(0.0, end - time.monotonic()))
    return not any(thread.is_alive() for thread in threads)


def _end_hard(refusal: CollectorError | None) -> None:
    """End while a line hangs; the next start settles what it held."""
    if refusal is not None:
        log("serve.refused", level="error", why=str(refusal))
    log("serve.stopped_hard", level="warning")
    os._exit(0 if refusal is None else 1)


def _ticks(
    config: Config, desk: Desk, *, health: Health, deliver_cards: Callable[[], int]
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
    stop = threading.Event()
    return Ticks(
        desk=desk,
        hours=hours,
        mailbox=lambda: mailbox_settings(config.reread()),
        door=lambda: SmtpDoor(smtp_settings(config.reread())),
        archive_address=smtp.archive_address,
        rate=LetterRate(config.smtp.letters_per_minute if config.smtp else 1),
        deliver_cards=deliver_cards,
        health=health,
        stop=stop,
        opinions=asking_tick(config, desk, health=health, stop=stop.is_set),
    )


def _watch(ticks: Ticks) -> None:
    """Keep the mailbox read; after a refused sign-in, ask again only much later."""
    health, stop = ticks.health, ticks.stop
    failures = 0

    def trouble(problem: Exception) -> None:
        if stop.is_set():
            return
        health.trouble(MAILBOX, one_sentence(problem))
        log("mailbox.trouble", level="warning", why=one_sentence(problem))

    def well() -> None:
        nonlocal failures
        failures = 0
        if health.well(MAILBOX):
            log("mailbox.recovered")

    while not stop.is_set():
        try:
            watch_inbox(
                ticks.desk,
                ticks.mailbox,
                stop=stop,
                on_trouble=trouble,
                on_read=well,
                delay=pause,
            )
        except MailboxLoginError:  # told by the watch, three times
            stop.wait(SIGN_IN_PAUSE_SECONDS)
        except Exception as problem:  # noqa: BLE001 - the mailbox is watched on
            failures += 1
            trouble(problem)
            stop.wait(pause(failures))
