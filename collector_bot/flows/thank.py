"""The thank-you a customer gets once the payment they announced is lettered."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection

from collector_bot.core.ledger import Account, MailId, Side
from collector_bot.core.money import Money
from collector_bot.flows.desk import Desk, Envelope
from collector_bot.flows.reply import enqueue_reply, line_of
from collector_bot.letters import Language, ReplyFacts
from collector_bot.store import accounts, items, mails
from collector_bot.store.suggestions import Suggested


def after_lettering(
    desk: Desk, connection: Connection, suggested: Suggested, *, now: datetime
) -> None:
    """Enqueue a short thank-you to who announced the payment; nobody else gets one.

    Only an address that is a contact of the account is answered, and never a mail
    that looked suspicious.
    """
    mail = mails.get(connection, MailId(suggested.mail_id or 0))
    if mail is None or (mail.reading or {}).get("suspicious"):
        return
    account = accounts.by_id(connection, suggested.candidate.account_id)
    contact = next((c for c in account.contacts if c.email == mail.sender), None)
    if contact is None:
        return
    language: Language = "fr" if contact.language == "fr" else "en"
    facts = _facts(desk, connection, suggested, account=account, language=language)
    letter = desk.letters.reply("thanks", facts, answering=mail.subject)
    key, to = f"thanks:{suggested.id}", (mail.sender,)
    envelope = Envelope(
        key, to, letter.subject, letter.text, letter.html, mail.message_id, now
    )
    enqueue_reply(desk, connection, envelope, account_id=account.id)


def _facts(
    desk: Desk,
    connection: Connection,
    suggested: Suggested,
    *,
    account: Account,
    language: Language,
) -> ReplyFacts:
    parts = suggested.candidate.parts
    debits = [part for part in parts if part.side is Side.DEBIT]
    still = items.by_ids(connection, (part.entry_id for part in debits))
    known = {
        item.entry_id: item
        for item in items.entries(connection, [part.entry_id for part in debits])
    }
    paid = Money(
        sum(part.amount.minor for part in debits),
        suggested.candidate.difference.currency,
    )
    return ReplyFacts(
        language=language,
        account_code=account.code,
        account_name=account.name,
        today=desk.today(),
        company=desk.company,
        reference=account.code,
        payment=paid,
        settled=tuple(
            line_of(item, language) for id_, item in known.items() if id_ not in still
        ),
        left=tuple(line_of(item, language) for item in still.values()),
    )
