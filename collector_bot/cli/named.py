"""The account and the amount a person means, or the sentence that asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from collector_bot.core.errors import MoneyError
from collector_bot.core.money import Money, checked_currency
from collector_bot.core.refusals import SeveralAccountsError, UnknownAccountError

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from collector_bot.core.ledger import Account
    from collector_bot.flows.desk import Desk


def named_account(connection: Connection, words: str) -> Account:
    """Return the one account meant by a code, a name or a part of one.

    Raises:
        UnknownAccountError: nothing is like it.
        SeveralAccountsError: more than one fits, or one that is only spelt alike.
    """
    from collector_bot.answers.find import find_account
    from collector_bot.cli.paper import cell

    found = find_account(connection, words)
    if not isinstance(found, tuple):
        return found
    if not found:
        raise UnknownAccountError(words=cell(words, 60))
    near = ", ".join(f"{cell(one.code, 40)} ({cell(one.name, 60)})" for one in found)
    raise SeveralAccountsError(words=cell(words, 60), found=near)


def account_at(desk: Desk, words: str) -> Account:
    """Return the one account meant, from a reading moment of its own.

    Raises:
        DeskRefusal: as `named_account`.
    """
    with desk.database.reading() as connection:
        return named_account(connection, words)


def named_amount(text: str, currency: str) -> Money:
    """Return an amount as people write one, more than zero.

    Raises:
        MoneyError: it is none, or `currency` is no currency.
    """
    from collector_bot.cli.paper import cell
    from collector_bot.core.reading.amounts import amount_of_cell

    amount = amount_of_cell(text, checked_currency(currency.upper()))
    if amount is None or amount.minor <= 0:
        shown = cell(text, 60)
        raise MoneyError(
            f"“{shown}” is not an amount above zero; expected for instance 12.50.",
            f"« {shown} » n’est pas un montant supérieur à zéro ; écrivez par exemple "
            "12,50.",
        )
    return amount
