"""The cards of letters: one that waits for approval, one whose fate is uncertain."""

from __future__ import annotations

import re
from itertools import groupby

from collector_bot.answers.outbox import LetterDetail
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
    plain,
    preformatted,
    section,
    with_people,
)
from collector_bot.slack.cards.limits import FALLBACK_MAX, Block, Card, cut, fit
from collector_bot.slack.cards.tongue import Tongue
from collector_bot.slack.cards.vocabulary import hints, typed
from collector_bot.slack.cards.words import letter_words, skip_or_reason

WAITING = "awaiting_approval"
_COLUMNS = re.compile(r"-{8}|\S[ ]{3,}\S")


def letter_card(detail: LetterDetail, tongue: Tongue) -> Card:
    """Return the card of a firm letter: whole text and buttons while it waits."""
    message = detail.message
    waits = message.state == WAITING
    title = _title(detail, tongue)
    head = [header(title), *_facts(detail, tongue)]
    text = cut(f"{title} – {_name(detail)} – {one_line(message.subject)}", FALLBACK_MAX)
    if not waits:
        return Card((*head, *_settled(detail, tongue)), text)
    left = lambda count: _left(detail, count, tongue)  # noqa: E731 - names the block
    body = [divider(), *_words(message.text)]
    return Card(fit(head, body, _asking(detail, tongue), left=left), text)


def letter_text(detail: LetterDetail, tongue: Tongue) -> list[Block]:
    """Return a whole letter, for who wants to read it; as many blocks as it takes."""
    return [
        header(_title(detail, tongue)),
        *_facts(detail, tongue),
        divider(),
        *_words(detail.message.text),
    ]


def _words(text: str) -> list[Block]:
    """Return the text of a letter: prose as it comes, tables with their columns."""
    parts = [one for one in re.split(r"\n(?:[ \t]*\n)+", text) if one.strip()]
    blocks: list[Block] = []
    for has_columns, together in groupby(parts, key=_has_columns):
        joined = "\n\n".join(together)
        blocks += preformatted(joined) if has_columns else plain(joined)
    return blocks


def _has_columns(paragraph: str) -> bool:
    """Whether a paragraph is set in columns: it has a rule, or gaps of spaces."""
    return _COLUMNS.search(paragraph) is not None


def uncertain_card(detail: LetterDetail, tongue: Tongue) -> Card:
    """Return the card that asks what became of a letter nobody answered for."""
    message = detail.message
    number = message.id
    title = tongue(
        f"Did letter {number} leave?", f"La lettre n° {number} est-elle partie ?"
    )
    head = [header(title), *_facts(detail, tongue)]
    if message.state != "uncertain":
        return Card((*head, *_settled(detail, tongue)), f"{title} – {_name(detail)}")
    told = tongue(
        "The mail server took it without confirming, and no archive copy has come. "
        "Nothing is sent again by itself.",
        "Le serveur l’a prise sans confirmer, et aucune copie d’archive n’est "
        "arrivée. Rien n’est renvoyé automatiquement.",
    )
    return Card(
        (*head, section(told), *_verdicts(number, tongue)), f"{title} – {_name(detail)}"
    )


def _verdicts(number: int, tongue: Tongue) -> list[Block]:
    answers = tongue("Yes", "Oui"), tongue("No", "Non")
    value = str(number)
    again = (
        tongue("Send it again?", "La renvoyer ?"),
        tongue(
            "If it did leave, the customer receives it twice.",
            "Si elle était partie, le client la recevra deux fois.",
        ),
    )
    giving_up = (
        tongue("Give it up?", "L’abandonner ?"),
        tongue(
            "It counts as not sent and is not sent again.",
            "Elle compte comme non envoyée et n’est pas renvoyée.",
        ),
    )
    return [
        actions(
            button("letter.sent", tongue("It left", "Elle est partie"), value),
            asking(
                "letter.resend",
                tongue("Send again", "Renvoyer"),
                value,
                question=again,
                answers=answers,
            ),
            asking(
                "letter.drop",
                tongue("Drop", "Abandonner"),
                value,
                question=giving_up,
                answers=answers,
                style="danger",
            ),
        ),
        context(hints(tongue, number, "sent", "resend", "drop")),
    ]


