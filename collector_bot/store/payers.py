"""What tells payers: names, aliases, bank accounts, and all that is open."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from sqlalchemy import Connection, select

from collector_bot.core.ledger import AccountId, AccountSide
from collector_bot.core.matching.habits import LearntKind
from collector_bot.core.matching.payers import PayerAccount, PayerItem
from collector_bot.store.bulk import stream
from collector_bot.store.learnt import payers_learnt
from collector_bot.store.tables import AccountRow, AliasRow, IbanRow, table

_ACCOUNT, _ALIAS, _IBAN = table(AccountRow), table(AliasRow), table(IbanRow)


def payer_accounts(connection: Connection) -> list[PayerAccount]:
    """Return every customer as a payer may be known by."""
    aliases: dict[int, list[str]] = defaultdict(list)
    for row in connection.execute(select(_ALIAS.c.account_id, _ALIAS.c.name)):
        aliases[row.account_id].append(row.name)
    names = payers_learnt(connection, LearntKind.NAME)
    ibans: dict[int, list[str]] = defaultdict(list)
    for row in connection.execute(select(_IBAN.c.account_id, _IBAN.c.iban)):
        ibans[row.account_id].append(row.iban)
    for account_id, learnt in payers_learnt(connection, LearntKind.IBAN).items():
        ibans[account_id] += learnt
    rows = connection.execute(
        select(_ACCOUNT.c.id, _ACCOUNT.c.name).where(
            _ACCOUNT.c.side == AccountSide.CUSTOMER.value
        )
    )
    return [
        PayerAccount(
            AccountId(row.id),
            names=(row.name, *aliases.get(row.id, ())),
            learnt=tuple(names.get(AccountId(row.id), ())),
            ibans=tuple(ibans.get(row.id, ())),
        )
        for row in rows
    ]


def payer_items(connection: Connection) -> Iterator[PayerItem]:
    """Yield what customers owe, as far as it tells who pays."""
    statement = (
        "SELECT o.account_id, e.piece, o.currency, o.open_minor "
        "FROM open_item o JOIN entry e ON e.id = o.entry_id WHERE o.side = 'D'"
    )
    for rows in stream(connection, statement):
        for row in rows:
            yield PayerItem(*row)
