"""The card of a mail a person has to look at; the words in it may be hostile."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from collector_bot.answers.mails import MailDetail
from collector_bot.core.holds import PromiseStatus
from collector_bot.slack.cards.build import (
    actions,
    button,
    context,
    divider,
    escaped,
    header,
    mention,
    one_line,
    plain,
    section,
)
from collector_bot.slack.cards.finding import finding_lines, left_out_line
from collector_bot.slack.cards.limits import Block, Card, fit
from collector_bot.slack.cards.opinion import opinion_lines, opinion_title
from collector_bot.slack.cards.promise import promise_buttons, promise_lines
from collector_bot.slack.cards.tongue import Tongue
from collector_bot.slack.cards.vocabulary import hints
from collector_bot.slack.cards.words import DANGERS, person_words

_FINDINGS = 12


def mail_card(detail: MailDetail, tongue: Tongue) -> Card:
    """Return the card of a mail: who, why, what was understood, and its own words."""
    title = _title(detail, tongue)
    head = [header(title), *_warnings(detail, tongue), *_sender(detail, tongue)]
    if detail.mail.closed_at is not None:
        who, when = mention(detail.mail.closed_by), tongue.moment(detail.mail.closed_at)
        done = tongue(f"Dealt with by {who} on {when}.", f"Traité par {who} le {when}.")
        show = button("mail.show", tongue("Read it", "Lire"), str(detail.mail.id))
        return Card(
            (*head, divider(), context(done), actions(show)), _spoken(detail, tongue)
        )
    left = lambda count: _left(detail, count, tongue)  # noqa: E731 - names the block
    body = [
        *_understood(detail, tongue),
        *_left_out(detail, tongue),
        *_second_opinion(detail, tongue),
        divider(),
        *_own_words(detail, tongue),
    ]
    return Card(
        fit(head, body, _asking(detail, tongue), left=left), _spoken(detail, tongue)
    )


def mail_text(detail: MailDetail, tongue: Tongue) -> list[Block]:
    """Return a whole mail as text, for who wants to read it."""
    return [
        header(_title(detail, tongue)),
        *_warnings(detail, tongue),
        *_sender(detail, tongue),
        *_understood(detail, tongue),
        *_left_out(detail, tongue),
        *_second_opinion(detail, tongue),
        divider(),
        *_words(detail, tongue),
    ]


def _title(detail: MailDetail, tongue: Tongue) -> str:
    number = detail.mail.id
    if detail.mail.closed_at is not None:
        return tongue(f"Mail {number}", f"Courriel n° {number}")
    return tongue(f"Mail {number} to look at", f"Courriel n° {number} à regarder")


def _spoken(detail: MailDetail, tongue: Tongue) -> str:
    name = detail.account.name if detail.account else detail.mail.sender
    return f"{_title(detail, tongue)} – {one_line(name or '?', 90)}"


def _warnings(detail: MailDetail, tongue: Tongue) -> list[Block]:
    """Return why a person has to look; what may be a fraud in warning words."""
    reasons = [detail.mail.needs_person] if detail.mail.needs_person else []
    reading = detail.reading
    kinds = {str(one.get("type", "")) for one in _findings(reading)}
    if "bank_details_change" in kinds:
        reasons.append("bank_details_change")
    if reading.get("suspicious"):
        reasons.append("suspicious")
    if reading.get("authenticated") is False:
        reasons.append("not_authenticated")
    if detail.account is None and reading:
        reasons.append("unknown_sender")
    told = []
    for reason in dict.fromkeys(reasons):
        words = escaped(person_words(reason, tongue))
        mark = tongue("WARNING", "ATTENTION")
        told.append(
            f":rotating_light: *{mark} – {words}*"
            if reason in DANGERS
            else f"*{words}*"
        )
    signs = [escaped(one_line(str(one))) for one in reading.get("suspicions", ())]
    if signs:
        told.append(f"{tongue('Signs', 'Indices')}{tongue.colon} {'; '.join(signs)}")
    return [section("\n".join(told))] if told else []


def _sender(detail: MailDetail, tongue: Tongue) -> list[Block]:
    mail, account = detail.mail, detail.account
    known = (
        f"{one_line(account.name)} ({one_line(account.code)})"
        if account
        else tongue("unknown", "inconnu")
    )
    lines = (
        (tongue("From", "De"), one_line(mail.sender) or "?"),
        (tongue("Customer", "Client"), known),
        (tongue("Subject", "Objet"), one_line(mail.subject) or "–"),
        (tongue("Received", "Reçu"), tongue.moment(mail.received_at)),
    )
    return plain("\n".join(f"{name}{tongue.colon} {told}" for name, told in lines))


def _findings(reading: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    found = reading.get("findings", ())
    return [one for one in found if isinstance(one, Mapping)][:_FINDINGS]


def _second_opinion(detail: MailDetail, tongue: Tongue) -> list[Block]:
    if detail.opinion is None:
        return []
    told = "\n".join(f"• {one}" for one in opinion_lines(detail.opinion, tongue))
    return [section(f"*{opinion_title(tongue)}{tongue.colon}*"), *plain(told)]


def _understood(detail: MailDetail, tongue: Tongue) -> list[Block]:
    found = _findings(detail.reading)
    if not found:
        return []
    title = tongue("Understood", "Ce qui a été compris")
    lines = "\n".join(f"• {finding_lines(one, tongue)}" for one in found)
    return [section(f"*{title}*"), *plain(lines)]


def _left_out(detail: MailDetail, tongue: Tongue) -> list[Block]:
    """Return the attachments that were not read, and why."""
    if not detail.left_out:
        return []
    title = tongue("Attachments not read", "Pièces jointes non lues")
    lines = [f"• {left_out_line(one, tongue)}" for one in detail.left_out]
    return [section(f"*{title}*"), *plain("\n".join(lines))]


def _own_words(detail: MailDetail, tongue: Tongue) -> list[Block]:
    """Return what the sender wrote; what is quoted below it only where all is read."""
    own = str(detail.reading.get("said", "")).strip()
    if not own or len(own) >= len(detail.text):
        return _words(detail, tongue)
    title = tongue("In their own words", "Ses propres mots")
    note = tongue(
        "Quotes and signature are left out: “Read it” shows everything.",
        "Sans les citations ni la signature : « Lire » montre tout.",
    )
    return [section(f"*{title}*"), *plain(own), context(note)]


def _words(detail: MailDetail, tongue: Tongue) -> list[Block]:
    title = tongue("Original text", "Texte d’origine")
    empty = tongue("(no text)", "(aucun texte)")
    return [section(f"*{title}*"), *plain(detail.text or empty)]


def _asking(detail: MailDetail, tongue: Tongue) -> list[Block]:
    blocks: list[Block] = [divider()]
    for one in detail.promises:
        if one.status is PromiseStatus.PROPOSED:
            blocks.append(section(promise_lines(one, tongue)))
            blocks += promise_buttons(one, tongue)
    number = detail.mail.id
    blocks.append(
        actions(
            button("mail.done", tongue("Dealt with", "Traité"), str(number)),
            button("mail.show", tongue("Read it", "Lire"), str(number)),
        )
    )
    blocks.append(context(hints(tongue, number, "done", "mail")))
    return blocks


def _left(detail: MailDetail, count: int, tongue: Tongue) -> Block:
    rest = tongue.count(
        count, "more character/more characters", "autre signe/autres signes"
    )
    return context(f"… {rest}{tongue.colon} {hints(tongue, detail.mail.id, 'mail')}")
