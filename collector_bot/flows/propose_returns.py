"""Payments the bank took back are proposed to be undone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import Connection

from collector_bot.core.bank import LineNature
from collector_bot.core.ledger import AccountId, SuggestionId
from collector_bot.core.matching.payers import Payers
from collector_bot.core.matching.returns import answers_to_return
from collector_bot.flows.desk import Desk
from collector_bot.flows.suggest import propose_bank_line
from collector_bot.store import bank, payers, returns
from collector_bot.store.bank import KnownLine, Payer


def propose_returns(desk: Desk) -> list[SuggestionId]:
    """Propose to undo what each returned payment had settled; return the new ones.

    A return whose payment is not found waits for a person.
    """
    with desk.database.reading() as connection:
        lines = bank.waiting_lines(connection, nature=LineNature.RETURNED)
        known = Payers(payers.payer_accounts(connection), ()) if lines else None
    new: list[SuggestionId] = []
    if known is None:
        return new
    with desk.database.writing() as connection:
        for one in lines:
            best = next(iter(known.of(one.line)), None)
            payer = best.account_id if best else None
            new += _propose(desk, connection, one, payer=payer)
    return new


def _propose(
    desk: Desk, connection: Connection, one: KnownLine, *, payer: AccountId | None
) -> Sequence[SuggestionId]:
    earlier = returns.earlier_payments(connection, one, account_id=payer)
    if not earlier:
        return ()
    owner = earlier[0].payment.account_id
    found = answers_to_return(
        bank.pending_item(replace(one, account_id=owner)),
        [each for each in earlier if each.payment.account_id == owner],
        reason=one.line.return_reason,
    )
    best = found[0]
    whose = Payer(one.id, owner, best.confidence, best.reasons[:1])
    bank.set_payers(connection, [whose])
    return propose_bank_line(desk, connection, one, candidates=found)
