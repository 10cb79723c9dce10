"""What one mail can say: findings with their evidence, and the whole reading."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from collector_bot.core.money import Money


class DisputeReason(StrEnum):
    """Why a customer contests items."""

    PRICE = "price"
    QUANTITY = "quantity"
    QUALITY = "quality"
    NOT_RECEIVED = "not_received"
    DUPLICATE = "duplicate"
    WRONG_RECIPIENT = "wrong_recipient"
    MISSING_PO = "missing_po"
    ALREADY_CREDITED = "already_credited"
    OTHER = "other"


class Document(StrEnum):
    """A paper a customer asks for."""

    INVOICE_COPY = "invoice_copy"
    BANK_DETAILS = "bank_details"
    STATEMENT = "statement"
    PURCHASE_ORDER = "purchase_order"
    PROOF_OF_DELIVERY = "proof_of_delivery"


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounded:
    """What every finding carries.

    Attributes:
        evidence: the exact words of the mail it came from.
        confidence: probability that the finding is right in all its fields, 0..1.
        rule: name of the rule that made it, for mending.
    """

    evidence: str
    confidence: float
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise(Grounded):
    """The sender will pay on `on`; `amount` and `pieces` as far as said."""

    on: date
    amount: Money | None = None
    currency: str = "EUR"
    pieces: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RemittanceLine:
    """One line of a remittance advice; a credit note's amount is negative.

    `reference` is the ledger's own spelling where it is known, else the mail's.
    """

    reference: str
    amount: Money | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Remittance(Grounded):
    """We paid these: lines with their amounts, total, and how the payment is named."""

    lines: tuple[RemittanceLine, ...]
    total: Money | None = None
    currency: str = "EUR"
    payment_on: date | None = None
    payment_reference: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimsPaid(Grounded):
    """The sender says it is already paid; date, amount and pieces as far as said."""

    on: date | None = None
    amount: Money | None = None
    pieces: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute(Grounded):
    """The sender contests `pieces` (none: not said which)."""

    reason: DisputeReason
    pieces: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRequest(Grounded):
    """The sender asks for documents."""

    documents: tuple[Document, ...]
    pieces: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal(Grounded):
    """The sender will not pay, without contesting the goods."""

    pieces: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Insolvency(Grounded):
    """An insolvency procedure is announced: dunning stops, a person decides."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BankDetailsChange(Grounded):
    """New bank details are announced: a warning, never acted on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactChange(Grounded):
    """Write to somebody else from now on; `email` is None when not given."""

    email: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AutoReply(Grounded):
    """A machine answered; `return_on` is when the person is back, if said."""

    return_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounce(Grounded):
    """A letter of ours did not arrive at `recipient`."""

    recipient: str
    permanent: bool


Finding = (
    Promise
    | Remittance
    | ClaimsPaid
    | Dispute
    | DocumentRequest
    | Refusal
    | Insolvency
    | BankDetailsChange
    | ContactChange
    | AutoReply
    | Bounce
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows of text cells taken from an attachment by `files` (CSV, XLSX, PDF …).

    Attributes:
        note: why there are no rows; "" where there are.
    """

    name: str
    rows: tuple[tuple[str, ...], ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An attachment that was not read; `name` is the sender's, hostile.

    `note` is "too big", "not known", "too slow", "not readable", "encrypted" or
    "unpacks to too much".
    """

    name: str
    note: str


@dataclass(frozen=True, slots=True)
class KnownItem:
    """An open (or recently settled) item the sender may speak of.

    `open_minor` is positive for debits and negative for credits.
    """

    piece: str
    account_code: str
    open_minor: int
    currency: str
    dated_on: date
    due_on: date | None


@dataclass(frozen=True, slots=True)
class KnownAccount:
    """An account by what a sender can be recognised by. All emails lower-cased."""

    code: str
    name: str
    emails: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    country: str = "FR"
    language: str = "fr"


@dataclass(frozen=True, slots=True)
class Reading:
    """What was understood of one mail.

    Attributes:
        message_id: as written with its angle brackets, "" without one.
        sender: address of the one From mailbox, lower-cased; "" when there is none.
        dated_at: the Date header, aware; None when absent or unreadable.
        language: ISO 639-1 of what the sender says now; "" when nothing is said.
        sender_account: code of the account that speaks; None when not known.
        known_by: how the account was found: "address", "domain", "reference",
            "name" or "" (only "address" and "domain" identify a sender).
        suspicious: spoofing signs: DMARC failure, look-alike, reply-to elsewhere …
        authenticated: DMARC pass in a trusted header; None when no trusted header.
        findings: empty when nothing was found.
        said: the sender's own words, quotes and signature cut off.
        left_out: attachments that were not read, and why; no signatures, no pictures
            of a layout.
        problem: "not_a_mail" or "not_understood" when nothing could be read; else "".
    """

    message_id: str = ""
    sender: str = ""
    subject: str = ""
    dated_at: datetime | None = None
    language: str = ""
    sender_account: str | None = None
    known_by: str = ""
    suspicious: bool = False
    suspicions: tuple[str, ...] = ()
    authenticated: bool | None = None
    in_reply_to: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = field(default_factory=tuple)
    said: str = ""
    left_out: tuple[LeftOut, ...] = ()
    problem: str = ""
