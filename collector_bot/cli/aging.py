"""`aging` and `overdue`: the whole ledger by how late it is paid.

`aging --json` prints one object an account and currency:

    {"account", "name", "as_of", "currency", "rule": "days_past_due",
     "aged":    {"not_due", "1-30", "31-60", "61-90", "over_90"}; their sum is the
                balance: payments and credit notes not used yet are taken off "not_due",
     "credits": those payments and credit notes, as a positive amount,
     "overdue": past due, before credits,
     "balance", "oldest_due": date or null}

The rule: whole days after the due date; 30 belongs to 1-30, 60 to 31-60, 90 to 61-90.

`overdue --json` prints one object a customer and currency, most overdue first:

    {"account", "name", "as_of", "currency", "overdue": before credits, "items",
     "oldest_due", "days_late": of the oldest}
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection

from collector_bot.answers.ageing import AgedAccount, AgedLedger, aged_ledger
from collector_bot.answers.balance import balance_of
from collector_bot.answers.overdue import overdue_customers
from collector_bot.cli import DONE
from collector_bot.cli.call import Call
from collector_bot.cli.named import named_account
from collector_bot.cli.paper import (
    ROWS_MAX,
    cell,
    figure,
    figures,
    fixed,
    say,
    say_wrapped,
    table,
    tell,
    words,
)
from collector_bot.cli.standing import aged_json
from collector_bot.core.insight.ageing import Aged, Bucket, rule_words, total
from collector_bot.core.ledger import AccountSide
from collector_bot.slack.cards.tongue import Tongue
from collector_bot.store.surveys import Overdue

RULE = "days_past_due"
_SHORT = {
    Bucket.NOT_DUE: ("Not due", "Non échu"),
    Bucket.DAYS_1_30: ("1-30", "1-30"),
    Bucket.DAYS_31_60: ("31-60", "31-60"),
    Bucket.DAYS_61_90: ("61-90", "61-90"),
    Bucket.OVER_90: ("> 90", "> 90"),
}


def aging(call: Call) -> int:
    """Print the aged balance."""
    with call.reading() as (desk, connection, tongue):
        ledger = _aged(call, connection, today=desk.today())
    if call.given.json:
        for row in ledger.rows:
            tell(aging_json(row, as_of=ledger.today))
    else:
        _print_aging(ledger, tongue)
    return DONE


def _aged(call: Call, connection: Connection, *, today: date) -> AgedLedger:
    if call.given.account is None:
        supplied = call.given.suppliers
        side = AccountSide.SUPPLIER if supplied else AccountSide.CUSTOMER
        return aged_ledger(connection, today=today, side=side)
    account = named_account(connection, call.given.account)
    stands = balance_of(connection, account, today=today, grace_days=0)
    rows = tuple(
        AgedAccount(
            account.id,
            account.code,
            account.name,
            one.aged,
            one.oldest.due_on if one.oldest else None,
        )
        for one in stands.in_currencies
    )
    return AgedLedger(today, account.side, total([row.aged for row in rows]), rows)


def aging_json(row: AgedAccount, *, as_of: date) -> dict[str, Any]:
    """Return one account in one currency, in the shape this module documents."""
    return {
        "account": row.code,
        "name": row.name,
        "as_of": as_of.isoformat(),
        "currency": row.aged.currency,
        "rule": RULE,
        "aged": aged_json(row.aged),
        "credits": (-row.aged.unapplied).decimal,
        "overdue": row.aged.past_due.decimal,
        "balance": row.aged.balance.decimal,
        "oldest_due": row.oldest_due.isoformat() if row.oldest_due else None,
    }


def _print_aging(ledger: AgedLedger, tongue: Tongue) -> None:
    names = {
        AccountSide.CUSTOMER: (
            "Aged balance of customers on",
            "Balance âgée clients au",
        ),
        AccountSide.SUPPLIER: (
            "Aged balance of suppliers on",
            "Balance âgée fournisseurs au",
        ),
    }
    say(f"{tongue(*names[ledger.side])} {tongue.day(ledger.today)}")
    if not ledger.rows:
        say(tongue("Nothing is open.", "Rien n’est ouvert."))
    for whole in ledger.totals:
        rows = [row for row in ledger.rows if row.aged.currency == whole.currency]
        say()
        _print_currency(rows, whole, tongue)
    say()
    say_wrapped(rule_words(tongue.language))


def _print_currency(rows: Sequence[AgedAccount], whole: Aged, tongue: Tongue) -> None:
    columns = [
        words(whole.currency),
        *(figures(tongue(*_SHORT[bucket])) for bucket in Bucket),
        figures(tongue("Balance", "Solde")),
    ]
    language = tongue.language

    def amounts(aged: Aged) -> Iterable[str]:
        return (figure(one, language) for one in (*aged.amounts, aged.balance))

    shown = rows[: ROWS_MAX - 1]
    body = [(_who(row.code, row.name), *amounts(row.aged)) for row in shown]
    table(columns, [*body, (tongue("Total", "Total"), *amounts(whole))])
    left_out(len(rows) - len(shown), tongue)


def _who(code: str, name: str) -> str:
    return f"{cell(code)}\n{cell(name, 60)}" if name != code else cell(code)


def left_out(count: int, tongue: Tongue) -> None:
    """Say how many rows a table does not show, if any."""
    if count > 0:
        rest = tongue.count(count, "more row/more rows", "autre ligne/autres lignes")
        say(f"… {rest} (--json)")


def overdue(call: Call) -> int:
    """Print which customers owe most too late."""
    with call.reading() as (desk, connection, tongue):
        found = overdue_customers(connection, today=desk.today(), top=call.given.top)
    if call.given.json:
        for row in found.rows:
            tell(overdue_json(row, as_of=found.today))
        return DONE
    title = tongue("Overdue on", "Échu au")
    say(f"{title} {tongue.day(found.today)}")
    say()
    if not found.rows:
        say(tongue("Nothing is overdue.", "Rien n’est échu."))
        return DONE
    columns = [
        fixed(tongue("Account", "Compte")),
        words(tongue("Name", "Nom")),
        figures(tongue("Items", "Pièces")),
        fixed(tongue("Oldest", "Depuis le")),
        figures(tongue("Overdue", "Échu")),
    ]
    count = table(
        columns,
        (
            (
                cell(row.code),
                cell(row.name),
                str(row.items),
                tongue.day(row.oldest_due),
                tongue.money(row.amount),
            )
            for row in found.rows
        ),
    )
    left_out(count - ROWS_MAX, tongue)
    return DONE


def overdue_json(row: Overdue, *, as_of: date) -> dict[str, Any]:
    """Return one customer's overdue amount, in the shape this module documents."""
    return {
        "account": row.code,
        "name": row.name,
        "as_of": as_of.isoformat(),
        "currency": row.amount.currency,
        "overdue": row.amount.decimal,
        "items": row.items,
        "oldest_due": row.oldest_due.isoformat(),
        "days_late": (as_of - row.oldest_due).days,
    }
