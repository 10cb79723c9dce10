"""The engine at work on a day's statement, the way the product runs it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from lettering_world import TODAY, World

from collector_bot.core.bank import BankLine, LineNature
from collector_bot.core.ledger import AccountId, EntryId, Kind, OpenItem, Side
from collector_bot.core.matching.door import answers_for_account
from collector_bot.core.matching.natures import nature_of
from collector_bot.core.matching.payers import Payer, PayerItem, Payers
from collector_bot.core.matching.statement import Received, who_paid
from collector_bot.core.suggestion import Candidate


@dataclass
class Answered:
    """What a system said of each line: letterings, best first, and who paid."""

    letterings: list[tuple[Candidate, ...]]
    payers: list[int | None]


def payment_of(line: BankLine, place: int) -> OpenItem:
    told = "\n".join(
        dict.fromkeys(
            t for t in (line.text, line.creditor_reference, line.end_to_end) if t
        )
    )
    return OpenItem(
        EntryId(-1 - place), AccountId(0), Side.CREDIT, Kind.PAYMENT, line.bank_ref,
        line.booked_on, None, line.amount, line.amount, told,
    )  # fmt: skip


def answer(world: World) -> Answered:
    known = Payers(
        world.accounts,
        (
            PayerItem(i.account_id, i.piece, i.open.currency, i.open.minor)
            for items in world.items.values()
            for i in items
            if i.is_debit
        ),
    )
    lines = [
        Received(line, payment_of(line, place))
        for place, (line, _) in enumerate(world.lines)
        if nature_of(line)[0] is LineNature.RECEIVED
    ]
    found = who_paid(
        lines,
        known,
        lambda account: world.items.get(account, ()),
        today=TODAY,
        advices=world.advices,
    )
    letterings: list[tuple[Candidate, ...]] = [()] * len(world.lines)
    payers: list[int | None] = [None] * len(world.lines)
    mine: dict[int, list[OpenItem]] = defaultdict(list)
    sure: dict[EntryId, Payer] = {}
    gone = {p.entry_id for one in found if one.across for p in one.across.parts}
    for one in found:
        number = one.payment.entry_id
        payers[-1 - number] = one.payment.account_id or None
        if one.across:
            letterings[-1 - number] = (one.across,)
        elif one.payment.account_id:
            mine[one.payment.account_id].append(one.payment)
            sure[number] = one.payers[0]
    for account, payments in mine.items():
        items = [i for i in world.items.get(account, ()) if i.entry_id not in gone]
        for told in answers_for_account(
            [*items, *payments],
            today=TODAY,
            advices=world.advices.get(account, ()),
            payers=sure,
        ):
            if told.payment.entry_id < 0:
                letterings[-1 - told.payment.entry_id] = told.candidates
    return Answered(letterings, payers)
