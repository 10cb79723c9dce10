"""What a letter is made from: frozen facts, with nothing a template could call."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any, Literal, TypeVar

from collector_bot.core.money import Money

Language = Literal["fr", "en"]

PIECE_MAX = 60
TEXT_MAX = 120

# Control, format (bidirectional marks, zero width), surrogate, private, unassigned,
# and the two separators that mail software takes for a new line.
_UNWANTED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_BREAKS = dict.fromkeys(map(ord, "\t\n\v\f\r\x85\u2028\u2029"), " ")


@dataclass(frozen=True, slots=True)
class Company:
    """Who writes. `signature_en` signs English letters; `iban` has no spaces."""

    name: str
    signature: str
    signature_en: str
    phone: str
    iban: str
    bic: str
    reply_to: str


@dataclass(frozen=True, slots=True)
class LetterItem:
    """One line of a letter: an invoice asked for, or a credit not yet used.

    `open` is what is left of `amount`; both are more than zero, on credits too.
    `overdue_days` is zero or less while the item is not late.
    """

    piece: str
    dated_on: date
    due_on: date | None
    amount: Money
    open: Money
    overdue_days: int = 0
    label: str = ""


@dataclass(frozen=True, slots=True)
class LetterFacts:
    """What one letter to one customer, in one currency, says.

    Attributes:
        template: a folder of templates/dunning (or of templates/statements).
        items: what is asked for, oldest due first; at least one in a letter.
        not_yet_due: other open invoices, named for information.
        credits: payments and credit notes not yet lettered, to be deducted.
        due: total of `items`; `credited`: total of `credits`; `net`: what to pay.
        reference: shown in subject and body, so that answers find their case.
        previous_sent_on: date of the last letter about these items, if any.
        broken_promise_on: the promised date that passed without a payment, if any.
        pay_by: the last day given to pay, if the level gives one.
    """

    template: str
    language: Language
    account_code: str
    account_name: str
    today: date
    items: tuple[LetterItem, ...]
    not_yet_due: tuple[LetterItem, ...]
    credits: tuple[LetterItem, ...]
    due: Money
    credited: Money
    net: Money
    company: Company
    reference: str
    previous_sent_on: date | None = None
    broken_promise_on: date | None = None
    pay_by: date | None = None


@dataclass(frozen=True, slots=True)
class ReplyFacts:
    """What one short answer to a customer says.

    Attributes:
        payment: what was paid or is promised; absent when no amount was said.
        payment_on: the day it was received or is promised for, when known.
        settled: the invoices a payment settled in full.
        left: the invoices it settled in part, with what is still `open` of them.
    """

    language: Language
    account_code: str
    account_name: str
    today: date
    company: Company
    reference: str
    payment: Money | None = None
    payment_on: date | None = None
    settled: tuple[LetterItem, ...] = ()
    left: tuple[LetterItem, ...] = ()


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter ready to be put into an envelope.

    `subject` is one line of at most 200 characters; `html` is a whole document.
    """

    subject: str
    text: str
    html: str


def clean(text: str, *, limit: int = TEXT_MAX) -> str:
    r"""Return `text` as one printable line of at most `limit` characters.

    Control, format and unassigned characters go, runs of white space become one
    space (no-break spaces stay), and what is too long ends in “…”.

    Example:
        >>> clean("Acme\r\nBcc: x\u202e  SA")
        'Acme Bcc: x SA'
    """
    if not text.isprintable() or "  " in text:
        marks = text.translate(_BREAKS)
        kept = "".join(m for m in marks if unicodedata.category(m) not in _UNWANTED)
        text = " ".join(part for part in kept.split(" ") if part)
    text = text.strip()
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


_Facts = TypeVar("_Facts", LetterItem, Company)
_TEXTS = {
    kind: tuple(field.name for field in fields(kind) if field.type == "str")
    for kind in (LetterItem, Company)
}


def cleaned(facts: _Facts) -> _Facts:
    """Return `facts` with every text in it made safe to print."""
    changes: dict[str, Any] = {}
    for name in _TEXTS[type(facts)]:
        before = getattr(facts, name)
        after = clean(before, limit=PIECE_MAX if name == "piece" else TEXT_MAX)
        if after != before:
            changes[name] = after
    return replace(facts, **changes) if changes else facts


def names_in(facts: LetterFacts | ReplyFacts) -> dict[str, Any]:
    """Return what a template may name: the facts, cleaned, and some short cuts.

    `count` is how many invoices the letter is about, `single` that invoice when it
    is alone (else None), `signature` the signature in the letter's language. What
    was due already when the last letter left is `reminded`, what fell due since is
    `fallen_due`; when all of it fell due since, there is no last letter to speak of.
    """
    company = cleaned(facts.company)
    code, french = clean(facts.account_code), facts.language == "fr"
    names = {field.name: getattr(facts, field.name) for field in fields(facts)}
    for name, value in names.items():
        if isinstance(value, tuple):
            names[name] = tuple(cleaned(item) for item in value)
    about = names["items" if isinstance(facts, LetterFacts) else "settled"]
    if isinstance(facts, LetterFacts):
        names |= _since_last_letter(names["items"], facts.previous_sent_on)
    return names | {
        "account_code": code,
        "account_name": clean(facts.account_name) or code,
        "reference": clean(facts.reference),
        "company": company,
        "count": len(about),
        "single": about[0] if len(about) == 1 else None,
        "signature": company.signature if french else company.signature_en,
    }


def _since_last_letter(
    items: tuple[LetterItem, ...], previous_sent_on: date | None
) -> dict[str, Any]:
    """Return the items parted by whether the last letter can have asked for them.

    An item due on the very day of that letter was not late then: it fell due since.
    """
    if previous_sent_on is None:
        return {"reminded": items, "fallen_due": ()}
    reminded = tuple(
        item for item in items if (item.due_on or item.dated_on) < previous_sent_on
    )
    if not reminded:
        return {"reminded": items, "fallen_due": (), "previous_sent_on": None}
    since = tuple(item for item in items if item not in reminded)
    return {"reminded": reminded, "fallen_due": since}
