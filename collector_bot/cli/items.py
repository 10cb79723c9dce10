"""`items`: what is open on one account.

`items --json` prints one object an open item:

    {"account", "piece", "kind", "side": "D" or "C", "date", "due_date" or null,
     "amount", "open", "currency", "days_late": 0 when not late,
     "code": of its part letterings, or null}
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from collector_bot.answers.items import CodedItem, open_items
from collector_bot.cli import DONE
from collector_bot.cli.call import Call
from collector_bot.cli.named import named_account
from collector_bot.cli.paper import cell, figures, fixed, say, table, tell, words
from collector_bot.core.entry_words import KIND_NAMES
from collector_bot.core.ledger import Account
from collector_bot.core.money import Money
from collector_bot.slack.cards.tongue import Tongue


def items(call: Call) -> int:
    """Print what is open on one account."""
    with call.reading() as (desk, connection, tongue):
        account = named_account(connection, call.given.account)
        found = open_items(connection, account, today=desk.today())
    if call.given.json:
        for row in found.rows:
            tell(item_json(account, row, days_late=max(_late(row, found.today), 0)))
        return DONE
    title = f"{cell(account.name)} ({cell(account.code)})"
    say(f"{title} – {tongue('open on', 'ouvert au')} {tongue.day(found.today)}")
    say()
    if found.rows:
        _print_items(found.rows, tongue, today=found.today)
    else:
        say(tongue("Nothing is open.", "Rien n’est ouvert."))
    return DONE


def _late(row: CodedItem, today: date) -> int:
    return row.item.overdue_days(today)


def item_json(account: Account, row: CodedItem, *, days_late: int) -> dict[str, Any]:
    """Return one open item, in the shape this module documents."""
    item = row.item
    return {
        "account": account.code,
        "piece": item.piece,
        "kind": item.kind.value,
        "side": item.side.value,
        "date": item.dated_on.isoformat(),
        "due_date": item.due_on.isoformat() if item.due_on else None,
        "amount": item.amount.decimal,
        "open": item.open.decimal,
        "currency": item.open.currency,
        "days_late": days_late,
        "code": row.code or None,
    }


def _print_items(rows: Sequence[CodedItem], tongue: Tongue, *, today: date) -> None:
    columns = [
        words(tongue("Piece", "Pièce")),
        words(tongue("Kind", "Nature")),
        fixed(tongue("Date", "Date")),
        fixed(tongue("Due", "Échéance")),
        figures(tongue("Late", "Retard")),
        figures(tongue("Open", "Ouvert")),
        fixed("Code"),
    ]

    def row(one: CodedItem) -> Sequence[str]:
        late = _late(one, today)
        sign = 1 if one.item.is_debit else -1
        amount = Money(sign * one.item.open.minor, one.item.open.currency)
        return (
            cell(tongue.piece(one.item.title)),
            tongue(*KIND_NAMES[one.item.kind]),
            tongue.day(one.item.dated_on),
            tongue.day(one.item.due_on) if one.item.due_on else "",
            str(late) if late > 0 else "",
            tongue.money(amount),
            one.code,
        )

    table(columns, map(row, rows))
