"""Letterings are proposed for what was paid: one answer in force for each payment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from sqlalchemy import Connection

from collector_bot.core.ledger import (
    AccountId,
    EntryId,
    Kind,
    MailId,
    OpenItem,
    SuggestionId,
)
from collector_bot.core.matching import (
    AdviceWaits,
    answers_for_account,
    suggest_for_advice,
)
from collector_bot.core.matching.habits import LearntKind
from collector_bot.core.matching.payers import Payer
from collector_bot.core.reading.findings import Remittance
from collector_bot.core.suggestion import Candidate, Ground, Reason
from collector_bot.flows import cards
from collector_bot.flows.desk import Desk
from collector_bot.store import across, bank, items, learnt, mails, suggestions
from collector_bot.store.bank import KnownLine
from collector_bot.store.lettering_groups import reserve
from collector_bot.store.suggestions import Origin, Suggested

ALTERNATIVES = 3
ADVICE_DAYS = 120


def expiry(desk: Desk) -> date:
    """Return the last day a suggestion made today stands."""
    return desk.today() + timedelta(days=desk.policy.suggestion_expiry_days)


def accounts_to_match(desk: Desk) -> list[AccountId]:
    """Return the accounts with open debits and credits in one currency.

    Payments that wait on the bank count among the credits.
    """
    with desk.database.reading() as connection:
        both = items.accounts_with_both(connection)
        return sorted({*both, *bank.accounts_waiting(connection)})


def suggest_account(desk: Desk, account_id: AccountId) -> list[SuggestionId]:
    """Propose letterings for every payment of one account; return the new ones."""
    now = desk.now()
    with desk.database.writing() as connection:
        return propose_for(desk, connection, account_id, now=now)


def propose_for(
    desk: Desk, connection: Connection, account_id: AccountId, *, now: datetime
) -> list[SuggestionId]:
    """Propose within a transaction: payments jointly, then what advices announce."""
    reserve(connection, account_id)
    waiting = [
        one
        for one in bank.waiting_of(connection, account_id)
        if not pays_for_several(one.payer_reasons)
    ]
    spoken_for = across.entries_across(connection)
    opens = [
        *(
            item
            for item in items.of_account(connection, account_id)
            if item.entry_id not in spoken_for
        ),
        *(bank.pending_item(one) for one in waiting),
    ]
    payers = {
        bank.pending_number(one.id): Payer(
            account_id, one.payer_confidence, one.payer_reasons
        )
        for one in waiting
    }
    since = desk.today() - timedelta(days=ADVICE_DAYS)
    advices = mails.advices_of(connection, account_id, since=since)
    today = desk.today()
    answered = answers_for_account(
        opens,
        today=today,
        advices=[advice for _, advice in advices],
        payers=payers,
        habits=[
            lesson
            for lesson in learnt.lessons_of(connection, account_id)
            if lesson.kind is LearntKind.HABIT
        ],
    )
    new: list[SuggestionId] = []
    for one in answered:
        mail_id = _announced(one.candidates[0], advices)
        origin = _origin(desk, one.payment, now=now, mail_id=mail_id)
        new += _propose(desk, connection, one.candidates, origin=origin)
    return new


def pays_for_several(reasons: Sequence[Reason]) -> bool:
    """Whether a payment is one for several accounts: always a person's decision."""
    return any(reason.ground is Ground.SEVERAL_ACCOUNTS for reason in reasons)


def propose_across(
    desk: Desk, connection: Connection, line: KnownLine, *, best: Candidate | None
) -> list[SuggestionId]:
    """Propose the letterings of a line that pays for several accounts.

    What was proposed before and no longer holds becomes stale.
    """
    cause_key = f"{across.ACROSS}{line.id}"
    if best is None and not suggestions.waiting_for(connection, cause_key):
        return []
    origin = _origin(desk, bank.pending_item(line), now=desk.now())
    told = [best] if best else []
    return _propose(desk, connection, told, origin=replace(origin, cause_key=cause_key))


