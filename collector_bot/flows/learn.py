"""Decisions teach who pays for an account and how; what they taught can be cleared."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import Connection

from collector_bot.core.bank import BankLine
from collector_bot.core.ledger import Account, AccountId
from collector_bot.core.matching.habits import LearntKind, habits_of
from collector_bot.core.matching.names import written_words
from collector_bot.core.suggestion import Candidate
from collector_bot.flows.desk import Desk, Role
from collector_bot.store import bank, items, journal, learnt
from collector_bot.store.suggestions import Suggested


def after_decision(
    connection: Connection, suggested: Suggested, *, approved: bool, at: datetime
) -> None:
    """Count a decision on one of the engine's answers within its transaction.

    Approvals teach who pays and how; a rejection speaks against the way to pay alone,
    as the payer may well be right. A return teaches nothing: it is the bank's doing.
    """
    candidate = suggested.candidate
    if suggested.proposed_by != "engine" or candidate.reopens:
        return
    payer = list(_of_payer(connection, candidate)) if approved else []
    ids = [part.entry_id for part in candidate.parts if part.entry_id > 0]
    paid_for = {item.account_id for item in items.entries(connection, ids)}
    for account_id in sorted(paid_for | {candidate.account_id}):
        learnt.learn(
            connection,
            account_id,
            [*payer, *_of_habits(candidate)],
            approved=approved,
            at=at,
        )


def _of_habits(candidate: Candidate) -> Iterator[tuple[LearntKind, str]]:
    for key in habits_of(candidate):
        yield LearntKind.HABIT, key


def _of_payer(
    connection: Connection, candidate: Candidate
) -> Iterator[tuple[LearntKind, str]]:
    for part in candidate.parts:
        known = bank.line_of_number(connection, part.entry_id)
        if known is not None:
            yield from _of_line(known.line)


def payer_told(
    connection: Connection,
    line: BankLine,
    account_id: AccountId,
    *,
    approved: bool,
    at: datetime,
) -> None:
    """Count that a person said a line is, or is not, this account's payment."""
    learnt.learn(connection, account_id, _of_line(line), approved=approved, at=at)


def _of_line(line: BankLine) -> Iterator[tuple[LearntKind, str]]:
    if line.iban:
        yield LearntKind.IBAN, line.iban
    words = written_words(line.name)
    if words:
        yield LearntKind.NAME, " ".join(words)


def forget_learnt(desk: Desk, account: Account, *, by: str) -> int:
    """Clear what decisions taught about an account; return how many lessons it were.

    Raises:
        NotAllowedError: not a manager.
    """
    desk.roles.require(by, Role.MANAGER)
    with desk.database.writing() as connection:
        gone = learnt.forget(connection, account.id)
        if gone:
            act = journal.Act(
                by, "learnt.cleared", f"account:{account.code}", {"lessons": gone}
            )
            journal.record(connection, act, at=desk.now())
    return gone
