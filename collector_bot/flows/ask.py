"""A customer is asked which invoices a payment settles, once a manager agrees."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection

from collector_bot.core.ledger import Account, EntryId, OpenItem, OutboxId, SuggestionId
from collector_bot.core.refusals import (
    NoContactError,
    OvertakenError,
    UnknownNumberError,
)
from collector_bot.core.suggestion import SuggestionState
from collector_bot.flows import cards
from collector_bot.flows.desk import Desk, Envelope, Role
from collector_bot.flows.reply import enqueue_reply, line_of
from collector_bot.flows.suggest import payment_of
from collector_bot.letters import Language, Letter, ReplyFacts
from collector_bot.store import accounts, bank, items, outbox, suggestions
from collector_bot.store.suggestions import Suggested

_LISTED_MAX = 40


def ask_customer(desk: Desk, suggestion_id: SuggestionId, *, by: str) -> OutboxId:
    """Draft the question what a payment settles; it waits for approval like a letter.

    The same payment is asked about once: again gives the letter there is.

    Raises:
        DeskRefusal: not a clerk, unknown, no longer waiting, or nobody to write to.
    """
    desk.roles.require(by, Role.CLERK)
    with desk.database.writing() as connection:
        suggested = suggestions.get(connection, suggestion_id, lock=True)
        if suggested is None:
            raise UnknownNumberError(
                what="suggestion", what_fr="suggestion", number=suggestion_id
            )
        if suggested.state is not SuggestionState.PROPOSED:
            raise OvertakenError(number=suggestion_id)
        account = accounts.by_id(connection, suggested.candidate.account_id)
        if not account.contacts:
            raise NoContactError(account=account.code)
        payment = _payment(connection, suggested)
        letter = _drafted(desk, connection, payment, account=account)
        key, to = _key(payment.entry_id), (account.contacts[0].email,)
        envelope = Envelope(
            key, to, letter.subject, letter.text, letter.html, "", desk.now()
        )
        outbox_id = enqueue_reply(
            desk, connection, envelope, account_id=account.id, waits_by=by
        )
        cards.show(
            connection, f"letter:{outbox_id}", at=desk.now(), account_id=account.id
        )
        return outbox_id


def withdraw(connection: Connection, suggested: Suggested, *, at: datetime) -> None:
    """Drop a question that nobody approved yet: its payment is lettered."""
    for part in suggested.candidate.parts:
        outbox_id = outbox.awaiting(connection, _key(part.entry_id))
        if outbox_id is None:
            continue
        if outbox.cancel(connection, outbox_id, reason="answered"):
            cards.show(connection, f"letter:{outbox_id}", at=at, turn="answered")


def _key(payment: EntryId) -> str:
    """Return the outbox key of a question about one payment."""
    return f"ask:{payment}"


def _payment(connection: Connection, suggested: Suggested) -> OpenItem:
    ids = [part.entry_id for part in suggested.candidate.parts]
    known = {one.entry_id: one for one in items.entries(connection, ids)}
    return payment_of(suggested.candidate, known | bank.items_among(connection, ids))


def _drafted(
    desk: Desk, connection: Connection, payment: OpenItem, *, account: Account
) -> Letter:
    language: Language = "fr" if account.contacts[0].language == "fr" else "en"
    owed = [
        item
        for item in items.of_account(connection, account.id)
        if item.is_debit and item.open.currency == payment.open.currency
    ]
    facts = ReplyFacts(
        language=language,
        account_code=account.code,
        account_name=account.name,
        today=desk.today(),
        company=desk.company,
        reference=account.code,
        payment=payment.amount,
        payment_on=payment.dated_on,
        left=tuple(line_of(item, language) for item in owed[:_LISTED_MAX]),
    )
    return desk.letters.reply("ask_payment", facts)
