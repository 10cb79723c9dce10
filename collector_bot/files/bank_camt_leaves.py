"""What one entry of a camt message and its transactions say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final, NamedTuple

from collector_bot.core.bank import BankLine
from collector_bot.files.bank_parts import (
    account_number,
    creditor_reference_in,
    entry_reference,
    exact_minor,
    said,
    text_of,
)
from collector_bot.files.safe_xml import local

SIGNS: Final = {"CRDT": 1, "DBIT": -1}
# Sub-families that say a payment or a direct debit came back.
# Source: ISO 20022 external code sets, ExternalBankTransactionSubFamily1Code.
_CAME_BACK: Final = frozenset({"UPDD", "PRDD", "UPCQ", "RRTN", "RPCR", "PRCT"})
Leaves = dict[str, list[str]]


class Detail(NamedTuple):
    """One transaction of an entry; `minor` is signed, None when not said."""

    minor: int | None
    currency: str
    leaves: Leaves


def leaves_of(element: Any) -> Leaves:
    """Return path -> texts of what has no children; an amount's currency at `@Ccy`."""
    found: Leaves = {}
    _gather(element, "", found)
    return found


def _gather(element: Any, path: str, found: Leaves) -> None:
    for child in element:
        if not isinstance(child.tag, str):
            continue
        here = path + local(child)
        if len(child):
            _gather(child, f"{here}/", found)
        elif child.text and (text := child.text.strip()):
            found.setdefault(here, []).append(text)
            if currency := child.get("Ccy"):
                found.setdefault(f"{here}@Ccy", []).append(currency)


def first(leaves: Mapping[str, list[str]], *paths: str) -> str:
    """Return the first text at the first of the paths that has one, else ""."""
    return next((leaves[path][0] for path in paths if path in leaves), "")


def detail_of(element: Any) -> Detail:
    """Return a transaction with its amount, unsigned yet, where one can be read."""
    leaves = leaves_of(element)
    for path in ("Amt", "AmtDtls/TxAmt/Amt"):
        written = first(leaves, path)
        currency = first(leaves, f"{path}@Ccy")
        minor = exact_minor(written, currency) if written and currency else None
        if minor is not None:
            return Detail(minor, currency, leaves)
    return Detail(None, "", leaves)


def adds_up(entry: BankLine, details: list[Detail]) -> bool:
    """Whether the transactions make the entry, in its currency; signs them in place."""
    own = SIGNS["CRDT" if entry.amount.minor >= 0 else "DBIT"]
    total = 0
    for at, detail in enumerate(details):
        if detail.minor is None or detail.currency != entry.amount.currency:
            return False
        sign = SIGNS.get(first(detail.leaves, "CdtDbtInd"), own)
        details[at] = detail._replace(minor=sign * detail.minor)
        total += sign * detail.minor
    return total == entry.amount.minor


def own_references(entry: BankLine, details: Sequence[Detail]) -> list[str]:
    """Return the bank's reference of each transaction of an entry, all different."""
    told = [
        entry_reference(first(one.leaves, "Refs/AcctSvcrRef"), entry.booked_on)
        for one in details
    ]
    often = Counter([*told, entry.bank_ref])
    return [
        own if own and often[own] == 1 else f"{shared}/{number}" if shared else ""
        for number, own in enumerate(told, start=1)
        for shared in (entry.bank_ref or own,)
    ]


def told(
    line: BankLine, details: Sequence[Detail], entry: Leaves, *, own: str
) -> BankLine:
    """Return a movement with what its transactions say of its payer and its cause.

    Args:
        line: what the entry itself says.
        details: the transactions it stands for, none or more.
        entry: the leaves of the entry, without its transactions.
        own: our account.
    """
    reasons = [
        said(first(one.leaves, "RtrInf/Rsn/Cd", "RtrInf/Rsn/Prtry")) for one in details
    ]
    code = next((code_of(one.leaves) for one in details if code_of(one.leaves)), "")
    code = line.code or code
    text = text_of(
        [
            *(part for one in details for part in _written(one.leaves)),
            *entry.get("AddtlNtryInf", ()),
        ]
    )
    reason = next((one for one in reasons if one), "")
    came_back = code.rpartition("-")[2] in _CAME_BACK
    if not reason and came_back:
        reason = text.partition("\n")[0] or code
    single = details[0].leaves if len(details) == 1 else {}
    back = bool(reason) or line.is_reversal
    name, iban = _other_party(line, single, own=own, back=back)
    return replace(
        line,
        code=code,
        text=text,
        return_reason=reason,
        name=name,
        iban=iban,
        end_to_end=said(first(single, "Refs/EndToEndId")),
        creditor_reference=_creditor_reference(single, text),
    )


def _creditor_reference(leaves: Leaves, text: str) -> str:
    told = "".join(first(leaves, "RmtInf/Strd/CdtrRefInf/Ref").split())
    return said(told) or creditor_reference_in(text)


def _written(leaves: Leaves) -> Iterator[str]:
    for path in (
        "RmtInf/Ustrd",
        "RmtInf/Strd/RfrdDocInf/Nb",
        "RmtInf/Strd/AddtlRmtInf",
        "RtrInf/AddtlInf",
        "AddtlTxInf",
    ):
        yield from leaves.get(path, ())


def code_of(leaves: Leaves) -> str:
    """Return the ISO code of a movement, as PMNT-RCDT-ESCT, else the bank's own."""
    parts = [
        first(leaves, path)
        for path in (
            "BkTxCd/Domn/Cd",
            "BkTxCd/Domn/Fmly/Cd",
            "BkTxCd/Domn/Fmly/SubFmlyCd",
        )
    ]
    return "-".join(part for part in parts if part) or said(
        first(leaves, "BkTxCd/Prtry/Cd")
    )


def _other_party(
    line: BankLine, leaves: Leaves, *, own: str, back: bool
) -> tuple[str, str]:
    """Return name and account of who is not us.

    Parties stand as in the first payment, so one that comes back has them turned; an
    account that is ours decides.
    """
    order = ["Dbtr", "Cdtr"] if (line.amount.minor > 0) != back else ["Cdtr", "Dbtr"]
    ibans = {
        role: account_number(
            first(
                leaves,
                f"RltdPties/{role}Acct/Id/IBAN",
                f"RltdPties/{role}Acct/Id/Othr/Id",
            )
        )
        for role in order
    }
    if own and ibans[order[0]] == own != ibans[order[1]]:
        order.reverse()
    role = order[0]
    name = first(
        leaves,
        f"RltdPties/{role}/Pty/Nm",
        f"RltdPties/{role}/Nm",
        f"RltdPties/Ultmt{role}/Pty/Nm",
        f"RltdPties/Ultmt{role}/Nm",
    )
    return said(name), ibans[role]
