"""A person says whose a payment on the bank is, or that it is no customer's."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from collector_bot.core.bank import LineNature, LineState
from collector_bot.core.ledger import Account, AccountId, SuggestionId
from collector_bot.core.refusals import (
    ChangedSinceShownError,
    NotWaitingError,
    PaymentTakenError,
    UnknownNumberError,
)
from collector_bot.core.suggestion import Ground, Reason, SuggestionState
from collector_bot.flows import cards, learn
from collector_bot.flows.desk import Desk, Role
from collector_bot.flows.suggest import propose_for
from collector_bot.store import (
    accounts,
    allocations,
    bank,
    in_ledger,
    journal,
    suggestions,
)
from collector_bot.store.bank import BankLineId, KnownLine, Payer
from collector_bot.store.cards import latest_subject
from collector_bot.store.lettering_groups import reserve


@dataclass(frozen=True, slots=True)
class Assigned:
    """What came of it.

    Attributes:
        in_ledger: the account has this payment already, posted by its own system.
        suggested: the answers that wait for it now, the best first.
    """

    known: KnownLine
    account: Account
    in_ledger: bool
    suggested: tuple[SuggestionId, ...]


def assign(
    desk: Desk,
    line_id: BankLineId,
    account_id: AccountId,
    *,
    by: str,
    only_free: bool = False,
) -> Assigned:
    """Give a payment to an account, learn its payer, and propose what it settles.

    One that was left alone waits again. What was proposed for it elsewhere becomes
    stale, and its payer is no longer taken for the account it had.

    Args:
        only_free: refuse when it has another account by now: what a card offered.

    Raises:
        DeskRefusal: not a clerk, no such payment, lettered, or taken (`only_free`).
    """
    desk.roles.require(by, Role.CLERK)
    now = desk.now()
    with desk.database.writing() as connection:
        known = _payment(connection, line_id)
        account = accounts.by_id(connection, account_id)
        if known.account_id == account_id and allocations.payer_chosen(known):
            return _standing(connection, known, account)
        if only_free:
            _require_free(connection, known)
        for one in sorted({account_id, known.account_id or account_id}):
            reserve(connection, one)
        if not allocations.take_back(connection, known):
            raise ChangedSinceShownError(subject=f"Payment {line_id}")
        _overtake(connection, known, now=now)
        if known.account_id is not None and known.account_id != account_id:
            learn.payer_told(
                connection, known.line, known.account_id, approved=False, at=now
            )
        learn.payer_told(connection, known.line, account_id, approved=True, at=now)
        why = Reason(Ground.PAYER_CHOSEN, (("by", by),))
        bank.set_payers(connection, [Payer(line_id, account_id, 1.0, (why,))])
        _tell(connection, known, by=by, what="assigned", account=account.code, at=now)
        in_ledger.recognise(connection)
        propose_for(desk, connection, account_id, now=now)
        return _standing(connection, known, account)


def _standing(connection: Connection, known: KnownLine, account: Account) -> Assigned:
    now = bank.line_of(connection, known.id)
    waits = now is not None and now.state is LineState.WAITING
    waiting = suggestions.waiting_for(connection, f"bank:{known.id}")
    return Assigned(known, account, not waits, tuple(waiting))


def leave_alone(desk: Desk, line_id: BankLineId, *, by: str, reason: str) -> KnownLine:
    """Leave a payment alone: no customer's account is concerned.

    Raises:
        DeskRefusal: not a clerk, no such payment, lettered, or left alone before.
    """
    desk.roles.require(by, Role.CLERK)
    now = desk.now()
    with desk.database.writing() as connection:
        known = _payment(connection, line_id)
        if known.state is LineState.LEFT_ALONE:
            raise _not_waiting(known)
        if known.account_id is not None:
            reserve(connection, known.account_id)
        if not allocations.leave(connection, known, why=reason.strip()):
            raise ChangedSinceShownError(subject=f"Payment {line_id}")
        _overtake(connection, known, now=now)
        _tell(connection, known, by=by, what="left_alone", account="", at=now)
        return known


def _payment(connection: Connection, line_id: BankLineId) -> KnownLine:
    """Return a payment that may be given an account.

    Raises:
        UnknownNumberError: there is no such line, or it is no payment we received.
        NotWaitingError: it was lettered, or the ledger has it.
    """
    known = bank.line_of(connection, line_id)
    received = known is not None and known.line.amount.minor > 0
    if known is None or not received or known.nature is LineNature.RETURNED:
        raise UnknownNumberError(
            what="payment on the bank", what_fr="règlement en banque", number=line_id
        )
    if known.state not in {LineState.WAITING, LineState.LEFT_ALONE}:
        raise _not_waiting(known)
    return known


def _not_waiting(known: KnownLine) -> NotWaitingError:
    return NotWaitingError(
        what=f"Payment {known.id}",
        what_fr=f"Le règlement {known.id}",
        state=known.state.value,
    )


def _require_free(connection: Connection, known: KnownLine) -> None:
    if known.state is LineState.LEFT_ALONE:
        raise _not_waiting(known)
    if known.account_id is not None:
        account = accounts.by_id(connection, known.account_id)
        raise PaymentTakenError(number=known.id, account=account.code)


def _overtake(connection: Connection, known: KnownLine, *, now: datetime) -> None:
    """Overtake what was proposed for a payment before."""
    for one in suggestions.touching(connection, [bank.pending_number(known.id)]):
        suggestions.move(connection, one, SuggestionState.STALE)
        cards.show(connection, f"suggestion:{one}", at=now, turn="stale")


def _tell(
    connection: Connection,
    known: KnownLine,
    *,
    by: str,
    what: str,
    account: str,
    at: datetime,
) -> None:
    """Write it in the journal, and have the card of such payments rewritten."""
    facts = {"account": account, "before": known.account_id or 0}
    act = journal.Act(by, f"payment.{what}", f"bank-line:{known.id}", facts)
    journal.record(connection, act, at=at)
    card = latest_subject(connection, cards.PAYMENTS)
    if card is not None:
        turn = f"{known.id}:{at.isoformat()}"
        cards.show(connection, card, at=at, turn=turn)
