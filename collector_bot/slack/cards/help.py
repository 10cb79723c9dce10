"""What can be typed, a line a word; what was not understood is said before it."""

from __future__ import annotations

from collections.abc import Sequence

from collector_bot.slack.cards.build import (
    context,
    escaped,
    header,
    one_line,
    section,
    sections,
)
from collector_bot.slack.cards.limits import Card
from collector_bot.slack.cards.tongue import Tongue
from collector_bot.slack.cards.vocabulary import Word, nearest


def help_card(known: Sequence[Word], tongue: Tongue, *, unknown: str = "") -> Card:
    """Return everything a person can type.

    Args:
        known: the words of `/collector` their role allows.
        unknown: what they typed instead of one; "" when they asked for help.
    """
    told = _unknown(unknown, known, tongue) if unknown else ""
    title = tongue("What you can type", "Ce que vous pouvez écrire")
    note = tongue(
        "Dates: 2026-11-30 or 30/11/2026. Put names of several words in quotation "
        "marks.",
        "Dates : 30/11/2026 ou 2026-11-30. Mettez entre guillemets un nom de "
        "plusieurs mots.",
    )
    lines = [*_commands(tongue), *(_line(one, tongue) for one in known)]
    head = [section(escaped(told))] if told else []
    blocks = (*head, header(title), *sections(lines), context(note))
    return Card(blocks, told or title)


def _unknown(typed: str, known: Sequence[Word], tongue: Tongue) -> str:
    quoted = tongue.quoted(one_line(typed, 40))
    told = tongue(
        f"There is no word {quoted} here.", f"Le mot {quoted} n’existe pas ici."
    )
    near = nearest(typed, known, tongue)
    if near:
        told += tongue(
            f" Did you mean `/collector {near}`?",
            f" Vouliez-vous dire `/collector {near}` ?",
        )
    return told


def _commands(tongue: Tongue) -> list[str]:
    return [
        tongue("`/balance WORDS` – how an account stands",
               "`/balance MOTS` – où en est un compte"),
        tongue("`/overdue [N]` – who owes most too late",
               "`/overdue [N]` – les clients les plus en retard"),
        tongue("`/matches [ACCOUNT]` – suggested letterings that wait",
               "`/matches [COMPTE]` – les lettrages proposés qui attendent"),
        tongue("`/promises` – promises to pay to watch",
               "`/promises` – les promesses de paiement à surveiller"),
    ]  # fmt: skip


def _line(word: Word, tongue: Tongue) -> str:
    return f"`{word.spelt(tongue)}` – {tongue(word.about, word.about_fr)}"
