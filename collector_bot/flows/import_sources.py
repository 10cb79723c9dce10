"""One ledger fed from two kinds of file counts the same lines twice: that is said."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from sqlalchemy import Connection

from collector_bot.core.wording import Both
from collector_bot.flows.importing import ImportSummary
from collector_bot.store import accounts
from collector_bot.store import entries as entry_rows

_KINDS: dict[str, Both] = {
    "fec": ("a FEC", "d’un FEC"),
    "entries": ("files of entries", "de fichiers d’écritures"),
}
_ACCOUNTS_SHOWN = 5


class OtherSource:
    """Watches whether an import brings lines beside those of the other kind of file.

    It is said when a kind of file comes in for the first time beside the other one,
    and whenever a file has new lines on accounts that have entries from the other one.
    """

    def __init__(self, connection: Connection, source: str) -> None:
        self._source = source
        fed = entry_rows.sources(connection)
        self._others = [one for one in _KINDS if one != source and one in fed]
        self._is_first = source not in fed
        self._shared: dict[str, set[int]] = {one: set() for one in self._others}

    def watch(self, connection: Connection, account_ids: AbstractSet[int]) -> None:
        """Look at the accounts that got new lines."""
        for other in self._others:
            known = entry_rows.with_entries_from(connection, account_ids, source=other)
            self._shared[other] |= known

    def tell(self, connection: Connection, summary: ImportSummary) -> None:
        """Note what there is to say about the file, once it was read."""
        for other in self._others:
            english, french = _KINDS[other]
            if self._is_first:
                summary.note((
                    f"this ledger already has entries from {english}; the same lines"
                    " from another kind of file are other lines to it and count twice."
                    " Keep to one kind of file a ledger",
                    f"il y a déjà ici des écritures venues {french} ; les mêmes lignes"
                    " venues d’une autre sorte de fichier seraient d’autres lignes et"
                    " compteraient deux fois. Tenez-vous à une seule sorte de fichier",
                ))  # fmt: skip
            if shared := self._shared[other]:
                summary.note(_shared(connection, shared, from_=_KINDS[other]))


def _shared(connection: Connection, ids: set[int], *, from_: Both) -> Both:
    shown = accounts.names(connection, sorted(ids)[:_ACCOUNTS_SHOWN])
    codes = ", ".join(code for code, _ in shown.values())
    codes += " …" if len(ids) > _ACCOUNTS_SHOWN else ""
    return (
        f"new lines on accounts that have entries from {from_[0]} ({codes}): what is in"
        " both counts twice",
        f"des lignes nouvelles sur des comptes qui ont des écritures venues {from_[1]}"
        f" ({codes}) : ce qui est dans les deux compte deux fois",
    )
