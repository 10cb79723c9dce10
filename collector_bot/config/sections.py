"""The sections of the configuration: keys, their kinds, bounds and defaults."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    SecretStr,
)

from collector_bot.config.expected import Expected

_A_TIME = Expected(
    ("a time such as 09:00, in quotes", "une heure comme 09:00, entre guillemets")
)
_AN_AMOUNT = Expected(
    ("an amount such as 50.00, in quotes", "un montant comme 50.00, entre guillemets")
)
_AN_ACCOUNT = Expected(
    (
        "an account number of 3 to 17 digits and letters, in quotes",
        "un numéro de compte de 3 à 17 chiffres et lettres, entre guillemets",
    )
)
_A_JOURNAL = Expected(
    (
        "a journal code of 1 to 10 digits and letters, in quotes",
        "un code journal de 1 à 10 chiffres et lettres, entre guillemets",
    )
)
_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d")


def _clock_time(text: str) -> str:
    if text and not _TIME.fullmatch(text):
        raise ValueError(_A_TIME.both[0])
    return text


def _is_amount(text: str) -> str:
    if text and not re.fullmatch(r"\d{1,12}(\.\d{1,4})?", text):
        raise ValueError(_AN_AMOUNT.both[0])
    return text


def _account_number(text: str) -> str:
    if not re.fullmatch(r"[0-9A-Za-z]{3,17}", text):
        raise ValueError(_AN_ACCOUNT.both[0])
    return text


def _journal_code(text: str) -> str:
    if not re.fullmatch(r"[0-9A-Za-z]{1,10}", text):
        raise ValueError(_A_JOURNAL.both[0])
    return text


def _as_text(value: object) -> object:
    return str(value) if isinstance(value, int) else value


ClockTime = Annotated[str, AfterValidator(_clock_time), _A_TIME]
Amount = Annotated[
    str, BeforeValidator(_as_text), AfterValidator(_is_amount), _AN_AMOUNT
]
AccountNumber = Annotated[
    str, BeforeValidator(_as_text), AfterValidator(_account_number), _AN_ACCOUNT
]
JournalCode = Annotated[str, AfterValidator(_journal_code), _A_JOURNAL]
Security = Literal["tls", "starttls", "none"]
Language = Literal["fr", "en"]
Fraction = Annotated[float, Field(ge=0, le=1)]
Port = Annotated[int, Field(ge=1, le=65535)]


class Section(BaseModel):
    """A section: unknown keys are refused by name."""

    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)


class CompanySection(Section):
    """Who writes, in which language, zone and country."""

    name: str = Field(min_length=1)
    signature: str = "Le service comptabilité clients"
    signature_en: str = "Accounts receivable"
    phone: str = ""
    iban: str = ""
    bic: str = ""
    country: str = "FR"
    timezone: str = "Europe/Paris"
    language: Language = "fr"
    currency: str = "EUR"
    terms: str = "30 net"


class DatabaseSection(Section):
    """Where the ledger is."""

    url: SecretStr = SecretStr("sqlite:///collector.db")


class MailboxSection(Section):
    """The mailbox customers answer to."""

    address: str
    host: str
    port: Port = 993
    security: Security = "tls"
    auth: Literal["password", "xoauth2"] = "password"
    user: str = ""
    secret: SecretStr = SecretStr("")
    folder: str = "INBOX"
    archive_folder: str = "INBOX"
    idle: bool = True
    poll_seconds: Annotated[int, Field(ge=1, le=3600)] = 60
    max_bytes: Annotated[int, Field(ge=10_000, le=104_857_600)] = 26_214_400
    history_days: Annotated[int, Field(ge=0, le=3650)] = 14
    trusted_authserv: tuple[str, ...] = ()
    ca_file: str = ""


class SmtpSection(Section):
    """How letters leave."""

    host: str
    port: Port = 587
    security: Security = "starttls"
    auth: Literal["password", "xoauth2", "none"] = "password"
    user: str = ""
    secret: SecretStr = SecretStr("")
    from_address: str
    from_name: str = ""
    archive_address: str
    letters_per_minute: Annotated[int, Field(ge=1, le=6000)] = 20
    ca_file: str = ""


class SlackSection(Section):
    """The workspace."""

    mode: Literal["socket", "http"] = "socket"
    bot_token: SecretStr = SecretStr("")
    app_token: SecretStr = SecretStr("")
    signing_secret: SecretStr = SecretStr("")
    channel: str
    http_port: Port = 3000
    api_url: str = "https://slack.com/api/"


class SecondOpinionSection(Section):
    """A machine that guesses about mails a person has to look at."""

    base_url: str = Field(min_length=1)
    model: str = Field(min_length=1)
    api_key: SecretStr = SecretStr("")
    timeout_seconds: Annotated[int, Field(ge=1, le=120)] = 30
    max_chars: Annotated[int, Field(ge=200, le=20_000)] = 4000


class RolesSection(Section):
    """Who may do what, by Slack user id."""

    managers: tuple[str, ...] = ()
    clerks: tuple[str, ...] = ()
    viewers: tuple[str, ...] = ()


class PolicySection(Section):
    """What Collector may do by itself."""

    four_eyes: bool = True
    promise_grace_days: Annotated[int, Field(ge=0, le=60)] = 3
    promise_max_days: Annotated[int, Field(ge=0, le=730)] = 60
    suggestion_expiry_days: Annotated[int, Field(ge=1, le=365)] = 30
    undo_days: Annotated[int, Field(ge=0, le=365)] = 7
    show_confidence_min: Fraction = 0.30
    read_confidence_min: Fraction = 0.70
    auto_letter: bool = False
    auto_letter_confidence_min: Fraction = 0.99
    mailbox_fresh_minutes: Annotated[int, Field(ge=1, le=1440)] = 15
    uncertain_minutes: Annotated[int, Field(ge=1, le=10_080)] = 30
    formal_notice_days: Annotated[int, Field(ge=1, le=60)] = 8
    correct_rounding_max: Amount = "1.00"
    correct_bank_fee_max: Amount = "30.00"
    correct_discount_max: Amount = "500.00"


class ScheduleSection(Section):
    """When things happen, in local time of the company."""

    dun_at: ClockTime = "09:00"
    send_from: ClockTime = "08:30"
    send_until: ClockTime = "18:00"
    working_days_only: bool = True
    digest_at: ClockTime = "08:00"
    tick_seconds: Annotated[int, Field(ge=1, le=300)] = 10


class ServerSection(Section):
    """Health and metrics."""

    host: str = "127.0.0.1"
    port: Port = 8088


class LogSection(Section):
    """How the process speaks of itself."""

    level: Literal["debug", "info", "warning", "error"] = "info"
    format: Literal["json", "text"] = "json"


class ClockSection(Section):
    """Rehearsals: seconds added to the clock, read from a file."""

    offset_file: str = ""


class BankCsvSection(Section):
    """How the CSV of the bank is laid out; "" is found in the file."""

    date: str = ""
    value_date: str = ""
    amount: str = ""
    debit: str = ""
    credit: str = ""
    label: str = ""
    name: str = ""
    iban: str = ""
    reference: str = ""
    currency: str = ""
    delimiter: Literal["", ";", ",", "tab", "|"] = ""
    decimal: Literal["", ",", "."] = ""
    date_format: str = ""


class BankSection(Section):
    """What the bank's files are like."""

    csv: BankCsvSection | None = None


