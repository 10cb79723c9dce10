"""One journal entry of a FEC: its customers' and suppliers' lines, given a kind."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from collector_bot.core.errors import MoneyError
from collector_bot.core.ledger import AccountSide, Side
from collector_bot.core.money import checked_currency, is_currency
from collector_bot.files.amounts import proven_mark, read_minor
from collector_bot.files.dates import DateReader, NotADate
from collector_bot.files.kinds import (
    Seen,
    kind_at_opening,
    kind_by_accounts,
    seen_on,
)
from collector_bot.files.table import clean
from collector_bot.files.tally import Tally
from collector_bot.files.wording import (
    EXCHANGE_LEFT_OUT,
    NO_DATE,
    NO_FOREIGN_AMOUNT,
    kept_in,
)

ACCOUNT_MAX, PIECE_MAX, TEXT_MAX = 64, 100, 500
# A longer journal entry is given out in parts, so that memory stays bounded.
HELD_MAX = 20_000
TRACKED = {
    "411": AccountSide.CUSTOMER,
    "416": AccountSide.CUSTOMER,
    "401": AccountSide.SUPPLIER,
}
_FOREIGN, _CURRENCY = 16, 17
_OPENING_JOURNALS = frozenset({"AN", "ANO", "RAN", "ANX", "ANOUV"})
_OPENING_LABEL = re.compile(r"\b[àa][ -]?nouveaux?\b", re.IGNORECASE)

Cells = tuple[str, ...]
"""The cells of one line in the order of `files.fec.COLUMNS`."""


class FecLine(NamedTuple):
    """One line on a customer's or supplier's account, as a FEC has it.

    Attributes:
        account: CompAuxNum, or CompteNum when that is blank.
        account_name: its name, from the same of the two.
        side_of_account: "customer" (411, 416) or "supplier" (401).
        side: "D" or "C".
        kind: a value of `core.ledger.Kind`.
        piece: PieceRef.
        dated_on: PieceDate as ISO text, or EcritureDate when that is blank.
        amount_minor: more than zero, in `currency`.
        currency: ISO 4217 code of what is owed: Idevise where Montantdevise gives an
            amount in it, else the books' one.
        label: EcritureLib.
        lettering: EcritureLet, or "".
        lettered_on: DateLet as ISO text, or ""; never without a lettering.
        journal: JournalCode.
        entry_number: EcritureNum.
        is_opening: whether it carries a balance over from the year before.
        line: 1-based.
        posted_on: EcritureDate as ISO text.
        is_exchange: whether only accounts of exchange differences stand against it, so
            that it corrects a value in the books and nobody owes it.
    """

    account: str
    account_name: str
    side_of_account: str
    side: str
    kind: str
    piece: str
    dated_on: str
    amount_minor: int
    currency: str
    label: str
    lettering: str
    lettered_on: str
    journal: str
    entry_number: str
    is_opening: bool
    line: int
    posted_on: str
    is_exchange: bool


class Held(NamedTuple):
    """A line that waits for the rest of its journal entry; `minor` > 0 is a debit."""

    cells: Cells
    line: int
    posted_on: str
    minor: int


class JournalEntry:
    """Consecutive lines with one JournalCode and EcritureNum.

    Lines come by `add`; when the next journal entry begins the held ones are given to
    `emit`, with the kind their counterparts give them. Lines of one journal entry that
    stand apart in the file are taken as two.
    """

    def __init__(
        self,
        emit: Callable[[FecLine], None],
        *,
        dates: DateReader,
        tally: Tally,
        currency: str,
    ) -> None:
        self._emit = emit
        self._dates, self._tally, self._currency = dates, tally, currency
        self._journal = self._number = ""
        self._held: list[Held] = []
        self._seen = 0
        self._exchanged = 0
        self._balance = 0
        self._began = 0
        self.first_unbalanced: tuple[str, str, int] | None = None

    def add(self, cells: Cells, line: int, posted_on: str, *, minor: int) -> None:
        """Take a line in; `minor` is debit less credit."""
        if cells[2] != self._number or cells[0] != self._journal:
            self.close()
            self._journal, self._number, self._began = cells[0], cells[2], line
        self._balance += minor
        account = cells[4]
        if account[:3] not in TRACKED:
            seen = seen_on(account)
            self._seen |= seen
            if seen is Seen.EXCHANGE:
                self._exchanged += minor
        elif minor:
            self._held.append(Held(cells, line, posted_on, minor))
            if len(self._held) >= HELD_MAX:
                self._give_out()

    def close(self) -> None:
        """Give the held lines out; the journal entry is over."""
        if self._held:
            self._give_out()
        if self._balance and self.first_unbalanced is None:
            names = clean(self._journal), clean(self._number)
            self.first_unbalanced = (*names, self._began)
        self._seen = self._exchanged = 0

    def _give_out(self) -> None:
        if self._exchanged:
            self._held = self._without_differences()
        for held in self._held:
            self._emit(self._line(held))
        self._held.clear()

    def _without_differences(self) -> list[Held]:
        """Return the held lines but exchange differences on debts in other currencies.

        Such a line has no amount in the currency, at most the amount on the accounts of
        exchange differences, and names that currency or stands beside a line of the
        same account that does: what is owed in the currency is the same without it.
        """
        abroad = {_code(one.cells) for one in self._held if self._names_foreign(one)}
        kept = []
        for one in self._held:
            if _code(one.cells) in abroad and self._is_difference(one):
                self._tally.add(EXCHANGE_LEFT_OUT, one.line)
            else:
                kept.append(one)
        return kept

    def _names_foreign(self, held: Held) -> bool:
        named = held.cells[_CURRENCY].strip().upper()
        return bool(named) and named != self._currency and is_currency(named)

    def _is_difference(self, held: Held) -> bool:
        against = held.minor * self._exchanged < 0
        amount = held.cells[_FOREIGN].strip(" 0,.+-\u00a0")
        small = abs(held.minor) <= abs(self._exchanged)
        return against and small and not amount and not self._is_opening(held.cells)

    def _line(self, held: Held) -> FecLine:
        """Return a held line as what it is."""
        journal, _, number, _, account, name, aux, aux_name, *rest = held.cells
        piece, piece_date, label, _, _, lettering, lettered, *_ = rest
        side = Side.DEBIT if held.minor > 0 else Side.CREDIT
        of = TRACKED[account[:3]]
        opening = self._is_opening(held.cells)
        if opening:
            kind = kind_at_opening(side, of, piece, label)
        else:
            kind = kind_by_accounts(self._seen, side, of)
        minor, currency = self._owed(held)
        return FecLine(
            _code(held.cells),
            (clean(aux_name) or clean(aux) or clean(name) or clean(account))[:TEXT_MAX],
            of.value,
            side.value,
            kind.value,
            clean(piece)[:PIECE_MAX],
            self._date(piece_date, held.line, "PieceDate") or held.posted_on,
            minor,
            currency,
            clean(label)[:TEXT_MAX],
            clean(lettering)[:PIECE_MAX],
            self._date(lettered, held.line, "DateLet") if lettering.strip() else "",
            clean(journal),
            clean(number),
            opening,
            held.line,
            held.posted_on,
            self._seen == Seen.EXCHANGE and currency == self._currency and not opening,
        )

    def _is_opening(self, cells: Cells) -> bool:
        return (
            cells[0].strip().upper() in _OPENING_JOURNALS
            or _says_opening(cells[1])
            or _says_opening(cells[10])
        )

    def _date(self, cell: str, line: int, column: str) -> str:
        """Return an optional date; a blank, zero or wrong one is ""."""
        if not cell.strip(" 0\u00a0"):
            return ""
        try:
            return self._dates[cell]
        except NotADate:
            self._tally.add(NO_DATE, line, column)
            return ""

    def _owed(self, held: Held) -> tuple[int, str]:
        """Return what is owed: in the line's own currency, when it has an amount in it.

        The books' amount stands in where the file does not give the other for certain.
        """
        named = held.cells[_CURRENCY].strip().upper()
        in_books = abs(held.minor), self._currency
        if not named or named == self._currency:
            return in_books
        amount = held.cells[_FOREIGN].strip()
        try:
            checked_currency(named)
            minor = read_minor(amount, mark=proven_mark(amount) or ",", currency=named)
        except MoneyError:
            self._tally.add(NO_FOREIGN_AMOUNT, held.line, "Montantdevise")
            return in_books
        if not minor:
            self._tally.add(NO_FOREIGN_AMOUNT, held.line, "Montantdevise")
            return in_books
        self._tally.add(kept_in(named, self._currency), held.line, "Idevise")
        return abs(minor), named


def _says_opening(text: str) -> bool:
    return "ouve" in text.lower() and _OPENING_LABEL.search(text) is not None


def _code(cells: Cells) -> str:
    """Return the code of the account a line is on."""
    return clean(cells[6]) or clean(cells[4])
