"""Lists people ask for: who is overdue, what is suggested, promised, or wrong."""

from __future__ import annotations

from collections.abc import Sequence

from collector_bot.answers.check import Checked
from collector_bot.answers.letters import WrittenLetter
from collector_bot.answers.mails import MailLine
from collector_bot.answers.matches import Match
from collector_bot.answers.overdue import OverdueList
from collector_bot.answers.promises import Promised
from collector_bot.core.money import Money
from collector_bot.slack.cards.build import context, escaped, header, one_line, sections
from collector_bot.slack.cards.limits import Block, Card, fit
from collector_bot.slack.cards.tongue import Tongue
from collector_bot.slack.cards.vocabulary import hints
from collector_bot.slack.cards.words import letter_words, person_words, promise_words

_SHOWN = 40
HOW = {
    "added": ("Added without the journal", "Ajouté hors du journal"),
    "altered": ("Altered without the journal", "Modifié hors du journal"),
    "removed": ("Removed without the journal", "Supprimé hors du journal"),
}
_STATES = ("uncertain", "failed", "awaiting_approval")  # the most pressing first


def overdue_card(found: OverdueList, tongue: Tongue) -> Card:
    """Return the customers who owe most too late."""
    title = tongue("Most overdue customers", "Clients les plus en retard")
    lines = [
        f"{place}. *{escaped(one_line(one.name, 80))}* ({escaped(one.code)}) – "
        f"{tongue.money(one.amount)}, "
        f"{tongue.count(one.items, 'item/items', 'pièce/pièces')}, "
        f"{tongue.days((found.today - one.oldest_due).days)}"
        for place, one in enumerate(found.rows, start=1)
    ]
    note = tongue(
        "Before open credits; days are those of the oldest item.",
        "Avant déduction des avoirs et règlements ouverts ; jours de la plus ancienne.",
    )
    nothing = tongue("Nobody is overdue.", "Personne n’est en retard.")
    return _listed(title, lines, note=note, nothing=nothing)


def matches_card(found: Sequence[Match], tongue: Tongue) -> Card:
    """Return the suggested letterings that wait."""
    title = tongue("Suggested letterings", "Lettrages proposés")
    lines = [_match(one, tongue) for one in found[:_SHOWN]]
    if len(found) > _SHOWN:
        lines.append(f"… {len(found) - _SHOWN}")
    note = hints(tongue, "N", "approve", "reject", "why")
    nothing = tongue("Nothing waits.", "Rien n’attend.")
    return _listed(title, lines, note=note, nothing=nothing)


def _match(one: Match, tongue: Tongue) -> str:
    parts = [p for p in one.suggested.candidate.parts if p.side is one.owed]
    total = sum(part.amount.minor for part in parts)
    amount = Money(total, one.suggested.candidate.difference.currency)
    named = [tongue.piece(part.piece) for part in parts[:5]]
    pieces = ", ".join(escaped(one_line(piece, 40)) for piece in named)
    share = tongue.percent(one.suggested.candidate.confidence)
    more = " …" if len(parts) > 5 else ""  # noqa: PLR2004 - as many as are named
    return (
        f"• *{one.suggested.id}* – {escaped(one_line(one.name, 80))}{tongue.colon} "
        f"{tongue.money(amount)}, {pieces}{more} ({share})"
    )


def letters_card(found: Sequence[WrittenLetter], tongue: Tongue) -> Card:
    """Return the letters a person should know of: uncertain, failed, to approve."""
    title = tongue("Letters to look at", "Lettres à regarder")
    rows = sorted(found, key=lambda one: _STATES.index(one.letter.state))
    lines = [_letter(one, tongue) for one in rows[:_SHOWN]]
    if len(rows) > _SHOWN:
        lines.append(f"… {len(rows) - _SHOWN}")
    note = hints(tongue, "N", "show", "release", "refuse", "sent", "resend", "drop")
    nothing = tongue(
        "No letter waits, is uncertain or failed.",
        "Aucune lettre à approuver, incertaine ou en échec.",
    )
    return _listed(title, lines, note=note, nothing=nothing)


