"""A step becomes the letter a customer reads, frozen with the balance it shows."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy import Connection

from collector_bot.core.dunning import Step
from collector_bot.core.ledger import Account, EntryId, OpenItem
from collector_bot.core.money import Money
from collector_bot.flows.desk import Desk, Envelope
from collector_bot.flows.reply import line_of
from collector_bot.letters import Language, LetterFacts, LetterItem
from collector_bot.store import dunning, items, outbox
from collector_bot.store import promises as promise_rows


def draft(
    desk: Desk,
    connection: Connection,
    step: Step,
    *,
    account: Account,
    letter_key: bytes,
) -> outbox.Message:
    """Return the letter of a step, ready for the outbox.

    Raises:
        CollectorError: its template or an address does not make a safe letter.
    """
    today = desk.today()
    opens = [
        item
        for item in items.of_account(connection, account.id)
        if item.open.currency == step.currency
    ]
    asked = {entry for entry, _ in step.items} | set(step.listed)
    facts = letter_facts(
        desk, connection, step, account=account, opens=opens, asked=asked
    )
    letter = desk.letters.dunning(facts)
    key = _safe_key(f"letter:{account.code}:{step.currency}:{today.isoformat()}")
    contact = account.contacts[0]
    mime, message_id = desk.compose(
        Envelope(
            key,
            (contact.email,),
            letter.subject,
            letter.text,
            letter.html,
            outbox.last_message_id(connection, account.id) or "",
            desk.now(),
        ),
        letter_key,
    )
    return outbox.Message(
        key=key,
        channel="mail",
        kind="letter",
        state="awaiting_approval" if step.needs_approval else "pending",
        account_id=account.id,
        subject=letter.subject,
        recipient=contact.email,
        text=letter.text,
        mime=mime,
        digest=hashlib.sha256(mime).hexdigest()[:16],
        message_id=message_id,
        balance_digest=balance_digest(opens, asked),
        payload={
            "entries": sorted(asked),
            "currency": step.currency,
            "level": step.level.name,
            "net": Money(step.net_minor, step.currency).decimal,
        },
    )


def _safe_key(key: str) -> str:
    """Return an outbox key as a header carries it and a mailbox is searched for it.

    No two keys become one, whatever signs the codes of accounts are made of.
    """
    return "".join(
        sign
        if sign.isascii() and (sign.isalnum() or sign in ":-.")
        else f"_{ord(sign):x}_"
        for sign in key
    )[:200]


def balance_digest(opens: Sequence[OpenItem], asked: set[EntryId]) -> str:
    """Return the digest of what a letter shows: items asked for, and all credits."""
    shown = sorted(
        f"{item.entry_id}:{item.open.minor}"
        for item in opens
        if item.entry_id in asked or not item.is_debit
    )
    return hashlib.sha256("|".join(shown).encode()).hexdigest()[:32]


def letter_facts(
    desk: Desk,
    connection: Connection,
    step: Step,
    *,
    account: Account,
    opens: Sequence[OpenItem],
    asked: set[EntryId],
) -> LetterFacts:
    """Return what the letter of a step says."""
    today = desk.today()
    contact = account.contacts[0]
    language: Language = "fr" if contact.language == "fr" else "en"
    items_asked = [
        _line(item, today, language) for item in opens if item.entry_id in asked
    ]
    later = [
        _line(item, today, language)
        for item in opens
        if item.is_debit and item.entry_id not in asked and item.due_on
        and item.due_on >= today
    ]  # fmt: skip
    credits_ = _credits(desk, connection, opens, account=account, language=language)
    currency = step.currency
    grace = desk.policy.promise_grace_days
    return LetterFacts(
        template=step.level.template,
        language=language,
        account_code=account.code,
        account_name=account.name,
        today=today,
        items=tuple(items_asked),
        not_yet_due=tuple(later),
        credits=tuple(credits_),
        due=Money(step.due_minor, currency),
        credited=Money(step.due_minor - step.net_minor, currency),
        net=Money(step.net_minor, currency),
        company=desk.company,
        reference=f"{account.code}-{today:%Y%m%d}",
        previous_sent_on=dunning.last_letter_on(connection, account.id, currency),
        broken_promise_on=promise_rows.last_broken(
            connection, account.id, today=today, grace_days=grace
        ),
        pay_by=today + timedelta(days=desk.policy.formal_notice_days),
    )


def _credits(
    desk: Desk,
    connection: Connection,
    opens: Sequence[OpenItem],
    *,
    account: Account,
    language: Language,
) -> list[LetterItem]:
    """Return the credits a letter deducts: less what a likely suggestion sets aside."""
    today = desk.today()
    taken = dunning.set_aside(connection, today=today, account_id=account.id)
    lines: list[LetterItem] = []
    for item in opens:
        left = item.open.minor - taken.get(item.entry_id, 0)
        if not item.is_debit and left > 0:
            free = replace(item, open=Money(left, item.open.currency))
            lines.append(_line(free, today, language))
    return lines


def _line(item: OpenItem, today: date, language: Language) -> LetterItem:
    return line_of(item, language, overdue_days=item.overdue_days(today))
