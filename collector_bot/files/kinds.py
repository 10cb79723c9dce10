"""What an entry is, from the words beside it or the accounts it was posted against."""

from __future__ import annotations

import re
from enum import IntFlag

from collector_bot.core.ledger import AccountSide, Kind, Side
from collector_bot.files.table import normal

_WORDS = {
    Kind.INVOICE: "invoice facture fac fa inv",
    Kind.CREDIT_NOTE: "credit_note avoir av cn",
    Kind.PAYMENT: "payment paiement règlement encaissement virement chèque rgt pay",
    Kind.ADVANCE: "advance acompte avance deposit",
    Kind.OTHER: "other autre od divers",
}
_KINDS = {normal(w): kind for kind, words in _WORDS.items() for w in words.split()}
_CREDIT_NOTE = re.compile(r"\bavoirs?\b|\bcredit[ -]?(?:note|memo)s?\b", re.IGNORECASE)


class Seen(IntFlag):
    """Which accounts the other lines of a journal entry are on.

    Source:
        Plan comptable général: 70 sales, 4457 VAT collected, 60 to 64 and 2
        purchases, 4456 VAT deductible, 5 cash, 4191 and 4091 advances; 656, 666, 756
        and 766 exchange differences, 476 and 477 those of a closing.
    """

    NOTHING = 0
    SALE = 1
    VAT_COLLECTED = 2
    PURCHASE = 4
    VAT_DEDUCTIBLE = 8
    CASH = 16
    ADVANCE = 32
    EXCHANGE = 64


_BY_PREFIX = {
    **dict.fromkeys(("476", "477", "656", "666", "756", "766"), Seen.EXCHANGE),
    "4457": Seen.VAT_COLLECTED,
    "4456": Seen.VAT_DEDUCTIBLE,
    "4191": Seen.ADVANCE,
    "4091": Seen.ADVANCE,
    "70": Seen.SALE,
    **dict.fromkeys(("20", "21", "22", "23", "24", "25", "26", "27"), Seen.PURCHASE),
    **dict.fromkeys(("60", "61", "62", "63", "64"), Seen.PURCHASE),
    **dict.fromkeys(("50", "51", "52", "53", "54", "55", "56", "57", "58"), Seen.CASH),
}


def kind_of_word(word: str) -> Kind | None:
    """Return the kind a file names in English or French, or None."""
    return _KINDS.get(normal(word))


def says_credit_note(*texts: str) -> bool:
    """Return whether one of `texts` has avoir, credit note or credit memo as a word."""
    return any(_CREDIT_NOTE.search(text) for text in texts)


def seen_on(account: str) -> int:
    """Return the `Seen` bit of one account number; 0 where it says nothing."""
    four, three = (_BY_PREFIX.get(account[:digits], 0) for digits in (4, 3))
    return four or three or _BY_PREFIX.get(account[:2], 0)


def kind_by_accounts(seen: int, side: Side, of: AccountSide) -> Kind:
    """Return the kind of a line on a customer's or supplier's account.

    A sale (or VAT collected without cash: on cash-basis VAT it moves with the payment)
    makes an invoice of a customer's debit; the credit beside it is a payment where cash
    moved too, else a credit note. Without a sale: cash is a payment, an account of
    advances an advance, anything else other. Suppliers are the mirror image.

    Args:
        seen: all `Seen` bits of the journal entry.
        side: where the line stands.
        of: whose account it is.
    """
    if of is AccountSide.CUSTOMER:
        trade, vat, owed = Seen.SALE, Seen.VAT_COLLECTED, Side.DEBIT
    else:
        trade, vat, owed = Seen.PURCHASE, Seen.VAT_DEDUCTIBLE, Side.CREDIT
    cash = seen & Seen.CASH
    if seen & trade or (seen & vat and not cash):
        if side is owed:
            return Kind.INVOICE
        return Kind.PAYMENT if cash else Kind.CREDIT_NOTE
    if cash:
        return Kind.PAYMENT
    return Kind.ADVANCE if seen & Seen.ADVANCE else Kind.OTHER


def kind_at_opening(side: Side, of: AccountSide, *texts: str) -> Kind:
    """Return the kind of an opening line, whose counterpart says nothing: our choice.

    What is owed is an invoice; the rest is a credit note where its texts say so, else
    other.
    """
    owed = Side.DEBIT if of is AccountSide.CUSTOMER else Side.CREDIT
    if side is owed:
        return Kind.INVOICE
    return Kind.CREDIT_NOTE if says_credit_note(*texts) else Kind.OTHER
