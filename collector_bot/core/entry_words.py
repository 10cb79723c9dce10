"""Entries in words: their kinds, their sides, and the values of their fields."""

from __future__ import annotations

from datetime import date
from typing import Final

from collector_bot.core.errors import TermsError
from collector_bot.core.ledger import Kind, Side
from collector_bot.core.money import Money
from collector_bot.core.terms import parse_terms
from collector_bot.core.wording import Both, either

KIND_NAMES: Final[dict[Kind, Both]] = {
    Kind.INVOICE: ("invoice", "facture"),
    Kind.CREDIT_NOTE: ("credit note", "avoir"),
    Kind.PAYMENT: ("payment", "règlement"),
    Kind.ADVANCE: ("advance", "acompte"),
    Kind.OTHER: ("other", "autre"),
}
_SIDE_NAMES: Final[dict[Side, Both]] = {
    Side.DEBIT: ("debit", "débit"),
    Side.CREDIT: ("credit", "crédit"),
}
_LANGUAGES: Final[dict[str, Both]] = {
    "fr": ("French", "français"),
    "en": ("English", "anglais"),
}


def value_written(field: str, value: str | Money | date | None, language: str) -> str:
    r"""Return a value of an account's or entry's field as people read it.

    Args:
        field: a key of `core.field_names`.
        value: as it is kept; None, or an empty text, for nothing.
        language: "fr", else English.

    Example:
        >>> value_written("due_date", date(2026, 3, 31), "fr")
        '31/03/2026'
        >>> value_written("kind", "credit_note", "en"), value_written("terms", "", "en")
        ('credit note', 'none')
    """
    if value is None or value == "":
        return either(("none", "néant"), language)
    if isinstance(value, Money):
        return value.written("fr") if language == "fr" else str(value)
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}" if language == "fr" else value.isoformat()
    if field == "kind":
        return either(KIND_NAMES[Kind(value)], language)
    if field == "entry_side":
        return either(_SIDE_NAMES[Side(value)], language)
    if field == "language" and value in _LANGUAGES:
        return either(_LANGUAGES[value], language)
    if field == "terms":
        try:
            return parse_terms(value).written(language)
        except TermsError:
            return value
    return value
