"""The lettering codes of a FEC, gathered by account, code and currency."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection

from collector_bot.core.money import Money
from collector_bot.core.wording import Both
from collector_bot.files.journal import FecLine
from collector_bot.flows.importing import AccountBook, ImportSummary, day_of_text
from collector_bot.store.imported_letterings import (
    ImportedLettering,
    Origin,
    keep_imported,
)

_Code = tuple[str, str]  # account and code


class ImportedCodes:
    """What a file says is lettered; a code over two currencies is two letterings."""

    def __init__(self, book: AccountBook, summary: ImportSummary) -> None:
        self._book, self._summary = book, summary
        self._codes: dict[_Code, dict[str, ImportedLettering]] = {}
        # Debits less credits of the file's own lines, and the first of them.
        self._left: dict[tuple[_Code, str], int] = {}
        self._first: dict[_Code, int] = {}
        self.last_year = 0

    @property
    def count(self) -> int:
        """How many letterings the file has."""
        return sum(len(currencies) for currencies in self._codes.values())

    def collect(self, lines: Sequence[FecLine], *, ids: dict[int, int]) -> None:
        """Take the lettered ones of some lines in; `ids` maps a line to its entry."""
        for line in lines:
            if not line.lettering:
                continue
            code = (line.account, line.lettering)
            currencies = self._codes.setdefault(code, {})
            one = currencies.get(line.currency)
            if one is None:
                one = currencies[line.currency] = ImportedLettering(
                    self._book.id_of(line.account), line.lettering, line.currency
                )
            entry_id = ids.get(line.line)
            if entry_id is not None:
                one.entry_ids.append(entry_id)
            day = day_of_text(line.lettered_on or line.posted_on)
            one.lettered_day = max(one.lettered_day, day)
            self.last_year = max(self.last_year, int(line.posted_on[:4]))
            self._first.setdefault(code, line.line)
            signed = line.amount_minor if line.side == "D" else -line.amount_minor
            left = self._left.get((code, line.currency), 0)
            self._left[code, line.currency] = left + signed

    def note_mixed(self) -> None:
        """Say which codes letter amounts of several currencies that do not balance."""
        for code, currencies in self._codes.items():
            lefts = [Money(self._left[code, one], one) for one in currencies]
            if len(lefts) > 1 and any(left.minor for left in lefts):
                self._summary.note(_mixed(code, lefts), line=self._first[code])

    def keep(self, connection: Connection, *, origin: Origin, books: str) -> int:
        """Letter what is still open; return how many letterings were made.

        Args:
            books: the currency of the books; codes of another have a source of their
                own, because an account has a code once from each source.
        """
        apart: dict[str, list[ImportedLettering]] = {}
        for currencies in self._codes.values():
            for currency, one in currencies.items():
                apart.setdefault(currency, []).append(one)
        made = 0
        for currency, some in apart.items():
            source = (
                origin.source if currency == books else f"{origin.source}:{currency}"
            )
            made += keep_imported(
                connection, some, origin=origin._replace(source=source)
            )
        return made


def _mixed(code: _Code, lefts: Sequence[Money]) -> Both:
    account, name = code
    english = ", ".join(str(left) for left in lefts)
    french = ", ".join(left.written("fr") for left in lefts)
    if name.islower():
        return (
            f"lettering {name} of account {account} is in several currencies and does"
            f" not balance in each ({english}): it settles what it can in each",
            f"le lettrage {name} du compte {account} est en plusieurs devises et n’est"
            f" pas équilibré dans chacune ({french}) : il solde ce qu’il peut dans"
            " chacune",
        )
    return (
        f"lettering {name} of account {account} is in several currencies and does not"
        f" balance in each ({english}): it counts as settled, as the books have it",
        f"le lettrage {name} du compte {account} est en plusieurs devises et n’est pas"
        f" équilibré dans chacune ({french}) : il compte comme soldé, comme dans les"
        " livres",
    )
