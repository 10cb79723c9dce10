"""A suggestion: a lettering the bot proposes, with grounds and a confidence."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from collector_bot.core.ledger import AccountId, EntryId, Side
from collector_bot.core.money import Money


class SuggestionState(StrEnum):
    """Where a suggestion stands."""

    PROPOSED = "proposed"
    APPROVED = "approved"
    REJECTED = "rejected"
    STALE = "stale"
    EXPIRED = "expired"


class DifferenceCause(StrEnum):
    """Why what was paid is not what was owed."""

    NONE = "none"
    ROUNDING = "rounding"
    BANK_FEE = "bank_fee"
    DISCOUNT = "discount"
    SHORT_PAYMENT = "short_payment"
    OVERPAYMENT = "overpayment"
    PARTIAL = "partial"
    ON_ACCOUNT = "on_account"


class Ground(StrEnum):
    """A reason for a suggestion; each has its words in French and English."""

    NAMED_BY_ADVICE = "named_by_advice"
    REFERENCE_IN_TEXT = "reference_in_text"
    EXACT_AMOUNT = "exact_amount"
    SINGLE_ITEM = "single_item"
    WHOLE_BALANCE = "whole_balance"
    ALL_DUE = "all_due"
    CONSECUTIVE_RUN = "consecutive_run"
    SMALL_SUBSET = "small_subset"
    CREDIT_NOTE_TAKEN = "credit_note_taken"
    CREDIT_NOTE_NAMES = "credit_note_names"
    PARTIAL_OF_NAMED = "partial_of_named"
    AMBIGUOUS = "ambiguous"
    DIFFERENCE = "difference"
    CHOSEN_BY_PERSON = "chosen_by_person"
    PAYER_IBAN = "payer_iban"
    PAYER_REFERENCE = "payer_reference"
    PAYER_NAME = "payer_name"
    PAYER_LEARNT = "payer_learnt"
    PAYER_CHOSEN = "payer_chosen"
    RETURNED = "returned"
    HABIT = "habit"
    SEVERAL_ACCOUNTS = "several_accounts"


@dataclass(frozen=True, slots=True)
class Reason:
    """One ground with its facts, all plain text: rendered by `core.matching.words`."""

    ground: Ground
    facts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """How much of one open item a lettering takes; `amount` is more than zero."""

    entry_id: EntryId
    side: Side
    piece: str
    amount: Money


@dataclass(frozen=True, slots=True)
class Candidate:
    """One possible lettering of one payment, before it is stored.

    Debits and credits of `parts` are equal in sum: what is proposed always applies.
    `difference` is paid minus owed over the named items (0 when all is settled);
    its `cause` names it. `confidence` is a probability, 0..1, and `rivals` counts
    the other answers of the same kind found within the stated bounds. `reopens` is
    the number of the lettering group that is undone first, 0 for none.
    """

    account_id: AccountId
    parts: tuple[Part, ...]
    difference: Money
    cause: DifferenceCause
    confidence: float
    reasons: tuple[Reason, ...]
    rivals: int = 0
    reopens: int = 0
