"""The configuration file the product gets inside the sandbox."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from collector_bot.sandbox.company import NAME
from collector_bot.sandbox.mailboxes import Team
from collector_bot.sandbox.slack_people import (
    APP_TOKEN,
    BOT_TOKEN,
    CHANNEL,
    CLERK,
    MANAGER,
    SALES,
)

SECRETS: Mapping[str, str] = {
    "COLLECTOR_IMAP_SECRET": Team().password,
    "COLLECTOR_SLACK_BOT_TOKEN": BOT_TOKEN,
    "COLLECTOR_SLACK_APP_TOKEN": APP_TOKEN,
}

Value = str | int | bool | list[str]

# name and folder of its template, days after the due date, approval, gap, minimum
_LADDER: tuple[tuple[str, int, bool, int, str], ...] = (
    ("courtesy", -5, False, 3, "50.00"),
    ("reminder-1", 5, False, 7, "5.00"),
    ("reminder-2", 15, False, 8, "5.00"),
    ("firm", 30, True, 10, "20.00"),
    ("formal-notice", 45, True, 12, "100.00"),
)


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where everything listens; ports on the loopback interface."""

    smtp_port: int
    imap_port: int
    health_port: int
    slack_url: str


def write_config(
    path: Path, *, team: Team, addresses: Addresses, language: str, offset_file: Path
) -> None:
    """Write the whole configuration; a letter at any hour, a run every day.

    Args:
        path: the file; its folder holds the database too.
        team: the team's addresses.
        addresses: what the servers of the sandbox got.
        language: of the cards: "fr" or "en".
        offset_file: the sandbox's clock.
    """
    sections: dict[str, dict[str, Value]] = {
        "company": _company(language),
        "database": {"url": f"sqlite:///{path.parent / 'collector.db'}"},
        "mailbox": _mailbox(team, addresses),
        "smtp": _smtp(team, addresses),
        "slack": _slack(addresses),
        "roles": {"managers": [MANAGER], "clerks": [CLERK], "viewers": [SALES]},
        "policy": {"four_eyes": True},
        "schedule": {
            "dun_at": "00:00",
            "send_from": "00:00",
            "send_until": "23:59",
            "working_days_only": False,
            "digest_at": "08:00",
            "tick_seconds": 1,
        },
        "server": {"host": "127.0.0.1", "port": addresses.health_port},
        "log": {"level": "info", "format": "text"},
        "clock": {"offset_file": str(offset_file)},
        "dunning": {"max_letter_amount": "50000.00"},
    }
    tables = [_table(f"[{name}]", values) for name, values in sections.items()]
    tables += [_table("[[dunning.levels]]", level) for level in _levels()]
    path.write_text("\n".join(tables), encoding="utf-8")


def _company(language: str) -> dict[str, Value]:
    return {
        "name": NAME,
        "signature": "Le service comptabilité clients",
        "signature_en": "Accounts receivable",
        "phone": "+33 4 72 00 00 00",
        "iban": "FR7630006000011234567890189",
        "bic": "AGRIFRPP",
        "country": "FR",
        "timezone": "Europe/Paris",
        "language": language,
        "currency": "EUR",
    }


def _mailbox(team: Team, addresses: Addresses) -> dict[str, Value]:
    return {
        "address": team.address,
        "host": "127.0.0.1",
        "port": addresses.imap_port,
        "security": "none",
        "auth": "password",
        "user": team.address,
        "secret": "${env:COLLECTOR_IMAP_SECRET}",
        "poll_seconds": 2,
        "trusted_authserv": [team.authserv],
    }


def _smtp(team: Team, addresses: Addresses) -> dict[str, Value]:
    return {
        "host": "127.0.0.1",
        "port": addresses.smtp_port,
        "security": "none",
        "auth": "none",
        "from_address": team.address,
        "from_name": "Ateliers Morel – Comptabilité clients",
        "archive_address": team.archive,
        "letters_per_minute": 6000,
    }


def _slack(addresses: Addresses) -> dict[str, Value]:
    return {
        "mode": "socket",
        "bot_token": "${env:COLLECTOR_SLACK_BOT_TOKEN}",
        "app_token": "${env:COLLECTOR_SLACK_APP_TOKEN}",
        "channel": CHANNEL,
        "api_url": addresses.slack_url,
    }


def _levels() -> list[dict[str, Value]]:
    return [
        {
            "name": name,
            "days": days,
            "template": name.replace("-", "_"),
            "approval": approval,
            "gap_days": gap,
            "minimum": minimum,
        }
        for name, days, approval, gap, minimum in _LADDER
    ]


def _table(head: str, values: Mapping[str, Value]) -> str:
    """Write one table; a JSON string, number, boolean or list is a TOML one too."""
    lines = (
        f"{key} = {json.dumps(value, ensure_ascii=False)}"
        for key, value in values.items()
    )
    return "\n".join([head, *lines, ""])
