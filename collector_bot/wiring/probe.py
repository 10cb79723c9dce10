"""`check`: every part tried for real, one line each, with how to mend what fails."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from collector_bot.answers.check import Checked, check_ledger
from collector_bot.config import Config, ConfigError, load_config
from collector_bot.core.errors import (
    CollectorError,
    MailboxLoginError,
    SchemaError,
    SmtpRefused,
)
from collector_bot.core.outside import SlackUnreachableError
from collector_bot.core.wording import Both, either
from collector_bot.letters import Letters
from collector_bot.mail.imap import Mailbox
from collector_bot.mail.smtp import SmtpDoor
from collector_bot.slack.app import web_client
from collector_bot.slack.cards.lists import HOW
from collector_bot.slack.door import asking, connection_address, knock
from collector_bot.store import journal
from collector_bot.store.journal import Head
from collector_bot.wiring.desk import open_database, open_desk, templates_folder
from collector_bot.wiring.lines import mailbox_settings, slack_settings, smtp_settings
from collector_bot.wiring.mends import MENDS, SECTIONS


@dataclass(frozen=True, slots=True)
class CheckLine:
    """One part: whether it works, in one sentence, and what to do if it does not.

    A part the configuration says nothing about is not `ok`, and not `configured`.
    `language` is that of `sentence` and `mend`; `head` is where the journal ends, told
    by the database alone.
    """

    name: str
    ok: bool
    sentence: str
    mend: str
    language: str
    configured: bool = True
    head: Head | None = None


@dataclass(frozen=True, slots=True)
class _Found:
    """What trying one part gave; `mend` is said only when it does not work."""

    ok: bool
    sentence: Both
    mend: Both = ("", "")
    configured: bool = True
    head: Head | None = None


Probe = Callable[[Config], Both | _Found]


def check(
    path: Path | None, language: str, *, noted: Head | None = None
) -> Iterator[CheckLine]:
    """Try every part; a part that fails stops none but those that need it.

    Args:
        path: of the configuration, whose language is spoken; None for none.
        language: spoken when there is no configuration, or none that names one.
        noted: where the journal ended once, its hash perhaps only begun; a journal
            that has another row there fails.
    """
    try:
        config = load_config(path)
    except ConfigError as problem:
        found = _Found(False, _both(problem), MENDS["config"])
        yield _line("config", found, problem.language or language)
        return
    language = config.company.language
    understood = f"{path} is understood.", f"{path} est compris."
    yield _line("config", _Found(True, understood), language)
    yield _line("secrets", _secrets(config), language)
    probes: dict[str, Probe] = dict(_PROBES)
    probes["database"] = partial(_database, noted=noted)
    for name, probe in probes.items():
        yield _line(name, _tried(name, probe, config), language)


def _line(name: str, found: _Found, language: str) -> CheckLine:
    return CheckLine(
        name,
        ok=found.ok,
        sentence=either(found.sentence, language),
        mend="" if found.ok else either(found.mend, language),
        language=language,
        configured=found.configured,
        head=found.head,
    )


def _secrets(config: Config) -> _Found:
    """Name the variables that are needed as configured and not set."""
    unset = config.unset_secrets()
    if not unset:
        return _Found(True, ("Every secret is set.", "Tous les secrets sont définis."))
    named = ", ".join(f"{one.variable} ({one.key})" for one in unset)
    return _Found(
        False, (f"Not set: {named}.", f"À définir : {named}."), MENDS["secrets"]
    )


def _tried(name: str, probe: Probe, config: Config) -> _Found:
    if name in SECTIONS and getattr(config, name) is None:
        return _absent(name)
    empty = [one for one in config.unset_secrets() if one.key.startswith(f"{name}.")]
    if empty:
        variables = ", ".join(one.variable for one in empty)
        not_tried: Both = (
            f"Not tried: {variables} is not set.",
            f"Pas d’essai : {variables} à définir.",
        )
        return _Found(False, not_tried, MENDS["secrets"])
    try:
        said = probe(config)
        return said if isinstance(said, _Found) else _Found(True, said)
    except CollectorError as problem:
        return _Found(False, _both(problem), _mend(name, problem))
    except Exception as problem:  # noqa: BLE001 - a probe tells, it does not crash
        what = type(problem).__name__
        return _Found(
            False, (f"{what} while trying.", f"{what} pendant l’essai."), MENDS[name]
        )


def _absent(name: str) -> _Found:
    """Return that a section is missing: nothing in it can be wrong yet."""
    english, french = SECTIONS[name]
    return _Found(
        ok=False,
        sentence=(
            f"Not configured: the configuration has no [{name}].",
            f"Non configuré : la configuration n’a pas de section [{name}].",
        ),
        mend=(
            f"Copy [{name}] from config.example.toml. {english}",
            f"Copiez [{name}] depuis config.example.toml. {french}",
        ),
        configured=False,
    )


def _both(problem: CollectorError) -> Both:
    return problem.written("en"), problem.written("fr")


def _mend(name: str, problem: CollectorError) -> Both:
    """Return what to do: a password, an address and a network are mended apart."""
    if isinstance(problem, SchemaError):
        return MENDS["schema"]
    if isinstance(problem, MailboxLoginError):
        return MENDS["mailbox sign-in"]
    if isinstance(problem, SmtpRefused) and problem.stage == "sign_in":
        return MENDS["smtp sign-in"]
    if isinstance(problem, SmtpRefused) and problem.stage in {"sender", "recipient"}:
        return MENDS["smtp addresses"]
    if isinstance(problem, SlackUnreachableError):
        return MENDS["slack network"]
    return MENDS[name]


class _LedgerError(CollectorError):
    """The ledger is not what was written."""

    code = "check.ledger"


def _templates(_config: Config) -> Both:
    named = ", ".join(Letters(templates_folder()).templates)
    return (
        f"Every template renders; levels may use {named}.",
        f"Tous les modèles se composent ; les niveaux peuvent utiliser {named}.",
    )


def _desk(config: Config) -> Both:
    desk = open_desk(config)
    levels = len(desk.procedure.levels)
    desk.database.close()
    return (
        f"Procedure of {levels} levels; time zone, currency and terms are known.",
        f"Procédure de {levels} niveaux ; fuseau, devise et délais sont connus.",
    )


def _database(config: Config, *, noted: Head | None = None) -> _Found:
    database = open_database(config)
    try:
        with database.reading() as connection:
            found = check_ledger(connection)
            there = journal.hash_at(connection, noted.count) if noted else ""
        version = database.version()
    finally:
        database.close()
    if not found.sound:
        raise _LedgerError(*_unsound(found))
    if noted and not there.startswith(noted.hash):
        raise _LedgerError(
            f"Row {noted.count} of the journal is not the one you noted: the journal "
            "was cut or written anew.",
            f"La ligne {noted.count} du journal n’est pas celle que vous avez notée : "
            "le journal a été coupé ou récrit.",
        )
    end = found.head.short
    sentence = (
        f"Schema {version}; journal, entries, open amounts and acts agree; "
        f"journal at {end}.",
        f"Schéma {version} ; journal, écritures, montants ouverts et actes "
        f"concordent ; journal à {end}.",
    )
    return _Found(True, sentence, head=found.head)


def _unsound(found: Checked) -> Both:
    """Return the first thing that is wrong with the ledger."""
    for row in found.altered_acts:
        return (
            f"The journal was altered at row {row}.",
            f"Le journal a été altéré à la ligne {row}.",
        )
    for which in found.altered_imports:
        return (
            f"Entries were altered after they came in: {which}.",
            f"Des écritures ont été altérées après leur import : {which}.",
        )
    for one in found.tampered:
        english, french = HOW[one.how]
        return f"{english}: {one.subject}.", f"{french} : {one.subject}."
    for entry, kept, right in found.miscounted:
        return (
            f"Entry {entry} shows {kept} open, its letterings say {right}.",
            f"L’écriture {entry} montre {kept} ouvert, ses lettrages disent {right}.",
        )
    return (
        "The ledger is not what was written.",
        "Le grand livre n’est pas ce qui fut écrit.",
    )


def _mailbox(config: Config) -> Both:
    settings = mailbox_settings(config)
    with Mailbox(settings) as mailbox:
        mailbox.open()
        if settings.archive_folder != settings.folder:
            mailbox.open(settings.archive_folder)
    return (
        f"{settings.folder} of {settings.address} can be read.",
        f"{settings.folder} de {settings.address} se lit.",
    )


def _smtp(config: Config) -> Both:
    settings = smtp_settings(config)
    with SmtpDoor(settings).connect() as line:
        line.offer(recipients=[settings.archive_address])
        line.withdraw()
    return (
        f"{settings.host} takes letters, and the archive address; none was sent.",
        f"{settings.host} prend les lettres et l’adresse d’archive ; rien n’est parti.",
    )


def _slack(config: Config) -> Both:
    settings = slack_settings(config)
    client = asking(web_client(settings))
    identity = knock(client)
    if settings.mode == "socket":
        connection_address(client, settings.app_token)
    team, user = identity.get("team"), identity.get("user")
    return f"Signed in to {team} as {user}.", f"Connecté à {team} en tant que {user}."


_PROBES: Mapping[str, Probe] = {
    "templates": _templates,
    "database": _database,
    "desk": _desk,
    "mailbox": _mailbox,
    "smtp": _smtp,
    "slack": _slack,
}
