"""The card of a suggested lettering: what it is, why, and how sure it is."""

from __future__ import annotations

from collections.abc import Sequence

from collector_bot.answers.matches import MatchDetail
from collector_bot.core.correction_words import correction_words
from collector_bot.core.ledger import AccountSide, Kind, OpenItem, Side
from collector_bot.core.matching.words import cause_words, ground_words
from collector_bot.core.money import Money
from collector_bot.core.suggestion import (
    DifferenceCause,
    Ground,
    Part,
    Reason,
    SuggestionState,
)
from collector_bot.slack.cards.alternatives import alternative_line, alternatives
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
    section,
)
from collector_bot.slack.cards.limits import FALLBACK_MAX, Block, Card, cut, fit
from collector_bot.slack.cards.tongue import Tongue
from collector_bot.slack.cards.vocabulary import hints
from collector_bot.store.undoing import UndoneBy

_LINES = 25


def suggestion_card(detail: MatchDetail, tongue: Tongue) -> Card:
    """Return the card of a suggestion as it stands; buttons only while it waits."""
    waits = detail.suggested.state is SuggestionState.PROPOSED
    title = _title(detail, tongue)
    body = [*plain("\n".join(_entries(detail, tongue, most=_LINES)))]
    doubts = [section(one) for one in _doubts(detail, tongue)] if waits else []
    head = [header(title), section(_customer(detail, tongue))]
    head += [section(one) for one in _corrected(detail, tongue)]
    if waits:
        doubts += alternatives(detail.alternatives, _owed_side(detail), tongue)
    tail = [*doubts, *(_asking(detail, tongue) if waits else _answered(detail, tongue))]
    told_apart = Ground.AMBIGUOUS if waits else None
    grounds = plain("\n".join(_grounds(detail, tongue, but=told_apart)))
    blocks = fit(head, [*body, *grounds], tail, left=lambda count: _left(count, tongue))
    name = one_line(detail.account.name, 80)
    told = f"{title} – {name} – {_summary(detail, tongue)}"
    return Card(blocks, cut(told, FALLBACK_MAX))


def suggestion_detail(detail: MatchDetail, tongue: Tongue) -> list[Block]:
    """Return everything about a suggestion, for who asks why."""
    told = [
        *_entries(detail, tongue, most=None),
        "",
        *_grounds(detail, tongue),
        "",
        *(
            alternative_line(one, _owed_side(detail), tongue)
            for one in detail.alternatives
        ),
        _origin(detail, tongue),
    ]
    return [
        header(_title(detail, tongue)),
        section(_customer(detail, tongue)),
        *(section(one) for one in _corrected(detail, tongue)),
        *plain("\n".join(told)),
    ]


def _title(detail: MatchDetail, tongue: Tongue) -> str:
    number = detail.suggested.id
    return {
        SuggestionState.PROPOSED: tongue(
            f"Suggested lettering {number}", f"Lettrage proposé n° {number}"
        ),
        SuggestionState.APPROVED: tongue(
            f"Lettering {number} approved", f"Lettrage n° {number} approuvé"
        ),
        SuggestionState.REJECTED: tongue(
            f"Lettering {number} rejected", f"Lettrage n° {number} rejeté"
        ),
        SuggestionState.STALE: tongue(
            f"Lettering {number} overtaken", f"Lettrage n° {number} dépassé"
        ),
        SuggestionState.EXPIRED: tongue(
            f"Lettering {number} expired", f"Lettrage n° {number} expiré"
        ),
    }[detail.suggested.state]


def _customer(detail: MatchDetail, tongue: Tongue) -> str:
    candidate = detail.suggested.candidate
    lines = [
        f"*{escaped(one_line(detail.account.name))}* "
        f"({escaped(one_line(detail.account.code))})"
    ]
    if candidate.difference.minor:
        cause = cause_words(candidate.cause, tongue.language)
        words = tongue("Difference", "Écart")
        short = candidate.difference.minor < 0
        what = (
            tongue("short by", "il manque") if short else tongue("over by", "en trop")
        )
        gap = -candidate.difference if short else candidate.difference
        lines.append(f"{words}{tongue.colon} {what} *{tongue.money(gap)}* – {cause}")
    elif candidate.cause is not DifferenceCause.NONE:
        lines.append(cause_words(candidate.cause, tongue.language).capitalize())
    chosen = _chosen(detail)
    if chosen is not None:
        by = mention(dict(chosen.facts).get("by", ""))
        who = Reason(chosen.ground, (("by", by),))
        lines.append(ground_words(who, tongue.language))
    else:
        words, share = tongue("Confidence", "Confiance"), candidate.confidence
        lines.append(f"{words}{tongue.colon} *{tongue.percent(share)}*")
    return "\n".join(lines)


