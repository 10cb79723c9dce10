"""The card of a promise to pay."""

from __future__ import annotations

from collector_bot.answers.promises import PromiseDetail
from collector_bot.core.holds import PromiseStatus
from collector_bot.slack.cards.build import (
    actions,
    asking,
    button,
    context,
    divider,
    escaped,
    header,
    mention,
    one_line,
    section,
)
from collector_bot.slack.cards.limits import Block, Card
from collector_bot.slack.cards.tongue import Tongue
from collector_bot.slack.cards.vocabulary import hints
from collector_bot.slack.cards.words import person_words, promise_words

_PIECES = 20


def promise_card(detail: PromiseDetail, tongue: Tongue) -> Card:
    """Return the card of a promise; buttons only while a manager may decide it."""
    number = detail.promise.id
    waits = detail.status is PromiseStatus.PROPOSED
    words = (
        tongue(f"Promise {number} to accept", f"Promesse n° {number} à accepter")
        if waits
        else tongue(f"Promise {number}", f"Promesse n° {number}")
    )
    tail = promise_buttons(detail, tongue) if waits else [_decided(detail, tongue)]
    if detail.status is PromiseStatus.OPEN:
        tail += _cancelling(number, tongue)
    blocks = (header(words), section(promise_lines(detail, tongue)), divider(), *tail)
    day, sum_ = tongue.day(detail.promise.promised_on), _amount(detail, tongue)
    told = f"{words} – {one_line(detail.account.name, 80)}"
    return Card(blocks, f"{told}{tongue.colon} {sum_}, {day}")


def promise_lines(detail: PromiseDetail, tongue: Tongue) -> str:
    """Return what was promised, by whom it came and what became of it."""
    promise = detail.promise
    named = [tongue.piece(piece) for piece in detail.pieces[:_PIECES]]
    shown = [escaped(one_line(piece, 60)) for piece in named]
    more = " …" if len(detail.pieces) > _PIECES else ""
    lines = [
        f"*{escaped(one_line(detail.account.name))}* "
        f"({escaped(one_line(detail.account.code))})",
        tongue(
            f"*{_amount(detail, tongue)}* on *{tongue.day(promise.promised_on)}*",
            f"*{_amount(detail, tongue)}* le *{tongue.day(promise.promised_on)}*",
        ),
        f"{tongue('Items', 'Pièces')}{tongue.colon} {', '.join(shown)}{more}",
    ]
    if promise.mail_id is not None:
        lines.append(
            tongue(
                f"Said in mail {promise.mail_id}.",
                f"Annoncée dans le courriel n° {promise.mail_id}.",
            )
        )
    else:
        who = mention(promise.entered_by)
        lines.append(tongue(f"Entered by {who}.", f"Saisie par {who}."))
    if detail.status is PromiseStatus.PROPOSED and promise.why_proposed:
        lines.append(f":warning: {person_words(promise.why_proposed, tongue)}")
    return "\n".join(lines)


def promise_buttons(detail: PromiseDetail, tongue: Tongue) -> list[Block]:
    """Return the buttons of a promise that waits, and their twins as commands."""
    number = detail.promise.id
    return [
        actions(
            button(
                "promise.approve",
                tongue("Accept", "Accepter"),
                str(number),
                style="primary",
            ),
            button(
                "promise.reject",
                tongue("Decline", "Décliner"),
                str(number),
                style="danger",
            ),
        ),
        context(hints(tongue, number, "accept", "decline")),
    ]


def _cancelling(number: int, tongue: Tongue) -> list[Block]:
    """Return the button that cancels a promise that holds, and its twin."""
    question = (
        tongue("Cancel this promise?", "Annuler cette promesse ?"),
        tongue("Its items are chased again.", "Ses pièces sont de nouveau relancées."),
    )
    cancel = asking(
        "promise.cancel",
        tongue("Cancel it", "Annuler"),
        str(number),
        question=question,
        answers=(tongue("Cancel it", "Annuler"), tongue("Not yet", "Pas encore")),
        style="danger",
    )
    return [actions(cancel), context(hints(tongue, number, "unpromise"))]


def _amount(detail: PromiseDetail, tongue: Tongue) -> str:
    return tongue.money(detail.promise.expected)


def _decided(detail: PromiseDetail, tongue: Tongue) -> Block:
    state = tongue("State", "État")
    told = f"{state}{tongue.colon} *{promise_words(detail.status, tongue)}*"
    if detail.decided_by:
        who = mention(detail.decided_by)
        told += {
            PromiseStatus.REJECTED: tongue(f", by {who}", f", par {who}"),
            PromiseStatus.CANCELLED: tongue(f", by {who}", f", par {who}"),
        }.get(detail.status, tongue(f", accepted by {who}", f", acceptée par {who}"))
    return context(told)
