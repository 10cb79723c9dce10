"""An account's balance as people read it in Slack, and the choice among accounts."""

from __future__ import annotations

from collections.abc import Sequence

from collector_bot.answers.balance import Balance, InCurrency, LeftAlone
from collector_bot.core.insight.ageing import BOUNDS, bucket_name
from collector_bot.core.ledger import Account, AccountSide
from collector_bot.slack.cards.build import (
    actions,
    button,
    context,
    escaped,
    header,
    mention,
    one_line,
    section,
    sections,
)
from collector_bot.slack.cards.limits import Card, fit
from collector_bot.slack.cards.tongue import Tongue
from collector_bot.slack.cards.words import (
    dispute_words,
    hold_words,
    letter_words,
    promise_words,
    skip_or_reason,
    skip_words,
    until_words,
)

_PIECES = 8


def balance_card(balance: Balance, tongue: Tongue, *, shared_by: str = "") -> Card:
    """Return how an account stands.

    Args:
        shared_by: who showed it to the channel; "" while only the asker sees it.
    """
    account = balance.account
    title = f"{one_line(account.name, 100)} ({one_line(account.code, 40)})"
    head = [header(title)]
    body = [
        *(section(_amounts(one, balance, tongue)) for one in balance.in_currencies),
        *sections(_around(balance, tongue)),
    ]
    if not balance.in_currencies:
        body.insert(0, section(tongue("Nothing is open.", "Rien n’est ouvert.")))
    tail = (
        [context(tongue(f"Asked by {mention(shared_by)}",
                        f"Demandé par {mention(shared_by)}"))]
        if shared_by
        else [
            actions(
                button(
                    "balance.share",
                    tongue("Show to the team", "Montrer à l’équipe"),
                    str(account.id),
                )
            )
        ]
    )  # fmt: skip
    left = lambda count: context(f"… ({count})")  # noqa: E731 - names the block
    return Card(fit(head, body, tail, left=left), _spoken(balance, tongue))


def choice(found: Sequence[Account], words: str, tongue: Tongue) -> Card:
    """Return the accounts that may be meant, as buttons."""
    asked = tongue.quoted(one_line(words, 60))
    question = tongue(f"Which account is {asked}?", f"Quel compte est {asked} ?")
    rows = [
        actions(
            button("balance.pick", f"{account.name} ({account.code})", str(account.id))
        )
        for account in found
    ]
    return Card((section(escaped(question)), *rows), question)


def _spoken(balance: Balance, tongue: Tongue) -> str:
    """Return the balance as one line of text."""
    told = [
        f"{tongue.money(one.aged.balance)} "
        f"({tongue('overdue', 'échu')}{tongue.colon} "
        f"{tongue.money(one.aged.past_due)})"
        for one in balance.in_currencies
    ]
    amounts = ", ".join(told) or tongue("nothing is open", "rien n’est ouvert")
    return f"{one_line(balance.account.name, 100)}{tongue.colon} {amounts}"


def _amounts(one: InCurrency, balance: Balance, tongue: Tongue) -> str:
    supplier = balance.account.side is AccountSide.SUPPLIER
    name = tongue("We owe", "Nous devons") if supplier else tongue("Balance", "Solde")
    lines = [
        f"{name}{tongue.colon} *{tongue.money(one.aged.balance)}*",
        f"{tongue('Overdue', 'Échu')}{tongue.colon} "
        f"*{tongue.money(one.aged.past_due)}* · "
        f"{tongue('not due', 'non échu')}{tongue.colon} {tongue.money(one.not_due)}",
    ]
    for bounds, amount in zip(BOUNDS[1:], one.aged.amounts[1:], strict=True):
        if amount.minor:
            bucket = bucket_name(bounds.bucket, tongue.language)
            lines.append(f"    {bucket}{tongue.colon} {tongue.money(amount)}")
    if one.credits.minor:
        words = tongue("Unused credits", "Avoirs et règlements non lettrés")
        lines.append(f"{words}{tongue.colon} {tongue.money(one.credits)}")
    if one.oldest is not None and one.oldest.due_on is not None:
        late = tongue.days(one.oldest.overdue_days(balance.today))
        words = tongue("Oldest", "La plus ancienne")
        due = tongue("due on", "échue le")
        overdue = tongue("late", "de retard")
        piece = escaped(one_line(tongue.piece(one.oldest.title), 60))
        lines.append(
            f"{words}{tongue.colon} {piece}, "
            f"{due} {tongue.day(one.oldest.due_on)} ({late} {overdue})"
        )
    return "\n".join(lines)


def _around(balance: Balance, tongue: Tongue) -> list[str]:
    return [
        *_promises(balance, tongue),
        *_holds(balance, tongue),
        *_letter(balance, tongue),
        *_left_alone(balance.left_alone, tongue),
    ]


def _promises(balance: Balance, tongue: Tongue) -> list[str]:
    return [
        f"{tongue('Promise', 'Promesse n°')} {one.id}{tongue.colon} "
        f"{tongue.money(one.expected)}, {tongue.day(one.promised_on)} "
        f"({promise_words(status, tongue)})"
        for one, status in balance.promises
    ]


def _holds(balance: Balance, tongue: Tongue) -> list[str]:
    lines = [
        f"{tongue('Dispute', 'Litige n°')} {one.id}{tongue.colon} "
        f"{_named(one.pieces, tongue)} ({dispute_words(one.reason, tongue)})"
        for one in balance.disputes
    ]
    for hold in balance.holds:
        what = tongue("the account", "le compte")
        if hold.entry_id or hold.piece:
            what = escaped(one_line(tongue.piece(hold.piece), 60))
        until = until_words(hold.until_on, tongue)
        reason = escaped(one_line(hold_words(hold.reason, tongue), 120))
        lines.append(
            f"{tongue('Hold', 'Suspension n°')} {hold.id}{tongue.colon} {what}, {until}"
            + (f" ({reason})" if reason else "")
        )
    return lines


def _letter(balance: Balance, tongue: Tongue) -> list[str]:
    lines = []
    letter = balance.last_letter
    if letter is not None:
        state = (
            skip_or_reason(letter.withdrawn, tongue)
            if letter.withdrawn
            else letter_words(letter.state, tongue)
        )
        lines.append(
            f"{tongue('Last letter', 'Dernière lettre')}{tongue.colon} "
            f"{escaped(one_line(tongue.level(letter.level), 60))}, "
            f"{tongue.day(letter.on)} ({state})"
        )
    if balance.last_payment is not None:
        on, amount = balance.last_payment
        lines.append(
            f"{tongue('Last payment', 'Dernier règlement')}{tongue.colon} "
            f"{tongue.money(amount)}, {tongue.day(on)}"
        )
    return lines


def _left_alone(rows: Sequence[LeftAlone], tongue: Tongue) -> list[str]:
    if not rows:
        return []
    day = tongue.day(rows[0].on)
    title = tongue(f"Not chased on {day}", f"Non relancé le {day}")
    return [
        f"{title}{tongue.colon} {_named(one.pieces, tongue)} – "
        f"{skip_words(one.reason, tongue)}"
        for one in rows
    ]


def _named(pieces: Sequence[str], tongue: Tongue) -> str:
    shown = ", ".join(
        escaped(one_line(tongue.piece(piece), 60)) for piece in pieces[:_PIECES]
    )
    return shown + (" …" if len(pieces) > _PIECES else "")
