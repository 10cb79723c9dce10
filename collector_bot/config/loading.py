"""The file of the configuration: read, checked whole, its secrets fetched."""

from __future__ import annotations

import os
import re
import stat
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import (
    PrivateAttr,
    ValidationError,
)

from collector_bot.config.sections import (
    DEFAULT_LEVELS,
    ClockSection,
    CompanySection,
    DatabaseSection,
    DunningSection,
    LogSection,
    MailboxSection,
    PolicySection,
    RolesSection,
    ScheduleSection,
    Section,
    ServerSection,
    SlackSection,
    SmtpSection,
)
from collector_bot.core.errors import CollectorError

DEFAULT_FILE = "collector.toml"
KNOWN_VARIABLES = frozenset(
    {
        "COLLECTOR_CONFIG",
        "COLLECTOR_DATABASE_URL",
        "COLLECTOR_IMAP_SECRET",
        "COLLECTOR_SMTP_SECRET",
        "COLLECTOR_SLACK_BOT_TOKEN",
        "COLLECTOR_SLACK_APP_TOKEN",
        "COLLECTOR_SLACK_SIGNING_SECRET",
    }
)
_REFERENCE = re.compile(r"\$\{(env|file):([^}]+)\}")
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


class ConfigError(CollectorError):
    """The configuration is refused, by the name of its file and key."""

    code = "config.refused"


class Config(Section):
    """The whole configuration."""

    company: CompanySection
    database: DatabaseSection = DatabaseSection()
    mailbox: MailboxSection | None = None
    smtp: SmtpSection | None = None
    slack: SlackSection | None = None
    roles: RolesSection = RolesSection()
    policy: PolicySection = PolicySection()
    schedule: ScheduleSection = ScheduleSection()
    server: ServerSection = ServerSection()
    log: LogSection = LogSection()
    clock: ClockSection = ClockSection()
    dunning: DunningSection = DunningSection(levels=DEFAULT_LEVELS)
    _path: Path | None = PrivateAttr(default=None)

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
        msg = (
            f"There is no {DEFAULT_FILE} here: copy config.example.toml, or name a "
            "file with --config or COLLECTOR_CONFIG."
        )
        raise ConfigError(msg)
    text = _text_of(path)
    try:
        told = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        msg = f"{path}: not TOML: {problem}."
        raise ConfigError(msg) from None
    _check_variables(text)
    told = _with_secrets(told, path, where="")
    url = os.environ.get("COLLECTOR_DATABASE_URL")
    if url:
        told.setdefault("database", {})["url"] = url
    try:
        config = Config.model_validate(told)
    except ValidationError as problem:
        raise ConfigError(_first_problem(path, problem)) from None
    _check_together(path, config)
    config._path = path  # noqa: SLF001 - set once, by the only door
    return config


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        msg = f"{path}: there is no such file; copy config.example.toml to it."
    except (OSError, UnicodeDecodeError) as problem:
        reason = getattr(problem, "strerror", None) or "not UTF-8 text"
        msg = f"{path}: cannot be read: {reason}."
    raise ConfigError(msg)


def _check_variables(text: str) -> None:
    named = {name for kind, name in _REFERENCE.findall(text) if kind == "env"}
    for name in sorted(os.environ):
        known = name in KNOWN_VARIABLES or name in named
        if name.startswith("COLLECTOR_") and not known:
            msg = (
                f"The environment variable {name} is unknown; known are "
                f"{', '.join(sorted(KNOWN_VARIABLES))}, and those the file names."
            )
            raise ConfigError(msg)


def _with_secrets(value: Any, path: Path, *, where: str) -> Any:
    """Replace `${env:…}` and `${file:…}`; a missing variable is an empty secret."""
    if isinstance(value, Mapping):
        return {
            key: _with_secrets(one, path, where=f"{where}.{key}" if where else key)
            for key, one in value.items()
        }
    if isinstance(value, list):
        return [_with_secrets(one, path, where=where) for one in value]
    if not isinstance(value, str):
        return value
    match = _REFERENCE.fullmatch(value)
    if match is None:
        return value
    kind, name = match.groups()
    if kind == "env":
        return os.environ.get(name, "")
    return _secret_file(path, Path(name), where=where)


def _secret_file(path: Path, file: Path, *, where: str) -> str:
    try:
        mode = file.stat().st_mode
        if stat.S_IMODE(mode) & 0o077:
            msg = (
                f"{path}, {where}: {file} can be read by others; "
                "make it yours alone (chmod 600)."
            )
            raise ConfigError(msg)
        return file.read_text(encoding="utf-8").strip()
    except OSError as problem:
        msg = f"{path}, {where}: {file} cannot be read: {problem.strerror}."
        raise ConfigError(msg) from None


def _first_problem(path: Path, problem: ValidationError) -> str:
    told = problem.errors(include_url=False, include_input=False)
    first = told[0]
    place = ".".join(str(part) for part in first["loc"])
    if first["type"] == "extra_forbidden":
        what = f"the key {place} is unknown"
    elif first["type"] == "missing":
        what = f"the key {place} is required"
    else:
        what = f"{place}: {first['msg'].removeprefix('Value error, ')}"
    more = f" ({len(told) - 1} more after it)" if len(told) > 1 else ""
    return f"{path}: {what}{more}; config.example.toml explains every key."


def _check_together(path: Path, config: Config) -> None:
    """Check what no single key can say."""
    for name, section in (("mailbox", config.mailbox), ("smtp", config.smtp)):
        if section and section.security == "none" and section.host not in LOOPBACK:
            msg = (
                f"{path}: {name}.security is “none” for {section.host}; mail in clear "
                "is accepted on loopback only: use “starttls” or “tls”."
            )
            raise ConfigError(msg)
    days = [level.days for level in config.dunning.levels]
    if days != sorted(set(days)):
        msg = f"{path}: dunning.levels: the days must rise, they are {days}."
        raise ConfigError(msg)
    if config.clock.offset_file and not _on_loopback(config):
        msg = (
            f"{path}: clock.offset_file is for rehearsals: mailbox, smtp and slack "
            "must all be on this machine."
        )
        raise ConfigError(msg)


def _on_loopback(config: Config) -> bool:
    from urllib.parse import urlsplit

    hosts = [section.host for section in (config.mailbox, config.smtp) if section]
    if config.slack:
        hosts.append(urlsplit(config.slack.api_url).hostname or "")
    return all(host in LOOPBACK for host in hosts)