def _title(detail: LetterDetail, tongue: Tongue) -> str:
    number = detail.message.id
    return {
        WAITING: tongue(
            f"Letter {number} to approve", f"Lettre n° {number} à approuver"
        ),
    }.get(detail.message.state, tongue(f"Letter {number}", f"Lettre n° {number}"))


def _name(detail: LetterDetail) -> str:
    account = detail.account
    return one_line(account.name if account else detail.message.recipient, 80)


def _facts(detail: LetterDetail, tongue: Tongue) -> list[Block]:
    message, account = detail.message, detail.account
    lines = []
    if account is not None:
        lines.append(
            f"*{escaped(one_line(account.name))}* ({escaped(one_line(account.code))})"
        )
    level = str(message.payload.get("level", ""))
    if level:
        words = tongue("Level", "Niveau")
        lines.append(
            f"{words}{tongue.colon} *{escaped(one_line(tongue.level(level)))}*"
        )
    blocks = [section("\n".join(lines))] if lines else []
    to, about = tongue("To", "À"), tongue("Subject", "Objet")
    return [
        *blocks,
        *plain(
            f"{to}{tongue.colon} {one_line(message.recipient)}\n"
            f"{about}{tongue.colon} {one_line(message.subject)}"
        ),
    ]


def _asking(detail: LetterDetail, tongue: Tongue) -> list[Block]:
    message = detail.message
    value = f"{message.id}:{message.digest}"
    refuse, not_yet = tongue("Refuse", "Refuser"), tongue("Not yet", "Pas encore")
    leaves = (
        tongue("Send this letter?", "Envoyer cette lettre ?"),
        tongue(
            f"It leaves for {message.recipient} exactly as shown.",
            f"Elle part telle quelle pour {message.recipient}.",
        ),
    )
    stays = (
        tongue("Refuse this letter?", "Refuser cette lettre ?"),
        tongue("The customer will not receive it.", "Le client ne la recevra pas."),
    )
    return [
        divider(),
        actions(
            asking(
                "letter.approve",
                tongue("Send this letter", "Envoyer cette lettre"),
                value,
                question=leaves,
                answers=(tongue("Send", "Envoyer"), not_yet),
                style="primary",
            ),
            asking(
                "letter.reject",
                refuse,
                value,
                question=stays,
                answers=(refuse, not_yet),
                style="danger",
            ),
            button("letter.show", tongue("Read it", "Lire"), str(message.id)),
        ),
        context(hints(tongue, message.id, "release", "refuse")),
    ]


def _settled(detail: LetterDetail, tongue: Tongue) -> list[Block]:
    """Return who answered, where the letter stands, and why."""
    message, decision = detail.message, detail.decision
    told = []
    if decision is not None:
        who, when = mention(decision.by), tongue.moment(decision.at)
        told.append(
            tongue(f"Approved by {who} on {when}.", f"Approuvée par {who} le {when}.")
            if decision.verdict == "approved"
            else tongue(f"Refused by {who} on {when}.", f"Refusée par {who} le {when}.")
        )
        if decision.reason:
            told.append(tongue.quoted(escaped(one_line(decision.reason))))
    state = tongue("State", "État")
    where = f"{state}{tongue.colon} {letter_words(message.state, tongue)}"
    if message.sent_at is not None:
        where += f", {tongue.moment(message.sent_at)}"
    if message.reason and message.state in {"cancelled", "failed"} and not decision:
        why = with_people(skip_or_reason(one_line(message.reason), tongue))
        where += f" ({why})"
    told.append(f"{where}.")
    return [
        context(" ".join(told)),
        actions(button("letter.show", tongue("Read it", "Lire"), str(message.id))),
    ]


def _left(detail: LetterDetail, count: int, tongue: Tongue) -> Block:
    rest = tongue.count(
        count,
        "character of this letter is/characters of this letter are",
        "signe de cette lettre n’est/signes de cette lettre ne sont",
    )
    typing = typed(tongue, "show", detail.message.id)
    words = tongue(
        f":warning: *{rest} not shown here*: read it whole before you approve "
        f"(“Read it”, or {typing}).",
        f":warning: *{rest} pas affichés ici* : lisez-la en entier avant d’approuver "
        f"(« Lire », ou {typing}).",
    )
    return section(words)
