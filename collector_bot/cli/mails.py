"""`mails`, `done`, `read`: what customers wrote.

`mails --json` prints one object a mail that waits for a person, oldest first:

    {"id", "account" or null, "name" or null, "sender", "subject",
     "received": instant in UTC, "reason": why a person has to look}

`read` always prints JSON, one object a file, whole or not at all understood:

    {"file": base name, "message_id", "from", "date" or null, "language",
     "sender_account" or null, "suspicious", "findings": [{"type", …, "evidence",
     "confidence"}]}

as `core.reading.contract` documents. Where a database is configured and there, senders
and pieces are recognised in it; without one every mail is read by its words alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from collector_bot.cli import DONE, REFUSED
from collector_bot.cli.call import Call, tongue_of
from collector_bot.cli.paper import (
    cell,
    complain,
    figures,
    fixed,
    say,
    table,
    tell,
    words,
)

if TYPE_CHECKING:
    from collector_bot.answers.mails import MailLine
    from collector_bot.config import Config
    from collector_bot.core.reading.findings import Reading
    from collector_bot.core.reading.known import Known

Reader = Callable[[bytes], "Reading"]


def listed(call: Call) -> int:
    """Print the mails that wait for a person."""
    from collector_bot.answers.mails import mails_for_person
    from collector_bot.slack.cards.words import person_words

    with call.reading() as (_, connection, tongue):
        found = mails_for_person(connection)
    if call.given.json:
        for one in found:
            tell(mail_json(one))
        return DONE
    if not found:
        say(tongue("No mail waits for a person.", "Aucun courriel n’attend."))
        return DONE
    columns = [
        figures(tongue("No.", "N°")),
        words(tongue("From", "De")),
        words(tongue("Subject", "Objet")),
        fixed(tongue("Received", "Reçu le")),
        words(tongue("Why", "Pourquoi")),
    ]
    table(
        columns,
        (
            (
                str(one.id),
                cell(one.name or one.sender),
                cell(one.subject),
                tongue.day(one.received_at.astimezone(tongue.timezone).date()),
                person_words(one.needs_person, tongue),
            )
            for one in found
        ),
    )
    return DONE


def mail_json(one: MailLine) -> dict[str, Any]:
    """Return one mail, in the shape this module documents."""
    return {
        "id": one.id,
        "account": one.code or None,
        "name": one.name or None,
        "sender": one.sender,
        "subject": one.subject,
        "received": one.received_at.astimezone(UTC).isoformat(timespec="seconds"),
        "reason": one.needs_person,
    }


def done(call: Call) -> int:
    """Say that a mail was dealt with."""
    from collector_bot.core.ledger import MailId
    from collector_bot.flows.close_mail import close_mail
    from collector_bot.flows.desk import SHELL

    number = call.given.number
    with call.desk() as desk:
        tongue = tongue_of(desk)
        close_mail(desk, MailId(number), by=SHELL)
    say(tongue(f"Mail {number} is dealt with.", f"Courriel {number} traité."))
    return DONE


def read(call: Call) -> int:
    """Print what mails say; a file that cannot be opened stops no other."""
    from collector_bot.core.reading.contract import reading_json

    code = DONE
    with _reader(call) as reader:
        for name in call.given.files:
            path = Path(name)
            try:
                raw = path.read_bytes()
            except OSError as problem:
                complain(f"{name}: cannot be opened: {problem.strerror}.")
                code = REFUSED
                continue
            reading = reader(raw)
            if reading.problem:
                complain(f"{name}: {reading.problem}.")
            tell(reading_json(reading, path.name))
    return code


@contextmanager
def _reader(call: Call) -> Iterator[Reader]:
    """Yield what reads one mail: beside the ledger where there is one, else alone.

    Raises:
        ConfigError: a configuration is there and wrong.
    """
    from collector_bot.config import find_config
    from collector_bot.core.reading.known import NothingKnown
    from collector_bot.core.reading.reader import read_mail
    from collector_bot.files.attachments import sheets_of

    beside = partial(read_mail, sheets=sheets_of)
    if find_config(call.given.config) is None:
        yield partial(beside, known=NothingKnown())
        return
    from collector_bot.wiring.desk import own_addresses

    config = call.config()
    with _ledger(config) as known:
        yield partial(
            beside,
            known=known,
            own_addresses=own_addresses(config),
            trusted_authserv=config.mailbox.trusted_authserv if config.mailbox else (),
        )


@contextmanager
def _ledger(config: Config) -> Iterator[Known]:
    """Yield what the configured database knows; nothing, said so, when it has none."""
    from zoneinfo import ZoneInfo

    from collector_bot.core.errors import SchemaError
    from collector_bot.core.reading.known import NothingKnown
    from collector_bot.store.readings import StoreKnown
    from collector_bot.wiring.desk import clock_of, open_database

    try:
        database = open_database(config)
    except SchemaError as problem:
        complain(f"Read without the ledger. {problem}")
        yield NothingKnown()
        return
    zone = ZoneInfo(config.company.timezone)
    today = clock_of(config).now().astimezone(zone).date()
    try:
        with database.reading() as connection:
            yield StoreKnown(connection, today=today, country=config.company.country)
    finally:
        database.close()
