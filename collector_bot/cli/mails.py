"""`mails`, `done`, `read`: what customers wrote.

`mails --json` prints one object a mail that waits for a person, oldest first:

    {"id", "account" or null, "name" or null, "sender", "subject",
     "received": instant in UTC, "reason": why a person has to look,
     "left_out": [{"name", "note"}], attachments not read and why: "too big",
     "not known", "too slow", "not readable", "encrypted" or "unpacks to too much",
     "second_opinion": {"findings": [as below], "doubted": [types]} or null}

`read` always prints JSON, one object a file, whole or not at all understood:

    {"file": base name, "message_id", "from", "date" or null, "language",
     "sender_account" or null, "suspicious", "findings": [{"type", …, "evidence",
     "confidence"}]}

as `core.reading.contract` documents. Where a database is configured and there, senders
and pieces are recognised in it; without one every mail is read by its words alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from collector_bot.cli import DONE, REFUSED
from collector_bot.cli.call import Call
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
from collector_bot.core.system_words import system_words
from collector_bot.core.wording import Both

if TYPE_CHECKING:
    from collector_bot.answers.mails import MailLine, SecondOpinion
    from collector_bot.config import Config
    from collector_bot.core.reading.findings import Reading
    from collector_bot.core.reading.known import Known
    from collector_bot.slack.cards.tongue import Tongue

Reader = Callable[[bytes], "Reading"]

_EMPTY: Both = ("it is empty, not a mail", "ce fichier est vide, pas un courriel")
_TOO_LARGE: Both = (
    "it is no mail, or one of more than 25 MB, which are not read",
    "ce n’est pas un courriel, ou il dépasse 25 Mo et ne se lit pas",
)
_NO_NAME: Both = ("it is no name of a file", "ce n’est pas un nom de fichier")
_PROBLEMS: Mapping[str, Both] = {
    "not_a_mail": (
        "it cannot be read as a mail; a person has to look at it",
        "cela ne se lit pas comme un courriel ; quelqu’un doit le regarder",
    ),
    "not_understood": (
        "it could not be understood; a person has to look at it",
        "ce courriel n’a pas été compris ; quelqu’un doit le regarder",
    ),
}


def listed(call: Call) -> int:
    """Print the mails that wait for a person."""
    from collector_bot.answers.mails import mails_for_person

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
                _why(one, tongue),
            )
            for one in found
        ),
    )
    for one in found:
        if one.opinion is not None:
            _say_opinion(one.id, one.opinion, tongue)
    return DONE


def _why(one: MailLine, tongue: Tongue) -> str:
    """Return why a person has to look, and what was not read, a line each."""
    from collector_bot.slack.cards.finding import left_out_line
    from collector_bot.slack.cards.words import person_words

    lines = [person_words(one.needs_person, tongue)]
    lines += [cell(left_out_line(each, tongue)) for each in one.left_out]
    return "\n".join(lines)


def _say_opinion(number: int, opinion: SecondOpinion, tongue: Tongue) -> None:
    """Print below the table what a machine guessed of one mail."""
    from collector_bot.slack.cards.opinion import opinion_lines, opinion_title

    say()
    say(f"{number} – {opinion_title(tongue)}{tongue.colon}")
    for line in "\n".join(opinion_lines(opinion, tongue)).split("\n"):
        say(f"  {line}")


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
        "left_out": [{"name": each.name, "note": each.note} for each in one.left_out],
        "second_opinion": {
            "findings": list(one.opinion.findings),
            "doubted": list(one.opinion.doubted),
        }
        if one.opinion
        else None,
    }


def done(call: Call) -> int:
    """Say that a mail was dealt with."""
    from collector_bot.flows.close_mail import close_mail

    told = ("Mail {} is dealt with.", "Courriel {} traité.")
    return call.on_number(close_mail, told)


def read(call: Call) -> int:
    """Print what mails say; a file that cannot be opened stops no other."""
    if call.given.again is not None:
        from collector_bot.cli.reading import read_again

        return read_again(call)
    from collector_bot.core.reading.contract import reading_json

    code = DONE
    with _reader(call) as reader:
        for name in call.given.files:
            path = Path(name)
            try:
                raw = _bytes_of(path)
            except _NoMailError as problem:
                complain(_about(name, problem.why, call))
                code = REFUSED
                continue
            reading = reader(raw)
            if reading.problem:
                complain(_about(name, _PROBLEMS[reading.problem], call))
                code = REFUSED
            tell(reading_json(reading, path.name))
    return code


class _NoMailError(Exception):
    """A file is not opened as a mail."""

    def __init__(self, why: Both) -> None:
        super().__init__(why[0])
        self.why = why


def _bytes_of(path: Path) -> bytes:
    """Return a mail's bytes; of a file without an end, no more than a mail may have.

    Raises:
        _NoMailError: it cannot be opened, is empty, or larger than any mail we read.
    """
    from collector_bot.core.reading.reader import BYTES_MAX

    try:
        with path.open("rb") as file:
            raw = file.read(BYTES_MAX + 1)
    except (OSError, ValueError) as problem:
        why = system_words(problem) if isinstance(problem, OSError) else _NO_NAME
        raise _NoMailError((
            f"cannot be opened: {why[0]}", f"ne s’ouvre pas : {why[1]}"
        )) from None  # fmt: skip
    if len(raw) > BYTES_MAX:
        raise _NoMailError(_TOO_LARGE)
    if not raw.strip():
        raise _NoMailError(_EMPTY)
    return raw


def _about(name: str, what: Both, call: Call) -> str:
    return f"{name}{call.say(': ', ' : ')}{call.say(*what)}."


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
    with _ledger(call, config) as known:
        yield partial(
            beside,
            known=known,
            own_addresses=own_addresses(config),
            trusted_authserv=config.mailbox.trusted_authserv if config.mailbox else (),
        )


@contextmanager
def _ledger(call: Call, config: Config) -> Iterator[Known]:
    """Yield what the configured database knows; nothing, said so, when it has none."""
    from zoneinfo import ZoneInfo

    from collector_bot.core.errors import SchemaError
    from collector_bot.core.reading.known import NothingKnown
    from collector_bot.store.readings import StoreKnown
    from collector_bot.wiring.desk import clock_of, open_database

    try:
        database = open_database(config)
    except SchemaError as problem:
        alone = call.say("Read without the ledger.", "Lu sans la base.")
        complain(f"{alone} {problem.written(call.language)}")
        yield NothingKnown()
        return
    zone = ZoneInfo(config.company.timezone)
    today = clock_of(config).now().astimezone(zone).date()
    try:
        with database.reading() as connection:
            yield StoreKnown(connection, today=today, country=config.company.country)
    finally:
        database.close()
