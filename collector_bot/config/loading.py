"""The file of the configuration: read, checked whole, its secrets fetched."""

from __future__ import annotations

import os
import stat
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import (
    PrivateAttr,
    ValidationError,
)

from collector_bot.config.errors import ConfigError, line_of, refused
from collector_bot.config.lines import lines_of
from collector_bot.config.mistakes import broken, mistaken
from collector_bot.config.secrets import (
    REFERENCE,
    Unset,
    needed,
    unset_in,
    variables_of,
)
from collector_bot.config.sections import (
    DEFAULT_LEVELS,
    AccountsSection,
    BankSection,
    ClockSection,
    CompanySection,
    DatabaseSection,
    DunningSection,
    ExportSection,
    LogSection,
    MailboxSection,
    PolicySection,
    RolesSection,
    ScheduleSection,
    SecondOpinionSection,
    Section,
    ServerSection,
    SlackSection,
    SmtpSection,
)
from collector_bot.core.system_words import system_words
from collector_bot.core.wording import Both, nearest

DEFAULT_FILE = "collector.toml"
KNOWN_VARIABLES = frozenset(
    {
        "COLLECTOR_CONFIG",
        "COLLECTOR_DATABASE_URL",
        "COLLECTOR_IMAP_SECRET",
        "COLLECTOR_OPINION_KEY",
        "COLLECTOR_SMTP_SECRET",
        "COLLECTOR_SLACK_BOT_TOKEN",
        "COLLECTOR_SLACK_APP_TOKEN",
        "COLLECTOR_SLACK_SIGNING_SECRET",
    }
)
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


class Config(Section):
    """The whole configuration."""

    company: CompanySection
    database: DatabaseSection = DatabaseSection()
    mailbox: MailboxSection | None = None
    smtp: SmtpSection | None = None
    slack: SlackSection | None = None
    second_opinion: SecondOpinionSection | None = None
    roles: RolesSection = RolesSection()
    policy: PolicySection = PolicySection()
    schedule: ScheduleSection = ScheduleSection()
    server: ServerSection = ServerSection()
    log: LogSection = LogSection()
    clock: ClockSection = ClockSection()
    bank: BankSection = BankSection()
    accounts: AccountsSection = AccountsSection()
    export: ExportSection = ExportSection()
    dunning: DunningSection = DunningSection(levels=DEFAULT_LEVELS)
    _path: Path | None = PrivateAttr(default=None)
    _lines: Mapping[str, int] = PrivateAttr(default_factory=dict)
    _variables: Mapping[str, str] = PrivateAttr(default_factory=dict)

    def refuse(self, key: str, both: Both) -> ConfigError:
        """Return the refusal of one key, by file and line.

        Args:
            key: "company.timezone", "dunning.levels[2].template".
            both: what is wrong with it, without a full stop.
        """
        told = f"{key}: {both[0]}", f"{key} : {both[1]}"
        return refused(self._path, line_of(key, self._lines), told)

    def lacks(self, *sections: str) -> ConfigError:
        """Return the refusal to work without sections that are not there."""
        named = " ".join(f"[{one}]" for one in sections)
        return refused(self._path, None, (
            f"{named} is missing; config.example.toml shows it",
            f"il manque {named} ; config.example.toml le montre",
        ))  # fmt: skip

    def unset_secrets(self) -> tuple[Unset, ...]:
        """Return the secrets that are needed as configured and are empty."""
        secrets = needed(self.mailbox, self.smtp, self.slack)
        return unset_in(secrets, self._variables, os.environ)

    def reread(self) -> Config:
        """Return the configuration as its file has it now: access tokens expire.

        Raises:
            ConfigError: the file is no longer in order.
        """
        return load_config(self._path) if self._path else self


def find_config(given: str | None = None) -> Path | None:
    """Return the file to use: the one given, the variable's, or ./collector.toml.

    None when nothing is given and no such file is in the current directory.
    """
    named = given or os.environ.get("COLLECTOR_CONFIG")
    if named:
        return Path(named)
    here = Path(DEFAULT_FILE)
    return here if here.exists() else None