def _corrected(detail: MatchDetail, tongue: Tongue) -> list[str]:
    """Return what is posted, or to be asked for, because of the difference."""
    state = detail.suggested.state
    is_done = state is SuggestionState.APPROVED
    correction = detail.correction
    if correction is None or not (is_done or state is SuggestionState.PROPOSED):
        return []
    said, *lines = correction_words(correction, tongue.language, is_done=is_done)
    told = [f"• {escaped(one_line(line, 200))}" for line in lines]
    return ["\n".join([escaped(said), *told])]


def _chosen(detail: MatchDetail) -> Reason | None:
    """Return the ground that a person chose the entries, None when the engine did."""
    reasons = detail.suggested.candidate.reasons
    return next((one for one in reasons if one.ground is Ground.CHOSEN_BY_PERSON), None)


def _entries(detail: MatchDetail, tongue: Tongue, *, most: int | None) -> list[str]:
    """Return one line an entry, the payment's first; `most` lines, the rest counted."""
    parts = sorted(
        detail.suggested.candidate.parts,
        key=lambda part: _is_due(detail.entries.get(part.entry_id)),
    )
    shown = parts if most is None else parts[:most]
    lines = [_entry(detail, part, tongue) for part in shown]
    if len(parts) > len(shown):
        rest = tongue.count(len(parts) - len(shown), "more item/more items",
                            "autre pièce/autres pièces")  # fmt: skip
        lines.append(f"… {rest}")
    return lines


def _is_due(item: OpenItem | None) -> bool:
    """Whether an entry is owed by a day; payments are not, whatever they carry."""
    paid = {Kind.PAYMENT, Kind.ADVANCE}
    return item is not None and item.due_on is not None and item.kind not in paid


def _entry(detail: MatchDetail, part: Part, tongue: Tongue) -> str:
    item = detail.entries.get(part.entry_id)
    amount = tongue.money(part.amount)
    if item is None:
        return f"{one_line(tongue.piece(part.piece), 60)}{tongue.colon} {amount}"
    is_due = _is_due(item)
    day = (item.due_on if is_due else None) or item.dated_on
    when = tongue("due on", "échéance du") if is_due else tongue("of", "du")
    words = _kind(item, tongue)
    line = f"{words} {one_line(tongue.piece(part.piece), 60)}, {when} {tongue.day(day)}"
    line += f"{tongue.colon} {amount}{_rest(detail, part, tongue)}"
    label = one_line(item.label, 120)
    return f"{line}\n    {label}" if label and item.piece and not is_due else line


def _kind(item: OpenItem, tongue: Tongue) -> str:
    names = {
        "invoice": tongue("Invoice", "Facture"),
        "credit_note": tongue("Credit note", "Avoir"),
        "payment": tongue("Payment", "Règlement"),
        "advance": tongue("Advance", "Acompte"),
        "other": tongue("Entry", "Écriture"),
    }
    return names[item.kind.value]


def _rest(detail: MatchDetail, part: Part, tongue: Tongue) -> str:
    """Return what stays open of an entry once the lettering is posted."""
    left = detail.left.get(part.entry_id)
    if left is None or detail.suggested.state is not SuggestionState.PROPOSED:
        return ""
    rest = left.open - part.amount
    if rest.minor <= 0:
        return ""
    words = tongue("left open", "reste ouvert")
    return f" ({words}{tongue.colon} {tongue.money(rest)})"


def _grounds(
    detail: MatchDetail, tongue: Tongue, *, but: Ground | None = None
) -> list[str]:
    reasons = detail.suggested.candidate.reasons
    return [
        f"• {_ground(one, tongue)}"
        for one in reasons
        if one.ground not in {but, Ground.CHOSEN_BY_PERSON}
    ]


def _ground(reason: Reason, tongue: Tongue) -> str:
    return one_line(ground_words(reason, tongue.language), 600)


def _doubts(detail: MatchDetail, tongue: Tongue) -> list[str]:
    """Return what should make a person look twice."""
    candidate = detail.suggested.candidate
    return [
        f":warning: *{escaped(_ground(one, tongue))}*"
        for one in candidate.reasons
        if one.ground is Ground.AMBIGUOUS
    ]


def _owed_side(detail: MatchDetail) -> Side:
    """Return the side of what is owed: invoices are credits of a supplier."""
    supplier = detail.account.side is AccountSide.SUPPLIER
    return Side.CREDIT if supplier else Side.DEBIT


def _asking(detail: MatchDetail, tongue: Tongue) -> list[Block]:
    suggested = detail.suggested
    value = f"{suggested.id}:{suggested.digest}"
    approve = tongue("Approve", "Approuver")
    not_yet, what = tongue("Not yet", "Pas encore"), _summary(detail, tongue)
    posting = (
        tongue("Post this lettering?", "Passer ce lettrage ?"),
        tongue(f"Letter {what}?", f"Lettrer {what} ?"),
    )
    return [
        actions(
            asking(
                "suggestion.approve",
                approve,
                value,
                question=posting,
                answers=(approve, not_yet),
                style="primary",
            ),
            button(
                "suggestion.reject",
                tongue("Reject…", "Rejeter…"),
                value,
                style="danger",
            ),
            *_editing(detail, tongue),
            button("suggestion.why", tongue("Why?", "Pourquoi ?"), str(suggested.id)),
        ),
        context(
            hints(tongue, suggested.id, "approve", "reject"),
            escaped(_origin(detail, tongue)),
        ),
    ]