def _letter(one: WrittenLetter, tongue: Tongue) -> str:
    letter = one.letter
    state = letter_words(letter.state, tongue)
    if letter.state == "failed" and letter.reason:
        state += f" – {escaped(one_line(letter.reason, 120))}"
    mark = "" if letter.state == "awaiting_approval" else ":warning: "
    return (
        f"• {mark}*{letter.id}* – {escaped(one_line(one.name or letter.recipient, 80))}"
        f"{tongue.colon} {escaped(one_line(letter.subject, 120))} ({state})"
    )


def mails_card(found: Sequence[MailLine], tongue: Tongue) -> Card:
    """Return the mails that wait for a person, oldest first."""
    title = tongue("Mails for a person", "Courriels à regarder")
    lines = [_mail(one, tongue) for one in found[:_SHOWN]]
    if len(found) > _SHOWN:
        lines.append(f"… {len(found) - _SHOWN}")
    note = hints(tongue, "N", "mail", "done")
    nothing = tongue("No mail waits.", "Aucun courriel n’attend.")
    return _listed(title, lines, note=note, nothing=nothing)


def _mail(one: MailLine, tongue: Tongue) -> str:
    who = escaped(one_line(one.name or one.sender or "?", 80))
    subject = tongue.quoted(escaped(one_line(one.subject, 80) or "–"))
    return (
        f"• *{one.id}* – {who}, {tongue.day_of(one.received_at)}{tongue.colon} "
        f"{subject} – {escaped(person_words(one.needs_person, tongue))}"
    )


def promises_card(found: Sequence[Promised], tongue: Tongue) -> Card:
    """Return the promises to watch."""
    title = tongue("Promises to pay", "Promesses de paiement")
    lines = [
        f"• *{one.promise.id}* – {escaped(one_line(one.name, 80))}{tongue.colon} "
        f"{tongue.money(one.promise.expected)}, "
        f"{tongue.day(one.promise.promised_on)} "
        f"({promise_words(one.status, tongue)})"
        for one in found[:_SHOWN]
    ]
    if len(found) > _SHOWN:
        lines.append(f"… {len(found) - _SHOWN}")
    note = hints(tongue, "N", "accept", "decline", "unpromise")
    nothing = tongue("No promise is open.", "Aucune promesse en cours.")
    return _listed(title, lines, note=note, nothing=nothing)


def checked_card(found: Checked, tongue: Tongue) -> Card:
    """Return whether the ledger adds up, and what does not."""
    title = tongue("Check of the ledger", "Contrôle du grand livre")
    lines = [
        *(
            tongue(
                f"• Entry {entry}: {kept} kept open, {right} is right",
                f"• Écriture {entry} : {kept} ouvert, {right} est juste",
            )
            for entry, kept, right in found.miscounted[:_SHOWN]
        ),
        *(
            tongue(f"• Altered: {escaped(one)}", f"• Altéré : {escaped(one)}")
            for one in found.altered_imports[:_SHOWN]
        ),
        *(
            tongue(f"• Altered journal row {one}", f"• Ligne {one} du journal altérée")
            for one in found.altered_acts[:_SHOWN]
        ),
        *(
            f"• {tongue(*HOW[one.how])}{tongue.colon} {escaped(one.subject)}"
            for one in found.tampered[:_SHOWN]
        ),
    ]
    end = found.head.short
    nothing = tongue(
        "Everything adds up: open amounts, imports, what people did. "
        f"Journal at {end}.",
        "Tout est juste : montants ouverts, imports, actes des personnes. "
        f"Journal à {end}.",
    )
    return _listed(title, lines, note="", nothing=nothing)


def _listed(title: str, lines: Sequence[str], *, note: str, nothing: str) -> Card:
    if not lines:
        return Card((*sections([nothing]),), nothing)
    tail: list[Block] = [context(note)] if note else []
    blocks = fit(
        [header(title)],
        sections(list(lines)),
        tail,
        left=lambda count: context(f"… ({count})"),
    )
    return Card(blocks, title)