def load_config(path: Path | None) -> Config:
    """Read and check the configuration.

    Raises:
        ConfigError: no file, not TOML, a wrong or unknown key or variable, or a secret
            that cannot be read; named, with what was expected.
    """
    if path is None:
        raise ConfigError(
            f"There is no {DEFAULT_FILE} here: copy config.example.toml, or name a "
            "file with --config or COLLECTOR_CONFIG.",
            f"Il n’y a pas de {DEFAULT_FILE} ici : copiez config.example.toml, ou "
            "nommez un fichier par --config ou COLLECTOR_CONFIG.",
        )
    text = _text_of(path)
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        raise broken(path, problem) from None
    except RecursionError:
        both = "its lists are too deep", "ses listes sont trop profondes"
        raise refused(path, None, both) from None
    try:
        return _understood(path, text, raw)
    except ConfigError as problem:
        problem.language = _language_of(raw)
        raise


def _understood(path: Path, text: str, raw: dict[str, Any]) -> Config:
    """Return the configuration a file's sections make, with its secrets."""
    lines = lines_of(text)
    _check_variables(text)
    told = _with_secrets(raw, path, where="", lines=lines)
    url = os.environ.get("COLLECTOR_DATABASE_URL")
    if url and isinstance(told.setdefault("database", {}), dict):
        told["database"]["url"] = url
    try:
        config = Config.model_validate(told)
    except ValidationError as problem:
        raise mistaken(path, problem, model=Config, raw=raw, lines=lines) from None
    config._path = path  # noqa: SLF001 - set once, by the only door
    config._lines = lines  # noqa: SLF001 - idem
    config._variables = dict(variables_of(raw))  # noqa: SLF001 - idem
    _check_together(config)
    return config


def _language_of(raw: Mapping[str, Any]) -> str:
    """Return the language a file asks for, however wrong the rest is; "" for none."""
    company = raw.get("company")
    named = company.get("language") if isinstance(company, Mapping) else None
    return named if named in {"fr", "en"} else ""


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        both = "it is not UTF-8 text", "ce n’est pas un texte en UTF-8"
    except FileNotFoundError:
        both = (
            "there is no such file; copy config.example.toml to it",
            "ce fichier n’existe pas ; copiez-y config.example.toml",
        )
    except OSError as problem:
        why = system_words(problem)
        both = f"it cannot be read: {why[0]}", f"lecture impossible : {why[1]}"
    raise refused(path, None, both)


def _check_variables(text: str) -> None:
    named = {name for kind, name in REFERENCE.findall(text) if kind == "env"}
    for name in sorted(os.environ):
        known = name in KNOWN_VARIABLES or name in named
        if name.startswith("COLLECTOR_") and not known:
            near = nearest(name, KNOWN_VARIABLES)
            listed = ", ".join(sorted(KNOWN_VARIABLES))
            raise ConfigError(
                f"The environment variable {name} is unknown"
                + (f" (did you mean {near}?)" if near else "")
                + f"; known are {listed}, and those the file names.",
                f"La variable d’environnement {name} est inconnue"
                + (f" (vouliez-vous dire {near} ?)" if near else "")
                + f" ; on connaît {listed}, et celles que le fichier nomme.",
            )


def _with_secrets(
    value: Any, path: Path, *, where: str, lines: Mapping[str, int]
) -> Any:
    """Replace `${env:…}` and `${file:…}`; a missing variable is an empty secret."""
    if isinstance(value, Mapping):
        return {
            key: _with_secrets(
                one, path, where=f"{where}.{key}" if where else key, lines=lines
            )
            for key, one in value.items()
        }
    if isinstance(value, list):
        return [_with_secrets(one, path, where=where, lines=lines) for one in value]
    if not isinstance(value, str):
        return value
    match = REFERENCE.fullmatch(value)
    if match is None:
        return value
    kind, name = match.groups()
    if kind == "env":
        return os.environ.get(name, "")
    try:
        return _secret_file(Path(name))
    except _SecretFileError as problem:
        told = f"{where}: {problem.both[0]}", f"{where} : {problem.both[1]}"
        raise refused(path, line_of(where, lines), told) from None


