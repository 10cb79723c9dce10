"""The card of a subject, as things stand when it leaves the outbox."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from sqlalchemy import Connection

from collector_bot.answers.digest import digest_of
from collector_bot.answers.mails import mail_detail
from collector_bot.answers.matches import match_detail
from collector_bot.answers.outbox import letter_detail
from collector_bot.answers.promises import promise_detail
from collector_bot.answers.run import run_detail
from collector_bot.answers.unallocated import unallocated_payments
from collector_bot.core.calendar import previous_business_day
from collector_bot.core.ledger import MailId, OutboxId, SuggestionId
from collector_bot.flows.cards import PAYMENTS
from collector_bot.flows.desk import Desk
from collector_bot.flows.undo import undo_since
from collector_bot.slack.cards.letter import letter_card, uncertain_card
from collector_bot.slack.cards.limits import Card
from collector_bot.slack.cards.mail import mail_card
from collector_bot.slack.cards.payments import PAYMENTS_SHOWN, payments_card
from collector_bot.slack.cards.promise import promise_card
from collector_bot.slack.cards.run import digest_card, run_card
from collector_bot.slack.cards.suggestion import suggestion_card
from collector_bot.slack.room import tongue_of


def card_for(desk: Desk, subject: str) -> Card | None:
    """Return the card of `suggestion:12`, `digest:2026-11-30` and the other subjects.

    Returns:
        None when the subject is of no known kind, or there is no such number.
    """
    kind, _, name = subject.partition(":")
    with desk.database.reading() as connection:
        if kind == "digest":
            return _digest(desk, connection, name)
        if kind == PAYMENTS:
            found = unallocated_payments(connection, limit=PAYMENTS_SHOWN)
            return payments_card(found, tongue_of(desk))
        if not (name.isascii() and name.isdecimal()):
            return None
        return _numbered(desk, connection, kind, number=int(name))


def _numbered(
    desk: Desk, connection: Connection, kind: str, *, number: int
) -> Card | None:
    tongue = tongue_of(desk)
    today, grace_days = desk.today(), desk.policy.promise_grace_days
    match kind:
        case "suggestion":
            match = match_detail(
                connection,
                SuggestionId(number),
                chart=desk.chart,
                limits=desk.limits,
                undo_since=undo_since(desk),
            )
            return suggestion_card(match, tongue) if match else None
        case "letter":
            letter = letter_detail(connection, OutboxId(number))
            return letter_card(letter, tongue) if letter else None
        case "uncertain":
            letter = letter_detail(connection, OutboxId(number))
            return uncertain_card(letter, tongue) if letter else None
        case "mail":
            mail = mail_detail(
                connection, MailId(number), today=today, grace_days=grace_days
            )
            return mail_card(mail, tongue) if mail else None
        case "promise":
            promise = promise_detail(
                connection, number, today=today, grace_days=grace_days
            )
            return promise_card(promise, tongue) if promise else None
        case "run":
            run = run_detail(connection, number)
            return run_card(run, tongue) if run else None
        case _:
            return None


def _digest(desk: Desk, connection: Connection, name: str) -> Card | None:
    try:
        on = date.fromisoformat(name)
    except ValueError:
        return None
    now = desk.now()
    found = digest_of(
        connection,
        on=on,
        since=_day_before(desk, now),
        until=now,
        grace_days=desk.policy.promise_grace_days,
        fresh_minutes=desk.policy.mailbox_fresh_minutes,
    )
    return digest_card(found, tongue_of(desk))


def _day_before(desk: Desk, now: datetime) -> datetime:
    """Return this hour of the business day before: 24 hours, over a weekend more."""
    local = now.astimezone(desk.timezone)
    yesterday = local.date() - timedelta(days=1)
    before = previous_business_day(yesterday, desk.country)
    return datetime.combine(before, local.time(), desk.timezone)