def _editing(detail: MatchDetail, tongue: Tongue) -> list[Block]:
    """Return the button to choose other lines; none where several accounts are."""
    candidate = detail.suggested.candidate
    several = any(one.ground is Ground.SEVERAL_ACCOUNTS for one in candidate.reasons)
    if several or candidate.reopens:
        return []
    number = str(detail.suggested.id)
    edit = tongue("Edit lines…", "Modifier…")
    ask = tongue("Ask the customer", "Demander au client")
    asks = detail.account.side is AccountSide.CUSTOMER
    return [
        button("suggestion.edit", edit, number),
        *([button("suggestion.ask", ask, number)] if asks else []),
    ]


def _origin(detail: MatchDetail, tongue: Tongue) -> str:
    suggested = detail.suggested
    until = tongue.day(suggested.expires_on)
    words = tongue(f"Stands until {until}.", f"Valable jusqu’au {until}.")
    if suggested.mail_id is not None:
        number = suggested.mail_id
        words += tongue(
            f" Announced by mail {number}.", f" Annoncé par le courriel n° {number}."
        )
    return words


def _answered(detail: MatchDetail, tongue: Tongue) -> list[Block]:
    decision, state = detail.decision, detail.suggested.state
    if decision is not None:
        who, when = mention(decision.by), tongue.moment(decision.at)
        done = (
            tongue(f"Approved by {who} on {when}.", f"Approuvé par {who} le {when}.")
            if state is SuggestionState.APPROVED
            else tongue(f"Rejected by {who} on {when}.", f"Rejeté par {who} le {when}.")
        )
        if detail.undone is not None:
            done += " " + _undone(detail.undone, tongue)
        elif detail.code:
            code = escaped(detail.code)
            done += tongue(f" Code {code}.", f" Code {code}.")
        if decision.reason:
            done += " " + tongue.quoted(escaped(one_line(decision.reason)))
        undo = [_undoing(detail, tongue)] if detail.can_undo else []
        typed = [hints(tongue, detail.suggested.id, "undo")] if undo else []
        return [divider(), context(done, *typed), *undo]
    if detail.instead is not None:
        number = detail.instead
        other = tongue(
            f"Number {number} was approved instead.",
            f"Le n° {number} a été approuvé à la place.",
        )
        return [divider(), context(other)]
    words = {
        SuggestionState.STALE: tongue(
            "The ledger has moved since: this no longer stands.",
            "Le compte a bougé depuis : cette proposition ne tient plus.",
        ),
        SuggestionState.EXPIRED: tongue(
            "Nobody answered in time.", "Personne n’a répondu à temps."
        ),
    }.get(state, "")
    return [divider(), context(words)] if words else []


def _undone(undone: UndoneBy, tongue: Tongue) -> str:
    who, when = mention(undone.by), tongue.moment(undone.at)
    return tongue(f"Undone by {who} on {when}.", f"Annulé par {who} le {when}.")


def _undoing(detail: MatchDetail, tongue: Tongue) -> Block:
    """Return the button that undoes what was posted."""
    undo, keep = tongue("Undo", "Annuler"), tongue("Keep it", "Le garder")
    question = (
        tongue("Undo this lettering?", "Annuler ce lettrage ?"),
        tongue(
            f"All that is under code {detail.code} opens again. It stays in the books, "
            "with its opposite.",
            f"Tout ce qui est sous le code {detail.code} est rouvert. Le lettrage "
            "reste au journal, avec son contraire.",
        ),
    )
    return actions(
        asking(
            "suggestion.undo",
            undo,
            str(detail.suggested.id),
            question=question,
            answers=(undo, keep),
            style="danger",
        )
    )


def _summary(detail: MatchDetail, tongue: Tongue) -> str:
    parts = detail.suggested.candidate.parts
    total = _debits(parts)
    owed = sum(part.side is _owed_side(detail) for part in parts)
    items = tongue.count(owed, "item/items", "pièce/pièces")
    amount = tongue.money(Money(total, parts[0].amount.currency))
    return f"{amount}, {items}"


def _debits(parts: Sequence[Part]) -> int:
    return sum(part.amount.minor for part in parts if part.side.value == "D")


def _left(count: int, tongue: Tongue) -> Block:
    rest = tongue.count(
        count, "more character/more characters", "autre signe/autres signes"
    )
    where = tongue("see “Why?”", "voir « Pourquoi ? »")
    return context(f"… {rest}{tongue.colon} {where}.")
