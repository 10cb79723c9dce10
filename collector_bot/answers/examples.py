"""Which mails did people put right, and what do they say those mean?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from collector_bot.core.ledger import MailId
from collector_bot.core.reading.letters_toml import letter_toml
from collector_bot.store import examples, mails


@dataclass(frozen=True, slots=True)
class Labelled:
    """One mail as a letter of the corpus.

    Attributes:
        raw: the mail's bytes as they came, a customer's words and names in them.
        expected: the reading people left it with, in TOML.
        findings: the same, as the JSON contract has them.
    """

    mail_id: MailId
    name: str
    raw: bytes
    expected: str
    findings: list[Mapping[str, Any]]


def labelled(connection: Connection) -> Iterator[Labelled]:
    """Yield the mails of which people put something right, oldest first."""
    for mail_id in examples.corrected_mails(connection):
        mail = mails.get(connection, mail_id)
        if mail is None:
            continue
        reading = mail.reading or {}
        found = examples.put_right(
            reading.get("findings", ()), examples.of_mail(connection, mail_id)
        )
        name = f"mail-{mail_id}"
        yield Labelled(
            mail_id, name, mail.raw, letter_toml(name, reading, found), found
        )
