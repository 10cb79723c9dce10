"""The modal in which a person chooses what a payment settles, line by line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from collector_bot.answers.editable import Editable
from collector_bot.core.ledger import EntryId, OpenItem, Side
from collector_bot.core.money import Money
from collector_bot.core.reading.amounts import amount_of_cell
from collector_bot.slack.cards.build import context, one_line, section
from collector_bot.slack.cards.limits import Block
from collector_bot.slack.cards.modal import Form, words_field
from collector_bot.slack.cards.tongue import Tongue
from collector_bot.slack.cards.vocabulary import typed

LINES_MAX = 90  # fields of one modal, with room for what stands around them
_ENTRY = "entry:"


def edit_form(found: Editable, tongue: Tongue) -> Form:
    """Return the modal; a line is taken when an amount stands in its field."""
    suggested = found.suggested
    taken = {part.entry_id: part.amount for part in suggested.candidate.parts}
    told = tongue(
        "An amount takes a line, an empty field leaves it out. Debits and credits are "
        "to be equal; what is left of a line stays open.",
        "Un montant prend la ligne, un champ vide la laisse. Débits et crédits doivent "
        "être égaux ; ce qui reste d’une ligne reste ouvert.",
    )
    totals = totals_words(
        {item.entry_id: taken.get(item.entry_id) for item in found.items},
        found.items,
        tongue,
    )
    left = tongue.count(
        found.left_out,
        "more open item is not shown/more open items are not shown",
        "autre pièce ouverte n’est pas montrée/autres pièces ouvertes ne sont pas "
        "montrées",
    )
    code = typed(tongue, "letter", tongue("ACCOUNT PIECE…", "COMPTE PIÈCE…"))
    return Form(
        "suggestion.edited",
        f"{suggested.id}:{suggested.digest}",
        tongue(f"Lettering {suggested.id}", f"Lettrage n° {suggested.id}"),
        tongue("Propose", "Proposer"),
        (
            section(f"{told}\n*{totals}*"),
            *(_line(item, taken.get(item.entry_id), tongue) for item in found.items),
            *([context(f"{left}{tongue.colon} {code}")] if found.left_out else []),
        ),
        code,
    )


def _line(item: OpenItem, taken: Money | None, tongue: Tongue) -> Block:
    side = tongue("debit", "débit") if item.is_debit else tongue("credit", "crédit")
    day = tongue.day(item.due_on or item.dated_on)
    label = (
        f"{one_line(tongue.piece(item.title), 60)}, {day} – {side}, "
        f"{tongue('open', 'ouvert')}{tongue.colon} {tongue.money(item.open)}"
    )
    initial = taken.decimal if taken is not None else ""
    return words_field(
        f"{_ENTRY}{item.entry_id}", label, optional=True, initial=initial
    )


def amounts_in(values: Mapping[str, str], currency: str) -> dict[EntryId, Money | None]:
    """Return the amount written for each line; None for what is no amount above zero.

    Lines left empty are absent.
    """
    found: dict[EntryId, Money | None] = {}
    for name, words in values.items():
        if name.startswith(_ENTRY) and words.strip():
            amount = amount_of_cell(words, currency)
            good = amount is not None and amount.minor > 0
            same = good and amount is not None and amount.currency == currency
            found[EntryId(int(name.removeprefix(_ENTRY)))] = amount if same else None
    return found


def field_of(entry_id: EntryId) -> str:
    """Return the field of one line."""
    return f"{_ENTRY}{entry_id}"


def totals_words(
    amounts: Mapping[EntryId, Money | None], items: Sequence[OpenItem], tongue: Tongue
) -> str:
    """Return the debits, the credits and their difference, as one line."""
    currency = items[0].open.currency
    sums = {Side.DEBIT: 0, Side.CREDIT: 0}
    for item in items:
        amount = amounts.get(item.entry_id)
        sums[item.side] += amount.minor if amount else 0
    debits, credits_ = (tongue.money(Money(one, currency)) for one in sums.values())
    gap = tongue.money(Money(abs(sums[Side.DEBIT] - sums[Side.CREDIT]), currency))
    return tongue(
        f"Debits {debits}, credits {credits_}: difference {gap}.",
        f"Débits {debits}, crédits {credits_} : écart {gap}.",
    )
