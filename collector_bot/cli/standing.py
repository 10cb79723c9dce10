"""`balance`: how one account stands.

`balance --json` prints one object a currency (of the account's own when nothing is
open):

    {"account", "name", "as_of", "currency",
     "balance":    overdue + not_due - credits,
     "overdue":    past due, before credits,
     "not_due":    owed and not due yet, before credits,
     "credits":    payments and credit notes not used yet, as a positive amount,
     "aged":       {"not_due", "1-30", "31-60", "61-90", "over_90"}: by days past due;
                   here credits are taken off "not_due", so the sum is the balance,
     "oldest_due": date of what is past due for longest, or null,
     "open_items": how many,
     "last_payment": {"date", "amount", "currency"} or null,
     "promises":   [{"id", "date", "amount", "status"}],
     "disputes":   [{"id", "reason", "pieces"}],
     "holds":      [{"id", "piece" or null, "until" or null, "reason"}]}
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from collector_bot.answers.balance import Balance, InCurrency, balance_of
from collector_bot.cli import DONE
from collector_bot.cli.call import Call
from collector_bot.cli.named import named_account
from collector_bot.cli.paper import cell, figure, figures, say, table, tell, words
from collector_bot.core.insight.ageing import Aged, Bucket, bucket_name
from collector_bot.core.ledger import Account
from collector_bot.core.money import Money
from collector_bot.slack.cards.tongue import Tongue
from collector_bot.slack.cards.words import (
    dispute_words,
    hold_words,
    letter_words,
    promise_words,
    skip_or_reason,
    skip_words,
)

Json = dict[str, Any]


def balance(call: Call) -> int:
    """Print how one account stands."""
    with call.reading() as (desk, connection, tongue):
        account = named_account(connection, call.given.account)
        stands = balance_of(
            connection,
            account,
            today=desk.today(),
            grace_days=desk.policy.promise_grace_days,
        )
    if call.given.json:
        for fact in balance_json(stands):
            tell(fact)
    else:
        _print_balance(stands, tongue)
    return DONE


def aged_json(aged: Aged) -> Json:
    """Return the buckets of an aged balance by name."""
    return {bucket.value: aged.of(bucket).decimal for bucket in Bucket}


def balance_json(stands: Balance) -> list[Json]:
    """Return one object a currency, in the shape this module documents."""
    account = stands.account
    about = {
        "last_payment": _payment(stands),
        "promises": [
            {
                "id": promise.id,
                "date": promise.promised_on.isoformat(),
                "amount": promise.expected.decimal,
                "currency": promise.expected.currency,
                "status": status.value,
            }
            for promise, status in stands.promises
        ],
        "disputes": [
            {"id": one.id, "reason": one.reason, "pieces": list(one.pieces)}
            for one in stands.disputes
        ],
        "holds": [
            {
                "id": one.id,
                "piece": one.piece if one.entry_id else None,
                "until": one.until_on.isoformat() if one.until_on else None,
                "reason": one.reason,
            }
            for one in stands.holds
        ],
    }
    head = {
        "account": account.code,
        "name": account.name,
        "as_of": stands.today.isoformat(),
    }
    return [
        {**head, **_in_currency(one), **about}
        for one in stands.in_currencies or (_nothing_open(account),)
    ]


def _in_currency(one: InCurrency) -> Json:
    oldest = one.oldest.due_on if one.oldest else None
    return {
        "currency": one.aged.currency,
        "balance": one.aged.balance.decimal,
        "overdue": one.aged.past_due.decimal,
        "not_due": one.not_due.decimal,
        "credits": one.credits.decimal,
        "aged": aged_json(one.aged),
        "oldest_due": oldest.isoformat() if oldest else None,
        "open_items": one.count,
    }


def _nothing_open(account: Account) -> InCurrency:
    zero = Money(0, account.currency)
    return InCurrency(Aged((zero,) * len(Bucket), zero), zero, zero, None, 0)


def _payment(stands: Balance) -> Json | None:
    if stands.last_payment is None:
        return None
    on, amount = stands.last_payment
    return {
        "date": on.isoformat(),
        "amount": amount.decimal,
        "currency": amount.currency,
    }


def _print_balance(stands: Balance, tongue: Tongue) -> None:
    account = stands.account
    day = tongue.day(stands.today)
    title = f"{cell(account.name)} ({cell(account.code)})"
    say(f"{title} – {tongue('balance on', 'solde au')} {day}")
    say()
    if stands.in_currencies:
        _print_amounts(stands.in_currencies, tongue)
    else:
        say(tongue("Nothing is open.", "Rien n’est ouvert."))
    lines = [*_history(stands, tongue), *_kept_back(stands, tongue)]
    if lines:
        say()
    for line in lines:
        say(line)


def _print_amounts(ones: Sequence[InCurrency], tongue: Tongue) -> None:
    language = tongue.language
    rows = [
        (tongue("Past due", "Échu"), [one.aged.past_due for one in ones]),
        *(
            (
                f"  {bucket_name(bucket, language)}",
                [one.aged.of(bucket) for one in ones],
            )
            for bucket in list(Bucket)[1:]
        ),
        (bucket_name(Bucket.NOT_DUE, language), [one.not_due for one in ones]),
        (tongue("Credits", "À déduire"), [-one.credits for one in ones]),
        (tongue("Balance", "Solde"), [one.aged.balance for one in ones]),
    ]
    columns = [words(""), *(figures(one.aged.currency) for one in ones)]
    table(
        columns,
        ((name, *(figure(one, language) for one in amounts)) for name, amounts in rows),
    )


def _history(stands: Balance, tongue: Tongue) -> list[str]:
    lines = []
    for one in stands.in_currencies:
        if one.oldest and one.oldest.due_on:
            late = tongue.days(one.oldest.overdue_days(stands.today))
            lines.append(
                f"{tongue('Oldest', 'Plus ancienne')}{tongue.colon} "
                f"{cell(tongue.piece(one.oldest.title))}, "
                f"{tongue.money(one.oldest.open)}, "
                f"{tongue('due on', 'échue le')} {tongue.day(one.oldest.due_on)} "
                f"({late})"
            )
    if stands.last_payment:
        on, amount = stands.last_payment
        lines.append(
            f"{tongue('Last payment', 'Dernier règlement')}{tongue.colon} "
            f"{tongue.money(amount)}, {tongue.day(on)}"
        )
    step = stands.last_letter
    if step:
        state = (
            skip_or_reason(step.withdrawn, tongue)
            if step.withdrawn
            else letter_words(step.state, tongue)
        )
        lines.append(
            f"{tongue('Last letter', 'Dernière lettre')}{tongue.colon} "
            f"{cell(tongue.level(step.level))}, {tongue.day(step.on)}, "
            f"{tongue.money(step.due)} – {cell(state)}"
        )
    return lines


def _kept_back(stands: Balance, tongue: Tongue) -> list[str]:
    lines = [
        f"{tongue('Promise', 'Promesse')} {promise.id}{tongue.colon} "
        f"{tongue.money(promise.expected)}, {tongue.day(promise.promised_on)}"
        f" – {promise_words(status, tongue)}"
        for promise, status in stands.promises
    ]
    lines += [
        f"{tongue('Dispute', 'Litige')} {one.id}{tongue.colon} "
        f"{cell(', '.join(map(tongue.piece, one.pieces)))}"
        f" – {dispute_words(one.reason, tongue)}"
        for one in stands.disputes
    ]
    for one in stands.holds:
        what = tongue("the account", "tout le compte")
        if one.entry_id or one.piece:
            what = cell(tongue.piece(one.piece))
        until = _until(one.until_on, tongue)
        why = f" – {cell(hold_words(one.reason, tongue))}" if one.reason else ""
        lines.append(
            f"{tongue('Hold', 'Suspension')} {one.id}{tongue.colon} {what}{until}{why}"
        )
    lines += [
        f"{tongue('Not chased on', 'Pas relancé le')} {tongue.day(one.on)}"
        f"{tongue.colon} {cell(', '.join(map(tongue.piece, one.pieces)))}"
        f" – {skip_words(one.reason, tongue)}"
        for one in stands.left_alone
    ]
    return lines


def _until(day: date | None, tongue: Tongue) -> str:
    return f" {tongue('until', 'jusqu’au')} {tongue.day(day)}" if day else ""
