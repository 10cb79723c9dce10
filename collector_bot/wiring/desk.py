"""The desk, made from the configuration."""

from __future__ import annotations

from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from collector_bot.config import Config
from collector_bot.core.books import DateLet, Layout
from collector_bot.core.corrections import Chart, Limits
from collector_bot.core.dunning import Level, Procedure
from collector_bot.core.errors import CollectorError, MoneyError, TermsError
from collector_bot.core.money import Money, checked_currency
from collector_bot.core.terms import parse_terms
from collector_bot.core.wording import Both
from collector_bot.files.attachments import sheets_of
from collector_bot.files.bank_csv import CsvLayout, date_pattern
from collector_bot.flows.desk import Desk, Envelope, Policy, Roles
from collector_bot.letters import Company, Letters
from collector_bot.store.database import Database
from collector_bot.wiring.clock import SystemClock

BASIS_POINTS = 10_000
_OF_TWO_DECIMALS = "EUR"
_PER_CENT_BP = 100
_SHOWN = 40


def templates_folder() -> Path:
    """Return where the letters' templates are: in the package, or beside it."""
    package = Path(__file__).parents[1]
    inside = package / "templates"
    return inside if inside.is_dir() else package.parent / "templates"


def open_database(config: Config, *, check: bool = True) -> Database:
    """Return the database, refused when its schema is another version's.

    Raises:
        DatabaseError: it cannot be opened, or `collector-bot upgrade` is due.
    """
    database = Database(config.database.url.get_secret_value())
    if check:
        database.check_schema()
    return database


def clock_of(config: Config) -> SystemClock:
    """Return the clock, moved when the configuration is a rehearsal's."""
    name = config.clock.offset_file
    return SystemClock(Path(name) if name else None)


def open_desk(config: Config) -> Desk:
    """Return the desk everything works at.

    Raises:
        ConfigError: zone, currency, terms or a level's template is unknown.
        TemplateError: a template cannot be used.
        DatabaseError: the database is not ready.
    """
    company = config.company
    letters = Letters(templates_folder())
    policy = config.policy
    return Desk(
        database=open_database(config),
        procedure=_procedure(config, letters),
        letters=letters,
        clock=clock_of(config),
        compose=_Composer(config),
        company=_company(config),
        timezone=_zone(config),
        language=company.language,
        currency=_currency(config),
        country=company.country,
        terms=_terms(config),
        policy=Policy(
            four_eyes=policy.four_eyes,
            promise_grace_days=policy.promise_grace_days,
            promise_max_days=policy.promise_max_days,
            suggestion_expiry_days=policy.suggestion_expiry_days,
            undo_days=policy.undo_days,
            show_confidence_min_bp=round(policy.show_confidence_min * BASIS_POINTS),
            read_confidence_min=policy.read_confidence_min,
            auto_letter=policy.auto_letter,
            auto_letter_confidence_min_bp=round(
                policy.auto_letter_confidence_min * BASIS_POINTS
            ),
            mailbox_fresh_minutes=policy.mailbox_fresh_minutes,
            uncertain_minutes=policy.uncertain_minutes,
            formal_notice_days=policy.formal_notice_days,
            history_days=config.mailbox.history_days if config.mailbox else 14,
        ),
        roles=Roles(
            managers=frozenset(config.roles.managers),
            clerks=frozenset(config.roles.clerks),
            viewers=frozenset(config.roles.viewers),
        ),
        own_addresses=own_addresses(config),
        trusted_authserv=config.mailbox.trusted_authserv if config.mailbox else (),
        sheets=sheets_of,
        bank_layout=_bank_layout(config),
        chart=_chart(config),
        limits=_limits(config),
        export_layout=_export_layout(config),
    )


def own_addresses(config: Config) -> frozenset[str]:
    """Return the company's own addresses: mail from them is not a customer's."""
    found = set()
    if config.mailbox:
        found.add(config.mailbox.address.lower())
    if config.smtp:
        found |= {
            config.smtp.from_address.lower(),
            config.smtp.archive_address.lower(),
        }
    return frozenset(found)


def _company(config: Config) -> Company:
    company = config.company
    address = config.mailbox.address if config.mailbox else ""
    return Company(
        name=company.name,
        signature=company.signature,
        signature_en=company.signature_en,
        phone=company.phone,
        iban=company.iban.replace(" ", ""),
        bic=company.bic,
        reply_to=address,
    )


