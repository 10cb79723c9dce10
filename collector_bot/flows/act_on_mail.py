"""What a finding does to the ledger's surroundings; money is never posted from mail."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import assert_never

from sqlalchemy import Connection

from collector_bot.core.holds import PromiseToPay, promised_items
from collector_bot.core.ledger import Account, EntryId, MailId, OpenItem
from collector_bot.core.reading import Reading
from collector_bot.core.reading.findings import (
    AutoReply,
    BankDetailsChange,
    Bounce,
    ClaimsPaid,
    ContactChange,
    Dispute,
    DocumentRequest,
    Finding,
    Insolvency,
    Promise,
    Refusal,
    Remittance,
)
from collector_bot.flows import cards
from collector_bot.flows.desk import Desk
from collector_bot.flows.dropping import drop_about
from collector_bot.flows.promise import new_promise, why_proposed
from collector_bot.flows.suggest import propose_for_advice
from collector_bot.store import accounts, disputes, items, promises
from collector_bot.store.disputes import Cause
from collector_bot.store.mails import KeptMail

CLAIM_HOLD_DAYS = 7  # our choice: a transfer that was really made is here by then
BY_MAIL = "mail"


@dataclass(frozen=True, slots=True)
class Acting:
    """One mail being acted on, within one transaction.

    Attributes:
        by: whose word it is: the mail's, or the person's who put its reading right.
        turn: after the cause of a finding, where it is not the first.
    """

    desk: Desk
    connection: Connection
    mail: KeptMail
    reading: Reading
    account: Account | None
    now: datetime
    by: str = BY_MAIL
    turn: str = ""

    @property
    def doubt(self) -> str:
        """Why the sender cannot be believed without a person; "" when they can."""
        if self.account is None or not self.reading.sender_account:
            return "unknown_sender"
        if self.reading.known_by not in {"address", "domain"}:
            return "unknown_sender"
        if self.reading.authenticated is False:
            return "not_authenticated"
        return "suspicious" if self.reading.suspicious else ""

    def key(self, number: int) -> str:
        """Return the cause of finding `number`: the mail, so twice is once."""
        return f"{cause_key(self.mail.id, number)}{self.turn}"

    def sure(self, finding: Finding) -> bool:
        """Whether a finding is above the policy's confidence."""
        return finding.confidence >= self.desk.policy.read_confidence_min


def cause_key(mail_id: MailId, number: int) -> str:
    """Return how the keys of all that came of one finding of a mail begin."""
    return f"mail:{mail_id}:{number}"


def act(acting: Acting, finding: Finding, *, number: int) -> str:
    """Record what one finding means; return why a person has to look, or ""."""
    match finding:
        case Promise():
            return _promise(acting, finding, number=number)
        case Remittance():
            return _remittance(acting, finding, number=number)
        case ClaimsPaid():
            return _claims_paid(acting, finding, number=number)
        case Dispute():
            return _dispute(acting, finding, number=number)
        case Insolvency():
            _hold_account(acting, number=number, until_on=None, reason="insolvency")
            return "insolvency"
        case Bounce():
            return _bounce(acting, finding) or _unless_sure(acting, finding)
        case AutoReply():
            return _unless_sure(acting, finding)
        case BankDetailsChange() | DocumentRequest() | Refusal() | ContactChange():
            return _FOR_A_PERSON[type(finding)]
        case _:
            assert_never(finding)


_FOR_A_PERSON: dict[type[Finding], str] = {
    BankDetailsChange: "bank_details_change",
    DocumentRequest: "document_request",
    Refusal: "refusal",
    ContactChange: "contact_change",
}


def _unless_sure(acting: Acting, finding: Finding) -> str:
    """Show a person what asks for nothing, where that itself is in doubt."""
    return "" if acting.sure(finding) else "low_confidence"


def _bounce(acting: Acting, finding: Bounce) -> str:
    """Stop writing to an address that does not exist; what is delayed needs nobody."""
    if not finding.permanent:
        return ""
    accounts.mark_bounced(acting.connection, finding.recipient.lower(), at=acting.now)
    return "bounce"


def _promise(acting: Acting, finding: Promise, *, number: int) -> str:
    account = acting.account
    if account is None:
        return "unknown_sender"
    about = promised_items(
        _opens(acting, account, finding.currency),
        pieces=finding.pieces,
        amount=finding.amount,
        on=finding.on,
    )
    if not about:
        return "promise_without_item"
    desk = acting.desk
    why = acting.doubt
    if not why and not acting.sure(finding):
        why = "low_confidence"
    if not why and (finding.on - desk.today()).days > desk.policy.promise_max_days:
        why = "too_far"
    if not why and finding.on < acting.mail.received_at.date() - timedelta(days=1):
        why = "date_passed"
    if not why and acting.by != BY_MAIL:
        why = why_proposed(desk, acting.by, on=finding.on)
    promise = new_promise(
        desk,
        account.id,
        about,
        on=finding.on,
        amount=finding.amount,
        by=acting.by,
        why=why,
        mail_id=acting.mail.id,
    )
    _add_promise(acting, promise, about=about, number=number, why=why)
    return why


