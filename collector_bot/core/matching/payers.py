"""Who paid: what a bank line carries, names and says, and the accounts it points to."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from collector_bot.core.bank import BankLine
from collector_bot.core.ledger import AccountId
from collector_bot.core.matching.names import (
    OTHER_NAME,
    Names,
    named_in,
    opens_name,
    written_words,
)
from collector_bot.core.reference_forms import (
    BANK_SLIPS,
    bare_digits,
    glued_keys,
    structured_body,
    without_year,
)
from collector_bot.core.references import (
    candidate_keys,
    digits_key,
    reference_key,
    weaker_keys,
)
from collector_bot.core.suggestion import Ground, Reason

# How much likelier a sign makes an account than one that nothing speaks for; shared out
# among the accounts that have it. Our choice, judged by bench/lettering.py.
IBAN_WEIGHT: Final = 20_000.0
LEARNT_WEIGHT: Final = 8_000.0
REFERENCE_WEIGHT: Final = 5_000.0
SLIP_WEIGHT: Final = 300.0
YEAR_WEIGHT: Final = 30.0
TAIL_WEIGHT: Final = 8.0
ADVICE_WEIGHT: Final = 20.0
AMOUNT_WEIGHT: Final = 30.0
# What the bank says otherwise: another account's bank account.
OTHER_IBAN: Final = 0.05
# Nobody we know: its share against one account that nothing speaks for.
NOBODY: Final = 20.0

PAYERS_MAX: Final = 8
_DIGITS_MIN: Final = 5
_COMMON_MAX: Final = 3
_TAILS_MAX: Final = 6
_GLUED_MIN: Final = 6
_SEVERAL_MAX: Final = 5
# What is less likely than this, or than this beside the likeliest, is not asked.
_SIGN_MIN: Final = 0.1
_HOPELESS: Final = 1e-6
_TOLD_AS_DIGITS: Final = 0.3


@dataclass(frozen=True, slots=True)
class PayerAccount:
    """An account as a payer may be known by.

    Attributes:
        names: its name and aliases, as written.
        learnt: payer names that a person said are this account's.
        ibans: accounts it paid from, without spaces.
    """

    id: AccountId
    names: tuple[str, ...]
    learnt: tuple[str, ...] = ()
    ibans: tuple[str, ...] = ()


class PayerItem(NamedTuple):
    """What is open of one entry, as far as it tells a payer; minor units."""

    account_id: AccountId
    piece: str
    currency: str
    open_minor: int


@dataclass(frozen=True, slots=True)
class Payer:
    """An account that may have paid, how likely, and why."""

    account_id: AccountId
    confidence: float
    reasons: tuple[Reason, ...]


@dataclass(slots=True)
class Signs:
    """What speaks for one account: how much likelier it is, and why."""

    weight: float = 1.0
    reasons: list[Reason] = field(default_factory=list)
    named: bool = False
    referred: bool = False


class _Keys(dict[str, tuple[AccountId, ...]]):
    """The accounts that have a key, in the order they came."""

    def note(self, key: str, account: AccountId) -> None:
        before = self.get(key)
        if before is None:
            self[key] = (account,)
        elif account not in before and len(before) <= _TAILS_MAX:
            self[key] = (*before, account)


class Payers:
    """Accounts and what is open, indexed once for many bank lines.

    Args:
        accounts: who may pay.
        items: what is open of them; others are ignored.
    """

    def __init__(
        self, accounts: Iterable[PayerAccount], items: Iterable[PayerItem]
    ) -> None:
        self._ibans, self._learnt = _Keys(), _Keys()
        self._names = Names()
        for account in accounts:
            self._names.add(account.id, account.names)
            for iban in account.ibans:
                self._ibans.note(iban, account.id)
            for name in account.learnt:
                self._learnt.note(" ".join(written_words(name)), account.id)
        self._full, self._digits, self._tails = _Keys(), _Keys(), _Keys()
        self._slips, self._years = _Keys(), _Keys()
        self._amounts: Counter[tuple[str, int]] = Counter()
        self._having: dict[tuple[str, int], tuple[AccountId, ...]] = {}
        self._count = 0
        for item in items:
            if item.account_id in self._names:
                self._add_item(item)
        lengths = {len(key) for key in self._full if len(key) >= _GLUED_MIN}
        self._lengths = tuple(sorted(lengths, reverse=True))
        self._of_length = Counter(map(len, self._digits))

    def _add_item(self, item: PayerItem) -> None:
        one = item.account_id
        key = reference_key(item.piece)
        if any(char.isdigit() for char in key):
            self._full.note(key, one)
            self._slips.note(key.translate(BANK_SLIPS), one)
            yearless = without_year(key)
            if yearless:
                self._years.note(yearless, one)
        digits = digits_key(item.piece)
        if len(digits) >= _DIGITS_MIN:
            self._digits.note(digits, one)
        for tail in weaker_keys(item.piece)[-1:]:
            self._tails.note(tail, one)
        amount = (item.currency, item.open_minor)
        self._amounts[amount] += 1
        self._count += 1
        having = self._having.get(amount, ())
        if one not in having and len(having) <= PAYERS_MAX:
            self._having[amount] = (*having, one)

    @property
    def count(self) -> int:
        """How many accounts may pay."""
        return len(self._names)

    def commonness(self, line: BankLine) -> float:
        """Return the share of all open items that have the amount of a line."""
        amount = (line.amount.currency, abs(line.amount.minor))
        return self._amounts[amount] / self._count if self._count else 0.0

    def signs(
        self, line: BankLine, *, advised: Iterable[AccountId] = ()
    ) -> dict[AccountId, Signs]:
        """Return what speaks for the accounts that anything speaks for.

        Args:
            line: what the bank says.
            advised: accounts that announced a payment of this amount for these days.
        """
        signs: dict[AccountId, Signs] = defaultdict(Signs)
        self._by_iban(line, signs)
        self._by_references(line, signs)
        for account in dict.fromkeys(advised):
            if account in self._names:
                signs[account].weight *= 1 + ADVICE_WEIGHT
        self._by_name(line, signs)
        ranked = sorted(signs.items(), key=lambda pair: (-pair[1].weight, pair[0]))
        least = max(_SIGN_MIN, ranked[0][1].weight * _HOPELESS) if ranked else 0.0
        likely = [pair for pair in ranked if pair[1].weight >= least][:PAYERS_MAX]
        named = [pair for pair in ranked if pair[1].referred][:PAYERS_MAX]
        return dict(likely) | dict(named)

    def of(self, line: BankLine) -> tuple[Payer, ...]:
        """Return who may have paid a line, by itself, likeliest first.

        The confidences add up to one at most: what is missing is nobody we know.
        `core.matching.statement` knows more: what the payment would settle.
        """
        signs = self.signs(line)
        having = self._having.get((line.amount.currency, abs(line.amount.minor)), ())
        for one in signs.keys() & set(having):
            signs[one].weight *= 1 + AMOUNT_WEIGHT / len(having)
        mass = sum(one.weight for one in signs.values()) + NOBODY
        ranked = sorted(signs.items(), key=lambda pair: (-pair[1].weight, pair[0]))
        return tuple(
            Payer(account, found.weight / mass, tuple(found.reasons))
            for account, found in ranked
        )

    def _by_iban(self, line: BankLine, signs: dict[AccountId, Signs]) -> None:
        having = self._ibans.get(line.iban, ()) if line.iban else ()
        if len(having) > _TAILS_MAX:
            return  # a factor's, a collecting bank's: it tells nobody
        _mark(signs, having, IBAN_WEIGHT, reason=Reason(Ground.PAYER_IBAN))

    def _by_references(self, line: BankLine, signs: dict[AccountId, Signs]) -> None:
        met: dict[AccountId, dict[str, float]] = defaultdict(dict)
        told = f"{line.text}\n{line.creditor_reference}\n{line.end_to_end}"
        for key, having, weight in self._references(told):
            for one in having:
                before = met[one].get(key, 0.0)
                met[one][key] = max(before, weight / len(having))
        for one, keys in met.items():
            best = sorted(keys.values(), reverse=True)
            found = signs[one]
            found.weight *= 1 + best[0] * min(len(best), _SEVERAL_MAX)
            found.referred = True
            pieces = ", ".join(sorted(keys, key=lambda key: -keys[key])[:3])
            reason = Reason(Ground.PAYER_REFERENCE, (("pieces", pieces),))
            found.reasons.append(reason)

    def _references(
        self, told: str
    ) -> Iterator[tuple[str, tuple[AccountId, ...], float]]:
        """Yield the keys of a text that few accounts have, each with its weight."""
        anything = False
        for written in candidate_keys(told):
            key = structured_body(written) or written
            for index, form, weight in self._forms(key):
                having = index.get(form, ())
                most = _TAILS_MAX if index is self._tails else _COMMON_MAX
                if form and 0 < len(having) <= most:
                    anything = True
                    yield written, having, weight
                    break
        if not anything:
            for _, _, key in glued_keys(told, self._full, self._lengths):
                yield key, self._full[key], REFERENCE_WEIGHT

    def _forms(self, key: str) -> Iterator[tuple[_Keys, str, float]]:
        """Yield where a key may be found and what that is worth, strongest first."""
        if key.isdigit():
            weight = self._digits_weight(key)
            yield self._full, key, weight
            yield self._digits, key.lstrip("0"), weight
        else:
            yield self._full, key, REFERENCE_WEIGHT
            bare = bare_digits(key)
            if bare:
                yield self._digits, bare, self._digits_weight(bare)
            if sum(map(str.isdigit, key)) >= _DIGITS_MIN:
                yield self._slips, key.translate(BANK_SLIPS), SLIP_WEIGHT
        yield self._years, without_year(key), YEAR_WEIGHT
        yield self._tails, key, TAIL_WEIGHT

    def _digits_weight(self, written: str) -> float:
        """Return what a number is worth: the less, the likelier it is met by chance."""
        known = self._of_length[len(written.lstrip("0"))]
        chance = (known + 1) * 0.1 ** len(written)
        return min(REFERENCE_WEIGHT, _TOLD_AS_DIGITS / chance)

    def _by_name(self, line: BankLine, signs: dict[AccountId, Signs]) -> None:
        name = line.name or named_in(line.text)
        learnt = self._learnt.get(" ".join(written_words(name)), ()) if name else ()
        fact = (("name", line.name or name[:70]),)
        _mark(signs, learnt, LEARNT_WEIGHT, reason=Reason(Ground.PAYER_LEARNT, fact))
        for one, like in self._names.like(name, whole=bool(line.name)).items():
            found = signs[one]
            found.weight *= like.weight
            found.named = True
            found.reasons.append(Reason(Ground.PAYER_NAME, fact))
        known = self._ibans.get(line.iban, ()) if line.iban else ()
        for one, found in signs.items():
            if one in known:
                continue
            if known:
                found.weight *= OTHER_IBAN
            if has_name(line) and not found.named and one not in learnt:
                found.weight *= OTHER_NAME


def has_name(line: BankLine) -> bool:
    """Whether a bank says who paid, so that another name tells against an account."""
    return bool(line.name) or opens_name(line.text)


def _mark(
    signs: dict[AccountId, Signs],
    having: Sequence[AccountId],
    weight: float,
    *,
    reason: Reason,
) -> None:
    for one in having:
        signs[one].weight *= 1 + weight / len(having)
        signs[one].reasons.append(reason)


__all__: Sequence[str] = ("Payer", "PayerAccount", "PayerItem", "Payers", "Signs")
