"""Questions asked in Slack: one reading transaction, one answer to show."""

from __future__ import annotations

from collections.abc import Sequence

from collector_bot.answers.balance import balance_of, find_account
from collector_bot.answers.letters import latest_letters
from collector_bot.answers.mails import mail_detail, mails_for_person
from collector_bot.answers.matches import MatchDetail, match_detail, waiting_matches
from collector_bot.answers.outbox import UNSETTLED, letter_detail
from collector_bot.answers.overdue import overdue_customers
from collector_bot.answers.promises import watched_promises
from collector_bot.answers.unallocated import unallocated_payments
from collector_bot.core.ledger import (
    Account,
    AccountId,
    MailId,
    OutboxId,
    SuggestionId,
)
from collector_bot.core.refusals import (
    UnknownAccountError,
    UnknownNumberError,
    UnreadableCommandError,
)
from collector_bot.flows.undo import undo_since
from collector_bot.slack.cards.account import balance_card, choice
from collector_bot.slack.cards.letter import letter_text
from collector_bot.slack.cards.limits import Block, Card, messages
from collector_bot.slack.cards.lists import (
    letters_card,
    mails_card,
    matches_card,
    overdue_card,
    promises_card,
)
from collector_bot.slack.cards.mail import mail_text
from collector_bot.slack.cards.payments import PAYMENTS_SHOWN, payments_card
from collector_bot.slack.cards.suggestion import suggestion_card, suggestion_detail
from collector_bot.slack.room import Room
from collector_bot.slack.typed import account_of
from collector_bot.store import accounts

_TOP, _TOP_MAX = 10, 30
_LETTERS_MAX = 1000


def balance(room: Room, words: str) -> Card:
    """Return how the account meant stands, or the nearest three to choose from.

    Raises:
        UnknownAccountError: nothing is like these words.
    """
    desk, tongue = room.desk, room.tongue
    with desk.database.reading() as connection:
        found = find_account(connection, words, names=room.names)
        if isinstance(found, Account):
            told = balance_of(
                connection,
                found,
                today=desk.today(),
                grace_days=desk.policy.promise_grace_days,
            )
            return balance_card(told, tongue)
    if not found:
        raise UnknownAccountError(words=words)
    return choice(found, words, tongue)


def balance_by_id(room: Room, number: int, *, shared_by: str = "") -> Card:
    """Return how the account with this id stands."""
    desk = room.desk
    with desk.database.reading() as connection:
        account = accounts.by_id(connection, AccountId(number))
        told = balance_of(
            connection,
            account,
            today=desk.today(),
            grace_days=desk.policy.promise_grace_days,
        )
    return balance_card(told, room.tongue, shared_by=shared_by)


def overdue(room: Room, words: Sequence[str]) -> Card:
    """Return the customers who owe most too late: 10 a currency, or as many as asked.

    Raises:
        UnreadableCommandError: what was asked is no number.
    """
    top = _TOP
    if words:
        if not words[0].isdecimal():
            raise UnreadableCommandError(usage="/overdue [N]")
        top = min(max(int(words[0][:6]), 1), _TOP_MAX)
    with room.desk.database.reading() as connection:
        found = overdue_customers(connection, today=room.desk.today(), top=top)
    return overdue_card(found, room.tongue)


def matches(room: Room, words: str) -> list[Card]:
    """Return the suggestions that wait, of one account or all.

    Payments on the bank that nobody was recognised for follow those of all.
    """
    with room.desk.database.reading() as connection:
        account = account_of(connection, room, words) if words else None
        found = waiting_matches(
            connection,
            account_id=account.id if account else None,
            confidence_min_bp=room.desk.policy.show_confidence_min_bp,
        )
        free = unallocated_payments(
            connection, limit=0 if account else PAYMENTS_SHOWN, names=room.names
        )
    if not free.rows:
        return [matches_card(found, room.tongue)]
    payments = payments_card(free, room.tongue)
    return [matches_card(found, room.tongue), payments] if found else [payments]


def promises(room: Room) -> Card:
    """Return the promises to watch."""
    desk = room.desk
    with desk.database.reading() as connection:
        found = watched_promises(
            connection, today=desk.today(), grace_days=desk.policy.promise_grace_days
        )
    return promises_card(found, room.tongue)


def unsettled_letters(room: Room) -> Card:
    """Return the letters that wait for approval, are uncertain or failed."""
    with room.desk.database.reading() as connection:
        found = latest_letters(connection, states=UNSETTLED, limit=_LETTERS_MAX)
    return letters_card(found, room.tongue)


def mails_to_look_at(room: Room) -> Card:
    """Return the mails that wait for a person."""
    with room.desk.database.reading() as connection:
        found = mails_for_person(connection)
    return mails_card(found, room.tongue)


def why(room: Room, number: int) -> list[Card]:
    """Return everything about a suggestion.

    Raises:
        UnknownNumberError: there is no such suggestion.
    """
    found = _match(room, number)
    return _parted(suggestion_detail(found, room.tongue), str(number))


def suggestion(room: Room, number: int) -> Card:
    """Return the card of a suggestion, with its buttons while it waits.

    Raises:
        UnknownNumberError: there is no such suggestion.
    """
    return suggestion_card(_match(room, number), room.tongue)


def _match(room: Room, number: int) -> MatchDetail:
    desk = room.desk
    with desk.database.reading() as connection:
        found = match_detail(
            connection,
            SuggestionId(number),
            chart=desk.chart,
            limits=desk.limits,
            undo_since=undo_since(desk),
        )
    if found is None:
        raise UnknownNumberError(what="suggestion", what_fr="suggestion", number=number)
    return found


def whole_letter(room: Room, number: int) -> list[Card]:
    """Return the whole text of a letter.

    Raises:
        UnknownNumberError: there is no such letter.
    """
    with room.desk.database.reading() as connection:
        found = letter_detail(connection, OutboxId(number))
    if found is None:
        raise UnknownNumberError(what="letter", what_fr="lettre", number=number)
    return _parted(letter_text(found, room.tongue), found.message.subject)


def whole_mail(room: Room, number: int) -> list[Card]:
    """Return the whole text of a mail.

    Raises:
        UnknownNumberError: there is no such mail.
    """
    desk = room.desk
    with desk.database.reading() as connection:
        found = mail_detail(
            connection,
            MailId(number),
            today=desk.today(),
            grace_days=desk.policy.promise_grace_days,
        )
    if found is None:
        raise UnknownNumberError(what="mail", what_fr="courriel", number=number)
    return _parted(mail_text(found, room.tongue), found.mail.subject or "–")


def _parted(blocks: Sequence[Block], text: str) -> list[Card]:
    return [Card(tuple(one), text) for one in messages(blocks)]
