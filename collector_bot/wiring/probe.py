"""`check`: every part tried for real, one line each, with how to mend what fails."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from collector_bot.config import Config, load_config
from collector_bot.core.errors import CollectorError
from collector_bot.letters import Letters
from collector_bot.mail.imap import Mailbox
from collector_bot.mail.smtp import SmtpDoor
from collector_bot.store import entries, journal, letterings
from collector_bot.wiring.desk import open_database, open_desk, templates_folder
from collector_bot.wiring.lines import mailbox_settings, slack_settings, smtp_settings


@dataclass(frozen=True, slots=True)
class CheckLine:
    """One part: whether it works, in one sentence, and what to do if it does not.

    A part the configuration says nothing about is not `ok`, and not `configured`.
    """

    name: str
    ok: bool
    sentence: str
    mend: str = ""
    configured: bool = True


def check(path: Path | None) -> Iterator[CheckLine]:
    """Try every part; a part that fails stops none but those that need it."""
    try:
        config = load_config(path)
    except CollectorError as problem:
        yield CheckLine("config", False, str(problem), "Correct the file named above.")
        return
    yield CheckLine("config", True, f"{path} is complete and understood.")
    for name, probe, mend in _PROBES:
        if name in _SECTIONS and getattr(config, name) is None:
            yield _absent(name)
        else:
            yield _tried(name, probe, config, mend=mend)


def _absent(name: str) -> CheckLine:
    """Return that a section is missing: nothing in it can be wrong yet."""
    return CheckLine(
        name,
        ok=False,
        sentence=f"Not configured: the configuration has no [{name}].",
        mend=f"Copy [{name}] from config.example.toml. {_SECTIONS[name]}",
        configured=False,
    )


def _tried(
    name: str, probe: Callable[[Config], str], config: Config, *, mend: str
) -> CheckLine:
    try:
        return CheckLine(name, True, probe(config))
    except CollectorError as problem:
        return CheckLine(name, False, str(problem), mend)
    except Exception as problem:  # noqa: BLE001 - a probe tells, it does not crash
        return CheckLine(name, False, f"{type(problem).__name__} while trying.", mend)


class _ProbeError(CollectorError):
    """A part was tried and does not work."""

    code = "check.failed"


def _desk(config: Config) -> str:
    desk = open_desk(config)
    levels = len(desk.procedure.levels)
    desk.database.close()
    return f"Procedure of {levels} levels, time zone, currency and terms are known."


def _templates(_config: Config) -> str:
    letters = Letters(templates_folder())
    return f"Every template renders; levels may use {', '.join(letters.templates)}."


def _database(config: Config) -> str:
    database = open_database(config)
    with database.reading() as connection:
        altered = list(journal.altered(connection))
        imports = list(entries.altered_batches(connection))
        wrong = letterings.miscounted(connection)
    version = database.version()
    database.close()
    if altered:
        msg = f"The journal was altered at row {altered[0]}."
        raise _ProbeError(msg)
    if imports:
        msg = f"Entries were altered after they came in: {imports[0]}."
        raise _ProbeError(msg)
    if wrong:
        entry, kept, right = wrong[0]
        msg = f"Entry {entry} shows {kept} open, its letterings say {right}."
        raise _ProbeError(msg)
    return f"Schema {version}; journal, entries and open amounts agree."


def _mailbox(config: Config) -> str:
    settings = mailbox_settings(config)
    with Mailbox(settings) as mailbox:
        mailbox.open()
        if settings.archive_folder != settings.folder:
            mailbox.open(settings.archive_folder)
    return f"{settings.folder} of {settings.address} can be read."


def _smtp(config: Config) -> str:
    settings = smtp_settings(config)
    with SmtpDoor(settings).connect() as line:
        line.offer(recipients=[settings.archive_address])
        line.withdraw()
    return f"{settings.host} takes letters, and the archive address; none was sent."


def _slack(config: Config) -> str:
    from slack_sdk import WebClient
    from slack_sdk.errors import SlackApiError

    settings = slack_settings(config)
    client = WebClient(token=settings.bot_token, base_url=settings.api_url, timeout=15)
    try:
        identity = client.auth_test()
        if settings.mode == "socket":
            client.apps_connections_open(app_token=settings.app_token)
    except SlackApiError as problem:
        msg = f"Slack refuses: {problem.response.get('error', 'unknown')}."
        raise _ProbeError(msg) from None
    except OSError as problem:
        msg = f"Slack cannot be reached: {problem}."
        raise _ProbeError(msg) from None
    return f"Signed in to {identity.get('team')} as {identity.get('user')}."


# What the sections a configuration may lack are for, and where their values are from.
_SECTIONS = {
    "mailbox": "It is the mailbox customers answer to; its password goes into "
    "COLLECTOR_IMAP_SECRET.",
    "smtp": "It is how letters leave; its password goes into COLLECTOR_SMTP_SECRET.",
    "slack": "It is the workspace; create the app from “collector-bot manifest”, then "
    "put its tokens into COLLECTOR_SLACK_BOT_TOKEN and COLLECTOR_SLACK_APP_TOKEN.",
}
_PROBES: tuple[tuple[str, Callable[[Config], str], str], ...] = (
    ("templates", _templates, "Mend the template at the line named."),
    (
        "database",
        _database,
        "Run “collector-bot upgrade”; if rows were altered, restore a backup.",
    ),
    ("desk", _desk, "Correct the key named; config.example.toml explains it."),
    (
        "mailbox",
        _mailbox,
        "Check [mailbox] host, port, security, user and COLLECTOR_IMAP_SECRET.",
    ),
    (
        "smtp",
        _smtp,
        "Check [smtp] host, port, security, user, archive_address and "
        "COLLECTOR_SMTP_SECRET.",
    ),
    (
        "slack",
        _slack,
        "Check the tokens; install the app from “collector-bot manifest” again.",
    ),
)
