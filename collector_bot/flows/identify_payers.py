"""Whose payments wait on the bank is worked out, for all of them together."""

from __future__ import annotations

from collector_bot.core.matching.payers import Payers
from collector_bot.flows.desk import Desk
from collector_bot.store import bank, in_ledger, payers
from collector_bot.store.bank import KnownLine, Payer


def identify_payers(desk: Desk) -> int:
    """Write whose payment each waiting bank line is taken to be; return how many.

    A line nobody known can have paid has no account and waits for a person. One that
    the accounting system posted itself waits no longer.
    """
    with desk.database.reading() as connection:
        lines = bank.waiting_lines(connection)
        if not lines:
            return 0
        known = Payers(
            payers.payer_accounts(connection), payers.payer_items(connection)
        )
    found = [_payer(known, one) for one in lines]
    with desk.database.writing() as connection:
        bank.set_payers(connection, found)
        in_ledger.recognise(connection)
    return sum(one.account_id is not None for one in found)


def _payer(known: Payers, one: KnownLine) -> Payer:
    best = next(iter(known.of(one.line)), None)
    if best is None:
        return Payer(one.id, None, 0.0, ())
    return Payer(one.id, best.account_id, best.confidence, best.reasons)
