"""Read bank movements from a delimited file, described in the configuration or not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from collector_bot.core.bank import BankLine, BankStatement
from collector_bot.core.errors import InputFileError, InputFileNote, MoneyError
from collector_bot.core.money import Money, checked_currency
from collector_bot.core.wording import Both
from collector_bot.files.amounts import decide_mark, read_minor
from collector_bot.files.bank_parts import (
    Draft,
    account_number,
    creditor_reference_in,
    day_of,
    reason_of,
    said,
    text_of,
)
from collector_bot.files.dates import DateReader, NotADate
from collector_bot.files.table import (
    DELIMITERS,
    Column,
    Progress,
    Table,
    normal,
    open_table,
)
from collector_bot.files.wording import (
    BOTH_FILLED,
    DATE_BLANK,
    TWO_MARKS,
    not_a_currency,
)

COLUMNS: Final = (
    Column("date", ("date comptable", "date de comptabilisation", "date d'ecriture",
                    "booking date", "posting date", "posted on", "buchungstag")),
    Column("operation_date", ("date operation", "date d'operation", "transaction date",
                              "date de l'operation", "date transaction",
                              "completed date", "date completed")),
    Column("value_date", ("date valeur", "date de valeur", "valuta", "valutadatum",
                          "wertstellung", "date de la valeur")),
    Column("amount", ("montant", "montant operation", "montant de l'operation",
                      "montant eur", "montant en eur", "montant en euros",
                      "montant euros", "amount eur", "amount gbp", "transaction amount",
                      "betrag")),
    Column("debit", ("debit euros", "debit eur", "debit en euros", "montant debit",
                     "montant au debit", "debit amount", "money out", "paid out",
                     "withdrawals", "soll")),
    Column("credit", ("credit euros", "credit eur", "credit en euros",
                      "montant credit", "montant au credit", "credit amount",
                      "money in", "paid in", "deposits", "haben")),
    Column("sense", ("sens", "sens de l'operation", "debit credit", "credit debit",
                     "dr cr", "soll haben", "credit debit indicator")),
    Column("label", ("libelle", "libelle operation", "libelle de l'operation",
                     "description", "transaction description", "narrative",
                     "intitule", "verwendungszweck")),
    Column("short_label", ("libelle simplifie", "libelle court", "type operation",
                           "type d'operation", "transaction type", "buchungstext")),
    Column("details", ("informations complementaires", "detail de l'ecriture",
                       "detail", "commentaire", "communication", "motif", "memo",
                       "additional information", "libelle complementaire")),
    Column("name", ("nom", "contrepartie", "nom contrepartie",
                    "nom de la contrepartie", "counterparty", "counterparty name",
                    "payer", "donneur d'ordre", "emetteur", "tiers",
                    "beguenstigter zahlungspflichtiger")),
    Column("iban", ("iban contrepartie", "iban de la contrepartie",
                    "compte contrepartie", "counterparty iban",
                    "counterparty account", "kontonummer iban")),
    Column("reference", ("ref", "reference operation", "reference de l'operation",
                         "reference client", "end to end id", "end to end reference",
                         "transaction id", "kundenreferenz",
                         "kundenreferenz end to end")),
    Column("currency", ("devise", "monnaie", "currency code", "ccy", "wahrung",
                        "waehrung")),
)  # fmt: skip
_DEBITS: Final = frozenset("D DEBIT DR DB DBIT S SOLL -".split())
_CREDITS: Final = frozenset("C CREDIT CR CRDT H HABEN +".split())
_TOKENS: Final = {
    "YYYY": r"(?P<year>[0-9]{4})",
    "YY": r"(?P<year>[0-9]{2})",
    "MM": r"(?P<month>[0-9]{1,2})",
    "DD": r"(?P<day>[0-9]{1,2})",
}
_TOKEN = re.compile("YYYY|YY|MM|DD")
_BETWEEN = re.compile(r"[-/. ]?")
_SHOWN = 40


@dataclass(frozen=True, slots=True)
class CsvLayout:
    """How the CSV of one bank is laid out; what is "" is found in the file.

    Attributes:
        date: name of the column with the day of booking; so for the next ones.
        value_date: its value date.
        amount: signed; or else `debit` and `credit`.
        debit: what left, with or without a minus.
        credit: what came in.
        label: the bank's and the payer's words.
        name: the other party.
        iban: the other party's account.
        reference: the payer's own reference.
        currency: ISO 4217 code of the movement.
        delimiter: one of `;`, `,`, a tab and `|`.
        decimal: the decimal mark, `,` or `.`.
        date_format: such as `DD/MM/YYYY`: see `date_pattern`.
    """

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
    delimiter: str = ""
    decimal: str = ""
    date_format: str = ""


def date_pattern(date_format: str) -> re.Pattern[str] | None:
    """Return what dates of a format look like; None when it is no format.

    A format has YYYY or YY, MM and DD once each, with `-`, `/`, `.`, a space or
    nothing between them; a time may follow the date.

    Example:
        >>> bool(date_pattern("MM/DD/YYYY")), bool(date_pattern("DD/MM"))
        (True, False)
    """
    tokens = _TOKEN.findall(date_format)
    between = _TOKEN.split(date_format)
    if sorted(one[0] for one in tokens) != ["D", "M", "Y"]:
        return None
    if between[0] or between[-1] or not all(map(_BETWEEN.fullmatch, between)):
        return None
    pattern = "".join(
        re.escape(mark) + _TOKENS.get(token, "")
        for mark, token in zip(between, [*tokens, ""], strict=True)
    )
    return re.compile(pattern + r"(?:[T ][0-9].*)?")


def read_bank_csv(
    path: Path,
    *,
    layout: CsvLayout | None,
    default_currency: str,
    progress: Progress | None = None,
) -> Iterator[BankStatement | InputFileError]:
    """Yield the movements of a CSV as one statement a currency, and refused rows.

    Columns are found by their usual French, English and German names, or by those of
    the layout; the header may follow up to nineteen other lines. Where nothing is
    called a day of booking, the day of the operation is taken.

    Raises:
        InputFileError: it is no table, or has no column of days or amounts.
    """
    layout = layout or CsvLayout()
    with open_table(
        path,
        _columns(layout),
        delimiters=layout.delimiter or DELIMITERS,
        search=True,
    ) as table:
        reader = _CsvReader(table, layout, default_currency)
        yield from table.notes
        yield from reader.notes()
        draft = Draft(table.file)
        for batch in table.batches(progress):
            for line, row in zip(batch.lines, batch.rows, strict=True):
                if not any(row):
                    continue
                try:
                    draft.add(reader.line(row, line))
                except InputFileError as fault:
                    if fault.line is None:
                        raise
                    yield fault
            yield from batch.faults
        yield from draft.statements(default_currency)


def _columns(layout: CsvLayout) -> list[Column]:
    """Return our columns, those of the layout under the names it gives them."""
    given: Mapping[str, str] = {
        column.name: named
        for column in COLUMNS
        if (named := getattr(layout, column.name, ""))
    }
    taken = {normal(named) for named in given.values()}
    return [
        Column(given[column.name])
        if column.name in given
        else Column(
            f"other {column.name}" if normal(column.name) in taken else column.name,
            tuple(one for one in column.spellings if normal(one) not in taken),
        )
        for column in COLUMNS
    ]


class _CsvReader:
    """What is known of one file while its rows are read."""

    def __init__(self, table: Table, layout: CsvLayout, default_currency: str) -> None:
        self._table, self._default = table, default_currency
        names = [column.name for column in _columns(layout)]
        self._names = dict(zip((column.name for column in COLUMNS), names, strict=True))
        self._require(layout)
        parted = layout.debit or layout.credit
        self._one_amount = self._has("amount") and not parted
        self._pattern = date_pattern(layout.date_format) if layout.date_format else None
        self._days: dict[str, date] = {}
        self._dates = DateReader(table.file)
        if self._pattern is None:
            self._dates.sample(
                table.sample(
                    *(self._names[n] for n in ("date", "operation_date", "value_date"))
                )
            )
        self._mark, self._mixed = layout.decimal, False
        if not self._mark:
            self._mark, self._mixed = decide_mark(
                table.sample(*(self._names[n] for n in ("amount", "debit", "credit")))
            )

    def _has(self, name: str) -> bool:
        return self._table.has(self._names[name])

    def _require(self, layout: CsvLayout) -> None:
        """Refuse a file without days or amounts, or without a column described."""
        described = [
            self._names[column.name]
            for column in COLUMNS
            if getattr(layout, column.name, "") and not self._has(column.name)
        ]
        if not (self._has("date") or self._has("operation_date")):
            described.append(self._names["date"])
        if not any(self._has(name) for name in ("amount", "debit", "credit")):
            described.append(self._names["amount"])
        if described:
            raise self._table.missing(list(dict.fromkeys(described)))

    def notes(self) -> Iterator[InputFileNote]:
        """Yield what there is to say before the first row."""
        if self._mixed:
            yield InputFileNote(TWO_MARKS, file=self._table.file)

    def line(self, row: list[str], line: int) -> BankLine:
        """Return the movement of one row.

        Raises:
            InputFileError: the row is refused.
        """
        cells = dict(
            zip(self._names, self._table.pick(self._table.fit(row, line)), strict=True)
        )
        dated = "date"
        if not cells["date"] and self._has("operation_date"):
            dated = "operation_date"
        booked_on = self._day(cells[dated], dated, line)
        valued = cells["value_date"]
        currency = self._currency(cells["currency"], line)
        minor = self._amount(cells, line=line, currency=currency)
        text = text_of((cells["label"], cells["details"], cells["short_label"]))
        return BankLine(
            booked_on,
            Money(minor, currency),
            value_on=self._day(valued, "value_date", line) if valued else None,
            end_to_end=said(cells["reference"]),
            creditor_reference=creditor_reference_in(f"{text}\n{cells['reference']}"),
            name=said(cells["name"]),
            iban=account_number(cells["iban"]),
            text=text,
            return_reason=reason_of(text, minor),
            line=line,
        )

    def _amount(self, cells: Mapping[str, str], *, line: int, currency: str) -> int:
        """Return what a row moved, signed."""
        if self._one_amount and cells["amount"]:
            minor = self._minor(cells, "amount", line=line, currency=currency)
            return self._signed(minor, cells["sense"], line)
        # Banks write what left with a minus or without one.
        debit = abs(self._minor(cells, "debit", line=line, currency=currency))
        credit = self._minor(cells, "credit", line=line, currency=currency)
        if debit and credit:
            raise self._fault(
                BOTH_FILLED,
                line,
                "credit",
            )
        if not (cells["debit"] or cells["credit"]):
            raise self._fault(
                ("there is no amount", "il n’y a pas de montant"),
                line,
                "amount" if self._one_amount else "debit",
            )
        return credit - debit

    def _signed(self, minor: int, sense: str, line: int) -> int:
        """Return an amount with the sign its column of senses gives it."""
        word = sense.strip().upper().replace("É", "E")
        if not word:
            return minor
        if word in _DEBITS:
            return -abs(minor)
        if word in _CREDITS:
            return abs(minor)
        what = (
            f"“{sense[:_SHOWN]}” is neither debit nor credit; expected D or C",
            f"« {sense[:_SHOWN]} » n’est ni débit ni crédit ; D ou C attendu",
        )
        raise self._fault(what, line, "sense")

    def _minor(
        self, cells: Mapping[str, str], column: str, *, line: int, currency: str
    ) -> int:
        try:
            return read_minor(cells[column], mark=self._mark, currency=currency)
        except MoneyError as error:
            raise self._fault(error.both, line, column) from error

    def _day(self, cell: str, column: str, line: int) -> date:
        known = self._days.get(cell)
        if known is not None:
            return known
        if not cell:
            raise self._fault(DATE_BLANK, line, column)
        found = self._read_day(cell)
        if found is None:
            what = (
                f"“{cell[:_SHOWN]}” is not a date as expected here",
                f"« {cell[:_SHOWN]} » n’est pas une date comme attendu ici",
            )
            raise self._fault(what, line, column)
        self._days[cell] = found
        return found

    def _read_day(self, cell: str) -> date | None:
        if self._pattern is not None:
            match = self._pattern.fullmatch(cell)
            return (
                day_of(int(match["year"]), int(match["month"]), int(match["day"]))
                if match
                else None
            )
        try:
            return date.fromisoformat(self._dates[cell])
        except NotADate:
            return None

    def _currency(self, cell: str, line: int) -> str:
        try:
            return checked_currency(cell.upper()) if cell else self._default
        except MoneyError as error:
            raise self._fault(not_a_currency(cell), line, "currency") from error

    def _fault(self, what: Both, line: int, column: str) -> InputFileError:
        return InputFileError(
            what, file=self._table.file, line=line, column=self._names[column]
        )
