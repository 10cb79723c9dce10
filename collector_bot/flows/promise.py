"""A promise to pay is entered, accepted or refused by a person."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Connection

from collector_bot.core.holds import (
    PromiseState,
    PromiseStatus,
    PromiseToPay,
    promised_items,
)
from collector_bot.core.ledger import AccountId, OpenItem
from collector_bot.core.money import Money
from collector_bot.core.refusals import (
    FourEyesError,
    NothingDueError,
    NotWaitingError,
    UnknownNumberError,
    UnknownPieceError,
)
from collector_bot.flows import cards
from collector_bot.flows.desk import Desk, Role
from collector_bot.flows.letter import chosen_items, known_account
from collector_bot.store import items, promises

_OVER = {
    PromiseStatus.KEPT: "kept",
    PromiseStatus.BROKEN: "broken",
    PromiseStatus.CANCELLED: "taken_back",
}


def add_promise(
    desk: Desk,
    account_code: str,
    *,
    on: date,
    by: str,
    amount: Money | None = None,
    pieces: Sequence[str] = (),
) -> int:
    """Record a promise somebody took by telephone; return its number.

    A manager's holds at once. A clerk's does too unless four eyes are on or it runs
    past the policy's horizon: then a manager accepts it first.

    Raises:
        DeskRefusal: not a clerk, a past day, unknown account or piece, or nothing is
            due by that day.
    """
    desk.roles.require(by, Role.CLERK)
    desk.require_to_come(on)
    now = desk.now()
    with desk.database.writing() as connection:
        account = known_account(connection, account_code)
        if pieces:
            chosen_items(connection, account, pieces)
        about = promised_items(
            items.of_account(connection, account.id),
            pieces=_as_written(connection, account.id, pieces),
            amount=amount,
            on=on,
        )
        if not about:
            if not pieces:
                raise NothingDueError(account=account.code, on=on)
            raise UnknownPieceError(piece=" ".join(pieces), account=account.code)
        why = why_proposed(desk, by, on=on)
        entries = ",".join(str(item.entry_id) for item in about)
        said = amount.minor if amount else ""
        promise_id = promises.add(
            connection,
            promise=new_promise(
                desk, account.id, about, on=on, amount=amount, by=by, why=why
            ),
            items=about,
            cause_key=f"desk:{by}:{desk.today()}:{on}:{said}:{entries}",
            at=now,
        )
        if promise_id is None:
            raise NotWaitingError(
                what="This promise", what_fr="Cette promesse", state="recorded"
            )
        cards.show(connection, f"promise:{promise_id}", at=now, account_id=account.id)
        return promise_id


def _as_written(
    connection: Connection, account_id: AccountId, pieces: Sequence[str]
) -> list[str]:
    wanted = {piece.strip().upper() for piece in pieces}
    opens = items.of_account(connection, account_id)
    return [item.title for item in opens if item.title.upper() in wanted]


def why_proposed(desk: Desk, by: str, *, on: date) -> str:
    """Return why a manager accepts what somebody entered first; "" where none does."""
    if (on - desk.today()).days > desk.policy.promise_max_days:
        return "too_far"
    if desk.policy.four_eyes and desk.roles.of(by) < Role.MANAGER:
        return "four_eyes"
    return ""


def new_promise(
    desk: Desk,
    account_id: AccountId,
    about: Sequence[OpenItem],
    *,
    on: date,
    amount: Money | None,
    by: str,
    why: str,
    mail_id: int | None = None,
) -> PromiseToPay:
    """Return a promise about these items: accepted, or proposed with its reason."""
    total = Money(sum(item.open.minor for item in about), about[0].open.currency)
    return PromiseToPay(
        id=0,
        account_id=account_id,
        promised_on=on,
        made_on=desk.today(),
        amount=amount,
        baseline=total,
        open_now=total,
        state=PromiseState.PROPOSED if why else PromiseState.ACCEPTED,
        entered_by=by,
        entry_ids=tuple(item.entry_id for item in about),
        mail_id=mail_id,
        why_proposed=why,
    )


def accept_promise(desk: Desk, promise_id: int, *, by: str) -> None:
    """Let a proposed promise hold its items back.

    Raises:
        DeskRefusal: not a manager, unknown, decided before, or entered by the same.
    """
    _decide(desk, promise_id, by=by, state=PromiseState.ACCEPTED)


def reject_promise(desk: Desk, promise_id: int, *, by: str) -> None:
    """Refuse a proposed promise; its items are chased as if it had not been made.

    Raises:
        DeskRefusal: not a manager, unknown, or decided before.
    """
    _decide(desk, promise_id, by=by, state=PromiseState.REJECTED)


def cancel_promise(desk: Desk, promise_id: int, *, by: str) -> None:
    """Cancel a promise that waits or holds: it was taken back, or entered by mistake.

    Raises:
        DeskRefusal: not a manager, unknown, over already, or entered by the same.
    """
    _decide(desk, promise_id, by=by, state=PromiseState.CANCELLED)


def _decide(desk: Desk, promise_id: int, *, by: str, state: PromiseState) -> None:
    desk.roles.require(by, Role.MANAGER)
    now = desk.now()
    with desk.database.writing() as connection:
        promise = promises.get(connection, promise_id)
        if promise is None:
            raise UnknownNumberError(
                what="promise", what_fr="promesse", number=promise_id
            )
        same = desk.policy.four_eyes and promise.entered_by == by
        if same and state is not PromiseState.REJECTED:
            raise FourEyesError(by=by)
        status = promise.status(desk.today(), grace_days=desk.policy.promise_grace_days)
        over = status not in {PromiseStatus.PROPOSED, PromiseStatus.OPEN}
        if over or not promises.decide(
            connection, promise_id, state=state, by=by, at=now
        ):
            raise NotWaitingError(
                what=f"Promise {promise_id}",
                what_fr=f"La promesse {promise_id}",
                state=_OVER.get(status, promise.state.value),
            )
        cards.show(
            connection,
            f"promise:{promise_id}",
            at=now,
            turn=state.value,
            account_id=promise.account_id,
        )
