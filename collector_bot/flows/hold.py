"""A person keeps an account or an item from being chased, or lets it go again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from collector_bot.core.reading.findings import DisputeReason
from collector_bot.core.refusals import NotWaitingError, UnknownNumberError
from collector_bot.flows.desk import Desk, Role
from collector_bot.flows.letter import chosen_items, known_account
from collector_bot.store import disputes
from collector_bot.store.disputes import Cause


def place_hold(
    desk: Desk,
    account_code: str,
    *,
    by: str,
    piece: str = "",
    until_on: date | None = None,
    reason: str = "",
) -> int | None:
    """Keep an account (or one piece) from being chased; None when it is held so.

    Raises:
        DeskRefusal: not a clerk, a past day, unknown account, or nothing open under
            the piece.
    """
    desk.roles.require(by, Role.CLERK)
    if until_on is not None:
        desk.require_to_come(until_on)
    now = desk.now()
    with desk.database.writing() as connection:
        account = known_account(connection, account_code)
        chosen = chosen_items(connection, account, [piece]) if piece else []
        entry_id = chosen[0].entry_id if chosen else None
        return disputes.place_hold(
            connection,
            account.id,
            entry_id=entry_id,
            until_on=until_on,
            reason=reason,
            cause=Cause(by, now, f"desk:{account.id}:{entry_id}:{until_on}:{now}"),
        )


def release_hold(desk: Desk, hold_id: int, *, by: str) -> None:
    """Let a held account or item be chased again.

    Raises:
        DeskRefusal: not a clerk, or not held.
    """
    desk.roles.require(by, Role.CLERK)
    now = desk.now()
    with desk.database.writing() as connection:
        if not disputes.release_hold(connection, hold_id, by=by, at=now):
            if not disputes.was_held(connection, hold_id):
                raise UnknownNumberError(
                    what="hold", what_fr="suspension", number=hold_id
                )
            raise NotWaitingError(
                what=f"Hold {hold_id}", what_fr=f"La suspension {hold_id}", state="over"
            )


def open_dispute(
    desk: Desk,
    account_code: str,
    *,
    by: str,
    pieces: Sequence[str],
    reason: DisputeReason = DisputeReason.OTHER,
) -> int | None:
    """Record that a customer contests pieces; None when recorded already.

    Raises:
        DeskRefusal: not a clerk, unknown account, or nothing open under a piece.
    """
    desk.roles.require(by, Role.CLERK)
    now = desk.now()
    with desk.database.writing() as connection:
        account = known_account(connection, account_code)
        chosen = chosen_items(connection, account, pieces)
        entries = [item.entry_id for item in chosen]
        return disputes.open_dispute(
            connection,
            account.id,
            reason=reason.value,
            entry_ids=entries,
            cause=Cause(by, now, f"desk:{desk.today()}:{entries}"),
        )


def close_dispute(desk: Desk, dispute_id: int, *, by: str) -> None:
    """Close a dispute; its items are chased again.

    Raises:
        DeskRefusal: not a clerk, or not open.
    """
    desk.roles.require(by, Role.CLERK)
    now = desk.now()
    with desk.database.writing() as connection:
        if not disputes.close_dispute(connection, dispute_id, by=by, at=now):
            if not disputes.was_disputed(connection, dispute_id):
                raise UnknownNumberError(
                    what="dispute", what_fr="litige", number=dispute_id
                )
            raise NotWaitingError(
                what=f"Dispute {dispute_id}",
                what_fr=f"Le litige {dispute_id}",
                state="closed",
            )