def _bank_layout(config: Config) -> CsvLayout | None:
    """Return how the bank's CSV is laid out; None when it is not described."""
    section = config.bank.csv
    if section is None:
        return None
    if section.date_format and date_pattern(section.date_format) is None:
        shown = section.date_format[:_SHOWN]
        raise config.refuse("bank.csv.date_format", (
            f"“{shown}” is no format of dates; expected for instance DD/MM/YYYY",
            f"« {shown} » n’est pas un format de dates ; écrivez par exemple "
            "DD/MM/YYYY",
        ))  # fmt: skip
    told = section.model_dump()
    if section.delimiter == "tab":
        told["delimiter"] = "\t"
    return CsvLayout(**told)


def _chart(config: Config) -> Chart:
    told = config.accounts.model_dump()
    rate_bp = round(told.pop("vat_rate") * _PER_CENT_BP)
    return Chart(**told, vat_rate_bp=rate_bp)


def _export_layout(config: Config) -> Layout:
    export = config.export
    separator = "\t" if export.separator == "tab" else export.separator
    return Layout(DateLet(export.datelet), export.partial_codes, separator)


def _limits(config: Config) -> Limits:
    """Return up to what differences are corrected with an approval."""
    policy = config.policy
    amounts = {
        "rounding_max": policy.correct_rounding_max,
        "bank_fee_max": policy.correct_bank_fee_max,
        "discount_max": policy.correct_discount_max,
    }
    return Limits(
        **{
            name: _hundredths(config, f"policy.correct_{name}", amount)
            for name, amount in amounts.items()
        }
    )


def _procedure(config: Config, letters: Letters) -> Procedure:
    levels = []
    for number, level in enumerate(config.dunning.levels, start=1):
        place = f"dunning.levels[{number}]"
        if level.template not in letters.templates:
            known = ", ".join(letters.templates)
            raise config.refuse(f"{place}.template", (
                f"there is no template “{level.template}”; there are {known}",
                f"le modèle « {level.template} » n’existe pas ; il y a {known}",
            ))  # fmt: skip
        levels.append(
            Level(
                number=number,
                name=level.name,
                days=level.days,
                template=level.template,
                needs_approval=level.approval,
                gap_days=level.gap_days,
                minimum_minor=_hundredths(config, f"{place}.minimum", level.minimum),
                title=level.title,
                title_en=level.title_en,
            )
        )
    ceiling = config.dunning.max_letter_amount
    most = _hundredths(config, "dunning.max_letter_amount", ceiling)
    return Procedure(tuple(levels), most if ceiling else None)


def _hundredths(config: Config, key: str, amount: str) -> int:
    """Return an amount of the ladder in hundredths, whatever the currency."""
    try:
        return Money.of(amount or "0", _OF_TWO_DECIMALS).minor
    except MoneyError as problem:
        raise config.refuse(key, _why(problem)) from None


def _zone(config: Config) -> ZoneInfo:
    name = config.company.timezone
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise config.refuse("company.timezone", (
            f"“{name}” is no time zone; expected for instance Europe/Paris",
            f"« {name} » n’est pas un fuseau horaire ; écrivez par exemple "
            "Europe/Paris",
        )) from None  # fmt: skip


def _currency(config: Config) -> str:
    try:
        return checked_currency(config.company.currency)
    except MoneyError as problem:
        raise config.refuse("company.currency", _why(problem)) from None


def _terms(config: Config) -> str:
    try:
        parse_terms(config.company.terms)
    except TermsError as problem:
        raise config.refuse("company.terms", _why(problem)) from None
    return config.company.terms


def _why(problem: CollectorError) -> Both:
    """Return a sentence as part of another: without its full stop."""
    return str(problem).rstrip("."), problem.written("fr").rstrip(".")


class _Composer:
    """Letters as bytes, from the company's address."""

    def __init__(self, config: Config) -> None:
        self._config = config
        self._smtp, self._mailbox = config.smtp, config.mailbox

    def __call__(self, envelope: Envelope, letter_key: bytes) -> tuple[bytes, str]:
        """Return bytes and Message-ID.

        Raises:
            ConfigError: the configuration has no [smtp] or no [mailbox].
            CollectorError: an address or text would make an unsafe letter.
        """
        from collector_bot.mail.compose import Draft, compose, message_id

        if self._smtp is None or self._mailbox is None:
            raise self._config.lacks("smtp", "mailbox")
        domain = self._smtp.from_address.rpartition("@")[2]
        own_id = message_id(letter_key, envelope.key, domain)
        answered = envelope.in_reply_to
        raw = compose(
            Draft(
                message_id=own_id,
                key=envelope.key,
                written_at=envelope.at,
                from_address=self._smtp.from_address,
                from_name=self._smtp.from_name,
                reply_to=self._mailbox.address,
                to=envelope.to,
                subject=envelope.subject,
                text=envelope.text,
                html=envelope.html,
                in_reply_to=answered,
                references=(answered,) if answered else (),
            )
        )
        return raw, own_id
