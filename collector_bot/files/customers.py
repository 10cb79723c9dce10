"""Read customers and suppliers, their contacts and bank accounts, from a table."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from collector_bot.core.errors import (
    InputFileError,
    InputFileNote,
    MoneyError,
    TermsError,
)
from collector_bot.core.identifiers import is_email, is_iban, is_siren, is_vat
from collector_bot.core.ledger import AccountSide, ContactRole
from collector_bot.core.money import checked_currency
from collector_bot.core.terms import legal_concern, parse_terms
from collector_bot.core.wording import Both
from collector_bot.files.table import Column, Progress, Table, normal, open_table
from collector_bot.files.wording import ACCOUNT_BLANK, not_a_currency, too_long

COLUMNS = (
    Column("account", ("compte", "code", "code client", "compte client", "client",
                       "customer", "compte auxiliaire", "account code"), required=True),
    Column("name", ("nom", "raison sociale", "intitule", "company"), required=True),
    Column("email", ("e-mail", "mail", "courriel", "emails", "adresse e-mail")),
    Column("language", ("langue",)),
    Column("terms", ("conditions", "conditions de paiement", "delai de paiement",
                     "payment terms")),
    Column("siren", ("n° siren", "siret", "n° siret")),
    Column("vat", ("tva", "n° tva", "tva intracommunautaire",
                   "n° tva intracommunautaire", "vat number")),
    Column("iban", ("ibans",)),
    Column("side", ("type", "cote")),
    Column("currency", ("devise", "monnaie")),
    Column("aliases", ("alias", "autres noms", "other names")),
    Column("parent", ("maison mere", "compte parent", "groupe", "parent account")),
    Column("role", ("role du contact",)),
)  # fmt: skip

ACCOUNT_MAX, NAME_MAX = 64, 200
_PARTS_MAX = 50
_PARTS = re.compile(r"[;,|]")
_EMAIL_PARTS = re.compile(r"[;,|\s]")
_SIRET_DIGITS, _SIREN_DIGITS = 14, 9
_LANGUAGES = {
    **dict.fromkeys(("fr", "fra", "fre", "francais", "french", "frfr"), "fr"),
    **dict.fromkeys(("en", "eng", "anglais", "english", "engb", "enus"), "en"),
}
_SIDES = {
    **dict.fromkeys(("customer", "client", "c"), AccountSide.CUSTOMER),
    **dict.fromkeys(("supplier", "fournisseur", "f", "s"), AccountSide.SUPPLIER),
}
_ROLES = {
    **dict.fromkeys(("dunning", "relance", "relances"), ContactRole.DUNNING),
    **dict.fromkeys(("billing", "facturation", "invoicing"), ContactRole.BILLING),
    **dict.fromkeys(("other", "autre"), ContactRole.OTHER),
}

_EMAIL = ("an e-mail address", "une adresse électronique")
_IBAN = ("an IBAN", "un IBAN")
_SIREN = ("a SIREN", "un SIREN")
_VAT = ("a VAT number", "un numéro de TVA")

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class CustomerRow:
    """One account as a file has it; what was wrong is left out and in `warnings`.

    `emails` are valid and lower-cased, all in `role`; `language` is "fr", "en" or ""
    when not given; `terms` is the stored spelling of `core.terms`, `siren` nine digits;
    `vat` and `ibans` have no spaces; `currency` is "" when not given. An account may
    come twice, with contacts of another role.
    """

    account: str
    name: str
    line: int
    emails: tuple[str, ...] = ()
    language: str = ""
    terms: str = ""
    siren: str = ""
    vat: str = ""
    ibans: tuple[str, ...] = ()
    side: AccountSide | None = None
    currency: str = ""
    aliases: tuple[str, ...] = ()
    parent: str = ""
    role: ContactRole = ContactRole.DUNNING
    warnings: tuple[InputFileNote, ...] = ()


def read_customers(
    path: Path, *, progress: Progress | None = None
) -> Iterator[CustomerRow | InputFileError]:
    """Yield a file's accounts, and one `InputFileError` a refused row.

    An `InputFileNote` among them says something about the file and refuses no row.
    Account and name must be there. A row is refused when its account is blank, its side
    or currency is unknown, or it has more filled cells than the header; any other wrong
    field is left out of the row and said in its `warnings`, and terms longer than the
    law's are kept with a warning. Several e-mail addresses, IBANs or aliases of one
    cell are parted by semicolons (in quotes, where that is the file's delimiter).

    Args:
        path: a delimited text file.
        progress: called with the bytes read since the last call.

    Raises:
        InputFileError: the whole file is refused.
    """
    with open_table(path, COLUMNS) as table:
        yield from table.notes
        for batch in table.batches(progress):
            for line, row in zip(batch.lines, batch.rows, strict=True):
                if any(row):
                    yield _read_row(table, row, line)
            yield from batch.faults


def _read_row(table: Table, row: list[str], line: int) -> CustomerRow | InputFileError:
    """Return the account of one row, or why it is refused."""
    try:
        cells = table.pick(table.fit(row, line))
    except InputFileError as fault:
        return fault
    named = dict(zip((column.name for column in COLUMNS), cells, strict=True))
    account, side = named["account"], _SIDES.get(normal(named["side"]))
    if not account or len(account) > ACCOUNT_MAX:
        what = too_long(len(account), ACCOUNT_MAX) if account else ACCOUNT_BLANK
        return InputFileError(what, file=table.file, line=line, column="account")
    if named["side"] and side is None:
        what = (
            f"“{named['side'][:40]}” is neither customer nor supplier",
            f"« {named['side'][:40]} » n’est ni client ni fournisseur",
        )
        return InputFileError(what, file=table.file, line=line, column="side")
    fields = _Fields(table.file, line, named)
    currency = named["currency"].upper()
    try:
        currency = checked_currency(currency) if currency else ""
    except MoneyError:
        what = not_a_currency(named["currency"])
        return InputFileError(what, file=table.file, line=line, column="currency")
    return CustomerRow(
        account=account,
        name=fields.name(),
        line=line,
        emails=fields.emails(),
        language=fields.chosen("language", _LANGUAGES, ""),
        terms=fields.terms(),
        siren=fields.siren(),
        vat=fields.vat(),
        ibans=fields.ibans(),
        side=side,
        currency=currency,
        aliases=fields.parted("aliases"),
        parent=fields.parent(),
        role=fields.chosen("role", _ROLES, ContactRole.DUNNING),
        warnings=tuple(fields.warnings),
    )


class _Fields:
    """The cells of one row, each read into what it means; faults gather on the side."""

    def __init__(self, file: str, line: int, cells: dict[str, str]) -> None:
        self._file, self._line, self._cells = file, line, cells
        self.warnings: list[InputFileNote] = []

    def name(self) -> str:
        """Return the name, or nothing."""
        if not self._cells["name"]:
            self._warn(
                "name",
                "the name is blank; a known one stays, else the account stands in",
                "le nom est vide ; celui qui est connu reste, sinon le compte en tient"
                " lieu",
            )
        return self._cells["name"][:NAME_MAX]

    def emails(self) -> tuple[str, ...]:
        """Return the valid addresses, lower-cased, each once."""
        parts = (part.lower() for part in self.parted("email", _EMAIL_PARTS))
        return self._kept("email", parts, is_email, what=_EMAIL)

    def ibans(self) -> tuple[str, ...]:
        """Return the IBANs whose checksum holds, each once."""
        parts = (_compact(part) for part in self.parted("iban"))
        return self._kept("iban", parts, is_iban, what=_IBAN)

    def siren(self) -> str:
        """Return the SIREN, also from a SIRET, which begins with it."""
        digits = _compact(self._cells["siren"])
        if len(digits) == _SIRET_DIGITS and digits.isdecimal():
            digits = digits[:_SIREN_DIGITS]
        return self._checked("siren", digits, is_siren, what=_SIREN)

    def vat(self) -> str:
        """Return the VAT number."""
        number = _compact(self._cells["vat"])
        return self._checked("vat", number, is_vat, what=_VAT)

    def terms(self) -> str:
        """Return the terms in the spelling we store."""
        text = self._cells["terms"]
        if not text:
            return ""
        try:
            terms = parse_terms(text)
        except TermsError as error:
            self._warn("terms", *(part.rstrip(".") for part in error.both))
            return ""
        if concern := legal_concern(terms):
            english, french = concern.written("en"), concern.written("fr")
            self._warn("terms", english.rstrip("."), french.rstrip("."))
        return str(terms)

    def parent(self) -> str:
        """Return the account this one belongs to; never itself."""
        parent = self._cells["parent"]
        if parent == self._cells["account"] or len(parent) > ACCOUNT_MAX:
            self._warn(
                "parent",
                f"“{parent[:40]}” cannot be the parent",
                f"« {parent[:40]} » ne peut pas être la maison mère",
            )
            return ""
        return parent

    def chosen(self, column: str, words: dict[str, _T], default: _T) -> _T:
        """Return what a cell's word stands for; `default` when blank or unknown."""
        cell = self._cells[column]
        if cell and normal(cell) not in words:
            self._warn(
                column,
                f"“{cell[:40]}” is not known",
                f"« {cell[:40]} » n’est pas connu",
            )
        return words.get(normal(cell), default)

    def parted(self, column: str, by: re.Pattern[str] = _PARTS) -> tuple[str, ...]:
        """Return the filled parts of a cell, each once, at most fifty."""
        parts = (part.strip() for part in by.split(self._cells[column]))
        found = tuple(dict.fromkeys(part for part in parts if part))
        if len(found) > _PARTS_MAX:
            self._warn(
                column,
                f"only the first {_PARTS_MAX} of {len(found)} are kept",
                f"seuls les {_PARTS_MAX} premiers sur {len(found)} sont gardés",
            )
        return found[:_PARTS_MAX]

    def _kept(
        self,
        column: str,
        parts: Iterable[str],
        holds: Callable[[str], bool],
        *,
        what: Both,
    ) -> tuple[str, ...]:
        """Return the parts that hold; each other one is a warning."""
        return tuple(
            dict.fromkeys(
                part for part in parts if self._checked(column, part, holds, what=what)
            )
        )

    def _checked(
        self, column: str, text: str, holds: Callable[[str], bool], *, what: Both
    ) -> str:
        """Return `text` when it holds, else warn and return nothing."""
        if not text or holds(text):
            return text
        self._warn(
            column,
            f"“{text[:60]}” is not {what[0]}",
            f"« {text[:60]} » n’est pas {what[1]}",
        )
        return ""

    def _warn(self, column: str, english: str, french: str) -> None:
        what = (english, french)
        self.warnings.append(
            InputFileNote(what, file=self._file, line=self._line, column=column)
        )


def _compact(text: str) -> str:
    """Return `text` in capitals without spaces, points and hyphens."""
    return re.sub(r"[\s.-]", "", text).upper()
