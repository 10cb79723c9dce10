"""What the reader may know of the ledger, asked through one small protocol."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Protocol

from rapidfuzz import fuzz

from collector_bot.core.reading.findings import KnownAccount, KnownItem
from collector_bot.core.reading.text import fold
from collector_bot.core.references import reference_key

_NAME_SCORE_MIN = 90
_NAME_MIN = 3  # letters; less names nobody


class Known(Protocol):
    """The ledger as the reader sees it."""

    def account_by_email(self, email: str) -> KnownAccount | None:
        """The account one of whose contacts has exactly this address."""

    def account_by_code(self, code: str) -> KnownAccount | None:
        """The account with this code."""

    def accounts_by_domain(self, domain: str) -> Sequence[KnownAccount]:
        """Accounts with a contact at this domain."""

    def accounts_by_name(self, name: str) -> Sequence[KnownAccount]:
        """Accounts whose name or alias is meant by `name`, best first."""

    def items_of(self, account_code: str) -> Sequence[KnownItem]:
        """Open and recently settled items of one account."""

    def items_by_keys(self, keys: Sequence[str]) -> Sequence[KnownItem]:
        """Items of the whole ledger whose `reference_key` is one of `keys`."""


class NothingKnown:
    """A ledger nobody told us about."""

    def account_by_email(self, email: str) -> KnownAccount | None:  # noqa: ARG002
        """Nobody."""
        return None

    def account_by_code(self, code: str) -> KnownAccount | None:  # noqa: ARG002
        """Nobody."""
        return None

    def accounts_by_domain(self, domain: str) -> Sequence[KnownAccount]:  # noqa: ARG002
        """Nobody."""
        return ()

    def accounts_by_name(self, name: str) -> Sequence[KnownAccount]:  # noqa: ARG002
        """Nobody."""
        return ()

    def items_of(self, account_code: str) -> Sequence[KnownItem]:  # noqa: ARG002
        """Nothing."""
        return ()

    def items_by_keys(self, keys: Sequence[str]) -> Sequence[KnownItem]:  # noqa: ARG002
        """Nothing."""
        return ()


class KnownLedger:
    """A ledger held in memory."""

    def __init__(
        self, accounts: Iterable[KnownAccount], items: Iterable[KnownItem]
    ) -> None:
        self._accounts = {account.code: account for account in accounts}
        self._by_email: dict[str, KnownAccount] = {}
        self._by_domain: dict[str, dict[str, KnownAccount]] = defaultdict(dict)
        self._items: dict[str, list[KnownItem]] = defaultdict(list)
        self._by_key: dict[str, list[KnownItem]] = defaultdict(list)
        for account in self._accounts.values():
            for email in account.emails:
                self._by_email.setdefault(email.lower(), account)
                domain = email.lower().rpartition("@")[2]
                self._by_domain[domain][account.code] = account
        for item in items:
            self._items[item.account_code].append(item)
            self._by_key[reference_key(item.piece)].append(item)

    def account_by_email(self, email: str) -> KnownAccount | None:
        """The account one of whose contacts has exactly this address."""
        return self._by_email.get(email.lower())

    def accounts_by_domain(self, domain: str) -> Sequence[KnownAccount]:
        """Accounts with a contact at this domain."""
        return tuple(self._by_domain.get(domain.lower(), {}).values())

    def accounts_by_name(self, name: str) -> Sequence[KnownAccount]:
        """Accounts whose name or an alias stands in `name`, or nearly, best first."""
        return called_so(name, self._accounts.values())

    def account_by_code(self, code: str) -> KnownAccount | None:
        """The account with this code."""
        return self._accounts.get(code)

    def items_of(self, account_code: str) -> Sequence[KnownItem]:
        """Open and recently settled items of one account."""
        return tuple(self._items.get(account_code, ()))

    def items_by_keys(self, keys: Sequence[str]) -> Sequence[KnownItem]:
        """Items of the whole ledger whose `reference_key` is one of `keys`."""
        found = (item for key in keys for item in self._by_key.get(key, ()))
        return tuple({id(item): item for item in found}.values())


def called_so(name: str, accounts: Iterable[KnownAccount]) -> list[KnownAccount]:
    """Return the accounts whose name or alias stands in `name`, or nearly, best first.

    Args:
        name: a display name, a subject, a line of a signature.
        accounts: who may be meant.
    """
    wanted = words_of_name(name)
    if len(wanted) < _NAME_MIN:
        return []
    scored = [(_likeness(wanted, account), account) for account in accounts]
    best = [pair for pair in scored if pair[0] >= _NAME_SCORE_MIN]
    return [account for _, account in sorted(best, key=lambda pair: -pair[0])]


def words_of_name(name: str) -> str:
    """Return a name for comparing: folded words, legal forms left out.

    Example:
        >>> words_of_name("Acmé  Distribution S.A.R.L.")
        'acme distribution'
    """
    letters = "".join(c if c.isalnum() else " " for c in fold(name.replace(".", "")))
    forms = (
        "sarl sas sasu sa eurl snc sci gmbh ag ltd limited inc llc plc bv nv srl spa"
    )
    dropped = {*forms.split(), "ab", "kg", "sl", "co", "company", "et", "cie"}
    return " ".join(word for word in letters.split() if word not in dropped)


def _likeness(wanted: str, account: KnownAccount) -> float:
    best = 0.0
    for name in (account.name, *account.aliases):
        words = words_of_name(name)
        if not words:
            continue
        if f" {words} " in f" {wanted} " and len(words) > 3:  # noqa: PLR2004
            best = max(best, 100.0)
        elif len(words) > 5:  # noqa: PLR2004
            best = max(best, fuzz.ratio(wanted, words))
    return best
