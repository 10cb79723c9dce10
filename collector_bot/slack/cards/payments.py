"""The card of payments on the bank that nobody was recognised for."""

from __future__ import annotations

from collector_bot.answers.unallocated import Unallocated, UnallocatedPayment
from collector_bot.slack.cards.build import (
    actions,
    button,
    context,
    divider,
    escaped,
    header,
    one_line,
    section,
)
from collector_bot.slack.cards.limits import Block, Card, fit
from collector_bot.slack.cards.tongue import Tongue
from collector_bot.slack.cards.vocabulary import hints

PAYMENTS_SHOWN = 12
# A row of buttons has no two of one name.
ASSIGNING = ("payment.first", "payment.second", "payment.third")


def payments_card(found: Unallocated, tongue: Tongue) -> Card:
    """Return the payments without an account, the nearest accounts as buttons."""
    if not found.count:
        done = tongue(
            "Every payment on the bank has its account.",
            "Chaque règlement en banque a son compte.",
        )
        return Card((section(done),), done)
    title = tongue("Unallocated payments", "Règlements à affecter")
    counted = tongue.count(
        found.count,
        "payment on the bank has no account/payments on the bank have no account",
        "règlement en banque n’a pas de compte/règlements en banque n’ont pas de "
        "compte",
    )
    rest = found.count - len(found.rows)
    more = [context(tongue(f"… {rest} more", f"… {rest} de plus"))] if rest else []
    tail = [*more, context(hints(tongue, "N", "assign", "leave"))]
    body = [block for one in found.rows for block in _payment(one, tongue)]
    left = lambda count: context(f"… ({count})")  # noqa: E731 - names the block
    blocks = fit([header(title), section(counted)], body, tail, left=left)
    return Card(blocks, f"{title}{tongue.colon} {counted}")


def _payment(one: UnallocatedPayment, tongue: Tongue) -> list[Block]:
    line = one.known.line
    who = one_line(line.name, 80) or tongue("payer not named", "payeur non nommé")
    said = one_line(" ".join(line.text.split()), 200)
    told = (
        f"*{one.known.id}* – *{tongue.money(line.amount)}*, "
        f"{tongue.day(line.booked_on)}{tongue.colon} {escaped(who)}"
    )
    if said:
        told += f"\n{escaped(said)}"
    owing = [near.account for near in one.near if near.owes]
    if owing:
        named = ", ".join(escaped(one_line(each.name, 60)) for each in owing)
        words = tongue("Owes this very amount", "Doit exactement ce montant")
        told += f"\n{words}{tongue.colon} {named}"
    buttons = [
        button(
            action_id,
            f"{one_line(near.account.name, 40)} ({near.account.code})",
            f"{one.known.id}:{near.account.id}",
        )
        for action_id, near in zip(ASSIGNING, one.near, strict=False)
    ]
    number = str(one.known.id)
    other = tongue("Other account…", "Autre compte…")
    leave = tongue("Leave alone…", "Laisser de côté…")
    row = actions(
        *buttons,
        button("payment.other", other, number),
        button("payment.leave", leave, number),
    )
    return [divider(), section(told), row]
