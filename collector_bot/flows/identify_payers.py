"""Whose payments wait on the bank is worked out, for all of them together."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import Connection

from collector_bot.core.matching.payers import Payers
from collector_bot.core.matching.statement import Identified, Received, who_paid
from collector_bot.flows.desk import Desk
from collector_bot.flows.suggest import ADVICE_DAYS, propose_across
from collector_bot.store import bank, in_ledger, items, mails, payers
from collector_bot.store.allocations import payer_chosen
from collector_bot.store.bank import KnownLine, Payer


def identify_payers(desk: Desk) -> int:
    """Write whose payment each waiting bank line is taken to be; return how many.

    A line nobody known can have paid has no account and waits for a person, whose word
    on a payer stands. One that the accounting system posted itself waits no longer; one
    that pays for several accounts is proposed here, as no account sees all of it.
    """
    with desk.database.reading() as connection:
        lines = [one for one in bank.waiting_lines(connection) if not payer_chosen(one)]
        if not lines:
            return 0
        found = _identified(desk, connection, lines)
    payers_found = [_payer(one, known) for one, known in zip(found, lines, strict=True)]
    with desk.database.writing() as connection:
        bank.set_payers(connection, payers_found)
        in_ledger.recognise(connection)
        waiting = {one.id for one in bank.waiting_lines(connection)}
        for one, known in zip(found, lines, strict=True):
            best = one.across if known.id in waiting else None
            propose_across(desk, connection, known, best=best)
    return sum(one.account_id is not None for one in payers_found)


def _identified(
    desk: Desk, connection: Connection, lines: list[KnownLine]
) -> tuple[Identified, ...]:
    since = desk.today() - timedelta(days=ADVICE_DAYS)
    return who_paid(
        [Received(one.line, bank.pending_item(one)) for one in lines],
        Payers(payers.payer_accounts(connection), payers.payer_items(connection)),
        lambda account_id: items.of_account(connection, account_id),
        today=desk.today(),
        advices=mails.all_advices(connection, since=since),
    )


def _payer(one: Identified, known: KnownLine) -> Payer:
    if one.across:
        best = one.across
        return Payer(known.id, best.account_id, best.confidence, best.reasons[:1])
    if not one.payment.account_id:
        return Payer(known.id, None, 0.0, ())
    likely = one.payers[0]
    return Payer(known.id, likely.account_id, likely.confidence, likely.reasons)
