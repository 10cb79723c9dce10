"""What people type after a command: words, numbers, dates, amounts and accounts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from sqlalchemy import Connection

from collector_bot.answers.find import find_account
from collector_bot.core.ledger import Account
from collector_bot.core.money import Money
from collector_bot.core.reading.amounts import amount_of_cell
from collector_bot.core.refusals import (
    SeveralAccountsError,
    UnknownAccountError,
    UnreadableCommandError,
    UnreadableDateError,
)
from collector_bot.slack.room import Room

_TOKEN = re.compile(r'"([^"]*)"|“([^”]*)”|«\s*([^»]*?)\s*»|(\S+)')
_NUMBER = re.compile(r"(?:#|n°|no\.?)?\s*(\d{1,9})", re.IGNORECASE)
_YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DAY_FIRST = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})")
_UNTIL = re.compile(r"(?:until|till|to|jusqu['’](?:au|à|a))", re.IGNORECASE)
TYPED_MAX = 1000


def words_of(text: str) -> list[str]:
    """Return the words of a command; quotation marks keep several together.

    Example:
        >>> words_of('hold "Acme SARL" until 30/11/2026')
        ['hold', 'Acme SARL', 'until', '30/11/2026']
    """
    found = _TOKEN.findall(text[:TYPED_MAX])
    words = ["".join(groups) for groups in found]
    return [word for word in words if word]


def number_of(words: Sequence[str], *, usage: str) -> int:
    """Return the number a command begins with: 12, #12 or n° 12.

    Raises:
        UnreadableCommandError: there is none.
    """
    match = _NUMBER.fullmatch(words[0]) if words else None
    if match is None:
        raise UnreadableCommandError(usage=usage)
    return int(match.group(1))


def day_of(word: str) -> date:
    """Return a date written year first or day first.

    Raises:
        UnreadableDateError: it is neither, or there is no such day.

    Example:
        >>> day_of("2026-11-30") == day_of("30/11/2026")
        True
    """
    year_first = _YEAR_FIRST.fullmatch(word)
    day_first = _DAY_FIRST.fullmatch(word)
    try:
        if year_first:
            return date(*map(int, year_first.groups()))
        if day_first:
            return date(int(day_first[4]), int(day_first[3]), int(day_first[1]))
    except ValueError:
        raise UnreadableDateError(words=word) from None
    raise UnreadableDateError(words=word)


def until_in(words: Sequence[str]) -> tuple[date | None, list[str]]:
    """Return the date after “until” or “jusqu'au”, and the words without them.

    A date that stands first needs no such word.

    Raises:
        UnreadableDateError: what follows is no date, or there is no such day.

    Example:
        >>> until_in(["30/12/2026", "attente"])
        (datetime.date(2026, 12, 30), ['attente'])
    """
    for place, word in enumerate(words):
        if _UNTIL.fullmatch(word):
            rest = words[place + 1 :]
            if not rest:
                raise UnreadableDateError(words=word)
            return day_of(rest[0]), [*words[:place], *rest[1:]]
    if words and (_YEAR_FIRST.fullmatch(words[0]) or _DAY_FIRST.fullmatch(words[0])):
        return day_of(words[0]), list(words[1:])
    return None, list(words)


def amount_in(word: str, currency: str) -> Money | None:
    """Return the amount a word is, None when it is none or not more than zero.

    Example:
        >>> str(amount_in("1200,50", "EUR")), amount_in("F-118", "EUR")
        ('1200.50 EUR', None)
    """
    amount = amount_of_cell(word, currency)
    return amount if amount is not None and amount.minor > 0 else None


def account_of(connection: Connection, room: Room, words: str) -> Account:
    """Return the one account meant; several are named, never guessed among.

    Raises:
        UnknownAccountError: nothing is like it.
        SeveralAccountsError: more than one may be meant, or it is misspelt.
    """
    found = find_account(connection, words, names=room.names)
    if isinstance(found, Account):
        return found
    if not found:
        raise UnknownAccountError(words=words)
    named = ", ".join(f"{one.code} ({one.name})" for one in found)
    raise SeveralAccountsError(words=words, found=named)
