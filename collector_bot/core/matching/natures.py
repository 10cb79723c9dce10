"""What a bank line is to us: a customer's payment, one that came back, or neither."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from collector_bot.core.bank import BankLine, LineNature

# Money that comes in without being a customer's: what it is, and the words banks and
# payers write for it, unaccented and in capitals. A public accountant who pays an
# invoice is a customer: only refunds and credits of tax are not.
_NOT_A_CUSTOMER: Final = (
    (
        "tax_refund",
        re.compile(
            r"\b(?:REMB\w*|RESTIT\w*|DEGREV\w*|REFUND|REPAYMENT)\b.{0,30}"
            r"\b(?:TVA|VAT|TAXES?|IMPOTS?|CFE|CVAE|CIR|CORPORATION TAX)\b"
            r"|\b(?:CREDIT DE TVA|TVA REMB|VAT REFUND|HMRC VAT|HMRC REFUND|IS REMB)\b"
            r"|\b(?:URSSAF|DGFIP|SIE)\b.{0,30}\b(?:REMB\w*|RESTIT\w*)\b"
        ),
    ),
    (
        "interest",
        re.compile(
            r"\b(?:INTERETS? CREDITEURS?|INTERETS? (?:SUR )?(?:COMPTE|PLACEMENT|DEPOT)"
            r"|CREDIT INTEREST|INTEREST (?:PAID|CREDIT)|GROSS INTEREST|HABENZINSEN"
            r"|REMUNERATION (?:DU )?COMPTE)\b"
        ),
    ),
    (
        "supplier_refund",
        re.compile(
            r"\b(?:REMB\w*|REFUND|AVOIR)\b.{0,20}\b(?:FOURNISSEUR|SUPPLIER)\b"
            r"|\bSUPPLIER REFUND\b"
        ),
    ),
    (
        "own_transfer",
        re.compile(
            r"\b(?:VIREMENT INTERNE|VIR INTERNE|VIRT? DE COMPTE A COMPTE|CASH POOLING"
            r"|NIVELLEMENT|OWN TRANSFER|INTERNAL TRANSFER)\b"
        ),
    ),
    (
        "loan",
        re.compile(
            r"\b(?:DEBLOCAGE (?:DE )?(?:PRET|CREDIT)|MISE A DISPOSITION PRET"
            r"|LOAN DRAWDOWN|LOAN PROCEEDS|APPORT EN COMPTE COURANT)\b"
        ),
    ),
    (
        "insurance",
        re.compile(r"\b(?:INDEMNISATION|INDEMNITE) (?:SINISTRE|ASSURANCE)\b"),
    ),
)
_CODES: Final = {"INTR": "interest", "TAXE": "tax_refund"}
_RETURNED: Final = re.compile(
    r"\b(?:REJETS?|REJETE|IMPAYES?|RETOURS? (?:DE )?(?:PRELEVEMENT|PRLV|SDD)"
    r"|UNPAID (?:DIRECT DEBIT|CHEQUE|ITEM)|RETURNED (?:DIRECT DEBIT|PAYMENT|CHEQUE)"
    r"|R(?:U|UE)CKLASTSCHRIFT|RETOURE?)\b"
)


def nature_of(line: BankLine) -> tuple[LineNature, str]:
    """Return what a line is to us, and why where it is not a customer's payment.

    Returns:
        The nature, and "" or one of "tax_refund", "interest", "supplier_refund",
        "own_transfer", "loan", "insurance", "reversal".
    """
    said = _plain(f"{line.text} {line.name}")
    if line.amount.minor < 0:
        back = line.return_reason or line.is_reversal or says_returned(said)
        return (LineNature.RETURNED if back else LineNature.OUTGOING), ""
    if line.is_reversal or line.return_reason:
        return LineNature.NOT_A_CUSTOMER, "reversal"
    for part in line.code.split("-"):
        if part in _CODES:
            return LineNature.NOT_A_CUSTOMER, _CODES[part]
    for why, words in _NOT_A_CUSTOMER:
        if words.search(said):
            return LineNature.NOT_A_CUSTOMER, why
    return LineNature.RECEIVED, ""


def says_returned(text: str) -> bool:
    """Return whether a bank's words for a debit say that a payment came back.

    Example:
        >>> says_returned("Rejet de prélèvement"), says_returned("Rejetable")
        (True, False)
    """
    return bool(_RETURNED.search(_plain(text)))


def _plain(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text.upper())
    return " ".join("".join(c for c in apart if not unicodedata.combining(c)).split())