def _add_promise(
    acting: Acting,
    promise: PromiseToPay,
    *,
    about: tuple[OpenItem, ...],
    number: int,
    why: str,
) -> None:
    promise_id = promises.add(
        acting.connection,
        promise=promise,
        items=about,
        cause_key=acting.key(number),
        at=acting.now,
    )
    if promise_id is None:
        return
    cards.show(
        acting.connection,
        f"promise:{promise_id}",
        at=acting.now,
        account_id=promise.account_id,
    )
    if not why:
        _drop_letters(acting, about, reason="promised")


def _remittance(acting: Acting, finding: Remittance, *, number: int) -> str:
    """Suggest the lettering; while its payment is not here, it counts as announced."""
    account = acting.account
    if account is None:
        return "unknown_sender"
    why = acting.doubt or ("" if acting.sure(finding) else "low_confidence")
    if why:
        return why
    proposed = propose_for_advice(
        acting.desk,
        acting.connection,
        advice=finding,
        account_id=account.id,
        mail_id=acting.mail.id,
        now=acting.now,
    )
    named = {line.reference for line in finding.lines}
    opens = _opens(acting, account, finding.currency)
    about = tuple(item for item in opens if item.is_debit and item.piece in named)
    unresolved = named - {item.piece for item in opens}
    if about and not proposed:
        on = max(finding.payment_on or acting.desk.today(), acting.desk.today())
        promise = new_promise(
            acting.desk,
            account.id,
            about,
            on=on,
            amount=finding.total,
            by=acting.by,
            why="",
            mail_id=acting.mail.id,
        )
        _add_promise(acting, promise, about=about, number=number, why="")
    if about:
        _drop_letters(acting, about, reason="paid")
    return "advice_unresolved" if unresolved else ""


def _claims_paid(acting: Acting, finding: ClaimsPaid, *, number: int) -> str:
    """Leave what is said to be paid alone for a week; a person looks for it."""
    account = acting.account
    if account is None:
        return "unknown_sender"
    until_on = acting.desk.today() + timedelta(days=CLAIM_HOLD_DAYS)
    named = [
        item for item in _opens(acting, account, "") if item.piece in finding.pieces
    ]
    if not named:
        _hold_account(acting, number=number, until_on=until_on, reason="claims_paid")
        return "claims_paid"
    for item in named:
        disputes.place_hold(
            acting.connection,
            account.id,
            entry_id=item.entry_id,
            until_on=until_on,
            reason="claims_paid",
            cause=_cause(acting, f"{acting.key(number)}:{item.entry_id}"),
        )
    _drop_letters(acting, named, reason="paid")
    return "claims_paid"


def _dispute(acting: Acting, finding: Dispute, *, number: int) -> str:
    """Leave contested items alone; without pieces the account waits for a person.

    A sender nobody can vouch for may hold items back too: that is the safe side.
    """
    account = acting.account
    if account is None:
        return "unknown_sender"
    named = [
        item for item in _opens(acting, account, "") if item.piece in finding.pieces
    ]
    if not named:
        return "dispute_without_piece"
    disputes.open_dispute(
        acting.connection,
        account.id,
        reason=finding.reason.value,
        entry_ids=[item.entry_id for item in named],
        cause=_cause(acting, acting.key(number)),
    )
    _drop_letters(acting, named, reason="disputed")
    return "dispute"


def _hold_account(
    acting: Acting, *, number: int, until_on: date | None, reason: str
) -> None:
    if acting.account is None:
        return
    disputes.place_hold(
        acting.connection,
        acting.account.id,
        entry_id=None,
        until_on=until_on,
        reason=reason,
        cause=_cause(acting, acting.key(number)),
    )
    drop_about(
        acting.connection,
        acting.account.id,
        entries=None,
        reason=reason,
        now=acting.now,
    )


def _cause(acting: Acting, key: str) -> Cause:
    return Cause(acting.by, acting.now, key, mail_id=acting.mail.id)


def _opens(acting: Acting, account: Account, currency: str) -> list[OpenItem]:
    opens = items.of_account(acting.connection, account.id)
    return [item for item in opens if currency in {"", item.open.currency}]


def _drop_letters(
    acting: Acting, about: list[OpenItem] | tuple[OpenItem, ...], *, reason: str
) -> None:
    if acting.account is None:
        return
    entries: set[EntryId] = {item.entry_id for item in about}
    drop_about(
        acting.connection,
        acting.account.id,
        entries=entries,
        reason=reason,
        now=acting.now,
    )
