"""Which secrets a configuration needs, and the variables they are read from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import SecretStr

from collector_bot.config.sections import MailboxSection, SlackSection, SmtpSection

REFERENCE = re.compile(r"\$\{(env|file):([^}]+)\}")

USUAL: Mapping[str, str] = {
    "mailbox.secret": "COLLECTOR_IMAP_SECRET",
    "smtp.secret": "COLLECTOR_SMTP_SECRET",
    "slack.bot_token": "COLLECTOR_SLACK_BOT_TOKEN",
    "slack.app_token": "COLLECTOR_SLACK_APP_TOKEN",
    "slack.signing_secret": "COLLECTOR_SLACK_SIGNING_SECRET",
}


@dataclass(frozen=True, slots=True)
class Unset:
    """A secret that is needed and empty: its key, and the variable it belongs in."""

    key: str
    variable: str


def variables_of(raw: Any, where: str = "") -> Iterator[tuple[str, str]]:
    """Yield the keys that are read from a variable, each with the variable's name.

    Example:
        >>> dict(variables_of({"smtp": {"secret": "${env:COLLECTOR_SMTP_SECRET}"}}))
        {'smtp.secret': 'COLLECTOR_SMTP_SECRET'}
    """
    if isinstance(raw, Mapping):
        for key, value in raw.items():
            yield from variables_of(value, f"{where}.{key}" if where else str(key))
    elif isinstance(raw, list):
        for value in raw:
            yield from variables_of(value, where)
    elif isinstance(raw, str):
        match = REFERENCE.fullmatch(raw)
        if match is not None and match[1] == "env":
            yield where, match[2]


def unset_in(
    secrets: Mapping[str, SecretStr],
    named: Mapping[str, str],
    environment: Mapping[str, str],
) -> tuple[Unset, ...]:
    """Return what is needed and empty: the secrets first, then what else is named.

    Args:
        secrets: what `needed` returned.
        named: the variable each key names, as `variables_of` says.
        environment: the process's variables.
    """
    empty = [
        Unset(key, named.get(key, USUAL[key]))
        for key, value in secrets.items()
        if not value.get_secret_value()
    ]
    others = [
        Unset(key, variable)
        for key, variable in named.items()
        if key not in USUAL and not environment.get(variable)
    ]
    return (*empty, *others)


def needed(
    mailbox: MailboxSection | None, smtp: SmtpSection | None, slack: SlackSection | None
) -> dict[str, SecretStr]:
    """Return the secrets these sections cannot do without, by key."""
    found: dict[str, SecretStr] = {}
    if mailbox is not None:
        found["mailbox.secret"] = mailbox.secret
    if smtp is not None and smtp.auth != "none":
        found["smtp.secret"] = smtp.secret
    if slack is not None:
        found["slack.bot_token"] = slack.bot_token
        if slack.mode == "socket":
            found["slack.app_token"] = slack.app_token
        else:
            found["slack.signing_secret"] = slack.signing_secret
    return found