def propose_bank_line(
    desk: Desk,
    connection: Connection,
    line: KnownLine,
    *,
    candidates: Sequence[Candidate],
) -> list[SuggestionId]:
    """Propose answers to one bank line within a transaction; return the new ones."""
    origin = _origin(desk, bank.pending_item(line), now=desk.now())
    return _propose(desk, connection, candidates, origin=origin)


def _propose(
    desk: Desk,
    connection: Connection,
    candidates: Sequence[Candidate],
    *,
    origin: Origin,
) -> list[SuggestionId]:
    """Keep the best answers to one payment, and show what is new or says more."""
    best = candidates[:ALTERNATIVES]
    again = suggestions.refresh(connection, best, origin=origin)
    new = suggestions.propose(connection, best, origin=origin)
    _show(desk, connection, new, now=origin.at)
    for suggestion_id in again:
        cards.show(
            connection,
            f"suggestion:{suggestion_id}",
            at=origin.at,
            turn=f"grounds:{origin.at.isoformat()}",
        )
    return new


def _announced(
    best: Candidate, advices: Sequence[tuple[MailId, Remittance]]
) -> MailId | None:
    """Return the mail that announced a payment: its advice names all that is paid."""
    debits = {part.piece for part in best.parts if part.side.value == "D"}
    for mail_id, advice in advices:
        named = {line.reference for line in advice.lines}
        if debits and debits <= named:
            return mail_id
    return None


def propose_for_advice(
    desk: Desk,
    connection: Connection,
    *,
    advice: Remittance,
    account_id: AccountId,
    mail_id: MailId,
    now: datetime,
) -> list[SuggestionId]:
    """Propose what a remittance advice names; nothing while its payment is not here."""
    reserve(connection, account_id)
    opens = items.of_account(connection, account_id)
    found = suggest_for_advice(advice, opens, today=desk.today())
    if isinstance(found, AdviceWaits) or not found:
        return []
    by_id = {item.entry_id: item for item in opens}
    payment = payment_of(found[0], by_id)
    origin = _origin(
        desk, payment, now=now, mail_id=mail_id, bank_ref=advice.payment_reference
    )
    _propose(desk, connection, found, origin=origin)
    return suggestions.waiting_for(connection, origin.cause_key)


def payment_of(candidate: Candidate, opens: Mapping[EntryId, OpenItem]) -> OpenItem:
    """Return the item of a candidate that is the payment: what the cause is."""
    paying = [opens[part.entry_id] for part in candidate.parts]
    real = [item for item in paying if item.kind in {Kind.PAYMENT, Kind.ADVANCE}]
    credits_ = [item for item in paying if not item.is_debit]
    return (real or credits_ or paying)[0]


def _origin(
    desk: Desk,
    payment: OpenItem,
    *,
    now: datetime,
    mail_id: MailId | None = None,
    bank_ref: str | None = None,
) -> Origin:
    return Origin(
        cause_key=(
            f"entry:{payment.entry_id}"
            if payment.entry_id > 0
            else f"bank:{-payment.entry_id}"
        ),
        proposed_by="engine",
        at=now,
        expires_on=expiry(desk),
        mail_id=mail_id,
        bank_ref=bank_ref or payment.piece or None,
    )


def _show(
    desk: Desk, connection: Connection, new: Sequence[SuggestionId], *, now: datetime
) -> None:
    for suggestion_id in new:
        suggested = suggestions.get(connection, suggestion_id)
        if suggested is None or suggested.rank != 1:
            continue
        shown = round(suggested.candidate.confidence * 10_000)
        if shown >= desk.policy.show_confidence_min_bp:
            cards.show(
                connection,
                f"suggestion:{suggestion_id}",
                at=now,
                account_id=suggested.candidate.account_id,
            )


def suggest_again(
    desk: Desk, connection: Connection, suggested: Suggested, *, now: datetime
) -> tuple[SuggestionId, ...]:
    """Propose anew for the account of a suggestion that was refused or overtaken."""
    if suggested.proposed_by != "engine":
        return ()
    return tuple(propose_for(desk, connection, suggested.candidate.account_id, now=now))
