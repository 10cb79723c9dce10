"""What the fields of accounts, entries and movements are called in both languages."""

from __future__ import annotations

from typing import Final

from collector_bot.core.wording import Both, either

# Key -> what people call it. Keys of columns are the columns' own names; the French
# word is one the column is also read under.
_NAMES: Final[dict[str, Both]] = {
    "account": ("account", "compte"),
    "name": ("name", "nom"),
    "email": ("e-mail", "courriel"),
    "language": ("language", "langue"),
    "terms": ("terms", "conditions"),
    "siren": ("SIREN", "SIREN"),
    "vat": ("VAT number", "N° TVA"),
    "iban": ("IBAN", "IBAN"),
    "side": ("side", "type"),
    "currency": ("currency", "devise"),
    "aliases": ("other names", "autres noms"),
    "parent": ("parent account", "maison mère"),
    "role": ("role", "rôle du contact"),
    "kind": ("kind", "nature"),
    "piece": ("piece", "pièce"),
    "date": ("date", "date"),
    "due_date": ("due date", "échéance"),
    "debit": ("debit", "débit"),
    "credit": ("credit", "crédit"),
    "label": ("label", "libellé"),
    # Columns of a bank's file.
    "operation_date": ("operation date", "date opération"),
    "value_date": ("value date", "date valeur"),
    "sense": ("sense", "sens"),
    "short_label": ("short label", "libellé court"),
    "details": ("details", "détail"),
    "reference": ("reference", "référence"),
    # What only a report of changes names.
    "amount": ("amount", "montant"),
    "entry_side": ("side", "sens"),
    "dunning_email": ("dunning address", "adresse de relance"),
    "billing_email": ("billing address", "adresse de facturation"),
    "other_email": ("other address", "autre adresse"),
}


def field_name(field: str, language: str) -> str:
    """Return what people call a field; a column of the FEC goes by its own name.

    Example:
        >>> field_name("due_date", "fr"), field_name("PieceDate", "fr")
        ('échéance', 'PieceDate')
    """
    known = _NAMES.get(field)
    return either(known, language) if known else field