class _SecretFileError(Exception):
    """A file with a secret is not to be read."""

    def __init__(self, both: Both) -> None:
        super().__init__(both[0])
        self.both = both


def _secret_file(file: Path) -> str:
    """Return the secret in a file that its owner alone can read."""
    try:
        if stat.S_IMODE(file.stat().st_mode) & 0o077:
            raise _SecretFileError((
                f"{file} can be read by others; make it yours alone (chmod 600)",
                f"{file} peut être lu par d’autres ; rendez-le à vous seul (chmod 600)",
            ))  # fmt: skip
        return file.read_text(encoding="utf-8").strip()
    except UnicodeDecodeError:
        why: Both = ("it is not UTF-8 text", "ce n’est pas un texte en UTF-8")
    except OSError as problem:
        why = system_words(problem)
    raise _SecretFileError((
        f"{file} cannot be read: {why[0]}", f"{file} ne peut pas être lu : {why[1]}"
    ))  # fmt: skip


def _check_together(config: Config) -> None:
    """Check what no single key can say."""
    for name, section in (("mailbox", config.mailbox), ("smtp", config.smtp)):
        if section and section.security == "none" and section.host not in LOOPBACK:
            raise config.refuse(f"{name}.security", (
                f"it is “none” for {section.host}; mail in clear is accepted on "
                "loopback only: use “starttls” or “tls”",
                f"c’est « none » pour {section.host} ; le courrier en clair n’est "
                "admis que sur cette machine : écrivez « starttls » ou « tls »",
            ))  # fmt: skip
    if config.second_opinion:
        _check_second_opinion(config, config.second_opinion)
    days = [level.days for level in config.dunning.levels]
    if days != sorted(set(days)):
        raise config.refuse("dunning.levels", (
            f"the days must rise, they are {days}",
            f"les jours doivent croître, ils sont {days}",
        ))  # fmt: skip
    if config.clock.offset_file and not _on_loopback(config):
        raise config.refuse("clock.offset_file", (
            "it is for rehearsals: mailbox, smtp and slack must all be on this machine",
            "c’est pour les répétitions : mailbox, smtp et slack doivent tous être sur "
            "cette machine",
        ))  # fmt: skip


def _check_second_opinion(config: Config, section: SecondOpinionSection) -> None:
    """Refuse an address that would carry mails in clear, and a key no header takes."""
    if not _may_carry_mails(section.base_url):
        raise config.refuse("second_opinion.base_url", (
            "it must be an https:// address without a query or a sign-in, as "
            "https://models.example/v1; http:// is accepted on loopback only",
            "il faut une adresse https:// sans paramètres ni identifiants, comme "
            "https://models.example/v1 ; http:// n’est admis que sur cette machine",
        ))  # fmt: skip
    key = section.api_key.get_secret_value()
    if not (key.isascii() and key.isprintable()) or " " in key:
        raise config.refuse("second_opinion.api_key", (
            "it holds a space, a line break or a sign outside ASCII",
            "il contient une espace, un saut de ligne ou un signe hors ASCII",
        ))  # fmt: skip


def _may_carry_mails(address: str) -> bool:
    from urllib.parse import urlsplit

    try:
        url = urlsplit(address)
        host, port = url.hostname, url.port
    except ValueError:
        return False
    plain = address.isascii() and address.isprintable() and " " not in address
    extra = url.username is not None or url.query or url.fragment
    if not host or port == 0 or not plain or extra:
        return False
    return url.scheme == "https" or (url.scheme == "http" and host in LOOPBACK)


def _on_loopback(config: Config) -> bool:
    from urllib.parse import urlsplit

    hosts = [section.host for section in (config.mailbox, config.smtp) if section]
    if config.slack:
        hosts.append(urlsplit(config.slack.api_url).hostname or "")
    return all(host in LOOPBACK for host in hosts)