class AccountsSection(Section):
    """The accounts and journals that corrections and exports are written to."""

    customers: AccountNumber = "411"
    suppliers: AccountNumber = "401"
    rounding_loss: AccountNumber = "658"
    rounding_gain: AccountNumber = "758"
    discount: AccountNumber = "665"
    vat: AccountNumber = "44571"
    bank_fee: AccountNumber = "627"
    rebate: AccountNumber = "4198"
    advance: AccountNumber = "4191"
    doubtful: AccountNumber = "416"
    impairment: AccountNumber = "491"
    impairment_charge: AccountNumber = "68174"
    impairment_reversal: AccountNumber = "78174"
    irrecoverable: AccountNumber = "654"
    bank: AccountNumber = "512"
    bank_journal: JournalCode = "BQ"
    sundry_journal: JournalCode = "OD"
    vat_rate: Annotated[float, Field(ge=0, le=100)] = 20.0


class ExportSection(Section):
    """How files for the accounting system are written."""

    datelet: Literal["operation", "latest_entry", "none"] = "operation"
    partial_codes: bool = True
    separator: Literal["tab", "|"] = "tab"


class LevelSection(Section):
    """One rung of the ladder."""

    name: str = Field(min_length=1)
    title: str = ""
    title_en: str = ""
    days: Annotated[int, Field(ge=-60, le=730)]
    template: str = Field(min_length=1)
    approval: bool = False
    gap_days: Annotated[int, Field(ge=0, le=365)] = 7
    minimum: Amount = ""


class DunningSection(Section):
    """The procedure."""

    max_letter_amount: Amount = ""
    levels: Annotated[tuple[LevelSection, ...], Field(min_length=1)]


DEFAULT_LEVELS = (
    LevelSection(
        name="courtesy", days=-5, template="courtesy", gap_days=3, minimum="50.00"
    ),
    LevelSection(name="reminder-1", days=5, template="reminder_1", minimum="5.00"),
    LevelSection(
        name="reminder-2", days=15, template="reminder_2", gap_days=8, minimum="5.00"
    ),
    LevelSection(
        name="firm",
        days=30,
        template="firm",
        approval=True,
        gap_days=10,
        minimum="20.00",
    ),
    LevelSection(
        name="formal-notice",
        days=45,
        template="formal_notice",
        approval=True,
        gap_days=12,
        minimum="100.00",
    ),
)
